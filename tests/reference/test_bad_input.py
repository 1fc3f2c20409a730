"""Wrong values for each parameter of each method: an error that is meant, never another one.

``Error`` is meant, and ``TypeError`` and ``ValueError`` that name the parameter; a call that
succeeds is fine as well, for a driver may take what looks odd. So is what a value itself raises
when it is asked for its content: that comes out as it is. Anything else, a crash or a hang, is a
fault.
"""

from __future__ import annotations

import array
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from reference.data import Method, Parameter, read_methods
from sysvirt import Error, Sys, Virt


class Mine(Exception):
    """What a hostile value raises."""


class Hostile(dict[str, Any]):
    """A number, a path, a dict and a list that won't tell what they are."""

    def __index__(self) -> int:
        raise Mine

    def __fspath__(self) -> str:
        raise Mine

    def keys(self) -> Any:
        raise Mine

    def __iter__(self) -> Iterator[str]:
        raise Mine


class Endless:
    """A list that breaks off in the middle."""

    def __iter__(self) -> Iterator[Any]:
        yield "a"
        raise Mine


class Number:
    """A number of another library."""

    def __init__(self, value: int) -> None:
        self.value = value

    def __index__(self) -> int:
        return self.value


def released() -> memoryview:
    """A view of what is gone."""
    view = memoryview(b"gone")
    view.release()
    return view


WRONG: list[Any] = [
    None,
    True,
    -1,
    2**31,
    2**32,
    2**64,
    -(2**70),
    1.5,
    "",
    "a\0b",
    "\udc80",
    "ü" * 300,
    b"",
    b"\xff" * 16,
    [],
    [None],
    [[]],
    ["a\0b"],
    [-1],
    [2**70],
    {},
    {"no such key": 1},
    {1: 2},
    {"": None},
    object(),
    print,
    2**63,
    -(2**31),
    -(2**63) - 1,
    10**5000,
    float("nan"),
    Number(2**200),
    Number(-5),
    Hostile(a=1),
    Endless(),
    "\ud800",
    ["\udcff"],
    {"\udcff": 1},
    {"a\0b": 1},
    "x" * 100000,
    released(),
    memoryview(b"xyxyxy")[::2],
    array.array("i", [1, 2]),
    bytearray(5),
    range(3),
    {1, 2},
]

#: Left out, each for its reason.
LEFT_OUT = {
    "Sys::Virt::Event::run_default": "has no parameter, and waits for events",
    "Sys::Virt::EventImpl": "is there to be overridden",
}

#: Values that are none too large for libvirt, but for the machine: so much is asked of it before
#: the call, and the test driver fills it.
GIGANTIC = {
    ("Sys::Virt::Domain::block_peek", "size"): (2**31, 2**32),
    ("Sys::Virt::Domain::memory_peek", "size"): (2**31, 2**32),
}

#: What the process would keep after a call that succeeds, and what takes it back.
UNDO = {
    "Sys::Virt::Event::add_handle": "remove_handle",
    "Sys::Virt::Event::add_timeout": "remove_timeout",
}

#: A value that passes the check of its type, to get past the other parameters.
PLAIN: dict[str, Any] = {
    "int": 0,
    "str": "x",
    "bytes": b"x" * 16,
    "bool": False,
    "dict": {},
    "list": [],
    "callable": lambda *_: 0,
    "any": None,
}

#: What passes where the value for the type doesn't, by the parameter's name.
PASSING: dict[str, Any] = {
    "pagesizes": [4],
    "pages": [(4, 1)],
    "data": bytearray(),
    "hole_handler": lambda *_: (False, 0),
}

#: Methods with two forms: what stands in a place may be named as the other form has it.
TWO_FORMS = {
    "save",
    "restore_domain",
    "migrate",
    "migrate2",
    "migrate_to_uri",
    "migrate_to_uri2",
}

VOLUME = "<volume><name>v</name><capacity>1048576</capacity></volume>"
#: A domain has no checkpoints where it has snapshots.
OTHER = (
    "<domain type='test'><name>o</name><memory>65536</memory><os><type>hvm</type></os><devices>"
    "<disk type='file'><source file='/x'/><target dev='vda'/></disk></devices></domain>"
)
CHECKPOINT = "<domaincheckpoint><name>c</name></domaincheckpoint>"
SNAPSHOT = "<domainsnapshot><name>s</name></domainsnapshot>"


def scene(conn: Virt, rare: dict[str, Any]) -> dict[str, Any]:
    """An object of each class: those of the test driver, and ``rare`` ones."""
    dom = conn.get_domain_by_name("test")
    pool = conn.get_storage_pool_by_name("default-pool")
    return {
        **rare,
        "Sys::Virt": conn,
        "Sys::Virt::Domain": dom,
        "Sys::Virt::DomainSnapshot": dom.create_snapshot(SNAPSHOT),
        "Sys::Virt::Network": conn.get_network_by_name("default"),
        "Sys::Virt::StoragePool": pool,
        "Sys::Virt::StorageVol": pool.create_volume(VOLUME),
        "Sys::Virt::Interface": conn.get_interface_by_name("eth1"),
        "Sys::Virt::NodeDevice": conn.get_node_device_by_name("computer"),
        "Sys::Virt::Stream": conn.new_stream(),
        "Sys::Virt::DomainCheckpoint": conn.create_domain(OTHER).create_checkpoint(CHECKPOINT),
    }


def pick(objects: dict[str, Any], package: str) -> Any:
    """An object of a class, where there can be one."""
    if package not in objects:
        pytest.skip("needs libvirtd (package libvirt-daemon)")
    return objects[package]


def parameters() -> Iterator[tuple[str, str, int]]:
    """Package, method and number of each parameter."""
    for (package, name), method in read_methods().items():
        if {f"{package}::{name}", package} & LEFT_OUT.keys():
            continue
        for at in range(len(method.params)):
            yield package, name, at


def plain(parameter: Parameter, objects: dict[str, Any]) -> Any:
    """A value that passes for a parameter."""
    kind = parameter.type[0]
    if kind.startswith("object:"):
        return objects.get(kind.removeprefix("object:"))
    if parameter.name.startswith("uuid"):
        return b"x" * 16
    if parameter.name in PASSING:
        return PASSING[parameter.name]
    return PLAIN[kind]


def attempt(
    action: Callable[..., Any], arguments: dict[str, Any], names: list[str], positional: bool
) -> Any:
    """Make the call; what it raises has to be meant, and to name one of ``names``."""
    try:
        return action(*arguments.values()) if positional else action(**arguments)
    except (TypeError, ValueError) as error:
        if not any(name in str(error) for name in names):
            pytest.fail(f"{names} isn't named by {type(error).__name__}: {error}")
    except Error as error:
        assert error.message()  # noqa: PT017 - each error says something
    except (Mine, MemoryError):
        # No machine has the room for what can be asked of block_peek and memory_peek.
        pass
    except Exception as error:  # noqa: BLE001 - any other is the finding
        pytest.fail(f"{arguments}: {type(error).__name__}: {error}")
    return None


def given(method: Method, at: int, objects: dict[str, Any]) -> dict[str, Any]:
    """Arguments that pass, up to one parameter, and for those after it that have to be given."""
    if method.name == "migrate_to_uri2":
        return {p.name: None for p in method.params[: at + 1]} | {"dconnuri": "x"}
    if method.name in ("save", "restore_domain"):
        return {p.name: plain(p, objects) for p in method.params[: at + 1]}
    return {
        p.name: plain(p, objects)
        for number, p in enumerate(method.params)
        if number <= at or p.required
    }


@pytest.mark.parametrize("parameter", list(parameters()), ids=lambda p: f"{p[0]}::{p[1]}-{p[2]}")
def test_bad_input_is_refused(
    parameter: tuple[str, str, int],
    rare: dict[str, Any],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    package, name, at = parameter
    # The test driver saves and dumps a domain to any name.
    monkeypatch.chdir(tmp_path)
    method = read_methods()[package, name]
    with Virt(uri="test:///default") as conn:
        objects = scene(conn, rare)
        if method.kind != "method":
            on: Any = getattr(Sys.Virt, package.rpartition("::")[2], Sys.Virt)
        else:
            on = pick(objects, package)
        parameter_name = method.params[at].name
        names = [parameter_name]
        if name in TWO_FORMS:
            names = ["params", *(p.name for p in method.params)]
        gigantic = GIGANTIC.get((f"{package}::{name}", parameter_name), ())
        for value in WRONG:
            if value in gigantic:
                continue
            arguments = given(method, at, objects) | {parameter_name: value}
            result = attempt(getattr(on, name), arguments, names, positional=name != "new")
            if (undo := UNDO.get(f"{package}::{name}")) and result is not None:
                getattr(on, undo)(result)

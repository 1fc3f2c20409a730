"""Wrong values for each parameter of each method: an error that is meant, never another one.

``TypeError``, ``ValueError``, ``OverflowError`` and ``Error`` are meant; a call that succeeds is
fine as well, for a driver may take what looks odd. Anything else, a crash or a hang, is a fault.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from sysvirt import Error, Sys, Virt, binding
from tests.parity.shape import methods

MEANT = (TypeError, ValueError, OverflowError, Error)

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

VOLUME = "<volume><name>v</name><capacity>1048576</capacity></volume>"
SNAPSHOT = "<domainsnapshot><name>s</name></domainsnapshot>"


def scene(conn: Virt) -> dict[str, Any]:
    """An object of each class that the test driver has."""
    dom = conn.get_domain_by_name("test")
    pool = conn.get_storage_pool_by_name("default-pool")
    objects = {
        "Sys::Virt": conn,
        "Sys::Virt::Domain": dom,
        "Sys::Virt::DomainSnapshot": dom.create_snapshot(SNAPSHOT),
        "Sys::Virt::Network": conn.get_network_by_name("default"),
        "Sys::Virt::StoragePool": pool,
        "Sys::Virt::StorageVol": pool.create_volume(VOLUME),
        "Sys::Virt::Interface": conn.get_interface_by_name("eth1"),
        "Sys::Virt::NodeDevice": conn.get_node_device_by_name("computer"),
        "Sys::Virt::Stream": conn.new_stream(),
    }
    # Of what this driver can't make there is an empty shell: checks come first, then libvirt
    # refuses it.
    for package in ("DomainCheckpoint", "NetworkPort", "NWFilter", "NWFilterBinding", "Secret"):
        shell = object.__new__(getattr(binding, f"vir{package}"))
        shell._o = shell._conn = shell._dom = shell._net = None
        objects[f"Sys::Virt::{package}"] = getattr(Sys.Virt, package)(conn, shell)
    return objects


def parameters() -> Iterator[tuple[str, str, int]]:
    """Package, method and number of each parameter."""
    for (package, name), method in methods().items():
        if {f"{package}::{name}", package} & LEFT_OUT.keys():
            continue
        for at in range(len(method["params"])):
            yield package, name, at


def plain(parameter: dict[str, Any], objects: dict[str, Any]) -> Any:
    """A value that passes for a parameter."""
    kind = parameter["type"]
    kind = kind[0] if isinstance(kind, list) else kind
    if kind.startswith("object:"):
        return objects.get(kind.removeprefix("object:"))
    if parameter["name"].startswith("uuid"):
        return b"x" * 16
    return PLAIN[kind]


def attempt(action: Callable[..., Any], arguments: dict[str, Any], positional: bool) -> Any:
    """Make the call; what it raises has to be meant."""
    try:
        return action(*arguments.values()) if positional else action(**arguments)
    except MEANT as error:
        assert str(error)  # noqa: PT017 - each error says something
        return None
    except Exception as error:  # noqa: BLE001 - any other is the finding
        pytest.fail(f"{arguments}: {type(error).__name__}: {error}")


@pytest.mark.parametrize("parameter", list(parameters()), ids=lambda p: f"{p[0]}::{p[1]}-{p[2]}")
def test_bad_input_is_refused(
    parameter: tuple[str, str, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package, name, at = parameter
    # The test driver saves and dumps a domain to any name.
    monkeypatch.chdir(tmp_path)
    method = methods()[package, name]
    with Virt(uri="test:///default") as conn:
        objects = scene(conn)
        if method["kind"] != "method":
            on: Any = getattr(Sys.Virt, package.rpartition("::")[2], Sys.Virt)
        else:
            on = objects[package]
        gigantic = GIGANTIC.get((f"{package}::{name}", method["params"][at]["name"]), ())
        for value in WRONG:
            if value in gigantic:
                continue
            arguments = {p["name"]: plain(p, objects) for p in method["params"][: at + 1]}
            arguments[method["params"][at]["name"]] = value
            result = attempt(getattr(on, name), arguments, positional=name != "new")
            if (undo := UNDO.get(f"{package}::{name}")) and result is not None:
                getattr(on, undo)(result)

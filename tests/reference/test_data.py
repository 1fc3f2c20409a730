"""The reference itself: the rules of waiting, and libvirt's own word on the arguments of events."""

from __future__ import annotations

import inspect
import json
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import pytest

import sysvirt
from reference.data import HERE, Method, read_events, read_methods
from tests.reference.test_completeness import api_description

#: Methods written by hand though nothing in their parameters says so, and why.
HAND = {
    "Sys::Virt::new_stream": "makes a stream",
    **dict.fromkeys(
        (
            "Sys::Virt::get_version",
            "Sys::Virt::get_major_version",
            "Sys::Virt::get_minor_version",
            "Sys::Virt::get_micro_version",
        ),
        "on the class it is the library's, on an object the hypervisor's",
    ),
    "Sys::Virt::set_keep_alive": "libvirt's own fails with two calls under way",
    "Sys::Virt::unregister_close_callback": "takes a callback back",
}
#: What sounds as if it were known here, and isn't.
NOT_LOCAL = {
    "Sys::Virt::is_secure",
    "Sys::Virt::is_encrypted",
    "Sys::Virt::get_type",
    "Sys::Virt::get_library_version",
    "Sys::Virt::StorageVol::get_path",
    "Sys::Virt::NodeDevice::get_parent",
}


def show(method: Method) -> str:
    return f"{method.package}::{method.name}"


def each() -> list[Any]:
    """Every method, as parameters of a test."""
    return [pytest.param(method, id=show(method)) for method in read_methods().values()]


def rule(method: Method) -> str | None:
    """The one value that a method can have, by what it takes and calls."""
    if method.package in ("Sys::Virt::Event", "Sys::Virt::EventImpl"):
        return "sync"
    if method.package == "Sys::Virt::Error":
        return "value"
    types = {word for parameter in method.params for word in parameter.type}
    by_hand = (
        method.kind != "method"
        or method.package == "Sys::Virt::Stream"
        or types & {"callable"}
        or "_event_deregister" in method.name
        or show(method) in HAND
    )
    return "hand" if by_hand else None


@pytest.mark.parametrize("method", each())
def test_whether_it_waits_follows_from_what_it_takes(method: Method) -> None:
    wanted = rule(method)
    assert method.in_aio == wanted if wanted else method.in_aio in ("async", "value")


def test_what_is_written_by_hand_says_why() -> None:
    assert {*HAND} <= {show(method) for method in read_methods().values()}


@pytest.mark.parametrize("method", each())
def test_a_value_is_a_plain_getter(method: Method) -> None:
    if method.in_aio == "value":
        assert not method.params
        assert len(method.c) <= 1
        assert method.returns.shape in ("int", "str", "bytes", "bool")


def test_what_only_sounds_local_is_awaited() -> None:
    by_name = {show(method): method.in_aio for method in read_methods().values()}
    assert {by_name[name] for name in NOT_LOCAL} == {"async"}


def test_the_page_counts_them() -> None:
    counted = Counter(method.in_aio for method in read_methods().values())
    rows = re.findall(
        r"^\| `(\w+)` \|.*\| (\d+) \|$", (HERE / "README.md").read_text(), re.MULTILINE
    )
    assert {value: int(number) for value, number in rows} == counted
    assert f"{counted.total()}, and every event" in (HERE / "README.md").read_text()


# Events -------------------------------------------------------------------------------------------


def described() -> Iterator[tuple[str, int, str]]:
    """Class, number and C callback type of each event of the installed libvirt."""
    for enum in api_description().iter("enum"):
        head, found, last = enum.attrib["name"].partition("_EVENT_ID_")
        if found and last != "LAST":
            cls = "".join(word.capitalize() for word in head.split("_")[1:])
            yield cls, int(enum.attrib["value"]), enum.attrib["info"]


def test_the_arguments_of_events_are_libvirts() -> None:
    signatures = {
        function.attrib["name"]: [arg.attrib["type"] for arg in function.findall("arg")][2:-1]
        for function in api_description().iter("functype")
    }
    ours = {
        (event.cls, event.number): [c for argument in event.arguments for c in argument.c]
        for event in read_events()
    }
    theirs = {
        (cls, number): [name.replace(" * *", " *") for name in signatures[callback]]
        for cls, number, callback in described()
    }
    assert {key: ours[key] for key in theirs} == theirs
    assert len(theirs) >= 27 + 1 + 2 + 2 + 2


def test_every_constant_of_an_event_has_its_arguments() -> None:
    known = {
        (cls, name.removeprefix("EVENT_ID_"), value)
        for cls in ("Domain", "Network", "StoragePool", "NodeDevice", "Secret")
        for name, value in inspect.getmembers(getattr(sysvirt, cls))
        if name.startswith("EVENT_ID_")
    }
    assert {(event.cls, event.name, event.number) for event in read_events()} == known


def test_what_is_said_of_an_argument_names_constants() -> None:
    for event in read_events():
        known = dir(getattr(sysvirt, event.cls))
        for argument in event.arguments:
            for name in re.findall(r"`([A-Z_*]+)`", argument.doc):
                assert any(fnmatchcase(constant, name) for constant in known), name


def lines(method: str) -> dict[str, str]:
    """What a registering method's docstring says of each event."""
    text = inspect.getdoc(getattr(sysvirt.Virt, method)) or ""
    items = re.findall(r"^- (.*?)(?=^- |^$)", text, re.MULTILINE | re.DOTALL)
    found: dict[str, str] = {}
    for item in items:
        heads, _, rest = item.partition(": ")
        for name in re.findall(r"``([A-Z0-9_]+)``", heads):
            found[name] = rest
        for name in re.findall(r"; ``([A-Z0-9_]+)`` the same", " ".join(rest.split())):
            found[name] = rest
    return found


def test_the_docstrings_name_the_arguments_in_order() -> None:
    for event in read_events():
        said = lines(event.method.name)[event.name]
        words = re.findall(r"\w+", said)
        at = -1
        for argument in event.arguments:
            name = (
                "path" if event.name == "BLOCK_JOB_2" and argument.name == "disk" else argument.name
            )
            at = words.index(name, at + 1)


# Faults -------------------------------------------------------------------------------------------

FAULTS = [
    ('"name": "set_identity"', '"name": "new"', "Sys::Virt::new: ValueError: stands there twice"),
    ('"await": "hand"', '"await": "never"', "Sys::Virt::new: ValueError: 'in_aio' must be in"),
    ('   "await": "hand",\n', "", "Sys::Virt::new: KeyError: await"),
    ('"kind": "class_method"', '"kind": "river"', "Sys::Virt::new: ValueError: 'kind' must be in"),
    ('"type": "bool"', '"type": "maybe"', "type: there is no type 'maybe'"),
    ('"required": true,\n', '"required": true,\n"default": 0,\n', "identity: it is required, or"),
    ('"since": "0.4.0"', '"since": "early"', "Sys::Virt::new: ValueError: 'since' must match"),
    ('"c": "long long",', "", "Sys::Virt::domain_event_register_any: TypeError"),
    ('"kind": "class_method"', '"kind": "class_method", "river": 1', "argument 'river'"),
]


@pytest.mark.parametrize(("old", "new", "message"), FAULTS)
def test_a_fault_is_refused(tmp_path: Path, old: str, new: str, message: str) -> None:
    path = tmp_path / "methods.json"
    shutil.copy(HERE / "methods.json", path)
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(ValueError, match=f"methods.json: .*{re.escape(message)}"):
        read_methods(path)


def test_the_file_is_written_in_one_way() -> None:
    text = (HERE / "methods.json").read_text("utf-8")
    assert text == json.dumps(json.loads(text), indent=1, ensure_ascii=False) + "\n"

"""Typed parameters in C: one reader, one writer."""

from __future__ import annotations

import sys
from ctypes import byref, c_int, c_uint
from typing import Any

import pytest

from sysvirt import Domain, Error
from sysvirt._libvirt import parameters
from sysvirt._libvirt.functions import library
from sysvirt._libvirt.parameter_types import BOOLEAN, DOUBLE, INT, LLONG, STRING, UINT, ULLONG
from sysvirt._libvirt.parameters import Row, Value
from tests.fakes import Fake

ROWS = (Row * 11)(
    Row(b"i", INT, Value(i=-(2**31))),
    Row(b"ui", UINT, Value(ui=2**32 - 1)),
    Row(b"l", LLONG, Value(l=-(2**63))),
    Row(b"ul", ULLONG, Value(ul=2**64 - 1)),
    Row(b"d", DOUBLE, Value(d=0.5)),
    Row(b"yes", BOOLEAN, Value(b=1)),
    Row(b"no", BOOLEAN, Value(b=0)),
    Row(b"s", STRING, Value(s="ä".encode())),
    Row(b"raw\xff", STRING, Value(s=b"\xff")),
    Row(b"null", STRING, Value(s=None)),
    # libvirt leaves one empty that it knows nothing for.
    Row(b"", 0, Value(ul=5)),
)


def test_every_type_is_read_whole() -> None:
    found = parameters.read_rows(ROWS, len(ROWS))
    assert found == {
        "i": -(2**31),
        "ui": 2**32 - 1,
        "l": -(2**63),
        "ul": 2**64 - 1,
        "d": 0.5,
        "yes": True,
        "no": False,
        "s": "ä",
        "raw\udcff": "\udcff",
        "null": "",
    }
    assert found["yes"] is True
    assert found["no"] is False


def test_only_what_is_filled_is_read() -> None:
    assert parameters.read_rows(ROWS, 2) == {"i": -(2**31), "ui": 2**32 - 1}
    assert parameters.read_rows(ROWS, 0) == {}


def test_the_types_are_read() -> None:
    types = parameters.read_types(ROWS, len(ROWS))
    numbers = [INT, UINT, LLONG, ULLONG, DOUBLE, BOOLEAN, BOOLEAN]
    assert list(types.values()) == [*numbers, STRING, STRING, STRING]
    assert types["ul"] == ULLONG


def test_a_getter_fills_an_array(dom: Domain) -> None:
    name = "virDomainGetNumaParameters"
    assert parameters.fill(name, dom.handle) == {"numa_mode": 0, "numa_nodeset": ""}
    assert parameters.fill_types(name, dom.handle) == {"numa_mode": INT, "numa_nodeset": STRING}


def test_a_getter_without_flags_fills_an_array(dom: Domain) -> None:
    name = "virDomainGetSchedulerParameters"
    assert parameters.fill(name, dom.handle, flags=None) == {"weight": 50}
    assert parameters.fill_types(name, dom.handle, flags=None) == {"weight": UINT}


def test_a_getter_of_a_device_fills_an_array(dom: Domain) -> None:
    found = parameters.fill("virDomainGetBlockIoTune", dom.handle, "vda")
    assert len(found) == 20
    assert found["total_bytes_sec"] == 0


def test_an_array_that_a_getter_allocates_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    # No getter of the test driver does so; libvirt itself fills the array as one would.
    def get(name: str, handle: int, which: int, rows: Any, count: Any, flags: int) -> int:
        assert (name, handle, which, flags) == ("virDomainGetGuestInfo", 5, 8, 0)
        room = byref(c_int())
        library().virTypedParamsAddUInt(rows, count, room, b"fs.count", c_uint(2))
        library().virTypedParamsAddString(rows, count, room, b"fs.0.name", "ä".encode())
        return 0

    monkeypatch.setattr(parameters, "call", get)
    handle = Fake(c_pointer=lambda: 5)
    found = parameters.allocate("virDomainGetGuestInfo", handle, 8, flags=0)
    assert found == {"fs.count": 2, "fs.0.name": "ä"}


def test_a_getter_that_fails_raises(dom: Domain) -> None:
    with pytest.raises(Error, match="'vdz' was not found"):
        parameters.fill("virDomainGetBlockIoTune", dom.handle, "vdz")
    with pytest.raises(Error, match="unsupported flags"):
        parameters.fill("virDomainGetNumaParameters", dom.handle, flags=64)
    with pytest.raises(Error, match="not supported by the connection driver"):
        parameters.allocate("virDomainGetGuestInfo", dom.handle, 0, flags=0)


@pytest.mark.parametrize(
    ("kind", "value", "name"),
    [
        (INT, -1, "int"),
        (LLONG, -1, "llong"),
        (ULLONG, 2**64 - 1, "ullong"),
        (DOUBLE, 0.5, "double"),
        (BOOLEAN, False, "boolean"),
        (STRING, "x", "string"),
    ],
)
def test_a_setter_sees_the_type(dom: Domain, kind: int, value: Any, name: str) -> None:
    # libvirt wants another type for this one, and names the one that it sees.
    rows = [("weight", kind, value)]
    with pytest.raises(Error, match=f"'weight'.*'{name}'|'{name}'.*'weight'"):
        parameters.write("virDomainSetBlkioParameters", dom.handle, parameters=rows)


def test_a_setter_gets_texts_and_numbers_whole(dom: Domain) -> None:
    rows = [
        ("weight", UINT, 300),
        ("device_weight", STRING, "/dev/ä,500"),
        ("device_read_iops_sec", STRING, "/dev/sda,5,/dev/sdb,6"),
    ]
    parameters.write("virDomainSetBlkioParameters", dom.handle, parameters=rows)
    found = parameters.fill("virDomainGetBlkioParameters", dom.handle)
    assert {name: found[name] for name, _, _ in rows} == {name: value for name, _, value in rows}


def test_a_setter_without_parameters_is_libvirts_to_refuse(dom: Domain) -> None:
    with pytest.raises(Error, match="nparams in virDomainSetNumaParameters must be greater"):
        parameters.write("virDomainSetNumaParameters", dom.handle, parameters=[])


def test_reading_leaves_nothing_behind(dom: Domain) -> None:
    def read(number: int) -> None:
        for _ in range(number):
            parameters.fill("virDomainGetNumaParameters", dom.handle)

    read(100)
    before = sys.getallocatedblocks()
    read(10_000)
    assert sys.getallocatedblocks() - before < 500

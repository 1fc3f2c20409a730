"""Typed parameters, read from C and written to it."""

from __future__ import annotations

from typing import Any

import pytest

from sysvirt import Domain, Error
from sysvirt._libvirt import parameters as typed
from sysvirt.typed import Parameter


def test_all_types_are_read() -> None:
    rows = [
        typed.Row(b"i", 1, typed.Value(i=-(2**31))),
        typed.Row(b"ui", 2, typed.Value(ui=2**32 - 1)),
        typed.Row(b"l", 3, typed.Value(l=-(2**63))),
        typed.Row(b"ul", 4, typed.Value(ul=2**64 - 1)),
        typed.Row(b"d", 5, typed.Value(d=0.5)),
        typed.Row(b"b", 6, typed.Value(b=1)),
        typed.Row(b"s", 7, typed.Value(s="ä".encode())),
        typed.Row(b"raw", 7, typed.Value(s=b"\xff")),
        typed.Row(b"null", 7, typed.Value(s=None)),
        typed.Row(b"", 0, typed.Value(ul=5)),
    ]
    assert typed.taken(rows) == [
        ("i", 1, -(2**31)),
        ("ui", 2, 2**32 - 1),
        ("l", 3, -(2**63)),
        ("ul", 4, 2**64 - 1),
        ("d", 5, 0.5),
        ("b", 6, True),
        ("s", 7, "ä"),
        ("raw", 7, "\udcff"),
        ("null", 7, ""),
    ]
    assert typed.taken(rows[5:6])[0].value is True


def test_a_getter_is_asked_for_the_count(dom: Domain) -> None:
    found = typed.read("virDomainGetNumaParameters", dom.handle)
    assert found == [("numa_mode", 1, 0), ("numa_nodeset", 7, "")]
    assert typed.values(found) == {"numa_mode": 0, "numa_nodeset": ""}


def test_a_getter_without_flags_is_told_the_count(dom: Domain) -> None:
    found = typed.read("virDomainGetSchedulerParameters", dom.handle, count=1, flags=None)
    assert found == [("weight", 2, 50)]


def test_a_getter_that_fails_raises(dom: Domain) -> None:
    with pytest.raises(Error, match="'vdz' was not found"):
        typed.read("virDomainGetBlockIoTune", dom.handle, b"vdz")
    with pytest.raises(Error, match="unsupported flags"):
        typed.read("virDomainGetNumaParameters", dom.handle, flags=64)


@pytest.mark.parametrize(
    ("number", "value", "name"),
    [
        (1, -1, "int"),
        (3, -1, "llong"),
        (4, 2**64 - 1, "ullong"),
        (5, 0.5, "double"),
        (5, 1, "double"),
        (6, False, "boolean"),
        (7, "x", "string"),
    ],
)
def test_a_setter_gets_the_type(dom: Domain, number: int, value: Any, name: str) -> None:
    known = [Parameter("weight", number, None)]
    with pytest.raises(Error, match=f"'weight'.*'{name}'|'{name}'.*'weight'"):
        typed.write(
            "virDomainSetBlkioParameters", dom.handle, params={"weight": value}, known=known
        )


@pytest.mark.parametrize(
    ("number", "value", "error", "message"),
    [
        (1, 2**31, ValueError, "between -2147483648 and 2147483647"),
        (2, -1, ValueError, "between 0 and 4294967295"),
        (3, 2**63, ValueError, "between"),
        (4, -1, ValueError, "between 0 and"),
        (4, "1", TypeError, "an int"),
        (5, "1", TypeError, "a number"),
        (6, 2, ValueError, "between 0 and 1"),
        (7, 1, TypeError, "a str"),
        (7, "\0", ValueError, "NUL"),
    ],
)
def test_a_setter_refuses_by_name(
    dom: Domain, number: int, value: Any, error: type[Exception], message: str
) -> None:
    known = [Parameter("weight", number, None)]
    with pytest.raises(error, match=rf"params\['weight'\].*{message}"):
        typed.write(
            "virDomainSetBlkioParameters", dom.handle, params={"weight": value}, known=known
        )


def test_a_setter_refuses_an_unknown_key_and_changes_nothing(dom: Domain) -> None:
    known = typed.read("virDomainGetBlkioParameters", dom.handle)
    params = {"weight": 300, "height": 5}
    with pytest.raises(ValueError, match="unknown key 'height'; known here: .*'weight'"):
        typed.write("virDomainSetBlkioParameters", dom.handle, params=params, known=known)
    assert dom.get_blkio_parameters()["weight"] == 0


def test_texts_are_handed_over_whole(dom: Domain) -> None:
    known = typed.read("virDomainGetBlkioParameters", dom.handle)
    params = {"device_weight": "/dev/ä,500", "device_read_iops_sec": "/dev/sda,5,/dev/sdb,6"}
    typed.write("virDomainSetBlkioParameters", dom.handle, params=params, known=known)
    assert params.items() <= dom.get_blkio_parameters().items()


def test_no_parameters_are_what_libvirt_says_of_them(dom: Domain) -> None:
    with pytest.raises(Error, match="nparams in virDomainSetNumaParameters must be greater"):
        typed.write("virDomainSetNumaParameters", dom.handle, params={}, known=[])

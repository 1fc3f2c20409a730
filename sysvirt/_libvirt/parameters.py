"""Typed parameters: names with values, of which each has one of seven C types.

libvirt-python takes an unsigned number of 32 bits for a signed one, fails where libvirt leaves a
parameter empty or a text isn't UTF-8, refuses a number that is too wide without saying which it is,
and reads with the flags that are meant for a change. Here they are read and written as they are, by
one reader and one writer.
"""

from __future__ import annotations

import ctypes
from ctypes import (
    POINTER,
    byref,
    c_byte,
    c_char,
    c_char_p,
    c_double,
    c_int,
    c_longlong,
    c_uint,
    c_ulonglong,
)
from functools import cache
from typing import TYPE_CHECKING, Any

from sysvirt._libvirt.functions import call, function, pointer
from sysvirt._libvirt.parameter_types import (
    BOOLEAN,
    DOUBLE,
    INT,
    LLONG,
    STRING,
    UINT,
    ULLONG,
)
from sysvirt._libvirt.texts import decode, encode

if TYPE_CHECKING:
    from collections.abc import Iterable


#: No function has more parameters than this, but for one with 64.
MOST = 16
#: A daemon takes no more for the functions that fill an array.
MOST_OF = {"virDomainGetBlockIoTune": 32, "virNodeGetMemoryParameters": 64}


class Value(ctypes.Union):
    """The value in a ``Row``: its type says which of these it is."""

    _fields_ = (
        ("i", c_int),
        ("ui", c_uint),
        ("l", c_longlong),
        ("ul", c_ulonglong),
        ("d", c_double),
        ("b", c_byte),
        ("s", c_char_p),
    )


class Row(ctypes.Structure):
    """``virTypedParameter``."""

    _fields_ = (("field", c_char * 80), ("type", c_int), ("value", Value))


#: What counts the parameters, where it isn't an ``int``.
COUNTED_BY = {"virDomainGetGuestVcpus": c_uint}

#: By their type, the name of the value in ``Value``.
_MEMBERS = {
    INT: "i",
    UINT: "ui",
    LLONG: "l",
    ULLONG: "ul",
    DOUBLE: "d",
    BOOLEAN: "b",
    STRING: "s",
}


def read_rows(rows: Any, count: int) -> dict[str, Any]:
    """What is in an array of rows; libvirt leaves one empty that it knows nothing for."""
    found: dict[str, Any] = {}
    for row in rows[:count]:
        member = _MEMBERS.get(row.type)
        if member is None:
            continue
        value = getattr(row.value, member)
        if member == "s":
            value = decode(value or b"")
        elif member == "b":
            value = bool(value)
        found[decode(row.field)] = value
    return found


def read_types(rows: Any, count: int) -> dict[str, int]:
    """The type of each parameter in an array of rows."""
    return {decode(row.field): row.type for row in rows[:count] if row.type in _MEMBERS}


@cache
def _array(length: int) -> Any:
    return Row * length


def _fill(name: str, handle: Any, before: tuple[str, ...], flags: int | None) -> tuple[Any, int]:
    """Have a getter fill an array; the result is the array and how many rows are filled.

    There is room for all that there may be, so that libvirt needn't be asked first how many.
    """
    most = MOST_OF.get(name, MOST)
    rows, count = _array(most)(), c_int(most)
    last = () if flags is None else (flags,)
    call(name, pointer(handle), *map(encode, before), rows, byref(count), *last)
    return rows, count.value


def fill(name: str, handle: Any, *before: str, flags: int | None = 0) -> dict[str, Any]:
    """The parameters of a getter that fills an array; ``flags`` are ``None`` for one without.

    ``before`` names the device where the function wants one.
    """
    rows, count = _fill(name, handle, before, flags)
    found = read_rows(rows, count)
    function("virTypedParamsClear")(rows, count)
    return found


def fill_types(name: str, handle: Any, *before: str, flags: int | None = 0) -> dict[str, int]:
    """The types of the parameters that a getter gives."""
    rows, count = _fill(name, handle, before, flags)
    types = read_types(rows, count)
    function("virTypedParamsClear")(rows, count)
    return types


def allocate(name: str, handle: Any, *before: Any, flags: int) -> dict[str, Any]:
    """The parameters of a getter that allocates its array."""
    rows, count = POINTER(Row)(), COUNTED_BY.get(name, c_int)()
    call(name, pointer(handle), *before, byref(rows), byref(count), flags)
    found = read_rows(rows, count.value)
    function("virTypedParamsFree")(rows, count.value)
    return found


def get_job_stats(dom: Any, flags: int) -> tuple[int, dict[str, Any]]:
    """``virDomainGetJobStats``: the kind of the job, and what there is to be said of it."""
    kind = c_int()
    stats = allocate("virDomainGetJobStats", dom, byref(kind), flags=flags)
    return kind.value, stats


def write(
    name: str,
    handle: Any,
    *before: str,
    parameters: Iterable[tuple[str, int, Any]],
    flags: int | None = 0,
) -> None:
    """Hand parameters to a setter: the name, the type and the value of each."""
    chosen = list(parameters)
    rows = _array(len(chosen))()
    for row, (field, kind, value) in zip(rows, chosen, strict=True):
        row.field, row.type = encode(field), kind
        setattr(row.value, _MEMBERS[kind], encode(value) if kind == STRING else value)
    last = () if flags is None else (flags,)
    call(name, pointer(handle), *(encode(each) for each in before), rows, len(rows), *last)

"""Typed parameters as C has them: a name, a type and a value each.

libvirt-python loses three things about them. An unsigned number of 32 bits comes out negative
from 2**31 on. A number that is too wide for its parameter is refused without saying which it is.
And its setters read the present parameters with the flags that are meant for the change, so that
no change can be made to a running domain and its stored configuration at once. Here they are
read and written as they are. :mod:`sysvirt.native` says how the library is reached.
"""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any, NamedTuple

from sysvirt import arguments, native
from sysvirt.native import call, library

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

#: The statistics of so many CPUs a daemon tells at once.
CPUS_AT_ONCE = 128


class Value(ctypes.Union):
    """The value in a ``Row``: its type says which of these it is."""

    _fields_ = [
        ("i", ctypes.c_int),
        ("ui", ctypes.c_uint),
        ("l", ctypes.c_longlong),
        ("ul", ctypes.c_ulonglong),
        ("d", ctypes.c_double),
        ("b", ctypes.c_byte),
        ("s", ctypes.c_char_p),
    ]


class Row(ctypes.Structure):
    """``virTypedParameter``."""

    _fields_ = [("field", ctypes.c_char * 80), ("type", ctypes.c_int), ("value", Value)]


class Parameter(NamedTuple):
    """A typed parameter that libvirt gave."""

    name: str
    #: One of ``virTypedParameterType``.
    type: int
    value: Any


class _Type(NamedTuple):
    """What there is to know of a type."""

    member: str
    check: Callable[[Any, str], Any]
    from_c: Callable[[Any], Any] = lambda value: value
    to_c: Callable[[Any], Any] = lambda value: value


#: The type of an unsigned number of 32 bits.
UINT = 2

#: The type of a truth value.
BOOLEAN = 6

#: By ``virTypedParameterType``.
_TYPES = {
    1: _Type("i", arguments.cint),
    UINT: _Type("ui", arguments.uint),
    3: _Type("l", arguments.llong),
    4: _Type("ul", arguments.ullong),
    5: _Type("d", arguments.real),
    BOOLEAN: _Type("b", arguments.truth, from_c=bool),
    7: _Type("s", arguments.text, from_c=lambda text: native.text(text or b""), to_c=str.encode),
}


def read(
    function: str, handle: Any, *before: bytes, count: int | None = None, flags: int | None = 0
) -> list[Parameter]:
    """What a getter gives that fills an array.

    It is asked for the ``count`` itself when that isn't known; ``flags`` are ``None`` for a
    function that has none.
    """
    after = [] if flags is None else [ctypes.c_uint(flags)]
    number = ctypes.c_int(count or 0)
    if count is None:
        call(function, handle, *before, None, ctypes.byref(number), *after)
    rows = (Row * number.value)()
    call(function, handle, *before, rows, ctypes.byref(number), *after)
    found = taken(rows[: number.value])
    library().virTypedParamsClear(rows, number)
    return found


def taken(rows: Iterable[Row]) -> list[Parameter]:
    """What is in rows; libvirt leaves one empty that it knows nothing for."""
    found = []
    for row in rows:
        if kind := _TYPES.get(row.type):
            value = kind.from_c(getattr(row.value, kind.member))
            found.append(Parameter(row.field.decode(), row.type, value))
    return found


def values(parameters: Iterable[Parameter]) -> dict[str, Any]:
    """The dict of them."""
    return {parameter.name: parameter.value for parameter in parameters}


def write(
    function: str,
    handle: Any,
    *before: bytes,
    params: Mapping[str, Any],
    known: Iterable[Parameter],
    flags: int | None = 0,
) -> None:
    """Hand parameters to a setter, ``known`` being those that there are.

    Any other key and a value that its type can't hold are refused by name before the call.
    """
    wanted = arguments.mapping(params, "params")
    types = {parameter.name: parameter.type for parameter in known}
    rows = (Row * len(wanted))()
    for row, (key, value) in zip(rows, wanted.items(), strict=True):
        if key not in types:
            raise ValueError(f"params has an unknown key {key!r}; known here: {sorted(types)}")
        kind = _TYPES[types[key]]
        row.field, row.type = key.encode(), types[key]
        setattr(row.value, kind.member, kind.to_c(kind.check(value, f"params[{key!r}]")))
    after = [] if flags is None else [ctypes.c_uint(flags)]
    call(function, handle, *before, rows, ctypes.c_int(len(rows)), *after)


def cpu_stats(dom: Any, start: int, number: int, flags: int) -> list[dict[str, int]]:
    """``virDomainGetCPUStats``: all statistics of each CPU, or the totals where ``start`` is -1."""
    if start != -1 or not number:
        there = _ask_cpu_stats(dom, None, 0, 0, 0, flags)
        number = number or there
        if 0 <= start < there:
            number = min(number, there - start)
    width = _ask_cpu_stats(dom, None, 0, -1 if start == -1 else 0, 1, flags)
    found: list[dict[str, int]] = []
    for first in range(start, start + number, CPUS_AT_ONCE):
        cpus = min(start + number - first, CPUS_AT_ONCE)
        rows = (Row * (width * cpus))()
        _ask_cpu_stats(dom, rows, width, first, cpus, flags)
        found += [values(taken(rows[at * width : (at + 1) * width])) for at in range(cpus)]
        library().virTypedParamsClear(rows, ctypes.c_int(len(rows)))
    return found


def _ask_cpu_stats(dom: Any, rows: Any, width: int, start: int, number: int, flags: int) -> int:
    return call(
        "virDomainGetCPUStats",
        dom,
        rows,
        ctypes.c_uint(width),
        ctypes.c_int(start),
        ctypes.c_uint(number),
        ctypes.c_uint(flags),
    )

"""The way to the C functions that :mod:`sysvirt._libvirt.prototypes` declares."""

from __future__ import annotations

import ctypes
import ctypes.util
from ctypes import (
    CFUNCTYPE,
    POINTER,
    c_char_p,
    c_int,
    c_size_t,
    c_uint,
    c_ulonglong,
    c_void_p,
)
from functools import cache
from typing import Any

from sysvirt._libvirt.errors import failed, kept
from sysvirt._libvirt.prototypes import PRIVATE, PROTOTYPES

#: C's types. What is only handed on, or filled by C, is a ``void *``.
TYPES: dict[str, Any] = {
    "void": None,
    "int": c_int,
    "unsigned int": c_uint,
    "size_t": c_size_t,
    "char *": c_void_p,
    "const char *": c_char_p,
    "unsigned char *": c_void_p,
    "int *": POINTER(c_int),
    "unsigned int *": POINTER(c_uint),
    "unsigned long long *": POINTER(c_ulonglong),
    "void *": c_void_p,
}

#: The types of what libvirt calls, where it says who it is.
CALLBACKS: dict[str, Any] = {
    "virFreeCallback": CFUNCTYPE(None, c_void_p),
    "virEventHandleCallback": CFUNCTYPE(None, c_int, c_int, c_int, c_void_p),
    "virEventTimeoutCallback": CFUNCTYPE(None, c_int, c_void_p),
    "virEventAddHandleFunc": CFUNCTYPE(c_int, c_int, c_int, c_void_p, c_void_p, c_void_p),
    "virEventUpdateHandleFunc": CFUNCTYPE(None, c_int, c_int),
    "virEventRemoveHandleFunc": CFUNCTYPE(c_int, c_int),
    "virEventAddTimeoutFunc": CFUNCTYPE(c_int, c_int, c_void_p, c_void_p, c_void_p),
    "virEventUpdateTimeoutFunc": CFUNCTYPE(None, c_int, c_int),
    "virEventRemoveTimeoutFunc": CFUNCTYPE(c_int, c_int),
}


@cache
def library() -> ctypes.CDLL:
    """The libvirt library that libvirt-python has loaded."""
    try:
        return ctypes.CDLL("libvirt.so.0")
    except OSError:
        return ctypes.CDLL(ctypes.util.find_library("virt"))


def ctype(name: str) -> Any:
    """The ctypes type for a C type: all that isn't in the table is a pointer, to whatever it be."""
    return TYPES.get(name, c_void_p)


@cache
def function(name: str) -> Any:
    """A C function of libvirt."""
    result, parameters = PROTOTYPES.get(name) or PRIVATE[name]
    found = library()[name]
    found.restype = ctype(result)
    found.argtypes = [ctype(parameter) for parameter in parameters]
    return found


def call(name: str, *arguments: Any) -> int:
    """Call a C function that gives -1 for failure."""
    newest = kept[-1]
    result: int = function(name)(*arguments)
    if result < 0:
        raise failed(f"{name}() failed", newest)
    return result


def pointer(handle: Any) -> int:
    """The C pointer in a libvirt-python object; NULL when that has been closed itself."""
    address: int = handle.c_pointer()
    return address


#: What libvirt allocated for its caller is freed with C's own function.
free = ctypes.CDLL(None).free
free.argtypes = [c_void_p]
free.restype = None


def keep_for_ever(thing: object) -> None:
    """Never free what C code knows: its threads may outlive the modules when the process ends."""
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(thing))

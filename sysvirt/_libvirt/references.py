"""The pointers to C objects that libvirt-python keeps in capsules."""

from __future__ import annotations

import ctypes
from functools import cache
from typing import Any

from sysvirt._libvirt.functions import call, keep_for_ever

_get_name = ctypes.pythonapi.PyCapsule_GetName
_get_name.argtypes = [ctypes.py_object]
_get_name.restype = ctypes.c_char_p
_get_pointer = ctypes.pythonapi.PyCapsule_GetPointer
_get_pointer.argtypes = [ctypes.py_object, ctypes.c_char_p]
_get_pointer.restype = ctypes.c_void_p
_new = ctypes.pythonapi.PyCapsule_New
_new.restype = ctypes.py_object
_new.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p]


def address(capsule: Any) -> int | None:
    """The C pointer in a capsule; NULL in place of one that libvirt-python itself has closed."""
    if capsule is None:
        return None
    found: int = _get_pointer(capsule, _get_name(capsule))
    return found


@cache
def _capsule_name(kind: str) -> ctypes.c_char_p:
    # A capsule refers to its name, which has to be there as long as any of them.
    name = ctypes.c_char_p(f"{kind}Ptr".encode())
    keep_for_ever(name)
    return name


def capsule(kind: str, pointer: int) -> Any:
    """A capsule, as libvirt-python makes them, that holds a reference of its own to a C object."""
    refer(kind, pointer)
    return _new(pointer, _capsule_name(kind), None)


def refer(kind: str, pointer: int | None) -> None:
    """Take one more reference to a C object, which freeing gives back."""
    call(f"{kind}Ref", pointer)

"""What libvirt-python can't tell, asked of the libvirt library itself.

libvirt-python gives a node's memory in whole MiB where libvirt knows KiB; such losses can't be
made good from its results. Its objects have a C pointer for just this, and the structures and
functions used here are libvirt's public, frozen interface. ctypes is loaded at the first use.
"""

from __future__ import annotations

import ctypes
import ctypes.util
from functools import cache
from struct import Struct
from typing import TYPE_CHECKING, Any

from sysvirt.binding import libvirtmod
from sysvirt.error import Error

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sysvirt.error import RawError
    from sysvirt.shapes.virt import NodeInfo


@cache
def library() -> ctypes.CDLL:
    """The libvirt library that libvirt-python has loaded."""
    try:
        return ctypes.CDLL("libvirt.so.0")
    except OSError:
        return ctypes.CDLL(ctypes.util.find_library("virt"))


#: What libvirt allocated for its caller is freed with C's own function.
free = ctypes.CDLL(None).free
free.argtypes = [ctypes.c_void_p]
free.restype = None


class _LastError(ctypes.Structure):
    """``virError``."""

    _fields_ = [
        ("code", ctypes.c_int),
        ("domain", ctypes.c_int),
        ("message", ctypes.c_char_p),
        ("level", ctypes.c_int),
        ("conn", ctypes.c_void_p),
        ("dom", ctypes.c_void_p),
        ("str1", ctypes.c_char_p),
        ("str2", ctypes.c_char_p),
        ("str3", ctypes.c_char_p),
        ("int1", ctypes.c_int),
        ("int2", ctypes.c_int),
        ("net", ctypes.c_void_p),
    ]


def text(value: bytes | None) -> Any:
    """A text that libvirt gave: a byte that isn't UTF-8 is a surrogate, as in names of files."""
    return None if value is None else value.decode(errors="surrogateescape")


#: How functions are named whose text stays libvirt's own; any other is the caller's to free.
_LENT = ("GetKey", "GetName", "GetParent")

_capsule_name = ctypes.pythonapi.PyCapsule_GetName
_capsule_name.argtypes = [ctypes.py_object]
_capsule_name.restype = ctypes.c_char_p
_capsule_pointer = ctypes.pythonapi.PyCapsule_GetPointer
_capsule_pointer.argtypes = [ctypes.py_object, ctypes.c_char_p]
_capsule_pointer.restype = ctypes.c_void_p


def told(name: str, capsule: Any, arguments: Sequence[str | int | None]) -> str | None:
    """What a C function tells of an object; ``None`` where it fails."""
    get = library()[name]
    get.restype = ctypes.c_void_p
    passed = [each.encode() if isinstance(each, str) else each for each in arguments]
    pointer = _capsule_pointer(capsule, _capsule_name(capsule))
    found = get(ctypes.c_void_p(pointer), *passed)
    if found is None:
        return None
    content = ctypes.string_at(found)
    if not name.endswith(_LENT):
        free(found)
    return text(content)  # type: ignore[no-any-return]


def last_error() -> RawError:
    """libvirt's last error in this thread, of which there is one."""
    get = library()["virGetLastError"]
    get.restype = ctypes.POINTER(_LastError)
    at = get().contents
    texts = (text(at.str1), text(at.str2), text(at.str3))
    return (at.code, at.domain, text(at.message), at.level, *texts, at.int1, at.int2)


def pointer(handle: Any) -> ctypes.c_void_p:
    """The C pointer in a libvirt-python object; NULL when libvirt-python itself has closed it."""
    return ctypes.c_void_p(handle.c_pointer() if handle._o is not None else None)


def call(function: str, handle: Any, *arguments: Any) -> int:
    """Call a C function that gives an ``int`` and -1 for failure."""
    result: int = getattr(library(), function)(pointer(handle), *arguments)
    if result < 0:
        raise Error(f"{function}() failed")
    return result


@cache
def function(name: str, *types: Any) -> Any:
    """A C function that gives an ``int``, told once what it takes: quicker than ``call``."""
    found = library()[name]
    found.argtypes = types
    return found


class _NodeInfo(ctypes.Structure):
    """``virNodeInfo``."""

    _fields_ = [("model", ctypes.c_char * 32), ("numbers", ctypes.c_char * 32)]


#: Its numbers, quicker than field by field: memory, CPUs, MHz, nodes, sockets, cores, threads.
_numbers = Struct("@32xL6I").unpack_from
_get_node_info = function("virNodeGetInfo", ctypes.c_void_p, ctypes.POINTER(_NodeInfo))


def node_info(conn: Any) -> NodeInfo:
    """``virNodeGetInfo``, with the memory in KiB."""
    room = _NodeInfo()
    if _get_node_info(libvirtmod.virConnect_pointer(conn._o), room) < 0:
        raise Error("virNodeGetInfo() failed")
    memory, cpus, mhz, nodes, sockets, cores, threads = _numbers(room)
    return {
        "model": room.model.decode(),
        "memory": memory,
        "cpus": cpus,
        "mhz": mhz,
        "nodes": nodes,
        "sockets": sockets,
        "cores": cores,
        "threads": threads,
    }


def free_pages(
    conn: Any, sizes: list[int], start: int, cells: int, flags: int
) -> dict[int, dict[int, int]]:
    """``virNodeGetFreePages``: NUMA node to page size to number of free pages.

    libvirt-python believes the number of filled entries, which the test driver leaves at 0.
    """
    counts = (ctypes.c_ulonglong * (len(sizes) * cells))()
    filled = call(
        "virNodeGetFreePages",
        conn,
        ctypes.c_uint(len(sizes)),
        (ctypes.c_uint * len(sizes))(*sizes),
        ctypes.c_int(start),
        ctypes.c_uint(cells),
        counts,
        ctypes.c_uint(flags),
    )
    known = filled // len(sizes) if filled else cells
    width = len(sizes)
    return {
        start + at: dict(zip(sizes, counts[at * width : (at + 1) * width], strict=True))
        for at in range(known)
    }

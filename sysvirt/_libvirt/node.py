"""The host, where libvirt-python loses what libvirt knows about it."""

from __future__ import annotations

import ctypes
from ctypes import byref, c_char, c_int, c_uint, c_ulong, c_ulonglong
from struct import Struct
from typing import TYPE_CHECKING, Any

from sysvirt._libvirt.functions import call, pointer
from sysvirt._libvirt.texts import decode

if TYPE_CHECKING:
    from sysvirt.shapes.virt import NodeInfo, SecurityModel


class NodeInfoStruct(ctypes.Structure):
    """``virNodeInfo``."""

    _fields_ = (
        ("model", c_char * 32),
        ("memory", c_ulong),
        ("cpus", c_uint),
        ("mhz", c_uint),
        ("nodes", c_uint),
        ("sockets", c_uint),
        ("cores", c_uint),
        ("threads", c_uint),
    )


#: The numbers of a ``virNodeInfo``, quicker than field by field.
_NUMBERS = Struct("@32xL6I")


class NodeStat(ctypes.Structure):
    """``virNodeCPUStats`` and ``virNodeMemoryStats``, which are alike."""

    _fields_ = (("field", c_char * 80), ("value", c_ulonglong))


class SecurityModelStruct(ctypes.Structure):
    """``virSecurityModel``."""

    _fields_ = (("model", c_char * 257), ("doi", c_char * 257))


def get_info(conn: Any) -> NodeInfo:
    """``virNodeGetInfo``: libvirt-python gives whole MiB of memory, this KiB."""
    info = NodeInfoStruct()
    call("virNodeGetInfo", pointer(conn), byref(info))
    memory, cpus, mhz, nodes, sockets, cores, threads = _NUMBERS.unpack_from(info)
    return {
        "model": decode(info.model),
        "memory": memory,
        "cpus": cpus,
        "mhz": mhz,
        "nodes": nodes,
        "sockets": sockets,
        "cores": cores,
        "threads": threads,
    }


def get_stats(name: str, conn: Any, which: int, flags: int) -> dict[str, int]:
    """``virNodeGetCPUStats`` or ``virNodeGetMemoryStats``."""
    number = c_int(0)
    call(name, pointer(conn), which, None, byref(number), flags)
    rows = (NodeStat * number.value)()
    call(name, pointer(conn), which, rows, byref(number), flags)
    return {decode(row.field): row.value for row in rows[: number.value]}


def get_security_model(conn: Any) -> SecurityModel:
    """``virNodeGetSecurityModel``."""
    found = SecurityModelStruct()
    call("virNodeGetSecurityModel", pointer(conn), byref(found))
    return {"model": decode(found.model), "doi": decode(found.doi)}


def get_free_pages(
    conn: Any, sizes: list[int], start: int, cells: int, flags: int
) -> dict[int, dict[int, int]]:
    """``virNodeGetFreePages``: NUMA node to page size to number of free pages.

    libvirt-python believes the number of filled entries, which the test driver leaves at 0.
    """
    width = len(sizes)
    counts = (c_ulonglong * (width * cells))()
    filled = call(
        "virNodeGetFreePages",
        pointer(conn),
        width,
        (c_uint * width)(*sizes),
        start,
        cells,
        counts,
        flags,
    )
    answered = filled // width if filled else cells
    return {
        start + at: dict(zip(sizes, counts[at * width : (at + 1) * width], strict=True))
        for at in range(answered)
    }

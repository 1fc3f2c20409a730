"""What libvirt-python can't tell about a domain, asked of the libvirt library itself.

It fits CPU maps to the number of CPUs that it counted itself, and so cuts or pads what libvirt
said or was told; it has no flags for some functions, and a signed number where C has an
unsigned one. :mod:`sysvirt.native` says how the library is reached.
"""

from __future__ import annotations

import ctypes
from ctypes import addressof, c_char, c_int, c_void_p
from struct import Struct
from typing import TYPE_CHECKING, Any

from sysvirt.binding import libvirtmod
from sysvirt.constants import DomainConstants
from sysvirt.error import Error
from sysvirt.native import call, free, function, library, text

if TYPE_CHECKING:
    from sysvirt.shapes.domain import MemoryStats, VcpuInfo


#: Room for so many virtual CPUs costs less than to ask how many a domain has.
VCPUS_AT_FIRST = 16

#: ``virVcpuInfo``: number, state, CPU time in nanoseconds, the host's CPU.
_VCPU_INFO = Struct("@IiQi0Q")


class IOThreadInfo(ctypes.Structure):
    """``virDomainIOThreadInfo``."""

    _fields_ = [
        ("iothread_id", ctypes.c_uint),
        ("cpumap", ctypes.c_void_p),
        ("cpumaplen", ctypes.c_int),
    ]


class MemoryStat(ctypes.Structure):
    """``virDomainMemoryStatStruct``."""

    _fields_ = [("tag", ctypes.c_int), ("val", ctypes.c_ulonglong)]


#: What the tags of ``virDomainMemoryStats`` are called in Perl.
MEMORY_STATS = {
    DomainConstants.MEMORY_STAT_SWAP_IN: "swap_in",
    DomainConstants.MEMORY_STAT_SWAP_OUT: "swap_out",
    DomainConstants.MEMORY_STAT_MAJOR_FAULT: "major_fault",
    DomainConstants.MEMORY_STAT_MINOR_FAULT: "minor_fault",
    DomainConstants.MEMORY_STAT_UNUSED: "unused",
    DomainConstants.MEMORY_STAT_AVAILABLE: "available",
    DomainConstants.MEMORY_STAT_ACTUAL_BALLOON: "actual_balloon",
    DomainConstants.MEMORY_STAT_RSS: "rss",
    DomainConstants.MEMORY_STAT_USABLE: "usable",
    DomainConstants.MEMORY_STAT_LAST_UPDATE: "last_update",
    DomainConstants.MEMORY_STAT_DISK_CACHES: "disk_caches",
    DomainConstants.MEMORY_STAT_HUGETLB_PGALLOC: "hugetlb_pgalloc",
    DomainConstants.MEMORY_STAT_HUGETLB_PGFAIL: "hugetlb_pgfail",
}


_get_vcpus = function("virDomainGetVcpus", c_void_p, c_void_p, c_int, c_void_p, c_int)


def map_length(conn: Any) -> int:
    """How many bytes a map of all the CPUs has that the host has room for."""
    *_, nodes, sockets, cores, threads = conn.getInfo()
    return int(nodes * sockets * cores * threads + 7) // 8


def vcpus(dom: Any, length: int) -> list[VcpuInfo]:
    """``virDomainGetVcpus``: what each virtual CPU does, and its CPU map."""
    most = VCPUS_AT_FIRST
    while len(found := _vcpus(dom, most, length)) == most:
        most *= 4
    return found


def _vcpus(dom: Any, number: int, length: int) -> list[VcpuInfo]:
    # One room for both: what they are, and behind that their maps.
    size = number * _VCPU_INFO.size
    room = (c_char * (size + number * length))()
    infos = addressof(room)
    pointer = libvirtmod.virDomain_pointer(dom._o)
    filled = _get_vcpus(pointer, infos, number, infos + size, length)
    if filled < 0:
        raise Error("virDomainGetVcpus() failed")
    raw = room.raw
    told = _VCPU_INFO.iter_unpack(raw[: filled * _VCPU_INFO.size])
    return [
        {
            "number": index,
            "state": state,
            "cpuTime": time,
            "cpu": cpu,
            "affinity": raw[size + at * length : size + (at + 1) * length],
        }
        for at, (index, state, time, cpu) in enumerate(told)
    ]


def vcpu_pins(dom: Any, number: int, length: int, flags: int) -> list[bytes]:
    """``virDomainGetVcpuPinInfo``: the CPU map of each virtual CPU."""
    maps = ctypes.create_string_buffer(number * length)
    filled = call(
        "virDomainGetVcpuPinInfo",
        dom,
        ctypes.c_int(number),
        maps,
        ctypes.c_int(length),
        ctypes.c_uint(flags),
    )
    return _split(maps.raw, length, filled)


def _split(maps: bytes, length: int, number: int) -> list[bytes]:
    return [maps[at * length : (at + 1) * length] for at in range(number)]


def emulator_pins(dom: Any, length: int, flags: int) -> bytes:
    """``virDomainGetEmulatorPinInfo``: the CPU map of the emulator's own threads."""
    cpumap = ctypes.create_string_buffer(length)
    call("virDomainGetEmulatorPinInfo", dom, cpumap, ctypes.c_int(length), ctypes.c_uint(flags))
    return cpumap.raw


def iothreads(dom: Any, flags: int) -> list[tuple[int, bytes]]:
    """``virDomainGetIOThreadInfo``: number and CPU map of each IOThread."""
    found = ctypes.POINTER(ctypes.POINTER(IOThreadInfo))()
    number = call("virDomainGetIOThreadInfo", dom, ctypes.byref(found), ctypes.c_uint(flags))
    rows = []
    for at in range(number):
        info = found[at].contents
        rows.append((info.iothread_id, ctypes.string_at(info.cpumap, info.cpumaplen)))
        library().virDomainIOThreadInfoFree(found[at])
    free(found)
    return rows


def pin(name: str, dom: Any, cpumap: bytes, *numbers: int, flags: int | None = None) -> None:
    """One of the ``virDomainPin…`` functions, with the CPU map just as it was given."""
    last = [] if flags is None else [ctypes.c_uint(flags)]
    before = [ctypes.c_uint(number) for number in numbers]
    call(name, dom, *before, cpumap, ctypes.c_int(len(cpumap)), *last)


def memory_stats(dom: Any, flags: int) -> MemoryStats:
    """``virDomainMemoryStats``, without what this table doesn't know."""
    rows = (MemoryStat * len(MEMORY_STATS))()
    filled = call("virDomainMemoryStats", dom, rows, ctypes.c_uint(len(rows)), ctypes.c_uint(flags))
    return {MEMORY_STATS[row.tag]: row.val for row in rows[:filled] if row.tag in MEMORY_STATS}  # type: ignore[return-value]


def send_key(dom: Any, codeset: int, holdtime: int, keycodes: list[int], flags: int) -> None:
    """``virDomainSendKey``."""
    call(
        "virDomainSendKey",
        dom,
        ctypes.c_uint(codeset),
        ctypes.c_uint(holdtime),
        (ctypes.c_uint * len(keycodes))(*keycodes),
        ctypes.c_int(len(keycodes)),
        ctypes.c_uint(flags),
    )


class DiskError(ctypes.Structure):
    """``virDomainDiskError``."""

    _fields_ = [("disk", ctypes.c_void_p), ("error", ctypes.c_int)]


def disk_errors(dom: Any, flags: int) -> list[tuple[str, int]]:
    """``virDomainGetDiskErrors``: target and error of each disk that has one."""
    name, bits = "virDomainGetDiskErrors", ctypes.c_uint(flags)
    number = call(name, dom, None, ctypes.c_uint(0), bits)
    rows = (DiskError * number)()
    filled = call(name, dom, rows, ctypes.c_uint(number), bits) if number else 0
    errors = [(text(ctypes.string_at(row.disk)), row.error) for row in rows[:filled]]
    for row in rows[:filled]:
        free(row.disk)
    return errors

"""A domain's CPUs, threads, disks and keys, where libvirt-python loses what libvirt knows.

It fits CPU maps to the number of CPUs that it counted itself, and so cuts or pads what libvirt
said or was told.
"""

from __future__ import annotations

import ctypes
from ctypes import POINTER, addressof, byref, c_char, c_int, c_uint, c_void_p
from functools import cache
from struct import Struct
from typing import TYPE_CHECKING, Any

from sysvirt._libvirt.errors import failed
from sysvirt._libvirt.functions import call, free, function, pointer
from sysvirt._libvirt.node import get_info
from sysvirt._libvirt.texts import decode, take

if TYPE_CHECKING:
    from sysvirt.shapes.domain import VcpuInfo

#: Room for so many virtual CPUs costs less than to ask how many a domain has.
VCPUS_AT_FIRST = 16


@cache
def _array(kind: Any, length: int) -> Any:
    """The type of an array, which is dear to make."""
    return kind * length


#: ``virVcpuInfo``: number, state, CPU time in nanoseconds, the host's CPU.
VCPU_INFO = Struct("@IiQi0Q")


class IOThreadInfo(ctypes.Structure):
    """``virDomainIOThreadInfo``."""

    _fields_ = (("iothread_id", c_uint), ("cpumap", c_void_p), ("cpumaplen", c_int))


class DiskError(ctypes.Structure):
    """``virDomainDiskError``."""

    _fields_ = (("disk", c_void_p), ("error", c_int))


def get_map_length(conn: Any) -> int:
    """How many bytes a map of all the CPUs has that the host has room for."""
    try:
        _, _, _, _, nodes, sockets, cores, threads = conn.getInfo()
    except UnicodeDecodeError:
        # The model of the CPUs is to blame, which isn't needed.
        _, _, _, _, nodes, sockets, cores, threads = get_info(conn).values()
    cpus: int = nodes * sockets * cores * threads
    # A garbled answer may ask for more than the machine has; libvirt refuses this much.
    return min((cpus + 7) // 8, 2**20)


def get_vcpus(dom: Any, length: int) -> list[VcpuInfo]:
    """``virDomainGetVcpus``: what each virtual CPU does, and its CPU map of ``length`` bytes."""
    most = VCPUS_AT_FIRST
    while len(found := _get_vcpus(dom, most, length)) == most:
        most *= 4
    return found


def _get_vcpus(dom: Any, most: int, length: int) -> list[VcpuInfo]:
    # One room for both: what they are, and behind that their maps.
    size = most * VCPU_INFO.size
    room = _array(c_char, size + most * length)()
    start = addressof(room)
    filled = call("virDomainGetVcpus", pointer(dom), start, most, start + size, length)
    raw = room.raw
    rows = VCPU_INFO.iter_unpack(raw[: filled * VCPU_INFO.size])
    return [
        {
            "number": number,
            "state": state,
            "cpuTime": time,
            "cpu": cpu,
            "affinity": raw[at : at + length],
        }
        # There is room for more maps than rows.
        for (number, state, time, cpu), at in zip(rows, range(size, len(raw), length), strict=False)
    ]


def get_vcpu_pins(dom: Any, number: int, length: int, flags: int) -> list[bytes]:
    """``virDomainGetVcpuPinInfo``: the CPU map of each virtual CPU."""
    maps = _array(c_char, number * length)()
    filled = call("virDomainGetVcpuPinInfo", pointer(dom), number, maps, length, flags)
    raw = maps.raw
    return [raw[at * length : (at + 1) * length] for at in range(filled)]


def get_emulator_pins(dom: Any, length: int, flags: int) -> bytes:
    """``virDomainGetEmulatorPinInfo``: the CPU map of the emulator's own threads."""
    cpumap = _array(c_char, length)()
    call("virDomainGetEmulatorPinInfo", pointer(dom), cpumap, length, flags)
    return bytes(cpumap)


def get_iothreads(dom: Any, flags: int) -> list[tuple[int, bytes]]:
    """``virDomainGetIOThreadInfo``: number and CPU map of each IOThread."""
    infos = POINTER(POINTER(IOThreadInfo))()
    number = call("virDomainGetIOThreadInfo", pointer(dom), byref(infos), flags)
    found = []
    for at in range(number):
        info = infos[at].contents
        found.append((info.iothread_id, ctypes.string_at(info.cpumap, info.cpumaplen)))
        function("virDomainIOThreadInfoFree")(infos[at])
    free(infos)
    return found


def pin(name: str, dom: Any, cpumap: bytes, *numbers: int, flags: int | None = None) -> None:
    """One of the ``virDomainPin…`` functions, with the CPU map just as it is."""
    last = () if flags is None else (flags,)
    call(name, pointer(dom), *numbers, cpumap, len(cpumap), *last)


def send_key(dom: Any, codeset: int, holdtime: int, keycodes: list[int], flags: int) -> None:
    """``virDomainSendKey``."""
    codes = (c_uint * len(keycodes))(*keycodes)
    call("virDomainSendKey", pointer(dom), codeset, holdtime, codes, len(keycodes), flags)


def screenshot(dom: Any, stream: Any, screen: int, flags: int) -> str:
    """``virDomainScreenshot``: the MIME type."""
    found = function("virDomainScreenshot")(pointer(dom), pointer(stream), screen, flags)
    if found is None:
        raise failed("virDomainScreenshot() failed")
    return take(found)


def get_disk_errors(dom: Any, flags: int) -> list[tuple[str, int]]:
    """``virDomainGetDiskErrors``: target and error of each disk that has one."""
    number = call("virDomainGetDiskErrors", pointer(dom), None, 0, flags)
    if not number:
        return []
    rows = (DiskError * number)()
    filled = call("virDomainGetDiskErrors", pointer(dom), rows, number, flags)
    errors = [(decode(ctypes.string_at(row.disk)), row.error) for row in rows[:filled]]
    for row in rows[:filled]:
        free(row.disk)
    return errors

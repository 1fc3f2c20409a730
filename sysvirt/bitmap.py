"""CPU maps: bytes in which the lowest bit of the first byte stands for CPU 0.

The functions of the upper half bear the names of C's ``VIR_*`` macros in lower case. Those
that change a map take a ``bytearray``.

>>> from sysvirt import bitmap
>>> bitmap.unpack(b"\\x05")
[0, 2]
>>> bitmap.pack([0, 2], 16)
b'\\x05\\x00'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt._core.arguments import buffer, count, data, integers

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sysvirt._core.arguments import Data


def cpu_maplen(cpus: int) -> int:
    """How many bytes a map of ``cpus`` CPUs has.

    >>> cpu_maplen(9)
    2

    Rests on: ``VIR_CPU_MAPLEN``.
    """
    return (count(cpus, "cpus") + 7) // 8


def cpu_used(cpumap: Data, cpu: int) -> bool:
    """Whether the map has the CPU; one beyond its end it has not.

    >>> cpu_used(b"\\x05", 2)
    True

    Rests on: ``VIR_CPU_USED``.
    """
    byte, bit = divmod(count(cpu, "cpu"), 8)
    cpumap = data(cpumap, "cpumap")
    return byte < len(cpumap) and bool(cpumap[byte] >> bit & 1)


def cpu_usable(cpumaps: Data, maplen: int, vcpu: int, cpu: int) -> bool:
    """Whether a virtual CPU may use a CPU, in maps of ``maplen`` bytes laid end to end.

    >>> cpu_usable(b"\\x01\\x02", 1, 1, 1)
    True

    Rests on: ``VIR_CPU_USABLE``.
    """
    return cpu_used(get_cpumap(cpumaps, maplen, vcpu), cpu)


def use_cpu(cpumap: bytearray, cpu: int) -> None:
    """Put the CPU into the map.

    >>> cpumap = bytearray(1)
    >>> use_cpu(cpumap, 1)
    >>> cpumap
    bytearray(b'\\x02')

    Rests on: ``VIR_USE_CPU``.
    """
    byte, bit = _place(cpumap, cpu)
    cpumap[byte] |= 1 << bit


def unuse_cpu(cpumap: bytearray, cpu: int) -> None:
    """Take the CPU out of the map.

    >>> cpumap = bytearray(b"\\x03")
    >>> unuse_cpu(cpumap, 0)
    >>> cpumap
    bytearray(b'\\x02')

    Rests on: ``VIR_UNUSE_CPU``.
    """
    byte, bit = _place(cpumap, cpu)
    cpumap[byte] &= ~(1 << bit)


def copy_cpumap(cpumaps: Data, maplen: int, vcpu: int, cpumap: bytearray) -> None:
    """Copy one virtual CPU's map out of maps laid end to end into ``cpumap``.

    >>> cpumap = bytearray()
    >>> copy_cpumap(b"\\x01\\x02", 1, 1, cpumap)
    >>> cpumap
    bytearray(b'\\x02')

    Rests on: ``VIR_COPY_CPUMAP``.
    """
    buffer(cpumap, "cpumap")[:] = get_cpumap(cpumaps, maplen, vcpu)


def get_cpumap(cpumaps: Data, maplen: int, vcpu: int) -> bytes:
    """One virtual CPU's map out of maps of ``maplen`` bytes laid end to end.

    >>> get_cpumap(b"\\x01\\x02", 1, 1)
    b'\\x02'

    Rests on: ``VIR_GET_CPUMAP``.
    """
    start = count(vcpu, "vcpu") * count(maplen, "maplen")
    cpumap = data(cpumaps, "cpumaps")[start : start + maplen]
    if len(cpumap) != maplen:
        raise ValueError(f"vcpu {vcpu} has no map in cpumaps")
    return cpumap


def pack(cpus: Iterable[int], total: int | None = None) -> bytes:
    """The map of a list of CPUs, for ``total`` CPUs or just long enough.

    >>> pack([0, 8])
    b'\\x01\\x01'
    """
    numbers = integers(cpus, "cpus", count)
    room = max(numbers, default=-1) + 1
    if total is None:
        total = room
    elif room > count(total, "total"):
        raise ValueError(f"cpus has {room - 1}, beyond a total of {total}")
    cpumap = bytearray(cpu_maplen(total))
    for number in numbers:
        cpumap[number // 8] |= 1 << number % 8
    return bytes(cpumap)


def unpack(cpumap: Data) -> list[int]:
    """The CPUs that a map has, in rising order.

    >>> unpack(b"\\x01\\x01")
    [0, 8]
    """
    bits = int.from_bytes(data(cpumap, "cpumap"), "little")
    return [cpu for cpu in range(bits.bit_length()) if bits >> cpu & 1]


def from_bools(used: Sequence[bool]) -> bytes:
    """The map of libvirt-python's form: a truth value for each CPU.

    >>> from_bools((True, False, True))
    b'\\x05'
    """
    bits = sum(1 << cpu for cpu, use in enumerate(used) if use)
    return bits.to_bytes((len(used) + 7) // 8, "little")


def to_bools(cpumap: Data, total: int) -> tuple[bool, ...]:
    """libvirt-python's form of a map: a truth value for each of ``total`` CPUs.

    >>> to_bools(b"\\x05", 4)
    (True, False, True, False)
    """
    bits = int.from_bytes(data(cpumap, "cpumap"), "little")
    return tuple(bool(bits >> cpu & 1) for cpu in range(count(total, "total")))


def _place(cpumap: bytearray, cpu: int) -> tuple[int, int]:
    byte, bit = divmod(count(cpu, "cpu"), 8)
    if byte >= len(buffer(cpumap, "cpumap")):
        raise ValueError(f"cpu {cpu} is beyond the end of cpumap")
    return byte, bit

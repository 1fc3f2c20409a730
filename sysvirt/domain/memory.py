"""A domain's memory: how much, how it is used, what is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt import _libvirt
from sysvirt._core.arguments import cint, flag_bits, ullong, ulong
from sysvirt._core.binding import libvirtmod
from sysvirt._libvirt.errors import failed
from sysvirt.constants import DomainConstants
from sysvirt.domain.part import DomainPart

if TYPE_CHECKING:
    from sysvirt._core.arguments import Flags
    from sysvirt.shapes.domain import MemoryStats


class Memory(DomainPart):
    """Limits, statistics and contents of the memory."""

    __slots__ = ()

    def get_max_memory(self) -> int:
        """The most memory that the domain may be given, in KiB.

        >>> dom.get_max_memory()
        8388608

        Rests on: ``virDomainGetMaxMemory``. Perl: ``get_max_memory``.
        """
        return self._handle.maxMemory()

    def set_max_memory(self, mem: int) -> None:
        """Set the most memory that the domain may be given, in KiB.

        Few hypervisors do so while it runs.

        >>> dom.destroy()
        >>> dom.set_max_memory(4194304)
        >>> dom.get_max_memory()
        4194304

        Rests on: ``virDomainSetMaxMemory``. Perl: ``set_max_memory``.
        """
        self._handle.setMaxMemory(ulong(mem, "mem"))

    def set_memory(self, mem: int, flags: Flags = 0) -> None:
        """Set how much memory the domain has, in KiB; not more than ``get_max_memory()``.

        ``flags`` are ``MEM_*``: the running domain, its configuration, or the maximum instead.

        >>> dom.set_memory(1048576)
        >>> dom.get_info()["memory"]
        1048576

        Rests on: ``virDomainSetMemory``, ``virDomainSetMemoryFlags``. Perl: ``set_memory``.
        """
        size, bits = ulong(mem, "mem"), flag_bits(flags)
        if bits:
            self._handle.setMemoryFlags(size, bits)
        else:
            self._handle.setMemory(size)

    def set_memory_stats_period(self, period: int, flags: Flags = 0) -> None:
        """Set how often, in seconds, the guest's balloon driver refreshes its statistics.

        0 turns that off. ``flags`` are ``MEM_*``.

        >>> dom.set_memory_stats_period(10)

        Rests on: ``virDomainSetMemoryStatsPeriod``. Perl: ``set_memory_stats_period``.
        """
        self._handle.setMemoryStatsPeriod(cint(period, "period"), flag_bits(flags))

    def memory_stats(self, flags: Flags = 0) -> MemoryStats:
        """How the guest uses its memory, as far as the hypervisor and the guest tell.

        All in KiB, but ``major_fault``, ``minor_fault``, ``hugetlb_pgalloc`` and
        ``hugetlb_pgfail`` are counts and ``last_update`` is a time in seconds since 1970.

        >>> stats = dom.memory_stats()
        >>> stats["actual_balloon"], stats["rss"]
        (2097152, 1048576)

        Rests on: ``virDomainMemoryStats``. Perl: ``memory_stats``.
        """
        if bits := flag_bits(flags):
            # libvirt-python has no flags here.
            return _libvirt.memory.get_stats(self._handle, bits)
        handle = self._handle
        stats: dict[str, int] | None = libvirtmod.virDomainMemoryStats(handle._o)
        if stats is None:
            raise failed("virDomainMemoryStats() failed")
        if "actual" in stats:
            stats["actual_balloon"] = stats.pop("actual")
        return stats

    def memory_peek(self, offset: int, size: int, flags: Flags = 0) -> bytes:
        """Read ``size`` bytes of the guest's memory, from ``offset`` on.

        ``flags`` say what ``offset`` is: ``MEMORY_VIRTUAL`` (which is meant when there are none)
        or ``MEMORY_PHYSICAL``. Without flags the call always fails in Perl, though its manual
        has it so; and Perl cuts ``offset`` to 32 bits.

        >>> dom.memory_peek(0, 4)
        b'\\x00\\x01\\x02\\x03'

        Rests on: ``virDomainMemoryPeek``. Perl: ``memory_peek``.
        """
        return self._handle.memoryPeek(
            ullong(offset, "offset"),
            ullong(size, "size"),
            flag_bits(flags) or DomainConstants.MEMORY_VIRTUAL,
        )

# Made by `python -m reference.generate` from sysvirt/domain/memory.py: change that, not this.
"""The awaited twins of :mod:`sysvirt.domain.memory`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt.aio._twin import Twin

if TYPE_CHECKING:
    from sysvirt._core.arguments import Flags
    from sysvirt.domain import memory as sync
    from sysvirt.shapes.domain import MemoryStats


class Memory(Twin):
    """Limits, statistics and contents of the memory."""

    __slots__ = ()
    _sync: sync.Memory

    async def get_max_memory(self) -> int:
        """The most memory that the domain may be given, in KiB.

        >>> await dom.get_max_memory()
        8388608

        Rests on: ``virDomainGetMaxMemory``. Perl: ``get_max_memory``.
        """
        return await self._call(self._sync.get_max_memory)

    async def set_max_memory(self, mem: int) -> None:
        """Set the most memory that the domain may be given, in KiB.

        Few hypervisors do so while it runs.

        >>> await dom.destroy()
        >>> await dom.set_max_memory(4194304)
        >>> await dom.get_max_memory()
        4194304

        Rests on: ``virDomainSetMaxMemory``. Perl: ``set_max_memory``.
        """
        await self._call(self._sync.set_max_memory, mem)

    async def set_memory(self, mem: int, flags: Flags = 0) -> None:
        """Set how much memory the domain has, in KiB; not more than ``get_max_memory()``.

        ``flags`` are ``MEM_*``: the running domain, its configuration, or the maximum instead.

        >>> await dom.set_memory(1048576)
        >>> (await dom.get_info())["memory"]
        1048576

        Rests on: ``virDomainSetMemory``, ``virDomainSetMemoryFlags``. Perl: ``set_memory``.
        """
        await self._call(self._sync.set_memory, mem, flags)

    async def set_memory_stats_period(self, period: int, flags: Flags = 0) -> None:
        """Set how often, in seconds, the guest's balloon driver refreshes its statistics.

        0 turns that off. ``flags`` are ``MEM_*``.

        >>> await dom.set_memory_stats_period(10)

        Rests on: ``virDomainSetMemoryStatsPeriod``. Perl: ``set_memory_stats_period``.
        """
        await self._call(self._sync.set_memory_stats_period, period, flags)

    async def memory_stats(self, flags: Flags = 0) -> MemoryStats:
        """How the guest uses its memory, as far as the hypervisor and the guest tell.

        All in KiB, but ``major_fault``, ``minor_fault``, ``hugetlb_pgalloc`` and
        ``hugetlb_pgfail`` are counts and ``last_update`` is a time in seconds since 1970.

        >>> stats = await dom.memory_stats()
        >>> stats["actual_balloon"], stats["rss"]
        (2097152, 1048576)

        Rests on: ``virDomainMemoryStats``. Perl: ``memory_stats``.
        """
        return await self._call(self._sync.memory_stats, flags)

    async def memory_peek(self, offset: int, size: int, flags: Flags = 0) -> bytes:
        """Read ``size`` bytes of the guest's memory, from ``offset`` on.

        ``flags`` say what ``offset`` is: ``MEMORY_VIRTUAL`` (which is meant when there are none)
        or ``MEMORY_PHYSICAL``. Without flags the call always fails in Perl, though its manual
        has it so; and Perl cuts ``offset`` to 32 bits.

        >>> await dom.memory_peek(0, 4)
        b'\\x00\\x01\\x02\\x03'

        Rests on: ``virDomainMemoryPeek``. Perl: ``memory_peek``.
        """
        return await self._call(self._sync.memory_peek, offset, size, flags)

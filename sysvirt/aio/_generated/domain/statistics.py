# Made by `python -m reference.generate` from sysvirt/domain/statistics.py: change that, not this.
"""The awaited twins of :mod:`sysvirt.domain.statistics`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt.aio._twin import Twin

if TYPE_CHECKING:
    import os

    from sysvirt._core.arguments import Flags
    from sysvirt.domain import statistics as sync
    from sysvirt.shapes.domain import CPUStats
    from sysvirt.shapes.domain_block import BlockStats, InterfaceStats


class Statistics(Twin):
    """The counters of ``Sys::Virt::Domain``."""

    __slots__ = ()
    _sync: sync.Statistics

    async def block_stats(self, path: str | os.PathLike[str], flags: Flags = 0) -> BlockStats:
        """How much a disk has been read and written since the guest started.

        ``path`` is its target, such as ``vda``, or the path of its source; an empty text is all
        disks together. ``rd_req``, ``wr_req`` and ``flush_reqs`` count requests, ``*_bytes``
        bytes, ``*_total_times`` nanoseconds, ``errs`` failures. A driver may report less, and
        more under libvirt's names. There are no ``flags`` yet.

        >>> sorted(await dom.block_stats("vda"))
        ['errs', 'rd_bytes', 'rd_req', 'wr_bytes', 'wr_req']

        Rests on: ``virDomainBlockStatsFlags``, ``virDomainBlockStats``. Perl: ``block_stats``.
        """
        return await self._call(self._sync.block_stats, path, flags)

    async def interface_stats(self, path: str) -> InterfaceStats:
        """How much a network interface has received and sent, as the guest sees it.

        ``path`` is its target, such as ``vnet0``, or its MAC address. A value of -1 is one that
        the driver doesn't know.

        >>> stats = await dom.interface_stats("testnet0")
        >>> stats["rx_bytes"] > stats["rx_packets"] > 0
        True

        Rests on: ``virDomainInterfaceStats``. Perl: ``interface_stats``.
        """
        return await self._call(self._sync.interface_stats, path)

    async def get_cpu_stats(self, startCpu: int, numCpus: int, flags: Flags = 0) -> list[CPUStats]:
        """The time that the domain has spent on the host's CPUs, in nanoseconds.

        An element for each CPU from ``startCpu`` on, at most ``numCpus`` of them; 0 is all that
        the host has. A ``startCpu`` of -1 with a ``numCpus`` of 1 gives one element with the
        totals. Keys are the values of ``CPU_STATS_*``. There are no ``flags`` yet. Perl gives
        a wrong number of elements, and cuts the totals short.

        >>> await dom.get_cpu_stats(-1, 1)
        [{'cpu_time': 48772617035, 'user_time': 5540000000, 'system_time': 6460000000}]
        >>> [sorted(stats) for stats in await dom.get_cpu_stats(0, 0)]
        [['cpu_time', 'vcpu_time'], ['cpu_time', 'vcpu_time']]

        Rests on: ``virDomainGetCPUStats``. Perl: ``get_cpu_stats``.
        """
        return await self._call(self._sync.get_cpu_stats, startCpu, numCpus, flags)

    async def start_dirty_rate_calc(self, secs: int, flags: Flags = 0) -> None:
        """Measure how fast the guest changes its memory, for ``secs`` seconds.

        ``flags`` are ``DIRTYRATE_MODE_*``. ``get_all_domain_stats`` gives the result, with
        ``STATS_DIRTYRATE``.

        >>> await dom.start_dirty_rate_calc(1)  # doctest: +SKIP

        Rests on: ``virDomainStartDirtyRateCalc``. Perl: ``start_dirty_rate_calc``.
        """
        await self._call(self._sync.start_dirty_rate_calc, secs, flags)

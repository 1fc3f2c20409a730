"""What a domain's devices and CPUs have done, counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt import _libvirt
from sysvirt._core import arguments
from sysvirt._core.arguments import cint, flag_bits, text, uint
from sysvirt.domain.part import DomainPart
from sysvirt.error import Error

if TYPE_CHECKING:
    import os

    from sysvirt._core.arguments import Flags
    from sysvirt.shapes.domain import CPUStats
    from sysvirt.shapes.domain_block import BlockStats, InterfaceStats

#: What Perl has called these since before libvirt had names for them.
OLD_NAMES = {
    "rd_operations": "rd_req",
    "wr_operations": "wr_req",
    "flush_operations": "flush_reqs",
}


class Statistics(DomainPart):
    """The counters of ``Sys::Virt::Domain``."""

    __slots__ = ()

    def block_stats(self, path: str | os.PathLike[str], flags: Flags = 0) -> BlockStats:
        """How much a disk has been read and written since the guest started.

        ``path`` is its target, such as ``vda``, or the path of its source; an empty text is all
        disks together. ``rd_req``, ``wr_req`` and ``flush_reqs`` count requests, ``*_bytes``
        bytes, ``*_total_times`` nanoseconds, ``errs`` failures. A driver may report less, and
        more under libvirt's names. There are no ``flags`` yet.

        >>> sorted(dom.block_stats("vda"))
        ['errs', 'rd_bytes', 'rd_req', 'wr_bytes', 'wr_req']

        Rests on: ``virDomainBlockStatsFlags``, ``virDomainBlockStats``. Perl: ``block_stats``.
        """
        disk, bits = arguments.path(path, "path"), flag_bits(flags)
        try:
            return self._block_stats_flags(disk, bits)
        except Error as error:
            if bits or error.code() != Error.ERR_NO_SUPPORT:
                raise
        rd_req, rd_bytes, wr_req, wr_bytes, errs = self._handle.blockStats(disk)
        return {
            "rd_req": rd_req,
            "rd_bytes": rd_bytes,
            "wr_req": wr_req,
            "wr_bytes": wr_bytes,
            "errs": errs,
        }

    def _block_stats_flags(self, disk: str, flags: int) -> BlockStats:
        """What a newer driver tells."""
        try:
            stats = self._handle.blockStatsFlags(disk, flags)
        except UnicodeDecodeError:
            name = "virDomainBlockStatsFlags"
            stats = _libvirt.parameters.fill(name, self._handle, disk, flags=flags)
        return {OLD_NAMES.get(name, name): value for name, value in stats.items()}

    def interface_stats(self, path: str) -> InterfaceStats:
        """How much a network interface has received and sent, as the guest sees it.

        ``path`` is its target, such as ``vnet0``, or its MAC address. A value of -1 is one that
        the driver doesn't know.

        >>> stats = dom.interface_stats("testnet0")
        >>> stats["rx_bytes"] > stats["rx_packets"] > 0
        True

        Rests on: ``virDomainInterfaceStats``. Perl: ``interface_stats``.
        """
        rx_bytes, rx_packets, rx_errs, rx_drop, tx_bytes, tx_packets, tx_errs, tx_drop = (
            self._handle.interfaceStats(text(path, "path"))
        )
        return {
            "rx_bytes": rx_bytes,
            "rx_packets": rx_packets,
            "rx_errs": rx_errs,
            "rx_drop": rx_drop,
            "tx_bytes": tx_bytes,
            "tx_packets": tx_packets,
            "tx_errs": tx_errs,
            "tx_drop": tx_drop,
        }

    def get_cpu_stats(self, startCpu: int, numCpus: int, flags: Flags = 0) -> list[CPUStats]:
        """The time that the domain has spent on the host's CPUs, in nanoseconds.

        An element for each CPU from ``startCpu`` on, at most ``numCpus`` of them; 0 is all that
        the host has. A ``startCpu`` of -1 with a ``numCpus`` of 1 gives one element with the
        totals. Keys are the values of ``CPU_STATS_*``. There are no ``flags`` yet. Perl gives
        a wrong number of elements, and cuts the totals short.

        >>> dom.get_cpu_stats(-1, 1)
        [{'cpu_time': 48772617035, 'user_time': 5540000000, 'system_time': 6460000000}]
        >>> [sorted(stats) for stats in dom.get_cpu_stats(0, 0)]
        [['cpu_time', 'vcpu_time'], ['cpu_time', 'vcpu_time']]

        Rests on: ``virDomainGetCPUStats``. Perl: ``get_cpu_stats``.
        """
        # libvirt-python always asks for all of the host's CPUs.
        first, number = cint(startCpu, "startCpu"), uint(numCpus, "numCpus")
        return _libvirt.statistics.get_cpu_stats(self._handle, first, number, flag_bits(flags))

    def start_dirty_rate_calc(self, secs: int, flags: Flags = 0) -> None:
        """Measure how fast the guest changes its memory, for ``secs`` seconds.

        ``flags`` are ``DIRTYRATE_MODE_*``. ``get_all_domain_stats`` gives the result, with
        ``STATS_DIRTYRATE``.

        >>> dom.start_dirty_rate_calc(1)  # doctest: +SKIP

        Rests on: ``virDomainStartDirtyRateCalc``. Perl: ``start_dirty_rate_calc``.
        """
        self._handle.startDirtyRateCalc(cint(secs, "secs"), flag_bits(flags))

"""The host itself: processors, memory, security, suspend."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sysvirt import _libvirt, bitmap
from sysvirt._core.arguments import (
    cint,
    flag_bits,
    integers,
    items,
    uint,
    ullong,
    ulong,
    wrong_type,
)
from sysvirt._core.binding import libvirtmod
from sysvirt._core.objects import Connection
from sysvirt._core.parameters import allocate, change, read
from sysvirt._libvirt.errors import call_checked

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sysvirt._core.arguments import Flags
    from sysvirt.shapes.virt import (
        FreePages,
        NodeCPUStats,
        NodeInfo,
        NodeMemoryParameters,
        NodeMemoryStats,
        SecurityModel,
        SEVInfo,
    )

#: More NUMA nodes than any host has.
MOST_CELLS = 65536


class Node(Connection):
    """The host that a connection leads to."""

    __slots__ = ()

    def get_node_info(self) -> NodeInfo:
        """The host's hardware: ``memory`` in KiB, ``mhz`` in MHz, ``cpus`` those online.

        ``sockets`` are counted for each NUMA node, ``cores`` for each socket, ``threads`` for
        each core.

        >>> info = conn.get_node_info()
        >>> info["model"], info["memory"], info["cpus"]
        ('i686', 3145728, 16)

        Rests on: ``virNodeGetInfo``. Perl: ``get_node_info``.
        """
        # libvirt-python gives whole MiB of memory.
        return _libvirt.node.get_info(self._handle)

    def get_node_cpu_map(self, flags: Flags = 0) -> tuple[int, bytes, int]:
        """How many CPUs there are, which are online (a CPU map), and how many those are.

        :mod:`sysvirt.bitmap` reads the map.

        >>> conn.get_node_cpu_map()
        (8, b'\\x15', 3)

        Rests on: ``virNodeGetCPUMap``. Perl: ``get_node_cpu_map``.
        """
        total, online, number = self._handle.getCPUMap(flag_bits(flags))
        return total, bitmap.from_bools(online), number

    def get_node_cpu_stats(self, cpuNum: int = -1, flags: Flags = 0) -> NodeCPUStats:
        """The time that a CPU has spent, in nanoseconds; -1 is all of them together.

        Only what the driver reports is in it; some report a ``utilization`` in per cent instead.

        >>> conn.get_node_cpu_stats()["kernel"]
        34678723400000

        Rests on: ``virNodeGetCPUStats``. Perl: ``get_node_cpu_stats``.
        """
        cpu, bits = cint(cpuNum, "cpuNum"), flag_bits(flags)
        return _libvirt.node.get_stats("virNodeGetCPUStats", self._handle, cpu, bits)

    def get_node_memory_stats(self, cellNum: int = -1, flags: Flags = 0) -> NodeMemoryStats:
        """The memory of a NUMA node in KiB; -1 is all of them together.

        Only what the driver reports is in it. Perl cuts the key ``available`` short.

        >>> sorted(conn.get_node_memory_stats())  # doctest: +SKIP
        ['buffers', 'cached', 'free', 'total']

        Rests on: ``virNodeGetMemoryStats``. Perl: ``get_node_memory_stats``.
        """
        cell, bits = cint(cellNum, "cellNum"), flag_bits(flags)
        return _libvirt.node.get_stats("virNodeGetMemoryStats", self._handle, cell, bits)

    def get_node_memory_parameters(self, flags: Flags = 0) -> NodeMemoryParameters:
        """The host's memory settings; keys are the values of ``NODE_MEMORY_*``.

        >>> conn.get_node_memory_parameters()["shm_pages_to_scan"]  # doctest: +SKIP
        100

        Rests on: ``virNodeGetMemoryParameters``. Perl: ``get_node_memory_parameters``.
        """
        return read("virNodeGetMemoryParameters", self._handle, flags=flag_bits(flags))

    def set_node_memory_parameters(
        self, params: NodeMemoryParameters | Mapping[str, Any], flags: Flags = 0
    ) -> None:
        """Change some of the host's memory settings.

        A key that the host doesn't report is a ``ValueError``, and nothing is changed.

        >>> conn.set_node_memory_parameters({"shm_pages_to_scan": 200})  # doctest: +SKIP
        >>> conn.get_node_memory_parameters()["shm_pages_to_scan"]  # doctest: +SKIP
        200

        Rests on: ``virNodeSetMemoryParameters``. Perl: ``set_node_memory_parameters``.
        """
        bits = flag_bits(flags)
        change(
            "virNodeGetMemoryParameters",
            "virNodeSetMemoryParameters",
            self._handle,
            params=params,
            flags=bits,
            current=0,
        )

    def get_node_sev_info(self, flags: Flags = 0) -> SEVInfo:
        """What the host knows of AMD's encrypted guests; keys are the values of ``SEV_*``.

        >>> conn.get_node_sev_info()["cbitpos"]  # doctest: +SKIP
        47

        Rests on: ``virNodeGetSEVInfo``. Perl: ``get_node_sev_info``.
        """
        return allocate("virNodeGetSEVInfo", self._handle, flags=flag_bits(flags))  # type: ignore[return-value]

    def node_suspend_for_duration(self, target: int, duration: int, flags: Flags = 0) -> None:
        """Send the host to sleep, for ``duration`` seconds.

        ``target`` is one of ``NODE_SUSPEND_TARGET_*``.

        >>> conn.node_suspend_for_duration(Sys.Virt.NODE_SUSPEND_TARGET_MEM, 60)  # doctest: +SKIP

        Rests on: ``virNodeSuspendForDuration``. Perl: ``node_suspend_for_duration``.
        """
        self._handle.suspendForDuration(
            uint(target, "target"), ulong(duration, "duration"), flag_bits(flags)
        )

    def get_node_security_model(self) -> SecurityModel:
        """The security driver's name, and its domain of interpretation.

        >>> conn.get_node_security_model()
        {'model': 'testSecurity', 'doi': ''}

        Rests on: ``virNodeGetSecurityModel``. Perl: ``get_node_security_model``.
        """
        return _libvirt.node.get_security_model(self._handle)

    def get_node_free_memory(self) -> int:
        """The host's free memory in bytes.

        >>> conn.get_node_free_memory() > 0
        True

        Rests on: ``virNodeGetFreeMemory``. Perl: ``get_node_free_memory``.
        """
        handle = self._handle
        # 0 is a failure, or no memory.
        return call_checked(libvirtmod.virNodeGetFreeMemory, handle._o)  # type: ignore[no-any-return]

    def get_node_cells_free_memory(self, start: int, end: int) -> list[int]:
        """The free memory in bytes of the NUMA nodes from ``start`` to ``end`` inclusive.

        >>> conn.get_node_cells_free_memory(0, 1)
        [2097152, 4194304]

        Rests on: ``virNodeGetCellsFreeMemory``. Perl: ``get_node_cells_free_memory``.
        """
        first, number = _cells(start, end)
        return self._handle.getCellsFreeMemory(first, number)

    def get_node_free_pages(
        self, pagesizes: Iterable[int], start: int, end: int, flags: Flags = 0
    ) -> list[FreePages]:
        """The free pages of the NUMA nodes from ``start`` to ``end`` inclusive.

        ``pagesizes`` are in KiB; ``pages`` of each element maps them to numbers of pages. There
        is an element for each node that libvirt answered for; Perl makes up the others.

        >>> for cell in conn.get_node_free_pages([4, 2048], 0, 1):
        ...     print(cell["cell"], sorted(cell["pages"]))
        0 [4, 2048]
        1 [4, 2048]

        Rests on: ``virNodeGetFreePages``. Perl: ``get_node_free_pages``.
        """
        first, number = _cells(start, end)
        sizes = integers(pagesizes, "pagesizes")
        if not sizes:
            raise ValueError("pagesizes must not be empty")
        cells = _libvirt.node.get_free_pages(self._handle, sizes, first, number, flag_bits(flags))
        return [{"cell": cell, "pages": pages} for cell, pages in cells.items()]

    def node_alloc_pages(
        self, pages: Iterable[tuple[int, int]], start: int, end: int, flags: Flags = 0
    ) -> None:
        """Reserve huge pages on the NUMA nodes from ``start`` to ``end`` inclusive.

        ``pages`` is a list of pairs: size in KiB, and how many. With
        ``NODE_ALLOC_PAGES_SET`` that is the number there shall be, otherwise so many more.

        >>> conn.node_alloc_pages([(2048, 10)], 0, 0)  # doctest: +SKIP

        Rests on: ``virNodeAllocPages``. Perl: ``node_alloc_pages``.
        """
        first, number = _cells(start, end)
        self._handle.allocPages(_page_counts(pages), first, number, flag_bits(flags))


def _cells(start: int, end: int) -> tuple[int, int]:
    """The first NUMA node and the number of them; -1 and -1 mean the whole host."""
    first, last = cint(start, "start"), cint(end, "end")
    if last < first:
        raise ValueError(f"end must not be below start, {last} is below {first}")
    if last - first >= MOST_CELLS:
        # There is room to be made for each, before libvirt says that there are fewer.
        raise ValueError(f"end must be less than {MOST_CELLS} above start, not {last - first}")
    return first, last - first + 1


def _page_counts(pages: Iterable[tuple[int, int]]) -> dict[int, int]:
    """libvirt-python's form of the pages to reserve."""
    counts = {}
    for at, pair in enumerate(items(pages, "pages")):
        name = f"pages[{at}]"
        if not isinstance(pair, (tuple, list)) or len(pair) != 2:
            raise wrong_type(pair, name, "a pair of page size and number")
        counts[uint(pair[0], name)] = ullong(pair[1], name)
    if not counts:
        raise ValueError("pages must not be empty")
    return counts

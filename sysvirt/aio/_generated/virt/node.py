# Made by `python -m reference.generate` from sysvirt/virt/node.py: change that, not this.
"""The awaited twins of :mod:`sysvirt.virt.node`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sysvirt.aio._twin import Twin

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
    from sysvirt.virt import node as sync


class Node(Twin):
    """The host that a connection leads to."""

    __slots__ = ()
    _sync: sync.Node

    async def get_node_info(self) -> NodeInfo:
        """The host's hardware: ``memory`` in KiB, ``mhz`` in MHz, ``cpus`` those online.

        ``sockets`` are counted for each NUMA node, ``cores`` for each socket, ``threads`` for
        each core.

        >>> info = await conn.get_node_info()
        >>> info["model"], info["memory"], info["cpus"]
        ('i686', 3145728, 16)

        Rests on: ``virNodeGetInfo``. Perl: ``get_node_info``.
        """
        return await self._call(self._sync.get_node_info)

    async def get_node_cpu_map(self, flags: Flags = 0) -> tuple[int, bytes, int]:
        """How many CPUs there are, which are online (a CPU map), and how many those are.

        :mod:`sysvirt.bitmap` reads the map.

        >>> await conn.get_node_cpu_map()
        (8, b'\\x15', 3)

        Rests on: ``virNodeGetCPUMap``. Perl: ``get_node_cpu_map``.
        """
        return await self._call(self._sync.get_node_cpu_map, flags)

    async def get_node_cpu_stats(self, cpuNum: int = -1, flags: Flags = 0) -> NodeCPUStats:
        """The time that a CPU has spent, in nanoseconds; -1 is all of them together.

        Only what the driver reports is in it; some report a ``utilization`` in per cent instead.

        >>> (await conn.get_node_cpu_stats())["kernel"]
        34678723400000

        Rests on: ``virNodeGetCPUStats``. Perl: ``get_node_cpu_stats``.
        """
        return await self._call(self._sync.get_node_cpu_stats, cpuNum, flags)

    async def get_node_memory_stats(self, cellNum: int = -1, flags: Flags = 0) -> NodeMemoryStats:
        """The memory of a NUMA node in KiB; -1 is all of them together.

        Only what the driver reports is in it. Perl cuts the key ``available`` short.

        >>> sorted(await conn.get_node_memory_stats())  # doctest: +SKIP
        ['buffers', 'cached', 'free', 'total']

        Rests on: ``virNodeGetMemoryStats``. Perl: ``get_node_memory_stats``.
        """
        return await self._call(self._sync.get_node_memory_stats, cellNum, flags)

    async def get_node_memory_parameters(self, flags: Flags = 0) -> NodeMemoryParameters:
        """The host's memory settings; keys are the values of ``NODE_MEMORY_*``.

        >>> (await conn.get_node_memory_parameters())["shm_pages_to_scan"]  # doctest: +SKIP
        100

        Rests on: ``virNodeGetMemoryParameters``. Perl: ``get_node_memory_parameters``.
        """
        return await self._call(self._sync.get_node_memory_parameters, flags)

    async def set_node_memory_parameters(
        self, params: NodeMemoryParameters | Mapping[str, Any], flags: Flags = 0
    ) -> None:
        """Change some of the host's memory settings.

        A key that the host doesn't report is a ``ValueError``, and nothing is changed.

        >>> await conn.set_node_memory_parameters({"shm_pages_to_scan": 200})  # doctest: +SKIP
        >>> (await conn.get_node_memory_parameters())["shm_pages_to_scan"]  # doctest: +SKIP
        200

        Rests on: ``virNodeSetMemoryParameters``. Perl: ``set_node_memory_parameters``.
        """
        await self._call(self._sync.set_node_memory_parameters, params, flags)

    async def get_node_sev_info(self, flags: Flags = 0) -> SEVInfo:
        """What the host knows of AMD's encrypted guests; keys are the values of ``SEV_*``.

        >>> (await conn.get_node_sev_info())["cbitpos"]  # doctest: +SKIP
        47

        Rests on: ``virNodeGetSEVInfo``. Perl: ``get_node_sev_info``.
        """
        return await self._call(self._sync.get_node_sev_info, flags)

    async def node_suspend_for_duration(self, target: int, duration: int, flags: Flags = 0) -> None:
        """Send the host to sleep, for ``duration`` seconds.

        ``target`` is one of ``NODE_SUSPEND_TARGET_*``.

        >>> await conn.node_suspend_for_duration(Sys.Virt.NODE_SUSPEND_TARGET_MEM, 60)  # doctest: +SKIP

        Rests on: ``virNodeSuspendForDuration``. Perl: ``node_suspend_for_duration``.
        """
        await self._call(self._sync.node_suspend_for_duration, target, duration, flags)

    async def get_node_security_model(self) -> SecurityModel:
        """The security driver's name, and its domain of interpretation.

        >>> await conn.get_node_security_model()
        {'model': 'testSecurity', 'doi': ''}

        Rests on: ``virNodeGetSecurityModel``. Perl: ``get_node_security_model``.
        """
        return await self._call(self._sync.get_node_security_model)

    async def get_node_free_memory(self) -> int:
        """The host's free memory in bytes.

        >>> await conn.get_node_free_memory() > 0
        True

        Rests on: ``virNodeGetFreeMemory``. Perl: ``get_node_free_memory``.
        """
        return await self._call(self._sync.get_node_free_memory)

    async def get_node_cells_free_memory(self, start: int, end: int) -> list[int]:
        """The free memory in bytes of the NUMA nodes from ``start`` to ``end`` inclusive.

        >>> await conn.get_node_cells_free_memory(0, 1)
        [2097152, 4194304]

        Rests on: ``virNodeGetCellsFreeMemory``. Perl: ``get_node_cells_free_memory``.
        """
        return await self._call(self._sync.get_node_cells_free_memory, start, end)

    async def get_node_free_pages(
        self, pagesizes: Iterable[int], start: int, end: int, flags: Flags = 0
    ) -> list[FreePages]:
        """The free pages of the NUMA nodes from ``start`` to ``end`` inclusive.

        ``pagesizes`` are in KiB; ``pages`` of each element maps them to numbers of pages. There
        is an element for each node that libvirt answered for; Perl makes up the others.

        >>> for cell in await conn.get_node_free_pages([4, 2048], 0, 1):
        ...     print(cell["cell"], sorted(cell["pages"]))
        0 [4, 2048]
        1 [4, 2048]

        Rests on: ``virNodeGetFreePages``. Perl: ``get_node_free_pages``.
        """
        return await self._call(self._sync.get_node_free_pages, pagesizes, start, end, flags)

    async def node_alloc_pages(
        self, pages: Iterable[tuple[int, int]], start: int, end: int, flags: Flags = 0
    ) -> None:
        """Reserve huge pages on the NUMA nodes from ``start`` to ``end`` inclusive.

        ``pages`` is a list of pairs: size in KiB, and how many. With
        ``NODE_ALLOC_PAGES_SET`` that is the number there shall be, otherwise so many more.

        >>> await conn.node_alloc_pages([(2048, 10)], 0, 0)  # doctest: +SKIP

        Rests on: ``virNodeAllocPages``. Perl: ``node_alloc_pages``.
        """
        await self._call(self._sync.node_alloc_pages, pages, start, end, flags)

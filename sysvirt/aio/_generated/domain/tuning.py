# Made by `python -m reference.generate` from sysvirt/domain/tuning.py: change that, not this.
"""The awaited twins of :mod:`sysvirt.domain.tuning`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sysvirt.aio._twin import Twin

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sysvirt._core.arguments import Flags, Truth
    from sysvirt.domain import tuning as sync
    from sysvirt.shapes.domain_tuning import (
        BlkioParameters,
        BlockIoTune,
        MemoryParameters,
        NumaParameters,
        PerfEvents,
        SchedulerParameters,
    )
    from sysvirt.shapes.network import Bandwidth


class Tuning(Twin):
    """The limits and shares of ``Sys::Virt::Domain``.

    All ``flags`` here are ``AFFECT_*`` (or ``MEM_*``): whether the running domain or its stored
    configuration is meant; a setter takes both at once. A setter refuses a key that the
    hypervisor doesn't report, by a ``ValueError``, and changes nothing then.
    """

    __slots__ = ()
    _sync: sync.Tuning

    async def get_scheduler_type(self) -> str:
        """The name of the scheduler, such as ``posix``, ``credit`` or ``fair``.

        >>> await dom.get_scheduler_type()
        'fair'

        Rests on: ``virDomainGetSchedulerType``. Perl: ``get_scheduler_type``.
        """
        return await self._call(self._sync.get_scheduler_type)

    async def get_scheduler_parameters(self, flags: Flags = 0) -> SchedulerParameters:
        """The scheduler's settings; keys are the values of ``SCHEDULER_*``.

        Shares and weights are plain numbers, periods and quotas microseconds.

        >>> await dom.get_scheduler_parameters()
        {'weight': 50}

        Rests on: ``virDomainGetSchedulerParameters``, ``virDomainGetSchedulerParametersFlags``.
        Perl: ``get_scheduler_parameters``.
        """
        return await self._call(self._sync.get_scheduler_parameters, flags)

    async def get_scheduler_params(self, flags: Flags = 0) -> SchedulerParameters:
        """Another word for :meth:`get_scheduler_parameters`.

        Perl's manual speaks of it beside ``set_scheduler_parameters``, and Perl hasn't got it.

        >>> await dom.get_scheduler_params()
        {'weight': 50}

        Rests on: ``virDomainGetSchedulerParameters``, ``virDomainGetSchedulerParametersFlags``.
        Perl: only in its manual.
        """
        return await self._call(self._sync.get_scheduler_params, flags)

    async def set_scheduler_parameters(
        self, params: SchedulerParameters | Mapping[str, Any], flags: Flags = 0
    ) -> None:
        """Change some of what :meth:`get_scheduler_parameters` shows.

        >>> await dom.set_scheduler_parameters({Sys.Virt.Domain.SCHEDULER_WEIGHT: 60})

        Rests on: ``virDomainSetSchedulerParameters``, ``virDomainSetSchedulerParametersFlags``.
        Perl: ``set_scheduler_parameters``.
        """
        await self._call(self._sync.set_scheduler_parameters, params, flags)

    async def get_memory_parameters(self, flags: Flags = 0) -> MemoryParameters:
        """The limits of the memory in KiB; keys are the values of ``MEMORY_*``.

        ``MEMORY_PARAM_UNLIMITED`` stands for no limit.

        >>> limit = (await dom.get_memory_parameters())[Sys.Virt.Domain.MEMORY_HARD_LIMIT]
        >>> limit == Sys.Virt.Domain.MEMORY_PARAM_UNLIMITED
        True

        Rests on: ``virDomainGetMemoryParameters``. Perl: ``get_memory_parameters``.
        """
        return await self._call(self._sync.get_memory_parameters, flags)

    async def set_memory_parameters(
        self, params: MemoryParameters | Mapping[str, Any], flags: Flags = 0
    ) -> None:
        """Change some of the limits that :meth:`get_memory_parameters` shows.

        >>> await dom.set_memory_parameters({Sys.Virt.Domain.MEMORY_SOFT_LIMIT: 1048576})
        >>> (await dom.get_memory_parameters())["soft_limit"]
        1048576

        Rests on: ``virDomainSetMemoryParameters``. Perl: ``set_memory_parameters``.
        """
        await self._call(self._sync.set_memory_parameters, params, flags)

    async def get_blkio_parameters(self, flags: Flags = 0) -> BlkioParameters:
        """The shares and limits of the disk traffic; keys are the values of ``BLKIO_*``.

        ``weight`` is a plain number; the others are texts of pairs, ``/dev/sda,500,/dev/sdb,200``:
        a device of the host and its weight, bytes or requests a second.

        >>> (await dom.get_blkio_parameters())["weight"]
        0

        Rests on: ``virDomainGetBlkioParameters``. Perl: ``get_blkio_parameters``.
        """
        return await self._call(self._sync.get_blkio_parameters, flags)

    async def set_blkio_parameters(
        self, params: BlkioParameters | Mapping[str, Any], flags: Flags = 0
    ) -> None:
        """Change some of what :meth:`get_blkio_parameters` shows.

        >>> await dom.set_blkio_parameters({Sys.Virt.Domain.BLKIO_WEIGHT: 400})
        >>> (await dom.get_blkio_parameters())["weight"]
        400

        Rests on: ``virDomainSetBlkioParameters``. Perl: ``set_blkio_parameters``.
        """
        await self._call(self._sync.set_blkio_parameters, params, flags)

    async def get_block_iotune(self, disk: str, flags: Flags = 0) -> BlockIoTune:
        """The limits of one disk; keys are the values of ``BLOCK_IOTUNE_*``.

        ``disk`` is the target, such as ``vda``, or the path of its source. The limits are bytes
        or requests a second, 0 for none; ``*_max`` those of a burst, ``*_max_length`` how many
        seconds it may last.

        >>> (await dom.get_block_iotune("vda"))["total_bytes_sec"]
        0

        Rests on: ``virDomainGetBlockIoTune``. Perl: ``get_block_iotune``.
        """
        return await self._call(self._sync.get_block_iotune, disk, flags)

    async def set_block_iotune(
        self, disk: str, params: BlockIoTune | Mapping[str, Any], flags: Flags = 0
    ) -> None:
        """Change some of the limits that :meth:`get_block_iotune` shows.

        >>> await dom.set_block_iotune("vda", {"read_iops_sec": 1000, "read_iops_sec_max": 2000})
        >>> (await dom.get_block_iotune("vda"))["read_iops_sec"]
        1000

        Rests on: ``virDomainSetBlockIoTune``. Perl: ``set_block_iotune``.
        """
        await self._call(self._sync.set_block_iotune, disk, params, flags)

    async def set_throttle_group(
        self, group: str, params: BlockIoTune | Mapping[str, Any], flags: Flags = 0
    ) -> None:
        """Make a group of limits that several disks share, or set all that it has.

        ``params`` are as those of :meth:`set_block_iotune`; an unknown key is a ``ValueError``.
        It needs libvirt 11.2.

        >>> await dom.set_throttle_group("slow", {"total_iops_sec": 50})  # doctest: +SKIP

        Rests on: ``virDomainSetThrottleGroup``. Perl: ``set_throttle_group``.
        """
        await self._call(self._sync.set_throttle_group, group, params, flags)

    async def del_throttle_group(self, group: str, flags: Flags = 0) -> None:
        """Remove a group of limits that no disk uses any more. It needs libvirt 11.2.

        >>> await dom.del_throttle_group("slow")  # doctest: +SKIP

        Rests on: ``virDomainDelThrottleGroup``. Perl: ``del_throttle_group``.
        """
        await self._call(self._sync.del_throttle_group, group, flags)

    async def get_interface_parameters(self, intf: str, flags: Flags = 0) -> Bandwidth:
        """The limits of a network interface; keys are the values of ``BANDWIDTH_*``.

        ``intf`` is the target, such as ``vnet0``, or the MAC address. The limits are KiB a
        second, ``burst`` is KiB, and 0 means none.

        >>> (await dom.get_interface_parameters("testnet0"))["inbound.average"]
        0

        Rests on: ``virDomainGetInterfaceParameters``. Perl: ``get_interface_parameters``.
        """
        return await self._call(self._sync.get_interface_parameters, intf, flags)

    async def set_interface_parameters(
        self, intf: str, params: Bandwidth | Mapping[str, Any], flags: Flags = 0
    ) -> None:
        """Change some of the limits that :meth:`get_interface_parameters` shows.

        >>> limits = {Sys.Virt.Domain.BANDWIDTH_OUT_AVERAGE: 2048}
        >>> await dom.set_interface_parameters("testnet0", limits)
        >>> (await dom.get_interface_parameters("testnet0"))["outbound.average"]
        2048

        Rests on: ``virDomainSetInterfaceParameters``. Perl: ``set_interface_parameters``.
        """
        await self._call(self._sync.set_interface_parameters, intf, params, flags)

    async def get_numa_parameters(self, flags: Flags = 0) -> NumaParameters:
        """Which NUMA nodes of the host the memory comes from.

        ``numa_mode`` is one of ``NUMATUNE_MEM_*``, ``numa_nodeset`` a text such as ``0-1,3``;
        these keys are the values of ``NUMA_*``.

        >>> await dom.get_numa_parameters()
        {'numa_mode': 0, 'numa_nodeset': ''}

        Rests on: ``virDomainGetNumaParameters``. Perl: ``get_numa_parameters``.
        """
        return await self._call(self._sync.get_numa_parameters, flags)

    async def set_numa_parameters(
        self, params: NumaParameters | Mapping[str, Any], flags: Flags = 0
    ) -> None:
        """Change which NUMA nodes of the host the memory comes from.

        >>> await dom.set_numa_parameters({Sys.Virt.Domain.NUMA_NODESET: "0"})
        >>> (await dom.get_numa_parameters())["numa_nodeset"]
        '0'

        Rests on: ``virDomainSetNumaParameters``. Perl: ``set_numa_parameters``.
        """
        await self._call(self._sync.set_numa_parameters, params, flags)

    async def get_perf_events(self, flags: Flags = 0) -> PerfEvents:
        """Which performance events are counted; keys are the values of ``PERF_PARAM_*``.

        >>> (await dom.get_perf_events())["cpu_cycles"]
        False

        Rests on: ``virDomainGetPerfEvents``. Perl: ``get_perf_events``.
        """
        return await self._call(self._sync.get_perf_events, flags)

    async def set_perf_events(
        self, params: PerfEvents | Mapping[str, Truth], flags: Flags = 0
    ) -> None:
        """Have some performance events counted, or no longer.

        >>> await dom.set_perf_events({Sys.Virt.Domain.PERF_PARAM_CPU_CYCLES: True})
        >>> (await dom.get_perf_events())["cpu_cycles"]
        True

        Rests on: ``virDomainSetPerfEvents``. Perl: ``set_perf_events``.
        """
        await self._call(self._sync.set_perf_events, params, flags)

"""What a domain may use of its host: settings whose keys only the hypervisor knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sysvirt._core import parameters
from sysvirt._core.arguments import flag_bits, mapping, text, ullong
from sysvirt._core.parameters import allocate, change, read, write
from sysvirt._libvirt.parameter_types import BOOLEAN
from sysvirt.constants import DomainConstants
from sysvirt.domain.part import DomainPart

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sysvirt._core.arguments import Flags, Truth
    from sysvirt.shapes.domain_tuning import (
        BlkioParameters,
        BlockIoTune,
        MemoryParameters,
        NumaParameters,
        PerfEvents,
        SchedulerParameters,
    )
    from sysvirt.shapes.network import Bandwidth

#: The limits of a throttle group; of a disk there are those that its hypervisor reports.
THROTTLE = {
    key: text if key == DomainConstants.BLOCK_IOTUNE_GROUP_NAME else ullong
    for name, key in vars(DomainConstants).items()
    if name.startswith("BLOCK_IOTUNE_")
}


class Tuning(DomainPart):
    """The limits and shares of ``Sys::Virt::Domain``.

    All ``flags`` here are ``AFFECT_*`` (or ``MEM_*``): whether the running domain or its stored
    configuration is meant; a setter takes both at once. A setter refuses a key that the
    hypervisor doesn't report, by a ``ValueError``, and changes nothing then.
    """

    __slots__ = ()

    def _change(self, what: str, *device: str, params: Mapping[str, Any], flags: int) -> None:
        """Set some of the parameters of a kind, of those that there are."""
        getter, setter = f"virDomainGet{what}", f"virDomainSet{what}"
        current = _flags_to_read(flags)
        change(getter, setter, self._handle, *device, params=params, flags=flags, current=current)

    def get_scheduler_type(self) -> str:
        """The name of the scheduler, such as ``posix``, ``credit`` or ``fair``.

        >>> dom.get_scheduler_type()
        'fair'

        Rests on: ``virDomainGetSchedulerType``. Perl: ``get_scheduler_type``.
        """
        kind, _ = self._handle.schedulerType()
        return str(kind)

    def get_scheduler_parameters(self, flags: Flags = 0) -> SchedulerParameters:
        """The scheduler's settings; keys are the values of ``SCHEDULER_*``.

        Shares and weights are plain numbers, periods and quotas microseconds.

        >>> dom.get_scheduler_parameters()
        {'weight': 50}

        Rests on: ``virDomainGetSchedulerParameters``, ``virDomainGetSchedulerParametersFlags``.
        Perl: ``get_scheduler_parameters``.
        """
        if bits := flag_bits(flags):
            return read("virDomainGetSchedulerParametersFlags", self._handle, flags=bits)
        return read("virDomainGetSchedulerParameters", self._handle, flags=None)

    def get_scheduler_params(self, flags: Flags = 0) -> SchedulerParameters:
        """Another word for :meth:`get_scheduler_parameters`.

        Perl's manual speaks of it beside ``set_scheduler_parameters``, and Perl hasn't got it.

        >>> dom.get_scheduler_params()
        {'weight': 50}

        Rests on: ``virDomainGetSchedulerParameters``, ``virDomainGetSchedulerParametersFlags``.
        Perl: only in its manual.
        """
        return self.get_scheduler_parameters(flags)

    def set_scheduler_parameters(
        self, params: SchedulerParameters | Mapping[str, Any], flags: Flags = 0
    ) -> None:
        """Change some of what :meth:`get_scheduler_parameters` shows.

        >>> dom.set_scheduler_parameters({Sys.Virt.Domain.SCHEDULER_WEIGHT: 60})

        Rests on: ``virDomainSetSchedulerParameters``, ``virDomainSetSchedulerParametersFlags``.
        Perl: ``set_scheduler_parameters``.
        """
        setter, bits = "virDomainSetSchedulerParameters", flag_bits(flags)
        change(
            "virDomainGetSchedulerParameters",
            f"{setter}Flags" if bits else setter,
            self._handle,
            params=params,
            flags=bits or None,
            current=None,
        )

    def get_memory_parameters(self, flags: Flags = 0) -> MemoryParameters:
        """The limits of the memory in KiB; keys are the values of ``MEMORY_*``.

        ``MEMORY_PARAM_UNLIMITED`` stands for no limit.

        >>> limit = dom.get_memory_parameters()[Sys.Virt.Domain.MEMORY_HARD_LIMIT]
        >>> limit == Sys.Virt.Domain.MEMORY_PARAM_UNLIMITED
        True

        Rests on: ``virDomainGetMemoryParameters``. Perl: ``get_memory_parameters``.
        """
        return read("virDomainGetMemoryParameters", self._handle, flags=flag_bits(flags))

    def set_memory_parameters(
        self, params: MemoryParameters | Mapping[str, Any], flags: Flags = 0
    ) -> None:
        """Change some of the limits that :meth:`get_memory_parameters` shows.

        >>> dom.set_memory_parameters({Sys.Virt.Domain.MEMORY_SOFT_LIMIT: 1048576})
        >>> dom.get_memory_parameters()["soft_limit"]
        1048576

        Rests on: ``virDomainSetMemoryParameters``. Perl: ``set_memory_parameters``.
        """
        self._change("MemoryParameters", params=params, flags=flag_bits(flags))

    def get_blkio_parameters(self, flags: Flags = 0) -> BlkioParameters:
        """The shares and limits of the disk traffic; keys are the values of ``BLKIO_*``.

        ``weight`` is a plain number; the others are texts of pairs, ``/dev/sda,500,/dev/sdb,200``:
        a device of the host and its weight, bytes or requests a second.

        >>> dom.get_blkio_parameters()["weight"]
        0

        Rests on: ``virDomainGetBlkioParameters``. Perl: ``get_blkio_parameters``.
        """
        return read("virDomainGetBlkioParameters", self._handle, flags=flag_bits(flags))  # type: ignore[return-value]

    def set_blkio_parameters(
        self, params: BlkioParameters | Mapping[str, Any], flags: Flags = 0
    ) -> None:
        """Change some of what :meth:`get_blkio_parameters` shows.

        >>> dom.set_blkio_parameters({Sys.Virt.Domain.BLKIO_WEIGHT: 400})
        >>> dom.get_blkio_parameters()["weight"]
        400

        Rests on: ``virDomainSetBlkioParameters``. Perl: ``set_blkio_parameters``.
        """
        self._change("BlkioParameters", params=params, flags=flag_bits(flags))

    def get_block_iotune(self, disk: str, flags: Flags = 0) -> BlockIoTune:
        """The limits of one disk; keys are the values of ``BLOCK_IOTUNE_*``.

        ``disk`` is the target, such as ``vda``, or the path of its source. The limits are bytes
        or requests a second, 0 for none; ``*_max`` those of a burst, ``*_max_length`` how many
        seconds it may last.

        >>> dom.get_block_iotune("vda")["total_bytes_sec"]
        0

        Rests on: ``virDomainGetBlockIoTune``. Perl: ``get_block_iotune``.
        """
        device, bits = text(disk, "disk"), flag_bits(flags)
        return read("virDomainGetBlockIoTune", self._handle, device, flags=bits)  # type: ignore[return-value]

    def set_block_iotune(
        self, disk: str, params: BlockIoTune | Mapping[str, Any], flags: Flags = 0
    ) -> None:
        """Change some of the limits that :meth:`get_block_iotune` shows.

        >>> dom.set_block_iotune("vda", {"read_iops_sec": 1000, "read_iops_sec_max": 2000})
        >>> dom.get_block_iotune("vda")["read_iops_sec"]
        1000

        Rests on: ``virDomainSetBlockIoTune``. Perl: ``set_block_iotune``.
        """
        self._change("BlockIoTune", text(disk, "disk"), params=params, flags=flag_bits(flags))

    def set_throttle_group(
        self, group: str, params: BlockIoTune | Mapping[str, Any], flags: Flags = 0
    ) -> None:
        """Make a group of limits that several disks share, or set all that it has.

        ``params`` are as those of :meth:`set_block_iotune`; an unknown key is a ``ValueError``.
        It needs libvirt 11.2.

        >>> dom.set_throttle_group("slow", {"total_iops_sec": 50})  # doctest: +SKIP

        Rests on: ``virDomainSetThrottleGroup``. Perl: ``set_throttle_group``.
        """
        name, bits = text(group, "group"), flag_bits(flags)
        wanted = parameters.check_options(params, THROTTLE)
        self._supported("setThrottleGroup", "11.2.0")(name, wanted, bits)

    def del_throttle_group(self, group: str, flags: Flags = 0) -> None:
        """Remove a group of limits that no disk uses any more. It needs libvirt 11.2.

        >>> dom.del_throttle_group("slow")  # doctest: +SKIP

        Rests on: ``virDomainDelThrottleGroup``. Perl: ``del_throttle_group``.
        """
        name, bits = text(group, "group"), flag_bits(flags)
        self._supported("delThrottleGroup", "11.2.0")(name, bits)

    def get_interface_parameters(self, intf: str, flags: Flags = 0) -> Bandwidth:
        """The limits of a network interface; keys are the values of ``BANDWIDTH_*``.

        ``intf`` is the target, such as ``vnet0``, or the MAC address. The limits are KiB a
        second, ``burst`` is KiB, and 0 means none.

        >>> dom.get_interface_parameters("testnet0")["inbound.average"]
        0

        Rests on: ``virDomainGetInterfaceParameters``. Perl: ``get_interface_parameters``.
        """
        device, bits = text(intf, "intf"), flag_bits(flags)
        return read("virDomainGetInterfaceParameters", self._handle, device, flags=bits)

    def set_interface_parameters(
        self, intf: str, params: Bandwidth | Mapping[str, Any], flags: Flags = 0
    ) -> None:
        """Change some of the limits that :meth:`get_interface_parameters` shows.

        >>> limits = {Sys.Virt.Domain.BANDWIDTH_OUT_AVERAGE: 2048}
        >>> dom.set_interface_parameters("testnet0", limits)
        >>> dom.get_interface_parameters("testnet0")["outbound.average"]
        2048

        Rests on: ``virDomainSetInterfaceParameters``. Perl: ``set_interface_parameters``.
        """
        device = text(intf, "intf")
        self._change("InterfaceParameters", device, params=params, flags=flag_bits(flags))

    def get_numa_parameters(self, flags: Flags = 0) -> NumaParameters:
        """Which NUMA nodes of the host the memory comes from.

        ``numa_mode`` is one of ``NUMATUNE_MEM_*``, ``numa_nodeset`` a text such as ``0-1,3``;
        these keys are the values of ``NUMA_*``.

        >>> dom.get_numa_parameters()
        {'numa_mode': 0, 'numa_nodeset': ''}

        Rests on: ``virDomainGetNumaParameters``. Perl: ``get_numa_parameters``.
        """
        return read("virDomainGetNumaParameters", self._handle, flags=flag_bits(flags))  # type: ignore[return-value]

    def set_numa_parameters(
        self, params: NumaParameters | Mapping[str, Any], flags: Flags = 0
    ) -> None:
        """Change which NUMA nodes of the host the memory comes from.

        >>> dom.set_numa_parameters({Sys.Virt.Domain.NUMA_NODESET: "0"})
        >>> dom.get_numa_parameters()["numa_nodeset"]
        '0'

        Rests on: ``virDomainSetNumaParameters``. Perl: ``set_numa_parameters``.
        """
        self._change("NumaParameters", params=params, flags=flag_bits(flags))

    def get_perf_events(self, flags: Flags = 0) -> PerfEvents:
        """Which performance events are counted; keys are the values of ``PERF_PARAM_*``.

        >>> dom.get_perf_events()["cpu_cycles"]
        False

        Rests on: ``virDomainGetPerfEvents``. Perl: ``get_perf_events``.
        """
        return allocate("virDomainGetPerfEvents", self._handle, flags=flag_bits(flags))

    def set_perf_events(self, params: PerfEvents | Mapping[str, Truth], flags: Flags = 0) -> None:
        """Have some performance events counted, or no longer.

        >>> dom.set_perf_events({Sys.Virt.Domain.PERF_PARAM_CPU_CYCLES: True})
        >>> dom.get_perf_events()["cpu_cycles"]
        True

        Rests on: ``virDomainSetPerfEvents``. Perl: ``set_perf_events``.
        """
        bits, wanted = flag_bits(flags), mapping(params, "params")
        events = allocate("virDomainGetPerfEvents", self._handle, flags=_flags_to_read(bits))
        types = dict.fromkeys(events, BOOLEAN)
        write("virDomainSetPerfEvents", self._handle, params=wanted, types=types, flags=bits)


def _flags_to_read(flags: int) -> int:
    """The flags to read with what is to be set with others.

    No getter takes the running domain and its configuration at once, so it is asked for what is
    there now, as Perl does. Only a change of nothing but the configuration shall not fail for
    want of the running domain's.
    """
    only = flags & (DomainConstants.AFFECT_LIVE | DomainConstants.AFFECT_CONFIG)
    return only if only == DomainConstants.AFFECT_CONFIG else 0

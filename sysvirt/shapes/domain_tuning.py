"""Dicts of ``Sys.Virt.Domain`` about limits.

The dicts are plain ones; these classes exist for type checkers and readers, and nothing
imports them at run time.
"""

from __future__ import annotations

from typing import TypedDict


class BlockIoTune(TypedDict, total=False):
    """``Domain.get_block_iotune``, ``set_throttle_group``: bytes or requests a second.

    ``*_max`` is the limit of a burst, ``*_max_length`` its length in seconds, ``size_iops_sec``
    the bytes that count as one request.
    """

    total_bytes_sec: int
    read_bytes_sec: int
    write_bytes_sec: int
    total_iops_sec: int
    read_iops_sec: int
    write_iops_sec: int
    total_bytes_sec_max: int
    read_bytes_sec_max: int
    write_bytes_sec_max: int
    total_iops_sec_max: int
    read_iops_sec_max: int
    write_iops_sec_max: int
    size_iops_sec: int
    group_name: str
    total_bytes_sec_max_length: int
    read_bytes_sec_max_length: int
    write_bytes_sec_max_length: int
    total_iops_sec_max_length: int
    read_iops_sec_max_length: int
    write_iops_sec_max_length: int


class SchedulerParameters(TypedDict, total=False):
    """``Domain.get_scheduler_parameters``: numbers, periods and quotas in microseconds."""

    emulator_period: int
    emulator_quota: int
    iothread_period: int
    iothread_quota: int
    cpu_shares: int
    vcpu_period: int
    vcpu_quota: int
    global_period: int
    global_quota: int
    weight: int
    cap: int
    limit: int
    reservation: int
    shares: int


class MemoryParameters(TypedDict, total=False):
    """``Domain.get_memory_parameters``: KiB."""

    hard_limit: int
    soft_limit: int
    min_guarantee: int
    swap_hard_limit: int


class BlkioParameters(TypedDict, total=False):
    """``Domain.get_blkio_parameters``: a number, and texts of pairs, ``/dev/sda,500``."""

    weight: int
    device_weight: str
    device_read_bytes_sec: str
    device_read_iops_sec: str
    device_write_bytes_sec: str
    device_write_iops_sec: str


class NumaParameters(TypedDict, total=False):
    """``Domain.get_numa_parameters``: a text such as ``0-1,3``, one of ``NUMATUNE_MEM_*``."""

    numa_nodeset: str
    numa_mode: int


class PerfEvents(TypedDict, total=False):
    """``Domain.get_perf_events``: whether each is counted."""

    cmt: bool
    mbml: bool
    mbmt: bool
    cache_misses: bool
    cache_references: bool
    cpu_cycles: bool
    instructions: bool
    branch_instructions: bool
    branch_misses: bool
    bus_cycles: bool
    stalled_cycles_frontend: bool
    stalled_cycles_backend: bool
    ref_cpu_cycles: bool
    cpu_clock: bool
    task_clock: bool
    page_faults: bool
    context_switches: bool
    cpu_migrations: bool
    page_faults_min: bool
    page_faults_maj: bool
    alignment_faults: bool
    emulation_faults: bool

"""Dicts of ``Sys.Virt.Domain``.

The dicts are plain ones; these classes exist for type checkers and readers, and nothing
imports them at run time.
"""

from __future__ import annotations

from typing import TypedDict


class DomainInfo(TypedDict):
    """``Domain.get_info``: memory in KiB, ``cpuTime`` in nanoseconds."""

    state: int
    maxMem: int
    memory: int
    nrVirtCpu: int
    cpuTime: int


class DomainControlInfo(TypedDict):
    """``Domain.get_control_info``: ``stateTime`` in milliseconds."""

    state: int
    details: int
    stateTime: int


class VcpuInfo(TypedDict):
    """An element of ``Domain.get_vcpu_info``: nanoseconds, ``affinity`` a CPU map."""

    number: int
    state: int
    cpuTime: int
    cpu: int
    affinity: bytes


class IOThreadInfo(TypedDict):
    """An element of ``Domain.get_iothread_info``: ``affinity`` is a CPU map."""

    number: int
    affinity: bytes


class IOThreadParams(TypedDict, total=False):
    """What ``Domain.set_iothread`` takes."""

    poll_max_ns: int
    poll_grow: int
    poll_shrink: int
    poll_weight: int
    thread_pool_min: int
    thread_pool_max: int


class GuestVcpus(TypedDict, total=False):
    """``Domain.get_guest_vcpus``: texts such as ``0-3``."""

    vcpus: str
    online: str
    offlinable: str


class MemoryStats(TypedDict, total=False):
    """``Domain.memory_stats``: KiB, counts, and a time in seconds since 1970."""

    swap_in: int
    swap_out: int
    major_fault: int
    minor_fault: int
    unused: int
    available: int
    actual_balloon: int
    rss: int
    usable: int
    last_update: int
    disk_caches: int
    hugetlb_pgalloc: int
    hugetlb_pgfail: int


class SecurityLabel(TypedDict):
    """``Domain.get_security_label_list``: ``enforcing`` is 1 or 0."""

    label: str
    enforcing: int


class ModelledSecurityLabel(SecurityLabel):
    """``Domain.get_security_label``."""

    model: str


class AnnounceParams(TypedDict, total=False):
    """What ``Domain.announce_interface`` takes: milliseconds, and how often."""

    initial: int
    max: int
    rounds: int
    step: int


LaunchSecurityState = TypedDict(
    "LaunchSecurityState",
    {"sev-secret": str, "sev-secret-header": str, "sev-secret-set-address": int},
    total=False,
)
"""What ``Domain.set_launch_security_state`` takes."""

SaveParams = TypedDict(
    "SaveParams",
    {"file": str, "dxml": str, "image_format": str, "parallel.channels": int},
    total=False,
)
"""What ``Domain.save`` and ``Virt.restore_domain`` take."""


class CPUStats(TypedDict, total=False):
    """An element of ``Domain.get_cpu_stats``: nanoseconds."""

    cpu_time: int
    system_time: int
    user_time: int
    vcpu_time: int


LaunchSecurityInfo = TypedDict(
    "LaunchSecurityInfo",
    {
        "sev-measurement": str,
        "sev-api-major": int,
        "sev-api-minor": int,
        "sev-build-id": int,
        "sev-policy": int,
        "sev-snp-policy": int,
    },
    total=False,
)
"""``Domain.get_launch_security_info``: of SEV or SEV-SNP, whichever the guest has."""

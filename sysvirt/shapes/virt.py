"""Dicts of ``Sys.Virt``, the connection.

The dicts are plain ones; these classes exist for type checkers and readers, and nothing
imports them at run time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from sysvirt.domain import Domain


class NodeInfo(TypedDict):
    """``Virt.get_node_info``: memory in KiB, ``mhz`` in MHz."""

    model: str
    memory: int
    cpus: int
    mhz: int
    nodes: int
    sockets: int
    cores: int
    threads: int


class NodeCPUStats(TypedDict, total=False):
    """``Virt.get_node_cpu_stats``: nanoseconds, ``utilization`` in per cent."""

    kernel: int
    user: int
    idle: int
    iowait: int
    intr: int
    utilization: int
    guest: int


class NodeMemoryStats(TypedDict, total=False):
    """``Virt.get_node_memory_stats``: KiB."""

    total: int
    free: int
    buffers: int
    cached: int
    available: int


class SecurityModel(TypedDict):
    """``Virt.get_node_security_model``."""

    model: str
    doi: str


class FreePages(TypedDict):
    """An element of ``Virt.get_node_free_pages``: page size in KiB to number of pages."""

    cell: int
    pages: dict[int, int]


class DomainStats(TypedDict):
    """An element of ``Virt.get_all_domain_stats``."""

    dom: Domain
    data: dict[str, Any]


class Credential(TypedDict):
    """What a credential callback is asked for; it stores its answer under ``result``."""

    type: int
    prompt: str
    challenge: str | None
    result: str | None


Identity = TypedDict(
    "Identity",
    {
        "user-name": str,
        "unix-user-id": int,
        "group-name": str,
        "unix-group-id": int,
        "process-id": int,
        "process-time": int,
        "sasl-user-name": str,
        "x509-distinguished-name": str,
        "selinux-context": str,
    },
    total=False,
)
"""``Virt.set_identity``: who the connection speaks for."""


class NodeMemoryParameters(TypedDict, total=False):
    """``Virt.get_node_memory_parameters``: how the host shares pages that are the same."""

    shm_pages_to_scan: int
    shm_sleep_millisecs: int
    shm_pages_shared: int
    shm_pages_sharing: int
    shm_pages_unshared: int
    shm_pages_volatile: int
    shm_full_scans: int
    shm_merge_across_nodes: int


SEVInfo = TypedDict(
    "SEVInfo",
    {
        "cbitpos": int,
        "cert-chain": str,
        "pdh": str,
        "reduced-phys-bits": int,
        "max-guests": int,
        "max-es-guests": int,
        "cpu0-id": str,
    },
    total=False,
)
"""``Virt.get_node_sev_info``: what the host has for encrypted guests."""

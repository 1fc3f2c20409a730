"""Dicts of ``Sys.Virt.Domain`` about disks and interfaces.

The dicts are plain ones; these classes exist for type checkers and readers, and nothing
imports them at run time.
"""

from __future__ import annotations

from typing import TypedDict


class BlockInfo(TypedDict):
    """``Domain.get_block_info``: bytes."""

    capacity: int
    allocation: int
    physical: int


class BlockStats(TypedDict, total=False):
    """``Domain.block_stats``: bytes, numbers of requests, nanoseconds."""

    rd_bytes: int
    rd_req: int
    rd_total_times: int
    wr_bytes: int
    wr_req: int
    wr_total_times: int
    flush_reqs: int
    flush_total_times: int
    errs: int


class InterfaceStats(TypedDict):
    """``Domain.interface_stats``: bytes and numbers of packets."""

    rx_bytes: int
    rx_packets: int
    rx_errs: int
    rx_drop: int
    tx_bytes: int
    tx_packets: int
    tx_errs: int
    tx_drop: int


class DiskError(TypedDict):
    """An element of ``Domain.get_disk_errors``: ``path`` is the disk's target."""

    path: str
    error: int


class BlockJobInfo(TypedDict):
    """``Domain.get_block_job_info``: ``bandwidth`` in MiB a second, all 0 without a job."""

    type: int
    bandwidth: int
    cur: int
    end: int


BlockCopyParams = TypedDict(
    "BlockCopyParams", {"bandwidth": int, "granularity": int, "buf-size": int}, total=False
)
"""What ``Domain.block_copy`` takes: bytes a second, bytes, bytes."""

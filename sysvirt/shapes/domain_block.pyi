# Made by `python -m reference.generate` from domain_block.py: change that, not this.
from typing import TypeAlias, TypedDict

class BlockInfo(TypedDict):
    """``Domain.get_block_info``: bytes."""

    capacity: int
    allocation: int
    physical: int

BlockStats: TypeAlias = dict[str, int]

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

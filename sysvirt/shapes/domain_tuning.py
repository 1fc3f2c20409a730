"""Dicts of ``Sys.Virt.Domain`` about limits.

The dicts are plain ones; these classes exist for type checkers and readers, and nothing
imports them at run time.
"""

from __future__ import annotations

from typing import TypedDict


class BlockIoTune(TypedDict, total=False):
    """``Domain.set_block_iotune``, ``set_throttle_group``: bytes or requests a second.

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

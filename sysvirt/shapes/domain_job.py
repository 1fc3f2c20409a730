"""Dicts of ``Sys.Virt.Domain`` about jobs and migration.

The dicts are plain ones; these classes exist for type checkers and readers, and nothing
imports them at run time.
"""

from __future__ import annotations

from typing import TypedDict


class JobInfo(TypedDict):
    """``Domain.get_job_info``: ``type`` one of ``JOB_*``, milliseconds, bytes."""

    type: int
    timeElapsed: int
    timeRemaining: int
    dataTotal: int
    dataProcessed: int
    dataRemaining: int
    memTotal: int
    memProcessed: int
    memRemaining: int
    fileTotal: int
    fileProcessed: int
    fileRemaining: int


MigrateParams = TypedDict(
    "MigrateParams",
    {
        "migrate_uri": str,
        "destination_name": str,
        "destination_xml": str,
        "graphics_uri": str,
        "bandwidth": int,
        "listen_address": str,
        "disks_port": int,
        "compression": str,
        "compression.mt.dthreads": int,
        "compression.mt.level": int,
        "compression.mt.threads": int,
        "compression.xbzrle.cache": int,
        "persistent_xml": str,
        "auto_converge.initial": int,
        "auto_converge.increment": int,
        "bandwidth.postcopy": int,
        "parallel.connections": int,
        "tls.destination": str,
        "disks_uri": str,
        "compression.zlib.level": int,
        "compression.zstd.level": int,
        "bandwidth.avail.switchover": int,
        "migrate_disks": list[str],
        "migrate_disks_detect_zeroes": list[str],
        "migrate_disks_target_zero": list[str],
    },
    total=False,
)
"""What ``Domain.migrate`` and ``migrate_to_uri`` take: the values of ``MIGRATE_PARAM_*``.

Bandwidths are MiB a second, the cache bytes, throttling per cent.
"""


class JobStats(TypedDict, total=False):
    """The dict of ``Domain.get_job_stats``: milliseconds, bytes, bytes a second, pages."""

    auto_converge_throttle: int
    compression_bytes: int
    compression_cache: int
    compression_cache_misses: int
    compression_overflow: int
    compression_pages: int
    data_processed: int
    data_remaining: int
    data_total: int
    disk_processed: int
    disk_remaining: int
    disk_total: int
    disk_bps: int
    downtime: int
    downtime_net: int
    memory_constant: int
    memory_normal: int
    memory_normal_bytes: int
    memory_processed: int
    memory_remaining: int
    memory_total: int
    memory_bps: int
    memory_dirty_rate: int
    memory_page_size: int
    memory_iteration: int
    memory_postcopy_requests: int
    setup_time: int
    time_elapsed: int
    time_elapsed_net: int
    time_remaining: int
    operation: int
    success: bool
    disk_temp_total: int
    disk_temp_used: int
    errmsg: str
    vfio_data_transferred: int

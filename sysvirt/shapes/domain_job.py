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

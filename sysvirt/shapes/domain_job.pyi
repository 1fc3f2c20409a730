# Made by `python -m reference.generate` from domain_job.py: change that, not this.
from typing import Literal, TypeAlias, TypedDict, TypeVar, overload

_T = TypeVar("_T")

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
_JobStatsInt: TypeAlias = Literal[
    "auto_converge_throttle",
    "compression_bytes",
    "compression_cache",
    "compression_cache_misses",
    "compression_overflow",
    "compression_pages",
    "data_processed",
    "data_remaining",
    "data_total",
    "disk_processed",
    "disk_remaining",
    "disk_total",
    "disk_bps",
    "downtime",
    "downtime_net",
    "memory_constant",
    "memory_normal",
    "memory_normal_bytes",
    "memory_processed",
    "memory_remaining",
    "memory_total",
    "memory_bps",
    "memory_dirty_rate",
    "memory_page_size",
    "memory_iteration",
    "memory_postcopy_requests",
    "setup_time",
    "time_elapsed",
    "time_elapsed_net",
    "time_remaining",
    "operation",
    "disk_temp_total",
    "disk_temp_used",
    "vfio_data_transferred",
]
_JobStatsBool: TypeAlias = Literal["success"]
_JobStatsStr: TypeAlias = Literal["errmsg"]

class JobStats(dict[str, int | bool | str]):
    @overload
    def __getitem__(self, key: _JobStatsInt, /) -> int: ...
    @overload
    def __getitem__(self, key: _JobStatsBool, /) -> bool: ...
    @overload
    def __getitem__(self, key: _JobStatsStr, /) -> str: ...
    @overload
    def __getitem__(self, key: str, /) -> int | bool | str: ...
    @overload  # type: ignore[override]
    def get(self, key: _JobStatsInt, default: None = None, /) -> int | None: ...
    @overload
    def get(self, key: _JobStatsInt, default: _T, /) -> int | _T: ...
    @overload
    def get(self, key: _JobStatsBool, default: None = None, /) -> bool | None: ...
    @overload
    def get(self, key: _JobStatsBool, default: _T, /) -> bool | _T: ...
    @overload
    def get(self, key: _JobStatsStr, default: None = None, /) -> str | None: ...
    @overload
    def get(self, key: _JobStatsStr, default: _T, /) -> str | _T: ...
    @overload
    def get(self, key: str, default: None = None, /) -> int | bool | str | None: ...
    @overload
    def get(self, key: str, default: _T, /) -> int | bool | str | _T: ...

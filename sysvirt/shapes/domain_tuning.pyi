# Made by `python -m reference.generate` from domain_tuning.py: change that, not this.
from typing import Literal, TypeAlias, TypeVar, overload

_T = TypeVar("_T")
_BlockIoTuneInt: TypeAlias = Literal[
    "total_bytes_sec",
    "read_bytes_sec",
    "write_bytes_sec",
    "total_iops_sec",
    "read_iops_sec",
    "write_iops_sec",
    "total_bytes_sec_max",
    "read_bytes_sec_max",
    "write_bytes_sec_max",
    "total_iops_sec_max",
    "read_iops_sec_max",
    "write_iops_sec_max",
    "size_iops_sec",
    "total_bytes_sec_max_length",
    "read_bytes_sec_max_length",
    "write_bytes_sec_max_length",
    "total_iops_sec_max_length",
    "read_iops_sec_max_length",
    "write_iops_sec_max_length",
]
_BlockIoTuneStr: TypeAlias = Literal["group_name"]

class BlockIoTune(dict[str, int | str]):
    @overload
    def __getitem__(self, key: _BlockIoTuneInt, /) -> int: ...
    @overload
    def __getitem__(self, key: _BlockIoTuneStr, /) -> str: ...
    @overload
    def __getitem__(self, key: str, /) -> int | str: ...
    @overload  # type: ignore[override]
    def get(self, key: _BlockIoTuneInt, default: None = None, /) -> int | None: ...
    @overload
    def get(self, key: _BlockIoTuneInt, default: _T, /) -> int | _T: ...
    @overload
    def get(self, key: _BlockIoTuneStr, default: None = None, /) -> str | None: ...
    @overload
    def get(self, key: _BlockIoTuneStr, default: _T, /) -> str | _T: ...
    @overload
    def get(self, key: str, default: None = None, /) -> int | str | None: ...
    @overload
    def get(self, key: str, default: _T, /) -> int | str | _T: ...

SchedulerParameters: TypeAlias = dict[str, int]
MemoryParameters: TypeAlias = dict[str, int]
_BlkioParametersInt: TypeAlias = Literal["weight"]
_BlkioParametersStr: TypeAlias = Literal[
    "device_weight",
    "device_read_bytes_sec",
    "device_read_iops_sec",
    "device_write_bytes_sec",
    "device_write_iops_sec",
]

class BlkioParameters(dict[str, int | str]):
    @overload
    def __getitem__(self, key: _BlkioParametersInt, /) -> int: ...
    @overload
    def __getitem__(self, key: _BlkioParametersStr, /) -> str: ...
    @overload
    def __getitem__(self, key: str, /) -> int | str: ...
    @overload  # type: ignore[override]
    def get(self, key: _BlkioParametersInt, default: None = None, /) -> int | None: ...
    @overload
    def get(self, key: _BlkioParametersInt, default: _T, /) -> int | _T: ...
    @overload
    def get(self, key: _BlkioParametersStr, default: None = None, /) -> str | None: ...
    @overload
    def get(self, key: _BlkioParametersStr, default: _T, /) -> str | _T: ...
    @overload
    def get(self, key: str, default: None = None, /) -> int | str | None: ...
    @overload
    def get(self, key: str, default: _T, /) -> int | str | _T: ...

_NumaParametersStr: TypeAlias = Literal["numa_nodeset"]
_NumaParametersInt: TypeAlias = Literal["numa_mode"]

class NumaParameters(dict[str, str | int]):
    @overload
    def __getitem__(self, key: _NumaParametersStr, /) -> str: ...
    @overload
    def __getitem__(self, key: _NumaParametersInt, /) -> int: ...
    @overload
    def __getitem__(self, key: str, /) -> str | int: ...
    @overload  # type: ignore[override]
    def get(self, key: _NumaParametersStr, default: None = None, /) -> str | None: ...
    @overload
    def get(self, key: _NumaParametersStr, default: _T, /) -> str | _T: ...
    @overload
    def get(self, key: _NumaParametersInt, default: None = None, /) -> int | None: ...
    @overload
    def get(self, key: _NumaParametersInt, default: _T, /) -> int | _T: ...
    @overload
    def get(self, key: str, default: None = None, /) -> str | int | None: ...
    @overload
    def get(self, key: str, default: _T, /) -> str | int | _T: ...

PerfEvents: TypeAlias = dict[str, bool]

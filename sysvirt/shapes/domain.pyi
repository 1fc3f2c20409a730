# Made by `python -m reference.generate` from domain.py: change that, not this.
from typing import Literal, TypeAlias, TypedDict, TypeVar, overload

_T = TypeVar("_T")

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

GuestVcpus: TypeAlias = dict[str, str]
MemoryStats: TypeAlias = dict[str, int]

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
SaveParams = TypedDict(
    "SaveParams",
    {"file": str, "dxml": str, "image_format": str, "parallel.channels": int},
    total=False,
)
CPUStats: TypeAlias = dict[str, int]
_LaunchSecurityInfoStr: TypeAlias = Literal["sev-measurement"]
_LaunchSecurityInfoInt: TypeAlias = Literal[
    "sev-api-major", "sev-api-minor", "sev-build-id", "sev-policy", "sev-snp-policy"
]

class LaunchSecurityInfo(dict[str, str | int]):
    @overload
    def __getitem__(self, key: _LaunchSecurityInfoStr, /) -> str: ...
    @overload
    def __getitem__(self, key: _LaunchSecurityInfoInt, /) -> int: ...
    @overload
    def __getitem__(self, key: str, /) -> str | int: ...
    @overload  # type: ignore[override]
    def get(self, key: _LaunchSecurityInfoStr, default: None = None, /) -> str | None: ...
    @overload
    def get(self, key: _LaunchSecurityInfoStr, default: _T, /) -> str | _T: ...
    @overload
    def get(self, key: _LaunchSecurityInfoInt, default: None = None, /) -> int | None: ...
    @overload
    def get(self, key: _LaunchSecurityInfoInt, default: _T, /) -> int | _T: ...
    @overload
    def get(self, key: str, default: None = None, /) -> str | int | None: ...
    @overload
    def get(self, key: str, default: _T, /) -> str | int | _T: ...

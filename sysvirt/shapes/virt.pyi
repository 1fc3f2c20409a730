# Made by `python -m reference.generate` from virt.py: change that, not this.
from typing import Any, Literal, TypeAlias, TypedDict, TypeVar, overload

from sysvirt.domain import Domain

_T = TypeVar("_T")

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

NodeCPUStats: TypeAlias = dict[str, int]
NodeMemoryStats: TypeAlias = dict[str, int]

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
NodeMemoryParameters: TypeAlias = dict[str, int]
_SEVInfoInt: TypeAlias = Literal["cbitpos", "reduced-phys-bits", "max-guests", "max-es-guests"]
_SEVInfoStr: TypeAlias = Literal["cert-chain", "pdh", "cpu0-id"]

class SEVInfo(dict[str, int | str]):
    @overload
    def __getitem__(self, key: _SEVInfoInt, /) -> int: ...
    @overload
    def __getitem__(self, key: _SEVInfoStr, /) -> str: ...
    @overload
    def __getitem__(self, key: str, /) -> int | str: ...
    @overload  # type: ignore[override]
    def get(self, key: _SEVInfoInt, default: None = None, /) -> int | None: ...
    @overload
    def get(self, key: _SEVInfoInt, default: _T, /) -> int | _T: ...
    @overload
    def get(self, key: _SEVInfoStr, default: None = None, /) -> str | None: ...
    @overload
    def get(self, key: _SEVInfoStr, default: _T, /) -> str | _T: ...
    @overload
    def get(self, key: str, default: None = None, /) -> int | str | None: ...
    @overload
    def get(self, key: str, default: _T, /) -> int | str | _T: ...

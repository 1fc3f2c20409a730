"""The API of Perl's Sys::Virt in Python, on top of libvirt-python.

>>> from sysvirt import Sys
>>> conn = Sys.Virt.new(uri="test:///default")
>>> for dom in conn.list_domains():
...     print("Domain", dom.get_id(), dom.get_name())
Domain 1 test
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt._hints.missing import of_module
from sysvirt.domain import Domain
from sysvirt.domain_checkpoint import DomainCheckpoint
from sysvirt.domain_snapshot import DomainSnapshot
from sysvirt.error import (
    AccessDeniedError,
    AlreadyExistsError,
    ConnectionLostError,
    Error,
    InvalidStateError,
    NotFoundError,
    NotSupportedError,
    OperationTimeoutError,
)
from sysvirt.event import Event
from sysvirt.event_impl import EventImpl
from sysvirt.interface import Interface
from sysvirt.network import Network
from sysvirt.network_port import NetworkPort
from sysvirt.node_device import NodeDevice
from sysvirt.nwfilter import NWFilter
from sysvirt.nwfilter_binding import NWFilterBinding
from sysvirt.secret import Secret
from sysvirt.storage_pool import StoragePool
from sysvirt.storage_vol import StorageVol
from sysvirt.stream import Stream
from sysvirt.virt import Virt
from sysvirt.virt import Virt as _Virt

if TYPE_CHECKING:
    from typing import NoReturn, TypeAlias

__version__ = "0.1.0"

__all__ = [
    "AccessDeniedError",
    "AlreadyExistsError",
    "ConnectionLostError",
    "Domain",
    "DomainCheckpoint",
    "DomainSnapshot",
    "Error",
    "Event",
    "EventImpl",
    "Interface",
    "InvalidStateError",
    "NWFilter",
    "NWFilterBinding",
    "Network",
    "NetworkPort",
    "NodeDevice",
    "NotFoundError",
    "NotSupportedError",
    "OperationTimeoutError",
    "Secret",
    "StoragePool",
    "StorageVol",
    "Stream",
    "Sys",
    "Virt",
]


class Sys:
    """Where Perl's ``Sys::Virt`` begins: ``Sys.Virt``."""

    Virt: TypeAlias = _Virt


if not TYPE_CHECKING:

    def __getattr__(name: str) -> NoReturn:
        of_module(__name__, name)

"""``Sys.Virt``: the connection to a hypervisor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt.constants import VirtConstants
from sysvirt.domain import Domain as _Domain
from sysvirt.domain_checkpoint import DomainCheckpoint as _DomainCheckpoint
from sysvirt.domain_snapshot import DomainSnapshot as _DomainSnapshot
from sysvirt.error import AccessDeniedError as _AccessDeniedError
from sysvirt.error import AlreadyExistsError as _AlreadyExistsError
from sysvirt.error import ConnectionLostError as _ConnectionLostError
from sysvirt.error import Error as _Error
from sysvirt.error import InvalidStateError as _InvalidStateError
from sysvirt.error import NotFoundError as _NotFoundError
from sysvirt.error import NotSupportedError as _NotSupportedError
from sysvirt.error import OperationTimeoutError as _OperationTimeoutError
from sysvirt.event import Event as _Event
from sysvirt.event_impl import EventImpl as _EventImpl
from sysvirt.interface import Interface as _Interface
from sysvirt.network import Network as _Network
from sysvirt.network_port import NetworkPort as _NetworkPort
from sysvirt.node_device import NodeDevice as _NodeDevice
from sysvirt.nwfilter import NWFilter as _NWFilter
from sysvirt.nwfilter_binding import NWFilterBinding as _NWFilterBinding
from sysvirt.secret import Secret as _Secret
from sysvirt.storage_pool import StoragePool as _StoragePool
from sysvirt.storage_vol import StorageVol as _StorageVol
from sysvirt.stream import Stream as _Stream
from sysvirt.virt.about import About
from sysvirt.virt.borrowing import Borrowing
from sysvirt.virt.close_callback import CloseCallbacks
from sysvirt.virt.cpu_models import CPUModels
from sysvirt.virt.defining import Defining
from sysvirt.virt.devices import Devices
from sysvirt.virt.domains import Domains
from sysvirt.virt.events import Events
from sysvirt.virt.filters import Filters
from sysvirt.virt.interfaces import Interfaces
from sysvirt.virt.networks import Networks
from sysvirt.virt.node import Node
from sysvirt.virt.opening import Opening
from sysvirt.virt.secrets import Secrets
from sysvirt.virt.storage import Storage
from sysvirt.virt.streams import Streams

if TYPE_CHECKING:
    from typing import TypeAlias


class Virt(
    Opening,
    CloseCallbacks,
    About,
    Node,
    CPUModels,
    Domains,
    Defining,
    Storage,
    Streams,
    Events,
    Networks,
    Devices,
    Filters,
    Secrets,
    Interfaces,
    Borrowing,
    VirtConstants,
):
    """A connection to a hypervisor.

    >>> conn = Sys.Virt.new(uri="test:///default")
    >>> conn
    <sysvirt.Virt 'test:///default'>

    Perl: ``Sys::Virt``.
    """

    __slots__ = ()

    # Perl's Sys::Virt::Domain is Sys.Virt.Domain, in annotations too.
    Domain: TypeAlias = _Domain
    DomainCheckpoint: TypeAlias = _DomainCheckpoint
    DomainSnapshot: TypeAlias = _DomainSnapshot
    Error: TypeAlias = _Error
    AccessDeniedError: TypeAlias = _AccessDeniedError
    AlreadyExistsError: TypeAlias = _AlreadyExistsError
    ConnectionLostError: TypeAlias = _ConnectionLostError
    InvalidStateError: TypeAlias = _InvalidStateError
    NotFoundError: TypeAlias = _NotFoundError
    NotSupportedError: TypeAlias = _NotSupportedError
    OperationTimeoutError: TypeAlias = _OperationTimeoutError
    Event: TypeAlias = _Event
    EventImpl: TypeAlias = _EventImpl
    StoragePool: TypeAlias = _StoragePool
    StorageVol: TypeAlias = _StorageVol
    Stream: TypeAlias = _Stream
    Network: TypeAlias = _Network
    NetworkPort: TypeAlias = _NetworkPort
    NodeDevice: TypeAlias = _NodeDevice
    NWFilter: TypeAlias = _NWFilter
    NWFilterBinding: TypeAlias = _NWFilterBinding
    Secret: TypeAlias = _Secret
    Interface: TypeAlias = _Interface

"""``sysvirt.aio.Virt``: the connection to a hypervisor, awaited."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sysvirt
from sysvirt.aio._generated.domain_checkpoint import DomainCheckpoint as _DomainCheckpoint
from sysvirt.aio._generated.domain_snapshot import DomainSnapshot as _DomainSnapshot
from sysvirt.aio._generated.interface import Interface as _Interface
from sysvirt.aio._generated.network import Network as _Network
from sysvirt.aio._generated.network_port import NetworkPort as _NetworkPort
from sysvirt.aio._generated.node_device import NodeDevice as _NodeDevice
from sysvirt.aio._generated.nwfilter import NWFilter as _NWFilter
from sysvirt.aio._generated.nwfilter_binding import NWFilterBinding as _NWFilterBinding
from sysvirt.aio._generated.secret import Secret as _Secret
from sysvirt.aio._generated.storage_pool import StoragePool as _StoragePool
from sysvirt.aio._generated.virt.about import About
from sysvirt.aio._generated.virt.cpu_models import CPUModels
from sysvirt.aio._generated.virt.defining import Defining
from sysvirt.aio._generated.virt.devices import Devices
from sysvirt.aio._generated.virt.domains import Domains
from sysvirt.aio._generated.virt.filters import Filters
from sysvirt.aio._generated.virt.interfaces import Interfaces
from sysvirt.aio._generated.virt.networks import Networks
from sysvirt.aio._generated.virt.node import Node
from sysvirt.aio._generated.virt.opening import Opening as OpeningQuestions
from sysvirt.aio._generated.virt.secrets import Secrets
from sysvirt.aio._generated.virt.storage import Storage
from sysvirt.aio._virt.events import Events
from sysvirt.aio._virt.opening import Opening
from sysvirt.aio._virt.streams import Streams
from sysvirt.aio._virt.versions import Versions
from sysvirt.aio.domain import Domain as _Domain
from sysvirt.aio.storage_vol import StorageVol as _StorageVol
from sysvirt.aio.stream import Stream as _Stream
from sysvirt.constants import VirtConstants

if TYPE_CHECKING:
    from typing import TypeAlias


class Virt(
    Opening,
    OpeningQuestions,
    Versions,
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
    VirtConstants,
):
    """A connection to a hypervisor, whose calls are awaited.

    >>> async with Sys.Virt.new(uri="test:///default") as other:
    ...     other
    <sysvirt.aio.Virt 'test:///default'>

    Perl: ``Sys::Virt``.
    """

    __slots__ = ()

    _sync: sysvirt.Virt

    #: The release of Sys::Virt whose interface this is; scripts test it.
    VERSION = sysvirt.Virt.VERSION

    # Perl's Sys::Virt::Domain is Sys.Virt.Domain, in annotations too.
    Domain: TypeAlias = _Domain
    DomainCheckpoint: TypeAlias = _DomainCheckpoint
    DomainSnapshot: TypeAlias = _DomainSnapshot
    Error: TypeAlias = sysvirt.Error
    AccessDeniedError: TypeAlias = sysvirt.AccessDeniedError
    AlreadyExistsError: TypeAlias = sysvirt.AlreadyExistsError
    ConnectionLostError: TypeAlias = sysvirt.ConnectionLostError
    InvalidStateError: TypeAlias = sysvirt.InvalidStateError
    NotFoundError: TypeAlias = sysvirt.NotFoundError
    NotSupportedError: TypeAlias = sysvirt.NotSupportedError
    OperationTimeoutError: TypeAlias = sysvirt.OperationTimeoutError
    Event: TypeAlias = sysvirt.Event
    EventImpl: TypeAlias = sysvirt.EventImpl
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

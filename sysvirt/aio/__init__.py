"""The API of Perl's Sys::Virt for asyncio: the same names, awaited.

>>> from sysvirt.aio import Sys
>>> async with Sys.Virt.new(uri="test:///default") as conn:
...     for dom in await conn.list_domains():
...         print("Domain", dom.get_id(), dom.get_name())
Domain 1 test
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt import (
    AccessDeniedError,
    AlreadyExistsError,
    ConnectionLostError,
    Error,
    Event,
    EventImpl,
    InvalidStateError,
    NotFoundError,
    NotSupportedError,
    OperationTimeoutError,
)
from sysvirt._hints.missing import of_module
from sysvirt.aio._events.queue import Events, EventsLost
from sysvirt.aio._fleet.events import FleetEvents
from sysvirt.aio._fleet.outcomes import HostDown, HostState, HostUp, Result
from sysvirt.aio._generated.domain_checkpoint import DomainCheckpoint
from sysvirt.aio._generated.domain_snapshot import DomainSnapshot
from sysvirt.aio._generated.interface import Interface
from sysvirt.aio._generated.network import Network
from sysvirt.aio._generated.network_port import NetworkPort
from sysvirt.aio._generated.node_device import NodeDevice
from sysvirt.aio._generated.nwfilter import NWFilter
from sysvirt.aio._generated.nwfilter_binding import NWFilterBinding
from sysvirt.aio._generated.secret import Secret
from sysvirt.aio._generated.storage_pool import StoragePool
from sysvirt.aio._transfers.console import Console
from sysvirt.aio._transfers.reader import Hole, Reader
from sysvirt.aio._transfers.writer import Writer
from sysvirt.aio.domain import Domain
from sysvirt.aio.fleet import Fleet
from sysvirt.aio.storage_vol import StorageVol
from sysvirt.aio.stream import Stream
from sysvirt.aio.virt import Virt
from sysvirt.aio.virt import Virt as _Virt

if TYPE_CHECKING:
    from typing import NoReturn, TypeAlias

__all__ = [
    "AccessDeniedError",
    "AlreadyExistsError",
    "ConnectionLostError",
    "Console",
    "Domain",
    "DomainCheckpoint",
    "DomainSnapshot",
    "Error",
    "Event",
    "EventImpl",
    "Events",
    "EventsLost",
    "Fleet",
    "FleetEvents",
    "Hole",
    "HostDown",
    "HostState",
    "HostUp",
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
    "Reader",
    "Result",
    "Secret",
    "StoragePool",
    "StorageVol",
    "Stream",
    "Sys",
    "Virt",
    "Writer",
]


class Sys:
    """Where Perl's ``Sys::Virt`` begins: ``Sys.Virt``."""

    Virt: TypeAlias = _Virt


if not TYPE_CHECKING:

    def __getattr__(name: str) -> NoReturn:
        of_module(__name__, name)

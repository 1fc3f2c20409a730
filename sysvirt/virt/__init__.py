"""``Sys.Virt``: the connection to a hypervisor."""

from __future__ import annotations

from sysvirt.constants import VirtConstants
from sysvirt.domain import Domain as _Domain
from sysvirt.error import Error as _Error
from sysvirt.storage_pool import StoragePool as _StoragePool
from sysvirt.storage_vol import StorageVol as _StorageVol
from sysvirt.stream import Stream as _Stream
from sysvirt.virt.about import About
from sysvirt.virt.closing import Closing
from sysvirt.virt.cpu import CPUModels
from sysvirt.virt.domains import Domains
from sysvirt.virt.node import Node
from sysvirt.virt.opening import Opening
from sysvirt.virt.storage import Storage
from sysvirt.virt.streams import Streams


class Virt(Opening, Closing, About, Node, CPUModels, Domains, Storage, Streams, VirtConstants):
    """A connection to a hypervisor.

    >>> conn = Sys.Virt.new(uri="test:///default")
    >>> conn
    <sysvirt.Virt 'test:///default'>

    Perl: ``Sys::Virt``.
    """

    __slots__ = ("_callbacks",)

    # Perl's Sys::Virt::Domain is Sys.Virt.Domain.
    Domain = _Domain
    Error = _Error
    StoragePool = _StoragePool
    StorageVol = _StorageVol
    Stream = _Stream

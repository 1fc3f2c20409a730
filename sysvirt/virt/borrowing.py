"""From libvirt-python's objects to those of sysvirt; ``handle`` leads back."""

from __future__ import annotations

from _weakref import ref
from typing import TYPE_CHECKING, Any, Self

from sysvirt._core.borrowing import borrow
from sysvirt._core.closing import Closed
from sysvirt._core.objects import Connection
from sysvirt.domain import Domain
from sysvirt.domain_checkpoint import DomainCheckpoint
from sysvirt.domain_snapshot import DomainSnapshot
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

if TYPE_CHECKING:
    from sysvirt._core.objects import Resource

#: Our classes, by the names of libvirt-python's.
CLASSES: dict[str, type[Resource]] = {
    cls._KIND.__name__: cls
    for cls in (
        Domain,
        DomainCheckpoint,
        DomainSnapshot,
        Interface,
        Network,
        NetworkPort,
        NodeDevice,
        NWFilter,
        NWFilterBinding,
        Secret,
        StoragePool,
        StorageVol,
        Stream,
    )
}


class Borrowing(Connection):
    """The way in for objects that libvirt-python made."""

    __slots__ = ()

    @classmethod
    def from_libvirt(cls, item: Any) -> Any:
        """The sysvirt object for one of libvirt-python: a connection, a domain, …

        The libvirt-python object is left as it is, with its own errors, and is the result's
        ``handle``. Both stand for the same thing; closing one leaves the other open. Anything
        else is a ``TypeError``.

        >>> import libvirt
        >>> Sys.Virt.from_libvirt(libvirt.open("test:///default").lookupByName("test"))
        <sysvirt.Domain 'test'>

        Rests on: libvirt-python alone. Perl: not there.
        """
        handle = borrow(item)
        kind = type(handle).__name__
        if kind == "virConnect":
            return cls._borrow(item)
        return CLASSES[kind](cls._borrow(item.connect()), handle)

    @classmethod
    def _borrow(cls, lender: Any) -> Self:
        """The connection for a libvirt-python one: the same as before, as long as it is open."""
        borrower = getattr(lender, "_sysvirt", None)
        conn: Self | None = borrower and borrower()
        if conn is None or isinstance(conn._handle, Closed):
            conn = cls.__new__(cls)
            conn._own(borrow(lender))
            lender._sysvirt = ref(conn)
        return conn

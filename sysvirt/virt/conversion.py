"""From libvirt-python's objects to those of sysvirt; ``handle`` leads back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from sysvirt import binding
from sysvirt.domain import Domain
from sysvirt.domain_checkpoint import DomainCheckpoint
from sysvirt.domain_snapshot import DomainSnapshot
from sysvirt.handle import Connection
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
    from sysvirt.handle import Resource

    _C = TypeVar("_C", bound="Conversion")

CLASSES: dict[type[Any], type[Resource]] = {
    binding.virDomain: Domain,
    binding.virDomainCheckpoint: DomainCheckpoint,
    binding.virDomainSnapshot: DomainSnapshot,
    binding.virInterface: Interface,
    binding.virNetwork: Network,
    binding.virNetworkPort: NetworkPort,
    binding.virNodeDevice: NodeDevice,
    binding.virNWFilter: NWFilter,
    binding.virNWFilterBinding: NWFilterBinding,
    binding.virSecret: Secret,
    binding.virStoragePool: StoragePool,
    binding.virStorageVol: StorageVol,
    binding.virStream: Stream,
}


class Conversion(Connection):
    """The way in for objects that libvirt-python made."""

    __slots__ = ()

    @classmethod
    def from_libvirt(cls: type[_C], item: Any) -> Any:
        """The sysvirt object for one of libvirt-python: a connection, a domain, …

        The libvirt-python object stays in use, it is the result's ``handle``. From then on its
        methods raise ``Error``, which is a ``libvirt.libvirtError`` too. Anything else is a
        ``TypeError``.

        >>> import libvirt
        >>> Sys.Virt.from_libvirt(libvirt.open("test:///default").lookupByName("test"))
        <sysvirt.Domain 'test'>

        Rests on: libvirt-python alone. Perl: not there.
        """
        handle = binding.adopt(item)
        if isinstance(handle, binding.virConnect):
            return cls._of(handle)
        return CLASSES[type(handle)](cls._of(handle.connect()), handle)

    @classmethod
    def _of(cls: type[_C], handle: binding.virConnect) -> _C:
        """The connection for a libvirt-python one: the same as before, as long as it lives."""
        known = getattr(handle, "_sysvirt", None)
        conn: _C | None = known and known()
        if conn is None:
            conn = cls.__new__(cls)
            conn._own(handle)
        return conn

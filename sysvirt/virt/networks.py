"""Networks of a connection: making, listing, counting, finding them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt._core import arguments
from sysvirt._core.arguments import count, flag_bits, text
from sysvirt._core.binding import libvirtmod
from sysvirt._core.objects import Connection
from sysvirt.network import Network

if TYPE_CHECKING:
    from sysvirt._core.arguments import Flags, UUIDLike


class Networks(Connection):
    """What a connection does with networks as a whole."""

    __slots__ = ()

    def create_network(self, xml: str, flags: Flags = 0) -> Network:
        """Start a network that is gone when it is stopped; ``flags`` are ``Network.CREATE_*``.

        >>> net = conn.create_network("<network><name>lab</name></network>")
        >>> net.is_active(), net.is_persistent()
        (True, False)

        Rests on: ``virNetworkCreateXML``, ``virNetworkCreateXMLFlags``. Perl: ``create_network``.
        """
        description, bits = text(xml, "xml"), flag_bits(flags)
        if bits:
            return Network(self, self._handle.networkCreateXMLFlags(description, bits))
        return Network(self, self._handle.networkCreateXML(description))

    def define_network(self, xml: str, flags: Flags = 0) -> Network:
        """Store a network's configuration; ``flags`` are ``Network.DEFINE_*``.

        It isn't started; :meth:`Network.create` does that.

        >>> net = conn.define_network("<network><name>lab</name></network>")
        >>> net.is_active(), net.is_persistent()
        (False, True)

        Rests on: ``virNetworkDefineXML``, ``virNetworkDefineXMLFlags``. Perl: ``define_network``.
        """
        description, bits = text(xml, "xml"), flag_bits(flags)
        if bits:
            return Network(self, self._handle.networkDefineXMLFlags(description, bits))
        return Network(self, self._handle.networkDefineXML(description))

    def list_networks(self) -> list[Network]:
        """The networks that run.

        >>> conn.list_networks()
        [<sysvirt.Network 'default'>]

        Rests on: ``virConnectListAllNetworks``. Perl: ``list_networks``.
        """
        return Network._list(self, libvirtmod.virConnectListAllNetworks, Network.LIST_ACTIVE)

    def num_of_networks(self) -> int:
        """How many networks run.

        >>> conn.num_of_networks()
        1

        Rests on: ``virConnectNumOfNetworks``. Perl: ``num_of_networks``.
        """
        return self._handle.numOfNetworks()

    def list_network_names(self, maxnames: int) -> list[str]:
        """The names of the networks that run, at most ``maxnames`` of them.

        >>> conn.list_network_names(10)
        ['default']

        Rests on: ``virConnectListNetworks``. Perl: ``list_network_names``.
        """
        most = count(maxnames, "maxnames")
        return self._handle.listNetworks()[:most]

    def list_network_ids(self, maxids: int) -> list[str]:
        """Another word for :meth:`list_network_names`: libvirt knows a network by its name.

        Perl's manual speaks of it, and Perl hasn't got it.

        >>> conn.list_network_ids(conn.num_of_networks())
        ['default']

        Rests on: ``virConnectListNetworks``. Perl: only in its manual.
        """
        return self.list_network_names(count(maxids, "maxids"))

    def list_defined_networks(self) -> list[Network]:
        """The networks that are configured and don't run.

        >>> net.destroy()
        >>> conn.list_defined_networks()
        [<sysvirt.Network 'default'>]

        Rests on: ``virConnectListAllNetworks``. Perl: ``list_defined_networks``.
        """
        return Network._list(self, libvirtmod.virConnectListAllNetworks, Network.LIST_INACTIVE)

    def num_of_defined_networks(self) -> int:
        """How many networks are configured and don't run.

        >>> conn.num_of_defined_networks()
        0

        Rests on: ``virConnectNumOfDefinedNetworks``. Perl: ``num_of_defined_networks``.
        """
        return self._handle.numOfDefinedNetworks()

    def list_defined_network_names(self, maxnames: int) -> list[str]:
        """The names of the networks that don't run, at most ``maxnames`` of them.

        >>> conn.list_defined_network_names(10)
        []

        Rests on: ``virConnectListDefinedNetworks``. Perl: ``list_defined_network_names``.
        """
        most = count(maxnames, "maxnames")
        return self._handle.listDefinedNetworks()[:most]

    def list_all_networks(self, flags: Flags = 0) -> list[Network]:
        """All networks, or those that ``flags``, some of ``Network.LIST_*``, choose.

        >>> conn.list_all_networks(Sys.Virt.Network.LIST_PERSISTENT)
        [<sysvirt.Network 'default'>]

        Rests on: ``virConnectListAllNetworks``. Perl: ``list_all_networks``.
        """
        return Network._list(self, libvirtmod.virConnectListAllNetworks, flag_bits(flags))

    def get_network_by_name(self, name: str) -> Network:
        """The network of a name; ``Error`` with ``ERR_NO_NETWORK`` when there is none.

        >>> conn.get_network_by_name("default")
        <sysvirt.Network 'default'>

        Rests on: ``virNetworkLookupByName``. Perl: ``get_network_by_name``.
        """
        return Network(self, self._handle.networkLookupByName(text(name, "name")))

    def get_network_by_id(self, id: str) -> Network:
        """Another word for :meth:`get_network_by_name`, for what ``list_network_ids`` gives.

        Perl's manual speaks of it, and Perl hasn't got it.

        >>> conn.get_network_by_id("default")
        <sysvirt.Network 'default'>

        Rests on: ``virNetworkLookupByName``. Perl: only in its manual.
        """
        return self.get_network_by_name(text(id, "id"))

    def get_network_by_uuid(self, uuid: UUIDLike) -> Network:
        """The network of a UUID: 16 bytes, 32 or 36 digits, or a ``uuid.UUID``.

        >>> conn.get_network_by_uuid(net.get_uuid()) == net
        True

        Rests on: ``virNetworkLookupByUUID``, ``virNetworkLookupByUUIDString``.
        Perl: ``get_network_by_uuid``.
        """
        found = arguments.uuid(uuid)
        if isinstance(found, str):
            return Network(self, self._handle.networkLookupByUUIDString(found))
        return Network(self, self._handle.networkLookupByUUID(found))

# Made by `python -m reference.generate` from sysvirt/network.py: change that, not this.
"""The awaited twins of :mod:`sysvirt.network`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt.aio._generated.network_port import NetworkPort
from sysvirt.aio._generated.properties import (
    Activatable,
    Autostartable,
    Described,
    Identified,
    Named,
    Persistable,
)
from sysvirt.constants import NetworkConstants

if TYPE_CHECKING:
    from sysvirt import network as sync
    from sysvirt._core.arguments import Flags, UUIDLike
    from sysvirt.shapes.network import DHCPLease


class Network(
    Identified, Named, Described, Activatable, Persistable, Autostartable, NetworkConstants
):
    """A virtual network of a host.

    It stays usable when the network is stopped with :meth:`destroy`.

    >>> net = await conn.get_network_by_name("default")
    >>> net
    <sysvirt.aio.Network 'default'>

    Perl: ``Sys::Virt::Network``.
    """

    __slots__ = ()
    _sync: sync.Network

    async def create(self) -> None:
        """Start the network, whose configuration is stored already.

        >>> await net.destroy()
        >>> await net.create()
        >>> await net.is_active()
        True

        Rests on: ``virNetworkCreate``. Perl: ``create``.
        """
        await self._call(self._sync.create)

    async def undefine(self) -> None:
        """Forget the stored configuration; a network that runs may go on until it is stopped.

        >>> await net.destroy()
        >>> await net.undefine()
        >>> await conn.list_all_networks()
        []

        Rests on: ``virNetworkUndefine``. Perl: ``undefine``.
        """
        await self._call(self._sync.undefine)

    async def destroy(self) -> None:
        """Stop the network at once.

        One without a stored configuration is gone then.

        >>> await net.destroy()
        >>> await net.is_active()
        False

        Rests on: ``virNetworkDestroy``. Perl: ``destroy``.
        """
        await self._call(self._sync.destroy)

    async def update(
        self, command: int, section: int, parentIndex: int, xml: str, flags: Flags = 0
    ) -> None:
        """Change one part of the configuration.

        ``command`` is one of ``UPDATE_COMMAND_*``, ``section`` one of ``SECTION_*``: what ``xml``
        describes. ``parentIndex`` tells which of several parents is meant (-1: any will do),
        ``flags`` are ``UPDATE_AFFECT_*``: whether the running network, the stored configuration
        or both are changed.

        >>> Net = Sys.Virt.Network
        >>> host = "<host mac='52:54:00:00:00:01' ip='192.168.122.10'/>"
        >>> await net.update(Net.UPDATE_COMMAND_ADD_LAST, Net.SECTION_IP_DHCP_HOST, -1, host)
        >>> "192.168.122.10" in await net.get_xml_description()
        True

        Rests on: ``virNetworkUpdate``. Perl: ``update``.
        """
        await self._call(self._sync.update, command, section, parentIndex, xml, flags)

    async def get_bridge_name(self) -> str:
        """The name of the bridge that the network has on its host.

        >>> await net.get_bridge_name()
        'virbr0'

        Rests on: ``virNetworkGetBridgeName``. Perl: ``get_bridge_name``.
        """
        return await self._call(self._sync.get_bridge_name)

    async def get_dhcp_leases(self, mac: str | None = None, flags: Flags = 0) -> list[DHCPLease]:
        """The addresses that the network has lent, to all or only to the card ``mac``.

        ``expirytime`` is in seconds since the epoch, ``type`` one of ``Virt.IP_ADDR_TYPE_*``.

        >>> [lease["iface"] for lease in await net.get_dhcp_leases()]  # doctest: +SKIP
        ['virbr0']

        Rests on: ``virNetworkGetDHCPLeases``. Perl: ``get_dhcp_leases``.
        """
        return await self._call(self._sync.get_dhcp_leases, mac, flags)

    async def list_all_ports(self, flags: Flags = 0) -> list[NetworkPort]:
        """The ports that guests have on the network.

        >>> await net.list_all_ports()  # doctest: +SKIP
        [<sysvirt.aio.NetworkPort 'e33f60d0-77c9-4dae-ac0a-f2d53440cb2f'>]

        Rests on: ``virNetworkListAllPorts``. Perl: ``list_all_ports``.
        """
        found = await self._call(self._sync.list_all_ports, flags)
        return [NetworkPort(self._conn, each) for each in found]

    async def create_port(self, xml: str, flags: Flags = 0) -> NetworkPort:
        """Make a port from its description; ``flags`` are ``NetworkPort.CREATE_*``.

        >>> uuid = "<uuid>6695eb01-f6a4-8304-79aa-97f2502e193f</uuid>"
        >>> owner = f"<owner><name>guest</name>{uuid}</owner>"
        >>> card = "<mac address='52:54:00:00:00:02'/>"
        >>> xml = f"<networkport>{uuid}{owner}{card}</networkport>"
        >>> port = await net.create_port(xml)  # doctest: +SKIP
        >>> port in await net.list_all_ports()  # doctest: +SKIP
        True

        Rests on: ``virNetworkPortCreateXML``. Perl: ``create_port``.
        """
        return NetworkPort(self._conn, await self._call(self._sync.create_port, xml, flags))

    async def get_port_by_uuid(self, uuid: UUIDLike) -> NetworkPort:
        """The port of a UUID: 16 bytes, 32 or 36 digits, or a ``uuid.UUID``.

        There is ``Error`` with ``ERR_NO_NETWORK_PORT`` when the network has no such port.

        >>> await net.get_port_by_uuid("e33f60d0-77c9-4dae-ac0a-f2d53440cb2f")  # doctest: +SKIP
        <sysvirt.aio.NetworkPort 'e33f60d0-77c9-4dae-ac0a-f2d53440cb2f'>

        Rests on: ``virNetworkPortLookupByUUID``, ``virNetworkPortLookupByUUIDString``.
        Perl: ``get_port_by_uuid``.
        """
        return NetworkPort(self._conn, await self._call(self._sync.get_port_by_uuid, uuid))

    async def get_metadata(self, type: int, uri: str | None = None, flags: Flags = 0) -> str:
        """A title, a description, or an XML element that somebody attached to the network.

        ``type`` is one of ``METADATA_*``, ``uri`` the namespace for ``METADATA_ELEMENT``,
        ``flags`` are ``UPDATE_AFFECT_*``. It is ``Error`` with ``ERR_NO_NETWORK_METADATA`` when
        there is none, with ``ERR_NO_SUPPORT`` before libvirt 9.7.

        >>> title = Sys.Virt.Network.METADATA_TITLE
        >>> await net.set_metadata(title, "Guests")  # doctest: +SKIP
        >>> await net.get_metadata(title)  # doctest: +SKIP
        'Guests'

        Rests on: ``virNetworkGetMetadata``. Perl: ``get_metadata``.
        """
        return await self._call(self._sync.get_metadata, type, uri, flags)

    async def set_metadata(
        self,
        type: int,
        val: str | None = None,
        key: str | None = None,
        uri: str | None = None,
        flags: Flags = 0,
    ) -> None:
        """Give the network a title, a description or an XML element; ``None`` takes it away.

        ``type`` is one of ``METADATA_*``; for ``METADATA_ELEMENT`` ``key`` is the prefix and
        ``uri`` the name of the element's namespace. ``flags`` are ``UPDATE_AFFECT_*``. It is
        ``Error`` with ``ERR_NO_SUPPORT`` before libvirt 9.7.

        >>> await net.set_metadata(Sys.Virt.Network.METADATA_TITLE, "Guests")  # doctest: +SKIP

        Rests on: ``virNetworkSetMetadata``. Perl: ``set_metadata``.
        """
        await self._call(self._sync.set_metadata, type, val, key, uri, flags)

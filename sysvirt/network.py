"""``Sys.Virt.Network``: a virtual network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt import _libvirt
from sysvirt._core import arguments
from sysvirt._core.arguments import cint, flag_bits, optional_text, text, uint
from sysvirt._core.binding import virNetwork
from sysvirt._core.properties import (
    Activatable,
    Autostartable,
    Described,
    Identified,
    Named,
    Persistable,
)
from sysvirt.constants import NetworkConstants
from sysvirt.network_port import NetworkPort

if TYPE_CHECKING:
    from sysvirt._core.arguments import Flags, UUIDLike
    from sysvirt.shapes.network import DHCPLease


class Network(
    Identified,
    Named,
    Described,
    Activatable,
    Persistable,
    Autostartable,
    NetworkConstants,
):
    """A virtual network of a host.

    It stays usable when the network is stopped with :meth:`destroy`.

    >>> net = conn.get_network_by_name("default")
    >>> net
    <sysvirt.Network 'default'>

    Perl: ``Sys::Virt::Network``.
    """

    __slots__ = ()

    _KIND = virNetwork

    _handle: virNetwork

    def create(self) -> None:
        """Start the network, whose configuration is stored already.

        >>> net.destroy()
        >>> net.create()
        >>> net.is_active()
        True

        Rests on: ``virNetworkCreate``. Perl: ``create``.
        """
        self._handle.create()

    def undefine(self) -> None:
        """Forget the stored configuration; a network that runs may go on until it is stopped.

        >>> net.destroy()
        >>> net.undefine()
        >>> conn.list_all_networks()
        []

        Rests on: ``virNetworkUndefine``. Perl: ``undefine``.
        """
        self._handle.undefine()

    def destroy(self) -> None:
        """Stop the network at once.

        One without a stored configuration is gone then.

        >>> net.destroy()
        >>> net.is_active()
        False

        Rests on: ``virNetworkDestroy``. Perl: ``destroy``.
        """
        self._handle.destroy()

    def update(
        self, command: int, section: int, parentIndex: int, xml: str, flags: Flags = 0
    ) -> None:
        """Change one part of the configuration.

        ``command`` is one of ``UPDATE_COMMAND_*``, ``section`` one of ``SECTION_*``: what ``xml``
        describes. ``parentIndex`` tells which of several parents is meant (-1: any will do),
        ``flags`` are ``UPDATE_AFFECT_*``: whether the running network, the stored configuration
        or both are changed.

        >>> Net = Sys.Virt.Network
        >>> host = "<host mac='52:54:00:00:00:01' ip='192.168.122.10'/>"
        >>> net.update(Net.UPDATE_COMMAND_ADD_LAST, Net.SECTION_IP_DHCP_HOST, -1, host)
        >>> "192.168.122.10" in net.get_xml_description()
        True

        Rests on: ``virNetworkUpdate``. Perl: ``update``.
        """
        self._handle.update(
            uint(command, "command"),
            uint(section, "section"),
            cint(parentIndex, "parentIndex"),
            text(xml, "xml"),
            flag_bits(flags),
        )

    def get_bridge_name(self) -> str:
        """The name of the bridge that the network has on its host.

        >>> net.get_bridge_name()
        'virbr0'

        Rests on: ``virNetworkGetBridgeName``. Perl: ``get_bridge_name``.
        """
        return self._handle.bridgeName()

    def get_dhcp_leases(self, mac: str | None = None, flags: Flags = 0) -> list[DHCPLease]:
        """The addresses that the network has lent, to all or only to the card ``mac``.

        ``expirytime`` is in seconds since the epoch, ``type`` one of ``Virt.IP_ADDR_TYPE_*``.

        >>> [lease["iface"] for lease in net.get_dhcp_leases()]  # doctest: +SKIP
        ['virbr0']

        Rests on: ``virNetworkGetDHCPLeases``. Perl: ``get_dhcp_leases``.
        """
        address, bits = optional_text(mac, "mac"), flag_bits(flags)
        try:
            return self._handle.DHCPLeases(address, bits)  # type: ignore[return-value]
        except UnicodeDecodeError:
            return _libvirt.guest.get_dhcp_leases(self._handle, address, bits)  # type: ignore[return-value]

    def list_all_ports(self, flags: Flags = 0) -> list[NetworkPort]:
        """The ports that guests have on the network.

        >>> net.list_all_ports()  # doctest: +SKIP
        [<sysvirt.NetworkPort 'e33f60d0-77c9-4dae-ac0a-f2d53440cb2f'>]

        Rests on: ``virNetworkListAllPorts``. Perl: ``list_all_ports``.
        """
        return NetworkPort._wrap(self._conn, self._handle.listAllPorts(flag_bits(flags)))

    def create_port(self, xml: str, flags: Flags = 0) -> NetworkPort:
        """Make a port from its description; ``flags`` are ``NetworkPort.CREATE_*``.

        >>> uuid = "<uuid>6695eb01-f6a4-8304-79aa-97f2502e193f</uuid>"
        >>> owner = f"<owner><name>guest</name>{uuid}</owner>"
        >>> card = "<mac address='52:54:00:00:00:02'/>"
        >>> xml = f"<networkport>{uuid}{owner}{card}</networkport>"
        >>> port = net.create_port(xml)  # doctest: +SKIP
        >>> port in net.list_all_ports()  # doctest: +SKIP
        True

        Rests on: ``virNetworkPortCreateXML``. Perl: ``create_port``.
        """
        return NetworkPort(
            self._conn, self._handle.portCreateXML(text(xml, "xml"), flag_bits(flags))
        )

    def get_port_by_uuid(self, uuid: UUIDLike) -> NetworkPort:
        """The port of a UUID: 16 bytes, 32 or 36 digits, or a ``uuid.UUID``.

        There is ``Error`` with ``ERR_NO_NETWORK_PORT`` when the network has no such port.

        >>> net.get_port_by_uuid("e33f60d0-77c9-4dae-ac0a-f2d53440cb2f")  # doctest: +SKIP
        <sysvirt.NetworkPort 'e33f60d0-77c9-4dae-ac0a-f2d53440cb2f'>

        Rests on: ``virNetworkPortLookupByUUID``, ``virNetworkPortLookupByUUIDString``.
        Perl: ``get_port_by_uuid``.
        """
        found = arguments.uuid(uuid)
        if isinstance(found, str):
            return NetworkPort(self._conn, self._handle.portLookupByUUIDString(found))
        return NetworkPort(self._conn, self._handle.portLookupByUUID(found))

    def get_metadata(self, type: int, uri: str | None = None, flags: Flags = 0) -> str:
        """A title, a description, or an XML element that somebody attached to the network.

        ``type`` is one of ``METADATA_*``, ``uri`` the namespace for ``METADATA_ELEMENT``,
        ``flags`` are ``UPDATE_AFFECT_*``. It is ``Error`` with ``ERR_NO_NETWORK_METADATA`` when
        there is none, with ``ERR_NO_SUPPORT`` before libvirt 9.7.

        >>> title = Sys.Virt.Network.METADATA_TITLE
        >>> net.set_metadata(title, "Guests")  # doctest: +SKIP
        >>> net.get_metadata(title)  # doctest: +SKIP
        'Guests'

        Rests on: ``virNetworkGetMetadata``. Perl: ``get_metadata``.
        """
        wanted = cint(type, "type"), optional_text(uri, "uri"), flag_bits(flags)
        return self._supported("metadata", "9.7.0")(*wanted)  # type: ignore[no-any-return]

    def set_metadata(
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

        >>> net.set_metadata(Sys.Virt.Network.METADATA_TITLE, "Guests")  # doctest: +SKIP

        Rests on: ``virNetworkSetMetadata``. Perl: ``set_metadata``.
        """
        wanted = (
            cint(type, "type"),
            optional_text(val, "val"),
            optional_text(key, "key"),
            optional_text(uri, "uri"),
            flag_bits(flags),
        )
        self._supported("setMetadata", "9.7.0")(*wanted)

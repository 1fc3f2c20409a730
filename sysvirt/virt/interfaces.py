"""Network interfaces of the host: configuring, listing, counting, finding them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt._core.arguments import count, flag_bits, text
from sysvirt._core.objects import Connection
from sysvirt.interface import Interface

if TYPE_CHECKING:
    from sysvirt._core.arguments import Flags


class Interfaces(Connection):
    """What a connection does with its host's network interfaces as a whole."""

    __slots__ = ()

    def create_interface(self, xml: str) -> Interface:
        """Put an interface into the host's configuration, and bring it up.

        Perl leaves it down. When it can't be brought up, it stays configured.

        >>> conn.create_interface("<interface type='ethernet' name='eth2'/>").is_active()
        True

        Rests on: ``virInterfaceDefineXML``, ``virInterfaceCreate``. Perl: ``create_interface``.
        """
        iface = self.define_interface(xml)
        if not iface.is_active():
            iface.create()
        return iface

    def define_interface(self, xml: str, flags: Flags = 0) -> Interface:
        """Put an interface into the host's configuration; ``flags`` are ``Interface.DEFINE_*``.

        It stays down; :meth:`Interface.create` brings it up.

        >>> conn.define_interface("<interface type='ethernet' name='eth2'/>").is_active()
        False

        Rests on: ``virInterfaceDefineXML``. Perl: ``define_interface``.
        """
        return Interface(self, self._handle.interfaceDefineXML(text(xml, "xml"), flag_bits(flags)))

    def list_interfaces(self) -> list[Interface]:
        """The interfaces that are up.

        >>> conn.list_interfaces()
        [<sysvirt.Interface 'eth1'>]

        Rests on: ``virConnectListInterfaces``, ``virConnectListAllInterfaces``.
        Perl: ``list_interfaces``.
        """
        # Perl looks each name up, a round trip for each. LIST_ACTIVE and LIST_INACTIVE don't
        # choose the same on a real host, where a loopback device is neither up nor down.
        names = self._handle.listInterfaces()
        return Interface._pick(self, self._handle.listAllInterfaces(0), names)

    def num_of_interfaces(self) -> int:
        """How many interfaces are up.

        >>> conn.num_of_interfaces()
        1

        Rests on: ``virConnectNumOfInterfaces``. Perl: ``num_of_interfaces``.
        """
        return self._handle.numOfInterfaces()

    def list_interface_names(self, maxnames: int) -> list[str]:
        """The names of the interfaces that are up, at most ``maxnames`` of them.

        >>> conn.list_interface_names(10)
        ['eth1']

        Rests on: ``virConnectListInterfaces``. Perl: ``list_interface_names``.
        """
        most = count(maxnames, "maxnames")
        return self._handle.listInterfaces()[:most]

    def list_defined_interfaces(self) -> list[Interface]:
        """The interfaces that are configured and down.

        >>> iface.destroy()
        >>> conn.list_defined_interfaces()
        [<sysvirt.Interface 'eth1'>]

        Rests on: ``virConnectListDefinedInterfaces``, ``virConnectListAllInterfaces``.
        Perl: ``list_defined_interfaces``.
        """
        names = self._handle.listDefinedInterfaces()
        return Interface._pick(self, self._handle.listAllInterfaces(0), names)

    def num_of_defined_interfaces(self) -> int:
        """How many interfaces are configured and down.

        >>> conn.num_of_defined_interfaces()
        0

        Rests on: ``virConnectNumOfDefinedInterfaces``. Perl: ``num_of_defined_interfaces``.
        """
        return self._handle.numOfDefinedInterfaces()

    def list_defined_interface_names(self, maxnames: int) -> list[str]:
        """The names of the interfaces that are down, at most ``maxnames`` of them.

        >>> conn.list_defined_interface_names(10)
        []

        Rests on: ``virConnectListDefinedInterfaces``. Perl: ``list_defined_interface_names``.
        """
        most = count(maxnames, "maxnames")
        return self._handle.listDefinedInterfaces()[:most]

    def list_all_interfaces(self, flags: Flags = 0) -> list[Interface]:
        """All interfaces, or those that ``flags``, some of ``Interface.LIST_*``, choose.

        >>> conn.list_all_interfaces(Sys.Virt.Interface.LIST_ACTIVE)
        [<sysvirt.Interface 'eth1'>]

        Rests on: ``virConnectListAllInterfaces``. Perl: ``list_all_interfaces``.
        """
        return Interface._wrap(self, self._handle.listAllInterfaces(flag_bits(flags)))

    def get_interface_by_name(self, name: str) -> Interface:
        """The interface of a name; ``Error`` with ``ERR_NO_INTERFACE`` when there is none.

        >>> conn.get_interface_by_name("eth1")
        <sysvirt.Interface 'eth1'>

        Rests on: ``virInterfaceLookupByName``. Perl: ``get_interface_by_name``.
        """
        return Interface(self, self._handle.interfaceLookupByName(text(name, "name")))

    def get_interface_by_mac(self, mac: str) -> Interface:
        """The interface with a hardware address.

        ``Error`` with ``ERR_MULTIPLE_INTERFACES`` when several have it.

        >>> conn.get_interface_by_mac("aa:bb:cc:dd:ee:ff")
        <sysvirt.Interface 'eth1'>

        Rests on: ``virInterfaceLookupByMACString``. Perl: ``get_interface_by_mac``.
        """
        return Interface(self, self._handle.interfaceLookupByMACString(text(mac, "mac")))

    def interface_change_begin(self, flags: Flags = 0) -> None:
        """Remember the host's network configuration, before it is changed.

        The changes hold at once; :meth:`interface_change_rollback` undoes them until
        :meth:`interface_change_commit`. There are no ``flags`` yet.

        >>> conn.interface_change_begin()
        >>> iface.undefine()
        >>> conn.interface_change_rollback()
        >>> conn.list_all_interfaces()
        [<sysvirt.Interface 'eth1'>]

        Rests on: ``virInterfaceChangeBegin``. Perl: ``interface_change_begin``.
        """
        self._handle.changeBegin(flag_bits(flags))

    def interface_change_commit(self, flags: Flags = 0) -> None:
        """Make the changes since :meth:`interface_change_begin` final. There are no ``flags`` yet.

        >>> conn.interface_change_begin()
        >>> conn.interface_change_commit()

        Rests on: ``virInterfaceChangeCommit``. Perl: ``interface_change_commit``.
        """
        self._handle.changeCommit(flag_bits(flags))

    def interface_change_rollback(self, flags: Flags = 0) -> None:
        """Undo the changes since :meth:`interface_change_begin`. There are no ``flags`` yet.

        >>> conn.interface_change_begin()
        >>> conn.interface_change_rollback()

        Rests on: ``virInterfaceChangeRollback``. Perl: ``interface_change_rollback``.
        """
        self._handle.changeRollback(flag_bits(flags))

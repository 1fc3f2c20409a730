# Made by `python -m reference.generate` from sysvirt/virt/interfaces.py: change that, not this.
"""The awaited twins of :mod:`sysvirt.virt.interfaces`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt.aio._generated.interface import Interface
from sysvirt.aio._twin import Twin

if TYPE_CHECKING:
    from sysvirt._core.arguments import Flags
    from sysvirt.virt import interfaces as sync


class Interfaces(Twin):
    """What a connection does with its host's network interfaces as a whole."""

    __slots__ = ()
    _sync: sync.Interfaces

    async def create_interface(self, xml: str) -> Interface:
        """Put an interface into the host's configuration, and bring it up.

        Perl leaves it down. When it can't be brought up, it stays configured.

        >>> await (await conn.create_interface("<interface type='ethernet' name='eth2'/>")).is_active()
        True

        Rests on: ``virInterfaceDefineXML``, ``virInterfaceCreate``. Perl: ``create_interface``.
        """
        return Interface(self._conn, await self._call(self._sync.create_interface, xml))

    async def define_interface(self, xml: str, flags: Flags = 0) -> Interface:
        """Put an interface into the host's configuration; ``flags`` are ``Interface.DEFINE_*``.

        It stays down; :meth:`Interface.create` brings it up.

        >>> await (await conn.define_interface("<interface type='ethernet' name='eth2'/>")).is_active()
        False

        Rests on: ``virInterfaceDefineXML``. Perl: ``define_interface``.
        """
        return Interface(self._conn, await self._call(self._sync.define_interface, xml, flags))

    async def list_interfaces(self) -> list[Interface]:
        """The interfaces that are up.

        >>> await conn.list_interfaces()
        [<sysvirt.aio.Interface 'eth1'>]

        Rests on: ``virConnectListInterfaces``, ``virConnectListAllInterfaces``.
        Perl: ``list_interfaces``.
        """
        found = await self._call(self._sync.list_interfaces)
        return [Interface(self._conn, each) for each in found]

    async def num_of_interfaces(self) -> int:
        """How many interfaces are up.

        >>> await conn.num_of_interfaces()
        1

        Rests on: ``virConnectNumOfInterfaces``. Perl: ``num_of_interfaces``.
        """
        return await self._call(self._sync.num_of_interfaces)

    async def list_interface_names(self, maxnames: int) -> list[str]:
        """The names of the interfaces that are up, at most ``maxnames`` of them.

        >>> await conn.list_interface_names(10)
        ['eth1']

        Rests on: ``virConnectListInterfaces``. Perl: ``list_interface_names``.
        """
        return await self._call(self._sync.list_interface_names, maxnames)

    async def list_defined_interfaces(self) -> list[Interface]:
        """The interfaces that are configured and down.

        >>> await iface.destroy()
        >>> await conn.list_defined_interfaces()
        [<sysvirt.aio.Interface 'eth1'>]

        Rests on: ``virConnectListDefinedInterfaces``, ``virConnectListAllInterfaces``.
        Perl: ``list_defined_interfaces``.
        """
        found = await self._call(self._sync.list_defined_interfaces)
        return [Interface(self._conn, each) for each in found]

    async def num_of_defined_interfaces(self) -> int:
        """How many interfaces are configured and down.

        >>> await conn.num_of_defined_interfaces()
        0

        Rests on: ``virConnectNumOfDefinedInterfaces``. Perl: ``num_of_defined_interfaces``.
        """
        return await self._call(self._sync.num_of_defined_interfaces)

    async def list_defined_interface_names(self, maxnames: int) -> list[str]:
        """The names of the interfaces that are down, at most ``maxnames`` of them.

        >>> await conn.list_defined_interface_names(10)
        []

        Rests on: ``virConnectListDefinedInterfaces``. Perl: ``list_defined_interface_names``.
        """
        return await self._call(self._sync.list_defined_interface_names, maxnames)

    async def list_all_interfaces(self, flags: Flags = 0) -> list[Interface]:
        """All interfaces, or those that ``flags``, some of ``Interface.LIST_*``, choose.

        >>> await conn.list_all_interfaces(Sys.Virt.Interface.LIST_ACTIVE)
        [<sysvirt.aio.Interface 'eth1'>]

        Rests on: ``virConnectListAllInterfaces``. Perl: ``list_all_interfaces``.
        """
        found = await self._call(self._sync.list_all_interfaces, flags)
        return [Interface(self._conn, each) for each in found]

    async def get_interface_by_name(self, name: str) -> Interface:
        """The interface of a name; ``Error`` with ``ERR_NO_INTERFACE`` when there is none.

        >>> await conn.get_interface_by_name("eth1")
        <sysvirt.aio.Interface 'eth1'>

        Rests on: ``virInterfaceLookupByName``. Perl: ``get_interface_by_name``.
        """
        return Interface(self._conn, await self._call(self._sync.get_interface_by_name, name))

    async def get_interface_by_mac(self, mac: str) -> Interface:
        """The interface with a hardware address.

        ``Error`` with ``ERR_MULTIPLE_INTERFACES`` when several have it.

        >>> await conn.get_interface_by_mac("aa:bb:cc:dd:ee:ff")
        <sysvirt.aio.Interface 'eth1'>

        Rests on: ``virInterfaceLookupByMACString``. Perl: ``get_interface_by_mac``.
        """
        return Interface(self._conn, await self._call(self._sync.get_interface_by_mac, mac))

    async def interface_change_begin(self, flags: Flags = 0) -> None:
        """Remember the host's network configuration, before it is changed.

        The changes hold at once; :meth:`interface_change_rollback` undoes them until
        :meth:`interface_change_commit`. There are no ``flags`` yet.

        >>> await conn.interface_change_begin()
        >>> await iface.undefine()
        >>> await conn.interface_change_rollback()
        >>> await conn.list_all_interfaces()
        [<sysvirt.aio.Interface 'eth1'>]

        Rests on: ``virInterfaceChangeBegin``. Perl: ``interface_change_begin``.
        """
        await self._call(self._sync.interface_change_begin, flags)

    async def interface_change_commit(self, flags: Flags = 0) -> None:
        """Make the changes since :meth:`interface_change_begin` final. There are no ``flags`` yet.

        >>> await conn.interface_change_begin()
        >>> await conn.interface_change_commit()

        Rests on: ``virInterfaceChangeCommit``. Perl: ``interface_change_commit``.
        """
        await self._call(self._sync.interface_change_commit, flags)

    async def interface_change_rollback(self, flags: Flags = 0) -> None:
        """Undo the changes since :meth:`interface_change_begin`. There are no ``flags`` yet.

        >>> await conn.interface_change_begin()
        >>> await conn.interface_change_rollback()

        Rests on: ``virInterfaceChangeRollback``. Perl: ``interface_change_rollback``.
        """
        await self._call(self._sync.interface_change_rollback, flags)

# Made by `python -m reference.generate` from sysvirt/virt/networks.py: change that, not this.
"""The awaited twins of :mod:`sysvirt.virt.networks`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt.aio._generated.network import Network
from sysvirt.aio._twin import Twin

if TYPE_CHECKING:
    from sysvirt._core.arguments import Flags, UUIDLike
    from sysvirt.virt import networks as sync


class Networks(Twin):
    """What a connection does with networks as a whole."""

    __slots__ = ()
    _sync: sync.Networks

    async def create_network(self, xml: str, flags: Flags = 0) -> Network:
        """Start a network that is gone when it is stopped; ``flags`` are ``Network.CREATE_*``.

        >>> net = await conn.create_network("<network><name>lab</name></network>")
        >>> await net.is_active(), await net.is_persistent()
        (True, False)

        Rests on: ``virNetworkCreateXML``, ``virNetworkCreateXMLFlags``. Perl: ``create_network``.
        """
        return Network(self._conn, await self._call(self._sync.create_network, xml, flags))

    async def define_network(self, xml: str, flags: Flags = 0) -> Network:
        """Store a network's configuration; ``flags`` are ``Network.DEFINE_*``.

        It isn't started; :meth:`Network.create` does that.

        >>> net = await conn.define_network("<network><name>lab</name></network>")
        >>> await net.is_active(), await net.is_persistent()
        (False, True)

        Rests on: ``virNetworkDefineXML``, ``virNetworkDefineXMLFlags``. Perl: ``define_network``.
        """
        return Network(self._conn, await self._call(self._sync.define_network, xml, flags))

    async def list_networks(self) -> list[Network]:
        """The networks that run.

        >>> await conn.list_networks()
        [<sysvirt.aio.Network 'default'>]

        Rests on: ``virConnectListAllNetworks``. Perl: ``list_networks``.
        """
        found = await self._call(self._sync.list_networks)
        return [Network(self._conn, each) for each in found]

    async def num_of_networks(self) -> int:
        """How many networks run.

        >>> await conn.num_of_networks()
        1

        Rests on: ``virConnectNumOfNetworks``. Perl: ``num_of_networks``.
        """
        return await self._call(self._sync.num_of_networks)

    async def list_network_names(self, maxnames: int) -> list[str]:
        """The names of the networks that run, at most ``maxnames`` of them.

        >>> await conn.list_network_names(10)
        ['default']

        Rests on: ``virConnectListNetworks``. Perl: ``list_network_names``.
        """
        return await self._call(self._sync.list_network_names, maxnames)

    async def list_network_ids(self, maxids: int) -> list[str]:
        """Another word for :meth:`list_network_names`: libvirt knows a network by its name.

        Perl's manual speaks of it, and Perl hasn't got it.

        >>> await conn.list_network_ids(await conn.num_of_networks())
        ['default']

        Rests on: ``virConnectListNetworks``. Perl: only in its manual.
        """
        return await self._call(self._sync.list_network_ids, maxids)

    async def list_defined_networks(self) -> list[Network]:
        """The networks that are configured and don't run.

        >>> await net.destroy()
        >>> await conn.list_defined_networks()
        [<sysvirt.aio.Network 'default'>]

        Rests on: ``virConnectListAllNetworks``. Perl: ``list_defined_networks``.
        """
        found = await self._call(self._sync.list_defined_networks)
        return [Network(self._conn, each) for each in found]

    async def num_of_defined_networks(self) -> int:
        """How many networks are configured and don't run.

        >>> await conn.num_of_defined_networks()
        0

        Rests on: ``virConnectNumOfDefinedNetworks``. Perl: ``num_of_defined_networks``.
        """
        return await self._call(self._sync.num_of_defined_networks)

    async def list_defined_network_names(self, maxnames: int) -> list[str]:
        """The names of the networks that don't run, at most ``maxnames`` of them.

        >>> await conn.list_defined_network_names(10)
        []

        Rests on: ``virConnectListDefinedNetworks``. Perl: ``list_defined_network_names``.
        """
        return await self._call(self._sync.list_defined_network_names, maxnames)

    async def list_all_networks(self, flags: Flags = 0) -> list[Network]:
        """All networks, or those that ``flags``, some of ``Network.LIST_*``, choose.

        >>> await conn.list_all_networks(Sys.Virt.Network.LIST_PERSISTENT)
        [<sysvirt.aio.Network 'default'>]

        Rests on: ``virConnectListAllNetworks``. Perl: ``list_all_networks``.
        """
        found = await self._call(self._sync.list_all_networks, flags)
        return [Network(self._conn, each) for each in found]

    async def get_network_by_name(self, name: str) -> Network:
        """The network of a name; ``Error`` with ``ERR_NO_NETWORK`` when there is none.

        >>> await conn.get_network_by_name("default")
        <sysvirt.aio.Network 'default'>

        Rests on: ``virNetworkLookupByName``. Perl: ``get_network_by_name``.
        """
        return Network(self._conn, await self._call(self._sync.get_network_by_name, name))

    async def get_network_by_id(self, id: str) -> Network:
        """Another word for :meth:`get_network_by_name`, for what ``list_network_ids`` gives.

        Perl's manual speaks of it, and Perl hasn't got it.

        >>> await conn.get_network_by_id("default")
        <sysvirt.aio.Network 'default'>

        Rests on: ``virNetworkLookupByName``. Perl: only in its manual.
        """
        return Network(self._conn, await self._call(self._sync.get_network_by_id, id))

    async def get_network_by_uuid(self, uuid: UUIDLike) -> Network:
        """The network of a UUID: 16 bytes, 32 or 36 digits, or a ``uuid.UUID``.

        >>> await conn.get_network_by_uuid(net.get_uuid()) == net
        True

        Rests on: ``virNetworkLookupByUUID``, ``virNetworkLookupByUUIDString``.
        Perl: ``get_network_by_uuid``.
        """
        return Network(self._conn, await self._call(self._sync.get_network_by_uuid, uuid))

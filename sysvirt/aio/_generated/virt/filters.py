# Made by `python -m reference.generate` from sysvirt/virt/filters.py: change that, not this.
"""The awaited twins of :mod:`sysvirt.virt.filters`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt.aio._generated.nwfilter import NWFilter
from sysvirt.aio._generated.nwfilter_binding import NWFilterBinding
from sysvirt.aio._twin import Twin

if TYPE_CHECKING:
    from sysvirt._core.arguments import Flags, UUIDLike
    from sysvirt.virt import filters as sync


class Filters(Twin):
    """What a connection does with network filters as a whole."""

    __slots__ = ()
    _sync: sync.Filters

    async def define_nwfilter(self, xml: str, flags: Flags = 0) -> NWFilter:
        """Store a filter; ``flags`` are ``NWFilter.DEFINE_*``.

        >>> await conn.define_nwfilter("<filter name='no-news' chain='root'/>")  # doctest: +SKIP
        <sysvirt.aio.NWFilter 'no-news'>

        Rests on: ``virNWFilterDefineXML``, ``virNWFilterDefineXMLFlags``.
        Perl: ``define_nwfilter``.
        """
        return NWFilter(self._conn, await self._call(self._sync.define_nwfilter, xml, flags))

    async def create_nwfilter_binding(self, xml: str, flags: Flags = 0) -> NWFilterBinding:
        """Tie a filter to a network device; ``flags`` are ``NWFilterBinding.CREATE_*``.

        >>> await conn.create_nwfilter_binding('''
        ...     <filterbinding>
        ...       <owner><name>guest</name><uuid>6695eb01-f6a4-8304-79aa-97f2502e193f</uuid></owner>
        ...       <portdev name="tap0"/><mac address="52:54:00:00:00:01"/>
        ...       <filterref filter="no-mac-spoofing"/>
        ...     </filterbinding>''')  # doctest: +SKIP
        <sysvirt.aio.NWFilterBinding 'tap0'>

        Rests on: ``virNWFilterBindingCreateXML``. Perl: ``create_nwfilter_binding``.
        """
        return NWFilterBinding(
            self._conn, await self._call(self._sync.create_nwfilter_binding, xml, flags)
        )

    async def list_nwfilters(self) -> list[NWFilter]:
        """The filters that there are.

        >>> nwfilter in await conn.list_nwfilters()  # doctest: +SKIP
        True

        Rests on: ``virConnectListAllNWFilters``. Perl: ``list_nwfilters``.
        """
        found = await self._call(self._sync.list_nwfilters)
        return [NWFilter(self._conn, each) for each in found]

    async def num_of_nwfilters(self) -> int:
        """How many filters there are.

        >>> await conn.num_of_nwfilters() == len(await conn.list_nwfilters())  # doctest: +SKIP
        True

        Rests on: ``virConnectNumOfNWFilters``. Perl: ``num_of_nwfilters``.
        """
        return await self._call(self._sync.num_of_nwfilters)

    async def list_nwfilter_names(self, maxnames: int) -> list[str]:
        """The names of the filters, at most ``maxnames`` of them.

        >>> "no-mail" in await conn.list_nwfilter_names(100)  # doctest: +SKIP
        True

        Rests on: ``virConnectListNWFilters``. Perl: ``list_nwfilter_names``.
        """
        return await self._call(self._sync.list_nwfilter_names, maxnames)

    async def list_all_nwfilters(self, flags: Flags = 0) -> list[NWFilter]:
        """The filters that there are. There are no ``flags`` yet.

        >>> nwfilter in await conn.list_all_nwfilters()  # doctest: +SKIP
        True

        Rests on: ``virConnectListAllNWFilters``. Perl: ``list_all_nwfilters``.
        """
        found = await self._call(self._sync.list_all_nwfilters, flags)
        return [NWFilter(self._conn, each) for each in found]

    async def list_all_nwfilter_bindings(self, flags: Flags = 0) -> list[NWFilterBinding]:
        """The filters in their places. There are no ``flags`` yet.

        >>> await conn.list_all_nwfilter_bindings()  # doctest: +SKIP
        [<sysvirt.aio.NWFilterBinding 'vnet0'>]

        Rests on: ``virConnectListAllNWFilterBindings``. Perl: ``list_all_nwfilter_bindings``.
        """
        found = await self._call(self._sync.list_all_nwfilter_bindings, flags)
        return [NWFilterBinding(self._conn, each) for each in found]

    async def get_nwfilter_by_name(self, name: str) -> NWFilter:
        """The filter of a name; ``Error`` with ``ERR_NO_NWFILTER`` when there is none.

        >>> await conn.get_nwfilter_by_name("no-mail")  # doctest: +SKIP
        <sysvirt.aio.NWFilter 'no-mail'>

        Rests on: ``virNWFilterLookupByName``. Perl: ``get_nwfilter_by_name``.
        """
        return NWFilter(self._conn, await self._call(self._sync.get_nwfilter_by_name, name))

    async def get_nwfilter_by_uuid(self, uuid: UUIDLike) -> NWFilter:
        """The filter of a UUID: 16 bytes, 32 or 36 digits, or a ``uuid.UUID``.

        >>> await conn.get_nwfilter_by_uuid(nwfilter.get_uuid()) == nwfilter  # doctest: +SKIP
        True

        Rests on: ``virNWFilterLookupByUUID``, ``virNWFilterLookupByUUIDString``.
        Perl: ``get_nwfilter_by_uuid``.
        """
        return NWFilter(self._conn, await self._call(self._sync.get_nwfilter_by_uuid, uuid))

    async def get_nwfilter_binding_by_port_dev(self, name: str) -> NWFilterBinding:
        """The binding at a network device of the host, given by its name.

        ``Error`` with ``ERR_NO_NWFILTER_BINDING`` when there is none.

        >>> await conn.get_nwfilter_binding_by_port_dev("vnet0")  # doctest: +SKIP
        <sysvirt.aio.NWFilterBinding 'vnet0'>

        Rests on: ``virNWFilterBindingLookupByPortDev``.
        Perl: ``get_nwfilter_binding_by_port_dev``.
        """
        return NWFilterBinding(
            self._conn, await self._call(self._sync.get_nwfilter_binding_by_port_dev, name)
        )

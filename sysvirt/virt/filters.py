"""Network filters of a connection, and their bindings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt._core import arguments
from sysvirt._core.arguments import count, flag_bits, text
from sysvirt._core.objects import Connection
from sysvirt.nwfilter import NWFilter
from sysvirt.nwfilter_binding import NWFilterBinding

if TYPE_CHECKING:
    from sysvirt._core.arguments import Flags, UUIDLike


class Filters(Connection):
    """What a connection does with network filters as a whole."""

    __slots__ = ()

    def define_nwfilter(self, xml: str, flags: Flags = 0) -> NWFilter:
        """Store a filter; ``flags`` are ``NWFilter.DEFINE_*``.

        >>> conn.define_nwfilter("<filter name='no-news' chain='root'/>")  # doctest: +SKIP
        <sysvirt.NWFilter 'no-news'>

        Rests on: ``virNWFilterDefineXML``, ``virNWFilterDefineXMLFlags``.
        Perl: ``define_nwfilter``.
        """
        description, bits = text(xml, "xml"), flag_bits(flags)
        if bits:
            return NWFilter(self, self._handle.nwfilterDefineXMLFlags(description, bits))
        return NWFilter(self, self._handle.nwfilterDefineXML(description))

    def create_nwfilter_binding(self, xml: str, flags: Flags = 0) -> NWFilterBinding:
        """Tie a filter to a network device; ``flags`` are ``NWFilterBinding.CREATE_*``.

        >>> conn.create_nwfilter_binding('''
        ...     <filterbinding>
        ...       <owner><name>guest</name><uuid>6695eb01-f6a4-8304-79aa-97f2502e193f</uuid></owner>
        ...       <portdev name="tap0"/><mac address="52:54:00:00:00:01"/>
        ...       <filterref filter="no-mac-spoofing"/>
        ...     </filterbinding>''')  # doctest: +SKIP
        <sysvirt.NWFilterBinding 'tap0'>

        Rests on: ``virNWFilterBindingCreateXML``. Perl: ``create_nwfilter_binding``.
        """
        return NWFilterBinding(
            self, self._handle.nwfilterBindingCreateXML(text(xml, "xml"), flag_bits(flags))
        )

    def list_nwfilters(self) -> list[NWFilter]:
        """The filters that there are.

        >>> nwfilter in conn.list_nwfilters()  # doctest: +SKIP
        True

        Rests on: ``virConnectListAllNWFilters``. Perl: ``list_nwfilters``.
        """
        return NWFilter._wrap(self, self._handle.listAllNWFilters(0))

    def num_of_nwfilters(self) -> int:
        """How many filters there are.

        >>> conn.num_of_nwfilters() == len(conn.list_nwfilters())  # doctest: +SKIP
        True

        Rests on: ``virConnectNumOfNWFilters``. Perl: ``num_of_nwfilters``.
        """
        return self._handle.numOfNWFilters()

    def list_nwfilter_names(self, maxnames: int) -> list[str]:
        """The names of the filters, at most ``maxnames`` of them.

        >>> "no-mail" in conn.list_nwfilter_names(100)  # doctest: +SKIP
        True

        Rests on: ``virConnectListNWFilters``. Perl: ``list_nwfilter_names``.
        """
        most = count(maxnames, "maxnames")
        return self._handle.listNWFilters()[:most]

    def list_all_nwfilters(self, flags: Flags = 0) -> list[NWFilter]:
        """The filters that there are. There are no ``flags`` yet.

        >>> nwfilter in conn.list_all_nwfilters()  # doctest: +SKIP
        True

        Rests on: ``virConnectListAllNWFilters``. Perl: ``list_all_nwfilters``.
        """
        return NWFilter._wrap(self, self._handle.listAllNWFilters(flag_bits(flags)))

    def list_all_nwfilter_bindings(self, flags: Flags = 0) -> list[NWFilterBinding]:
        """The filters in their places. There are no ``flags`` yet.

        >>> conn.list_all_nwfilter_bindings()  # doctest: +SKIP
        [<sysvirt.NWFilterBinding 'vnet0'>]

        Rests on: ``virConnectListAllNWFilterBindings``. Perl: ``list_all_nwfilter_bindings``.
        """
        return NWFilterBinding._wrap(self, self._handle.listAllNWFilterBindings(flag_bits(flags)))

    def get_nwfilter_by_name(self, name: str) -> NWFilter:
        """The filter of a name; ``Error`` with ``ERR_NO_NWFILTER`` when there is none.

        >>> conn.get_nwfilter_by_name("no-mail")  # doctest: +SKIP
        <sysvirt.NWFilter 'no-mail'>

        Rests on: ``virNWFilterLookupByName``. Perl: ``get_nwfilter_by_name``.
        """
        return NWFilter(self, self._handle.nwfilterLookupByName(text(name, "name")))

    def get_nwfilter_by_uuid(self, uuid: UUIDLike) -> NWFilter:
        """The filter of a UUID: 16 bytes, 32 or 36 digits, or a ``uuid.UUID``.

        >>> conn.get_nwfilter_by_uuid(nwfilter.get_uuid()) == nwfilter  # doctest: +SKIP
        True

        Rests on: ``virNWFilterLookupByUUID``, ``virNWFilterLookupByUUIDString``.
        Perl: ``get_nwfilter_by_uuid``.
        """
        found = arguments.uuid(uuid)
        if isinstance(found, str):
            return NWFilter(self, self._handle.nwfilterLookupByUUIDString(found))
        return NWFilter(self, self._handle.nwfilterLookupByUUID(found))

    def get_nwfilter_binding_by_port_dev(self, name: str) -> NWFilterBinding:
        """The binding at a network device of the host, given by its name.

        ``Error`` with ``ERR_NO_NWFILTER_BINDING`` when there is none.

        >>> conn.get_nwfilter_binding_by_port_dev("vnet0")  # doctest: +SKIP
        <sysvirt.NWFilterBinding 'vnet0'>

        Rests on: ``virNWFilterBindingLookupByPortDev``.
        Perl: ``get_nwfilter_binding_by_port_dev``.
        """
        return NWFilterBinding(
            self, self._handle.nwfilterBindingLookupByPortDev(text(name, "name"))
        )

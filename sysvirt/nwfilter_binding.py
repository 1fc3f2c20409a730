"""``Sys.Virt.NWFilterBinding``: a network filter in its place."""

from __future__ import annotations

from sysvirt._core.binding import get_optional_text, virNWFilterBinding
from sysvirt._core.properties import Described
from sysvirt.constants import NWFilterBindingConstants


class NWFilterBinding(Described, NWFilterBindingConstants):
    """What ties a filter to a network device of the host.

    >>> conn.list_all_nwfilter_bindings()  # doctest: +SKIP
    [<sysvirt.NWFilterBinding 'vnet0'>]

    Perl: ``Sys::Virt::NWFilterBinding``.
    """

    __slots__ = ()

    _KIND = virNWFilterBinding

    _handle: virNWFilterBinding

    def _key(self) -> object:
        return self.get_port_dev()

    def get_port_dev(self) -> str:
        """The name of the host's network device whose traffic is filtered.

        >>> conn.list_all_nwfilter_bindings()[0].get_port_dev()  # doctest: +SKIP
        'vnet0'

        Rests on: ``virNWFilterBindingGetPortDev``. Perl: ``get_port_dev``.
        """
        handle = self._handle
        return get_optional_text("virNWFilterBindingGetPortDev", handle._o)

    def get_filter_name(self) -> str:
        """The name of the filter.

        >>> conn.list_all_nwfilter_bindings()[0].get_filter_name()  # doctest: +SKIP
        'no-mac-spoofing'

        Rests on: ``virNWFilterBindingGetFilterName``. Perl: ``get_filter_name``.
        """
        handle = self._handle
        return get_optional_text("virNWFilterBindingGetFilterName", handle._o)

    def delete(self) -> None:
        """Let the traffic pass unfiltered again.

        >>> conn.get_nwfilter_binding_by_port_dev("vnet0").delete()  # doctest: +SKIP
        >>> conn.list_all_nwfilter_bindings()  # doctest: +SKIP
        []

        Rests on: ``virNWFilterBindingDelete``. Perl: ``delete``.
        """
        self._handle.delete()

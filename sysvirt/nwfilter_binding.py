"""``Sys.Virt.NWFilterBinding``: a network filter in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt.binding import raise_last, straight, virNWFilterBinding
from sysvirt.constants import NWFilterBindingConstants
from sysvirt.identity import Described


@straight(virNWFilterBinding)
class NWFilterBinding(Described, NWFilterBindingConstants):
    """What ties a filter to a network device of the host.

    >>> conn.list_all_nwfilter_bindings()  # doctest: +SKIP
    [<sysvirt.NWFilterBinding 'vnet0'>]

    Perl: ``Sys::Virt::NWFilterBinding``.
    """

    __slots__ = ()

    if TYPE_CHECKING:
        _handle: virNWFilterBinding

    def _key(self) -> object:
        return self.get_port_dev()

    def get_port_dev(self) -> str:
        """The name of the host's network device whose traffic is filtered.

        >>> conn.list_all_nwfilter_bindings()[0].get_port_dev()  # doctest: +SKIP
        'vnet0'

        Rests on: ``virNWFilterBindingGetPortDev``. Perl: ``get_port_dev``.
        """
        device = self._handle.portDev()
        if device is None:
            raise_last("virNWFilterBindingGetPortDev()")
        return device or ""

    def get_filter_name(self) -> str:
        """The name of the filter.

        >>> conn.list_all_nwfilter_bindings()[0].get_filter_name()  # doctest: +SKIP
        'no-mac-spoofing'

        Rests on: ``virNWFilterBindingGetFilterName``. Perl: ``get_filter_name``.
        """
        name = self._handle.filterName()
        if name is None:
            raise_last("virNWFilterBindingGetFilterName()")
        return name or ""

    def delete(self) -> None:
        """Let the traffic pass unfiltered again.

        >>> conn.get_nwfilter_binding_by_port_dev("vnet0").delete()  # doctest: +SKIP
        >>> conn.list_all_nwfilter_bindings()  # doctest: +SKIP
        []

        Rests on: ``virNWFilterBindingDelete``. Perl: ``delete``.
        """
        self._handle.delete()

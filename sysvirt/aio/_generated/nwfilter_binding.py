# Made by `python -m reference.generate` from sysvirt/nwfilter_binding.py: change that, not this.
"""The awaited twins of :mod:`sysvirt.nwfilter_binding`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt.aio._generated.properties import Described
from sysvirt.constants import NWFilterBindingConstants

if TYPE_CHECKING:
    from sysvirt import nwfilter_binding as sync


class NWFilterBinding(Described, NWFilterBindingConstants):
    """What ties a filter to a network device of the host.

    >>> await conn.list_all_nwfilter_bindings()  # doctest: +SKIP
    [<sysvirt.aio.NWFilterBinding 'vnet0'>]

    Perl: ``Sys::Virt::NWFilterBinding``.
    """

    __slots__ = ()
    _sync: sync.NWFilterBinding

    def get_port_dev(self) -> str:
        """The name of the host's network device whose traffic is filtered.

        >>> (await conn.list_all_nwfilter_bindings())[0].get_port_dev()  # doctest: +SKIP
        'vnet0'

        Rests on: ``virNWFilterBindingGetPortDev``. Perl: ``get_port_dev``.
        """
        return self._sync.get_port_dev()

    def get_filter_name(self) -> str:
        """The name of the filter.

        >>> (await conn.list_all_nwfilter_bindings())[0].get_filter_name()  # doctest: +SKIP
        'no-mac-spoofing'

        Rests on: ``virNWFilterBindingGetFilterName``. Perl: ``get_filter_name``.
        """
        return self._sync.get_filter_name()

    async def delete(self) -> None:
        """Let the traffic pass unfiltered again.

        >>> await (await conn.get_nwfilter_binding_by_port_dev("vnet0")).delete()  # doctest: +SKIP
        >>> await conn.list_all_nwfilter_bindings()  # doctest: +SKIP
        []

        Rests on: ``virNWFilterBindingDelete``. Perl: ``delete``.
        """
        await self._call(self._sync.delete)

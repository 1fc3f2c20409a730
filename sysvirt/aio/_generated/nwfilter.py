# Made by `python -m reference.generate` from sysvirt/nwfilter.py: change that, not this.
"""The awaited twins of :mod:`sysvirt.nwfilter`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt.aio._generated.properties import Described, Identified, Named
from sysvirt.constants import NWFilterConstants

if TYPE_CHECKING:
    from sysvirt import nwfilter as sync


class NWFilter(Identified, Named, Described, NWFilterConstants):
    """Rules for what a guest may send and receive.

    >>> await conn.get_nwfilter_by_name("no-mail")  # doctest: +SKIP
    <sysvirt.aio.NWFilter 'no-mail'>

    Perl: ``Sys::Virt::NWFilter``.
    """

    __slots__ = ()
    _sync: sync.NWFilter

    async def undefine(self) -> None:
        """Forget the filter; one that is in use can't be (``ERR_OPERATION_INVALID``).

        >>> await (await conn.get_nwfilter_by_name("no-mail")).undefine()  # doctest: +SKIP

        Rests on: ``virNWFilterUndefine``. Perl: ``undefine``.
        """
        await self._call(self._sync.undefine)

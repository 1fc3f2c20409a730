"""``Sys.Virt.NWFilter``: a network filter."""

from __future__ import annotations

from sysvirt._core.binding import virNWFilter
from sysvirt._core.properties import Described, Identified, Named
from sysvirt.constants import NWFilterConstants


class NWFilter(Identified, Named, Described, NWFilterConstants):
    """Rules for what a guest may send and receive.

    >>> conn.get_nwfilter_by_name("no-mail")  # doctest: +SKIP
    <sysvirt.NWFilter 'no-mail'>

    Perl: ``Sys::Virt::NWFilter``.
    """

    __slots__ = ()

    _KIND = virNWFilter

    _handle: virNWFilter

    def undefine(self) -> None:
        """Forget the filter; one that is in use can't be (``ERR_OPERATION_INVALID``).

        >>> conn.get_nwfilter_by_name("no-mail").undefine()  # doctest: +SKIP

        Rests on: ``virNWFilterUndefine``. Perl: ``undefine``.
        """
        self._handle.undefine()

"""``Sys.Virt.NetworkPort``: a guest's place on a virtual network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt.arguments import flag_bits
from sysvirt.constants import NetworkPortConstants
from sysvirt.identity import Described, Identified
from sysvirt.parameters import subset

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sysvirt.arguments import Flags
    from sysvirt.binding import virNetworkPort
    from sysvirt.shapes.network import Bandwidth


class NetworkPort(Identified, Described, NetworkPortConstants):
    """What a network keeps for a card that is plugged into it.

    The test driver has no ports, so nothing can be shown here.

    Perl: ``Sys::Virt::NetworkPort``.
    """

    __slots__ = ()

    if TYPE_CHECKING:
        _handle: virNetworkPort

    def delete(self, flags: Flags = 0) -> None:
        """Take the port from its network, with what the network had set up for it.

        >>> net.list_all_ports()[0].delete()  # doctest: +SKIP

        Rests on: ``virNetworkPortDelete``. Perl: ``delete``.
        """
        self._handle.delete(flag_bits(flags))

"""``Sys.Virt.NetworkPort``: what a network keeps for a card that is plugged into it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sysvirt.arguments import flag_bits
from sysvirt.constants import NetworkPortConstants
from sysvirt.identity import Described, Identified
from sysvirt.parameters import subset

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sysvirt.arguments import Flags
    from sysvirt.binding import virNetworkPort


class NetworkPort(Identified, Described, NetworkPortConstants):
    """A port of a network: whom it is for, and how much of the line its owner may use.

    Every network interface of a running guest has one; others are made with
    :meth:`Network.create_port`.

    Perl: ``Sys::Virt::NetworkPort``.
    """

    __slots__ = ()

    if TYPE_CHECKING:
        _handle: virNetworkPort

    def delete(self, flags: Flags = 0) -> None:
        """Take the port from its network. There are no ``flags`` yet.

        >>> net.list_all_ports()[0].delete()  # doctest: +SKIP

        Rests on: ``virNetworkPortDelete``. Perl: ``delete``.
        """
        self._handle.delete(flag_bits(flags))

    def get_parameters(self, flags: Flags = 0) -> dict[str, Any]:
        """The limits of the port's bandwidth; keys are the values of ``BANDWIDTH_*``.

        They are KiB a second, ``burst`` is KiB. There are no ``flags`` yet.

        >>> net.list_all_ports()[0].get_parameters()  # doctest: +SKIP
        {'inbound.average': 1000, 'inbound.peak': 0, 'inbound.floor': 0, 'inbound.burst': 0}

        Rests on: ``virNetworkPortGetParameters``. Perl: ``get_parameters``.
        """
        return self._handle.parameters(flag_bits(flags))

    def set_parameters(self, params: Mapping[str, Any], flags: Flags = 0) -> None:
        """Change some of the limits that :meth:`get_parameters` shows.

        A key that the port doesn't have is a ``ValueError``, and nothing is changed.

        >>> port = net.list_all_ports()[0]  # doctest: +SKIP
        >>> port.set_parameters({port.BANDWIDTH_IN_AVERAGE: 500})  # doctest: +SKIP

        Rests on: ``virNetworkPortSetParameters``. Perl: ``set_parameters``.
        """
        bits = flag_bits(flags)
        self._handle.setParameters(subset(params, self._handle.parameters(0)), bits)

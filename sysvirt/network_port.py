"""``Sys.Virt.NetworkPort``: what a network keeps for a card that is plugged into it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sysvirt._core.arguments import flag_bits
from sysvirt._core.binding import virNetworkPort
from sysvirt._core.parameters import allocate, write
from sysvirt._core.properties import Described, Identified
from sysvirt._libvirt.parameter_types import UINT
from sysvirt.constants import NetworkPortConstants

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sysvirt._core.arguments import Flags
    from sysvirt.shapes.network import Bandwidth

_LIMITS = (
    NetworkPortConstants.BANDWIDTH_IN_AVERAGE,
    NetworkPortConstants.BANDWIDTH_IN_PEAK,
    NetworkPortConstants.BANDWIDTH_IN_FLOOR,
    NetworkPortConstants.BANDWIDTH_IN_BURST,
    NetworkPortConstants.BANDWIDTH_OUT_AVERAGE,
    NetworkPortConstants.BANDWIDTH_OUT_PEAK,
    NetworkPortConstants.BANDWIDTH_OUT_BURST,
)


class NetworkPort(Identified, Described, NetworkPortConstants):
    """A port of a network: whom it is for, and how much of the line its owner may use.

    Every card of a running guest that is plugged into a network has one; others are made with
    :meth:`Network.create_port`.

    >>> net.list_all_ports()  # doctest: +SKIP
    [<sysvirt.NetworkPort 'e33f60d0-77c9-4dae-ac0a-f2d53440cb2f'>]

    Perl: ``Sys::Virt::NetworkPort``.
    """

    __slots__ = ()

    _KIND = virNetworkPort

    _handle: virNetworkPort

    def delete(self, flags: Flags = 0) -> None:
        """Take the port from its network. There are no ``flags`` yet.

        >>> net.list_all_ports()[0].delete()  # doctest: +SKIP
        >>> net.list_all_ports()  # doctest: +SKIP
        []

        Rests on: ``virNetworkPortDelete``. Perl: ``delete``.
        """
        self._handle.delete(flag_bits(flags))

    def get_parameters(self, flags: Flags = 0) -> Bandwidth:
        """The limits of the port's bandwidth; keys are the values of ``BANDWIDTH_*``.

        A direction without a limit isn't in it. The numbers are KiB a second, those of ``burst``
        KiB. There are no ``flags`` yet.

        >>> net.list_all_ports()[0].get_parameters()  # doctest: +SKIP
        {'inbound.average': 1000, 'inbound.peak': 0, 'inbound.floor': 0, 'inbound.burst': 0}

        Rests on: ``virNetworkPortGetParameters``. Perl: ``get_parameters``.
        """
        return allocate("virNetworkPortGetParameters", self._handle, flags=flag_bits(flags))

    def set_parameters(self, params: Bandwidth | Mapping[str, Any], flags: Flags = 0) -> None:
        """Limit the port's bandwidth anew; keys are the values of ``BANDWIDTH_*``.

        What isn't in ``params`` is limited no longer. Perl drops each key that the port has no
        value for yet; here all can be set, and a key that isn't one of them is a
        ``ValueError``. There are no ``flags`` yet.

        >>> port = net.list_all_ports()[0]  # doctest: +SKIP
        >>> port.set_parameters({port.BANDWIDTH_OUT_AVERAGE: 500})  # doctest: +SKIP
        >>> port.get_parameters()  # doctest: +SKIP
        {'outbound.average': 500, 'outbound.peak': 0, 'outbound.burst': 0}

        Rests on: ``virNetworkPortSetParameters``. Perl: ``set_parameters``.
        """
        types = dict.fromkeys(_LIMITS, UINT)
        bits = flag_bits(flags)
        write("virNetworkPortSetParameters", self._handle, params=params, types=types, flags=bits)

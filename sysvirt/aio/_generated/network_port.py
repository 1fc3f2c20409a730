# Made by `python -m reference.generate` from sysvirt/network_port.py: change that, not this.
"""The awaited twins of :mod:`sysvirt.network_port`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sysvirt.aio._generated.properties import Described, Identified
from sysvirt.constants import NetworkPortConstants

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sysvirt import network_port as sync
    from sysvirt._core.arguments import Flags
    from sysvirt.shapes.network import Bandwidth


class NetworkPort(Identified, Described, NetworkPortConstants):
    """A port of a network: whom it is for, and how much of the line its owner may use.

    Every card of a running guest that is plugged into a network has one; others are made with
    :meth:`Network.create_port`.

    >>> await net.list_all_ports()  # doctest: +SKIP
    [<sysvirt.aio.NetworkPort 'e33f60d0-77c9-4dae-ac0a-f2d53440cb2f'>]

    Perl: ``Sys::Virt::NetworkPort``.
    """

    __slots__ = ()
    _sync: sync.NetworkPort

    async def delete(self, flags: Flags = 0) -> None:
        """Take the port from its network. There are no ``flags`` yet.

        >>> await (await net.list_all_ports())[0].delete()  # doctest: +SKIP
        >>> await net.list_all_ports()  # doctest: +SKIP
        []

        Rests on: ``virNetworkPortDelete``. Perl: ``delete``.
        """
        await self._call(self._sync.delete, flags)

    async def get_parameters(self, flags: Flags = 0) -> Bandwidth:
        """The limits of the port's bandwidth; keys are the values of ``BANDWIDTH_*``.

        A direction without a limit isn't in it. The numbers are KiB a second, those of ``burst``
        KiB. There are no ``flags`` yet.

        >>> await (await net.list_all_ports())[0].get_parameters()  # doctest: +SKIP
        {'inbound.average': 1000, 'inbound.peak': 0, 'inbound.floor': 0, 'inbound.burst': 0}

        Rests on: ``virNetworkPortGetParameters``. Perl: ``get_parameters``.
        """
        return await self._call(self._sync.get_parameters, flags)

    async def set_parameters(self, params: Bandwidth | Mapping[str, Any], flags: Flags = 0) -> None:
        """Limit the port's bandwidth anew; keys are the values of ``BANDWIDTH_*``.

        What isn't in ``params`` is limited no longer. Perl drops each key that the port has no
        value for yet; here all can be set, and a key that isn't one of them is a
        ``ValueError``. There are no ``flags`` yet.

        >>> port = (await net.list_all_ports())[0]  # doctest: +SKIP
        >>> await port.set_parameters({port.BANDWIDTH_OUT_AVERAGE: 500})  # doctest: +SKIP
        >>> await port.get_parameters()  # doctest: +SKIP
        {'outbound.average': 500, 'outbound.peak': 0, 'outbound.burst': 0}

        Rests on: ``virNetworkPortSetParameters``. Perl: ``set_parameters``.
        """
        await self._call(self._sync.set_parameters, params, flags)

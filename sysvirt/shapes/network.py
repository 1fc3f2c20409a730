"""Dicts of ``Sys.Virt.Network`` and ``Sys.Virt.NetworkPort``.

The dicts are plain ones; these classes exist for type checkers and readers, and nothing
imports them at run time.
"""

from __future__ import annotations

from typing import TypedDict


class DHCPLease(TypedDict):
    """An element of ``Network.get_dhcp_leases``: ``expirytime`` in seconds since the epoch."""

    iface: str
    expirytime: int
    type: int
    mac: str | None
    iaid: str | None
    ipaddr: str
    prefix: int
    hostname: str | None
    clientid: str | None


Bandwidth = TypedDict(
    "Bandwidth",
    {
        "inbound.average": int,
        "inbound.peak": int,
        "inbound.burst": int,
        "inbound.floor": int,
        "outbound.average": int,
        "outbound.peak": int,
        "outbound.burst": int,
    },
    total=False,
)
"""``NetworkPort.get_parameters``, ``Domain.get_interface_parameters``: KiB a second, and KiB."""

# Made by `python -m reference.generate` from network.py: change that, not this.
from typing import TypeAlias, TypedDict

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

Bandwidth: TypeAlias = dict[str, int]

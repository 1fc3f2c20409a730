# Made by `python -m constants.generate` from constants/: change the table, not this.
"""The constants of Perl's ``Sys::Virt::NetworkPort``."""

from typing import Final


class NetworkPortConstants:
    """The constants of ``Sys::Virt::NetworkPort``, by the names that they have there."""

    __slots__ = ()

    # virNetworkPortCreateFlags
    CREATE_RECLAIM: Final = 1
    """``VIR_NETWORK_PORT_CREATE_RECLAIM``, libvirt 5.5.0."""
    CREATE_VALIDATE: Final = 2
    """``VIR_NETWORK_PORT_CREATE_VALIDATE``, libvirt 7.8.0."""

    # VIR_NETWORK_PORT_BANDWIDTH_*
    BANDWIDTH_IN_AVERAGE: Final = "inbound.average"
    """``VIR_NETWORK_PORT_BANDWIDTH_IN_AVERAGE``, libvirt 5.5.0."""
    BANDWIDTH_IN_BURST: Final = "inbound.burst"
    """``VIR_NETWORK_PORT_BANDWIDTH_IN_BURST``, libvirt 5.5.0."""
    BANDWIDTH_IN_FLOOR: Final = "inbound.floor"
    """``VIR_NETWORK_PORT_BANDWIDTH_IN_FLOOR``, libvirt 5.5.0."""
    BANDWIDTH_IN_PEAK: Final = "inbound.peak"
    """``VIR_NETWORK_PORT_BANDWIDTH_IN_PEAK``, libvirt 5.5.0."""
    BANDWIDTH_OUT_AVERAGE: Final = "outbound.average"
    """``VIR_NETWORK_PORT_BANDWIDTH_OUT_AVERAGE``, libvirt 5.5.0."""
    BANDWIDTH_OUT_BURST: Final = "outbound.burst"
    """``VIR_NETWORK_PORT_BANDWIDTH_OUT_BURST``, libvirt 5.5.0."""
    BANDWIDTH_OUT_PEAK: Final = "outbound.peak"
    """``VIR_NETWORK_PORT_BANDWIDTH_OUT_PEAK``, libvirt 5.5.0."""

# Made by `python -m constants.generate` from constants/: change the table, not this.
"""The constants of Perl's ``Sys::Virt::Network``."""

from typing import Final


class NetworkConstants:
    """The constants of ``Sys::Virt::Network``, by the names that they have there."""

    __slots__ = ()

    # virNetworkXMLFlags
    XML_INACTIVE: Final = 1
    """``VIR_NETWORK_XML_INACTIVE``, libvirt 0.9.10."""

    # virNetworkDefineFlags
    DEFINE_VALIDATE: Final = 1
    """``VIR_NETWORK_DEFINE_VALIDATE``, libvirt 7.7.0."""

    # virNetworkCreateFlags
    CREATE_VALIDATE: Final = 1
    """``VIR_NETWORK_CREATE_VALIDATE``, libvirt 7.8.0."""

    # virNetworkUpdateCommand
    UPDATE_COMMAND_NONE: Final = 0
    """``VIR_NETWORK_UPDATE_COMMAND_NONE``, libvirt 0.10.2."""
    UPDATE_COMMAND_MODIFY: Final = 1
    """``VIR_NETWORK_UPDATE_COMMAND_MODIFY``, libvirt 0.10.2."""
    UPDATE_COMMAND_DELETE: Final = 2
    """``VIR_NETWORK_UPDATE_COMMAND_DELETE``, libvirt 0.10.2."""
    UPDATE_COMMAND_ADD_LAST: Final = 3
    """``VIR_NETWORK_UPDATE_COMMAND_ADD_LAST``, libvirt 0.10.2."""
    UPDATE_COMMAND_ADD_FIRST: Final = 4
    """``VIR_NETWORK_UPDATE_COMMAND_ADD_FIRST``, libvirt 0.10.2."""

    # virNetworkUpdateSection
    SECTION_NONE: Final = 0
    """``VIR_NETWORK_SECTION_NONE``, libvirt 0.10.2."""
    SECTION_BRIDGE: Final = 1
    """``VIR_NETWORK_SECTION_BRIDGE``, libvirt 0.10.2."""
    SECTION_DOMAIN: Final = 2
    """``VIR_NETWORK_SECTION_DOMAIN``, libvirt 0.10.2."""
    SECTION_IP: Final = 3
    """``VIR_NETWORK_SECTION_IP``, libvirt 0.10.2."""
    SECTION_IP_DHCP_HOST: Final = 4
    """``VIR_NETWORK_SECTION_IP_DHCP_HOST``, libvirt 0.10.2."""
    SECTION_IP_DHCP_RANGE: Final = 5
    """``VIR_NETWORK_SECTION_IP_DHCP_RANGE``, libvirt 0.10.2."""
    SECTION_FORWARD: Final = 6
    """``VIR_NETWORK_SECTION_FORWARD``, libvirt 0.10.2."""
    SECTION_FORWARD_INTERFACE: Final = 7
    """``VIR_NETWORK_SECTION_FORWARD_INTERFACE``, libvirt 0.10.2."""
    SECTION_FORWARD_PF: Final = 8
    """``VIR_NETWORK_SECTION_FORWARD_PF``, libvirt 0.10.2."""
    SECTION_PORTGROUP: Final = 9
    """``VIR_NETWORK_SECTION_PORTGROUP``, libvirt 0.10.2."""
    SECTION_DNS_HOST: Final = 10
    """``VIR_NETWORK_SECTION_DNS_HOST``, libvirt 0.10.2."""
    SECTION_DNS_TXT: Final = 11
    """``VIR_NETWORK_SECTION_DNS_TXT``, libvirt 0.10.2."""
    SECTION_DNS_SRV: Final = 12
    """``VIR_NETWORK_SECTION_DNS_SRV``, libvirt 0.10.2."""

    # virNetworkUpdateFlags
    UPDATE_AFFECT_CURRENT: Final = 0
    """``VIR_NETWORK_UPDATE_AFFECT_CURRENT``, libvirt 0.10.2."""
    UPDATE_AFFECT_LIVE: Final = 1
    """``VIR_NETWORK_UPDATE_AFFECT_LIVE``, libvirt 0.10.2."""
    UPDATE_AFFECT_CONFIG: Final = 2
    """``VIR_NETWORK_UPDATE_AFFECT_CONFIG``, libvirt 0.10.2."""

    # virConnectListAllNetworksFlags
    LIST_ACTIVE: Final = 2
    """``VIR_CONNECT_LIST_NETWORKS_ACTIVE``, libvirt 0.10.2."""
    LIST_INACTIVE: Final = 1
    """``VIR_CONNECT_LIST_NETWORKS_INACTIVE``, libvirt 0.10.2."""
    LIST_AUTOSTART: Final = 16
    """``VIR_CONNECT_LIST_NETWORKS_AUTOSTART``, libvirt 0.10.2."""
    LIST_NO_AUTOSTART: Final = 32
    """``VIR_CONNECT_LIST_NETWORKS_NO_AUTOSTART``, libvirt 0.10.2."""
    LIST_PERSISTENT: Final = 4
    """``VIR_CONNECT_LIST_NETWORKS_PERSISTENT``, libvirt 0.10.2."""
    LIST_TRANSIENT: Final = 8
    """``VIR_CONNECT_LIST_NETWORKS_TRANSIENT``, libvirt 0.10.2."""

    # virNetworkEventID
    EVENT_ID_LIFECYCLE: Final = 0
    """``VIR_NETWORK_EVENT_ID_LIFECYCLE``, libvirt 1.2.1."""
    EVENT_ID_METADATA_CHANGE: Final = 1
    """``VIR_NETWORK_EVENT_ID_METADATA_CHANGE``, libvirt 9.8.0."""

    # virNetworkEventLifecycleType
    EVENT_DEFINED: Final = 0
    """``VIR_NETWORK_EVENT_DEFINED``, libvirt 1.2.1."""
    EVENT_UNDEFINED: Final = 1
    """``VIR_NETWORK_EVENT_UNDEFINED``, libvirt 1.2.1."""
    EVENT_STARTED: Final = 2
    """``VIR_NETWORK_EVENT_STARTED``, libvirt 1.2.1."""
    EVENT_STOPPED: Final = 3
    """``VIR_NETWORK_EVENT_STOPPED``, libvirt 1.2.1."""

    # virNetworkMetadataType
    METADATA_DESCRIPTION: Final = 0
    """``VIR_NETWORK_METADATA_DESCRIPTION``, libvirt 9.7.0."""
    METADATA_TITLE: Final = 1
    """``VIR_NETWORK_METADATA_TITLE``, libvirt 9.7.0."""
    METADATA_ELEMENT: Final = 2
    """``VIR_NETWORK_METADATA_ELEMENT``, libvirt 9.7.0."""

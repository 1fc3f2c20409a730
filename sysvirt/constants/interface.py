# Made by `python -m constants.generate` from constants/: change the table, not this.
"""The constants of Perl's ``Sys::Virt::Interface``."""

from typing import Final


class InterfaceConstants:
    """The constants of ``Sys::Virt::Interface``, by the names that they have there."""

    __slots__ = ()

    # virInterfaceXMLFlags
    XML_INACTIVE: Final = 1
    """``VIR_INTERFACE_XML_INACTIVE``, libvirt 0.7.3."""

    # virInterfaceDefineFlags
    DEFINE_VALIDATE: Final = 1
    """``VIR_INTERFACE_DEFINE_VALIDATE``, libvirt 7.7.0."""

    # virConnectListAllInterfacesFlags
    LIST_ACTIVE: Final = 2
    """``VIR_CONNECT_LIST_INTERFACES_ACTIVE``, libvirt 0.10.2."""
    LIST_INACTIVE: Final = 1
    """``VIR_CONNECT_LIST_INTERFACES_INACTIVE``, libvirt 0.10.2."""

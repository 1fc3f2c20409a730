# Made by `python -m constants.generate` from constants/: change the table, not this.
"""The constants of Perl's ``Sys::Virt::DomainCheckpoint``."""

from typing import Final


class DomainCheckpointConstants:
    """The constants of ``Sys::Virt::DomainCheckpoint``, by the names that they have there."""

    __slots__ = ()

    # virDomainCheckpointDeleteFlags
    DELETE_CHILDREN: Final = 1
    """``VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN``, libvirt 5.6.0."""
    DELETE_METADATA_ONLY: Final = 2
    """``VIR_DOMAIN_CHECKPOINT_DELETE_METADATA_ONLY``, libvirt 5.6.0."""
    DELETE_CHILDREN_ONLY: Final = 4
    """``VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN_ONLY``, libvirt 5.6.0."""

    # virDomainCheckpointCreateFlags
    CREATE_REDEFINE: Final = 1
    """``VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE``, libvirt 5.6.0."""
    CREATE_QUIESCE: Final = 2
    """``VIR_DOMAIN_CHECKPOINT_CREATE_QUIESCE``, libvirt 5.6.0."""
    CREATE_REDEFINE_VALIDATE: Final = 4
    """``VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE_VALIDATE``, libvirt 6.10.0."""

    # virDomainCheckpointListFlags
    LIST_ROOTS: Final = 1
    """``VIR_DOMAIN_CHECKPOINT_LIST_ROOTS``, libvirt 5.6.0."""
    LIST_DESCENDANTS: Final = 1
    """``VIR_DOMAIN_CHECKPOINT_LIST_DESCENDANTS``, libvirt 5.6.0."""
    LIST_LEAVES: Final = 4
    """``VIR_DOMAIN_CHECKPOINT_LIST_LEAVES``, libvirt 5.6.0."""
    LIST_NO_LEAVES: Final = 8
    """``VIR_DOMAIN_CHECKPOINT_LIST_NO_LEAVES``, libvirt 5.6.0."""
    LIST_TOPOLOGICAL: Final = 2
    """``VIR_DOMAIN_CHECKPOINT_LIST_TOPOLOGICAL``, libvirt 5.6.0."""

    # virDomainCheckpointXMLFlags
    XML_SECURE: Final = 1
    """``VIR_DOMAIN_CHECKPOINT_XML_SECURE``, libvirt 5.6.0."""
    XML_SIZE: Final = 4
    """``VIR_DOMAIN_CHECKPOINT_XML_SIZE``, libvirt 5.6.0."""
    XML_NO_DOMAIN: Final = 2
    """``VIR_DOMAIN_CHECKPOINT_XML_NO_DOMAIN``, libvirt 5.6.0."""

# Made by `python -m constants.generate` from constants/: change the table, not this.
"""The constants of Perl's ``Sys::Virt::DomainSnapshot``."""

from typing import Final


class DomainSnapshotConstants:
    """The constants of ``Sys::Virt::DomainSnapshot``, by the names that they have there."""

    __slots__ = ()

    # virDomainSnapshotDeleteFlags
    DELETE_CHILDREN: Final = 1
    """``VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN``, libvirt 0.8.0."""
    DELETE_METADATA_ONLY: Final = 2
    """``VIR_DOMAIN_SNAPSHOT_DELETE_METADATA_ONLY``, libvirt 0.9.5."""
    DELETE_CHILDREN_ONLY: Final = 4
    """``VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY``, libvirt 0.9.5."""

    # virDomainSnapshotCreateFlags
    CREATE_REDEFINE: Final = 1
    """``VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE``, libvirt 0.9.5."""
    CREATE_CURRENT: Final = 2
    """``VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT``, libvirt 0.9.5."""
    CREATE_NO_METADATA: Final = 4
    """``VIR_DOMAIN_SNAPSHOT_CREATE_NO_METADATA``, libvirt 0.9.5."""
    CREATE_HALT: Final = 8
    """``VIR_DOMAIN_SNAPSHOT_CREATE_HALT``, libvirt 0.9.5."""
    CREATE_DISK_ONLY: Final = 16
    """``VIR_DOMAIN_SNAPSHOT_CREATE_DISK_ONLY``, libvirt 0.9.5."""
    CREATE_REUSE_EXT: Final = 32
    """``VIR_DOMAIN_SNAPSHOT_CREATE_REUSE_EXT``, libvirt 0.9.10."""
    CREATE_QUIESCE: Final = 64
    """``VIR_DOMAIN_SNAPSHOT_CREATE_QUIESCE``, libvirt 0.9.10."""
    CREATE_ATOMIC: Final = 128
    """``VIR_DOMAIN_SNAPSHOT_CREATE_ATOMIC``, libvirt 0.9.11."""
    CREATE_LIVE: Final = 256
    """``VIR_DOMAIN_SNAPSHOT_CREATE_LIVE``, libvirt 1.0.1."""
    CREATE_VALIDATE: Final = 512
    """``VIR_DOMAIN_SNAPSHOT_CREATE_VALIDATE``, libvirt 5.6.0."""

    # virDomainSnapshotListFlags
    LIST_ROOTS: Final = 1
    """``VIR_DOMAIN_SNAPSHOT_LIST_ROOTS``, libvirt 0.9.5."""
    LIST_DESCENDANTS: Final = 1
    """``VIR_DOMAIN_SNAPSHOT_LIST_DESCENDANTS``, libvirt 0.9.7."""
    LIST_METADATA: Final = 2
    """``VIR_DOMAIN_SNAPSHOT_LIST_METADATA``, libvirt 0.9.5."""
    LIST_LEAVES: Final = 4
    """``VIR_DOMAIN_SNAPSHOT_LIST_LEAVES``, libvirt 0.9.7."""
    LIST_NO_LEAVES: Final = 8
    """``VIR_DOMAIN_SNAPSHOT_LIST_NO_LEAVES``, libvirt 0.9.13."""
    LIST_NO_METADATA: Final = 16
    """``VIR_DOMAIN_SNAPSHOT_LIST_NO_METADATA``, libvirt 0.9.13."""
    LIST_ACTIVE: Final = 64
    """``VIR_DOMAIN_SNAPSHOT_LIST_ACTIVE``, libvirt 1.0.1."""
    LIST_INACTIVE: Final = 32
    """``VIR_DOMAIN_SNAPSHOT_LIST_INACTIVE``, libvirt 1.0.1."""
    LIST_EXTERNAL: Final = 512
    """``VIR_DOMAIN_SNAPSHOT_LIST_EXTERNAL``, libvirt 1.0.1."""
    LIST_INTERNAL: Final = 256
    """``VIR_DOMAIN_SNAPSHOT_LIST_INTERNAL``, libvirt 1.0.1."""
    LIST_DISK_ONLY: Final = 128
    """``VIR_DOMAIN_SNAPSHOT_LIST_DISK_ONLY``, libvirt 1.0.1."""
    LIST_TOPOLOGICAL: Final = 1024
    """``VIR_DOMAIN_SNAPSHOT_LIST_TOPOLOGICAL``, libvirt 5.2.0."""

    # virDomainSnapshotRevertFlags
    REVERT_RUNNING: Final = 1
    """``VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING``, libvirt 0.9.5."""
    REVERT_PAUSED: Final = 2
    """``VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED``, libvirt 0.9.5."""
    REVERT_FORCE: Final = 4
    """``VIR_DOMAIN_SNAPSHOT_REVERT_FORCE``, libvirt 0.9.7."""
    REVERT_RESET_NVRAM: Final = 8
    """``VIR_DOMAIN_SNAPSHOT_REVERT_RESET_NVRAM``, libvirt 8.1.0."""

    # virDomainSnapshotXMLFlags
    XML_SECURE: Final = 1
    """``VIR_DOMAIN_SNAPSHOT_XML_SECURE``, libvirt 5.1.0."""

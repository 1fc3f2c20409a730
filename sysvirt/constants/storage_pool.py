# Made by `python -m constants.generate` from constants/: change the table, not this.
"""The constants of Perl's ``Sys::Virt::StoragePool``."""

from typing import Final


class StoragePoolConstants:
    """The constants of ``Sys::Virt::StoragePool``, by the names that they have there."""

    __slots__ = ()

    # virStoragePoolState
    STATE_INACTIVE: Final = 0
    """``VIR_STORAGE_POOL_INACTIVE``, libvirt 0.4.1."""
    STATE_BUILDING: Final = 1
    """``VIR_STORAGE_POOL_BUILDING``, libvirt 0.4.1."""
    STATE_RUNNING: Final = 2
    """``VIR_STORAGE_POOL_RUNNING``, libvirt 0.4.1."""
    STATE_DEGRADED: Final = 3
    """``VIR_STORAGE_POOL_DEGRADED``, libvirt 0.4.1."""
    STATE_INACCESSIBLE: Final = 4
    """``VIR_STORAGE_POOL_INACCESSIBLE``, libvirt 0.8.2."""

    # virStoragePoolDefineFlags
    DEFINE_VALIDATE: Final = 1
    """``VIR_STORAGE_POOL_DEFINE_VALIDATE``, libvirt 7.7.0."""

    # virStoragePoolBuildFlags
    BUILD_NEW: Final = 0
    """``VIR_STORAGE_POOL_BUILD_NEW``, libvirt 0.4.1."""
    BUILD_REPAIR: Final = 1
    """``VIR_STORAGE_POOL_BUILD_REPAIR``, libvirt 0.4.1."""
    BUILD_RESIZE: Final = 2
    """``VIR_STORAGE_POOL_BUILD_RESIZE``, libvirt 0.4.1."""
    BUILD_NO_OVERWRITE: Final = 4
    """``VIR_STORAGE_POOL_BUILD_NO_OVERWRITE``, libvirt 0.9.5."""
    BUILD_OVERWRITE: Final = 8
    """``VIR_STORAGE_POOL_BUILD_OVERWRITE``, libvirt 0.9.5."""

    # virStoragePoolCreateFlags
    CREATE_NORMAL: Final = 0
    """``VIR_STORAGE_POOL_CREATE_NORMAL``, libvirt 1.3.1."""
    CREATE_WITH_BUILD: Final = 1
    """``VIR_STORAGE_POOL_CREATE_WITH_BUILD``, libvirt 1.3.1."""
    CREATE_WITH_BUILD_OVERWRITE: Final = 2
    """``VIR_STORAGE_POOL_CREATE_WITH_BUILD_OVERWRITE``, libvirt 1.3.1."""
    CREATE_WITH_BUILD_NO_OVERWRITE: Final = 4
    """``VIR_STORAGE_POOL_CREATE_WITH_BUILD_NO_OVERWRITE``, libvirt 1.3.1."""

    # virStoragePoolDeleteFlags
    DELETE_NORMAL: Final = 0
    """``VIR_STORAGE_POOL_DELETE_NORMAL``, libvirt 0.4.1."""
    DELETE_ZEROED: Final = 1
    """``VIR_STORAGE_POOL_DELETE_ZEROED``, libvirt 0.4.1."""

    # virStorageXMLFlags
    XML_INACTIVE: Final = 1
    """``VIR_STORAGE_XML_INACTIVE``, libvirt 0.9.13."""

    # virConnectListAllStoragePoolsFlags
    LIST_INACTIVE: Final = 1
    """``VIR_CONNECT_LIST_STORAGE_POOLS_INACTIVE``, libvirt 0.10.2."""
    LIST_ACTIVE: Final = 2
    """``VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE``, libvirt 0.10.2."""
    LIST_PERSISTENT: Final = 4
    """``VIR_CONNECT_LIST_STORAGE_POOLS_PERSISTENT``, libvirt 0.10.2."""
    LIST_TRANSIENT: Final = 8
    """``VIR_CONNECT_LIST_STORAGE_POOLS_TRANSIENT``, libvirt 0.10.2."""
    LIST_AUTOSTART: Final = 16
    """``VIR_CONNECT_LIST_STORAGE_POOLS_AUTOSTART``, libvirt 0.10.2."""
    LIST_NO_AUTOSTART: Final = 32
    """``VIR_CONNECT_LIST_STORAGE_POOLS_NO_AUTOSTART``, libvirt 0.10.2."""
    LIST_DIR: Final = 64
    """``VIR_CONNECT_LIST_STORAGE_POOLS_DIR``, libvirt 0.10.2."""
    LIST_FS: Final = 128
    """``VIR_CONNECT_LIST_STORAGE_POOLS_FS``, libvirt 0.10.2."""
    LIST_NETFS: Final = 256
    """``VIR_CONNECT_LIST_STORAGE_POOLS_NETFS``, libvirt 0.10.2."""
    LIST_LOGICAL: Final = 512
    """``VIR_CONNECT_LIST_STORAGE_POOLS_LOGICAL``, libvirt 0.10.2."""
    LIST_DISK: Final = 1024
    """``VIR_CONNECT_LIST_STORAGE_POOLS_DISK``, libvirt 0.10.2."""
    LIST_ISCSI: Final = 2048
    """``VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI``, libvirt 0.10.2."""
    LIST_SCSI: Final = 4096
    """``VIR_CONNECT_LIST_STORAGE_POOLS_SCSI``, libvirt 0.10.2."""
    LIST_MPATH: Final = 8192
    """``VIR_CONNECT_LIST_STORAGE_POOLS_MPATH``, libvirt 0.10.2."""
    LIST_RBD: Final = 16384
    """``VIR_CONNECT_LIST_STORAGE_POOLS_RBD``, libvirt 0.10.2."""
    LIST_SHEEPDOG: Final = 32768
    """``VIR_CONNECT_LIST_STORAGE_POOLS_SHEEPDOG``, libvirt 0.10.2."""
    LIST_GLUSTER: Final = 65536
    """``VIR_CONNECT_LIST_STORAGE_POOLS_GLUSTER``, libvirt 1.2.1."""
    LIST_ZFS: Final = 131072
    """``VIR_CONNECT_LIST_STORAGE_POOLS_ZFS``, libvirt 1.2.8."""
    LIST_VSTORAGE: Final = 262144
    """``VIR_CONNECT_LIST_STORAGE_POOLS_VSTORAGE``, libvirt 3.1.0."""
    LIST_ISCSI_DIRECT: Final = 524288
    """``VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI_DIRECT``, libvirt 5.6.0."""

    # virStoragePoolEventID
    EVENT_ID_LIFECYCLE: Final = 0
    """``VIR_STORAGE_POOL_EVENT_ID_LIFECYCLE``, libvirt 2.0.0."""
    EVENT_ID_REFRESH: Final = 1
    """``VIR_STORAGE_POOL_EVENT_ID_REFRESH``, libvirt 2.0.0."""

    # virStoragePoolEventLifecycleType
    EVENT_DEFINED: Final = 0
    """``VIR_STORAGE_POOL_EVENT_DEFINED``, libvirt 2.0.0."""
    EVENT_UNDEFINED: Final = 1
    """``VIR_STORAGE_POOL_EVENT_UNDEFINED``, libvirt 2.0.0."""
    EVENT_STARTED: Final = 2
    """``VIR_STORAGE_POOL_EVENT_STARTED``, libvirt 2.0.0."""
    EVENT_STOPPED: Final = 3
    """``VIR_STORAGE_POOL_EVENT_STOPPED``, libvirt 2.0.0."""
    EVENT_CREATED: Final = 4
    """``VIR_STORAGE_POOL_EVENT_CREATED``, libvirt 3.8.0."""
    EVENT_DELETED: Final = 5
    """``VIR_STORAGE_POOL_EVENT_DELETED``, libvirt 3.8.0."""

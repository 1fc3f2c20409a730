# Made by `python -m constants.generate` from constants/: change the table, not this.
"""The constants of Perl's ``Sys::Virt::NodeDevice``."""

from typing import Final


class NodeDeviceConstants:
    """The constants of ``Sys::Virt::NodeDevice``, by the names that they have there."""

    __slots__ = ()

    # virConnectListAllNodeDeviceFlags
    LIST_CAP_SYSTEM: Final = 1
    """``VIR_CONNECT_LIST_NODE_DEVICES_CAP_SYSTEM``, libvirt 0.10.2."""
    LIST_CAP_PCI_DEV: Final = 2
    """``VIR_CONNECT_LIST_NODE_DEVICES_CAP_PCI_DEV``, libvirt 0.10.2."""
    LIST_CAP_USB_DEV: Final = 4
    """``VIR_CONNECT_LIST_NODE_DEVICES_CAP_USB_DEV``, libvirt 0.10.2."""
    LIST_CAP_USB_INTERFACE: Final = 8
    """``VIR_CONNECT_LIST_NODE_DEVICES_CAP_USB_INTERFACE``, libvirt 0.10.2."""
    LIST_CAP_NET: Final = 16
    """``VIR_CONNECT_LIST_NODE_DEVICES_CAP_NET``, libvirt 0.10.2."""
    LIST_CAP_SCSI_HOST: Final = 32
    """``VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_HOST``, libvirt 0.10.2."""
    LIST_CAP_SCSI_TARGET: Final = 64
    """``VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_TARGET``, libvirt 0.10.2."""
    LIST_CAP_SCSI: Final = 128
    """``VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI``, libvirt 0.10.2."""
    LIST_CAP_STORAGE: Final = 256
    """``VIR_CONNECT_LIST_NODE_DEVICES_CAP_STORAGE``, libvirt 0.10.2."""
    LIST_CAP_FC_HOST: Final = 512
    """``VIR_CONNECT_LIST_NODE_DEVICES_CAP_FC_HOST``, libvirt 1.0.4."""
    LIST_CAP_VPORTS: Final = 1024
    """``VIR_CONNECT_LIST_NODE_DEVICES_CAP_VPORTS``, libvirt 1.0.4."""
    LIST_CAP_SCSI_GENERIC: Final = 2048
    """``VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_GENERIC``, libvirt 1.1.0."""
    LIST_CAP_DRM: Final = 4096
    """``VIR_CONNECT_LIST_NODE_DEVICES_CAP_DRM``, libvirt 3.1.0."""
    LIST_CAP_MDEV: Final = 16384
    """``VIR_CONNECT_LIST_NODE_DEVICES_CAP_MDEV``, libvirt 3.4.0."""
    LIST_CAP_MDEV_TYPES: Final = 8192
    """``VIR_CONNECT_LIST_NODE_DEVICES_CAP_MDEV_TYPES``, libvirt 3.4.0."""
    LIST_CAP_CCW_DEV: Final = 32768
    """``VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCW_DEV``, libvirt 3.4.0."""
    LIST_CAP_CSS_DEV: Final = 65536
    """``VIR_CONNECT_LIST_NODE_DEVICES_CAP_CSS_DEV``, libvirt 6.8.0."""
    LIST_CAP_VDPA: Final = 131072
    """``VIR_CONNECT_LIST_NODE_DEVICES_CAP_VDPA``, libvirt 6.9.0."""
    LIST_CAP_AP_CARD: Final = 262144
    """``VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_CARD``, libvirt 7.0.0."""
    LIST_CAP_AP_MATRIX: Final = 1048576
    """``VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_MATRIX``, libvirt 7.0.0."""
    LIST_CAP_AP_QUEUE: Final = 524288
    """``VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_QUEUE``, libvirt 7.0.0."""
    LIST_CAP_VPD: Final = 2097152
    """``VIR_CONNECT_LIST_NODE_DEVICES_CAP_VPD``, libvirt 7.9.0."""
    LIST_CAP_CCWGROUP_DEV: Final = 4194304
    """``VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCWGROUP_DEV``, libvirt 11.1.0."""
    LIST_CAP_CCWGROUP_MEMBER: Final = 8388608
    """``VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCWGROUP_MEMBER``, libvirt 11.1.0."""
    LIST_ACTIVE: Final = 2147483648
    """``VIR_CONNECT_LIST_NODE_DEVICES_ACTIVE``, libvirt 7.3.0. Perl has 18446744071562067968."""
    LIST_INACTIVE: Final = 1073741824
    """``VIR_CONNECT_LIST_NODE_DEVICES_INACTIVE``, libvirt 7.3.0."""
    LIST_PERSISTENT: Final = 268435456
    """``VIR_CONNECT_LIST_NODE_DEVICES_PERSISTENT``, libvirt 10.1.0."""
    LIST_TRANSIENT: Final = 536870912
    """``VIR_CONNECT_LIST_NODE_DEVICES_TRANSIENT``, libvirt 10.1.0."""

    # virNodeDeviceEventID
    EVENT_ID_LIFECYCLE: Final = 0
    """``VIR_NODE_DEVICE_EVENT_ID_LIFECYCLE``, libvirt 2.2.0."""
    EVENT_ID_UPDATE: Final = 1
    """``VIR_NODE_DEVICE_EVENT_ID_UPDATE``, libvirt 2.2.0."""

    # virNodeDeviceEventLifecycleType
    EVENT_CREATED: Final = 0
    """``VIR_NODE_DEVICE_EVENT_CREATED``, libvirt 2.2.0."""
    EVENT_DELETED: Final = 1
    """``VIR_NODE_DEVICE_EVENT_DELETED``, libvirt 2.2.0."""
    EVENT_DEFINED: Final = 2
    """``VIR_NODE_DEVICE_EVENT_DEFINED``, libvirt 7.3.0."""
    EVENT_UNDEFINED: Final = 3
    """``VIR_NODE_DEVICE_EVENT_UNDEFINED``, libvirt 7.3.0."""

    # virNodeDeviceCreateXMLFlags
    CREATE_XML_VALIDATE: Final = 1
    """``VIR_NODE_DEVICE_CREATE_XML_VALIDATE``, libvirt 8.10.0."""

    # virNodeDeviceDefineXMLFlags
    DEFINE_XML_VALIDATE: Final = 1
    """``VIR_NODE_DEVICE_DEFINE_XML_VALIDATE``, libvirt 8.10.0."""

    # virNodeDeviceUpdateFlags
    UPDATE_AFFECT_CURRENT: Final = 0
    """``VIR_NODE_DEVICE_UPDATE_AFFECT_CURRENT``, libvirt 10.1.0."""
    UPDATE_AFFECT_LIVE: Final = 1
    """``VIR_NODE_DEVICE_UPDATE_AFFECT_LIVE``, libvirt 10.1.0."""
    UPDATE_AFFECT_CONFIG: Final = 2
    """``VIR_NODE_DEVICE_UPDATE_AFFECT_CONFIG``, libvirt 10.1.0."""

    # virNodeDeviceXMLFlags
    XML_INACTIVE: Final = 1
    """``VIR_NODE_DEVICE_XML_INACTIVE``, libvirt 10.1.0."""

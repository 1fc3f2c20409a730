# Made by `python -m constants.generate` from constants/: change the table, not this.
"""The constants of Sys::Virt, one class a package: plain ``int`` and ``str``."""

from sysvirt.constants.domain import DomainConstants
from sysvirt.constants.domain_checkpoint import DomainCheckpointConstants
from sysvirt.constants.domain_snapshot import DomainSnapshotConstants
from sysvirt.constants.error import ErrorConstants
from sysvirt.constants.event import EventConstants
from sysvirt.constants.interface import InterfaceConstants
from sysvirt.constants.network import NetworkConstants
from sysvirt.constants.network_port import NetworkPortConstants
from sysvirt.constants.node_device import NodeDeviceConstants
from sysvirt.constants.nwfilter import NWFilterConstants
from sysvirt.constants.nwfilter_binding import NWFilterBindingConstants
from sysvirt.constants.secret import SecretConstants
from sysvirt.constants.storage_pool import StoragePoolConstants
from sysvirt.constants.storage_vol import StorageVolConstants
from sysvirt.constants.stream import StreamConstants
from sysvirt.constants.virt import VirtConstants

__all__ = [
    "DomainCheckpointConstants",
    "DomainConstants",
    "DomainSnapshotConstants",
    "ErrorConstants",
    "EventConstants",
    "InterfaceConstants",
    "NWFilterBindingConstants",
    "NWFilterConstants",
    "NetworkConstants",
    "NetworkPortConstants",
    "NodeDeviceConstants",
    "SecretConstants",
    "StoragePoolConstants",
    "StorageVolConstants",
    "StreamConstants",
    "VirtConstants",
]

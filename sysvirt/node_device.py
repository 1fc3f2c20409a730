"""``Sys.Virt.NodeDevice``: a device of the host."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt.arguments import flag_bits, optional_text, text
from sysvirt.constants import NodeDeviceConstants
from sysvirt.error import Error
from sysvirt.identity import Activatable, Autostartable, Described, Named, Persistable

if TYPE_CHECKING:
    from sysvirt.arguments import Flags
    from sysvirt.binding import virNodeDevice


class NodeDevice(
    Named,
    Described,
    Activatable,
    Persistable,
    Autostartable,
    NodeDeviceConstants,
):
    """A device of the host: the whole machine, a PCI card, a disk, a mediated device, …

    >>> dev = conn.get_node_device_by_name("computer")
    >>> dev
    <sysvirt.NodeDevice 'computer'>

    Perl: ``Sys::Virt::NodeDevice``.
    """

    __slots__ = ()

    if TYPE_CHECKING:
        _handle: virNodeDevice

    def list_capabilities(self) -> list[str]:
        """What kinds of device it is at once: ``pci``, ``net``, ``scsi_host``, …

        >>> conn.get_node_device_by_name("scsi_host1").list_capabilities()
        ['scsi_host', 'fc_host', 'vports']

        Rests on: ``virNodeDeviceListCaps``. Perl: ``list_capabilities``.
        """
        return self._handle.listCaps()

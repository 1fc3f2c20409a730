"""``Sys.Virt.NodeDevice``: a device of the host."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt._core.arguments import flag_bits, optional_text, text
from sysvirt._core.binding import get_optional_text, virNodeDevice
from sysvirt._core.properties import Activatable, Autostartable, Described, Named, Persistable
from sysvirt.constants import NodeDeviceConstants
from sysvirt.error import Error

if TYPE_CHECKING:
    from sysvirt._core.arguments import Flags


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

    _KIND = virNodeDevice

    _handle: virNodeDevice

    def get_parent(self) -> str | None:
        """The name of the device that it is plugged into, ``None`` at the root of the tree.

        >>> dev.get_parent() is None
        True
        >>> conn.get_node_device_by_name("scsi_host1").get_parent()
        'computer'

        Rests on: ``virNodeDeviceGetParent``. Perl: ``get_parent``.
        """
        handle = self._handle
        try:
            return get_optional_text("virNodeDeviceGetParent", handle._o) or None
        except Error as error:
            # A driver in this process takes it for an error that there is no parent; through a
            # daemon it is none.
            if error.code() != Error.ERR_INTERNAL_ERROR or "<parent>" in handle.XMLDesc(0):
                raise
        return None

    def reattach(self) -> None:
        """Give the device back to the host's own driver.

        >>> dev.reattach()  # doctest: +SKIP

        Rests on: ``virNodeDeviceReAttach``. Perl: ``reattach``.
        """
        self._handle.reAttach()

    def dettach(self, driver: str | None = None, flags: Flags = 0) -> None:
        """Take the device from the host's driver, so that a guest can have it.

        ``driver`` is what takes its place, such as ``vfio``; ``None`` leaves the choice to the
        hypervisor. There are no ``flags`` yet.

        >>> dev.dettach()  # doctest: +SKIP

        Rests on: ``virNodeDeviceDettach``, ``virNodeDeviceDetachFlags``. Perl: ``dettach``.
        """
        name, bits = optional_text(driver, "driver"), flag_bits(flags)
        if name is None and not bits:
            self._handle.dettach()
        else:
            self._handle.detachFlags(name, bits)

    def reset(self) -> None:
        """Bring the device back to the state it has after power-on; no driver may use it.

        >>> dev.reset()  # doctest: +SKIP

        Rests on: ``virNodeDeviceReset``. Perl: ``reset``.
        """
        self._handle.reset()

    def create(self, flags: Flags = 0) -> None:
        """Start a device whose configuration is stored. There are no ``flags`` yet.

        >>> dev.create()  # doctest: +SKIP

        Rests on: ``virNodeDeviceCreate``. Perl: ``create``.
        """
        self._handle.create(flag_bits(flags))

    def undefine(self, flags: Flags = 0) -> None:
        """Forget the stored configuration of the device. There are no ``flags`` yet.

        >>> dev.undefine()  # doctest: +SKIP

        Rests on: ``virNodeDeviceUndefine``. Perl: ``undefine``.
        """
        self._handle.undefine(flag_bits(flags))

    def destroy(self) -> None:
        """Remove a device that exists in software only, such as a virtual HBA.

        >>> vport = conn.get_node_device_by_name("scsi_host11")
        >>> vport.destroy()
        >>> conn.num_of_node_devices("fc_host")
        2

        Rests on: ``virNodeDeviceDestroy``. Perl: ``destroy``.
        """
        self._handle.destroy()

    def list_capabilities(self) -> list[str]:
        """What kinds of device it is: ``pci``, ``net``, ``scsi_host``, …

        >>> dev.list_capabilities()
        ['system']

        Rests on: ``virNodeDeviceListCaps``. Perl: ``list_capabilities``.
        """
        return self._handle.listCaps()

    def update(self, xml: str, flags: Flags = 0) -> None:
        """Change the device into what ``xml`` describes.

        ``flags`` are ``UPDATE_AFFECT_*``: whether that is done to the device as it runs, to its
        stored configuration, or both. Before libvirt 10.1 it is ``Error`` with
        ``ERR_NO_SUPPORT``.

        >>> dev.update(xml, Sys.Virt.NodeDevice.UPDATE_AFFECT_CONFIG)  # doctest: +SKIP

        Rests on: ``virNodeDeviceUpdate``. Perl: ``update``.
        """
        description, bits = text(xml, "xml"), flag_bits(flags)
        self._supported("update", "10.1.0")(description, bits)

# Made by `python -m reference.generate` from sysvirt/node_device.py: change that, not this.
"""The awaited twins of :mod:`sysvirt.node_device`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt.aio._generated.properties import (
    Activatable,
    Autostartable,
    Described,
    Named,
    Persistable,
)
from sysvirt.constants import NodeDeviceConstants

if TYPE_CHECKING:
    from sysvirt import node_device as sync
    from sysvirt._core.arguments import Flags


class NodeDevice(Named, Described, Activatable, Persistable, Autostartable, NodeDeviceConstants):
    """A device of the host: the whole machine, a PCI card, a disk, a mediated device, …

    >>> dev = await conn.get_node_device_by_name("computer")
    >>> dev
    <sysvirt.aio.NodeDevice 'computer'>

    Perl: ``Sys::Virt::NodeDevice``.
    """

    __slots__ = ()
    _sync: sync.NodeDevice

    async def get_parent(self) -> str | None:
        """The name of the device that it is plugged into, ``None`` at the root of the tree.

        >>> await dev.get_parent() is None
        True
        >>> await (await conn.get_node_device_by_name("scsi_host1")).get_parent()
        'computer'

        Rests on: ``virNodeDeviceGetParent``. Perl: ``get_parent``.
        """
        return await self._call(self._sync.get_parent)

    async def reattach(self) -> None:
        """Give the device back to the host's own driver.

        >>> await dev.reattach()  # doctest: +SKIP

        Rests on: ``virNodeDeviceReAttach``. Perl: ``reattach``.
        """
        await self._call(self._sync.reattach)

    async def dettach(self, driver: str | None = None, flags: Flags = 0) -> None:
        """Take the device from the host's driver, so that a guest can have it.

        ``driver`` is what takes its place, such as ``vfio``; ``None`` leaves the choice to the
        hypervisor. There are no ``flags`` yet.

        >>> await dev.dettach()  # doctest: +SKIP

        Rests on: ``virNodeDeviceDettach``, ``virNodeDeviceDetachFlags``. Perl: ``dettach``.
        """
        await self._call(self._sync.dettach, driver, flags)

    async def reset(self) -> None:
        """Bring the device back to the state it has after power-on; no driver may use it.

        >>> await dev.reset()  # doctest: +SKIP

        Rests on: ``virNodeDeviceReset``. Perl: ``reset``.
        """
        await self._call(self._sync.reset)

    async def create(self, flags: Flags = 0) -> None:
        """Start a device whose configuration is stored. There are no ``flags`` yet.

        >>> await dev.create()  # doctest: +SKIP

        Rests on: ``virNodeDeviceCreate``. Perl: ``create``.
        """
        await self._call(self._sync.create, flags)

    async def undefine(self, flags: Flags = 0) -> None:
        """Forget the stored configuration of the device. There are no ``flags`` yet.

        >>> await dev.undefine()  # doctest: +SKIP

        Rests on: ``virNodeDeviceUndefine``. Perl: ``undefine``.
        """
        await self._call(self._sync.undefine, flags)

    async def destroy(self) -> None:
        """Remove a device that exists in software only, such as a virtual HBA.

        >>> vport = await conn.get_node_device_by_name("scsi_host11")
        >>> await vport.destroy()
        >>> await conn.num_of_node_devices("fc_host")
        2

        Rests on: ``virNodeDeviceDestroy``. Perl: ``destroy``.
        """
        await self._call(self._sync.destroy)

    async def list_capabilities(self) -> list[str]:
        """What kinds of device it is: ``pci``, ``net``, ``scsi_host``, …

        >>> await dev.list_capabilities()
        ['system']

        Rests on: ``virNodeDeviceListCaps``. Perl: ``list_capabilities``.
        """
        return await self._call(self._sync.list_capabilities)

    async def update(self, xml: str, flags: Flags = 0) -> None:
        """Change the device into what ``xml`` describes.

        ``flags`` are ``UPDATE_AFFECT_*``: whether that is done to the device as it runs, to its
        stored configuration, or both. Before libvirt 10.1 it is ``Error`` with
        ``ERR_NO_SUPPORT``.

        >>> await dev.update(xml, Sys.Virt.NodeDevice.UPDATE_AFFECT_CONFIG)  # doctest: +SKIP

        Rests on: ``virNodeDeviceUpdate``. Perl: ``update``.
        """
        await self._call(self._sync.update, xml, flags)

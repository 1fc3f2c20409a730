# Made by `python -m reference.generate` from sysvirt/domain/devices.py: change that, not this.
"""The awaited twins of :mod:`sysvirt.domain.devices`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt.aio._twin import Twin

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sysvirt._core.arguments import Flags
    from sysvirt.domain import devices as sync
    from sysvirt.shapes.domain import AnnounceParams


class Devices(Twin):
    """Devices that come, change and go."""

    __slots__ = ()
    _sync: sync.Devices

    async def attach_device(self, xml: str, flags: Flags = 0) -> None:
        """Plug in a device.

        ``flags`` are ``DEVICE_MODIFY_*``: the running domain, its configuration, or both.

        >>> xml = "<interface type='network'><source network='default'/></interface>"
        >>> await dom.attach_device(xml, Sys.Virt.Domain.DEVICE_MODIFY_LIVE)  # doctest: +SKIP
        >>> "<source network='default'" in await dom.get_xml_description()  # doctest: +SKIP
        True

        Rests on: ``virDomainAttachDevice``, ``virDomainAttachDeviceFlags``.
        Perl: ``attach_device``.
        """
        await self._call(self._sync.attach_device, xml, flags)

    async def detach_device(self, xml: str, flags: Flags = 0) -> None:
        """Plug out the device that an XML describes.

        ``flags`` are ``DEVICE_MODIFY_*``. From a running domain it may go only later: the guest
        has its say, and the event ``EVENT_ID_DEVICE_REMOVED`` tells when it is gone.

        >>> stick = '<disk type="file"><target dev="sdb" bus="usb"/></disk>'
        >>> await dom.detach_device(stick)  # doctest: +SKIP
        >>> "sdb" in await dom.get_xml_description()  # doctest: +SKIP
        False

        Rests on: ``virDomainDetachDevice``, ``virDomainDetachDeviceFlags``.
        Perl: ``detach_device``.
        """
        await self._call(self._sync.detach_device, xml, flags)

    async def detach_device_alias(self, alias: str, flags: Flags = 0) -> None:
        """Plug out the device that has an alias; it goes as with ``detach_device``.

        >>> await dom.detach_device_alias("net0")  # doctest: +SKIP

        Rests on: ``virDomainDetachDeviceAlias``. Perl: ``detach_device_alias``.
        """
        await self._call(self._sync.detach_device_alias, alias, flags)

    async def update_device(self, xml: str, flags: Flags = 0) -> None:
        """Change a device: another CD, another link state, …

        ``flags`` are ``DEVICE_MODIFY_*``.

        >>> tray = '<disk type="file" device="cdrom"><target dev="sda" bus="sata"/></disk>'
        >>> await dom.update_device(tray)  # doctest: +SKIP
        >>> "cd.iso" in await dom.get_xml_description()  # doctest: +SKIP
        False

        Rests on: ``virDomainUpdateDeviceFlags``. Perl: ``update_device``.
        """
        await self._call(self._sync.update_device, xml, flags)

    async def fd_associate(self, name: str, fds: Iterable[int], flags: Flags = 0) -> None:
        """Give open files to the domain, which its XML can then name as a disk's source.

        ``fds`` are file descriptor numbers, ``flags`` are ``FD_ASSOCIATE_*``. They live with the
        connection. Perl does nothing at all when ``fds`` is no list; here that is a
        ``TypeError``.

        >>> with open(path, "r+b") as image:  # doctest: +SKIP
        ...     await dom.fd_associate("image", [image.fileno()])
        >>> await dom.create()  # doctest: +SKIP

        Rests on: ``virDomainFDAssociate``. Perl: ``fd_associate``.
        """
        await self._call(self._sync.fd_associate, name, fds, flags)

    async def graphics_reload(self, type: int, flags: Flags = 0) -> None:
        """Have the graphics server read its TLS certificates anew.

        ``type`` is one of ``GRAPHICS_RELOAD_TYPE_*``.

        >>> await dom.graphics_reload(Sys.Virt.Domain.GRAPHICS_RELOAD_TYPE_VNC)  # doctest: +SKIP

        Rests on: ``virDomainGraphicsReload``, libvirt 10.2. Perl: ``graphics_reload``.
        """
        await self._call(self._sync.graphics_reload, type, flags)

    async def announce_interface(
        self, device: str | None, params: AnnounceParams, flags: Flags = 0
    ) -> None:
        """Have the domain say on the network where it is, as after a migration.

        ``device`` is a network interface by its target's name or MAC address, ``None`` all of
        them, which Perl's manual has and its code can't do. Keys are ``ANNOUNCE_INTERFACE_*``;
        an unknown one is a ``ValueError``.

        >>> await dom.announce_interface(None, {"rounds": 3})  # doctest: +SKIP

        Rests on: ``virDomainAnnounceInterface``, libvirt 12.5. Perl: ``announce_interface``.
        """
        await self._call(self._sync.announce_interface, device, params, flags)

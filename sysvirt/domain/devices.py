"""A domain's devices: plugging them in and out, and changing them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sysvirt._core.arguments import cint, flag_bits, integers, optional_text, text, uint
from sysvirt._core.parameters import check_options
from sysvirt.constants import DomainConstants
from sysvirt.domain.part import DomainPart

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sysvirt._core.arguments import Flags
    from sysvirt.shapes.domain import AnnounceParams

#: The keys of ``announce_interface``, and how each value is checked.
ANNOUNCE_PARAMS: dict[str, Callable[[Any, str], Any]] = {
    DomainConstants.ANNOUNCE_INTERFACE_INITIAL: uint,
    DomainConstants.ANNOUNCE_INTERFACE_MAX: uint,
    DomainConstants.ANNOUNCE_INTERFACE_ROUNDS: uint,
    DomainConstants.ANNOUNCE_INTERFACE_STEP: uint,
}


class Devices(DomainPart):
    """Devices that come, change and go."""

    __slots__ = ()

    def attach_device(self, xml: str, flags: Flags = 0) -> None:
        """Plug in a device.

        ``flags`` are ``DEVICE_MODIFY_*``: the running domain, its configuration, or both.

        >>> xml = "<interface type='network'><source network='default'/></interface>"
        >>> dom.attach_device(xml, Sys.Virt.Domain.DEVICE_MODIFY_LIVE)  # doctest: +SKIP
        >>> "<source network='default'" in dom.get_xml_description()  # doctest: +SKIP
        True

        Rests on: ``virDomainAttachDevice``, ``virDomainAttachDeviceFlags``.
        Perl: ``attach_device``.
        """
        bits = flag_bits(flags)
        if bits:
            self._handle.attachDeviceFlags(text(xml, "xml"), bits)
        else:
            self._handle.attachDevice(text(xml, "xml"))

    def detach_device(self, xml: str, flags: Flags = 0) -> None:
        """Plug out the device that an XML describes.

        ``flags`` are ``DEVICE_MODIFY_*``. From a running domain it may go only later: the guest
        has its say, and the event ``EVENT_ID_DEVICE_REMOVED`` tells when it is gone.

        >>> stick = '<disk type="file"><target dev="sdb" bus="usb"/></disk>'
        >>> dom.detach_device(stick)  # doctest: +SKIP
        >>> "sdb" in dom.get_xml_description()  # doctest: +SKIP
        False

        Rests on: ``virDomainDetachDevice``, ``virDomainDetachDeviceFlags``.
        Perl: ``detach_device``.
        """
        bits = flag_bits(flags)
        if bits:
            self._handle.detachDeviceFlags(text(xml, "xml"), bits)
        else:
            self._handle.detachDevice(text(xml, "xml"))

    def detach_device_alias(self, alias: str, flags: Flags = 0) -> None:
        """Plug out the device that has an alias; it goes as with ``detach_device``.

        >>> dom.detach_device_alias("net0")  # doctest: +SKIP

        Rests on: ``virDomainDetachDeviceAlias``. Perl: ``detach_device_alias``.
        """
        self._handle.detachDeviceAlias(text(alias, "alias"), flag_bits(flags))

    def update_device(self, xml: str, flags: Flags = 0) -> None:
        """Change a device: another CD, another link state, …

        ``flags`` are ``DEVICE_MODIFY_*``.

        >>> tray = '<disk type="file" device="cdrom"><target dev="sda" bus="sata"/></disk>'
        >>> dom.update_device(tray)  # doctest: +SKIP
        >>> "cd.iso" in dom.get_xml_description()  # doctest: +SKIP
        False

        Rests on: ``virDomainUpdateDeviceFlags``. Perl: ``update_device``.
        """
        self._handle.updateDeviceFlags(text(xml, "xml"), flag_bits(flags))

    def fd_associate(self, name: str, fds: Iterable[int], flags: Flags = 0) -> None:
        """Give open files to the domain, which its XML can then name as a disk's source.

        ``fds`` are file descriptor numbers, ``flags`` are ``FD_ASSOCIATE_*``. They live with the
        connection. Perl does nothing at all when ``fds`` is no list; here that is a
        ``TypeError``.

        >>> with open(path, "r+b") as image:  # doctest: +SKIP
        ...     dom.fd_associate("image", [image.fileno()])
        >>> dom.create()  # doctest: +SKIP

        Rests on: ``virDomainFDAssociate``. Perl: ``fd_associate``.
        """
        group, files = text(name, "name"), integers(fds, "fds", cint)
        self._handle.FDAssociate(group, files, flag_bits(flags))

    def graphics_reload(self, type: int, flags: Flags = 0) -> None:
        """Have the graphics server read its TLS certificates anew.

        ``type`` is one of ``GRAPHICS_RELOAD_TYPE_*``.

        >>> dom.graphics_reload(Sys.Virt.Domain.GRAPHICS_RELOAD_TYPE_VNC)  # doctest: +SKIP

        Rests on: ``virDomainGraphicsReload``, libvirt 10.2. Perl: ``graphics_reload``.
        """
        kind, bits = uint(type, "type"), flag_bits(flags)
        self._supported("graphicsReload", "10.2.0")(kind, bits)

    def announce_interface(
        self, device: str | None, params: AnnounceParams, flags: Flags = 0
    ) -> None:
        """Have the domain say on the network where it is, as after a migration.

        ``device`` is a network interface by its target's name or MAC address, ``None`` all of
        them, which Perl's manual has and its code can't do. Keys are ``ANNOUNCE_INTERFACE_*``;
        an unknown one is a ``ValueError``.

        >>> dom.announce_interface(None, {"rounds": 3})  # doctest: +SKIP

        Rests on: ``virDomainAnnounceInterface``, libvirt 12.5. Perl: ``announce_interface``.
        """
        name, bits = optional_text(device, "device"), flag_bits(flags)
        wanted = check_options(params, ANNOUNCE_PARAMS)
        self._supported("announceInterface", "12.5.0")(name, wanted, bits)

"""Keyboard, screen and lines of a domain: what a person at the machine would use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt import _libvirt
from sysvirt._core.arguments import cint, flag_bits, handle, integers, llong, optional_text, uint
from sysvirt.domain.part import DomainPart
from sysvirt.stream import Stream

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sysvirt._core.arguments import Flags


class Consoles(DomainPart):
    """Consoles, channels, graphics, keys and signals."""

    __slots__ = ()

    def open_console(self, st: Stream, devname: str | None, flags: Flags = 0) -> None:
        """Connect a stream to a serial, parallel or paravirtual console.

        ``devname`` is the device's alias, ``None`` the first console. ``flags`` are
        ``OPEN_CONSOLE_*``: what to do about somebody who is there already.

        >>> st = conn.new_stream()  # doctest: +SKIP
        >>> dom.open_console(st, None)  # doctest: +SKIP
        >>> st.send(b"\\n", 1)  # doctest: +SKIP
        1
        >>> st.abort()  # doctest: +SKIP

        Rests on: ``virDomainOpenConsole``. Perl: ``open_console``.
        """
        self._handle.openConsole(
            optional_text(devname, "devname"), handle(st, Stream, "st"), flag_bits(flags)
        )

    def open_channel(self, st: Stream, devname: str | None, flags: Flags = 0) -> None:
        """Connect a stream to a channel between host and guest.

        ``devname`` is the channel's name, ``None`` the first one. ``flags`` are
        ``OPEN_CHANNEL_*``: what to do about somebody who is there already.

        >>> st = conn.new_stream()  # doctest: +SKIP
        >>> dom.open_channel(st, "org.example.backup")  # doctest: +SKIP
        >>> st.abort()  # doctest: +SKIP

        Rests on: ``virDomainOpenChannel``. Perl: ``open_channel``.
        """
        self._handle.openChannel(
            optional_text(devname, "devname"), handle(st, Stream, "st"), flag_bits(flags)
        )

    def open_graphics(self, idx: int, fd: int, flags: Flags = 0) -> None:
        """Connect an open socket to the domain's graphics number ``idx``, counted from 0.

        ``fd`` is the file descriptor of one end of a socket pair, ``flags`` are
        ``OPEN_GRAPHICS_*``.

        >>> import socket
        >>> ours, theirs = socket.socketpair()  # doctest: +SKIP
        >>> with ours, theirs:  # doctest: +SKIP
        ...     dom.open_graphics(0, theirs.fileno(), Sys.Virt.Domain.OPEN_GRAPHICS_SKIPAUTH)
        ...     ours.recv(12)
        b'RFB 003.008\\n'

        Rests on: ``virDomainOpenGraphics``. Perl: ``open_graphics``.
        """
        self._handle.openGraphics(uint(idx, "idx"), cint(fd, "fd"), flag_bits(flags))

    def open_graphics_fd(self, idx: int, flags: Flags = 0) -> int:
        """A new socket to the domain's graphics number ``idx``, counted from 0.

        The result is a file descriptor, which the caller closes. ``flags`` are
        ``OPEN_GRAPHICS_*``.

        >>> import socket
        >>> with socket.socket(fileno=dom.open_graphics_fd(0)) as graphics:  # doctest: +SKIP
        ...     graphics.recv(12)
        b'RFB 003.008\\n'

        Rests on: ``virDomainOpenGraphicsFD``. Perl: ``open_graphics_fd``.
        """
        return self._handle.openGraphicsFD(uint(idx, "idx"), flag_bits(flags))

    def screenshot(self, st: Stream, screen: int, flags: Flags = 0) -> str:
        """Start a stream of a picture of the screen; the result is its MIME type.

        ``screen`` counts the monitors from 0, card by card.

        >>> dom.screenshot(conn.new_stream(), 0)
        'image/png'

        Rests on: ``virDomainScreenshot``. Perl: ``screenshot``.
        """
        # libvirt-python can't decode a type that isn't UTF-8, and the stream has begun by then.
        return _libvirt.domain.screenshot(
            self._handle, handle(st, Stream, "st"), uint(screen, "screen"), flag_bits(flags)
        )

    def send_key(
        self, keycodeset: int, holdtime: int, keycodes: Iterable[int], flags: Flags = 0
    ) -> None:
        """Press keys together, and let go of them after ``holdtime`` milliseconds.

        ``keycodeset`` is one of ``KEYCODE_SET_*``, which says what the numbers in ``keycodes``
        mean; there can be ``SEND_KEY_MAX_KEYS`` of them. Perl does nothing at all when
        ``keycodes`` is no list; here that is a ``TypeError``.

        >>> control, alt, delete = 29, 56, 111
        >>> dom.send_key(Sys.Virt.Domain.KEYCODE_SET_LINUX, 100, [control, alt, delete])

        Rests on: ``virDomainSendKey``. Perl: ``send_key``.
        """
        # libvirt-python takes no holdtime from 2**31 up, and doesn't tell of too many keys.
        _libvirt.domain.send_key(
            self._handle,
            uint(keycodeset, "keycodeset"),
            uint(holdtime, "holdtime"),
            integers(keycodes, "keycodes"),
            flag_bits(flags),
        )

    def inject_nmi(self, flags: Flags = 0) -> None:
        """Send the guest a non-maskable interrupt, which many systems answer with a dump.

        >>> dom.inject_nmi()

        Rests on: ``virDomainInjectNMI``. Perl: ``inject_nmi``.
        """
        self._handle.injectNMI(flag_bits(flags))

    def send_process_signal(self, pid: int, signum: int, flags: Flags = 0) -> None:
        """Send a signal to a process in a container.

        ``signum`` is one of ``PROCESS_SIGNAL_*``, whatever number the guest has for it.

        >>> dom.send_process_signal(1, Sys.Virt.Domain.PROCESS_SIGNAL_HUP)

        Rests on: ``virDomainSendProcessSignal``. Perl: ``send_process_signal``.
        """
        self._handle.sendProcessSignal(llong(pid, "pid"), uint(signum, "signum"), flag_bits(flags))

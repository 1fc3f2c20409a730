# Made by `python -m reference.generate` from sysvirt/domain/consoles.py: change that, not this.
"""The awaited twins of :mod:`sysvirt.domain.consoles`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt.aio._twin import Twin, sync_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sysvirt._core.arguments import Flags
    from sysvirt.aio.stream import Stream
    from sysvirt.domain import consoles as sync


class Consoles(Twin):
    """Consoles, channels, graphics, keys and signals."""

    __slots__ = ()
    _sync: sync.Consoles

    async def open_console(self, st: Stream, devname: str | None, flags: Flags = 0) -> None:
        """Connect a stream to a serial, parallel or paravirtual console.

        ``devname`` is the device's alias, ``None`` the first console. ``flags`` are
        ``OPEN_CONSOLE_*``: what to do about somebody who is there already.

        >>> st = await conn.new_stream()  # doctest: +SKIP
        >>> await dom.open_console(st, None)  # doctest: +SKIP
        >>> await st.send(b"\\n", 1)  # doctest: +SKIP
        1
        >>> st.abort()  # doctest: +SKIP

        Rests on: ``virDomainOpenConsole``. Perl: ``open_console``.
        """
        await self._call(self._sync.open_console, sync_of(st), devname, flags)

    async def open_channel(self, st: Stream, devname: str | None, flags: Flags = 0) -> None:
        """Connect a stream to a channel between host and guest.

        ``devname`` is the channel's name, ``None`` the first one. ``flags`` are
        ``OPEN_CHANNEL_*``: what to do about somebody who is there already.

        >>> st = await conn.new_stream()  # doctest: +SKIP
        >>> await dom.open_channel(st, "org.example.backup")  # doctest: +SKIP
        >>> st.abort()  # doctest: +SKIP

        Rests on: ``virDomainOpenChannel``. Perl: ``open_channel``.
        """
        await self._call(self._sync.open_channel, sync_of(st), devname, flags)

    async def open_graphics(self, idx: int, fd: int, flags: Flags = 0) -> None:
        """Connect an open socket to the domain's graphics number ``idx``, counted from 0.

        ``fd`` is the file descriptor of one end of a socket pair, ``flags`` are
        ``OPEN_GRAPHICS_*``.

        >>> import socket
        >>> ours, theirs = socket.socketpair()  # doctest: +SKIP
        >>> with ours, theirs:  # doctest: +SKIP
        ...     await dom.open_graphics(0, theirs.fileno(), Sys.Virt.Domain.OPEN_GRAPHICS_SKIPAUTH)
        ...     await ours.recv(12)
        b'RFB 003.008\\n'

        Rests on: ``virDomainOpenGraphics``. Perl: ``open_graphics``.
        """
        await self._call(self._sync.open_graphics, idx, fd, flags)

    async def open_graphics_fd(self, idx: int, flags: Flags = 0) -> int:
        """A new socket to the domain's graphics number ``idx``, counted from 0.

        The result is a file descriptor, which the caller closes. ``flags`` are
        ``OPEN_GRAPHICS_*``.

        >>> import socket
        >>> with socket.socket(fileno=await dom.open_graphics_fd(0)) as graphics:  # doctest: +SKIP
        ...     await graphics.recv(12)
        b'RFB 003.008\\n'

        Rests on: ``virDomainOpenGraphicsFD``. Perl: ``open_graphics_fd``.
        """
        return await self._call(self._sync.open_graphics_fd, idx, flags)

    async def screenshot(self, st: Stream, screen: int, flags: Flags = 0) -> str:
        """Start a stream of a picture of the screen; the result is its MIME type.

        ``screen`` counts the monitors from 0, card by card.

        >>> await dom.screenshot(await conn.new_stream(), 0)
        'image/png'

        Rests on: ``virDomainScreenshot``. Perl: ``screenshot``.
        """
        return await self._call(self._sync.screenshot, sync_of(st), screen, flags)

    async def send_key(
        self, keycodeset: int, holdtime: int, keycodes: Iterable[int], flags: Flags = 0
    ) -> None:
        """Press keys together, and let go of them after ``holdtime`` milliseconds.

        ``keycodeset`` is one of ``KEYCODE_SET_*``, which says what the numbers in ``keycodes``
        mean; there can be ``SEND_KEY_MAX_KEYS`` of them. Perl does nothing at all when
        ``keycodes`` is no list; here that is a ``TypeError``.

        >>> control, alt, delete = 29, 56, 111
        >>> await dom.send_key(Sys.Virt.Domain.KEYCODE_SET_LINUX, 100, [control, alt, delete])

        Rests on: ``virDomainSendKey``. Perl: ``send_key``.
        """
        await self._call(self._sync.send_key, keycodeset, holdtime, keycodes, flags)

    async def inject_nmi(self, flags: Flags = 0) -> None:
        """Send the guest a non-maskable interrupt, which many systems answer with a dump.

        >>> await dom.inject_nmi()

        Rests on: ``virDomainInjectNMI``. Perl: ``inject_nmi``.
        """
        await self._call(self._sync.inject_nmi, flags)

    async def send_process_signal(self, pid: int, signum: int, flags: Flags = 0) -> None:
        """Send a signal to a process in a container.

        ``signum`` is one of ``PROCESS_SIGNAL_*``, whatever number the guest has for it.

        >>> await dom.send_process_signal(1, Sys.Virt.Domain.PROCESS_SIGNAL_HUP)

        Rests on: ``virDomainSendProcessSignal``. Perl: ``send_process_signal``.
        """
        await self._call(self._sync.send_process_signal, pid, signum, flags)

"""Open the console of a guest: a port of open-console.pl.

    python examples/open_console.py demo
    python examples/open_console.py -c qemu:///system demo --graphics 5999

The serial console comes to the terminal; Ctrl-] leaves it, all other keys go to the guest. What
is in a pipe or a file goes to the guest as well; it ends with the guest, or by Ctrl-C.

The original shows the guest's graphics in a window of its own. --graphics hands them, in the same
way, to any VNC viewer: it waits for one at that port of 127.0.0.1 and connects it to the guest.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import signal
import socket
import sys
import termios
import tty
from collections.abc import Iterator
from functools import partial
from types import FrameType

from support import command
from support.loop import Loop
from sysvirt import Domain, Event, Stream, Virt

#: Ctrl-], which leaves.
ESCAPE = b"\x1d"
STDIN, STDOUT = 0, 1
PIECE = 4096
#: How many bytes may wait to be sent.
MOST = 65536
#: Signals that would end the program without the terminal being put back.
DEADLY = (signal.SIGTERM, signal.SIGHUP)


class Console:
    """Moves data between a stream and standard input and output."""

    def __init__(self, st: Stream) -> None:
        self._st = st
        self._loop = Loop()
        self._loop.ends_with(st.connection)
        self._to_send = bytearray()
        self._ended = False
        st.add_callback(Stream.EVENT_READABLE, self._loop.guard(self._stream_event))
        self._watch = Event.add_handle(
            STDIN, Event.HANDLE_READABLE, self._loop.guard(self._input_event)
        )

    def run(self) -> None:
        """Until somebody leaves: who types, by Ctrl-], or the guest."""
        try:
            self._loop.run()
        finally:
            Event.remove_handle(self._watch)
            # The stream may be gone with the guest.
            with contextlib.suppress(Virt.Error):
                self._st.remove_callback()

    def _stream_event(self, _st: Stream, events: int) -> None:
        if events & Stream.EVENT_WRITABLE:
            self._send()
        if events & Stream.EVENT_READABLE:
            self._receive()
        elif events & (Stream.EVENT_HANGUP | Stream.EVENT_ERROR):
            self._loop.end()

    def _receive(self) -> None:
        data = bytearray()
        if self._st.recv(data, PIECE) == 0:
            self._loop.end()
        while data:
            del data[: os.write(STDOUT, data)]

    def _input_event(self, _watch: int, _fd: int, _events: int) -> None:
        data = os.read(STDIN, PIECE)
        text, escape, _ = data.partition(ESCAPE)
        self._to_send += text
        # The end of a pipe or file is not the end: the guest's answer is still to come.
        self._ended = not data
        self._send()
        if escape or (self._ended and os.isatty(STDIN)):
            self._loop.end()

    def _send(self) -> None:
        """Send what can be sent, and wait for what is to be waited for."""
        if self._to_send:
            sent = self._st.send(self._to_send, len(self._to_send))
            # Below 0 it would have to wait: there will be another event.
            del self._to_send[: max(sent, 0)]
        writable = Stream.EVENT_WRITABLE if self._to_send else 0
        self._st.update_callback(Stream.EVENT_READABLE | writable)
        # A guest that doesn't listen is not sent ever more; but Ctrl-] is heard for long.
        reading = not self._ended and len(self._to_send) < MOST
        Event.update_handle(self._watch, Event.HANDLE_READABLE if reading else 0)


@contextlib.contextmanager
def raw_terminal() -> Iterator[None]:
    """Let every key come as it is; afterwards the terminal is as before, whatever happens."""
    if not os.isatty(STDIN):
        yield
        return

    def end(number: int, _frame: FrameType | None) -> None:
        sys.exit(128 + number)

    before = termios.tcgetattr(STDIN)
    handlers = {number: signal.signal(number, end) for number in DEADLY}
    try:
        tty.setraw(STDIN)
        yield
    finally:
        # A terminal that was closed needs it no more.
        with contextlib.suppress(termios.error):
            termios.tcsetattr(STDIN, termios.TCSANOW, before)
        for number, handler in handlers.items():
            signal.signal(number, handler)


def show_text(conn: Virt, dom: Domain, device: str | None) -> None:
    """The serial console, here."""
    st = conn.new_stream(Stream.NONBLOCK)
    dom.open_console(st, device)
    if os.isatty(STDIN):
        print(f"Console of {dom.get_name()}; Ctrl-] leaves it.", file=sys.stderr)
    with raw_terminal():
        Console(st).run()
    # It is broken off, not ended: there may be more to come.
    with contextlib.suppress(Virt.Error):
        st.abort()


def hand_graphics(dom: Domain, port: int) -> None:
    """The screen, for one viewer: QEMU serves it itself from then on."""
    with socket.create_server(("127.0.0.1", port)) as server:
        address = "{}::{}".format(*server.getsockname())
        print(f"Waiting for a viewer: vncviewer {address}", flush=True)
        viewer, _ = server.accept()
        with viewer:
            dom.open_graphics(0, viewer.fileno())


def main(args: argparse.Namespace) -> None:
    Event.register_default()
    with Virt.new(uri=args.connect) as conn:
        dom = conn.get_domain_by_name(args.domain)
        if args.graphics is None:
            show_text(conn, dom, args.device)
        else:
            hand_graphics(dom, args.graphics)


if __name__ == "__main__":
    command_line = command.parser(__doc__)
    command.add_connect(command_line, "qemu:///session")
    command_line.add_argument(
        "domain",
        metavar="DOMAIN",
        nargs="?",
        default="vm-vnc",
        help="the guest's name (default: vm-vnc)",
    )
    command_line.add_argument(
        "--device", metavar="ALIAS", help="which console (default: the first)"
    )
    command_line.add_argument(
        "--graphics",
        metavar="PORT",
        type=partial(command.natural, most=65535),
        help="hand the screen to a viewer; 0: any free port",
    )
    command.run(main, command_line)

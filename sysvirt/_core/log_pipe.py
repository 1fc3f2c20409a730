"""The way of libvirt's log into Python: libvirt writes into a pipe, a thread reads.

A call of libvirt's that logs may have Python's lock, without which the thread can't read. So
libvirt must never wait for room in the pipe: what finds no room is lost.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import select
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from sysvirt._core.log_messages import Messages
from sysvirt._libvirt.callbacks import report

if TYPE_CHECKING:
    from collections.abc import Callable

    from sysvirt._core.log_messages import Message

#: Room for some ten thousand messages: what the kernel gives to an ordinary user.
SIZE = 1 << 20
#: How long the end of the log waits for what takes the messages, in seconds.
PATIENCE = 5.0

#: What is written last. libvirt's messages are C's texts, which have none.
_LAST = b"\0"


class LogPipe:
    """A pipe, and the thread that hands its messages on, one after the other."""

    def __init__(self, take: Callable[[Message], None]) -> None:
        self._take = take
        self._source, self._sink = os.pipe()
        self._writer = -1
        self._is_over = False
        self._thread = threading.Thread(target=self._run, name="libvirt-log", daemon=True)
        os.set_blocking(self._sink, False)
        with contextlib.suppress(OSError):
            # As much as there was is enough, too.
            fcntl.fcntl(self._sink, fcntl.F_SETPIPE_SZ, SIZE)

    @property
    def path(self) -> str:
        """The name of the file that libvirt is to open."""
        return f"/proc/self/fd/{self._sink}"

    @property
    def native_id(self) -> int | None:
        """The number of the thread, as libvirt's messages have it."""
        return self._thread.native_id

    def prepare(self) -> None:
        """Have libvirt, which has opened the file and not yet used it, never wait for room."""
        self._writer = self._find_writer()
        os.set_blocking(self._writer, False)
        os.set_inheritable(self._writer, False)

    def start(self) -> None:
        """Hand messages on from now on."""
        self._thread.start()

    def end(self) -> None:
        """Hand on what is left, and end; libvirt writes no more."""
        self._is_over = True
        # Where it finds no room, the thread has enough to wake up for; or it has ended already.
        with contextlib.suppress(BlockingIOError, BrokenPipeError):
            os.write(self._sink, _LAST)
        os.close(self._sink)
        if threading.current_thread() is not self._thread:
            self._thread.join(PATIENCE)

    def close(self) -> None:
        """Give up a pipe that was never started."""
        os.close(self._source)
        os.close(self._sink)

    def abandon(self) -> None:
        """In a child process, which has no such thread: what libvirt writes goes nowhere.

        The pipe is the parent's, which would take it for its own.
        """
        if self._is_writer(self._writer):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self._writer, inheritable=False)
            os.close(nowhere)
        self.close()

    def _find_writer(self) -> int:
        descriptors = (int(each.name) for each in Path("/proc/self/fd").iterdir())
        (found,) = filter(self._is_writer, descriptors)
        return found

    def _is_writer(self, descriptor: int) -> bool:
        """Whether a descriptor is libvirt's end of this pipe."""
        if descriptor in (self._source, self._sink):
            return False
        with contextlib.suppress(OSError):
            return os.path.samestat(os.fstat(descriptor), os.fstat(self._sink))
        # It is none: of the directory that was listed, say.
        return False

    def _run(self) -> None:
        poll = select.poll()
        poll.register(self._source, select.POLLIN)
        messages = Messages()
        while not self._is_over or poll.poll(0):
            data = os.read(self._source, SIZE)
            if not data:
                break
            self._hand_on(messages.add(data.replace(_LAST, b"")))
            if messages.is_at_line_end and not poll.poll(0):
                self._hand_on(messages.end())
        self._hand_on(messages.end())
        os.close(self._source)

    def _hand_on(self, messages: list[Message]) -> None:
        for message in messages:
            try:
                self._take(message)
            except BaseException as error:  # noqa: BLE001 - the next message may fare better
                report(error, self._take)

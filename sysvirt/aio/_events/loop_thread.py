"""libvirt's event loop, turned by one thread for all connections of the process.

It is turned within GLib: Python would have to be entered for each message, and each call would
cost twice as much.
"""

from __future__ import annotations

import atexit
import os
import threading
from contextlib import suppress
from typing import Any

from sysvirt import Event, _libvirt
from sysvirt._core.event_loop import DEFAULT, STUCK, Process, find_loop, refuse_other_loop, turning

#: How long the end of the interpreter waits for the loop to stop, in seconds.
GRACE = 1.0
#: How long a loop that is turned elsewhere may take to call back, in seconds.
LONG = 0.2


class Turning:
    """The thread, and whether it is needed: another library's loop is turned elsewhere."""

    def __init__(self) -> None:
        self._beginning = threading.Lock()
        #: Whether the loop was registered here, so that nobody else turns it.
        self._is_ours = False
        self._loop: Any = None
        self._thread: threading.Thread | None = None
        #: The loop has begun to turn, or another thread turns it.
        self._is_running = threading.Event()

    def prepare(self) -> None:
        """Let the process have an event loop, which a connection needs from its opening on."""
        with self._beginning:
            if find_loop() is None:
                Event.register_default()
                self._is_ours = True

    def is_running(self) -> bool:
        """Whether the loop turns, as far as this is concerned."""
        return self._is_running.is_set()

    def start(self) -> None:
        """Let libvirt's own loop turn, whoever registered it, and wait until it does.

        Any other one is turned elsewhere. In a child process, of which a thread of the parent
        turned it, it is ``Error``: nothing would come. For threads: it may take its time.
        """
        self._start()
        self._is_running.wait()

    def _start(self) -> None:
        with self._beginning:
            loop = find_loop()
            if loop is STUCK:
                raise refuse_other_loop("events")
            if loop is not DEFAULT:
                self._is_running.set()
            if self._thread is not None or self._is_running.is_set():
                return
            # Else a callback would look for an interpreter that is gone.
            atexit.register(self.stop)
            thread = threading.Thread(target=self._turn, name="sysvirt.aio events", daemon=True)
            thread.start()
            self._thread = thread

    def settle(self) -> None:
        """Let the loop do what is left to it; for the threads that close connections.

        A loop that doesn't turn would keep their sockets open.
        """
        if self._is_ours and self._thread is None:
            with suppress(OSError, AttributeError):
                _libvirt.glib.settle()

    def stop(self) -> None:
        """Let it turn no more; ``start`` begins anew."""
        with self._beginning:
            atexit.unregister(self.stop)
            if self._thread is None:
                return
            self._is_running.wait(GRACE)
            if self._loop is not None:
                self._loop.quit()
            self._thread.join(GRACE)
            self._thread = self._loop = Process.turner = None
            self._is_running.clear()

    def _turn(self) -> None:
        if not self._is_ours and _is_turned():
            self._is_running.set()
            return
        Process.turner = threading.get_ident()
        turning.append(threading.get_ident())
        try:
            self._loop = _libvirt.glib.MainLoop()
        except (OSError, AttributeError):
            # A libvirt without the usual GLib: each turn passes through Python.
            self._is_running.set()
            while True:
                Event.run_default()
        timer = Event.add_timeout(0, self._begin)
        try:
            self._loop.run()
        finally:
            Event.remove_timeout(timer)
            turning.remove(threading.get_ident())

    def _begin(self, timer: int) -> None:
        """The first thing that the loop does: from now on it can be stopped."""
        Event.update_timeout(timer, -1)
        self._is_running.set()


def _is_turned() -> bool:
    """Whether another thread turns the default loop: a timer that is due comes then."""
    came = threading.Event()
    timer = Event.add_timeout(0, lambda _timer: came.set())
    try:
        return came.wait(LONG)
    finally:
        Event.remove_timeout(timer)


turn = Turning()


def _begin_anew() -> None:
    """The thread stays with the parent."""
    global turn  # noqa: PLW0603 - its lock may be held by a thread that isn't there
    atexit.unregister(turn.stop)
    turn = Turning()


os.register_at_fork(after_in_child=_begin_anew)

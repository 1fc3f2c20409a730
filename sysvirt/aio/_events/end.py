"""How a connection ends: closed by the program, cut, or broken."""

from __future__ import annotations

import asyncio
import errno
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Protocol

from sysvirt import Error, InvalidStateError, Virt
from sysvirt._core.closing import refuse_closed
from sysvirt.aio._events import loop_thread
from sysvirt.aio._lane.lane import Lane
from sysvirt.virt.close_callback import CLOSE

if TYPE_CHECKING:
    from asyncio import Future, Task, TimerHandle
    from collections.abc import Callable, Iterable

    from sysvirt import Stream
    from sysvirt.aio._lane.keep_alive import KeepAlive
    from sysvirt.aio._lane.lanes import Lanes

#: What a connection that was cut may still take to end, in seconds.
GRACE = 0.25
#: How often one that can't tell by itself is asked whether it is still there, in seconds.
ASK = 1.0


def close(sync: Virt, streams: Iterable[Stream] = ()) -> None:
    """Close a connection, in a thread: that may take its time.

    Streams that a thread still receives from would keep it open.
    """
    for stream in streams:
        with suppress(Error):
            stream.abort()
    sync.close()
    loop_thread.turn.settle()


class Listener(Protocol):
    """Whoever has to know that the connection ends."""

    def end(self, error: Error | None) -> None:
        """It was closed by the program, or it broke."""


class End:
    """The end of a connection, and whoever waits for it. All is for the thread of the loop.

    It holds the synchronous connection and not the awaited one, which may be dropped at any time.
    """

    def __init__(self, sync: Virt, lanes: Lanes) -> None:
        self.listeners: set[Listener] = set()
        #: The streams that threads receive from until they are aborted.
        self.streams: set[Stream] = set()
        self.keep_alive: KeepAlive | None = None
        #: What the program wants to have called when the connection breaks.
        self.callback: Callable[[int], object] | None = None
        self._sync = sync
        self._lanes = lanes
        # The synchronous one lets go of it to close, and that is when it may hang.
        self._wire = sync._wire
        #: Why it was cut, if it was.
        self._cut: int | None = None
        self._reason: int | None = None
        self._error: Error | None = None
        self._waiting: set[Future[int]] = set()
        self._closing: Task[None] | None = None
        self._watching = asyncio.Lock()
        self._is_watched = False
        #: Whether libvirt says by itself that the connection breaks, and why.
        self._is_told = False
        #: Whether it should have said so already.
        self._is_due = False
        self._asking: TimerHandle | None = None

    # Being told --------------------------------------------------------------------------

    async def turn_loop(self) -> None:
        """Let libvirt's event loop turn, which calls back."""
        self._lanes.calls.check()
        if not loop_thread.turn.is_running():
            await self._lanes.main.call(loop_thread.turn.start)

    async def watch(self) -> None:
        """Have libvirt say when the connection breaks."""
        await self.turn_loop()
        # One after the other: whoever is cancelled leaves it to the next.
        async with self._watching:
            if self._is_watched:
                return
            # The program may have a callback there by itself, and there can be one.
            if CLOSE not in self._sync._callbacks:
                with suppress(Error):
                    await self._lanes.main.call(self._sync.register_close_callback, self._came)
                    self._is_told = True
            self._is_watched = True
            self._ask()

    def _came(self, _conn: Virt, reason: int) -> None:
        """What libvirt calls, in the thread of its loop."""
        self._lanes.calls.add(partial(self.breaks, reason))

    def _ask(self) -> None:
        if self._reason is not None or self.is_over():
            return
        try:
            is_alive = self._sync.is_alive()
        except Error:
            # It was closed by way of the synchronous one, of which nobody tells.
            self._tell(Virt.CLOSE_REASON_CLIENT, None)
            return
        if not is_alive and (self._is_due or not self._is_told):
            self.breaks(Virt.CLOSE_REASON_ERROR)
            return
        # It will say so in a moment, but for a connection that broke as its callback was taken.
        self._is_due = not is_alive
        self._asking = self._lanes.loop.call_later(ASK, self._ask)

    def breaks(self, reason: int) -> None:
        """The connection has broken: tell whoever waits for it."""
        if self._reason is not None:
            return
        error = Error._own(
            Error.ERR_SYSTEM_ERROR,
            "the connection is broken",
            origin="events",
            domain=Error.FROM_RPC,
            number=errno.ECONNRESET,
        )
        why = reason if self._cut is None else self._cut
        self._tell(why, error)
        if self.callback is not None:
            self.callback(why)

    def add(self, listener: Listener) -> None:
        """Tell somebody of the end, too; at once where it has come already."""
        if self._reason is not None:
            listener.end(self._error)
        elif self._closing is not None:
            listener.end(None)
        else:
            self.listeners.add(listener)

    async def wait(self) -> int:
        """Wait for it; the reason is one of ``CLOSE_REASON_*``."""
        if self._reason is None:
            try:
                await self.watch()
            except InvalidStateError:
                # Where it is about to be closed, that is what is waited for.
                if self._closing is None:
                    raise
        if self._reason is not None:
            return self._reason
        waiter: Future[int] = self._lanes.loop.create_future()
        self._waiting.add(waiter)
        try:
            return await waiter
        finally:
            self._waiting.discard(waiter)

    def _tell(self, reason: int, error: Error | None) -> None:
        self._reason, self._error = reason, error
        for listener in self.listeners.copy():
            listener.end(error)
        self.listeners.clear()
        for waiter in self._waiting:
            if not waiter.done():
                waiter.set_result(reason)

    # Bringing it about ---------------------------------------------------------------------

    def abort(self, reason: int = Virt.CLOSE_REASON_CLIENT) -> bool:
        """Cut the connection, from any thread; ``False`` where that can't be done."""
        if self._wire is None:
            return False
        # libvirt may say that the connection broke before this has said why.
        if self._cut is None:
            self._cut = reason
        self._wire.cut()
        self._sync.abort()
        self._lanes.calls.add(partial(self.breaks, reason))
        return True

    async def close(self, timeout: float | None) -> None:
        """Close the connection; what takes longer than ``timeout`` seconds is cut."""
        self._lanes.calls.check()
        # Who cancels all tasks of a loop cancels this one, too.
        if self._closing is None or self._closing.cancelled():
            self._closing = self._lanes.loop.create_task(self._close())
        closing = self._closing
        try:
            # This leaves it going on, whatever happens to the one who waits.
            await asyncio.wait([closing], timeout=timeout)
            if not closing.done():
                self.abort()
                await asyncio.wait([closing], timeout=GRACE)
        except asyncio.CancelledError:
            self.abort()
            raise
        if closing.done() and not closing.cancelled():
            closing.result()

    async def _close(self) -> None:
        for listener in self.listeners.copy():
            listener.end(None)
        self.listeners.clear()
        self._lanes.refuse(refuse_closed)
        await self._lanes.drain()
        # In a thread of its own: the others may hang.
        closer = Lane(self._lanes.calls, self._lanes.nudges)
        try:
            await closer.call(close, self._sync, tuple(self.streams))
        finally:
            closer.stop()
            self._stop()
            self._wire = None
        if self._reason is None:
            self._tell(Virt.CLOSE_REASON_CLIENT, None)

    def is_over(self) -> bool:
        """Whether the connection is closed."""
        closing = self._closing
        return closing is not None and closing.done() and not closing.cancelled()

    def is_begun(self) -> bool:
        """Whether somebody has begun to close it."""
        return self._closing is not None

    def drop(self) -> None:
        """Let go of all threads and timers, from any thread, as nobody closes it any more."""
        if not self._lanes.calls.add(self._stop):
            self._stop()

    def _stop(self) -> None:
        if self.keep_alive is not None:
            self.keep_alive.stop()
        if self._asking is not None:
            self._asking.cancel()
        self._lanes.stop()

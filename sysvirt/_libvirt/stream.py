"""The callback of a stream."""

from __future__ import annotations

from contextlib import suppress
from ctypes import c_int, c_void_p
from functools import partial
from typing import TYPE_CHECKING, Any

from sysvirt._libvirt import event_loop
from sysvirt._libvirt.functions import function, pointer
from sysvirt._libvirt.registration import Registration, do_in_next_turn
from sysvirt.error import Error

if TYPE_CHECKING:
    from collections.abc import Callable

#: How often, in milliseconds, a stream with a callback looks whether its connection still stands:
#: libvirt's client says nothing to a stream whose daemon has died.
LOOK_EVERY = 1000


class StreamRegistration(Registration):
    """The callback of a stream; it is called with ``on_loss`` when the connection breaks."""

    __slots__ = ("_conn", "_on_loss", "_timer")

    def __init__(self, owner: Any, callback: Callable[..., Any], conn: Any, on_loss: int) -> None:
        super().__init__(owner, callback, (c_void_p, c_int), owner._handle)
        self._conn = conn
        self._on_loss = on_loss
        self._timer = -1

    def register(self, events: int) -> int:
        """``virStreamEventAddCallback``."""
        result = self.give(function("virStreamEventAddCallback"), pointer(self.handle), events)
        self._timer = event_loop.add_timeout(LOOK_EVERY, self._look)
        return result

    def _look(self, _timer: int) -> None:
        """Tell the user that the connection broke: once, as libvirt does with an error."""
        if self.is_over():
            self._stop_looking()
        elif not self._conn.isAlive():
            self._stop_looking()
            self.call((0, self._on_loss))

    def _stop_looking(self) -> None:
        timer, self._timer = self._timer, -1
        if timer >= 0:
            with suppress(Error):
                event_loop.remove_timeout(timer)

    def deliver(self, owner: Any, callback: Callable[..., Any], *values: Any) -> None:
        _stream, events = values
        callback(owner, events)

    def take_back(self, result: int) -> None:  # noqa: ARG002 - a stream has one at most
        """``virStreamEventRemoveCallback``."""
        self._stop_looking()
        handle = self.handle
        try:
            handle.eventRemoveCallback()
        finally:
            # A call that is under way is over then. From inside of one it would be too early
            # for another reason, too: libvirt lets go of the stream right after it, with a lock
            # held. Were it the last to do so, the connection would be closed there, which waits
            # for that lock.
            do_in_next_turn(partial(self._end, handle))

    def _end(self, _handle: object) -> None:
        # libvirt's client doesn't give it back.
        self.drop()
        self._conn = None

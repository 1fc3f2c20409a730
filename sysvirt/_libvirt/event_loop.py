"""The C side of event loops: callbacks in whatever loop there is."""

from __future__ import annotations

from ctypes import c_int
from threading import Event
from typing import TYPE_CHECKING, Any, ClassVar

import libvirt

from sysvirt._libvirt import glib
from sysvirt._libvirt.functions import CALLBACKS, call, function, keep_for_ever
from sysvirt._libvirt.registration import Registration
from sysvirt.error import Error

if TYPE_CHECKING:
    from collections.abc import Callable


class _LoopRegistration(Registration):
    """A callback in the event loop of the process."""

    __slots__ = ()

    ADD: ClassVar[str]
    REMOVE: ClassVar[str]

    def take_back(self, result: int) -> None:
        call(self.REMOVE, result)


class _HandleRegistration(_LoopRegistration):
    """The callback of a watch."""

    __slots__ = ()

    ADD = "virEventAddHandle"
    REMOVE = "virEventRemoveHandle"


class _TimeoutRegistration(_LoopRegistration):
    """The callback of a timer."""

    __slots__ = ()

    ADD = "virEventAddTimeout"
    REMOVE = "virEventRemoveTimeout"


_handles: dict[int, Registration] = {}
_timeouts: dict[int, Registration] = {}


#: For a timer that never comes; libvirt-python's loop doesn't like NULL.
_NEVER = CALLBACKS["virEventTimeoutCallback"](lambda _timer, _opaque: None)
keep_for_ever(_NEVER)


def takes_timers() -> bool:
    """Whether anybody has registered an event loop in this process."""
    timer: int = function("virEventAddTimeout")(-1, _NEVER, None, None)
    if timer >= 0:
        function("virEventRemoveTimeout")(timer)
    return timer >= 0


def is_default() -> bool:
    """Whether libvirt's own event loop is that of the process.

    libvirt doesn't say which one is registered. Its own lives in the main loop of GLib: a timer
    that is due makes that one busy, or comes at once where another thread turns it.
    """
    came = Event()
    try:
        timer = add_timeout(0, lambda _timer: came.set())
    except Error:
        return False
    try:
        return glib.is_busy() or came.wait(0.2)
    finally:
        remove_timeout(timer)


def add_handle(fd: int, events: int, callback: Callable[..., Any]) -> int:
    """``virEventAddHandle``."""
    return _add(_handles, _HandleRegistration(None, callback, [c_int] * 3), fd, events)


def add_timeout(frequency: int, callback: Callable[..., Any]) -> int:
    """``virEventAddTimeout``."""
    return _add(_timeouts, _TimeoutRegistration(None, callback, [c_int]), frequency)


def _add(table: dict[int, Registration], made: _LoopRegistration, *arguments: int) -> int:
    # These functions may give -1 without an error; an older one must not be taken for it.
    libvirt.virResetLastError()
    try:
        number = made.give(function(made.ADD), *arguments)
        table[number] = made
    except BaseException:
        made.abandon()
        raise
    return number


def update_handle(watch: int, events: int) -> None:
    """``virEventUpdateHandle``, which can't fail."""
    function("virEventUpdateHandle")(watch, events)


def update_timeout(timer: int, frequency: int) -> None:
    """``virEventUpdateTimeout``, which can't fail."""
    function("virEventUpdateTimeout")(timer, frequency)


def remove_handle(watch: int) -> None:
    """``virEventRemoveHandle``."""
    _remove("virEventRemoveHandle", watch, _handles)


def remove_timeout(timer: int) -> None:
    """``virEventRemoveTimeout``."""
    _remove("virEventRemoveTimeout", timer, _timeouts)


def _remove(name: str, number: int, table: dict[int, Registration]) -> None:
    # As soon as it is removed, a loop may give the number away again.
    registration = table.pop(number, None)
    # As in _add: it may fail without an error.
    libvirt.virResetLastError()
    try:
        call(name, number)
    except BaseException:
        if registration:
            table[number] = registration
        raise
    if registration:
        registration.release()

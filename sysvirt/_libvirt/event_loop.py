"""The C side of event loops: callbacks in libvirt's loop, and loops in Python for libvirt."""

from __future__ import annotations

from _thread import _local
from ctypes import CDLL, c_int, c_void_p
from functools import partial
from threading import Event
from typing import TYPE_CHECKING, Any, ClassVar

import libvirt

from sysvirt._libvirt.callbacks import LoopTurn, call_back
from sysvirt._libvirt.functions import CALLBACKS, call, function, keep_for_ever
from sysvirt._libvirt.registration import Registration
from sysvirt.error import Error

if TYPE_CHECKING:
    from collections.abc import Callable

HANDLE = CALLBACKS["virEventHandleCallback"]
TIMEOUT = CALLBACKS["virEventTimeoutCallback"]
FREE = CALLBACKS["virFreeCallback"]

# Callbacks in whatever loop there is ---------------------------------------------------------


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
_NEVER = TIMEOUT(lambda _timer, _opaque: None)
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
        return bool(_glib_is_busy()) or came.wait(0.2)
    finally:
        remove_timeout(timer)


def _glib_is_busy() -> int:
    """``g_main_context_pending`` of the default context."""
    pending = CDLL("libglib-2.0.so.0").g_main_context_pending
    pending.argtypes = [c_void_p]
    busy: int = pending(None)
    return busy


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


# A loop in Python ----------------------------------------------------------------------------


class Watch:
    """A watch or timer that libvirt wants: C pointers, which are good until they are freed."""

    __slots__ = ("callback", "ff", "freed", "kind", "opaque")

    def __init__(self, kind: Any, callback: int, opaque: int | None, ff: int | None) -> None:
        self.kind = kind
        self.callback = callback
        self.opaque = opaque
        self.ff = ff
        self.freed = False

    def pointers(self) -> tuple[Pointer, Pointer | None, Pointer | None]:
        """The pointers as an implementation gets them."""
        opaque = None if self.opaque is None else Pointer(self, "opaque")
        return Pointer(self, "callback"), opaque, None if self.ff is None else Pointer(self, "ff")


class Pointer:
    """A C pointer in the hands of an implementation, who can only hand it on."""

    __slots__ = ("part", "watch")

    def __init__(self, watch: Watch, part: str) -> None:
        self.watch = watch
        self.part = part

    def __repr__(self) -> str:
        return f"<{self.part} of libvirt>"


def run(watch: Watch, values: tuple[int, ...]) -> None:
    """Call the C callback of a watch or timer."""
    _free_postponed()
    LoopTurn().run(watch.kind(watch.callback), *values, watch.opaque)


class _Removals(_local):
    """How many removals libvirt is waiting for in a thread, mostly one or none."""

    number = 0


_removals = _Removals()
#: What was freed during a removal.
_postponed: list[Watch] = []


def _free_postponed() -> None:
    while _postponed and not _removals.number:
        watch = _postponed.pop(0)
        LoopTurn().run(FREE(watch.ff or 0), watch.opaque)


def free(watch: Watch) -> None:
    """Free what belongs to a watch or timer; during a removal that comes later."""
    watch.freed = True
    # libvirt may hold a lock that freeing takes, so it would wait for itself.
    _postponed.append(watch)
    _free_postponed()


def register(loop: Any) -> None:
    """``virEventRegisterImpl``: ``loop`` has the six methods, which return numbers.

    The adding ones get the three pointers of a ``Watch`` last. What a method raises is a failure to
    libvirt, and reported as one of ``loop.implementation(name)``, the user's method.
    """

    def call_method(name: str, *values: Any) -> Any:
        return call_back(getattr(loop, name), *values, blame=loop.implementation(name))

    def add(name: str, *values: Any) -> int:
        result = call_method(name, *values)
        return -1 if result is None else max(result, -1)

    def remove(name: str, number: int) -> int:
        _removals.number += 1
        try:
            return 0 if call_method(name, number) == 0 else -1
        finally:
            _removals.number -= 1

    def add_handle(fd: int, events: int, cb: int, opaque: int | None, ff: int | None) -> int:
        return add("add_handle", fd, events, *Watch(HANDLE, cb, opaque, ff).pointers())

    def add_timeout(frequency: int, cb: int, opaque: int | None, ff: int | None) -> int:
        return add("add_timeout", frequency, *Watch(TIMEOUT, cb, opaque, ff).pointers())

    functions = (
        CALLBACKS["virEventAddHandleFunc"](add_handle),
        CALLBACKS["virEventUpdateHandleFunc"](partial(call_method, "update_handle")),
        CALLBACKS["virEventRemoveHandleFunc"](partial(remove, "remove_handle")),
        CALLBACKS["virEventAddTimeoutFunc"](add_timeout),
        CALLBACKS["virEventUpdateTimeoutFunc"](partial(call_method, "update_timeout")),
        CALLBACKS["virEventRemoveTimeoutFunc"](partial(remove, "remove_timeout")),
    )
    keep_for_ever(functions)
    function("virEventRegisterImpl")(*functions)

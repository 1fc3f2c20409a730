"""The C side of event loops: callbacks in libvirt's loop, and loops in Python for libvirt.

Loaded with ctypes by the first one who adds a callback or a loop.
"""

from __future__ import annotations

import ctypes
from _thread import _local
from typing import TYPE_CHECKING, Any

import libvirt

from sysvirt import arguments
from sysvirt.callbacks import Turn, guarded
from sysvirt.error import Error
from sysvirt.native import library
from sysvirt.registration import Registration, keep_for_ever, plainly

if TYPE_CHECKING:
    from collections.abc import Callable

#: ``virEventHandleCallback``, ``virEventTimeoutCallback`` and ``virFreeCallback``.
HANDLE = ctypes.CFUNCTYPE(None, ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_void_p)
TIMEOUT = ctypes.CFUNCTYPE(None, ctypes.c_int, ctypes.c_void_p)
FREE = ctypes.CFUNCTYPE(None, ctypes.c_void_p)

# Callbacks in whatever loop there is ---------------------------------------------------------

_handles: dict[int, Registration] = {}
_timeouts: dict[int, Registration] = {}


#: For a timer that never comes; libvirt-python's loop doesn't like NULL.
_NEVER = TIMEOUT(lambda _timer, _opaque: None)
keep_for_ever(_NEVER)


def loop_is_there() -> bool:
    """Whether anybody has registered an event loop in this process: whether it takes a timer."""
    timer: int = library().virEventAddTimeout(-1, _NEVER, None, None)
    return timer >= 0 and library().virEventRemoveTimeout(timer) == 0


def add_handle(fd: int, events: int, callback: Callable[..., Any]) -> int:
    """``virEventAddHandle``."""
    made = Registration(None, callback, [ctypes.c_int] * 3, plainly)
    watch = made.give(lambda *ours: _checked("virEventAddHandle", fd, events, *ours))
    _handles[watch] = made
    return watch


def add_timeout(frequency: int, callback: Callable[..., Any]) -> int:
    """``virEventAddTimeout``."""
    made = Registration(None, callback, [ctypes.c_int], plainly)
    timer = made.give(lambda *ours: _checked("virEventAddTimeout", frequency, *ours))
    _timeouts[timer] = made
    return timer


def update_handle(watch: int, events: int) -> None:
    """``virEventUpdateHandle``, which can't fail."""
    library().virEventUpdateHandle(watch, events)


def update_timeout(timer: int, frequency: int) -> None:
    """``virEventUpdateTimeout``, which can't fail."""
    library().virEventUpdateTimeout(timer, frequency)


def remove_handle(watch: int) -> None:
    """``virEventRemoveHandle``."""
    _remove("virEventRemoveHandle", watch, _handles)


def remove_timeout(timer: int) -> None:
    """``virEventRemoveTimeout``."""
    _remove("virEventRemoveTimeout", timer, _timeouts)


def _remove(function: str, number: int, known: dict[int, Registration]) -> None:
    # As soon as it is removed, a loop may give the number away again.
    registration = known.pop(number, None)
    try:
        _checked(function, number)
    except Error:
        if registration:
            known[number] = registration
        raise
    if registration:
        registration.release()


def _checked(function: str, *values: Any) -> int:
    # These functions may give -1 without an error; an older one must not be taken for it.
    libvirt.virResetLastError()
    result: int = getattr(library(), function)(*values)
    if result < 0:
        raise Error(f"{function}() failed")
    return result


# A loop in Python ----------------------------------------------------------------------------


class _Watch:
    """A watch or timer that libvirt wants: C pointers, which are good until they are freed."""

    __slots__ = ("callback", "ff", "freed", "kind", "opaque")

    def __init__(self, kind: Any, callback: int, opaque: int | None, ff: int | None) -> None:
        self.kind = kind
        self.callback = callback
        self.opaque = opaque
        self.ff = ff
        self.freed = False

    def parts(self) -> tuple[Given, Given | None, Given | None]:
        """The pointers as an implementation gets them."""
        opaque = None if self.opaque is None else Given(self, "opaque")
        return Given(self, "callback"), opaque, None if self.ff is None else Given(self, "ff")


class Given:
    """A C pointer in the hands of an implementation, who can only hand it on."""

    __slots__ = ("_part", "_watch")

    def __init__(self, watch: _Watch, part: str) -> None:
        self._watch = watch
        self._part = part

    def __repr__(self) -> str:
        return f"<{self._part} of libvirt>"


def _watch_of(given: object, part: str, name: str, wanted: str) -> _Watch:
    if isinstance(given, Given) and given._part == part:
        if given._watch.freed:
            raise ValueError(f"{name} was freed before")
        return given._watch
    raise arguments.wrong_type(given, name, wanted)


def run(kind: Any, values: tuple[int, ...], cb: object, opaque: object) -> None:
    """Call a C callback that ``add_handle`` or ``add_timeout`` of an implementation got."""
    wanted = "what add_handle got" if kind is HANDLE else "what add_timeout got"
    watch = _watch_of(cb, "callback", "cb", wanted)
    if watch.kind is not kind:
        raise ValueError(f"cb must be {wanted}")
    if watch.opaque is not None and _watch_of(opaque, "opaque", "opaque", wanted) is not watch:
        raise ValueError("opaque must be what came together with cb")
    _free_postponed()
    with Turn():
        kind(watch.callback)(*values, watch.opaque)


class _Removing(_local):
    """How many removals libvirt is waiting for in a thread, mostly one or none."""

    number = 0


_removing = _Removing()
#: What was freed during a removal.
_postponed: list[_Watch] = []


def _free_postponed() -> None:
    while _postponed and not _removing.number:
        _free(_postponed.pop(0))


def _free(watch: _Watch) -> None:
    with Turn():
        FREE(watch.ff or 0)(watch.opaque)


def free(ff: object, opaque: object) -> None:
    """Free what belongs to a watch or timer; during a removal that comes later."""
    if ff is None or opaque is None:
        return
    watch = _watch_of(ff, "ff", "ff", "what came with a callback")
    if _watch_of(opaque, "opaque", "opaque", "what came with a callback") is not watch:
        raise ValueError("opaque must be what came together with ff")
    watch.freed = True
    # libvirt may hold a lock that freeing takes, so it would wait for itself.
    _postponed.append(watch)
    _free_postponed()


def register(impl: Any) -> None:
    """``virEventRegisterImpl``."""

    def told(name: str, *values: Any) -> Any:
        method = getattr(impl, name)
        return guarded(method, *values)

    def number(name: str, *values: Any) -> int:
        def checked() -> int:
            return arguments.cint(getattr(impl, name)(*values), f"the result of {name}")

        result = guarded(checked, blame=getattr(impl, name))
        return -1 if result is None else max(result, -1)

    def removed(name: str, which: int) -> int:
        def checked() -> int:
            result = getattr(impl, name)(which)
            return 0 if result is None else arguments.cint(result, f"the result of {name}")

        _removing.number += 1
        try:
            result = guarded(checked, blame=getattr(impl, name))
        finally:
            _removing.number -= 1
        return 0 if result == 0 else -1

    def add_handle(fd: int, events: int, cb: int, opaque: int | None, ff: int | None) -> int:
        return number("add_handle", fd, events, *_Watch(HANDLE, cb, opaque, ff).parts())

    def add_timeout(frequency: int, cb: int, opaque: int | None, ff: int | None) -> int:
        return number("add_timeout", frequency, *_Watch(TIMEOUT, cb, opaque, ff).parts())

    pointer = ctypes.c_void_p
    functions = (
        ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int, ctypes.c_int, pointer, pointer, pointer)(
            add_handle
        ),
        ctypes.CFUNCTYPE(None, ctypes.c_int, ctypes.c_int)(
            lambda watch, events: told("update_handle", watch, events)
        ),
        ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int)(lambda watch: removed("remove_handle", watch)),
        ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int, pointer, pointer, pointer)(add_timeout),
        ctypes.CFUNCTYPE(None, ctypes.c_int, ctypes.c_int)(
            lambda timer, frequency: told("update_timeout", timer, frequency)
        ),
        ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int)(
            lambda timer: removed("remove_timeout", timer)
        ),
    )
    keep_for_ever(functions)
    library().virEventRegisterImpl(*functions)

"""Event loops in Python, for libvirt: an implementation's methods as C functions."""

from __future__ import annotations

from _thread import _local
from functools import partial
from typing import TYPE_CHECKING, Any

from sysvirt._libvirt.callbacks import LoopTurn, report
from sysvirt._libvirt.functions import CALLBACKS, function, keep_for_ever
from sysvirt._libvirt.interrupts import enter, raise_afterwards

if TYPE_CHECKING:
    from collections.abc import Callable

HANDLE = CALLBACKS["virEventHandleCallback"]
TIMEOUT = CALLBACKS["virEventTimeoutCallback"]
FREE = CALLBACKS["virFreeCallback"]


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


class _Entries:
    """What libvirt calls, and what becomes of it: a method of the loop is called.

    What it raises is a failure to libvirt, and reported; what is to end the program comes out of
    the call that libvirt is in.
    """

    def __init__(self, loop: Any) -> None:
        self._loop = loop

    def call(self, name: str, *values: Any) -> Any:
        """Call a method; ``None`` for one that fails."""
        try:
            return getattr(self._loop, name)(*values)
        except Exception as error:  # noqa: BLE001 - whatever a user's method raises
            report(error, self._loop.implementation(name))
        return None

    def _add(self, name: str, watch: Watch, *values: int) -> int:
        number = -1
        try:
            result = self.call(name, *values, *watch.pointers())
            number = -1 if result is None else max(result, -1)
        finally:
            # Then libvirt frees itself what belongs to it, whatever the loop keeps of it.
            watch.freed = number < 0
        return number

    def add_handle(self, fd: int, events: int, cb: int, opaque: int | None, ff: int | None) -> int:
        return self._add("add_handle", Watch(HANDLE, cb, opaque, ff), fd, events)

    def add_timeout(self, frequency: int, cb: int, opaque: int | None, ff: int | None) -> int:
        return self._add("add_timeout", Watch(TIMEOUT, cb, opaque, ff), frequency)

    def remove(self, name: str, number: int) -> int:
        _removals.number += 1
        try:
            return 0 if self.call(name, number) == 0 else -1
        finally:
            _removals.number -= 1


#: What was to be added isn't added again: nobody knows which number libvirt took for the answer.
_ADDING = ("virEventAddHandleFunc", "virEventAddTimeoutFunc")


def _skip(*values: Any) -> None:
    """What is called again in place of what must not be."""


def register(loop: Any) -> None:
    """``virEventRegisterImpl``: ``loop`` has the six methods, which return numbers.

    The adding ones get the three pointers of a ``Watch`` last. ``loop.implementation(name)`` is the
    user's method, which a report names.
    """
    entries = _Entries(loop)
    functions: dict[str, Callable[..., Any]] = {
        "virEventAddHandleFunc": entries.add_handle,
        "virEventUpdateHandleFunc": partial(entries.call, "update_handle"),
        "virEventRemoveHandleFunc": partial(entries.remove, "remove_handle"),
        "virEventAddTimeoutFunc": entries.add_timeout,
        "virEventUpdateTimeoutFunc": partial(entries.call, "update_timeout"),
        "virEventRemoveTimeoutFunc": partial(entries.remove, "remove_timeout"),
    }
    c_functions = [
        CALLBACKS[name](partial(enter, each, _skip if name in _ADDING else each))
        for name, each in functions.items()
    ]
    keep_for_ever(c_functions)
    raise_afterwards()
    function("virEventRegisterImpl")(*c_functions)

"""``Sys.Virt.EventImpl``: what an event loop of your own has to be able to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sysvirt import _libvirt
from sysvirt._core import arguments

if TYPE_CHECKING:
    from sysvirt._libvirt.python_loop import Pointer, Watch

#: What an event loop has to override.
METHODS = (
    "add_handle",
    "update_handle",
    "remove_handle",
    "add_timeout",
    "update_timeout",
    "remove_timeout",
)


class EventImpl:
    """An event loop that libvirt is to use: subclass it, and override the six public methods.

    libvirt calls them; ``Sys.Virt.Event.register`` makes it do so. ``callback``, ``opaque`` and
    ``ff`` are handed on to the helpers below and are of no other use; ``opaque`` and ``ff`` may
    be ``None``. What a method raises goes to ``sys.unraisablehook`` and is a failure to libvirt.

    >>> from itertools import count
    >>> class Loop(Sys.Virt.EventImpl):
    ...     def __init__(self):
    ...         self.numbers, self.watches, self.timers, self.removed = count(1), {}, {}, []
    ...     def add_handle(self, fd, events, callback, opaque, ff):
    ...         self.watches[number := next(self.numbers)] = [fd, events, callback, opaque, ff]
    ...         return number
    ...     def update_handle(self, watch, events):
    ...         self.watches[watch][1] = events
    ...     def remove_handle(self, watch):
    ...         self.removed.append(self.watches.pop(watch))
    ...     def add_timeout(self, frequency, callback, opaque, ff):
    ...         self.timers[number := next(self.numbers)] = [frequency, callback, opaque, ff]
    ...         return number
    ...     def update_timeout(self, timer, frequency):
    ...         self.timers[timer][0] = frequency
    ...     def remove_timeout(self, timer):
    ...         self.removed.append(self.timers.pop(timer))
    >>> loop = Loop()
    >>> Sys.Virt.Event.register(loop)  # doctest: +SKIP

    What then turns the loop waits for its watches and timers, and calls the helpers for those
    that are due.

    Perl: ``Sys::Virt::EventImpl``.
    """

    def add_handle(
        self, fd: int, events: int, callback: Pointer, opaque: Pointer | None, ff: Pointer | None
    ) -> int:
        """Watch a file descriptor for ``events``, some of ``Event.HANDLE_*``.

        When one of them comes, and on ``HANDLE_ERROR`` and ``HANDLE_HANGUP`` in any case, call
        ``self._run_handle_callback``. The result is a number for the watch, or -1.

        >>> class Loop(Sys.Virt.EventImpl):
        ...     watches = {}
        ...     def add_handle(self, fd, events, callback, opaque, ff):
        ...         self.watches[len(self.watches)] = fd, events, callback, opaque, ff
        ...         return len(self.watches) - 1
        >>> Loop().add_handle(0, Sys.Virt.Event.HANDLE_READABLE, None, None, None)
        0

        Rests on: ``virEventRegisterImpl``. Perl: ``add_handle``.
        """
        raise self._missing("add_handle")

    def update_handle(self, watch_id: int, events: int) -> None:
        """Watch for other ``events`` from now on; 0 means none.

        >>> class Loop(Sys.Virt.EventImpl):
        ...     watches = {1: Sys.Virt.Event.HANDLE_READABLE}
        ...     def update_handle(self, watch_id, events):
        ...         self.watches[watch_id] = events
        >>> Loop().update_handle(1, Sys.Virt.Event.HANDLE_WRITABLE)

        Rests on: ``virEventRegisterImpl``. Perl: ``update_handle``.
        """
        raise self._missing("update_handle")

    def remove_handle(self, watch_id: int) -> int:
        """Watch no more. The result is 0, or -1 for a failure; nothing counts as 0.

        After this method has returned, call ``self._free_callback_opaque``: at the next turn of
        the loop, say. Without it the connection can't be freed.

        >>> class Loop(Sys.Virt.EventImpl):
        ...     watches, removed = {1: Sys.Virt.Event.HANDLE_READABLE}, []
        ...     def remove_handle(self, watch_id):
        ...         self.removed.append(self.watches.pop(watch_id))
        >>> Loop().remove_handle(1)

        Rests on: ``virEventRegisterImpl``. Perl: ``remove_handle``.
        """
        raise self._missing("remove_handle")

    def add_timeout(
        self, frequency: int, callback: Pointer, opaque: Pointer | None, ff: Pointer | None
    ) -> int:
        """Call ``self._run_timeout_callback`` every ``frequency`` milliseconds.

        0 means at every turn of the loop, -1 not at all until an update. The result is a number
        for the timer, or -1.

        >>> class Loop(Sys.Virt.EventImpl):
        ...     timers = {}
        ...     def add_timeout(self, frequency, callback, opaque, ff):
        ...         self.timers[len(self.timers)] = frequency, callback, opaque, ff
        ...         return len(self.timers) - 1
        >>> Loop().add_timeout(500, None, None, None)
        0

        Rests on: ``virEventRegisterImpl``. Perl: ``add_timeout``.
        """
        raise self._missing("add_timeout")

    def update_timeout(self, timer_id: int, frequency: int) -> None:
        """Give a timer another ``frequency``.

        >>> class Loop(Sys.Virt.EventImpl):
        ...     timers = {1: 500}
        ...     def update_timeout(self, timer_id, frequency):
        ...         self.timers[timer_id] = frequency
        >>> Loop().update_timeout(1, -1)

        Rests on: ``virEventRegisterImpl``. Perl: ``update_timeout``.
        """
        raise self._missing("update_timeout")

    def remove_timeout(self, timer_id: int) -> int:
        """Remove a timer. The result is 0, or -1 for a failure; nothing counts as 0.

        As after ``remove_handle``, ``self._free_callback_opaque`` is to be called later.

        >>> class Loop(Sys.Virt.EventImpl):
        ...     timers, removed = {1: 500}, []
        ...     def remove_timeout(self, timer_id):
        ...         self.removed.append(self.timers.pop(timer_id))
        >>> Loop().remove_timeout(1)

        Rests on: ``virEventRegisterImpl``. Perl: ``remove_timeout``.
        """
        raise self._missing("remove_timeout")

    def _run_handle_callback(
        self, watch_id: int, fd: int, events: int, cb: Pointer, opaque: Pointer | None
    ) -> None:
        """Tell libvirt that ``events`` came on a watch's file descriptor.

        ``KeyboardInterrupt``, ``SystemExit`` and the like come out of it when a callback that
        libvirt then calls raises them.

        >>> readable = Sys.Virt.Event.HANDLE_READABLE
        >>> watch = Sys.Virt.Event.add_handle(0, readable, print)  # doctest: +SKIP
        >>> fd, events, callback, opaque, ff = loop.watches[watch]  # doctest: +SKIP
        >>> loop._run_handle_callback(watch, fd, readable, callback, opaque)  # doctest: +SKIP
        1 0 1

        Rests on: ``virEventHandleCallback``. Perl: ``_run_handle_callback``.
        """
        values = (
            arguments.cint(watch_id, "watch_id"),
            arguments.cint(fd, "fd"),
            arguments.cint(events, "events"),
        )
        wanted = "what add_handle got"
        watch = _find_watch(_libvirt.python_loop.HANDLE, cb, opaque, wanted)
        _libvirt.python_loop.run(watch, values)

    def _run_timeout_callback(self, timer_id: int, cb: Pointer, opaque: Pointer | None) -> None:
        """Tell libvirt that a timer's time has come.

        >>> timer = Sys.Virt.Event.add_timeout(500, print)  # doctest: +SKIP
        >>> frequency, callback, opaque, ff = loop.timers[timer]  # doctest: +SKIP
        >>> loop._run_timeout_callback(timer, callback, opaque)  # doctest: +SKIP
        1

        Rests on: ``virEventTimeoutCallback``. Perl: ``_run_timeout_callback``.
        """
        values = (arguments.cint(timer_id, "timer_id"),)
        wanted = "what add_timeout got"
        watch = _find_watch(_libvirt.python_loop.TIMEOUT, cb, opaque, wanted)
        _libvirt.python_loop.run(watch, values)

    def _free_callback_opaque(self, ff: Pointer | None, opaque: Pointer | None) -> None:
        """Let libvirt free what belongs to a watch or timer that was removed.

        To be called once for each, and after ``remove_handle`` and ``remove_timeout``: libvirt
        may hold locks there, so that what is freed inside is really freed with the next callback.

        >>> Sys.Virt.EventImpl()._free_callback_opaque(None, None)

        Rests on: ``virFreeCallback``. Perl: ``_free_callback_opaque``.
        """
        if ff is None or opaque is None:
            return
        watch = _watch_of(ff, "ff", "ff", "what came with a callback")
        if _watch_of(opaque, "opaque", "opaque", "what came with a callback") is not watch:
            raise ValueError("opaque must be what came together with ff")
        _libvirt.python_loop.free(watch)

    def _missing(self, method: str) -> TypeError:
        return TypeError(f"{type(self).__name__} must override {method}")


def check_complete(impl: object, base: type) -> None:
    """Check that a loop overrides all that is to be overridden: libvirt could only fail later."""
    missing = [name for name in METHODS if getattr(type(impl), name) is getattr(base, name)]
    if missing:
        raise TypeError(f"impl must override {', '.join(missing)}")


def _watch_of(pointer: object, part: str, name: str, wanted: str) -> Watch:
    """The watch or timer that a pointer in the hands of an implementation belongs to."""
    if isinstance(pointer, _libvirt.python_loop.Pointer) and pointer.part == part:
        if pointer.watch.freed:
            raise ValueError(f"{name} was freed before")
        return pointer.watch
    raise arguments.wrong_type(pointer, name, wanted)


def _find_watch(kind: Any, cb: object, opaque: object, wanted: str) -> Watch:
    """The watch or timer of a kind that a callback and its data belong to."""
    watch = _watch_of(cb, "callback", "cb", wanted)
    if watch.kind is not kind:
        raise ValueError(f"cb must be {wanted}")
    if watch.opaque is not None and _watch_of(opaque, "opaque", "opaque", wanted) is not watch:
        raise ValueError("opaque must be what came together with cb")
    return watch


class Loop:
    """A user's event loop as libvirt calls it: what its methods return is checked."""

    def __init__(self, impl: Any) -> None:
        self._impl = impl

    def implementation(self, name: str) -> Any:
        """The user's method."""
        return getattr(self._impl, name)

    def _number(self, name: str, *values: Any) -> int:
        return arguments.cint(self.implementation(name)(*values), f"the result of {name}")

    def _success(self, name: str, which: int) -> int:
        result = self.implementation(name)(which)
        return 0 if result is None else arguments.cint(result, f"the result of {name}")

    def add_handle(self, fd: int, events: int, *pointers: Pointer | None) -> int:
        """Watch a file descriptor; the result is the watch's number."""
        return self._number("add_handle", fd, events, *pointers)

    def add_timeout(self, frequency: int, *pointers: Pointer | None) -> int:
        """Add a timer; the result is its number."""
        return self._number("add_timeout", frequency, *pointers)

    def update_handle(self, watch: int, events: int) -> None:
        """Change what a watch waits for."""
        self.implementation("update_handle")(watch, events)

    def update_timeout(self, timer: int, frequency: int) -> None:
        """Change a timer's frequency."""
        self.implementation("update_timeout")(timer, frequency)

    def remove_handle(self, watch: int) -> int:
        """Remove a watch; the result is 0 for success."""
        return self._success("remove_handle", watch)

    def remove_timeout(self, timer: int) -> int:
        """Remove a timer; the result is 0 for success."""
        return self._success("remove_timeout", timer)

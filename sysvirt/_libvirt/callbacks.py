"""What stands between libvirt and a user's callback: its faults go no further.

An exception in a callback has no caller to go to, since libvirt called it. It is reported by
``sys.unraisablehook``, as Python does with one in ``__del__``. Only what is meant to end the
program (``KeyboardInterrupt``, ``SystemExit`` and the like) is kept, and comes out of the call
that let the event loop turn.
"""

from __future__ import annotations

import sys
from _thread import _local, get_ident
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    _R = TypeVar("_R")


class _Thread(_local):
    """The turn of an event loop that a thread is in."""

    turn: LoopTurn | None = None


_thread = _Thread()

#: What is called with the traceback of an exception that a turn keeps, and that was raised before
#: what libvirt called had begun: see :mod:`sysvirt._libvirt.interrupts`.
when_kept: list[Callable[[Any], None]] = []


def _is_in_main_thread() -> bool:
    """Whether signal handlers run in this thread."""
    # Few programs let a loop turn, and the import takes its time.
    from threading import main_thread

    return get_ident() == main_thread().ident


class LoopTurn:
    """A turn of an event loop: what a callback raises to end the program comes out of it.

    ``LoopTurn().run(function, …)`` stands around every call that may run callbacks, those of a loop
    or any other.

    A signal handler may raise at the very first step of a callback, before anything can catch it,
    or in an object that is freed. Python reports that by its hooks and goes on. So in the main
    thread, where signal handlers run, the hooks are ours during a turn.
    """

    __slots__ = ("_around", "_error", "_hooks", "_thread")

    def __init__(self) -> None:
        self._error: BaseException | None = None
        self._around: LoopTurn | None = None
        self._hooks: tuple[Any, Any] | None = None
        self._thread = get_ident()

    def run(self, function: Callable[..., _R], *arguments: Any) -> _R:
        """Call a function of libvirt's, and raise what came up meanwhile."""
        try:
            self._begin()
            return function(*arguments)
        finally:
            try:
                self._end()
            finally:
                # The first one may have been interrupted before its first step.
                self._end()
            self._raise()

    def _begin(self) -> None:
        self._around = _thread.turn
        _thread.turn = self
        if _is_in_main_thread():
            self._hooks = sys.unraisablehook, sys.excepthook
            sys.unraisablehook, sys.excepthook = self._report_unraisable, self._report_uncaught

    def _end(self) -> None:
        if _thread.turn is self:
            _thread.turn = self._around
        if self._hooks is not None:
            # Unless a callback has put in one of its own.
            if sys.unraisablehook == self._report_unraisable:
                sys.unraisablehook = self._hooks[0]
            if sys.excepthook == self._report_uncaught:
                sys.excepthook = self._hooks[1]

    def _raise(self) -> None:
        error, self._error = self._error, None
        if error is not None:
            try:
                raise error
            finally:
                # Its traceback leads here: no circle, which only the collector would free.
                del error

    def _report_unraisable(self, arguments: Any) -> None:
        if self._hooks is None:
            return
        if not self._takes(arguments.exc_value):
            self._hooks[0](arguments)
            return
        for each in when_kept:
            each(arguments.exc_traceback)

    def _report_uncaught(self, kind: Any, error: BaseException, traceback: Any) -> None:
        if self._hooks and not self._takes(error):
            self._hooks[1](kind, error, traceback)

    def _takes(self, error: BaseException | None) -> bool:
        """Keep what is meant to end the program, and was raised in the thread of this turn."""
        if isinstance(error, Exception) or get_ident() != self._thread:
            return False
        return self.keep(error)

    def keep(self, error: BaseException | None) -> bool:
        """Keep an exception until the end; only the first of a turn can be raised."""
        if error is None or self._error is not None:
            return False
        self._error = error
        return True


def call_back(function: Callable[..., Any], *arguments: Any, blame: object = None) -> Any:
    """Call a user's function; what it raises harms nobody else.

    ``blame`` is what a report names, where ``function`` only leads to it.
    """
    try:
        return function(*arguments)
    except Exception as error:  # noqa: BLE001 - whatever a user's function raises
        report(error, function if blame is None else blame)
    except BaseException as error:  # noqa: BLE001 - comes out of the turn
        if not keep(error):
            report(error, function if blame is None else blame)
    return None


def keep(error: BaseException) -> bool:
    """Let an exception come out of the turn that this thread is in, if there is one."""
    turn = _thread.turn
    return turn is not None and turn.keep(error)


def report(error: BaseException, callback: object) -> None:
    """Report a callback's exception, which has nobody to go to, by ``sys.unraisablehook``."""
    message = "Exception ignored in a callback"
    arguments = _hook_arguments()((type(error), error, error.__traceback__, message, callback))
    try:
        sys.unraisablehook(arguments)
    except Exception:  # noqa: BLE001 - a hook's own fault must not get at libvirt either
        sys.__unraisablehook__(arguments)
    except BaseException as fatal:  # a hook may be meant to end the program
        if not keep(fatal):
            sys.__unraisablehook__(arguments)
            raise


@cache
def _hook_arguments() -> Any:
    """The type of what the hook gets.

    Python's own hook takes no other, and only a report leads to it: so one is provoked.
    """
    reports: list[Any] = []
    hook, sys.unraisablehook = sys.unraisablehook, reports.append
    try:
        _Broken()
    finally:
        sys.unraisablehook = hook
    mine, *others = sorted(reports, key=lambda each: each.exc_type is not _Provoked)
    # Another thread may have had something to report meanwhile.
    for each in others:
        hook(each)
    return type(mine)


class _Provoked(Exception):
    """What is reported in order to see the report."""


class _Broken:
    """What fails when it is freed."""

    def __del__(self) -> None:
        raise _Provoked

"""What stands between libvirt and a user's callback: its faults go no further.

An exception in a callback has no caller to go to, since libvirt called it. It is reported by
``sys.unraisablehook``, as Python does with one in ``__del__``. Only what is meant to end the
program (``KeyboardInterrupt``, ``SystemExit`` and the like) is kept, and comes out of the call
that let the event loop turn.
"""

from __future__ import annotations

import sys
from _thread import _local
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


class _Thread(_local):
    """The turn of an event loop that a thread is in."""

    turn: LoopTurn | None = None


_thread = _Thread()


class LoopTurn:
    """A turn of an event loop: what a callback raises to end the program comes out of it.

    ``with LoopTurn(): ...`` stands around every call that may run callbacks.
    """

    __slots__ = ("_around", "_error")

    def __enter__(self) -> None:
        self._error: BaseException | None = None
        self._around = _thread.turn
        _thread.turn = self

    def __exit__(self, kind: object, error: object, traceback: object) -> None:
        _thread.turn = self._around
        kept, self._error = self._error, None
        if kept is not None:
            try:
                raise kept
            finally:
                # Its traceback leads here: no circle, which only the collector would free.
                del kept

    def keep(self, error: BaseException) -> bool:
        """Keep an exception until the end; only the first of a turn can be raised."""
        if self._error is not None:
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
        if not _keep(error):
            report(error, function if blame is None else blame)
    return None


def _keep(error: BaseException) -> bool:
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
    except BaseException as fatal:  # noqa: BLE001 - a hook may be meant to end the program
        if not _keep(fatal):
            sys.__unraisablehook__(arguments)


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

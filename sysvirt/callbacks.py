"""What stands between libvirt and a user's callback: its faults go no further.

An exception in a callback has no caller to go to, since libvirt called it. It is reported by
``sys.unraisablehook``, as Python does with one in ``__del__``. Only what is meant to end the
program (``KeyboardInterrupt``, ``SystemExit`` and the like) is kept, and comes out of the call
that let the event loop turn.
"""

from __future__ import annotations

import sys
from _thread import _local
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


class _Turning(_local):
    """The turn of an event loop that a thread is in."""

    turn: Turn | None = None


_thread = _Turning()


class Turn:
    """A turn of an event loop: what a callback raises to end the program comes out of it.

    ``with Turn(): ...`` stands around every call that may run callbacks.
    """

    __slots__ = ("_around", "_error")

    def __enter__(self) -> None:
        self._error: BaseException | None = None
        self._around = _thread.turn
        _thread.turn = self

    def __exit__(self, kind: object, error: object, traceback: object) -> None:
        _thread.turn = self._around
        if self._error is not None:
            raise self._error

    def keep(self, error: BaseException) -> bool:
        """Take an exception in; only the first of a turn can be raised."""
        if self._error is not None:
            return False
        self._error = error
        return True


def report(error: BaseException, callback: object) -> None:
    """Report a callback's exception, which has nobody to go to, by ``sys.unraisablehook``."""
    told = _unraisable(error, callback)
    try:
        sys.unraisablehook(told)
    except Exception:
        sys.__unraisablehook__(told)


def _unraisable(error: BaseException, callback: object) -> sys.UnraisableHookArgs:
    """What the hook wants; Python's own hook takes nothing but Python's own type."""
    for cls in tuple.__subclasses__():
        if cls.__name__ == "UnraisableHookArgs":
            break
    message = "Exception ignored in a callback"
    fields = (type(error), error, error.__traceback__, message, callback)
    return cls(fields)  # type: ignore[return-value]


def guarded(function: Callable[..., Any], *arguments: Any, blame: object = None) -> Any:
    """Call a user's function; what it raises harms nobody else.

    ``blame`` is what a report names, where ``function`` only leads to it.
    """
    try:
        return function(*arguments)
    except Exception as error:
        report(error, blame or function)
    except BaseException as error:
        turn = _thread.turn
        if turn is None or not turn.keep(error):
            report(error, blame or function)
    return None

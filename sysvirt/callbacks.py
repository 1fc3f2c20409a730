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
        kept, self._error = self._error, None
        if kept is not None:
            try:
                raise kept
            finally:
                # Its traceback leads here: no circle, which only the collector would free.
                del kept

    def keep(self, error: BaseException) -> bool:
        """Take an exception in; only the first of a turn can be raised."""
        if self._error is not None:
            return False
        self._error = error
        return True


def report(error: BaseException, callback: object) -> None:
    """Report a callback's exception, which has nobody to go to, by ``sys.unraisablehook``."""
    message = "Exception ignored in a callback"
    told = _told()((type(error), error, error.__traceback__, message, callback))
    try:
        sys.unraisablehook(told)
    except Exception:  # noqa: BLE001 - a hook's own fault must not get at libvirt either
        sys.__unraisablehook__(told)
    except BaseException as fatal:  # noqa: BLE001 - a hook may be meant to end the program
        if not _kept(fatal):
            sys.__unraisablehook__(told)


def _told() -> Any:
    """The type that the hook gets. Python's own hook takes no other, and nothing leads to it."""
    return next(c for c in tuple.__subclasses__() if c.__name__ == "UnraisableHookArgs")


def guarded(function: Callable[..., Any], *arguments: Any, blame: object = None) -> Any:
    """Call a user's function; what it raises harms nobody else.

    ``blame`` is what a report names, where ``function`` only leads to it.
    """
    blamed = function if blame is None else blame
    try:
        return function(*arguments)
    except Exception as error:  # noqa: BLE001 - whatever a user's function raises
        report(error, blamed)
    except BaseException as error:  # noqa: BLE001 - comes out of the turn
        if not _kept(error):
            report(error, blamed)
    return None


def _kept(error: BaseException) -> bool:
    """Whether an exception comes out of the turn that this thread is in."""
    turn = _thread.turn
    return turn is not None and turn.keep(error)

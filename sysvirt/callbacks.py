"""What stands between libvirt and a user's callback."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


class _Unraisable:
    """What ``sys.unraisablehook`` wants to know."""

    __slots__ = ("err_msg", "exc_traceback", "exc_type", "exc_value", "object")

    def __init__(self, error: BaseException, callback: object) -> None:
        self.exc_type = type(error)
        self.exc_value = error
        self.exc_traceback = error.__traceback__
        self.err_msg = "Exception ignored in a callback"
        self.object = callback


def report(error: BaseException, callback: object) -> None:
    """Report a callback's exception, which has nobody to go to, by ``sys.unraisablehook``."""
    sys.unraisablehook(_Unraisable(error, callback))  # type: ignore[arg-type]


def guarded(callback: Callable[..., Any], *arguments: Any) -> Any:
    """Call a user's callback; what it raises is reported and harms nobody else."""
    try:
        return callback(*arguments)
    except BaseException as error:
        report(error, callback)
        return None

"""What a signal handler raises inside a libvirt call comes out of that call.

libvirt uses an event loop written in Python in the middle of ordinary calls, too: it changes its
watches. Python runs the handlers of signals there, and what one raises (``KeyboardInterrupt``, say)
would have libvirt for its caller: Python can only report it by ``sys.unraisablehook``. So once
such a loop is registered that hook is ours: it has the exception raised anew as soon as libvirt
returns, and leaves all else to the hook that was there.
"""

from __future__ import annotations

import _ctypes
import sys
import threading
from functools import partial
from typing import TYPE_CHECKING, Any

from sysvirt._libvirt.finalizers import Object, add_finalizer, python

if TYPE_CHECKING:
    from collections.abc import Callable


class _UnsignedLong(_ctypes._SimpleCData):  # type: ignore[type-arg]
    _type_ = "L"


class _SetAsyncExc(_ctypes.CFuncPtr):
    """``int PyThreadState_SetAsyncExc(unsigned long id, PyObject *exc)``."""

    _flags_ = _ctypes.FUNCFLAG_CDECL | _ctypes.FUNCFLAG_PYTHONAPI
    _restype_ = None
    _argtypes_ = (_UnsignedLong, Object)


_set_async_exc = _SetAsyncExc(_ctypes.dlsym(python, "PyThreadState_SetAsyncExc"))


class _Raiser(int):
    """Has an exception raised in the main thread at its next step in Python, when this goes.

    It goes when nobody needs it any more: as a local variable when its function is over, as a
    result when C has read the number. Neither is a step in Python.
    """

    kind: type[BaseException]


add_finalizer(_Raiser, partial(_set_async_exc, threading.main_thread().ident), "kind")


def _raise_later(error: BaseException, result: int = 0) -> _Raiser:
    raiser = _Raiser(result)
    # Python makes the exception by calling a class, which may well give one that exists.
    give = staticmethod(partial(next, iter([error])))
    raiser.kind = type("Interruption", (BaseException,), {"__new__": give})
    return raiser


def _ends_program(error: BaseException | None) -> bool:
    """Whether it is to come out of the call: signal handlers run in the main thread."""
    in_main_thread = threading.current_thread() is threading.main_thread()
    return in_main_thread and not isinstance(error, Exception)


def enter(function: Callable[..., int | None], *values: Any) -> int | None:
    """Call a function of the loop, for libvirt: each by this one. What ends it is a failure."""
    try:
        return function(*values)
    except BaseException as error:
        if not _ends_program(error):
            raise
        return _raise_later(error, -1)


class _Hook:
    """What stands in for ``sys.unraisablehook``: for what comes before ``enter`` has begun."""

    def __init__(self, make_up: Callable[..., object]) -> None:
        self._make_up = make_up
        self._program = sys.unraisablehook

    def __call__(self, arguments: Any) -> None:
        traceback = arguments.exc_traceback
        is_ours = traceback is not None and traceback.tb_frame.f_code is enter.__code__
        if not is_ours or not _ends_program(arguments.exc_value):
            self._program(arguments)
            return
        _raiser = _raise_later(arguments.exc_value)
        entered = traceback.tb_frame.f_locals
        self._make_up(entered["function"], *entered["values"])


def raise_afterwards(make_up: Callable[..., object]) -> None:
    """Have what ends a program come out of the call from now on.

    ``make_up`` is called with a function that was to be entered and wasn't, and its values.
    """
    sys.unraisablehook = _Hook(make_up)

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
from _thread import get_ident
from contextlib import suppress
from functools import partial
from operator import call
from typing import TYPE_CHECKING, Any

from sysvirt._libvirt.callbacks import keep, when_kept
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

    act: Callable[[], object]


add_finalizer(_Raiser, call, "act")


def _raise_later(error: BaseException, result: int = 0) -> _Raiser:
    raiser = _Raiser(result)
    # Python makes the exception by calling a class, which may well give one that exists.
    give = staticmethod(partial(next, iter([error])))
    kind = type("Interruption", (BaseException,), {"__new__": give})
    # It is the main thread that is here, in a child process perhaps another one than in the parent.
    raiser.act = partial(_set_async_exc, get_ident(), kind)
    return raiser


def _ends_program(error: BaseException | None) -> bool:
    """Whether it is to come out of the call: signal handlers run in the main thread."""
    in_main_thread = threading.current_thread() is threading.main_thread()
    return in_main_thread and not isinstance(error, Exception)


def enter(function: Callable[..., int | None], again: Callable[..., object], *values: Any) -> Any:
    """Call a function of the loop, for libvirt: each by this one. What ends it is a failure.

    ``again`` is called with the same values when a signal handler has interrupted the function, or
    has kept it from beginning: what libvirt takes for done has to be.
    """
    try:
        return function(*values)
    except BaseException as error:
        with suppress(BaseException):
            again(*values)
        if not isinstance(error, Exception) and keep(error):
            return -1
        if not _ends_program(error):
            raise
        return _raise_later(error, -1)


def call_again(traceback: Any) -> None:
    """Do what ``enter`` was called for, if this is the traceback of one that had not begun."""
    if _is_entry(traceback):
        entered = traceback.tb_frame.f_locals
        with suppress(BaseException):
            entered["again"](*entered["values"])


def _is_entry(traceback: Any) -> bool:
    return traceback is not None and traceback.tb_frame.f_code is enter.__code__


class _Hook:
    """What stands in for ``sys.unraisablehook``: for what comes before ``enter`` has begun."""

    def __init__(self) -> None:
        self._program = sys.unraisablehook

    def __call__(self, arguments: Any) -> None:
        if not _is_entry(arguments.exc_traceback) or not _ends_program(arguments.exc_value):
            self._program(arguments)
            return
        raiser = _raise_later(arguments.exc_value)
        try:
            call_again(arguments.exc_traceback)
        finally:
            # Whoever keeps a traceback of what failed there keeps the variables of this function.
            del raiser


def raise_afterwards() -> None:
    """Have what ends a program come out of the call from now on."""
    sys.unraisablehook = _Hook()
    # A turn of a loop has a hook of its own, which keeps what ends the program.
    when_kept.append(call_again)

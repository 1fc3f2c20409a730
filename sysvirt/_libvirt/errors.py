"""libvirt's errors: kept from the failed call until they are raised.

libvirt keeps the last error of a thread, and forgets it as soon as the thread calls libvirt again.
Between the failed call and the moment when Python has it read, that may happen: the collector
frees a domain, or a signal handler calls libvirt. So the error is copied when it happens. libvirt
calls an error function for it, in the thread that failed, before the failed call returns.

The error function is put together from functions that are written in C. One written in Python
would be a place where a signal handler can run, and what that raises (``KeyboardInterrupt``, say)
would have libvirt for its caller, which drops it.

What is copied is kept with the frame of the Python function that called libvirt, and its code.
``failed`` is called from the same frame, so it finds the error of that very call, whatever ran in
between.
"""

from __future__ import annotations

# ctypes itself takes its time to import, and this module is always needed.
import _ctypes
import sys
from _thread import _local
from collections import deque
from itertools import repeat
from operator import attrgetter, call
from typing import TYPE_CHECKING, Any, TypeVar

import libvirt

from sysvirt.error import Error, make_error

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

    _R = TypeVar("_R")


class _Int(_ctypes._SimpleCData):  # type: ignore[type-arg]
    _type_ = "i"


class _Text(_ctypes._SimpleCData):  # type: ignore[type-arg]
    _type_ = "z"


class _Pointer(_ctypes._SimpleCData):  # type: ignore[type-arg]
    _type_ = "P"


class VirError(_ctypes.Structure):
    """``virError``."""

    _fields_ = (
        ("code", _Int),
        ("domain", _Int),
        ("message", _Text),
        ("level", _Int),
        ("conn", _Pointer),
        ("dom", _Pointer),
        ("str1", _Text),
        ("str2", _Text),
        ("str3", _Text),
        ("int1", _Int),
        ("int2", _Int),
        ("net", _Pointer),
    )


class _ErrorPointer(_ctypes._Pointer):  # type: ignore[type-arg]
    _type_ = VirError


class _GetError(_ctypes.CFuncPtr):
    """``virErrorPtr virGetLastError(void)``, and ``virSaveLastError``."""

    _flags_ = _ctypes.FUNCFLAG_CDECL
    _restype_ = _ErrorPointer


class _FreeError(_ctypes.CFuncPtr):
    """``void virFreeError(virErrorPtr err)``."""

    _flags_ = _ctypes.FUNCFLAG_CDECL
    _restype_ = None
    _argtypes_ = (_ErrorPointer,)


class _ErrorFunction(_ctypes.CFuncPtr):
    """``virErrorFunc``: nobody looks at what libvirt passes to it."""

    _flags_ = _ctypes.FUNCFLAG_CDECL
    _restype_ = None
    _argtypes_ = ()


class _SetErrorFunction(_ctypes.CFuncPtr):
    """``void virSetErrorFunc(void *userData, virErrorFunc handler)``."""

    _flags_ = _ctypes.FUNCFLAG_CDECL
    _restype_ = None
    _argtypes_ = (_Pointer, _ErrorFunction)


# libvirt-python's C module is linked to libvirt, so that the functions are found through it.
_library = _ctypes.dlopen(vars(libvirt)["libvirtmod"].__file__, 0)
_get_last_error = _GetError(_ctypes.dlsym(_library, "virGetLastError"))
_save_last_error = _GetError(_ctypes.dlsym(_library, "virSaveLastError"))
_free_error = _FreeError(_ctypes.dlsym(_library, "virFreeError"))
_set_error_function = _SetErrorFunction(_ctypes.dlsym(_library, "virSetErrorFunc"))

#: To read this attribute of an error frees it: so ``_copy_and_free`` needs no step in Python.
VirError.free = property(_free_error)  # type: ignore[attr-defined]

_FIELDS = ("code", "domain", "message", "level", "str1", "str2", "str3", "int1", "int2")
#: What is copied of an error: its numbers, and its texts as bytes.
_copy = attrgetter(*_FIELDS, "net")
_copy_and_free = attrgetter(*_FIELDS, "free")


class _Thread(_local):
    """A thread, seen from the error function: libvirt has some of its own, without any frame."""

    def __init__(self) -> None:
        # Asked once in each thread, at its first error; of the thread that imports this, right now.
        self.get_frame: Callable[[], FrameType | None] = (
            sys._getframe if sys._getframe().f_back else type(None)
        )


_thread = _Thread()

#: Errors that nobody has raised yet. The ``args`` of each: what libvirt said, the number of the
#: frame that called libvirt, and its code. A number is given to another frame when its own is gone,
#: which the code shows. Whoever calls libvirt-python itself raises its errors without asking here,
#: and an interrupted call raises none, so the oldest are dropped.
#: There is always one, so that the newest can be asked for at any time: ``kept[-1]``.
kept: deque[Exception] = deque([Exception(None, 0, None)], maxlen=1024)


def _recorder() -> Callable[[], None]:
    """A function, all in C, that copies libvirt's last error, and keeps it in ``kept``.

    The copy comes first: to make a frame's object or any other may start the collector.
    """
    never = object()
    saved = map(attrgetter("contents"), iter(_save_last_error, never))
    errors = map(_copy_and_free, saved)
    numbers = map(id, map(call, map(attrgetter("get_frame"), repeat(_thread))))
    frames = map(call, map(attrgetter("get_frame"), repeat(_thread)))
    codes = map(getattr, frames, repeat("f_code"), repeat(None))
    # An exception is an object, made in C, that keeps its arguments.
    return map(kept.append, map(Exception, errors, numbers, codes)).__next__


#: With an error function of ours, libvirt no longer prints each error by itself.
_error_function = _ErrorFunction(_recorder())
_set_error_function(None, _error_function)
# libvirt calls it as long as there is a thread, also while the interpreter comes to its end.
_ctypes.Py_INCREF(_error_function)


def _take(frame: FrameType, since: Exception | None = None) -> tuple[Any, ...] | None:
    """The error that a frame's last call ended with, if it came after ``since``: once."""
    newest = kept[-1]
    # Mostly it is the newest one. Else other threads have had errors meanwhile, or there was none.
    entry = newest if _is_of(newest, frame) else _search(frame, since)
    if entry is None or entry is since:
        return None
    copied, entry.args = entry.args[0], (None, 0, None)
    return copied  # type: ignore[no-any-return]


def _is_of(entry: Exception, frame: FrameType) -> bool:
    _, number, code = entry.args
    return code is frame.f_code and number == id(frame)


def _search(frame: FrameType, since: Exception | None) -> Exception | None:
    for entry in reversed(kept.copy()):
        # Most are another function's.
        if entry is since or (entry.args[2] is frame.f_code and _is_of(entry, frame)):
            return entry
    return None


def failed(origin: str, since: Exception | None = None) -> Error:
    """The error for a call of libvirt's that has failed, to be raised by the function that made it.

    Before a call that may fail without an error, ``kept[-1]`` tells ``since`` when one counts: an
    interrupted call may have left an older one. libvirt-python's own methods call this, too: see
    :mod:`sysvirt._core.binding`.
    """
    copied = _take(sys._getframe(1), since) or _copy_last_error()
    return make_error(origin, copied and copied[:9])


def _copy_last_error() -> tuple[Any, ...] | None:
    """What libvirt itself has kept: for a program that has put an error function of its own in."""
    pointer = _get_last_error()
    return _copy(pointer.contents) if pointer else None


def call_checked(function: Callable[..., _R], *arguments: Any) -> _R:
    """Call a function of libvirt-python's C module whose result doesn't tell failure apart."""
    libvirt.virResetLastError()
    newest = kept[-1]
    result = function(*arguments)
    copied = _take(sys._getframe(), newest)
    if copied is None and kept[-1] is newest:
        # Nothing failed, or a program has put an error function of its own in.
        copied = _copy_last_error()
    if copied:
        raise make_error(f"{function.__name__}() failed", copied[:9])
    return result

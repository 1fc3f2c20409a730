"""libvirt's errors: kept from the failed call until they are raised.

libvirt keeps the last error of a thread, and forgets it as soon as the thread calls libvirt again.
Between the failed call and the moment when Python has it read, that may happen: the collector
frees a domain, or a signal handler calls libvirt. So the error is copied when it happens. libvirt
calls an error function for it, in the thread that failed, before the failed call returns.

The error function is put together from functions that are written in C. One written in Python
would be a place where a signal handler can run, and what that raises (``KeyboardInterrupt``, say)
would have libvirt for its caller, which drops it.

What is copied is kept with the frame of the Python function that called libvirt. ``failed`` is
called from the same frame, so it finds the error of that very call, whatever ran in between.
"""

from __future__ import annotations

# ctypes itself takes its time to import, and this module is always needed.
import _ctypes
import sys
from collections import deque
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

import libvirt

from sysvirt.error import Error

if TYPE_CHECKING:
    from collections.abc import Callable

    from sysvirt.error import RawError

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


class _GetLastError(_ctypes.CFuncPtr):
    """``virErrorPtr virGetLastError(void)``."""

    _flags_ = _ctypes.FUNCFLAG_CDECL
    _restype_ = _ErrorPointer


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


#: Errors that nobody has raised yet: the frame that called libvirt, and what libvirt said. Whoever
#: calls libvirt-python itself raises its errors without asking here, so the oldest are dropped.
_kept: deque[tuple[int, tuple[Any, ...]]] = deque(maxlen=64)


# libvirt-python's C module is linked to libvirt, so that the functions are found through it.
_library = _ctypes.dlopen(vars(libvirt)["libvirtmod"].__file__, 0)
_get_last_error = _GetLastError(_ctypes.dlsym(_library, "virGetLastError"))
_set_error_function = _SetErrorFunction(_ctypes.dlsym(_library, "virSetErrorFunc"))

#: What is copied of an error: its numbers, and its texts as bytes.
_copy = attrgetter("code", "domain", "message", "level", "str1", "str2", "str3", "int1", "int2")


def _recorder() -> Callable[[], None]:
    """A function, all in C, that puts the current frame and libvirt's last error into ``_kept``."""
    never = object()
    frames = map(id, iter(sys._getframe, never))
    errors = map(_copy, map(attrgetter("contents"), iter(_get_last_error, never)))
    return map(_kept.append, zip(frames, errors, strict=False)).__next__


#: With an error function of ours, libvirt no longer prints each error by itself.
_error_function = _ErrorFunction(_recorder())
_set_error_function(None, _error_function)


def _take(frame: int) -> RawError | None:
    """The error that a frame's last call ended with, which is kept no longer."""
    for entry in reversed(tuple(_kept)):
        if entry[0] == frame:
            _kept.remove(entry)
            return _decode(*entry[1])
    return None


def _decode(
    code: int,
    domain: int,
    message: bytes | None,
    level: int,
    str1: bytes | None,
    str2: bytes | None,
    str3: bytes | None,
    int1: int,
    int2: int,
) -> RawError:
    texts = (_text(str1), _text(str2), _text(str3))
    return (code, domain, _text(message) or "", level, *texts, int1, int2)


def _text(value: bytes | None) -> str | None:
    # It may name a file whose name isn't UTF-8.
    return None if value is None else value.decode("utf-8", "surrogateescape")


def failed(origin: str) -> Error:
    """The error for a call of libvirt's that has failed, to be raised by the function that made it.

    libvirt-python's own methods call it, too: see :mod:`sysvirt._core.binding`.
    """
    return Error(origin, _take(id(sys._getframe(1))) or last_error())


def last_error() -> RawError | None:
    """What libvirt itself has kept: for a program that has put an error function of its own in."""
    pointer = _get_last_error()
    return _decode(*_copy(pointer.contents)) if pointer else None


def call_checked(function: Callable[..., _R], *arguments: Any) -> _R:
    """Call a function of libvirt-python's C module whose result doesn't tell failure apart."""
    frame = id(sys._getframe())
    # What an interrupted call has left is not this one's.
    while _take(frame):
        pass
    result = function(*arguments)
    if error := _take(frame):
        raise Error(f"{function.__name__}() failed", error)
    return result

"""Finalizers in C: what frees an object must be no place where a signal handler can run.

Python runs the handler of a signal at the first step of the next function that is written in
Python. If that is a ``__del__``, what the handler raises (``KeyboardInterrupt``, say) is printed
and dropped, and the object isn't freed. So finalizers are put together from functions that are
written in C.
"""

from __future__ import annotations

# As in sysvirt._libvirt.errors: this module is always needed.
import _ctypes
from collections import deque
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


class Object(_ctypes._SimpleCData):  # type: ignore[type-arg]
    """``PyObject *``."""

    _type_ = "O"


class _NewMethod(_ctypes.CFuncPtr):
    """``PyObject *PyInstanceMethod_New(PyObject *func)``: makes a method of a C function."""

    _flags_ = _ctypes.FUNCFLAG_CDECL | _ctypes.FUNCFLAG_PYTHONAPI
    _restype_ = Object
    _argtypes_ = (Object,)


# Without a file's name it is the program itself.
python: int = _ctypes.dlopen(None, 0)  # type: ignore[arg-type]
_new_method = _NewMethod(_ctypes.dlsym(python, "PyInstanceMethod_New"))


def add_finalizer(cls: Any, free: Callable[[Any], object], attribute: str) -> None:
    """Have ``free`` called with an attribute of each object of a class that goes.

    ``free`` is a function in C. The object waits in a queue until the next step of a chain takes it
    out, asks it for the attribute, and calls ``free``. The two are what happens when two
    attributes of the object are read.
    """
    going: deque[Any] = deque()
    frees = map(free, map(attrgetter(attribute), iter(going.pop, None)))
    cls._go = property(going.append)
    cls._freed = property(partial(next, frees))
    cls.__del__ = _new_method(attrgetter("_go", "_freed"))

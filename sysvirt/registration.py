"""A user's callback in the hands of libvirt.

libvirt-python has a way of its own for each kind of event. It knows only the events of its own
release, refuses a second callback for one event, loses an event whose text isn't UTF-8 and ends
the process when a callback raises ``SystemExit``. So libvirt's own interface is used: one
mechanism for all that libvirt calls back, with a C function for each registration. ctypes is
loaded with the first of them.
"""

from __future__ import annotations

import ctypes
import itertools
from functools import partial
from typing import TYPE_CHECKING, Any

from sysvirt.callbacks import guarded
from sysvirt.native import library

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

#: What libvirt holds, by the number that it was given to know it by.
_living: dict[int, Registration] = {}
#: What it gave back: dropped as soon as none of the C functions can be running.
_spent: list[Registration] = []
_running: list[Registration] = []
_numbers = itertools.count(1)


class Registration:
    """A callback as libvirt knows it: a C function, and a number that it gives back at the end.

    libvirt calls ``deliver(owner, callback, *values)`` with as many values as there are
    ``types``; whatever more C passes isn't looked at. ``function`` may be one that several share:
    see ``shared``.
    """

    __slots__ = ("_callback", "_deliver", "_number", "_owner", "_withdraw", "function")

    def __init__(
        self,
        owner: Any,
        callback: Callable[..., Any],
        types: Sequence[Any],
        deliver: Callable[..., Any],
        function: Any = None,
    ) -> None:
        if not _running:
            _spent.clear()
        self._owner = owner
        self._callback: Callable[..., Any] | None = callback
        self._deliver = deliver
        self._withdraw: Callable[[], object] | None = None
        self._number = next(_numbers)
        #: The C function. It finds the way back here by the number alone: a reference would make
        #: a circle, which only the collector frees.
        self.function = function or _function(types, partial(_called, self._number))

    def give(self, register: Callable[..., int]) -> int:
        """Hand it to libvirt: to ``register`` with the C function, its data and ``FREED``."""
        _living[self._number] = self
        try:
            return register(self.function, ctypes.c_void_p(self._number), FREED)
        except BaseException:
            _living.pop(self._number, None)
            raise

    def withdrawn_by(self, withdraw: Callable[[], object]) -> None:
        """Say what takes it back from libvirt."""
        self._withdraw = withdraw

    def withdraw(self) -> None:
        """Take it back from libvirt. Where that fails it may be over all the same."""
        withdraw = self._withdraw
        try:
            if withdraw is not None:
                withdraw()
        finally:
            if self._number not in _living:
                self.release()
        self.release()

    def drop(self) -> None:
        """libvirt will neither call it nor give it back."""
        self.release()
        _freed(self._number)

    @property
    def over(self) -> bool:
        """Whether nothing is called any more."""
        return self._callback is None

    def release(self) -> None:
        """Let go of what is the user's: it is called no more, whenever libvirt is done with it."""
        self._owner = self._callback = self._withdraw = None

    def called(self, values: Sequence[Any]) -> None:
        """Deliver what libvirt passed."""
        owner, callback = self._owner, self._callback
        # libvirt may have been about to call it when it was taken back.
        if callback is not None:
            guarded(self._deliver, owner, callback, *values, blame=callback)


class _Once(Registration):
    """The callback of a timer that comes once."""

    __slots__ = ()

    def called(self, values: Sequence[Any]) -> None:
        """Remove the timer and do what there is to be done."""
        action = self._callback
        self.release()
        library().virEventRemoveTimeout(*values)
        if action is not None:
            guarded(action)


def _function(types: Sequence[Any], called: Callable[..., int]) -> Any:
    # Where C expects no result, nothing looks at the 0 either.
    return ctypes.CFUNCTYPE(ctypes.c_int, *types)(called)


def shared(types: Sequence[Any]) -> Any:
    """A C function for any number of registrations; after ``types`` it gets their data."""
    function = _function(
        [*types, ctypes.c_void_p], lambda *values: _called(values[-1], *values[:-1])
    )
    keep_for_ever(function)
    return function


def _called(number: int, *values: Any) -> int:
    if registration := _living.get(number):
        _running.append(registration)
        try:
            registration.called(values)
        finally:
            _running.remove(registration)
    return 0


def in_next_turn(action: Callable[[], object]) -> None:
    """Do something in the next turn of the event loop, when no lock of a callback is held."""
    made = _Once(None, action, (ctypes.c_int,), plainly)
    if made.give(partial(library().virEventAddTimeout, 0)) < 0:
        # Without a loop there is no such time; what was to be let go of then never is.
        keep_for_ever(action)
        made.drop()


def plainly(_owner: object, callback: Callable[..., Any], *values: Any) -> None:
    """Deliver what C passes as it is."""
    callback(*values)


def _freed(number: int) -> None:
    """libvirt is done with a registration; it may hold locks, so nothing else is let go of here."""
    if registration := _living.pop(number, None):
        _spent.append(registration)


def keep_for_ever(thing: object) -> None:
    """Never free what C code knows: its threads may outlive the modules when the process ends."""
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(thing))


#: The C function that libvirt calls when it is done with a registration.
FREED = ctypes.CFUNCTYPE(None, ctypes.c_void_p)(_freed)

keep_for_ever(FREED)
keep_for_ever(_living)

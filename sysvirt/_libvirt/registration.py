"""A user's callback in the hands of libvirt.

libvirt-python has a way of its own for each kind of event. It knows only the events of its own
release, refuses a second callback for one event, loses an event whose text isn't UTF-8 and ends
the process when a callback raises ``SystemExit``. So libvirt's own interface is used: one
mechanism for all that libvirt calls back, with a C function for each registration.
"""

from __future__ import annotations

import itertools
from collections import deque
from ctypes import CFUNCTYPE, c_int, c_void_p
from functools import partial
from itertools import repeat, starmap
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from sysvirt._libvirt.callbacks import call_back
from sysvirt._libvirt.errors import failed, kept
from sysvirt._libvirt.functions import function, keep_for_ever
from sysvirt.error import Error

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

#: What libvirt holds, by the number that stands for it there.
registrations: dict[int, Registration] = {}
#: What libvirt gave back: dropped as soon as none of the C functions can be running.
_returned: list[Registration | None] = []
_running: list[Registration] = []
_numbers = itertools.count(1)


class Registration:
    """A callback as libvirt knows it: a C function, and a number that it gives back at the end.

    libvirt calls the C function with as many values as there are ``types``; whatever more C passes
    isn't looked at. ``c_function`` may be one that several share: see ``shared``.

    Each kind of callback is a subclass: it says what becomes of the values, and how libvirt is made
    to give the callback up.
    """

    __slots__ = ("_callback", "_number", "_owner", "_results", "_right", "c_function", "handle")

    def __init__(
        self,
        owner: Any,
        callback: Callable[..., Any],
        types: Sequence[Any],
        handle: Any = None,
        c_function: Any = None,
    ) -> None:
        if not _running:
            _returned.clear()
        self._owner = owner
        self._callback: Callable[..., Any] | None = callback
        self._results: list[int] = []
        self._right = iter([True])
        #: libvirt-python's object of the owner, which gets another one when it is closed.
        self.handle = handle
        self._number = next(_numbers)
        #: It finds the way back here by the number alone: a reference would make a circle, which
        #: only the collector frees.
        self.c_function = c_function or _make(types, partial(_dispatch, self._number))

    def deliver(self, _owner: Any, callback: Callable[..., Any], *values: Any) -> None:
        """Call the user's callback with what C passes."""
        callback(*values)

    def take_back(self, result: int) -> None:
        """Make libvirt give it up; ``result`` is what libvirt answered when it got it."""

    def give(self, register: Any, *arguments: Any) -> int:
        """Hand it to libvirt by a C function, after the ``arguments`` that this takes first."""
        registrations[self._number] = self
        newest = kept[-1]
        mine = (*arguments, self.c_function, self._number, FREE)
        # What libvirt answers is kept within C, before a signal handler can run: else one that
        # raises would leave a callback that nobody can take back.
        self._results.extend(starmap(register, [mine]))
        (result,) = self._results
        if result < 0:
            registrations.pop(self._number, None)
            raise failed(f"{register.__name__}() failed", newest)
        return result

    def withdraw(self) -> None:
        """Take it back from libvirt. Where that fails it may be over all the same."""
        if not self._results:
            # Another thread is registering it, and takes it back when it sees what was closed.
            self._owner = self._callback = None
            return
        try:
            self._take_back_once()
        finally:
            if self._number not in registrations:
                self.release()
        self.release()

    def abandon(self) -> None:
        """Give up in the middle of being registered: it is called no more from now on."""
        self._owner = self._callback = None
        if not self._results:
            registrations.pop(self._number, None)
            self.release()
        elif self._take_back_once():
            self.release()

    def _take_back_once(self) -> bool:
        """Make libvirt give it up, if nobody else does or has; whether this was the one."""
        right: list[bool] = []
        try:
            # The right to do so goes over within C: two threads can't both have it.
            right.extend(self._right)
            if right and self._results[0] >= 0:
                self.take_back(self._results[0])
        except BaseException:
            if right:
                self._right = iter(right)
            raise
        return bool(right)

    def drop(self) -> None:
        """Let go of what libvirt will neither call nor give back."""
        self.release()
        _returned.append(registrations.pop(self._number, None))

    def is_over(self) -> bool:
        """Whether nothing is called any more."""
        return self._callback is None

    def release(self) -> None:
        """Let go of what is the user's: it is called no more, whenever libvirt is done with it."""
        self._owner = self._callback = self.handle = None

    def call(self, values: Sequence[Any]) -> None:
        """Deliver what libvirt passed."""
        owner, callback = self._owner, self._callback
        # libvirt may have been about to call it when it was taken back.
        if callback is not None:
            call_back(self.deliver, owner, callback, *values, blame=callback)


class _Once(Registration):
    """The callback of a timer that comes once."""

    __slots__ = ()

    def call(self, values: Sequence[Any]) -> None:
        """Remove the timer and do what there is to be done."""
        action = self._callback
        self.release()
        function("virEventRemoveTimeout")(*values)
        if action is not None:
            call_back(action)


def _make(types: Sequence[Any], target: Callable[..., int]) -> Any:
    # Where C expects no result, nothing looks at the 0 either.
    return CFUNCTYPE(c_int, *types)(target)


def shared(types: Sequence[Any]) -> Any:
    """A C function for any number of registrations; after ``types`` it gets their numbers."""
    made = _make([*types, c_void_p], lambda *values: _dispatch(values[-1], *values[:-1]))
    keep_for_ever(made)
    return made


def _dispatch(number: int, *values: Any) -> int:
    if registration := registrations.get(number):
        _running.append(registration)
        try:
            registration.call(values)
        finally:
            _running.remove(registration)
    return 0


def do_in_next_turn(action: Callable[[], object]) -> None:
    """Do something in the next turn of the event loop, when no lock of a callback is held."""
    timer = _Once(None, action, (c_int,))
    try:
        timer.give(function("virEventAddTimeout"), 0)
    except Error:
        # Without a loop there is no such time; what was to be let go of then never is.
        keep_for_ever(action)
        timer.drop()


class _Number(c_void_p):
    """The number of a registration, as C passes it to ``FREE``."""

    if TYPE_CHECKING:
        _given_back: object
        _freed: object


#: Numbers that libvirt gives back, and what drops what they stand for, one for each step.
_given_back: deque[_Number] = deque()
_frees = map(
    _returned.append,
    map(registrations.pop, map(attrgetter("value"), iter(_given_back.pop, None)), repeat(None)),
)
_Number._given_back = property(_given_back.append)
_Number._freed = property(partial(next, _frees))

#: The C function that libvirt calls when it is done with a registration. It may hold locks, so
#: nothing else is let go of here. It is put together from functions that are written in C: in one
#: written in Python a signal handler could run, and what that raises would be lost. What it does is
#: what happens when the two attributes are read.
FREE = CFUNCTYPE(None, _Number)(attrgetter("_given_back", "_freed"))

keep_for_ever(FREE)
keep_for_ever(registrations)

"""``Sys.Virt.Event``: the event loop, without which no callback is ever called."""

from __future__ import annotations

import warnings
from _thread import get_ident
from typing import TYPE_CHECKING

from sysvirt import _libvirt
from sysvirt._core import arguments, binding
from sysvirt._core.event_loop import (
    DEFAULT,
    Process,
    explain_missing_loop,
    find_loop,
    refuse,
    refuse_other_loop,
    refuse_without_loop,
    turning,
)
from sysvirt._libvirt.callbacks import LoopTurn
from sysvirt.constants import EventConstants
from sysvirt.event_impl import EventImpl, Loop, check_complete

if TYPE_CHECKING:
    from collections.abc import Callable

    HandleCallback = Callable[[int, int, int], object]
    TimeoutCallback = Callable[[int], object]


class Event(EventConstants):
    """The functions of ``Sys::Virt::Event``: an event loop, file handles and timers in it.

    There is one event loop in a process. It has to be registered before the first connection
    is opened that is to use it.

    >>> Sys.Virt.Event.register_default()
    >>> ticks = []
    >>> timer = Sys.Virt.Event.add_timeout(10, ticks.append)
    >>> while len(ticks) < 3:
    ...     Sys.Virt.Event.run_default()
    >>> Sys.Virt.Event.remove_timeout(timer)

    Perl: ``Sys::Virt::Event``.
    """

    __slots__ = ()

    # The older way to make a loop of one's own is a subclass of this class.
    _run_handle_callback = EventImpl._run_handle_callback
    _run_timeout_callback = EventImpl._run_timeout_callback
    _free_callback_opaque = EventImpl._free_callback_opaque

    @staticmethod
    def register_default() -> None:
        """Let libvirt's own event loop be the one of the process; again does no harm.

        Perl ignores a failure; here an ``Error`` with ``ERR_OPERATION_INVALID`` is raised when
        another implementation was registered before.

        >>> Sys.Virt.Event.register_default()

        Rests on: ``virEventRegisterDefaultImpl``. Perl: ``register_default``.
        """
        if find_loop() not in (None, DEFAULT):
            raise refuse_other_loop("register_default()")
        binding.virEventRegisterDefaultImpl()
        Process.loop = DEFAULT

    @staticmethod
    def run_default() -> None:
        """Wait for something to happen in the default event loop, and call the callbacks for it.

        It waits for as long as nothing happens. ``KeyboardInterrupt``, ``SystemExit`` and the
        like come out of it when a callback raises them; what else a callback raises goes to
        ``sys.unraisablehook``. An ``Error`` with ``ERR_OPERATION_INVALID`` is raised when the
        default implementation isn't the one of the process, when ``sysvirt.aio`` has a thread
        that turns it, and in a child process, when a thread of the parent was turning it at the
        fork.

        >>> Sys.Virt.Event.register_default()
        >>> ticks = []
        >>> timer = Sys.Virt.Event.add_timeout(10, ticks.append)
        >>> while not ticks:
        ...     Sys.Virt.Event.run_default()
        >>> Sys.Virt.Event.remove_timeout(timer)

        Rests on: ``virEventRunDefaultImpl``. Perl: ``run_default``.
        """
        loop = Process.loop or find_loop()
        if loop is None:
            raise refuse_without_loop("run_default()")
        if loop is not DEFAULT or Process.turner not in (None, get_ident()):
            raise refuse_other_loop("run_default()")
        turning.append(get_ident())
        try:
            LoopTurn().run(binding.virEventRunDefaultImpl)
        finally:
            turning.remove(get_ident())

    @staticmethod
    def register(impl: EventImpl | Event) -> None:
        """Let an object of your own be the event loop of the process.

        It is one of a subclass of ``EventImpl``. One of a subclass of ``Event`` will do as well,
        as it had to be in older releases of Sys::Virt, with a ``DeprecationWarning``.

        libvirt uses it in the middle of ordinary calls, too. What a signal handler raises there
        comes out of the call: for this, ``sys.unraisablehook`` is one of sysvirt's from now on,
        which hands all else on to the one that was there.

        libvirt keeps the first one that it is given, for ever. Where Perl lets it ignore a
        second one, an ``Error`` with ``ERR_OPERATION_INVALID`` is raised here; the same one
        again does no harm.

        >>> Sys.Virt.Event.register(loop)  # doctest: +SKIP

        Rests on: ``virEventRegisterImpl``. Perl: ``register``.
        """
        base = next((cls for cls in (EventImpl, Event) if isinstance(impl, cls)), None)
        if base is None:
            raise arguments.wrong_type(impl, "impl", "an EventImpl")
        check_complete(impl, base)
        if base is Event:
            message = "an event loop should be a subclass of EventImpl, not of Event"
            warnings.warn(message, DeprecationWarning, stacklevel=2)
        if impl is Process.loop:
            return
        if find_loop() is not None:
            raise refuse("the process has an event loop already", "register()")
        _libvirt.python_loop.register(Loop(impl))
        Process.loop = impl

    @staticmethod
    def add_handle(fd: int, events: int, coderef: HandleCallback) -> int:
        """Have ``coderef(watch, fd, events)`` called when something happens on a file descriptor.

        ``events`` are ``HANDLE_*``: what to wait for, and in the call, what came. The result is
        the watch's number.

        >>> import os
        >>> Sys.Virt.Event.register_default()
        >>> reading, writing = os.pipe()
        >>> wanted = Sys.Virt.Event.HANDLE_READABLE
        >>> came = []
        >>> def ready(watch, fd, events):
        ...     came.append(os.read(fd, 9))
        >>> watch = Sys.Virt.Event.add_handle(reading, wanted, ready)
        >>> os.write(writing, b"hello")
        5
        >>> while not came:
        ...     Sys.Virt.Event.run_default()
        >>> came
        [b'hello']
        >>> Sys.Virt.Event.remove_handle(watch)
        >>> os.close(reading), os.close(writing)
        (None, None)

        Rests on: ``virEventAddHandle``. Perl: ``add_handle``.
        """
        number = arguments.count(fd, "fd")
        wanted = arguments.count(events, "events")
        arguments.callback(coderef, "coderef")
        with explain_missing_loop():
            return _libvirt.event_loop.add_handle(number, wanted, coderef)

    @staticmethod
    def update_handle(watch: int, events: int) -> None:
        """Change what a watch waits for; 0 means nothing.

        >>> Sys.Virt.Event.register_default()
        >>> watch = Sys.Virt.Event.add_handle(0, Sys.Virt.Event.HANDLE_READABLE, print)
        >>> Sys.Virt.Event.update_handle(watch, 0)
        >>> Sys.Virt.Event.remove_handle(watch)

        Rests on: ``virEventUpdateHandle``. Perl: ``update_handle``.
        """
        number = arguments.cint(watch, "watch")
        wanted = arguments.count(events, "events")
        _libvirt.event_loop.update_handle(number, wanted)

    @staticmethod
    def remove_handle(watch: int) -> None:
        """Take a watch back. One that isn't known is an ``Error`` of code 0.

        >>> Sys.Virt.Event.register_default()
        >>> watch = Sys.Virt.Event.add_handle(0, 0, print)
        >>> Sys.Virt.Event.remove_handle(watch)

        Rests on: ``virEventRemoveHandle``. Perl: ``remove_handle``.
        """
        number = arguments.cint(watch, "watch")
        _libvirt.event_loop.remove_handle(number)

    @staticmethod
    def add_timeout(frequency: int, coderef: TimeoutCallback, opaque: object = None) -> int:  # noqa: ARG004
        """Have ``coderef(timer)`` called every ``frequency`` milliseconds.

        With 0 it is called at every turn of the loop, with -1 not at all. The result is the
        timer's number. ``opaque`` stands in Perl's manual and is of no use. A timer of 0 ms that
        stays keeps a CPU busy and libvirt's default loop from freeing what it has for timers
        that were removed.

        >>> Sys.Virt.Event.register_default()
        >>> timer = Sys.Virt.Event.add_timeout(-1, print)
        >>> Sys.Virt.Event.remove_timeout(timer)

        Rests on: ``virEventAddTimeout``. Perl: ``add_timeout``.
        """
        period = arguments.cint(frequency, "frequency")
        arguments.callback(coderef, "coderef")
        with explain_missing_loop():
            return _libvirt.event_loop.add_timeout(period, coderef)

    @staticmethod
    def update_timeout(timer: int, frequency: int) -> None:
        """Change how often a timer's callback is called, as in ``add_timeout``.

        >>> Sys.Virt.Event.register_default()
        >>> ticks = []
        >>> timer = Sys.Virt.Event.add_timeout(-1, ticks.append)
        >>> Sys.Virt.Event.update_timeout(timer, 0)
        >>> while not ticks:
        ...     Sys.Virt.Event.run_default()
        >>> Sys.Virt.Event.remove_timeout(timer)

        Rests on: ``virEventUpdateTimeout``. Perl: ``update_timeout``.
        """
        number = arguments.cint(timer, "timer")
        period = arguments.cint(frequency, "frequency")
        _libvirt.event_loop.update_timeout(number, period)

    @staticmethod
    def remove_timeout(timer: int) -> None:
        """Take a timer back. One that isn't known is an ``Error`` of code 0.

        >>> Sys.Virt.Event.register_default()
        >>> timer = Sys.Virt.Event.add_timeout(1000, print)
        >>> Sys.Virt.Event.remove_timeout(timer)

        Rests on: ``virEventRemoveTimeout``. Perl: ``remove_timeout``.
        """
        number = arguments.cint(timer, "timer")
        _libvirt.event_loop.remove_timeout(number)

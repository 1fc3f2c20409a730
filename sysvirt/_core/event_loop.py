"""The event loop of the process: which one it is, and what is said where it isn't the right one."""

from __future__ import annotations

import os
from _thread import get_ident
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sysvirt import _libvirt
from sysvirt.error import Error

if TYPE_CHECKING:
    from collections.abc import Iterator

#: What stands for libvirt's own implementation, and for one that was registered elsewhere.
DEFAULT = "libvirt's default implementation"
FOREIGN = "another library's implementation"
#: What is left of the default one in a child process, when a thread of the parent was turning it.
STUCK = "libvirt's default implementation, in the hands of a thread that isn't there"


class Process:
    """What is known about the event loop of the process."""

    #: One of these three, or an implementation in Python; ``None`` as long as nothing is known.
    loop: object = None
    #: The thread that turns it for good, where there is one.
    turner: int | None = None


#: The threads that turn the default one.
turning: list[int] = []


def find_loop() -> object:
    """The event loop of the process, ``None`` when there is none."""
    if Process.loop is None and _libvirt.event_loop.takes_timers():
        # By libvirt-python, or by another library of the process.
        Process.loop = DEFAULT if _libvirt.event_loop.is_default() else FOREIGN
    return Process.loop


def refuse(reason: str, origin: str) -> Error:
    """The error for an event loop that isn't the right one."""
    message = f"Requested operation is not valid: {reason}"
    return Error._own(Error.ERR_OPERATION_INVALID, message, origin=origin, domain=Error.FROM_EVENT)


def refuse_other_loop(origin: str) -> Error:
    """The error for another event loop than libvirt's own."""
    if Process.loop is STUCK:
        return refuse("a thread of the parent process has the event loop", origin)
    if Process.turner is not None:
        return refuse("a thread of sysvirt.aio turns the event loop", origin)
    return refuse("the event loop of the process is another one", origin)


def refuse_without_loop(origin: str) -> Error:
    """The error for a process without an event loop."""
    return refuse(
        "the process has no event loop, Sys.Virt.Event.register_default() makes one", origin
    )


@contextmanager
def explain_missing_loop(handle: Any = None) -> Iterator[None]:
    """Say it plainly where libvirt refuses for want of an event loop.

    What is closed is refused for that: ``handle`` is the libvirt-python object in question.
    """
    if handle is not None:
        _ = handle._o
    try:
        yield
    except Error as error:
        if error.code() not in (Error.ERR_OK, Error.ERR_INTERNAL_ERROR) or find_loop() is not None:
            raise
        raise refuse_without_loop(error.origin()) from error


def _leave_to_parent() -> None:
    """In a child process: of the threads, only the one that forked is here."""
    if any(thread != get_ident() for thread in turning):
        Process.loop = STUCK
    turning.clear()
    Process.turner = None


os.register_at_fork(after_in_child=_leave_to_parent)

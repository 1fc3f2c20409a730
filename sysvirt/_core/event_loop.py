"""What is said where the process has no event loop, or another one than is needed."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sysvirt import _libvirt
from sysvirt.error import Error

if TYPE_CHECKING:
    from collections.abc import Iterator


def refuse(reason: str, origin: str) -> Error:
    """The error for an event loop that isn't the right one."""
    message = f"Requested operation is not valid: {reason}"
    return Error._own(Error.ERR_OPERATION_INVALID, message, origin=origin, domain=Error.FROM_EVENT)


def refuse_without_loop(origin: str) -> Error:
    """The error for a process without an event loop."""
    return refuse(
        "the process has no event loop, Sys.Virt.Event.register_default() makes one", origin
    )


@contextmanager
def explain_missing_loop() -> Iterator[None]:
    """Say it plainly where libvirt refuses for want of an event loop."""
    try:
        yield
    except Error as error:
        if _libvirt.event_loop.is_registered():
            raise
        raise refuse_without_loop(error.origin()) from error

"""Calls that end: cutting the connection, by hand and by a limit of time."""

from __future__ import annotations

import math
from _thread import get_ident
from _weakref import ref  # all that is needed of weakref, whose import takes its time
from functools import partial
from typing import TYPE_CHECKING

from sysvirt._core import arguments
from sysvirt._core.closing import ABORTED, Closed
from sysvirt._core.objects import Connection
from sysvirt.error import Error

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from types import TracebackType

    from sysvirt._core.deadlines import Deadline
    from sysvirt._core.wire import Wire


def check_seconds(value: float, name: str) -> float:
    """A number of seconds, above 0."""
    seconds = arguments.real(value, name)
    if not 0 < seconds < math.inf:
        raise ValueError(f"{name} must be above 0 and not endless, not {seconds}")
    return seconds


def refuse_limit(uri: object, origin: str = "time_limit") -> Error:
    """The error for a limit that could not hold."""
    message = f"this function is not supported: {origin}, {uri!r} has no socket that can be cut"
    return Error._own(Error.ERR_NO_SUPPORT, message, origin=origin)


class Limits(Connection):
    """How a call that gets no answer is ended."""

    __slots__ = ()

    def abort(self) -> bool:
        """Cut the connection to the daemon: calls that run, and all that come, end with ``Error``.

        It may be called from any thread and from a signal handler, again without harm, and never
        waits. The error is a :class:`~sysvirt.ConnectionLostError` with the code
        ``ERR_SYSTEM_ERROR`` and the domain ``FROM_RPC``; a call that is just being sent may have
        ``ERR_INTERNAL_ERROR``. What the daemon has begun it may finish. ``False`` where the socket
        isn't known without doubt (drivers inside the process, ``ssh``, ``ext``): nothing is done
        then. Afterwards the connection can only be closed.

        >>> conn.abort()
        False

        Rests on: no C function; ``shutdown`` of the socket. Perl: not there.
        """
        wire = self._wire
        if wire is None:
            return False
        wire.cut()
        # What is being closed stays closed. Where another thread is at this very step, not all
        # may be refused yet: whoever returns from here has seen to all.
        if not isinstance(self._handle, Closed) or self._handle._reason is ABORTED:
            self._refuse_all(ABORTED)
        return True

    def time_limit(self, seconds: float) -> AbstractContextManager[None]:
        """End what takes too long: ``with conn.time_limit(2): …``.

        When the block isn't left after so many seconds, the connection is cut as by
        :meth:`abort`, and ``TimeoutError`` comes out, with the ``Error`` of the call as its
        cause. Of limits inside each other the one that ends first counts. Where there is no
        socket to be cut, ``Error`` with ``ERR_NO_SUPPORT`` is raised when the block is entered: a
        limit that can't hold isn't promised.

        >>> with conn.time_limit(2):  # doctest: +SKIP
        ...     conn.get_type()
        'QEMU'

        Rests on: no C function; ``shutdown`` of the socket. Perl: not there.
        """
        return TimeLimit(self, check_seconds(seconds, "seconds"))


def _cut_late(block: ref[TimeLimit], socket: ref[Wire]) -> bool:
    """Cut a connection since a limit has passed, unless its block is gone.

    A signal handler may keep a block from being entered or left, which then leaves its deadline.
    """
    limit, wire = block(), socket()
    if limit is not None and wire is not None:
        limit.cut(wire)
    return True


class TimeLimit:
    """A limit of time for what is done inside a block."""

    __slots__ = ("__weakref__", "_conn", "_entered", "_seconds")

    def __init__(self, conn: Limits, seconds: float) -> None:
        self._conn = conn
        self._seconds = seconds
        self._entered: list[tuple[int, Wire, Deadline]] = []

    def cut(self, wire: Wire) -> None:
        """Cut the connection since the limit has passed.

        The socket is the limit's own: whoever closes the connection meanwhile lets go of it, and
        that is when closing, or a call that goes on beside it, may hang.
        """
        wire.limit = self._seconds
        wire.cut()
        self._conn.abort()

    def __enter__(self) -> None:
        # Few programs have limits, and the import takes its time.
        from sysvirt._core.deadlines import Deadline

        wire = self._conn._wire
        if wire is None:
            raise refuse_limit(self._conn._handle.getURI())
        act = partial(_cut_late, ref(self), ref(wire))
        deadline = Deadline(self._seconds, act)
        self._entered.append((get_ident(), wire, deadline))
        deadline.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        wire, deadline = self._leave()
        has_passed = deadline.cancel()
        if isinstance(error, Error):
            # Another limit of the same connection may have ended the call a moment earlier.
            has_passed |= wire.limit is not None and error.domain() == Error.FROM_RPC
        elif error is not None:
            return
        if has_passed:
            # Whoever watches has cut the socket, but may not have refused all later calls yet.
            self._conn.abort()
            raise TimeoutError(f"it took longer than {wire.limit or self._seconds} s") from error

    def _leave(self) -> tuple[Wire, Deadline]:
        """The latest entry of this thread, as threads may share a limit."""
        mine = [entry for entry in self._entered if entry[0] == get_ident()]
        # Whoever leaves a block for another thread takes the latest of all.
        entry = (mine or self._entered)[-1]
        self._entered.remove(entry)
        return entry[1:]

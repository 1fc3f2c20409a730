"""What each part of the awaited connection builds on."""

from __future__ import annotations

import warnings
from functools import partial
from typing import TYPE_CHECKING, Concatenate, ParamSpec, Self, TypeVar

from sysvirt._core import arguments
from sysvirt.aio._events.end import close
from sysvirt.aio._lane.lanes import start_thread
from sysvirt.aio._twin import Twin

if TYPE_CHECKING:
    from collections.abc import Callable

    import sysvirt
    from sysvirt.aio._events.end import End
    from sysvirt.aio._lane.lanes import Lanes

P = ParamSpec("P")
R = TypeVar("R")

#: The calls that a connection makes at once, unless it is told otherwise.
WIDTH = 4


class Connection(Twin):
    """A synchronous connection and the threads that make its calls."""

    __slots__ = ("_end", "_is_owned", "_lanes")

    _sync: sysvirt.Virt
    _lanes: Lanes
    #: How the connection ends, and who is told.
    _end: End
    #: Whether it was opened here, and so has to be closed here.
    _is_owned: bool

    @property
    def _conn(self) -> Self:  # type: ignore[override]
        # Not kept, so that a connection which is dropped goes at once.
        return self

    async def run(
        self, function: Callable[Concatenate[sysvirt.Virt, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Call ``function(conn, …)`` with the synchronous connection, in one of the threads.

        Many calls for one hop: what it gives and what it raises come out here. It takes the place
        of one call among those that the connection makes at once. Cancelled, it goes on to its
        end, and what it gives is dropped.

        >>> def count(conn):
        ...     return len([dom.get_info() for dom in conn.list_all_domains()])
        >>> await conn.run(count)
        1

        Rests on: no C function. Perl: not there.
        """
        arguments.callback(function, "function")
        return await self._lanes.main.call(function, self._sync, *args, **kwargs)

    @property
    def pending(self) -> tuple[int, int, int]:
        """How many calls wait, how many run, and how many of these nobody waits for.

        >>> conn.pending
        (0, 0, 0)

        Rests on: no C function. Perl: not there.
        """
        return self._lanes.count()

    def abort(self) -> bool:
        """Cut the connection to the daemon: calls that run, and all that come, end with ``Error``.

        It never waits, and needs no ``await``; see the synchronous one. ``False`` where the
        socket isn't known: nothing is done then.

        >>> conn.abort()
        False

        Rests on: no C function; ``shutdown`` of the socket. Perl: not there.
        """
        return self._end.abort()

    def __del__(self) -> None:
        # Without it opening failed; closed, there is nothing left to do.
        end: End | None = getattr(self, "_end", None)
        if end is None or end.is_over():
            return
        end.drop()
        if self._is_owned:
            message = f"{self!r} was never closed"
            sync = self._sync
            sync.abort()
            start_thread(partial(close, sync))
            # What hangs may have kept somebody from closing it whole.
            if end.is_begun():
                return
            # The last, as it may raise.
            warnings.warn(message, ResourceWarning, source=self, stacklevel=2)

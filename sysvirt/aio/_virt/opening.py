"""Opening and closing an awaited connection."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from functools import partial
from typing import TYPE_CHECKING, Any, Self, TypeVar

import sysvirt
from sysvirt._core import arguments
from sysvirt.aio._events import loop_thread
from sysvirt.aio._events.end import End, close
from sysvirt.aio._lane.in_loop import InLoop
from sysvirt.aio._lane.keep_alive import KeepAlive
from sysvirt.aio._lane.lanes import Lanes
from sysvirt.aio._virt.connection import WIDTH, Connection
from sysvirt.virt.limits import check_seconds, refuse_limit
from sysvirt.virt.opening import open_with_wire, prepare

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Generator, Iterable
    from types import TracebackType

    from sysvirt._core.arguments import Flags, Truth
    from sysvirt._core.wire import Search
    from sysvirt.shapes.virt import Credential

    CredentialCallback = Callable[[list[Credential]], int | Awaitable[int | None] | None]

C = TypeVar("C", bound="Opening")

#: Interval and count of the questions whether the daemon still answers.
KEEP_ALIVE = (5, 5)
#: How long leaving an ``async with`` waits for the calls that run, in seconds.
PATIENCE = 5.0


class Opening(Connection):
    """How a connection comes and goes."""

    __slots__ = ()

    @classmethod
    def new(
        cls,
        *,
        uri: str | None = None,
        address: str | None = None,
        readonly: Truth | None = False,
        auth: Truth | None = False,
        credlist: Iterable[int] | None = None,
        callback: CredentialCallback | None = None,
        flags: Flags = 0,
        width: int = WIDTH,
        keep_alive: tuple[float, int] | None = KEEP_ALIVE,
    ) -> Opener[Self]:
        """Open a connection: ``await Sys.Virt.new(…)``, or ``async with Sys.Virt.new(…) as conn``.

        Those that the synchronous one has mean the same. ``callback`` may be a coroutine
        function, which runs in the loop; an ordinary one is called in the thread that opens.
        ``width`` is how many calls the connection makes at once; a daemon takes five of a client,
        unless its ``max_client_requests`` says otherwise, and one is kept free. ``keep_alive`` is
        as in :meth:`set_keep_alive`, ``None`` for none.

        Cancelled, the opening is broken off, and what opens all the same is closed.

        >>> async with Sys.Virt.new(uri="test:///default") as other:
        ...     await other.get_type()
        'TEST'

        Rests on: ``virConnectOpenAuth``. Perl: ``new``.
        """
        wanted = {
            "uri": uri,
            "address": address,
            "readonly": readonly,
            "auth": auth,
            "credlist": credlist,
            "callback": callback,
            "flags": flags,
        }
        return Opener(cls._open(wanted, width, keep_alive))

    @classmethod
    def of(cls, conn: sysvirt.Virt, *, width: int = WIDTH) -> Self:
        """The awaited connection beside a synchronous one, in the loop that runs.

        Both stand for the same connection: closing one closes both. Dropping this one leaves the
        other as it is. It needs an event loop to have been registered before it was opened, if it
        is to have events (``Sys.Virt.Event.register_default()``).

        >>> aconn = Sys.Virt.of(conn.sync)
        >>> await aconn.get_type()
        'TEST'

        Rests on: no C function. Perl: not there.
        """
        if not isinstance(conn, sysvirt.Virt):
            raise arguments.wrong_type(conn, "conn", "a sysvirt.Virt")
        lanes = Lanes(asyncio.get_running_loop(), arguments.at_least_one(width, "width"))
        return cls._make(conn, lanes, is_owned=False)

    @classmethod
    async def _open(
        cls, wanted: dict[str, Any], width: int, keep_alive: tuple[float, int] | None
    ) -> Self:
        lanes = Lanes(asyncio.get_running_loop(), arguments.at_least_one(width, "width"))
        checked = check_keep_alive(keep_alive)
        callback, answering = wanted["callback"], InLoop(lanes.loop)
        if callback is not None:
            arguments.callback(callback, "callback")
            wanted = {**wanted, "callback": partial(_ask, answering, callback)}
        opening = _InThread(*prepare(**wanted))
        try:
            conn = await lanes.main.call_or_undo(_close_late, opening.open)
        except asyncio.CancelledError:
            # One that waits for an answer would keep the turn of those that open the same host.
            answering.stop()
            opening.give_up()
            raise
        except BaseException:
            lanes.stop()
            raise
        made = cls._make(conn, lanes, is_owned=True)
        # Where nothing can be cut, there is no use in asking.
        if checked is not None and conn._wire is not None:
            made._keep_alive(*checked)
        return made

    @classmethod
    def _make(cls, conn: sysvirt.Virt, lanes: Lanes, *, is_owned: bool) -> Self:
        made = cls.__new__(cls)
        made._sync = conn
        made._lanes = lanes
        made._is_owned = is_owned
        made._end = End(conn, lanes)
        lanes.nudge_by(conn.get_library_version)
        return made

    async def close(self, timeout: float | None = None) -> None:
        """Close the connection: no new calls, and what waits ends with ``Error``.

        Calls that run are waited for; after ``timeout`` seconds the connection is cut, which ends
        them. Iterations over events end. Cancelled, it cuts at once. Closing twice does no harm.
        Where the connection has no socket that can be cut, what still runs after ``timeout`` is
        left to end by itself.

        >>> await conn.close()
        >>> conn
        <sysvirt.aio.Virt (closed)>

        Rests on: ``virConnectClose``. Perl: object destruction.
        """
        seconds = arguments.optional_real(timeout, "timeout")
        await self._end.close(None if seconds is None else max(0.0, seconds))

    async def closed(self) -> int:
        """Wait until the connection ends: the reason is one of ``CLOSE_REASON_*``.

        >>> await conn.close()
        >>> await conn.closed() == conn.CLOSE_REASON_CLIENT
        True

        Rests on: ``virConnectRegisterCloseCallback``. Perl: not there.
        """
        self._lanes.calls.check()
        return await self._end.wait()

    async def set_keep_alive(self, interval: float, count: int) -> None:
        """Ask every ``interval`` seconds whether the daemon still answers; 0 or less: don't.

        After ``count`` unanswered questions the connection is cut, as by :meth:`abort`. The
        questions are sysvirt's own: libvirt's hang or crash where calls are under way. Where the
        connection has no socket that can be cut, it is ``Error`` with ``ERR_NO_SUPPORT``.

        >>> await conn.set_keep_alive(5, 3)  # doctest: +SKIP

        Rests on: ``virConnectGetLibVersion``. Perl: ``set_keep_alive``.
        """
        self._lanes.calls.check()
        checked = _check_interval(interval, count)
        uri = self._sync.get_uri()
        if self._sync._wire is None:
            raise refuse_limit(uri, "set_keep_alive")
        self._keep_alive(*checked)

    def _keep_alive(self, interval: float, count: int) -> None:
        end, lanes = self._end, self._lanes
        if end.keep_alive is not None:
            end.keep_alive.stop()
            end.keep_alive = None
        if interval > 0:
            ask = partial(lanes.ask, self._sync.get_library_version)
            cut = partial(end.abort, sysvirt.Virt.CLOSE_REASON_KEEPALIVE)
            end.keep_alive = KeepAlive(lanes.loop, ask, cut, interval, count)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.close(PATIENCE)


class Opener(Coroutine[Any, Any, C]):
    """A connection that is being opened: a coroutine, and the beginning of an ``async with``."""

    __slots__ = ("_conn", "_coroutine")

    def __init__(self, coroutine: Coroutine[Any, Any, C]) -> None:
        self._coroutine = coroutine

    def __await__(self) -> Generator[Any, Any, C]:
        return self._coroutine.__await__()

    def send(self, value: Any) -> Any:
        """Part of a coroutine."""
        return self._coroutine.send(value)

    def throw(self, *error: Any) -> Any:
        """Part of a coroutine."""
        return self._coroutine.throw(*error)

    def close(self) -> None:
        """Part of a coroutine."""
        self._coroutine.close()

    async def __aenter__(self) -> C:
        self._conn = await self._coroutine
        return self._conn

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self._conn.__aexit__(kind, error, traceback)


class _InThread:
    """An opening in a thread, which the loop may give up."""

    def __init__(self, open_connection: Callable[[], Any], uri: str | None) -> None:
        self._open_connection = open_connection
        self._uri = uri
        self._search: Search | None = None
        self._is_given_up = False

    def open(self) -> sysvirt.Virt:
        """What the thread does."""
        # A connection that is to have events needs a loop from the beginning.
        loop_thread.turn.prepare()
        conn = sysvirt.Virt.__new__(sysvirt.Virt)
        try:
            conn._own(*open_with_wire(self._open_connection, self._uri, began=self._begin))
        except BaseException:
            loop_thread.turn.settle()
            raise
        return conn

    def _begin(self, search: Search) -> None:
        self._search = search
        # Whoever gives it up looks for the search afterwards, so one of the two sees the other.
        if self._is_given_up:
            raise asyncio.CancelledError

    def give_up(self) -> None:
        """Cut the socket that is being opened."""
        self._is_given_up = True
        if self._search is not None:
            self._search.give_up()


def _close_late(conn: sysvirt.Virt) -> None:
    """Let go of a connection that nobody waits for any more."""
    conn.abort()
    close(conn)


def _ask(
    answering: InLoop, callback: CredentialCallback, credentials: list[Credential]
) -> int | None:
    """The credential callback, in the thread that opens; what it awaits runs in the loop."""
    answering.check()
    answer: int | None = answering.finish(callback(credentials))
    return answer


def check_keep_alive(keep_alive: Any) -> tuple[float, int] | None:
    """An interval and a count, or ``None`` for no questions."""
    if keep_alive is None:
        return None
    if not isinstance(keep_alive, tuple) or len(keep_alive) != 2:
        raise arguments.wrong_type(keep_alive, "keep_alive", "a pair of an interval and a count")
    return _check_interval(*keep_alive)


def _check_interval(interval: float, count: int) -> tuple[float, int]:
    seconds = arguments.real(interval, "interval")
    if not seconds <= 0:  # not a number, too, is refused
        check_seconds(seconds, "interval")
    return seconds, arguments.uint(count, "count")

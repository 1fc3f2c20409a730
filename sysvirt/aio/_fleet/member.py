"""One host of a fleet: opened, watched, and opened again when it breaks."""

from __future__ import annotations

import asyncio
import errno
import time
from contextlib import suppress
from inspect import isawaitable
from typing import TYPE_CHECKING, Any

import attrs

from sysvirt import Error
from sysvirt.aio._fleet.backoff import Backoff
from sysvirt.aio._fleet.outcomes import HostState, Result
from sysvirt.aio._virt.opening import PATIENCE
from sysvirt.aio.virt import Virt

if TYPE_CHECKING:
    from asyncio import Future, Semaphore, Task
    from collections.abc import Awaitable, Callable, Iterable

    from sysvirt.aio._fleet.options import Options

#: So many calls in a row that get no answer in time, and the connection is given up.
SILENCES = 2
#: How long whoever leaves in a hurry waits for what runs on a host, in seconds.
HURRY = 0.1


class Watcher:
    """Whoever has to know when a host comes and goes."""

    async def register(self, host: str, conn: Virt) -> None:
        """Do what has to be done there before anybody is told that the host has come up."""

    def up(self, host: str) -> None:
        """The host answers."""

    def down(self, host: str, error: Exception) -> None:
        """The host doesn't answer any more, or never did."""

    def end(self) -> None:
        """The fleet is closed."""


class Member:
    """One host. ``live`` keeps a connection to it; all else looks at what that has come to."""

    def __init__(
        self,
        name: str,
        how: dict[str, Any],
        options: Options,
        opening: Semaphore,
        watchers: Iterable[Watcher],
    ) -> None:
        self.name = name
        self.state = HostState("new", time.time())
        self.conn: Virt | None = None
        self._how = {"readonly": options.readonly, **how}
        self._options = options
        self._opening = opening
        self._watchers = watchers
        self._backoff = Backoff(options.first_pause, options.last_pause)
        self._silences = 0
        #: Why the connection is given up, as soon as it is.
        self._given_up: Future[Exception] | None = None
        #: The first try has ended.
        self._tried = asyncio.Event()
        self._task: Task[None] | None = None
        self._closing: Future[None] | None = None
        self._patience = PATIENCE
        self._is_stopped = False
        #: What is being asked.
        self._asking: set[Task[Any]] = set()

    def start(self) -> None:
        """Begin to live."""
        self._task = asyncio.get_running_loop().create_task(self._live())

    async def stop(self, patience: float = PATIENCE) -> None:
        """Close the connection, and open no other one.

        What is being asked ends at once, with an error. Calls that run are waited for so many
        seconds, then they are cut.
        """
        self._is_stopped, self._patience = True, patience
        # The first: another host may get its name before all of this one is gone.
        self._set_down(ConnectionError(f"{self.name} was taken from the fleet"))
        for asking in self._asking:
            asking.cancel()
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait([self._task])
        if self._closing is not None:
            await asyncio.wait([self._closing])

    async def connection(self) -> Virt:
        """The connection; where there is none, why the host is down is raised."""
        await self._tried.wait()
        if self.conn is None:
            raise self._error
        return self.conn

    @property
    def _error(self) -> Exception:
        """Why there is no connection."""
        error = self.state.error or ConnectionError(f"{self.name} is not open")
        # It may be raised many times, and each would add to its traceback.
        return error.with_traceback(None)

    async def ask(
        self, function: Callable[[Virt], Awaitable[Any]], timeout: float, turns: Semaphore
    ) -> Result[Any]:
        """What a function gives for this host; what goes wrong is a part of the result.

        For a task of its own, which ends when the host is taken from the fleet.
        """
        begin, task = time.monotonic(), asyncio.current_task()
        assert task is not None  # noqa: S101 - a coroutine runs in one
        self._asking.add(task)
        try:
            return await self._take_turn(function, timeout, turns)
        except asyncio.CancelledError as error:
            failure = self._judge_end(task, error)
            if failure is None:
                raise
            try:
                return Result(self.name, error=failure, seconds=time.monotonic() - begin)
            finally:
                # Its traceback leads here, as below.
                del failure
        finally:
            self._asking.discard(task)
            del task

    def _judge_end(self, task: Task[Any], error: asyncio.CancelledError) -> Exception | None:
        """What the result has of it; ``None`` where the caller has cancelled it."""
        if not task.cancelling():
            # Nobody has cancelled this: the function itself has raised it.
            failure = RuntimeError(f"what {self.name} was asked was cancelled")
            failure.__cause__ = error
            return failure
        return self._error if self._is_stopped and not task.uncancel() else None

    async def _take_turn(
        self, function: Callable[[Virt], Awaitable[Any]], timeout: float, turns: Semaphore
    ) -> Result[Any]:
        await self._tried.wait()
        if self.conn is None:
            return Result(self.name, error=self._error)
        async with turns:
            # It may have broken while others had their turn.
            if self.conn is None:
                return Result(self.name, error=self._error)
            return await self._ask(self.conn, function, timeout)

    async def _ask(
        self, conn: Virt, function: Callable[[Virt], Awaitable[Any]], timeout: float
    ) -> Result[Any]:
        begin = time.monotonic()
        limit = asyncio.timeout(timeout)
        try:
            async with limit:
                value = await _called(function, conn)
        except Exception as error:  # noqa: BLE001 - it is told in the result
            failure = self._judge(conn, error, timeout if limit.expired() else None)
            try:
                return Result(self.name, error=failure, seconds=time.monotonic() - begin)
            finally:
                # Its traceback leads here: a circle, which would keep the connection open.
                del failure
        finally:
            # And this one leads to the task that has the result.
            del limit
        self._silences = 0
        return Result(self.name, value, seconds=time.monotonic() - begin)

    def _judge(self, conn: Virt, error: Exception, passed: float | None) -> Exception:
        """What the result has of an error; ``passed`` is the time limit that has ended it."""
        if passed is None:
            self._silences = 0
            return error
        failure = TimeoutError(f"{self.name} gave no answer within {passed:g} seconds")
        failure.__cause__ = error
        self._note_silence(conn, failure)
        return failure

    def _note_silence(self, conn: Virt, error: Exception) -> None:
        self._silences += 1
        if self._silences >= SILENCES and conn is self.conn:
            self._give_up(error)

    def _give_up(self, error: Exception) -> None:
        if self._given_up is not None and not self._given_up.done():
            self._given_up.set_result(error)

    # The life of a host --------------------------------------------------------------------

    async def _live(self) -> None:
        while True:
            await self._be_up()
            pause = self._backoff.take()
            self.state = attrs.evolve(self.state, next_try=time.time() + pause)
            await asyncio.sleep(pause)
            self.state = attrs.evolve(self.state, next_try=None)

    async def _be_up(self) -> None:
        """Open the connection, and wait until it breaks."""
        try:
            conn = await self._open()
        except BaseException as failure:
            if _is_cancelled():
                raise
            # It is down, whatever the reason.
            self._set_down(_as_exception(failure))
            return
        try:
            error = await self._serve(conn)
            # What hangs there has hung long enough.
            conn.abort()
            self._set_down(error)
        finally:
            self.conn = None
            # In a task of its own: whoever stops this one doesn't stop the closing.
            self._closing = asyncio.ensure_future(_close(conn, self._patience_with(conn)))
            await asyncio.wait([self._closing])

    def _patience_with(self, conn: Virt) -> float:
        """How long to wait for its calls: for those that nobody waits for and that hang, hardly."""
        _, running, abandoned = conn.pending
        return HURRY if self._silences and running == abandoned else self._patience

    async def _serve(self, conn: Virt) -> Exception:
        """Be up until something goes wrong, and what that is."""
        self._given_up = asyncio.get_running_loop().create_future()
        try:
            await self._register_watchers(conn)
            self._set_up(conn)
            return await self._end_of(conn, self._given_up)
        except Exception as error:  # noqa: BLE001 - as above
            return error
        finally:
            self._given_up = None

    async def _register_watchers(self, conn: Virt) -> None:
        limit = self._options.open_timeout
        registered: set[Watcher] = set()
        try:
            async with asyncio.timeout(limit):
                # Some may come while others are registered.
                while coming := set(self._watchers) - registered:
                    for watcher in coming:
                        await watcher.register(self.name, conn)
                    registered |= coming
        except TimeoutError as error:
            message = f"{self.name} gave no answer within {limit:g} seconds"
            raise TimeoutError(message) from error

    async def _open(self) -> Virt:
        limit = self._options.open_timeout
        async with self._opening:
            try:
                async with asyncio.timeout(limit):
                    return await Virt.new(**self._how, keep_alive=self._options.keep_alive)
            except TimeoutError as error:
                message = f"{self.name} could not be opened within {limit:g} seconds"
                raise TimeoutError(message) from error

    async def _end_of(self, conn: Virt, given_up: Future[Exception]) -> Exception:
        closed = asyncio.ensure_future(conn.closed())
        try:
            waited: list[Future[Any]] = [closed, given_up]
            await asyncio.wait(waited, return_when=asyncio.FIRST_COMPLETED)
            if given_up.done():
                return given_up.result()
            reason = closed.result()
        finally:
            closed.cancel()
        return Error._own(
            Error.ERR_SYSTEM_ERROR,
            f"the connection to {self.name} is broken{_why(reason)}",
            origin="fleet",
            domain=Error.FROM_RPC,
            number=errno.ECONNRESET,
        )

    def _set_up(self, conn: Virt) -> None:
        self.conn = conn
        self.state = HostState("up", time.time())
        self._silences = 0
        self._backoff.reset()
        self._tried.set()
        for watcher in tuple(self._watchers):
            watcher.up(self.name)

    def _set_down(self, error: Exception) -> None:
        self.conn = None
        since = self.state.since if self.state.state == "down" else time.time()
        self.state = HostState("down", since, error)
        self._tried.set()
        for watcher in tuple(self._watchers):
            watcher.down(self.name, error)


async def _close(conn: Virt, patience: float) -> None:
    with suppress(Error):
        await conn.close(patience)


async def _called(function: Callable[[Virt], Awaitable[Any]], conn: Virt) -> Any:
    waited = function(conn)
    if not isawaitable(waited):
        kind = type(waited).__name__
        raise TypeError(f"function must be a coroutine function, not one that gives {kind}")
    return await waited


def _is_cancelled() -> bool:
    """Whether somebody cancels the task that runs."""
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0


def _as_exception(failure: BaseException) -> Exception:
    """What a state or a result can hold: a callback may raise what ends programs."""
    if isinstance(failure, Exception):
        return failure
    error = RuntimeError(f"opening it was broken off by {failure!r}")
    error.__cause__ = failure
    return error


def _why(reason: int) -> str:
    words = {
        Virt.CLOSE_REASON_EOF: "the daemon closed it",
        Virt.CLOSE_REASON_KEEPALIVE: "the daemon gave no sign of life",
    }
    return f": {words[reason]}" if reason in words else ""

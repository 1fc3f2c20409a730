"""A loop in a thread of its own."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Iterator
from concurrent.futures import CancelledError
from functools import partial

import pytest

from sysvirt.aio._fleet.thread import LoopThread


@pytest.fixture
def thread() -> Iterator[LoopThread]:
    made = LoopThread("test")
    yield made
    made.stop()
    made.join()


async def give(value: int) -> int:
    return value


async def fail(error: BaseException) -> None:
    raise error


async def never() -> None:
    await asyncio.sleep(3600)


def test_it_gives_and_raises_what_a_coroutine_does(thread: LoopThread) -> None:
    assert thread.wait(partial(give, 3)) == 3
    assert thread.outcome(thread.submit(partial(give, 4))) == 4
    with pytest.raises(KeyError):
        thread.wait(partial(fail, KeyError()))


@pytest.mark.parametrize("kind", [SystemExit, KeyboardInterrupt, GeneratorExit])
def test_it_outlives_what_ends_programs(thread: LoopThread, kind: type[BaseException]) -> None:
    for _ in range(3):
        with pytest.raises(kind):
            thread.wait(partial(fail, kind()))
    assert thread.wait(partial(give, 3)) == 3


def test_a_cancelled_coroutine(thread: LoopThread) -> None:
    with pytest.raises(CancelledError):
        thread.wait(partial(fail, asyncio.CancelledError()))
    assert not thread.has_ended


def test_it_ends_what_still_runs() -> None:
    thread = LoopThread("ends")
    waiting = thread.submit(never)
    thread.wait(partial(give, 1))
    thread.stop()
    with pytest.raises(RuntimeError, match="was closed meanwhile"):
        thread.outcome(waiting)
    thread.join()
    assert thread.has_ended
    assert "ends" not in [each.name for each in threading.enumerate()]
    with pytest.raises(RuntimeError, match="isn't open any more"):
        thread.wait(partial(give, 1))
    thread.stop()
    thread.join()


def test_what_is_about_to_end_ends_by_itself() -> None:
    thread = LoopThread("soon")
    short = thread.submit(partial(asyncio.sleep, 0.01, 3))
    thread.stop()
    assert thread.outcome(short) == 3
    thread.join()


def test_what_was_handed_in_before_its_end_has_an_answer() -> None:
    """Whoever hands in beside the end gets a value or a refusal, and waits for ever in no case."""
    for _ in range(20):
        thread = LoopThread("raced")
        answers: list[object] = []

        def ask(thread: LoopThread = thread, answers: list[object] = answers) -> None:
            try:
                while True:
                    answers.append(thread.wait(partial(give, 1)))
            except RuntimeError as error:
                answers.append(error)

        others = [threading.Thread(target=ask) for _ in range(4)]
        for each in others:
            each.start()
        thread.stop()
        for each in others:
            each.join(60)
            assert not each.is_alive()
        thread.join()
        assert sum(isinstance(each, RuntimeError) for each in answers) == 4


def test_it_can_not_wait_for_itself(thread: LoopThread) -> None:
    async def wait() -> int:
        return thread.wait(partial(give, 3))

    with pytest.raises(RuntimeError, match="can't wait for itself"):
        thread.wait(wait)


def test_what_can_not_be_handed_in_never_begins(
    thread: LoopThread, recwarn: pytest.WarningsRecorder
) -> None:
    thread.stop()
    with pytest.raises(RuntimeError):
        thread.submit(partial(give, 3))
    assert list(recwarn) == []


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_child_process_has_none_of_it(thread: LoopThread) -> None:
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            thread.wait(partial(give, 3))
        except RuntimeError as error:
            code = 10 * ("belongs to the parent process" in str(error))
            # Neither waits for a thread that isn't there.
            thread.stop()
            thread.join()
        finally:
            os._exit(code)
    _, status = os.waitpid(pid, 0)
    assert os.waitstatus_to_exitcode(status) == 10
    assert thread.wait(partial(give, 3)) == 3

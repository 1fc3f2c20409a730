"""A loop in a thread of its own."""

from __future__ import annotations

import asyncio
import gc
import os
import threading
from collections.abc import AsyncGenerator, Iterator
from concurrent.futures import CancelledError
from functools import partial

import pytest

from sysvirt.aio._fleet.thread import LoopThread, OtherLoop
from tests.patience import LONG


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
            each.join(LONG)
            assert not each.is_alive()
        thread.join()
        assert sum(isinstance(each, RuntimeError) for each in answers) == 4


def test_what_it_does_last() -> None:
    done: list[str] = []

    async def last() -> None:
        await asyncio.sleep(0)
        done.append(threading.current_thread().name)

    thread = LoopThread("lasts", last)
    waiting = thread.submit(never)
    assert not done
    thread.stop()
    thread.join()
    assert done == ["lasts"]
    assert waiting.cancelled()


def test_a_function_that_needs_the_thread(thread: LoopThread) -> None:
    assert thread.do(threading.current_thread).name == "test"
    with pytest.raises(ZeroDivisionError):
        thread.do(lambda: 1 // 0)


def test_the_items_of_a_generator(thread: LoopThread) -> None:
    async def numbers() -> AsyncGenerator[int, None]:
        yield 1
        raise KeyError("two")

    found = thread.items(numbers())
    assert next(found) == 1
    with pytest.raises(KeyError):
        next(found)


def test_a_generator_that_is_left_is_closed_there(thread: LoopThread) -> None:
    closed = threading.Event()

    async def numbers() -> AsyncGenerator[int, None]:
        try:
            yield 1
            await asyncio.sleep(3600)
        finally:
            closed.set()

    for number in thread.items(numbers()):
        assert number == 1
        break
    assert closed.wait(LONG)


def test_a_loop_of_somebody_else_goes_on(thread: LoopThread) -> None:
    other = OtherLoop(thread.do(asyncio.get_running_loop))
    assert other.wait(partial(give, 3)) == 3
    with pytest.raises(RuntimeError, match="can't wait for itself"):
        thread.do(partial(other.wait, partial(give, 3)))
    other.stop()
    assert other.has_ended
    with pytest.raises(RuntimeError, match="isn't open any more"):
        other.wait(partial(give, 3))
    assert thread.wait(partial(give, 4)) == 4


def test_a_loop_of_somebody_else_that_is_closed() -> None:
    loop = asyncio.new_event_loop()
    loop.close()
    with pytest.raises(RuntimeError, match="closed"):
        OtherLoop(loop).wait(partial(give, 3))


@pytest.mark.parametrize("is_one", [True, False])
# What is left in the loop can't close its generator any more.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_loop_that_somebody_else_closes_meanwhile(is_one: bool) -> None:
    loop = asyncio.new_event_loop()
    # It would complain of what is left.
    loop.set_exception_handler(lambda *_: None)
    other = OtherLoop(loop)

    async def hang() -> None:
        loop.stop()
        await asyncio.sleep(3600)

    async def numbers() -> AsyncGenerator[int, None]:
        await hang()
        yield 1

    def turn() -> None:
        loop.run_forever()
        loop.close()

    thread = threading.Thread(target=turn)
    thread.start()
    ask = partial(other.wait, hang) if is_one else partial(next, other.items(numbers()))
    with pytest.raises(RuntimeError, match="was closed meanwhile"):
        ask()
    thread.join()
    # Now, and not in a later test.
    del ask
    gc.collect()


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

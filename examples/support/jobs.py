"""Waiting for work that a host does, so that it can be watched and given up."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait

from sysvirt import Error

#: How many seconds pass between two looks.
INTERVAL = 0.2


def call(
    work: Callable[[], object], look: Callable[[], object], give_up: Callable[[], object]
) -> None:
    """Do work that waits for its end, in a thread, and look at it meanwhile.

    Ctrl-C would have to wait for the work in the main thread; here it ends it by `give_up`.
    """
    with ThreadPoolExecutor(1) as threads:
        doing = threads.submit(work)
        try:
            while _goes_on(doing):
                # At the end there may be nothing left to be looked at.
                with contextlib.suppress(Error):
                    look()
        except BaseException:
            # Again and again: it may not have begun yet.
            while _goes_on(doing):
                with contextlib.suppress(Error):
                    give_up()
            raise
        doing.result()


def _goes_on(doing: Future[object]) -> bool:
    return not wait([doing], INTERVAL).done


@contextlib.contextmanager
def started(start: Callable[[], object], give_up: Callable[[], object]) -> Iterator[None]:
    """Start a job that goes on by itself; what then ends the `with` early, as Ctrl-C, ends it."""
    begun = False
    try:
        start()
        begun = True
        yield
    except BaseException as error:
        # Where it couldn't start there may be another job, which isn't ours.
        if begun or not isinstance(error, Error):
            with contextlib.suppress(Error):
                give_up()
        raise


def wait_while(goes_on: Callable[[], bool]) -> None:
    """Look at a job until it no longer goes on."""
    while goes_on():
        time.sleep(INTERVAL)

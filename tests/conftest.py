"""What all tests share: the test driver's objects."""

from __future__ import annotations

import contextlib
import gc
import signal
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from sysvirt import Domain, Sys, Virt
from tests import recorder, worlds
from tests.clusters import all_workers_join, client, cluster  # noqa: F401 - fixtures
from tests.daemons import crowd, daemon, far, far_dom, proxy  # noqa: F401 - fixtures
from tests.loop import open_descriptors, settle


def pytest_configure() -> None:
    """Let Ctrl-C and the end of a terminal reach the programs that tests start.

    Whoever started this may have had them ignored, as shells do for what they put in the
    background, and nohup. What is ignored stays so in every program that is started from here.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
        signal.signal(signal.SIGHUP, _pass_over)


def _pass_over(_number: int, _frame: object) -> None:
    """Go on: unlike an ignored signal, a handler isn't handed on to programs."""


#: Notes the errors of all methods, where that is wanted.
_recorder = recorder.start()


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Begin anew after a test that failed, and note no errors that a test makes up."""
    forget_failure()
    if _recorder:
        fixtures = set(getattr(item, "fixturenames", ()))
        made_up = not recorder.MADE_UP.isdisjoint(fixtures)
        _recorder.paused = made_up or item.nodeid.startswith(recorder.LEFT_OUT)


#: The rooms of tests that `make test-quick` leaves out: the pages and the site, the assistant that
#: reads Perl, and the campaigns that do harm.
LONG_ROOMS = ("docs", "port", "torture")
#: How many tests may pass until the collector is relieved again, and until that is tried again.
OFTEN = 250
SOON = 25
#: So many open descriptors are more than a test has.
MANY = 200
_passed = count(1)
_relieved_at = 0


def forget_failure() -> None:
    """Let go of the last test that failed, which pytest keeps until the next one is called.

    Its traceback keeps its connection, and so the test driver's world for the next fixtures.
    """
    for name in ("last_type", "last_value", "last_traceback", "last_exc"):
        vars(sys).pop(name, None)


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark what is long by the room that it is in, and campaigns by their name."""
    room = item.path.relative_to(Path(__file__).parent).parts[0]
    if room in LONG_ROOMS or item.name.startswith("test_campaign"):
        item.add_marker("long")


def pytest_collection_finish() -> None:
    """Relieve the garbage collector of what lives as long as the run."""
    relieve()


def pytest_runtest_logfinish() -> None:
    """Relieve it of the reports, too, which become ever more."""
    global _relieved_at  # noqa: PLW0603 - there is one collector
    forget_failure()
    number = next(_passed)
    if number % SOON == 0:
        if open_descriptors() > MANY:
            release_descriptors()
        if number - _relieved_at >= OFTEN and relieve():
            _relieved_at = number


def release_descriptors() -> None:
    """Let libvirt's event loop turn: a connection keeps its descriptors until it does."""
    # Without a loop they have gone already; another thread that turns it lets go of them.
    with contextlib.suppress(Sys.Virt.Error):
        settle()


def relieve() -> bool:
    """Let the garbage collector pass over what is there now, where that does no harm.

    Thousands of tests collect garbage, and each would look at all modules, all tests and all
    reports again: it took two thirds of the time of a whole run. A connection that a test has left
    must not be among it: the test driver's would keep its world for hundreds of tests.
    """
    # What has become garbage since the last time is passed over as well.
    gc.unfreeze()
    if worlds.has_new():
        return False
    gc.freeze()
    return True


@pytest.fixture
def conn() -> Iterator[Virt]:
    """A connection to the test driver, fresh for each test: its world is kept by the process."""
    # The traceback of an error that another test caught may still hold an object of that world.
    gc.collect()
    with Sys.Virt.new(uri="test:///default") as connection:
        yield connection


@pytest.fixture
def dom(conn: Virt) -> Domain:
    """The test driver's only domain."""
    return conn.get_domain_by_name("test")

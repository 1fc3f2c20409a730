"""What all tests share: the test driver's objects."""

from __future__ import annotations

import gc
import signal
from collections.abc import Iterator

import pytest

from sysvirt import Domain, Sys, Virt
from tests.daemons import daemon, far, far_dom, own_daemon, proxy  # noqa: F401 - fixtures


def pytest_configure() -> None:
    """Let Ctrl-C reach the programs that tests start.

    Whoever started this may have had it ignored, as shells do for what they put in the background,
    and what is ignored stays so in every program that is started from here.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_finish() -> None:
    """Let the garbage collector pass over what lives as long as the run.

    Thousands of tests collect garbage, and each would look at all modules and all tests again.
    """
    gc.collect()
    gc.freeze()


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

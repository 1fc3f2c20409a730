"""What all tests share: the test driver's objects."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from sysvirt import Domain, Sys, Virt


def pytest_collection_finish() -> None:
    """Let the searches for garbage and for referrers pass over what only pytest knows."""
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

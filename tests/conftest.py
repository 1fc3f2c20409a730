"""What all tests share: the test driver's objects."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sysvirt import Domain, Sys, Virt


@pytest.fixture
def conn() -> Iterator[Virt]:
    """A connection to the test driver, fresh for each test: its world is kept by the process."""
    with Sys.Virt.new(uri="test:///default") as connection:
        yield connection


@pytest.fixture
def dom(conn: Virt) -> Domain:
    """The test driver's only domain."""
    return conn.get_domain_by_name("test")

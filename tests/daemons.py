"""A daemon of the tests' own, and connections to it through a proxy; no root is needed.

`tests/conftest.py` makes these fixtures known to all tests.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sysvirt import Domain, Virt
from tests.hosts import programs
from tests.hosts.daemon import NEEDS, Daemon
from tests.hosts.proxy import Proxy

#: The domain of the test driver, as it stands in messages.
TEST = ("test", "6695eb01-f6a4-8304-79aa-97f2502e193f", 1)


def _need_a_daemon() -> None:
    if missing := programs.missing(NEEDS, root=False):
        pytest.skip("needs " + ", ".join(missing))


@pytest.fixture(scope="session")
def daemon() -> Iterator[Daemon]:
    """A daemon that all tests share: whoever ends it takes `own_daemon`."""
    _need_a_daemon()
    with Daemon() as started:
        yield started


@pytest.fixture
def own_daemon() -> Iterator[Daemon]:
    """A daemon for one test alone."""
    _need_a_daemon()
    with Daemon() as started:
        yield started


@pytest.fixture
def proxy(daemon: Daemon) -> Iterator[Proxy]:
    """A proxy in front of the daemon."""
    with Proxy(daemon.socket) as started:
        yield started


@pytest.fixture
def far(proxy: Proxy) -> Iterator[Virt]:
    """A connection to the daemon's test driver, through the proxy."""
    with Virt(uri=proxy.uri()) as connection:
        yield connection


@pytest.fixture
def far_dom(far: Virt, proxy: Proxy) -> Domain:
    """The domain of that driver; the calls so far are forgotten."""
    dom = far.get_domain_by_name("test")
    proxy.functions.clear()
    return dom

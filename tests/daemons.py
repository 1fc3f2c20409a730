"""A daemon of the tests' own, and connections to it through a proxy; no root is needed.

`tests/conftest.py` makes these fixtures known to all tests.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sysvirt import Domain, Virt
from tests.hosts import programs
from tests.hosts.crowd import Crowd
from tests.hosts.daemon import NEEDS, Daemon
from tests.hosts.proxy import Proxy

#: The domain of the test driver, as it stands in messages.
TEST = ("test", "6695eb01-f6a4-8304-79aa-97f2502e193f", 1)


@pytest.fixture
def daemon() -> Iterator[Daemon]:
    """A daemon for one test alone.

    It starts in a twentieth of a second. The world of its test driver lasts as long as anybody is
    connected: with one for all tests, a client that took long to go left its changes to the next.
    """
    if missing := programs.missing(NEEDS, root=False):
        pytest.skip("needs " + ", ".join(missing))
    with Daemon() as started:
        yield started


@pytest.fixture
def proxy(daemon: Daemon) -> Iterator[Proxy]:
    """A proxy in front of the daemon."""
    with Proxy(daemon.socket) as started:
        yield started


@pytest.fixture
def crowd(daemon: Daemon) -> Iterator[Crowd]:
    """Twelve hosts: few enough to be quick, more than a fleet asks at once in the tests."""
    with Crowd(daemon.socket, 12) as made:
        yield made


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

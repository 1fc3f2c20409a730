"""Hosts for the programs that look at a fleet."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.hosts.crowd import Crowd
from tests.hosts.daemon import Daemon


@pytest.fixture
def crowd(daemon: Daemon) -> Iterator[Crowd]:
    """Six hosts, all of them well."""
    with Crowd(daemon.socket, 6) as made:
        yield made


@pytest.fixture
def hosts(crowd: Crowd) -> list[str]:
    """The hosts of the crowd as the programs take them."""
    return [f"{name}={uri}" for name, uri in crowd.uris.items()]

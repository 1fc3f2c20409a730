"""Hosts for the tests of fleets."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sysvirt.aio._fleet import feed
from tests.aio.playing import LONG
from tests.hosts.crowd import Crowd
from tests.hosts.daemon import Daemon

#: Few enough to be quick, more than a fleet asks at once in these tests.
NUMBER = 12


@pytest.fixture
def crowd(daemon: Daemon) -> Iterator[Crowd]:
    with Crowd(daemon.socket, NUMBER) as made:
        yield made


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who enters events finds them registered on all hosts that are up, however busy they are."""
    monkeypatch.setattr(feed, "GRACE", LONG)

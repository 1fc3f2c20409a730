"""What the tests of `sysvirt.aio` share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sysvirt.aio._events.loop_thread import turn
from tests import worlds


@pytest.fixture(autouse=True)
def still_loop() -> Iterator[None]:
    """Other tests turn libvirt's event loop themselves, so none of these leaves it turning."""
    before = worlds.connections()
    yield
    # A connection that a test dropped goes here, and not in the middle of another test.
    worlds.settle(before)
    turn.stop()

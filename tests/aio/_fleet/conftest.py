"""What the tests of fleets share."""

from __future__ import annotations

import pytest

from sysvirt.aio._fleet import feed
from tests.patience import LONG


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who enters events finds them registered on all hosts that are up, however busy they are."""
    monkeypatch.setattr(feed, "GRACE", LONG)

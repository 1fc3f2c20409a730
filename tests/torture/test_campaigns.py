"""A few tries of each campaign; ``make torture`` has the others."""

from __future__ import annotations

import pytest

from tests.hosts import programs
from tests.hosts.daemon import NEEDS
from tests.torture.campaigns import CAMPAIGNS

SEED = 1


@pytest.mark.parametrize("name", CAMPAIGNS)
def test_campaign(name: str) -> None:
    # That one needs no daemon.
    if name != "fuzz" and (missing := programs.missing(NEEDS, root=False)):
        pytest.skip("needs " + ", ".join(missing))
    result = CAMPAIGNS[name].attack(SEED)
    assert result.faults == []
    assert result.tries > 0

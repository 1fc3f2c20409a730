"""The campaigns, by the names that the command line and the report have for them."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from types import ModuleType

from tests.torture import (
    daemon,
    events,
    fuzz,
    growth,
    injection,
    processes,
    proxy,
    refusals,
    signals,
)
from tests.torture.child import in_process
from tests.torture.result import Result

CAMPAIGNS: dict[str, ModuleType] = {
    "daemon": daemon,
    "proxy": proxy,
    "growth": growth,
    "events": events,
    "signals": signals,
    "processes": processes,
    "injection": injection,
    "fuzz": fuzz,
    "refusals": refusals,
}


def attack_all(names: Sequence[str], seed: int) -> Iterator[Result]:
    """Run campaigns, two at a time, and give the result of each as it ends."""
    with ThreadPoolExecutor(2) as pool:
        for done in as_completed([pool.submit(_attack_apart, name, seed) for name in names]):
            yield done.result()


def _attack_apart(name: str, seed: int) -> Result:
    """Run a campaign where the others don't meet it."""
    begun = time.monotonic()
    result = in_process(attack, name, seed, patience=3600)
    result.name, result.wall = name, time.monotonic() - begun
    return result


def attack(name: str, seed: int) -> Result:
    """Run a campaign in this process."""
    found: Result = CAMPAIGNS[name].attack(seed)
    return found

"""Memory statistics with flags."""

from __future__ import annotations

from typing import Any

import pytest

from sysvirt import Domain, Error
from sysvirt._libvirt import memory
from tests.fakes import Fake


def test_every_statistic_has_its_name_in_perl() -> None:
    tags = {name for name in dir(Domain) if name.startswith("MEMORY_STAT_")}
    assert {getattr(Domain, tag) for tag in tags} == set(memory.NAMES)
    for tag in tags:
        name = memory.NAMES[getattr(Domain, tag)]
        assert name == tag.removeprefix("MEMORY_STAT_").lower()


def test_the_statistics_of_the_test_driver_are_read(dom: Domain) -> None:
    found = memory.get_stats(dom.handle, 0)
    assert found == dom.memory_stats()
    assert found["actual_balloon"] > 0


def test_a_tag_without_a_name_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def fill(name: str, handle: int, rows: Any, room: int, flags: int) -> int:
        assert (name, handle, room, flags) == ("virDomainMemoryStats", 5, len(memory.NAMES), 1)
        rows[0].tag, rows[0].val = Domain.MEMORY_STAT_RSS, 2**64 - 1
        rows[1].tag, rows[1].val = 1000, 7
        rows[2].tag, rows[2].val = Domain.MEMORY_STAT_UNUSED, 9
        return 2

    monkeypatch.setattr(memory, "call", fill)
    assert memory.get_stats(Fake(c_pointer=lambda: 5), 1) == {"rss": 2**64 - 1}


def test_a_refusal_raises(dom: Domain) -> None:
    with pytest.raises(Error, match="unsupported flags"):
        memory.get_stats(dom.handle, 64)

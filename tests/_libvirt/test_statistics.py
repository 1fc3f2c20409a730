"""Statistics of domains, read in C."""

from __future__ import annotations

from typing import Any

import libvirt
import pytest

from sysvirt import Domain, Error, Virt
from sysvirt._libvirt import statistics
from tests.hosts.daemon import Daemon
from tests.loop import descriptors


def names(conn: Virt, rows: list[tuple[Any, dict[str, Any]]]) -> list[str]:
    """The names of the domains in what is read; the C objects are freed with them."""
    return [libvirt.virDomain(conn.handle, _obj=capsule).name() for capsule, _ in rows]


def test_the_statistics_of_all_domains(conn: Virt) -> None:
    rows = statistics.get_all_domain_stats(conn.handle, Domain.STATS_STATE, 0)
    assert [data for _, data in rows] == [{"state.state": 1, "state.reason": 0}]
    assert names(conn, rows) == ["test"]


def test_the_statistics_of_some_domains(conn: Virt, dom: Domain) -> None:
    capsules = [dom.handle._o, conn.get_domain_by_id(1).handle._o]
    rows = statistics.list_get_stats(capsules[:1], Domain.STATS_STATE, 0)
    assert names(conn, rows) == ["test"]
    with pytest.raises(Error):
        statistics.list_get_stats(capsules[:1], Domain.STATS_STATE, 1 << 20)


def test_every_cpu_has_its_statistics(dom: Domain) -> None:
    rows = statistics.get_cpu_stats(dom.handle, 0, 0, 0)
    assert [set(row) for row in rows] == [{"cpu_time", "vcpu_time"}] * 2
    assert all(0 < row["vcpu_time"] <= row["cpu_time"] for row in rows)
    (total,) = statistics.get_cpu_stats(dom.handle, -1, 1, 0)
    assert set(total) == {"cpu_time", "user_time", "system_time"}


def test_no_more_cpus_are_asked_for_than_there_are(dom: Domain) -> None:
    assert len(statistics.get_cpu_stats(dom.handle, 1, 100, 0)) == 1
    assert len(statistics.get_cpu_stats(dom.handle, 0, 1, 0)) == 1
    with pytest.raises(Error, match="start_cpu 2 larger than maximum"):
        statistics.get_cpu_stats(dom.handle, 2, 1, 0)


def test_statistics_leave_no_reference_behind(daemon: Daemon) -> None:
    before = descriptors()
    with Virt(uri=daemon.uri()) as conn:
        for _ in range(50):
            assert names(conn, statistics.get_all_domain_stats(conn.handle, 0, 0)) == ["test"]
        assert descriptors() > before
    assert descriptors() == before

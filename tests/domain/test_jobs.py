"""The job that a domain is busy with."""

from __future__ import annotations

import pytest

from sysvirt import Domain, Error, Virt
from tests.fakes import Recorder

KEYS = [
    "type",
    "timeElapsed",
    "timeRemaining",
    "dataTotal",
    "dataProcessed",
    "dataRemaining",
    "memTotal",
    "memProcessed",
    "memRemaining",
    "fileTotal",
    "fileProcessed",
    "fileRemaining",
]


def test_how_far_it_is(conn: Virt) -> None:
    dom = Domain(conn, Recorder(list(range(12))))
    assert dom.get_job_info() == dict(zip(KEYS, range(12), strict=True))


def test_all_that_is_known_of_it(conn: Virt) -> None:
    handle = Recorder({"type": 3, "operation": 4, "time_elapsed": 2**63})
    answer = Domain(conn, handle).get_job_stats(Domain.JOB_STATS_COMPLETED)
    assert answer == (3, {"operation": 4, "time_elapsed": 2**63})
    assert handle.calls == [("jobStats", 1)]


def test_it_is_given_up(conn: Virt) -> None:
    handle = Recorder()
    dom = Domain(conn, handle)
    assert dom.abort_job() is dom.abort_job(None) is dom.abort_job(1) is None  # type: ignore[func-returns-value]
    assert handle.calls == [("abortJob",), ("abortJob",), ("abortJobFlags", 1)]


def test_a_driver_without_jobs(dom: Domain) -> None:
    with pytest.raises(Error, match="virDomainGetJobInfo"):
        dom.get_job_info()
    with pytest.raises(Error, match="virDomainGetJobStats"):
        dom.get_job_stats()
    with pytest.raises(Error, match="virDomainAbortJob$"):
        dom.abort_job()
    with pytest.raises(ValueError, match="flags must be between"):
        dom.abort_job(-1)

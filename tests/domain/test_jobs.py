"""The job that a domain is busy with."""

from __future__ import annotations

import pytest

from sysvirt import Domain, Error
from tests.hosts.proxy import Proxy
from tests.hosts.wire import INT, STRING, ULLONG

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


def test_how_far_it_is(far_dom: Domain, proxy: Proxy) -> None:
    values = [5, *range(2**64 - 11, 2**64)]
    proxy.answer("DOMAIN_GET_JOB_INFO", "iLLLLLLLLLLL", *values)
    assert far_dom.get_job_info() == dict(zip(KEYS, values, strict=True))


def test_all_that_libvirt_says_of_it(far_dom: Domain, proxy: Proxy) -> None:
    stats = {"operation": (INT, -4), "time_elapsed": (ULLONG, 2**63), "errmsg": (STRING, b"\xe4")}
    proxy.answer("DOMAIN_GET_JOB_STATS", "iP", 3, stats)
    answer = far_dom.get_job_stats(Domain.JOB_STATS_COMPLETED)
    assert answer == (3, {"operation": -4, "time_elapsed": 2**63, "errmsg": "\udce4"})
    assert proxy.calls == [("DOMAIN_GET_JOB_STATS", "test", 1)]


def test_it_is_aborted(far_dom: Domain, proxy: Proxy) -> None:
    proxy.answer("DOMAIN_ABORT_JOB")
    proxy.answer("DOMAIN_ABORT_JOB_FLAGS")
    for flags in ((), (None,), (1,)):
        far_dom.abort_job(*flags)
    assert proxy.calls == [
        ("DOMAIN_ABORT_JOB", "test"),
        ("DOMAIN_ABORT_JOB", "test"),
        ("DOMAIN_ABORT_JOB_FLAGS", "test", 1),
    ]


def test_a_driver_without_jobs(dom: Domain) -> None:
    with pytest.raises(Error, match="virDomainGetJobInfo"):
        dom.get_job_info()
    with pytest.raises(Error, match="virDomainGetJobStats"):
        dom.get_job_stats()
    with pytest.raises(Error, match="virDomainAbortJob$"):
        dom.abort_job()
    with pytest.raises(ValueError, match="flags must be between"):
        dom.abort_job(-1)

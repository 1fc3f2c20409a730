"""What the devices and CPUs of domains have done."""

from __future__ import annotations

import time
from typing import Any

import pytest

from sysvirt import Domain, Error
from tests.hosts.proxy import Proxy
from tests.hosts.wire import LLONG, ULLONG, pack


def test_a_disk_of_a_driver_with_five_counters(dom: Domain) -> None:
    before = time.time()
    stats = dom.block_stats("vda")
    assert list(stats) == ["rd_req", "rd_bytes", "wr_req", "wr_bytes", "errs"]
    # The test driver's numbers are parts of the time in microseconds.
    now = before * 10**6
    parts = [round(now / int(str(value))) for value in stats.values()]
    assert parts == [10, 20, 30, 40, 2000000]


def test_a_disk_of_a_driver_with_more_counters(far_dom: Domain, proxy: Proxy) -> None:
    answer = {
        "rd_operations": (LLONG, 1),
        "wr_operations": (LLONG, 2),
        "flush_operations": (LLONG, 3),
        "rd_bytes": (ULLONG, 2**64 - 1),
        "flush_total_times": (LLONG, 5),
        "cache_hits": (LLONG, 6),
    }
    proxy.answer("CONNECT_SUPPORTS_FEATURE", "i", 1)

    def tell(_dom: str, _path: str, room: int, _flags: int) -> bytes:
        return pack("Pi", answer if room else {}, len(answer))

    proxy.answer_by("DOMAIN_BLOCK_STATS_FLAGS", tell)
    assert far_dom.block_stats("vda", 4) == {
        "rd_req": 1,
        "wr_req": 2,
        "flush_reqs": 3,
        "rd_bytes": 2**64 - 1,
        "flush_total_times": 5,
        "cache_hits": 6,
    }
    # How many there are is asked first.
    asked = [call[2:] for call in proxy.calls if call[0] == "DOMAIN_BLOCK_STATS_FLAGS"]
    assert asked == [("vda", 0, 4), ("vda", len(answer), 4)]


def test_flags_need_the_function_that_has_them(dom: Domain) -> None:
    with pytest.raises(Error, match="virDomainBlockStatsFlags") as caught:
        dom.block_stats("vda", 1)
    assert caught.value.code() == Error.ERR_NO_SUPPORT


def test_only_a_driver_without_the_function_is_asked_by_the_older_one(
    far_dom: Domain, proxy: Proxy
) -> None:
    proxy.refuse("DOMAIN_BLOCK_STATS_FLAGS", Error.ERR_INVALID_ARG, "wrong disk")
    with pytest.raises(Error, match="wrong disk"):
        far_dom.block_stats("vda")
    proxy.refuse("DOMAIN_BLOCK_STATS_FLAGS", Error.ERR_NO_SUPPORT, "none here")
    assert "rd_req" in far_dom.block_stats("vda")


def test_an_interface(far_dom: Domain, proxy: Proxy) -> None:
    proxy.answer("DOMAIN_INTERFACE_STATS", "llllllll", 1, 2, 3, 4, 5, 6, 2**63 - 1, -1)
    assert far_dom.interface_stats("vnet0") == {
        "rx_bytes": 1,
        "rx_packets": 2,
        "rx_errs": 3,
        "rx_drop": 4,
        "tx_bytes": 5,
        "tx_packets": 6,
        "tx_errs": 2**63 - 1,
        "tx_drop": -1,
    }
    assert proxy.calls == [("DOMAIN_INTERFACE_STATS", "test", "vnet0")]


def test_an_interface_that_is_not_there(dom: Domain) -> None:
    assert dom.interface_stats("aa:bb:cc:dd:ee:ff")["rx_bytes"] > 0
    with pytest.raises(Error, match="'vnet9' is not a known interface"):
        dom.interface_stats("vnet9")


FIRST = {"cpu_time": 24386308517, "vcpu_time": 23151740627}
SECOND = {"cpu_time": 24386308518, "vcpu_time": 23151740628}


@pytest.mark.parametrize(
    ("start", "number", "expected"),
    [
        (0, 0, [FIRST, SECOND]),
        (0, 2, [FIRST, SECOND]),
        (0, 1, [FIRST]),
        (1, 0, [SECOND]),
        (1, 1, [SECOND]),
        (1, 2**32 - 1, [SECOND]),
        (0, 5000, [FIRST, SECOND]),
    ],
)
def test_each_cpu(dom: Domain, start: int, number: int, expected: list[dict[str, int]]) -> None:
    assert dom.get_cpu_stats(start, number) == expected


def test_all_cpus_together(dom: Domain) -> None:
    total = {"cpu_time": 48772617035, "user_time": 5540000000, "system_time": 6460000000}
    assert dom.get_cpu_stats(-1, 1) == [total]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((-1, 2), "ncpus must be 1 when start_cpu is -1"),
        ((-1, 0), "ncpus must be 1 when start_cpu is -1"),
        ((-2, 1), "start_cpu in virDomainGetCPUStats must be zero or greater"),
        ((2, 1), "start_cpu 2 larger than maximum of 1"),
        ((2, 0), "start_cpu 2 larger than maximum of 1"),
        ((0, 2, 1), "unsupported flags"),
    ],
)
def test_cpus_that_there_are_not(dom: Domain, arguments: tuple[int, ...], message: str) -> None:
    with pytest.raises(Error, match=message):
        dom.get_cpu_stats(*arguments)


def test_the_dirty_rate(far_dom: Domain, proxy: Proxy) -> None:
    proxy.answer("DOMAIN_START_DIRTY_RATE_CALC")
    far_dom.start_dirty_rate_calc(5, Domain.DIRTYRATE_MODE_DIRTY_BITMAP)
    assert proxy.calls == [("DOMAIN_START_DIRTY_RATE_CALC", "test", 5, 1)]


@pytest.mark.parametrize(
    ("method", "arguments", "error", "message"),
    [
        ("block_stats", (5,), TypeError, "path must be a str"),
        ("block_stats", ("vda", -1), ValueError, "flags must be between"),
        ("interface_stats", (5,), TypeError, "path must be a str"),
        ("get_cpu_stats", ("0", 1), TypeError, "startCpu must be an int"),
        ("get_cpu_stats", (2**31, 1), ValueError, "startCpu must be between"),
        ("get_cpu_stats", (0, -1), ValueError, "numCpus must be between 0"),
        ("start_dirty_rate_calc", (2**31,), ValueError, "secs must be between"),
    ],
)
def test_a_wrong_argument_never_reaches_the_daemon(
    far_dom: Domain,
    proxy: Proxy,
    method: str,
    arguments: tuple[Any, ...],
    error: type[Exception],
    message: str,
) -> None:
    with pytest.raises(error, match=f"^{message}"):
        getattr(far_dom, method)(*arguments)
    assert proxy.functions == []

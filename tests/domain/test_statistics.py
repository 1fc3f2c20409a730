"""What the devices and CPUs of domains have done."""

from __future__ import annotations

import time
from typing import Any

import pytest

from sysvirt import Domain, Error, Virt
from sysvirt._libvirt import parameters as typed
from tests.fakes import Fake, Recorder


def test_a_disk_of_a_driver_with_five_counters(dom: Domain) -> None:
    before = time.time()
    stats = dom.block_stats("vda")
    assert list(stats) == ["rd_req", "rd_bytes", "wr_req", "wr_bytes", "errs"]
    # The test driver's numbers are parts of the time in microseconds.
    now = before * 10**6
    parts = [round(now / int(str(value))) for value in stats.values()]
    assert parts == [10, 20, 30, 40, 2000000]


def test_a_disk_of_a_driver_with_more_counters(conn: Virt) -> None:
    answer = {
        "rd_operations": 1,
        "wr_operations": 2,
        "flush_operations": 3,
        "rd_bytes": 4,
        "flush_total_times": 5,
        "cache_hits": 6,
    }
    handle = Recorder(answer)
    assert Domain(conn, handle).block_stats("vda", 4) == {
        "rd_req": 1,
        "wr_req": 2,
        "flush_reqs": 3,
        "rd_bytes": 4,
        "flush_total_times": 5,
        "cache_hits": 6,
    }
    assert handle.calls == [("blockStatsFlags", "vda", 4)]


def test_flags_need_the_function_that_has_them(dom: Domain) -> None:
    with pytest.raises(Error, match="virDomainBlockStatsFlags") as caught:
        dom.block_stats("vda", 1)
    assert caught.value.code() == Error.ERR_NO_SUPPORT


def test_another_error_is_not_taken_for_an_old_driver(conn: Virt) -> None:
    wrong = Error._restore((8, 0, "wrong disk", 2, None, None, None, 0, 0), "x")

    def refuse(*_: Any) -> None:
        raise wrong

    with pytest.raises(Error, match="wrong disk"):
        Domain(conn, Fake(blockStatsFlags=refuse)).block_stats("vda")


def test_an_interface(conn: Virt) -> None:
    handle = Recorder((1, 2, 3, 4, 5, 6, 7, -1))
    assert Domain(conn, handle).interface_stats("vnet0") == {
        "rx_bytes": 1,
        "rx_packets": 2,
        "rx_errs": 3,
        "rx_drop": 4,
        "tx_bytes": 5,
        "tx_packets": 6,
        "tx_errs": 7,
        "tx_drop": -1,
    }
    assert handle.calls == [("interfaceStats", "vnet0")]


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
@pytest.mark.parametrize("at_once", [128, 1])
def test_each_cpu(
    dom: Domain,
    monkeypatch: pytest.MonkeyPatch,
    start: int,
    number: int,
    expected: list[dict[str, int]],
    at_once: int,
) -> None:
    monkeypatch.setattr(typed, "CPUS_AT_ONCE", at_once)
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


def test_the_dirty_rate(conn: Virt) -> None:
    handle = Recorder()
    Domain(conn, handle).start_dirty_rate_calc(5, Domain.DIRTYRATE_MODE_DIRTY_BITMAP)
    assert handle.calls == [("startDirtyRateCalc", 5, 1)]


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
def test_what_is_refused(
    conn: Virt, method: str, arguments: tuple[Any, ...], error: type[Exception], message: str
) -> None:
    handle = Recorder()
    with pytest.raises(error, match=message):
        getattr(Domain(conn, handle), method)(*arguments)
    assert handle.calls == []

"""How much memory a domain has, what it does with it, and what is in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sysvirt import Domain, Error
from tests.hosts.proxy import Proxy


def test_how_much_memory_there_is(dom: Domain) -> None:
    assert dom.get_max_memory() == 8388608
    dom.set_memory(1048576)
    assert dom.get_info()["memory"] == 1048576
    dom.set_memory(524288, Domain.MEM_LIVE)
    assert dom.get_info()["memory"] == 524288
    with pytest.raises(Error, match="cannot resize the maximum memory on an active domain"):
        dom.set_max_memory(4194304)
    dom.destroy()
    dom.set_max_memory(4194304)
    assert dom.get_max_memory() == 4194304


def test_a_size_that_libvirt_python_would_not_take_is_libvirts_to_refuse(dom: Domain) -> None:
    calls: list[Callable[[], object]] = [
        lambda: dom.set_memory(2**63),
        lambda: dom.set_memory(2**64 - 1, Domain.MEM_LIVE),
        lambda: dom.set_max_memory(2**63),
    ]
    for call in calls:
        with pytest.raises(
            Error, match="input too large: (9223372036854775808|18446744073709551615)"
        ):
            call()


def test_how_memory_is_used(dom: Domain) -> None:
    stats = dom.memory_stats()
    assert stats.pop("last_update") > 0
    assert stats == {
        "swap_in": 0,
        "swap_out": 0,
        "major_fault": 0,
        "minor_fault": 0,
        "unused": 1048576,
        "available": 2097152,
        "actual_balloon": 2097152,
        "rss": 1048576,
        "usable": 1048576,
        "disk_caches": 262144,
        "hugetlb_pgalloc": 0,
        "hugetlb_pgfail": 0,
    }
    dom.destroy()
    with pytest.raises(Error, match="domain is not running"):
        dom.memory_stats()


def test_what_is_in_memory(dom: Domain) -> None:
    assert dom.memory_peek(0, 4) == bytes(range(4))
    assert dom.memory_peek(254, 4, Domain.MEMORY_PHYSICAL) == b"\xfe\xff\x00\x01"
    assert dom.memory_peek(0, 2, None) == dom.memory_peek(0, 2, Domain.MEMORY_VIRTUAL)
    assert dom.memory_peek(5, 0) == b""


def test_an_offset_is_whole(far_dom: Domain, proxy: Proxy) -> None:
    proxy.answer("DOMAIN_MEMORY_PEEK", "b", b"a")
    assert far_dom.memory_peek(2**64 - 1, 1) == b"a"
    assert proxy.calls == [("DOMAIN_MEMORY_PEEK", "test", 2**64 - 1, 1, Domain.MEMORY_VIRTUAL)]


def test_flags_arrive(dom: Domain) -> None:
    calls: list[tuple[Callable[[int], object], int, str]] = [
        (dom.memory_stats, 1 << 20, "testDomainMemoryStats"),
        (lambda flags: dom.set_memory(1024, flags), 1 << 20, "testDomainSetMemoryFlags"),
        (
            lambda flags: dom.set_memory_stats_period(1, flags),
            1 << 20,
            "testDomainSetMemoryStatsPeriod",
        ),
    ]
    for call, bits, function in calls:
        with pytest.raises(Error, match=rf"unsupported flags \({bits:#x}\) in function {function}"):
            call(bits)


@pytest.mark.parametrize(
    ("method", "arguments", "error", "message"),
    [
        ("set_memory", [-1], ValueError, "mem must be between"),
        ("set_memory", [2**64], ValueError, "mem must be between"),
        ("set_max_memory", [1.5], TypeError, "mem must be an int, not float"),
        ("set_memory_stats_period", [2**31], ValueError, "period must be between"),
        ("memory_stats", ["x"], TypeError, "flags must be an int"),
        ("memory_peek", [-1, 1], ValueError, "offset must be between"),
        ("memory_peek", [0, -1], ValueError, "size must be between"),
        ("memory_peek", [0, "1"], TypeError, "size must be an int"),
    ],
)
def test_bad_input_is_refused_by_name(
    dom: Domain, method: str, arguments: list[Any], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=f"^{message}"):
        getattr(dom, method)(*arguments)


def test_a_closed_connection_is_an_error_here_too(dom: Domain) -> None:
    dom.connection.close()
    with pytest.raises(Error, match="invalid domain pointer: the connection is closed"):
        dom.memory_stats()

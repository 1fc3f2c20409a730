"""The threads of a domain that serve its disks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sysvirt import Domain, Error


def test_iothreads_come_and_go(dom: Domain) -> None:
    assert dom.get_iothread_info() == []
    dom.add_iothread(4)
    dom.add_iothread(2**31)
    assert [thread["number"] for thread in dom.get_iothread_info()] == [4, 2**31]
    dom.set_iothread(2**31, {Domain.IOTHREAD_PARAM_POLL_MAX_NS: 2**31})
    dom.set_iothread(4, {"poll_grow": 3, "poll_shrink": 0})
    with pytest.raises(Error, match="cannot find IOThread '4294967295'"):
        dom.set_iothread(2**32 - 1, {"poll_grow": 3})
    dom.del_iothread(2**31)
    assert [thread["number"] for thread in dom.get_iothread_info()] == [4]


@pytest.mark.parametrize("form", [bytes, bytearray, memoryview])
def test_pinning_hands_the_map_over_as_it_is(dom: Domain, form: Any) -> None:
    dom.add_iothread(3)
    dom.pin_iothread(3, form(b"\x02\x80"))
    assert dom.get_iothread_info() == [{"number": 3, "affinity": b"\x02\x80"}]
    with pytest.raises(Error, match="maplen in virDomainPinIOThread must be greater than zero"):
        dom.pin_iothread(3, form(b""))


def test_flags_arrive(dom: Domain) -> None:
    calls: list[tuple[Callable[[int], object], int, str]] = [
        (dom.get_iothread_info, 1 << 20, "testDomainGetIOThreadInfo"),
        (lambda flags: dom.pin_iothread(1, b"\1", flags), 1 << 20, "testDomainPinIOThread"),
        (lambda flags: dom.add_iothread(1, flags), 1 << 20, "testDomainAddIOThread"),
        (lambda flags: dom.del_iothread(1, flags), 1 << 20, "testDomainDelIOThread"),
        (
            lambda flags: dom.set_iothread(1, {"poll_grow": 1}, flags),
            1 << 20,
            "testDomainSetIOThreadParams",
        ),
    ]
    for call, bits, function in calls:
        with pytest.raises(Error, match=rf"unsupported flags \({bits:#x}\) in function {function}"):
            call(bits)


@pytest.mark.parametrize(
    ("method", "arguments", "error", "message"),
    [
        ("get_iothread_info", [-1], ValueError, "flags must be between"),
        ("pin_iothread", [-1, b"\1"], ValueError, "iothread must be between"),
        ("pin_iothread", [1, (True,)], TypeError, "mask must be bytes, not tuple"),
        ("add_iothread", [-1], ValueError, "iothread must be between"),
        ("del_iothread", ["1"], TypeError, "iothread must be an int"),
        ("set_iothread", [2**32, {}], ValueError, "iothread must be between"),
        ("set_iothread", [1, None], TypeError, "params must be a dict, not NoneType"),
        ("set_iothread", [1, {"poll": 1}], ValueError, "params has an unknown key 'poll'"),
        ("set_iothread", [1, {"poll_grow": -1}], ValueError, r"params\['poll_grow'\] must be"),
        ("set_iothread", [1, {"poll_max_ns": "1"}], TypeError, r"params\['poll_max_ns'\] must"),
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
        dom.get_iothread_info()

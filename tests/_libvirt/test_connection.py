"""The close callback, by calling it as libvirt does: the test driver never breaks."""

from __future__ import annotations

import ctypes
from typing import Any

import pytest

from sysvirt import Error, Event, Virt
from sysvirt._libvirt.connection import CloseRegistration, is_being_called
from sysvirt._libvirt.functions import pointer
from sysvirt._libvirt.registration import held
from tests.loop import settle


@pytest.fixture(autouse=True)
def _loop() -> None:
    Event.register_default()


def call(made: CloseRegistration, conn: Virt, reason: int) -> None:
    """Call the C function as libvirt does."""
    (number,) = (number for number, each in held().items() if each is made)
    kind = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
    address = ctypes.cast(made.c_function, ctypes.c_void_p).value
    kind(address or 0)(pointer(conn.handle), reason, number)


def test_the_callback_gets_its_connection_and_the_reason(conn: Virt) -> None:
    calls: list[tuple[Any, ...]] = []
    made = CloseRegistration(conn, lambda *values: calls.append(values))
    made.register()
    call(made, conn, Virt.CLOSE_REASON_EOF)
    assert calls == [(conn, Virt.CLOSE_REASON_EOF)]
    made.withdraw()
    assert made.is_over()


def test_what_is_taken_back_is_called_no_more(conn: Virt) -> None:
    calls: list[object] = []
    made = CloseRegistration(conn, calls.append)
    made.register()
    made.withdraw()
    assert made not in held().values()
    conn.close()
    assert calls == []


def test_it_shows_while_the_callback_is_called(conn: Virt) -> None:
    seen = []
    handle = conn.handle
    made = CloseRegistration(conn, lambda *_: seen.append(is_being_called(handle)))
    made.register()
    call(made, conn, 0)
    assert seen == [True]
    assert not is_being_called(handle)
    made.withdraw()


def test_a_callback_takes_itself_back_in_the_next_turn(conn: Virt) -> None:
    # libvirt holds a lock while it calls it.
    made = CloseRegistration(conn, lambda *_: made.withdraw())
    made.register()
    call(made, conn, 0)
    assert made.is_over()
    settle()
    assert made not in held().values()


def test_a_callback_that_breaks_ends_its_being_called(
    conn: Virt, monkeypatch: pytest.MonkeyPatch
) -> None:
    reports: list[Any] = []
    monkeypatch.setattr("sys.unraisablehook", reports.append)

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    made = CloseRegistration(conn, broken)
    made.register()
    call(made, conn, 0)
    assert [report.exc_type for report in reports] == [ZeroDivisionError]
    assert not is_being_called(conn.handle)
    made.withdraw()


def test_a_closed_connection_takes_none(conn: Virt) -> None:
    conn.close()
    with pytest.raises(Error, match="the connection is closed"):
        conn.register_close_callback(print)

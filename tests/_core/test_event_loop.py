"""Which event loop the process has, and what is said where it isn't the right one."""

from __future__ import annotations

import pytest

from sysvirt import Error, Virt
from sysvirt._core import event_loop
from tests.loop import alone


def test_the_default_loop_is_found_as_soon_as_it_is_registered() -> None:
    done = alone("""
        from sysvirt import Event
        from sysvirt._core import event_loop
        print(event_loop.find_loop())
        Event.register_default()
        print(event_loop.find_loop() is event_loop.DEFAULT)
    """)
    assert (done.stdout, done.stderr) == ("None\nTrue\n", "")


def test_a_loop_that_comes_later_is_found() -> None:
    done = alone("""
        import libvirt
        from sysvirt._core import event_loop
        print(event_loop.find_loop())
        libvirt.virEventRegisterDefaultImpl()
        print(event_loop.find_loop() is event_loop.DEFAULT)
    """)
    assert (done.stdout, done.stderr) == ("None\nTrue\n", "")


def test_a_foreign_loop_is_found() -> None:
    done = alone("""
        import libvirt
        from sysvirt._core import event_loop
        libvirt.virEventRegisterImpl(*[lambda *values: 1] * 6)
        print(event_loop.find_loop() is event_loop.FOREIGN)
    """)
    assert (done.stdout, done.stderr) == ("True\n", "")


def test_a_refusal_says_why() -> None:
    error = event_loop.refuse("it is so", "register()")
    assert error.message() == "Requested operation is not valid: it is so"
    assert (error.code(), error.domain()) == (Error.ERR_OPERATION_INVALID, Error.FROM_EVENT)
    assert error.origin() == "register()"
    assert "register_default() makes one" in event_loop.refuse_without_loop("x()").message()


def test_an_error_for_another_reason_stays_as_it_is(
    conn: Virt, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(event_loop.Process, "loop", event_loop.DEFAULT)
    with pytest.raises(Error, match="Domain not found"), event_loop.explain_missing_loop():
        conn.get_domain_by_name("nobody")


def test_what_is_closed_is_refused_for_that(conn: Virt) -> None:
    conn.close()
    with (
        pytest.raises(Error, match="the connection is closed"),
        event_loop.explain_missing_loop(conn.handle),
    ):
        pytest.fail("it was to be refused before")

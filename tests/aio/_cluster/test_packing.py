"""What travels between machines."""

from __future__ import annotations

import pickle
import threading
from typing import Any

import pytest

from sysvirt.aio import Domain, Error, Result, Secret, Sys
from sysvirt.aio._cluster.outcomes import RemoteObject
from sysvirt.aio._cluster.packing import (
    Failure,
    Packed,
    name_objects,
    pack_error,
    pack_function,
    pack_result,
    unpack,
    unpack_error,
    unpack_result,
)
from tests.aio.playing import in_loop
from tests.clusters import REASON
from tests.fakes import Fake


@pytest.fixture(autouse=True)
def cloudpickle() -> None:
    pytest.importorskip("cloudpickle", reason=REASON)


def send(result: Result[Any]) -> Result[Any]:
    """A result as it comes out on the other side."""
    return unpack_result(pickle.loads(pickle.dumps(pack_result(result))))


def test_values_come_out_as_they_were() -> None:
    for value in (None, 0, "text", b"\0", {"a": [1, 2.5]}, RemoteObject("Domain", "x", None, "h")):
        assert send(Result("a", value, seconds=1.5)) == Result("a", value, seconds=1.5)


def test_what_cannot_be_written_is_an_error() -> None:
    result = send(Result("a", threading.Lock(), seconds=2.0))
    assert result.value is None
    assert result.seconds == 2.0
    assert isinstance(result.error, TypeError)
    assert str(result.error).startswith("what the function gave for a can't travel: cannot pickle")


class Odd:
    """What can be written, but not be read."""

    def __reduce__(self) -> tuple[Any, ...]:
        return int, ("odd",)


def test_what_cannot_be_read_is_an_error() -> None:
    result = send(Result("a", Odd()))
    assert isinstance(result.error, TypeError)
    assert "'odd'" in str(result.error)


def test_errors_come_out_as_they_were() -> None:
    failed = Error.unsupported("rename", "1.2.19", "1.0.0")
    found = send(Result("a", error=failed)).error
    assert isinstance(found, Error)
    assert (type(found), found.code(), str(found)) == (type(failed), failed.code(), str(failed))
    assert isinstance(send(Result("a", error=TimeoutError("late"))).error, TimeoutError)


def test_errors_that_cannot_travel_leave_their_text() -> None:
    for held, text in ((threading.Lock(), "ValueError: <unlocked"), (Odd(), "ValueError: <tests")):
        found = unpack_error(pack_error(ValueError(held)))
        assert type(found) is RuntimeError
        assert str(found).startswith(text)
    # One of a module that isn't here, and what is no error at all.
    for data in (b"cnobody\nnothing\n.", pickle.dumps(5)):
        assert str(unpack_error(Failure("Its: text", data))) == "Its: text"
        packed = Packed("a", 1.0, failure=Failure("Its: text", data))
        assert str(unpack_result(packed).error) == "Its: text"


def test_functions_of_the_program_alone() -> None:
    some = 5
    assert unpack(pack_function(lambda more: some + more))(6) == 11


def test_functions_that_hold_what_cannot_travel() -> None:
    lock = threading.Lock()
    with pytest.raises(TypeError, match="function can't travel to the workers: cannot pickle"):
        pack_function(lambda: lock)


@in_loop
async def test_names_stand_for_objects() -> None:
    async with Sys.Virt.new(uri="test:///default") as conn:
        dom = await conn.get_domain_by_name("test")
        dev = await conn.get_node_device_by_name("computer")
        assert name_objects("h", [{"dom": dom, "data": {"x": 1}}, "text", [dev]]) == [
            {
                "dom": RemoteObject("Domain", "test", dom.get_uuid_string(), "h"),
                "data": {"x": 1},
            },
            "text",
            [RemoteObject("NodeDevice", "computer", None, "h")],
        ]
        assert type(dom) is Domain


def test_a_secret_is_called_by_what_it_is_for() -> None:
    sync = Fake(get_usage_id=lambda: "/disk.img", get_uuid_string=lambda: "1-2")
    conn: Any = Fake()
    secret = Secret(conn, sync)
    assert name_objects("h", secret) == RemoteObject("Secret", "/disk.img", "1-2", "h")

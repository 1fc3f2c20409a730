"""What a fleet tells."""

from __future__ import annotations

import pytest

from sysvirt.aio import HostDown, HostState, HostUp, Result


def test_a_result_with_a_value() -> None:
    result = Result("host1", 3, seconds=0.5)
    assert (result.host, result.value, result.seconds) == ("host1", 3, 0.5)
    assert result.ok
    assert result.unwrap() == 3


def test_a_result_with_an_error() -> None:
    error = TimeoutError("no answer")
    result: Result[int] = Result("host1", error=error)
    assert not result.ok
    with pytest.raises(TimeoutError) as caught:
        result.unwrap()
    assert caught.value is error


def test_none_is_a_value() -> None:
    assert Result("host1", None).ok
    assert Result("host1", None).unwrap() is None


def test_they_are_equal_by_what_they_say_and_never_change() -> None:
    assert HostUp("a") == HostUp("a") != HostUp("b")
    error = ConnectionError("gone")
    assert HostDown("a", error) == HostDown("a", error)
    with pytest.raises(AttributeError):
        HostState("up", 1.0).state = "down"  # type: ignore[misc]

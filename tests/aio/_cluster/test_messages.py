"""What workers tell."""

from __future__ import annotations

from sysvirt.aio import HostState
from sysvirt.aio._cluster.messages import State
from sysvirt.aio._cluster.packing import Failure


def test_a_state_has_its_error_again() -> None:
    found = State(HostState("down", 5.0, next_try=7.0), Failure("Its: text", None)).read()
    assert (found.state, found.since, found.next_try) == ("down", 5.0, 7.0)
    assert str(found.error) == "Its: text"
    assert State(HostState("up", 5.0), None).read() == HostState("up", 5.0)

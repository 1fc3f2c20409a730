"""The C side of event loops; each loop is tried in a process of its own."""

from __future__ import annotations

from typing import Any

import pytest

from sysvirt import Error, Event
from sysvirt._libvirt import event_loop
from tests.loop import alone, settle, turn_until


@pytest.fixture
def _loop() -> None:
    Event.register_default()


ASK = """
    {setup}
    from sysvirt._libvirt import event_loop
    print(event_loop.takes_timers(), event_loop.takes_timers() and event_loop.is_default())
"""
OWN = """
    from sysvirt import Event
    from tests.selector_loop import SelectorLoop
    loop = SelectorLoop()
    Event.register(loop)
"""


@pytest.mark.parametrize(
    ("setup", "wanted"),
    [
        ("", "False False"),
        ("import libvirt; libvirt.virEventRegisterDefaultImpl()", "True True"),
        ("import libvirt; libvirt.virEventRegisterImpl(*[lambda *_: 1] * 6)", "True False"),
        (OWN.strip(), "True False"),
    ],
    ids=["none", "default", "foreign", "own"],
)
def test_it_shows_whose_loop_the_process_has(setup: str, wanted: str) -> None:
    done = alone(ASK.format(setup=setup))
    assert (done.stdout, done.stderr) == (f"{wanted}\n", "")


@pytest.mark.usefixtures("_loop")
def test_asking_leaves_nothing_in_the_loop() -> None:
    for _ in range(100):
        assert event_loop.is_default()
    settle()
    number = event_loop.add_timeout(-1, print)
    event_loop.remove_timeout(number)
    settle()


@pytest.mark.usefixtures("_loop")
def test_a_timer_is_called_with_its_number() -> None:
    calls: list[tuple[Any, ...]] = []
    number = event_loop.add_timeout(0, lambda *values: calls.append(values))
    turn_until(lambda: calls)
    event_loop.remove_timeout(number)
    assert calls[0] == (number,)


@pytest.mark.usefixtures("_loop")
def test_a_timer_is_removed_once() -> None:
    number = event_loop.add_timeout(-1, print)
    event_loop.remove_timeout(number)
    with pytest.raises(Error) as caught:
        event_loop.remove_timeout(number)
    assert caught.value.code() == 0

"""Signals where a script looks at ``%SIG``."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest

from sysvirt.port.prelude import signals as ours


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = signal.getsignal(signal.SIGUSR1)
    yield
    signal.signal(signal.SIGUSR1, before)
    ours.PerlSignals.said.clear()


def test_what_was_said_of_a_signal() -> None:
    said: list[str] = []
    assert ours.perl_signal("USR1") is None
    ours.perl_on_signal("USR1", said.append)
    os.kill(os.getpid(), signal.SIGUSR1)
    assert said == ["USR1"]
    assert ours.perl_signal("USR1") == said.append
    ours.perl_on_signal("USR1", "IGNORE")
    os.kill(os.getpid(), signal.SIGUSR1)
    assert (said, ours.perl_signal("USR1")) == (["USR1"], "IGNORE")


def test_code_that_is_said_by_its_name() -> None:
    said: list[str] = []
    ours.perl_on_signal("USR1", said.append, "main::note")
    assert ours.perl_signal("USR1") == "main::note"
    ours.perl_on_signal("USR1", "DEFAULT")
    ours.perl_on_signal("USR1", "main::note")
    os.kill(os.getpid(), signal.SIGUSR1)
    assert said == ["USR1"]

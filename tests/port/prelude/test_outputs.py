"""What ``print`` looks at, in a draft."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest

from sysvirt.port.prelude import outputs as ours


@pytest.fixture(autouse=True)
def _settings() -> Iterator[None]:
    kept = dict(vars(ours.perl_output))
    yield
    vars(ours.perl_output).update(kept)


def test_values_get_what_is_between_and_at_the_end(capsys: pytest.CaptureFixture[str]) -> None:
    ours.perl_output.between, ours.perl_output.end = "-", "!"
    ours.perl_put(None, 1, None, "b")
    ours.perl_put(None, 2, 3, line=True)
    assert capsys.readouterr().out == "1--b!2-3\n"


def test_a_handle_is_selected(capsys: pytest.CaptureFixture[str]) -> None:
    inside = io.StringIO()
    before = ours.perl_select(inside)
    ours.perl_put(None, "in")
    assert ours.perl_select() is inside
    assert ours.perl_select(before) is inside
    ours.perl_put(None, "out")
    assert (inside.getvalue(), capsys.readouterr().out) == ("in", "out")


def test_a_named_handle_stays_itself(capsys: pytest.CaptureFixture[str]) -> None:
    inside = io.StringIO()
    ours.perl_put(inside, "in")
    assert ours.perl_put_text(None, "out") == 1
    assert (inside.getvalue(), capsys.readouterr().out) == ("in", "out")

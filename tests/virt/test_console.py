"""Credentials that are asked for on the console."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from sysvirt import Error, Virt
from tests.virt.test_opening import AUTH_NODE


@pytest.fixture
def guarded(tmp_path: Path) -> str:
    """A test driver that wants a user and a password."""
    node = tmp_path / "node.xml"
    node.write_text(AUTH_NODE)
    return f"test://{node}"


def test_the_console_is_asked_without_a_callback(
    guarded: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("bill\n123456\n"))
    assert Virt(uri=guarded, auth=True).num_of_domains() == 1
    assert capsys.readouterr().out.count(": ") == 2


def test_the_end_of_the_console_is_an_error(guarded: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    with pytest.raises(Error):
        Virt(uri=guarded, auth=True)

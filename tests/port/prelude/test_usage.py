"""Ending with a usage; tests/port/draft/modules/test_pod_usage.py compares it to Perl's."""

from __future__ import annotations

import pytest

from tests.port.helpers import HELPERS

perl_usage, perl_version = HELPERS["perl_usage"], HELPERS["perl_version"]


@pytest.mark.parametrize(("status", "stream"), [(0, 0), (1, 0), (2, 1), ("3", 1)])
def test_a_mistake_shows_on_standard_error(
    capsys: pytest.CaptureFixture[str], status: object, stream: int
) -> None:
    with pytest.raises(SystemExit) as ended:
        perl_usage("Usage:\n", status, "No name")
    assert ended.value.code == int(str(status))
    assert capsys.readouterr()[stream] == "No name\nUsage:\n"


def test_it_may_go_on(capsys: pytest.CaptureFixture[str]) -> None:
    perl_usage("Usage:\n", "NOEXIT")
    assert capsys.readouterr().out == "Usage:\n"


def test_a_version_may_be_unknown(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        perl_version()
    assert ended.value.code == 0
    assert "version" not in capsys.readouterr().out.splitlines()[0]

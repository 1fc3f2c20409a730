"""Logs; test_logs.py of the tables compares them to Perl's."""

from __future__ import annotations

import logging
import re

import pytest

from tests.port.helpers import HELPERS, level_names  # noqa: F401 - a fixture


@pytest.mark.parametrize(
    ("layout", "text"),
    [
        ("%p|%-6p|%6p|%.2p", "INFO|INFO  |  INFO|IN"),
        ("%m%n", "said\n"),
        ("%c %%", "a.b %"),
        ("%d{yyyy} %F{1}:%L", r"20\d\d x.py:7"),
    ],
)
def test_a_layout(layout: str, text: str) -> None:
    told = logging.LogRecord("log4perl.a.b", logging.INFO, "/y/x.py", 7, "said", None, None)
    assert re.fullmatch(text.replace("|", "\\|"), HELPERS["PerlLayout"](layout).format(told))


def test_without_a_level_nothing_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    HELPERS["PerlLog"].ready = False
    HELPERS["perl_log"]("ERROR", "lost")
    said = capsys.readouterr().err
    assert said == "Log4perl: Seems like no initialization happened. Forgot to call init()?\n"

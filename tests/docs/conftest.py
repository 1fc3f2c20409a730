"""Tells at the end of a run how much of the docs has run."""

from __future__ import annotations

import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    counts = [
        value
        for report in terminalreporter.stats.get("passed", [])
        for name, value in report.user_properties
        if name == "example lines" and report.when == "call"
    ]
    if counts:
        terminalreporter.write_line(f"{len(counts)} docstrings ran, {sum(counts)} example lines")

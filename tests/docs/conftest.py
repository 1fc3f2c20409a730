"""The built site, and at the end of a run how much of the docs has run."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.docs.browsing import CHROMIUM, PATIENCE
from tests.docs.pages import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NEEDED = ("sphinx", "furo", "myst_parser", "sphinx_copybutton")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built pages; as little as a warning fails every test that looks at them."""
    if missing := [name for name in NEEDED if importlib.util.find_spec(name) is None]:
        pytest.skip(f"needs {', '.join(missing)}")
    target = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-b", "html"]
    # The doctrees beside the pages, so that nothing is left in the checkout.
    done = subprocess.run(
        [*command, "-d", str(target / "doctrees"), "docs", str(target / "html")],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return target / "html"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, without a window."""
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, timeout=PATIENCE)
        yield browser
        browser.close()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    counts = [
        value
        for report in terminalreporter.stats.get("passed", [])
        for name, value in report.user_properties
        if name == "example lines" and report.when == "call"
    ]
    if counts:
        terminalreporter.write_line(f"{len(counts)} docstrings ran, {sum(counts)} example lines")

"""The page in a browser: what its script does."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from sysvirt.port.report import html
from tests.port.report.samples import CONTENTS
from tests.port.report.test_html import Page

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), "")

pytestmark = pytest.mark.skipif(not BROWSER, reason="needs chromium")


def opened(folder: Path, text: str) -> Page:
    """The page as it is after its script has run."""
    file = folder / "page.html"
    file.write_text(text)
    sandbox = [] if os.geteuid() else ["--no-sandbox"]
    done = subprocess.run(
        [
            *(BROWSER, "--headless", "--disable-gpu", *sandbox),
            *(f"--user-data-dir={folder / 'profile'}", "--dump-dom", file.as_uri()),
        ],
        env={**os.environ, "HOME": str(folder)},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return Page(done.stdout)


def shown(page: Page) -> list[str]:
    """Where the cards are that can be seen."""
    cards = page.all("article", class_="card")
    return [
        place
        for card in cards
        if "hidden" not in card.attributes
        for place in re.findall(r"\d+:\d+", card.text)
    ]


ALL = ["7:23", "10:64", "11:25", "12:17", "12:64", "17:18", "18:11"]


def test_the_choice_is_there_and_all_is_shown(tmp_path: Path) -> None:
    page = opened(tmp_path, html.render(CONTENTS))
    assert "hidden" not in page.all("form")[0].attributes
    assert shown(page) == ALL
    assert page.all("output")[0].text == "7 of 7 places shown"


@pytest.mark.parametrize(
    ("before", "after", "places"),
    [
        # As if somebody had clicked.
        ('value="info" checked', 'value="info"', ["7:23", "12:17", "12:64"]),
        ('value="call" checked', 'value="call"', ["7:23", "11:25", "12:17", "12:64"]),
        ('value="certain"', 'value="certain" checked', ALL[:-2]),
    ],
)
def test_what_is_not_chosen_is_hidden(
    before: str, after: str, places: list[str], tmp_path: Path
) -> None:
    text = html.render(CONTENTS)
    if "certain" in before:
        text = text.replace('value="likely" checked', 'value="likely"')
    assert before in text
    page = opened(tmp_path, text.replace(before, after))
    assert shown(page) == places
    assert page.all("output")[0].text == f"{len(places)} of 7 places shown"


def test_a_script_in_the_source_does_not_run(tmp_path: Path) -> None:
    # The sample has one that would stop the page with a question.
    page = opened(tmp_path, html.render(CONTENTS))
    assert any("alert('é')" in line.text for line in page.all("div", class_="line"))
    assert len(page.all("script")) == 1

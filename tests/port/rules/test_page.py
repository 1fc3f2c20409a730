"""The page with the list of the rules is up to date."""

from __future__ import annotations

from tests.port.rules.page import PAGE, text


def test_the_page_is_what_the_rules_say() -> None:
    assert PAGE.read_text() == text(), "python -m tests.port.rules.page"

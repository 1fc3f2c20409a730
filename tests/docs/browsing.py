"""Debian's Chromium, for the tests that look at the built site in it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
#: How long it is waited for, in milliseconds; none of these tests decides by it.
PATIENCE = 600_000

#: For all tests of a file.
needs_browser = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="chromium is not installed"),
]


def new_page(browser: Browser) -> Page:
    """A tab that is waited for."""
    page = browser.new_page()
    page.set_default_timeout(PATIENCE)
    return page

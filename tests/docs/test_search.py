"""The site's search, in a browser: whoever looks for a word gets pages about it first."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from tests.docs.browsing import needs_browser, new_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = needs_browser


class Quiet(SimpleHTTPRequestHandler):
    """Serves the site without a word."""

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Where the site is served: a page may fetch what it shows of others only from a server."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def search(browser: Browser, address: str, text: str) -> list[tuple[str, str]]:
    """What is found, in order: the kind of each result, and where it leads."""
    page = new_page(browser)
    page.goto(f"{address}/search.html?q={quote(text)}")
    # Results appear one by one; the summary comes with the last one.
    page.get_by_text("Search finished").wait_for()
    links = page.locator("ul.search > li > a")
    found = [link.get_attribute("href") or "" for link in links.all()]
    page.close()
    return [(kind(each), each) for each in found]


def kind(address: str) -> str:
    """What a result is: a place that is named for a method or constant, or a page."""
    _, _, name = address.partition("#sysvirt.")
    if not name:
        return "page"
    return "constant" if name.rpartition(".")[2].isupper() else "method"


@pytest.mark.parametrize("word", ["undef", "backup", "reconnect", "snapshot", "volume"])
def test_pages_come_first_and_constants_last(browser: Browser, address: str, word: str) -> None:
    kinds = [kind for kind, _ in search(browser, address, word)]
    assert kinds[0] == "page"
    order = ["page", "method", "constant"]
    assert kinds == sorted(kinds, key=order.index)


def test_a_word_finds_all_three(browser: Browser, address: str) -> None:
    kinds = {kind for kind, _ in search(browser, address, "backup")}
    assert kinds == {"page", "method", "constant"}


def test_a_word_of_perl_finds_the_page_about_it(browser: Browser, address: str) -> None:
    (_, first), *_ = search(browser, address, "undef")
    assert first.startswith("porting/truth.html")


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("get_state", "reference/domain-state.html#sysvirt.Domain.get_state"),
        ("STATE_RUNNING", "reference/domain-constants.html#sysvirt.Domain.STATE_RUNNING"),
    ],
)
def test_a_whole_name_finds_that_first(
    browser: Browser, address: str, name: str, place: str
) -> None:
    assert search(browser, address, name)[0][1] == place

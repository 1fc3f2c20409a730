"""The field of the look-up pages, in a browser: it answers as ``python -m sysvirt names`` does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from constants.table import read_constants
from sysvirt._hints.listing import find_rows, nearest
from sysvirt._hints.search import members
from tests.docs.browsing import needs_browser, new_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = needs_browser

#: What people type: Perl, Python, C, libvirt-python, virsh, parts of names, and what isn't there.
TYPED = [
    "$dom->get_state",
    "my ($state, $reason) = $dom->get_state(0);",
    "if ($dom->get_info()->{state} == 1) {",
    'print $dom->get_name . "->x" . "\\n";',
    "$dom->get_xml_description(Sys::Virt::Domain::XML_SECURE)",
    "Sys::Virt::Domain::STATE_RUNNING",
    "Sys::Virt->new(uri => $uri, readonly => 1)",
    "Sys.Virt.Domain.get_info",
    "Domain.get_info",
    "use Sys::Virt::Domain;",
    "get_info",
    "GET-INFO",
    "get_i",
    "snapshot",
    "STATE_RUNNING",
    "BLOCK_JOB_",
    "keys %Sys::Virt::Domain::",
    '&{"Sys::Virt::Domain::$sym"}()',
    '&{"Sys::Virt::Domain::STATE_$name"}()',
    "keys %Sys::Virt::",
    "keys %Sys::Virt::Planet::",
    "virDomainGetInfo",
    "VIR_DOMAIN_RUNNING",
    "virDomainInjectN",
    "lookupByName",
    "virsh dominfo",
    "dominfo",
    "512",
    "0x200",
    "-1",
    "99999999999999999999",
    "get_sate",
    "$dom->get_infos",
    "STATE_RUNING",
    "destroyy",
    "qqqq",
    "->",
    "é",
]


@pytest.fixture(scope="module")
def pages(browser: Browser, site: Path) -> Iterator[dict[str, Page]]:
    """The two pages, open."""
    found: dict[str, Page] = {}
    for kind in ("method", "constant"):
        found[kind] = new_page(browser)
        found[kind].goto((site / f"lookup/{kind}s.html").as_uri())
    yield found
    for page in found.values():
        page.close()


def shown(page: Page) -> list[str]:
    """The Perl names of the rows that are to be seen."""
    return page.locator("table.lookup tbody tr:visible td:first-child").all_inner_texts()


def status(page: Page) -> str:
    return page.locator(".lookup-status").inner_text()


def perl_names(text: str, *, constants: bool) -> list[str]:
    """What the terminal shows for a text, of one of the two kinds."""
    return [
        "::".join(("Sys::Virt", *([] if row.cls == "Virt" else [row.cls]), row.name))
        for row in find_rows(text)
        if row.name.isupper() == constants
    ]


@pytest.mark.parametrize("text", TYPED)
@pytest.mark.parametrize("kind", ["method", "constant"])
def test_the_field_shows_the_rows_that_the_terminal_shows(
    pages: dict[str, Page], kind: str, text: str
) -> None:
    page = pages[kind]
    page.locator(".lookup-field").fill(text)
    here, there = (
        perl_names(text, constants=each) for each in (kind == "constant", kind == "method")
    )
    assert sorted(shown(page)) == sorted(here)
    links = page.locator(".lookup-status a").all_inner_texts()
    if there:
        other = "constant" if kind == "method" else "method"
        assert links == [f"{len(there)} {other}{'s' * (len(there) > 1)}"]
    assert page.locator("table.lookup thead").is_visible() == bool(here)
    if not here and not there:
        assert status(page).startswith(f"Nothing is called “{text}”.")
        assert links == nearest(text)


def test_each_name_finds_its_row(pages: dict[str, Page]) -> None:
    """Of every method and constant, by its Perl name."""
    names = [f"{each.cls}::{each.name}" for each in members()]
    found = pages["method"].evaluate("names => names.map(name => Names.find(name).length)", names)
    assert found == [1] * len(names)
    assert len(names) > 1800


def test_an_empty_field_shows_all(pages: dict[str, Page]) -> None:
    page = pages["method"]
    page.locator(".lookup-field").fill("get_state")
    few = len(shown(page))
    page.locator(".lookup-field").fill("")
    assert (few, len(shown(page)), status(page)) == (
        1,
        sum(not each.name.isupper() for each in members()),
        "",
    )


def test_what_was_meant_is_a_click_away(pages: dict[str, Page]) -> None:
    page = pages["method"]
    page.locator(".lookup-field").fill("get_sate")
    page.locator(".lookup-status a").first.click()
    # The page hears of the new address after the click is over.
    page.get_by_text("1 method of").wait_for()
    assert page.locator(".lookup-field").input_value() == "get_state"
    assert shown(page) == ["Sys::Virt::Domain::get_state"]


def test_the_other_table_opens_with_what_was_typed(pages: dict[str, Page]) -> None:
    page = pages["method"]
    before = page.url
    page.locator(".lookup-field").fill("$x == Sys::Virt::Domain::STATE_RUNNING")
    assert status(page) == "No method is called so. There is 1 constant."
    page.locator(".lookup-status a").click()
    page.get_by_text(f"1 constant of {len(read_constants())}.").wait_for()
    assert shown(page) == ["Sys::Virt::Domain::STATE_RUNNING"]
    page.goto(before)

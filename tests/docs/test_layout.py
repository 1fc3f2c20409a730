"""The pages in a browser, from a phone to a wide screen: nothing is cut, and nothing overflows.

``SYSVIRT_PICTURES=FOLDER`` also leaves a picture of the guide's pages at each width there.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, cast

import pytest

from tests.docs.browsing import needs_browser, new_page
from tests.docs.pages import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser

WIDTHS = (360, 390, 768, 1024, 1280, 1440, 1600, 1920)
#: From here on every line of a pane has its room, and panes stand beside each other.
TABLET, SCREEN = 768, 1280
#: What `layout.js` finds wrong with the page that is open.
QUESTION = Path(__file__).with_name("layout.js").read_text()

pytestmark = needs_browser
each_width = pytest.mark.parametrize("width", WIDTHS)


class Layout(TypedDict):
    """A page at a width; faults are named by the beginning of what is at fault."""

    background: str
    overflow: int
    panes: int
    cut: list[str]
    wrapped: list[str]
    below: list[str]
    tables: list[str]
    titles: list[str]
    names: list[str]
    hidden: list[str]
    methods: list[str]
    shortened: list[str]
    lacking: list[str]


#: By the page, the width, and whether it is dark.
Layouts = dict[tuple[str, int, bool], Layout]


@pytest.fixture(scope="module")
def layouts(browser: Browser, site: Path) -> Layouts:
    """Every page at every width; those with Perl beside Python dark as well."""
    pictures = os.environ.get("SYSVIRT_PICTURES")
    found: Layouts = {}
    page = new_page(browser)
    for file in sorted(site.rglob("*.html")):
        name = str(file.relative_to(site))
        pairs = 'class="pair ' in file.read_text("utf-8")
        page.goto(file.as_uri())
        for dark in (False, True) if pairs else (False,):
            page.emulate_media(color_scheme="dark" if dark else "light")
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 900})
                found[name, width, dark] = cast(Layout, page.evaluate(QUESTION))
                if pictures and pairs:
                    scheme = "dark" if dark else "light"
                    target = Path(pictures, f"{file.stem}-{width}-{scheme}.png")
                    page.screenshot(path=target, full_page=True)
    return found


def at(layouts: Layouts, width: int, *names: str) -> dict[tuple[str, bool], Layout]:
    """The pages at a width, all of them or those of some names."""
    return {
        (page, dark): layout
        for (page, wide, dark), layout in layouts.items()
        if wide == width and (not names or page in names)
    }


@each_width
def test_no_page_overflows(layouts: Layouts, width: int) -> None:
    faults = {page: o for page, each in at(layouts, width).items() if (o := each["overflow"]) > 0}
    assert faults == {}


@each_width
def test_no_pane_is_cut(layouts: Layouts, width: int) -> None:
    assert {page: cut for page, each in at(layouts, width).items() if (cut := each["cut"])} == {}


@each_width
def test_every_page_of_the_guide_was_seen_light_and_dark(layouts: Layouts, width: int) -> None:
    pages = at(layouts, width)
    guide = {f"porting/{file.stem}.html" for file in (ROOT / "docs/porting").glob("*.md")}
    seen = {page: {dark for name, dark in pages if name == page} for page in guide}
    # One of them shows no Perl, another a whole script, too long for its Python to stand beside it.
    alone = {page for page in guide if not pages[page, False]["panes"]}
    assert seen == {page: {False} if page in alone else {False, True} for page in guide}
    assert alone == {"porting/pitfalls.html", "porting/worked.html"}
    assert sum(each["panes"] for (_, dark), each in pages.items() if not dark) >= 130
    light, dark = (pages["porting/lists.html", scheme]["background"] for scheme in (False, True))
    assert (light, dark) == ("rgb(255, 255, 255)", "rgb(19, 20, 22)")


@pytest.mark.parametrize("width", [width for width in WIDTHS if width >= TABLET])
def test_no_line_of_a_pane_goes_on_in_the_next(layouts: Layouts, width: int) -> None:
    faults = {page: w for page, each in at(layouts, width).items() if (w := each["wrapped"])}
    assert faults == {}


@pytest.mark.parametrize("width", [width for width in WIDTHS if width >= SCREEN])
def test_panes_stand_beside_each_other(layouts: Layouts, width: int) -> None:
    assert {page: b for page, each in at(layouts, width).items() if (b := each["below"])} == {}


@each_width
def test_no_table_of_the_guide_has_to_be_moved(layouts: Layouts, width: int) -> None:
    assert {page: t for page, each in at(layouts, width).items() if (t := each["tables"])} == {}


@each_width
def test_no_word_of_a_title_breaks(layouts: Layouts, width: int) -> None:
    assert {page: t for page, each in at(layouts, width).items() if (t := each["titles"])} == {}


@each_width
def test_no_c_name_breaks(layouts: Layouts, width: int) -> None:
    assert {page: n for page, each in at(layouts, width).items() if (n := each["names"])} == {}


@each_width
@pytest.mark.parametrize("page", ["lookup/methods.html", "lookup/constants.html"])
def test_every_column_of_a_look_up_table_is_there(layouts: Layouts, width: int, page: str) -> None:
    (layout,) = at(layouts, width, page).values()
    assert layout["hidden"] == []


@each_width
def test_no_name_of_a_method_breaks(layouts: Layouts, width: int) -> None:
    assert {page: m for page, each in at(layouts, width).items() if (m := each["methods"])} == {}


@each_width
def test_every_c_name_is_shown_to_its_end(layouts: Layouts, width: int) -> None:
    faults = {page: s for page, each in at(layouts, width).items() if (s := each["shortened"])}
    assert faults == {}


@each_width
def test_every_row_of_a_look_up_table_has_its_c_name(layouts: Layouts, width: int) -> None:
    assert {page: r for page, each in at(layouts, width).items() if (r := each["lacking"])} == {}

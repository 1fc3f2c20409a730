"""The page about a fleet: what is in it, and how it looks in a browser."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.docs.browsing import needs_browser, new_page
from tests.docs.conftest import browser  # noqa: F401 - a fixture
from tests.examples.programs import port
from tests.examples.terminal import without
from tests.hosts.crowd import Crowd

pytest.importorskip("matplotlib", reason="matplotlib is not installed")

from support.bars import Bar, svg
from support.looks import Guest, Look, Seen
from support.report import MOST, page
from sysvirt import Domain
from sysvirt.aio import HostState

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

# matplotlib is
pytestmark = pytest.mark.long

TEST = "test:///default"
#: What begins an element of HTML, an attribute, an entity, and a formula of matplotlib's.
ODD = "<b>\"a&amp;'$x_1$"
LONG_NAME = "hypervisor-with-a-long-name-042.rack-7.datacentre.example.org"
GIB = 2**20


# Programs ----------------------------------------------------------------------------------


def test_a_fleet_of_which_some_hosts_are_down(
    crowd: Crowd, hosts: list[str], tmp_path: Path
) -> None:
    crowd.kill("host001")
    crowd.hang("host002")
    file = tmp_path / "fleet.html"
    printed = port(
        "fleet_report", "--output", str(file), "--interval", "0.1", "--limit", "10", *hosts
    )
    assert printed == f"Saved {file}\n"
    text = seen(file.read_text())
    assert "4 of 6 hosts up 4 of 4 guests running" in text
    assert re.search(r"\d\.\d of 64 CPUs in use 8 GiB memory of running guests", text)
    assert re.search(r"Down host001 for \d+ (s|min) Failed to connect socket to ", text)
    # The limit of a look is that of an opening: either may come first.
    assert re.search(r" host002 .*(no answer|could not be opened) within 10 s", text)
    assert text.count("2 of 16") == 4
    assert text.count("2 GiB of 3 GiB") == 4
    assert [path.name for path in tmp_path.iterdir()] == ["fleet.html"]


def test_a_fleet_that_is_down(crowd: Crowd, hosts: list[str], tmp_path: Path) -> None:
    crowd.kill(*crowd.names)
    file = tmp_path / "fleet.html"
    port("fleet_report", "--output", str(file), "--interval", "0.1", *hosts)
    assert "0 of 6 hosts up" in seen(file.read_text())
    assert "<svg" not in file.read_text()


def test_a_place_that_cannot_be_written() -> None:
    error = port("fleet_report", "--output", "/none/fleet.html", f"a={TEST}", status=1)
    assert error.startswith("fleet_report.py: [Errno 2]")
    assert len(error.splitlines()) == 1


def test_without_matplotlib(tmp_path: Path) -> None:
    done = subprocess.run(
        without("matplotlib", "fleet_report", f"a={TEST}"), stderr=subprocess.PIPE, cwd=tmp_path
    )
    said = b"fleet_report.py: needs matplotlib: pip install 'sysvirt[examples]'\n"
    assert (done.returncode, done.stderr) == (1, said)
    assert list(tmp_path.iterdir()) == []


def test_wrong_arguments() -> None:
    error = port("fleet_report", "--interval", "0", TEST, status=2)
    assert "argument --interval: must be more than 0 seconds" in error


# The page ----------------------------------------------------------------------------------


class _Texts(HTMLParser):
    """All texts of a page but its style."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.names: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.texts += [value or "" for name, value in attrs if name == "data-head"]

    def handle_data(self, data: str) -> None:
        if self.names[-1:] != ["style"]:
            self.texts.append(data)


def seen(html: str) -> str:
    """What one reads in a page, in one line."""
    texts = _Texts()
    texts.feed(html)
    return " ".join(" ".join(texts.texts).split())


def guest(name: str, cpu: float, memory: int, active: bool = True) -> Guest:
    return Guest(
        name,
        name,
        active,
        {
            "state.state": Domain.STATE_RUNNING if active else Domain.STATE_SHUTOFF,
            "cpu.time": int(cpu * 1e9),
            "vcpu.current": 4,
            "balloon.current": memory,
            "block.count": 1,
            "block.0.name": "vda",
            "block.0.rd.bytes": int(cpu * 2**20),
        },
    )


def fleet(hosts: int = 12) -> tuple[Any, Any, Any]:
    """Looks at hosts with names of many kinds; two are down."""
    names = [ODD, LONG_NAME, "宽".join("abc"), *(f"kvm{at:02}" for at in range(hosts))]
    before, after = (
        {
            name: Look(
                name,
                0.1,
                Seen(
                    float(second),
                    16,
                    64 * GIB,
                    [guest(f"{name}-{at}", second * place * at / 4, at * GIB) for at in range(4)]
                    + [guest(f"{name}-off", 0, GIB, active=False)],
                ),
            )
            for place, name in enumerate(names)
        }
        for second in (0, 1)
    )
    # More is promised than there is.
    full = [guest(f"full-{at}", 0, 30 * GIB) for at in range(9)]
    after["full"] = Look("full", 0.1, Seen(1.0, 16, 64 * GIB, full))
    after["silent"] = Look("silent", 0.1, error=TimeoutError(f"no answer {ODD}"))
    after[f"{LONG_NAME}-down"] = Look(
        f"{LONG_NAME}-down", 0.1, error=ConnectionError("x" * 300 + " no route to host")
    )
    states = {name: HostState("up", 0.0) for name in after}
    return before, after, states


def test_names_are_no_markup() -> None:
    html = page(*fleet())
    assert "<b>" not in html
    text = seen(html)
    # In each of three plots, in the list of hosts, in four running guests and one that is off.
    assert text.count(ODD) == 3 + 1 + 5 + 1
    assert f"no answer {ODD}" in text


def test_the_page_needs_nothing_else() -> None:
    html = page(*fleet())
    assert not re.search(r"(?:src|href)=\"(?!#)|url\((?!#)|@import|<script|<link", html)
    names = re.findall(r' id="([^"]*)"', html)
    assert len(names) == len(set(names)) > 100
    assert {*re.findall(r'(?:href="#|url\(#)([^")]*)', html)} <= set(names)
    assert page(*fleet()).count("#0") == html.count("#0")


def test_a_plot_shows_the_fullest_hosts() -> None:
    html = page(*fleet(60))
    shown = MOST
    plots = html.split("<svg")[1:]
    assert [each.split("</svg")[0].count(" of 16<") for each in plots] == [shown, 0, shown]
    assert html.count(f"The {shown} fullest of 64 hosts.") == 3
    assert min(map(plots[0].index, (">full<", ">a宽b宽c<", ">kvm01<"))) == plots[0].index(">full<")


def test_plots_are_the_same_each_time() -> None:
    bars = [Bar("a", 1, 2, "1 of 2"), Bar("b", 3, 2, "3 of 2")]
    drawn = svg(bars, "CPUs", "plot", "bar", "over")
    assert drawn == svg(bars, "CPUs", "plot", "bar", "over")
    # What doesn't fit has a colour of its own.
    assert drawn.count("var(--over)") == drawn.count("var(--bar)") == 1


# In a browser ------------------------------------------------------------------------------

#: What is wrong with the page that is open.
QUESTION = Path(__file__).with_name("report.js").read_text()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Page]:  # noqa: F811
    """The page in a browser, which asks for nothing else and complains of nothing."""
    file = tmp_path / "fleet.html"
    file.write_text(page(*fleet()), "utf-8")
    tab = new_page(browser)
    asked: list[str] = []
    complaints: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("console", lambda message: complaints.append(message.text))
    tab.goto(file.as_uri())
    yield tab
    assert (asked, complaints) == ([file.as_uri()], [])
    tab.close()


class TestInABrowser:
    """At the widths of a screen and of a phone, light and dark."""

    pytestmark = needs_browser

    @pytest.mark.parametrize("dark", [False, True])
    @pytest.mark.parametrize(("width", "columns"), [(1280, 3), (768, 2), (390, 1)])
    @pytest.mark.parametrize("unfolded", [False, True])
    def test_it_reads_well(
        self, opened: Page, width: int, columns: int, dark: bool, unfolded: bool
    ) -> None:
        opened.emulate_media(color_scheme="dark" if dark else "light")
        opened.set_viewport_size({"width": width, "height": 900})
        if unfolded:
            opened.evaluate(
                "for (const each of document.querySelectorAll('details')) each.open = true"
            )
        if pictures := os.environ.get("SYSVIRT_PICTURES"):
            scheme = "dark" if dark else "light"
            name = f"fleet-{width}-{scheme}{'-unfolded' if unfolded else ''}.png"
            opened.screenshot(path=Path(pictures, name), full_page=True)
        layout = opened.evaluate(QUESTION)
        for fault in ("outside", "cut", "small", "faint"):
            assert layout[fault] == []
        assert (layout["overflow"], layout["overlapping"]) == (0, 0)
        # Bars of what there is, and of what is used of it.
        assert len(layout["plots"]) == 3
        for wide, bars in layout["plots"]:
            assert 250 < wide < 800
            assert bars >= 16
        assert layout["columns"] == columns
        assert layout["background"] == ("rgb(20, 20, 22)" if dark else "rgb(255, 255, 255)")

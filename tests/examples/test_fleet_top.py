"""The live picture of a fleet: its lines, on a terminal and without one."""

from __future__ import annotations

import re
import time
from contextlib import closing
from typing import Any

import pytest

from support.looks import Guest, Look, Seen
from support.picture import BOLD, GREY, PLAIN, Line, Picture, columns, cut, draw, duration
from sysvirt import Domain
from sysvirt.aio import HostState
from tests.examples.programs import port
from tests.examples.terminal import Terminal, ours, without_rich
from tests.hosts import wait_until
from tests.hosts.crowd import Crowd

TEST = "test:///default"
HEAD = "HOST / GUEST                   STATE           CPU    MEMORY    DISK/s     NET/s"


# Programs ----------------------------------------------------------------------------------


def test_one_picture_without_a_terminal(crowd: Crowd, hosts: list[str]) -> None:
    crowd.kill("host001")
    crowd.hang("host002")
    text = port("fleet_top", "--once", "--interval", "0.1", "--limit", "10", *hosts)
    lines = text.splitlines()
    assert re.fullmatch(r"\d\d:\d\d:\d\d  4 of 6 hosts up, 4 of 4 guests running", lines[0])
    assert lines[1] == HEAD
    assert max(map(len, lines)) <= 80
    assert "\x1b" not in text
    # The rate is there at once: it has looked twice.
    assert re.fullmatch(r"host000 +1 of 1 +\d+\.\d% +2 GiB", lines[2])
    assert re.fullmatch(r"  test +running +\d+\.\d% +2 GiB", lines[3])
    assert re.fullmatch(r"host001 +down for \d+ (s|min), next try (now|in \d+ s)", lines[4])
    assert lines[5].startswith("  Failed to connect socket to ")
    # The limit of a look is that of an opening: either may come first.
    assert re.fullmatch(r"host002 +(opening|down for \d+ s, next try (now|in \d+ s))", lines[6])
    assert re.search(r"^  (no answer|host002 could not be opened) within 10 s", lines[7])


def test_pictures_one_below_the_other() -> None:
    text = port("fleet_top", "--count", "3", "--interval", "0", f"a={TEST}")
    assert text.count(HEAD) == 3
    # The first has nothing to compare with.
    assert re.search(r"^  test +running +2 GiB$", text, re.MULTILINE)
    assert len(re.findall(r"^  test +running +\d+\.\d% +2 GiB$", text, re.MULTILINE)) == 2


def test_nothing_but_hosts_that_are_down(crowd: Crowd, hosts: list[str]) -> None:
    crowd.kill(*crowd.names)
    text = port("fleet_top", "--once", "--interval", "0", *hosts)
    assert "  0 of 6 hosts up, 0 of 0 guests running" in text
    assert text.count(" down for ") == 6


def test_live_on_a_terminal_of_80_columns_until_ctrl_c(crowd: Crowd, hosts: list[str]) -> None:
    command = ours("fleet_top", "--interval", "0.1", "--limit", "2", *hosts)
    with closing(Terminal(*command, rows=24, columns=80)) as terminal:
        terminal.until(lambda: terminal.text().count("6 of 6 hosts up") > 3, "many looks")
        crowd.kill("host003")
        terminal.shows("5 of 6 hosts up")
        terminal.shows("Failed to connect socket to ")
        # Grey, and drawn over what was there.
        assert re.search(rb"\x1b\[90mhost003 +down for", terminal.shown)
        assert terminal.shown.count(b"\x1b[1A") > 20
        crowd.revive("host003")
        terminal.until(lambda: "6 of 6 hosts up" in terminal.text()[-2000:], "it is back")
        terminal.type(b"\x03")
        terminal.ends(130)
        assert "Traceback" not in terminal.text()
        assert terminal.is_as_before()
        # The cursor shows again.
        assert terminal.shown.rfind(b"\x1b[?25h") > terminal.shown.rfind(b"\x1b[?25l") > -1
    assert max(len(line.rstrip()) for line in re.split("[\r\n]+", terminal.text())) <= 80


def test_more_hosts_than_lines(crowd: Crowd, hosts: list[str]) -> None:
    command = ours("fleet_top", "--interval", "0.1", *hosts)
    with closing(Terminal(*command, rows=12, columns=80)) as terminal:
        terminal.shows("… 4 more lines: --once shows all")
        terminal.type(b"\x03")
        terminal.ends(130)
    wait_until(lambda: crowd.clients() == 0, "all are closed")


@pytest.mark.parametrize("arguments", [("--once",), ("--count", "1")])
def test_on_a_terminal_without_rich(arguments: tuple[str, ...]) -> None:
    command = without_rich("fleet_top", *arguments, "--interval", "0", f"a={TEST}")
    with closing(Terminal(*command, columns=80)) as terminal:
        terminal.ends(0)
    text = terminal.text().replace("\r", "")
    assert text.count(HEAD) == 1
    assert b"\x1b" not in terminal.shown


def test_one_picture_on_a_terminal() -> None:
    command = ours("fleet_top", "--once", "--interval", "0", *(f"h{at}={TEST}" for at in range(20)))
    with closing(Terminal(*command, rows=10, columns=80)) as terminal:
        terminal.ends(0)
    # All of it, though the terminal is small.
    assert all(f"h{at} " in terminal.text() for at in range(20))


# Lines -------------------------------------------------------------------------------------

LONG_NAME = "a-name-that-is-longer-than-any-terminal-has-room-for" * 3


def guest(name: str, cpu: int = 0, active: bool = True) -> Guest:
    state = Domain.STATE_RUNNING if active else Domain.STATE_SHUTOFF
    data: dict[str, Any] = {"state.state": state, "cpu.time": cpu, "balloon.current": 2**40 - 1}
    for kind, names in (("block", ("rd", "wr")), ("net", ("rx", "tx"))):
        data |= {f"{kind}.count": 1, f"{kind}.0.name": "x"}
        data |= {f"{kind}.0.{each}.bytes": cpu * 10**6 for each in names}
    return Guest(name, name, active, data)


def seen(host: str, at: float, *guests: Guest) -> Look:
    return Look(host, 0.0, Seen(at, 4, 2**20, [*guests]))


def picture(hosts: int = 1) -> Picture:
    """Hosts of which the second is busier than the first, and so on, and one that is down."""
    names = [f"h{at}" for at in range(hosts)]
    before = {name: seen(name, 0.0, guest("busy"), guest("idle")) for name in names}
    after = {
        name: seen(name, 1.0, guest("idle"), guest("busy", 10**9 * at), guest("off", active=False))
        for at, name in enumerate(names, 1)
    }
    down = Look("down", 0.0, error=ConnectionError("no route to host"))
    now = time.time()
    states = {
        **dict.fromkeys(names, HostState("up", now)),
        "down": HostState("down", now - 7200, down.error, now + 45),
    }
    return Picture(before, {**after, "down": down}, states)


def test_the_busiest_first_and_what_is_off_grey() -> None:
    lines = draw(picture(), 80)
    styles = [(line.text.split()[0], line.style) for line in lines[2:]]
    assert styles == [
        ("h0", BOLD),
        ("busy", PLAIN),
        ("idle", PLAIN),
        ("off", GREY),
        ("down", GREY),
        ("no", GREY),
    ]
    assert re.fullmatch(r"  busy +running +100\.0% +1024 TiB .*", lines[3].text)
    assert re.fullmatch("down {27}down for 2 h, next try in 45 s", lines[-2].text)
    assert lines[-1].text == "  no route to host"


@pytest.mark.parametrize("width", [20, 40, 79, 80, 81, 132, 200])
def test_no_line_is_too_wide(width: int) -> None:
    shown = picture(3)
    odd = (LONG_NAME, "宽" * 60, "tab\tand\x1b[31mred", "e\u0301" * 70)
    looks = dict(shown.looks)
    for name in odd:
        error = ConnectionError(name * 3)
        looks[name] = Look(name, 0.0, error=error)
        looks[f"{name} up"] = seen(f"{name} up", 1.0, guest(name, 10**12))
    for line in draw(Picture(shown.before, looks, shown.states), width):
        assert columns(line.text) <= width
        assert "\t" not in line.text
        assert "\x1b" not in line.text


@pytest.mark.parametrize("height", range(4, 30))
def test_no_picture_is_too_high(height: int) -> None:
    shown = picture(4)
    whole = draw(shown, 80)
    lines = draw(shown, 80, height)
    assert len(lines) == min(height, len(whole))
    if height < len(whole):
        left = re.fullmatch(r"… (\d+) more lines: --once shows all", lines[-1].text)
        assert left is not None
        assert int(left[1]) == len(whole) - (height - 1)
    if 5 <= height < len(whole):
        # What is down comes before all others, then the busiest.
        names = [line.text.split()[0] for line in lines[2:-1] if line.text[0] != " "]
        assert names == ["down", "h3", "h2", "h1", "h0"][: height - 3]
    if height == len(whole) - 1:
        assert lines[3].text == "  no route to host"


@pytest.mark.parametrize(
    ("seconds", "said"), [(-1, "0 s"), (59, "59 s"), (90, "2 min"), (7200, "2 h"), (2e5, "2 d")]
)
def test_lengths_of_time(seconds: float, said: str) -> None:
    assert duration(seconds) == said


def test_texts_are_cut_by_columns() -> None:
    assert [cut("宽宽宽", width) for width in (6, 5, 4, 3, 1, 0)] == [
        "宽宽宽",
        "宽宽…",
        "宽…",
        "宽…",
        "…",
        "",
    ]
    assert cut("e\u0301a", 2) == "e\u0301a"
    assert Line("x").style == PLAIN

"""A picture of a fleet in lines of text: hosts and guests, and why hosts are down."""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from support.looks import Look, Usage, total, usages
from support.words import size, words
from sysvirt import Domain
from sysvirt.aio import HostState

#: The columns behind the name: their heads and widths.
COLUMNS = (("STATE", 10), ("CPU", 8), ("MEMORY", 9), ("DISK/s", 9), ("NET/s", 9))
REST = sum(width + 1 for _, width in COLUMNS)
#: The narrowest and the widest name.
NARROW, WIDE = 12, 40
#: How lines look, by the names that rich has for it.
PLAIN, BOLD, GREY = "", "bold", "bright_black"


class Line(NamedTuple):
    """A line, and how it looks."""

    text: str
    style: str = PLAIN


class Picture(NamedTuple):
    """What is to be drawn: two looks, and how the hosts are."""

    before: Mapping[str, Look]
    looks: Mapping[str, Look]
    states: Mapping[str, HostState]


def draw(picture: Picture, width: int, height: int | None = None) -> list[Line]:
    """The lines. With a height those that don't fit go: idle guests first, then idle hosts."""
    used = {host: usages(picture.before.get(host), look) for host, look in picture.looks.items()}
    blocks = [_block(picture, host, used[host], width) for host in picture.looks]
    rows = sum(map(len, blocks))
    lines = [_summary(picture, width), _row("HOST / GUEST", [h for h, _ in COLUMNS], width, BOLD)]
    room = rows if height is None else height - len(lines)
    if rows <= room:
        return [*lines, *(line for block in blocks for line in block)]
    return [*lines, *_fitting(picture, blocks, used, room - 1), _left_out(rows - room + 1, width)]


def _fitting(
    picture: Picture,
    blocks: list[list[Line]],
    used: Mapping[str, Mapping[str, Usage]],
    room: int,
) -> Iterator[Line]:
    """As many lines as there is room for: each host that is down, then the busiest."""
    busy = {host: total(used[host].values())[0] or 0.0 for host in picture.looks}
    first = sorted(
        zip(picture.looks.items(), blocks, strict=True),
        key=lambda item: (item[0][1].seen is not None, -busy[item[0][0]]),
    )
    # Each host has its line as far as that goes; what is left is for guests.
    spare = max(0, room - len(first))
    for _, (head, *rest) in first[:room]:
        yield head
        yield from rest[:spare]
        spare = max(0, spare - len(rest))


def _left_out(number: int, width: int) -> Line:
    return Line(cut(f"… {number} more lines: --once shows all", width), GREY)


def _summary(picture: Picture, width: int) -> Line:
    """How many hosts and guests there are."""
    seen = [look.seen for look in picture.looks.values() if look.seen is not None]
    guests = [guest for each in seen for guest in each.guests]
    running = sum(guest.active for guest in guests)
    hosts = f"{len(seen)} of {len(picture.looks)} hosts up"
    text = f"{hosts}, {running} of {len(guests)} guests running"
    return Line(cut(f"{time.strftime('%H:%M:%S')}  {text}", width), BOLD)


def _block(picture: Picture, host: str, used: Mapping[str, Usage], width: int) -> list[Line]:
    """The line of a host, and those of its guests, the busiest first, or why it is down."""
    look = picture.looks[host]
    if look.seen is None:
        return _down(look, picture.states.get(host), width)
    guests = sorted(look.seen.guests, key=lambda each: (-(used[each.uuid][0] or 0), each.name))
    running = sum(guest.active for guest in guests)
    cells = [f"{running} of {len(guests)}", *_cells(total(used.values()))]
    lines = [_row(host, cells, width, BOLD)]
    for guest in guests:
        state = words(Domain, "STATE_", guest.state)
        style = PLAIN if guest.active else GREY
        lines.append(_row(f"  {guest.name}", [state, *_cells(used[guest.uuid])], width, style))
    return lines


def _down(look: Look, state: HostState | None, width: int) -> list[Line]:
    """Since when a host is down and when it is tried again, and below it why."""
    now = time.time()
    if state is None or state.state != "down":
        text = "opening" if state is not None and state.state == "new" else "silent"
    else:
        when = "now" if state.next_try is None else f"in {duration(state.next_try - now)}"
        text = f"down for {duration(now - state.since)}, next try {when}"
    head = f"{fill(look.host, _name_width(width))} {text}"
    return [Line(cut(head, width), GREY), Line(cut(f"  {look.reason}", width), GREY)]


def _cells(usage: Usage) -> list[str]:
    cpu, memory, disk, network = usage
    return [
        "" if cpu is None else f"{100 * cpu:.1f}%",
        "" if memory is None else size(memory),
        *("" if rate is None else size(rate / 1024) for rate in (disk, network)),
    ]


def _row(name: str, cells: list[str], width: int, style: str) -> Line:
    text = fill(name, _name_width(width))
    for (head, room), cell in zip(COLUMNS, cells, strict=True):
        text += " " + (fill(cell, room) if head == "STATE" else cut(cell, room).rjust(room))
    return Line(cut(text.rstrip(), width), style)


def _name_width(width: int) -> int:
    return min(WIDE, max(NARROW, width - REST))


def duration(seconds: float) -> str:
    """A length of time, roughly."""
    for unit, length in (("d", 86400), ("h", 3600), ("min", 60)):
        if seconds >= length:
            return f"{seconds / length:.0f} {unit}"
    return f"{max(0.0, seconds):.0f} s"


def columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(map(_columns, text))


def _columns(letter: str) -> int:
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def cut(text: str, width: int) -> str:
    """As much of a text as there is room for, on one line and with nothing that steers."""
    text = "".join(each if unicodedata.category(each) != "Cc" else " " for each in text)
    if columns(text) <= width:
        return text
    kept, room = "", width - 1
    for letter in text:
        room -= _columns(letter)
        if room < 0:
            break
        kept += letter
    return f"{kept}…" if width > 0 else ""


def fill(text: str, width: int) -> str:
    """The same, and spaces up to the width."""
    text = cut(text, width)
    return text + " " * (width - columns(text))

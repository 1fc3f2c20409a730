"""A page about a fleet: one file, that needs nothing else and reads well light, dark and small."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from pathlib import Path

from attrs import frozen

from support.bars import Bar, svg
from support.looks import Guest, Look, Usage, total, usages
from support.picture import duration
from support.words import size, words
from sysvirt import Domain
from sysvirt.aio import HostState

STYLE = Path(__file__).with_name("report.css")
#: How many hosts a plot shows.
MOST = 25
GIB = 2**20
UNKNOWN = "\N{EN DASH}"


@frozen
class Host:
    """A host that was seen, and what its guests use together."""

    name: str
    cpus: int
    memory: int
    guests: list[Guest]
    used: dict[str, Usage]

    @property
    def running(self) -> list[Guest]:
        return [guest for guest in self.guests if guest.active]

    @property
    def vcpus(self) -> int:
        return sum(guest.cpus for guest in self.running)

    @property
    def given(self) -> int:
        """The memory of the running guests."""
        return sum(guest.memory for guest in self.running)

    @property
    def all(self) -> Usage:
        return total(self.used.values())

    @property
    def busy(self) -> float:
        """How many CPUs the guests use."""
        return self.all[0] or 0.0


@frozen
class Plot:
    """A plot of all hosts: what it says, its unit, the bar of a host, and its two colours."""

    name: str
    title: str
    unit: str
    text: str
    bar: Callable[[Host], Bar]
    colour: str = "bar"
    over: str = "over"


def _capacity(host: Host) -> Bar:
    return Bar(host.name, host.vcpus, host.cpus, f"{host.vcpus} of {host.cpus}")


def _memory(host: Host) -> Bar:
    text = f"{size(host.given)} of {size(host.memory)}"
    return Bar(host.name, host.given / GIB, host.memory / GIB, text)


def _cpu(host: Host) -> Bar:
    return Bar(host.name, host.busy, host.cpus, f"{host.busy:.1f} of {host.cpus}")


PLOTS = (
    # More CPUs than there are may well be promised.
    Plot(
        name="capacity",
        title="Capacity",
        unit="CPUs",
        text="Virtual CPUs of the running guests, beside the host's CPUs in grey.",
        bar=_capacity,
        over="bar",
    ),
    Plot(
        name="memory",
        title="Memory",
        unit="GiB",
        text="Memory of the running guests, beside the host's in grey.",
        bar=_memory,
        colour="second",
    ),
    Plot(
        name="cpu",
        title="CPU",
        unit="CPUs",
        text="CPUs that the guests are using, beside the host's in grey.",
        bar=_cpu,
    ),
)


def page(
    before: Mapping[str, Look], looks: Mapping[str, Look], states: Mapping[str, HostState]
) -> str:
    """The page in HTML, of two looks."""
    seen = [
        Host(name, look.seen.cpus, look.seen.memory, look.seen.guests, _used(before, look))
        for name, look in looks.items()
        if look.seen is not None
    ]
    down = [look for look in looks.values() if look.seen is None]
    body = "\n".join((*_head(seen, down), *_down(down, states), *_plots(seen), *_hosts(seen)))
    return PAGE.format(style=STYLE.read_text("utf-8"), body=body)


def _used(before: Mapping[str, Look], look: Look) -> dict[str, Usage]:
    return usages(before.get(look.host), look)


def _head(seen: Sequence[Host], down: Sequence[Look]) -> Iterator[str]:
    now = time.strftime("%Y-%m-%d %H:%M:%S %Z")
    yield f"<header><h1>Fleet</h1><p>{escape(now)}</p></header>"
    guests = sum(len(host.guests) for host in seen)
    figures = {
        "hosts up": f"{len(seen)} of {len(seen) + len(down)}",
        "guests running": f"{sum(len(host.running) for host in seen)} of {guests}",
        "CPUs in use": f"{sum(host.busy for host in seen):.1f} of {sum(h.cpus for h in seen)}",
        "memory of running guests": size(sum(host.given for host in seen)),
    }
    cells = (f"<div><dd>{value}</dd><dt>{name}</dt></div>" for name, value in figures.items())
    yield f'<dl class="figures">{"".join(cells)}</dl>'


def _down(down: Sequence[Look], states: Mapping[str, HostState]) -> Iterator[str]:
    if not down:
        return
    yield '<section class="down"><h2>Down</h2><ul>'
    for look in down:
        state = states.get(look.host)
        since = ""
        if state is not None and state.state == "down":
            since = f" <small>for {duration(time.time() - state.since)}</small>"
        reason = f"<span>{escape(look.reason)}</span>"
        yield f"<li><strong>{escape(look.host)}</strong>{since} {reason}</li>"
    yield "</ul></section>"


def _plots(seen: Sequence[Host]) -> Iterator[str]:
    if not seen:
        return
    yield '<section class="plots">'
    for plot in PLOTS:
        bars = sorted(map(plot.bar, seen), key=lambda bar: (-bar.fullness, bar.host))
        shown = bars[:MOST]
        more = "" if len(bars) == len(shown) else f" The {MOST} fullest of {len(bars)} hosts."
        text = f"{plot.text}{more}"
        yield f"<figure><h2>{plot.title}</h2><figcaption>{text}</figcaption>"
        yield f"{svg(shown, plot.unit, plot.name, plot.colour, plot.over)}</figure>"
    yield "</section>"


def _hosts(seen: Sequence[Host]) -> Iterator[str]:
    """A line for each host; it opens to show its guests."""
    if not seen:
        return
    yield "<section><h2>Hosts</h2>"
    for host in seen:
        running = f"{len(host.running)} of {len(host.guests)} running"
        figures = (running, f"{host.busy:.1f} CPUs", size(host.given))
        cells = "".join(f"<span>{each}</span>" for each in figures)
        yield f"<details><summary><strong>{escape(host.name)}</strong>{cells}</summary>"
        yield from _guests(host)
        yield "</details>"
    yield "</section>"


def _guests(host: Host) -> Iterator[str]:
    if not host.guests:
        yield "<p>No guests.</p>"
        return
    heads = ("Guest", "State", "CPU", "Memory", "Disk/s", "Network/s")
    yield f"<table><thead><tr>{''.join(f'<th>{each}</th>' for each in heads)}</tr></thead><tbody>"
    for guest in sorted(host.guests, key=lambda each: (-(host.used[each.uuid][0] or 0), each.name)):
        cells = [guest.name, words(Domain, "STATE_", guest.state), *_figures(host.used[guest.uuid])]
        named = zip(heads, cells, strict=True)
        row = "".join(f'<td data-head="{head}">{escape(cell)}</td>' for head, cell in named)
        yield f"<tr{'' if guest.active else ' class=off'}>{row}</tr>"
    yield "</tbody></table>"


def _figures(usage: Usage) -> list[str]:
    cpu, memory, disk, network = usage
    return [
        UNKNOWN if cpu is None else f"{100 * cpu:.1f}%",
        UNKNOWN if memory is None else size(memory),
        *(UNKNOWN if rate is None else size(rate / 1024) for rate in (disk, network)),
    ]


PAGE = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy"
  content="default-src 'none'; style-src 'unsafe-inline'">
<title>Fleet</title>
<style>
{style}</style>
</head>
<body>
{body}
</body>
</html>
"""

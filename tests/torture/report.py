"""The figures of the campaigns: a line for each, and the page for the site."""

from __future__ import annotations

import datetime as dt
import os
import platform
import subprocess
from collections.abc import Sequence

import libvirt

from tests.hosts import programs
from tests.torture.campaigns import CAMPAIGNS
from tests.torture.result import Result

#: What the page begins with.
HEAD = """\
# Reliability

What must not go wrong is tried many times over, with harm done on purpose: `make torture` kills
daemons, cuts and garbles what goes over the wire, sends Ctrl-C at random, forks, and calls every
method with what it must not get. The suite has a few tries of each.

% Written by make torture.
"""

#: What it ends with.
TAIL = """\
## What can't be relied on

- libvirt's own keepalive doesn't end a call that is made in a callback: the loop doesn't turn then.
- An event that comes just as the last callback of its kind is taken back, by the last client of a
  daemon or on a connection, may stay in libvirt's queue: whoever registers next gets none, until
  that callback is taken back. A callback that stays prevents it: see
  [No events](trouble.md#no-events).
- A child that was forked while another thread used libvirt, or turned its loop, may wait for ever
  when it uses libvirt itself: see [forks](forks.md#forks-beside-threads-that-use-libvirt).
- Where Ctrl-C meets the very end of a call that makes an object, the C object underneath may stay,
  and with it the socket of its connection, until the process ends.
- An `Error` that is kept keeps, by its traceback, what the call was about; the socket of a
  connection that was closed goes when the error goes.
- With libvirt before 10.4 a process may crash when a connection breaks or is cut on which several
  threads call: see [Threads](threads.md#one-connection-in-several-threads).
- Not every URI has a socket that can be cut: see [Calls that end](connecting.md#calls-that-end).
"""


def line(result: Result, seed: int) -> str:
    """What is printed when a campaign ends."""
    parts = [
        f"{result.name}: {result.tries} tries, {len(result.faults)} faults",
        f"slowest answer {result.slowest:.2f} s",
        f"{result.wall:.0f} s in all, seed {seed}",
    ]
    if result.theirs:
        parts.append(f"{len(result.theirs)} of libvirt's own")
    text = "; ".join(parts)
    details = [f"lacking: {each}" for each in result.lacking]
    details += [f"FAULT {each}" for each in result.faults]
    details += [f"libvirt's own: {each}" for each in result.theirs]
    return "\n    ".join([text, *(each.replace("\n", "\n        ") for each in details)])


def page(results: Sequence[Result], seed: int, wall: float) -> str:
    """The page of the site, in Markdown."""
    order = list(CAMPAIGNS)
    results = sorted(results, key=lambda result: order.index(result.name))
    parts = [HEAD, f"On {_today()}, in {wall / 60:.0f} minutes, seed {seed}: {_versions()}.\n"]
    parts.append("| campaign | tries | faults | slowest answer |\n|---|--:|--:|--:|")
    parts += map(_row, results)
    parts.append("\nThe slowest answer includes the limit of time that a call had.\n")
    for each in results:
        parts += _section(each)
    return "\n".join([*parts, TAIL])


def _row(result: Result) -> str:
    figures = f"{result.tries:,} | {len(result.faults)} | {result.slowest:.2f} s"
    return f"| [{result.name}](#{anchor(result.name)}) | {figures} |"


def anchor(name: str) -> str:
    """How a heading is linked to."""
    return name.lower().replace(" ", "-")


def _section(result: Result) -> list[str]:
    campaign = CAMPAIGNS[result.name]
    summary, _, text = (campaign.__doc__ or "").partition("\n\n")
    parts = [f"## {result.name}\n", " ".join(summary.split()) + "\n", " ".join(text.split()) + "\n"]
    parts.append(f"**To be relied on:** {campaign.RELY}\n")
    parts += [f"- {what}: {figure}" for what, figure in sorted(result.figures.items())]
    parts += [f"- not tried here: {each}" for each in result.lacking]
    parts += [f"- a fault of libvirt's own: {each}" for each in sorted(set(result.theirs))]
    if not parts[-1].endswith("\n"):
        parts.append("")
    return parts


def _today() -> str:
    return dt.datetime.now(tz=dt.UTC).date().isoformat()


def _versions() -> str:
    """What took part."""
    number = libvirt.getVersion()
    release = f"{number // 1000000}.{number // 1000 % 1000}.{number % 1000}"
    found = [f"libvirt {release}", f"Python {platform.python_version()}"]
    if program := programs.find("qemu-system-x86_64"):
        said = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
        found.append(f"QEMU {said.stdout.split()[3]}")
    return ", ".join([*found, f"{platform.machine()}, {os.cpu_count()} CPUs"])

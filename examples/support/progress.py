"""How far long work is, as a bar on standard error.

The bar shows what is done, how fast it goes and how much time is left. It shows on a terminal, or
where `--progress` asks for it; elsewhere a program is as quiet as its original.
"""

from __future__ import annotations

import argparse
import contextlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TextIO

from support.words import size

if TYPE_CHECKING:
    from rich.progress import Progress, ProgressColumn, Task, TaskID
    from rich.text import Text


class Meter:
    """Shows how far the work is. This one shows nothing."""

    def to(self, done: float, total: float | None = None) -> None:
        """So many bytes are done, of so many if that is known by now."""

    def add(self, amount: float) -> None:
        """So many more bytes are done."""


class _Bar(Meter):
    """One that shows it."""

    def __init__(self, shown: Progress, task: TaskID) -> None:
        self._shown, self._task = shown, task

    def to(self, done: float, total: float | None = None) -> None:
        self._shown.update(self._task, completed=done, total=total)

    def add(self, amount: float) -> None:
        self._shown.advance(self._task, amount)


def add_progress(to: argparse.ArgumentParser) -> None:
    """Add `--progress` and `--no-progress`."""
    to.add_argument(
        "--progress",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="show on standard error how far it is (without either: if that is a terminal)",
    )


@contextlib.contextmanager
def meter(
    wanted: bool | None, what: str, total: Callable[[], float | None] | None = None
) -> Iterator[Meter]:
    """A meter for the length of a `with`.

    `wanted` is the value of `--progress`. `total` is asked only if somebody looks; what can't say
    it, gives None.
    """
    shown = _display(wanted)
    if shown is None:
        yield Meter()
        return
    task = shown.add_task(what, total=(total() if total else None))
    with shown:
        yield _Bar(shown, task)


@contextlib.contextmanager
def meters(wanted: bool | None) -> Iterator[Callable[[str], Meter]]:
    """For the length of a `with`, what makes a meter for each of several pieces of work."""
    shown = _display(wanted)
    if shown is None:
        yield lambda _what: Meter()
        return
    with shown:
        yield lambda what: _Bar(shown, shown.add_task(what, total=None))


def _display(wanted: bool | None, file: TextIO | None = None) -> Progress | None:
    """What draws the bar; None if nobody looks, or nobody asked and rich isn't there."""
    if wanted is False:
        return None
    try:
        from rich.console import Console
        from rich.progress import Progress
    except ModuleNotFoundError:
        if wanted:
            raise
        return None
    console = Console(file=file, stderr=file is None, force_terminal=wanted)
    if not console.is_terminal:
        return None
    # What the program prints stays where it belongs: on standard output.
    return Progress(*_columns(), console=console, redirect_stdout=False, redirect_stderr=False)


def _columns() -> list[ProgressColumn]:
    """Name, bar, per cent, amount, speed, time."""
    from rich.progress import (
        BarColumn,
        ProgressColumn,
        TaskProgressColumn,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.text import Text

    class Amount(ProgressColumn):
        """What is done, and of how much."""

        def render(self, task: Task) -> Text:
            done = size(task.completed / 1024)
            return Text(done if task.total is None else f"{done} of {size(task.total / 1024)}")

    class Speed(ProgressColumn):
        """How much comes in a second: now, and at the end on the whole."""

        def render(self, task: Task) -> Text:
            speed = task.finished_speed or task.speed
            return Text(f"{size(speed / 1024)}/s" if speed else "")

    return [
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        Amount(),
        Speed(),
        TimeRemainingColumn(elapsed_when_finished=True),
    ]

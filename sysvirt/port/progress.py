"""How far a long work has come, on a terminal."""

from __future__ import annotations

import sys
import threading
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

#: Seconds after which a work is long.
PATIENCE = 1.0


class Advance:
    """What is under way, on standard error, if that is a terminal and it takes its time."""

    def __init__(self, patience: float = PATIENCE) -> None:
        console = Console(stderr=True)
        self._bar = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}", markup=False),
            BarColumn(bar_width=20),
            MofNCompleteColumn(),
            console=console,
            transient=True,
        )
        self._task = self._bar.add_task("", total=None)
        self._shown = self._ended = False
        self._lock = threading.Lock()
        self._timer = threading.Timer(patience, self._start)
        self._timer.daemon = True
        self._wanted = sys.stderr.isatty() and not console.is_dumb_terminal

    def __enter__(self) -> Self:
        if self._wanted:
            self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._timer.cancel()
        with self._lock:
            self._ended = True
            if self._shown:
                self._bar.stop()

    def _start(self) -> None:
        with self._lock:
            # It may have ended while the timer woke up.
            if not self._ended:
                self._shown = True
                self._bar.start()

    def stage(self, text: str, total: int | None = None) -> None:
        """What comes next, and how many steps it has, if that is known."""
        self._bar.update(self._task, description=text, total=total, completed=0)

    def step(self) -> None:
        """One step is done."""
        self._bar.advance(self._task)

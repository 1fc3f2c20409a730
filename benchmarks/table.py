"""Measurements side by side, as Markdown."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Mapping

import pyperf
from attrs import field, frozen

#: By contender, what each round gave.
Samples = Mapping[str, list[float]]
OURS, PYTHON, PERL = "sysvirt", "libvirt-python", "Perl"
#: What closing is held against.
DROPPED, ALONE = "dropping", "a small heap"
#: What `sysvirt.aio` is held against.
SYNC, POOL, TO_THREAD, LIBVIRTAIO = "synchronous", "a thread pool", "to_thread", "libvirtaio"
BOTH = "sysvirt + asyncio"
ORDER = (
    OURS,
    PYTHON,
    PERL,
    "C",
    "virsh",
    DROPPED,
    ALONE,
    SYNC,
    POOL,
    TO_THREAD,
    LIBVIRTAIO,
    BOTH,
)


@frozen
class Unit:
    """How figures are shown: `figure * scale`, with so many digits."""

    name: str
    scale: float
    digits: int = 0


NANOSECONDS = Unit("ns", 1e9)
MICROSECONDS = Unit("µs", 1e6)
MILLISECONDS = Unit("ms", 1e3, 1)
BYTES = Unit("bytes", 1)


@frozen
class Row:
    """One thing measured."""

    name: str
    samples: Samples

    def median(self, name: str) -> float:
        run = pyperf.Run(self.samples[name], collect_metadata=False, metadata={"name": self.name})
        return float(pyperf.Benchmark([run]).median())

    @property
    def worst(self) -> float:
        """The longest that ours took."""
        return max(self.samples[OURS])

    def ratio(self, other: str) -> float | None:
        """Ours over another's: the median of the rounds' ratios.

        The two of one round ran within moments of each other, so a machine whose speed drifts
        spoils neither.
        """
        if not self.samples.get(other):
            return None
        pairs = zip(self.samples[OURS], self.samples[other], strict=True)
        return statistics.median(ours / theirs for ours, theirs in pairs)


@frozen
class Table:
    """Rows that have their contenders in common."""

    title: str
    unit: Unit
    rows: list[Row] = field(factory=list)

    @property
    def names(self) -> list[str]:
        there = {name for row in self.rows for name in row.samples}
        return [name for name in ORDER if name in there]

    def mean(self, other: str) -> float | None:
        """The geometric mean of the ratios."""
        ratios = [ratio for row in self.rows if (ratio := row.ratio(other)) is not None]
        return statistics.geometric_mean(ratios) if ratios else None

    def markdown(self) -> str:
        others = [name for name in self.names if name != OURS]
        head = [f"{self.title}, {self.unit.name}", *self.names, *(f"÷ {name}" for name in others)]
        lines = [_line(head), "|---|" + "---:|" * (len(head) - 1)]
        for row in self.rows:
            cells = [self._figure(row, name) for name in self.names]
            lines.append(_line([row.name, *cells, *(shown(row.ratio(name)) for name in others)]))
        if len(self.rows) > 1:
            means = [shown(self.mean(name)) for name in others]
            lines.append(_line(["**geometric mean**", *[""] * len(self.names), *means]))
        return "\n".join(lines)

    def _figure(self, row: Row, name: str) -> str:
        if not row.samples.get(name):
            return "-"
        return f"{row.median(name) * self.unit.scale:,.{self.unit.digits}f}"


def shown(ratio: float | None) -> str:
    """To a hundredth, what is small to a thousandth."""
    if ratio is None:
        return "-"
    return f"{ratio:.3f}" if 0 < ratio < 0.1 else f"{ratio:.2f}"


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"

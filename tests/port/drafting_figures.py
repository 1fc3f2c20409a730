"""How well drafts do on all that runs, as figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import attrs

from tests.port import cases, outcomes
from tests.port.cases import ORIGINAL_LIKE, Case
from tests.port.outcomes import Came, Ran, Written

#: The goals: least shares of scripts that print the same. All drafts compile, none differs in
#: silence.
RUNNABLE, GUIDE = 0.85, 50 / 57
#: The scripts that are known to print the same, each on a line.
KNOWN = cases.RUNNABLE / "same.txt"

SIZES = ("small", "medium", "large")
_CODE = re.compile(r"^\s*[^\s#]", re.MULTILINE)


@attrs.frozen
class Group:
    """Cases of one kind, and what came of them."""

    name: str
    written: tuple[Written, ...]
    #: Empty where they can't be run.
    ran: tuple[Ran, ...]
    #: The least share that is to print the same.
    goal: float = 0.0

    def came(self, *which: Came) -> list[Ran]:
        """Those of which something came."""
        return [each for each in self.ran if each.came in which]

    @property
    def compared(self) -> int:
        """How many could be run and compared."""
        return len(self.ran) - len(self.came(Came.MISSING, Came.UNSTABLE))

    @property
    def share_same(self) -> float:
        """The share of those that print the same."""
        return len(self.came(Came.SAME)) / self.compared if self.compared else 1.0

    @property
    def faulty(self) -> list[Written]:
        """Those that don't compile."""
        return [each for each in self.written if each.faults]


def measure(*, run: bool) -> tuple[Group, ...]:
    """Draft all there is, and run it if that is possible."""
    groups: list[tuple[str, Iterable[Case], float]] = [
        ("our own scripts", cases.runnable(), RUNNABLE),
        ("the labelled corpus", cases.labelled(), 0.0),
        ("the guide's Perl", cases.guide(), GUIDE),
    ]
    made: list[Group] = []
    for name, found, goal in groups:
        written = tuple(outcomes.write(each) for each in found)
        made.append(Group(name, written, outcomes.run_all(written) if run else (), goal))
    return tuple(made)


def is_good(groups: Sequence[Group]) -> bool:
    """Whether the goals are met."""
    return all(
        not each.faulty and not each.came(Came.SILENT) and each.share_same >= each.goal
        for each in groups
    )


def report(groups: Sequence[Group]) -> Iterator[tuple[str, str]]:
    """The figures, to be read: pairs of what and how much."""
    written = [each for group in groups for each in group.written]
    faulty = [each for group in groups for each in group.faulty]
    yield "drafts that compile", f"{len(written) - len(faulty)} of {len(written)}"
    for group in groups:
        if group.ran:
            yield group.name, f"{_share(len(group.came(Came.SAME)), group.compared)} print the same"
    own = groups[0]
    like = [each for each in own.written if each.case.name.startswith(ORIGINAL_LIKE)]
    whole = [each for each in like if not _todos(each)]
    yield "like the original's", f"{len(whole)} of {len(like)} without a TODO"
    yield from _by_size([each for group in groups[:2] for each in group.written])
    for came in (Came.TODO, Came.ENDED, Came.NOTED, Came.SILENT, Came.UNSTABLE, Came.MISSING):
        if any(group.ran for group in groups):
            yield came.value, str(sum(len(group.came(came)) for group in groups))


def _by_size(written: Sequence[Written]) -> Iterator[tuple[str, str]]:
    for size in SIZES:
        some = [each for each in written if each.case.size == size]
        lines = sum(len(_CODE.findall(source.text)) for w in some for source in w.case.sources)
        todos = sum(map(_todos, some))
        whole = sum(not _todos(each) for each in some)
        yield (
            f"TODOs in {size} scripts",
            (f"{_share(todos, lines)} lines; none in {whole} of {len(some)}"),
        )


def _todos(written: Written) -> int:
    return sum(len({line for line, _ in each.todos}) for each in written.drafts)


def _share(count: int, whole: int) -> str:
    return f"{100 * count / whole if whole else 0:.1f} % ({count} of {whole})"


def misses(groups: Iterable[Group]) -> Iterator[str]:
    """What doesn't print the same, and why; the worst first."""
    order = [Came.SILENT, Came.NOTED, Came.ENDED, Came.TODO, Came.UNSTABLE, Came.MISSING]
    ran = [each for group in groups for each in group.ran if each.came in order]
    for each in sorted(ran, key=lambda one: order.index(one.came)):
        told = "\n    ".join(each.told.splitlines())
        yield f"{each.case.name}: {each.came.name.lower()}\n    {told}"


def known() -> frozenset[str]:
    """The names of the cases that are known to print the same."""
    return frozenset(KNOWN.read_text("utf-8").split("\n")) - {""}


def now_known(groups: Iterable[Group]) -> str:
    """The file of those names, as it would be now: none is taken out that is still there."""
    cases_ = {each.case.name: each for group in groups for each in group.ran}
    same = {name for name, each in cases_.items() if each.came is Came.SAME}
    return "".join(f"{name}\n" for name in sorted(same | (known() & cases_.keys())))

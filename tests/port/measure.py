"""How well the inference and drafts do on the corpus: ``python -m tests.port.measure [--list]``."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterable, Sequence

import attrs

from sysvirt.port.project import read_project
from sysvirt.port.source import Source
from tests.port import drafting_figures, outcomes
from tests.port.judging import Score, judge_all
from tests.port.labels import Script, projects
from tests.port.multiplying import LONG_PROJECT, LONG_SCRIPT, make_project, make_script

#: The goals: least share of labels listed as they are, greatest share not listed, and least share
#: of files without a line that wasn't understood. No mistake may be false.
RIGHT = 0.99
MISSING = 0.01
WHOLE = 0.98

#: Where the names stand of what is known to print the same.
KEPT = drafting_figures.KNOWN


@attrs.frozen
class Took:
    """How long something took."""

    what: str
    lines: int
    seconds: float


def measure(corpus: Iterable[tuple[Script, ...]]) -> Score:
    """Read projects, and compare with their labels."""
    return sum((_score(scripts) for scripts in corpus), Score())


def is_good(score: Score) -> bool:
    """Whether the goals are met."""
    return (
        score.share_right >= RIGHT
        and score.share_missing <= MISSING
        and not score.false_mistakes
        and score.whole >= WHOLE * score.files
    )


def report(score: Score) -> str:
    """The figures, to be read."""
    rows = [
        ("files parsed whole", f"{score.whole} of {score.files}"),
        ("call sites right", _share(score.right, score.labels)),
        ("listed as something else", str(len(score.wrong))),
        ("not listed", _share(len(score.missing), score.labels)),
        ("false sites", str(len(score.false))),
        ("false API mistakes", str(len(score.false_mistakes))),
        ("API mistakes not named", str(len(score.missed_mistakes))),
    ]
    return "\n".join(f"{name:28}{figure}" for name, figure in rows)


def take_times(corpus: Sequence[tuple[Script, ...]]) -> Iterable[Took]:
    """How long the corpus takes, a long script, and a large project."""
    sources = [[Source.read(each.path) for each in scripts] for scripts in corpus]
    yield _timed("the corpus", sources)
    short = [source for project in sources for source in project]
    yield _timed("a script", [[make_script(short, LONG_SCRIPT)]])
    yield _timed("a project", [make_project(short, LONG_PROJECT)])


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures; 1 if a goal isn't met."""
    parser = argparse.ArgumentParser(prog="python -m tests.port.measure", description=__doc__)
    parser.add_argument("--list", action="store_true", help="every miss")
    parser.add_argument("--no-times", action="store_true", help="the shares alone")
    parser.add_argument("--no-drafts", action="store_true", help="the inference alone")
    parser.add_argument(
        "--keep", action="store_true", help=f"write what prints the same to {KEPT.name}"
    )
    options = parser.parse_args(arguments)
    corpus = tuple(projects())
    score = measure(corpus)
    if options.list:
        for miss in score.misses:
            print(miss)
    print(report(score))
    for took in () if options.no_times else take_times(corpus):
        print(f"{took.what + f' of {took.lines:,} lines':28}{took.seconds:.2f} s")
    if not is_good(score):
        print(
            f"The goals are: {RIGHT:.0%} right, {MISSING:.0%} not listed, no false mistake,"
            f" {WHOLE:.0%} of the files parsed whole.",
            file=sys.stderr,
        )
    drafts_are_good = options.no_drafts or _drafts(options)
    return 0 if is_good(score) and drafts_are_good else 1


def _drafts(options: argparse.Namespace) -> bool:
    """Print the figures of drafts; whether they are good."""
    why = outcomes.why_not()
    print(f"\nDrafts{f', which are not run: {why}' if why else ''}")
    groups = drafting_figures.measure(run=not why)
    for miss in drafting_figures.misses(groups) if options.list else ():
        print(miss)
    for name, figure in drafting_figures.report(groups):
        print(f"{name:28}{figure}")
    if options.keep:
        KEPT.write_text(drafting_figures.now_known(groups), "utf-8")
    if good := drafting_figures.is_good(groups):
        return good
    print(
        f"The goals are: {drafting_figures.RUNNABLE:.0%} of our own scripts and"
        f" {drafting_figures.GUIDE:.0%} of the guide's Perl print the same, none in silence"
        " something else, all drafts compile.",
        file=sys.stderr,
    )
    return good


def _score(scripts: Sequence[Script]) -> Score:
    return judge_all(scripts, read_project([Source.read(each.path) for each in scripts]))


def _share(count: int, whole: int) -> str:
    return f"{100 * count / whole if whole else 0:.1f} % ({count} of {whole})"


def _timed(what: str, corpus: Sequence[Sequence[Source]]) -> Took:
    # Each anew: a source keeps what was worked out of its text.
    fresh = [[Source(each.path, each.data) for each in project] for project in corpus]
    lines = sum(each.data.count(b"\n") for project in fresh for each in project)
    start = time.perf_counter()
    for project in fresh:
        read_project(project)
    return Took(what, lines, time.perf_counter() - start)


if __name__ == "__main__":
    sys.exit(main())

"""The pages below `docs/` and the README as data: their fences, and how each is to be run.

A comment directly above a fence says so, ``<!-- needs: host -->``; neither the site nor a code host
shows it. ``% needs: host`` is the same, but that only the site hides it.

* ``needs: host``: on a host with a running guest; ``tests/hypervisor`` runs it.
* ``needs: daemon``: on a daemon of the page's own, which it may stop; it has ``uri`` and ``pid``.
* ``after: above``: as the others, but the site says that it needs the example above it.
* ``not run: REASON``: nowhere.
* ``program: ARGUMENT...``: as a program, in a process of its own; ``{uri}`` is what ``uri`` is.
* ``typed: TEXT``: as a program on a terminal, where the text and Enter are typed.
* ``pytest: RESULT``: as a file of tests; pytest's last line says so.
* ``mypy: OPTION...``: not run, but checked by mypy, with ``--strict`` where no option stands.
* ``prints other: REASON``: what it prints isn't what its Perl beside it prints.

A ``text`` fence that comes next, with nothing between, is what the fence above it prints. A
``perl`` fence and the Python fence that follows it are a pair, which prints the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from attrs import define, field, frozen

ROOT = Path(__file__).parents[2]

PYTHON = ("python", "pycon")
MARKS = ("needs", "after", "not run", "program", "typed", "pytest", "mypy", "prints other")

_FENCE = re.compile(r"(?P<indent> *)(?P<ticks>`{3,})(?P<language>[^`]*)")
_MARK = re.compile(
    r" *(?:% (?P<key>[^:]+):(?P<value>.*)|<!-- (?P<key_>[a-z ]+):(?P<value_>.*) -->)"
)


@define
class Snippet:
    """A fence: its language, its text, the number of the text's first line, its marks."""

    language: str
    text: str
    line: int
    marks: dict[str, str]
    prints: str | None = None

    @property
    def here(self) -> bool:
        """Whether it runs where there is nothing but the test driver."""
        return not self.marks.keys() & {"needs", "not run", "mypy"}


@frozen
class Page:
    """A page and its fences in order, but for those that show what another one prints."""

    path: Path
    snippets: list[Snippet] = field(factory=list)

    @property
    def name(self) -> str:
        """Its path as seen from the checkout."""
        return str(self.path.relative_to(ROOT)) if ROOT in self.path.parents else self.path.name

    def place(self, snippet: Snippet) -> str:
        """Where a snippet stands, as compilers say it."""
        return f"{self.name}:{snippet.line}"

    def python(self) -> list[Snippet]:
        """The snippets of Python."""
        return [snippet for snippet in self.snippets if snippet.language in PYTHON]

    def perl(self) -> list[Snippet]:
        """The snippets of Perl."""
        return [snippet for snippet in self.snippets if snippet.language == "perl"]

    def pairs(self) -> list[tuple[Snippet, Snippet]]:
        """Each snippet of Perl with the one of Python after it."""
        both = [s for s in self.snippets if s.language in (*PYTHON, "perl")]
        return [
            (perl, python)
            for perl, python in pairwise(both)
            if perl.language == "perl" and python.language in PYTHON
        ]


def read(path: Path) -> Page:
    """The page in a file."""
    page = Page(path)
    above = -1
    for start, end, snippet in _fences(path):
        nothing_between = start - above <= 2 and not snippet.marks
        if snippet.language == "text" and page.snippets and nothing_between:
            page.snippets[-1].prints = snippet.text
        else:
            page.snippets.append(snippet)
        above = end
    return page


def every(root: Path = ROOT) -> list[Page]:
    """The README and the pages of `docs/` and its folders, but for what Sphinx made there."""
    docs = root / "docs"
    written = [path for path in docs.rglob("*.md") if path.relative_to(docs).parts[0] != "_build"]
    return [read(path) for path in (root / "README.md", *sorted(written))]


def _fences(path: Path) -> Iterator[tuple[int, int, Snippet]]:
    """Each fence with the numbers of its first and last line, marks among it."""
    lines = path.read_text("utf-8").splitlines()
    marks: dict[str, str] = {}
    first = at = 0
    while at < len(lines):
        if mark := _MARK.fullmatch(lines[at]):
            key, value = (mark[each] or mark[f"{each}_"] or "" for each in ("key", "value"))
            if key not in MARKS:
                raise ValueError(f"{path.name}:{at + 1}: no such mark: {key}")
            first = first if marks else at
            marks[key] = value.strip()
        elif fence := _FENCE.fullmatch(lines[at]):
            end = _end(lines, at, fence["ticks"], path)
            text = "".join(f"{line[len(fence['indent']) :]}\n" for line in lines[at + 1 : end])
            snippet = Snippet(fence["language"].strip(), text, at + 2, marks)
            yield (first if marks else at), end, snippet
            marks = {}
            at = end
        elif marks:
            raise ValueError(f"{path.name}:{at + 1}: a mark stands directly above its fence")
        at += 1


def _end(lines: list[str], start: int, ticks: str, path: Path) -> int:
    """The number of the line that closes a fence."""
    for at in range(start + 1, len(lines)):
        if lines[at].strip() == ticks:
            return at
    raise ValueError(f"{path.name}:{start + 1}: the fence isn't closed")

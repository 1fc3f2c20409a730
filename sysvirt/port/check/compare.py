"""Compares what two programs printed."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence

import attrs

from sysvirt.port.api import Difference, read_api
from sysvirt.port.check.run import Outcome

#: A report shows no more lines than these.
MOST_LINES = 40
_PLACE = re.compile(r"(?: at \S(?:(?! at ).)* line \d+)?(?:, <\S*> (?:line|chunk) \d+)?\.?$")
_RAISED = re.compile(r"^(?:[A-Za-z_]\w*\.)*[A-Za-z_]\w*(?:Error|Exception|Interrupt|Exit): ")
_WARNING = re.compile(
    r"^(?:Use of uninitialized value|.*(?:Deprecation|Resource|Syntax)Warning: "
    r"|Argument \".*\" isn't numeric|Too late to run \w+ block|\s)"
)
_TIME = re.compile(
    r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?|\d\d?:\d\d(?::\d\d(?:\.\d+)?)?"
    r"|\b1[5-9]\d{8}(?:\.\d+)?\b|\b\d+(?:\.\d+)?(?= (?:s|ms|seconds?|minutes?)\b)"
)
_NUMBER = re.compile(r"\d+")


@attrs.frozen(kw_only=True)
class Manner:
    """What is not compared."""

    ignore_order: bool = False
    ignore_times: bool = False


@attrs.frozen(kw_only=True)
class Verdict:
    """How two programs differ: sentences, and a diff; nothing if they are the same."""

    faults: tuple[str, ...] = ()
    diff: tuple[str, ...] = ()
    #: Rows of the page on differences that make lines of the diff what they are.
    rows: tuple[Difference, ...] = ()

    @property
    def same(self) -> bool:
        """Whether they did the same."""
        return not self.faults


def mask_times(line: str) -> str:
    """A line with the digits of its times gone.

    >>> mask_times("at 12:30:01 on 2026-11-27, 4 domains")
    'at ##:##:## on ####-##-##, 4 domains'
    """
    return _TIME.sub(lambda found: re.sub(r"\d", "#", found[0]), line)


def last_error(text: str) -> str:
    """The last line of an error, without the place and without the name of Python's class.

    >>> last_error("no such domain at vm.pl line 3.\\n")
    'no such domain'
    """
    lines = [line.rstrip() for line in text.splitlines() if line.strip()]
    told = [line for line in lines if not _WARNING.match(line)]
    if not told:
        return ""
    last = told[-1]
    if any(line.startswith("Traceback (most recent call last)") for line in lines):
        last = _RAISED.sub("", last)
    return _PLACE.sub("", last)


def compare(perl: Outcome, python: Outcome, manner: Manner, names: tuple[str, str]) -> Verdict:
    """Compare two outcomes; ``names`` are the files' names, which may stand in what they print."""
    script, draft = names
    left = _lines(perl.output, manner)
    right = _lines(python.output.replace(draft, script), manner)
    faults = list(_faults(perl, python, names))
    diff: list[str] = []
    if left != right:
        faults.insert(0, "the outputs differ")
        diff = list(difflib.unified_diff(left, right, script, draft, lineterm="", n=2))
    return Verdict(faults=tuple(faults), diff=tuple(diff), rows=tuple(_rows(left, right)))


def _lines(text: str, manner: Manner) -> list[str]:
    # Not splitlines: a form feed ends no line.
    lines = text.split("\n")
    if lines and not lines[-1]:
        lines.pop()
    elif lines:
        lines[-1] += "\\ (no end of line)"
    if manner.ignore_times:
        lines = [mask_times(line) for line in lines]
    return sorted(lines) if manner.ignore_order else lines


def _faults(perl: Outcome, python: Outcome, names: tuple[str, str]) -> Iterator[str]:
    script, draft = names
    for name, outcome in ((script, perl), (draft, python)):
        if outcome.timed_out:
            yield f"{name} was ended by the limit of time"
    if bool(perl.status) != bool(python.status):
        yield f"{script} ends with {perl.status}, {draft} with {python.status}"
    said = last_error(perl.errors), last_error(python.errors.replace(draft, script))
    if said[0] != said[1]:
        yield f"the last errors differ: {said[0] or 'none'!r} and {said[1] or 'none'!r}"


def _rows(left: Sequence[str], right: Sequence[str]) -> Iterator[Difference]:
    """The rows that turn a line of Perl's into the line of Python's in the same place."""
    changed = [
        pair
        for tag, a, b, c, d in difflib.SequenceMatcher(
            None, left, right, autojunk=False
        ).get_opcodes()
        if tag == "replace"
        for pair in zip(left[a:b], right[c:d], strict=False)
    ]
    for row in read_api().differences:
        if any(_explains(row, *pair) for pair in changed):
            yield row


def _explains(row: Difference, perl: str, python: str) -> bool:
    if row.what == "a truth value":
        return _truth_as_number(python, "0") == perl or _truth_as_number(python, "") == perl
    keys = [re.fullmatch(r"key `(\w+)`", side) for side in (row.perl, row.python)]
    if keys[0] and keys[1]:
        found = re.search(rf"\b{keys[1][1]}\b", python)
        return bool(found) and re.sub(rf"\b{keys[1][1]}\b", keys[0][1], python) == perl
    if row.what == "typed parameters of 32 unsigned bits, a host's memory settings among them":
        return _signed(python) == perl
    return False


def _truth_as_number(line: str, false: str) -> str:
    return re.sub(r"\bTrue\b", "1", re.sub(r"\bFalse\b", false, line)) if _has_truth(line) else ""


def _has_truth(line: str) -> bool:
    return any(re.search(rf"\b{word}\b", line) for word in ("True", "False"))


def _signed(line: str) -> str:
    """A line whose numbers of 32 bits are as C's signed numbers."""

    def sign(found: re.Match[str]) -> str:
        number = int(found[0])
        return str(number - (1 << 32)) if 1 << 31 <= number < 1 << 32 else found[0]

    changed = _NUMBER.sub(sign, line)
    return changed if changed != line else ""


def rows_of_script(source: str) -> tuple[Difference, ...]:
    """The rows about methods that a Perl source calls: where else to look."""
    called = set(re.findall(r"->\s*(\w+)", source)) - {"new"}
    words = source.replace("_", "").lower()

    def may_be(name: str) -> bool:
        cls, _, method = name.partition("(")[0].rpartition(".")
        # Who has no storage pools doesn't call their ``create``.
        return method in called and cls.lower() in words

    return tuple(
        row
        for row in read_api().differences
        if row.perl != row.python and any(map(may_be, row.names))
    )

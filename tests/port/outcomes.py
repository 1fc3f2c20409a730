"""Drafts scripts, runs both under the machinery of ``check``, and says what came of it."""

from __future__ import annotations

import ast
import enum
import importlib.util
import json
import re
import shutil
import sys
import threading
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from functools import cache
from pathlib import Path

import attrs

from sysvirt.port.check import compare
from sysvirt.port.check.run import CheckError, Outcome, Room, Settings
from sysvirt.port.destinations import of_project
from sysvirt.port.draft.drafts import Draft, write_drafts
from sysvirt.port.project import read_project
from tests.parity.judge import perl_missing
from tests.port import driver, questioned
from tests.port.cases import Case

#: In seconds, for all runs of a room.
PATIENCE = 1800.0
#: Rooms that work side by side.
ROOMS = 2
#: Where a run notes the TODOs that it reaches, even if the script catches what they raise.
REACHED = "reached-todos"
#: What a package from PyPI is called in an import, where that isn't its own name.
IMPORTED = {"PyYAML": "yaml"}

#: What may be another in each run: UUIDs, and numbers, times among them.
_CHANGING = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d+(?:\.\d+)?")
_NOT_BEGUN = re.compile("BEGIN failed--compilation aborted|aborted due to compilation errors")
_NO_MODULE = re.compile(r"Can't locate (\S+)\.pm in @INC")
_MARKER = """\
import builtins; builtins.NotImplementedError = type("NotImplementedError", \
(NotImplementedError,), {{"__init__": lambda self, *what: print(*what, file=open({path!r}, "a"))}})
"""


class Came(enum.Enum):
    """What came of a script and its draft."""

    SAME = "print the same"
    #: Loud: it came to a TODO.
    TODO = "come to a TODO"
    #: Loud: the Python ended with an error where Perl didn't.
    ENDED = "end with an error"
    #: They differ, and a note stands on one of the lines in question.
    NOTED = "differ as noted"
    SILENT = "differ in silence"
    #: Perl's output is another one in each run.
    UNSTABLE = "never print the same"
    #: Perl, or this Python, lacks a module, or Perl can't start the script.
    MISSING = "can't be run"


#: The words of a program, and its folder.
Job = tuple[list[str], str]


@attrs.frozen
class Judgement:
    """What came of one run, what differed, and what both printed if that is in question."""

    came: Came
    told: str = ""
    perl: str = ""
    python: str = ""
    #: What Perl ended with.
    status: int = 0


@attrs.frozen
class Ran:
    """A case with its drafts, and what came of the runs."""

    case: Case
    drafts: tuple[Draft, ...]
    came: Came
    #: What differed, or what is missing; empty if all is well.
    told: str = ""
    #: What Perl ended with, in each run.
    statuses: tuple[int, ...] = ()

    @property
    def todos(self) -> int:
        """How many lines of its files are TODOs."""
        return sum(len({line for line, _ in each.todos}) for each in self.drafts)


@attrs.frozen
class Written:
    """A case with its drafts."""

    case: Case
    drafts: tuple[Draft, ...]
    #: Why they don't compile; empty if they do.
    faults: tuple[str, ...]


def write(case: Case) -> Written:
    """Draft all files of a case."""
    drafts = write_drafts(read_project(case.sources))
    return Written(case, drafts, tuple(_faults(drafts)))


def _faults(drafts: Iterable[Draft]) -> Iterator[str]:
    for draft in drafts:
        try:
            compile(draft.text, draft.path, "exec", dont_inherit=True)
        except (SyntaxError, ValueError) as error:
            yield f"{draft.path}: {error}"


@cache
def why_not() -> str:
    """Why nothing can be run here; empty if it can."""
    if why := perl_missing():
        return why
    try:
        with Room(Settings()) as room:
            room.require_perl()
    except CheckError as error:
        return str(error)
    return ""


def run_all(written: Sequence[Written]) -> tuple[Ran, ...]:
    """Run cases, some of them side by side; the results are in their order."""
    parts = [written[number::ROOMS] for number in range(ROOMS)]
    # Rooms are left before the pool waits for its threads: whoever interrupts this ends what runs.
    with ThreadPoolExecutor(ROOMS) as pool, ExitStack() as stack:
        settings = Settings(timeout=PATIENCE, commands=True)
        rooms = [stack.enter_context(Room(settings)) for _ in parts]
        results = [*pool.map(_run_part, rooms, parts)]
    return tuple(results[at % ROOMS][at // ROOMS] for at in range(len(written)))


def _run_part(room: Room, written: Sequence[Written]) -> list[Ran]:
    room.require_perl()
    runs = [
        Run.make(each, arguments, room.root / f"{number}-{turn}")
        for number, each in enumerate(written)
        for turn, arguments in enumerate(each.case.arguments)
        if not each.faults and not _missing(each.drafts)
    ]
    outcomes = _drive(room, "runs", [job for each in runs for job in each.jobs()])
    results = [
        attrs.evolve(each.judge(perl, python), status=perl.status)
        for each, perl, python in zip(runs, outcomes[::2], outcomes[1::2], strict=True)
    ]
    # What seems to be silent may stand under a note, or change from run to run in Perl, too.
    silent = [number for number, each in enumerate(results) if each.came is Came.SILENT]
    again = _drive(room, "traces", [runs[number].trace_job() for number in silent])
    for number, outcome in zip(silent, again, strict=True):
        results[number] = runs[number].look_again(results[number], outcome)
    judged: dict[str, list[Judgement]] = {}
    for each, result in zip(runs, results, strict=True):
        judged.setdefault(each.written.case.name, []).append(result)
    return [_sum(each, judged.get(each.case.name, [])) for each in written]


def _drive(room: Room, name: str, jobs: Sequence[Job]) -> list[Outcome]:
    folder = room.root / name
    folder.mkdir()
    program = Path(shutil.copy(driver.__file__, folder))
    (folder / "jobs.json").write_text(json.dumps(jobs))
    done = room.run_python(program, ["jobs.json", "results.json"], folder)
    assert done.status == 0, done.errors
    return [
        Outcome(status=status, timed_out=is_late, output=output, errors=errors)
        for status, is_late, output, errors in json.loads((folder / "results.json").read_text())
    ]


def _sum(written: Written, runs: Sequence[Judgement]) -> Ran:
    """The worst of what the runs came to."""
    case, drafts = written.case, written.drafts
    if missing := _missing(drafts):
        return Ran(case, drafts, Came.MISSING, f"Python's {missing}")
    if written.faults:
        return Ran(case, drafts, Came.ENDED, "; ".join(written.faults))
    worst = max(runs, key=lambda each: list(Came).index(each.came))
    return Ran(case, drafts, worst.came, worst.told, tuple(each.status for each in runs))


def _missing(drafts: Iterable[Draft]) -> str:
    needs = (IMPORTED.get(name, name) for draft in drafts for name in draft.needs)
    return next((name for name in needs if importlib.util.find_spec(name) is None), "")


@attrs.frozen
class Run:
    """A run of a case, on both sides, each in a folder of its own."""

    written: Written
    arguments: tuple[str, ...]
    folder: Path

    @classmethod
    def make(cls, written: Written, arguments: tuple[str, ...], folder: Path) -> Run:
        """With its folders."""
        made = cls(written, arguments, folder)
        for side in ("perl", "python", "again"):
            made.fill(folder / side)
        return made

    @property
    def draft(self) -> str:
        """The path of the script's draft below the project's folder."""
        return of_project([each.path for each in self.written.case.sources])[0]

    def fill(self, folder: Path) -> None:
        """Put the files of the case and their drafts there."""
        sources = self.written.case.sources
        targets = of_project([each.path for each in sources])
        for source, target, draft in zip(sources, targets, self.written.drafts, strict=True):
            text = marked(draft.text, folder / REACHED)
            for name, data in ((source.path, source.data), (target, text.encode())):
                file = folder / name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(data)

    def jobs(self) -> Iterator[Job]:
        """Perl's program and Python's, with their folders."""
        for side, interpreter, path in (
            ("perl", "perl", self.written.case.script),
            ("python", sys.executable, self.draft),
        ):
            file = self.folder / side / path
            yield [interpreter, file.name, *self.arguments], str(file.parent)

    def trace_job(self) -> Job:
        """Perl's program once more, in a fresh folder, with notes of what runs when."""
        file = self.folder / "again" / self.written.case.script
        return questioned.command(file, self._notes, self.arguments), str(file.parent)

    @property
    def _notes(self) -> Path:
        return self.folder / "notes"

    def judge(self, perl: Outcome, python: Outcome) -> Judgement:
        """What came of it, and in which words."""
        if lacking := _NO_MODULE.search(perl.errors):
            return Judgement(Came.MISSING, f"Perl's {lacking[1].replace('/', '::')}")
        if not perl.output and _NOT_BEGUN.search(perl.errors):
            return Judgement(Came.MISSING, f"Perl can't start it: {perl.errors.splitlines()[0]}")
        names = Path(self.written.case.script).name, Path(self.draft).name
        verdict = compare.compare(perl, python, compare.Manner(), names)
        if verdict.same:
            return Judgement(Came.SAME)
        words = [f"with {' '.join(self.arguments)}:"] if self.arguments else []
        words += [*verdict.faults, *(f"    {line}" for line in verdict.diff[:20])]
        told = "\n".join(words)
        reached = self.folder / "python" / REACHED
        if reached.exists():
            # It may have caught what was raised, and gone on.
            return Judgement(Came.TODO, f"{reached.read_text().split()[0]}\n{told}")
        if has_ended(perl, python):
            last = (python.errors.strip().splitlines() or [""])[-1]
            return Judgement(Came.ENDED, f"{last}\n{told}")
        said = python.output.replace(names[1], names[0])
        return Judgement(Came.SILENT, told, perl.output, said)

    def look_again(self, first: Judgement, again: Outcome) -> Judgement:
        """What seemed to be silent, after Perl has run once more."""
        if again.output != first.perl:
            return attrs.evolve(first, came=_but_for_numbers(first, again))
        lines = [line for line, _ in self.written.drafts[0].notes]
        ran = questioned.read(self._notes.read_text() if self._notes.exists() else "")
        printed = questioned.first_difference(first.perl, first.python)
        return attrs.evolve(first, came=Came.NOTED) if ran.has_run(lines, printed) else first


def _but_for_numbers(first: Judgement, again: Outcome) -> Came:
    """What came of it if numbers and UUIDs may differ, on the lines where Perl's runs differ."""
    once, twice, python = (text.splitlines() for text in (first.perl, again.output, first.python))
    if len(once) != len(twice):
        return Came.UNSTABLE
    if len(once) != len(python):
        return Came.SILENT
    for one, two, three in zip(once, twice, python, strict=True):
        if one == two == three:
            continue
        if _masked(one) != _masked(two):
            return Came.UNSTABLE
        if one == two or _masked(one) != _masked(three):
            return Came.SILENT
    return Came.SAME


def _masked(line: str) -> str:
    """A line without its numbers and UUIDs."""
    return _CHANGING.sub("#", line)


def has_ended(perl: Outcome, python: Outcome) -> bool:
    """Whether the draft ended with an error of its own, after it had printed what Perl prints."""
    return (
        python.status != 0
        and perl.output.startswith(python.output)
        and compare.last_error(python.errors) not in ("", compare.last_error(perl.errors))
    )


#: Python 3.11 loses count of how deep it is where two threads parse at a time.
_parsing = threading.Lock()


def marked(text: str, path: Path) -> str:
    """A draft that notes in a file which TODOs it reaches."""
    if "NotImplementedError" not in text:
        return text
    with _parsing:
        tree = ast.parse(text)
    first = tree.body[0]
    is_docstring = (
        isinstance(first, ast.Expr)
        and isinstance(first.value, ast.Constant)
        and isinstance(first.value.value, str)
    )
    at = first.end_lineno if is_docstring else 0
    lines = text.splitlines(keepends=True)
    lines.insert(at or 0, _MARKER.format(path=str(path)))
    return "".join(lines)

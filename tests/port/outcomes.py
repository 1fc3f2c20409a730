"""Drafts scripts, runs both under the machinery of ``check``, and says what came of it."""

from __future__ import annotations

import ast
import enum
import importlib.util
import re
import shutil
import threading
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import attrs

from sysvirt.port.check import compare
from sysvirt.port.check.run import Outcome, Room, Settings
from sysvirt.port.destinations import of_project
from sysvirt.port.program.drafts import Draft, write_drafts
from sysvirt.port.project import read_project
from tests.port import questioned
from tests.port.cases import Case

#: In seconds, for one run.
TIMEOUT = 60.0
#: Rooms that work side by side.
ROOMS = 2
#: Where a run notes the TODOs that it reaches, even if the script catches what they raise.
REACHED = "reached-todos"
#: What a package from PyPI is called in an import, where that isn't its own name.
IMPORTED = {"PyYAML": "yaml"}

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
    #: Perl, or this Python, lacks a module.
    MISSING = "miss a module"


@attrs.frozen
class Ran:
    """A case with its drafts, and what came of the runs."""

    case: Case
    drafts: tuple[Draft, ...]
    came: Came
    #: What differed, or what is missing; empty if all is well.
    told: str = ""

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


def run_all(written: Sequence[Written]) -> tuple[Ran, ...]:
    """Run cases side by side; the results are in their order."""
    results: dict[int, Ran] = {}
    jobs = iter(enumerate(written))
    lock = threading.Lock()
    faults: list[BaseException] = []

    def work() -> None:
        try:
            with Room(Settings(timeout=TIMEOUT, commands=True)) as room:
                room.require_perl()
                while True:
                    with lock:
                        job = next(jobs, None)
                    if job is None or faults:
                        return
                    number, each = job
                    results[number] = run(each, room, room.root / f"case-{number}")
        except BaseException as error:  # noqa: BLE001 - it is raised again where it is waited for
            faults.append(error)

    threads = [threading.Thread(target=work) for _ in range(ROOMS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if faults:
        raise faults[0]
    return tuple(results[number] for number in range(len(written)))


def run(written: Written, room: Room, folder: Path) -> Ran:
    """Run a case with all of its arguments, up to the first run that isn't the same."""
    missing = _missing(written.drafts)
    if missing:
        return Ran(written.case, written.drafts, Came.MISSING, f"Python's {missing}")
    if written.faults:
        return Ran(written.case, written.drafts, Came.ENDED, "; ".join(written.faults))
    for arguments in written.case.arguments:
        came, told = _run_once(written, arguments, room, folder)
        if came is not Came.SAME:
            words = f"with {' '.join(arguments)}: " if arguments else ""
            return Ran(written.case, written.drafts, came, f"{words}{told}")
    return Ran(written.case, written.drafts, Came.SAME)


def _missing(drafts: Iterable[Draft]) -> str:
    needs = (IMPORTED.get(name, name) for draft in drafts for name in draft.needs)
    return next((name for name in needs if importlib.util.find_spec(name) is None), "")


def _run_once(
    written: Written, arguments: Sequence[str], room: Room, folder: Path
) -> tuple[Came, str]:
    script = folder / written.case.script
    draft = folder / of_project([each.path for each in written.case.sources])[0]
    _fill(written, folder)
    perl = room.run_perl(script, arguments, script.parent)
    if lacking := _NO_MODULE.search(perl.errors):
        return Came.MISSING, f"Perl's {lacking[1].replace('/', '::')}"
    # What the first left there isn't found by the second.
    _fill(written, folder)
    python = room.run_python(draft, arguments, draft.parent)
    verdict = compare.compare(perl, python, compare.Manner(), (script.name, draft.name))
    told = "\n".join([*verdict.faults, *(f"    {line}" for line in verdict.diff[:20])])
    if (folder / REACHED).exists():
        # It may have caught what was raised, and gone on.
        reached = (folder / REACHED).read_text().split()[0]
        return (Came.SAME if verdict.same else Came.TODO), f"{reached}\n{told}"
    if verdict.same:
        return Came.SAME, ""
    if has_ended(perl, python):
        last = (python.errors.strip().splitlines() or [""])[-1]
        return Came.ENDED, f"{last}\n{told}"
    return _is_noted(written, arguments, script, first_difference(perl, python, script, draft)), told


def first_difference(perl: Outcome, python: Outcome, script: Path, draft: Path) -> int | None:
    """After how many bytes the outputs differ; None if they don't."""
    said = python.output.replace(draft.name, script.name)
    return questioned.first_difference(perl.output, said)


def has_ended(perl: Outcome, python: Outcome) -> bool:
    """Whether the draft ended with an error of its own, after it had printed what Perl prints."""
    return (
        python.status != 0
        and perl.output.startswith(python.output)
        and compare.last_error(python.errors) not in ("", compare.last_error(perl.errors))
    )


def _is_noted(
    written: Written, arguments: Sequence[str], script: Path, printed: int | None
) -> Came:
    lines = [line for line, _ in written.drafts[0].notes]
    if not lines:
        return Came.SILENT
    _fill(written, script.parent)
    ran = questioned.trace(script, arguments)
    return Came.NOTED if ran.has_run(lines, printed) else Came.SILENT


def _fill(written: Written, folder: Path) -> None:
    """A fresh folder with the files of a case and their drafts."""
    shutil.rmtree(folder, ignore_errors=True)
    sources = written.case.sources
    targets = of_project([each.path for each in sources])
    for source, target, draft in zip(sources, targets, written.drafts, strict=True):
        for name, data in (
            (source.path, source.data),
            (target, marked(draft.text, folder / REACHED).encode()),
        ):
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)


def marked(text: str, path: Path) -> str:
    """A draft that notes in a file which TODOs it reaches."""
    if "NotImplementedError" not in text:
        return text
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

"""The verb ``draft``: which files it writes, and what it says of them."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import attrs

from sysvirt.port import destinations, project, writing
from sysvirt.port.draft.drafts import Draft, write_drafts
from sysvirt.port.files import STANDARD_INPUT, STANDARD_INPUT_NAME
from sysvirt.port.options import DraftOptions, UsageError
from sysvirt.port.progress import Advance
from sysvirt.port.report.wording import counted, listed, visible_path
from sysvirt.port.source import Source
from sysvirt.port.writing import Output


@attrs.frozen
class Drafted:
    """What became of the files that were asked for."""

    drafts: tuple[Draft, ...]
    #: Where each is to lie; the path is the one of the draft beside the script if nobody named one.
    outputs: tuple[Output, ...]
    #: Whether there are lines that weren't understood.
    is_partly: bool


def check_path(asked: DraftOptions) -> None:
    """A folder is drafted as a project, a file is not."""
    is_folder = asked.path != STANDARD_INPUT and Path(asked.path).is_dir()
    if asked.is_project and not is_folder:
        what = "is a file" if Path(asked.path).exists() else "there is no such folder"
        raise UsageError(f"{asked.path}: {what}; --project takes a folder")
    if is_folder and not asked.is_project:
        raise UsageError(f"{asked.path}: is a folder: --project {asked.path} drafts all of it")


def draft(sources: Sequence[Source], asked: DraftOptions, advance: Advance) -> Drafted:
    """Draft the Python of files, which are one project."""
    advance.stage(f"Reading {counted(len(sources), 'file')}")
    units = project.read_project(sources)
    advance.stage(f"Drafting {counted(len(sources), 'file')}")
    drafts = write_drafts(units)
    paths = _targets(sources, asked)
    outputs = [
        Output(path, each.text, writing.mode_of(Path(source.path)))
        for path, each, source in zip(paths, drafts, sources, strict=True)
    ]
    return Drafted(drafts, tuple(outputs), any(unit.unparsed for unit in units))


def _targets(sources: Sequence[Source], asked: DraftOptions) -> Iterator[Path]:
    if asked.is_project:
        folder = Path(asked.output or asked.path)
        below = [os.path.relpath(source.path, asked.path) for source in sources]
        yield from (folder / each for each in destinations.of_project(below))
    else:
        for source in sources:
            is_typed = source.path == STANDARD_INPUT_NAME
            yield Path(asked.output or ("-.py" if is_typed else destinations.beside(source.path)))


def save(drafted: Drafted, sources: Sequence[Source], *, force: bool) -> None:
    """Write the drafts, if none of them takes the place of a script or, unforced, of any file."""
    scripts = {Path(source.path).resolve() for source in sources}
    there: list[str] = []
    for each in drafted.outputs:
        if each.path.resolve() in scripts:
            raise UsageError(f"{each.path}: is the script itself")
        if each.path.is_dir():
            raise UsageError(f"{each.path}: is a folder")
        if not each.is_stream and os.path.lexists(each.path):
            there.append(str(each.path))
    if there and not force:
        more = f", and {counted(len(there) - 1, 'other')}" if there[1:] else ""
        raise UsageError(f"{there[0]}{more}: is there already; --force overwrites, --diff compares")
    try:
        writing.write(drafted.outputs)
    except (OSError, ValueError) as error:
        where = getattr(error, "filename", None) or drafted.outputs[0].path
        raise UsageError(f"{where}: {getattr(error, 'strerror', None) or error}") from None


def as_text(drafted: Drafted) -> str:
    """The drafts one below the other; if there are several, each below a line with its path."""
    if len(drafted.outputs) == 1:
        return drafted.outputs[0].text
    return "\n".join(f"# ==> {each.path} <==\n{each.text}" for each in drafted.outputs)


def as_diff(drafted: Drafted) -> str:
    """What writing the drafts would change."""
    return "".join(line for each in drafted.outputs for line in _diff(each))


def _diff(output: Output) -> Iterator[str]:
    name = str(output.path)
    try:
        old, before = output.path.read_bytes().decode("utf-8", "surrogateescape"), name
    except FileNotFoundError:
        old, before = "", os.devnull
    except OSError as error:
        raise UsageError(f"{name}: {error.strerror}") from None
    lines = old.splitlines(keepends=True), output.text.splitlines(keepends=True)
    for line in difflib.unified_diff(*lines, before, name):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def said(drafted: Drafted) -> Iterator[str]:
    """Lines for standard error: each place to look at, what is needed, and how much it is."""
    for each in drafted.drafts:
        path = visible_path(each.path)
        places = [(line, "TODO", why) for line, why in each.todos]
        places += [(line, "note", why) for line, why in each.notes]
        for line, word, why in sorted(places, key=lambda place: place[0]):
            yield f"{path}:{line}: {word} {why}"
    needs = sorted({name for each in drafted.drafts for name in each.needs})
    if needs:
        yield f"needs {listed(needs)}: pip install {' '.join(needs)}"
    yield _summary(drafted.drafts)


def _summary(drafts: Sequence[Draft]) -> str:
    todos = sum(len(each.todos) for each in drafts)
    notes = sum(len(each.notes) for each in drafts)
    told = listed([counted(todos, "TODO"), counted(notes, "note")])
    return f"{told} in {counted(len(drafts), 'file')}."

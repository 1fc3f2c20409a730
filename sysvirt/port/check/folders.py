"""The private folders of a run, and the copies in them."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

import attrs

#: A larger folder is not copied whole.
MOST_FILES, MOST_BYTES = 2000, 50 * 1024 * 1024
#: What no script needs.
LEFT_OUT = {".git", ".hg", ".svn", ".venv", "venv", "node_modules", "__pycache__"}
SCRIPTS = {".pl", ".pm", ".t", ".py"}


@attrs.frozen
class Choice:
    """What is copied of a script's folder."""

    files: tuple[Path, ...]
    #: What was left out, as a sentence; empty if nothing was.
    notice: str = ""


def walk(folder: Path, *, deep: bool) -> Iterator[Path]:
    """The regular files of a folder; links to files are followed, links to folders are not."""
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(set(folders) - LEFT_OUT) if deep else []
        for name in sorted(names):
            path = Path(root, name)
            try:
                if stat.S_ISREG(path.stat().st_mode) and os.access(path, os.R_OK):
                    yield path
            except OSError:
                continue


def choose(folder: Path, most_files: int = MOST_FILES, most_bytes: int = MOST_BYTES) -> Choice:
    """What fits: all of it, else the files beside the script, else the scripts beside it."""
    if (files := _fitting(walk(folder, deep=True), most_files, most_bytes)) is not None:
        return Choice(files)
    limit = f"{folder} has more than {most_files} files or {most_bytes >> 20} MB"
    beside = _fitting(walk(folder, deep=False), most_files, most_bytes)
    if beside is not None:
        return Choice(beside, f"{limit}: its subfolders are not copied")
    scripts = (path for path in walk(folder, deep=False) if path.suffix in SCRIPTS)
    found = _fitting(scripts, most_files, most_bytes) or ()
    return Choice(found, f"{limit}: only the scripts beside it are copied")


def _fitting(paths: Iterator[Path], most_files: int, most_bytes: int) -> tuple[Path, ...] | None:
    found: list[Path] = []
    size = 0
    for path in paths:
        found.append(path)
        size += path.stat().st_size
        if len(found) > most_files or size > most_bytes:
            return None
    return tuple(found)


def copy(choice: Choice, script: Path, draft: Path, to: Path) -> None:
    """Copy the script's folder, and the draft beside the script."""
    to.mkdir()
    for path in choice.files:
        target = to / path.relative_to(script.parent)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, target)
    shutil.copy2(script, to / script.name)
    shutil.copy2(draft, to / draft.name)


def remove(folder: Path) -> None:
    """Remove a private folder, also where a script took away its own rights."""
    for root, _, _ in os.walk(folder):
        # What was changed below is seen when the walk comes to it.
        Path(root).chmod(0o700)
    shutil.rmtree(folder, ignore_errors=True)
    if folder.exists():
        for root, _, _ in os.walk(folder):
            Path(root).chmod(0o700)
        shutil.rmtree(folder, ignore_errors=True)

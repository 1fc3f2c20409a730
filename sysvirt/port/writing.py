"""Writes files as a whole or not at all."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import attrs

#: Of a file that has no model.
MODE = 0o644


@attrs.frozen
class Output:
    """A file to be written."""

    path: Path
    text: str
    #: Who may read, write and start it.
    mode: int = MODE

    @property
    def is_stream(self) -> bool:
        """Whether the path names what isn't kept, as ``/dev/stdout``: it can't be overwritten."""
        return self.path.exists() and not self.path.is_file() and not self.path.is_dir()


def write(outputs: Iterable[Output]) -> None:
    """Write all of them, or none: each is moved to its place when all of them are on the disk."""
    written: list[tuple[Path, Path]] = []
    try:
        for each in outputs:
            if each.is_stream:
                each.path.write_bytes(each.text.encode())
                continue
            # A link stays one: what it leads to is written.
            target = each.path.resolve()
            target.parent.mkdir(parents=True, exist_ok=True)
            written.append((_write_aside(each, target), target))
        for temporary, target in written:
            temporary.replace(target)
    finally:
        for temporary, _ in written:
            with suppress(FileNotFoundError):
                temporary.unlink()


def mode_of(path: Path) -> int:
    """Who may read, write and start a file; of what is no file that of a new one."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return MODE
    return stat.S_IMODE(found.st_mode) & 0o777 if stat.S_ISREG(found.st_mode) else MODE


def _write_aside(output: Output, target: Path) -> Path:
    if target.is_dir():
        raise IsADirectoryError(21, "Is a directory", str(target))
    # The folder is the target's own: only there it can be moved to its place in one step.
    handle, name = tempfile.mkstemp(prefix=".sysvirt-port-", dir=target.parent)
    with os.fdopen(handle, "wb") as file:
        try:
            file.write(output.text.encode())
            os.fchmod(handle, output.mode)
        except BaseException:
            Path(name).unlink()
            raise
    return Path(name)

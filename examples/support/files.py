"""Files that are there whole or not at all."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO


@contextlib.contextmanager
def whole_file(name: str) -> Iterator[BinaryIO]:
    """A file to write; it takes its name only when everything is in it.

    Until then it is NAME.part, which goes if the work fails. So even a program that is killed
    leaves no half file that looks whole, and what had the name before is there until the end. What
    is no file, a pipe or a device, is written as it is.
    """
    # A link stays one: it is the file behind it that is written.
    path = Path(name).resolve()
    if path.exists() and not path.is_file():
        with path.open("wb") as file:
            yield file
        return
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("wb") as file:
            yield file
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise

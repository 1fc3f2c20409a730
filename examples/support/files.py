"""Files that are there whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO


@contextlib.contextmanager
def whole_file(name: str) -> Iterator[BinaryIO]:
    """A file to write; it takes its name only when everything is in it.

    Until then it is NAME.RANDOM.part beside it, which goes if the work fails. So even a program
    that is killed leaves no half file that looks whole, and what had the name before is there until
    the end. Only its owner may read it, since disks and screens hold secrets, unless it takes the
    place of a file: then it gets that one's permissions. What is no file, a pipe or a device, is
    written as it is.
    """
    # A link stays one: it is the file behind it that is written.
    path = Path(name).resolve()
    if path.exists() and not path.is_file():
        with path.open("wb") as file:
            yield file
        return
    # A new file for certain: a name that others can guess may be a link that they have put there.
    descriptor, part = tempfile.mkstemp(".part", f"{path.name}.", path.parent)
    try:
        with open(descriptor, "wb") as file:
            yield file
            with contextlib.suppress(FileNotFoundError):
                os.fchmod(descriptor, path.stat().st_mode & 0o777)
        Path(part).replace(path)
    except BaseException:
        Path(part).unlink(missing_ok=True)
        raise

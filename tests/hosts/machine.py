"""The machine's own settings, which all hosts on it share, and all runs of the tests."""

from __future__ import annotations

import contextlib
import fcntl
import os
from collections.abc import Iterator

#: Where they are. Locked is the directory itself: whoever runs the tests may open it.
_SETTINGS = "/sys/kernel/mm"


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """Have them for oneself: another run waits for its turn."""
    directory = os.open(_SETTINGS, os.O_RDONLY)
    try:
        fcntl.flock(directory, fcntl.LOCK_EX)
        yield
    finally:
        os.close(directory)

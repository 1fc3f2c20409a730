"""What a signal handler raises, where a test wants it: Python runs one as a function begins."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Interruption(BaseException):
    """What comes at some step, as ``KeyboardInterrupt`` does."""


@contextmanager
def interrupted_in(name: str) -> Iterator[None]:
    """A block that is interrupted as it calls a function of sysvirt, named as in tracebacks."""
    came: list[str] = []

    def look(frame: FrameType, event: str, _value: object) -> None:
        code = frame.f_code
        if event == "call" and code.co_qualname == name and "/sysvirt/" in code.co_filename:
            sys.setprofile(None)
            came.append(name)
            raise Interruption

    sys.setprofile(look)
    try:
        yield
    except Interruption:
        pass
    finally:
        sys.setprofile(None)
    assert came == [name]

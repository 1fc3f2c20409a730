"""The messages of libvirt's log, as they stand in its files.

    2026-11-26 07:29:11.123+0000: 4711: debug : virConnectOpen:1294 : name=test:///default

The number is the thread, as the kernel knows it. A message may go on over several lines.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import NamedTuple

#: Levels as libvirt writes them, and as Python's ``logging`` numbers them.
LEVELS = {"debug": 10, "info": 20, "warning": 30, "error": 40}

_HEAD = re.compile(
    rb"^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}\+\d{4}): (\d+): (debug|info|warning|error) : "
    # What a log begins with, libvirt's release and the host, comes from no function.
    rb"(?:([A-Za-z_]\w*):(\d+) : )?",
    re.MULTILINE,
)


class Message(NamedTuple):
    """A message, and where it comes from."""

    created: float
    thread: int
    level: int
    function: str
    line: int
    text: str


class Messages:
    """Messages out of what comes in pieces."""

    def __init__(self) -> None:
        self._rest = b""
        self._last = Message(0, 0, LEVELS["info"], "", 0, "")

    def add(self, data: bytes) -> list[Message]:
        """The messages that are whole: after each of them another one has begun."""
        self._rest += data
        *_, last = 0, *(head.start() for head in _HEAD.finditer(self._rest))
        whole, self._rest = self._rest[:last], self._rest[last:]
        return self._read(whole)

    def end(self) -> list[Message]:
        """What is left, when nothing more is waiting: mostly a message to the end of its line."""
        whole, self._rest = self._rest, b""
        return self._read(whole)

    @property
    def is_at_line_end(self) -> bool:
        """Whether what is left may be a whole message."""
        return self._rest.endswith(b"\n")

    def _read(self, data: bytes) -> list[Message]:
        heads = list(_HEAD.finditer(data))
        begin, *ends = [*(head.start() for head in heads), len(data)]
        # The rest of a message whose beginning was taken for all of it.
        found = [self._last._replace(text=_decode(data[:begin]))] if begin else []
        for head, end in zip(heads, ends, strict=True):
            found.append(_message(head, data[head.end() : end]))
        if found:
            self._last = found[-1]
        return found


def _message(head: re.Match[bytes], text: bytes) -> Message:
    when, thread, level, function, line = (each.decode() if each else "" for each in head.groups())
    created = datetime.fromisoformat(when).timestamp()
    return Message(created, int(thread), LEVELS[level], function, int(line or 0), _decode(text))


def _decode(text: bytes) -> str:
    """What isn't UTF-8 is spelled out: a log is to be printed."""
    return text.removesuffix(b"\n").decode("utf-8", "backslashreplace")

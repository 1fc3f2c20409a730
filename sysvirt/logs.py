"""libvirt's log in Python's ``logging``: off until :func:`start` is called.

libvirt itself prints its warnings to the error stream. After

>>> import logging
>>> from sysvirt import logs
>>> logs.start()  # doctest: +ELLIPSIS
<...>
>>> logs.stop()

they go to the logger ``libvirt`` instead, each a record with its level, the function and the line
of libvirt's that it comes from, the thread and the time.
"""

from __future__ import annotations

import atexit
import logging
import os
import re
import threading
from contextlib import ExitStack
from typing import TYPE_CHECKING

from sysvirt import _libvirt
from sysvirt._core import arguments
from sysvirt._core.binding import get_release
from sysvirt._core.closing import CLOSED, FORKED, prepare
from sysvirt._core.log_pipe import LogPipe
from sysvirt.error import Error

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from sysvirt._core.log_messages import Message
    from sysvirt._libvirt.log import Settings

_FILTER = re.compile(r"[1-4]:\+?[^\s:+]+")


def start(
    level: int = logging.WARNING, logger: str | logging.Logger = "libvirt", filters: str = ""
) -> AbstractContextManager[object]:
    """Send libvirt's log to a logger, in place of wherever it went.

    ``level`` is the lowest that libvirt lets through, ``logging.DEBUG`` to ``logging.ERROR``.
    ``filters`` are libvirt's own, ``"1:rpc 4:util"``, say: the sources that have one of these words
    in their name let messages from that level on through, from 1 for debug to 4 for error,
    whatever ``level`` is. ``logger`` is a logger or its name.

    In a ``with`` the end of the block calls :func:`stop`. Started again, what is new holds from
    then on. A thread hands the records on, so a handler never keeps libvirt waiting; if it is so
    slow that a megabyte of messages piles up, what comes then is lost. What libvirt says to calls
    that a handler makes isn't logged. A child process, after ``os.fork()``, logs nowhere until it
    starts a log itself. ``NotSupportedError`` where this libvirt has no way to do it.

    >>> import logging
    >>> from sysvirt import logs
    >>> with logs.start(logging.DEBUG, filters="4:util"):
    ...     conn.get_type()
    'TEST'

    Rests on: ``virLogSetOutputs``, which is private. Perl: not there.
    """
    number = arguments.cint(level, "level")
    if isinstance(logger, str):
        logger = logging.getLogger(logger)
    elif not isinstance(logger, logging.Logger):
        raise arguments.wrong_type(logger, "logger", "a str or a logging.Logger")
    words = arguments.text(filters, "filters").split()
    for word in words:
        if not _FILTER.fullmatch(word):
            raise ValueError(f"filters must be like '1:rpc 4:util', but has {word!r}")
    _log.start(logger, _priority(number), words)
    stack = ExitStack()
    stack.callback(stop)
    return stack


def stop() -> None:
    """Send libvirt's log where it went before, when all that it had said until now is logged.

    Stopped twice does no harm; the end of the program stops it, too. A handler that keeps it
    waiting for more than five seconds is left behind.

    >>> from sysvirt import logs
    >>> logs.stop()

    Rests on: ``virLogSetOutputs``, which is private. Perl: not there.
    """
    _log.stop()


def _priority(level: int) -> int:
    """libvirt's number for a level of ``logging``."""
    return min(max((level + 9) // 10, 1), 4)


class _Log:
    """The log of the process."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._pipe: LogPipe | None = None
        #: The settings that were there before.
        self._former: Settings | None = None

    def start(self, logger: logging.Logger, priority: int, filters: list[str]) -> None:
        if not _libvirt.log.is_there():
            release = get_release()
            message = f"this function is not supported: libvirt {release} keeps its log to itself"
            raise Error._own(Error.ERR_NO_SUPPORT, message, origin="logs.start")
        # What closed objects say is found out by calls that fail, which would be logged.
        prepare(CLOSED)
        prepare(FORKED)
        with self._lock:
            former, before = self._former or _libvirt.log.read_settings(), self._pipe
            self._pipe = _open(logger, priority, filters)
            self._former = former
        if before is not None:
            before.end()

    def stop(self) -> None:
        with self._lock:
            if self._former is None:
                return
            pipe, self._pipe = self._pipe, None
            former, self._former = self._former, None
            try:
                _libvirt.log.Change(former).make()
            except Error:
                # What libvirt wrote to isn't there any more; its own error stream always is.
                _libvirt.log.Change(former._replace(outputs=b"")).make()
        if pipe is not None:
            pipe.end()

    def leave_to_parent(self) -> None:
        # Another thread of the parent may have had it.
        self._lock = threading.Lock()
        if self._pipe is not None:
            self._pipe.abandon()
            self._pipe = None


def _open(logger: logging.Logger, priority: int, filters: list[str]) -> LogPipe:
    """A pipe into which libvirt writes its log."""
    # A filter lets more through, if the output does, too.
    lowest = min(priority, *(int(word[0]) for word in filters), 4)
    pipe = _Handler(logger, lowest * 10).pipe
    outputs = f"{lowest}:file:{pipe.path}".encode()
    settings = _libvirt.log.Settings(outputs, " ".join(filters).encode(), priority)
    with ExitStack() as undo:
        undo.callback(pipe.close)
        change = _libvirt.log.Change(settings)
        undo.callback(change.give_up)
        pipe.prepare()
        pipe.start()
        undo.pop_all()
    change.make()
    return pipe


class _Handler:
    """Makes records of messages."""

    def __init__(self, logger: logging.Logger, lowest: int) -> None:
        self.pipe = LogPipe(self._take)
        self._logger = logger
        self._lowest = lowest

    def _take(self, message: Message) -> None:
        # Whatever takes the records may use libvirt: its messages about that would never end.
        if message.thread == self.pipe.native_id or message.level < self._lowest:
            return
        if self._logger.isEnabledFor(message.level):
            self._logger.handle(self._record(message))

    def _record(self, message: Message) -> logging.LogRecord:
        record = self._logger.makeRecord(
            self._logger.name,
            message.level,
            "libvirt",
            message.line,
            message.text,
            (),
            None,
            func=message.function or None,
        )
        record.relativeCreated += (message.created - record.created) * 1000
        record.created = message.created
        record.msecs = message.created % 1 * 1000 // 1
        record.thread, record.threadName = _find_thread(message.thread)
        return record


def _find_thread(number: int) -> tuple[int, str]:
    """Python's number and name for a thread; libvirt's own threads have neither."""
    for thread in threading.enumerate():
        if thread.native_id == number and thread.ident is not None:
            return thread.ident, thread.name
    return number, f"libvirt-{number}"


_log = _Log()
atexit.register(_log.stop)
os.register_at_fork(after_in_child=_log.leave_to_parent)

"""Notes which error each method of Sys::Virt raises while tests run: what a script has to expect.

``SYSVIRT_RECORD_ERRORS=FILE`` has the suite and ``python -m tests.parity`` add a line to that file
for each error; ``python -m reference.errors FILE`` makes the table of them. What a test makes up,
by a proxy that answers for a daemon, isn't noted, nor what closed objects say, which all methods
have in common.
"""

from __future__ import annotations

import contextlib
import inspect
import json
import os
import sys
import weakref
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import libvirt

import sysvirt
from reference.data import read_methods
from reference.errors import class_of
from sysvirt._core import binding

VARIABLE = "SYSVIRT_RECORD_ERRORS"
#: Fixtures of tests in which a daemon's answers are made up.
MADE_UP = frozenset({"proxy", "rare", "closed_rare"})
#: Rooms of tests that garble messages, or look at the machinery below the methods.
LEFT_OUT = ("tests/torture/", "tests/_core/", "tests/_libvirt/", "tests/reference/test_garbage.py")

#: The files whose functions stand between a method and its error.
_INSIDE = (
    *(str(Path(sysvirt.__file__).parent), str(libvirt.__file__)),
    # This one, and what leaves a `with` block.
    *(__file__, contextlib.__file__),
)


class Recorder:
    """Writes a line for each error of a method."""

    def __init__(self, path: Path) -> None:
        # Kept open: a test may go on as a user who may not open it.
        self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)
        self._methods = _codes()
        self._uris: weakref.WeakKeyDictionary[Any, str] = weakref.WeakKeyDictionary()
        #: Whether what runs now makes its errors up.
        self.paused = False

    def start(self) -> None:
        """Listen to all errors, and to which URI each connection has."""
        initialize, open_connection = sysvirt.Error.__init__, binding.open_connection

        def note(error: sysvirt.Error, *arguments: Any) -> None:
            initialize(error, *arguments)
            if not self.paused and error.origin() != "close()":
                self._note(error, sys._getframe(1))

        def open_and_note(uri: str | None, *arguments: Any) -> Any:
            handle = open_connection(uri, *arguments)
            self._uris[handle] = uri or ""
            return handle

        setattr(sysvirt.Error, "__init__", note)  # noqa: B010 - mypy takes it for a mistake
        setattr(binding, "open_connection", open_and_note)  # noqa: B010 - the same

    def _note(self, error: sysvirt.Error, frame: FrameType) -> None:
        code, domain, message = error.err[:3]
        kind, test = type(error).__name__, os.environ.get("PYTEST_CURRENT_TEST", "")
        # A class method and the constructor that it calls are one.
        for method, uri in dict(self._callers(frame)).items():
            row = [method, uri, code, domain, kind, error.origin(), message, test]
            # In one call: several processes may write at the same time.
            os.write(self._file, f"{json.dumps(row)}\n".encode())

    def _callers(self, frame: FrameType | None) -> Iterator[tuple[str, str]]:
        """The methods that were called, from the inside up to who isn't sysvirt."""
        while frame and frame.f_code.co_filename.startswith(_INSIDE):
            for package, name in self._methods.get(frame.f_code, ()):
                on = frame.f_locals.get("self", frame.f_locals.get("cls"))
                if on is None or _is(on, package):
                    yield f"{package}::{name}", self._uri(on)
            frame = frame.f_back

    def _uri(self, on: Any) -> str:
        handle = getattr(on, "handle", None)
        connection = getattr(handle, "_conn", None) or handle
        try:
            return self._uris.get(connection, "")
        except TypeError:
            return ""


def _codes() -> dict[CodeType, set[tuple[str, str]]]:
    """The methods by their code, which several classes may share."""
    opening: Any = sysvirt.Virt.__init__
    found = {opening.__code__: {("Sys::Virt", "new")}}
    for package, name in read_methods():
        value = inspect.unwrap(getattr(_class(package), name))
        code = getattr(getattr(value, "__func__", value), "__code__", None)
        if code is not None:
            found.setdefault(code, set()).add((package, name))
    return found


def _class(package: str) -> type[Any]:
    cls: type[Any] = getattr(sysvirt, class_of(package))
    return cls


def _is(on: Any, package: str) -> bool:
    return issubclass(on if isinstance(on, type) else type(on), _class(package))


def start() -> Recorder | None:
    """Record what is raised from now on, where a file for it is named."""
    if path := os.environ.get(VARIABLE):
        recorder = Recorder(Path(path))
        recorder.start()
        return recorder
    return None

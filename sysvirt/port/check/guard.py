"""Sends every connection of Python to one URI, and refuses outside commands.

A copy of this file is the ``sitecustomize`` of every Python that the draft is run with, and of
every Python that it starts. It imports nothing of sysvirt: it is there before.
"""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import os
import sys
from collections.abc import Callable, Sequence
from types import ModuleType
from typing import Any

#: The module of libvirt-python that is written in C, and what in it opens connections.
BINDING = "libvirtmod"
OPENERS = ("virConnectOpen", "virConnectOpenReadOnly", "virConnectOpenAuth")
#: What is said of a command; guard.pm says the same, since what both say is compared.
REFUSED = "an outside command needs --allow-commands"
#: What Python tells before it starts a program.
STARTS = frozenset(
    ["os.exec", "os.posix_spawn", "os.spawn", "os.system", "pty.spawn", "subprocess.Popen"]
)


class CommandRefusedError(RuntimeError):
    """The draft wanted to start another program.

    It is no OSError: that would be taken for a program that can't be started, and the draft would
    go on where the script ends.
    """


def redirect(module: ModuleType, uri: str) -> None:
    """Let all that opens connections open this one."""

    def to_uri(original: Callable[..., Any]) -> Callable[..., Any]:
        def opener(_uri: object = None, *rest: Any) -> Any:
            return original(uri, *rest)

        return opener

    for name in OPENERS:
        setattr(module, name, to_uri(getattr(module, name)))


class _Loader(importlib.abc.Loader):
    """Loads the binding as always, and redirects it before anybody has it."""

    def __init__(self, original: Any, uri: str) -> None:
        self._original, self._uri = original, uri

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType | None:
        made: ModuleType | None = self._original.create_module(spec)
        return made

    def exec_module(self, module: ModuleType) -> None:
        self._original.exec_module(module)
        redirect(module, self._uri)


class Finder(importlib.abc.MetaPathFinder):
    """Finds the binding where it is, with the loader above."""

    def __init__(self, uri: str) -> None:
        self._uri = uri

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        """What Python asks for each module that isn't loaded yet."""
        if fullname != BINDING:
            return None
        spec = importlib.machinery.PathFinder.find_spec(fullname, path, target)
        if spec is not None and spec.loader is not None:
            spec.loader = _Loader(spec.loader, self._uri)
        return spec


def refuse_openers(event: str, arguments: tuple[Any, ...]) -> None:
    """Nobody takes an opening function from the C library by ctypes."""
    if event.startswith("ctypes.dlsym") and str(arguments[-1]).startswith("virConnectOpen"):
        raise CommandRefusedError("check: a connection is opened by Sys.Virt.new, not by ctypes")


def refuse_commands(event: str, _arguments: tuple[Any, ...]) -> None:
    """Nobody starts a program."""
    if event in STARTS:
        raise CommandRefusedError(f"check: {REFUSED}")


def start() -> None:
    """Begin; a hook of this kind can't be taken out again."""
    uri = os.environ.get("SYSVIRT_PORT_CHECK_URI")
    if not uri:
        return
    sys.meta_path.insert(0, Finder(uri))
    sys.addaudithook(refuse_openers)
    if not os.environ.get("SYSVIRT_PORT_CHECK_COMMANDS"):
        sys.addaudithook(refuse_commands)


if __name__ == "sitecustomize":
    start()

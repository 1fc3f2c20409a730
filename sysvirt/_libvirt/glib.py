"""The main loop of GLib, which libvirt's own event loop lives in."""

from __future__ import annotations

from ctypes import CDLL, c_int, c_void_p
from functools import cache
from typing import Any

#: What is called, what it gets, and what it gives.
_FUNCTIONS: dict[str, tuple[list[Any], Any]] = {
    "g_main_context_iteration": ([c_void_p, c_int], c_int),
    "g_main_context_pending": ([c_void_p], c_int),
    "g_main_loop_new": ([c_void_p, c_int], c_void_p),
    "g_main_loop_run": ([c_void_p], None),
    "g_main_loop_quit": ([c_void_p], None),
}


#: How often it is turned at most until there is nothing more to do; a timer may always be due.
TURNS = 100


@cache
def _find(name: str) -> Any:
    function = CDLL("libglib-2.0.so.0")[name]
    function.argtypes, function.restype = _FUNCTIONS[name]
    return function


def is_busy() -> bool:
    """Whether there is something to do in the default main loop."""
    return bool(_find("g_main_context_pending")(None))


def settle() -> None:
    """Do what there is to do in the default main loop, unless another thread turns it."""
    for _ in range(TURNS):
        if not _find("g_main_context_iteration")(None, 0):
            return


class MainLoop:
    """The default main loop, turned within C: Python is entered for callbacks alone."""

    def __init__(self) -> None:
        # All are looked for at once, so that what is missing shows before a thread depends on it.
        for name in _FUNCTIONS:
            _find(name)
        self._loop = _find("g_main_loop_new")(None, 0)

    def run(self) -> None:
        """Turn it until ``quit``."""
        _find("g_main_loop_run")(self._loop)

    def quit(self) -> None:
        """Let ``run``, which has begun, return; from any thread."""
        _find("g_main_loop_quit")(self._loop)

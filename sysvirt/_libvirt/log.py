"""libvirt's log: what it lets through, and where that goes.

libvirt reads ``LIBVIRT_LOG_OUTPUTS`` when it is first used. The functions here change the same
afterwards; libvirt exports them for its own daemons.
"""

from __future__ import annotations

from ctypes import byref, c_void_p, string_at
from typing import NamedTuple

from sysvirt._libvirt.functions import call, free, function, library
from sysvirt._libvirt.prototypes import PRIVATE

#: ``VIR_LOG_ERROR``.
_QUIETEST = 4


class Settings(NamedTuple):
    """Where messages go, which sources have a level of their own, and the level of all others."""

    outputs: bytes
    filters: bytes
    priority: int


class Change:
    """Other outputs and filters, checked and opened, but not yet in use."""

    def __init__(self, settings: Settings) -> None:
        """Nothing is changed yet; ``Error`` where libvirt can't read it or open a file."""
        self._priority = settings.priority
        self._filters = _parse("virLogParseFilters", settings.filters)
        try:
            self._outputs = _parse("virLogParseOutputs", settings.outputs)
        except BaseException:
            function("virLogFilterListFree")(*self._filters)
            raise

    def give_up(self) -> None:
        """Close what was opened for it, in place of making it."""
        function("virLogOutputListFree")(*self._outputs)
        function("virLogFilterListFree")(*self._filters)

    def make(self) -> None:
        """Put them in the place of those in use, which libvirt closes.

        What another thread says meanwhile must not come out by the old filters at the new place,
        nor the other way round: in between nothing but errors is let through.
        """
        call("virLogSetDefaultPriority", _QUIETEST)
        call("virLogDefineFilters", None, 0)
        call("virLogDefineOutputs", *self._outputs)
        call("virLogDefineFilters", *self._filters)
        call("virLogSetDefaultPriority", self._priority)


def is_there() -> bool:
    """Whether this libvirt has all the functions."""
    return all(hasattr(library(), name) for name in PRIVATE)


def read_settings() -> Settings:
    """The settings in use."""
    priority = function("virLogGetDefaultPriority")()
    return Settings(_read("virLogGetOutputs"), _read("virLogGetFilters"), priority)


def _read(name: str) -> bytes:
    """A text that is the caller's to free; ``NULL`` is an empty one."""
    address = function(name)()
    if not address:
        return b""
    try:
        return string_at(address)
    finally:
        free(address)


def _parse(name: str, text: bytes) -> tuple[c_void_p, int]:
    """A list in C of what a text names, and its length."""
    found = c_void_p()
    number = call(name, text, byref(found))
    return found, number

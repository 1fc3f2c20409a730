"""Texts that aren't UTF-8, such as names of files: a byte that can't be decoded is a surrogate."""

from __future__ import annotations

import ctypes
from typing import Any, overload

from sysvirt._libvirt.errors import failed
from sysvirt._libvirt.functions import free, function
from sysvirt._libvirt.prototypes import TEXTS
from sysvirt._libvirt.references import address


@overload
def decode(value: bytes) -> str: ...
@overload
def decode(value: bytes | None) -> str | None: ...
def decode(value: bytes | None) -> str | None:
    """A text that C has, as Python has the names of files."""
    return None if value is None else value.decode("utf-8", "surrogateescape")


def encode(value: str | None) -> bytes | None:
    """A text for C."""
    return None if value is None else value.encode()


def read(name: str, capsule: Any, *arguments: str | int | None) -> str:
    """Call a C function that gives a text."""
    lent = TEXTS[name][0] == "const char *"
    passed = [encode(each) if isinstance(each, str) else each for each in arguments]
    found = function(name)(address(capsule), *passed)
    if found is None:
        raise failed(f"{name}() failed")
    return decode(found) if lent else take(found)


def take(found: int) -> str:
    """A text that C allocated for its caller."""
    content = ctypes.string_at(found)
    free(found)
    return decode(content)

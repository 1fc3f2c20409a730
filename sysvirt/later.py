"""Modules that are imported when something of them is first used."""

from __future__ import annotations

import sys
from typing import Any


class Later:
    """Stands for a module that few programs need, on the way of calls that must be quick.

    An import statement inside a method costs as much as a short call, every time; here what was
    used once is found as an attribute.
    """

    def __init__(self, name: str) -> None:
        self.__name__ = name

    def __getattr__(self, attribute: str) -> Any:
        __import__(self.__name__)
        value = getattr(sys.modules[self.__name__], attribute)
        setattr(self, attribute, value)
        return value

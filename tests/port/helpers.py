"""What drafts may have of ``sysvirt.port.prelude``, by name, and the modules that it imports."""

from __future__ import annotations

import contextlib
import importlib
import logging
import pkgutil
from collections.abc import Iterator
from typing import Any

import pytest

from sysvirt.port import prelude

#: Names for ``eval`` and ``exec``; some rooms need lxml.
HELPERS: dict[str, Any] = {}
for _room in pkgutil.iter_modules(prelude.__path__):
    with contextlib.suppress(ImportError):
        _module = importlib.import_module(f"{prelude.__name__}.{_room.name}")
        HELPERS.update({name: value for name, value in vars(_module).items() if name[:2] != "__"})


def texts(value: Any) -> Any:
    """A value as texts, in lists and dicts: what `PerlProcess` tells of Perl's values."""
    if isinstance(value, list | tuple):
        several: list[Any] = [*value]
        return [texts(each) for each in several]
    if isinstance(value, dict):
        pairs: dict[str, Any] = {**value}
        return {key: texts(each) for key, each in pairs.items()}
    return None if value is None else HELPERS["perl_text"](value)


@pytest.fixture(autouse=True)
def level_names() -> Iterator[None]:
    """Logs give the levels Perl's names, in the whole process."""
    kept = {number: logging.getLevelName(number) for number in range(10, 60, 10)}
    yield
    for number, name in kept.items():
        logging.addLevelName(number, name)

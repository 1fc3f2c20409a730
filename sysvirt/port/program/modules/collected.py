"""All tables, by the names of Perl's modules."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

from sysvirt.port.program.modules import (
    core,
    getopt,
    list_more_utils,
    list_util,
    pod_usage,
    posix,
    scalar_util,
    time_hires,
    time_local,
)
from sysvirt.port.program.modules.table import Module

CORE = core.CORE
#: The functions that take ``$_`` where they have no argument.
TOPIC = core.TOPIC
_FILES = (
    getopt,
    list_more_utils,
    list_util,
    pod_usage,
    posix,
    scalar_util,
    time_hires,
    time_local,
)


def _tables(file: ModuleType) -> Iterator[Module]:
    for value in vars(file).values():
        if isinstance(value, Module):
            yield value
        elif isinstance(value, tuple):
            yield from (each for each in value if isinstance(each, Module))


MODULES: dict[str, Module] = {each.name: each for file in _FILES for each in _tables(file)}

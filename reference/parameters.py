"""Reads ``parameters.csv`` and ``migrate_params.csv``: what numbers mean, and their units.

README.md says what their columns mean.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import attrs

from constants.table import read_constants
from reference.data import HERE

#: Of flags that libvirt has none for yet.
NONE = "none"
#: Numbers that measure nothing: how many, and which one.
PLAIN = ("count", "number")
UNITS = ("KiB", "MiB/s", "bytes", "bytes/s", "ms", "ns", "s")


@attrs.frozen
class Given:
    """What a parameter takes: constants of these C enums, or a number in this unit."""

    cls: str
    method: str
    name: str
    groups: tuple[str, ...]
    unit: str | None

    @property
    def takes_nothing(self) -> bool:
        """Whether it is there for flags of later releases."""
        return self.groups == (NONE,)

    @property
    def measure(self) -> str | None:
        """The unit, of what measures something."""
        return None if self.unit in PLAIN else self.unit


@attrs.frozen
class MigrateParam:
    """A key of the dict that migrating takes."""

    constant: str
    type: str
    unit: str | None
    what: str


@cache
def read_parameters(path: Path = HERE / "parameters.csv") -> tuple[Given, ...]:
    """Each parameter that is a number, in the order of the classes."""
    known = {each.group for each in read_constants()} | {NONE}
    return tuple(_given(path, row, known) for row in _rows(path))


def _given(path: Path, row: dict[str, str], known: set[str]) -> Given:
    groups, unit = tuple(row["constants"].split()), row["unit"] or None
    where = f"{path.name}: {row['class']}.{row['method']}: {row['parameter']}"
    if not groups and not unit:
        raise ValueError(f"{where} takes neither constants nor a unit")
    if strange := set(groups) - known:
        raise ValueError(f"{where}: there is no enum {', '.join(sorted(strange))}")
    if unit and unit not in PLAIN and not unit.startswith(UNITS):
        raise ValueError(f"{where}: there is no unit {unit!r}")
    return Given(row["class"], row["method"], row["parameter"], groups, unit)


def of_method(cls: str, method: str) -> list[Given]:
    """The numbers among the parameters of a method.

    >>> [(each.name, each.unit) for each in of_method("Domain", "memory_peek")]
    [('offset', 'bytes'), ('size', 'bytes'), ('flags', None)]
    """
    return [each for each in read_parameters() if (each.cls, each.method) == (cls, method)]


@cache
def read_migrate_params(path: Path = HERE / "migrate_params.csv") -> tuple[MigrateParam, ...]:
    """The keys of the dict that migrating takes, in the order of the constants."""
    return tuple(
        MigrateParam(row["constant"], row["type"], row["unit"] or None, row["what"])
        for row in _rows(path)
    )


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)

"""Reads and checks ``table.csv`` and ``families.csv``; README.md tells what their columns mean."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import attrs

HERE = Path(__file__).resolve().parent

_Row = TypeVar("_Row")


def _matches(pattern: str) -> Any:
    return attrs.validators.matches_re(pattern)


@attrs.frozen
class Constant:
    """One constant of Perl's Sys::Virt."""

    package: str = attrs.field(validator=_matches(r"Sys::Virt(::[A-Z]\w+)?"))
    name: str = attrs.field(validator=_matches(r"[A-Z][A-Z0-9_]*"))
    value: int | str
    #: What Perl has in its stead, where the binding loses the sign.
    perl_value: int | None
    c_symbol: str = attrs.field(validator=_matches(r"VIR_[A-Z0-9_]+"))
    since: str = attrs.field(validator=_matches(r"\d+\.\d+\.\d+"))
    #: The C enum, or for macros a pattern such as ``VIR_DOMAIN_JOB_*``.
    group: str = attrs.field(validator=_matches(r"vir[A-Z]\w+|VIR_[A-Z0-9_]+\*"))

    @property
    def in_enum(self) -> bool:
        """Whether the group is a C enum."""
        return not self.group.endswith("*")


@attrs.frozen
class Family:
    """The constants of one C enum in one Perl package, as ``sysvirt.names`` knows them."""

    package: str
    enum: str
    #: The beginnings of its Perl names; more than one where Perl's names have no common one.
    prefixes: tuple[str, ...] = attrs.field(validator=attrs.validators.min_len(1))
    kind: str = attrs.field(validator=attrs.validators.in_(("flags", "values")))
    #: Second names of a value; the other one is the one that is shown.
    aliases: tuple[str, ...]


def version(text: str) -> tuple[int, ...]:
    """A release as numbers that can be compared.

    >>> version("9.0.0") < version("12.7.0")
    True
    """
    return tuple(map(int, text.split(".")))


def read_constants(path: Path = HERE / "table.csv") -> list[Constant]:
    """The constants, in the order of Perl's source."""
    constants = _read(path, _constant)
    _refuse_twins(path, (f"{each.package}::{each.name}" for each in constants))
    _refuse_twins(path, (each.c_symbol for each in constants))
    return constants


def read_families(path: Path = HERE / "families.csv") -> list[Family]:
    """The families, in the order of Perl's source."""
    families = _read(path, _family)
    _refuse_twins(path, (f"{each.package} {each.enum}" for each in families))
    # A prefix may stand for one family of values and one of flags, as VCPU_ does: the
    # function that is asked says which is meant.
    _refuse_twins(
        path,
        (
            f"{each.package} {prefix.rstrip('_')} of {each.kind}"
            for each in families
            for prefix in each.prefixes
        ),
    )
    return families


def members(family: Family, constants: Iterable[Constant]) -> list[Constant]:
    """The constants of a family: those that are shown first, aliases last.

    Raises ``ValueError`` where the table and the family don't agree.
    """
    where = f"{family.package} {family.enum}"
    found = [
        each for each in constants if (each.package, each.group) == (family.package, family.enum)
    ]
    if missing := set(family.aliases) - {each.name for each in found}:
        raise ValueError(f"{where}: no such alias: {', '.join(sorted(missing))}")
    found.sort(key=lambda each: each.name in family.aliases)
    names: dict[int, str] = {}
    for each in found:
        value = each.value
        if not isinstance(value, int) or (
            family.kind == "flags" and (value < 0 or value & (value - 1))
        ):
            raise ValueError(f"{where}: {each.name} is {value!r}, which no {family.kind} can be")
        if not each.name.startswith(family.prefixes):
            raise ValueError(f"{where}: {each.name} has none of its prefixes")
        twin = names.setdefault(value, each.name)
        if (twin == each.name) == (each.name in family.aliases):
            raise ValueError(f"{where}: which of {twin} and {each.name} is the alias?")
    if not names:
        raise ValueError(f"{where} has no constants")
    return found


def _constant(row: dict[str, str]) -> Constant:
    convert: Callable[[str], int | str] = {"int": int, "str": str}[row["kind"]]
    return Constant(
        package=row["package"],
        name=row["name"],
        value=convert(row["value"]),
        perl_value=int(row["perl_value"]) if row["perl_value"] else None,
        c_symbol=row["c_symbol"],
        since=row["since"],
        group=row["group"],
    )


def _family(row: dict[str, str]) -> Family:
    return Family(
        package=row["package"],
        enum=row["enum"],
        prefixes=tuple(row["prefixes"].split()),
        kind=row["kind"],
        aliases=tuple(row["aliases"].split()),
    )


def _read(path: Path, convert: Callable[[dict[str, str]], _Row]) -> list[_Row]:
    def rows() -> Iterator[_Row]:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            for row in reader:
                try:
                    yield convert(row)
                except (ValueError, KeyError, TypeError, AttributeError) as err:
                    # The first argument only: attrs hands over its own objects as well.
                    what = f"{type(err).__name__}: {err.args[0]}"
                    raise ValueError(f"{path.name}:{reader.line_num}: {what}") from err

    return list(rows())


def _refuse_twins(path: Path, keys: Iterable[str]) -> None:
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            raise ValueError(f"{path.name}: {key} stands there twice")
        seen.add(key)


def class_name(package: str) -> str:
    """The class that holds a package's constants.

    >>> class_name("Sys::Virt")
    'VirtConstants'
    """
    return package.rpartition("::")[2] + "Constants"

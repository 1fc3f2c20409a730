"""Compares what the inference lists with the labels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from sysvirt.port.findings import Confidence, Kind
from sysvirt.port.units import Unit
from tests.port.labels import Label, Script

#: Kinds that have a class and no name.
NAMELESS = frozenset({Kind.IMPORT.value, Kind.CLASS.value})


@attrs.frozen(order=True)
class Listed:
    """A site that a reader is shown."""

    line: int
    cls: str
    name: str
    kind: str
    exists: bool

    def is_like(self, label: Label) -> bool:
        """Whether it is what a label says."""
        if self.line != label.line or not (self.kind == label.kind or label.is_optional):
            return False
        if label.is_mistake and self.kind == Kind.CLASS:
            # Of a class that doesn't exist nobody says how it is called.
            return not self.exists
        return self.cls == label.cls and (self.kind in NAMELESS or self.name == label.name)


@attrs.frozen
class Miss:
    """Something that isn't as the labels have it."""

    path: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.text}"


@attrs.frozen
class Score:
    """How well some files were understood."""

    files: int = 0
    whole: int = 0
    #: Labels that have to be listed; of these, those that are, as labelled.
    labels: int = 0
    right: int = 0
    #: Listed with another class or kind.
    wrong: tuple[Miss, ...] = ()
    missing: tuple[Miss, ...] = ()
    #: Listed where nothing of Sys::Virt stands.
    false: tuple[Miss, ...] = ()
    #: Said not to exist, and it does.
    false_mistakes: tuple[Miss, ...] = ()
    #: Doesn't exist, and that isn't said.
    missed_mistakes: tuple[Miss, ...] = ()
    partly: tuple[Miss, ...] = ()

    def __add__(self, other: Score) -> Score:
        mine, its = attrs.asdict(self, recurse=False), attrs.asdict(other, recurse=False)
        return Score(**{key: mine[key] + its[key] for key in mine})

    @property
    def share_right(self) -> float:
        """Of the labels."""
        return self.right / self.labels if self.labels else 1.0

    @property
    def share_missing(self) -> float:
        """Of the labels."""
        return len(self.missing) / self.labels if self.labels else 0.0

    @property
    def misses(self) -> tuple[Miss, ...]:
        """All that isn't as it should be, in the order of files and lines."""
        every = (
            *self.wrong,
            *self.missing,
            *self.false,
            *self.false_mistakes,
            *self.missed_mistakes,
            *self.partly,
        )
        return tuple(sorted(every, key=lambda miss: (miss.path, miss.line)))


def listed_sites(unit: Unit) -> list[Listed]:
    """The sites that a reader is shown unless he asks for all."""
    return sorted(
        Listed(
            unit.source.span(site.node.start_byte, site.node.end_byte).line,
            site.cls,
            site.name,
            site.kind.value,
            site.exists,
        )
        for site in unit.sites
        if site.confidence >= Confidence.LIKELY and site.kind is not Kind.CODE
    )


def judge(script: Script, unit: Unit) -> Score:
    """Compare the sites of a unit with the labels of its script."""
    path = script.name
    sites = listed_sites(unit)
    required = [label for label in script.labels if label.is_site and not label.is_optional]
    pairs, labels, sites = _paired(required, sites)
    wrong: list[Miss] = []
    missing: list[Miss] = []
    said_to_lack = [site for label, site in pairs if not label.is_mistake and not site.exists]
    for label in labels:
        other = _other(label, sites)
        if other is None:
            missing.append(Miss(path, label.line, f"not listed: {_said(label)}"))
        else:
            sites.remove(other)
            if not (other.exists or label.is_mistake):
                said_to_lack.append(other)
            wrong.append(Miss(path, label.line, f"{_said(label)} is listed as {_said(other)}"))
    optional = [label for label in script.labels if label.is_optional]
    extra = [site for site in sites if not any(site.is_like(label) for label in optional)]
    return Score(
        files=1,
        whole=not unit.unparsed,
        labels=len(required),
        right=len(pairs),
        wrong=tuple(wrong),
        missing=tuple(missing),
        false=tuple(Miss(path, site.line, f"no site: {_said(site)}") for site in extra),
        false_mistakes=tuple(
            Miss(path, site.line, f"no mistake: {_said(site)}")
            for site in [*said_to_lack, *(each for each in extra if not each.exists)]
        ),
        missed_mistakes=tuple(
            Miss(path, label.line, f"not named as a mistake: {_said(label)}")
            for label, site in pairs
            if label.is_mistake and site.exists
        ),
        partly=tuple(
            Miss(path, first, f"not understood to line {last}") for first, last in unit.unparsed
        ),
    )


def judge_all(scripts: Sequence[Script], units: Iterable[Unit]) -> Score:
    """Compare each of some units with its script."""
    return sum(map(judge, scripts, units), Score())


def _paired(
    labels: list[Label], sites: list[Listed]
) -> tuple[list[tuple[Label, Listed]], list[Label], list[Listed]]:
    """Labels with their sites, the labels without one, and the sites without one."""
    pairs: list[tuple[Label, Listed]] = []
    left: list[Label] = []
    rest = list(sites)
    for label in labels:
        site = next((each for each in rest if each.is_like(label)), None)
        if site is None:
            left.append(label)
        else:
            rest.remove(site)
            pairs.append((label, site))
    return pairs, left, rest


def _other(label: Label, sites: list[Listed]) -> Listed | None:
    """A site of that name on that line that is said to be something else."""
    return next(
        (site for site in sites if site.line == label.line and site.name == label.name), None
    )


def _said(what: Label | Listed) -> str:
    name = f".{what.name}" if what.name and what.kind not in NAMELESS else ""
    return f"{what.cls}{name} ({what.kind})"

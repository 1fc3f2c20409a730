"""Findings by their places, as people read them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

import attrs

from sysvirt.port.findings import Confidence, Finding, Severity, Span
from sysvirt.port.report.wording import title


@attrs.frozen(kw_only=True)
class Place:
    """A place of a script, and what is said of it."""

    span: Span
    #: ``Domain.get_state``
    title: str
    confidence: Confidence
    findings: tuple[Finding, ...]


@attrs.frozen(kw_only=True)
class Block:
    """Places in a row that have one Perl line and one Python line: a chain of calls has several."""

    places: tuple[Place, ...]
    perl: str
    python: str

    @property
    def findings(self) -> list[Finding]:
        """Those of all its places, each text of a rule once, the worst first."""
        once = {(f.rule, f.message): f for place in self.places for f in place.findings}
        return sorted(once.values(), key=lambda finding: -finding.severity)

    @property
    def severity(self) -> Severity:
        """The worst of its findings."""
        return max(finding.severity for finding in self.findings)

    @property
    def line(self) -> int:
        """Where it begins."""
        return self.places[0].span.line


def blocks(findings: Iterable[Finding], text: str) -> list[Block]:
    """Findings on a text in groups: those of a place, and places with the same two lines.

    A place that has no Python line belongs to its neighbour with the same Perl.
    """
    found: list[Block] = []
    for place, perl, python in _places(findings, text):
        last = found[-1] if found else None
        if last and last.perl == perl and _is_near(last, place) and _fit(last.python, python):
            found[-1] = Block(
                places=_joined(last.places, place), perl=perl, python=last.python or python
            )
        else:
            found.append(Block(places=(place,), perl=perl, python=python))
    return found


def _fit(one: str, other: str) -> bool:
    return one == other or not one or not other


def _places(findings: Iterable[Finding], text: str) -> list[tuple[Place, str, str]]:
    """Each place, once for each Python line that is said of it."""
    found: list[tuple[Place, str, str]] = []
    ordered = sorted(findings, key=lambda finding: finding.span)
    for _, here in groupby(ordered, key=lambda f: (f.span.line, f.span.column)):
        group = list(here)
        main = next((each for each in group if each.python), group[0])
        perl = main.perl or next((each.perl for each in group if each.perl), "")
        bodies: dict[tuple[str, str], list[Finding]] = {}
        for each in group:
            # What has no Python line of its own belongs to the one that the place has.
            body = (each.perl or perl, each.python) if each.python else (perl, main.python)
            bodies.setdefault(body, []).append(each)
        for (own_perl, python), members in bodies.items():
            found.append((_place(group, members, text), own_perl, python))
    return found


def _place(group: Sequence[Finding], members: Sequence[Finding], text: str) -> Place:
    # The finding that knows the class gives the place its name.
    named = next((each for each in group if each.cls), group[0])
    worst_first = sorted(members, key=lambda finding: (-finding.severity, finding.rule))
    return Place(
        span=named.span,
        title=title(named, text),
        confidence=max(each.confidence for each in group),
        findings=tuple(worst_first),
    )


def _is_near(block: Block, place: Place) -> bool:
    """Whether a place can belong to the statement of a block."""
    last = block.places[-1].span
    return place.span.line - last.end_line <= 1


def _joined(places: tuple[Place, ...], place: Place) -> tuple[Place, ...]:
    if places[-1].span != place.span:
        return (*places, place)
    both = attrs.evolve(place, findings=(*places[-1].findings, *place.findings))
    return (*places[:-1], both)

"""Where sysvirt gives something else than Sys::Virt, from the page on the differences."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from sysvirt.port.api import API, Difference, read_api
from sysvirt.port.findings import Confidence, Finding, Severity
from sysvirt.port.rules.difference_rows import ROWS, Row
from sysvirt.port.rules.family import Family
from sysvirt.port.rules.rule import Rule
from sysvirt.port.rules.script import Script

DIFFERENCE = Rule(
    id="difference",
    severity=Severity.WARNING,
    title="sysvirt gives something else than Sys::Virt here.",
    text=(
        "Where Sys::Virt has a fault, sysvirt does what libvirt and the manual say. The finding"
        " tells what Perl gives, and what Python gives; the page 'Where sysvirt differs' has all of"
        " it, with the grounds.\n\n"
        "A script that works around such a fault has to lose that part."
    ),
    perl="""\
eval { $conn->get_domain_by_name("nobody") };
print $@->level, "\\n";
""",
    python="""\
try:
    conn.get_domain_by_name("nobody")
except Sys.Virt.Error as err:
    print(err.code())
""",
    place="index.md#where-to-go-next",
)


def find(script: Script) -> Iterator[Finding]:
    """The sites that a row of the page is about."""
    for site in script.unit.sites:
        if not site.exists or site.confidence < Confidence.LIKELY:
            continue
        for difference, row in rows_about().get((site.cls, site.name), ()):
            if row.applies(script, site):
                yield script.about(DIFFERENCE, site, said(difference), severity=row.severity)


def said(difference: Difference) -> str:
    """A row in one sentence."""
    perl, python = (text.replace("`", "") for text in (difference.perl, difference.python))
    return f"Perl: {perl}; Python: {python}"


@cache
def rows_about() -> dict[tuple[str, str], list[tuple[Difference, Row]]]:
    """By class and name: the rows that are about it."""
    found: dict[tuple[str, str], list[tuple[Difference, Row]]] = {}
    api = read_api()
    for difference in api.differences:
        row = ROWS.get(difference.what)
        if row is not None:
            for place in places(api, difference, row):
                found.setdefault(place, []).append((difference, row))
    return found


def places(api: API, difference: Difference, row: Row) -> Iterator[tuple[str, str]]:
    """The methods and constants that a row names, with their classes."""
    for written in difference.names:
        name = written.partition("(")[0].removeprefix("Sys.Virt.")
        own, _, last = name.rpartition(".")
        for cls in api.classes.values():
            if own and cls.name != own:
                continue
            if row.classes and cls.name not in row.classes:
                continue
            for each in (*cls.methods, *cls.constants):
                if _fits(each, last):
                    yield cls.name, each


def _fits(name: str, written: str) -> bool:
    """Whether a name is the one that a row writes, where ``*`` and ``…`` stand for any part."""
    head, star, tail = written.replace("…", "*").partition("*")
    if not star:
        return name == written
    middle = tail.rstrip("*")
    return name.startswith(head) and middle in name[len(head) :]


FAMILY = Family("difference", (DIFFERENCE,), find)

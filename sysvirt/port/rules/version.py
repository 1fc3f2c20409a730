"""Methods and constants that an older libvirt lacks."""

from __future__ import annotations

from collections.abc import Iterator

from sysvirt.port.findings import Finding, Kind, Severity
from sysvirt.port.rules.family import Family
from sysvirt.port.rules.rule import Rule
from sysvirt.port.rules.script import Script
from sysvirt.port.sites import Site

VERSION = Rule(
    id="version",
    severity=Severity.WARNING,
    title="The libvirt that was named with --libvirt lacks it.",
    text=(
        "A method that libvirt is too old for raises Sys.Virt.Error with the code ERR_NO_SUPPORT,"
        " and its message names the release that brought it. A constant is always there; the"
        " libvirt that it is given to may refuse it.\n\n"
        "'--libvirt 9.0' says which release is meant."
    ),
    perl="""\
my $lib = $conn->get_library_version;
print $lib >= 1000000 ? "new\\n" : "old\\n";
""",
    python="""\
lib = conn.get_library_version()
print("new" if lib >= 1000000 else "old")
""",
    place="opening.md#versions",
)


def read_release(text: str) -> tuple[int, ...]:
    """The numbers of a release, always three.

    >>> read_release("9.0"), read_release("1.2.16")
    ((9, 0, 0), (1, 2, 16))
    """
    parts = [int(part) for part in text.strip().lstrip("v").split(".")]
    return tuple([*parts, 0, 0, 0][:3])


def find(script: Script) -> Iterator[Finding]:
    """What is newer than the release."""
    if script.libvirt is None:
        return
    for site in script.unit.sites:
        since = _since(script, site)
        if since is not None and read_release(since) > script.libvirt:
            had = ".".join(map(str, script.libvirt))
            said = f"{site.name} needs libvirt {since}; {had} lacks it"
            yield script.about(VERSION, site, said)


def _since(script: Script, site: Site) -> str | None:
    constant, method = script.constant(site), script.method(site)
    if constant is not None:
        return constant.since
    return method.since if method is not None and site.kind is not Kind.NEW else None


FAMILY = Family("version", (VERSION,), find)

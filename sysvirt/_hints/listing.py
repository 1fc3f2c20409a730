"""The table of names in the terminal: the rows for a name, a part of one, or a line of Perl.

The site's look-up tables give the same answers: ``docs/_static/names.js`` has these rules too.
"""

from __future__ import annotations

import difflib
import re

from sysvirt import constants
from sysvirt._hints.search import Member, fold, members

HEAD = ("Perl", "Python", "class", "C", "libvirt")

#: What a line has beside the name: texts, arguments, keys of hashes, indices.
_ASIDE = re.compile(r"""".*?"|'.*?'|\([^()]*\)|\{[^{}]*\}|\[[^][]*\]""")
#: A name, and what stands in front of it; the name may stand in front of the next one as well.
_CALLED = re.compile(r"(?=\b(\w+)\s*(?:->|::|\.)\s*([A-Za-z_]\w*))")
#: The value of a constant, as scripts write flags.
_NUMBER = re.compile(r"-?(?:0[xX][0-9a-fA-F]+|[0-9]+)")
#: How a group of constants is written.
_BEGINNING = re.compile(r"[A-Z][A-Z0-9_]*_")
#: A package without a name behind it, or with its beginning: scripts look up the rest.
_PACKAGE = re.compile(r"Sys::Virt::(?:([A-Za-z]+)::)?([A-Z][A-Z0-9_]*_)?(?:\$|(?![A-Za-z0-9_:]))")


def find_rows(text: str) -> list[Member]:
    """The rows that are meant: those of the name itself, otherwise those that have it in a name.

    For a number they are the constants that have it, for ``STATE_`` those that begin so, and for
    a package alone, as in ``keys %Sys::Virt::Domain::``, all that it has.

    >>> [row.cls for row in find_rows("$pool->get_info()")]
    ['Domain', 'StoragePool', 'StorageVol']
    >>> [row.name for row in find_rows("Sys::Virt::Domain::STATE_RUNNING")]
    ['STATE_RUNNING']
    >>> [row.name for row in find_rows("0x200")][:2]
    ['MIGRATE_UNSAFE', 'STATS_DIRTYRATE']
    """
    if valued := _of_value(text.strip()):
        return valued
    if (package := _PACKAGE.search(text)) and (begun := _of_package(*package.groups(""))):
        return begun
    cls, name = read_name(text)
    wanted = fold(name)
    if not wanted:
        return []
    rows = [row for row in members() if cls in ("", row.cls)]
    if _BEGINNING.fullmatch(name) and (begun := [r for r in rows if r.name.startswith(name)]):
        return begun
    own = [row for row in rows if fold(row.name) == wanted]
    same = own or [row for row in rows if wanted in map(fold, _all_names(row))]
    return same or [row for row in rows if any(wanted in fold(each) for each in _all_names(row))]


def _of_value(text: str) -> list[Member]:
    if not _NUMBER.fullmatch(text):
        return []
    value = int(text, 16 if "x" in text.lower() else 10)
    return [row for row in members() if row.name.isupper() and _value(row) == value]


def _of_package(cls: str, beginning: str) -> list[Member]:
    wanted = cls or "Virt"
    return [row for row in members() if row.cls == wanted and row.name.startswith(beginning)]


def _value(row: Member) -> int | str:
    found: int | str = getattr(getattr(constants, f"{row.cls}Constants"), row.name)
    return found


def _all_names(row: Member) -> tuple[str, ...]:
    return (row.name, *row.c, *row.others)


def read_name(text: str) -> tuple[str, str]:
    """The class, if there is one, and the name that a text is about.

    It is the last one that is called, or that has a class in front.

    >>> read_name("my ($state, $reason) = $dom->get_state($flags);")
    ('', 'get_state')
    >>> read_name("Sys::Virt::StoragePool::BUILD_NEW")
    ('StoragePool', 'BUILD_NEW')
    >>> read_name("get-info")
    ('', 'get-info')
    """
    plain = _ASIDE.sub(" ", text)
    if called := _CALLED.findall(plain):
        before, name = called[-1]
        return before if before in {row.cls for row in members()} else "", name
    return "", (re.findall(r"[\w-]*\w", plain) or [""])[-1]


def nearest(text: str) -> list[str]:
    """The names that look most alike, for one that isn't there.

    >>> nearest("$dom->get_infos")[0]
    'get_info'
    """
    folded = {fold(row.name): row.name for row in members()}
    return [folded[each] for each in difflib.get_close_matches(fold(read_name(text)[1]), folded)]


def table(rows: list[Member]) -> str:
    """The rows, in columns with a head.

    >>> print(table(find_rows("get_max_vcpus")[:1]))
    Perl                      Python                  class  C                      libvirt
    Sys::Virt::get_max_vcpus  Sys.Virt.get_max_vcpus  Virt   virConnectGetMaxVcpus  0.2.1
    """
    cells = [HEAD, *map(_cells, rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return "\n".join("  ".join(map(str.ljust, line, widths)).rstrip() for line in cells)


def _cells(row: Member) -> tuple[str, ...]:
    package = "Sys::Virt" if row.cls == "Virt" else f"Sys::Virt::{row.cls}"
    python = f"{package.replace('::', '.')}.{row.name}"
    return (f"{package}::{row.name}", python, row.cls, ", ".join(row.c) or "-", row.since or "-")

"""Which errors each method raises: ``errors.csv``, made from what tests have seen.

    SYSVIRT_RECORD_ERRORS=seen.jsonl python -m pytest -m "not browser"
    SYSVIRT_RECORD_ERRORS=seen.jsonl python -m tests.parity
    python -m reference.errors seen.jsonl

``tests/recorder.py`` writes the recording. What libvirt's manual says of its functions is added.
README.md says what the columns mean, and what is left out.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import subprocess
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import attrs

from constants.table import read_constants, version
from reference.data import HERE, Method, read_methods
from sysvirt.error_kinds import KINDS

TABLE = HERE / "errors.csv"
#: Methods that raise nothing of their own, and why.
WITHOUT = HERE / "no_errors.csv"

#: What any call may end with, whatever it is: said once, on the page about errors.
COMMON = (
    "ERR_RPC",
    "ERR_ACCESS_DENIED",
    "ERR_INVALID_CONN",
    "ERR_NO_MEMORY",
)
#: What libvirt says of the flags that a driver doesn't know: it is common, too.
FLAGS = re.compile(r"unsupported flags \(0x|Unsupported flags \(0x|flags .*mutually exclusive")
#: What sysvirt says where the installed libvirt lacks a function; ``since`` of the method knows.
TOO_OLD = re.compile(r"needs libvirt [\d.]+, here is")
#: The methods whose answer is a lost connection, if anything is wrong.
OPENING = ("Sys::Virt::new",)

#: The oldest release that is supported.
OLDEST = (9, 0, 0)

#: Codes that say all that is to be said.
PLAIN = re.compile(
    r"ERR_(NO_(?!SUPPORT)\w+|OPERATIONED_DENIED|AGENT_UNRESPONSIVE|NO_SUPPORT|DOM_EXIST)"
)
#: What differs from one call to the next: names, numbers, paths.
_SPECIFIC = (
    (re.compile(r"(?<!\w)'[^']*'|\"[^\"]*\""), "'…'"),
    (re.compile(r"(?<![\w.])/[\w./-]+"), "…"),
    (re.compile(r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b"), "…"),
    (re.compile(r"\b0x[0-9a-f]+\b"), "…"),
    (re.compile(r"(?<![\w-])-?\d+(?![\w-])"), "…"),
)


#: What scripts look for stands first; what says least, last.
_ORDER = ("NotFoundError", "AlreadyExistsError", "InvalidStateError", "OperationTimeoutError", None)
_LAST = "ERR_INTERNAL_ERROR"


@attrs.frozen
class Seen:
    """An error that a method was seen to raise."""

    cls: str
    method: str
    #: The name of its code in ``Sys.Virt.Error``.
    code: str
    #: Where: on the ``test`` driver, on a real ``host``, in ``any`` place as it is before there is
    #: one of these, or only in libvirt's ``manual``.
    places: tuple[str, ...]
    #: libvirt's own words where the code alone says little, without what is special to a call.
    says: str


@cache
def read_errors(path: Path = TABLE) -> dict[tuple[str, str], tuple[Seen, ...]]:
    """The errors of each method, by class and method."""
    found: dict[tuple[str, str], list[Seen]] = {}
    known = codes()
    for row in _rows(path):
        if row["code"] not in known:
            raise ValueError(f"{path.name}: there is no {row['code']}")
        places = tuple(row["seen"].split())
        seen = Seen(row["class"], row["method"], row["code"], places, row["says"])
        found.setdefault((seen.cls, seen.method), []).append(seen)
    return {key: tuple(each) for key, each in found.items()}


@cache
def read_without(path: Path = WITHOUT) -> dict[tuple[str, str], str]:
    """Why some methods raise nothing of their own, by class and method."""
    return {(row["class"], row["method"]): row["reason"] for row in _rows(path)}


@cache
def codes() -> dict[str, int]:
    """The numbers of ``ERR_*`` by their names."""
    return {
        each.name: int(each.value)
        for each in read_constants()
        if each.package == "Sys::Virt::Error" and each.name.startswith("ERR_")
    }


def expected(name: str) -> set[int]:
    """The codes that a method of Perl's may end with: its own, and the common ones.

    >>> from sysvirt import Error
    >>> Error.ERR_NO_DOMAIN in expected("Sys::Virt::get_domain_by_name")
    True
    """
    package, _, method = name.rpartition("::")
    own = [each.code for each in read_errors().get((class_of(package), method), ())]
    if is_newer(read_methods()[package, method]):
        own.append("ERR_NO_SUPPORT")
    return {codes()[code] for code in (*COMMON, *own)}


def is_newer(method: Method) -> bool:
    """Whether the oldest libvirt that is supported lacks it."""
    return method.since is not None and version(method.since) > OLDEST


def class_of(package: str) -> str:
    """Our class for a package."""
    return "Virt" if package == "Sys::Virt" else package.rpartition("::")[2]


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


# Making the table ---------------------------------------------------------------------------------


@attrs.frozen
class Note:
    """A line of a recording."""

    method: str
    uri: str
    code: int
    kind: str
    message: str
    test: str

    @classmethod
    def read(cls, line: str) -> Note:
        """The line's content."""
        method, uri, code, _domain, kind, _origin, message, test = json.loads(line)
        return cls(method, uri, code, kind, message, test)

    @property
    def is_own(self) -> bool:
        """Whether it says something of its method, and not of calls in general."""
        if self.kind == "ConnectionLostError" and self.method not in OPENING:
            return False
        return not FLAGS.search(self.message) and not TOO_OLD.search(self.message)

    @property
    def place(self) -> str:
        """Where it was seen."""
        if self.method in OPENING or "::Event" in self.method:
            return "any"
        if self.uri:
            return "test" if self.uri.startswith("test") else "host"
        return "host" if self.test.startswith("tests/hypervisor") else "test"


def make_rows(notes: Iterable[Note]) -> list[Seen]:
    """The table of some notes and of the manual, in the order of Perl's manual."""
    names = {number: name for name, number in codes().items()}
    places: dict[tuple[str, str], set[str]] = {}
    words: dict[tuple[str, str], Counter[str]] = {}
    for note in filter(lambda note: note.is_own, notes):
        code = names[note.code]
        if code in (*COMMON, "ERR_OK"):
            continue
        places.setdefault((note.method, code), set()).add(note.place)
        if not PLAIN.fullmatch(code):
            words.setdefault((note.method, code), Counter())[shorten(note.message)] += 1
    for method, code in manual():
        places.setdefault((method, code), {"manual"})
    order = {f"{package}::{name}": at for at, (package, name) in enumerate(read_methods())}
    return [
        _seen(method, code, places[method, code], words.get((method, code), Counter()))
        for method, code in sorted(places, key=lambda key: (order[key[0]], _rank(key[1])))
    ]


def _seen(method: str, code: str, places: set[str], words: Counter[str]) -> Seen:
    package, _, name = method.rpartition("::")
    # The most frequent, and of those the shortest.
    said = min(words, key=lambda each: (-words[each], len(each), each), default="")
    return Seen(class_of(package), name, code, tuple(sorted(places, reverse=True)), said)


def _rank(code: str) -> tuple[bool, int, int]:
    number = codes()[code]
    kind = next((name for name, numbers in KINDS.items() if number in numbers), None)
    place = _ORDER.index(kind) if kind in _ORDER else len(_ORDER)
    return code == _LAST, place, number


def shorten(message: str) -> str:
    """What a message says beyond its code, without what is special to the call.

    >>> shorten("Requested operation is not valid: domain is not running")
    'domain is not running'
    >>> shorten("invalid argument: disk 'vdz' was not found in the domain config")
    "disk '…' was not found in the domain config"
    """
    # A code has words of its own, and then those of the call.
    said = message.strip().splitlines()[0] if message.strip() else ""
    _, found, rest = said.partition(": ")
    said = rest if found else said
    for pattern, replacement in _SPECIFIC:
        said = pattern.sub(replacement, said)
    return said if len(said) <= 90 else f"{said[:88].rstrip()} …"


def manual() -> Iterator[tuple[str, str]]:
    """The methods and codes that libvirt's API description has, where one is installed."""
    asked = ["pkg-config", "--variable=libvirt_api", "libvirt"]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    if done.returncode:
        return
    named = {
        function.attrib["name"]: set(re.findall(r"VIR_(ERR_\w+)", _text(function)))
        for function in ET.parse(done.stdout.strip()).iter("function")
    }
    for (package, name), method in read_methods().items():
        # Perl looks each object up by its own; sysvirt doesn't.
        if name.startswith("list_"):
            continue
        for code in sorted(set().union(*(named.get(each, set()) for each in method.c))):
            if code in codes() and code != "ERR_OK":
                yield f"{package}::{name}", code


def _text(function: ET.Element) -> str:
    infos = [each.attrib.get("info", "") for each in function.iter()]
    return " ".join([*function.itertext(), *infos])


def write(rows: Iterable[Seen], path: Path = TABLE) -> None:
    """Write the table."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("class", "method", "code", "seen", "says"))
        for each in rows:
            writer.writerow((each.cls, each.method, each.code, " ".join(each.places), each.says))


def main(arguments: list[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m reference.errors", description=__doc__)
    parser.add_argument("recordings", nargs="+", type=Path, help="what the tests have seen")
    options = parser.parse_args(arguments)
    lines = (line for path in options.recordings for line in path.read_text("utf-8").splitlines())
    rows = make_rows(map(Note.read, lines))
    write(rows)
    print(f"{len(rows)} errors of {len({(each.cls, each.method) for each in rows})} methods")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

"""The corpus: Perl scripts of our own, and what stands where in them.

Beside each script lies a file of labels, ``list.pl.sites``, with a line for each use of Sys::Virt:

    LINE CLASS.NAME KIND [MARK]

The line is that of the name, the class the one that has it in the API, the kind one of ``Kind``'s
values. ``import`` and ``class`` have no name. Marks:

``?``
    No reader can know it, or it is a matter of taste: it may be listed, and needn't be.
``!NEAREST``
    A mistake: Sys::Virt doesn't have it, or not so. What was meant follows where something is near.
    Kind ``key`` is a key of ``new``: a mistake that is no site.

A comment at the top of a script says whether it runs under Perl on the test driver, with which
arguments (a line for each run), and with which exit code:

    # runs: yes
    # args: test:///default
    # exit: 1
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import attrs

#: The scripts; a folder in it is one project.
SCRIPTS = Path(__file__).parent / "scripts"
#: How many lines from the top the comment may stand.
TOP = 12
#: The kind of a mistake that is no site.
KEY = "key"

_HEADER = re.compile(r"#\s*(runs|args|exit): ?(.*?)\s*\Z")


@attrs.frozen(order=True)
class Label:
    """What stands on a line."""

    line: int
    cls: str
    name: str
    kind: str
    #: Whether it may be left out.
    is_optional: bool = False
    #: Whether Sys::Virt doesn't have it.
    is_mistake: bool = False
    #: What was meant; empty where nothing is near.
    nearest: str = ""

    @property
    def is_site(self) -> bool:
        """Whether the inference is to list it."""
        return self.kind != KEY


@attrs.frozen
class Script:
    """A script or module of the corpus."""

    path: Path
    labels: tuple[Label, ...]
    runs: bool
    #: For each run.
    arguments: tuple[tuple[str, ...], ...]
    exit_code: int

    @property
    def name(self) -> str:
        """Its path below the corpus."""
        return self.path.relative_to(SCRIPTS).as_posix()


def parse_label(text: str) -> Label:
    """Read a line of labels.

    >>> parse_label("12 Domain.get_name method")
    Label(line=12, cls='Domain', name='get_name', kind='method', is_optional=False, \
is_mistake=False, nearest='')
    """
    line, what, kind, *rest = text.split()
    mark = rest[0] if rest else ""
    if len(rest) > 1 or (mark and mark != "?" and not mark.startswith("!")):
        raise ValueError(f"no label: {text}")
    cls, _, name = what.partition(".")
    return Label(
        line=int(line),
        cls=cls,
        name=name,
        kind=kind,
        is_optional=mark == "?",
        is_mistake=mark.startswith("!"),
        nearest=mark[1:] if mark.startswith("!") else "",
    )


def read_script(path: Path) -> Script:
    """Read a script with its labels."""
    top = path.read_bytes().decode("latin-1").splitlines()[:TOP]
    header = [(found[1], found[2]) for line in top if (found := _HEADER.match(line))]
    words = {key: value for key, value in header if key != "args"}
    if not re.fullmatch(r"yes|no - .+", words.get("runs", "")):
        raise ValueError(f"{path}: no line '# runs: yes' or '# runs: no - why' at the top")
    labels = Path(f"{path}.sites").read_text("utf-8").splitlines()
    return Script(
        path,
        tuple(parse_label(line) for line in labels if line),
        runs=words["runs"] == "yes",
        arguments=tuple(tuple(shlex.split(each)) for key, each in header if key == "args") or ((),),
        exit_code=int(words.get("exit", "0")),
    )


def projects(folder: Path = SCRIPTS) -> Iterator[tuple[Script, ...]]:
    """The projects of the corpus: each folder, and each file that lies in none."""
    for path in sorted(folder.iterdir()):
        if path.is_dir():
            yield tuple(read_script(each) for each in sorted(path.rglob("*")) if _is_perl(each))
        elif _is_perl(path):
            yield (read_script(path),)


def _is_perl(path: Path) -> bool:
    return path.is_file() and path.suffix != ".sites"

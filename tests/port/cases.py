"""What can be drafted and run: scripts of our own, the corpus of labels, the guide's Perl.

A comment at the top of a script in ``runnable`` says with which arguments it runs (a line for each
run), with which status one of the runs ends, and whether it starts other programs:

    # args: --list
    # exit: 1
    # commands: yes
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath

import attrs

from sysvirt.port.source import Source
from tests.docs.pages import Page, every
from tests.port.labels import SCRIPTS, TOP, Script, projects

RUNNABLE = Path(__file__).parent / "runnable"
#: Scripts that use what those of the original's distribution use.
ORIGINAL_LIKE = "original_like"
#: What stands before each piece of Perl on a page of the guide.
WORLD = """\
use utf8;
use Sys::Virt;
use Sys::Virt::Event;
binmode STDOUT, ':utf8';
my $conn = Sys::Virt->new(uri => 'test:///default');
my $dom = $conn->get_domain_by_name('test');
"""
#: Scripts of the corpus of labels that work out a load: it hangs on the clock what they print.
BY_THE_CLOCK = frozenset({"monitor_json.pl", "vmtop.pl"})
#: Scripts of fewer lines are small, and of more than that large.
SMALL, LARGE = 50, 150

_HEADER = re.compile(r"#\s*(args|exit|commands): ?(.*?)\s*\Z")


@attrs.frozen
class Case:
    """A script with the files of its project, and how it is run."""

    #: How it is listed.
    name: str
    #: The files of its project, the script first; their paths are below the project's folder.
    sources: tuple[Source, ...] = attrs.field(repr=False, eq=False)
    #: For each run.
    arguments: tuple[tuple[str, ...], ...] = ((),)
    #: What one of the runs ends with; None if nobody said.
    status: int | None = None
    #: Whether it starts other programs.
    commands: bool = False

    @property
    def script(self) -> str:
        """The path of the script below the project's folder."""
        return self.sources[0].path

    @property
    def lines(self) -> int:
        """How many lines the script has."""
        return self.sources[0].text.count("\n")

    @property
    def size(self) -> str:
        """How large the script is."""
        return "small" if self.lines < SMALL else "medium" if self.lines <= LARGE else "large"


def runnable(folder: Path = RUNNABLE) -> Iterator[Case]:
    """The scripts of our own that run."""
    for path in sorted(folder.rglob("*")):
        if path.suffix not in (".pl", ".t"):
            continue
        data = path.read_bytes()
        header = _header(data)
        (status,) = [int(value) for key, value in header if key == "exit"] or [0]
        yield Case(
            name=path.relative_to(folder).as_posix(),
            sources=(Source(path.name, data),),
            arguments=tuple(tuple(shlex.split(value)) for key, value in header if key == "args")
            or ((),),
            status=status,
            commands=("commands", "yes") in header,
        )


def _header(data: bytes) -> list[tuple[str, str]]:
    lines = data.decode("utf-8", "replace").splitlines()[:TOP]
    return [(found[1], found[2]) for line in lines if (found := _HEADER.match(line))]


def labelled() -> Iterator[Case]:
    """The scripts of the corpus of labels that run."""
    for scripts in projects():
        for script in scripts:
            if script.runs and script.name not in BY_THE_CLOCK:
                yield _labelled(script, scripts)


def _labelled(script: Script, scripts: Sequence[Script]) -> Case:
    folder = SCRIPTS if len(scripts) == 1 else SCRIPTS / PurePath(script.name).parts[0]
    files = [script, *(each for each in scripts if each is not script)]
    return Case(
        name=f"scripts/{script.name}",
        sources=tuple(
            Source(each.path.relative_to(folder).as_posix(), each.path.read_bytes())
            for each in files
        ),
        arguments=script.arguments,
        status=script.exit_code,
    )


def guide() -> Iterator[Case]:
    """The Perl of the guide: each piece a script, after the pieces of its page that it needs."""
    for page in every():
        if page.name.startswith("docs/porting/"):
            yield from _of_page(page)


def _of_page(page: Page) -> Iterator[Case]:
    above: list[str] = []
    for number, snippet in enumerate(page.perl(), 1):
        if not snippet.here or "typed" in snippet.marks:
            continue
        if "program" in snippet.marks:
            arguments = tuple(shlex.split(snippet.marks["program"]))
            yield _case(page, number, snippet.text, arguments)
            continue
        needed = _needed(snippet.text, above)
        yield _case(page, number, "".join([WORLD, *needed, snippet.text]), ())
        above.append(snippet.text)


def _case(page: Page, number: int, text: str, arguments: tuple[str, ...]) -> Case:
    """A piece of Perl; its number stays, whatever is written around it."""
    source = Source(f"{page.path.stem}-{number}.pl", text.encode())
    return Case(f"{page.name}#{number}", (source,), (arguments,))


def _needed(text: str, above: Sequence[str]) -> list[str]:
    """The pieces from the first one on that gives a piece a variable that it doesn't make."""
    made = _made(text) | {"conn", "dom", "_", "a", "b", "0", "ENV", "ARGV", "SIG"}
    wanted = set(re.findall(r"[$@%](?:\{?)(\w+)", text)) - made
    for number, each in enumerate(above):
        if _made(each) & wanted:
            return list(above[number:])
    return []


def _made(text: str) -> set[str]:
    lists = re.findall(r"\b(?:my|our|state|local)\s*(\([^)]*\)|[$@%]\w+)", text)
    return {name for each in lists for name in re.findall(r"[$@%](\w+)", each)}

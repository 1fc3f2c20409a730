"""Makes from the reference what else holds its facts: ``python -m reference.generate [--check]``.

That is ``sysvirt/_libvirt/event_arguments.py``, the tables of events in ``docs/events.md``, what
others call each method in ``sysvirt/_hints/table.py``, the awaited twins of the synchronous classes
in ``sysvirt/aio/_generated/``, what type checkers are told of dicts in ``sysvirt/shapes/*.pyi``,
and what ``sysvirt.port`` knows of the API, ``sysvirt/port/data/api.json``.
"""

from __future__ import annotations

import argparse
import difflib
import re
import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from reference.bindings import names_table
from reference.data import HERE, Argument, Event, read_events, read_methods
from reference.port_data import render_port_data
from reference.shape_stubs import render_stubs
from reference.twin_writer import COMMAND, FOLDER, render_twins

ROOT = HERE.parent
ARGUMENTS = Path("sysvirt/_libvirt/event_arguments.py")
PAGE = Path("docs/events.md")
TABLE = Path("sysvirt/_hints/table.py")

#: What becomes of the C arguments of a callback, by their types.
KINDS = {
    ("int",): "INT",
    ("unsigned int",): "UINT",
    ("long long",): "LLONG",
    ("unsigned long long",): "ULLONG",
    ("const char *",): "TEXT",
    ("const virDomainEventGraphicsAddress *",): "ADDRESS",
    ("const virDomainEventGraphicsSubject *",): "IDENTITIES",
    ("virTypedParameterPtr", "int"): "PARAMETERS",
}

HEAD = f'''\
# Made by `{COMMAND}` from reference/methods.json: change that, not this.
"""What libvirt passes to the callback of each event, by the kinds of the arguments."""

#: By the class of the object and the event's number, what comes after the connection and the
#: object. ``sysvirt._libvirt.events`` knows what each kind is in C.
EVENTS: dict[str, dict[int, tuple[str, ...]]] = {{'''

#: Between these two lines of a page stands a table.
_PLACE = re.compile(
    rf"(?P<first><!-- Made by `{re.escape(COMMAND)}`: (?P<table>[a-z ]+) -->\n)"
    r".*?(?P<last><!-- end -->\n)",
    re.DOTALL,
)
#: A constant, or what several begin with, in what is said of an argument.
_CONSTANT = re.compile(r"`(?=[A-Z][A-Z0-9_*]*`)")


def render() -> dict[Path, str]:
    """The text of each file, by its path in the checkout."""
    events = list(read_events())
    page = (ROOT / PAGE).read_text("utf-8")
    files = {
        ARGUMENTS: arguments_module(events),
        PAGE: filled(page, tables(events)),
        TABLE: names_table(read_methods().values()),
    }
    made = {**render_stubs(), **render_twins(), **render_port_data()}
    return {**_left_over(), **files, **made}


def _left_over() -> dict[Path, str]:
    """The twins that are there; those that nothing makes any more are to be empty, and go."""
    return {path.relative_to(ROOT): "" for path in (ROOT / FOLDER).rglob("*.py")}


def arguments_module(events: Iterable[Event]) -> str:
    """The Python module with the kinds of arguments of each event."""

    def lines() -> Iterator[str]:
        yield HEAD
        for cls, own in groupby(events, lambda event: event.cls):
            yield f'    "{cls}": {{'
            for event in own:
                kinds = [f'"{KINDS[each.c]}"' for each in event.arguments]
                tail = "," if len(kinds) == 1 else ""
                yield f"        {event.number}: ({', '.join(kinds)}{tail}),  # {event.name}"
            yield "    },"
        yield "}"

    return "\n".join(lines()) + "\n"


def tables(events: list[Event]) -> dict[str, str]:
    """The tables of the page, by what they are called there."""
    domain = [event for event in events if event.cls == "Domain"]
    others = [event for event in events if event.cls != "Domain"]
    return {
        "events of domains": "\n".join(_domain_table(domain)),
        "events of other objects": "\n".join(_other_table(others)),
    }


def _domain_table(events: list[Event]) -> Iterator[str]:
    yield "| `EVENT_ID_` | further arguments |"
    yield "|---|---|"
    # Events with the same arguments share a row.
    rows: dict[str, list[str]] = {}
    for event in events:
        rows.setdefault(_described(event.arguments), []).append(f"`{event.name}`")
    for arguments, names in rows.items():
        yield f"| {', '.join(names)} | {arguments} |"


def _other_table(events: list[Event]) -> Iterator[str]:
    yield "| method | event | further arguments |"
    yield "|---|---|---|"
    for method, own in groupby(events, lambda event: event.method.name):
        name = f"`{method}`"
        for event in own:
            arguments = _CONSTANT.sub(f"`{event.cls}.", _described(event.arguments))
            yield f"| {name} | `{event.cls}.EVENT_ID_{event.name}` | {arguments} |".replace(
                "  ", " "
            )
            name = ""


def _described(arguments: Iterable[Argument]) -> str:
    return ", ".join(f"{each.doc}{'?' if each.null else ''}" for each in arguments) or "none"


def filled(page: str, tables: dict[str, str]) -> str:
    """The page with each table in its place.

    >>> place = f"<!-- Made by `{COMMAND}`: fruit -->\\n<!-- end -->\\n"
    >>> print(filled(place, {"fruit": "| apples |"}))
    <!-- Made by `python -m reference.generate`: fruit -->
    <BLANKLINE>
    | apples |
    <BLANKLINE>
    <!-- end -->
    <BLANKLINE>
    """
    places = [found["table"] for found in _PLACE.finditer(page)]
    if places != list(tables):
        raise ValueError(f"{PAGE} has places for {places}, not for {list(tables)}")
    return _PLACE.sub(
        lambda found: f"{found['first']}\n{tables[found['table']]}\n\n{found['last']}", page
    )


def check(files: dict[Path, str]) -> str:
    """What differs from what the reference makes, as a diff; empty if nothing does."""
    return "".join(line for path, text in files.items() for line in _difference(path, text))


def _difference(path: Path, text: str) -> Iterator[str]:
    if not text and (ROOT / path).exists():
        # An empty file has no lines that could differ.
        yield f"{path} is there, and the reference doesn't make it\n"
    yield from difflib.unified_diff(
        _present(path).splitlines(keepends=True),
        text.splitlines(keepends=True),
        f"{path} as it is",
        f"{path} as the reference makes it",
    )


def write(files: dict[Path, str]) -> None:
    """Write what differs."""
    for path, text in files.items():
        if not text:
            (ROOT / path).unlink(missing_ok=True)
        elif _present(path) != text:
            (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
            (ROOT / path).write_text(text, "utf-8", newline="\n")


def _present(path: Path) -> str:
    return (ROOT / path).read_text("utf-8") if (ROOT / path).exists() else ""


def main(arguments: list[str] | None = None) -> int:
    """Run the tool; the exit status is 1 if ``--check`` finds a difference."""
    parser = argparse.ArgumentParser(prog=COMMAND, description=__doc__)
    parser.add_argument(
        "--check", action="store_true", help="change nothing, fail where a file differs"
    )
    options = parser.parse_args(arguments)
    files = render()
    if not options.check:
        write(files)
        return 0
    if not (difference := check(files)):
        return 0
    sys.stdout.write(difference)
    print(f"Not what the reference makes: run `{COMMAND}`.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())

"""What the command line asks for."""

from __future__ import annotations

import argparse
import difflib
import re
import sys
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import Any, NoReturn

import attrs

from sysvirt import __version__
from sysvirt.port.findings import Confidence, Severity

FORMATS = ("text", "json", "sarif", "gcc", "html")
COLOURS = ("auto", "always", "never")
#: What ends the program with 1; None is nothing.
LIMITS: dict[str, Severity | None] = {
    "error": Severity.ERROR,
    "warning": Severity.WARNING,
    "never": None,
}
#: The oldest libvirt that sysvirt works with.
OLDEST = (9, 0)

DESCRIPTION = """\
Reads Perl scripts on Sys::Virt and tells, place by place, what becomes of them in Python.

  [report] PATH...   what becomes of each place; the word may be left out
  draft SCRIPT       writes the Python; what it can't write is marked and raises
  check SCRIPT       runs the script and its Python, and compares
  explain [RULE]     what a rule is about, with an example; without RULE: a list of all

-h after one of these words tells its options. What follows are those of report.
"""
EPILOG = """\
It ends with 0 where all is well; 1 where there is a finding as bad as --fail-on says, where
outputs differ, or where draft --strict leaves a TODO; 2 where this command line can't be understood
or a file can't be read; 3 where a part of a script isn't understood (all else is reported); 4 where
check could not run.
"""


class UsageError(Exception):
    """What the command line says can't be done."""


@attrs.frozen(kw_only=True)
class ReportOptions:
    """Those of the verb ``report``."""

    paths: tuple[str, ...]
    format: str = "text"
    #: The file that gets the report; empty for standard output.
    output: str = ""
    colour: str = "auto"
    #: Rules; if there are some, no others are shown.
    only: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    #: How sure a place has to be Sys::Virt's; None if nobody said.
    least: Confidence | None = None
    #: The oldest libvirt that the script has to run with; None if nobody said.
    libvirt: str | None = None
    limit: Severity | None = Severity.ERROR


@attrs.frozen(kw_only=True)
class DraftOptions:
    """Those of the verb ``draft``."""

    #: A script, or the folder of a project.
    path: str
    is_project: bool = False
    #: The file or the folder that gets the Python; empty for standard output.
    output: str = ""
    #: Whether files that are there are overwritten.
    force: bool = False
    #: Whether it shows what would change, and writes nothing.
    diff: bool = False
    #: Whether a TODO ends the program with 1.
    strict: bool = False


@attrs.frozen(kw_only=True)
class ExplainOptions:
    """Those of the verb ``explain``."""

    #: Empty for a list of all.
    rule: str = ""
    colour: str = "auto"


def program() -> str:
    """How the user calls the program.

    >>> program() in ("sysvirt-port", "python -m sysvirt.port")
    True
    """
    name = Path(sys.argv[0]).stem
    return name if name == "sysvirt-port" else "python -m sysvirt.port"


class Parser(argparse.ArgumentParser):
    """One that leaves it to its caller how a mistake is told."""

    def __init__(self, verb: str, **options: Any) -> None:
        super().__init__(
            prog=f"{program()} {verb}",
            allow_abbrev=False,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            **options,
        )

    def error(self, message: str) -> NoReturn:
        raise UsageError(message)


def report_parser() -> Parser:
    """All that ``report`` understands."""
    parser = Parser("[report]", description=DESCRIPTION, epilog=EPILOG)
    parser.add_argument("--version", action="version", version=f"sysvirt {__version__}")
    parser.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help="scripts, modules and folders, all of one project; - is standard input",
    )
    parser.add_argument(
        "--format", choices=FORMATS, default="text", help="how the report is written (text)"
    )
    parser.add_argument("-o", "--output", default="", metavar="FILE", help="write the report there")
    add_colour(parser)
    chosen = parser.add_argument_group("what is shown")
    chosen.add_argument("--all", action="store_true", help="also what is probably not Sys::Virt's")
    chosen.add_argument(
        "--only", action="append", default=[], metavar="RULE", help="these rules alone"
    )
    chosen.add_argument(
        "--ignore", action="append", default=[], metavar="RULE", help="all but these rules"
    )
    chosen.add_argument(
        "--min-confidence",
        choices=[each.word for each in sorted(Confidence, reverse=True)],
        help="only what is at least as sure to be Sys::Virt's (likely)",
    )
    chosen.add_argument(
        "--libvirt",
        metavar="VERSION",
        help="warn of what a libvirt of that release does not have yet: 9.0, 10.2.0",
    )
    parser.add_argument(
        "--fail-on",
        choices=list(LIMITS),
        default="error",
        help="end with 1 where there is such a finding, or a worse one (error)",
    )
    return parser


def draft_parser() -> Parser:
    """All that ``draft`` understands."""
    parser = Parser(
        "draft",
        usage="%(prog)s SCRIPT [-o OUT.py] [options]\n"
        "       %(prog)s --project DIR [-o OUTDIR] [options]",
        description="Write the Python of a script, or of all scripts and modules of a folder.",
    )
    parser.add_argument(
        "script", nargs="?", default="", metavar="SCRIPT", help="the script; - is standard input"
    )
    parser.add_argument("--project", default="", metavar="DIR", help="a folder, all of it at once")
    parser.add_argument(
        "-o",
        "--output",
        default="",
        metavar="OUT",
        help="the file, of a project the folder, for the Python (standard output)",
    )
    parser.add_argument("--force", action="store_true", help="overwrite files that are there")
    parser.add_argument(
        "--diff", action="store_true", help="show what would change in them; nothing is written"
    )
    parser.add_argument("--strict", action="store_true", help="end with 1 where a TODO is left")
    return parser


def explain_parser() -> Parser:
    """All that ``explain`` understands."""
    parser = Parser("explain", description="What a rule is about, with an example.")
    parser.add_argument("rule", nargs="?", default="", metavar="RULE", help="all, if none is named")
    add_colour(parser)
    return parser


def add_colour(parser: argparse.ArgumentParser) -> None:
    """When there are colours."""
    parser.add_argument(
        "--color", choices=COLOURS, default="auto", help="on a terminal (auto), always or never"
    )


def read_report_options(words: Sequence[str], rules: Collection[str]) -> ReportOptions:
    """What was asked for, if it can be done; paths may stand between the options."""
    args = report_parser().parse_intermixed_args(words)
    only, ignore = read_rules(args.only, rules), read_rules(args.ignore, rules)
    if both := sorted(only & ignore):
        raise UsageError(f"--only and --ignore name the same rule: {both[0]}")
    return ReportOptions(
        paths=tuple(args.paths),
        format=args.format,
        output=args.output,
        colour=args.color,
        only=only,
        ignore=ignore,
        least=_least(args.min_confidence, args.all),
        libvirt=read_version(args.libvirt) if args.libvirt is not None else None,
        limit=LIMITS[args.fail_on],
    )


def read_draft_options(words: Sequence[str]) -> DraftOptions:
    """What was asked for: a script or a project."""
    args = draft_parser().parse_intermixed_args(words)
    if bool(args.script) is bool(args.project):
        told = "not both" if args.script else "one of them"
        raise UsageError(f"draft takes a SCRIPT or --project DIR, {told}")
    return DraftOptions(
        path=args.script or args.project,
        is_project=bool(args.project),
        output=args.output,
        force=args.force,
        diff=args.diff,
        strict=args.strict,
    )


def _least(asked: str | None, all_of_them: bool) -> Confidence | None:
    if asked is not None:
        return Confidence[asked.upper()]
    return Confidence.GUESS if all_of_them else None


def read_explain_options(words: Sequence[str], rules: Collection[str]) -> ExplainOptions:
    """What was asked for, if there is such a rule."""
    args = explain_parser().parse_intermixed_args(words)
    return ExplainOptions(rule=args.rule and known_rule(args.rule, rules), colour=args.color)


def read_rules(words: Iterable[str], rules: Collection[str]) -> frozenset[str]:
    """The rules that were named, one by one or between commas.

    >>> sorted(read_rules(["shape,eval", "call"], ["call", "eval", "shape"]))
    ['call', 'eval', 'shape']
    """
    names = [name.strip() for word in words for name in word.split(",")]
    return frozenset(known_rule(name, rules) for name in names if name)


def known_rule(name: str, rules: Collection[str]) -> str:
    """A rule by its id.

    >>> known_rule("shap", ["call", "shape"])
    Traceback (most recent call last):
    ...
    sysvirt.port.options.UsageError: no such rule: shap. Did you mean shape?
    """
    if name in rules:
        return name
    raise UsageError(f"no such rule: {name}. {nearest(name, sorted(rules))}")


def nearest(name: str, names: Sequence[str]) -> str:
    """What someone may have meant, or all that there is."""
    near = difflib.get_close_matches(name.lower(), names, n=1, cutoff=0.5)
    return f"Did you mean {near[0]}?" if near else f"There are: {', '.join(names)}"


def read_version(text: str) -> str:
    """A release of libvirt: two or three numbers, 9.0 or newer.

    >>> read_version("9.7.0")
    '9.7.0'
    """
    if not re.fullmatch(r"[0-9]+\.[0-9]+(\.[0-9]+)?", text, re.ASCII):
        raise UsageError(f"--libvirt takes a release such as 9.0 or 10.2.0, not {text!r}")
    if tuple(map(int, text.split("."))) < OLDEST:
        raise UsageError(f"sysvirt works with libvirt 9.0 and newer, not with {text}")
    return text

"""The verb ``check`` on the command line.

``check SCRIPT [DRAFT.py] [-- ARGS…]`` ends with 0 if both did the same, 1 if they differ, 2 for a
wrong usage or a file that isn't there, 4 if the check could not run, 130 after Ctrl-C.
"""

from __future__ import annotations

import argparse
import re
import signal
import sys
import threading
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sysvirt.port.api import Difference
from sysvirt.port.check import blocks, compare, folders, reach
from sysvirt.port.check.guard import REFUSED
from sysvirt.port.check.run import CheckError, Outcome, Room, Settings
from sysvirt.port.report.wording import counted

SAME, DIFFERENT, UNUSABLE, IMPOSSIBLE, INTERRUPTED = 0, 1, 2, 4, 130


class UsageError(Exception):
    """The command line, or a file that it names, is wrong."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what the verb takes."""
    parser.description = (
        "Run a Perl script and its Python draft in the same private circumstances, and compare "
        "what they print, whether they fail, and with which error."
    )
    parser.add_argument("script", metavar="SCRIPT", type=Path, help="the Perl script")
    parser.add_argument(
        "draft", metavar="DRAFT.py", type=Path, nargs="?", help="default: SCRIPT with .py"
    )
    parser.add_argument(
        "--uri",
        default="test:///default",
        help="where every connection goes: a URI of the test driver (default: %(default)s)",
    )
    parser.add_argument(
        "--unsafe-uri",
        metavar="URI",
        help="let every connection go to this real daemon, which both scripts may change",
    )
    parser.add_argument("--perl", metavar="PATH", default="perl", help="the Perl to run")
    parser.add_argument(
        "--timeout",
        metavar="SECONDS",
        type=_seconds,
        default=60.0,
        help="for each of the two (default: 60)",
    )
    parser.add_argument(
        "--allow-commands", action="store_true", help="let the scripts start other programs"
    )
    parser.add_argument(
        "--ignore-order", action="store_true", help="compare the lines, in whatever order"
    )
    parser.add_argument(
        "--ignore-times", action="store_true", help="take all dates, times and durations as equal"
    )
    parser.set_defaults(arguments=[])


def read_options(words: Sequence[str]) -> argparse.Namespace:
    """Read the verb's command line; what stands after ``--`` is for the scripts."""
    parser = argparse.ArgumentParser(
        prog="sysvirt-port check",
        usage="%(prog)s SCRIPT [DRAFT.py] [options] [-- ARGS...]",
        allow_abbrev=False,
    )
    add_options(parser)
    own, arguments = split_arguments(words)
    options = parser.parse_args(own)
    options.arguments = arguments
    return options


def split_arguments(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """What is for the verb, and what is for the scripts.

    >>> split_arguments(["vm.pl", "--", "-v", "--"])
    (['vm.pl'], ['-v', '--'])
    """
    words = list(words)
    if "--" not in words:
        return words, []
    place = words.index("--")
    return words[:place], words[place + 1 :]


def _seconds(text: str) -> float:
    seconds = float(text)
    if not 0 < seconds < 1e6:
        raise argparse.ArgumentTypeError("must be more than 0")
    return seconds


def run(options: argparse.Namespace | Sequence[str]) -> int:
    """Run the verb, with its options or with its words; the exit status."""
    try:
        if not isinstance(options, argparse.Namespace):
            options = read_options(options)
        with _ended_as_by_hand():
            return _check(options)
    except UsageError as error:
        _complain(str(error))
        return UNUSABLE
    except CheckError as error:
        _complain(str(error))
        return IMPOSSIBLE
    except KeyboardInterrupt:
        return INTERRUPTED


@contextmanager
def _ended_as_by_hand() -> Generator[None]:
    """Let what ends this program from outside clean up as Ctrl-C does."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = {number: signal.signal(number, signal.default_int_handler) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _complain(text: str) -> None:
    sys.stderr.write(f"sysvirt-port check: {text}\n")


def _settings(options: argparse.Namespace) -> Settings:
    if options.unsafe_uri is None and not reach.is_harmless(options.uri):
        raise UsageError(
            f"{options.uri}: --uri takes the test driver only, as test:///default or "
            "test:///path/of/a/file.xml; name a real daemon with --unsafe-uri"
        )
    return Settings(
        uri=options.unsafe_uri or options.uri,
        perl=options.perl,
        timeout=options.timeout,
        commands=options.allow_commands,
    )


def _files(options: argparse.Namespace) -> tuple[Path, Path]:
    script = options.script
    draft = options.draft or script.with_suffix(".py")
    if not script.is_file():
        raise UsageError(f"{script}: there is no such file")
    if not draft.is_file():
        told = "name the draft" if options.draft is None else "there is no such file"
        raise UsageError(f"{draft}: {told}")
    if script.resolve() == draft.resolve():
        raise UsageError(f"{script}: is named as the script and as the draft")
    if script.name == draft.name:
        raise UsageError(f"{script} and {draft}: files of the same name can't be told apart")
    # The name that was given, as the script itself sees it; its folder without links.
    return script.parent.resolve() / script.name, draft.parent.resolve() / draft.name


def _check(options: argparse.Namespace) -> int:
    settings, (script, draft) = _settings(options), _files(options)
    try:
        choice = folders.choose(script.parent)
        if choice.notice:
            _complain(choice.notice)
        with Room(settings) as room:
            room.require_perl()
            _tell_missing(room, unsafe=options.unsafe_uri is not None)
            for name in ("perl", "python"):
                folders.copy(choice, script, draft, room.root / name)
            left, right = room.root / "perl", room.root / "python"
            if not settings.commands:
                blocks.take_out(left, left / script.name)
            perl = room.run_perl(left / script.name, options.arguments, left)
            python = room.run_python(right / draft.name, options.arguments, right)
    except OSError as error:
        raise CheckError(f"a file can't be read or copied: {error}") from error
    if perl.timed_out and python.timed_out:
        raise CheckError(
            f"neither ended within {settings.timeout:g} s: nothing is compared (--timeout)"
        )
    _require_begun(perl, script)
    manner = compare.Manner(ignore_order=options.ignore_order, ignore_times=options.ignore_times)
    verdict = compare.compare(perl, python, manner, (script.name, draft.name))
    if verdict.same and all(REFUSED in each.errors for each in (perl, python)):
        raise CheckError(
            "both wanted to start a command, and what comes behind it isn't compared"
            " (--allow-commands)"
        )
    _tell(verdict, perl, python, script)
    return SAME if verdict.same else DIFFERENT


#: How Perl ends when it has run nothing of a script: a module is missing, or it isn't Perl.
_NOT_BEGUN = re.compile(
    r"(?:BEGIN failed--compilation aborted|Execution of .* aborted due to compilation errors)"
    r".*\s*\Z"
)
_NO_MODULE = re.compile(r"Can't locate (\S+)\.pm in @INC")


def _require_begun(perl: Outcome, script: Path) -> None:
    """Nothing is compared with a script of which Perl has run nothing."""
    if perl.output or not _NOT_BEGUN.search(perl.errors):
        return
    missing = _NO_MODULE.search(perl.errors)
    if missing is not None:
        why = f"Perl has no module {missing[1].replace('/', '::')}"
    else:
        why = perl.errors.strip().splitlines()[0]
    raise CheckError(f"{script} can't start: {why}")


def _tell_missing(room: Room, *, unsafe: bool) -> None:
    missing = dict(room.missing)
    if unsafe:
        # It would keep the named daemon away as well.
        missing.pop("filter", None)
    names = {"namespaces": "namespaces", "filter": "a filter of system calls"}
    if missing:
        told = " and ".join(f"{names[name]} ({why})" for name, why in missing.items())
        _complain(f"goes on without {told}; the other layers of the guard hold")


def _tell(verdict: compare.Verdict, perl: Outcome, python: Outcome, script: Path) -> None:
    write = sys.stdout.write
    if verdict.same:
        lines = counted(len(perl.output.splitlines()), "line")
        write(f"same: {lines}, {_ends(perl.status, python.status)}\n")
        return
    for fault in verdict.faults:
        write(f"{fault}\n")
    shown = verdict.diff[: compare.MOST_LINES]
    write("".join(f"    {line}\n" for line in shown))
    if len(verdict.diff) > len(shown):
        write(f"    … {len(verdict.diff) - len(shown)} lines more\n")
    for row in verdict.rows:
        write(f"known difference: {_row(row)}\n")
    source = script.read_text("utf-8", "backslashreplace")
    for row in compare.rows_of_script(source):
        if row not in verdict.rows:
            write(f"may matter: {_row(row)}\n")
    if bool(perl.status) != bool(python.status):
        for name, outcome in (("Perl", perl), ("Python", python)):
            write(f"{name}'s standard error:\n")
            write("".join(f"    {line}\n" for line in outcome.errors.splitlines()[-20:]))


def _ends(perl: int, python: int) -> str:
    """How both end: a monitor tells 255 from 1, where a shell sees two failures."""
    if perl == python:
        return f"both end with {perl}" if perl else "both end well"
    return f"Perl ends with {perl}, Python with {python}"


def _row(row: Difference) -> str:
    return f"{row.what}: Perl: {row.perl}; Python: {row.python}"

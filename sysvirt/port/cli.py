"""The command line: its verbs, and how the program ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from sysvirt.port import drafting, files, options, output, progress, reading, rules, selection
from sysvirt.port.check import command as check
from sysvirt.port.explain import explain
from sysvirt.port.findings import FileReport
from sysvirt.port.options import DraftOptions, ReportOptions, UsageError
from sysvirt.port.report import gcc, html, json, sarif, text
from sysvirt.port.report.contents import Contents

VERBS = ("report", "draft", "check", "explain")

#: How the program ends.
CLEAN, FOUND, UNUSABLE, PARTLY = 0, 1, 2, 3
#: As a shell tells a program that was ended by Ctrl-C, or whose reader went away.
INTERRUPTED, NO_READER = 130, 141


def main(arguments: Sequence[str]) -> int:
    """Run the program; what it ends with."""
    try:
        return _run(arguments)
    except UsageError as error:
        output.complain(str(error))
        return UNUSABLE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # What Python would still write when it ends goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NO_READER


def _run(arguments: Sequence[str]) -> int:
    match [*arguments]:
        case ["check", *rest]:
            return check.run(rest)
        case ["draft", *rest]:
            return draft(options.read_draft_options(rest))
        case ["explain", *rest]:
            asked = options.read_explain_options(rest, rules.RULES)
            output.write(explain(asked, output.look(asked.colour)))
            return CLEAN
        case ["report", *rest]:
            return report(options.read_report_options(rest, rules.RULES))
        case [word, *_]:
            _refuse_unknown_verb(word)
            return report(options.read_report_options(arguments, rules.RULES))
        case _:
            return report(options.read_report_options(["--help"], rules.RULES))


def _refuse_unknown_verb(word: str) -> None:
    """A word that is no verb is a path; if there is no such file either, say both."""
    if word.isalpha() and not os.path.lexists(word):
        near = options.nearest(word, VERBS)
        raise UsageError(f"{word}: no such verb, and no such file. {near}")


def report(asked: ReportOptions) -> int:
    """The verb ``report``."""
    gathered = files.gather(asked.paths)
    for fault in gathered.faults:
        output.complain(fault)
    if not gathered.sources:
        return UNUSABLE
    with progress.Advance() as advance:
        reports = reading.read(gathered.sources, asked.libvirt, advance)
    shown, hidden = selection.select(reports, asked)
    _write(Contents(files=shown, rules=rules.RULES, hidden=hidden), asked)
    return UNUSABLE if gathered.faults else _status(shown, asked)


def draft(asked: DraftOptions) -> int:
    """The verb ``draft``."""
    drafting.check_path(asked)
    gathered = files.gather([asked.path])
    for fault in gathered.faults:
        output.complain(fault)
    if not gathered.sources:
        return UNUSABLE
    with progress.Advance() as advance:
        drafted = drafting.draft(gathered.sources, asked, advance)
    if asked.diff:
        output.write_data(drafting.as_diff(drafted))
    elif asked.output:
        drafting.save(drafted, gathered.sources, force=asked.force)
    else:
        output.write_data(drafting.as_text(drafted))
    for line in drafting.said(drafted):
        output.tell(line)
    if gathered.faults:
        return UNUSABLE
    if asked.strict and any(each.todos for each in drafted.drafts):
        return FOUND
    return PARTLY if drafted.is_partly else CLEAN


def _status(shown: Sequence[FileReport], asked: ReportOptions) -> int:
    severities = [finding.severity for file in shown for finding in file.findings]
    if asked.limit is not None and any(each >= asked.limit for each in severities):
        return FOUND
    return PARTLY if any(file.unparsed for file in shown) else CLEAN


def _write(contents: Contents, asked: ReportOptions) -> None:
    look = output.look(asked.colour if not asked.output or asked.colour == "always" else "never")
    match asked.format:
        case "json":
            said = json.render(contents)
        case "sarif":
            said = sarif.render(contents)
        case "html":
            said = html.render(contents)
        case "gcc":
            said = gcc.render(contents)
        case _:
            said = text.render(contents, look)
    if asked.output:
        output.write_file(said, asked.output)
    elif asked.format in ("text", "gcc"):
        output.write(said)
    else:
        output.write_data(said)

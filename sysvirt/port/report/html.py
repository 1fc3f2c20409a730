"""The report as one page for a browser: the source, and beside it what is said of it."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from importlib import resources
from itertools import pairwise

from sysvirt.port.findings import Confidence, FileReport, Finding, Severity
from sysvirt.port.report import source_lines
from sysvirt.port.report.contents import Contents, Rule
from sysvirt.port.report.places import Block, Place, blocks
from sysvirt.port.report.source_lines import Mark
from sysvirt.port.report.wording import (
    SPOKEN,
    counted,
    line_numbers,
    readable_path,
    severities,
    visible,
    visible_path,
)

#: A row of more source lines than this, of which nothing is said, is folded,
LONG = 14
#: but for these at its beginning and at its end.
BEFORE, AFTER = 4, 3
#: A list of more files than this is folded.
FEW = 12


def render(contents: Contents) -> str:
    """All of it."""
    style, script = _asset("page.css"), _asset("page.js")
    name = _name(contents)
    body = "\n".join(_body(contents, name))
    policy = f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'"
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="sysvirt.port">
<title>{name}: Perl to Python</title>
<style>{style}</style>
</head>
<body>
{body}
<script>{script}</script>
</body>
</html>
"""


def _asset(name: str) -> str:
    return (resources.files("sysvirt.port.report") / name).read_text("utf-8")


def _digest(text: str) -> str:
    """What names a text in a content security policy: no other script or style is run."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _name(contents: Contents) -> str:
    if len(contents.files) == 1:
        return _path(contents.files[0])
    return counted(len(contents.files), "file")


def _path(file: FileReport) -> str:
    return escape(visible_path(readable_path(file.path)))


def _body(contents: Contents, name: str) -> Iterator[str]:
    number = {each: contents.count(each) for each in Severity}
    whom = "it" if len(contents.files) == 1 else "them"
    yield '<a class="skip" href="#findings">To the findings</a>'
    yield f"<header><h1>{name}: what becomes of {whom} in Python</h1>"
    yield f"<p>{severities(number).capitalize() or 'Nothing to tell.'}"
    if contents.hidden:
        yield (
            f'<span class="soft">({counted(contents.hidden, "place")} of which little says'
            " Sys::Virt not shown)</span>"
        )
    yield "</p></header>"
    yield from _filters(contents)
    if len(contents.files) > 1:
        yield from _contents(contents)
    yield '<main id="findings">'
    for at, file in enumerate(contents.files):
        yield from _file(file, f"f{at}")
    yield from _rules(contents.used)
    yield "</main>"


# What is shown -------------------------------------------------------------------------------


def _filters(contents: Contents) -> Iterator[str]:
    """The form that chooses findings; the script shows it, since it does nothing without."""
    yield '<form id="filters" hidden aria-label="Which findings are shown">'
    yield "<fieldset><legend>Severity</legend>"
    for each in sorted(Severity, reverse=True):
        words = f"{SPOKEN[each]}s ({contents.count(each)})"
        yield _box("severity", each.word, words)
    yield "</fieldset>"
    yield "<fieldset><legend>How sure, at least</legend>"
    found = min((each.confidence for each in contents.findings), default=Confidence.GUESS)
    for sure in sorted(Confidence, reverse=True):
        checked = " checked" if sure is found else ""
        yield (
            f'<label><input type="radio" name="confidence" value="{sure.word}"{checked}>'
            f" {sure.word}</label>"
        )
    yield "</fieldset>"
    ids = sorted({finding.rule for finding in contents.findings})
    yield f"<details><summary>{counted(len(ids), 'rule')}</summary>"
    yield '<fieldset><legend class="soft">Rules</legend>'
    yield from (_box("rule", each, escape(each)) for each in ids)
    yield "</fieldset>"
    yield '<button type="button" data-all="yes">All</button>'
    yield '<button type="button" data-all="no">None</button></details>'
    yield '<button type="button" data-fold="open">Show all of the source</button>'
    yield '<output aria-live="polite"></output></form>'


def _box(name: str, value: str, words: str) -> str:
    return (
        f'<label><input type="checkbox" name="{name}" value="{escape(value)}" checked>'
        f" {words}</label>"
    )


def _contents(contents: Contents) -> Iterator[str]:
    state = " open" if len(contents.files) <= FEW else ""
    yield f'<nav aria-label="Files"><details{state}><summary>Files</summary><ul>'
    for at, file in enumerate(contents.files):
        number = {each: sum(f.severity is each for f in file.findings) for each in Severity}
        said = severities(number) or "nothing to tell"
        path = _path(file)
        yield f'<li><a href="#f{at}">{path}</a> <span class="soft">{said}</span></li>'
    yield "</ul></details></nav>"


# A file ----------------------------------------------------------------------------------------


def _file(file: FileReport, key: str) -> Iterator[str]:
    path = _path(file)
    yield f'<section class="file" id="{key}" aria-labelledby="{key}-name">'
    yield f'<h2 id="{key}-name">{path}</h2>'
    if file.unparsed:
        yield (
            f'<p class="lost">Not understood: {line_numbers(file.unparsed)}. What they use of'
            " Sys::Virt may be missing.</p>"
        )
    at_line: dict[int, list[tuple[str, Block]]] = {}
    marks: list[Mark] = []
    for number, block in enumerate(blocks(file.findings, file.text)):
        name = f"{key}p{number}"
        at_line.setdefault(block.line, []).append((name, block))
        marks += [Mark(p.span, name, max(f.severity for f in p.findings)) for p in block.places]
    lines = source_lines.lines(file, key, marks)
    starts = sorted({min(line, len(lines)) for line in at_line})
    # What stands above the first finding is a row of its own.
    if not starts or starts[0] > 1:
        yield '<div class="row">'
        yield from _lines(lines[: starts[0] - 1] if starts else lines, keep=0)
        yield "</div>"
    for start, end in pairwise([*starts, len(lines) + 1]):
        here = [
            each
            for line, group in at_line.items()
            if min(line, len(lines)) == start
            for each in group
        ]
        yield '<div class="row has">'
        yield f'<div class="lines">{lines[start - 1]}</div>'
        yield '<div class="cards">'
        for name, block in here:
            yield from _card(name, key, block)
        yield "</div>"
        yield from _lines(lines[start : end - 1], keep=BEFORE)
        yield "</div>"
    yield "</section>"


def _lines(lines: Sequence[str], keep: int) -> Iterator[str]:
    """Source lines of which nothing is said; a long row is folded in its middle."""
    yield '<div class="lines">'
    if len(lines) > LONG:
        yield from lines[:keep]
        middle = lines[keep : len(lines) - AFTER]
        yield f'<details class="fold"><summary>{counted(len(middle), "line")}</summary>'
        yield from middle
        yield "</details>"
        yield from lines[len(lines) - AFTER :]
    else:
        yield from lines
    yield "</div>"


def _card(name: str, key: str, block: Block) -> Iterator[str]:
    yield f'<article class="card {block.severity.word}" id="{name}">'
    for place in block.places:
        yield _heading(key, place)
    if block.python:
        yield f"<pre><code>{escape(visible(block.python))}</code></pre>"
    yield "<ul>"
    for finding in block.findings:
        yield _item(finding)
    yield "</ul></article>"


def _heading(key: str, place: Place) -> str:
    span, sure = place.span, place.confidence.word
    return (
        f'<h3><a href="#{key}L{span.line}">{span.line}:{span.column}</a>'
        f' <code>{escape(visible(place.title))}</code> <span class="sure">{sure}</span></h3>'
    )


def _item(finding: Finding) -> str:
    severity, rule = finding.severity.word, escape(finding.rule)
    word = f'<b class="{severity}">{SPOKEN[finding.severity]}</b>'
    said = f"{word} {_prose(finding.message)} " if finding.message else ""
    return (
        f'<li data-severity="{severity}" data-rule="{rule}"'
        f' data-confidence="{finding.confidence.word}">'
        f'{said}<a href="#rule-{rule}">{rule}</a></li>'
    )


def _rules(rules: Iterable[Rule]) -> Iterator[str]:
    yield '<section id="rules" aria-labelledby="rules-name"><h2 id="rules-name">The rules</h2>'
    for rule in rules:
        yield f'<article class="rule" id="rule-{escape(rule.id)}">'
        yield f"<h3><code>{escape(rule.id)}</code>: {_prose(rule.title)}</h3>"
        yield from (f"<p>{_prose(part)}</p>" for part in rule.text.split("\n\n"))
        yield f'<div class="pair"><div><span>Perl</span><pre><code>{escape(rule.perl)}'
        yield f"</code></pre></div><div><span>Python</span><pre><code>{escape(rule.python)}"
        yield "</code></pre></div></div>"
        yield f'<p class="soft">The guide: {escape(rule.guide)}</p></article>'
    yield "</section>"


def _prose(text: str) -> str:
    """A text whose ``code`` stands between backticks."""
    return re.sub(r"(`+)(.+?)\1", r"<code>\2</code>", escape(visible(text)))

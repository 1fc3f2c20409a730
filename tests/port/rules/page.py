"""The page with the list of the rules: ``python -m tests.port.rules.page`` writes it anew."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sysvirt.port import rules
from sysvirt.port.rules.rule import GUIDE
from tests.docs.pages import ROOT

PAGE = ROOT / "docs" / "port" / "rules.md"
HEAD = """\
# The rules

Each finding is of a rule, whose name stands in brackets behind it. This page has all of them;
`python -m sysvirt.port explain RULE` also shows a pair of Perl and Python for each, which the
project's tests run on both sides.

A note only shows what becomes of a place. A warning says that the Python line means something else,
or has to be looked at. An error is wrong in Perl, too. A single finding may be milder or worse than
its rule usually is. `--only RULE` and `--ignore RULE` choose.

| Rule | Usually | What it is about |
|---|---|---|
"""
WORDS = {"info": "note"}
#: Code in single quotes; an apostrophe has a letter on both sides.
_CODE = re.compile(r"(?<!\w)'(\S(?:[^']*\S)?)'(?!\w)")


def text() -> str:
    """All of the page."""
    return HEAD + "".join(f"{line}\n" for line in _lines())


def _lines() -> Iterator[str]:
    for rule in rules.RULES.values():
        word = WORDS.get(rule.severity.word, rule.severity.word)
        yield f"| [{rule.id}](#{rule.id}) | {word} | {_marked(rule.title)} |"
    for rule in rules.RULES.values():
        page, _, anchor = rule.place.partition("#")
        yield from ("", f"## {rule.id}", "", _marked(rule.title))
        for part in rule.text.split("\n\n"):
            yield from ("", _marked(part))
        heading = ROOT.joinpath(GUIDE, page).read_text().partition("\n")[0].removeprefix("# ")
        yield from ("", f"More in the guide: [{heading}](../porting/{page}#{anchor}).")


def _marked(said: str) -> str:
    """A text with what stands in single quotes as code, and no other sign of Markdown."""
    parts = _CODE.split(said)
    return "".join(f"`{part}`" if at % 2 else _escaped(part) for at, part in enumerate(parts))


def _escaped(said: str) -> str:
    return re.sub(r"([\\`*_\[\]<>|$])", r"\\\1", said)


if __name__ == "__main__":
    PAGE.write_text(text())

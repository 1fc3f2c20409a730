"""What a rule is about, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from sysvirt.port import rules
from sysvirt.port.options import ExplainOptions
from sysvirt.port.report.contents import Rule
from sysvirt.port.report.look import Look
from sysvirt.port.report.wording import SPOKEN


def explain(asked: ExplainOptions, look: Look) -> str:
    """A rule with its example, or a list of all rules."""
    lines = _one(rules.RULES[asked.rule], look) if asked.rule else _all(look)
    return "".join(f"{line}\n" for line in lines)


def _all(look: Look) -> Iterator[str]:
    ids = sorted(rules.RULES)
    widest = max(map(len, ids))
    for each in ids:
        rule = rules.RULES[each]
        first, *rest = look.wrap(rule.title, widest + 12)
        word = SPOKEN[rule.severity]
        gap = " " * (10 - len(word))
        name = look.paint("title", each) + " " * (widest + 2 - len(each))
        yield f"{name}{look.paint(word, word)}{gap}{first.lstrip()}"
        yield from rest


def _one(rule: Rule, look: Look) -> Iterator[str]:
    word = SPOKEN[rule.severity]
    yield f"{look.paint('title', rule.id)} ({look.paint(word, word)})"
    yield from (look.paint("heading", line) for line in look.wrap(rule.title, 0))
    for part in rule.text.split("\n\n"):
        yield ""
        yield from look.wrap(part, 0)
    for name, code, role in (("Perl", rule.perl, "perl"), ("Python", rule.python, "python")):
        yield from ("", look.paint("heading", f"{name}:"))
        yield from (look.paint(role, f"    {line}".rstrip()) for line in code.strip().split("\n"))
    yield ""
    yield from look.wrap(f"The guide: {rule.guide}", 0)

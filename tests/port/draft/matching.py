"""What a pattern finds, in Perl and by its translation."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from sysvirt.port.draft.patterns.regex import Regex, translate
from tests.port.helpers import HELPERS
from tests.port.prelude.perl_side import perl_literal, perl_results, same

#: What texts and patterns are given to Perl in; none is in the patterns.
DELIMITERS = "/!%,;~"


def compiled(regex: Regex, values: Mapping[str, Any] | None = None) -> re.Pattern[str]:
    """The pattern that a translation is, with some variables."""
    flags = regex.flags or ast.Constant(0)
    call = ast.Call(ast.parse("re.compile", mode="eval").body, [regex.pattern, flags], [])
    names = {"re": re, **HELPERS, **(values or {})}
    found: re.Pattern[str] = eval(ast.unparse(ast.fix_missing_locations(call)), names)
    return found


def found_by_python(pattern: re.Pattern[str], text: str) -> list[Any]:
    """Where each match is, with its groups."""
    return [[*found.span(), *found.groups()] for found in pattern.finditer(text)]


def written(pattern: str, modifiers: str) -> str:
    """A match of Perl."""
    quote = next(each for each in DELIMITERS if each not in pattern)
    return f"m{quote}{pattern}{quote}{modifiers}"


def perl_matches(match: str, texts: Sequence[str], start: str = "") -> str:
    """The piece of Perl that gives all matches in some texts."""
    given = ", ".join(map(perl_literal, texts))
    groups = "map { defined $-[$_] ? substr($t, $-[$_], $+[$_] - $-[$_]) : undef } 1 .. $#+"
    body = f"push @r, [$-[0], $+[0], {groups}]"
    return (
        f"{start} map {{ my $t = $_; my @r; while ($t =~ {match}g) {{ {body} }} \\@r }} ({given})"
    )


@attrs.frozen
class Case:
    """A pattern, and what Python finds with it in each of some texts."""

    perl: str
    shown: str
    python: list[Any]


def case(pattern: str, modifiers: str, texts: Sequence[str]) -> Case:
    """What Perl is asked and what Python finds."""
    made = compiled(translate([pattern], modifiers))
    match = written(pattern, modifiers)
    found = [found_by_python(made, each) for each in texts]
    return Case(perl_matches(match, texts), f"{match} as {made.pattern!r} {made.flags}", found)


def assert_same_matches(cases: Sequence[Case], texts: Sequence[str]) -> None:
    """Perl finds the same; what differs is shown by pattern and text."""
    given = perl_results(each.perl for each in cases)
    different = [
        f"{case.shown} in {text!r}\n   Perl:   {there}\n   Python: {here}"
        for case, theirs in zip(cases, given, strict=True)
        for text, here, there in zip(
            texts,
            case.python,
            [theirs] * len(texts) if isinstance(theirs, Exception) else theirs,
            strict=True,
        )
        if not same(there, here)
    ]
    assert not different, "\n".join(different)

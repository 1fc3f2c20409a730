"""Where values come from."""

from __future__ import annotations

import pytest

from sysvirt.port.rules import nodes, origins
from sysvirt.port.rules.script import Script
from tests.port.rules.reading import read


def last(perl: str) -> str | None:
    """What the last ``$x`` of a script was declared with."""
    script = Script(read(perl))
    begin = origins.origin(script, script.variables("$x")[-1])
    return nodes.words(begin.value) if begin is not None else None


@pytest.mark.parametrize(
    ("perl", "value"),
    [
        ("my $x = 1; print $x;", "1"),
        ("my ($x, $y) = @z; print $x;", "@z"),
        ("my $x = 1; if (1) { print $x }", "1"),
        ("my $x = 1; { my $x = 2; } print $x;", "1"),
        ("my $x = 1; { my $x = 2; print $x }", "2"),
        ("my $x = 1; sub f { print $x }", "1"),
        ("my $x = 1; $x = 2; print $x;", None),
        ("my $x = 1; $x++; print $x;", None),
        ("my $x = 1; ($x, $y) = (1, 2); print $x;", None),
        ("my $x = 1; $x =~ s/1/2/; print $x;", None),
        ("my $x = 1; $x =~ /1/; print $x;", "1"),
        ("my $x = 1; f(\\$x); print $x;", None),
        ("my $x; print $x;", None),
        ("my $x .= 1; print $x;", None),
        ("print $x;", None),
        ("sub f { my $x = 1 } print $x;", None),
    ],
)
def test_the_one_value_of_a_variable(perl: str, value: str | None) -> None:
    assert last(perl) == value


@pytest.mark.parametrize(
    ("perl", "source"),
    [
        ("my $x = shift; $x", "@ARGV"),
        ("my $x = shift || 5; $x", "@ARGV"),
        ("my $x = $ENV{A} // 5; $x", "%ENV"),
        ("my $x = <STDIN>; $x", "STDIN"),
        ("my $x = <F>; $x", "a file"),
        ("my ($x) = $y =~ /(.)/; $x", "a pattern"),
        ("my $x = $y =~ /(.)/; $x", ""),
        ("my ($x) = @_; $x", ""),
        ("my $x = 5; $x", ""),
        ("sub f { my $x = shift; $x }", ""),
    ],
)
def test_where_a_text_comes_from(perl: str, source: str) -> None:
    script = Script(read(perl + ";"))
    assert origins.text_source(script, script.variables("$x")[-1]) == source

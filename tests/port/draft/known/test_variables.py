"""Which declaration a name stands for, and its name in Python."""

from __future__ import annotations

import pytest

from sysvirt.port.draft.known.variables import Variables
from sysvirt.port.parser import grammar, tree


def names(perl: str, taken: frozenset[str] = frozenset()) -> list[str]:
    """The names in Python, in the order of the text."""
    root = grammar.parse(perl.encode()).root
    variables = Variables(root, taken)
    found = (variables.of(each) for each in tree.walk(root))
    return [each.python for each in found if each is not None]


@pytest.mark.parametrize(
    ("perl", "python"),
    [
        ("my $x; $x;", ["x", "x"]),
        ("my $x; { my $x; $x } $x;", ["x", "x_2", "x_2", "x"]),
        ("{ my $x; } { my $x; }", ["x", "x"]),
        ("my $x = 1; sub f { my $x = 2; $x } $x;", ["x", "x", "x", "x"]),
        ("my $x = 1; sub f { my $y = $x; my $x = 2; $x }", ["x", "y", "x", "x_2", "x_2"]),
        ("my ($x, @x, %x); $x[0]; $x{a}; $x;", ["x", "x_list", "x_dict", "x_list", "x_dict", "x"]),
        ("my $class; my $print; my $list;", ["cls", "print_", "list_"]),
        ("for my $x (@x) { $x } my @x;", ["x", "x_list", "x", "x_list_2"]),
        ("our $v = 1; sub f { $v }", ["v", "v"]),
        ("my $x = 1; my $y = $x;", ["x", "y", "x"]),
    ],
)
def test_names(perl: str, python: list[str]) -> None:
    assert names(perl) == python


def test_subs_keep_their_names() -> None:
    assert names("my $run; sub run {}", frozenset({"run"})) == ["run_"]


def test_special_variables_are_none() -> None:
    assert names("print $_, $1, $0, $ENV{x}, @ARGV, $!;") == []


def test_what_something_points_to_is_kept_in_a_box() -> None:
    root = grammar.parse(rb"my ($x, $y); my $r = \$x; GetOptions('y=s' => \$y);").root
    variables = Variables(root)
    boxed = {each.name: each.is_boxed for each in variables.all}
    assert boxed == {"$x": True, "$y": False, "$r": False}

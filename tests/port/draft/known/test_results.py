"""What code gives."""

from __future__ import annotations

import pytest

from sysvirt.port.draft.known.outline import Outline
from sysvirt.port.draft.known.results import last_values, shape_of
from sysvirt.port.parser import grammar, tree


def outline(perl: str) -> Outline:
    return Outline(grammar.parse(perl.encode()).root)


@pytest.mark.parametrize(
    ("body", "gives", "scalar"),
    [
        ("return 1;", "one", ""),
        ("return;", "one", ""),
        ("return (1, 2);", "list", "last"),
        ("return @x;", "list", "count"),
        ("return map { $_ } @x;", "list", "count"),
        ("return $x ? @x : ();", "list", "count"),
        ("my @x = (1); @x", "list", "count"),
        ("if ($x) { return 1 } else { (1, 2) }", "list", ""),
        ("my $f = sub { return @x }; 1;", "one", ""),
    ],
)
def test_what_a_sub_gives(body: str, gives: str, scalar: str) -> None:
    sub = outline(f"sub f {{ {body} }}").subs["main", "f"]
    assert (sub.gives, sub.scalar) == (gives, scalar)


def test_a_sub_may_ask_how_it_is_called() -> None:
    assert outline("sub f { return wantarray ? 1 : 0 }").subs["main", "f"].is_asked


@pytest.mark.parametrize(
    ("expression", "shape"),
    [
        ("$x", "one"),
        ("f()", "one"),
        ("@x", "array"),
        ("grep { $_ } @x", "array"),
        ("%h", "list"),
        ("keys %h", "list"),
        ("(1, 2)", "several"),
        ("(f())", "one"),
        ("()", "nothing"),
        ("$x ? @x : 1", "array"),
        ("eval { @x }", "list"),
    ],
)
def test_the_shape_of_an_expression(expression: str, shape: str) -> None:
    root = grammar.parse(f"my $y = {expression};".encode()).root
    (assignment,) = (each for each in tree.walk(root) if each.type == "assignment_expression")
    right = assignment.child_by_field_name("right")
    assert right is not None
    assert shape_of(right) == shape


def test_each_branch_has_a_last_value() -> None:
    root = grammar.parse(b"sub f { if ($x) { 1 } elsif ($y) { 2 } else { 3; 4 } }").root
    block = next(each for each in tree.walk(root) if each.type == "block")
    assert [tree.text(each) for each in last_values(block)] == ["1", "2", "4"]

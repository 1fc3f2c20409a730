"""The lines of formats."""

from __future__ import annotations

from sysvirt.port.parser.grammar import parse
from sysvirt.port.program import pictures

FORMAT = "\nhead\n# a comment\n@<< @>>\n$x, $y[0]\n~~ ^<<\n$text,\nend\n.\nbehind\n"


def test_lines_with_fields_have_values() -> None:
    assert list(pictures.lines(FORMAT)) == [
        ("head", ""),
        ("@<< @>>", "$x, $y[0]"),
        ("~~ ^<<", "$text,"),
        ("end", ""),
    ]


def test_all_values_are_one_expression() -> None:
    (node,) = parse(f"format X ={FORMAT[:-7]}".encode()).root.named_children
    assert pictures.expression(node) == "[[$x, $y[0]], [$text]];"

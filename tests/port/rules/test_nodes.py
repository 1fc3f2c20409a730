"""What the rules ask of nodes."""

from __future__ import annotations

import pytest

from sysvirt.port.rules import nodes
from tests.port.rules.reading import read


@pytest.mark.parametrize(
    ("perl", "text"),
    [
        ("'  a'", "  a"),
        ('"a"', "a"),
        ("q{a}", "a"),
        ("qq(a)", "a"),
        ("''", ""),
        ('"$a"', None),
        ("1", None),
    ],
)
def test_a_text_without_variables(perl: str, text: str | None) -> None:
    found = [nodes.literal(node) for node in nodes.walk(read(f"$x = {perl};").root)]
    assert [each for each in found if each is not None] == ([] if text is None else [text])


@pytest.mark.parametrize(
    ("perl", "name", "given"),
    [
        ("die;", "die", []),
        ("die 'x', 1;", "die", ["'x'", "1"]),
        ("exit(3);", "exit", ["3"]),
        ("shift @ARGV;", "shift", ["@ARGV"]),
        ("&f(1, (2, 3));", "f", ["1", "2", "3"]),
        ("print STDERR 'x';", "print", ["'x'"]),
    ],
)
def test_a_call_and_its_arguments(perl: str, name: str, given: list[str]) -> None:
    calls = [each for each in nodes.walk(read(perl).root) if nodes.function_name(each)]
    assert nodes.function_name(calls[0]) == name
    if calls[0].type in nodes.CALLS:
        assert [nodes.words(each) for each in nodes.arguments(calls[0])] == given


@pytest.mark.parametrize(
    ("perl", "name"),
    [("$x", "$x"), ("@x", "@x"), ("%x", "%x"), ("${x}", "$x"), ("@$x", ""), ("x()", "")],
)
def test_the_name_of_a_variable(perl: str, name: str) -> None:
    statement = read(f"{perl};").root.named_children[0]
    assert nodes.name_of(statement.named_children[0]) == name


@pytest.mark.parametrize(("perl", "is_it"), [("$@", True), ('"$@"', True), ('"a $@"', False)])
def test_the_variable_of_errors(perl: str, *, is_it: bool) -> None:
    statement = read(f"{perl};").root.named_children[0]
    assert nodes.is_error_variable(statement.named_children[0]) is is_it

"""What one asks of nodes."""

from __future__ import annotations

import pytest

from sysvirt.port.parser import tree
from tests.port.asking import calls, node, nodes, root


def test_walking_is_in_the_order_of_the_text_and_not_by_recursion() -> None:
    deep = root("(" * 5000 + "$x" + ")" * 5000)
    starts = [each.start_byte for each in tree.walk(deep)]
    assert starts == sorted(starts)
    assert len(starts) > 5000


def test_texts_of_other_encodings() -> None:
    assert tree.text(node("$é", "scalar")) == "$é"


@pytest.mark.parametrize(
    ("perl", "type_", "expected"),
    [
        ("$x", "scalar", "$x"),
        ("@x", "array", "@x"),
        ("$x[0]", "container_variable", "@x"),
        ("$x{a}", "container_variable", "%x"),
        ("@x{qw(a)}", "slice_container_variable", "%x"),
        ("@x[0]", "slice_container_variable", "@x"),
        ("$Foo::x", "scalar", "$Foo::x"),
        ("$$x", "scalar", None),
        ("@{$x}", "array", None),
        ("my $x", "variable_declaration", "$x"),
        ("my ($x)", "variable_declaration", None),
        ("f()", "function_call_expression", None),
    ],
)
def test_names_of_variables(perl: str, type_: str, expected: str | None) -> None:
    assert tree.variable(node(perl, type_)) == expected


@pytest.mark.parametrize(
    ("perl", "type_", "expected"),
    [
        ("@$x", "array", "$x"),
        ("@{$x->{a}}", "array", "$x->{a}"),
        ("$$x[0]", "container_variable", "$x"),
        ("$x->@*", "array_deref_expression", "$x"),
        ("@x", "array", None),
    ],
)
def test_what_references_look_behind(perl: str, type_: str, expected: str | None) -> None:
    found = tree.dereferenced(node(perl, type_))
    assert (tree.text(found) if found is not None else None) == expected


def test_calls_of_methods() -> None:
    (call,) = calls("$dom->create(1, (2, 3), a => 4);")
    assert call.name == "create"
    assert call.receiver is not None
    assert tree.text(call.receiver) == "$dom"
    assert [tree.text(each) for each in call.arguments] == ["1", "2", "3", "a", "4"]
    assert [(name, tree.text(value)) for name, value in call.pairs()] == [("a", "4")]
    assert not call.is_dynamic


@pytest.mark.parametrize(
    ("perl", "name", "arguments"),
    [
        ("f(1, 2)", "f", ["1", "2"]),
        ("f 1, 2", "f", ["1", "2"]),
        ("&f(1)", "f", ["1"]),
        ("Foo::bar()", "Foo::bar", []),
        ("shift @x", "shift", ["@x"]),
        ("defined($x)", "defined", ["$x"]),
        ("first { $_ } @x", "first", ["@x"]),
        ("print STDERR 1", "print", ["1"]),
    ],
)
def test_calls_of_functions(perl: str, name: str, arguments: list[str]) -> None:
    (call,) = calls(f"{perl};")
    assert call.name == name
    assert call.receiver is None
    assert [tree.text(each) for each in call.arguments] == arguments


def test_blocks_of_calls() -> None:
    (call,) = calls("any { 1 } @y;")
    assert call.block is not None
    assert tree.text(call.block) == "{ 1 }"


def test_a_block_without_a_node_of_its_own() -> None:
    perl = "my $x = try { a(); 1 } catch { b(); 2 };"
    found = {call.name: call.block for call in calls(perl)}
    assert found["catch"] is not None
    assert tree.text(found["catch"]) == "{ b(); 2 }"


def test_dynamic_calls() -> None:
    (call,) = calls("$dom->$name(1);")
    assert call.is_dynamic


def test_keys_are_what_stands_before_an_arrow() -> None:
    items = list(tree.items(node("f(a => 1, 'b', 2)", "list_expression")))
    assert [tree.is_key(each) for each in items] == [True, False, False, False]


def test_literals() -> None:
    found = [
        tree.literal(each)
        for each in tree.items(node("(1_000, 'a', b => \"c$x\")", "list_expression"))
    ]
    assert found == ["1000", "a", "b", None]
    assert tree.literal(None) is None
    assert tree.listed_words([node("[qw(a b), 'c', [d => 1]]", "anonymous_array_expression")]) == [
        *"abcd",
        "1",
    ]


def test_what_stands_around() -> None:
    perl = "package Foo; sub f { if ($x) { $y->z; } } package Bar { sub g { $y->a } } $y->b;"
    z, a, b = nodes(perl, "method_call_expression")
    assert tree.text(tree.statement(z)) == "$y->z"
    sub = tree.sub(z)
    assert sub is not None
    assert tree.text(sub).startswith("sub f")
    assert [tree.package(each) for each in (z, a, b)] == ["Foo", "Bar", "Foo"]
    assert tree.sub(b) is None
    assert tree.package(node("$x", "scalar")) == "main"


def test_parentheses_are_nothing() -> None:
    inner = node("(($x))", "scalar")
    outer = tree.outermost(inner)
    assert tree.text(outer) == "(($x))"
    assert tree.same(tree.bare(outer), inner)


def test_lines_of_text_are_found() -> None:
    perl = "print <<A, 1;\nhello\nA\nprint 2;\n"
    found = tree.heredoc(node(perl, "heredoc_token"))
    assert found is not None
    assert tree.text(found).startswith("hello")
    assert tree.heredoc(node("print 1;", "number")) is None

"""The parser and its mends.

Of each trap there are two tests: one shows that the grammar still has it, and will tell when it
hasn't, so that the mend can go; the other that the mend does what it is for.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tree_sitter import Node, Parser

from sysvirt.port.parser import tree
from sysvirt.port.parser.grammar import language, parse, parse_part
from tests.port.asking import node, root


def plain(perl: str) -> Node:
    """The tree without mends."""
    return Parser(language()).parse(perl.encode()).root_node


# Traps ------------------------------------------------------------------------------------------

RANGES = ["1..10", "0..$#x", "1..$n"]


@pytest.mark.parametrize("perl", RANGES)
def test_the_grammar_takes_a_range_for_a_number_and_a_dot(perl: str) -> None:
    whole = plain(f"for ({perl}) {{ }}")
    found = next(each for each in tree.walk(whole) if each.type == "binary_expression")
    operator = found.child_by_field_name("operator")
    assert operator is not None
    assert operator.type == "."
    assert not whole.has_error


@pytest.mark.parametrize("perl", [*RANGES, "1 .. 10", "'a'..'z'"])
def test_a_range_is_one(perl: str) -> None:
    found = node(f"for ({perl}) {{ }}", "binary_expression")
    assert tree.is_range(found)
    assert tree.operator(found) == ".."


def test_the_number_before_a_range_has_no_dot() -> None:
    assert tree.literal(node("@x[1..10]", "number")) == "1"


@pytest.mark.parametrize("perl", ["1 . 10", "$x . 1", "1.5 . 2"])
def test_what_is_no_range_is_none(perl: str) -> None:
    assert not tree.is_range(node(f"print({perl});", "binary_expression"))


def test_the_grammar_drops_blanks_of_a_string() -> None:
    content = next(each for each in tree.walk(plain("q{  a}")) if each.type == "string_content")
    assert content.text == b"a"


@pytest.mark.parametrize(
    ("perl", "text"),
    [
        ("q{  a}", "  a"),
        ("'  a '", "  a "),
        ('"\ta"', "\ta"),
        ("qq(  b)", "  b"),
        ("''", ""),
        (r"'it\'s'", "it's"),
        (r'"a\tb"', "a\tb"),
    ],
)
def test_a_string_has_its_blanks(perl: str, text: str) -> None:
    found = node(f"$x = {perl};", "string_literal", "interpolated_string_literal")
    assert tree.literal(found) == text


@pytest.mark.parametrize(
    "perl",
    [
        "switch ($x) { case 1 { a() } case 'b' { b() } else { c() } }",
        "foreach my $x qw(a b) { print $x }",
        "given ($x) { when (1) { a() } default { b() } }",
        "method stop(Sys::Virt::Domain $dom, Bool :$force!) { $dom->destroy }",
        "try { a() } catch (Sys::Virt::Error $e) { b() } catch ($other) { c() }",
        "class Foo extends Bar { has x => (is => 'ro'); }",
        "fun add(Int $x) { $x }",
    ],
)
def test_the_grammar_loses_what_is_rewritten(perl: str) -> None:
    assert plain(perl).has_error
    parsed = parse(perl.encode())
    assert parsed.unparsed == ()
    assert len(parsed.data) == len(perl.encode())


def test_the_grammar_takes_new_for_a_function() -> None:
    found = next(
        each for each in tree.walk(plain("new Sys::Virt(a => 1)")) if each.type in tree.PLAIN_CALLS
    )
    function = found.child_by_field_name("function")
    assert function is not None
    assert function.text == b"new"


@pytest.mark.parametrize("perl", ["new Sys::Virt(uri => 1)", "new Sys::Virt"])
def test_new_before_a_class_is_a_method_of_it(perl: str) -> None:
    call = next(filter(None, map(tree.call, tree.walk(root(f"my $c = {perl};")))))
    assert call.name == "new"
    assert call.receiver is not None
    assert tree.text(call.receiver) == "Sys::Virt"
    assert [name for name, _ in call.pairs()] == (["uri"] if "(" in perl else [])


def test_text_to_the_end_of_the_file_ends() -> None:
    """The parser itself never does, where a variable stands in it and no line break ends it."""
    assert parse(b'print <<"A";\nabc $x').unparsed != ()
    assert parse_part(b'eval q{<<"A";\n$x}', 7, 16).start_byte >= 7


# What isn't understood --------------------------------------------------------------------------


def test_lines_that_are_not_understood() -> None:
    parsed = parse(b"print 1;\nprint 2;\n$x = = 3;\nprint 4;\n")
    assert parsed.unparsed == ((3, 3),)


def test_a_file_that_is_fine_is_left_alone() -> None:
    perl = b"print 'case 1 {'; # switch (x) {\n"
    assert parse(perl).data == perl


def test_parts_stand_where_they_are() -> None:
    perl = b'my $x = 1;\neval "Sys::Virt->new";'
    part = parse_part(perl, perl.index(b'"') + 1, len(perl) - 2)
    (call,) = (each for each in tree.walk(part) if each.type == "method_call_expression")
    assert call.start_point.row == 1
    assert perl[call.start_byte : call.end_byte] == b"Sys::Virt->new"


@pytest.mark.parametrize(
    "perl",
    ["(" * 30000, "{" * 30000, "(" * 900 + "1" + ")" * 900, "1+" * 5000 + "1", "<<A;" * 3000],
    ids=["open", "blocks", "closed", "sum", "texts"],
)
def test_depth_does_no_harm(perl: str) -> None:
    parsed = parse(perl.encode())
    assert all(first <= last for first, last in parsed.unparsed)


PIECES = st.sampled_from(
    [
        *(b"{}()[];$@%&\"'\n<"),
        *(b"my $x = ", b"->{a}", b"sub f {", b"switch ($x) {", b"case 1 {", b"qw(a b)", b"<<A;\n"),
        *(
            b"foreach my $x ",
            b"catch (E $e) {",
            b"try {",
            b"method m(Int $x) {",
            b"1..9",
            b"=pod\n",
        ),
        *(b"\n=cut\n", b"'a'", b'"$x"', b"Sys::Virt->new", b"# c\n", b"__END__\n", b"s/a/b/e"),
    ]
).map(lambda piece: piece if isinstance(piece, bytes) else bytes([piece]))


@settings(deadline=None)
@given(st.one_of(st.binary(max_size=200), st.lists(PIECES, max_size=40).map(b"".join)))
def test_any_bytes_are_read_and_every_span_is_inside(data: bytes) -> None:
    parsed = parse(data)
    # A line break that is put behind the last line is a part of the whole at most.
    for each in parsed.root.children:
        for inner in tree.walk(each):
            assert 0 <= inner.start_byte <= inner.end_byte <= len(data) + 1
    lines = data.count(b"\n") + 1
    for first, last in parsed.unparsed:
        assert 1 <= first <= last <= lines + 1

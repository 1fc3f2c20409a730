"""What is rewritten before parsing, and what is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sysvirt.port.parser.rewriting import rewrite


def rewritten(perl: str) -> str:
    """A piece of Perl after the rewritings."""
    return rewrite(perl.encode()).data.decode()


@pytest.mark.parametrize(
    ("perl", "expected"),
    [
        ("switch ($x) { case 1 { } }", "if     ($x) { if  (1){ } }"),
        ("switch($x) { case (2) { } }", "if    ($x) { if   (2) { } }"),
        ('case "a" {', 'if  ("a"){'),
        ("case Sys::Virt::Domain::STATE_RUNNING {", "if  (Sys::Virt::Domain::STATE_RUNNING){"),
        ("given ($x) { when (1) { } default { } }", "if    ($x) { if   (1) { }         { } }"),
        ("for my $x qw(a  b) { }", "for my $x   (a, b) { }"),
        ("foreach $x qw/a b/ { }", "foreach $x   (a,b) { }"),
        ("fun f($x) { }", "sub f($x) { }"),
        ("method f(Str $x) { }", "method f(    $x) { }"),
        ("method f(ArrayRef[Foo::Bar] $x, Int :$y!) { }", None),
        ("class A extends B {", "class A :isa(B)   {"),
    ],
)
def test_rewritings(perl: str, expected: str | None) -> None:
    got = rewritten(perl)
    assert len(got) == len(perl)
    if expected is None:
        expected = perl.replace("ArrayRef[Foo::Bar] ", " " * 19)
        expected = expected.replace("Int :", "     ").replace("!", " ")
    assert got == expected


@pytest.mark.parametrize(
    "perl",
    [
        "# switch ($x) {",
        "my $t = 'switch ($x) {';",
        'print "case 1 {";',
        "=pod\n\nswitch ($x) {\n\n=cut\n",
        "$h{default} = 1; $o->default; $o->when(1);",
        "__END__\nswitch ($x) {",
        "sub f($$;@) { }",
    ],
)
def test_what_is_left_alone(perl: str) -> None:
    assert rewritten(perl) == perl


def test_what_was_taken_out_is_told() -> None:
    perl = b"try { } catch (Sys::Virt::Error $e where { $_->code == 1 }) { } catch ($x) { }"
    found = rewrite(perl)
    assert [perl[start:end] for start, end in found.classes] == [b"Sys::Virt::Error"]
    assert [perl[start:end] for start, end in found.conditions] == [b" $_->code == 1 "]
    assert found.catches == {perl.rindex(b"catch")}
    assert found.data[perl.rindex(b"catch") :] == b"sub c ($x) { }"


def test_catches_of_different_blocks_are_no_second_ones() -> None:
    perl = b"try { } catch ($e) { } try { } catch ($e) { }"
    assert rewrite(perl).catches == frozenset()


def test_names_of_perl_4() -> None:
    found = rewrite(b"$c = Sys'Virt->new; &Sys'Virt'Domain'STATE_RUNNING")
    assert found.data == b"$c = Sys_Virt->new; &Sys_Virt_Domain_STATE_RUNNING"
    assert found.names == {5: "Sys::Virt", 21: "Sys::Virt::Domain::STATE_RUNNING"}


def test_types_are_told_by_variable() -> None:
    perl = b"method stop(Sys::Virt::Domain $dom, Int $n) { }"
    types = rewrite(perl).types
    assert types == {perl.index(b"$dom"): "Sys::Virt::Domain", perl.index(b"$n"): "Int"}


@given(st.binary(max_size=120))
def test_the_length_stays(data: bytes) -> None:
    assert len(rewrite(b"switch ($x) {" + data).data) == len(data) + 13

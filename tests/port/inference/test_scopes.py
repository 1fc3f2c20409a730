"""Which variable a name is."""

from __future__ import annotations

import pytest

from sysvirt.port.inference.scopes import Scopes
from sysvirt.port.inference.symbols import Symbols
from tests.port.asking import after_start, found, without_guesses


def scopes() -> Scopes:
    """The scopes of a file."""
    return Scopes(Symbols(), "main#0")


def test_inner_ones_hide_outer_ones() -> None:
    names = scopes()
    outer = names.declare("$x")
    names.enter()
    assert names.find("$x") == outer
    inner = names.declare("$x")
    assert names.find("$x") == inner != outer
    names.leave()
    assert names.find("$x") == outer


def test_signs_tell_variables_apart() -> None:
    names = scopes()
    assert names.declare("@x") is not names.declare("%x")
    assert names.find("$x") not in (names.find("@x"), names.find("%x"))


def test_variables_of_packages() -> None:
    names = scopes()
    mine = names.find("$x")
    assert names.find("$main::x") == mine == names.find("$::x")
    names.enter()
    names.package = "Other"
    assert names.find("$x") != mine
    assert names.find("$Other::x") == names.find("$x")
    names.leave()
    assert names.package == "main#0"
    assert names.declare("$x", is_global=True) == mine


def test_special_ones_are_the_same_everywhere() -> None:
    names = scopes()
    before = names.find("$_"), names.find("@ARGV"), names.find("$@")
    names.package = "Other"
    assert (names.find("$_"), names.find("@ARGV"), names.find("$@")) == before


@pytest.mark.parametrize(
    ("perl", "expected"),
    [
        ("my $dom = 1; { my $dom = $conn; $dom->get_type }", ["Virt.get_type"]),
        ("{ my $dom = $conn; } $dom->get_name", ["Domain.get_name"]),
        ("my $x = $dom; { my $x = $x; $x->get_name }", ["Domain.get_name"]),
        ("my $x = $conn; my $f = sub { my $x = $dom; $x->get_name }; $x->get_type",
         ["Domain.get_name", "Virt.get_type"]),
        ("our $g = $dom; package P; $main::g->get_name; $g->get_name", ["Domain.get_name"] * 2),
        ("sub f { $g2->get_name } $g2 = $dom;", ["Domain.get_name"]),
        ("for my $i ($dom) { $i->get_name } for my $i ($conn) { $i->get_type }",
         ["Domain.get_name", "Virt.get_type"]),
        ("if (my $x = $dom) { $x->get_name } if (my $x = $conn) { $x->get_type }",
         ["Domain.get_name", "Virt.get_type"]),
        ("if ((my $x = $conn) && 0) { } $x->get_name", []),
        ("while (my $x = $conn) { last } $x->get_name", []),
        ("for (my $x = $conn; 0; 1) { } $x->get_name", []),
        ("do { my $x = $conn }; $x->get_name", []),
        ("{ package Q; our $z = 1; } our $z = $dom; $main::z->get_name", ["Domain.get_name"]),
        ("local $y = $dom; $y->get_name", ["Domain.get_name"]),
        ("state $s = $dom; $s->get_name", ["Domain.get_name"]),
    ],
)  # fmt: skip
def test_scopes_of_scripts(perl: str, expected: list[str]) -> None:
    assert without_guesses(after_start(perl + ";")) == expected


def test_scripts_do_not_share_their_main() -> None:
    one = "use Sys::Virt; our $v = Sys::Virt->new; sub get { $v } get()->get_type;"
    two = "sub get { Other->new } get()->get_id; our $v; $v->get_id;"
    assert without_guesses(found(one, two)) == ["Virt.new", "Virt.get_type"]


def test_scripts_that_load_each_other_do() -> None:
    one = "require 'file1.pl'; get()->get_type;"
    two = "use Sys::Virt; sub get { Sys::Virt->new } 1;"
    assert found(one, two) == ["Virt.get_type", "Virt.new"]

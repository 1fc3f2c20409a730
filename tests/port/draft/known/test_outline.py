"""What a file has, known before it is written."""

from __future__ import annotations

import pytest

from sysvirt.port.draft.known.outline import Outline
from sysvirt.port.parser import grammar


def outline(perl: str, path: str = "x.pl") -> Outline:
    return Outline(grammar.parse(perl.encode()).root, path)


@pytest.mark.parametrize(
    ("body", "takes"),
    [
        ("my $self = shift; 1;", "object"),
        ("my ($self, $x) = @_; 1;", "object"),
        ("my ($class, %args) = @_; 1;", "class"),
        ("shift->{name}", "object"),
        ("return $_[0]{name};", "object"),
        ("my ($x) = @_; 1;", ""),
    ],
)
def test_what_the_first_parameter_is(body: str, takes: str) -> None:
    assert outline(f"package P; sub f {{ {body} }}").subs["P", "f"].takes == takes


def test_parents_are_told_in_several_ways() -> None:
    found = outline(
        "package A; package B; use parent -norequire, 'A'; package C; our @ISA = ('B');"
        " package D; use Moo; extends 'C'; with 'R';"
    )
    assert found.packages == {"A": [], "B": ["A"], "C": ["B"], "D": ["C", "R"]}


def test_a_class_is_called_by_its_last_name_where_that_is_its_own() -> None:
    found = outline("package My::Host; package Other::Host; package My::Guest;")
    assert [found.class_name(each) for each in found.packages] == [
        "My_Host",
        "Other_Host",
        "Guest",
    ]


def test_a_module_is_where_its_package_is() -> None:
    assert outline("package My::Host; 1;", "lib/My/Host.pm").module == "My.Host"
    assert outline("package Other; 1;", "lib/helpers.pm").module == "helpers"


def test_what_a_module_exports_is_called_by_its_name() -> None:
    main = outline("use My::Util qw(one); one(); two();")
    module = outline(
        "package My::Util; our @EXPORT_OK = qw(one two); sub one {} sub two {}", "My/Util.pm"
    )
    main.others = (module,)
    assert main.sub("one", "main") is module.subs["My::Util", "one"]
    assert main.sub("two", "main") is None
    assert main.sub("My::Util::two", "main") is module.subs["My::Util", "two"]


@pytest.mark.parametrize(
    ("body", "takes"),
    [
        ("my ($c) = @_; return bless {}, $c;", "class"),
        ("my $what = shift; my $s = {}; bless $s, $what; $s", "class"),
        ("bless {}, shift", "class"),
        ("my ($self) = @_; 1;", "object"),
    ],
)
def test_what_is_blessed_into_is_a_class(body: str, takes: str) -> None:
    assert outline(f"package X; sub new {{ {body} }}").subs["X", "new"].takes == takes

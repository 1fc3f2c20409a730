"""Classes, their methods, and errors of Sys::Virt in Python's words."""

from __future__ import annotations

import ast

import pytest

from sysvirt.port.parser import tree
from sysvirt.port.project import read_project
from sysvirt.port.python import objects
from sysvirt.port.python.refusing import Untranslatable
from sysvirt.port.source import Source


@pytest.mark.parametrize(
    ("perl", "python"), [("get_name", "get_name"), ("import", "import_"), ("is", "is_")]
)
def test_a_method_is_no_keyword(perl: str, python: str) -> None:
    assert objects.attribute(perl) == python


def test_a_method_is_a_word() -> None:
    with pytest.raises(Untranslatable, match="SUPER::new"):
        objects.attribute("SUPER::new")


@pytest.mark.parametrize(
    ("perl", "python"),
    [
        ("Sys::Virt::Domain", "Sys.Virt.Domain"),
        ("main::Host", "Host"),
        ("Sys'Virt", "Sys.Virt"),
    ],
)
def test_a_class_by_its_package(perl: str, python: str) -> None:
    assert ast.unparse(objects.class_path(perl)) == python


@pytest.mark.parametrize("name", ["My::class", "a-b", ""])
def test_a_package_that_can_be_no_class(name: str) -> None:
    with pytest.raises(Untranslatable):
        objects.class_path(name)


def test_what_is_an_error() -> None:
    perl = b"use Sys::Virt; eval { Sys::Virt->new(uri => 'x') }; my $e = $@; print $x, $e;"
    (unit,) = read_project([Source("x.pl", perl)])
    variables = [each for each in tree.walk(unit.root) if each.type == "scalar"]
    errors = {tree.text(each): objects.is_error(unit, each) for each in variables}
    assert errors == {"$e": True, "$@": True, "$x": False}

"""Variables as names of Python."""

from __future__ import annotations

import pytest

from sysvirt.port.parser.grammar import parse
from sysvirt.port.python.names import Names, python_name, single
from sysvirt.port.python.refusing import Untranslatable
from sysvirt.port.types import Hash, Object


@pytest.mark.parametrize(
    ("name", "python"),
    [
        ("dom", "dom"),
        ("_x1", "_x1"),
        ("class", "class_"),
        ("in", "in_"),
        ("None", "None_"),
        ("list", "list_"),
        ("id", "id_"),
        ("sys", "sys_"),
        ("Sys", "Sys_"),
        ("err", "err_"),
    ],
)
def test_names_that_python_takes(name: str, python: str) -> None:
    assert python_name(name) == python


@pytest.mark.parametrize("name", ["Foo::x", "1", "", "^W", "a-b", "é"])
def test_names_that_it_does_not(name: str) -> None:
    with pytest.raises(Untranslatable):
        python_name(name)


def test_variables_of_one_name_with_other_signs() -> None:
    names = Names(parse(b"my $x; my @x; my %x; my @y; my %y; my %z; $q{1}; $q").root)
    assert [names.of(each) for each in ("$x", "@x", "%x")] == ["x", "x_list", "x_dict"]
    assert [names.of(each) for each in ("@y", "%y", "%z")] == ["y", "y_dict", "z"]
    assert [names.of(each) for each in ("$q", "%q")] == ["q", "q_dict"]


def test_the_object_of_a_loop() -> None:
    assert single([Object("StorageVol")]) == "vol"
    assert single([Object("StorageVol"), Object("Domain")]) == "item"
    assert single([Hash(1)]) == "item"
    assert single([]) == "item"

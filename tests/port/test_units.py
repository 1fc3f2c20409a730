"""What a unit tells of its file."""

from __future__ import annotations

from sysvirt.port.parser import tree
from sysvirt.port.types import Hash, List, Object, Result
from tests.port.asking import unit


def test_sites_stand_in_the_order_of_the_text() -> None:
    starts = [site.node.start_byte for site in unit("$dom->a; $conn->b; $dom->c;").sites]
    assert starts == sorted(starts)
    assert len(starts) == 6


def test_types_of_expressions() -> None:
    read = unit("my $info = $dom->get_info; my $state = $info->{state}; my @all = ($dom);")
    known = {
        tree.text(node): read.types_of(node)
        for node in tree.walk(read.root)
        if node.type in ("scalar", "array", "hash_element_expression")
    }
    assert known["$dom"] == {Object("Domain")}
    assert known["$info"] == {Result("Domain", "get_info")}
    assert known["$info->{state}"] == {Result("Domain", "get_info", "state")}
    assert known["$state"] == {Result("Domain", "get_info", "state")}
    assert [type(each) for each in known["@all"]] == [List]


def test_a_hash_is_one() -> None:
    read = unit("my %by = (a => $dom);")
    (node,) = (node for node in tree.walk(read.root) if node.type == "hash")
    assert [type(each) for each in read.types_of(node)] == [Hash]


def test_what_is_unknown_has_no_types() -> None:
    read = unit("my $x = foo();")
    (node,) = (node for node in tree.walk(read.root) if tree.text(node) == "foo()")
    assert read.types_of(node) == frozenset()


def test_what_was_not_understood_is_told() -> None:
    assert unit("").unparsed == ()
    assert unit("print 1;\nif (1) {\n").unparsed != ()

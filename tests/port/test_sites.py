"""What a site has."""

from __future__ import annotations

from sysvirt.port.findings import Confidence, Kind
from sysvirt.port.parser import tree
from sysvirt.port.sites import Context
from tests.port.asking import START, sites


def test_a_method() -> None:
    site = sites(START + "my ($s) = $dom->get_state(1);")[-1]
    assert site.kind is Kind.METHOD
    assert (site.cls, site.name, site.exists) == ("Domain", "get_state", True)
    assert site.confidence is Confidence.CERTAIN
    assert tree.text(site.node) == "get_state"
    assert tree.text(site.call) == "$dom->get_state(1)"
    assert site.receiver is not None
    assert tree.text(site.receiver) == "$dom"
    assert [tree.text(each) for each in site.arguments] == ["1"]
    assert site.context is Context.LIST


def test_a_chain_over_lines_has_a_place_for_each_name() -> None:
    found = sites(START + "$conn\n  ->get_domain_by_name('a')\n  ->get_info\n  ->{state};")[2:]
    assert [tree.text(each.node) for each in found] == ["get_domain_by_name", "get_info"]
    assert [each.node.start_point.row for each in found] == [2, 3]


def test_new_in_its_old_form() -> None:
    site = sites("use Sys::Virt; my $c = new Sys::Virt(uri => $u);")[0]
    assert site.kind is Kind.NEW
    assert tree.text(site.node) == "new"
    assert site.receiver is not None
    assert tree.text(site.receiver) == "Sys::Virt"
    assert [tree.text(each) for each in site.arguments] == ["uri", "$u"]


def test_names_by_variable_stand_where_the_variable_does() -> None:
    found = sites(START + "$dom->$_() for qw(suspend resume);")[2:]
    assert [each.name for each in found] == ["resume", "suspend"]
    assert {tree.text(each.node) for each in found} == {"$_"}


def test_contexts() -> None:
    found = sites(START + "$dom->create; if ($dom->is_active) { } my $n = $dom->get_name;")[2:]
    assert [each.context for each in found] == [Context.VOID, Context.BOOLEAN, Context.SCALAR]

"""How sure it is that a receiver is Sys::Virt's."""

from __future__ import annotations

import pytest

from sysvirt.port.inference.calls import Calls
from sysvirt.port.inference.evidence import Evidence
from sysvirt.port.inference.symbols import Symbols
from tests.port.asking import after_start, found, sites

USE = "use Sys::Virt;"


def test_what_flows_from_it_is_certain() -> None:
    assert after_start("$dom->get_name;") == ["Domain.get_name"]


@pytest.mark.parametrize(
    ("perl", "expected"),
    [
        ("sub f { my $x = shift; $x->get_max_vcpus; $x->set_vcpus(1) }",
         ["Domain.get_max_vcpus likely", "Domain.set_vcpus likely"]),
        ("sub f { my $x = shift; $x->list_all_domains; }", ["Virt.list_all_domains likely"]),
        ("sub f { my $d = shift; $d->is_persistent; $d->get_xml_description }", []),
        ("sub f { my $pool = shift; $pool->is_persistent; $pool->get_xml_description }",
         ["StoragePool.is_persistent likely", "StoragePool.get_xml_description likely"]),
        ("sub f { my $x = shift; $x->list_all_domains; $x->paint; }",
         ["Virt.list_all_domains guess"]),
        ("sub f { my $x = shift; $x->get_name; $x->close; $x->new }",
         ["Domain.get_name guess"]),
        ("sub f { my $dom = shift; $dom->get_name }", ["Domain.get_name guess"]),
        ("sub f { my $dom = shift; $dom->getAttribute; $dom->toString; $dom->get_name }",
         ["Domain.get_name guess"]),
        ("sub f { my $h = shift; $h->{conn}->get_type }", ["Virt.get_type guess"]),
    ],
)  # fmt: skip
def test_what_is_called_on_an_unknown_variable(perl: str, expected: list[str]) -> None:
    got = found(f"{USE} {perl}")
    if "my $d = shift" in perl:
        # ``$d`` tells nothing, and several classes have both methods.
        assert all("guess" in each for each in got)
    else:
        assert got == expected


def test_what_likely_ones_give_is_likely() -> None:
    perl = f"{USE} sub f {{ my $x = shift; for my $d ($x->list_all_domains) {{ $d->get_name }} }}"
    assert found(perl) == ["Virt.list_all_domains likely", "Domain.get_name likely"]


def test_a_class_of_the_project_that_resembles_one() -> None:
    perl = """
        package Machine;
        sub new { bless {}, shift } sub get_xml_description { 1 } sub get_max_vcpus { 2 }
        package main;
        sub show { my $dom = shift; $dom->get_xml_description; $dom->get_max_vcpus }
        my $m = Machine->new; $m->get_xml_description; $m->get_storage_paths;
    """
    assert found(USE + perl) == []


def test_links_by_name_across_files() -> None:
    library = "package Host; sub new { bless { conn => Sys::Virt->new }, shift } "
    library += "sub connection_of_host { $_[0]{conn} } sub other { 1 } 1;"
    script = "sub f { my $x = shift; $x->connection_of_host->get_type }"
    assert found(script, library) == ["Virt.get_type likely", "Virt.new"]


def test_two_classes_with_a_method_are_no_link() -> None:
    library = "package A; sub thing { Sys::Virt->new } package B; sub thing { 1 } 1;"
    assert found("sub f { my $x = shift; $x->thing->get_type }", library) == [
        "Virt.get_type guess",
        "Virt.new",
    ]


def test_links_do_not_cross_a_foreign_class() -> None:
    library = "package A; sub thing_of_mine { Sys::Virt->new } 1;"
    script = "my $x = Foo::Bar->new; $x->thing_of_mine->get_type;"
    assert found(script, library) == ["Virt.get_type guess", "Virt.new"]


def test_without_sys_virt_there_is_nothing() -> None:
    assert found("my $dom = shift; $dom->get_name; $dom->get_max_vcpus; $@->message;") == []


def test_errors() -> None:
    assert after_start("eval { $dom->create }; $@->code; $@->cod; $@->as_text;") == [
        "Domain.create",
        "Error.code",
        "Error.cod likely missing",
        "Error.as_text likely missing",
    ]


def test_what_a_variable_got_last() -> None:
    perl = "my $x = $conn; $x->get_hostname; $x = $dom; $x->get_hostname; $x->get_uuid;"
    assert after_start(perl)[:2] == ["Virt.get_hostname", "Domain.get_hostname"]


def test_a_variable_that_was_something_else() -> None:
    perl = "my $x = XML->parse(1); $x->toString; $x->destroy; $x = $dom; $x->destroy;"
    assert after_start(perl) == ["Domain.destroy guess", "Domain.destroy"]


def test_in_a_loop_what_comes_later_comes_before() -> None:
    perl = "my $x = f(); while (1) { $x->destroy; $x = $dom; }"
    assert after_start(perl) == ["Domain.destroy"]


@pytest.mark.parametrize(
    ("receiver", "expected"),
    [
        # Those that say nothing are by the class that has most of the methods.
        ("$dom", "Domain"),
        ("$vm2", "Domain"),
        ("$self->{conn}", "Virt"),
        ("$self->vmm", "Virt"),
        ("$src_pool", "StoragePool"),
        ("$domains[0]", "Domain"),
        ("$h{net}", "Network"),
        ("$thing", "Domain"),
    ],
)
def test_names_of_variables(receiver: str, expected: str) -> None:
    got = [
        each.cls for each in sites(f"{USE} sub f {{ {receiver}->get_name; {receiver}->get_type }}")
    ]
    assert got[:1] == [expected]


def test_distinctive_names() -> None:
    symbols = Symbols()
    evidence = Evidence(symbols, Calls(symbols), frozenset({0}))
    assert evidence.is_distinctive("get_max_vcpus")
    assert not evidence.is_distinctive("get_name")
    assert not evidence.is_distinctive("create")
    assert not evidence.is_distinctive("no_such_method")
    symbols.define_sub(symbols.sub("A", "get_max_vcpus"))
    assert not evidence.is_distinctive("get_max_vcpus")
    assert evidence.speaks(0)
    assert not evidence.speaks(1)

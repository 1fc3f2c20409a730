"""From receivers to sites."""

from __future__ import annotations

from sysvirt.port.findings import Kind
from tests.port.asking import after_start, found, sites

USE = "use Sys::Virt;"


def kinds(perl: str) -> list[tuple[str, Kind]]:
    """The names and kinds of the sites."""
    return [(each.name, each.kind) for each in sites(USE + perl)]


def test_kinds_of_class_methods() -> None:
    assert kinds(
        "Sys::Virt->new; Sys::Virt::Event->run_default; Sys::Virt::Domain->STATE_RUNNING; "
        "Sys::Virt::Domain->get_name; Sys::Virt::Domain->NOTHING; Sys::Virt::Event->nothing;"
    ) == [
        ("new", Kind.NEW),
        ("run_default", Kind.FUNCTION),
        ("STATE_RUNNING", Kind.CONSTANT),
        ("get_name", Kind.METHOD),
        ("NOTHING", Kind.CONSTANT),
        ("nothing", Kind.FUNCTION),
    ]


def test_new_of_subclasses() -> None:
    perl = "package L; use parent -norequire, 'Sys::Virt::EventImpl'; package main; L->new;"
    assert kinds(perl)[-1] == ("new", Kind.NEW)


def test_own_methods_of_subclasses_are_no_sites() -> None:
    perl = (
        "package D; use parent -norequire, 'Sys::Virt::Domain'; sub label { 1 } sub get_name { 2 } "
    )
    perl += "package main; my $d = bless {}, 'D'; $d->label; $d->get_name; $d->get_id;"
    assert found(USE + perl) == ["Domain.get_id"]


def test_an_object_that_is_blessed_anew_has_the_methods_of_its_class() -> None:
    perl = "package D; use parent -norequire, 'Sys::Virt::Domain'; sub get_name { 2 } "
    perl += "package main; my $d = bless $dom, 'D'; $d->get_name; $d->get_id;"
    assert after_start(perl) == ["Domain.get_id"]


def test_of_two_classes_the_one_that_has_the_method() -> None:
    perl = "for my $x ($conn, $dom) { $x->get_uuid_string; $x->list_networks; $x->nothing }"
    assert after_start(perl) == [
        "Domain.get_uuid_string",
        "Virt.list_networks",
        "Domain.nothing likely missing",
    ]


def test_of_two_classes_the_one_that_has_all_that_is_called() -> None:
    perl = "my ($net) = $conn->list_networks; my ($pool) = $conn->list_storage_pools;"
    rows = "sub f { my $x = shift; $x->get_name; $x->get_info->{capacity} } f($_) for $dom, $pool;"
    assert after_start(perl + rows)[2:] == ["StoragePool.get_name", "StoragePool.get_info"]
    rows = "sub f { my $x = shift; $x->get_name; $x->get_bridge_name } f($_) for $dom, $net;"
    assert after_start(perl + rows)[2:] == ["Network.get_name", "Network.get_bridge_name"]


def test_where_a_class_of_the_project_can_be_meant_it_is_likely() -> None:
    perl = "package O; sub new { bless {} } sub get_name { } package main; "
    perl += "for my $x ($dom, O->new) { $x->get_name; $x->get_nam; }"
    assert after_start(perl) == ["Domain.get_name likely"]


def test_of_names_that_are_computed_only_those_that_are_there() -> None:
    assert after_start("my $m = f() ? 'get_name' : 'get_nothing'; $dom->$m;") == ["Domain.get_name"]
    assert after_start("my $m = 'get_nothing'; $dom->$m;") == ["Domain.get_nothing missing"]

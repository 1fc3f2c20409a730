"""What calls reach."""

from __future__ import annotations

import pytest

from tests.port.asking import after_start, found, unit

USE = "use Sys::Virt;"


def test_results_of_the_api() -> None:
    got = after_start("""
        $conn->get_storage_pool_by_name("a")->get_volume_by_name("b")->get_path;
        $_->get_name for $dom->list_all_snapshots;
        my $first = $conn->list_all_networks; $first->get_bridge_name;
        my ($net) = $conn->list_networks; $net->destroy;
        $conn->get_hostname->nothing; $dom->get_info->{state}->nothing;
    """)
    assert [each for each in got if not each.startswith("Virt.")] == [
        "StoragePool.get_volume_by_name",
        "StorageVol.get_path",
        "DomainSnapshot.get_name",
        "Domain.list_all_snapshots",
        "Network.get_bridge_name",
        "Network.destroy",
        "Domain.get_info",
    ]


def test_methods_of_the_project_across_files() -> None:
    library = "package Lib; sub new { my ($c, $v) = @_; bless { v => $v }, $c } "
    library += "sub v { my $self = shift; $self->{v} } sub each { $_[1]->get_name } 1;"
    script = f"{USE} use Lib; my $l = Lib->new(Sys::Virt->new); $l->v->get_type; "
    script += "$l->each($l->v->get_domain_by_id(1));"
    assert found(script, library) == [
        "Virt.new",
        "Virt.get_type",
        "Virt.get_domain_by_id",
        "Domain.get_name",
    ]


def test_the_object_of_a_method_is_that_which_was_found() -> None:
    """Two classes with a method of one name: each gets its own objects only."""
    perl = """
        package A; sub new { bless {}, shift } sub go { my $self = shift; $self->get_name }
        package B; use parent -norequire, 'Sys::Virt::Domain';
        sub go { my $self = shift; $self->get_name }
        package main; my $b = bless {}, 'B'; $_->go for A->new, $b;
    """
    assert found(USE + perl) == ["Domain.get_name"]


@pytest.mark.parametrize("method", ["isa", "can", "DOES", "VERSION", "import"])
def test_what_every_object_has_is_no_use(method: str) -> None:
    assert after_start(f"$dom->{method}('x');") == []


def test_constants_as_methods() -> None:
    assert after_start("$dom->STATE_RUNNING; Sys::Virt::Domain->STATE_PAUSED;") == [
        "Domain.STATE_RUNNING",
        "Domain.STATE_PAUSED",
    ]


def test_methods_that_are_not_there() -> None:
    assert after_start("$dom->get_nam; $conn->get_hostnam; Sys::Virt::Domain->STATE_RUNING;") == [
        "Domain.get_nam missing",
        "Virt.get_hostnam missing",
        "Domain.STATE_RUNING missing",
    ]


def test_foreign_classes_are_left_alone() -> None:
    perl = "my $x = Foo->new; $x->get_name; $x->conn->get_uri; Foo->get_id; Foo::Bar->new->create;"
    assert [each for each in after_start(perl) if not each.endswith("guess")] == []


def test_a_sub_that_is_made_later_is_reached() -> None:
    perl = """
        package H; sub new { bless { conn => $_[1] }, $_[0] }
        package main; H->new($conn)->conn->get_type;
        package H; for my $n (qw(conn)) { no strict 'refs'; *{"H::$n"} = sub { $_[0]{$n} } }
    """
    assert after_start(perl) == ["Virt.get_type"]


def test_subclasses_answer_for_their_parents() -> None:
    perl = """
        package Base; sub run { my $self = shift; $self->open->get_type }
        package Child; use parent -norequire, 'Base'; sub open { Sys::Virt->new }
    """
    assert found(USE + perl) == ["Virt.get_type", "Virt.new"]


def test_the_types_of_a_call_are_those_of_its_result() -> None:
    read = unit("$conn->get_domain_by_id(1);")
    (call,) = (each.call for each in read.sites if each.name == "get_domain_by_id")
    assert {str(each) for each in read.types_of(call)} == {"Object(cls='Domain')"}

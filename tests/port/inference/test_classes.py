"""Classes: parents, exports, accessors."""

from __future__ import annotations

import pytest

from tests.port.asking import found, without_guesses

USE = "use Sys::Virt;"


@pytest.mark.parametrize(
    "perl",
    [
        "package H; use Moose; has conn => (is => 'ro', isa => 'Sys::Virt');",
        "package H; use Moose; has conn => (is => 'ro', default => sub { Sys::Virt->new });",
        (
            "package H; use Moose; has conn => (is => 'ro', lazy_build => 1); "
            "sub _build_conn { Sys::Virt->new }"
        ),
        (
            "package H; use Moose; has conn => (is => 'ro', builder => '_open'); "
            "sub _open { my $self = shift; Sys::Virt->new }"
        ),
        "package H; use Moo; has 'conn', is => 'rw'; sub BUILD { $_[0]->conn(Sys::Virt->new) }",
        "package H; use Moose; has [qw(conn dom)] => (is => 'ro', isa => 'Maybe[Sys::Virt]');",
        (
            "package H; use base 'Class::Accessor'; __PACKAGE__->mk_accessors(qw(conn)); "
            "sub setup { my $self = shift; $self->conn(Sys::Virt->new) }"
        ),
        "package H; use Object::Tiny qw(conn); sub make { H->new(conn => Sys::Virt->new) }",
        (
            "package H; sub new { my ($class, %a) = @_; bless { conn => $a{c} }, $class } "
            "sub conn { $_[0]->{conn} } package main; H->new(c => Sys::Virt->new);"
        ),
        (
            "package H; sub new { my $class = shift; my $self = {}; bless $self, $class; "
            "$self->{conn} = Sys::Virt->new; return $self } "
            "sub conn { my $self = shift; $self->{conn} }"
        ),
        (
            "package H; for my $f (qw(conn dom)) { no strict 'refs'; *{$f} = sub { $_[0]{$f} } } "
            "sub new { bless { conn => Sys::Virt->new }, shift }"
        ),
        (
            "package H; our $AUTOLOAD; sub AUTOLOAD { my $n = $AUTOLOAD; $_[0]{$n} } "
            "sub new { bless { conn => Sys::Virt->new }, shift }"
        ),
        "use Class::Struct; struct(H => { conn => 'Sys::Virt' });",
        (
            "package B; sub new { my $c = shift; my $s = bless {}, $c; "
            "$s->{conn} = Sys::Virt->new; "
            "$s } "
            "sub conn { $_[0]{conn} } package H; use parent -norequire, 'B';"
        ),
        "package B; sub conn { Sys::Virt->new } package H; our @ISA = ('B');",
        (
            "package H; sub conn { my $self = shift; return $self->_open } package H2; "
            "use parent -norequire, 'H'; sub _open { Sys::Virt->new }"
        ),
        "use feature 'class'; class H { field $conn = Sys::Virt->new; method conn { $conn } }",
        "package H; sub make { Sys::Virt->new } sub conn { __PACKAGE__->make }",
        "role R { sub conn { Sys::Virt->new } } package H; use Moose; with 'R';",
        "class H extends Base { has conn => (isa => 'Sys::Virt'); }",
    ],
)
def test_the_connection_of_a_class(perl: str) -> None:
    got = found(f"{USE} {perl} package main; my $h = H->new; $h->conn->get_type;")
    assert got[-1] == "Virt.get_type"


def test_lists_of_objects() -> None:
    perl = "package H; use Moose; has doms => (isa => 'ArrayRef[Sys::Virt::Domain]');"
    got = found(f"{USE} {perl} package main; $_->get_name for @{{ H->new->doms }};")
    assert got[-1] == "Domain.get_name"


def test_triggers_and_modifiers_get_what_they_get() -> None:
    perl = """
        package H; use Moose;
        has dom => (isa => 'Sys::Virt::Domain', trigger => sub { my ($self, $d) = @_; $d->get_id });
        around run => sub { my ($orig, $self, @a) = @_; $self->dom->get_name; $self->$orig(@a) };
        sub run { 1 }
    """
    assert found(USE + perl)[-2:] == ["Domain.get_id", "Domain.get_name"]


def test_delegation() -> None:
    perl = "package H; use Moose; has c => (isa => 'Sys::Virt', handles => ['list_domains']);"
    got = found(f"{USE} {perl} package main; $_->get_name for H->new->list_domains;")
    assert "Domain.get_name" in got


def test_exports() -> None:
    library = "package Lib; use Exporter 'import'; our @EXPORT_OK = qw(get_conn); "
    library += "sub get_conn { Sys::Virt->new } sub hidden { Sys::Virt->new } 1;"
    script = f"{USE} use Lib qw(get_conn); get_conn()->get_type; hidden()->get_uri;"
    sure = without_guesses(found(script, library))
    assert sure == ["Virt.get_type", "Virt.new", "Virt.new"]


def test_objects_that_are_lists() -> None:
    perl = """
        package L; use overload '@{}' => sub { my $s = shift; $s->{list} }, fallback => 1;
        sub new { my ($c, @l) = @_; bless { list => [@l] }, $c }
        package main; my $l = L->new(Sys::Virt->new->list_domains);
        $l->[0]->get_id; $_->get_name for @$l;
    """
    assert found(USE + perl)[2:] == ["Domain.get_id", "Domain.get_name"]


def test_constants() -> None:
    perl = f"{USE} use constant CONN => Sys::Virt->new; use constant {{ C => 'Sys::Virt' }};"
    assert found(f"{perl} CONN->get_type; C->new;")[-2:] == ["Virt.get_type", "Virt.new"]


def test_inherited_methods_of_the_api() -> None:
    perl = """
        package My::Domain; use parent 'Sys::Virt::Domain';
        sub get_name { my $self = shift; lc $self->SUPER::get_name }
        package main; my $d = bless {}, 'My::Domain'; $d->get_name; $d->get_id;
    """
    assert found(USE + perl) == ["Domain.get_name", "Domain.get_id"]

"""What Sys::Virt doesn't have."""

from __future__ import annotations

import pytest

from sysvirt.port.findings import Severity
from tests.port.rules.reading import BEGIN, find, said


@pytest.mark.parametrize(
    ("perl", "words"),
    [
        ("$dom->get_nmae;", "Sys::Virt::Domain has no get_nmae; the nearest is get_name"),
        ("$dom->list_domains;", "Sys::Virt::Domain has no list_domains; Sys::Virt has it"),
        ("$dom->_create;", "_create is private to Sys::Virt::Domain, and isn't in sysvirt"),
        ("$dom->paint;", "Sys::Virt::Domain has no paint"),
        (
            "Sys::Virt::STATE_RUNNING;",
            "Sys::Virt has no STATE_RUNNING; Sys::Virt::Domain and Sys::Virt::StoragePool have it",
        ),
        (
            "Sys::Virt->new(readOnly => 1);",
            "new has no key readOnly: Perl ignores it; the nearest is readonly",
        ),
        ("Sys::Virt->new(URI => 1);", "new has no key URI: Perl ignores it; the nearest is uri"),
        ("$dom->Get_Name;", "Sys::Virt::Domain has no Get_Name; the nearest is get_name"),
        (
            'Sys::Virt->new("adress", "test:///default");',
            "new has no key adress: Perl ignores it; the nearest is address",
        ),
        (
            "print $Sys::Virt::Domain::STATE_RUNING;",
            "undef: constants are functions, Sys::Virt::Domain::STATE_RUNNING without the $",
        ),
        (
            'print "now $Sys::Virt::Domain::STATE_PAUSED";',
            "undef: constants are functions, Sys::Virt::Domain::STATE_PAUSED without the $",
        ),
    ],
)
def test_a_mistake_is_named(perl: str, words: str) -> None:
    assert said(perl, "api-mistake") == [words]


@pytest.mark.parametrize(
    "perl",
    [
        "print $Sys::Virt::VERSION;",
        "local $Sys::Virt::Debug = 1;",
        'Sys::Virt->new(auth => 1, credlist => [], callback => sub { }, "uri" => "x");',
        'my %opts = (addr => 1); Sys::Virt->new(uri => "x", flags => 0);',
        'My::Virt->new(addr => "x");',
        'print "$Sys::Virt::VERSION\\n";',
        "$dom->$name; my $other = 'paint'; $dom->$other;",
    ],
)
def test_what_is_no_mistake_is_left_alone(perl: str) -> None:
    assert said(perl, "api-mistake") == []


def test_the_python_line_has_the_right_name() -> None:
    (found,) = find(BEGIN + "print Sys::Virt::Domain::STATE_CRUSHED;", "api-mistake")
    assert "STATE_CRASHED" in found.python
    assert "STATE_CRUSHED" not in found.python


def test_a_class_that_is_loaded_may_be_the_project_s_own() -> None:
    (found,) = find("use Sys::Virt::Domian; print ref($x) eq 'Sys::Virt::Domian';", "api-mistake")
    assert found.severity is Severity.WARNING
    assert found.message.startswith("possible: Sys::Virt has no class Sys::Virt::Domian")


def test_who_is_not_sure_makes_no_mistake() -> None:
    found = find("sub f { my $x = shift; $x->get_uuid_string; $x->get_nmae }", "api-mistake")
    assert all(each.severity < Severity.ERROR for each in found)

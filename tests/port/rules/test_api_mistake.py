"""What Sys::Virt doesn't have."""

from __future__ import annotations

import pytest

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
    ],
)
def test_what_is_no_mistake_is_left_alone(perl: str) -> None:
    assert said(perl, "api-mistake") == []


def test_the_python_line_has_the_right_name() -> None:
    (found,) = find(BEGIN + "print Sys::Virt::Domain::STATE_CRUSHED;", "api-mistake")
    assert "STATE_CRASHED" in found.python
    assert "STATE_CRUSHED" not in found.python

"""Names of classes, as texts and bare."""

from __future__ import annotations

import pytest

from tests.port.rules.reading import said


@pytest.mark.parametrize(
    ("perl", "words"),
    [
        ("print ref($@) =~ /Sys::Virt:Error/;", "Sys::Virt:Error is no class; Sys::Virt::Error is"),
        ("print ref($@) eq 'Sys:Virt::Error';", "Sys:Virt::Error is no class; Sys::Virt::Error is"),
        (
            "print ref($@) eq 'sys::virt::error';",
            "Sys::Virt has no class sys::virt::error; the nearest is Sys::Virt::Error",
        ),
        (
            "print $dom->isa('Sys::Virt::Domian');",
            "Sys::Virt has no class Sys::Virt::Domian; the nearest is Sys::Virt::Domain",
        ),
        (
            "UNIVERSAL::isa($@, 'Sys::Virt::Errors');",
            "Sys::Virt has no class Sys::Virt::Errors; the nearest is Sys::Virt::Error",
        ),
        (
            "my $x = Sys::Virt::Netwrok->new;",
            "Sys::Virt has no class Sys::Virt::Netwrok; the nearest is Sys::Virt::Network",
        ),
    ],
)
def test_a_wrong_name_shows(perl: str, words: str) -> None:
    assert said(perl, "api-mistake") == [words]


@pytest.mark.parametrize(
    "perl",
    [
        "print ref($@) =~ /Sys::Virt::Err/;",
        "print ref($@) =~ /^sys::virt/i;",
        "print ref($@) eq 'Sys::Virt::Error';",
        "print 'a Sys::Virt:Error it is';",
        "die 'no Sys:Virt here';",
        "print ref($x) eq 'Sys::VirtV2X';",
        "print ref($x) eq 'Sys::Virt::TCK::Config';",
        "package Sys::Virt::Errors; package main; print ref($x) eq 'Sys::Virt::Errors';",
        "package Sys::Virt::Domains; sub new { } package main; Sys::Virt::Domains->new;",
    ],
)
def test_a_right_name_is_left_alone(perl: str) -> None:
    assert said(perl, "api-mistake") == []

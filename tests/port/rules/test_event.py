"""Loops, callbacks, and numbers of registrations."""

from __future__ import annotations

import pytest

from sysvirt.port.findings import Severity
from tests.port.rules.reading import BEGIN, find, said

REGISTER = "$conn->domain_event_register_any(undef, 0, sub { {} })"


def test_a_loop_that_comes_too_late_is_a_mistake() -> None:
    (found,) = find(BEGIN + "Sys::Virt::Event::register_default();", "event")
    assert found.severity is Severity.ERROR
    assert found.message == "comes after the connection of line 2, which gets no events"


@pytest.mark.parametrize(
    "perl",
    [
        "my $id = $conn->domain_event_register_any(undef, 0, sub { die 'x' });",
        "sub f { die 'x' } $conn->domain_event_register_any(undef, 0, \\&f);",
    ],
)
def test_a_callback_that_dies(perl: str) -> None:
    assert said(perl, "event") == [
        "ends Perl's loop; what a callback of domain_event_register_any raises is only reported"
    ]


@pytest.mark.parametrize(
    "perl",
    [
        "my $id = $conn->domain_event_register_any(undef, 0, sub { }); print 1 if $id;",
        "$conn->domain_event_register_any(undef, 0, sub { }) or die;",
        "my $id = $conn->domain_event_register_any(undef, 0, sub { }); die unless $id;",
    ],
)
def test_a_number_that_may_be_0(perl: str) -> None:
    (message,) = said(perl, "event")
    assert message.endswith("which is false: is not None")


@pytest.mark.parametrize(
    "perl",
    [
        "sub loop { Sys::Virt::Event::register_default() }",
        "$conn->domain_event_register_any(undef, 0, sub { eval { die 'x' } });",
        "my $id = $conn->domain_event_register_any(undef, 0, sub { }); print 1 if defined $id;",
        "sub f { die 'x' }",
    ],
)
def test_what_is_right(perl: str) -> None:
    assert said(perl, "event") == []

"""The differences, told at the places that they are about."""

from __future__ import annotations

import pytest

from sysvirt.port.api import read_api
from sysvirt.port.rules.difference import places, rows_about
from sysvirt.port.rules.difference_rows import ROWS
from tests.port.rules.reading import said


@pytest.mark.parametrize(
    ("perl", "words"),
    [
        ("my @t = $dom->get_time;", "Perl: a reference to a pair"),
        ("my ($t, $s) = $dom->get_job_stats;", "Perl: a reference to the type"),
        ("print $dom->get_max_vcpus;", "Perl: -1 for a failure; Python: Error"),
        ("print 1 if $dom->get_id == -1;", "Perl: -1 for a failure; Python: Error"),
        ("print 1 if $dom->get_id < 0;", "Perl: -1 for a failure; Python: Error"),
        ("print Sys::Virt->get_version;", "Perl: without an object they die"),
        ("print 1 if defined $conn->get_uri;", "Perl: undef for a failure; Python: Error"),
        ("$dom->save('f', undef, 1);", "Perl: crash; Python: an int in the third place"),
        ("$conn->set_identity({ user => 1 });", "Perl: is dropped; Python: ValueError"),
        ("$dom->fs_freeze(undef);", "Perl: the process crashes"),
    ],
)
def test_a_difference_is_told(perl: str, words: str) -> None:
    (message,) = said(perl, "difference")
    assert message.startswith(words)


@pytest.mark.parametrize(
    "perl",
    [
        "print $conn->get_max_vcpus('test');",
        "print $conn->get_version, $conn->get_major_version;",
        "print $conn->get_uri;",
        "print $dom->get_id;",
        "print 1 unless $dom->get_id;",
        "print 1 if $dom->get_id == 7;",
        "my @x = sort { $a->get_id <=> $b->get_id } $conn->list_domains;",
        "$dom->save('f');",
        "$conn->set_identity({ 'user-name' => 1 });",
        "$dom->fs_freeze([]);",
        "print $snap->get_parent->get_name;",
        "print $net->get_name, Sys::Virt::Stream::EVENT_READABLE;",
    ],
)
def test_another_class_or_form_of_the_same_name_is_left_alone(perl: str) -> None:
    assert said(perl, "difference") == []


def test_every_place_of_a_row_is_there() -> None:
    api = read_api()
    for difference in api.differences:
        row = ROWS.get(difference.what)
        if row is not None:
            assert list(places(api, difference, row)), difference.what


def test_a_row_with_a_star_is_about_all_that_fit() -> None:
    names = {name for _, name in rows_about()}
    assert {"domain_event_deregister_any", "network_event_deregister_any"} <= names
    assert "domain_event_register_any" not in names

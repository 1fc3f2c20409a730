"""What an older libvirt lacks."""

from __future__ import annotations

import pytest

from sysvirt.port.rules.version import read_release
from tests.port.rules.reading import BEGIN, find

NEW = BEGIN + "$dom->get_hostname; print Sys::Virt::Domain::STATE_RUNNING;"


def test_what_is_newer_is_told() -> None:
    (found,) = find(NEW, "version", "0.9.0")
    assert found.message == "get_hostname needs libvirt 0.10.0; 0.9.0 lacks it"


@pytest.mark.parametrize("libvirt", ["0.10.0", "9.0", "12.7.0", None])
def test_what_is_there_is_left_alone(libvirt: str | None) -> None:
    assert find(NEW, "version", libvirt) == []


@pytest.mark.parametrize(
    ("text", "release"), [("9.0", (9, 0, 0)), ("1.2.16", (1, 2, 16)), ("v10", (10, 0, 0))]
)
def test_a_release_is_three_numbers(text: str, release: tuple[int, ...]) -> None:
    assert read_release(text) == release


def test_opening_is_always_there() -> None:
    assert find("my $conn = Sys::Virt->new;", "version", "0.0.1") == []

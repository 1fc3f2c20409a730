"""Flags as plain numbers."""

from __future__ import annotations

import pytest

from sysvirt.port.rules.flags import read_number
from tests.port.rules.reading import said


@pytest.mark.parametrize(
    ("perl", "words"),
    [
        ("$dom->get_xml_description(1);", "flags 1: Domain.XML_SECURE"),
        (
            "$dom->get_xml_description(1 | 2);",
            "flags 3: Domain.XML_SECURE | Domain.XML_INACTIVE",
        ),
        ("$dom->get_xml_description(0x2);", "flags 2: Domain.XML_INACTIVE"),
        ("$dom->get_xml_description(1 << 2);", "flags 4: Domain.XML_UPDATE_CPU"),
        ("$dom->shutdown(1);", "flags 1: Domain.SHUTDOWN_ACPI_POWER_BTN"),
        ("Sys::Virt->new(flags => 1);", "flags 1: Virt.CONNECT_RO"),
        ("$dom->reset(8);", "flags 8: no constant of reset stands for it"),
    ],
)
def test_a_number_has_its_constants(perl: str, words: str) -> None:
    assert said(perl, "flags") == [words]


@pytest.mark.parametrize(
    ("text", "number"),
    [("0", 0), ("12", 12), ("0x1f", 31), ("0b11", 3), ("017", 15), ("1_000", 1000), ("1e3", None)],
)
def test_numbers_are_read_as_perl_does(text: str, number: int | None) -> None:
    assert read_number(text) == number

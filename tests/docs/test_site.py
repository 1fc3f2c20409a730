"""The site builds without a warning, and leads to every public method and constant."""

from __future__ import annotations

import zlib
from pathlib import Path

from constants.table import read_constants
from reference.data import read_methods
from tests.docs.pages import ROOT


def names(site: Path) -> set[str]:
    """What the site's inventory has an address for."""
    _, _, _, _, packed = (site / "objects.inv").read_bytes().split(b"\n", 4)
    return {line.split(" ", 1)[0] for line in zlib.decompress(packed).decode().splitlines()}


def test_every_method_and_constant_has_its_place(site: Path) -> None:
    def ours(package: str, name: str) -> str:
        cls = package.rpartition("::")[2]
        return f"sysvirt.{'Virt' if package == 'Sys::Virt' else cls}.{name}"

    wanted = {ours(package, name) for package, name in read_methods()}
    wanted |= {ours(each.package, each.name) for each in read_constants()}
    assert wanted - names(site) == set()


def test_the_tables_have_a_row_for_each(site: Path) -> None:
    for page, number in (("methods", len(read_methods())), ("constants", len(read_constants()))):
        text = (site / f"lookup/{page}.html").read_text()
        # One more for the head of the table.
        assert text.count("<tr") == number + 1


def test_every_program_has_its_page(site: Path) -> None:
    for program in (ROOT / "examples").glob("*.py"):
        text = (site / f"examples/{program.stem}.html").read_text()
        assert f"usage: {program.name}" in text

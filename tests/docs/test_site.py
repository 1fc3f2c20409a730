"""The site builds without a warning, and leads to every public method and constant."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from constants.table import read_constants
from reference.data import read_methods

CHECKOUT = Path(__file__).parents[2]
NEEDED = ("sphinx", "furo", "myst_parser", "sphinx_copybutton", "sphinx_design")
MISSING = [name for name in NEEDED if importlib.util.find_spec(name) is None]

pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"needs {', '.join(MISSING)}")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built pages; as little as a warning fails all tests here."""
    target = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-b", "html"]
    # The doctrees beside the pages, so that nothing is left in the checkout.
    done = subprocess.run(
        [*command, "-d", str(target / "doctrees"), "docs", str(target / "html")],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return target / "html"


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
    for program in (CHECKOUT / "examples").glob("*.py"):
        text = (site / f"examples/{program.stem}.html").read_text()
        assert f"usage: {program.name}" in text

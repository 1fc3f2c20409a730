"""The site builds without a warning, and leads to every public method and constant."""

from __future__ import annotations

import re
import zlib
from html import unescape
from pathlib import Path

from constants.table import read_constants
from reference.data import read_methods
from tests.docs.pages import ROOT

#: What is a key, a parameter or a word of Perl there, although something has that name.
WORDS = ("number", "model", "result", "flags", "undef", "None")


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


#: Reasons that a reader can't follow: they name a rule or the row above.
HOLLOW = re.compile(
    r"porting rules|the same(, and quicker)?|the manual|libvirt's (meaning|type|name)"
)


def differences(site: Path) -> list[list[str]]:
    """The cells of each row of the page on the differences, in HTML."""
    text = (site / "differences.html").read_text("utf-8")
    rows = re.findall(r"<tr.*?</tr>", text, re.DOTALL)
    cells = [re.findall(r"<td>(.*?)</td>", row, re.DOTALL) for row in rows]
    return [row for row in cells if row]


def plain(html: str) -> str:
    return unescape(re.sub("<[^>]+>", "", html)).strip()


def test_every_difference_gives_a_reason(site: Path) -> None:
    rows = differences(site)
    reasons = [plain(row[-1]) for row in rows]
    assert len(reasons) > 90
    assert [reason for reason in reasons if HOLLOW.fullmatch(reason.rstrip("."))] == []
    # A sentence, with a capital letter or a name at its beginning and a full stop.
    assert [reason for reason in reasons if len(reason.split()) < 4 or reason[-1] != "."] == []


def test_the_names_of_the_differences_lead_to_their_methods(site: Path) -> None:
    own = {name.rpartition(".")[2]: name for name in names(site)}
    for first, *_ in differences(site):
        for written in re.findall(r'<span class="pre">([^<]+)</span>', first):
            name = written.partition("(")[0].rpartition(".")[2]
            if name in own and name not in WORDS:
                assert re.search(rf'<a [^>]*href="[^"]*{name}"[^>]*><code', first), first


def test_the_links_of_the_differences_lead_somewhere(site: Path) -> None:
    anchors = {
        address
        for row in differences(site)
        for address in re.findall(r'href="(reference/[^"]+)"', row[0])
    }
    assert len(anchors) > 90
    for address in anchors:
        page, _, anchor = address.partition("#")
        assert f'id="{anchor}"' in (site / page).read_text("utf-8"), address

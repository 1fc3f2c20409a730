"""The pages of the classes: light, led by groups, and each method with what the data has of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path

import pytest

from constants.table import read_constants
from reference.data import read_methods
from reference.errors import class_of, is_newer, read_errors, read_without
from reference.parameters import Given, read_migrate_params, read_parameters

#: What a page may weigh: 300 KB.
MOST = 300_000
#: The entry of a method: from its signature to the next one.
ENTRY = re.compile(r'<dt class="sig sig-object py" id="sysvirt\.(?P<name>\w+\.\w+)">')
#: The head of a group of constants: its place, and its C enum.
RUBRIC = re.compile(r'<p class="rubric" id="([\w-]+)">.*?</p>\s*<p><code[^>]*>(.*?)</code>')
TAG = re.compile(r"<[^>]+>")
LARGE = ("domain", "virt")


@cache
def pages(site: Path) -> dict[str, str]:
    """The pages of the reference by name."""
    return {path.stem: path.read_text("utf-8") for path in (site / "reference").glob("*.html")}


@cache
def entries(site: Path) -> dict[str, tuple[str, str]]:
    """The page and the HTML of each method, by class and name."""
    found: dict[str, tuple[str, str]] = {}
    for page, text in pages(site).items():
        starts = list(ENTRY.finditer(text))
        ends = [*(start.start() for start in starts), len(text)][1:]
        for start, end in zip(starts, ends, strict=True):
            # The last entry ends with its section.
            entry = text[start.start() : end].partition("</section>")[0]
            found[start["name"]] = page, entry
    return found


def plain(html: str) -> str:
    """What a reader sees of it."""
    # Quotes come out curled.
    text = unescape(TAG.sub("", html)).replace("\u2019", "'").replace("\u2018", "'")
    return " ".join(text.split())


def taken(entry: str) -> str:
    """What it says of parameters and errors."""
    return " ".join(re.findall(r'<p class="takes">(.*?)</p>', entry, re.DOTALL))


def test_every_page_is_light(site: Path) -> None:
    heavy = {
        name: size for name, text in pages(site).items() if (size := len(text.encode())) >= MOST
    }
    assert heavy == {}
    assert len(pages(site)) > 60


def test_every_method_has_one_entry(site: Path) -> None:
    wanted = {f"{class_of(package)}.{name}" for package, name in read_methods()}
    assert wanted - entries(site).keys() == set()
    everywhere = [name for text in pages(site).values() for name in ENTRY.findall(text)]
    assert sorted(set(everywhere)) == sorted(everywhere)


@pytest.mark.parametrize("name", LARGE)
def test_a_large_class_leads_to_a_page_for_each_group(site: Path, name: str) -> None:
    text = pages(site)[name]
    glance = text[text.index('class="glance') :].partition("</table>")[0]
    groups = set(re.findall(rf'href="({name}-[\w-]+)\.html"', glance))
    assert len(groups) > 15
    own = {page for page in pages(site) if page.startswith(f"{name}-")} - {f"{name}-constants"}
    assert groups == own
    # And to each method; before any of them is described.
    cls = name.capitalize()
    wanted = {method for package, method in read_methods() if class_of(package) == cls}
    linked = set(re.findall(rf"#sysvirt\.{cls}\.(\w+)\"", glance))
    assert wanted - linked == set()
    assert text.index('class="glance') < text.index(f'id="sysvirt.{cls}.')


def test_the_page_of_a_class_leads_by_group(site: Path) -> None:
    """Where it has several groups of methods, all of them stand at the top."""
    led = 0
    for name in {class_of(package).lower() for package, _ in read_methods()}:
        text = pages(site)[name]
        groups = re.findall(r"<h2>(.*?)<", text)
        methods = [each for each in groups if each not in ("Constants", "Kinds")]
        if len(methods) > 1:
            led += 1
            glance = plain(text[text.index('class="glance') :].partition("</table>")[0])
            assert [each for each in methods if each not in glance] == [], name
    assert led > 8


# What methods take --------------------------------------------------------------------------------


def flagged() -> Iterator[Given]:
    return (each for each in read_parameters() if each.groups)


def anchors(site: Path) -> dict[str, str]:
    """The page and the place of each group of constants, by its C enum."""
    found: dict[str, str] = {}
    for page, text in pages(site).items():
        groups = re.findall(
            r'<p class="rubric" id="([\w-]+)">.*?</p>\s*<p><code[^>]*>(.*?)</code>', text
        )
        for anchor, source in groups:
            found[plain(source)] = f"{page}.html#{anchor}"
    return found


def test_all_flags_lead_to_their_constants(site: Path) -> None:
    places = anchors(site)
    left = set()
    for each in flagged():
        page, entry = entries(site)[f"{each.cls}.{each.method}"]
        said = taken(entry)
        if each.takes_nothing:
            if f"{each.name}: none yet" not in plain(said):
                left.add((each.cls, each.method, each.name))
            continue
        for group in each.groups:
            place = places[group].removeprefix(f"{page}.html")
            if f'href="{place}"' not in said:
                left.add((each.cls, each.method, group))
    assert left == set()


def test_every_measure_is_there(site: Path) -> None:
    left = set()
    for each in read_parameters():
        if each.measure:
            _, entry = entries(site)[f"{each.cls}.{each.method}"]
            unit = each.measure.partition("; ")[0].partition(" with ")[0]
            if not re.search(rf"{each.name}:? [^.]*\bin {re.escape(unit)}", plain(taken(entry))):
                left.add((each.cls, each.method, each.name))
    assert left == set()


# What they raise ----------------------------------------------------------------------------------


def test_every_error_is_there_and_leads_to_its_constant(site: Path) -> None:
    left = set()
    for (cls, method), seen in read_errors().items():
        _, entry = entries(site)[f"{cls}.{method}"]
        links = set(re.findall(r'href="(?:error\.html)?#sysvirt\.Error\.(\w+)"', taken(entry)))
        left |= {(cls, method, each.code) for each in seen if each.code not in links}
    assert left == set()


def test_every_method_says_something_of_errors(site: Path) -> None:
    silent = set()
    for (package, name), method in read_methods().items():
        key = class_of(package), name
        said = plain(taken(entries(site)[".".join(key)][1]))
        reason = read_without().get(key)
        wanted = f"Errors: none of its own: {reason}" if reason else "Errors: ERR_"
        if wanted not in said:
            silent.add(key)
        if is_newer(method) and "ERR_NO_SUPPORT before libvirt" not in said:
            silent.add(key)
    assert silent == set()


# Migrating ----------------------------------------------------------------------------------------

PARAMS = "params: Params, flags: Flags = 0"
OLDER = "dname: str | None = None, uri: {} | None = None, bandwidth: int | None = None"
SECOND = (
    "miguri: str | None = None, dxml: str | None = None, flags: Flags = 0, "
    "dname: str | None = None, bandwidth: int | None = None"
)
FORMS = {
    "migrate": (
        f"(destcon: Connection, {PARAMS}) → Domain",
        f"(destcon: Connection, flags: Flags = 0, {OLDER.format('str')}) → Domain",
    ),
    "migrate_to_uri": (
        f"(desturi: str | None, {PARAMS}) → None",
        f"(desturi: str | None, flags: Flags = 0, {OLDER.format('str | int')}) → None",
    ),
    "migrate_to_uri2": (
        f"(dconnuri: str | None, {PARAMS}) → None",
        f"(dconnuri: str | None, {SECOND}) → None",
    ),
}


@pytest.mark.parametrize("name", FORMS)
def test_both_forms_of_a_method_are_shown(site: Path, name: str) -> None:
    _, entry = entries(site)[f"Domain.{name}"]
    shown = plain(entry.partition("<dd><p>")[0])
    # A long one stands with a parameter in each line, and a comma after the last.
    shown = shown.replace("( ", "(").replace(", )", ")")
    for form in FORMS[name]:
        assert f"Domain.{name}{form}" in shown


@pytest.mark.parametrize("name", [*FORMS, "migrate2"])
def test_migrating_leads_to_its_keys(site: Path, name: str) -> None:
    page, entry = entries(site)[f"Domain.{name}"]
    assert 'href="#migrate-params"' in taken(entry)
    assert 'id="migrate-params"' in pages(site)[page]


def test_every_key_has_its_type_and_unit(site: Path) -> None:
    text = pages(site)["domain-migration"]
    table = text[text.index('id="migrate-params"') :]
    rows = {
        plain(row).split(" ")[0]: plain(row) for row in re.findall(r"<tr.*?</tr>", table, re.DOTALL)
    }
    for each in read_migrate_params():
        wanted = " ".join([each.constant, each.type, each.unit or "", each.what]).split()
        assert rows[each.constant].split() == wanted
        assert f'href="domain-constants.html#sysvirt.Domain.{each.constant}"' in table


# Constants ----------------------------------------------------------------------------------------


def test_every_constant_has_its_row(site: Path) -> None:
    text = "\n".join(pages(site).values())
    rows = {
        (owner, name): plain(rest)
        for owner, name, rest in re.findall(r'<tr><td><code id="sysvirt\.(\w+)\.(\w+)">(.*)', text)
    }
    for each in read_constants():
        said = rows[class_of(each.package), each.name]
        assert said == f"{each.name} {each.value!r} {each.c_symbol} {each.since}"

"""The report as a page."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from itertools import pairwise

import attrs
import pytest

from sysvirt.port.findings import FileReport, Finding
from sysvirt.port.report import html
from sysvirt.port.report.contents import Contents
from tests.port.report.samples import CONTENTS, FILE, FINDINGS, RULES, SCRIPT, finding

#: Elements that have no end.
VOID = {"meta", "input"}


@attrs.define
class Element:
    """An element, and the text in it."""

    tag: str
    attributes: dict[str, str]
    text: str = ""
    inside: list[Element] = attrs.field(factory=list)


class Page(HTMLParser):
    """Reads a page, and insists that all that begins also ends, in its order."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(text)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"an attribute twice in {tag}"
        element = Element(tag, {name: value or "" for name, value in attrs})
        element.inside = [*self._open]
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """The elements of a kind, with these attributes; a class is one of several."""
        return [
            each
            for each in self.elements
            if each.tag == tag
            and all(
                value in each.attributes.get(name.rstrip("_"), "").split()
                for name, value in attributes.items()
            )
        ]


def read(contents: Contents = CONTENTS) -> Page:
    return Page(html.render(contents))


def only(file: FileReport) -> Page:
    return read(attrs.evolve(CONTENTS, files=(file,)))


def test_the_source_is_there_line_by_line() -> None:
    page = only(FILE)
    lines = page.all("div", class_="line")
    assert [line.text for line in lines] == [
        f"{number}{text}" for number, text in enumerate(SCRIPT.split("\n")[:-1], 1)
    ]


def test_each_place_has_a_card_after_its_line() -> None:
    page = only(FILE)
    cards = page.all("article", class_="card")
    assert [re.findall(r"\d+:\d+", card.text) for card in cards] == [
        ["7:23"],
        ["10:64"],
        ["11:25"],
        ["12:17", "12:64"],
        ["17:18", "18:11"],
    ]
    order = [
        each.attributes["id"]
        for each in page.elements
        if {"card", "line"} & {*each.attributes.get("class", "").split()}
    ]
    assert order[order.index("f0p0") - 1] == "f0L7"
    assert order[order.index("f0p3") - 1] == "f0L12"
    assert "conn = Sys.Virt.new(address=uri)" in cards[0].text
    assert "Did you mean address?" in cards[0].text
    assert "error" in cards[0].attributes["class"]


def test_every_link_leads_somewhere() -> None:
    page = read()
    names = [each.attributes["id"] for each in page.elements if "id" in each.attributes]
    assert len(names) == len(set(names))
    links = [each.attributes["href"] for each in page.all("a")]
    assert len(links) > len(FINDINGS)
    assert {link for link in links if link.removeprefix("#") not in names} == set()


def test_it_needs_nothing_from_outside() -> None:
    page = read()
    for each in page.elements:
        assert not each.attributes.keys() & {"src", "srcset", "data", "action", "style"}
        assert not [name for name in each.attributes if name.startswith("on")]
        assert each.tag not in {"link", "iframe", "img", "object", "base"}
    assert "url(" not in page.all("style")[0].text
    assert "@import" not in page.all("style")[0].text


def test_only_its_own_style_and_script_may_run() -> None:
    page = read()
    (policy,) = [e for e in page.all("meta") if "http-equiv" in e.attributes]
    said = policy.attributes["content"]
    assert said.startswith("default-src 'none'; ")
    for tag in ("style", "script"):
        (element,) = page.all(tag)
        digest = base64.b64encode(hashlib.sha256(element.text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in said


EVIL = "</script></style><script>alert(1)</script><!-- & \" ' ` <b x=y>"


def test_nothing_of_a_script_becomes_part_of_the_page() -> None:
    harmless = read(attrs.evolve(CONTENTS, files=(FILE,)))
    evil = finding(7, "new", perl=EVIL, python=EVIL, message=EVIL, rule=EVIL, name=EVIL, cls=EVIL)
    file = FileReport(path=EVIL, text=f"{EVIL}\n" * 9, findings=(evil,), unparsed=((1, 2),))
    rule = attrs.evolve(
        RULES["call"], id=EVIL, title=EVIL, text=EVIL, perl=EVIL, python=EVIL, guide=EVIL
    )
    page = read(Contents(files=(file, file), rules={EVIL: rule}))
    assert len(page.all("script")) == len(page.all("style")) == 1
    assert {each.tag for each in page.elements} <= {each.tag for each in harmless.elements} | {
        "nav",
        "ul",
    }
    assert page.all("script")[0].text == harmless.all("script")[0].text
    (card, _) = page.all("article", class_="card")
    assert card.text.count("<script>alert(1)</script>") >= 3
    assert page.all("title")[0].text == "2 files: Perl to Python"
    assert page.all("h2")[0].text == EVIL


def test_it_can_be_filtered_by_severity_confidence_and_rule() -> None:
    page = read()
    (form,) = page.all("form")
    # It does nothing without the script, which shows it.
    assert "hidden" in form.attributes
    boxes = page.all("input")
    offered = {(box.attributes["name"], box.attributes["value"]) for box in boxes}
    used = {("rule", each.rule) for each in FINDINGS}
    assert offered == used | {
        ("severity", "error"),
        ("severity", "warning"),
        ("severity", "info"),
        ("confidence", "certain"),
        ("confidence", "likely"),
        ("confidence", "guess"),
    }
    items = [each for each in page.all("li") if "data-rule" in each.attributes]
    assert {("rule", item.attributes["data-rule"]) for item in items} == used
    assert {item.attributes["data-severity"] for item in items} == {"error", "info"}
    assert all(item.attributes["data-confidence"] for item in items)


def test_it_can_be_used_without_eyes_or_mouse() -> None:
    page = read()
    assert page.all("html")[0].attributes["lang"] == "en"
    assert len(page.all("main")) == len(page.all("h1")) == 1
    levels = [int(each.tag[1]) for each in page.elements if re.fullmatch("h[1-6]", each.tag)]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    for box in page.all("input"):
        assert box.inside[-1].tag == "label"
    for group in page.all("fieldset"):
        assert [each for each in page.all("legend") if each.inside[-1] is group]
    for each in page.elements:
        if label := each.attributes.get("aria-labelledby"):
            assert [other for other in page.elements if other.attributes.get("id") == label]
    # What a finding is, is said by a word as well as by a colour.
    for item in page.all("li"):
        if item.attributes.get("data-severity") == "error":
            assert item.text.startswith("error ")


def test_what_was_not_understood_is_told() -> None:
    page = read()
    (lost,) = page.all("p", class_="lost")
    assert "lines 2 and 4-5" in lost.text
    assert len(page.all("div", class_="unparsed")) == 3


def test_long_parts_without_findings_are_folded() -> None:
    page = only(FILE)
    (fold,) = page.all("details", class_="fold")
    assert fold.text.startswith("20 lines")
    inside = [line for line in page.all("div", class_="line") if fold in line.inside]
    assert len(inside) == 20


@pytest.mark.parametrize("text", ["", "\n", "one line", "a\nb\n"])
def test_a_finding_past_the_end_is_shown(text: str) -> None:
    page = only(attrs.evolve(FILE, text=text))
    assert len(page.all("article", class_="card")) == 5


@pytest.mark.parametrize("files", [(), (attrs.evolve(FILE, findings=()),)])
def test_nothing_to_tell(files: tuple[FileReport, ...]) -> None:
    page = read(attrs.evolve(CONTENTS, files=files, hidden=0))
    assert "Nothing to tell." in page.all("header")[0].text


def test_the_rules_that_were_used_are_explained() -> None:
    page = read()
    rules = page.all("article", class_="rule")
    assert [rule.attributes["id"] for rule in rules] == [
        "rule-api-mistake",
        "rule-call",
        "rule-shape",
    ]
    assert "`" not in rules[1].text
    assert RULES["shape"].python in rules[2].text


def test_a_rule_that_nobody_knows_does_no_harm() -> None:
    odd: Finding = finding(7, "new", rule="other", message="Says something.")
    page = only(attrs.evolve(FILE, findings=(odd,)))
    assert "Says something." in page.all("article", class_="card")[0].text

"""The Python line of each use: that it parses, that its names are sysvirt's, that it is right."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import sysvirt
from sysvirt.port.api import read_api
from sysvirt.port.findings import Confidence, Kind
from sysvirt.port.lines.line import LONGEST, Lines, parses
from sysvirt.port.parser import tree
from sysvirt.port.project import read_project
from sysvirt.port.source import Source
from tests.port.lines.reading import line_of, lines_of, unit_of

HERE = Path(__file__).parent
SCRIPTS = sorted((HERE.parent / "scripts").rglob("*.p[lm]"))


@pytest.fixture(scope="module")
def corpus() -> list[tuple[str, str, object]]:
    """The lines of all uses in the corpus, with the statement and the use."""
    units = read_project([Source.read(each) for each in SCRIPTS])
    lines = {id(unit): Lines(unit) for unit in units}
    return [
        (lines[id(unit)].of(site), tree.text(tree.written_statement(site.node)), site)
        for unit in units
        for site in unit.sites
    ]


def test_each_line_of_the_corpus_parses(corpus: list[tuple[str, str, object]]) -> None:
    assert len(corpus) > 1500
    assert [each for each in corpus if not parses(each[0])] == []
    assert max(len(line) for line, *_ in corpus) <= LONGEST


def test_each_name_behind_sys_virt_is_one_of_sysvirt(
    corpus: list[tuple[str, str, object]],
) -> None:
    wrong = []
    for line, statement, site in corpus:
        if not site.exists:  # type: ignore[attr-defined]
            continue
        for node in ast.walk(ast.parse(_whole(line))):
            if isinstance(node, ast.Attribute) and (path := _path(node)) is not None:
                wrong += [(line, statement)] if not _is_there(path) else []
    # What a script itself writes wrongly is told by a rule, and kept in the line.
    kept = {"ERR_AUTHFAILED", "STATE_SHUT_OFF", "STATE_CRUSHED", "UNIVERSAL"}
    assert [each for each in wrong if not any(word in each[0] for word in kept)] == []


def _whole(line: str) -> str:
    line = f"{line} pass" if line.endswith(":") else line
    return f"if x: pass\n{line}" if line.startswith("elif ") else f"def f():\n  {line}"


def _path(node: ast.expr) -> list[str] | None:
    """``Sys.Virt.Domain.x`` as its names."""
    names: list[str] = []
    while isinstance(node, ast.Attribute):
        names.insert(0, node.attr)
        node = node.value
    return names if isinstance(node, ast.Name) and node.id == "Sys" else None


def _is_there(names: list[str]) -> bool:
    found: object = sysvirt.Sys
    for name in names:
        if not hasattr(found, name):
            return False
        found = getattr(found, name)
    return True


def test_each_method_at_a_sure_place_is_one_of_sysvirt(
    corpus: list[tuple[str, str, object]],
) -> None:
    classes = read_api().classes
    for line, _, site in corpus:
        kind, name, cls = site.kind, site.name, site.cls  # type: ignore[attr-defined]
        sure = site.confidence is Confidence.CERTAIN and site.exists  # type: ignore[attr-defined]
        if sure and kind is Kind.METHOD and name in classes[cls].methods:
            assert name in line or "getattr(" in line, line
            assert hasattr(getattr(sysvirt, cls), name)


def test_most_lines_of_the_corpus_are_whole_statements(
    corpus: list[tuple[str, str, object]],
) -> None:
    """A use alone has nothing to the left of it, and no ``print`` around it."""
    printed = [line for line, statement, _ in corpus if statement.startswith("print ")]
    assert sum("print(" in line for line in printed) / len(printed) > 0.8
    assigned = [line for line, statement, _ in corpus if statement.startswith("my $")]
    assert sum(" = " in line for line in assigned) / len(assigned) > 0.7


def test_the_lines_do_what_the_statements_did() -> None:
    """A script of single statements: all of its lines together are the same script."""
    perl = HERE / "lines.pl"
    lines = lines_of(perl.read_text())
    assert len(lines) == len(perl.read_text().splitlines())
    python = "\n".join(["import re, sys", *lines])
    ran = [
        subprocess.run(command, stdout=subprocess.PIPE, check=True, timeout=60).stdout
        for command in (["perl", str(perl)], [sys.executable, "-c", python])
    ]
    assert ran[0].decode() == ran[1].decode()
    assert len(ran[0].splitlines()) > 30


@pytest.mark.parametrize(
    ("perl", "python"),
    [
        # The whole statement.
        ("$dom->destroy;", "dom.destroy()"),
        ("my ($s) = $dom->get_state;", "s, _ = dom.get_state()"),
        ("for my $d ($conn->list_domains) { 1 }", "for d in conn.list_domains():"),
        ("if ($dom->is_active) { 1 }", "if dom.is_active():"),
        # The use alone, where its statement is not certain.
        ("print $dom->get_name / 2;", "dom.get_name()"),
        ("my ($x) = $dom->get_name =~ /(a)/;", "dom.get_name()"),
        ("my @x = split /,/, $dom->get_name;", "dom.get_name()"),
        ('system("virsh " . $dom->get_name);', "dom.get_name()"),
        # An argument that is left out.
        ("$dom->send_key(1, 2, [3], sub { 1; 2 });", "dom.send_key(1, 2, [3], ...)"),
        ("my $d = $conn->define_domain(<<X);\n<a/>\nX\n", "d = conn.define_domain(...)"),
        ("$conn->get_domain_by_name($_[0]);", "conn.get_domain_by_name(...)"),
        (
            "my $d = $conn->get_domain_by_name(f(g => $dom->get_name));",
            "d = conn.get_domain_by_name(...)",
        ),
    ],
)
def test_whole_statements_and_uses_alone(perl: str, python: str) -> None:
    assert line_of(perl) == python


def test_an_object_that_cannot_be_written_has_a_name() -> None:
    perl = "use Sys::Virt; my $conn = Sys::Virt->new; f($conn);\nsub f { $_[0]->get_hostname }\n"
    unit = unit_of(perl)
    assert Lines(unit).of(unit.sites[-1]) == "conn.get_hostname()"


def test_what_is_long_is_left_to_the_use() -> None:
    names = ", ".join(f"'{'x' * 20}{at}'" for at in range(20))
    assert line_of(f"print $dom->get_name, {names};") == "dom.get_name()"


@pytest.mark.parametrize(
    "line",
    ["for x in y:", "elif x:", "return", "return x, y", "x = 1", "f(...)", "if x: y()"],
)
def test_what_parses(line: str) -> None:
    assert parses(line)


@pytest.mark.parametrize("line", ["x =", "f(", "$x", "a b", "print(f'{')"])
def test_what_does_not_parse(line: str) -> None:
    assert not parses(line)


@pytest.mark.parametrize("depth", [60, 300])
def test_depth_is_no_fault(depth: int) -> None:
    inside = "(" * depth + "$dom->get_name" + ")" * depth
    assert line_of(f"my $x = 1 + {inside};") in ("dom.get_name()", "x = 1 + dom.get_name()")
    chain = " . ".join(["$dom->get_name"] * depth)
    assert parses(line_of(f"print {chain};"))


@pytest.mark.parametrize(
    "perl",
    [
        "$dom->",
        "$dom->get_name(",
        "my ($a, $dom->get_name = ;",
        "print {$dom->get_name",
        "$dom->get_name ? : ;",
        "$dom->$$x->@*;",
        '"$dom->{',
        "\xff\xfe$dom->get_name",
        "$dom->get_name->get_name->[0]{a}->(1)->x;",
        "my ($x, undef, @y) = ($dom->get_state, 1);",
        "@{$dom->get_name}{qw(a b)} = ();",
        "local ($dom->get_name);",
        "$dom->get_name = 5;",
        "return wantarray ? $dom->get_name : ();",
    ],
)
def test_odd_perl_is_no_fault(perl: str) -> None:
    for cut in range(0, len(perl), 3):
        for line in lines_of(
            f"use Sys::Virt; my $conn = Sys::Virt->new;\n{perl[: len(perl) - cut]}"
        ):
            assert parses(line)

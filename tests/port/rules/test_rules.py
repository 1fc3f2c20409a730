"""Every rule finds its place, is silent elsewhere, and its pair prints the same twice."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from sysvirt.port import rules
from sysvirt.port.findings import Severity
from tests.docs.pages import ROOT
from tests.parity.judge import perl_missing
from tests.port.rules.reading import SCRIPTS, find, lines_here, read

#: The libvirt that the script of ``version`` is too new for.
OLD = "0.7.0"
PERL_BEGIN = """\
use strict;
use warnings;
use Sys::Virt;
my $conn = Sys::Virt->new(uri => 'test:///default');
my $dom = $conn->get_domain_by_name("test");
{
"""
PYTHON_BEGIN = """\
from sysvirt import Sys

conn = Sys.Virt.new(uri="test:///default")
dom = conn.get_domain_by_name("test")
"""
EVERY = pytest.mark.parametrize("rule", list(rules.RULES))


def family_of(rule: str) -> rules.Family:
    """The family that a rule is in."""
    return next(each for each in rules.FAMILIES if rules.RULES[rule] in each.rules)


@EVERY
def test_a_rule_finds_its_places_and_no_others(rule: str) -> None:
    perl = SCRIPTS.joinpath(f"{rule}.pl").read_text()
    lines = {finding.span.line for finding in find(perl, rule, OLD)}
    assert sorted(lines) == lines_here(perl) != []


@EVERY
def test_without_its_family_a_rule_finds_nothing(rule: str) -> None:
    perl = SCRIPTS.joinpath(f"{rule}.pl").read_text()
    others = [each for each in rules.FAMILIES if each != family_of(rule)]
    assert find(perl, rule, OLD, others) == []


@EVERY
def test_a_rule_is_silent_where_nothing_is_to_be_said(rule: str) -> None:
    perl = SCRIPTS.joinpath(f"{rule}.quiet.pl").read_text()
    assert find(perl, rule, OLD) == []


@EVERY
def test_the_pair_of_a_rule_prints_the_same(rule: str) -> None:
    if why := perl_missing():
        pytest.skip(why)
    pair = rules.RULES[rule]
    perl = run(["perl", "-"], f"{PERL_BEGIN}{pair.perl}}}\n")
    python = run([sys.executable, "-"], PYTHON_BEGIN + pair.python)
    assert perl == python != ""


def run(command: list[str], source: str) -> str:
    """What a program prints that is read from its standard input."""
    done = subprocess.run(
        command, input=source, capture_output=True, text=True, timeout=60, cwd=ROOT
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@EVERY
def test_the_guide_has_the_place_of_a_rule(rule: str) -> None:
    path, _, anchor = rules.RULES[rule].guide.partition("#")
    headings = re.findall(r"^#{1,3} (.+)$", ROOT.joinpath(path).read_text(), re.MULTILINE)
    anchors = [re.sub(r"[^\w -]", "", each.lower()).replace(" ", "-") for each in headings]
    assert anchor in anchors


@EVERY
def test_a_rule_says_what_it_is_about(rule: str) -> None:
    pair = rules.RULES[rule]
    assert pair.title.endswith(".")
    assert "\n" not in pair.title
    assert pair.text.endswith(".")
    compile(pair.python, rule, "exec")


@pytest.mark.parametrize("script", sorted(SCRIPTS.glob("*.pl")), ids=lambda path: path.name)
def test_every_use_has_a_finding_at_its_own_name(script: object) -> None:
    unit = read(SCRIPTS.joinpath(str(script)).read_text())
    found = rules.find(unit)
    places = {(finding.span.line, finding.span.column) for finding in found}
    names = [unit.source.span(s.node.start_byte, s.node.end_byte) for s in unit.sites]
    assert {(span.line, span.column) for span in names} <= places
    assert list(found) == sorted(found, key=lambda finding: finding.span)


def test_every_script_is_of_a_rule() -> None:
    names = {path.name.split(".")[0] for path in SCRIPTS.glob("*.pl")}
    assert names == set(rules.RULES)


def test_a_line_of_python_stands_once_for_each_place() -> None:
    unit = read(SCRIPTS.joinpath("context.pl").read_text())
    found = [each for each in rules.find(unit) if each.python]
    assert len(found) == len({each.span for each in found}) == len(unit.sites)


def test_all_eight_mistakes_are_named_with_what_is_right() -> None:
    perl = SCRIPTS.joinpath("api-mistake.pl").read_text()
    found = find(perl, "api-mistake")
    assert {each.severity for each in found} == {Severity.ERROR}
    wanted = (
        "nearest is code",
        "nearest is code",
        "nearest is STATE_CRASHED",
        "nearest is address",
        "Sys::Virt::Error is",
        "Sys::Virt::Domain::STATE_RUNNING without",
        "nearest is get_name",
        "nearest is Sys::Virt::Error",
        "private",
    )
    for finding, words in zip(found, wanted, strict=True):
        assert words in finding.message

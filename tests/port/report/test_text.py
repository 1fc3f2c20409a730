"""The report for a terminal."""

from __future__ import annotations

import re

import attrs
import pytest
from rich.cells import cell_len

from sysvirt.port.findings import FileReport, Finding, Severity
from sysvirt.port.report import text
from sysvirt.port.report.contents import Contents
from sysvirt.port.report.look import Look
from tests.port.report.samples import BROKEN, CONTENTS, FILE, PLAIN, RULES, finding


def render(*findings: Finding, path: str = "vm.pl", width: int = 80, colour: bool = False) -> str:
    """The report on one file, without its last line."""
    file = FileReport(path=path, text="", findings=findings)
    contents = Contents(files=(file,), rules=RULES)
    return text.render(contents, Look(width=width, colour=colour))


STATE = finding(11, "get_state", cls="Domain", python="state, _ = dom.get_state()")
REMARK = attrs.evolve(STATE, python="", rule="shape", message="tuple: Perl's list of 2")


def test_a_place() -> None:
    assert render(STATE, REMARK).split("\n")[:4] == [
        "vm.pl:11:25  Domain.get_state                                            certain",
        "    my ($state) = $dom->get_state;",
        "  → state, _ = dom.get_state()               tuple: Perl's list of 2   [shape]",
        "",
    ]


def test_a_warning_has_lines_of_its_own() -> None:
    warning = attrs.evolve(REMARK, severity=Severity.WARNING)
    assert render(STATE, warning).split("\n")[2:4] == [
        "  → state, _ = dom.get_state()",
        "    warning: tuple: Perl's list of 2 [shape]",
    ]


def test_two_notes_stand_below_each_other() -> None:
    other = attrs.evolve(REMARK, rule="context", message="Only the first is used.")
    assert render(STATE, REMARK, other).split("\n")[2:5] == [
        "  → state, _ = dom.get_state()",
        "    note: Only the first is used. [context]",
        "    note: tuple: Perl's list of 2 [shape]",
    ]


@pytest.mark.parametrize("width", [60, 80, 100])
def test_no_line_is_wider_than_asked(width: int) -> None:
    lines = text.render(CONTENTS, Look(width=width)).split("\n")
    assert [line for line in lines if cell_len(line) > width] == []


def test_a_long_path_has_a_line_of_its_own() -> None:
    path = "an/old/folder/with/very/many/parts/and/a/script.pl"
    lines = render(STATE, path=path, width=60).split("\n")
    assert lines[0] == f"{path}:11:25"
    assert lines[1].split() == ["Domain.get_state", "certain"]
    assert len(lines[1]) == 60


def test_colours_change_nothing_else() -> None:
    plain = text.render(CONTENTS, Look())
    painted = text.render(CONTENTS, Look(colour=True))
    assert "\x1b[" not in plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == plain
    assert "\x1b[1;31merror:\x1b[0m" in painted


def test_a_script_cant_command_the_terminal() -> None:
    evil = attrs.evolve(STATE, perl="my $x\x1b]0;owned\x07 = 1;\u202e", name="\x1b[2J")
    said = render(evil, path="\x1b[31mvm\n.pl")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", said)
    assert "\\x1b]0;owned\\x07" in said


def test_the_summary_counts_and_names_what_was_not_understood() -> None:
    assert text.render(CONTENTS, Look()).split("\n")[-5:] == [
        "bin/odd.pl: not understood: lines 2 and 4-5. What they use of Sys::Virt may be",
        "  missing above.",
        "2 errors and 7 notes in 3 files.",
        "3 places of which little says Sys::Virt are not shown. They are shown by --all.",
        "",
    ]


def test_nothing_to_tell() -> None:
    alone = attrs.evolve(CONTENTS, files=(PLAIN,), hidden=0)
    assert text.render(alone, Look()) == "Nothing to tell of 1 file.\n"


def test_one_place_that_is_not_shown() -> None:
    alone = attrs.evolve(CONTENTS, files=(PLAIN,), hidden=1)
    assert text.render(alone, Look()).split("\n")[1].startswith("1 place of which little says")


def test_files_come_in_their_order() -> None:
    said = text.render(attrs.evolve(CONTENTS, files=(BROKEN, FILE)), Look())
    assert said.index("bin/vm.pl:7") < said.index("bin/odd.pl: not understood")

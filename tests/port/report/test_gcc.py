"""The report as compilers write theirs."""

from __future__ import annotations

import re

import attrs

from sysvirt.port.report import gcc
from tests.port.report.samples import CONTENTS, FILE, finding

LINE = re.compile(r"(.+?):(\d+):(\d+): (error|warning|note): (.+) \[([a-z-]+)\]")


def lines() -> list[str]:
    return gcc.render(CONTENTS).splitlines()


def test_each_finding_is_a_line_of_the_known_form() -> None:
    found = [LINE.fullmatch(line) for line in lines()]
    assert all(found)
    assert len(found) == len(FILE.findings) + 2


def test_the_lines() -> None:
    assert lines()[0] == (
        "bin/vm.pl:7:23: note: Virt.new: in Python: conn = Sys.Virt.new(address=uri) [call]"
    )
    assert lines()[1].startswith("bin/vm.pl:7:23: error: Virt.new: new has no key addr, and")
    assert lines()[-1] == "bin/odd.pl:4:1: warning: not understood: lines 4-5 [unparsed]"


def test_they_are_in_the_order_of_their_places() -> None:
    late = finding(12, "get_name")
    early = finding(7, "new")
    file = attrs.evolve(FILE, findings=(late, early), unparsed=((9, 9),))
    said = gcc.render(attrs.evolve(CONTENTS, files=(file,))).splitlines()
    assert [line.split(":")[1] for line in said] == ["7", "9", "12"]


def test_nothing_breaks_a_line() -> None:
    odd = finding(7, "new", python="try:\n    x()", message="")
    file = attrs.evolve(FILE, path="a\nb.pl", findings=(odd,))
    (line,) = gcc.render(attrs.evolve(CONTENTS, files=(file,))).splitlines()
    assert line == "a\\nb.pl:7:23: note: new: in Python: try: x() [call]"

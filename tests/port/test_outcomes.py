"""What came of a draft: each answer is given where it is true, and nowhere else."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import attrs
import pytest

from sysvirt.port.check.run import Outcome
from sysvirt.port.draft.drafts import Draft
from sysvirt.port.source import Source
from tests.port import drafting_figures, driver, outcomes
from tests.port.cases import Case
from tests.port.drafting_figures import Group
from tests.port.outcomes import Came, Ran, Run, Written, marked

PERL = (
    "my $x = 1;\nif ($x > 1) {\n    print 'no';\n}\nprint 'one', \"\\n\";\nprint 'two', \"\\n\";\n"
)
SAME = 'print("one")\nprint("two")\n'
CAUGHT = """\
print("one")
try:
    raise NotImplementedError("a.pl:6")
except Exception:
    print("three")
"""
OTHER = 'print("one")\nprint("three")\n'


@pytest.fixture
def perl() -> None:
    """Perl is there with Sys::Virt."""
    if why := outcomes.why_not():
        pytest.skip(why)


def case(text: str = PERL) -> Case:
    return Case("a.pl", (Source("a.pl", text.encode()),))


def came(python: str, *notes: int, text: str = PERL, needs: tuple[str, ...] = ()) -> Ran:
    """What comes of a script with a draft that somebody else has written."""
    draft = Draft("a.pl", python, (), tuple((line, "why") for line in notes), needs)
    written = Written(case(text), (draft,), ())
    return outcomes.run_all([written])[0]


@pytest.mark.usefixtures("perl")
@pytest.mark.parametrize(
    ("python", "answer"),
    [
        (SAME, Came.SAME),
        (OTHER, Came.SILENT),
        (f"{SAME}print('more')\n", Came.SILENT),
        ('print("one")\n', Came.SILENT),
        # It prints something else, and then it ends with an error.
        ('print("three")\nraise ValueError("x")\n', Came.SILENT),
        ('print("one")\nraise ValueError("x")\n', Came.ENDED),
        ('print("one")\nraise NotImplementedError("a.pl:6")\n', Came.TODO),
        # One that is caught is one all the same.
        (CAUGHT, Came.TODO),
    ],
)
def test_what_comes_of_a_draft(python: str, answer: Came) -> None:
    found = came(python)
    assert found.came is answer, found.told
    assert found.statuses == (0,)


@pytest.mark.usefixtures("perl")
@pytest.mark.parametrize(
    ("line", "answer"),
    [
        # On a line that ran before, on the one that printed it, on one that never runs.
        (1, Came.NOTED),
        (6, Came.NOTED),
        (3, Came.SILENT),
    ],
)
def test_a_note_counts_on_the_lines_in_question(line: int, answer: Came) -> None:
    assert came(OTHER, line).came is answer


@pytest.mark.usefixtures("perl")
def test_a_note_on_what_runs_later_does_not_count() -> None:
    assert came('print("zero")\nprint("two")\n', 6).came is Came.SILENT
    assert came('print("zero")\nprint("two")\n', 5).came is Came.NOTED


@pytest.mark.usefixtures("perl")
def test_what_changes_from_run_to_run_is_not_compared() -> None:
    perl = 'print map({ chr(97 + rand 26) } 1 .. 20), "\\n";\n'
    assert came('print("x")\n', text=perl).came is Came.UNSTABLE


@pytest.mark.usefixtures("perl")
def test_numbers_may_change_where_they_do_in_perl() -> None:
    perl = "use Time::HiRes 'time'; printf \"it is %.6f\\n\", time + 0;\n"
    assert came('print("it is 1700000000.5")\n', text=perl).came is Came.SAME
    assert came('print("that is 1700000000.5")\n', text=perl).came is Came.SILENT
    assert came('print("it is 1700000000.5")\nprint(2)\n', text=perl).came is Came.SILENT
    perl += 'print 1, "\\n";\n'
    assert came('print("it is 1700000000.5")\nprint(1)\n', text=perl).came is Came.SAME
    assert came('print("it is 1700000000.5")\nprint(2)\n', text=perl).came is Came.SILENT


@pytest.mark.usefixtures("perl")
def test_what_lacks_a_module_is_not_compared() -> None:
    found = came(SAME, text=f"use Not::There;\n{PERL}")
    assert (found.came, found.told) == (Came.MISSING, "Perl's Not::There")
    found = came(SAME, text="use strict;\n$undeclared = 1;\n")
    assert found.came is Came.MISSING
    assert found.told.startswith("Perl can't start it: Global symbol")
    found = came(SAME, needs=("not-there",))
    assert (found.came, found.told) == (Came.MISSING, "Python's not-there")


@pytest.mark.usefixtures("perl")
def test_all_runs_of_a_case_count() -> None:
    script = attrs.evolve(case('print "@ARGV\\n";\n'), arguments=(("one",), ("two", "words")))
    draft = Draft("a.pl", "import sys\nprint(*sys.argv[1:2])\n", (), (), ())
    (found,) = outcomes.run_all([Written(script, (draft,), ())])
    assert found.came is Came.SILENT
    assert found.told.startswith("with two words:")
    assert found.statuses == (0, 0)


@pytest.mark.usefixtures("perl")
def test_results_come_in_the_order_of_the_cases() -> None:
    drafts = [Draft("a.pl", text, (), (), ()) for text in (SAME, OTHER, SAME, SAME, OTHER)]
    cases = [attrs.evolve(case(), name=f"{number}.pl") for number in range(5)]
    ran = outcomes.run_all([Written(c, (d,), ()) for c, d in zip(cases, drafts, strict=True)])
    assert [each.case.name for each in ran] == [each.name for each in cases]
    assert [each.came for each in ran] == [
        Came.SAME,
        Came.SILENT,
        Came.SAME,
        Came.SAME,
        Came.SILENT,
    ]


@pytest.mark.usefixtures("perl")
def test_no_run_finds_what_another_has_left() -> None:
    text = 'print -e "left" ? "there" : "new", "\\n"; open my $f, ">", "left"; close $f;\n'
    python = """
import os
print("there" if os.path.exists("left") else "new")
open("left", "w").close()
"""
    assert came(python, text=text).came is Came.SAME


def test_a_draft_that_does_not_compile_is_a_fault() -> None:
    draft = Draft("a.pl", "print(\n", (), (), ())
    group = Group("x", (Written(case(), (draft,), ("a.pl: '(' was never closed",)),), ())
    assert not drafting_figures.is_good([group])
    assert ("drafts that compile", "0 of 1") in [*drafting_figures.report([group])]


def test_the_marker_stands_behind_the_docstring(tmp_path: Path) -> None:
    text = (
        '#!/usr/bin/python\n"""What it is."""\nprint(__doc__)\nraise NotImplementedError("a:1")\n'
    )
    file = tmp_path / "a.py"
    file.write_text(marked(text, tmp_path / "reached"))
    done = subprocess.run([sys.executable, file], capture_output=True, text=True)
    assert done.stdout == "What it is.\n"
    assert done.stderr.endswith("NotImplementedError: a:1\n")
    assert (tmp_path / "reached").read_text() == "a:1\n"
    assert marked(SAME, tmp_path / "reached") == SAME


def ran(answer: Came, name: str = "a.pl") -> Ran:
    return Ran(attrs.evolve(case(), name=name), (), answer)


@pytest.mark.parametrize(
    ("answers", "goal", "good"),
    [
        ([Came.SAME] * 9 + [Came.TODO], 0.9, True),
        ([Came.SAME] * 8 + [Came.TODO] * 2, 0.9, False),
        ([Came.SAME] * 9 + [Came.SILENT], 0.9, False),
        ([Came.SAME, Came.NOTED], 0.5, True),
        ([Came.SAME, Came.MISSING, Came.UNSTABLE], 1.0, True),
    ],
)
def test_the_goals(answers: list[Came], goal: float, good: bool) -> None:
    group = Group("x", (), tuple(ran(each) for each in answers), goal)
    assert drafting_figures.is_good([group]) is good


def test_the_worst_is_listed_first_and_the_same_not_at_all() -> None:
    answers = [Came.TODO, Came.SAME, Came.SILENT]
    group = Group("x", (), tuple(ran(each, f"{each.name}.pl") for each in answers))
    assert [each.split(":")[0] for each in drafting_figures.misses([group])] == [
        "SILENT.pl",
        "TODO.pl",
    ]


def test_a_name_that_is_known_is_not_taken_out(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    known = tmp_path / "same.txt"
    known.write_text("TODO.pl\ngone.pl\n")
    monkeypatch.setattr(drafting_figures, "KNOWN", known)
    answers = [Came.TODO, Came.SAME, Came.SILENT]
    group = Group("x", (), tuple(ran(each, f"{each.name}.pl") for each in answers))
    assert drafting_figures.now_known([group]) == "SAME.pl\nTODO.pl\n"


# The driver --------------------------------------------------------------------------------------


def test_the_driver_tells_what_became_of_each_program(tmp_path: Path) -> None:
    code = "import sys, os, signal; print(os.getcwd()); sys.stderr.write('e'); "
    jobs: list[list[object]] = [
        [[sys.executable, "-c", f"{code}sys.exit(3)"], str(tmp_path)],
        [[sys.executable, "-c", "import os; os.kill(os.getpid(), 9)"], "/"],
        [[sys.executable, "-c", r"import sys; sys.stdout.buffer.write(b'\xff')"], "/"],
    ]
    (tmp_path / "jobs").write_text(json.dumps(jobs))
    files = str(tmp_path / "jobs"), str(tmp_path / "results")
    command = [sys.executable, driver.__file__, *files]
    subprocess.run(command, check=True)
    assert json.loads((tmp_path / "results").read_text()) == [
        [3, False, f"{tmp_path}\n", "e"],
        [137, False, "", ""],
        [0, False, "\\xff", ""],
    ]


def test_what_has_ended_by_itself_is_loud() -> None:
    perl = Outcome(output="one\ntwo\n", errors="", status=0)

    def python(output: str, errors: str, status: int = 1) -> Outcome:
        return Outcome(output=output, errors=errors, status=status)

    assert outcomes.has_ended(perl, python("one\n", "NameError: x"))
    assert not outcomes.has_ended(perl, python("one\n", "NameError: x", 0))
    assert not outcomes.has_ended(perl, python("other\n", "NameError: x"))
    assert not outcomes.has_ended(perl, python("one\n", ""))
    failed = Outcome(output="one\n", errors="x at a.pl line 1.\n", status=255)
    assert not outcomes.has_ended(failed, python("one\n", "x"))


def test_each_side_has_folders_of_its_own(tmp_path: Path) -> None:
    written = Written(case(), (Draft("a.pl", SAME, (), (), ()),), ())
    run = Run.make(written, ("x",), tmp_path / "run")
    assert [*run.jobs()] == [
        (["perl", "a.pl", "x"], str(tmp_path / "run/perl")),
        ([sys.executable, "a.py", "x"], str(tmp_path / "run/python")),
    ]
    assert (tmp_path / "run/python/a.py").read_text() == SAME
    assert (tmp_path / "run/perl/a.pl").read_text() == PERL

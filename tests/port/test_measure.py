"""The shares that the inference reaches on the corpus, and that a wrong label would be seen."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import attrs
import pytest

from sysvirt.port.project import read_project
from sysvirt.port.source import Source
from tests.port import measure
from tests.port.judging import Score, judge
from tests.port.labels import Script, parse_label, projects

SCRIPT = """\
use Sys::Virt;
my $conn = Sys::Virt->new(uri => "test:///default");
my ($dom) = $conn->list_domains;
print $dom->get_name, "\\n";
"""
LABELS = (
    "1 Virt import",
    "2 Virt.new new",
    "3 Virt.list_domains method",
    "4 Domain.get_name method",
)


@pytest.fixture(scope="module")
def score() -> Score:
    """Of the whole corpus."""
    return measure.measure(projects())


def test_call_sites_are_listed_as_they_are(score: Score) -> None:
    assert score.share_right >= measure.RIGHT, said(score)


def test_hardly_any_site_is_left_out(score: Score) -> None:
    assert score.share_missing <= measure.MISSING, said(score)


def test_no_mistake_is_false(score: Score) -> None:
    assert not score.false_mistakes, said(score)


def test_files_are_parsed_whole(score: Score) -> None:
    assert score.whole >= measure.WHOLE * score.files, said(score)


def test_it_is_the_same_every_time() -> None:
    """Nothing hangs on the order of a set, which changes from run to run."""
    command = [sys.executable, "-m", "tests.port.measure", "--list", "--no-times", "--no-drafts"]
    root = Path(__file__).parents[2]
    printed = {
        subprocess.run(
            command,
            capture_output=True,
            cwd=root,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2", "5")
    }
    assert len(printed) == 1
    assert b"call sites right" in printed.pop()


def said(score: Score) -> str:
    """The figures and every miss."""
    return "\n".join([measure.report(score), *map(str, score.misses)])


def judged(*labels: str, text: str = SCRIPT) -> Score:
    """What is thought of a script with such labels."""
    script = Script(
        next(iter(projects()))[0].path.with_name("a.pl"),
        tuple(map(parse_label, labels)),
        runs=False,
        arguments=(),
        exit_code=0,
    )
    (unit,) = read_project([Source("a.pl", text.encode())])
    return judge(script, unit)


def test_right_labels_are_right() -> None:
    score = judged(*LABELS)
    assert (score.right, score.labels, score.misses) == (4, 4, ())
    assert measure.is_good(score)


def test_a_wrong_class_is_seen() -> None:
    score = judged(*LABELS[:3], "4 Network.get_name method")
    assert [str(miss) for miss in score.wrong] == [
        "a.pl:4: Network.get_name (method) is listed as Domain.get_name (method)"
    ]
    assert not measure.is_good(score)


def test_a_wrong_kind_is_seen() -> None:
    assert judged(*LABELS[:3], "4 Domain.get_name constant").wrong


def test_a_label_too_many_is_seen() -> None:
    score = judged(*LABELS, "4 Domain.get_name method")
    assert [str(miss) for miss in score.missing] == ["a.pl:4: not listed: Domain.get_name (method)"]


def test_a_label_too_few_is_seen() -> None:
    score = judged(*LABELS[:3])
    assert [str(miss) for miss in score.false] == ["a.pl:4: no site: Domain.get_name (method)"]


def test_what_is_optional_may_be_there_or_not() -> None:
    score = judged(*LABELS[:3], "4 Domain.get_name method ?", "4 Domain.get_id method ?")
    assert (score.right, score.labels, score.misses) == (3, 3, ())


def test_a_mistake_that_is_none_is_seen() -> None:
    text = SCRIPT.replace("get_name", "get_nam")
    assert not judged(*LABELS[:3], "4 Domain.get_nam method !get_name", text=text).misses
    assert judged(*LABELS[:3], "4 Domain.get_nam method", text=text).false_mistakes
    assert judged(*LABELS[:3], text=text).false_mistakes
    assert judged(*LABELS[:3], "4 Domain.get_name method !get_nam").missed_mistakes


def test_lines_that_are_not_understood_are_seen() -> None:
    score = judged("1 Virt import", text="use Sys::Virt;\nmy $x = (((;\n")
    assert (score.files, score.whole) == (1, 0)
    assert score.partly
    assert not measure.is_good(score)


def test_it_prints_and_says_whether_it_is_good(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "a.pl").write_text(f"# runs: no - a test\n{SCRIPT}")
    labels = tmp_path / "a.pl.sites"
    labels.write_text("".join(f"{int(each[0]) + 1}{each[1:]}\n" for each in LABELS))
    monkeypatch.setattr("tests.port.labels.SCRIPTS", tmp_path)
    corpus = tuple(projects(tmp_path))
    monkeypatch.setattr(measure, "projects", lambda: corpus)
    assert measure.main(["--list", "--no-drafts"]) == 0
    shown = capsys.readouterr().out
    assert "call sites right            100.0 % (4 of 4)" in shown
    assert "a script of 1," in shown
    assert "a project of 30," in shown

    wrong = attrs.evolve(corpus[0][0], labels=(*corpus[0][0].labels, parse_label("1 Virt class")))
    monkeypatch.setattr(measure, "projects", lambda: ((wrong,),))
    assert measure.main(["--list", "--no-times", "--no-drafts"]) == 1
    assert "a.pl:1: not listed: Virt (class)" in capsys.readouterr().out

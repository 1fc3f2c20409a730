"""The labels are true: what scripts call when they run under Perl is labelled."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tests.port.labels import SCRIPTS, Label, Script, projects
from tests.port.tracing import Call, run

CORPUS = {script.path: script for scripts in projects() for script in scripts}
RUNNING = [
    pytest.param(script, arguments, id=f"{script.name} {' '.join(arguments)}".rstrip())
    for script in CORPUS.values()
    if script.runs
    for arguments in script.arguments
]
#: Perl gives a statement over several lines one of its lines, the first or the last.
LONGEST_STATEMENT = 30
#: The share of calls that stand on the line that Perl gives them.
MOST = 0.8

Runs = Callable[[Script, tuple[str, ...]], frozenset[Call]]


@cache
def has_perl() -> bool:
    """Whether Perl and its Sys::Virt are there."""
    if shutil.which("perl") is None:
        return False
    return not subprocess.run(["perl", "-MSys::Virt", "-e1"], capture_output=True).returncode


pytestmark = pytest.mark.skipif("not has_perl()", reason="needs Perl's Sys::Virt")


def is_labelled(call: Call, labels: tuple[Label, ...]) -> bool:
    """Whether a label says so, on the line or in the statement that the line is of."""
    return any(
        (label.cls, label.name) == (call.cls, call.name)
        and abs(label.line - call.line) <= LONGEST_STATEMENT
        for label in labels
    )


@pytest.fixture(scope="module")
def calls(tmp_path_factory: pytest.TempPathFactory) -> Runs:
    """Runs a script, and the same one no second time."""

    @cache
    def run_once(script: Script, arguments: tuple[str, ...]) -> frozenset[Call]:
        ran = run(script, arguments, tmp_path_factory.mktemp("run"))
        assert ran.exit_code == script.exit_code, ran.errors
        return ran.calls

    return run_once


@pytest.mark.parametrize(("script", "arguments"), RUNNING)
def test_every_call_is_labelled(script: Script, arguments: tuple[str, ...], calls: Runs) -> None:
    missing = [
        call
        for call in sorted(calls(script, arguments))
        if not is_labelled(call, CORPUS[call.path].labels)
    ]
    assert not missing


def test_most_calls_have_their_label_on_their_line(calls: Runs) -> None:
    """Most statements stand on one line, and there the label has to be."""
    every = [
        call
        for script in CORPUS.values()
        if script.runs
        for arguments in script.arguments
        for call in calls(script, arguments)
    ]
    assert sum(map(is_on_its_line, every)) >= MOST * len(every)


def is_on_its_line(call: Call) -> bool:
    """Whether a label of its line says so."""
    labels = CORPUS[call.path].labels
    return (call.line, call.cls, call.name) in {
        (label.line, label.cls, label.name) for label in labels
    }


def test_no_connection_leaves_the_test_driver(tmp_path: Path) -> None:
    path = tmp_path / "far.pl"
    path.write_text(
        "use Sys::Virt; print Sys::Virt->new(uri => 'qemu:///system')->get_uri, ' ',"
        " Sys::Virt->new(address => 'qemu:///session')->get_uri, ' ', Sys::Virt->new->get_uri;"
    )
    far = Script(path, (), runs=True, arguments=((),), exit_code=0)
    folder = tmp_path / "run"
    folder.mkdir()
    assert run(far, (), folder).output == " ".join(["test:///default"] * 3)


def test_a_call_that_nobody_labelled_is_seen(tmp_path: Path) -> None:
    script = CORPUS[SCRIPTS / "list_guests.pl"]
    calls = run(script, script.arguments[0], tmp_path).calls
    names = {(call.cls, call.name) for call in calls}
    assert {("Virt", "new"), ("Virt", "list_domains"), ("Domain", "STATE_RUNNING")} <= names
    cut = tuple(label for label in script.labels if label.name != "get_info")
    assert [call.name for call in sorted(calls) if not is_labelled(call, cut)] == ["get_info"]

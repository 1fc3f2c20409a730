"""What the command line asks for."""

from __future__ import annotations

import pytest

from sysvirt.port import options
from sysvirt.port.findings import Confidence, Severity
from sysvirt.port.options import DraftOptions, ExplainOptions, ReportOptions, UsageError

RULES = ["api-mistake", "call", "eval", "shape"]


def read(*words: str) -> ReportOptions:
    return options.read_report_options(words, RULES)


def test_what_is_so_unless_it_is_asked_for() -> None:
    assert read("vm.pl") == ReportOptions(
        paths=("vm.pl",),
        format="text",
        output="",
        colour="auto",
        only=frozenset(),
        ignore=frozenset(),
        least=None,
        libvirt=None,
        limit=Severity.ERROR,
    )


def test_all_of_them() -> None:
    asked = read(
        *("a.pl", "--format", "gcc", "-o", "out", "--color", "never", "--all", "b"),
        *("--only", "call,shape", "--only", "eval", "--ignore", "api-mistake"),
        *("--min-confidence", "likely", "--libvirt", "10.2", "--fail-on", "warning"),
    )
    assert asked == ReportOptions(
        paths=("a.pl", "b"),
        format="gcc",
        output="out",
        colour="never",
        only=frozenset({"call", "eval", "shape"}),
        ignore=frozenset({"api-mistake"}),
        least=Confidence.LIKELY,
        libvirt="10.2",
        limit=Severity.WARNING,
    )
    assert read("a", "--fail-on", "never").limit is None


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "PATH"),
        (["a", "--format", "xml"], "xml"),
        (["a", "--form", "json"], "unrecognized arguments: --form"),
        (["a", "--only", "shap"], "no such rule: shap. Did you mean shape?"),
        (["a", "--ignore", "call,api_mistake"], "Did you mean api-mistake?"),
        (["a", "--only", "zzz"], "There are: api-mistake, call, eval, shape"),
        (["a", "--only", "call", "--ignore", "call"], "the same rule: call"),
        (["a", "--min-confidence", "sure"], "sure"),
        (["a", "--fail-on", "info"], "info"),
        (["a", "--color", "yes"], "yes"),
    ],
)
def test_a_mistake_is_named(words: list[str], said: str) -> None:
    with pytest.raises(UsageError, match=".") as error:
        read(*words)
    assert said in str(error.value)


@pytest.mark.parametrize("text", ["9.0", "9.0.0", "10.12.1", "12.5"])
def test_a_release_of_libvirt(text: str) -> None:
    assert options.read_version(text) == text


@pytest.mark.parametrize(
    "text", ["", "9", "v9.0", "9.0.0.1", "9.x", "8.9", "0.10.2", " 9.0", "\u0669.0"]
)
def test_what_is_no_release_that_sysvirt_works_with(text: str) -> None:
    with pytest.raises(UsageError, match="libvirt"):
        options.read_version(text)


def test_all_is_the_least_certainty_unless_another_is_named() -> None:
    assert read("a", "--all").least is Confidence.GUESS
    assert read("a", "--min-confidence", "guess").least is Confidence.GUESS
    assert read("a", "--all", "--min-confidence", "certain").least is Confidence.CERTAIN


def test_a_path_may_begin_with_a_dash() -> None:
    assert read("a", "--all", "--", "-b").paths == ("a", "-b")
    assert read("-").paths == ("-",)


def test_explain_takes_a_rule_or_none() -> None:
    assert options.read_explain_options([], RULES) == ExplainOptions(rule="", colour="auto")
    asked = options.read_explain_options(["--color", "never", "call"], RULES)
    assert asked == ExplainOptions(rule="call", colour="never")
    with pytest.raises(UsageError, match="no such rule: cal. Did you mean call?"):
        options.read_explain_options(["cal"], RULES)


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["--version"]])
def test_help_ends_well(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        read(*words)
    assert end.value.code == 0
    assert capsys.readouterr().out.strip()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("/usr/bin/sysvirt-port", "sysvirt-port"),
        ("/x/sysvirt/port/__main__.py", "python -m sysvirt.port"),
    ],
)
def test_the_program_is_called_as_the_user_called_it(
    name: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", [name])
    assert options.program() == said


def test_draft_takes_a_script_or_a_project() -> None:
    assert options.read_draft_options(["vm.pl"]) == DraftOptions(path="vm.pl")
    asked = options.read_draft_options(["-o", "x.py", "vm.pl", "--force", "--diff", "--strict"])
    assert asked == DraftOptions(path="vm.pl", output="x.py", force=True, diff=True, strict=True)
    asked = options.read_draft_options(["--project", "bin", "--output", "out"])
    assert asked == DraftOptions(path="bin", is_project=True, output="out")
    for words in [], ["vm.pl", "--project", "bin"], ["vm.pl", "other.pl"]:
        with pytest.raises(UsageError):
            options.read_draft_options(words)

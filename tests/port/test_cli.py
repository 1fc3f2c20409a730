"""The command line: its verbs, and how the program ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from sysvirt import __version__
from sysvirt.port import rules
from tests.examples.terminal import Terminal
from tests.port.running import BAD, COMMAND, GOOD, ODD, port


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three scripts; in a folder of its own the one without fault."""
    (tmp_path / "fine").mkdir()
    for name, text in (("fine/good.pl", GOOD), ("bad.pl", BAD), ("odd.pl", ODD)):
        (tmp_path / name).write_text(text)
    return tmp_path


# How it ends -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["fine/good.pl"], 0),
        (["report", "fine/good.pl"], 0),
        (["fine"], 0),
        (["bad.pl"], 1),
        (["bad.pl", "--fail-on", "error"], 1),
        (["bad.pl", "--fail-on", "never"], 0),
        (["bad.pl", "--ignore", "api-mistake"], 0),
        (["nowhere.pl"], 2),
        (["nowhere.pl", "bad.pl"], 2),
        (["--format", "xml", "bad.pl"], 2),
        (["odd.pl"], 3),
        (["odd.pl", "bad.pl"], 1),
        (["odd.pl", "bad.pl", "--fail-on", "never"], 3),
    ],
)
def test_the_status(words: list[str], status: int, folder: Path) -> None:
    done = port(*words, folder=folder)
    assert done.returncode == status, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    if status in (0, 1, 3):
        assert done.stderr == ""


def test_check_that_cannot_run_ends_with_4(folder: Path) -> None:
    (folder / "good.py").write_text("print(1)\n")
    done = port("check", "fine/good.pl", "good.py", "--perl", "/nowhere/perl", folder=folder)
    assert done.returncode == 4, done.stdout + done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nowhere.pl"], "nowhere.pl: No such file or directory"),
        (["fine/../nothing"], "nothing: No such file or directory"),
        (["drafts", "bad.pl"], "drafts: no such verb, and no such file. Did you mean draft?"),
        (["draft"], "draft takes a SCRIPT or --project DIR, one of them"),
        (["draft", "bad.pl", "--project", "fine"], "draft takes a SCRIPT or --project DIR, not"),
        (["draft", "nowhere.pl"], "nowhere.pl: No such file or directory"),
        (["draft", "fine"], "fine: is a folder: --project fine drafts all of it"),
        (["draft", "--project", "bad.pl"], "bad.pl: is a file; --project takes a folder"),
        (["draft", "bad.pl", "-o", "bad.pl/x"], "bad.pl: File exists"),
        (["chek", "bad.pl"], "chek: no such verb, and no such file. Did you mean check?"),
        (["--only", "api-mistak", "bad.pl"], "no such rule: api-mistak. Did you mean api-mistake?"),
        (["--libvirt", "8.0", "bad.pl"], "sysvirt works with libvirt 9.0 and newer, not with 8.0"),
        (["--libvirt", "new", "bad.pl"], "--libvirt takes a release such as 9.0"),
        (["bad.pl", "-o", "no/such/x"], "no/such/x: No such file or directory"),
        (["explain", "cal"], "no such rule: cal. Did you mean call?"),
        (["report"], "the following arguments are required: PATH"),
    ],
)
def test_what_cant_be_done_is_said_in_one_line(words: list[str], said: str, folder: Path) -> None:
    done = port(*words, folder=folder)
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert line.startswith("python -m sysvirt.port: ")
    assert said in line


def test_what_can_be_read_is_reported_beside_what_cant(folder: Path) -> None:
    done = port("nowhere.pl", "bad.pl", folder=folder)
    assert "bad.pl:4:23" in done.stdout
    assert done.stderr.count("\n") == 1


def test_a_folder_without_perl_is_a_mistake(folder: Path) -> None:
    (folder / "empty").mkdir()
    done = port("empty", folder=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert "empty: no Perl files in there" in done.stderr


def test_a_file_that_is_called_as_a_verb(folder: Path) -> None:
    (folder / "check").write_text(GOOD)
    assert "check:4:23" in port("report", "check", folder=folder).stdout
    assert "check:4:23" in port("./check", folder=folder).stdout


@pytest.mark.parametrize(
    "words", [["--help"], ["-h"], [], ["report", "-h"], ["draft", "-h"], ["explain", "--help"]]
)
def test_help(words: list[str]) -> None:
    done = port(*words)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("usage: python -m sysvirt.port ")


def test_help_names_all_verbs_and_ends() -> None:
    said = port("--help").stdout
    verbs = ("[report] PATH", "draft SCRIPT", "check SCRIPT", "explain [RULE]")
    assert all(f"  {verb}" in said for verb in verbs)
    assert "It ends with 0" in said


def test_the_version() -> None:
    assert port("--version").stdout == f"sysvirt {__version__}\n"


# What it writes ----------------------------------------------------------------------------------


def findings(*words: str, folder: Path) -> list[dict[str, Any]]:
    document = json.loads(port("--format", "json", *words, folder=folder).stdout)
    return [finding for file in document["files"] for finding in file["findings"]]


def test_every_use_is_a_finding_where_its_name_stands(folder: Path) -> None:
    calls = [f for f in findings("fine/good.pl", folder=folder) if f["python"]]
    places = {(f["line"], f["column"], f["class"], f["name"]) for f in calls}
    assert places >= {
        (4, 23, "Virt", "new"),
        (5, 25, "Virt", "list_domains"),
        (6, 25, "Domain", "get_state"),
        (7, 17, "Domain", "get_name"),
    }
    assert {f["confidence"] for f in calls} == {"certain"}


def test_the_formats(folder: Path) -> None:
    text = port("bad.pl", folder=folder).stdout
    assert "bad.pl:4:23  Virt.new" in text
    assert "STATE_RUNNING" in text
    assert max(map(len, text.splitlines())) <= 80
    gcc = port("bad.pl", "--format", "gcc", folder=folder).stdout
    assert any(line.endswith("[api-mistake]") for line in gcc.splitlines())
    sarif = json.loads(port("bad.pl", "--format", "sarif", folder=folder).stdout)
    assert sarif["runs"][0]["results"]
    page = port("bad.pl", "--format", "html", folder=folder).stdout
    HTMLParser().feed(page)
    assert page.startswith("<!DOCTYPE html>")


def test_a_report_goes_into_a_file(folder: Path) -> None:
    done = port("bad.pl", "-o", "out.txt", folder=folder)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")
    assert (folder / "out.txt").read_text() == port("bad.pl", folder=folder).stdout


def test_rules_can_be_chosen(folder: Path) -> None:
    assert {f["rule"] for f in findings("bad.pl", "--only", "api-mistake", folder=folder)} == {
        "api-mistake"
    }
    ignored = findings("bad.pl", "--ignore", "call,api-mistake", folder=folder)
    assert not {f["rule"] for f in ignored} & {"call", "api-mistake"}


def test_guesses_are_shown_if_asked_for(folder: Path) -> None:
    script = folder / "guess.pl"
    script.write_text("use Sys::Virt;\nsub name { my ($x) = @_; return $x->get_name; }\n")
    few = findings("guess.pl", folder=folder)
    many = findings("guess.pl", "--all", folder=folder)
    assert "get_name" not in {f["name"] for f in few}
    assert {f["confidence"] for f in many if f["name"] == "get_name"} == {"guess"}
    assert "1 place of which little says Sys::Virt" in port("guess.pl", folder=folder).stdout
    assert "get_name" not in {
        f["name"]
        for f in findings("guess.pl", "--all", "--min-confidence", "likely", folder=folder)
    }


def test_an_older_libvirt_is_warned_of(folder: Path) -> None:
    (folder / "new.pl").write_text(
        'use Sys::Virt;\nmy $c = Sys::Virt->new(uri => "test:///default");\n'
        'my $d = $c->get_domain_by_name("test");\n$d->set_autostart_once(1);\n'
    )
    old = findings("new.pl", "--libvirt", "9.0", "--only", "version", folder=folder)
    assert [(f["line"], f["name"]) for f in old] == [(4, "set_autostart_once")]
    assert findings("new.pl", "--libvirt", "12.0", "--only", "version", folder=folder) == []
    assert findings("new.pl", "--only", "version", folder=folder) == []


def test_standard_input(folder: Path) -> None:
    with (folder / "bad.pl").open() as script:
        done = port("--format", "gcc", "-", folder=folder, stdin=script)
    assert done.returncode == 1
    assert done.stdout.startswith("<stdin>:")


def test_colours(folder: Path) -> None:
    assert "\x1b[" not in port("bad.pl", folder=folder).stdout
    assert "\x1b[" in port("bad.pl", "--color", "always", folder=folder).stdout


def test_colours_on_a_terminal(folder: Path) -> None:
    for more, painted in ([], True), (["--color", "never"], False):
        terminal = Terminal(*COMMAND, str(folder / "bad.pl"), *more)
        try:
            terminal.ends(1)
            assert (b"\x1b[" in terminal.shown) is painted
            assert "Virt.new" in terminal.text()
        finally:
            terminal.close()


def test_an_encoding_that_lacks_characters(folder: Path) -> None:
    (folder / "é.pl").write_text(BAD)
    done = port("é.pl", folder=folder, env={"PYTHONIOENCODING": "ascii"})
    assert done.returncode == 1
    assert "\\xe9.pl:4:23" in done.stdout
    assert "->" in done.stdout


# How it is stopped -------------------------------------------------------------------------------


def test_ctrl_c_ends_it_quietly() -> None:
    # It waits for its standard input.
    program = subprocess.Popen(
        [*COMMAND, "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    try:
        assert program.stdin
        # It reads as soon as all of this fits into no pipe any more.
        program.stdin.write(b"# a line\n" * 50_000)
        program.stdin.flush()
        program.send_signal(signal.SIGINT)
        out, error = program.communicate(timeout=60)
    finally:
        program.kill()
        program.wait()
    assert (program.returncode, out, error) == (130, b"", b"")


@pytest.mark.parametrize("format", ["text", "json", "html", "gcc", "sarif"])
def test_a_reader_that_goes_away_ends_it_quietly(format: str, folder: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    try:
        done = subprocess.run(
            [*COMMAND, "--format", format, "bad.pl"],
            cwd=folder,
            stdout=write,
            stderr=subprocess.PIPE,
            timeout=60,
        )
    finally:
        os.close(write)
    assert (done.returncode, done.stderr) == (141, b"")


# explain -----------------------------------------------------------------------------------------


def test_explain_lists_all_rules() -> None:
    said = port("explain").stdout
    listed = [line.split()[0] for line in said.splitlines() if not line.startswith(" ")]
    assert listed == sorted(rules.RULES)


@pytest.mark.parametrize("rule", sorted(rules.RULES))
def test_explain_a_rule(rule: str) -> None:
    done = port("explain", rule)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"{rule} (")

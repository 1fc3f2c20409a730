"""What the pages on the assistant show is what happens."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from sysvirt.port.options import report_parser
from sysvirt.port.report import gcc, sarif
from tests.docs.pages import ROOT, Snippet, read
from tests.port.report.samples import CONTENTS, FINDINGS, SCRIPT
from tests.port.running import port

EDITORS = read(ROOT / "docs/port/editors.md")
FIRST = read(ROOT / "docs/port/index.md")

#: What editors shall find in the sample: file, line, column and kind.
PLACES = [
    *(("bin/vm.pl", each.span.line, each.span.column, each.severity.word) for each in FINDINGS),
    ("bin/odd.pl", 2, 1, "warning"),
    ("bin/odd.pl", 4, 1, "warning"),
]


def fence(language: str, part: str = "") -> Snippet:
    """The only snippet of a language that has a part."""
    (only,) = (s for s in EDITORS.snippets if s.language == language and part in s.text)
    return only


@pytest.fixture
def findings(tmp_path: Path) -> Path:
    """A file with the sample's findings, beside the sample."""
    for name, text in (("bin/vm.pl", SCRIPT), ("bin/odd.pl", "a\nb\nc\nd\ne\n")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    file = tmp_path / "findings"
    file.write_text(gcc.render(CONTENTS))
    return file


def missing(program: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(not shutil.which(program), reason=f"needs {program}")


def test_the_first_report_is_what_the_program_says(tmp_path: Path) -> None:
    (session,) = (s.text for s in FIRST.snippets if s.text.startswith("$ cat vm.pl\n"))
    script, said = session.removeprefix("$ cat vm.pl\n").split("$ sysvirt-port vm.pl\n")
    (tmp_path / "vm.pl").write_text(script)
    done = port("vm.pl", folder=tmp_path)
    assert (done.stdout, done.stderr, done.returncode) == (said, "", 1)


# Vim ---------------------------------------------------------------------------------------------


def vim(folder: Path, *commands: str) -> str:
    """What Vim prints into the file ``out``, with the compiler of the page."""
    compilers = folder / ".vim/compiler"
    compilers.mkdir(parents=True)
    (compilers / "sysvirtport.vim").write_text(fence("vim", "CompilerSet").text)
    script = folder / "commands.vim"
    script.write_text("".join(f"{command}\n" for command in (*commands, "qall!")))
    subprocess.run(
        ["vim", "-N", "-u", "NONE", "-i", "NONE", "-es", "--cmd", "set rtp^=.vim", "-S", script],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        timeout=60,
    )
    return (folder / "out").read_text()


LIST = (
    "call writefile(map(getqflist(), {_, each -> join("
    "[bufname(each.bufnr), each.lnum, each.col, each.type, each.valid], ' ')}), 'out')"
)


@missing("vim")
def test_vim_reads_it(findings: Path) -> None:
    said = vim(findings.parent, "compiler sysvirtport", "cgetfile findings", LIST)
    kinds = {"error": "e", "warning": "w", "info": "n"}
    assert said.splitlines() == [
        f"{file} {line} {column} {kinds[kind]} 1" for file, line, column, kind in PLACES
    ]


@missing("vim")
def test_vim_ignores_what_is_no_finding(findings: Path) -> None:
    findings.write_text("python -m sysvirt.port: x.pl: No such file or directory\n\n")
    assert vim(findings.parent, "compiler sysvirtport", "cgetfile findings", LIST) == ""


@missing("vim")
def test_vim_calls_the_program_for_its_file(findings: Path) -> None:
    assert (
        vim(
            findings.parent,
            "edit bin/vm.pl",
            "compiler sysvirtport",
            "call writefile([expandcmd(&makeprg)], 'out')",
        )
        == "sysvirt-port --format gcc 'bin/vm.pl'\n"
    )


# Emacs -------------------------------------------------------------------------------------------

COMPILE = """
(require 'compile)
(with-temp-buffer
  (insert-file-contents "findings")
  (compilation-mode)
  (compilation--ensure-parse (point-max))
  (goto-char (point-min))
  (while (not (eobp))
    (let ((message (get-text-property (point) 'compilation-message)))
      (when message
        (let* ((place (compilation--message->loc message))
               (file (caar (compilation--loc->file-struct place))))
          (princ (format "%s %s %s %s\\n" file (compilation--loc->line place)
                         (compilation--loc->col place) (compilation--message->type message))))))
    (forward-line)))
"""

FLYMAKE = """
(with-temp-buffer
  (insert-file-contents "bin/vm.pl")
  (let ((source (current-buffer)))
    (with-temp-buffer
      (insert-file-contents "findings")
      (dolist (each (sysvirt-port--diagnostics source))
        (princ (format "%s %s %s\\n"
                       (with-current-buffer source
                         (line-number-at-pos (flymake-diagnostic-beg each)))
                       (with-current-buffer source
                         (save-excursion
                           (goto-char (flymake-diagnostic-beg each)) (1+ (current-column))))
                       (flymake-diagnostic-type each)))))))
"""


def emacs(folder: Path, *texts: str) -> list[str]:
    """What Emacs prints that runs some Lisp."""
    file = folder / "run.el"
    file.write_text("\n".join(texts))
    done = subprocess.run(
        ["emacs", "-Q", "--batch", "-l", str(file)],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@missing("emacs")
def test_emacs_reads_it(findings: Path) -> None:
    kinds = {"error": 2, "warning": 1, "info": 0}
    assert emacs(findings.parent, COMPILE) == [
        f"{file} {line} {column} {kinds[kind]}" for file, line, column, kind in PLACES
    ]


@missing("emacs")
def test_flymake_reads_it(findings: Path) -> None:
    text = findings.read_text().replace("bin/vm.pl:", "<stdin>:")
    findings.write_text(text)
    kinds = {"error": ":error", "warning": ":warning", "info": ":note"}
    lisp = fence("elisp", "sysvirt-port-flymake").text
    assert emacs(findings.parent, lisp, FLYMAKE) == [
        f"{each.span.line} {each.span.column} {kinds[each.severity.word]}" for each in FINDINGS
    ]


# VS Code -----------------------------------------------------------------------------------------


def test_vs_code_reads_it(findings: Path) -> None:
    (task,) = json.loads(fence("json", "problemMatcher").text)["tasks"]
    pattern = task["problemMatcher"]["pattern"]
    # What JavaScript has of it, Python has as well.
    found = [re.search(pattern["regexp"], line) for line in findings.read_text().splitlines()]
    kinds = {"error": "error", "warning": "warning", "info": "note"}
    parts = ("file", "line", "column", "severity")
    assert [tuple(each[pattern[part]] for part in parts) for each in found if each] == [
        (file, str(line), str(column), kinds[kind]) for file, line, column, kind in PLACES
    ]
    rules = [each[pattern["code"]] for each in found if each]
    assert rules == [*(each.rule for each in FINDINGS), "unparsed", "unparsed"]
    assert all(each and each[pattern["message"]] for each in found)


# Code hosts --------------------------------------------------------------------------------------


def test_gitlabs_report_is_made_from_sarif(tmp_path: Path) -> None:
    (tmp_path / "quality.py").write_text(fence("python", "check_name").text)
    (tmp_path / "port.sarif").write_text(sarif.render(CONTENTS))
    done = subprocess.run(
        [sys.executable, "quality.py", "port.sarif"], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    issues: list[dict[str, Any]] = json.load(io.StringIO(done.stdout))
    kinds = {"error": "major", "warning": "minor", "info": "info"}
    assert [
        (i["location"]["path"], i["location"]["lines"]["begin"], i["check_name"], i["severity"])
        for i in issues
    ] == [("bin/vm.pl", f.span.line, f.rule, kinds[f.severity.word]) for f in FINDINGS]
    assert len({issue["fingerprint"] for issue in issues}) == len(FINDINGS)
    assert all(issue["description"] for issue in issues)


def options_of(command: str) -> set[str]:
    return set(re.findall(r"(?<= )--?[a-z][a-z-]*", command))


def test_the_commands_of_the_page_have_options_that_exist(
    capsys: pytest.CaptureFixture[str],
) -> None:
    report_parser().print_help()
    known = set(re.findall(r"--?[a-z][a-z-]*", capsys.readouterr().out))
    snippets = [*FIRST.snippets, *EDITORS.snippets]
    texts = [line for snippet in snippets for line in snippet.text.splitlines()]
    commands = [line.partition("sysvirt-port ")[2] for line in texts if "sysvirt-port --" in line]
    assert len(commands) >= 5
    used = {option for command in commands for option in options_of(f" {command}")}
    assert used - known == set()

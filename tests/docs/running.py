"""Runs the examples of docstrings and pages, and says what is wrong with them."""

from __future__ import annotations

import builtins
import contextlib
import doctest
import io
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.docs.pages import ROOT, Page, Snippet
from tests.examples.programs import LONG
from tests.examples.terminal import Terminal

FLAGS = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS

#: What a page's Perl may use, as its Python may.
PERL_WORLD = """
no strict; no warnings; use utf8; use Sys::Virt; use Sys::Virt::Event;
BEGIN { $| = 1; binmode STDOUT, ':utf8'; }
my $conn = Sys::Virt->new(uri => 'test:///default');
my $dom = $conn->get_domain_by_name('test');
"""
#: Stands between what one snippet of Perl prints and what the next one does.
BORDER = "\0\n"


def play(example: doctest.DocTest) -> str:
    """Run an example in its own names; the complaints about what it printed."""
    complaints: list[str] = []
    runner = doctest.DocTestRunner(optionflags=FLAGS, verbose=False)
    try:
        runner.run(example, out=complaints.append, clear_globs=False)
    finally:
        # The last result: it may be an object that keeps a connection open.
        vars(builtins).pop("_", None)
    # From Python 3.13 on a skipped line counts as tried as well.
    ran = runner.tries - getattr(runner, "skips", 0)
    assert ran == sum(doctest.SKIP not in line.options for line in example.examples)
    return "".join(complaints)


def play_snippet(page: Page, snippet: Snippet, world: dict[str, Any], folder: Path) -> str:
    """Run a snippet of Python, which must print what the page says; what it printed."""
    printed = ""
    if snippet.language == "pycon":
        name, line = page.place(snippet), snippet.line - 1
        example = doctest.DocTestParser().get_doctest(snippet.text, {}, name, page.name, line)
        example.globs = world
        assert example.examples, f"{page.place(snippet)}: no >>>"
        complaints = play(example)
        assert not complaints, complaints
        return printed
    if "program" in snippet.marks:
        arguments = [each.format_map(world) for each in shlex.split(snippet.marks["program"])]
        printed = program([sys.executable], arguments, page, snippet, folder)
    elif "typed" in snippet.marks:
        printed = _typed(sys.executable, snippet, folder)
    elif "pytest" in snippet.marks:
        command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider"]
        printed = program(command, [], page, snippet, folder)
        assert f" {snippet.marks['pytest']} in " in printed.splitlines()[-1], printed
    else:
        with contextlib.redirect_stdout(io.StringIO()) as out:
            # Empty lines above it, so that a traceback shows the page's own line.
            source = "\n" * (snippet.line - 1) + snippet.text
            exec(compile(source, page.path, "exec", dont_inherit=True), world)
        printed = out.getvalue()
    if snippet.prints is not None:
        check_output(page, snippet, printed)
    return printed


def check_output(page: Page, snippet: Snippet, printed: str) -> None:
    """The output has to be the one that the page shows, where ``...`` stands for anything."""
    assert doctest.OutputChecker().check_output(snippet.prints or "", printed, FLAGS), (
        f"{page.place(snippet)}: prints\n{printed}instead of\n{snippet.prints}"
    )


def compile_perl(page: Page, snippet: Snippet) -> subprocess.CompletedProcess[str]:
    """Let Perl read a snippet without running it."""
    return _perl(["-c"], _at(page, snippet))


def play_perl(page: Page, folder: Path) -> list[tuple[Snippet, str]]:
    """Run a page's Perl, all in one program but for programs; each with what it printed."""
    runnable = [snippet for snippet in page.perl() if snippet.here]
    together = [snippet for snippet in runnable if not snippet.marks.keys() & {"program", "typed"}]
    source = "".join(f"{_at(page, s)}\nprint qq(\\0\\n);\n" for s in together)
    done = _perl([], source)
    assert done.returncode == 0, done.stderr
    outputs = done.stdout.split(BORDER)[:-1]
    printed = dict(zip((s.line for s in together), outputs, strict=True))
    return [
        (s, printed[s.line] if s in together else _perl_program(page, s, folder)) for s in runnable
    ]


def _perl_program(page: Page, snippet: Snippet, folder: Path) -> str:
    if "typed" in snippet.marks:
        perl = shutil.which("perl")
        assert perl
        return _typed(perl, snippet, folder)
    return program(["perl"], shlex.split(snippet.marks["program"]), page, snippet, folder)


def _typed(interpreter: str, snippet: Snippet, folder: Path) -> str:
    """Run a snippet as a program of a terminal and type; what the terminal has shown."""
    file = folder / "program"
    file.write_text(snippet.text)
    terminal = Terminal(interpreter, str(file))
    try:
        # What is typed before it asks is thrown away.
        terminal.until(lambda: not terminal.is_as_before(), "asks")
        terminal.type(snippet.marks["typed"].encode() + b"\n")
        terminal.ends(0)
        assert terminal.is_as_before()
        return terminal.text().replace("\r\n", "\n")
    finally:
        terminal.close()


def _at(page: Page, snippet: Snippet) -> str:
    """A snippet as Perl's compiler sees it in its page."""
    return f'# line {snippet.line} "{page.name}"\n{snippet.text}'


def _perl(options: list[str], source: str) -> subprocess.CompletedProcess[str]:
    command = ["perl", *options, "-"]
    return subprocess.run(
        command, input=PERL_WORLD + source, capture_output=True, text=True, timeout=LONG
    )


def program(
    command: list[str],
    arguments: list[str],
    page: Page,
    snippet: Snippet,
    folder: Path,
    status: int = 0,
) -> str:
    """Run a snippet as a file of its own, which has to end with the status; what it printed."""
    file = folder / "program.py"
    file.write_text(snippet.text)
    done = subprocess.run(
        [*command, file.name, *arguments],
        capture_output=True,
        text=True,
        timeout=LONG,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == status, f"{page.place(snippet)}: {done.stdout}{done.stderr}"
    return done.stdout

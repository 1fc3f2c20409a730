"""What Test::More prints and how it ends, and what stands for it: the same."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

import sysvirt
from sysvirt.port.draft.modules import testing
from tests.port import forms

MODULE = forms.by_name(testing.MODULES)["Test::More"]
ROOT = Path(sysvirt.__file__).parents[1]

#: A call: a function and its arguments, as both have them.
Call = tuple[str, ...]


def python_of(calls: Sequence[Call]) -> str:
    """The calls as a script of Python."""
    lines: list[str] = []
    for name, *arguments in calls:
        told = [re.sub(r"^qr/(.*)/$", r're.compile("\1")', each) for each in arguments]
        lines.append(forms.function(MODULE, name, *told).python)
    return "\n".join(lines)


def perl_of(calls: Sequence[Call]) -> str:
    """The calls as a script of Perl."""
    lines = ["use Test::More;"]
    for name, *arguments in calls:
        lines.append(forms.perl_call(name, *arguments) + ";")
    return "\n".join(lines)


def lines_of(text: str) -> list[str]:
    """Lines, without where a test failed and where a reference is."""
    text = re.sub(r"at \S+ line \d+", "at X line N", text)
    return re.sub(r"\(0x[0-9a-f]+\)", "(0x)", text).splitlines()


def run(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a script of Python that has all helpers."""
    head = "import re\nfrom tests.port.helpers import HELPERS\nglobals().update(HELPERS)\n"
    (folder / "x.py").write_text(head + code)
    path = ":".join([str(ROOT), *filter(None, sys.path)])
    return subprocess.run(
        [sys.executable, "x.py"],
        cwd=folder,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": path},
    )


def compare(perl_code: str, python_code: str, folder: Path) -> None:
    """Run both."""
    perl = shutil.which("perl")
    if perl is None:
        pytest.skip("perl isn't here")
    (folder / "x.pl").write_text(perl_code)
    wanted = subprocess.run([perl, "x.pl"], cwd=folder, capture_output=True, text=True)
    found = run(python_code, folder)
    assert lines_of(found.stdout) == lines_of(wanted.stdout), found.stderr
    assert lines_of(found.stderr) == lines_of(wanted.stderr)
    assert found.returncode == wanted.returncode


TESTS: list[Call] = [
    ("ok", "1", "'a # b'"),
    ("ok", "0", "'n'"),
    ("ok", "1"),
    ("ok", "0"),
    ("ok", "''", "''"),
    ("ok", "1", '"two\\nlines"'),
    ("ok", "1", "'12'"),
    ("is", "'a'", "'a'"),
    ("is", "'a'", "'b'", "'x'"),
    ("is", "None", "''"),
    ("is", "None", "None", "'u'"),
    ("is", "3", "'3'", "'number'"),
    ("is", "1.50", "'1.5'", "'number'"),
    ("is", "3", "4"),
    ("isnt", "'a'", "'b'", "'isnt'"),
    ("isnt", "'a'", "'a'", "'isnt'"),
    ("isnt", "None", "''"),
    ("like", "'abc'", "qr/b/", "'l'"),
    ("like", "'abc'", "qr/x/", "'l'"),
    ("like", "None", "qr/x/", "'l'"),
    ("unlike", "'abc'", "qr/x/", "'l'"),
    ("unlike", "'abc'", "qr/b/"),
    ("cmp_ok", "1", "'<'", "2", "'c'"),
    ("cmp_ok", "3", "'<'", "2", "'c'"),
    ("cmp_ok", "3", "'>='", "2"),
    ("cmp_ok", "1", "'=='", "2", "'c'"),
    ("cmp_ok", "1", "'!='", "1", "'c'"),
    ("cmp_ok", "'a'", "'eq'", "'b'", "'c'"),
    ("cmp_ok", "'a'", "'ne'", "'a'", "'c'"),
    ("cmp_ok", "'a'", "'lt'", "'b'", "'c'"),
    ("is_deeply", "[1, [2, {'a': 1}]]", "[1, [2, {'a': 2}]]", "'deep'"),
    ("is_deeply", "[1, [2, {'a': 1}]]", "[1, [2, {'a': '1'}]]", "'deep'"),
    ("is_deeply", "{'a': 1}", "{'a': 1, 'b': 2}", "'keys'"),
    ("is_deeply", "[1]", "[1, 2]"),
    ("is_deeply", "[1, 2]", "[1]"),
    ("is_deeply", "[1]", "{}", "'kinds'"),
    ("is_deeply", "'a'", "['a']"),
    ("is_deeply", "[None]", "['']"),
    ("is_deeply", "'a'", "'b'", "'plain'"),
    ("pass", "'p'"),
    ("fail", "'f'"),
    ("pass",),
    ("fail",),
    ("diag", '"d1\\nd2\\n"'),
    ("diag", "'a'", "'b'"),
    ("note", '"n1\\n\\nn2"'),
    ("note", "''"),
    ("isa_ok", "[]", "'ARRAY'"),
    ("isa_ok", "{}", "'HASH'", "'thing'"),
    ("isa_ok", "[]", "'HASH'"),
    ("isa_ok", "None", "'HASH'"),
    ("isa_ok", "'Nobody'", "'HASH'"),
    ("use_ok", "'POSIX'"),
    ("require_ok", "'POSIX'"),
]


def test_each_prints_what_perl_prints(tmp_path: Path) -> None:
    calls: list[Call] = [*TESTS, ("done_testing",)]
    compare(perl_of(calls), python_of(calls), tmp_path)


@pytest.mark.parametrize(
    "calls",
    [
        [],
        [("ok", "1")],
        [("ok", "0")],
        [("done_testing",)],
        [("ok", "1"), ("done_testing",)],
        [("ok", "1"), ("done_testing", "2")],
        [("plan", "'tests'", "2"), ("ok", "1"), ("ok", "1"), ("ok", "1")],
        [("plan", "'tests'", "3"), ("ok", "1")],
        [("plan", "'tests'", "1")],
        [("plan", "'tests'", "2"), ("ok", "0"), ("ok", "0")],
        [("plan", "'tests'", "2"), ("ok", "0")],
        [("plan", "'tests'", "1"), ("ok", "1")],
        [("plan", "'skip_all'", "'not here'"), ("ok", "1")],
        [("ok", "1"), ("BAIL_OUT", "'no more'"), ("ok", "1")],
        [("BAIL_OUT",)],
    ],
    ids=str,
)
def test_the_end(tmp_path: Path, calls: list[Call]) -> None:
    compare(perl_of(calls), python_of(calls), tmp_path)


def test_numbers_may_be_counted_at_the_end(tmp_path: Path) -> None:
    python = "perl_plan('no_plan'); perl_ok(1); perl_ok(0)"
    compare("use Test::More 'no_plan'; ok(1); ok(0);", python, tmp_path)


def test_many_failures_are_254(tmp_path: Path) -> None:
    calls: list[Call] = [*[("ok", "0")] * 300, ("done_testing",)]
    compare(perl_of(calls), python_of(calls), tmp_path)


PERL = """
use Test::More;
SKIP: { skip 'why', 2; }
TODO: { todo_skip 'later', 1; }
subtest 'sub' => sub { plan tests => 2; ok(1, 'i1'); ok(0, 'i2'); };
subtest 'outer' => sub { ok(1); subtest 'in' => sub { ok(1, 'x'); done_testing }; };
subtest 'skipped' => sub { plan skip_all => 'no' };
subtest 'none' => sub { };
done_testing;
"""
PYTHON = """
perl_skip("why", 2)
perl_todo_skip("later", 1)
def sub():
    perl_plan(tests=2)
    perl_ok(1, "i1")
    perl_ok(0, "i2")
perl_subtest("sub", sub)
def inner():
    perl_ok(1, "x")
    perl_done_testing()
def outer():
    perl_ok(1)
    perl_subtest("in", inner)
perl_subtest("outer", outer)
perl_subtest("skipped", lambda: perl_plan(skip_all="no"))
perl_subtest("none", lambda: None)
perl_done_testing()
"""


def test_subtests_and_what_is_skipped(tmp_path: Path) -> None:
    compare(PERL, PYTHON, tmp_path)


PERL_TODO = """
use Test::More;
$TODO = 'not yet'; ok(0, 'fails'); is(1, 2, 'is'); ok(1);
subtest 'in' => sub { ok(0, 'sub'); done_testing };
$TODO = undef; ok(0, 'x');
done_testing;
"""
PYTHON_TODO = """
PerlTests.todo = 'not yet'
perl_ok(0, 'fails')
perl_is(1, 2, 'is')
perl_ok(1)
def sub():
    perl_ok(0, 'sub')
    perl_done_testing()
perl_subtest('in', sub)
PerlTests.todo = None
perl_ok(0, 'x')
perl_done_testing()
"""


def test_what_may_fail_for_now(tmp_path: Path) -> None:
    compare(PERL_TODO, PYTHON_TODO, tmp_path)


def test_a_script_that_dies(tmp_path: Path) -> None:
    found = run(python_of([("ok", "1")]) + "\nraise SystemError('x')", tmp_path)
    assert found.returncode
    assert found.stderr.endswith("# Looks like your test exited with 255 just after 1.\n")

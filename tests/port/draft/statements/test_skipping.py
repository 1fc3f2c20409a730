"""Tests that are skipped in drafts: run with Perl and with Python."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import sysvirt

pytest.importorskip("tree_sitter", reason="the extra port isn't installed")

ROOT = Path(sysvirt.__file__).parents[1]

SCRIPTS = {
    "in a block": """
SKIP: {
    skip 'not here', 2 if $n == 1;
    ok(1, 'one');
    ok(1, 'two');
}
""",
    "in a loop": """
for my $i (1 .. 3) {
    SKIP: {
        skip "odd $i", 1 if $i % 2;
        is($i, 2, 'even');
    }
    ok(1, "behind $i");
}
""",
    "from a loop in the block": """
SKIP: {
    for my $i (1 .. 3) {
        skip 'enough', 1 if $i == 2;
        ok(1, "$i");
    }
    ok(1, 'left out');
}
""",
    "what is to be done": """
TODO: {
    todo_skip 'later', 2;
    ok(0);
}
""",
}


@pytest.mark.parametrize("plan", ["tests => 7", "'no_plan'", ""])
@pytest.mark.parametrize("body", SCRIPTS.values(), ids=SCRIPTS)
def test_a_block_is_left(tmp_path: Path, body: str, plan: str) -> None:
    perl = shutil.which("perl")
    if perl is None:
        pytest.skip("perl isn't here")
    end = "" if plan else "done_testing();"
    script = tmp_path / "x.pl"
    script.write_text(f"use strict;\nuse Test::More {plan};\nmy $n = 1;\n{body}\nok(1);\n{end}\n")
    environment = {**os.environ, "PYTHONPATH": ":".join([str(ROOT), *filter(None, sys.path)])}

    def run(*command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, cwd=tmp_path, capture_output=True, text=True, env=environment
        )

    drafted = run(sys.executable, "-m", "sysvirt.port", "draft", "x.pl", "-o", "x.py")
    assert "0 TODOs" in drafted.stdout + drafted.stderr
    wanted, found = run(perl, "x.pl"), run(sys.executable, "x.py")
    assert found.stdout == wanted.stdout
    assert found.returncode == wanted.returncode
    said = [re.sub(r"at \S+ line \d+", "", each.stderr) for each in (wanted, found)]
    assert said[1] == said[0]


def test_without_a_block_it_is_refused(tmp_path: Path) -> None:
    script = tmp_path / "x.pl"
    script.write_text("use Test::More;\nsub f { skip 'why', 1; }\nSKIP: { f(); ok(1); }\n")
    command = [sys.executable, "-m", "sysvirt.port", "draft", "x.pl", "-o", "x.py"]
    environment = {**os.environ, "PYTHONPATH": ":".join([str(ROOT), *filter(None, sys.path)])}
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, env=environment)
    assert "skip outside of a block SKIP" in done.stdout + done.stderr

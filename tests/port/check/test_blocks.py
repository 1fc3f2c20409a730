"""Blocks before the words of a command, in the copy that is run."""

from __future__ import annotations

from pathlib import Path

import pytest

from sysvirt.port.check import blocks
from tests.port.check import rooms

SCRIPTS = (
    'my @x = ("true"); if (@ARGV) { exec { $x[0] } @x } print "fine\\n";',
    'my @x = ("true"); if (@ARGV) { system { $x[0] }\n  "a", @x; } print "fine\\n";',
    'my ($x, @x) = ("true"); if (@ARGV) { exec $x @x } print "fine\\n";',
)


@pytest.mark.parametrize("script", SCRIPTS)
def test_only_the_block_goes(script: str) -> None:
    made = blocks.without(script.encode()).decode()
    assert made != script
    assert len(made) == len(script)
    assert made.count("\n") == script.count("\n")


def test_others_stay() -> None:
    for script in ('exec("a", "b");', "system $x, 1;", "print { $fh } 1; my $system = { a => 1 };"):
        assert blocks.without(script.encode()) == script.encode()


@pytest.mark.parametrize("script", SCRIPTS)
def test_perl_reads_it(script: str, tmp_path: Path) -> None:
    path = tmp_path / "a.pl"
    path.write_text(script)
    (tmp_path / "M.pm").write_text("exec { 'a' } 'b'; 1")
    (tmp_path / "data.txt").write_text("exec { $x } @y")
    blocks.take_out(tmp_path, path)
    assert "{ 'a' }" not in (tmp_path / "M.pm").read_text()
    assert (tmp_path / "data.txt").read_text() == "exec { $x } @y"
    outcome = rooms.run("perl", path.read_text(), "", rooms.LANGUAGE)
    assert outcome.output == "fine\n", outcome

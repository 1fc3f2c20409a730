"""``python -m sysvirt names``: what it prints, and how it ends."""

from __future__ import annotations

import subprocess
import sys

import pytest

from sysvirt.__main__ import main


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "sysvirt", *arguments]
    return subprocess.run(command, capture_output=True, text=True)


def test_a_line_of_perl_gives_its_row() -> None:
    done = run("names", "$dom->get_state")
    assert (done.returncode, done.stderr) == (0, "")
    head, row = done.stdout.splitlines()
    assert head.split() == ["Perl", "Python", "class", "C", "libvirt"]
    assert row == (
        "Sys::Virt::Domain::get_state  Sys.Virt.Domain.get_state  Domain  virDomainGetState  0.9.2"
    )


def test_words_that_no_quotes_hold_together_are_one_text(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["names", "my", "$x", "=", "$dom->get_state;"]) == 0
    assert "virDomainGetState" in capsys.readouterr().out


def test_what_there_isnt_fails_with_what_is_near() -> None:
    done = run("names", "$dom->get_sate")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("No name has '$dom->get_sate' in it. Did you mean: get_state, ")


def test_what_nothing_is_near_to_fails(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["names", "qqqq"]) == 1
    assert capsys.readouterr().err == "No name has 'qqqq' in it.\n"


@pytest.mark.parametrize("arguments", [[], ["names"], ["nmaes", "x"]])
def test_a_wrong_call_says_how_it_is_used(arguments: list[str]) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("usage: python -m sysvirt")


def test_a_reader_may_have_enough() -> None:
    command = f"{sys.executable} -m sysvirt names e | true"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True)
    assert done.stderr == ""

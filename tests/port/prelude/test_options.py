"""Parsers of options by themselves; test_getopt.py compares them to Perl."""

from __future__ import annotations

import argparse

import pytest

from tests.port.helpers import HELPERS

PerlIncrement, PerlOptions = HELPERS["PerlIncrement"], HELPERS["PerlOptions"]
perl_extended, perl_real = HELPERS["perl_extended"], HELPERS["perl_real"]
perl_increased = HELPERS["perl_increased"]


@pytest.mark.parametrize(
    ("text", "number"),
    [("10", 10), ("-7", -7), ("0x1F", 31), ("0b101", 5), ("017", 15), ("1_0", 10)],
)
def test_a_whole_number_has_a_base(text: str, number: int) -> None:
    assert perl_extended(text) == number


def test_a_real_number_stays_as_it_was_written() -> None:
    assert perl_real("1.50") == "1.50"
    with pytest.raises(ValueError, match="1x"):
        perl_real("1x")


def test_what_counts_begins_with_1() -> None:
    one = PerlIncrement(1)
    assert [perl_increased(old, one) for old in (None, 0, 2, "3")] == [1, 1, 3, 4]
    assert perl_increased(2, 7) == 7


def test_a_wrong_option_ends_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    parser = PerlOptions()
    parser.add_argument("--uri", "-u", default="before")
    words = ["a", "--nothing", "-u", "x", "b"]
    assert parser.parse_args(words) == argparse.Namespace(uri="x")
    assert (parser.ok, words) == (False, ["a", "b"])
    assert capsys.readouterr().err == "Unknown option: nothing\n"


def test_options_come_one_by_one() -> None:
    parser = PerlOptions(others=True)
    parser.add_argument("--def", action="append", pairs=True)
    parser.add_argument("--size", type=int)
    words = ["--def", "a=b", "x", "--size", "5"]
    assert [*parser.given(words)] == [("def", ("a", "b")), ("<>", "x"), ("size", 5)]


def test_plain_argparse_understands_what_is_added() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", type=perl_real)
    parser.add_argument("--mode", type=perl_extended)
    assert vars(parser.parse_args(["--size", "1.50", "--mode", "0x1f"])) == {
        "size": "1.50",
        "mode": 31,
    }

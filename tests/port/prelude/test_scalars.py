"""Texts, numbers and truth of one value, beside Perl."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sysvirt.port.prelude.scalars import (
    PerlDual,
    perl_float_text,
    perl_integer,
    perl_number,
    perl_text,
    perl_truth,
)
from tests.port.both_sides import assert_same, literal

VALUES: list[object] = [
    None, "", "0", "00", "0.0", "0E0", " ", "a", "12", "-12abc", "+5", " 7 ", "1e3", "1e", ".5",
    "5.", ".", "-", "0x1f", "1_000", "inf", "-Infinity", "nan", "99999999999999999999", 0, 1, -1,
    2**63, 0.0, 0.5, -2.5, 1e15, 1e16, 1e20, 1e-5, 123456789012345, 3.14159265358979, 1e100, 7.0,
]  # fmt: skip


def test_texts() -> None:
    # A number with a point that is written in a script is shown as it is here.
    assert_same([(f"'' . {literal(each)}", perl_text(each)) for each in VALUES if each is not None])
    assert_same([("9**9**9 . ''", perl_float_text(float("inf")))])
    assert (perl_text(None), perl_text(True), perl_text(False)) == ("", "1", "0")


def test_numbers() -> None:
    # What is a whole number as soon as Perl computes with it is no float in a draft.
    given = [each for each in VALUES if each not in (2**63, 1e15, 1e16)]
    cases = [(f"0 + {literal(each)}", perl_number(each)) for each in given]
    assert_same(cases, "no warnings;")


def test_whole_numbers() -> None:
    small = [each for each in VALUES if not isinstance(each, float) or abs(each) < 1e15]
    small = [each for each in small if each not in ("99999999999999999999", 2**63)]
    assert_same([(f"int({literal(each)})", perl_integer(each)) for each in small], "no warnings;")


def test_truth() -> None:
    cases = [(f"({literal(each)}) ? 1 : 0", 1 if perl_truth(each) else 0) for each in VALUES]
    assert_same(cases, "no warnings;")
    others: list[object] = [[], {}, b"", b"0"]
    assert [perl_truth(each) for each in others] == [True, True, False, False]


def test_references_and_bytes() -> None:
    value: list[object] = []
    assert perl_text(value) == f"ARRAY({id(value):#x})"
    assert perl_text({}).startswith("HASH(0x")
    assert perl_text(len).startswith("CODE(0x")
    assert perl_number(value) == id(value)
    assert perl_text("ä\udcff".encode("utf-8", "surrogateescape")) == "ä\udcff"
    assert perl_number(b"12x") == 12


def test_a_text_with_a_number_of_its_own() -> None:
    both = PerlDual("five", 5)
    assert (perl_text(both), perl_number(both), perl_truth(both)) == ("five", 5, True)


@settings(max_examples=10, deadline=None)
@given(st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=30, max_size=30))
def test_any_numbers(numbers: list[float]) -> None:
    assert_same(
        [(f"'' . (0 + '{each!r}')", perl_text(perl_number(repr(each)))) for each in numbers]
    )

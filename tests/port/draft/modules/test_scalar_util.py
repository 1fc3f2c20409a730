"""Scalar::Util by the table, beside Perl."""

from __future__ import annotations

from sysvirt.port.draft.modules.scalar_util import SCALAR_UTIL
from sysvirt.port.prelude.files import perl_open
from sysvirt.port.prelude.scalars import perl_number
from tests.port.both_sides import assert_same, called, literal

USED = "no warnings; use Scalar::Util qw(blessed reftype);"
VALUES: list[object] = [
    None, "", 0, 1, -5, 2.5, "0", "12", " 12 ", "12 x", "1e5", "1e", ".5", "5.", ".", "0x1f", "Inf",
    "-inf", "infinity", "nan", "abc", "+7", "1_000", "12\n", [1], {"a": 1},
]  # fmt: skip


def test_what_values_are() -> None:
    cases: list[tuple[str, object]] = []
    for name in ("blessed", "reftype", "looks_like_number"):
        cases += [
            (f"scalar(Scalar::Util::{name}({literal(value)}))", called(SCALAR_UTIL, name, value))
            for value in VALUES
        ]
    cases.append(("Scalar::Util::reftype(sub { 1 })", called(SCALAR_UTIL, "reftype", lambda: 1)))
    cases.append(("Scalar::Util::blessed(sub { 1 })", called(SCALAR_UTIL, "blessed", lambda: 1)))
    assert_same(cases, "no warnings; use Scalar::Util ();")


class Outer:
    class Inner:
        pass

    class Named:
        perl_class = "My::Other"


def test_objects_have_a_class() -> None:
    assert called(SCALAR_UTIL, "blessed", Outer()) == "Outer"
    assert called(SCALAR_UTIL, "blessed", Outer.Inner()) == "Outer::Inner"
    assert called(SCALAR_UTIL, "blessed", Outer.Named()) == "My::Other"
    assert called(SCALAR_UTIL, "reftype", Outer()) == "HASH"


def test_references_have_a_number() -> None:
    one: list[object] = []
    assert called(SCALAR_UTIL, "refaddr", one) == called(SCALAR_UTIL, "refaddr", one)
    assert called(SCALAR_UTIL, "refaddr", one) != called(SCALAR_UTIL, "refaddr", [])
    assert called(SCALAR_UTIL, "refaddr", "text") is None


def test_a_text_that_is_another_number() -> None:
    both = called(SCALAR_UTIL, "dualvar", 5, "five")
    assert (both, perl_number(both)) == ("five", 5)
    assert called(SCALAR_UTIL, "isdual", both) == 1


def test_handles_that_are_open() -> None:
    handle = perl_open("<", "/dev/null")
    assert called(SCALAR_UTIL, "openhandle", handle) is handle
    kinds = [called(SCALAR_UTIL, each, handle) for each in ("blessed", "reftype")]
    assert_same([("do { open(my $f, '<', '/dev/null'); [blessed($f), reftype($f)] }", kinds)], USED)
    handle.close()
    assert called(SCALAR_UTIL, "openhandle", handle) is None


def test_what_does_nothing() -> None:
    value: list[object] = []
    assert [called(SCALAR_UTIL, each, value) for each in ("weaken", "unweaken")] == [None, None]
    assert [called(SCALAR_UTIL, each, value) for each in ("tainted", "isweak", "isvstring")] == [
        ""
    ] * 3
    assert called(SCALAR_UTIL, "readonly", value) == 0

"""List::Util by the table, beside Perl."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from sysvirt.port.draft.modules.list_util import FUNCTIONS, LIST_UTIL
from sysvirt.port.prelude.chance import perl_srand
from sysvirt.port.prelude.scalars import perl_number, perl_text
from tests.port.both_sides import assert_same, called, literal

LISTS: list[list[object]] = [
    [], [5], [3, 1, 2], ["b", "a", "b", None, "", "a"], ["10", 9, "9.0", 9.5, "1e1"],
    [0, "0", "", "00", "0.0"], [0.1] * 10, [2**62, 2**62, 2**62], [1, "x", 2, "y", 3],
]  # fmt: skip
SETUP = "no warnings; use List::Util ();"

#: Blocks as Perl and Python have them.
BLOCKS: list[tuple[str, Callable[[object], object]]] = [
    ("$_", lambda value: value),
    ("$_ > 2", lambda value: 1 if perl_number(value) > 2 else ""),
    ("defined $_", lambda value: value is not None),
    ("'0'", lambda _: "0"),
]
PAIR_BLOCKS: list[tuple[str, Callable[[object, object], object]]] = [
    ("$a + $b", lambda one, other: perl_number(one) + perl_number(other)),
    ("$a . $b", lambda one, other: perl_text(one) + perl_text(other)),
    ("$a lt $b", lambda one, other: 1 if perl_text(one) < perl_text(other) else ""),
]


def spread(values: list[object]) -> str:
    return ", ".join(map(literal, values))


def compare(module: str, functions: list[str], lists: list[list[object]], setup: str) -> None:
    """Functions of a list alone, in both contexts."""
    cases: list[tuple[str, object]] = []
    for name in functions:
        form = FUNCTIONS[name]
        for values in lists:
            call = f"{module}::{name}({spread(values)})"
            found = called(LIST_UTIL, name, *values)
            cases.append((f"[{call}]", found if isinstance(found, list) else [found]))
            if getattr(form, "scalar", ""):
                cases.append((f"scalar({call})", called(LIST_UTIL, name, *values, scalar=True)))
    assert_same(cases, setup)


def test_lists_alone() -> None:
    names = ["max", "maxstr", "min", "minstr", "pairkeys", "pairvalues", "product", "sum"]
    names += ["sum0", "uniq", "uniqint", "uniqnum", "uniqstr"]
    compare("List::Util", names, LISTS, SETUP)


def test_blocks_of_one_value() -> None:
    cases: list[tuple[str, object]] = []
    for name in ("all", "any", "first", "none", "notall"):
        for perl, python in BLOCKS:
            for values in LISTS:
                call = f"&List::Util::{name}(sub {{ {perl} }}, {spread(values)})"
                cases.append((f"[scalar {call}]", [called(LIST_UTIL, name, python, *values)]))
    assert_same(cases, SETUP)


def test_blocks_of_two_values() -> None:
    cases: list[tuple[str, object]] = []
    for name in ("reduce", "reductions", "pairmap", "pairgrep", "pairfirst"):
        for perl, python in PAIR_BLOCKS:
            # Sums that Perl keeps with a point are not what is tried here.
            for values in [each for each in LISTS if 2**62 not in each]:
                call = f"&List::Util::{name}(sub {{ {perl} }}, {spread(values)})"
                found = called(LIST_UTIL, name, python, *values)
                cases.append((f"[{call}]", found if isinstance(found, list) else [found]))
                if name not in ("reduce", "pairfirst"):
                    count = called(LIST_UTIL, name, python, *values, scalar=True)
                    cases.append((f"scalar({call})", count))
    assert_same(cases, SETUP)


def test_parts_of_lists() -> None:
    cases: list[tuple[str, object]] = []
    for name in ("head", "tail"):
        for size in range(-6, 7):
            values: list[object] = ["a", 2, None, "d"]
            call = f"List::Util::{name}({size}, {spread(values)})"
            cases.append((f"[{call}]", called(LIST_UTIL, name, size, *values)))
            cases.append((f"scalar({call})", called(LIST_UTIL, name, size, *values, scalar=True)))
    assert_same(cases, SETUP)


def test_pairs_are_lists_of_two() -> None:
    cases: list[tuple[str, object]] = []
    for values in LISTS:
        call = f"[map {{ [@$_] }} List::Util::pairs({spread(values)})]"
        cases.append((call, called(LIST_UTIL, "pairs", *values)))
    assert_same(cases, SETUP)
    assert called(LIST_UTIL, "pairs", 1, 2, 3, 4, scalar=True) == [3, 4]


def test_several_lists() -> None:
    lists: list[object] = [[1, 2, 3], ["a", "b"], [None]]
    cases: list[tuple[str, object]] = [
        (f"[List::Util::{name}({spread(lists)})]", called(LIST_UTIL, name, *lists))
        for name in ("zip", "mesh", "zip_longest", "mesh_longest", "zip_shortest")
    ]
    pairs: list[object] = [["a", 1], ["b", 2, 3], ["c"]]
    cases.append((f"[List::Util::unpairs({spread(pairs)})]", called(LIST_UTIL, "unpairs", *pairs)))
    assert_same(cases, SETUP)


def test_by_chance() -> None:
    perl_srand(5)
    shuffled = called(LIST_UTIL, "shuffle", *range(20))
    assert_same([("do { srand(5); [List::Util::shuffle(0..19)] }", shuffled)], SETUP)
    assert called(LIST_UTIL, "shuffle", 1, 2, scalar=True) in (1, 2)
    sample = called(LIST_UTIL, "sample", 3, *range(20))
    assert isinstance(sample, list)
    assert len(set(sample)) == 3


@settings(max_examples=10, deadline=None)
@given(st.lists(st.lists(st.integers(-9, 9) | st.text("ab1", max_size=2), max_size=9), min_size=9))
def test_any_lists(lists: list[list[object]]) -> None:
    compare("List::Util", ["uniq", "uniqnum", "max", "minstr", "sum", "pairkeys"], lists, SETUP)

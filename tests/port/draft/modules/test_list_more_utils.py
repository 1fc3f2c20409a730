"""List::MoreUtils by the table, beside Perl."""

from __future__ import annotations

from sysvirt.port.draft.modules.list_more_utils import (
    LIST_ALL_UTILS,
    LIST_MORE_UTILS,
    LIST_SOME_UTILS,
    LIST_UTILS_BY,
)
from sysvirt.port.draft.modules.list_util import FUNCTIONS
from sysvirt.port.prelude.scalars import perl_number
from tests.port.both_sides import assert_same, called, literal, needs
from tests.port.draft.modules.test_list_util import BLOCKS, LISTS, PAIR_BLOCKS, spread

SETUP = "no warnings; use List::MoreUtils qw(pairwise);"


def test_blocks() -> None:
    needs("List::MoreUtils")
    names = [
        "after",
        "after_incl",
        "all",
        "any",
        "before",
        "before_incl",
        "false",
        "first_index",
        "first_value",
        "firstidx",
        "firstval",
        "indexes",
        "last_index",
        "last_value",
        "lastidx",
        "lastval",
        "none",
        "notall",
        "one",
        "only_index",
        "onlyidx",
        "true",
    ]
    cases: list[tuple[str, object]] = []
    for name in names:
        for perl, python in BLOCKS:
            for values in LISTS:
                # Without values the last one is a list without one.
                if not values and name in ("last_value", "lastval", "first_value", "firstval"):
                    continue
                call = f"&List::MoreUtils::{name}(sub {{ {perl} }}, {spread(values)})"
                found = called(LIST_MORE_UTILS, name, python, *values)
                cases.append((f"[{call}]", found if isinstance(found, list) else [found]))
    assert_same(cases, SETUP)


def test_lists_alone() -> None:
    needs("List::MoreUtils")
    cases: list[tuple[str, object]] = []
    for name in ("distinct", "duplicates", "minmax", "singleton", "uniq"):
        for values in LISTS:
            if name in ("duplicates", "singleton") and None in values:
                # What Perl gives for it depends on how the module was built.
                continue
            call = f"List::MoreUtils::{name}({spread(values)})"
            cases.append((f"[{call}]", called(LIST_MORE_UTILS, name, *values)))
            if name != "minmax":
                count = called(LIST_MORE_UTILS, name, *values, scalar=True)
                cases.append((f"scalar({call})", count))
    assert_same(cases, SETUP)


def test_several_lists() -> None:
    needs("List::MoreUtils")
    one, other = [1, 2, 3], [5, "6"]
    cases: list[tuple[str, object]] = []
    for name in ("mesh", "zip"):
        call = f"do {{ my @x = @{{{literal(one)}}}; my @y = @{{{literal(other)}}}; "
        perl = f"{call} [List::MoreUtils::{name}(@x, @y)] }}"
        cases.append((perl, called(LIST_MORE_UTILS, name, one, other)))
    for block, python in PAIR_BLOCKS[:2]:
        cases.append(
            (
                f"do {{ my @x = (1, 2, 3); my @y = (5, '6'); [pairwise {{ {block} }} @x, @y] }}",
                called(LIST_MORE_UTILS, "pairwise", python, one, other),
            )
        )
    assert_same(cases, SETUP)


def test_values_in_groups() -> None:
    needs("List::MoreUtils")
    values: list[object] = [1, 2, 3, 4, 5, 8]

    def number(value: object) -> object:
        return perl_number(value) % 3

    found = called(LIST_MORE_UTILS, "natatime", 4, *values)
    assert callable(found)
    frequency = called(LIST_MORE_UTILS, "frequency", "a", "b", "a", scalar=True)
    assert_same(
        [
            (
                "[List::MoreUtils::part { $_ % 3 } 1..5, 8]",
                called(LIST_MORE_UTILS, "part", number, *values),
            ),
            (
                "do { my $i = List::MoreUtils::natatime(4, 1..5, 8); [map { [$i->()] } 1..3] }",
                [found(), found(), found()],
            ),
            ("scalar(List::MoreUtils::frequency('a', 'b', 'a'))", frequency),
            (
                "[List::MoreUtils::sort_by { -$_ } 1..3, 10]",
                called(LIST_MORE_UTILS, "sort_by", lambda v: -perl_number(v), 1, 2, 3, 10),
            ),
            (
                "[List::MoreUtils::nsort_by { -$_ } 1..3, 10]",
                called(LIST_MORE_UTILS, "nsort_by", lambda v: -perl_number(v), 1, 2, 3, 10),
            ),
        ],
        SETUP,
    )


def test_the_twins() -> None:
    assert set(LIST_SOME_UTILS.functions) == set(LIST_MORE_UTILS.functions)
    assert set(FUNCTIONS) <= set(LIST_ALL_UTILS.functions)
    assert set(LIST_UTILS_BY.functions) == {"sort_by", "nsort_by"}

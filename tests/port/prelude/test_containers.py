"""Perl's arrays and hashes in each other: each helper beside Perl itself."""

from __future__ import annotations

import copy
import os
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sysvirt.port.prelude import containers
from tests.port.helpers import HELPERS
from tests.port.prelude.perl_side import assert_same, perl_literal, result_of

#: They have no types.
c: Any = containers

DEEP = {
    "a": [{"b": 1, "c": [1, 2, 3]}, None, "text"],
    "n": {"m": {"o": 0, "empty": ""}},
    "none": None,
    "list": [],
    "number": 7,
}
LIST = [1, [2, 3], {"k": "v"}, None]

PATHS: list[tuple[Any, tuple[str | int, ...]]] = [
    *((DEEP, keys) for keys in [
        ("a",), ("x",), ("none",), ("a", 0, "b"), ("a", 0, "c", 1), ("a", 0, "c", -1),
        ("a", 0, "c", 9), ("a", 0, "c", -9), ("a", -1), ("a", -3, "b"), ("a", 1, "new"),
        ("a", 5, 2, "x"), ("n", "m", "o"), ("n", "m", "x", "y"), ("none", "x"), ("none", 3),
        ("list", 0), ("list", -1), ("list", 2, "x"), ("x", "y", 1, "z"), ("", "x"),
        ("n", 0), ("a", "b"), ("number", "x"), ("number", 0), ("a", 2, "x"), ("a", -9, "x"),
    ]),
    *((LIST, keys) for keys in [
        (0,), (3,), (4,), (-1,), (-4,), (-5,), (1, 1), (2, "k"), (2, "x"), (3, "x"), (3, 0),
        (6, 1), (6, "x", 0), (-5, "x"), (0, "x"), ("x",),
    ]),
]  # fmt: skip


def place(keys: tuple[str | int, ...]) -> str:
    """`->{'a'}[0]` of some keys."""
    return "->" + "".join(
        f"[{each}]" if isinstance(each, int) else f"{{{perl_literal(each)}}}" for each in keys
    )


def both(
    function: Any, container: Any, keys: tuple[str | int, ...], **more: Any
) -> list[Any] | Exception:
    """What a helper gives and what is in the container afterwards."""
    mine = copy.deepcopy(container)
    given = result_of(function, mine, *keys, **more)
    return given if isinstance(given, Exception) else [given, mine]


def piece(container: Any, expression: str) -> str:
    """An expression of Perl on `$x`; it gives its value and what `$x` has afterwards."""
    return f"my $x = {perl_literal(container)}; my $y = {expression}; ($y, $x)"


def test_a_value_is_read_and_the_levels_above_it_are_made() -> None:
    assert_same(
        [(piece(box, f"$x{place(keys)}"), both(c.perl_get, box, keys)) for box, keys in PATHS]
    )


def test_a_value_is_written() -> None:
    assert_same(
        [
            (piece(box, f"($x{place(keys)} = 'new')"), both(c.perl_set, box, keys, value="new"))
            for box, keys in PATHS
        ]
    )


def test_what_is_there_is_told() -> None:
    # An element of a list that was never written isn't there in Perl, but None in Python.
    cases = [
        (piece(box, f"exists $x{place(keys)} ? 1 : 0"), both(c.perl_exists, box, keys))
        for box, keys in PATHS
    ]
    assert_same(cases)


def test_a_value_is_taken_out() -> None:
    assert_same(
        [
            (piece(box, f"delete $x{place(keys)}"), both(c.perl_delete, box, keys))
            for box, keys in PATHS
        ]
    )


def test_the_last_of_a_list_is_taken_out_and_the_list_is_shorter() -> None:
    assert_same(
        [
            (piece([1, 2, 3], f"delete $x->[{at}]"), both(c.perl_delete, [1, 2, 3], (at,)))
            for at in range(-5, 6)
        ]
    )


PLACES = [keys for box, keys in PATHS if box is DEEP]


def test_a_list_is_made_where_it_is_changed() -> None:
    def push(container: Any, *keys: str | int) -> Any:
        items = c.perl_list_at(container, *keys)
        items.append(1)
        return len(items)

    assert_same(
        [(piece(DEEP, f"push @{{$x{place(keys)}}}, 1"), both(push, DEEP, keys)) for keys in PLACES]
    )


def test_what_is_no_reference_is_refused_as_perl_does() -> None:
    values: list[Any] = [None, "", "abc", "x" * 32, "x" * 33, 3, 2.5, [], {}, [1], {"a": 1}]
    cases: list[tuple[str, Any]] = []
    for value in values:
        text = perl_literal(value)
        cases += [
            (
                f"use strict; my $x = {text}; [@{{$x || []}}]",
                wrapped(c.perl_list, value if HELPERS["perl_truth"](value) else []),
            ),
            (
                f"use strict; my $x = {text}; [map {{ $_ }} @{{$x // []}}]",
                wrapped(c.perl_list, value),
            ),
            (f"use strict; my $x = {text}; [sort keys %{{$x // {{}}}}]", wrapped(keys_of, value)),
        ]
    cases.append(("use strict; my $x = sub { 1 }; $x->{a}", result_of(c.perl_get, keys_of, "a")))
    cases.append(("use strict; my $x; my @y = $x->{a}; ref $x", ["HASH"]))
    assert_same(cases)


def keys_of(value: Any) -> Any:
    return sorted(c.perl_dict(value))


def wrapped(function: Any, value: Any) -> Any:
    given = result_of(function, value)
    return given if isinstance(given, Exception) else [given]


def test_lists_and_dicts_are_given_themselves() -> None:
    items: list[Any] = []
    mapping: dict[str, Any] = {}
    assert c.perl_list(items) is items
    assert c.perl_dict(mapping) is mapping
    assert c.perl_list((1, 2)) == [1, 2]
    assert c.perl_list(range(2)) == [0, 1]


def test_the_environment_is_one_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUEST", "one")
    assert c.perl_dict(os.environ) is os.environ
    assert c.perl_exists(os.environ, "GUEST")
    assert c.perl_slice(os.environ, ["GUEST", "NO_SUCH_NAME"]) == ["one", None]
    assert c.perl_delete(os.environ, "GUEST") == "one"
    assert c.perl_get(os.environ, "GUEST") is None


def test_an_object_is_the_dict_of_its_attributes() -> None:
    class Guest:
        def __init__(self) -> None:
            self.name = "one"

    guest = Guest()
    assert c.perl_get(guest, "name") == "one"
    assert c.perl_get(guest, "memory") is None
    assert c.perl_set(guest, "disks", 1, "size", value=3) == 3
    assert vars(guest) == {"name": "one", "disks": [None, {"size": 3}]}
    assert c.perl_exists(guest, "name")
    assert c.perl_delete(guest, "name") == "one"
    assert not c.perl_exists(guest, "name")
    assert c.perl_get([guest], 0, "disks", -1, "size") == 3
    assert c.perl_dict(guest) is vars(guest)


def test_nothing_is_read_of_nothing_but_not_written() -> None:
    assert c.perl_get(None, "a", 0, "b") is None
    assert not c.perl_exists(None, "a")
    assert c.perl_delete(None, "a") is None
    with pytest.raises(TypeError, match="Can't use an undefined value as a HASH reference"):
        c.perl_set(None, "a", value=1)
    with pytest.raises(TypeError, match="Can't use an undefined value as an ARRAY reference"):
        c.perl_set(None, 0, value=1)


def test_slices() -> None:
    items = [1, "b", None, 4]
    pairs = {"a": 1, "b": None, "c": "x"}
    cases: list[tuple[str, Any]] = []
    for at in ([0], [1, 3], [-1, 0, 2], [9, 1, -9], [], [7, 8]):
        inside = f"({', '.join(map(str, at))})"
        cases.append((f"my @a = @{{{perl_literal(items)}}}; @a[{inside}]", c.perl_slice(items, at)))
        cases.append(
            (f"my @a = @{{{perl_literal(items)}}}; %a[{inside}]", c.perl_pair_slice(items, at))
        )
        cases.append((f"(@{{{perl_literal(items)}}})[{inside}]", c.perl_list_slice(items, at)))
        cases.append((f"(())[{inside}]", c.perl_list_slice([], at)))
        cases.append((f"my @a; @a[{inside}]", c.perl_slice([], at)))
    for keys in (["a"], ["c", "b", "a"], ["x", "a"], []):
        inside = f"({', '.join(map(perl_literal, keys))})"
        start = f"my %h = %{{{perl_literal(pairs)}}};"
        cases.append((f"{start} @h{{{inside}}}", c.perl_slice(pairs, keys)))
        cases.append((f"{start} %h{{{inside}}}", c.perl_pair_slice(pairs, keys)))
        mine: dict[str, Any] = dict(pairs)
        taken = c.perl_delete_slice(mine, keys)
        cases.append((f"{start} my @d = delete @h{{{inside}}}; (\\@d, \\%h)", [taken, mine]))
        for values in ([], [1], [1, 2, 3, 4]):
            mine = dict(pairs)
            c.perl_set_slice(mine, keys, values)
            given = perl_literal(values)
            cases.append((f"{start} @h{{{inside}}} = @{{{given}}}; \\%h", [mine]))
    assert_same(cases)


@pytest.mark.parametrize("count", range(6))
def test_pairs_and_back(count: int) -> None:
    items = ["a", 1, "b", 2, "a", 3][:count]
    made = c.perl_pairs(items)
    assert_same([(f"my %h = @{{{perl_literal(items)}}}; \\%h", [made])])
    assert c.perl_pairs(c.perl_flatten(made)) == made
    assert len(c.perl_flatten(made)) == 2 * len(made)


def test_keys_of_pairs_are_texts() -> None:
    assert_same(
        [
            (
                "+{1 => 2, 1.0 => 3, 2.50 => 4, undef, 5}",
                [c.perl_pairs([1, 2, 1.0, 3, 2.5, 4, None, 5])],
            )
        ]
    )


SPLICES: list[tuple[int, ...]] = [
    (), *[(at,) for at in range(-7, 8)],
    *[(at, size) for at in range(-6, 7) for size in range(-7, 8)],
]  # fmt: skip


@pytest.mark.parametrize("new", [[], ["x"], ["x", "y", "z"]])
def test_splice_in_all_its_forms(new: list[str]) -> None:
    cases: list[tuple[str, Any]] = []
    for numbers in SPLICES:
        if new and len(numbers) < 2:
            continue
        items: list[Any] = [1, 2, 3, 4, 5]
        given = result_of(c.perl_splice, items, *numbers, *new)
        inside = ", ".join(["@a", *map(str, numbers), *map(perl_literal, new)])
        perl = f"my @a = (1 .. 5); my @r = splice({inside}); (\\@r, \\@a)"
        cases.append((perl, given if isinstance(given, Exception) else [given, items]))
    assert_same(cases)


def test_the_last_index_is_set() -> None:
    cases: list[tuple[str, Any]] = []
    for index in range(-1, 6):
        items = [1, 2, 3]
        c.perl_set_last_index(items, index)
        cases.append((f"my @a = (1, 2, 3); $#a = {index}; @a", items))
    assert_same(cases)


def test_the_last_element() -> None:
    assert c.perl_last([1, 2]) == 2
    assert c.perl_last([]) is None


def test_each_gives_all_and_begins_again() -> None:
    mapping = {"a": 1, "b": 2, "c": 3}
    first = [c.perl_each(mapping) for _ in range(4)]
    assert sorted(first[:3]) == [["a", 1], ["b", 2], ["c", 3]]
    assert first[3] == []
    assert c.perl_each(mapping) == ["a", 1]


def test_each_of_two_containers_is_apart() -> None:
    one, other = {"a": 1}, {"a": 1}
    assert c.perl_each(one) == ["a", 1]
    assert c.perl_each(other) == ["a", 1]
    assert c.perl_each(one) == []


def test_each_may_delete_what_it_is_at() -> None:
    mapping = {str(each): each for each in range(5)}
    while pair := c.perl_each(mapping):
        c.perl_delete(mapping, pair[0])
    assert mapping == {}


def test_each_leaves_out_what_was_deleted_meanwhile() -> None:
    mapping = {"a": 1, "b": 2, "c": 3}
    assert c.perl_each(mapping) == ["a", 1]
    c.perl_delete(mapping, "b")
    assert c.perl_each(mapping) == ["c", 3]
    assert c.perl_each(mapping) == []


def test_each_of_a_list_counts() -> None:
    items = ["x", None, "z"]
    pairs = [c.perl_each(items) for _ in range(5)]
    perl = "my @a = ('x', undef, 'z'); map { [each @a] } 1 .. 5"
    assert_same([(perl, pairs)])


keys = st.one_of(st.sampled_from(["a", "b", "c"]), st.integers(-3, 3))
steps = st.lists(
    st.tuples(st.sampled_from("gsed"), st.lists(keys, min_size=1, max_size=3)), max_size=8
)
READERS = {"g": c.perl_get, "e": c.perl_exists, "d": c.perl_delete}


def play(programme: list[tuple[str, list[str | int]]]) -> tuple[str, Any]:
    """A row of uses of one container, in Perl and in Python; each may fail."""
    box: dict[str, Any] = {}
    perl = ["my $x = {};"]
    for number, (verb, path) in enumerate(programme):
        at = place(tuple(path))
        if verb == "d" and isinstance(path[-1], int):
            # Perl then cuts off all that was never written, which Python doesn't know.
            continue
        if verb == "s":
            result_of(c.perl_set, box, *path, value=number)
            perl.append(f"eval {{ $x{at} = {number} }};")
        else:
            result_of(READERS[verb], box, *path)
            word = {"g": "my $y =", "e": "exists", "d": "my $y = delete"}[verb]
            perl.append(f"eval {{ {word} $x{at} }};")
    return "use strict; " + " ".join(perl) + " $x", [box]


def test_a_long_use_leaves_the_same_container() -> None:
    cases: list[tuple[str, Any]] = []

    @settings(max_examples=400, database=None, deadline=None, derandomize=True)
    @given(steps)
    def collect(programme: list[tuple[str, list[str | int]]]) -> None:
        cases.append(play(programme))

    collect()
    assert_same(cases)

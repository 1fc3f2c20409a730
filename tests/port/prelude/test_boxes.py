"""Lists that are taken apart, references, and counting in containers."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.port.both_sides import assert_same
from tests.port.helpers import HELPERS

PerlBox = HELPERS["PerlBox"]


def test_so_many_values() -> None:
    take = HELPERS["perl_take"]
    assert take([1, 2, 3], 2) == [1, 2]
    assert take(iter([1]), 3) == [1, None, None]
    assert take([], 0) == []


def test_what_is_a_reference() -> None:
    ref = HELPERS["perl_ref"]
    cases: list[tuple[str, object]] = [
        ("ref([])", ref([])), ("ref({})", ref({})), ("ref(sub {})", ref(len)),
        ("ref(qr/x/)", ref(re.compile("x"))), ("ref(\\1)", ref(PerlBox(1))), ("ref(1)", ref(1)),
        ("ref('x')", ref("x")), ("ref(undef)", ref(None)), ("ref(\\[])", ref(PerlBox([]))),
        ("ref(\\\\1)", ref(PerlBox(PerlBox(1)))), ("ref(1.5)", ref(1.5)),
    ]  # fmt: skip
    assert_same(cases)


def test_the_class_of_an_object() -> None:
    made = type("Counter", (dict,), {"perl_class": "My::Counter"})
    assert HELPERS["perl_ref"](made()) == "My::Counter"
    assert HELPERS["perl_class_of"](made()) is made
    assert HELPERS["perl_class_of"](made) is made


def test_methods_by_their_names() -> None:
    made = type("Counter", (dict,), {"add": lambda _self, n: ("added", n)})
    one = made()
    assert HELPERS["perl_call"](one, "add", 2) == ("added", 2)
    assert HELPERS["perl_call"](one, lambda *given: given, 3) == (one, 3)
    found = HELPERS["perl_can"](one, "add")
    assert found(one, 4) == ("added", 4)
    assert HELPERS["perl_can"](made, "add") is not None
    assert HELPERS["perl_can"](one, "sub") is None


@pytest.mark.parametrize(
    ("start", "length"), [(0, 1), (1, 2), (-2, 1), (2, 1 << 60), (1, -1), (0, 0), (3, 0)]
)
def test_a_part_of_a_text_is_replaced(start: int, length: int) -> None:
    replaced = HELPERS["perl_replaced"]("hello", start, length, "--")
    perl = f"do {{ my $t = 'hello'; substr($t, {start}, {length}, '--'); $t }}"
    assert_same([(perl, replaced)])


def test_counting() -> None:
    counts: dict[str, Any] = {"n": 1, "t": "az"}
    added, counted = HELPERS["perl_added"], HELPERS["perl_counted"]
    assert [added(counts, "n"), added(counts, "new"), added(counts, "t")] == [1, 0, "az"]
    assert counts == {"n": 2, "new": 1, "t": "ba"}
    assert [counted(counts, "n"), added(counts, "n", by=-1), counts["n"]] == [3, 3, 2]
    assert counted(counts, "deep", "er") == 1
    assert counts["deep"] == {"er": 1}


def test_groups_with_names() -> None:
    named = HELPERS["perl_named"]
    assert named(re.match(r"(?P<a>x)(?P<b>y)?", "x")) == {"a": "x"}
    assert named(None) == {}


def test_code_gets_a_name() -> None:
    owner = type("Owner", (), {"perl_class": "My::Owner"})
    names: dict[str, Any] = {"Owner": owner}
    HELPERS["perl_define"](names, "My::Owner", "size", lambda _self: 5)
    HELPERS["perl_define"](names, "main", "free", len)
    assert (owner().size(), names["free"]) == (5, len)


def test_try() -> None:
    done: list[str] = []
    attempt = HELPERS["perl_try"]
    fail = HELPERS["perl_die"]
    assert attempt(lambda: 5) == 5
    assert attempt(lambda: fail("bad\n"), lambda error: f"caught {error}") == "caught bad\n"
    assert attempt(lambda: fail("bad\n")) is None
    assert attempt(lambda: 6, None, lambda: done.append("end")) == 6
    assert done == ["end"]


def test_what_code_gives() -> None:
    every, one, some = (HELPERS[f"perl_{each}"] for each in ("all_given", "one_given", "some"))
    assert [every((1, 2)), every(()), every(5), every(None)] == [[1, 2], [], [5], [None]]
    assert [one((1, 2)), one(()), one(5)] == [2, None, 5]
    assert [some(None), some(0), some("")] == [[], [0], [""]]

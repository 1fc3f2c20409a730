"""Lists that are taken apart, references, and counting."""

from __future__ import annotations

import re
from typing import Any

import pytest

from sysvirt import Sys
from sysvirt.port.prelude import boxes

#: They have no types.
ours: Any = boxes


class Guest(dict[str, Any]):
    perl_class = "My::Guest"

    def name(self, extra: str = "") -> str:
        return f"guest{extra}"


@pytest.mark.parametrize(
    ("values", "count", "taken"),
    [([1, 2, 3], 2, [1, 2]), ([1], 3, [1, None, None]), ((), 1, [None]), (range(9), 0, [])],
)
def test_so_many_are_taken(values: Any, count: int, taken: list[Any]) -> None:
    assert ours.perl_take(values, count) == taken


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (None, ""),
        ("a", ""),
        (3, ""),
        ([], "ARRAY"),
        ({}, "HASH"),
        (len, "CODE"),
        (re.compile("a"), "Regexp"),
        (Guest(), "My::Guest"),
        (ours.PerlBox(1), "SCALAR"),
        (ours.PerlBox([]), "REF"),
    ],
)
def test_what_a_value_is_a_reference_to(value: Any, kind: str) -> None:
    assert ours.perl_ref(value) == kind


def test_objects_of_sys_virt_have_their_classes() -> None:
    conn = Sys.Virt.new(uri="test:///default")
    assert ours.perl_ref(conn) == "Sys::Virt"
    assert ours.perl_ref(conn.list_domains()[0]) == "Sys::Virt::Domain"
    with pytest.raises(Sys.Virt.Error) as raised:
        conn.get_domain_by_name("nobody")
    assert ours.perl_ref(raised.value) == "Sys::Virt::Error"


def test_a_method_by_its_name_or_code() -> None:
    guest = Guest()
    assert ours.perl_call(guest, "name", "!") == "guest!"
    assert ours.perl_call(guest, lambda self, x: (self is guest, x), 1) == (True, 1)


def test_counting_in_what_isnt_there_yet() -> None:
    seen: dict[str, Any] = {}
    assert [ours.perl_added(seen, "a", "b") for _ in range(3)] == [0, 1, 2]
    assert ours.perl_counted(seen, "a", "b") == 4
    assert ours.perl_added(seen, "a", "b", by=-1) == 4
    assert seen == {"a": {"b": 3}}


def test_a_part_of_a_text_is_replaced() -> None:
    assert ours.perl_replaced("abcdef", 1, 2, "XY!") == "aXY!def"
    assert ours.perl_replaced("abcdef", -2, 1, "_") == "abcd_f"
    assert ours.perl_replaced("abcdef", 2, -1, "") == "abf"


def test_what_code_gives_is_one_value_or_several() -> None:
    assert (ours.perl_all_given([1]), ours.perl_all_given((1, 2))) == ([[1]], [1, 2])
    assert (ours.perl_one_given([1]), ours.perl_one_given((1, 2))) == ([1], 2)
    assert (ours.perl_all_given(()), ours.perl_one_given(())) == ([], None)


def test_what_is_tried() -> None:
    said: list[str] = []
    assert ours.perl_try(lambda: 1, final=lambda: said.append("end")) == 1
    assert ours.perl_try(lambda: dict[str, int]()["x"], lambda error: error[:3]) == "'x'"
    assert ours.perl_try(lambda: dict[str, int]()["x"]) is None
    assert ours.perl_try(lambda: dict[str, int]()["x"], final=said.append) is None
    assert [each[:3] for each in said] == ["end", "'x'"]


def test_code_gets_a_name_in_its_class() -> None:
    names: dict[str, Any] = {"Guest": Guest}
    ours.perl_define(names, "main", "My::Guest::size", lambda self: len(self))  # noqa: PLW0108
    assert ours.perl_call(Guest(a=1), "size") == 1
    ours.perl_define(names, "main", "main::other", 3)
    assert names["other"] == 3


def test_groups_with_names() -> None:
    found = re.search(r"(?P<a>\w)(?P<b>x)?", "q")
    assert ours.perl_named(found) == {"a": "q"}
    assert ours.perl_named(None) == {}


def test_numbers_in_lists() -> None:
    assert ours.perl_integers(["4", ["8", 2.5]]) == [4, [8, 2]]

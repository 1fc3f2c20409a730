"""Kinds of values."""

from __future__ import annotations

import pytest

from sysvirt.port.api import read_api
from sysvirt.port.draft.known import kinds

DOMAIN = read_api().classes["Domain"].methods


@pytest.mark.parametrize(
    ("kind", "base", "inside"),
    [
        ("", "", ""),
        ("int?", "int", ""),
        ("list:object:My::Host", "list", "object:My::Host"),
        ("dict:int?", "dict", "int"),
        ("dict@Domain.get_info", "dict", ""),
    ],
)
def test_a_kind_has_a_base_and_what_it_holds(kind: str, base: str, inside: str) -> None:
    assert (kinds.base(kind), kinds.inside(kind)) == (base, inside)


@pytest.mark.parametrize(
    ("several", "one"),
    [
        (["str", "str"], "str"),
        (["int", "float", "num"], "num"),
        (["int", "none"], "int?"),
        (["str?", "str"], "str?"),
        (["str", "int"], ""),
        (["list:str", "list:int"], "list"),
        (["", "str"], ""),
        (["bool", "truth"], ""),
        (["none"], ""),
    ],
)
def test_what_is_one_of_several(several: list[str], one: str) -> None:
    assert kinds.joined(several) == one


def test_what_methods_give() -> None:
    assert kinds.returned(DOMAIN["get_name"]) == "str"
    assert kinds.returned(DOMAIN["is_active"]) == "bool"
    assert kinds.returned(DOMAIN["get_info"]) == "dict@Domain.get_info"


def test_keys_of_what_a_method_gives() -> None:
    info = kinds.returned(DOMAIN["get_info"])
    assert kinds.of_key(info, "memory") == "int"
    assert kinds.of_key(info, "nothing") is None
    assert kinds.of_key("dict:str", "memory") is None

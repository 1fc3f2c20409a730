"""What types are told apart by."""

from __future__ import annotations

import pytest

from sysvirt.port.types import (
    ITEM,
    Code,
    Foreign,
    Hash,
    List,
    Object,
    Package,
    Result,
    Text,
    Type,
)

TYPES: tuple[Type, ...] = (
    Object("Domain"),
    Package("Domain"),
    Foreign("Domain"),
    Text("Domain"),
    List(1),
    Hash(1),
    Code(1),
    Result("Domain", "get_info"),
    Result("Domain", "get_info", "state"),
    Result("Domain", "get_info", ITEM),
)


def test_all_are_different() -> None:
    assert len(set(TYPES)) == len(TYPES)


def test_equal_ones_are_one() -> None:
    assert len({Object("Domain"), Object("Domain")}) == 1


@pytest.mark.parametrize("type_", TYPES, ids=repr)
def test_none_can_be_changed(type_: Type) -> None:
    with pytest.raises(AttributeError):
        type_.cls = "Virt"  # type: ignore[misc, union-attr]

"""The enums of flags."""

from __future__ import annotations

from sysvirt.port.api import read_api
from sysvirt.port.rules.flag_groups import FLAG_GROUPS


def test_every_row_is_a_method_with_flags() -> None:
    for name, method in FLAG_GROUPS:
        row = read_api().classes[name].methods[method]
        forms = (row.params, *row.alt_params)
        assert any(each.name == "flags" for form in forms for each in form), (name, method)


def test_every_group_is_one_of_the_constants() -> None:
    classes = read_api().classes.values()
    groups = {each.group for cls in classes for each in cls.constants.values()}
    assert {group for row in FLAG_GROUPS.values() for group in row} <= groups

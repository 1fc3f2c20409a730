"""One of a list."""

from __future__ import annotations

import pytest

from tests.port.helpers import HELPERS


@pytest.mark.parametrize(("found", "first"), [([], None), (["a"], "a"), (["a", "b"], "a")])
def test_the_first_may_not_be_there(found: list[str], first: str | None) -> None:
    assert HELPERS["perl_xml_first"](found) == first


@pytest.mark.parametrize(("number", "one"), [(0, None), (1, "a"), (2, "b"), (3, None), (-1, None)])
def test_places_are_counted_from_1(number: int, one: str | None) -> None:
    assert HELPERS["perl_nth"](["a", "b"], number) == one

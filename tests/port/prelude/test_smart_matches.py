"""What ``when`` and ``~~`` ask."""

from __future__ import annotations

import re
from typing import Any

import pytest

from sysvirt.port.prelude.smart_matches import perl_smart_match


@pytest.mark.parametrize(
    ("value", "wanted", "holds"),
    [
        ("a", "a", True),
        ("1.0", 1, True),
        ("1.0", "1", False),
        (1, "1.0", True),
        (None, None, True),
        ("", None, False),
        (None, "a", False),
        ("b", ["a", "b"], True),
        ("c", ["a", ["b"]], False),
        ("b", {"b": None}, True),
        ("running", re.compile("^run"), True),
        (["x", "running"], re.compile("^run"), True),
        (4, lambda value: value > 3, True),
    ],
)
def test_a_value_is_as_another_wants_it(value: Any, wanted: Any, holds: bool) -> None:
    assert perl_smart_match(value, wanted) is holds

"""What comes first, beside Perl."""

from __future__ import annotations

from typing import Any

from sysvirt.port.prelude import ordering
from tests.port.prelude.perl_side import assert_same, perl_literal

#: They have no types.
ours: Any = ordering

VALUES: list[Any] = [
    None, "", 0, 1, 2, 10, -3, 2.5, "a", "b", "ab", "B", "10", "9", "1e1", "2 apples", " 3", "é",
    "z", "_", "-", "nan", "inf", "0x10",
]  # fmt: skip


def test_two_values() -> None:
    cases: list[tuple[str, Any]] = []
    for one in VALUES:
        for other in VALUES:
            first, second = perl_literal(one), perl_literal(other)
            cases.append((f"{first} cmp {second}", [ours.perl_cmp(one, other)]))
            cases.append((f"{first} <=> {second}", [ours.perl_spaceship(one, other)]))
    assert_same(cases)

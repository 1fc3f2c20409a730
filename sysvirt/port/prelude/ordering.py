"""What comes first: `cmp`, `<=>` and `sort`."""

from __future__ import annotations

from sysvirt.port.prelude.scalars import perl_number, perl_text


def perl_cmp(one, other):
    """`cmp`: which of two comes first as a text, by -1, 0 and 1."""
    one, other = perl_text(one), perl_text(other)
    return (one > other) - (one < other)


def perl_spaceship(one, other):
    """`<=>`: which of two is less as a number, by -1, 0 and 1; None beside what is no number."""
    one, other = perl_number(one), perl_number(other)
    if one != one or other != other:
        return None
    return (one > other) - (one < other)

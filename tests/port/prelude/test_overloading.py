"""Operators of objects whose class has its own idea of them."""

from __future__ import annotations

from typing import Any

import pytest

from sysvirt.port.prelude import overloading as ours


class Size:
    """A number that has its own `+`, `-`, `<=>` and `neg`."""

    def __init__(self, count: int) -> None:
        self.count = count


def number(value: Any) -> int:
    return value.count if isinstance(value, Size) else int(value)


def minus(one: Any, other: Any, swapped: Any) -> int:
    made = number(one) - number(other)
    return -made if swapped else made


Size.perl_operators = {  # type: ignore[attr-defined]
    "+": lambda one, other, _: number(one) + number(other),
    "-": minus,
    "<=>": minus,
    "neg": lambda one, _, __: -number(one),
    "abs": lambda one, _, __: abs(number(one)),
}


def test_the_class_of_one_side_decides() -> None:
    assert ours.perl_operate("+", Size(2), 3) == 5
    assert ours.perl_operate("-", 3, Size(2)) == 1
    assert ours.perl_operate("-=", Size(7), 2) == 5


@pytest.mark.parametrize(("sign", "holds"), [("<", 1), (">", ""), ("==", ""), ("!=", 1)])
def test_an_order_decides_what_is_more(sign: str, holds: Any) -> None:
    assert ours.perl_operate(sign, Size(2), 3) == holds


def test_others_are_numbers_and_texts() -> None:
    assert ours.perl_operate("+", "2", 3) == 5
    assert ours.perl_operate("%", "7", 4) == 3
    assert (ours.perl_operate("eq", 2, "2"), ours.perl_operate("lt", "b", "a")) == (1, "")
    assert (ours.perl_operate("<=>", "10", 9), ours.perl_operate("cmp", "10", 9)) == (1, -1)


def test_a_sign_before_an_object() -> None:
    assert (ours.perl_operate_neg(Size(2)), ours.perl_operate_neg("3")) == (-2, -3)
    assert (ours.perl_operate_abs(Size(-2)), ours.perl_operate_abs("-3")) == (2, 3)


def test_an_order_for_sort() -> None:
    order = ours.perl_order("<=>")
    assert (order(Size(2), Size(1)), order(Size(1), 2)) == (1, -1)

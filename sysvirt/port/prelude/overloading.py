"""Operators of objects whose class has its own idea of them."""

from __future__ import annotations

import operator

from sysvirt.port.prelude.boxes import perl_one_given
from sysvirt.port.prelude.scalars import perl_integer, perl_number, perl_text


class PerlOperators:
    """What operators do with what is no object."""

    numbers = {
        "+": operator.add,
        "-": operator.sub,
        "*": operator.mul,
        "/": operator.truediv,
        "**": operator.pow,
        "==": operator.eq,
        "!=": operator.ne,
        "<": operator.lt,
        ">": operator.gt,
        "<=": operator.le,
        ">=": operator.ge,
    }
    texts = {
        "eq": operator.eq,
        "ne": operator.ne,
        "lt": operator.lt,
        "gt": operator.gt,
        "le": operator.le,
        "ge": operator.ge,
    }


def perl_operate(sign, left, right):
    """An operator with two sides; for `+=` the operator `+` will do."""
    if sign.endswith("=") and sign[:-1] in ("+", "-", "*", "/", "%", "**"):
        own = getattr(type(left), "perl_operators", {})
        if sign in own:
            return perl_one_given(own[sign](left, right, None))
        sign = sign[:-1]
    for value, other, swapped in ((left, right, ""), (right, left, 1)):
        own = getattr(type(value), "perl_operators", {})
        if sign in own:
            return perl_one_given(own[sign](value, other, swapped))
    order = "<=>" if sign in PerlOperators.numbers else "cmp"
    compare = PerlOperators.numbers.get(sign) or PerlOperators.texts.get(sign)
    if compare and sign not in ("+", "-", "*", "/", "**") and perl_has_operator(order, left, right):
        return 1 if compare(perl_number(perl_operate(order, left, right)), 0) else ""
    return perl_operate_plainly(sign, left, right)


def perl_has_operator(sign, *values):
    """Whether one of some values has its own idea of an operator."""
    return any(sign in getattr(type(each), "perl_operators", {}) for each in values)


def perl_operate_plainly(sign, left, right):
    """The same with the numbers and texts that values are."""
    if sign in ("<=>", "cmp"):
        to_kind = perl_number if sign == "<=>" else perl_text
        one, other = to_kind(left), to_kind(right)
        return (one > other) - (one < other)
    if sign == "%":
        return perl_integer(left) % perl_integer(right)
    if sign in PerlOperators.texts:
        made = PerlOperators.texts[sign](perl_text(left), perl_text(right))
    else:
        made = PerlOperators.numbers[sign](perl_number(left), perl_number(right))
    return (1 if made else "") if isinstance(made, bool) else made


def perl_operate_neg(value):
    """`-$x`."""
    own = getattr(type(value), "perl_operators", {})
    if "neg" in own:
        return perl_one_given(own["neg"](value, None, ""))
    return perl_operate("-", 0, value)


def perl_operate_abs(value):
    """`abs $x`."""
    own = getattr(type(value), "perl_operators", {})
    if "abs" in own:
        return perl_one_given(own["abs"](value, None, ""))
    return abs(perl_number(value))


def perl_order(sign):
    """An order for `sort`."""
    return lambda one, other: perl_number(perl_operate(sign, one, other))

"""Texts, numbers and truth, as Perl has them of one value."""

from __future__ import annotations

import re


class PerlDual(str):
    """A text that is another value as a number, as ``$!`` is."""

    __slots__ = ("number",)

    def __new__(cls, text, number):
        self = super().__new__(cls, text)
        self.number = number
        return self


def perl_text(value):
    """A value as a text: nothing is empty, 3.0 is 3, Python's False is 0."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float) or (isinstance(value, int) and abs(value) >= 1 << 64):
        return perl_float_text(float(value))
    if isinstance(value, bytes | bytearray):
        return value.decode("utf-8", "surrogateescape")
    if hasattr(type(value), "perl_operators"):
        return perl_overloaded(value, '""')
    if isinstance(value, type):
        return getattr(value, "perl_class", value.__name__)
    if isinstance(value, list | dict) or callable(value):
        kind = "ARRAY" if isinstance(value, list) else "HASH" if isinstance(value, dict) else "CODE"
        cls = getattr(type(value), "perl_class", "")
        return f"{cls}={kind}({id(value):#x})" if cls else f"{kind}({id(value):#x})"
    if hasattr(value, "handle") and not isinstance(value, Exception):
        return perl_text_of_virt(value)
    return str(value)


def perl_text_of_virt(value):
    """An object of Sys::Virt: its class and its place, which tells it from others like it."""
    for each in type(value).__mro__:
        if each.__module__.startswith("sysvirt.") and "port" not in each.__module__:
            name = "Sys::Virt" if each.__name__ == "Virt" else f"Sys::Virt::{each.__name__}"
            return f"{getattr(type(value), 'perl_class', name)}=SCALAR({id(value):#x})"
    return str(value)


def perl_overloaded(value, operator):
    """What an object's class says that it is as a text, a number or in a condition."""
    operators = type(value).perl_operators
    for each in (operator, '""', "0+", "bool"):
        if each in operators:
            return operators[each](value, None, "")
    return f"{type(value).perl_class}=HASH({id(value):#x})"


def perl_float_text(value):
    """A number with a point, in 15 digits."""
    if value != value:
        return "NaN"
    if value in (float("inf"), float("-inf")):
        return "Inf" if value > 0 else "-Inf"
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.15g}"


def perl_number(value):
    """A value as a number: of a text what it begins with."""
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, int | float):
        return value
    if value is None:
        return 0
    if isinstance(value, PerlDual):
        return value.number
    if hasattr(type(value), "perl_operators"):
        return perl_number(perl_overloaded(value, "0+"))
    if isinstance(value, str | bytes):
        return perl_number_of_text(value if isinstance(value, str) else value.decode("latin-1"))
    # Objects that stand for a number, as those of Time::Piece.
    return int(value) if hasattr(value, "__int__") else id(value)


def perl_number_of_text(text):
    """The number that a text begins with; of other texts 0."""
    found = re.match(r"\s*([+-]?(?:\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?))", text)
    if found is None:
        word = re.match(r"\s*([+-]?)(inf(?:inity)?|nan)", text, re.IGNORECASE)
        return float(word[1] + word[2]) if word else 0
    number = found[1]
    if re.fullmatch(r"[+-]?\d+", number):
        return int(number)
    value = float(number)
    # What has an exponent and fits into 64 bits is a whole number: "1e16".
    limit = 1 << 63 if "e" in number.lower() else 1e15
    return int(value) if value.is_integer() and abs(value) < limit else value


def perl_integer(value):
    """A value as a whole number; what is behind the point falls off."""
    number = perl_number(value)
    return int(number) if number == number and abs(number) != float("inf") else number


def perl_truth(value):
    """Whether Perl takes a value as true: not nothing, 0, "0" and the empty text."""
    if hasattr(type(value), "perl_operators"):
        return perl_truth(perl_overloaded(value, "bool"))
    if isinstance(value, list | dict):
        return True
    if isinstance(value, tuple):
        # Several values, of which the last one counts.
        return bool(value) and perl_truth(value[-1])
    return value is not None and value not in (0, "", "0", b"", b"0")


def perl_or(value, other):
    """`a || b`: the first if it is true, else what the second gives."""
    return value if perl_truth(value) else other()


def perl_or_value(value, other):
    """`a || b`, where b costs nothing."""
    return value if perl_truth(value) else other


def perl_and(value, other):
    """`a && b`: the first if it is false, else what the second gives."""
    return other() if perl_truth(value) else value


def perl_and_value(value, other):
    """`a && b`, where b costs nothing."""
    return other if perl_truth(value) else value


def perl_default(value, other):
    """`a // b`: the first if it is there, else what the second gives."""
    return value if value is not None else other()

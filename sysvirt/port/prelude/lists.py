"""Lists of values that are taken apart, and what a value is a reference to."""

from __future__ import annotations

import itertools
import re


def perl_take(values, count):
    """So many values of a list, None where it has no more."""
    taken = list(itertools.islice(values, count))
    return taken + [None] * (count - len(taken))


def perl_ref(value):
    """`ref`: what a value is a reference to, or the class of an object."""
    if value is None or isinstance(value, str | bytes | bool | int | float):
        return ""
    plain = {list: "ARRAY", tuple: "ARRAY", dict: "HASH", re.Pattern: "Regexp"}.get(type(value))
    if plain:
        return plain
    name = getattr(type(value), "perl_name", None)
    if name:
        return name
    if type(value).__module__.startswith("sysvirt"):
        short = type(value).__name__
        return "Sys::Virt" if short == "Virt" else f"Sys::Virt::{short}"
    return "CODE" if callable(value) else type(value).__name__


def perl_call(receiver, method, *arguments):
    """`$x->$method(…)`: a name of a method, or code that gets $x."""
    if callable(method):
        return method(receiver, *arguments)
    return getattr(receiver, method)(*arguments)


def perl_class(value):
    """The class of an object, or a class itself."""
    return value if isinstance(value, type) else type(value)


def perl_replaced(text, start, length, put):
    """A text with another in place of a part of it: substr with four arguments."""
    first = start + len(text) if start < 0 else start
    last = len(text) + length if length < 0 else first + length
    return text[:first] + put + text[last:]

"""What values are: the classes of objects, references, numbers in texts."""

from __future__ import annotations

import re

from sysvirt.port.prelude.errors import PerlDie


def perl_class(value):
    """The name of an object's class, as Perl has it; None of what is no object."""
    name = getattr(type(value), "perl_class", None)
    if name is not None:
        # A handle is a reference of its own, and no object.
        return None if name == "GLOB" else name
    if value is None or isinstance(value, str | bytes | int | float | list | dict):
        return None
    if isinstance(value, type) or callable(value):
        return None
    if isinstance(value, re.Pattern):
        return "Regexp"
    return perl_class_name(type(value))


def perl_class_name(cls):
    """What Perl calls a class of Python."""
    own = vars(cls).get("perl_class")
    if own:
        return own
    if cls.__module__.partition(".")[0] != "sysvirt":
        return cls.__qualname__.replace(".", "::")
    if issubclass(cls, Exception):
        # sysvirt has classes of their own for some errors.
        return "Sys::Virt::Error"
    return "Sys::Virt" if cls.__name__ == "Virt" else f"Sys::Virt::{cls.__name__}"


def perl_reftype(value):
    """What a reference refers to: ARRAY, HASH, CODE or GLOB; None of what is no reference."""
    if value is None or isinstance(value, str | bytes | int | float):
        return None
    if hasattr(value, "fileno"):
        return "GLOB"
    if isinstance(value, list):
        return "ARRAY"
    if callable(value):
        return "CODE"
    return "HASH"


def perl_refaddr(value):
    """The number of a reference, that no other one has; None of what is no reference."""
    return None if perl_reftype(value) is None else id(value)


def perl_looks_like_number(value):
    """Whether a value is a number, or a text that is one from its beginning to its end."""
    if isinstance(value, str):
        number = r"[+-]?(?:\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)"
        word = r"[+-]?(?i:inf(?:inity)?|nan)"
        return re.fullmatch(rf"\s*(?:{number}|{word})\s*", value, re.ASCII) is not None
    return isinstance(value, int | float)


def perl_open_handle(value):
    """A handle if it is open, else None."""
    return None if getattr(value, "closed", True) else value


def perl_has_version(package, has, wanted, line):
    """`Package->VERSION(…)`: the version that it has; it dies where that is too old."""
    if perl_version_parts(has) < perl_version_parts(wanted):
        is_dotted = wanted.startswith("v") or wanted.count(".") > 1
        shown = [f"v{each.removeprefix('v')}" if is_dotted else each for each in (wanted, has)]
        message = f"{package} version {shown[0]} required--this is only version {shown[1]}"
        raise PerlDie(message, line)
    return has


def perl_version_parts(text):
    """A version as numbers that can be compared: 1.5 is 1.500, but v1.5 is 1.5.0."""
    if text.startswith("v") or text.count(".") > 1:
        parts = [int(each) for each in text.removeprefix("v").split(".")]
    else:
        whole, _, rest = text.partition(".")
        rest += "0" * (-len(rest) % 3)
        parts = [int(whole), *(int(rest[at : at + 3]) for at in range(0, len(rest), 3))]
    return [*parts, 0, 0, 0][: max(3, len(parts))]

"""Functions of POSIX on texts and numbers."""

from __future__ import annotations

import math
import re


def perl_strtol(text, base=0):
    """The number that a text begins with, and how much of the text is left."""
    text = text or ""
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    start = re.match(r"\s*([+-]?)", text)
    at = start.end()
    mark = re.match(r"0[xX](?=[0-9a-fA-F])", text[at:])
    if base in (0, 16) and mark:
        base, at = 16, at + 2
    elif base == 0:
        base = 8 if text[at : at + 1] == "0" else 10
    found = re.match(f"[{digits[:base]}]*", text[at:], re.IGNORECASE)
    if not found[0]:
        return [0, len(text)]
    number = int(start[1] + found[0], base)
    return [min(max(number, -(1 << 63)), (1 << 63) - 1), len(text) - at - found.end()]


def perl_strtod(text):
    """The number with a point that a text begins with, and how much of the text is left."""
    number = r"\s*[+-]?(?:0[xX][0-9a-fA-F.]+(?:[pP][+-]?\d+)?|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)"
    found = re.match(number, text) or re.match(r"\s*[+-]?(?i:inf(?:inity)?|nan)", text)
    if not found:
        return [0, len(text)]
    as_number = float.fromhex if "x" in found[0].lower() else float
    return [as_number(found[0]), len(text) - found.end()]


def perl_round(number):
    """The nearest whole number; a half goes away from 0."""
    return math.copysign(math.floor(abs(number) + 0.5), number)

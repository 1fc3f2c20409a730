"""Perl's own functions on texts and numbers, where Python's mean something else."""

from __future__ import annotations

import re

from sysvirt.port.prelude.scalars import perl_text


def perl_length(value):
    """How long a value is as a text; nothing has no length."""
    if value is None:
        return None
    return len(value) if isinstance(value, bytes | bytearray) else len(perl_text(value))


def perl_index(text, part, start=0):
    """Where a part begins in a text, not before start; -1 if nowhere."""
    return text.find(part, min(max(start, 0), len(text)))


def perl_rindex(text, part, last):
    """Where a part begins in a text for the last time, not behind last; -1 if nowhere."""
    if last < 0:
        return 0 if not part else -1
    return text.rfind(part, 0, last + len(part))


def perl_substr(text, start, length=None):
    """A part of a text; negative numbers count from its end, and outside of it is nothing."""
    size = len(text)
    begin = start + size if start < 0 else start
    end = size if length is None else begin + length if length >= 0 else size + length
    if begin > size or (begin < 0 and end < 0):
        return None
    begin = max(begin, 0)
    return text[begin : max(end, begin)]


def perl_ucfirst(text):
    """A text whose first letter is large."""
    return text[:1].title() + text[1:]


def perl_lcfirst(text):
    """A text whose first letter is small."""
    return text[:1].lower() + text[1:]


def perl_quotemeta(text):
    """A text with a backslash before all that may mean something in a pattern."""
    return re.sub(r"([^A-Za-z0-9_\x80-\U0010ffff])", r"\\\1", text)


def perl_reversed_text(values):
    """All values as one text, from its end to its beginning."""
    return "".join(map(perl_text, values))[::-1]


def perl_ord(text):
    """The number of the first character; of an empty text 0."""
    number = ord(text[0]) if text else 0
    # A byte that is no UTF-8.
    return number - 0xDC00 if 0xDC80 <= number <= 0xDCFF else number


def perl_hex(text):
    """The number that a text is in base 16, up to what isn't a digit."""
    found = re.match(r"(?:0?[xX])?([0-9a-fA-F_]*)", text)
    return perl_in_base(found[1], 16)


def perl_oct(text):
    """The number that a text is in base 8, or in the base that it begins with: 0x, 0b, 0o."""
    text = text.lstrip()
    for mark, base, digits in (("xX", 16, "0-9a-fA-F_"), ("bB", 2, "01_"), ("oO", 8, "0-7_")):
        found = re.match(rf"0?[{mark}]([{digits}]*)", text)
        if found:
            return perl_in_base(found[1], base)
    return perl_in_base(re.match(r"[0-7_]*", text)[0], 8)


def perl_in_base(digits, base):
    """The number of some digits; one of more than 64 bits has a point."""
    number = int(digits.replace("_", "") or "0", base)
    return number if number < 1 << 64 else float(number)

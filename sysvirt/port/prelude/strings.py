"""Texts that count, repeat and lose their ends."""

from __future__ import annotations

import re

from sysvirt.port.prelude.scalars import perl_integer, perl_number, perl_text


def perl_increment(value):
    """`++`: a text of letters and figures has one that follows, as "az9" has "ba0"."""
    if not isinstance(value, str) or not re.fullmatch(r"(?=.)[a-zA-Z]*[0-9]*", value):
        return perl_number(value) + 1
    following = {"z": "a", "Z": "A", "9": "0"}
    done = ""
    rest = value
    while rest and rest[-1] in following:
        done = following[rest[-1]] + done
        rest = rest[:-1]
    if rest:
        return rest[:-1] + chr(ord(rest[-1]) + 1) + done
    return ("1" if done[0] == "0" else done[0]) + done


class PerlFlipFlop:
    """`..` as a condition: true from where one condition is true to where the other is."""

    def __init__(self):
        self.number = 0

    def step(self, begins, ends, is_later=False):
        """The number of the round; "E0" is behind the last one, and "" is outside.

        With three points, `is_later`, the first round isn't asked whether it is the last.
        """
        if not self.number and not begins():
            return ""
        self.number += 1
        number = self.number
        if (is_later and number == 1) or not ends():
            return number
        self.number = 0
        return f"{number}E0"


def perl_range(first, last):
    """`first .. last`: of numbers, or of texts as `++` has them."""
    if perl_is_range_of_numbers(first, last):
        return list(range(perl_integer(first), perl_integer(last) + 1))
    text, end = perl_text(first), perl_text(last)
    texts = []
    while len(text) <= len(end):
        texts.append(text)
        text = perl_increment(text)
        if texts[-1] == end or not isinstance(text, str):
            break
    return texts


def perl_is_range_of_numbers(first, last):
    """Whether Perl takes the ends of a range as numbers."""
    number = re.compile(r"\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*", re.ASCII)
    given = [each for each in (first, last) if each is not None]
    if any(not isinstance(each, str) for each in given):
        return True
    if first is not None and first.startswith("0") and first != "0":
        return False
    return bool(given) and all(number.fullmatch(each) for each in given)

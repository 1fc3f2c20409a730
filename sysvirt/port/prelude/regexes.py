"""Regular expressions: patterns from variables, and what Perl remembers of matches."""

from __future__ import annotations

import re

from sysvirt.port.prelude.scalars import perl_integer, perl_text


class PerlPattern:
    """What stands in a text that is a pattern of Perl, in Python's words."""

    words = {
        # There is no line behind the last end of a line.
        "^": r"(?:\A|^(?!\Z))",
        r"\z": r"\Z",
        r"\Z": r"(?=\n?\Z)",
        r"\h": r"[ \t\xa0]",
        r"\H": r"[^ \t\xa0]",
        r"\v": r"[\n\x0b\f\r\x85]",
        r"\V": r"[^\n\x0b\f\r\x85]",
        r"\R": r"(?>\r\n|[\n\x0b\f\r\x85])",
        r"\N": r"[^\n]",
        r"\e": r"\x1b",
        r"\w": r"[a-zA-Z0-9_]",
        r"\W": r"[^a-zA-Z0-9_]",
        r"\s": r"[ \t\n\r\f\v]",
        r"\S": r"[^ \t\n\r\f\v]",
    }
    words_in_brackets = {
        r"\h": r" \t\xa0",
        r"\v": r"\n\x0b\f\r\x85",
        r"\e": r"\x1b",
        r"\w": r"a-zA-Z0-9_",
        r"\s": r" \t\n\r\f\v",
        "[:alnum:]": "a-zA-Z0-9",
        "[:alpha:]": "a-zA-Z",
        "[:blank:]": r" \t",
        "[:cntrl:]": r"\x00-\x1f\x7f",
        "[:digit:]": "0-9",
        "[:graph:]": "!-~",
        "[:lower:]": "a-z",
        "[:print:]": " -~",
        "[:punct:]": r"!-/:-@\[-`{-~",
        "[:space:]": r" \t\n\r\f\v",
        "[:upper:]": "A-Z",
        "[:word:]": "a-zA-Z0-9_",
        "[:xdigit:]": "0-9a-fA-F",
    }
    #: A character by its number, a backslash with its letter, a class of POSIX, brackets that
    #: open, a group with a name, a group with flags of its own, or any character.
    piece = re.compile(
        r"\\x\{(?P<code>[0-9a-fA-F]+)\}|\\.|\[:\w+:\]|(?P<opens>\[\^?\]?)"
        r"|\(\?(?P<name><)(?=\w)|\(\?\^(?P<flags>[a-z]*):|.",
        re.DOTALL,
    )


def perl_pattern(value):
    """A text or a compiled pattern, to be put into another pattern."""
    if isinstance(value, re.Pattern):
        letters = {"i": re.IGNORECASE, "m": re.MULTILINE, "s": re.DOTALL, "x": re.VERBOSE}
        on = "".join(letter for letter, flag in letters.items() if value.flags & flag)
        rules = "a" if value.flags & re.ASCII else "u"
        # A comment of the pattern ends before the parenthesis.
        return f"{perl_flag_group(rules + on)}{value.pattern}{chr(10) if 'x' in on else ''})"
    text = perl_text(value)
    first = re.match(r"\(\?([a-z]+)\)", text)
    if first:
        return f"(?{first[1]}:{perl_pattern(text[first.end() :])})"
    written = []
    in_brackets = False
    for found in PerlPattern.piece.finditer(text):
        piece = found[0]
        if found["code"]:
            piece = re.escape(chr(int(found["code"], 16)))
        elif in_brackets:
            in_brackets = piece != "]"
            piece = PerlPattern.words_in_brackets.get(piece, piece)
        elif found["opens"]:
            in_brackets = True
        elif found["name"]:
            piece = "(?P<"
        elif found["flags"] is not None:
            piece = perl_flag_group(found["flags"])
        else:
            piece = PerlPattern.words.get(piece, piece)
        written.append(piece)
    return "".join(written)


def perl_flag_group(on):
    """The beginning of a group that has these flags and no others."""
    off = "".join(letter for letter in "imsx" if letter not in on)
    return f"(?{on}-{off}:" if off else f"(?{on}:"


def perl_groups(found):
    """A match in a list: what its groups have found, 1 where it has none; of no match nothing."""
    if found is None:
        return []
    return list(found.groups()) if found.re.groups else [1]


def perl_match_all(pattern, text, flags=0):
    """`m//g` in a list: all groups of all matches; without groups, the matches themselves."""
    return [
        group
        for found in re.finditer(pattern, text, flags)
        for group in (found.groups() if found.re.groups else [found[0]])
    ]


def perl_split(pattern, text, limit=0, flags=0):
    """`split`: empty fields at the end fall off, so that `str.split` would give others."""
    text = perl_text(text)
    if not isinstance(pattern, re.Pattern):
        if pattern == " ":
            # A blank alone stands for all white space, and what the text begins with falls off.
            text = text.lstrip(" \t\n\r\f\v")
            pattern, flags = r"\s+", re.ASCII
        pattern = re.compile(pattern, flags)
    fields = []
    start = cuts = 0
    for found in pattern.finditer(text):
        if start == len(text) or cuts + 1 == limit:
            break
        if found.end() > start:
            fields += [text[start : found.start()], *found.groups()]
            start = found.end()
            cuts += 1
    if start < len(text) or (cuts and limit):
        fields.append(text[start:])
    while fields and limit == 0 and not fields[-1]:
        fields.pop()
    return fields


class PerlPosition:
    """`pos` of a variable: where `m//g` goes on in its text. A new text has none."""

    def __init__(self):
        self.at = None
        self.text = None
        # Where a match was empty, the next one isn't.
        self.was_empty = False

    def set(self, place, text):
        """`pos($text) = place`; from the end where it is negative, nowhere where it is None."""
        self.was_empty = False
        self.text = text
        if place is not None:
            place = max(place + len(text), 0) if place < 0 else min(place, len(text))
        self.at = place

    def search(self, pattern, text, flags=0, here=False, keep=False):
        """The next match, or None; `here` is `\\G`, `keep` the modifier c."""
        pattern = re.compile(pattern, flags)
        start = self.of(text) or 0
        found = self._next(pattern, text, start, here) if start <= len(text) else None
        if found is not None:
            self.at, self.was_empty = found.end(), found.end() == found.start()
        elif not keep:
            self.at, self.was_empty = None, False
        return found

    def of(self, text):
        """`pos($text)`; a new text has none."""
        if text != self.text:
            self.at, self.was_empty, self.text = None, False, text
        return self.at

    def look(self, pattern, text, flags=0):
        """A match right at the position, which stays as it is: `\\G` without g."""
        return re.compile(pattern, flags).match(text, self.of(text) or 0)

    def all(self, pattern, text, flags=0, here=False, keep=False):
        """All matches from here on; the position is gone then, unless it is to be kept."""
        matches = []
        while True:
            found = self.search(pattern, text, flags, here, keep)
            if found is None:
                return matches
            matches.append(found)

    def _next(self, pattern, text, start, here):
        if here and not self.was_empty:
            return pattern.match(text, start)
        for found in pattern.finditer(text, start):
            if here and found.start() > start:
                return None
            if not self.was_empty or found.end() > start:
                return found
        return None


# Positions in what is in containers, or behind references.
perl_positions = {}


def perl_position(holder, key=None):
    """`pos` of an element, or of what a reference points to."""
    return perl_positions.setdefault((id(holder), key), PerlPosition())


def perl_given_place(value):
    """A position that is given as any value."""
    return None if value is None else perl_integer(value)


def perl_all_groups(matches):
    """All groups of several matches; without groups, the matches themselves."""
    return [
        group for found in matches for group in (found.groups() if found.re.groups else [found[0]])
    ]

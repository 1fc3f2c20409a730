"""Regular expressions: patterns from variables, and what Perl remembers of matches."""

from __future__ import annotations

import re

from sysvirt.port.prelude.scalars import perl_text


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

"""Single characters of a pattern, and what stands in brackets."""

from __future__ import annotations

import re

import attrs

from sysvirt.port.python.refusing import Untranslatable

#: Expressions of Python stand in a pattern as characters that no script has: the first of them.
FIRST_MARK = 0xF0000

#: The classes of POSIX, as they are for bytes.
_POSIX = {
    "alnum": "a-zA-Z0-9",
    "alpha": "a-zA-Z",
    "ascii": r"\x00-\x7f",
    "blank": r" \t",
    "cntrl": r"\x00-\x1f\x7f",
    "digit": "0-9",
    "graph": "!-~",
    "lower": "a-z",
    "print": " -~",
    "punct": r"!-/:-@\[-`{-~",
    "space": r"\s",
    "upper": "A-Z",
    "word": r"\w",
    "xdigit": "0-9a-fA-F",
}
#: Those that have another name when they are turned round.
_TURNED = {"space": r"\S", "word": r"\W", "digit": r"\D"}
#: Those that have more characters in Unicode than these.
_WIDER = {"alnum", "alpha", "graph", "lower", "print", "punct", "upper"}
_POSIX_CLASS = re.compile(r"\[:(\^?)(\w+):\]")

#: Blanks within a line, and the ends of lines, in Latin-1.
BLANK = r" \t\xa0"
END_OF_LINE = r"\n\x0b\f\r\x85"

#: Classes in brackets that have letters of their own.
_CLASSES = {each: f"\\{each}" for each in "dDwWsS"} | {"h": BLANK, "v": END_OF_LINE}

_SAME = "nrtfa"
_NUMBERED = re.compile(
    r"x\{\s*(?P<braced>[0-9a-fA-F_]*)\s*\}|x(?P<short>[0-9a-fA-F]{0,2})"
    r"|o\{\s*(?P<octal>[0-7_]+)\s*\}|c(?P<control>.)|N\{\s*U\+(?P<named>[0-9a-fA-F]+)\s*\}|(?P<escape>e)",
    re.DOTALL,
)
OCTAL = re.compile(r"[0-7]{1,3}")


def is_mark(character: str) -> bool:
    """Whether a character stands for an expression."""
    return ord(character) >= FIRST_MARK


def coded(code: int) -> str:
    """The character of a number, in a pattern of Python."""
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def shown(character: str) -> str:
    """A character that stands for itself, readable where it isn't."""
    if character.isprintable() or is_mark(character):
        return character
    named = {"\n": r"\n", "\t": r"\t", "\r": r"\r", "\f": r"\f"}
    return named.get(character) or coded(ord(character))


def escaped_character(text: str, at: int) -> tuple[str, int] | None:
    """Behind a backslash: the one character that it means, and where that ends."""
    if text[at] in _SAME:
        return f"\\{text[at]}", at + 1
    found = _NUMBERED.match(text, at)
    if found is None:
        return None
    return coded(_code(found)), found.end()


def _code(found: re.Match[str]) -> int:
    for name, base in (("braced", 16), ("short", 16), ("octal", 8), ("named", 16)):
        if found[name] is not None:
            return int(found[name].replace("_", "") or "0", base)
    if found["control"]:
        return ord(found["control"].upper()) ^ 64
    return 0x1B


@attrs.define
class Brackets:
    """A class of characters: ``[…]``."""

    text: str
    at: int
    unicode: bool
    written: list[str] = attrs.field(factory=list)
    #: Whether it has what is another thing in Unicode.
    wide: bool = False
    marks: list[str] = attrs.field(factory=list)

    def read(self) -> str:
        """All of it; ``at`` is behind it then."""
        start = re.compile(r"\[\^?\]?").match(self.text, self.at)
        if start is None:
            raise Untranslatable(self.text)
        turned = self._turned(start)
        if turned:
            return turned
        self.written.append(start[0].replace("]", r"\]"))
        self.at = start.end()
        while self._here() != "]":
            self._one()
        self.at += 1
        return "".join(self.written) + "]"

    def _here(self) -> str:
        if self.at >= len(self.text):
            raise Untranslatable(f"{self.text}: [ without ]")
        return self.text[self.at]

    def _turned(self, start: re.Match[str]) -> str:
        """``[[:^alpha:]]``, the only place where any class of POSIX can be turned round."""
        found = re.compile(r"\[(\^?)\[:\^(\w+):\]\]").match(self.text, start.start())
        if found is None:
            return ""
        self.at = found.end()
        inside = self._posix(found[2])
        return f"[{inside}]" if found[1] else f"[^{inside}]"

    def _one(self) -> None:
        """One character or class, or a range of characters."""
        character = self._element()
        if character is None or self.text[self.at : self.at + 1] != "-":
            return
        if self.text[self.at + 1 : self.at + 2] in ("", "]"):
            return
        self.at += 1
        self.written.append("-")
        hyphen = len(self.written) - 1
        if self._here() == "-":
            self._write(r"\-", self.at + 1)
        elif self._element() is None:
            # A class ends no range: the hyphen is one.
            self.written[hyphen] = r"\-"

    def _element(self) -> str | None:
        """One character, as it is written; of a class, nothing."""
        here = self._here()
        posix = _POSIX_CLASS.match(self.text, self.at)
        if posix:
            self.at = posix.end()
            self.written.append(self._turned_posix(posix))
            return None
        if here == "\\":
            return self._escape()
        if is_mark(here):
            self.marks.append(here)
        return self._write(self._needed(here) + shown(here), self.at + 1)

    def _write(self, text: str, end: int) -> str:
        self.written.append(text)
        self.at = end
        return text

    def _needed(self, character: str) -> str:
        """The backslash before a character that would be more than itself."""
        doubled = character in "&~|" and self.written[-1].endswith(character)
        alone = len(self.written) == 1 and self.text[self.at + 1 : self.at + 2] != "-"
        last = self.text[self.at + 1 : self.at + 2] == "]"
        hyphen = character == "-" and not alone and not last
        return "\\" if character in "[]\\" or doubled or hyphen else ""

    def _escape(self) -> str | None:
        """What stands behind a backslash in brackets."""
        at = self.at + 1
        if at >= len(self.text):
            raise Untranslatable(f"{self.text}: [ without ]")
        letter = self.text[at]
        if letter in _CLASSES:
            self.wide |= letter in "wWsS"
            self._write(_CLASSES[letter], at + 1)
            return None
        if letter in "HVNRXpPKB" and not self.text.startswith("N{U+", at):
            raise Untranslatable(f"\\{letter} in brackets")
        if letter == "b":
            return self._write(r"\b", at + 1)
        if octal := OCTAL.match(self.text, at):
            return self._write(coded(int(octal[0], 8)), octal.end())
        if found := escaped_character(self.text, at):
            return self._write(*found)
        needed = letter in "[]\\^-" or (letter in "&~|" and self.written[-1].endswith(letter))
        return self._write(("\\" if needed else "") + shown(letter), at + 1)

    def _turned_posix(self, found: re.Match[str]) -> str:
        inside = self._posix(found[2])
        if not found[1]:
            return inside
        if found[2] not in _TURNED:
            raise Untranslatable(f"{found[0]} beside others")
        return _TURNED[found[2]]

    def _posix(self, name: str) -> str:
        if name not in _POSIX or (self.unicode and name in _WIDER):
            raise Untranslatable(f"[:{name}:]")
        self.wide |= name in {"space", "word"}
        return _POSIX[name]

"""Perl's patterns, piece by piece in Python's words."""

from __future__ import annotations

import re

import attrs

from sysvirt.port.draft.patterns.characters import (
    BLANK,
    END_OF_LINE,
    OCTAL,
    Brackets,
    coded,
    escaped_character,
    is_mark,
    shown,
)
from sysvirt.port.python.refusing import Untranslatable

#: What begins a group, and Python's word for it.
_GROUP = re.compile(
    r"\(\?(?:(?P<same>:|=|!|<=|<!|>)|(?:P?<|')(?P<name>[A-Za-z_]\w*)[>']"
    r"|P=(?P<again>\w+)\)|(?P<comment>\#[^)]*)\)|\((?:<|')?(?P<asked>\w+)[>']?\)"
    r"|(?P<reset>\^?)(?P<on>[a-z]*)(?:-(?P<off>[a-z]+))?(?P<ends>[:)]))"
)
_TIMES = re.compile(r"(?:([*+?])|\{\s*(\d*)\s*(,?)\s*(\d*)\s*\})([?+]?)")
_BY_NAME = re.compile(r"k(?:<(\w+)>|\{\s*(\w+)\s*\}|'(\w+)')|g\{\s*([A-Za-z_]\w*)\s*\}")
_BY_NUMBER = re.compile(r"g(-?\d+)|g\{\s*(-?\d+)\s*\}")
_FIGURES = re.compile(r"\d+")
#: The flags that both languages have inside a pattern.
FLAGS = "imsx"
_LOOKING = ("(?=", "(?!", "(?<=", "(?<!")
#: Punctuation that has a meaning in a pattern.
_SPECIAL = frozenset(".^$*+?{}[]\\|()")
#: What is one thing for bytes and another one in Unicode.
_WIDE = "wWsSbB"


@attrs.frozen
class Token:
    """A piece of a pattern."""

    text: str
    #: ``one`` needs a character, ``open``, ``close`` and ``bar`` are the bones, ``times`` says
    #: how often; ``start`` is ``^`` among lines; ``other`` may need nothing.
    kind: str = "other"
    #: How often at least, for ``times``; whether a group only looks, for ``open``.
    least: int = 0
    looks: bool = False


@attrs.define
class _Frame:
    """A group that is open, or all of the pattern."""

    verbose: bool
    multiline: bool
    #: Groups for flags that were set in the middle: they last up to the end of this one.
    flagged: list[str] = attrs.field(factory=list)


@attrs.define
class Reader:
    """A pattern of Perl, with a character that no script has for each expression in it."""

    text: str
    flags: set[str]
    unicode: bool = False
    #: Whether groups without a name count (not with the modifier ``n``).
    capturing: bool = True
    at: int = 0
    tokens: list[Token] = attrs.field(factory=list)
    groups: int = 0
    names: list[str] = attrs.field(factory=list)
    #: Whether it means another thing in Unicode.
    wide: bool = False
    #: Whether it begins with ``\G``.
    from_position: bool = False
    #: The expressions that stand in brackets.
    in_brackets: set[str] = attrs.field(factory=set)
    _frames: list[_Frame] = attrs.field(factory=list)

    def read(self) -> list[Token]:
        """All its pieces."""
        self._frames = [_Frame("x" in self.flags, "m" in self.flags)]
        while self.at < len(self.text):
            self._next()
        if len(self._frames) > 1:
            raise Untranslatable(f"{self.text}: ( without )")
        self._end_flags()
        return self.tokens

    @property
    def _frame(self) -> _Frame:
        return self._frames[-1]

    def _write(self, text: str, end: int, kind: str = "other") -> None:
        self.tokens.append(Token(text, kind))
        self.at = end

    def _refuse(self, what: str) -> Untranslatable:
        return Untranslatable(f"{what} in a pattern")

    def _next(self) -> None:
        here = self.text[self.at]
        steps = {
            "\\": self._escape,
            "[": self._brackets,
            "(": self._open,
            ")": self._close,
            "|": self._bar,
            "^": self._start,
        }
        if here in steps:
            steps[here]()
        elif self._frame.verbose and (here.isspace() or here == "#"):
            self._blank()
        elif times := _TIMES.match(self.text, self.at):
            self._times(times)
        else:
            self._write(
                shown(here), self.at + 1, "other" if here == "$" or is_mark(here) else "one"
            )

    def _blank(self) -> None:
        """What means nothing with the modifier ``x``."""
        found = re.compile(r"\s+|#[^\n]*").match(self.text, self.at)
        if found is not None:
            # In a comment, Perl takes a variable as the text that it is.
            text = "".join("$" if is_mark(each) else each for each in found[0])
            self._write(text, found.end(), "blank")

    def _brackets(self) -> None:
        brackets = Brackets(self.text, self.at, self.unicode)
        text = brackets.read()
        self.wide |= brackets.wide
        self.in_brackets.update(brackets.marks)
        self._write(text, brackets.at, "one")

    def _start(self) -> None:
        self._write("^", self.at + 1, "start" if self._frame.multiline else "other")

    def _times(self, found: re.Match[str]) -> None:
        sign, least, comma, most, more = found.groups()
        if not sign and not least and not most:
            # A brace that is itself.
            self._write(r"\{", self.at + 1, "one")
            return
        last = len(self.tokens) - 1
        if last >= 0 and self.tokens[last].kind == "close" and _is_look(self.tokens, last):
            raise self._refuse("how often something looks ahead or back")
        number = {"*": 0, "?": 0, "+": 1}.get(sign, int(least or 0))
        text = sign or f"{{{least}{comma}{most}}}"
        self.tokens.append(Token(text + more, "times", number))
        self.at = found.end()

    # Groups ----------------------------------------------------------------------------------

    def _open(self) -> None:
        if self.text.startswith("(*", self.at):
            raise self._refuse("(*")
        found = _GROUP.match(self.text, self.at)
        if found is None:
            if self.text.startswith("(?", self.at):
                raise self._refuse(self.text[self.at : self.at + 4])
            self._plain_group()
        elif found["same"]:
            self._push(found[0], found.end())
        elif found["name"]:
            self._named(found)
        elif found["again"]:
            self._write(found[0], found.end())
        elif found["comment"]:
            self._write(found[0], found.end(), "blank")
        elif found["asked"]:
            self._condition(found)
        else:
            self._flags(found)

    def _push(self, text: str, end: int, frame: _Frame | None = None) -> None:
        outer = self._frame
        self._frames.append(frame or _Frame(outer.verbose, outer.multiline))
        self.tokens.append(Token(text, "open", looks=text in _LOOKING))
        self.at = end

    def _plain_group(self) -> None:
        self.groups += self.capturing
        self._push("(" if self.capturing else "(?:", self.at + 1)

    def _named(self, found: re.Match[str]) -> None:
        if found["name"] in self.names:
            raise self._refuse(f"the name {found['name']} twice")
        self.groups += 1
        self.names.append(found["name"])
        self._push(f"(?P<{found['name']}>", found.end())

    def _condition(self, found: re.Match[str]) -> None:
        asked = found["asked"]
        if asked.startswith(("R", "DEFINE")) and asked not in self.names:
            raise self._refuse(found[0])
        self._push(f"(?({asked})", found.end())

    def _flags(self, found: re.Match[str]) -> None:
        """``(?i)`` and ``(?i:``."""
        on = set(found["on"]) - {"p"}
        off = set(found["off"] or "")
        if found["reset"]:
            on -= set("dau")
            off |= set(FLAGS) - on
        if (on | off) - set(FLAGS):
            raise self._refuse(found[0])
        if found["ends"] == ")" and not off and self._at_start():
            self.flags |= on
            self.at = found.end()
            self._set(self._frame, on, off)
            return
        text = self._flag_group(on, off)
        if found["ends"] == ":":
            frame = _Frame(self._frame.verbose, self._frame.multiline)
            self._set(frame, on, off)
            self._push(text, found.end(), frame)
            return
        self._set(self._frame, on, off)
        self._frame.flagged.append(text)
        self._write(text, found.end(), "open")

    def _at_start(self) -> bool:
        return len(self._frames) == 1 and all(each.kind == "blank" for each in self.tokens)

    def _flag_group(self, on: set[str], off: set[str]) -> str:
        switched = "".join(sorted(on)) + ("-" + "".join(sorted(off)) if off else "")
        return f"(?{switched}:"

    def _set(self, frame: _Frame, on: set[str], off: set[str]) -> None:
        frame.verbose = (frame.verbose or "x" in on) and "x" not in off
        frame.multiline = (frame.multiline or "m" in on) and "m" not in off

    def _end_flags(self) -> None:
        for _ in self._frame.flagged:
            last = self.tokens[-1]
            comment = last.kind == "blank" and last.text.startswith("#")
            self.tokens.append(Token("\n)" if comment else ")", "close"))

    def _close(self) -> None:
        if len(self._frames) == 1:
            raise Untranslatable(f"{self.text}: ) without (")
        self._end_flags()
        self._frames.pop()
        self._write(")", self.at + 1, "close")

    def _bar(self) -> None:
        """A flag that was set before it holds behind it, too."""
        self._end_flags()
        self._write("|", self.at + 1, "bar")
        self.tokens.extend(Token(each, "open") for each in self._frame.flagged)

    # Backslashes -----------------------------------------------------------------------------

    def _escape(self) -> None:
        at = self.at + 1
        if at >= len(self.text):
            raise Untranslatable(f"{self.text}: \\ at the end")
        letter = self.text[at]
        if letter in "123456789":
            self._back_or_octal(at)
        elif octal := OCTAL.match(self.text, at):
            self._write(coded(int(octal[0], 8)), octal.end(), "one")
        elif letter.isascii() and letter.isalpha():
            self._letter(letter, at)
        else:
            self._punctuation(letter, at)

    def _punctuation(self, letter: str, at: int) -> None:
        if is_mark(letter):
            raise self._refuse("a backslash before a variable")
        blank = self._frame.verbose and (letter.isspace() or letter == "#")
        needed = letter in _SPECIAL or blank
        text = f"\\{letter}" if needed and letter.isprintable() else shown(letter)
        self._write(text, at + 1, "one")

    def _letter(self, letter: str, at: int) -> None:
        """A backslash before a letter."""
        ends = {"A": r"\A", "z": r"\Z", "Z": "(?=\\n?\\Z)" if self._frame.multiline else "$"}
        classes = {
            "h": f"[{BLANK}]",
            "H": f"[^{BLANK}]",
            "v": f"[{END_OF_LINE}]",
            "V": f"[^{END_OF_LINE}]",
            "R": f"(?>\\r\\n|[{END_OF_LINE}])",
        }
        if letter in ends:
            self._write(ends[letter], at + 1)
        elif letter in classes:
            self._write(classes[letter], at + 1, "one")
        elif letter in "dDwWsSbB":
            self._shorthand(letter, at)
        elif letter in "gk":
            self._back(at)
        elif letter == "G" and self._at_start() and not self.from_position:
            self.from_position = True
            self.at = at + 1
        elif letter in "GKXCpPLUluQF":
            raise self._refuse(f"\\{letter}")
        else:
            self._character(letter, at)

    def _shorthand(self, letter: str, at: int) -> None:
        if self.text.startswith("{", at + 1) and letter in "bB":
            raise self._refuse(f"\\{letter}{{")
        self.wide |= letter in _WIDE
        self._write(f"\\{letter}", at + 1, "other" if letter in "bB" else "one")

    def _character(self, letter: str, at: int) -> None:
        if found := escaped_character(self.text, at):
            self._write(*found, "one")
        elif letter == "N" and not self.text.startswith("{", at + 1):
            self._write(r"[^\n]", at + 1, "one")
        elif letter in "No":
            raise self._refuse(f"\\{letter}")
        else:
            self._write(letter, at + 1, "one")

    def _back_or_octal(self, at: int) -> None:
        """``\\1``, which is a group; a larger number may be a character."""
        found = _FIGURES.match(self.text, at)
        number = found[0] if found else ""
        if len(number) > 1 and int(number) > self.groups:
            octal = OCTAL.match(self.text, at)
            if octal is None:
                raise self._refuse(f"\\{number}")
            self._write(coded(int(octal[0], 8)), octal.end(), "one")
            return
        self._write(f"\\{number}", at + len(number))

    def _back(self, at: int) -> None:
        """What a group before has found, by its name or number."""
        if by_name := _BY_NAME.match(self.text, at):
            name = next(each for each in by_name.groups() if each)
            self._write(f"(?P={name})", by_name.end())
            return
        by_number = _BY_NUMBER.match(self.text, at)
        if by_number is None:
            raise self._refuse(self.text[at - 1 : at + 2])
        number = int(by_number[1] or by_number[2])
        number = number if number > 0 else self.groups + 1 + number
        behind = self.text[by_number.end() : by_number.end() + 1]
        text = f"(?:\\{number})" if behind.isdigit() else f"\\{number}"
        self._write(text, by_number.end())


def needs_more(tokens: list[Token], at: int) -> bool:
    """Whether a match goes on with at least one character behind a piece."""
    index, depth = at + 1, 0
    while index < len(tokens):
        token = tokens[index]
        if token.kind == "open":
            depth += 1
        elif token.kind == "close":
            depth -= 1
        elif token.kind == "bar" and depth <= 0:
            index = _end_of_group(tokens, index)
            if index < 0:
                return False
            continue
        elif token.kind == "one" and depth <= 0 and _always(tokens, index):
            return True
        if depth < 0 and _is_look(tokens, index):
            return False
        index += 1
    return False


def _end_of_group(tokens: list[Token], at: int) -> int:
    """The end of the group that a piece stands in, -1 where it stands in none."""
    depth = 0
    for index in range(at, len(tokens)):
        depth += {"open": 1, "close": -1}.get(tokens[index].kind, 0)
        if depth < 0:
            return index
    return -1


def _is_look(tokens: list[Token], at: int) -> bool:
    """Whether what ends here only looks ahead or back."""
    depth = 0
    for index in range(at, -1, -1):
        depth += {"open": -1, "close": 1}.get(tokens[index].kind, 0)
        if depth == 0 and tokens[index].kind == "open":
            return tokens[index].looks
    return False


def _always(tokens: list[Token], at: int) -> bool:
    """Whether a piece isn't followed by how often it may be left out."""
    behind = next((each for each in tokens[at + 1 :] if each.kind != "blank"), None)
    return behind is None or behind.kind != "times" or behind.least > 0

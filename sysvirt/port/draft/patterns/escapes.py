r"""What backslashes mean in a text: characters, and ``\U…\E`` and its like, for what follows."""

from __future__ import annotations

import ast
import re
import unicodedata
from collections.abc import Callable, Sequence

import attrs

from sysvirt.port.draft.patterns.raw_texts import joined as behind_each_other
from sysvirt.port.draft.patterns.regex import is_plain_text
from sysvirt.port.python.refusing import Untranslatable
from sysvirt.port.python.strings import joined

Piece = str | ast.expr

_LETTERS = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "e": "\x1b", "f": "\f", "b": "\b"}
_GIVE_TEXTS = frozenset({"perl_ucfirst", "perl_lcfirst", "perl_quotemeta"})
_PARTS = re.compile(
    r"(?P<nothing>\\[ULFQul]\\E)"
    r"|\\(?:x\{\s*(?P<braced>[0-9a-fA-F_]*)\s*\}|x(?P<short>[0-9a-fA-F]{0,2})"
    r"|o\{\s*(?P<braced_octal>[0-7_]+)\s*\}|(?P<octal>[0-7]{1,3})|c(?P<control>.)"
    r"|N\{U\+(?P<code>[0-9a-fA-F]+)\}|N\{(?P<name>[^}]+)\}"
    r"|(?P<case>[ULFQEul])|(?P<other>.))|[^\\]+",
    re.DOTALL,
)
#: Those that last up to ``\E``; of the first three only one at a time.
_CASES, _LASTING = "ULF", "ULFQ"


def case_escapes(
    pieces: Sequence[Piece], *, is_text: Callable[[ast.expr], bool] = is_plain_text
) -> ast.expr:
    r"""One text of raw pieces, as they stand between quotes: ``"\U$x\E\n"``."""
    found = evaluated(pieces, is_text=is_text)
    values = [each for each in found if isinstance(each, ast.expr)]
    if len(found) == 1 and values:
        return _text(values[0], is_text)
    # Before 3.12, no expression in an f-string has a backslash.
    if any("\\" in ast.unparse(each) for each in values):
        return added([each if isinstance(each, str) else _text(each, is_text) for each in found])
    return joined(found)


def evaluated(
    pieces: Sequence[Piece], *, is_text: Callable[[ast.expr], bool] = is_plain_text
) -> list[Piece]:
    """The same pieces without backslashes: each a text, or an expression with what changes it."""
    reader = _Reader(is_text)
    for piece in pieces:
        if isinstance(piece, str):
            reader.text(piece)
        else:
            reader.levels[-1].found.append(piece)
    while len(reader.levels) > 1:
        reader.end()
    return _merged(reader.levels[0].found)


def character(found: re.Match[str]) -> str:
    """The character that a backslash and what is behind it are."""
    for name, base in (
        ("braced", 16),
        ("short", 16),
        ("braced_octal", 8),
        ("octal", 8),
        ("code", 16),
    ):
        if found[name] is not None:
            return chr(int(found[name].replace("_", "") or "0", base))
    if found["control"]:
        return chr(ord(found["control"].upper()) ^ 64)
    if found["name"]:
        try:
            return unicodedata.lookup(found["name"])
        except KeyError as error:
            raise Untranslatable(found[0]) from error
    return _LETTERS.get(found["other"], found["other"])


@attrs.define
class _Level:
    """What one of ``\\U``, ``\\L``, ``\\F``, ``\\Q``, ``\\u`` and ``\\l`` changes."""

    letter: str = ""
    found: list[Piece] = attrs.field(factory=list)


@attrs.define
class _Reader:
    is_text: Callable[[ast.expr], bool]
    levels: list[_Level] = attrs.field(factory=lambda: [_Level()])

    def text(self, text: str) -> None:
        """Take a raw text."""
        # Perl takes both orders as the one that has a meaning.
        text = re.sub(r"(?<!\\)((?:\\\\)*)\\(?:L\\u|U\\l)", self._swapped, text)
        if re.search(r"(?<!\\)(?:\\\\)*\\\Z", text):
            raise Untranslatable(f"{text}: a backslash at the end")
        for found in _PARTS.finditer(text):
            if found["nothing"]:
                continue
            if found["case"]:
                self._case(found["case"])
            else:
                self.levels[-1].found.append(character(found) if found[0][0] == "\\" else found[0])

    def _swapped(self, found: re.Match[str]) -> str:
        return found[1] + (r"\u\L" if found[0].endswith("u") else r"\l\U")

    def _case(self, letter: str) -> None:
        if letter == "E":
            # What changes one letter alone ends with what is around it.
            while len(self.levels) > 1 and self.end() not in _LASTING:
                pass
            return
        while letter in _CASES and any(
            each.letter and each.letter in _CASES for each in self.levels
        ):
            self.end()
        self.levels.append(_Level(letter))

    def end(self) -> str:
        """End the innermost; its letter."""
        level = self.levels.pop()
        self.levels[-1].found += self._changed(level.letter, _merged(level.found))
        return level.letter

    def _changed(self, letter: str, found: list[Piece]) -> list[Piece]:
        if letter in "ul":
            return self._first_changed(letter, found)
        return [self._whole(letter, each) for each in found]

    def _whole(self, letter: str, piece: Piece) -> Piece:
        method = {"U": "upper", "L": "lower", "F": "casefold"}.get(letter, "")
        if isinstance(piece, str):
            return str(getattr(piece, method)()) if method else quoted(piece)
        text = self._as_text(piece)
        if method:
            return ast.Call(ast.Attribute(text, method), [], [])
        return ast.Call(ast.Name("perl_quotemeta"), [text], [])

    def _first_changed(self, letter: str, found: list[Piece]) -> list[Piece]:
        if not found:
            return []
        first, *rest = found
        if isinstance(first, str):
            changed = first[0].upper() if letter == "u" else first[0].lower()
            return [changed + first[1:], *rest]
        name = ast.Name("perl_ucfirst" if letter == "u" else "perl_lcfirst")
        behind = rest[0] if rest else " "
        if isinstance(behind, str) and not behind[0].isalpha():
            return [ast.Call(name, [self._as_text(first)], []), *rest]
        # The value may be empty: then the letter behind it is the first.
        texts = [each if isinstance(each, str) else self._as_text(each) for each in found]
        return [ast.Call(name, [added(texts)], [])]

    def _as_text(self, piece: ast.expr) -> ast.expr:
        return _text(piece, self.is_text)


def added(pieces: Sequence[Piece]) -> ast.expr:
    """Texts behind each other, with plus."""
    return behind_each_other(
        [ast.Constant(each) if isinstance(each, str) else each for each in pieces]
    )


def _text(piece: ast.expr, is_text: Callable[[ast.expr], bool]) -> ast.expr:
    """An expression as a text."""
    changed = isinstance(piece, ast.Call) and (
        isinstance(piece.func, ast.Attribute)
        or (isinstance(piece.func, ast.Name) and piece.func.id in _GIVE_TEXTS)
    )
    return piece if changed or is_text(piece) else ast.Call(ast.Name("perl_text"), [piece], [])


def quoted(text: str) -> str:
    """``quotemeta``: a backslash before all that may mean something in a pattern."""
    return re.sub(r"([^A-Za-z0-9_\x80-\U0010ffff])", r"\\\1", text)


def _merged(pieces: Sequence[Piece]) -> list[Piece]:
    """The same, with texts that stand side by side as one."""
    found: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, str) and found and isinstance(found[-1], str):
            found[-1] += piece
        elif piece != "":
            found.append(piece)
    return found

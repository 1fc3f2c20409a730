"""Perl's regular expressions as Python's."""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Callable, Iterable, Sequence

import attrs

from sysvirt.port.draft.patterns.characters import FIRST_MARK, is_mark
from sysvirt.port.draft.patterns.raw_texts import joined, raw_text
from sysvirt.port.draft.patterns.tokens import FLAGS, Reader, Token, needs_more
from sysvirt.port.python.refusing import Untranslatable

#: The modifiers of the operator, not of the pattern.
OPERATOR = "gcerop"
_NAMES = {"i": "IGNORECASE", "m": "MULTILINE", "s": "DOTALL", "x": "VERBOSE", "a": "ASCII"}
#: A backslash with what is behind it, what may be a comment, or a character.
_PARTS = re.compile(r"\\.|#[^\n]*|.", re.DOTALL)


@attrs.frozen
class Regex:
    """A pattern for ``re``."""

    #: A text, or texts and expressions behind each other.
    pattern: ast.expr
    flags: ast.expr | None
    #: How many groups its own text has.
    groups: int
    names: tuple[str, ...]
    #: The modifiers that belong to the operator: g, c, e (or ee), r, o.
    operator: str
    #: Whether it matches only where the last match ended: ``\G`` is no part of the pattern.
    from_position: bool = False
    #: Whether expressions may bring more groups.
    may_have_more_groups: bool = False
    #: The whole pattern, where no expression is in it.
    text: str | None = None


def is_plain_text(expression: ast.expr) -> bool:
    """Whether an expression is a text beyond doubt."""
    if isinstance(expression, ast.Constant):
        return isinstance(expression.value, str)
    called = expression.func if isinstance(expression, ast.Call) else None
    named = isinstance(called, ast.Name) and called.id in {"perl_text", "str"}
    return named or isinstance(expression, ast.JoinedStr)


def translate(
    pieces: Sequence[str | ast.expr],
    modifiers: str,
    *,
    for_split: bool = False,
    is_text: Callable[[ast.expr], bool] = is_plain_text,
) -> Regex:
    """A pattern of Perl and the expressions in it; ``u`` among the modifiers is ``use utf8``.

    What can't be said in Python is refused.
    """
    expressions = [each for each in pieces if isinstance(each, ast.expr)]
    text, quoted = _marked(pieces, verbose="x" in modifiers)
    if not text and not for_split:
        raise Untranslatable("an empty pattern, which is the last one that matched")
    own = [each for each in modifiers if each not in OPERATOR]
    flags = {each for each in own if each in FLAGS}
    if set(own) - set(FLAGS) - set("aun") or own.count("x") > 1:
        raise Untranslatable(f"the modifiers {modifiers}")
    if for_split and text == "^":
        flags.add("m")
    reader = Reader(text, flags, unicode="u" in own, capturing="n" not in own)
    tokens = reader.read()
    written = _written(tokens)
    if for_split and written == " ":
        # A blank alone splits at all white space.
        written = "(?:)" if "x" in flags else "[ ]"
    if _needs_ascii(reader, own, text):
        flags.add("a")
    _check(written, flags)
    values = _Values(expressions, quoted, reader.in_brackets, is_text)
    parts = list(values.parts(written))
    return Regex(
        joined(parts),
        _flags(flags),
        reader.groups,
        tuple(reader.names),
        "".join(each for each in modifiers if each in OPERATOR),
        from_position=reader.from_position,
        may_have_more_groups=values.open,
        text=None if any(map(is_mark, written)) else written,
    )


def _needs_ascii(reader: Reader, own: list[str], text: str) -> bool:
    """Perl's texts are bytes, of which only those of ASCII are letters and blanks."""
    if "u" in own:
        return False
    letters = any(not each.isascii() and not is_mark(each) for each in text)
    figures = "a" in own and r"\d" in text.lower()
    return reader.wide or figures or ("i" in reader.flags and letters)


def _marked(pieces: Sequence[str | ast.expr], verbose: bool) -> tuple[str, set[str]]:
    """One text with a mark for each expression; which of those are in ``\\Q…\\E``.

    What is text there is escaped.
    """
    reader = _Quoting(verbose)
    quoted: set[str] = set()
    number = 0
    for piece in pieces:
        if isinstance(piece, str):
            reader.read(piece)
            continue
        mark = chr(FIRST_MARK + number)
        number += 1
        reader.found.append(mark)
        if reader.quoting:
            quoted.add(mark)
    return "".join(reader.found), quoted


@attrs.define
class _Quoting:
    """Texts, without ``\\Q`` and ``\\E`` and with what is between them escaped."""

    #: Whether there are comments, in which nothing has a meaning.
    verbose: bool
    found: list[str] = attrs.field(factory=list)
    quoting: bool = False
    _in_brackets: bool = False

    def read(self, text: str) -> None:
        """Take the next text."""
        for part in _PARTS.finditer(text):
            self._part(part[0])

    def _part(self, part: str) -> None:
        comment = part[0] == "#" and self.verbose and not self._in_brackets
        if len(part) > 1 and part[0] == "#" and not comment:
            self._part(part[0])
            self.read(part[1:])
        elif part in (r"\Q", r"\E"):
            self.quoting = part == r"\Q"
        else:
            self._in_brackets = {"[": True, "]": False}.get(part, self._in_brackets)
            self.found.extend(map(_quoted, part) if self.quoting else part)


def _quoted(character: str) -> str:
    word = character == "_" or character.isalnum() or not character.isascii()
    return character if word else f"\\{character}"


def _written(tokens: list[Token]) -> str:
    """The text of all pieces."""
    return "".join(
        # Perl finds no beginning of a line behind the last end of a line.
        r"(?:\A|^(?!\Z))" if each.kind == "start" and not needs_more(tokens, at) else each.text
        for at, each in enumerate(tokens)
    )


def _check(written: str, flags: Iterable[str]) -> None:
    """Whether Python reads it, and without a doubt."""
    without = "".join("(?:x)" if is_mark(each) else each for each in written)
    options = 0
    for each in flags:
        options |= re.RegexFlag[_NAMES[each]]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            re.compile(without, options)
    except (re.error, OverflowError, RecursionError, Warning) as error:
        raise Untranslatable(f"{written}: {error}") from error


def _flags(flags: Iterable[str]) -> ast.expr | None:
    names = [_NAMES[each] for each in _NAMES if each in flags]
    made: ast.expr | None = None
    for name in names:
        flag = ast.Attribute(ast.Name("re"), name)
        made = ast.BinOp(made, ast.BitOr(), flag) if made else flag
    return made


@attrs.define
class _Values:
    """The expressions in a pattern."""

    expressions: list[ast.expr]
    quoted: set[str]
    in_brackets: set[str]
    is_text: Callable[[ast.expr], bool]
    #: Whether one of them may bring groups.
    open: bool = False

    def parts(self, written: str) -> Iterable[ast.expr]:
        """The texts and expressions of a pattern."""
        start = 0
        for at, character in enumerate(written):
            if is_mark(character):
                if start < at:
                    yield raw_text(written[start:at])
                yield self._value(character)
                start = at + 1
        if start < len(written) or not written:
            yield raw_text(written[start:])

    def _value(self, mark: str) -> ast.expr:
        expression = self.expressions[ord(mark) - FIRST_MARK]
        is_text = self.is_text(expression)
        if isinstance(expression, ast.Call) and ast.unparse(expression.func) == "perl_pattern":
            # Which helper it needs depends on where it stands.
            (expression,) = expression.args
            is_text = is_plain_text(expression)
        if mark not in self.quoted and mark not in self.in_brackets:
            self.open = True
            return _call("perl_pattern", expression)
        text = expression if is_text else _call("perl_text", expression)
        return _call("re.escape", text) if mark in self.quoted else text


def _call(name: str, value: ast.expr) -> ast.expr:
    return ast.Call(ast.parse(name, mode="eval").body, [value], [])

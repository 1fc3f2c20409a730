"""Texts: what stands between quotes, with the variables in it, and pieces put together."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from sysvirt.port.parser import tree
from sysvirt.port.python.refusing import Untranslatable

if TYPE_CHECKING:
    from tree_sitter import Node

    #: A text, or a value that is put into one.
    Piece = str | ast.expr

#: What a backslash and a letter stand for; all else stands for itself.
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "e": "\x1b", "f": "\f", "b": "\b"}
_CODE = re.compile(r"\\(?:x\{([0-9a-fA-F]+)\}|x([0-9a-fA-F]{0,2})|([0-7]{1,3}))\Z")
_ESCAPE = re.compile(r"\\(x\{[0-9a-fA-F]+\}|x[0-9a-fA-F]{0,2}|[0-7]{1,3}|.)", re.DOTALL)
_NUMBERED = re.compile(rb"\\(?:x(?!\{)[0-9a-fA-F]{0,2}|[0-7]{1,3}|\n)")
#: What Perl alone does in a text: capitals, names of characters.
_STRANGE = re.compile(r"\\[ULEQulFNco]")


def pieces(node: Node, value: Callable[[Node], ast.expr]) -> list[Piece]:
    """The texts and values that ``"…"`` consists of; ``value`` writes a value."""
    content = node.child_by_field_name("content")
    if node.type == "string_literal" or content is None:
        return [tree.literal(node) or ""]
    data, start = node.text or b"", node.start_byte
    # The grammar leaves out blanks at both ends.
    quotes = [each for each in node.children if not each.is_named and each.type not in tree.MARKS]
    at, end = quotes[0].end_byte - start, quotes[-1].start_byte - start
    found: list[Piece] = []
    for each in content.named_children:
        if each.start_byte - start < at:
            continue
        found.append(_decode(data[at : each.start_byte - start]))
        text, at = escape_at(data, each, start)
        found.append(unescape(text) if text else _piece_of(each, value))
    found.append(_decode(data[at:end]))
    return [each for each in found if each != ""]


def escape_at(data: bytes, node: Node, start: int) -> tuple[str, int]:
    """The whole text of an escape sequence, and where it ends; of any other node an empty text.

    The grammar leaves out line ends, and digits without braces: ``\\033`` is ``\\0`` and 33 for it.
    """
    if node.type != "escape_sequence":
        return "", node.end_byte - start
    at = node.start_byte - start
    found = _NUMBERED.match(data, at)
    end = max(node.end_byte - start, found.end() if found else 0)
    return _decode(data[at:end]), end


def _piece_of(node: Node, value: Callable[[Node], ast.expr]) -> Piece:
    return tree.text(node)[1:] if node.type == "escaped_delimiter" else value(node)


def _decode(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("latin-1")


def unescape(text: str) -> str:
    """What the backslashes of a text stand for.

    >>> unescape(r"a\\tb\\x41\\@")
    'a\\tbA@'
    """
    if _STRANGE.search(text):
        raise Untranslatable(text)

    def replace(found: re.Match[str]) -> str:
        code = _CODE.match(found[0])
        if code is None:
            return _ESCAPES.get(found[1], found[1])
        return chr(int(code[3], 8) if code[3] else int(code[1] or code[2] or "0", 16))

    return _ESCAPE.sub(replace, text)


def joined(parts: Iterable[Piece]) -> ast.expr:
    """One text of pieces: a plain one, or an f-string."""
    merged: list[Piece] = []
    for part in parts:
        text = part.value if isinstance(part, ast.Constant) else part
        if isinstance(text, str):
            if merged and isinstance(merged[-1], str):
                merged[-1] += text
            else:
                merged.append(text)
        elif isinstance(part, ast.JoinedStr):
            merged += [_piece(each) for each in part.values]
        else:
            assert isinstance(part, ast.expr)  # noqa: S101 - all that is no text
            merged.append(part)
    if not merged:
        return ast.Constant("")
    if all(isinstance(each, str) for each in merged):
        return ast.Constant("".join(each for each in merged if isinstance(each, str)))
    return ast.JoinedStr([_formatted(each) for each in merged])


def _piece(value: ast.expr) -> Piece:
    if isinstance(value, ast.FormattedValue):
        return value.value
    if isinstance(value, ast.Constant):
        return str(value.value)
    raise Untranslatable(ast.dump(value))


def _formatted(piece: Piece) -> ast.expr:
    if isinstance(piece, str):
        return ast.Constant(piece)
    return ast.FormattedValue(piece, -1)


def without_line_end(parts: Sequence[Piece]) -> tuple[list[Piece], bool]:
    r"""The pieces without ``\n`` at their end, and whether there was one."""
    kept = list(parts)
    last = kept[-1] if kept else None
    text = last.value if isinstance(last, ast.Constant) else last
    if not isinstance(text, str) or not text.endswith("\n"):
        return kept, False
    kept[-1:] = [text[:-1]] if len(text) > 1 else []
    return kept, True

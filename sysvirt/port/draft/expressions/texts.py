"""Texts: what stands between quotes and in heredocs, put together of pieces."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from sysvirt.port.draft.writing.written import unparse
from sysvirt.port.parser import tree
from sysvirt.port.python import values
from sysvirt.port.python.refusing import Untranslatable
from sysvirt.port.python.strings import escape_at, unescape
from sysvirt.port.python.strings import pieces as string_pieces

if TYPE_CHECKING:
    from tree_sitter import Node

    #: A text, or an expression whose value is one (or is shown as Perl shows it).
    Piece = str | ast.expr

#: What changes the letters behind it.
CASES = re.compile(r"\\[ULFQEul]")
#: A line break inside a text that stands over several lines: no statement's indentation is put
#: behind it. The assembled program has a real one for it.
BREAK = "\ue000"


def of_quotes(node: Node, value: Callable[[Node], ast.expr]) -> list[Piece]:
    """What ``"…"``, ``'…'``, ``q(…)`` and ``qq(…)`` consist of."""
    return list(string_pieces(node, value))


def of_heredoc(node: Node, value: Callable[[Node], ast.expr]) -> list[Piece]:
    """What the lines of a heredoc consist of."""
    content = tree.heredoc(node)
    if content is None:
        raise Untranslatable("a heredoc without its lines")
    head = tree.text(node)
    is_raw = "'" in head
    data, start = content.text or b"", content.start_byte
    found: list[Piece] = []
    at = 0
    for each in content.named_children:
        if each.type == "heredoc_end":
            end = each.start_byte - start
            found.append(data[at:end].decode("utf-8", "replace"))
            break
        if is_raw:
            continue
        if each.start_byte - start < at:
            continue
        found.append(data[at : each.start_byte - start].decode("utf-8", "replace"))
        text, at = escape_at(data, each, start)
        found.append(unescape(text) if text else value(each))
    if head.startswith("<<~"):
        found = _unindented(found)
    return [each for each in found if each != ""]


def _unindented(parts: list[Piece]) -> list[Piece]:
    """Without the blanks that all lines begin with."""
    marked = "".join(each if isinstance(each, str) else "\ue001" for each in parts)
    lines = marked.split("\n")
    filled = [line for line in lines if line.strip()]
    width = min((len(line) - len(line.lstrip(" \t")) for line in filled), default=0)
    cut = "\n".join(line[width:] if line.strip() else line.lstrip(" \t") for line in lines)
    others = iter([each for each in parts if not isinstance(each, str)])
    return [next(others) if each == "\ue001" else each for each in re.split("(\ue001)", cut)]


def raw_pieces(node: Node, content: Node | None, write: Callable[[Node], ast.expr]) -> list[Piece]:
    """The text between two delimiters as it is, with expressions for the variables in it."""
    if content is not None and _is_raw(node):
        return [tree.text(content)]
    data, start = node.text or b"", node.start_byte
    delimiters = [
        each for each in node.children if not each.is_named and each.type not in tree.MARKS
    ]
    if content is None:
        # Nothing, or blanks alone, which the grammar leaves out.
        ends = [each for each in delimiters if each.type == "'"][:2]
        blank = data[ends[0].end_byte - start : ends[1].start_byte - start] if ends[1:] else b""
        return [blank.decode("utf-8", "replace")] if blank else []
    opening = [each for each in delimiters if each.end_byte <= content.start_byte]
    closing = [each for each in delimiters if each.start_byte >= content.end_byte]
    at = (opening[-1].end_byte if opening else content.start_byte) - start
    end = (closing[0].start_byte if closing else content.end_byte) - start
    found: list[Piece] = []
    for each in content.named_children:
        if each.type in ("escape_sequence", "escaped_delimiter", "comment"):
            continue
        found.append(data[at : each.start_byte - start].decode("utf-8", "replace"))
        found.append(write(each))
        at = each.end_byte - start
    found.append(data[at:end].decode("utf-8", "replace"))
    return [each for each in found if each != ""]


def _is_raw(node: Node) -> bool:
    return tree.text(node).lstrip("msqry").startswith("'")


def raw_parts(content: Node, write: Callable[[Node], ast.expr]) -> list[Piece]:
    """The same of a node that is nothing but the text."""
    data, start = content.text or b"", content.start_byte
    found: list[Piece] = []
    at = 0
    for each in content.named_children:
        if each.type in ("escape_sequence", "escaped_delimiter"):
            continue
        found.append(data[at : each.start_byte - start].decode("utf-8", "replace"))
        found.append(write(each))
        at = each.end_byte - start
    found.append(data[at:].decode("utf-8", "replace"))
    return [each for each in found if each != ""]


def merged(parts: Iterable[Piece]) -> list[Piece]:
    """The same with texts that stand side by side as one, and constants as texts."""
    found: list[Piece] = []
    for part in parts:
        text = part.value if isinstance(part, ast.Constant) else part
        if isinstance(text, int) and not isinstance(text, bool):
            text = str(text)
        if isinstance(text, str):
            if found and isinstance(found[-1], str):
                found[-1] += text
            elif text:
                found.append(text)
        else:
            assert isinstance(part, ast.expr)  # noqa: S101 - all that is no text
            found.append(part)
    return found


def joined(parts: Iterable[Piece]) -> ast.expr:
    """One text of pieces: a plain one, an f-string, or lines between triple quotes."""
    found = merged(parts)
    if not found:
        return ast.Constant("")
    whole = "".join(each for each in found if isinstance(each, str))
    if len(found) == 1:
        (one,) = found
        if isinstance(one, str):
            return _lines([one]) if _is_long(one) else ast.Constant(one)
        if _called(one) == "str":
            return one
        if _called(one) in ("perl_text", "perl_sprintf"):
            return one
    shown = [each if isinstance(each, str) else _shown(each) for each in found]
    if any(each is None for each in shown):
        return _formatted(found)
    if _is_long(whole):
        return _lines(found)
    return ast.JoinedStr(
        [
            ast.Constant(each)
            if isinstance(each, str)
            else ast.FormattedValue(_unwrapped(each), -1)
            for each in found
        ]
    )


def _called(node: ast.expr) -> str:
    """The name of what is called."""
    is_call = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    return (
        node.func.id
        if is_call and isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        else ""
    )


def _unwrapped(node: ast.expr) -> ast.expr:
    """``{str(x)}`` is ``{x}``."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "str":
        return node.args[0]
    return node


def _is_long(text: str) -> bool:
    """Whether it is one of several lines, which is read better as such."""
    return text.strip("\n").count("\n") >= 1 and "\r" not in text and "\0" not in text


def _shown(node: ast.expr) -> str | None:
    """An expression as it may stand in an f-string of every Python; else none."""
    try:
        text = unparse(node)
    except ValueError:
        return None
    if "\\" in text or "#" in text or BREAK in text or '"""' in text:
        return None
    return None if '"' in text and "'" in text else text


def _lines(parts: list[Piece]) -> ast.expr:
    """Lines between triple quotes."""
    made: list[str] = []
    is_formatted = any(not isinstance(each, str) for each in parts)
    for each in parts:
        if isinstance(each, str):
            text = each.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
            made.append(text.replace("{", "{{").replace("}", "}}") if is_formatted else text)
        else:
            made.append(f"{{{unparse(_unwrapped(each))}}}")
    text = "".join(made)
    if text.endswith('"'):
        text = f'{text[:-1]}\\"'
    # What can't be seen is written as what it is.
    text = "".join(each if each == "\n" or each.isprintable() else _escaped(each) for each in text)
    text = re.sub(
        r"[ \t]+(?=\n)", lambda found: "".join(f"\\x{ord(c):02x}" for c in found[0]), text
    )
    sign = "f" if is_formatted else ""
    start = f"\\{BREAK}" if text.startswith("\n") or "\n" in text else ""
    return ast.Name(f'{sign}"""{start}{text}"""'.replace("\n", BREAK))


def _escaped(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")


def _formatted(parts: list[Piece]) -> ast.expr:
    """``"…{}…".format(x)``, where an f-string can't be."""
    form = "".join(
        each.replace("{", "{{").replace("}", "}}") if isinstance(each, str) else "{}"
        for each in parts
    )
    given = [_unwrapped(each) for each in parts if not isinstance(each, str)]
    return values.call(ast.Attribute(ast.Constant(form), "format"), given)

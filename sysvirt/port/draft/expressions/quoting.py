"""What stands between quotes: texts with values in them."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from sysvirt.port.draft.expressions import texts
from sysvirt.port.draft.known import changed_settings, kinds
from sysvirt.port.draft.patterns import escapes
from sysvirt.port.draft.writing import conversions
from sysvirt.port.draft.writing.typed import Typed
from sysvirt.port.draft.writing.writer import Writer, reads
from sysvirt.port.parser import tree
from sysvirt.port.python import values
from sysvirt.port.python.refusing import Untranslatable

if TYPE_CHECKING:
    from tree_sitter import Node


def pieces(writer: Writer, node: Node) -> list[texts.Piece]:
    """What a value is in a text."""
    node = tree.bare(node)
    node = writer.outline.evaluated.get(node.id, node)
    if node.type in tree.STRINGS and not _is_readable(node):
        raise Untranslatable("a text that isn't in UTF-8")
    if node.type in tree.STRINGS:
        _note_single_bytes(writer, node)
    if node.type == "interpolated_string_literal" and texts.CASES.search(tree.text(node)):
        content = node.child_by_field_name("content")
        raw = texts.raw_pieces(node, content, lambda each: _text_in_text(writer, each))
        return [escapes.case_escapes(raw)]
    if node.type in tree.STRINGS and node.type != "command_string":
        return texts.of_quotes(node, lambda each: in_text(writer, each))
    if node.type == "heredoc_token":
        return texts.of_heredoc(node, lambda each: in_text(writer, each))
    if tree.operator(node) == "." and not tree.is_range(node):
        sides = (node.child_by_field_name(each) for each in ("left", "right"))
        return [made for each in sides if each is not None for made in pieces(writer, each)]
    return [conversions.in_text(writer.value(node))]


def _is_readable(node: Node) -> bool:
    try:
        (node.text or b"").decode()
    except UnicodeDecodeError:
        return False
    return True


def _text_in_text(writer: Writer, node: Node) -> ast.expr:
    if node.type in ("array", "slice_expression", "array_deref_expression"):
        return in_text(writer, node)
    return conversions.as_text(writer.value(node))


def in_text(writer: Writer, node: Node) -> ast.expr:
    """A value between quotes: a list is its elements, with blanks between."""
    if node.type in ("array", "slice_expression", "array_deref_expression"):
        if _goes_on(writer, node):
            raise Untranslatable("a slice between quotes")
        behind = tree.dereferenced(node)
        inner = tree.bare(behind) if behind is not None else None
        if inner is not None and inner.type == "anonymous_array_expression":
            return _in_brackets(writer, inner)
        return _spaced(writer, [node])
    return conversions.in_text(writer.value(node))


def _goes_on(writer: Writer, node: Node) -> bool:
    """Whether a key stands behind it, which the grammar takes for a text."""
    after = writer.unit.source.data[node.end_byte : node.end_byte + 1]
    return tree.dereferenced(node) is not None and after in (b"{", b"[")


def _in_brackets(writer: Writer, node: Node) -> ast.expr:
    """``@{[ … ]}``."""
    inside = [item for each in node.named_children for item in tree.items(each)]
    made = writer.many(inside)
    if len(inside) == 1 and not isinstance(made[0], ast.Starred):
        return conversions.in_text(writer.value(inside[0]))
    return _spaced(writer, inside)


def list_in_pattern(writer: Writer, node: Node) -> ast.expr:
    """``/@list/`` and ``/@{[ … ]}/``: pieces of a pattern, with blanks between."""
    if _goes_on(writer, node):
        raise Untranslatable("a list in a pattern")
    behind = tree.dereferenced(node)
    inner = tree.bare(behind) if behind is not None else None
    is_new = inner is not None and inner.type == "anonymous_array_expression"
    made = writer.listed(inner.named_children if inner is not None and is_new else [node])
    joined = values.call("map", [ast.Name("perl_pattern"), made.node])
    return values.call(ast.Attribute(_joint(writer, "perl_pattern"), "join"), [joined])


def _joint(writer: Writer, convert: str) -> ast.expr:
    """What stands between the elements of a list: ``$"``."""
    if '$"' not in changed_settings.changed(writer):
        return ast.Constant(" ")
    return values.call(convert, [values.path("perl_output.joint")])


def _spaced(writer: Writer, nodes: list[Node]) -> ast.expr:
    return joined_by(_joint(writer, "perl_text"), writer.listed(nodes))


def joined_by(separator: ast.expr, made: Typed) -> ast.expr:
    """``join``: the texts of a list with something between."""
    through = made.node
    if kinds.inside(made.kind) != "str" and not _all_texts(through):
        through = values.call("map", [ast.Name("perl_text"), through])
    return values.call(ast.Attribute(separator, "join"), [through])


def _all_texts(node: ast.expr) -> bool:
    return isinstance(node, ast.List) and all(
        isinstance(each, ast.Constant) and isinstance(each.value, str) for each in node.elts
    )


#: A character that Perl prints as one byte, where nothing says in which encoding; and what says it.
_SINGLE_BYTE = re.compile(r"\\(?:x\{?0*[89a-fA-F][0-9a-fA-F](?![0-9a-fA-F])|[23][0-7]{2})")
_ENCODED = re.compile(rb":(?:utf-?8|encoding)|\buse\s+open\b|\bencode", re.IGNORECASE)


def _note_single_bytes(writer: Writer, node: Node) -> None:
    if _SINGLE_BYTE.search(tree.text(node)) and not _ENCODED.search(writer.unit.source.data):
        writer.note(node, "a character that is one byte where Perl prints it, and UTF-8 here")


@reads("interpolated_string_literal", "string_literal", "heredoc_token")
def quoted(writer: Writer, node: Node) -> Typed:
    """A text, with what stands in it."""
    return Typed(texts.joined(pieces(writer, node)), "str")

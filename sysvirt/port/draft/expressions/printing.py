"""``print``, ``say`` and ``printf``, as lines."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from sysvirt.port.draft.expressions import access, formats, handles, quoting, settings, texts
from sysvirt.port.draft.known import kinds
from sysvirt.port.draft.writing import conversions
from sysvirt.port.draft.writing.typed import Typed
from sysvirt.port.draft.writing.written import unparse
from sysvirt.port.parser import tree
from sysvirt.port.python import values
from sysvirt.port.python.strings import without_line_end

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.draft.writing.writer import Writer
    from sysvirt.port.parser.tree import Call


def write(writer: Writer, call: Call) -> list[str]:
    """One of the three."""
    where = _where(writer, call.node)
    given = list(call.arguments)
    bare = _bare_handle(writer, given)
    if bare is not None:
        where, given = ast.Name(bare.name), [*bare.arguments, *given[1:]]
    if settings.is_print_changed(writer):
        return [_by_settings(writer, call.name, given, where)]
    if call.name == "printf":
        return [_line(where, formats.formatted(writer, given), end="")]
    if not given:
        given_topic = conversions.as_text(access.topic(writer))
        return [_line(where, given_topic, end="\n" if call.name == "say" else "")]
    parts = _pieces(writer, given)
    if parts is None:
        return [_all(writer, where, given, call.name)]
    if call.name == "say":
        return [_line(where, _shown(parts), end="\n")]
    kept, is_line = without_line_end(texts.merged(parts))
    return [_line(where, _shown(kept), end="\n" if is_line else "")]


def _by_settings(writer: Writer, name: str, given: list[Node], where: ast.expr | None) -> str:
    """What looks at ``$,``, ``$\\`` and ``select``."""
    if name == "printf":
        text = formats.formatted(writer, given)
        return unparse(values.call("perl_put_text", [where or ast.Constant(None), text]))
    items = writer.items(given) if given else [access.topic(writer)]
    return settings.printed(writer, where, items, is_line=name == "say")


def value(writer: Writer, call: Call) -> Typed:
    """One of them whose value is used: 1 if it works."""
    where = _where(writer, call.node)
    if settings.is_print_changed(writer):
        shown_ = _by_settings(writer, call.name, list(call.arguments), where)
        return Typed(ast.parse(shown_, mode="eval").body, "int")
    where = where or values.path("sys.stdout")
    given = list(call.arguments)
    if call.name == "printf":
        shown = [formats.formatted(writer, given)]
    else:
        shown = writer.many(given) if given else [access.topic(writer).node]
    if call.name == "say":
        shown.append(ast.Constant("\n"))
    return Typed(values.call("perl_print", [where, *shown]), "int")


def _shown(parts: list[texts.Piece]) -> ast.expr:
    """What is printed: one value as it is, several as one text."""
    found = texts.merged(parts)
    if len(found) == 1 and isinstance(found[0], ast.expr):
        return found[0]
    return texts.joined(found)


def _where(writer: Writer, node: Node) -> ast.expr | None:
    """The handle; None for standard output."""
    inner = next((each for each in node.named_children if each.type == "indirect_object"), None)
    if inner is None:
        return None
    made = handles.handle(writer, inner)
    if settings.is_print_changed(writer):
        return made
    return None if ast.unparse(made) == "sys.stdout" else made


def _bare_handle(writer: Writer, given: list[Node]) -> Call | None:
    """``print FH "…"``: the grammar takes the handle for a function."""
    call = tree.call(given[0]) if given else None
    if call is None or call.receiver is not None or not call.arguments:
        return None
    is_name = call.name.isidentifier() and call.name.isupper()
    is_known = writer.outline.sub(call.name, tree.package(call.node)) is not None
    is_known = is_known or call.name in writer.outline.constants
    has_parentheses = any(each.type == "(" for each in call.node.children)
    return call if is_name and not is_known and not has_parentheses else None


def _pieces(writer: Writer, given: list[Node]) -> list[texts.Piece] | None:
    """What is printed as pieces of one text; None where lists of unknown length are in it."""
    found: list[texts.Piece] = []
    for each in given:
        for item in tree.items(each):
            bare = tree.bare(item)
            if bare.type in (*tree.STRINGS, "heredoc_token") and bare.type != "command_string":
                found += quoting.pieces(writer, item)
                continue
            if tree.operator(bare) == "." and not tree.is_range(bare):
                found += quoting.pieces(writer, bare)
                continue
            made = writer.items([item])
            if any(isinstance(one.node, ast.Starred) for one in made):
                return None
            found += [conversions.in_text(one) for one in made]
    return found


def _all(writer: Writer, where: ast.expr | None, given: list[Node], name: str) -> str:
    """A list: its elements, one behind the other."""
    made = writer.items(given)
    shown: list[ast.expr] = []
    for each in made:
        if not isinstance(each.node, ast.Starred):
            shown.append(conversions.as_text(each))
        elif kinds.inside(each.kind) == "str":
            shown.append(each.node)
        else:
            texts_ = values.call("map", [ast.Name("perl_text"), each.node.value])
            shown.append(ast.Starred(texts_))
    if where is not None and ast.unparse(where) != "sys.stderr":
        return unparse(values.call("perl_print", [where, *shown]))
    call = values.call("print", shown, sep=ast.Constant(""))
    if name != "say":
        call.keywords.append(ast.keyword("end", ast.Constant("")))
    if where is not None:
        call.keywords.append(ast.keyword("file", where))
    return unparse(call)


def _line(where: ast.expr | None, text: ast.expr, *, end: str) -> str:
    if where is not None and ast.unparse(where) != "sys.stderr":
        whole: list[ast.expr] = [text]
        if end and isinstance(text, ast.Constant):
            whole = [ast.Constant(f"{text.value!s}{end}")]
        elif end:
            whole = [texts.joined([*_parts(text), end])]
        return unparse(values.call("perl_print", [where, *whole]))
    is_empty = isinstance(text, ast.Constant) and text.value == ""
    call = values.call("print", [] if is_empty and end else [text])
    if not end:
        call.keywords.append(ast.keyword("end", ast.Constant("")))
    if where is not None:
        call.keywords.append(ast.keyword("file", where))
    return unparse(call)


def _parts(text: ast.expr) -> list[texts.Piece]:
    if not isinstance(text, ast.JoinedStr):
        return [text]
    return [
        each.value if isinstance(each, ast.FormattedValue) else str(_value(each))
        for each in text.values
    ]


def _value(node: ast.expr) -> object:
    return node.value if isinstance(node, ast.Constant) else ""


def message(writer: Writer, given: list[Node]) -> Typed:
    """What ``die`` and ``warn`` say."""
    items = [item for each in given for item in tree.items(each)]
    if len(items) == 1:
        one = tree.bare(items[0])
        if one.type not in (*tree.STRINGS, "heredoc_token"):
            made = writer.items([one])
            if len(made) == 1 and not isinstance(made[0].node, ast.Starred):
                return made[0]
    parts = _pieces(writer, given)
    if parts is None:
        joined = quoting.joined_by(ast.Constant(""), writer.listed(given))
        return Typed(joined, "str")
    return Typed(texts.joined(parts), "str")

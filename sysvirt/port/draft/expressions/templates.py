"""Forms of tables, filled with the arguments of a call."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sysvirt.port.draft.expressions import access, handles, literals, operators
from sysvirt.port.draft.known import kinds
from sysvirt.port.draft.modules.table import Form, Forms
from sysvirt.port.draft.writing import conversions, filling
from sysvirt.port.draft.writing.typed import Typed
from sysvirt.port.draft.writing.writer import Writer
from sysvirt.port.parser import tree
from sysvirt.port.python import values
from sysvirt.port.python.refusing import Untranslatable

if TYPE_CHECKING:
    from tree_sitter import Node


def filled(
    writer: Writer,
    name: str,
    forms: Forms,
    arguments: Sequence[Node],
    itself: ast.expr | None = None,
    *,
    in_list: bool = False,
    block: Node | None = None,
    topic: Typed | None = None,
) -> Typed:
    """What becomes of a call by its form."""
    all_forms = forms if isinstance(forms, tuple) else (forms,)
    given = [item for each in arguments for item in tree.items(each)]
    count = len(given) + (block is not None or topic is not None)
    form = _fitting(all_forms, count, tree.literal(given[0]) if given else None)
    if form is None:
        raise Untranslatable(f"{name} with {len(given)} arguments")
    if form.todo:
        raise Untranslatable(form.todo)
    if form.note:
        writer.notes.append((writer.line_of(given[0]) if given else 0, form.note))
    text, kind = form.python, form.gives
    if form.scalar and not in_list:
        text, kind = form.scalar, form.gives_scalar
    if topic is not None:
        made = {"0": _convert(form.takes[:1], topic)}
    else:
        made = _arguments(writer, form, given, block)
    if itself is not None:
        made["self"] = itself
    return Typed(filling.built(text, made), kind)


def _fitting(forms: Sequence[Form], count: int, first: str | None) -> Form | None:
    for form in forms:
        plain = len(form.takes.partition("*")[0])
        if form.only and (first is None or not re.fullmatch(form.only, first)):
            continue
        if count == plain or ("*" in form.takes and count >= plain):
            return form
    return None


def _arguments(
    writer: Writer, form: Form, given: list[Node], block: Node | None
) -> dict[str, ast.expr]:
    plain, star, rest = form.takes.partition("*")
    made: dict[str, ast.expr] = {}
    at = 0
    for number, letter in enumerate(plain):
        if block is not None and number == 0:
            made["0"] = writer.code_of_block(block)
            continue
        made[str(number)] = _argument(writer, letter, given[at])
        at += 1
    if rest == "*":
        made["**"] = _keywords(writer, given[at:])
    elif star:
        made["*"] = ast.List(_rest(writer, rest, given[at:]))
    return made


def _argument(writer: Writer, letter: str, node: Node) -> ast.expr:
    match letter:
        case "t":
            return operators.condition(writer, node)
        case "c":
            return _code(writer, node)
        case "u":
            return ast.Constant(None)
        case "a":
            return _container(writer, node, is_list=True)
        case "h":
            return _container(writer, node, is_list=False)
        case "f":
            return handles.handle(writer, node)
        case "p" if handles.is_bare(node):
            return handles.handle(writer, node)
        case _:
            return _convert(letter, writer.value(node))


def _container(writer: Writer, node: Node, *, is_list: bool) -> ast.expr:
    """The list or the dict itself: of an array, or of a reference to one."""
    inner = tree.bare(node)
    if inner.type in ("array", "array_deref_expression") and is_list:
        return access.array(writer, inner).node
    if inner.type in ("hash", "hash_deref_expression") and not is_list:
        return access.dictionary(writer, inner).node
    made = writer.value(inner)
    wanted = "list" if is_list else "dict"
    if kinds.base(made.kind) == wanted and not made.kind.endswith("?"):
        return made.node
    return values.call(f"perl_{wanted}", [made.node])


def _convert(letter: str, typed: Typed) -> ast.expr:
    convert = {
        "s": conversions.as_text,
        "n": conversions.as_number,
        "i": conversions.as_integer,
        "t": conversions.as_truth,
    }.get(letter)
    return convert(typed) if convert is not None else conversions.kept(typed).node


def _code(writer: Writer, node: Node) -> ast.expr:
    inner = tree.bare(node)
    return writer.code_of_block(inner) if inner.type == "block" else writer.value(node).node


def _keywords(writer: Writer, nodes: list[Node]) -> ast.expr:
    """Names and values, as the dict that keyword arguments are made of."""
    return literals.pairs(writer, nodes).node


def _rest(writer: Writer, letter: str, nodes: list[Node]) -> list[ast.expr]:
    convert = {"s": conversions.as_text, "n": conversions.as_number}.get(letter)
    made: list[ast.expr] = []
    for each in writer.items(nodes):
        if convert is None:
            made.append(each.node)
        elif isinstance(each.node, ast.Starred):
            made.append(ast.Starred(_converted(each.node.value, each.kind, letter)))
        else:
            made.append(convert(each))
    return made


def _converted(node: ast.expr, kind: str, letter: str) -> ast.expr:
    name, right = {
        "s": ("perl_text", frozenset({"str"})),
        "n": ("perl_number", kinds.NUMBERS),
    }[letter]
    return node if kinds.inside(kind) in right else values.call("map", [ast.Name(name), node])

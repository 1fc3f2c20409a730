"""How ``print`` joins and ends what it prints, and where to: ``$,``, ``$\\``, ``select``."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from sysvirt.port.draft.expressions import handles
from sysvirt.port.draft.known.changed_settings import FLUSHED, PLACES, changed
from sysvirt.port.draft.writing import conversions
from sysvirt.port.draft.writing.typed import Typed
from sysvirt.port.draft.writing.written import unparse
from sysvirt.port.parser import tree
from sysvirt.port.python import values
from sysvirt.port.python.refusing import Untranslatable

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.draft.writing.writer import Writer


def localized(writer: Writer, name: str, right: Node | None) -> tuple[list[str], list[str]]:
    """``local $, = …``."""
    shown = PLACES[name]
    saved = writer.name(f"{shown.partition('.')[2]}_before")
    made = writer.value(right).node if right is not None else ast.Constant(None)
    return [f"{saved} = {shown}", f"{shown} = {unparse(made)}"], [f"{shown} = {saved}"]


def is_print_changed(writer: Writer) -> bool:
    """Whether ``print`` has to look at any of it."""
    return bool(changed(writer) & {"$,", "$\\", "select"})


def printed(
    writer: Writer, where: ast.expr | None, items: list[Typed], *, is_line: bool = False
) -> str:
    """A ``print`` or a ``say`` that looks at all of it."""
    del writer
    shown: list[ast.expr] = []
    for each in items:
        if isinstance(each.node, ast.Starred):
            shown.append(each.node)
        else:
            shown.append(conversions.kept(each).node)
    call = values.call("perl_put", [where or ast.Constant(None), *shown])
    if is_line:
        call.keywords.append(ast.keyword("line", ast.Constant(True)))
    return unparse(call)


def selected(writer: Writer, call: tree.Call) -> Typed:
    """``select($fh)``: where ``print`` prints to from now on; gives what it was."""
    if len(call.arguments) == 4:
        return _waited(writer, call)
    if len(call.arguments) > 1:
        raise Untranslatable(tree.text(call.node))
    given = [handles.handle(writer, each) for each in call.arguments]
    return Typed(values.call("perl_select", given), "object:IO::Handle")


def _waited(writer: Writer, call: tree.Call) -> Typed:
    """``select(undef, undef, undef, 0.25)``."""
    if any(tree.bare(each).type != "undef_expression" for each in call.arguments[:3]):
        raise Untranslatable("select of several handles")
    return Typed(values.call("perl_sleep", [writer.number(call.arguments[3])]), "float")


def statement(writer: Writer, call: tree.Call, node: Node) -> list[str]:
    """``select`` that is a statement."""
    found = FLUSHED.match(tree.text(node))
    if found is None:
        return [unparse(selected(writer, call).node)]
    inner = next(
        each
        for each in tree.walk(node)
        if each.type in ("scalar", "bareword", "filehandle") and tree.text(each) == found[1]
    )
    return [f"perl_autoflush({unparse(handles.handle(writer, inner))})"]

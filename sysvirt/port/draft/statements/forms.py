"""``format`` and ``write``: each format is a function that fills in its lines."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from sysvirt.port.draft.expressions import handles, targets
from sysvirt.port.draft.known import pictures
from sysvirt.port.draft.writing.lines import further_in
from sysvirt.port.draft.writing.typed import Typed
from sysvirt.port.draft.writing.writer import Frame
from sysvirt.port.draft.writing.written import unparse
from sysvirt.port.parser import tree
from sysvirt.port.prelude.forms import PerlForm
from sysvirt.port.python import values
from sysvirt.port.python.refusing import Untranslatable

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.draft.writing.writer import Writer


def name_of(node: Node) -> str:
    """The name of a format."""
    word = next((each for each in node.named_children if each.type == "bareword"), None)
    return tree.text(word) if word is not None else "STDOUT"


def write(writer: Writer, node: Node) -> list[str]:
    """A format as a function, which is there from the beginning."""
    if writer.frame.node is not None:
        raise Untranslatable("a format inside of a sub")
    content = next((each for each in node.named_children if each.type == "format_content"), None)
    found = writer.outline.evaluated.get(node.id)
    if content is None or found is None:
        raise Untranslatable("a format whose values aren't understood")
    rows = iter([item for each in found.named_children for item in tree.items(each)])
    name = f"format_{name_of(node)}"
    frame = Frame(node)
    writer.frames.append(frame)
    ahead, writer.ahead = writer.ahead, []
    try:
        body: list[str] = []
        for picture, row in pictures.lines(tree.text(content)):
            body += _line(writer, picture, next(rows) if row else None)
        if writer.ahead:
            raise Untranslatable("a format whose values need statements")
    finally:
        writer.frames.pop()
        writer.ahead = ahead
    borrowed = [f"global {each}" for each in sorted(frame.borrowed)]
    lines = [*borrowed, "form = PerlForm()", *body, "return form.text"]
    writer.first += ["", f"def {name}():", *further_in(lines), ""]
    writer.first.append(f"PerlPage.forms[{name_of(node)!r}] = {name}")
    return []


def _line(writer: Writer, picture: str, row: Node | None) -> list[str]:
    if row is None:
        return [f"form.line({picture!r})"]
    given = [item for each in row.named_children for item in tree.items(each)]
    made = writer.items(given)
    call = values.call("form.line", [ast.Constant(picture), ast.List([each.node for each in made])])
    stores = _rests(writer, picture, given)
    if "~~" not in picture:
        return [unparse(call), *stores]
    if not stores:
        raise Untranslatable("a line of a format that never ends")
    return [f"while {unparse(call)}:", *further_in(stores)]


def _rests(writer: Writer, picture: str, given: list[Node]) -> list[str]:
    """What is left of texts that go on in the next line."""
    lines: list[str] = []
    for number, found in enumerate(PerlForm.field.finditer(picture)):
        if found[0][0] == "^" and not re.search(r"[#*]", found[0]):
            if number >= len(given):
                raise Untranslatable("a field of a format without a value")
            place = targets.target(writer, given[number])
            rest = values.element(values.path("form.rests"), ast.Constant(number))
            lines += place.store(Typed(rest))
    return lines


def written(writer: Writer, call: tree.Call, _node: Node) -> list[str]:
    """``write;`` and ``write(FH);``"""
    if not call.arguments:
        return ["perl_write()"]
    (given,) = call.arguments
    handle = handles.handle(writer, given)
    name = tree.text(given)
    if not name.isidentifier():
        raise Untranslatable("write to a handle without a name")
    return [unparse(values.call("perl_write", [handle, ast.Constant(name)]))]

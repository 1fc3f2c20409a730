"""``open``, ``opendir`` and ``read``, which put something into a variable among their arguments."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from sysvirt.port.draft.expressions import handles, targets
from sysvirt.port.draft.expressions.builtins import SPECIALS
from sysvirt.port.draft.writing.typed import Typed
from sysvirt.port.draft.writing.writer import Writer, call
from sysvirt.port.draft.writing.written import unparse
from sysvirt.port.parser import tree
from sysvirt.port.python import values
from sysvirt.port.python.refusing import Untranslatable

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.parser.tree import Call


def _open(writer: Writer, given: Call) -> Typed:
    place, *rest = given.arguments
    name = tree.text(tree.bare(place)).lstrip("\\*")
    mode = _forking_mode(rest)
    if mode:
        return _forked(writer, place, mode)
    arguments = [_argument(writer, each) for each in rest]
    if name in handles.STANDARD:
        standard = values.path(handles.STANDARD[name])
        return call("perl_reopen", standard, *arguments, kind="int")
    made = _opened(writer, place, values.call("perl_open", arguments), "object:IO::Handle?")
    if _starts_program(rest) and _is_kept(given):
        return call("perl_pid", made.node, kind="int?")
    return made


def _forking_mode(rest: list[Node]) -> str:
    """``"-|"`` or ``"|-"`` without a program, where the script itself becomes two."""
    words = [(tree.literal(each) or "").strip() for each in rest]
    if len(words) == 2 and words[1] == "-" and words[0] in ("|-", "-|"):
        return words[0]
    mode = words[0].replace(" ", "") if len(words) == 1 else ""
    return mode if mode in ("|-", "-|") else ""


def _forked(writer: Writer, place: Node, mode: str) -> Typed:
    """The parent gets the number of its child and the handle, the child 0."""
    if tree.text(tree.bare(place)).lstrip("\\*") in handles.STANDARD:
        raise Untranslatable("open that forks on a standard handle: os.pipe, os.fork and os.dup2")
    child = writer.name("child")
    made = unparse(values.call("perl_open_fork", [ast.Constant(mode)]))
    writer.ahead.append(f"{child}, {unparse(_end(writer, place))} = {made}")
    return Typed(ast.Name(child), "int?")


def _starts_program(rest: list[Node]) -> bool:
    """Whether a mode, or the one text of an ``open``, says that there may be a program."""
    if not rest:
        return False
    text = tree.text(rest[0]).strip("\"' ")
    return text in ("|-", "-|") or (len(rest) == 1 and "|" in (text[:1], text[-1:]))


def _is_kept(given: Call) -> bool:
    """Whether the number that ``open`` gives for a program is put into a variable."""
    outer = tree.outermost(given.node)
    while (parent := outer.parent) is not None and tree.operator(parent) in ("||", "//"):
        outer = tree.outermost(parent)
    return (
        parent is not None
        and parent.type == "assignment_expression"
        and tree.is_field(outer, parent, "right")
    )


def freed(writer: Writer, block: Node) -> list[str]:
    """Handles of a block are closed at its end, where the script doesn't do it."""
    text = tree.text(block)
    lines = []
    for each in block.named_children:
        if each.type != "expression_statement" or "open" not in tree.text(each):
            continue
        for node in tree.walk(each):
            given = tree.call(node)
            if given is None or given.name != "open" or not given.arguments:
                continue
            place = tree.bare(given.arguments[0])
            variable = writer.variables.of(targets.unwrapped(place))
            if place.type != "variable_declaration" or variable is None or variable.is_boxed:
                continue
            is_closed = re.search(rf"\bclose\W+{re.escape(variable.name)}\b", text)
            if not is_closed and len(writer.variables.users.get(variable, [])) == 1:
                lines.append(f"del {variable.python}")
    last = block.named_children[-1].named_children if block.named_children else []
    is_left = bool(last) and last[0].type in ("return_expression", "loopex_expression")
    return [] if is_left else lines


def _sysopen(writer: Writer, given: Call) -> Typed:
    place, path, *numbers = given.arguments
    arguments = [writer.text(path), *map(writer.integer, numbers)]
    return _opened(writer, place, values.call("perl_sysopen", arguments), "object:IO::Handle?")


def _argument(writer: Writer, node: Node) -> ast.expr:
    inner = tree.bare(node)
    if inner.type == "refgen_expression":
        target = tree.bare(inner.named_children[0])
        if tree.text(target).startswith("*"):
            return handles.handle(writer, target)
        if target.type not in ("scalar", "variable_declaration"):
            # A text that nobody writes to.
            return ast.List([writer.value(target).node])
        variable = writer.variables.of(target.child_by_field_name("variable") or target)
        if variable is not None and target.type == "variable_declaration":
            writer.ahead += targets.declared(writer, variable)
            return ast.Name(variable.python)
    return writer.value(node).node


def _opened(writer: Writer, place: Node, made: ast.expr, kind: str) -> Typed:
    bare = handles.is_bare(place)
    if bare:
        if writer.frame.node is not None:
            writer.frame.borrowed[bare] = "global"
        return Typed(ast.NamedExpr(ast.Name(bare), made), kind)
    node = targets.unwrapped(place)
    variable = writer.variables.of(node)
    if variable is None or variable.name[0] != "$":
        target = targets.target(writer, place)
        if target.plain is None:
            raise Untranslatable("a handle that is kept in a container")
        writer.ahead += target.store(Typed(made))
        return Typed(target.read.node, kind)
    writer.write_to(variable, kind)
    return Typed(ast.NamedExpr(ast.Name(variable.python), made), kind)


def _pipe(writer: Writer, given: Call) -> Typed:
    """Both ends get their handles before the statement."""
    names = [unparse(_end(writer, each)) for each in given.arguments]
    writer.ahead.append(f"{', '.join(names)} = perl_pipe()")
    return Typed(ast.Constant(1), "int")


def _socketpair(writer: Writer, given: Call) -> Typed:
    """The same of two sockets, where it may fail."""
    one, other, *numbers = given.arguments
    names = [unparse(_end(writer, each)) for each in (one, other)]
    made = values.call("perl_socketpair", [writer.integer(each) for each in numbers])
    taken = values.call("perl_take", [made, ast.Constant(2)])
    writer.ahead.append(f"{', '.join(names)} = {unparse(taken)}")
    is_there = ast.Compare(ast.Name(names[0]), [ast.IsNot()], [ast.Constant(None)])
    return Typed(is_there, "truth")


def _end(writer: Writer, place: Node) -> ast.expr:
    bare = handles.is_bare(place)
    if bare:
        if writer.frame.node is not None:
            writer.frame.borrowed[bare] = "global"
        return ast.Name(bare)
    variable = writer.variables.of(targets.unwrapped(place))
    if variable is None or variable.name[0] != "$":
        raise Untranslatable("a handle that is kept in a container")
    writer.write_to(variable, "object:IO::Handle")
    return ast.Name(variable.python)


def _opendir(writer: Writer, given: Call) -> Typed:
    place, path = given.arguments
    made = values.call("perl_opendir", [writer.text(path)])
    return _opened(writer, place, made, "object:IO::Dir?")


def _read(writer: Writer, given: Call) -> Typed:
    handle, place, size, *offset = given.arguments
    name = "perl_sysread" if given.name == "sysread" else "perl_read"
    made = values.call(name, [handles.handle(writer, handle), writer.integer(size)])
    target = targets.target(writer, place)
    if offset:
        return _read_behind(writer, target, made, writer.integer(offset[0]))
    writer.ahead += target.store(Typed(made))
    return call("perl_length", target.read.node, kind="int?")


def _read_behind(writer: Writer, target: targets.Target, made: ast.expr, offset: ast.expr) -> Typed:
    """``read`` with an offset: what is before that stays."""
    name = writer.name("piece")
    writer.ahead.append(f"{name} = {unparse(made)}")
    whole = values.call("perl_put_behind", [target.read.node, ast.Name(name), offset])
    writer.ahead += target.store(Typed(whole))
    return call("perl_length", ast.Name(name), kind="int?")


def _eof(writer: Writer, given: Call) -> Typed:
    if not given.arguments:
        raise Untranslatable("eof of nothing")
    return call("perl_eof", handles.handle(writer, given.arguments[0]))


SPECIALS.update(
    {
        "open": _open,
        "opendir": _opendir,
        "pipe": _pipe,
        "socketpair": _socketpair,
        "sysopen": _sysopen,
        "read": _read,
        "sysread": _read,
        "eof": _eof,
    }
)

"""``local``: another value up to the end of the block."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from sysvirt.port.draft.expressions import (
    access,
    handlers,
    literals,
    positions,
    settings,
    shared_topics,
    signals,
    targets,
)
from sysvirt.port.draft.known import changed_settings, imports
from sysvirt.port.draft.statements import several_locals
from sysvirt.port.draft.writing.typed import Typed
from sysvirt.port.draft.writing.writer import Writer
from sysvirt.port.draft.writing.written import unparse
from sysvirt.port.parser import tree
from sysvirt.port.python import values
from sysvirt.port.python.refusing import Untranslatable

if TYPE_CHECKING:
    from tree_sitter import Node


def found(node: Node) -> Node | None:
    """The ``local`` of a statement; of any other none."""
    if node.type != "expression_statement" or not node.named_children:
        return None
    inner = node.named_children[0]
    if inner.type == "localization_expression":
        return inner
    left = inner.child_by_field_name("left") if inner.type == "assignment_expression" else None
    return left if left is not None and left.type == "localization_expression" else None


def write(writer: Writer, node: Node, local: Node) -> tuple[list[str], list[str]]:
    """The lines at its place, and those at the end of the block."""
    inner = node.named_children[0]
    right = inner.child_by_field_name("right") if inner.type == "assignment_expression" else None
    place = tree.bare(local.named_children[0])
    several = several_locals.write(writer, local, place, right)
    if several is not None:
        return several
    if right is not None and place.type in ("scalar", "hash_element_expression"):
        right = (
            _first(right)
            if "(" in tree.text(local)[: place.start_byte - local.start_byte]
            else right
        )
    return _one(writer, place, right)


def _one(writer: Writer, place: Node, right: Node | None) -> tuple[list[str], list[str]]:
    name = tree.variable(place) or tree.text(place)
    if name == "$/":
        end: ast.expr = ast.Constant(None) if right is None else writer.value(right).node
        writer.separators.append(end)
        return [], []
    key = handlers.key_of(place)
    if key and not (key == "__DIE__" and _does_nothing(right)):
        return handlers.localized(writer, key, place, right)
    if changed_settings.name_of(place):
        return settings.localized(writer, name, right)
    if name == "$_" and shared_topics.is_given(writer):
        return _shared_topic(writer, right)
    if name == "$_":
        topic = writer.topic_for(None, "topic")
        writer.topics.append((topic, ""))
        made = writer.value(right).node if right is not None else ast.Constant(None)
        return [f"{topic} = {unparse(made)}", *positions.of_written_topic(writer, topic)], []
    if name == "$@" and writer.frame.node is None:
        saved = writer.name("error_before")
        return [f'{saved}, error = error, ""'], [f"error = {saved}"]
    is_handler = place.type == "hash_element_expression"
    if name in several_locals.FREE and (not is_handler or _does_nothing(right)):
        return [], []
    holder = place.child_by_field_name("hash")
    if holder is not None and tree.variable(holder) == "%SIG":
        return _signal(writer, place, right)
    if place.type in ("scalar", "array", "hash"):
        return _variable(writer, place, right)
    if place.type == "hash_element_expression":
        return _element(writer, place, right)
    raise Untranslatable(f"local {tree.text(place)}")


def _shared_topic(writer: Writer, right: Node | None) -> tuple[list[str], list[str]]:
    """Code that is called looks at it, too."""
    made = writer.value(right).node if right is not None else ast.Constant(None)
    saved, name = writer.name("topic_before"), shared_topics.NAME
    writer.topics.append((name, ""))
    return [f"{saved} = {name}", f"{name} = {unparse(made)}"], [f"{name} = {saved}"]


def _first(node: Node) -> Node:
    """``local ($x) = @_;`` takes the first."""
    inner = tree.bare(node)
    if inner.type in ("array", "list_expression") or tree.call(inner) is not None:
        raise Untranslatable("local of several")
    return node


def _does_nothing(right: Node | None) -> bool:
    """Whether a handler of ``die`` is none."""
    if right is None or tree.literal(right) in ("DEFAULT", "IGNORE", ""):
        return True
    text = "".join(tree.text(right).split())
    return text in ("undef", "sub{}", "sub{1}", "sub{return}", "sub{1;}", "sub{return;}")


def _signal(writer: Writer, place: Node, right: Node | None) -> tuple[list[str], list[str]]:
    key = signals.key_of(place)
    saved = writer.name("handler_before")
    if signals.is_kept(writer, key):
        if not key:
            raise Untranslatable(f"local {tree.text(place)}")
        lines = signals.assigned(writer, place, right) if right is not None else None
        lines = lines or [f'perl_on_signal("{key}", None)']
        before = f'{saved} = perl_signal("{key}")'
        return [before, *lines], [f'perl_on_signal("{key}", {saved})']
    lines = signals.assigned(writer, place, right) if right is not None else None
    lines = lines or [f"signal.signal(signal.SIG{key}, signal.SIG_DFL)"]
    before = f"{saved} = signal.getsignal(signal.SIG{key})"
    return [before, *lines], [f"signal.signal(signal.SIG{key}, {saved})"]


def _variable(writer: Writer, place: Node, right: Node | None) -> tuple[list[str], list[str]]:
    variable = writer.variables.of(place)
    if variable is None:
        raise Untranslatable(f"local {tree.text(place)}")
    # One of a module stands in a place of its own.
    held = imports.variable(writer, variable.package, variable.name) or variable.python
    saved = writer.name(f"{held.replace('.', '_')}_before")
    empty = {"$": "None", "@": "[]", "%": "{}"}[variable.name[0]]
    lines = [f"{saved} = {held}"]
    if right is None:
        lines.append(f"{held} = {empty}")
    elif variable.name[0] == "$":
        lines += targets.target(writer, place).store(writer.value(right))
    elif variable.name[0] == "@":
        made = writer.listed(right)
        lines.append(f"{variable.python} = list({unparse(made.node)})")
        writer.hold(variable, "")
    else:
        made = literals.pairs(writer, [right])
        lines.append(f"{variable.python} = {unparse(made.node)}")
        writer.hold(variable, "")
    writer.write_to(variable, "none" if right is None else "")
    return lines, [f"{held} = {saved}"]


def _element(writer: Writer, place: Node, right: Node | None) -> tuple[list[str], list[str]]:
    where = access.path(writer, place)
    base = where.base.node
    for each in where.keys[:-1]:
        base = values.call("perl_get", [base, each])
    key = where.keys[-1]
    saved = writer.name("value_before")
    lines = [f"{saved} = {unparse(access.method(writer, Typed(base, 'dict'), 'get', [key]))}"]
    if right is not None:
        lines += targets.target(writer, place).store(writer.value(right))
    else:
        lines += targets.target(writer, place).store(Typed(ast.Constant(None), "none"))
    return lines, [
        f"if {saved} is None:",
        f"    {unparse(base)}.pop({unparse(key)}, None)",
        "else:",
        f"    {unparse(base)}[{unparse(key)}] = {saved}",
    ]

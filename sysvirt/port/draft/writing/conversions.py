"""From one kind to another: a value as a text, a number, a truth value, one that may be kept."""

from __future__ import annotations

import ast
from functools import cache

from sysvirt.port.draft.known import kinds
from sysvirt.port.draft.modules.collected import MODULES
from sysvirt.port.draft.writing import filling
from sysvirt.port.draft.writing.typed import Typed
from sysvirt.port.prelude import scalars
from sysvirt.port.python import values

#: What a text of Python shows as Perl does.
_SHOWN = frozenset({"str", "int"})


@cache
def _overloaded(what: str) -> dict[str, str]:
    """What objects are as a text, or in a condition, by their classes."""
    found: dict[str, str] = {}
    for module in MODULES.values():
        found.update(module.texts if what == "text" else module.truths)
    return found


def _of_object(typed: Typed, what: str) -> ast.expr | None:
    """Where a class of Perl overloads that, its form."""
    form = _overloaded(what).get(typed.kind.partition(":")[2].removesuffix("?"))
    return filling.built(form, {"self": typed.node}) if form is not None else None


def as_text(typed: Typed) -> ast.expr:
    """A value as a text."""
    node, kind = typed.node, typed.kind
    if kinds.base(kind) == "object" and not kind.endswith("?"):
        overloaded = _of_object(typed, "text")
        if overloaded is not None:
            return overloaded
    if isinstance(node, ast.Constant) and kind in ("int", "float", "none"):
        return ast.Constant(scalars.perl_text(node.value))
    if kind == "str":
        return node
    if kind == "int":
        return values.call("str", [node])
    if kind == "bool":
        return values.call("str", [values.call("int", [node])])
    if kind in ("truth", "match"):
        return ast.IfExp(node, ast.Constant("1"), ast.Constant(""))
    if kind == "changes":
        return values.call("str", [ast.BoolOp(ast.Or(), [node, ast.Constant("")])])
    return values.call("perl_text", [node])


def in_text(typed: Typed) -> ast.expr:
    """A value between the braces of an f-string."""
    if typed.kind == "bool":
        return values.call("int", [typed.node])
    return typed.node if typed.kind in _SHOWN else as_text(typed)


def as_number(typed: Typed) -> ast.expr:
    """A value as a number."""
    node, kind = typed.node, typed.kind
    if isinstance(node, ast.Constant) and isinstance(node.value, str | None):
        return ast.Constant(scalars.perl_number(node.value))
    if kind in kinds.NUMBERS or kind in ("bool", "changes"):
        return node
    if kind in ("truth", "match"):
        return values.call("int", [values.call("bool", [node]) if kind == "match" else node])
    if kinds.base(kind) in ("list", "dict", "code"):
        return values.call("id", [node])
    return values.call("perl_number", [node])


def as_integer(typed: Typed) -> ast.expr:
    """A value as a whole number."""
    if typed.kind in ("int", "changes"):
        return typed.node
    if typed.kind in ("float", "num", "bool", "truth"):
        return values.call("int", [typed.node])
    if isinstance(typed.node, ast.Constant):
        return ast.Constant(scalars.perl_integer(typed.node.value))
    return values.call("perl_integer", [typed.node])


def one_more(node: ast.expr) -> ast.expr:
    """A number, and one."""
    if isinstance(node, ast.Constant) and isinstance(node.value, int):
        return ast.Constant(node.value + 1)
    match node:
        case ast.BinOp(left=ast.expr() as left, op=ast.Sub(), right=ast.Constant(value=1)):
            return left
        case _:
            return ast.BinOp(node, ast.Add(), ast.Constant(1))


def as_truth(typed: Typed) -> ast.expr:
    """A value that is asked for its truth."""
    node, kind = typed.node, typed.kind
    base = kinds.base(kind)
    if isinstance(node, ast.Constant):
        return ast.Constant(scalars.perl_truth(node.value))
    if kind in ("bool", "truth", "match", "changes", "bool?", "truth?") or base in kinds.NUMBERS:
        return node
    if base == "object" and _of_object(typed, "truth") is not None:
        return _truth_of_object(typed)
    if base in ("object", "code"):
        return node
    if base in ("list", "dict"):
        # A reference is true, whatever is in the list.
        return _is_there(node) if kind.endswith("?") else ast.Constant(True)
    return values.call("perl_truth", [node])


def _truth_of_object(typed: Typed) -> ast.expr:
    """An object whose class says what it is in a condition, and which may not be there."""
    made, is_there = _of_object(typed, "truth") or typed.node, _is_there(typed.node)
    if not typed.kind.endswith("?") or ast.unparse(made) == ast.unparse(is_there):
        return made
    return ast.BoolOp(ast.And(), [is_there, made])


def _is_there(node: ast.expr) -> ast.expr:
    return ast.Compare(node, [ast.IsNot()], [ast.Constant(None)])


def kept(typed: Typed) -> Typed:
    """A value as it may be put somewhere where its kind isn't known any more."""
    if typed.kind in ("truth", "match"):
        return Typed(ast.IfExp(typed.node, ast.Constant(1), ast.Constant("")))
    if typed.kind == "changes":
        return Typed(ast.BoolOp(ast.Or(), [typed.node, ast.Constant("")]))
    if typed.kind == "bool":
        return Typed(values.call("int", [typed.node]), "int")
    return typed


def as_key(typed: Typed) -> ast.expr:
    """A value as the key of a dict: keys are texts."""
    return as_text(typed)

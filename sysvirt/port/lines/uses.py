"""Uses of Sys::Virt: objects that are opened, methods, functions, constants, errors."""

from __future__ import annotations

import ast
import keyword
from typing import TYPE_CHECKING

from sysvirt.port.api import Parameter, read_api
from sysvirt.port.findings import Kind
from sysvirt.port.meant import meant_name, nearest_key
from sysvirt.port.parser import tree
from sysvirt.port.python import objects, values
from sysvirt.port.python.refusing import Untranslatable
from sysvirt.port.python.shapes import method_of

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.lines.expressions import Expressions
    from sysvirt.port.parser.tree import Call
    from sysvirt.port.sites import Site

#: What ``ref`` gives for what has no class.
_REFERENCES = {"ARRAY": "list", "HASH": "dict"}
#: The parts of an error, which are methods.


def use(expressions: Expressions, site: Site) -> ast.expr:
    """What becomes of a use, without what its context makes of it."""
    if site.kind is Kind.CONSTANT:
        return values.path(f"{_class_of(site)}.{_name(site)}")
    if site.kind is Kind.NEW:
        return _new(expressions, site)
    if site.kind is Kind.FUNCTION:
        function = values.path(f"{_class_of(site)}.{_name(site)}")
        return ast.Call(function, _arguments(expressions, site), [])
    if site.kind is Kind.METHOD:
        return ast.Call(_method(expressions, site), _arguments(expressions, site), [])
    raise Untranslatable(site.kind.value)


def _name(site: Site) -> str:
    return objects.attribute(meant_name(read_api(), site) or site.name)


def _class_of(site: Site) -> str:
    cls = read_api().classes.get(site.cls)
    if cls is None:
        raise Untranslatable(site.cls)
    return cls.python


def _method(expressions: Expressions, site: Site) -> ast.expr:
    if site.receiver is None:
        raise Untranslatable("a method of nothing")
    receiver = expressions.object_of(site.receiver, site.cls)
    if site.node.type == "method" and not tree.text(site.node).startswith("$"):
        return ast.Attribute(receiver, _name(site))
    name = tree.variable(site.node) or tree.text(site.node)
    if name.startswith("$"):
        return values.call("getattr", [receiver, ast.Name(expressions.names.of(name))])
    return ast.Attribute(receiver, _name(site))


def _arguments(expressions: Expressions, site: Site) -> list[ast.expr]:
    made = expressions.arguments(site.arguments, of_use=True)
    method = method_of(site)
    if method is None or method.alt_params or any(isinstance(each, ast.Starred) for each in made):
        return made
    rest = made[len(method.params) :]
    return [*map(_fitting, made, method.params), *rest]


def _fitting(made: ast.expr, parameter: Parameter) -> ast.expr:
    """An argument as its parameter wants it: a truth value, bytes."""
    value = made.value if isinstance(made, ast.Constant) else None
    if parameter.types == ("bool",) and value in (0, 1) and isinstance(value, int):
        return ast.Constant(bool(value))
    if parameter.types == ("bytes",) and isinstance(value, str):
        return ast.Constant(value.encode())
    return made


def _new(expressions: Expressions, site: Site) -> ast.expr:
    if site.receiver is None:
        raise Untranslatable("new of nothing")
    receiver = expressions.receiver(site.receiver)
    if site.cls != "Virt":
        return ast.Call(receiver, expressions.arguments(site.arguments, of_use=True), [])
    made = ast.Call(ast.Attribute(receiver, "new"), [], [])
    given = [item for each in site.arguments for item in tree.items(each)]
    method = method_of(site)
    parameters = {each.name: each for each in method.params} if method is not None else {}
    while given:
        key = given.pop(0)
        if key.type == "hash" or expressions.shapes.of(key) == "dict":
            made.keywords.append(ast.keyword(None, expressions.hash(key)))
            continue
        name = tree.literal(key)
        if name is None or not given or not name.isidentifier() or keyword.iskeyword(name):
            raise Untranslatable("the keys of new")
        (value,) = expressions.arguments([given.pop(0)], of_use=True) or [values.LEFT_OUT]
        if name not in parameters:
            name = nearest_key(read_api(), name, parameters) or name
        if name in parameters:
            value = _fitting(value, parameters[name])
        made.keywords.append(ast.keyword(name, value))
    return made


# Errors --------------------------------------------------------------------------------------


def of_error(error: ast.expr, part: str) -> ast.expr:
    """``$@->{message}``: the hash of an error is none in Python."""
    if part not in objects.ERROR_PARTS:
        raise Untranslatable(part)
    return values.call(ast.Attribute(error, part))


def class_test(expressions: Expressions, sign: str, left: Node, right: Node) -> ast.expr | None:
    """``ref($x) eq "Sys::Virt::Error"``; of any other comparison, none."""
    call = tree.call(left)
    if call is None or call.receiver is not None or call.name != "ref":
        return None
    name = tree.literal(right)
    if sign not in ("eq", "ne") or name is None or len(call.arguments) != 1:
        raise Untranslatable("ref")
    value = expressions.value(call.arguments[0])
    if name == "CODE":
        made = values.call("callable", [value])
    else:
        cls = values.path(_REFERENCES[name]) if name in _REFERENCES else objects.class_path(name)
        made = values.call("isinstance", [value, cls])
    return made if sign == "eq" else values.negated(made)


def method_test(expressions: Expressions, call: Call) -> ast.expr | None:
    """``$x->isa("Sys::Virt::Error")`` and ``$x->can("get_name")``; of any other call, none."""
    if call.name not in ("isa", "can") or call.receiver is None or len(call.arguments) != 1:
        return None
    receiver = expressions.receiver(call.receiver)
    if call.name == "can":
        return values.call("hasattr", [receiver, expressions.value(call.arguments[0])])
    name = tree.literal(call.arguments[0])
    if name is None:
        raise Untranslatable(call.name)
    return values.call("isinstance", [receiver, objects.class_path(name)])

"""Variables and their elements."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from sysvirt.port.lines import uses
from sysvirt.port.parser import tree
from sysvirt.port.python import values
from sysvirt.port.python.names import single
from sysvirt.port.python.refusing import Untranslatable

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.lines.expressions import Expressions

#: What holds the object that a method was called on.
SELVES = frozenset({"self", "this"})


def scalar(expressions: Expressions, node: Node) -> ast.expr:
    """``$x``, ``$_``, ``$@``, ``$$x``."""
    name = tree.variable(node)
    if tree.text(node) in ("$@", "${@}"):
        return ast.Name("err")
    if name is None:
        return _of_reference(expressions, node)
    if name == "$_":
        return ast.Name(single(expressions.unit.types_of(node)))
    if name == "$0":
        return values.element(values.path("sys.argv"), ast.Constant(0))
    return ast.Name(expressions.names.of(name))


def _of_reference(expressions: Expressions, node: Node) -> ast.expr:
    r"""``${\ …}`` is the value in it."""
    behind = tree.dereferenced(node)
    if behind is None or behind.type != "refgen_expression" or behind.named_child_count != 1:
        raise Untranslatable(tree.text(node))
    return expressions.value(behind.named_children[0])


def array(expressions: Expressions, node: Node) -> ast.expr:
    """``@x``, ``@$x``, ``@{…}`` as the list that it is."""
    behind = tree.dereferenced(node)
    if behind is not None:
        return expressions.value(behind)
    name = tree.variable(node)
    if name == "@ARGV":
        return ast.Subscript(values.path("sys.argv"), ast.Slice(ast.Constant(1)))
    if name is None or name == "@_":
        raise Untranslatable(tree.text(node))
    return ast.Name(expressions.names.of(name))


def dictionary(expressions: Expressions, node: Node) -> ast.expr:
    """``%x``, ``%$x``, ``%{…}`` as the dict that it is."""
    behind = tree.dereferenced(node)
    if behind is not None:
        return expressions.value(behind)
    name = tree.variable(node)
    if name == "%ENV":
        return values.path("os.environ")
    if name is None:
        raise Untranslatable(tree.text(node))
    return ast.Name(expressions.names.of(name))


def item(expressions: Expressions, node: Node) -> ast.expr:
    """``$x->{a}``, ``$x{a}``, ``$x->[0]``, ``$x[0]``."""
    is_hash = node.type == "hash_element_expression"
    container = node.child_by_field_name("hash" if is_hash else "array")
    key = node.child_by_field_name("key" if is_hash else "index")
    if key is None:
        raise Untranslatable(tree.text(node))
    if container is not None:
        return _item_of_variable(expressions, container, key)
    base = node.named_children[0]
    return _item_of(expressions, base, expressions.value(base), key)


def _item_of_variable(expressions: Expressions, container: Node, key: Node) -> ast.expr:
    behind = tree.dereferenced(container)
    if behind is not None:
        return _item_of(expressions, behind, expressions.value(behind), key)
    name = tree.variable(container)
    if name == "%ENV":
        return values.call("os.environ.get", [expressions.value(key)])
    if name == "@ARGV":
        index = tree.literal(key)
        if index is None or not index.isdecimal():
            raise Untranslatable(tree.text(key))
        return values.element(values.path("sys.argv"), ast.Constant(int(index) + 1))
    if name is None or name in ("@_", "%SIG", "%INC"):
        raise Untranslatable(tree.text(container))
    return values.element(ast.Name(expressions.names.of(name)), expressions.value(key))


def _item_of(expressions: Expressions, base: Node, made: ast.expr, key: Node) -> ast.expr:
    word = tree.literal(key)
    if (
        isinstance(made, ast.Name)
        and made.id in SELVES
        and word is not None
        and word.isidentifier()
    ):
        return ast.Attribute(made, word)
    if expressions.is_error(base) and word is not None:
        return uses.of_error(made, word)
    return values.element(made, expressions.value(key))


def maybe(expressions: Expressions, node: Node) -> ast.expr:
    """A value that may not be there: ``h.get("k")``; in Sys::Virt's own it is: ``h["k"]``."""
    made = expressions.value(node)
    node = tree.bare(node)
    if node.type != "hash_element_expression" or not isinstance(made, ast.Subscript):
        return made
    base = node.named_children[0]
    if node.child_by_field_name("hash") is None and expressions.shapes.is_ours(base):
        return made
    return values.call(ast.Attribute(made.value, "get"), [made.slice])


def counted_list(expressions: Expressions, node: Node) -> ast.expr:
    """The list whose length ``$#x`` tells."""
    behind = tree.dereferenced(node)
    if behind is not None:
        return expressions.value(behind)
    return ast.Name(expressions.names.of(f"@{tree.text(node)[2:]}"))


def last_index(expressions: Expressions, node: Node) -> ast.expr:
    """``$#x``."""
    length = values.call("len", [counted_list(expressions, node)])
    return ast.BinOp(length, ast.Sub(), ast.Constant(1))


def length(expressions: Expressions, node: Node) -> ast.expr:
    """A list where one value is wanted: how many elements it has."""
    return values.call("len", [array(expressions, node)])

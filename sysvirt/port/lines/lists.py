"""Lists: what stands in one, what is gone through, ``map``, ``grep`` and ``sort``."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from sysvirt.port.findings import Kind
from sysvirt.port.lines import functions, operators, subs, uses, variables
from sysvirt.port.parser import tree
from sysvirt.port.python import values
from sysvirt.port.python.names import single
from sysvirt.port.python.refusing import Untranslatable
from sysvirt.port.python.shapes import method_of

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.lines.expressions import Expressions

_MANY = frozenset({"array", "map_grep_expression", "sort_expression"})


def elements(expressions: Expressions, nodes: Sequence[Node]) -> list[ast.expr]:
    """What stands in a list, one by one: lists in it with a star."""
    return [
        made for each in nodes for item in tree.items(each) for made in values_of(expressions, item)
    ]


def values_of(expressions: Expressions, node: Node) -> Iterator[ast.expr]:
    if node.type == "quoted_word_list":
        yield from (ast.Constant(each) for each in tree.words(node))
    elif is_many(expressions, node):
        yield ast.Starred(listed(expressions, node))
    elif node.type == "hash" or tree.operator(node) == "=~":
        # A match gives what its parentheses have found.
        raise Untranslatable("a hash, or a match, in a list")
    else:
        yield expressions.value(node)


def is_many(expressions: Expressions, node: Node) -> bool:
    """Whether an expression is any number of values in a list."""
    if node.type in _MANY or tree.is_range(node):
        return True
    site = expressions.site(node)
    method = method_of(site) if site is not None else None
    if method is not None and site is not None and site.kind is not Kind.NEW:
        shape = method.returns.shape
        return method.returns.is_list or (shape == "tuple" and not method.is_reference)
    call = tree.call(node)
    return call is not None and call.receiver is None and call.name in functions.LISTS


def listed(expressions: Expressions, node: Node) -> ast.expr:
    """An expression as a list, or as what is gone through."""
    node = tree.bare(node)
    if tree.is_range(node):
        return _range(expressions, node)
    if node.type == "hash":
        return expressions.hash(node)
    write = _LISTED.get(node.type)
    if write is not None:
        return write(expressions, node)
    site = expressions.site(node)
    if site is not None:
        if not is_many(expressions, node):
            return ast.List([uses.use(expressions, site)])
        return uses.use(expressions, site)
    call = tree.call(node)
    if call is not None and call.receiver is None and call.name in functions.LISTS:
        return functions.write(expressions, call)
    if node.type in ("list_expression", "parenthesized_expression"):
        return _parenthesized(expressions, node)
    if call is not None:
        raise Untranslatable("a call in a list")
    return ast.List(elements(expressions, [node]))


def _parenthesized(expressions: Expressions, node: Node) -> ast.expr:
    inside = list(tree.items(node))
    if len(inside) == 1:
        return listed(expressions, inside[0])
    return ast.List(elements(expressions, [node]))


def _range(expressions: Expressions, node: Node) -> ast.expr:
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    if left is None or right is None:
        raise Untranslatable(tree.text(node))
    first = tree.literal(left)
    start = expressions.value(left) if first is None else values.number(first)
    bounds = [start, _after(expressions, right)]
    return values.call("range", bounds[1:] if first == "0" else bounds)


def _after(expressions: Expressions, node: Node) -> ast.expr:
    """The number after the last of a range."""
    if node.type == "arraylen":
        return values.call("len", [variables.counted_list(expressions, node)])
    last = tree.literal(node)
    if last is not None:
        made = values.number(last)
        if isinstance(made, ast.Constant) and isinstance(made.value, int):
            return ast.Constant(made.value + 1)
    return ast.BinOp(operators.number(expressions, node), ast.Add(), ast.Constant(1))


def mapped(expressions: Expressions, node: Node) -> ast.expr:
    """``map`` and ``grep`` with one expression."""
    callback, through = node.child_by_field_name("callback"), node.child_by_field_name("list")
    if callback is None or through is None:
        raise Untranslatable(tree.text(node))
    inside = only(callback)
    name = ast.Name(each(expressions, inside))
    loop = ast.comprehension(name, listed(expressions, through), [], is_async=0)
    if node.children[0].type == "grep":
        loop.ifs = [expressions.condition(inside)]
        return ast.ListComp(name, [loop])
    if inside.type in ("list_expression", "anonymous_hash_expression") or is_many(
        expressions, inside
    ):
        raise Untranslatable("several values of each")
    return ast.ListComp(expressions.value(inside), [loop])


def each(expressions: Expressions, inside: Node) -> str:
    """What ``$_`` is called in an expression."""
    found = [each for each in tree.walk(inside) if tree.variable(each) == "$_"]
    names = {single(expressions.unit.types_of(each)) for each in found}
    if len(names) > 1:
        raise Untranslatable("$_")
    return names.pop() if names else "item"


def in_order(expressions: Expressions, node: Node) -> ast.expr:
    """``sort``, without a block or by one key."""
    callback, through = node.child_by_field_name("callback"), node.child_by_field_name("list")
    if through is None:
        raise Untranslatable(tree.text(node))
    if callback is None:
        return values.call("sorted", [functions.gone_through(expressions, through)])
    inside = only(callback)
    left, right = inside.child_by_field_name("left"), inside.child_by_field_name("right")
    if tree.operator(inside) not in ("cmp", "<=>") or left is None or right is None:
        raise Untranslatable(tree.text(node))
    order = {"$a": "$b", "$b": "$a"}
    one = {name for each in tree.walk(left) if (name := tree.variable(each)) in order}
    if len(one) != 1 or tree.text(right) != _swapped(tree.text(left)):
        raise Untranslatable(tree.text(node))
    (variable,) = one
    keywords: dict[str, ast.expr] = {}
    if tree.text(left) != variable:
        parameter = ast.arg(expressions.names.of(variable))
        keywords["key"] = ast.Lambda(subs.parameters([parameter]), expressions.value(left))
    elif tree.operator(inside) == "<=>" and expressions.shapes.of(through) == "":
        keywords["key"] = ast.Name("float")
    if variable == "$b":
        keywords["reverse"] = ast.Constant(True)
    return values.call("sorted", [functions.gone_through(expressions, through)], **keywords)


def one_of(expressions: Expressions, node: Node) -> ast.expr:
    """``(…)[0]``: of a list the first may not be there."""
    listed = node.child_by_field_name("list")
    index = tree.literal(node.named_children[-1])
    if listed is None or node.named_child_count != 2 or index is None or not index.isdecimal():
        raise Untranslatable(tree.text(node))
    site = expressions.site(listed)
    method = method_of(site) if site is not None else None
    if site is None or method is None:
        raise Untranslatable(tree.text(node))
    made = uses.use(expressions, site)
    if method.returns.shape == "tuple" and not method.is_reference:
        return values.element(made, ast.Constant(int(index)))
    if not method.returns.is_list or index != "0":
        raise Untranslatable(tree.text(node))
    return values.call("next", [values.call("iter", [made]), ast.Constant(None)])


def only(block: Node) -> Node:
    """The one expression of a block, or the expression itself."""
    if block.type != "block":
        return block
    inside = [each for each in block.named_children if each.type != "comment"]
    if len(inside) != 1 or inside[0].type != "expression_statement":
        raise Untranslatable("a block of several statements")
    return inside[0].named_children[0]


def _swapped(text: str) -> str:
    """The same for the other of the two that ``sort`` compares."""
    return text.replace("$a", "\0").replace("$b", "$a").replace("\0", "$b")


#: What writes each kind of node that is a list.
_LISTED: dict[str, Callable[[Expressions, Node], ast.expr]] = {
    "array": variables.array,
    "map_grep_expression": mapped,
    "sort_expression": in_order,
}

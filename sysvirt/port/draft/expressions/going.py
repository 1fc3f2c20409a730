"""``map``, ``grep``, ``sort``, ``first``: a block for each element of a list."""

from __future__ import annotations

import ast
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sysvirt.port.draft.expressions import operators, overloading, positions
from sysvirt.port.draft.known import kinds
from sysvirt.port.draft.writing import conversions
from sysvirt.port.draft.writing.lines import do_something
from sysvirt.port.draft.writing.typed import Typed
from sysvirt.port.draft.writing.writer import Writer, lists, reads, spread
from sysvirt.port.draft.writing.written import unparse
from sysvirt.port.parser import tree
from sysvirt.port.python import values
from sysvirt.port.python.refusing import Untranslatable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tree_sitter import Node


@contextmanager
def topic(writer: Writer, inside: Node, kind: str) -> Iterator[str]:
    """Within it ``$_`` has a name."""
    name = writer.topic_for(inside)
    if name in writer.before.spoiled:
        kind = ""
    writer.topics.append((name, kind))
    try:
        yield name
    finally:
        writer.topics.pop()
    positions.assert_made(writer, name)


def through(writer: Writer, nodes: Node | list[Node]) -> Typed:
    """What is gone through: of ``keys %h`` the dict itself."""
    made = writer.listed(nodes)
    node = made.node
    is_list = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    if is_list and isinstance(node, ast.Call) and ast.unparse(node.func) == "list":
        inner = node.args[0] if len(node.args) == 1 else None
        if isinstance(inner, ast.Name | ast.Attribute | ast.Call):
            return Typed(inner, made.kind)
    return made


def only(block: Node) -> Node | None:
    """The one expression of a block, or the expression itself; of several statements none."""
    if block.type != "block":
        return block
    inside = tree.inside(block)
    if len(inside) != 1 or inside[0].type != "expression_statement":
        return None
    node = inside[0].named_children[0]
    return None if node.type in _STATEMENTS else node


_STATEMENTS = frozenset(
    {
        "return_expression",
        "postfix_conditional_expression",
        "postfix_for_expression",
        "assignment_expression",
    }
)


@lists("map_grep_expression")
def gone(writer: Writer, node: Node) -> list[Typed]:
    """``map`` and ``grep`` as a list."""
    return writer.starred(comprehension(writer, node))


@reads("map_grep_expression")
def counted(writer: Writer, node: Node) -> Typed:
    """How many ``map`` or ``grep`` give."""
    return Typed(values.call("len", [comprehension(writer, node).node]), "int")


def comprehension(writer: Writer, node: Node) -> Typed:
    """``[… for item in …]``."""
    callback, listed = node.child_by_field_name("callback"), node.child_by_field_name("list")
    if callback is None or listed is None:
        raise Untranslatable(tree.text(node))
    source = _named_source(writer, through(writer, listed))
    held = kinds.inside(source.kind)
    with topic(writer, callback, held) as name:
        if node.children[0].type == "grep":
            test = _test(writer, callback)
            loop = ast.comprehension(ast.Name(name), source.node, [test], is_async=0)
            return Typed(ast.ListComp(ast.Name(name), [loop]), source.kind, is_new=True)
        made = _mapped(writer, callback, name, source)
        if name in writer.facts.spoiled and isinstance(source.node, ast.Name):
            writer.note(node, "Perl changes the elements of the list itself here, too")
        return made


def _named_source(writer: Writer, source: Typed) -> Typed:
    """No assignment may stand in what a comprehension goes through."""
    if not any(isinstance(each, ast.NamedExpr) for each in ast.walk(source.node)):
        return source
    name = writer.name("source")
    writer.ahead.append(f"{name} = {unparse(source.node)}")
    return Typed(ast.Name(name), source.kind)


def _test(writer: Writer, callback: Node) -> ast.expr:
    inside = only(callback)
    if inside is None:
        function = writer.hoisted(callback, "is_wanted", "truth")
        return values.call(function, [ast.Name(writer.topics[-1][0])])
    before = len(writer.ahead)
    made = operators.condition(writer, inside)
    name = writer.topics[-1][0]
    if _needs_element(writer, callback, name, before):
        return values.call(writer.hoisted(callback, "is_wanted", "truth"), [ast.Name(name)])
    return made


def _needs_element(writer: Writer, callback: Node, name: str, before: int) -> bool:
    """Whether lines ahead do something, or look at the element, which is only there inside.

    Then they are taken back, and the whole block becomes a function.
    """
    new = writer.ahead[before:]
    if not do_something(new) and not any(re.search(rf"\b{name}\b", each) for each in new):
        return False
    if callback.type != "block":
        raise Untranslatable("statements for each element")
    del writer.ahead[before:]
    return True


def _mapped(writer: Writer, callback: Node, name: str, source: Typed) -> Typed:
    loop = ast.comprehension(ast.Name(name), source.node, [], is_async=0)
    inside = only(callback)
    if inside is None:
        function = writer.hoisted(callback, "mapped", "list")
        made = [Typed(ast.Starred(values.call(function, [ast.Name(name)])), "list")]
    else:
        before = len(writer.ahead)
        made = spread(writer.items([_unplussed(inside)]))
        is_many = len(made) != 1 or isinstance(made[0].node, ast.Starred)
        is_storing = is_many and any(
            isinstance(n, ast.NamedExpr) for m in made for n in ast.walk(m.node)
        )
        if is_storing or _needs_element(writer, callback, name, before):
            function = writer.hoisted(callback, "mapped", "list")
            made = [Typed(ast.Starred(values.call(function, [ast.Name(name)])), "list")]
    if len(made) == 1 and not isinstance(made[0].node, ast.Starred):
        kind = f"list:{made[0].kind}" if made[0].kind else "list"
        return Typed(ast.ListComp(made[0].node, [loop]), kind, is_new=True)
    if len(made) == 1 and isinstance(made[0].node, ast.Starred):
        inner: ast.expr = made[0].node.value
        kind = made[0].kind
    else:
        inner = ast.Tuple([each.node for each in made])
        kind = "list"
    each = writer.name("each")
    again = ast.comprehension(ast.Name(each), inner, [], is_async=0)
    return Typed(ast.ListComp(ast.Name(each), [loop, again]), kind, is_new=True)


def _unplussed(node: Node) -> Node:
    """``map +{ … }, @x``."""
    if node.type == "unary_expression" and tree.operator(node) == "+":
        return node.child_by_field_name("operand") or node
    return node


def pairs(writer: Writer, node: Node) -> Typed | None:
    """``map { $_ => 1 } …`` as a dict; None where it isn't of that form."""
    callback, listed = node.child_by_field_name("callback"), node.child_by_field_name("list")
    if node.children[0].type != "map" or callback is None or listed is None:
        return None
    inside = only(callback)
    if inside is None:
        return None
    if inside.type == "anonymous_hash_expression":
        items = [item for each in inside.named_children for item in tree.items(each)]
    else:
        items = list(tree.items(inside))
    if len(items) != 2:
        return None
    source = through(writer, listed)
    with topic(writer, callback, kinds.inside(source.kind)) as name:
        before = len(writer.ahead)
        made = writer.items(items)
        if any(re.search(rf"\b{name}\b", each) for each in writer.ahead[before:]):
            del writer.ahead[before:]
            return None
        if len(made) != 2 or any(isinstance(each.node, ast.Starred) for each in made):
            return None
        loop = ast.comprehension(ast.Name(name), source.node, [], is_async=0)
        key = conversions.as_key(made[0])
        kind = f"dict:{made[1].kind}" if made[1].kind else "dict"
        return Typed(ast.DictComp(key, made[1].node, [loop]), kind, is_new=True)


# sort ----------------------------------------------------------------------------------------


@lists("sort_expression")
def sorted_(writer: Writer, node: Node) -> list[Typed]:
    """``sort``, with and without a block."""
    callback, listed = node.child_by_field_name("callback"), node.child_by_field_name("list")
    if listed is None:
        raise Untranslatable(tree.text(node))
    source = through(writer, listed)
    keywords = _order(writer, callback, source)
    made = ast.Call(ast.Name("sorted"), [source.node], keywords)
    return writer.starred(Typed(made, source.kind, is_new=True))


def _order(writer: Writer, callback: Node | None, source: Typed) -> list[ast.keyword]:
    if callback is None:
        is_text = kinds.inside(source.kind) == "str"
        if not is_text and overloading.is_used(writer) and "cmp" in writer.outline.operators:
            order = values.call("perl_order", [ast.Constant("cmp")])
            return [ast.keyword("key", values.call("functools.cmp_to_key", [order]))]
        return [] if is_text else [ast.keyword("key", ast.Name("perl_text"))]
    inside = only(callback) if callback.type == "block" else None
    if callback.type != "block":
        return [ast.keyword("key", _by_sub(writer, callback))]
    if inside is not None:
        simple = _by_key(writer, inside, source)
        if simple is not None:
            return simple
    return [ast.keyword("key", _compared(writer, inside, source))]


def _by_sub(writer: Writer, callback: Node) -> ast.expr:
    """``sort by_name @x``: the sub looks at ``$a`` and ``$b``."""
    name = tree.text(callback).removeprefix("&")
    sub = writer.outline.sub(name, tree.package(callback))
    if sub is not None:
        writer.facts.sub(sub.key).is_used = True
    made = ast.Name(sub.python) if sub is not None else writer.value(callback).node
    return values.call("functools.cmp_to_key", [made])


def _by_key(writer: Writer, inside: Node, source: Typed) -> list[ast.keyword] | None:
    """``$a <=> $b`` and ``$x{$a} cmp $x{$b}`` as a key."""
    left, right = inside.child_by_field_name("left"), inside.child_by_field_name("right")
    sign = tree.operator(inside)
    if sign not in ("cmp", "<=>") or left is None or right is None:
        return None
    first = "$a" if "$a" in tree.text(left) else "$b"
    if "$a" in tree.text(left) and "$b" in tree.text(left):
        return None
    if tree.text(right) != _swapped(tree.text(left)) or first not in tree.text(left):
        return None
    writer.pair = ("a", kinds.inside(source.kind))
    try:
        made = writer.value(left)
    finally:
        writer.pair = None
    if overloading.is_used(writer) and overloading.may_be_object(made):
        return None
    keyed = conversions.as_text(made) if sign == "cmp" else conversions.as_number(made)
    keywords = []
    name = first[1:]
    if not (isinstance(keyed, ast.Name) and keyed.id == name):
        key: ast.expr = ast.Lambda(parameters([name]), keyed)
        if isinstance(keyed, ast.Call) and unparse(keyed) == f"{unparse(keyed.func)}({name})":
            # lambda a: f(a) is f.
            key = keyed.func if isinstance(keyed.func, ast.Name) else key
        keywords.append(ast.keyword("key", key))
    if first == "$b":
        keywords.append(ast.keyword("reverse", ast.Constant(True)))
    return keywords


def parameters(names: list[str], rest: str = "") -> ast.arguments:
    """The parameters of a lambda."""
    star = ast.arg(rest) if rest else None
    return ast.arguments([], [ast.arg(each) for each in names], star, [], [], None, [])


def _swapped(text: str) -> str:
    return text.replace("$a", "\0").replace("$b", "$a").replace("\0", "$b")


def _compared(writer: Writer, inside: Node | None, source: Typed) -> ast.expr:
    """Any other order, by comparing two."""
    if inside is None:
        raise Untranslatable("sort with a block of several statements")
    writer.pair = ("a", kinds.inside(source.kind))
    try:
        made = conversions.as_number(writer.value(inside))
    finally:
        writer.pair = None
    compare = ast.Lambda(parameters(["a", "b"]), made)
    return values.call("functools.cmp_to_key", [compare])

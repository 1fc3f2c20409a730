"""Perl's expressions as nodes of ``ast``."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from sysvirt.port.lines import functions, lists, operators, subs, uses, variables
from sysvirt.port.parser import tree
from sysvirt.port.python import objects, strings, values
from sysvirt.port.python.names import SINGLE, Names
from sysvirt.port.python.refusing import Untranslatable
from sysvirt.port.python.shapes import Shapes, method_of

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.sites import Site
    from sysvirt.port.units import Unit

#: So deep an expression is nothing that anybody reads.
DEEPEST = 40


class Expressions:
    """The expressions of one file.

    ``value`` writes one value, ``condition`` what is asked for its truth, ``elements`` what
    stands in a list, ``listed`` what is gone through.
    """

    def __init__(
        self,
        unit: Unit,
        names: Names,
        shapes: Shapes,
        *,
        is_lax: bool = False,
    ) -> None:
        self.unit = unit
        self.names = names
        self.shapes = shapes
        #: Whether arguments that can't be written are left out.
        self._is_lax = is_lax
        self._depth = 0

    def site(self, node: Node) -> Site | None:
        """The use of Sys::Virt that an expression is."""
        return self.shapes.site(node)

    # One value ------------------------------------------------------------------------------

    def value(self, node: Node) -> ast.expr:
        """An expression as one value."""
        node = tree.bare(node)
        site = self.site(node)
        if site is not None:
            return self._single(site)
        return self._any(node)

    def whole(self, node: Node) -> ast.expr:
        """The same, but of a use of Sys::Virt all that it gives: a list, a tuple."""
        site = self.site(node)
        return self.value(node) if site is None else uses.use(self, site)

    def _single(self, site: Site) -> ast.expr:
        """What Perl makes of a use in a scalar context."""
        made, method = uses.use(self, site), method_of(site)
        if method is None:
            return made
        if method.counts:
            return values.call("len", [made])
        if method.returns.is_list or (method.returns.shape == "tuple" and not method.is_reference):
            return values.element(made, ast.UnaryOp(ast.USub(), ast.Constant(1)))
        return made

    def _any(self, node: Node) -> ast.expr:
        write = _WRITERS.get(node.type)
        if write is None:
            raise Untranslatable(node.type)
        self._depth += 1
        try:
            if self._depth > DEEPEST:
                raise Untranslatable("too deep")
            return write(self, node)
        finally:
            self._depth -= 1

    def is_error(self, node: Node) -> bool:
        """Whether an expression is an error of Sys::Virt."""
        return objects.is_error(self.unit, node)

    def new_list(self, node: Node) -> ast.expr:
        """``[…]``."""
        made = self.elements(node.named_children)
        if len(made) == 1 and isinstance(made[0], ast.Starred):
            only = made[0].value
            return only if isinstance(only, ast.ListComp) else values.call("list", [only])
        return ast.List(made)

    def new_dict(self, node: Node) -> ast.expr:
        """``{…}``."""
        return self.pairs(node.named_children)

    def pairs(self, nodes: Iterable[Node]) -> ast.expr:
        """A dict of what stands in a list: keys and values, and other hashes."""
        keys: list[ast.expr | None] = []
        made: list[ast.expr] = []
        given = [item for each in nodes for item in tree.items(each)]
        at = 0
        while at < len(given):
            if given[at].type == "hash":
                keys.append(None)
                made.append(self.hash(given[at]))
                at += 1
                continue
            if at + 1 >= len(given) or any(map(self.is_many, given[at : at + 2])):
                raise Untranslatable("pairs")
            keys.append(self.value(given[at]))
            made.append(self.value(given[at + 1]))
            at += 2
        return ast.Dict(keys, made)

    def text(self, node: Node) -> ast.expr:
        """A text, with what stands in it."""
        made = strings.joined(strings.pieces(node, self.in_text))
        if isinstance(made, ast.Constant) and "\n" in str(made.value).strip("\n"):
            raise Untranslatable("a text of several lines")
        return made

    def in_text(self, node: Node) -> ast.expr:
        """A value between quotes: a list is its elements, with blanks between."""
        if node.type in ("array", "slice_expression"):
            made = self._in_brackets(node)
            return made if made is not None else _spaced(self.listed(node))
        return self.as_text(node)

    def as_text(self, node: Node) -> ast.expr:
        """One value as a text: a method's truth is 1 or 0, an object has no text."""
        shape = self.shapes.of(node)
        if shape == "object" and not self.is_error(node):
            raise Untranslatable("an object as a text")
        if shape == "bool" and not self.shapes.is_ours(node):
            raise Untranslatable("what is false in Perl is an empty text")
        if operators.is_broken(node):
            raise Untranslatable("a number that Perl writes without a point")
        made = self.value(node)
        return values.call("int", [made]) if shape == "bool" else made

    def _in_brackets(self, node: Node) -> ast.expr | None:
        """``@{[ … ]}`` is what stands in it."""
        behind = tree.dereferenced(node)
        if behind is None or behind.type != "anonymous_array_expression":
            return None
        inside = [item for each in behind.named_children for item in tree.items(each)]
        if len(inside) != 1:
            return None
        if self.is_many(inside[0]):
            return _spaced(self.listed(inside[0]))
        return self.as_text(inside[0])

    # Calls ----------------------------------------------------------------------------------

    def called(self, node: Node) -> ast.expr:
        """A call that is no use of Sys::Virt."""
        call = tree.call(node)
        if call is None:
            raise Untranslatable(tree.text(node))
        if call.receiver is None and call.name in functions.LISTS:
            raise Untranslatable("a list as one value")
        if call.receiver is None:
            return functions.write(self, call)
        if call.is_dynamic:
            return self._called_by_name(call)
        tested = uses.method_test(self, call)
        if tested is not None:
            return tested
        return values.call(
            ast.Attribute(self.receiver(call.receiver), objects.attribute(call.name)),
            self.arguments(call.arguments),
        )

    def _called_by_name(self, call: tree.Call) -> ast.expr:
        """``$x->$method(…)``; ``$x->$code`` looks the same."""
        name = call.name_node.named_children[0] if call.name_node.named_child_count else None
        if name is None or call.receiver is None or self.shapes.of(name) == "code":
            raise Untranslatable(call.name)
        named = self.value(name)
        method = values.call("getattr", [self.receiver(call.receiver), named])
        return ast.Call(method, self.arguments(call.arguments), [])

    def object_of(self, node: Node, cls: str) -> ast.expr:
        """What stands before an arrow; where that can't be written, a name for such objects."""
        try:
            return self.receiver(node)
        except Untranslatable:
            if not self._is_lax or cls not in SINGLE:
                raise
            return ast.Name(SINGLE[cls])

    def receiver(self, node: Node) -> ast.expr:
        """What stands before an arrow: a value, or a class."""
        node = tree.bare(node)
        if node.type in ("bareword", "package", "function") or node.type == "string_literal":
            name = tree.literal(node) or tree.text(node)
            return objects.class_path(name)
        return self.value(node)

    def arguments(self, nodes: Sequence[Node], *, of_use: bool = False) -> list[ast.expr]:
        """The arguments of a call; those of a use of Sys::Virt may be left out."""
        given = [item for each in nodes for item in tree.items(each)]
        is_lax = self._is_lax and of_use
        return [made for each in given for made in self._argument_values(each, is_lax=is_lax)]

    def _argument_values(self, node: Node, *, is_lax: bool) -> list[ast.expr]:
        try:
            if not tree.is_key(node):
                return list(lists.values_of(self, node))
        except Untranslatable:
            if not is_lax:
                raise
        if not is_lax:
            # Whether these are keywords, who is called decides.
            raise Untranslatable("a key among arguments")
        return [values.LEFT_OUT]

    def by_reference(self, node: Node) -> ast.expr:
        r"""``\&f``, ``\@x``, ``\%x``."""
        inner = node.named_children[0] if node.named_child_count == 1 else None
        if inner is None:
            raise Untranslatable(tree.text(node))
        if inner.type == "array":
            return self.array(inner)
        if inner.type == "hash":
            return self.hash(inner)
        name = tree.text(inner).removeprefix("&")
        if inner.type == "function" and name.isidentifier():
            return ast.Name(functions.own_name(name))
        raise Untranslatable(tree.text(node))

    # What other modules write ---------------------------------------------------------------

    def array(self, node: Node) -> ast.expr:
        """``@x``, ``@$x``, ``@{…}`` as the list that it is."""
        return variables.array(self, node)

    def hash(self, node: Node) -> ast.expr:
        """``%x``, ``%$x``, ``%{…}`` as the dict that it is."""
        return variables.dictionary(self, node)

    def maybe(self, node: Node) -> ast.expr:
        """A value that may not be there."""
        return variables.maybe(self, node)

    def quotient(self, node: Node) -> ast.expr:
        """A number where ``2.0`` is as good as ``2``."""
        return operators.quotient(self, node)

    def text_pieces(self, node: Node) -> list[strings.Piece]:
        """What a value is in a text."""
        return operators.text_pieces(self, node)

    def condition(self, node: Node) -> ast.expr:
        """What is asked for its truth."""
        return operators.condition(self, node)

    def elements(self, nodes: Sequence[Node]) -> list[ast.expr]:
        """What stands in a list, one by one: lists in it with a star."""
        return lists.elements(self, nodes)

    def is_many(self, node: Node) -> bool:
        """Whether an expression is any number of values in a list."""
        return lists.is_many(self, node)

    def listed(self, node: Node) -> ast.expr:
        """An expression as a list, or as what is gone through."""
        return lists.listed(self, node)

    def each(self, inside: Node) -> str:
        """What ``$_`` is called in an expression."""
        return lists.each(self, inside)


def _spaced(elements: ast.expr) -> ast.expr:
    texts = values.call("map", [ast.Name("str"), elements])
    return values.call(ast.Attribute(ast.Constant(" "), "join"), [texts])


def _text(expressions: Expressions, node: Node) -> ast.expr:
    return expressions.text(node)


def _number(_expressions: Expressions, node: Node) -> ast.expr:
    return values.number(tree.literal(node) or "")


def _undef(_expressions: Expressions, node: Node) -> ast.expr:
    if node.named_child_count:
        raise Untranslatable(tree.text(node))
    return ast.Constant(None)


def _word(_expressions: Expressions, node: Node) -> ast.expr:
    word = tree.text(node)
    if node.type == "bareword" and not tree.is_key(node):
        return objects.class_path(word)
    return ast.Constant(word)


#: What writes each kind of node as one value.
_WRITERS: dict[str, Callable[[Expressions, Node], ast.expr]] = {
    "ambiguous_function_call_expression": Expressions.called,
    "anonymous_array_expression": Expressions.new_list,
    "anonymous_hash_expression": Expressions.new_dict,
    "anonymous_slice_expression": lists.one_of,
    "anonymous_subroutine_expression": subs.anonymous,
    "array": variables.length,
    "array_element_expression": variables.item,
    "arraylen": variables.last_index,
    "autoquoted_bareword": _word,
    "bareword": _word,
    "binary_expression": operators.operation,
    "conditional_expression": operators.either,
    "equality_expression": operators.operation,
    "func0op_call_expression": Expressions.called,
    "func1op_call_expression": Expressions.called,
    "function": Expressions.called,
    "function_call_expression": Expressions.called,
    "hash_element_expression": variables.item,
    "interpolated_string_literal": _text,
    "logical_not_expression": operators.unary,
    "lowprec_logical_expression": operators.operation,
    "method_call_expression": Expressions.called,
    "number": _number,
    "refgen_expression": Expressions.by_reference,
    "relational_expression": operators.operation,
    "scalar": variables.scalar,
    "string_literal": _text,
    "unary_expression": operators.unary,
    "undef_expression": _undef,
}

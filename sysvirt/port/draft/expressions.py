"""Perl's expressions as nodes of ``ast``."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from sysvirt.port import tree
from sysvirt.port.draft import functions, regexes, strings, uses, values
from sysvirt.port.draft.names import SINGLE, Names, single
from sysvirt.port.draft.refusing import Untranslatable
from sysvirt.port.draft.shapes import NUMBERS, Shapes, method_of
from sysvirt.port.findings import Kind

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.sites import Site
    from sysvirt.port.units import Unit

#: So deep an expression is nothing that anybody reads.
DEEPEST = 40
#: What holds the object that a method was called on.
SELVES = frozenset({"self", "this"})

_COMPARISONS: dict[str, type[ast.cmpop]] = {
    **dict.fromkeys(("==", "eq"), ast.Eq),
    **dict.fromkeys(("!=", "ne"), ast.NotEq),
    **dict.fromkeys(("<", "lt"), ast.Lt),
    **dict.fromkeys((">", "gt"), ast.Gt),
    **dict.fromkeys(("<=", "le"), ast.LtE),
    **dict.fromkeys((">=", "ge"), ast.GtE),
}
_ARITHMETIC: dict[str, type[ast.operator]] = {
    "+": ast.Add,
    "-": ast.Sub,
    "*": ast.Mult,
    "**": ast.Pow,
    "|": ast.BitOr,
    "&": ast.BitAnd,
    "^": ast.BitXor,
    "<<": ast.LShift,
    ">>": ast.RShift,
}
_AND, _OR = frozenset({"&&", "and"}), frozenset({"||", "or"})


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

    def scalar(self, node: Node) -> ast.expr:
        """``$x``, ``$_``, ``$@``, ``$$x``."""
        name = tree.variable(node)
        if tree.text(node) in ("$@", "${@}"):
            return ast.Name("err")
        if name is None:
            return self._of_reference(node)
        if name == "$_":
            return ast.Name(single(self.unit.types_of(node)))
        if name == "$0":
            return values.element(values.path("sys.argv"), ast.Constant(0))
        return ast.Name(self.names.of(name))

    def _of_reference(self, node: Node) -> ast.expr:
        r"""``${\ …}`` is the value in it."""
        behind = tree.dereferenced(node)
        if behind is None or behind.type != "refgen_expression" or behind.named_child_count != 1:
            raise Untranslatable(tree.text(node))
        return self.value(behind.named_children[0])

    def array(self, node: Node) -> ast.expr:
        """``@x``, ``@$x``, ``@{…}`` as the list that it is."""
        behind = tree.dereferenced(node)
        if behind is not None:
            return self.value(behind)
        name = tree.variable(node)
        if name == "@ARGV":
            return ast.Subscript(values.path("sys.argv"), ast.Slice(ast.Constant(1)))
        if name is None or name == "@_":
            raise Untranslatable(tree.text(node))
        return ast.Name(self.names.of(name))

    def hash(self, node: Node) -> ast.expr:
        """``%x``, ``%$x``, ``%{…}`` as the dict that it is."""
        behind = tree.dereferenced(node)
        if behind is not None:
            return self.value(behind)
        name = tree.variable(node)
        if name == "%ENV":
            return values.path("os.environ")
        if name is None:
            raise Untranslatable(tree.text(node))
        return ast.Name(self.names.of(name))

    def item(self, node: Node) -> ast.expr:
        """``$x->{a}``, ``$x{a}``, ``$x->[0]``, ``$x[0]``."""
        is_hash = node.type == "hash_element_expression"
        container = node.child_by_field_name("hash" if is_hash else "array")
        key = node.child_by_field_name("key" if is_hash else "index")
        if key is None:
            raise Untranslatable(tree.text(node))
        if container is not None:
            return self._item_of_variable(container, key)
        base = node.named_children[0]
        return self._item_of(base, self.value(base), key)

    def _item_of_variable(self, container: Node, key: Node) -> ast.expr:
        behind = tree.dereferenced(container)
        if behind is not None:
            return self._item_of(behind, self.value(behind), key)
        name = tree.variable(container)
        if name == "%ENV":
            return values.call("os.environ.get", [self.value(key)])
        if name == "@ARGV":
            index = tree.literal(key)
            if index is None or not index.isdecimal():
                raise Untranslatable(tree.text(key))
            return values.element(values.path("sys.argv"), ast.Constant(int(index) + 1))
        if name is None or name in ("@_", "%SIG", "%INC"):
            raise Untranslatable(tree.text(container))
        return values.element(ast.Name(self.names.of(name)), self.value(key))

    def _item_of(self, base: Node, made: ast.expr, key: Node) -> ast.expr:
        word = tree.literal(key)
        if (
            isinstance(made, ast.Name)
            and made.id in SELVES
            and word is not None
            and word.isidentifier()
        ):
            return ast.Attribute(made, word)
        if self.is_error(base) and word is not None:
            return uses.of_error(made, word)
        return values.element(made, self.value(key))

    def is_error(self, node: Node) -> bool:
        """Whether an expression is an error of Sys::Virt."""
        return uses.is_error(self.unit, node)

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
        """A value in a text: a truth value is 1 or nothing in Perl, a list its elements."""
        if node.type in ("array", "slice_expression") or self.shapes.of(node) == "list":
            made = self._in_brackets(node)
            return (
                made
                if made is not None
                else values.call(ast.Attribute(ast.Constant(" "), "join"), [self.listed(node)])
            )
        shape = self.shapes.of(node)
        if shape == "object" and not self.is_error(node):
            raise Untranslatable("an object as a text")
        made = self.value(node)
        return values.call("int", [made]) if shape == "bool" else made

    def _in_brackets(self, node: Node) -> ast.expr | None:
        """``@{[ … ]}`` is the value in it."""
        behind = tree.dereferenced(node)
        if behind is None or behind.type != "anonymous_array_expression":
            return None
        inside = [item for each in behind.named_children for item in tree.items(each)]
        return self.in_text(inside[0]) if len(inside) == 1 else None

    def either(self, node: Node) -> ast.expr:
        """``a ? b : c``."""
        parts = [
            node.child_by_field_name(each) for each in ("condition", "consequent", "alternative")
        ]
        condition, one, other = (each for each in parts if each is not None)
        return ast.IfExp(self.condition(condition), self.value(one), self.value(other))

    # Operators ------------------------------------------------------------------------------

    def operation(self, node: Node) -> ast.expr:
        """An operator with two sides."""
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        sign = tree.operator(node)
        if left is None or right is None:
            raise Untranslatable(tree.text(node))
        if sign in _COMPARISONS:
            return self._comparison(sign, left, right)
        if sign in _ARITHMETIC:
            return ast.BinOp(self._number(left), _ARITHMETIC[sign](), self._number(right))
        if sign == ".":
            return strings.joined(self._concatenated(node))
        if sign == "x":
            return ast.BinOp(self.value(left), ast.Mult(), self._number(right))
        if sign in _AND or sign in _OR:
            return self._logical(sign, left, right)
        if sign == "//":
            return self._default(left, right)
        if sign in ("=~", "!~"):
            made = regexes.match(self, left, right)
            return values.call("bool", [made]) if sign == "=~" else values.negated(made)
        raise Untranslatable(sign)

    def _comparison(self, sign: str, left: Node, right: Node) -> ast.expr:
        checked = uses.class_test(self, sign, left, right)
        if checked is not None:
            return checked
        both = {self.shapes.of(left), self.shapes.of(right)}
        of_texts = sign.isalpha() and both != {"int"}
        sides = [self._compared(each, of_texts=of_texts) for each in (left, right)]
        return ast.Compare(sides[0], [_COMPARISONS[sign]()], [sides[1]])

    def _compared(self, node: Node, *, of_texts: bool) -> ast.expr:
        """One side of a comparison: both must be texts, or both numbers."""
        shape = self.shapes.of(node)
        if of_texts and shape in ("bool", "float"):
            raise Untranslatable("a truth value as a text")
        if of_texts:
            return values.call("str", [self.value(node)]) if shape in NUMBERS else self.value(node)
        if shape == "str":
            literal = tree.literal(node)
            if literal is None:
                raise Untranslatable("a text as a number")
            return values.number(literal)
        if shape in ("list", "tuple") and self.site(node) is None:
            return values.call("len", [self.listed(node)])
        return self.quotient(node)

    def quotient(self, node: Node) -> ast.expr:
        """A number where ``2.0`` is as good as ``2``: not where it is printed as it is."""
        node = tree.bare(node)
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        if tree.operator(node) == "/" and left is not None and right is not None:
            return ast.BinOp(self.quotient(left), ast.Div(), self.quotient(right))
        return self._number(node)

    def _number(self, node: Node) -> ast.expr:
        if self.shapes.of(node) == "str":
            literal = tree.literal(node)
            if literal is None:
                raise Untranslatable("a text as a number")
            return values.number(literal)
        return self.value(node)

    def _concatenated(self, node: Node) -> list[strings.Piece]:
        node = tree.bare(node)
        if tree.operator(node) == "." and not tree.is_range(node):
            left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
            if left is not None and right is not None:
                return [*self._concatenated(left), *self._concatenated(right)]
        return self.text_pieces(node)

    def text_pieces(self, node: Node) -> list[strings.Piece]:
        """What a value is in a text."""
        if node.type in ("string_literal", "interpolated_string_literal"):
            return strings.pieces(node, self.in_text)
        if tree.operator(node) == "." and not tree.is_range(node):
            return self._concatenated(node)
        return [self.in_text(node)]

    def _logical(self, sign: str, left: Node, right: Node) -> ast.expr:
        argument = self._argument(left)
        if sign in _OR and argument is not None:
            return ast.IfExp(argument[0], argument[1], self.value(right))
        kind = ast.And() if sign in _AND else ast.Or()
        return ast.BoolOp(kind, [self.maybe(left), self.value(right)])

    def _argument(self, node: Node) -> tuple[ast.expr, ast.expr] | None:
        """An argument of the command line that may not be there: whether it is, and it."""
        node = tree.bare(node)
        call = tree.call(node)
        index = 0
        if node.type == "array_element_expression":
            if tree.variable(node.named_children[0]) != "@ARGV":
                return None
            index = int(tree.literal(node.child_by_field_name("index")) or "0")
        elif call is None or not functions.is_shift_of_arguments(call):
            return None
        there = ast.Subscript(values.path("sys.argv"), ast.Slice(ast.Constant(index + 1)))
        return there, self.value(node)

    def maybe(self, node: Node) -> ast.expr:
        """A value that may not be there: ``h.get("k")``; in Sys::Virt's own it is: ``h["k"]``."""
        made = self.value(node)
        node = tree.bare(node)
        if node.type != "hash_element_expression" or not isinstance(made, ast.Subscript):
            return made
        base = node.named_children[0]
        if node.child_by_field_name("hash") is None and self.shapes.is_ours(base):
            return made
        return values.call(ast.Attribute(made.value, "get"), [made.slice])

    def _default(self, left: Node, right: Node) -> ast.expr:
        argument = self._argument(left)
        if argument is not None:
            return ast.IfExp(argument[0], argument[1], self.value(right))
        if tree.variable(left) is not None:
            made = self.value(left)
            test = ast.Compare(made, [ast.Is()], [ast.Constant(None)])
            return ast.IfExp(test, self.value(right), made)
        if left.type == "hash_element_expression":
            made = self.value(left)
            if isinstance(made, ast.Subscript):
                return values.call(
                    ast.Attribute(made.value, "get"), [made.slice, self.value(right)]
                )
        raise Untranslatable("//")

    def unary(self, node: Node) -> ast.expr:
        """``!x``, ``not x``, ``-x``."""
        operand, sign = node.child_by_field_name("operand"), tree.operator(node)
        if operand is None:
            raise Untranslatable(tree.text(node))
        if sign in ("!", "not"):
            return values.negated(self.condition(operand))
        if sign == "-" and self.shapes.of(operand) != "str":
            return ast.UnaryOp(ast.USub(), self._number(operand))
        raise Untranslatable(sign)

    def condition(self, node: Node) -> ast.expr:
        """What is asked for its truth."""
        node = tree.bare(node)
        sign = tree.operator(node)
        if sign in _AND or sign in _OR:
            parts = [node.child_by_field_name(each) for each in ("left", "right")]
            sides = [self.condition(each) for each in parts if each is not None]
            return ast.BoolOp(ast.And() if sign in _AND else ast.Or(), sides)
        if node.type in ("array", "hash"):
            return self.listed(node)
        site = self.site(node)
        called = method_of(site) if site is not None else None
        if site is not None and called is not None and called.returns.is_list:
            # True if it has an element, in both languages.
            return uses.use(self, site)
        if node.type == "assignment_expression":
            return self._assigned(node)
        made = self.maybe(node)
        is_match = sign == "=~" and isinstance(made, ast.Call)
        return made.args[0] if is_match and isinstance(made, ast.Call) else made

    def _assigned(self, node: Node) -> ast.expr:
        """``if (my $x = …)``."""
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        name = tree.variable(left) if left is not None else None
        if right is None or name is None or name[0] != "$" or tree.operator(node) != "=":
            raise Untranslatable(tree.text(node))
        if left is not None and left.children_by_field_name("variables"):
            raise Untranslatable(tree.text(node))
        return ast.NamedExpr(ast.Name(self.names.of(name)), self.value(right))

    # Lists ----------------------------------------------------------------------------------

    def elements(self, nodes: Sequence[Node]) -> list[ast.expr]:
        """What stands in a list, one by one: lists in it with a star."""
        return [
            made for each in nodes for item in tree.items(each) for made in self._elements(item)
        ]

    def _elements(self, node: Node) -> Iterator[ast.expr]:
        if node.type == "quoted_word_list":
            yield from (ast.Constant(each) for each in tree.words(node))
        elif self.is_many(node):
            yield ast.Starred(self.listed(node))
        elif node.type == "hash" or tree.operator(node) == "=~":
            # A match gives what its parentheses have found.
            raise Untranslatable("a hash, or a match, in a list")
        else:
            yield self.value(node)

    def is_many(self, node: Node) -> bool:
        """Whether an expression is any number of values in a list."""
        if node.type in _MANY or tree.is_range(node):
            return True
        site = self.site(node)
        method = method_of(site) if site is not None else None
        if method is not None and site is not None and site.kind is not Kind.NEW:
            shape = method.returns.shape
            return method.returns.is_list or (shape == "tuple" and not method.is_reference)
        call = tree.call(node)
        return call is not None and call.receiver is None and call.name in functions.LISTS

    def listed(self, node: Node) -> ast.expr:
        """An expression as a list, or as what is gone through."""
        node = tree.bare(node)
        if tree.is_range(node):
            return self._range(node)
        if node.type == "hash":
            return self.hash(node)
        write = _LISTED.get(node.type)
        if write is not None:
            return write(self, node)
        site = self.site(node)
        if site is not None:
            if not self.is_many(node):
                return ast.List([uses.use(self, site)])
            return uses.use(self, site)
        call = tree.call(node)
        if call is not None and call.receiver is None and call.name in functions.LISTS:
            return functions.write(self, call)
        if node.type in ("list_expression", "parenthesized_expression"):
            return self._parenthesized(node)
        if call is not None:
            raise Untranslatable("a call in a list")
        return ast.List(self.elements([node]))

    def _parenthesized(self, node: Node) -> ast.expr:
        inside = list(tree.items(node))
        if len(inside) == 1:
            return self.listed(inside[0])
        return ast.List(self.elements([node]))

    def _range(self, node: Node) -> ast.expr:
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        if left is None or right is None:
            raise Untranslatable(tree.text(node))
        first = tree.literal(left)
        start = self.value(left) if first is None else values.number(first)
        bounds = [start, self._after(right)]
        return values.call("range", bounds[1:] if first == "0" else bounds)

    def _after(self, node: Node) -> ast.expr:
        """The number after the last of a range."""
        if node.type == "arraylen":
            return values.call("len", [self._counted(node)])
        last = tree.literal(node)
        if last is not None:
            made = values.number(last)
            if isinstance(made, ast.Constant) and isinstance(made.value, int):
                return ast.Constant(made.value + 1)
        return ast.BinOp(self._number(node), ast.Add(), ast.Constant(1))

    def _counted(self, node: Node) -> ast.expr:
        """The list whose length ``$#x`` tells."""
        behind = tree.dereferenced(node)
        if behind is not None:
            return self.value(behind)
        return ast.Name(self.names.of(f"@{tree.text(node)[2:]}"))

    def last_index(self, node: Node) -> ast.expr:
        """``$#x``."""
        length = values.call("len", [self._counted(node)])
        return ast.BinOp(length, ast.Sub(), ast.Constant(1))

    def length(self, node: Node) -> ast.expr:
        """A list where one value is wanted: how many elements it has."""
        return values.call("len", [self.array(node)])

    def one_of(self, node: Node) -> ast.expr:
        """``(…)[0]``: of a list the first may not be there."""
        listed = node.child_by_field_name("list")
        index = tree.literal(node.named_children[-1])
        if listed is None or node.named_child_count != 2 or index is None or not index.isdecimal():
            raise Untranslatable(tree.text(node))
        site = self.site(listed)
        method = method_of(site) if site is not None else None
        if site is None or method is None:
            raise Untranslatable(tree.text(node))
        made = uses.use(self, site)
        if method.returns.shape == "tuple" and not method.is_reference:
            return values.element(made, ast.Constant(int(index)))
        if not method.returns.is_list or index != "0":
            raise Untranslatable(tree.text(node))
        return values.call("next", [values.call("iter", [made]), ast.Constant(None)])

    def mapped(self, node: Node) -> ast.expr:
        """``map`` and ``grep`` with one expression."""
        callback, through = node.child_by_field_name("callback"), node.child_by_field_name("list")
        if callback is None or through is None:
            raise Untranslatable(tree.text(node))
        inside = only(callback)
        name = ast.Name(self.each(inside))
        loop = ast.comprehension(name, self.listed(through), [], is_async=0)
        if node.children[0].type == "grep":
            loop.ifs = [self.condition(inside)]
            return ast.ListComp(name, [loop])
        if inside.type in ("list_expression", "anonymous_hash_expression") or self.is_many(inside):
            raise Untranslatable("several values of each")
        return ast.ListComp(self.value(inside), [loop])

    def each(self, inside: Node) -> str:
        """What ``$_`` is called in an expression."""
        found = [each for each in tree.walk(inside) if tree.variable(each) == "$_"]
        names = {single(self.unit.types_of(each)) for each in found}
        if len(names) > 1:
            raise Untranslatable("$_")
        return names.pop() if names else "item"

    def sorted(self, node: Node) -> ast.expr:
        """``sort``, without a block or by one key."""
        callback, through = node.child_by_field_name("callback"), node.child_by_field_name("list")
        if through is None:
            raise Untranslatable(tree.text(node))
        if callback is None:
            return values.call("sorted", [functions.gone_through(self, through)])
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
            parameter = ast.arg(self.names.of(variable))
            keywords["key"] = ast.Lambda(_parameters([parameter]), self.value(left))
        elif tree.operator(inside) == "<=>" and self.shapes.of(through) == "":
            keywords["key"] = ast.Name("float")
        if variable == "$b":
            keywords["reverse"] = ast.Constant(True)
        return values.call("sorted", [functions.gone_through(self, through)], **keywords)

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
            ast.Attribute(self.receiver(call.receiver), uses.attribute(call.name)),
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
            return uses.class_path(name)
        return self.value(node)

    def arguments(self, nodes: Sequence[Node]) -> list[ast.expr]:
        """The arguments of a call."""
        given = [item for each in nodes for item in tree.items(each)]
        return [made for each in given for made in self._argument_values(each)]

    def _argument_values(self, node: Node) -> list[ast.expr]:
        try:
            if not tree.is_key(node):
                return list(self._elements(node))
        except Untranslatable:
            if not self._is_lax:
                raise
        if not self._is_lax:
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

    def function(self, node: Node) -> ast.expr:
        """``sub { … }`` of one expression."""
        body = node.child_by_field_name("body")
        inside = [each for each in body.named_children if each.type != "comment"] if body else []
        names: list[str] = []
        if len(inside) == 2 and (taken := self._taken(inside[0])) is not None:
            names, inside = taken, inside[1:]
        if len(inside) != 1:
            raise Untranslatable("a sub of several statements")
        expression = inside[0].named_children[0] if inside[0].named_child_count == 1 else None
        if inside[0].type != "expression_statement" or expression is None:
            raise Untranslatable("a sub of several statements")
        if expression.type == "return_expression":
            expression = next(iter(expression.named_children), None)
        if expression is None or "_expression" not in expression.type + "_expression":
            raise Untranslatable("sub")
        given = [ast.arg(each) for each in names]
        rest = None if names else ast.arg("_")
        return ast.Lambda(_parameters(given, rest), self.value(expression))

    def _taken(self, node: Node) -> list[str] | None:
        """The names of ``my ($x, $y) = @_;`` and ``my $x = shift;``."""
        inside = node.named_children[0] if node.named_child_count == 1 else None
        if inside is None or inside.type != "assignment_expression":
            return None
        left, right = inside.child_by_field_name("left"), inside.child_by_field_name("right")
        if left is None or right is None or left.type != "variable_declaration":
            return None
        several = left.children_by_field_name("variables")
        if several and tree.variable(right) == "@_":
            names = [tree.variable(each) or "" for each in several]
            if all(each.startswith("$") for each in names):
                return [self.names.of(each) for each in names]
        return None


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


def _parameters(names: list[ast.arg], rest: ast.arg | None = None) -> ast.arguments:
    return ast.arguments([], names, rest, [], [], None, [])


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
        return uses.class_path(word)
    return ast.Constant(word)


#: What writes each kind of node as one value.
_WRITERS: dict[str, Callable[[Expressions, Node], ast.expr]] = {
    "ambiguous_function_call_expression": Expressions.called,
    "anonymous_array_expression": Expressions.new_list,
    "anonymous_hash_expression": Expressions.new_dict,
    "anonymous_slice_expression": Expressions.one_of,
    "anonymous_subroutine_expression": Expressions.function,
    "array": Expressions.length,
    "array_element_expression": Expressions.item,
    "arraylen": Expressions.last_index,
    "autoquoted_bareword": _word,
    "bareword": _word,
    "binary_expression": Expressions.operation,
    "conditional_expression": Expressions.either,
    "equality_expression": Expressions.operation,
    "func0op_call_expression": Expressions.called,
    "func1op_call_expression": Expressions.called,
    "function": Expressions.called,
    "function_call_expression": Expressions.called,
    "hash_element_expression": Expressions.item,
    "interpolated_string_literal": _text,
    "logical_not_expression": Expressions.unary,
    "lowprec_logical_expression": Expressions.operation,
    "method_call_expression": Expressions.called,
    "number": _number,
    "refgen_expression": Expressions.by_reference,
    "relational_expression": Expressions.operation,
    "scalar": Expressions.scalar,
    "string_literal": _text,
    "unary_expression": Expressions.unary,
    "undef_expression": _undef,
}
#: What writes each kind of node that is a list.
_LISTED: dict[str, Callable[[Expressions, Node], ast.expr]] = {
    "array": Expressions.array,
    "map_grep_expression": Expressions.mapped,
    "sort_expression": Expressions.sorted,
}
_MANY = frozenset({"array", "map_grep_expression", "sort_expression"})

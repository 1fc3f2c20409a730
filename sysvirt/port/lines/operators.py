"""Operators, and what is asked for its truth."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from sysvirt.port.lines import functions, regexes, uses
from sysvirt.port.parser import tree
from sysvirt.port.python import strings, values
from sysvirt.port.python.refusing import Untranslatable
from sysvirt.port.python.shapes import NUMBERS, method_of
from sysvirt.port.python.signs import AND, ARITHMETIC, COMPARISONS, OR

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.lines.expressions import Expressions


def operation(expressions: Expressions, node: Node) -> ast.expr:
    """An operator with two sides."""
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    sign = tree.operator(node)
    if left is None or right is None:
        raise Untranslatable(tree.text(node))
    if sign in COMPARISONS:
        return _comparison(expressions, sign, left, right)
    if sign in ARITHMETIC:
        return ast.BinOp(number(expressions, left), ARITHMETIC[sign](), number(expressions, right))
    if sign == ".":
        return strings.joined(_concatenated(expressions, node))
    if sign == "x":
        if expressions.shapes.of(left) != "str":
            raise Untranslatable("a number that is repeated as a text")
        return ast.BinOp(expressions.value(left), ast.Mult(), number(expressions, right))
    if sign in AND or sign in OR:
        return _logical(expressions, sign, left, right)
    if sign == "//":
        return _default(expressions, left, right)
    if sign in ("=~", "!~"):
        made = regexes.match(expressions, left, right)
        return values.call("bool", [made]) if sign == "=~" else values.negated(made)
    raise Untranslatable(sign)


def _comparison(expressions: Expressions, sign: str, left: Node, right: Node) -> ast.expr:
    checked = uses.class_test(expressions, sign, left, right)
    if checked is not None:
        return checked
    both = {expressions.shapes.of(left), expressions.shapes.of(right)}
    of_texts = sign.isalpha() and both != {"int"}
    sides = [_compared(expressions, each, of_texts=of_texts) for each in (left, right)]
    return ast.Compare(sides[0], [COMPARISONS[sign]()], [sides[1]])


def _compared(expressions: Expressions, node: Node, *, of_texts: bool) -> ast.expr:
    """One side of a comparison: both must be texts, or both numbers."""
    shape = expressions.shapes.of(node)
    if of_texts and shape in ("bool", "float"):
        raise Untranslatable("a truth value as a text")
    if of_texts:
        made = expressions.value(node)
        return values.call("str", [made]) if shape in NUMBERS else made
    if shape == "str":
        literal = tree.literal(node)
        if literal is None:
            raise Untranslatable("a text as a number")
        return values.number(literal)
    if shape in ("list", "tuple") and expressions.site(node) is None:
        return values.call("len", [expressions.listed(node)])
    return quotient(expressions, node)


def quotient(expressions: Expressions, node: Node) -> ast.expr:
    """A number where ``2.0`` is as good as ``2``: not where it is printed as it is."""
    node = tree.bare(node)
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    if tree.operator(node) == "/" and left is not None and right is not None:
        return ast.BinOp(quotient(expressions, left), ast.Div(), quotient(expressions, right))
    return number(expressions, node)


def number(expressions: Expressions, node: Node) -> ast.expr:
    if expressions.shapes.of(node) == "str":
        literal = tree.literal(node)
        if literal is None:
            raise Untranslatable("a text as a number")
        return values.number(literal)
    return expressions.value(node)


def _concatenated(expressions: Expressions, node: Node) -> list[strings.Piece]:
    node = tree.bare(node)
    if tree.operator(node) == "." and not tree.is_range(node):
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        if left is not None and right is not None:
            return [*_concatenated(expressions, left), *_concatenated(expressions, right)]
    return text_pieces(expressions, node)


def text_pieces(expressions: Expressions, node: Node) -> list[strings.Piece]:
    """What a value is in a text."""
    if node.type in ("string_literal", "interpolated_string_literal"):
        return strings.pieces(node, expressions.in_text)
    if tree.operator(node) == "." and not tree.is_range(node):
        return _concatenated(expressions, node)
    return [expressions.as_text(node)]


def is_broken(node: Node) -> bool:
    """Whether it reckons with numbers that have a point: Python goes on to show one."""
    if tree.operator(tree.bare(node)) not in ARITHMETIC:
        return False
    numbers = (tree.text(each) for each in tree.walk(node) if each.type == "number")
    return any("." in each or "e" in each.lower().removeprefix("0x") for each in numbers)


def _logical(expressions: Expressions, sign: str, left: Node, right: Node) -> ast.expr:
    argument = _argument(expressions, left)
    if sign in OR and argument is not None:
        return ast.IfExp(argument[0], argument[1], expressions.value(right))
    kind = ast.And() if sign in AND else ast.Or()
    return ast.BoolOp(kind, [expressions.maybe(left), expressions.value(right)])


def _argument(expressions: Expressions, node: Node) -> tuple[ast.expr, ast.expr] | None:
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
    return there, expressions.value(node)


def _default(expressions: Expressions, left: Node, right: Node) -> ast.expr:
    argument = _argument(expressions, left)
    if argument is not None:
        return ast.IfExp(argument[0], argument[1], expressions.value(right))
    if tree.variable(left) is not None:
        made = expressions.value(left)
        test = ast.Compare(made, [ast.Is()], [ast.Constant(None)])
        return ast.IfExp(test, expressions.value(right), made)
    if left.type == "hash_element_expression":
        made = expressions.value(left)
        if isinstance(made, ast.Subscript):
            return values.call(
                ast.Attribute(made.value, "get"), [made.slice, expressions.value(right)]
            )
    raise Untranslatable("//")


def unary(expressions: Expressions, node: Node) -> ast.expr:
    """``!x``, ``not x``, ``-x``."""
    operand, sign = node.child_by_field_name("operand"), tree.operator(node)
    if operand is None:
        raise Untranslatable(tree.text(node))
    inner = tree.bare(operand)
    if sign in ("!", "not") and tree.operator(inner) in ("!", "not"):
        once = inner.child_by_field_name("operand")
        if once is not None:
            return values.call("bool", [condition(expressions, once)])
    if sign in ("!", "not"):
        return values.negated(condition(expressions, operand))
    if sign == "-" and expressions.shapes.of(operand) != "str":
        return ast.UnaryOp(ast.USub(), number(expressions, operand))
    raise Untranslatable(sign)


def condition(expressions: Expressions, node: Node) -> ast.expr:
    """What is asked for its truth."""
    node = tree.bare(node)
    sign = tree.operator(node)
    if sign in AND or sign in OR:
        parts = [node.child_by_field_name(each) for each in ("left", "right")]
        sides = [condition(expressions, each) for each in parts if each is not None]
        return ast.BoolOp(ast.And() if sign in AND else ast.Or(), sides)
    if node.type in ("array", "hash"):
        return expressions.listed(node)
    site = expressions.site(node)
    called = method_of(site) if site is not None else None
    if site is not None and called is not None and called.returns.is_list:
        # True if it has an element, in both languages.
        return uses.use(expressions, site)
    if node.type == "assignment_expression":
        return _assigned(expressions, node)
    made = expressions.maybe(node)
    is_match = sign == "=~" and isinstance(made, ast.Call)
    return made.args[0] if is_match and isinstance(made, ast.Call) else made


def _assigned(expressions: Expressions, node: Node) -> ast.expr:
    """``if (my $x = …)``."""
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    name = tree.variable(left) if left is not None else None
    if right is None or name is None or name[0] != "$" or tree.operator(node) != "=":
        raise Untranslatable(tree.text(node))
    if left is not None and left.children_by_field_name("variables"):
        raise Untranslatable(tree.text(node))
    return ast.NamedExpr(ast.Name(expressions.names.of(name)), expressions.value(right))


def either(expressions: Expressions, node: Node) -> ast.expr:
    """``a ? b : c``."""
    parts = tree.ternary(node)
    if parts is None:
        raise Untranslatable(tree.text(node))
    asked, one, other = parts
    return ast.IfExp(condition(expressions, asked), *map(expressions.value, (one, other)))

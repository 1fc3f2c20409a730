"""Operators."""

from __future__ import annotations

import ast
import math
from typing import TYPE_CHECKING

from sysvirt.port.api import class_name, read_api
from sysvirt.port.draft.expressions import (
    access,
    flipping,
    matching,
    overloading,
    quoting,
    targets,
    texts,
)
from sysvirt.port.draft.known import kinds
from sysvirt.port.draft.writing import conversions
from sysvirt.port.draft.writing.typed import Typed, constant
from sysvirt.port.draft.writing.writer import Writer, call, lists, reads
from sysvirt.port.parser import tree
from sysvirt.port.python import values
from sysvirt.port.python.refusing import Untranslatable
from sysvirt.port.python.signs import AND, ARITHMETIC, COMPARISONS, OR

if TYPE_CHECKING:
    from collections.abc import Callable

    from tree_sitter import Node

    from sysvirt.port.draft.known.variables import Variable

_BITS = frozenset({"|", "&", "^", "<<", ">>"})
#: Perl's whole numbers have 64 bits.
_LARGEST = (1 << 64) - 1


def _sides(node: Node) -> tuple[Node, Node]:
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    if left is None or right is None:
        raise Untranslatable(tree.text(node))
    return left, right


@reads(
    "binary_expression",
    "equality_expression",
    "relational_expression",
    "lowprec_logical_expression",
)
def operation(writer: Writer, node: Node) -> Typed:
    """An operator with two sides."""
    sign = tree.operator(node)
    left, right = _sides(node)
    overloaded = overloading.operation(writer, sign, left, right)
    if overloaded is not None:
        return overloaded
    if sign in COMPARISONS:
        return _comparison(writer, sign, left, right)
    if sign in _BITS:
        sides = [writer.integer(each) for each in (left, right)]
        return bits(sign, *sides)
    if sign in ARITHMETIC:
        return arithmetic(sign, writer.value(left), writer.value(right))
    if sign == "isa":
        return _is_object_of(writer, left, right)
    write = _SIGNS.get(sign)
    if write is None:
        raise Untranslatable(f"the operator {sign}")
    return write(writer, node, left, right)


def bits(sign: str, left: ast.expr, right: ast.expr) -> Typed:
    """``|``, ``&``, ``^``, ``<<``, ``>>`` of whole numbers."""
    made = ast.BinOp(left, ARITHMETIC[sign](), right)
    return Typed(made if sign != "<<" else _in_64_bits(made), "int")


def _in_64_bits(made: ast.expr) -> ast.expr:
    """What Perl keeps of a number that may have more bits than its own."""
    match made:
        case ast.BinOp(ast.Constant(int(number)), ast.LShift(), ast.Constant(int(by))) if (
            0 <= by < 64 and number << by <= _LARGEST
        ):
            return made
        case _:
            return ast.BinOp(made, ast.BitAnd(), ast.Constant(_LARGEST))


def arithmetic(sign: str, left: Typed, right: Typed) -> Typed:
    """``+``, ``-``, ``*``, ``**``."""
    made = ast.BinOp(conversions.as_number(left), ARITHMETIC[sign](), conversions.as_number(right))
    of_both = {_number_kind(left), _number_kind(right)}
    if sign == "**":
        return _power(made)
    if of_both == {"int"}:
        return Typed(made, "int")
    return Typed(made, "float" if "float" in of_both else "num")


def _power(made: ast.BinOp) -> Typed:
    """A power: what has more than 53 bits is no whole number any more in Perl."""
    base, exponent = _whole(made.left), _whole(made.right)
    if base is None or exponent is None or base < 2:
        return Typed(made, "num")
    bits = exponent * math.log2(base)
    if bits > 1023:
        # 9**9**9 is how scripts write it.
        return Typed(values.call("float", [ast.Constant("inf")]), "float")
    return Typed(values.call("float", [made]), "float") if bits >= 53 else Typed(made, "num")


def _whole(node: ast.expr) -> int | None:
    """A whole number that is written there, or a small power of two such."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, int) and node.value >= 0 else None
    if not isinstance(node, ast.BinOp) or not isinstance(node.op, ast.Pow):
        return None
    base, exponent = _whole(node.left), _whole(node.right)
    is_small = base is not None and exponent is not None and base < 1000 and exponent < 100
    return base**exponent if is_small and base is not None and exponent is not None else None


def _number_kind(typed: Typed) -> str:
    if typed.kind in ("int", "bool", "truth"):
        return "int"
    return "float" if typed.kind == "float" else "num"


def _divided(writer: Writer, _node: Node, left: Node, right: Node) -> Typed:
    sides = [writer.number(each) for each in (left, right)]
    return Typed(ast.BinOp(sides[0], ast.Div(), sides[1]), "float")


def _modulo(writer: Writer, _node: Node, left: Node, right: Node) -> Typed:
    sides = [writer.integer(each) for each in (left, right)]
    return Typed(ast.BinOp(sides[0], ast.Mod(), sides[1]), "int")


# Comparisons ---------------------------------------------------------------------------------


def _comparison(writer: Writer, sign: str, left: Node, right: Node) -> Typed:
    of_ref = _class_test(writer, sign, left, right)
    if of_ref is not None:
        return of_ref
    one, other = writer.value(left), writer.value(right)
    if not sign.isalpha() and {one.kind, other.kind} == {"truth"}:
        raise Untranslatable("truth values that are compared")
    if _is_identity(one, other) and sign in ("==", "!="):
        test = ast.Is() if sign == "==" else ast.IsNot()
        return Typed(ast.Compare(one.node, [test], [other.node]), "truth")
    if sign.isalpha() and {one.kind, other.kind} == {"int"} and sign in ("eq", "ne"):
        sides = [one.node, other.node]
    elif sign.isalpha():
        sides = [conversions.as_text(one), conversions.as_text(other)]
    else:
        sides = [conversions.as_number(one), conversions.as_number(other)]
    return Typed(ast.Compare(sides[0], [COMPARISONS[sign]()], [sides[1]]), "truth")


def _is_identity(one: Typed, other: Typed) -> bool:
    """References are equal where they are one and the same."""
    bases = {kinds.base(each.kind) for each in (one, other)}
    return bases <= {"list", "dict", "code"} and bool(bases)


#: What ``ref`` gives for what has no class.
_REFERENCES = {"ARRAY": "list", "HASH": "dict"}


def _is_object_of(writer: Writer, left: Node, right: Node) -> Typed:
    """``$x isa Class``."""
    name = tree.literal(right) or (tree.text(right) if right.type == "bareword" else "")
    if not name:
        raise Untranslatable("isa of a class that isn't written there")
    cls = writer.outline.class_path(name)
    return Typed(values.call("isinstance", [writer.value(left).node, cls]), "truth")


def _class_test(writer: Writer, sign: str, left: Node, right: Node) -> Typed | None:
    """``ref($x) eq "ARRAY"``; of any other comparison, none."""
    asked = tree.call(left)
    name = tree.literal(right)
    if asked is None or asked.receiver is not None or asked.name != "ref" or name is None:
        return None
    if sign not in ("eq", "ne") or len(asked.arguments) != 1:
        return None
    value = writer.value(asked.arguments[0]).node
    if name == "CODE":
        made: ast.expr = values.call("callable", [value])
    elif name in _REFERENCES and writer.outline.packages:
        # An object of the script is one as well, and no plain one.
        made = ast.Compare(values.call("perl_ref", [value]), [ast.Eq()], [ast.Constant(name)])
    elif name in _REFERENCES:
        made = values.call("isinstance", [value, ast.Name(_REFERENCES[name])])
    elif _is_no_class(name):
        return None
    elif name and name.replace("::", "").isidentifier() and name not in ("SCALAR", "REF", "GLOB"):
        cls = writer.outline.class_path(name)
        if name == "Sys::Virt::Error":
            # sysvirt has classes of their own for some errors.
            made = values.call("isinstance", [value, cls])
            return Typed(made if sign == "eq" else values.negated(made), "truth")
        # ref gives the class itself, not one that it inherits from.
        made = ast.Compare(values.call("type", [value]), [ast.Is()], [cls])
    else:
        return None
    return Typed(made if sign == "eq" else values.negated(made), "truth")


def _is_no_class(name: str | None) -> bool:
    """Whether Sys::Virt has no class of such a name: nothing is an object of it."""
    short = class_name(name or "")
    return short is not None and short not in read_api().classes


def _ordered(writer: Writer, node: Node, left: Node, right: Node) -> Typed:
    name = "perl_spaceship" if tree.operator(node) == "<=>" else "perl_cmp"
    return call(name, writer.value(left).node, writer.value(right).node, kind="int")


# Texts ---------------------------------------------------------------------------------------


def _concatenated(writer: Writer, node: Node, _left: Node, _right: Node) -> Typed:
    return Typed(texts.joined(quoting.pieces(writer, node)), "str")


def _repeated(writer: Writer, _node: Node, left: Node, right: Node) -> Typed:
    times = writer.integer(right)
    made = writer.text(left)
    return Typed(ast.BinOp(made, ast.Mult(), times), "str")


def _repeated_list(writer: Writer, left: Node, right: Node) -> ast.expr:
    return ast.BinOp(ast.List(writer.many([left])), ast.Mult(), writer.integer(right))


# Logic ---------------------------------------------------------------------------------------


def _class_of(writer: Writer, sign: str, left: Node, right: Node) -> Typed | None:
    """``ref($class) || $class``: the class of an object, or a class itself; else none."""
    asked = tree.call(left)
    if sign not in ("||", "or") or asked is None or asked.name != "ref" or asked.receiver:
        return None
    if len(asked.arguments) != 1 or tree.text(asked.arguments[0]) != tree.text(tree.bare(right)):
        return None
    return call("perl_class_of", writer.value(right).node, kind="object")


def _logical(writer: Writer, node: Node, left: Node, right: Node) -> Typed:
    sign = tree.operator(node)
    of_class = _class_of(writer, sign, left, right)
    if of_class is not None:
        return of_class
    is_and = sign in AND
    one, other = writer.value(left), writer.late(right)
    if one.kind == "truth" and other.kind in ("truth", "bool"):
        kind = ast.And() if is_and else ast.Or()
        return Typed(
            ast.BoolOp(
                kind,
                [one.node, conversions.kept(other).node]
                if other.kind == "bool"
                else [one.node, other.node],
            ),
            "truth" if other.kind == "truth" else "",
        )
    one, other = conversions.kept(one), conversions.kept(other)
    if _is_plain_truth(one):
        made: ast.expr = ast.BoolOp(ast.And() if is_and else ast.Or(), [one.node, other.node])
        return Typed(made, _of_either(one, other, is_and=is_and))
    if isinstance(one.node, ast.Name):
        test = conversions.as_truth(one)
        sides = (other.node, one.node) if is_and else (one.node, other.node)
        return Typed(ast.IfExp(test, *sides), _of_either(one, other, is_and=is_and))
    name = "perl_and" if is_and else "perl_or"
    late = _late(other.node)
    if isinstance(other.node, ast.Constant | ast.Name):
        late_or_value: ast.expr = other.node
        name += "_value"
    else:
        late_or_value = late
    return Typed(
        values.call(name, [one.node, late_or_value]), _of_either(one, other, is_and=is_and)
    )


def _is_plain_truth(one: Typed) -> bool:
    """Whether Python's own idea of truth is Perl's."""
    base = kinds.base(one.kind)
    return (
        base in kinds.NUMBERS
        or base in ("object", "code", "truth", "bool")
        or (base in ("list", "dict") and one.kind.endswith("?") and False)
    )


def _of_either(one: Typed, other: Typed, *, is_and: bool) -> str:
    if is_and:
        return kinds.joined([one.kind, other.kind])
    # What is left of `or` is there if it is taken.
    return kinds.joined([kinds.sure(one.kind), other.kind]) if one.kind else ""


def _late(node: ast.expr) -> ast.expr:
    """A value that is only worked out where it is needed."""
    if any(isinstance(each, ast.NamedExpr) for each in ast.walk(node)):
        raise Untranslatable("an assignment that may not be done")
    return ast.Lambda(_no_arguments(), node)


def _no_arguments() -> ast.arguments:
    return ast.arguments([], [], None, [], [], None, [])


def _default(writer: Writer, _node: Node, left: Node, right: Node) -> Typed:
    one, other = writer.kept(left), writer.late(right, writer.kept)
    kind = kinds.joined([kinds.sure(one.kind), other.kind]) if one.kind else ""
    if isinstance(one.node, ast.Name):
        test = ast.Compare(one.node, [ast.IsNot()], [ast.Constant(None)])
        return Typed(ast.IfExp(test, one.node, other.node), kind)
    is_get = (
        isinstance(one.node, ast.Call)
        and isinstance(one.node.func, ast.Attribute)
        and one.node.func.attr == "get"
        and len(one.node.args) == 1
        and kinds.sure(one.kind) in ("str", "int")
        and isinstance(other.node, ast.Constant | ast.Name)
    )
    if is_get and isinstance(one.node, ast.Call) and ast.unparse(one.node.func) == "os.environ.get":
        return Typed(ast.Call(one.node.func, [*one.node.args, other.node], []), kind)
    late = _late(other.node)
    return Typed(values.call("perl_default", [one.node, late]), kind)


def _xor(writer: Writer, _node: Node, left: Node, right: Node) -> Typed:
    sides = [values.call("bool", [writer.truth(each)]) for each in (left, right)]
    return Typed(ast.Compare(sides[0], [ast.NotEq()], [sides[1]]), "truth")


def _matched(writer: Writer, node: Node, left: Node, right: Node) -> Typed:
    return matching.matched(writer, node, left, right)


def ranged(writer: Writer, node: Node) -> Typed:
    """``1..10``, ``0..$#x``, ``'a'..'e'``."""
    left, right = _sides(node)
    first = _bound(writer, left)
    if right.type in ("arraylen", "arraylen_deref_expression"):
        from_zero = isinstance(first.node, ast.Constant) and first.node.value == 0
        index = writer.value(right).node
        length = index.left if isinstance(index, ast.BinOp) else index
        if from_zero:
            return Typed(values.call("range", [length]), "list:int")
        return Typed(values.call("range", [conversions.as_integer(first), length]), "list:int")
    last = _bound(writer, right)
    sure = [each.kind in (*kinds.NUMBERS, "bool") for each in (first, last)]
    if not any(sure):
        return Typed(values.call("perl_range", [first.node, last.node]), "list")
    start, end = conversions.as_integer(first), conversions.one_more(conversions.as_integer(last))
    given = [end] if isinstance(start, ast.Constant) and start.value == 0 else [start, end]
    return Typed(values.call("range", given), "list:int")


def _bound(writer: Writer, node: Node) -> Typed:
    if node.type == "number":
        return constant(_value_of(values.number(tree.literal(node) or "")))
    return writer.value(node)


def _value_of(node: ast.expr) -> object:
    return node.value if isinstance(node, ast.Constant) else None


@lists("binary_expression")
def _binary_in_list(writer: Writer, node: Node) -> list[Typed] | None:
    sign = tree.operator(node)
    left, right = _sides(node)
    if sign in ("..", "..."):
        return writer.starred(ranged(writer, node))
    if sign == "x" and left.type in ("parenthesized_expression", "quoted_word_list"):
        return writer.starred(Typed(_repeated_list(writer, left, right), "list"))
    if sign == "=~":
        return matching.in_list(writer, node)
    return None


_SIGNS: dict[str, Callable[[Writer, Node, Node, Node], Typed]] = {
    "/": _divided,
    "%": _modulo,
    ".": _concatenated,
    "x": _repeated,
    "<=>": _ordered,
    "cmp": _ordered,
    "//": _default,
    "xor": _xor,
    "=~": _matched,
    "!~": _matched,
    "..": flipping.flipped,
    "...": flipping.flipped,
    **dict.fromkeys(AND | OR, _logical),
}


# One side ------------------------------------------------------------------------------------


@reads("unary_expression", "logical_not_expression")
def unary(writer: Writer, node: Node) -> Typed:
    """``!x``, ``not x``, ``-x``, ``~x``."""
    operand, sign = node.child_by_field_name("operand"), tree.operator(node)
    if operand is None:
        operand = node.named_children[-1]
    if sign in ("!", "not"):
        return Typed(values.negated(condition(writer, operand)), "truth")
    if sign == "-":
        return _negative(writer, operand)
    if sign == "+":
        return writer.value(operand)
    if sign == "~":
        made = ast.UnaryOp(ast.Invert(), writer.integer(operand))
        return Typed(_in_64_bits(made), "int")
    raise Untranslatable(f"the operator {sign}")


def _negative(writer: Writer, operand: Node) -> Typed:
    inner = tree.bare(operand)
    word = tree.literal(inner)
    if word is not None and inner.type in ("bareword", "autoquoted_bareword"):
        return constant(f"-{word}")
    made = writer.value(operand)
    if kinds.base(made.kind) == "str":
        text = made.node.value if isinstance(made.node, ast.Constant) else None
        if not isinstance(text, str) or not text.isdecimal():
            raise Untranslatable("a text with a minus before it")
    overloaded = overloading.of_one(writer, "neg", made)
    if overloaded is not None:
        return overloaded
    kind = made.kind if made.kind in kinds.NUMBERS else "num"
    return Typed(ast.UnaryOp(ast.USub(), conversions.as_number(made)), kind)


def condition(writer: Writer, node: Node) -> ast.expr:
    """What is asked for its truth: nothing is made of it but that."""
    node = tree.bare(node)
    node = writer.outline.reread.get(node.id, node)
    sign = tree.operator(node)
    if node.type in ("binary_expression", "lowprec_logical_expression") and (
        sign in AND or sign in OR
    ):
        first, second = _sides(node)
        test = condition(writer, first)
        other = writer.late(second, lambda each: Typed(condition(writer, each), "truth"))
        sides = [test, other.node]
        return ast.BoolOp(ast.And() if sign in AND else ast.Or(), sides)
    if node.type in ("unary_expression", "logical_not_expression") and sign in ("!", "not"):
        operand = node.child_by_field_name("operand") or node.named_children[-1]
        return values.negated(condition(writer, operand))
    if node.type in ("array", "hash", "array_deref_expression", "hash_deref_expression"):
        made = writer.value(node).node
        # A list is true if it has something, in both languages.
        return made.args[0] if isinstance(made, ast.Call) else made
    return conversions.as_truth(writer.value(node))


@reads("conditional_expression")
def either(writer: Writer, node: Node) -> Typed:
    """``a ? b : c``."""
    parts = tree.ternary(node)
    if parts is None:
        raise Untranslatable(tree.text(node))
    asked, *both = parts
    test = condition(writer, asked)
    sides = [writer.late(each) for each in both]
    if len({each.kind for each in sides}) > 1:
        sides = [conversions.kept(each) for each in sides]
    return Typed(
        ast.IfExp(test, sides[0].node, sides[1].node), kinds.joined(each.kind for each in sides)
    )


@lists("conditional_expression")
def _either_in_list(writer: Writer, node: Node) -> list[Typed] | None:
    parts = tree.ternary(node)
    if parts is None:
        return None
    asked, *both = parts
    sides = [writer.many([each]) for each in both]
    if all(len(each) == 1 and not isinstance(each[0], ast.Starred) for each in sides):
        return None
    test = condition(writer, asked)
    made = [
        each[0].value if len(each) == 1 and isinstance(each[0], ast.Starred) else ast.List(each)
        for each in sides
    ]
    return writer.starred(Typed(ast.IfExp(test, made[0], made[1]), "list"))


@reads("postinc_expression", "preinc_expression")
def _counted(writer: Writer, node: Node) -> Typed:
    """``$i++`` in an expression."""
    operand = node.child_by_field_name("operand")
    sign = tree.operator(node)
    if operand is None:
        raise Untranslatable(sign)
    if tree.bare(operand).type in ("hash_element_expression", "array_element_expression"):
        return _element_counted(writer, node, tree.bare(operand), sign)
    if tree.bare(operand).type != "scalar":
        raise Untranslatable(f"{sign} in an expression")
    variable = writer.variables.of(tree.bare(operand))
    if variable is None:
        raise Untranslatable(f"{sign} of a special variable")
    _refuse_beside(writer, node, variable)
    if variable.is_boxed:
        name = "perl_box_counted" if node.type == "preinc_expression" else "perl_box_added"
        call_ = values.call(name, [ast.Name(variable.python)])
        if sign == "--":
            call_.keywords.append(ast.keyword("by", ast.Constant(-1)))
        return Typed(call_)
    before = writer.value(operand)
    if kinds.base(before.kind) not in (*kinds.NUMBERS, "none") and sign == "++":
        return _text_counted(writer, node, variable, before)
    writer.write_to(variable, "int" if before.kind == "int" else "num")
    step = ast.Add() if sign == "++" else ast.Sub()
    made = ast.NamedExpr(
        ast.Name(variable.python), ast.BinOp(conversions.as_number(before), step, ast.Constant(1))
    )
    kind = "int" if before.kind == "int" else "num"
    if node.type == "preinc_expression":
        return Typed(made, kind)
    back = ast.Sub() if sign == "++" else ast.Add()
    return Typed(ast.BinOp(made, back, ast.Constant(1)), kind)


def _refuse_beside(writer: Writer, node: Node, variable: Variable) -> None:
    """``f($n, $n++)``: Perl hands the variable on, not the value that it had."""
    for each in tree.above(node):
        if each.type in ("list_expression", "binary_expression", "assignment_expression"):
            scalars = [n for n in tree.walk(each) if n.type == "scalar"]
            uses = [n for n in scalars if writer.variables.of(n) is variable]
            if any(_is_late(n, node, each) for n in uses):
                raise Untranslatable(f"{variable.name} beside of what changes it")
        if each.type.endswith("_statement") or each.type in ("block", *tree.SUBS):
            return


def _is_late(use: Node, node: Node, around: Node) -> bool:
    """Whether Perl reads a variable only when all beside it is done, or changes it again."""
    parent = use.parent
    if parent is None or tree.same(parent, node):
        return False
    is_changed = parent.type in ("preinc_expression", "postinc_expression")
    return is_changed or (use.start_byte < node.start_byte and tree.same(parent, around))


def _text_counted(writer: Writer, node: Node, variable: Variable, before: Typed) -> Typed:
    """``$name++`` of what may be a text: "az9" becomes "ba0"."""
    writer.write_to(variable, "int")
    made = ast.NamedExpr(ast.Name(variable.python), values.call("perl_increment", [before.node]))
    if node.type == "preinc_expression":
        return Typed(made)
    both = ast.Tuple([before.node, made])
    return Typed(values.element(both, ast.Constant(0)))


def _element_counted(writer: Writer, node: Node, operand: Node, sign: str) -> Typed:
    """``$seen{$x}++`` in an expression."""
    where = access.path(writer, operand)
    targets.change(writer, where)
    variable = writer.variables.of(where.root)
    base = targets.container(writer, where)
    writer.hold(variable, "" if len(where.keys) == 1 else targets.where_kind(where))
    name = "perl_counted" if node.type == "preinc_expression" else "perl_added"
    call_ = values.call(name, [base.node, *where.keys])
    if sign == "--":
        call_.keywords.append(ast.keyword("by", ast.Constant(-1)))
    return Typed(call_)

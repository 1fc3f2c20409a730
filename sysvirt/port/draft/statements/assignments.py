"""Assignments, as lines."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from sysvirt.port.draft.expressions import (
    access,
    arguments,
    builtins,
    literals,
    matching,
    operators,
    overloading,
    targets,
    virt,
)
from sysvirt.port.draft.known import kinds
from sysvirt.port.draft.writing import conversions
from sysvirt.port.draft.writing.typed import Typed, constant
from sysvirt.port.draft.writing.writer import Writer, lists, reads, spread
from sysvirt.port.draft.writing.written import unparse
from sysvirt.port.parser import tree
from sysvirt.port.python import values
from sysvirt.port.python.refusing import Untranslatable

if TYPE_CHECKING:
    from collections.abc import Callable

    from tree_sitter import Node

_BITS = {"|=": "|", "&=": "&", "^=": "^", "<<=": "<<", ">>=": ">>"}
_NUMBERS = {"+=": "+", "-=": "-", "*=": "*", "**=": "**"}


def write(writer: Writer, node: Node) -> list[str]:
    """An assignment that is a statement."""
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    sign = tree.operator(node)
    if left is None or right is None:
        raise Untranslatable(tree.text(node))
    if sign == "=":
        return plain(writer, left, right)
    return _changed(writer, left, right, sign)


# x = … ---------------------------------------------------------------------------------------


def plain(writer: Writer, left: Node, right: Node) -> list[str]:
    """``left = right``."""
    left = _unlocalized(left)
    several = several_targets(left)
    if several is not None:
        return unpacked(writer, several, right)
    variable = targets.unwrapped(left)
    if variable.type in ("array", "array_deref_expression"):
        return _array(writer, variable, right, is_new=left.type == "variable_declaration")
    if variable.type in ("hash", "hash_deref_expression"):
        return _hash(writer, variable, right, is_new=left.type == "variable_declaration")
    if variable.type == "slice_expression":
        return _slice(writer, variable, right)
    if variable.type in ("arraylen", "arraylen_deref_expression"):
        behind = tree.dereferenced(variable)
        made = builtins.list_of(writer, behind) if behind else access.counted(writer, variable)
        call = values.call("perl_set_last_index", [made.node, writer.integer(right)])
        return [unparse(call)]
    if right.type == "assignment_expression":
        return _chained(writer, left, right)
    if tree.call(variable) is not None:
        return _part_of_text(writer, variable, right)
    value = writer.value(right)
    lines = _box(writer, left)
    return [*lines, *targets.target(writer, left).store(value)]


def _box(writer: Writer, left: Node) -> list[str]:
    """A new variable that something points to needs its box first."""
    variable = writer.variables.of(targets.unwrapped(left))
    if left.type != "variable_declaration" or variable is None or not variable.is_boxed:
        return []
    return targets.declared(writer, variable)


def _part_of_text(writer: Writer, node: Node, right: Node) -> list[str]:
    """``substr($x, 1, 2) = …``."""
    call = tree.call(node)
    if call is not None and call.name == "vec" and len(call.arguments) == 3:
        place = targets.target(writer, call.arguments[0])
        bounds = [writer.integer(each) for each in call.arguments[1:]]
        given = [place.read.node, *bounds, writer.integer(right)]
        return place.store(Typed(values.call("perl_set_vec", given), "bytes"))
    if call is None or call.name != "substr" or len(call.arguments) not in (2, 3):
        raise Untranslatable(f"{tree.text(node)} on the left side")
    place = targets.target(writer, call.arguments[0])
    bounds = [writer.integer(each) for each in call.arguments[1:]]
    length = bounds[1] if len(bounds) > 1 else ast.Constant(1 << 60)
    made = values.call(
        "perl_replaced", [conversions.as_text(place.read), bounds[0], length, writer.text(right)]
    )
    return place.store(Typed(made, "str"))


def _unlocalized(node: Node) -> Node:
    if node.type != "localization_expression":
        return node
    inner = node.named_children[0]
    name = tree.variable(inner) or tree.text(inner)
    if name in ("$_", "$@", "$!", "$?", "$0"):
        raise Untranslatable(f"local {name}")
    raise Untranslatable(f"local {name}")


def _chained(writer: Writer, left: Node, right: Node) -> list[str]:
    """``$x = $y = 1``."""
    inner = right.child_by_field_name("left")
    if inner is None or several_targets(inner) is not None:
        return targets.target(writer, left).store(writer.value(right))
    lines = write(writer, right)
    variable = targets.unwrapped(inner)
    if variable.type not in ("scalar", "hash_element_expression", "array_element_expression"):
        raise Untranslatable("a list that is assigned twice")
    return [*lines, *targets.target(writer, left).store(writer.value(variable))]


def several_targets(left: Node) -> list[Node] | None:
    """The targets of ``my ($x, $y)`` and ``($x, $y)``; of one without parentheses none."""
    if left.type == "variable_declaration":
        given = left.children_by_field_name("variables")
        is_empty = not given and left.child_by_field_name("variable") is None
        return given or ([] if is_empty else None)
    if left.type in ("parenthesized_expression", "list_expression"):
        return list(tree.items(left))
    return [] if left.type == "stub_expression" else None


def _array(writer: Writer, node: Node, right: Node, *, is_new: bool) -> list[str]:
    made = writer.listed(right)
    value = made.node if made.is_new else values.call("list", [made.node])
    variable = writer.variables.of(node)
    writer.hold(variable, kinds.inside(made.kind)) if not _is_empty(made.node) else None
    name = tree.variable(node)
    if variable is None or tree.dereferenced(node) is not None:
        target = access.array(writer, node).node
        if name == "@ARGV":
            target = ast.Name("argv")
        if tree.dereferenced(node) is not None:
            target = builtins.mutable(writer, node).node
        place = values.element(target, ast.Slice())
        return [f"{unparse(place)} = {unparse(made.node)}"]
    if is_new or _is_free(writer, variable):
        writer.write_to(variable)
        return [f"{variable.python} = {unparse(value)}"]
    return [f"{variable.python}[:] = {unparse(made.node)}"]


def _is_empty(node: ast.expr) -> bool:
    return (isinstance(node, ast.List) and not node.elts) or (
        isinstance(node, ast.Dict) and not node.values
    )


def _is_free(writer: Writer, variable: object) -> bool:
    """Whether nobody else has the list: then a new one may take its place."""
    return variable not in writer.before.shared and variable not in writer.facts.shared


def _hash(writer: Writer, node: Node, right: Node, *, is_new: bool) -> list[str]:
    made = literals.pairs(writer, [right])
    if isinstance(made.node, ast.Call) and isinstance(made.node.func, ast.Name):
        single = tree.bare(right)
        if single.type in ("hash", "hash_deref_expression"):
            made = Typed(values.call("dict", [access.dictionary(writer, single).node]), made.kind)
    variable = writer.variables.of(node)
    if not _is_empty(made.node):
        writer.hold(variable, kinds.inside(made.kind))
    if variable is None or tree.dereferenced(node) is not None:
        made_there = builtins.mutable_hash(writer, node).node
        target, ahead = unparse(made_there), []
        if isinstance(made_there, ast.Call):
            target = writer.name("container")
            ahead = [f"{target} = {unparse(made_there)}"]
        copy = writer.name("fields")
        return [
            *ahead,
            f"{copy} = {unparse(made.node)}",
            f"{target}.clear()",
            f"{target}.update({copy})",
        ]
    if is_new or _is_free(writer, variable):
        writer.write_to(variable)
        return [f"{variable.python} = {unparse(made.node)}"]
    copy = writer.name("fields")
    return [
        f"{copy} = {unparse(made.node)}",
        f"{variable.python}.clear()",
        f"{variable.python}.update({copy})",
    ]


def _slice(writer: Writer, node: Node, right: Node) -> list[str]:
    made = access.sliced(writer, node, base=_sliced_hash(writer, node)).node
    holder = node.child_by_field_name("hash") or node.child_by_field_name("array")
    variable = writer.variables.of(holder) if holder is not None else None
    if holder is not None and tree.variable(holder) == "@_":
        arguments.change(writer)
    listed = writer.listed(right)
    writer.hold(variable, kinds.inside(listed.kind))
    if not isinstance(made, ast.Call):
        raise Untranslatable(tree.text(node))
    return [unparse(values.call("perl_set_slice", [*made.args, listed.node]))]


def _sliced_hash(writer: Writer, node: Node) -> Typed | None:
    """The hash behind ``@{ $h{x} }{…}``, and the array behind ``@{ $h{x} }[…]``: they are made."""
    holder = node.child_by_field_name("hash") or node.child_by_field_name("array")
    if holder is None or (behind := tree.dereferenced(holder)) is None:
        return None
    if node.child_by_field_name("hash") is not None:
        return builtins.hash_behind(writer, behind)
    return builtins.list_of(writer, behind)


# Several at once -----------------------------------------------------------------------------


def unpacked(writer: Writer, places: list[Node], right: Node) -> list[str]:
    if not places:
        return [unparse(writer.listed(right).node)]
    is_scalar = [each.type not in ("array", "hash") for each in map(targets.unwrapped, places)]
    if not all(is_scalar[:-1]):
        return _unpacked_greedily(writer, places, is_scalar.index(False) + 1, right)
    matched = _matched(writer, places, right) if all(is_scalar) else None
    if matched is not None:
        return matched
    items = writer.items([right])
    if not all(is_scalar):
        items = spread(items)
    known = not any(isinstance(each.node, ast.Starred) for each in items)
    if known and all(is_scalar):
        return _one_each(writer, places, items)
    return _of_list(writer, places, is_scalar, writer_listed(items))


def _unpacked_greedily(writer: Writer, places: list[Node], count: int, right: Node) -> list[str]:
    """``my ($x, @y, %z) = …``: what stands behind an array gets nothing."""
    lines = unpacked(writer, places[:count], right)
    for each in places[count:]:
        variable = writer.variables.of(targets.unwrapped(each))
        if variable is None or variable.is_boxed:
            raise Untranslatable("what stands behind an array gets nothing")
        writer.write_to(variable, "none")
        empty = {"$": "None", "@": "[]", "%": "{}"}[variable.name[0]]
        lines.append(f"{variable.python} = {empty}")
    return lines


def writer_listed(items: list[Typed]) -> Typed:
    """Items as one list."""
    if len(items) == 1 and isinstance(items[0].node, ast.Starred):
        return Typed(items[0].node.value, items[0].kind)
    return Typed(ast.List([each.node for each in items]), "list", is_new=True)


def _store(writer: Writer, place: Node, value: Typed) -> list[str]:
    if tree.bare(place).type == "undef_expression" or tree.text(place) == "undef":
        return []
    variable = writer.variables.of(targets.unwrapped(place))
    lines = targets.target(writer, place).store(value)
    parent = place.parent
    is_new = parent is not None and parent.type == "variable_declaration"
    if variable is not None and variable.is_boxed and is_new:
        return [*targets.declared(writer, variable), *lines]
    return lines


def _one_each(writer: Writer, places: list[Node], items: list[Typed]) -> list[str]:
    items = [*items, *[constant(None)] * (len(places) - len(items))][: len(places)]
    pairs = list(zip(places, items, strict=True))
    if len(pairs) == 1:
        return _store(writer, places[0], items[0])
    lines = [_store(writer, place, value) for place, value in pairs]
    if any(len(each) != 1 or not _is_plain(each[0]) for each in lines):
        names = [writer.name("value") for _ in pairs]
        first = f"{', '.join(names)} = {', '.join(unparse(v.node) for v in items)}"
        again = [
            line
            for place, name, value in zip(places, names, items, strict=True)
            for line in _store(writer, place, Typed(ast.Name(name), value.kind))
        ]
        return [first, *again]
    sides = [line[0].split(" = ", 1) for line in lines]
    return [f"{', '.join(one for one, _ in sides)} = {', '.join(other for _, other in sides)}"]


def _is_plain(line: str) -> bool:
    """Whether it is ``place = value``, with nothing that a comma would tear apart."""
    try:
        parsed = ast.parse(line).body
    except SyntaxError:
        return False
    is_assign = len(parsed) == 1 and isinstance(parsed[0], ast.Assign)
    if not is_assign or "\ue000" in line:
        return False
    statement = parsed[0]
    return isinstance(statement, ast.Assign) and not isinstance(
        statement.value, ast.Lambda | ast.IfExp | ast.Tuple | ast.NamedExpr | ast.Starred
    )


def _of_list(writer: Writer, places: list[Node], is_scalar: list[bool], made: Typed) -> list[str]:
    held = kinds.inside(made.kind)
    count = len(places)
    if is_scalar == [True]:
        value = Typed(_first(made), kinds.maybe(held))
        return _store(writer, places[0], value)
    tuple_kinds = _tuple_kinds(made)
    if all(is_scalar):
        if tuple_kinds is not None and len(tuple_kinds) >= count:
            return _of_tuple(writer, places, made, tuple_kinds)
        all_taken = values.call("perl_take", [made.node, ast.Constant(count)])
        names = [writer.name("value") for _ in places]
        return _named(writer, places, names, all_taken, kinds.maybe(held))
    *scalars, last = places
    rest = writer.name("rest")
    lines = [f"{rest} = {unparse(_new_list(made))}"]
    for each in scalars:
        taken = ast.IfExp(
            ast.Name(rest),
            values.call(ast.Attribute(ast.Name(rest), "pop"), [ast.Constant(0)]),
            ast.Constant(None),
        )
        stored = _store(writer, each, Typed(taken, kinds.maybe(held)))
        # undef takes one, too.
        lines += stored or [f"del {rest}[:1]"]
    return [*lines, *_keep_rest(writer, last, rest, held)]


def _keep_rest(writer: Writer, place: Node, rest: str, held: str) -> list[str]:
    node = targets.unwrapped(place)
    variable = writer.variables.of(node)
    if variable is None:
        raise Untranslatable(tree.text(place))
    writer.write_to(variable)
    if node.type == "hash":
        writer.hold(variable, "")
        return [f"{variable.python} = perl_pairs({rest})"]
    writer.hold(variable, held)
    return [f"{variable.python} = {rest}"]


def _new_list(made: Typed) -> ast.expr:
    return made.node if made.is_new else values.call("list", [made.node])


def _first(made: Typed) -> ast.expr:
    first = values.call("iter", [made.node])
    return values.call("next", [first, ast.Constant(None)])


def _tuple_kinds(made: Typed) -> tuple[str, ...] | None:
    """The kinds of the parts of what a method gives as a tuple."""
    if not made.kind.startswith(virt.TUPLE):
        return None
    return tuple(made.kind.removeprefix(virt.TUPLE).split(","))


def _of_tuple(writer: Writer, places: list[Node], made: Typed, parts: tuple[str, ...]) -> list[str]:
    lines = [_store(writer, p, Typed(ast.Name("_"), k)) for p, k in zip(places, parts)]  # noqa: B905
    sides = [line[0].split(" = ", 1)[0] if line else "_" for line in lines]
    sides += ["_"] * (len(parts) - len(places))
    is_plain = all(len(line) <= 1 for line in lines)
    if not is_plain:
        raise Untranslatable("a tuple in places that need a helper")
    return [f"{', '.join(sides)} = {unparse(made.node)}"]


def _named(
    writer: Writer, places: list[Node], names: list[str], taken: ast.expr, kind: str
) -> list[str]:
    lines = [
        _store(writer, place, Typed(ast.Name(name), kind))
        for place, name in zip(places, names, strict=True)
    ]
    if all(len(each) <= 1 for each in lines):
        sides = []
        for line, name in zip(lines, names, strict=True):
            one, _, other = line[0].partition(" = ") if line else ("_", "", name)
            sides.append(one if other == name else "")
        if all(sides):
            return [f"{', '.join(sides)} = {unparse(taken)}"]
    first = f"{', '.join(names)} = {unparse(taken)}"
    return [first, *[line for each in lines for line in each]]


def _matched(writer: Writer, places: list[Node], right: Node) -> list[str] | None:
    """``my ($x, $y) = $text =~ /(…) (…)/``."""
    source = tree.bare(right)
    if tree.operator(source) != "=~":
        if source.type != "match_regexp":
            return None
        text, pattern = conversions.as_text(access.topic(writer)), source
    else:
        one, other = source.child_by_field_name("left"), source.child_by_field_name("right")
        if one is None or other is None or other.type != "match_regexp":
            return None
        text, pattern = writer.text(one), other
    made = matching.pattern(writer, pattern)
    if "g" in made.operator or made.from_position or made.groups < len(places):
        return None
    name = writer.outline.captures.names.get(pattern.id) or writer.name("found")
    arguments = [made.pattern, text]
    search = values.call("re.search", arguments)
    if made.flags is not None:
        search.keywords.append(ast.keyword("flags", made.flags))
    lines = [f"{name} = {unparse(search)}"]
    for number, place in enumerate(places, 1):
        group = values.element(ast.Name(name), ast.Constant(number))
        value = ast.IfExp(ast.Name(name), group, ast.Constant(None))
        lines += _store(writer, place, Typed(value, "str?"))
    return lines


# x += … --------------------------------------------------------------------------------------


def _changed(writer: Writer, left: Node, right: Node, sign: str) -> list[str]:
    node = targets.unwrapped(left)
    if node.type in ("array", "array_deref_expression"):
        return _array_changed(writer, node, right, sign)
    place = targets.target(writer, left, is_read=True)
    overloaded = overloading.changed(writer, place, right, sign)
    if overloaded is not None:
        return overloaded
    write_ = _SIGNS.get(sign)
    if write_ is None:
        raise Untranslatable(f"the operator {sign}")
    return write_(writer, place, right, sign)


def _array_changed(writer: Writer, node: Node, right: Node, sign: str) -> list[str]:
    if sign != "x=":
        raise Untranslatable(f"an array with {sign}")
    made = access.array(writer, node)
    return [f"{unparse(made.node)}[:] *= {unparse(writer.integer(right))}"]


def _augmented(
    place: targets.Target, sign: str, value: Typed, kind: str, other: ast.expr
) -> list[str]:
    """``x += 1`` where both are of that kind already."""
    lines = place.store(value)
    if place.plain is None or len(lines) != 1:
        return lines
    name = unparse(place.plain)
    if not lines[0].startswith(f"{name} = ") or place.read.kind != kind:
        return lines
    return [f"{name} {sign} {unparse(other)}"]


def _numbers(writer: Writer, place: targets.Target, right: Node, sign: str) -> list[str]:
    other = writer.value(right)
    value = operators.arithmetic(_NUMBERS[sign], place.read, other)
    is_number = place.read.kind if place.read.kind in kinds.NUMBERS else "-"
    return _augmented(place, sign, value, is_number, conversions.as_number(other))


def _divided(writer: Writer, place: targets.Target, right: Node, sign: str) -> list[str]:
    kind = ast.Div() if sign == "/=" else ast.Mod()
    convert = conversions.as_number if sign == "/=" else conversions.as_integer
    made = ast.BinOp(convert(place.read), kind, convert(writer.value(right)))
    return place.store(Typed(made, "float" if sign == "/=" else "int"))


def _bits(writer: Writer, place: targets.Target, right: Node, sign: str) -> list[str]:
    other = writer.integer(right)
    made = operators.bits(_BITS[sign], conversions.as_integer(place.read), other)
    if sign == "<<=":
        # `x <<= n` would keep what Perl drops.
        return place.store(made)
    return _augmented(place, sign, made, "int", other)


def _text(writer: Writer, place: targets.Target, right: Node, _sign: str) -> list[str]:
    other = writer.text(right)
    made = Typed(ast.BinOp(conversions.as_text(place.read), ast.Add(), other), "str")
    return _augmented(place, "+=", made, "str", other)


def _repeated(writer: Writer, place: targets.Target, right: Node, _sign: str) -> list[str]:
    times = writer.integer(right)
    made = Typed(ast.BinOp(conversions.as_text(place.read), ast.Mult(), times), "str")
    return _augmented(place, "*=", made, "str", times)


def _unless_there(writer: Writer, place: targets.Target, right: Node, sign: str) -> list[str]:
    before = len(writer.ahead)
    lines = place.store(writer.kept(right))
    lines = [*writer.ahead[before:], *lines]
    del writer.ahead[before:]
    if sign == "//=":
        test: ast.expr = ast.Compare(place.read.node, [ast.Is()], [ast.Constant(None)])
    else:
        test = conversions.as_truth(place.read)
        test = values.negated(test) if sign == "||=" else test
    return [f"if {unparse(test)}:", *(f"    {line}" for line in lines)]


_SIGNS: dict[str, Callable[[Writer, targets.Target, Node, str], list[str]]] = {
    **dict.fromkeys(_NUMBERS, _numbers),
    **dict.fromkeys(("/=", "%="), _divided),
    **dict.fromkeys(_BITS, _bits),
    ".=": _text,
    "x=": _repeated,
    **dict.fromkeys(("||=", "//=", "&&="), _unless_there),
}


@reads("assignment_expression")
def in_expression(writer: Writer, node: Node) -> Typed:
    """``if (my $x = …)``: an assignment whose value is used."""
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    if left is None or right is None or tree.operator(node) != "=":
        raise Untranslatable("an assignment in an expression")
    several = several_targets(left)
    if several is not None:
        return _several_in_expression(writer, several, right)
    variable = writer.variables.of(targets.unwrapped(left))
    if variable is None:
        raise Untranslatable("an assignment in an expression")
    if variable.is_boxed:
        raise Untranslatable("an assignment in an expression to what something points to")
    name = ast.Name(variable.python)
    if variable.name[0] == "@":
        made = writer.listed(right)
        writer.write_to(variable)
        writer.hold(variable, kinds.inside(made.kind))
        value = made.node if made.is_new else values.call("list", [made.node])
        return Typed(values.call("len", [ast.NamedExpr(name, value)]), "int")
    if variable.name[0] == "%":
        raise Untranslatable("a hash that is assigned in an expression")
    made = writer.kept(right)
    writer.write_to(variable, made.kind)
    return Typed(ast.NamedExpr(name, made.node), made.kind)


@lists("assignment_expression")
def _in_list(writer: Writer, node: Node) -> list[Typed] | None:
    """``for (my @copy = @list)``: in a list its places are what it gives."""
    left = node.child_by_field_name("left")
    if left is None or tree.operator(node) != "=":
        return None
    places = several_targets(left)
    if places is None and targets.unwrapped(left).type not in ("array", "hash"):
        return None
    writer.ahead += write(writer, node)
    return writer.items([targets.unwrapped(each) for each in places or [left]])


def _several_in_expression(writer: Writer, places: list[Node], right: Node) -> Typed:
    """How many values there were: true if there was one."""
    matched = None
    if places and all(
        each.type not in ("array", "hash") for each in map(targets.unwrapped, places)
    ):
        matched = _matched(writer, places, right)
    if matched is not None:
        writer.ahead += matched
        return Typed(ast.Name(matched[0].partition(" = ")[0]), "match")
    listed = writer.listed(right)
    if not places:
        return Typed(values.call("len", [_new_list(listed)]), "int")
    name = writer.name("taken")
    writer.ahead.append(f"{name} = {unparse(_new_list(listed))}")
    is_scalar = [each.type not in ("array", "hash") for each in map(targets.unwrapped, places)]
    kept = Typed(ast.Name(name), listed.kind if not listed.kind.startswith(virt.TUPLE) else "list")
    writer.ahead += _of_list(writer, places, is_scalar, kept)
    return Typed(values.call("len", [ast.Name(name)]), "int")

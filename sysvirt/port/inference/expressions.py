"""What expressions are, by their kinds: variables, elements, literals, operators."""

from __future__ import annotations

from collections.abc import Callable

from tree_sitter import Node

from sysvirt.port.api import class_name
from sysvirt.port.inference.contexts import is_list_target
from sysvirt.port.inference.solver import Cell, Key
from sysvirt.port.inference.values import (
    REFERENT,
    Either,
    Items,
    Outcome,
    Plural,
    Pointed,
    Referenced,
    Single,
    Value,
)
from sysvirt.port.inference.walk import NAME, Walk
from sysvirt.port.parser import tree
from sysvirt.port.types import Foreign, Hash, List, Package, Text, Type

#: Longer names are none.
LONGEST_NAME = 60
REFERENCE = "refgen_expression"
SELF = frozenset({"$self", "$this", "$me"})
CLASS = frozenset({"$class", "$proto", "$package", "$pkg", "$invocant"})


def scalar(walk: Walk, node: Node) -> Value | None:
    """``$x``, ``$$x``."""
    name = tree.variable(node)
    if name is not None:
        return walk.variable(name)
    base = walk.one(tree.dereferenced(node))
    return Referenced(walk.store, base, REFERENT, is_hash=False) if base is not None else None


def array(walk: Walk, node: Node) -> Value | None:
    """``@x``, ``%x``, ``@$x``, and the same before ``[0]`` and ``{a}``."""
    name = tree.variable(node)
    if name is not None:
        return walk.variable(name)
    is_hash = node.type == "hash"
    if node.type in tree.CONTAINERS:
        parent = node.parent
        is_hash = parent is None or not tree.is_field(node, parent, "array")
    return walk.pointed(walk.one(tree.dereferenced(node)), is_hash=is_hash)


def element(walk: Walk, node: Node) -> Value | None:
    """``$x[0]``, ``$x{a}``, ``$x->[0]``, ``$x->{a}``."""
    is_hash = node.type == "hash_element_expression"
    key = _key(node, is_hash=is_hash)
    container = tree.field(node, "hash" if is_hash else "array")
    if container is not None:
        return walk.element(walk.value(container), key, is_hash=is_hash)
    base = walk.one(node.named_children[0]) if node.named_children else None
    if base is None:
        return None
    return Referenced(walk.store, base, key, is_hash=is_hash)


def _key(node: Node, *, is_hash: bool) -> Key | None:
    if is_hash:
        return tree.literal(tree.field(node, "key"))
    index = tree.literal(tree.field(node, "index"))
    return int(index) if index is not None and index.isdecimal() else None


def sliced(walk: Walk, node: Node) -> Value | None:
    """``@x{"a", "b"}``, ``@$x[0, 1]``, ``$x->@{"a"}``."""
    for name in ("hash", "array", "hashref", "arrayref"):
        container = tree.field(node, name)
        if container is not None:
            is_hash = name.startswith("hash")
            break
    else:
        return None
    value = walk.value(container)
    if name.endswith("ref"):
        value = walk.pointed(walk.one(container), is_hash=is_hash)
    keys = [
        key
        for each in node.named_children
        if not tree.same(each, container)
        for key in _keys(each, is_hash=is_hash)
    ]
    return Items(walk.solver, [(None, walk.element(value, key, is_hash=is_hash)) for key in keys])


def _keys(node: Node, *, is_hash: bool) -> list[Key | None]:
    found: list[Key | None] = []
    for each in tree.items(node):
        if each.type == "quoted_word_list":
            found.extend(tree.words(each))
            continue
        key = tree.literal(each)
        if is_hash:
            found.append(key)
        else:
            found.append(int(key) if key is not None and key.isdecimal() else None)
    return found


def anonymous_slice(walk: Walk, node: Node) -> Value | None:
    """``(f())[0]``."""
    listed = tree.field(node, "list")
    value = walk.value(listed)
    source = value.many() if value is not None else None
    if source is None:
        return None
    cell, skip = source
    keys = [
        key
        for each in node.named_children
        if not tree.same(each, listed)
        for key in _keys(each, is_hash=False)
    ]
    plural = Plural(walk.solver, cell, skip)
    found = [walk.element(plural, key, is_hash=False) for key in keys]
    return found[0] if len(found) == 1 else Items(walk.solver, [(None, each) for each in found])


def dereferenced(walk: Walk, node: Node) -> Value | None:
    """``$x->@*``, ``$x->%*``, ``$x->$*``."""
    base = walk.one(tree.dereferenced(node))
    if base is None:
        return None
    if node.type == "scalar_deref_expression":
        return Referenced(walk.store, base, REFERENT, is_hash=False)
    return walk.pointed(base, is_hash=node.type == "hash_deref_expression")


def listed(walk: Walk, node: Node) -> Value:
    """``(1, 2)``; in parentheses, one value is a list, too."""
    return walk.items(node.named_children)


def words(walk: Walk, node: Node) -> Value:
    """``qw(a b)``."""
    return Items(walk.solver, [(None, walk.name(each)) for each in tree.words(node)])


def string(walk: Walk, node: Node) -> Value | None:
    """A text."""
    value = tree.literal(node)
    if value is not None:
        return walk.name(value)
    content = tree.field(node, "content")
    if content is None or not content.named_children:
        return None
    inner = content.named_children[0]
    slot = walk.one(inner)
    if len(content.named_children) > 1 or inner.type != "scalar" or slot is None:
        return None
    whole = tree.text(content)
    at = inner.start_byte - content.start_byte
    return joined(walk, whole[:at], slot, whole[at + inner.end_byte - inner.start_byte :])


def joined(walk: Walk, before: str, slot: int, after: str) -> Value:
    """A text with a variable in it: ``"get_$name"`` is as many names as the variable has."""
    found = walk.solver.slot()

    def take(type_: Type) -> None:
        if isinstance(type_, Text):
            name = before + type_.value + after
            if NAME.fullmatch(name) and len(name) < LONGEST_NAME:
                walk.solver.add(found, Text(name))

    walk.solver.watch(slot, take)
    return walk.single(found)


def concatenation(walk: Walk, node: Node) -> Value | None:
    """``"get_" . $name``."""
    left, right = tree.field(node, "left"), tree.field(node, "right")
    before, after = tree.literal(left), tree.literal(right)
    if left is not None and tree.text(left).startswith("__PACKAGE__"):
        package = walk.scopes.package
        before = "main" if package == walk.scopes.main else package
    one, other = walk.one(left), walk.one(right)
    if before is not None and other is not None:
        return joined(walk, before, other, "")
    if after is not None and one is not None:
        return joined(walk, "", one, after)
    return None


def bareword(walk: Walk, node: Node) -> Value | None:
    """A name: of a package, or of a sub that is called."""
    name = walk.parsed.text(node).removesuffix("::")
    if class_name(name) is not None:
        return walk.package_name(name)
    package, _, short = name.rpartition("::")
    code = walk.symbols.function(
        walk.scopes.real(package) if package else walk.scopes.package, short
    )
    outcome = called(walk, code, walk.items(()))
    outcome.link(walk.solver.constant(Package(name)), None)
    return outcome


def called(walk: Walk, code: int, values: Items) -> Outcome:
    """A call of the subs that a slot holds."""
    outcome = Outcome(walk.solver)
    walk.calls.function(code, values, outcome, walk.topic())
    return outcome


def anonymous_array(walk: Walk, node: Node) -> Value:
    """``[...]``."""
    cell = walk.solver.cell()
    values = walk.items(node.named_children)
    Plural(walk.solver, cell).assign(values)
    inside = list(tree.items(node.named_children[0])) if node.named_children else []
    if len(inside) > 1 and inside[0].type in ("anonymous_subroutine_expression", REFERENCE):
        _call_back(walk, values)
    return walk.single(walk.solver.constant(List(cell.id)))


def _call_back(walk: Walk, values: Items) -> None:
    r"""``[\&stop, $dom]``: Tk and others call the sub with what stands behind it."""
    code = values.items[0][1].one() if values.items[0][1] is not None else None
    if code is not None:
        walk.calls.function(code, Items(walk.solver, values.items[1:]), Outcome(walk.solver))


def anonymous_hash(walk: Walk, node: Node) -> Value:
    """``{...}``."""
    cell = walk.solver.cell()
    Plural(walk.solver, cell, is_hash=True).assign(walk.items(node.named_children))
    return walk.single(walk.solver.constant(Hash(cell.id)))


def reference(walk: Walk, node: Node) -> Value | None:
    r"""``\$x``, ``\@x``, ``\&f``, ``\(...)``."""
    operand = node.named_children[-1] if node.named_children else None
    value = walk.value(operand)
    if operand is not None and operand.type == "function":
        return value
    if isinstance(value, Items):
        return Items(walk.solver, [(None, referred(walk, each)) for _, each in value.items])
    return referred(walk, value)


def referred(walk: Walk, value: Value | None) -> Value | None:
    if isinstance(value, Pointed):
        return walk.single(value.base)
    if isinstance(value, Plural):
        type_ = (Hash if value.is_hash else List)(value.cell.id)
        return walk.single(walk.solver.constant(type_))
    slot = value.one() if value is not None else None
    if slot is None:
        return None
    walk.calls.aliased.add(slot)
    cell = walk.solver.cell()
    cell.parts[REFERENT] = slot
    return walk.single(walk.solver.constant(List(cell.id)))


def assignment(walk: Walk, node: Node) -> Value | None:
    """``$x = ...``, ``my ($x, @y) = ...``, ``$x ||= ...``."""
    left, right = tree.field(node, "left"), tree.field(node, "right")
    if left is None or right is None:
        return None
    target, value = walk.value(left), walk.value(right)
    if target is None or value is None or tree.operator(node) not in ("=", "||=", "//=", "&&="):
        return target
    if is_list_target(left) and not isinstance(target, Items | Plural | Either):
        target = Items(walk.solver, [(None, target)])
    target.assign(value)
    _remember(walk, node, target, value)
    _assign_argument(walk, left, value)
    return target


def _remember(walk: Walk, node: Node, target: Value, value: Value) -> None:
    """Note what a variable gets here: where it gets several things, the last one counts."""
    if isinstance(target, Single):
        slot = value.one()
        if slot is not None:
            walk.calls.remember(target.slot, walk.file, node, slot)
    elif isinstance(target, Items):
        source = value.many()
        for index, (_, each) in enumerate(target.items):
            if isinstance(each, Single) and source is not None:
                slot = walk.solver.part(source[0], source[1] + index)
                walk.calls.remember(each.slot, walk.file, node, slot)


def _assign_argument(walk: Walk, left: Node, value: Value) -> None:
    """``$_[0] = ...`` writes to the argument of the caller."""
    container = tree.field(left, "array")
    sub, slot = walk.scopes.sub, value.one()
    if sub is None or slot is None or container is None or tree.variable(container) != "@_":
        return
    index = tree.literal(tree.field(left, "index"))
    if index is not None and index.isdecimal():
        walk.solver.put(sub.outs, int(index) + sub.shifts, slot)


def choice(walk: Walk, node: Node) -> Value | None:
    """``$x || $y``, ``$x and $y``, ``$x ? $y : $z``."""
    operator = tree.operator(node)
    names = ("left", "right")
    if node.type == "conditional_expression":
        names = ("consequent", "alternative")
    elif operator in ("&&", "and"):
        names = ("right", "right")
    elif operator == "." and not tree.is_range(node):
        return concatenation(walk, node)
    elif operator == "x":
        return walk.value(tree.field(node, "left"))
    elif operator not in ("||", "//", "or"):
        return None
    values = [walk.value(tree.field(node, name)) for name in dict.fromkeys(names)]
    known = [value for value in values if value is not None]
    if len(known) < 2:
        return known[0] if known else None
    one, other = known
    if isinstance(one, Either):
        one.add(other)
        return one
    if isinstance(other, Either):
        other.add(one)
        return other
    return Either(walk.solver, known)


def unary(walk: Walk, node: Node) -> Value | None:
    """``+(...)``."""
    return walk.value(tree.field(node, "operand")) if tree.operator(node) == "+" else None


def first_child(walk: Walk, node: Node) -> Value | None:
    """What says nothing of its own: ``local $x``, ``$x if $y``."""
    return walk.value(node.named_children[0]) if node.named_children else None


def declaration(walk: Walk, node: Node) -> Value | None:
    """``my $x``, ``our ($x, @y)``."""
    word = tree.text(node.children[0])
    declared = node.child_by_field_name("variable")
    if declared is not None:
        value = _declared(walk, declared, word)
        walk.keep(declared, value)
        return value
    found: list[tuple[str | None, Value | None]] = []
    for each in node.children_by_field_name("variables"):
        if each.is_named:
            value = _declared(walk, each, word)
            walk.keep(each, value)
            found.append((None, value))
    return Items(walk.solver, found)


def _declared(walk: Walk, node: Node, word: str) -> Value | None:
    name = tree.variable(node)
    if name is None:
        return None
    return declare(walk, name, is_global=word == "our", is_field=word == "field")


def declare(walk: Walk, name: str, *, is_global: bool = False, is_field: bool = False) -> Value:
    """A new variable; a sub's own object is one of its package."""
    package = walk.scopes.package
    if is_field:
        slot = walk.solver.part(walk.symbols.package(package).fields, name[1:])
        if name.startswith("$"):
            walk.scopes.bind(name, slot)
            return walk.single(slot)
    found = walk.scopes.declare(name, is_global=is_global)
    if not isinstance(found, Cell) and walk.scopes.sub is not None:
        if name in SELF and package != walk.scopes.main:
            walk.solver.add(found, Foreign(package))
        elif name in CLASS and package != walk.scopes.main:
            walk.solver.add(found, Package(package))
    return walk.of_variable(name, found)


READERS: dict[str, Callable[[Walk, Node], Value | None]] = {
    "scalar": scalar,
    "array": array,
    "hash": array,
    "container_variable": array,
    "slice_container_variable": array,
    "hash_element_expression": element,
    "array_element_expression": element,
    "slice_expression": sliced,
    "anonymous_slice_expression": anonymous_slice,
    "array_deref_expression": dereferenced,
    "hash_deref_expression": dereferenced,
    "scalar_deref_expression": dereferenced,
    "list_expression": listed,
    "parenthesized_expression": listed,
    "stub_expression": listed,
    "quoted_word_list": words,
    "string_literal": string,
    "interpolated_string_literal": string,
    "bareword": bareword,
    "autoquoted_bareword": string,
    "anonymous_array_expression": anonymous_array,
    "anonymous_hash_expression": anonymous_hash,
    "refgen_expression": reference,
    "binary_expression": choice,
    "lowprec_logical_expression": choice,
    "conditional_expression": choice,
    "unary_expression": unary,
    "localization_expression": first_child,
    "postfix_conditional_expression": first_child,
}

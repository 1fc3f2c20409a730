"""Calls: of functions, methods, blocks and code references."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial

from tree_sitter import Node

from sysvirt.port.inference import blocks, classes, expressions, functions
from sysvirt.port.inference.calls import MethodCall
from sysvirt.port.inference.values import Either, Items, Outcome, Plural, Value
from sysvirt.port.inference.walk import Step, Walk
from sysvirt.port.parser import tree
from sysvirt.port.types import Code, Package, Text, Type

#: The functions of Try::Tiny and Error.pm.
BRANCHES = frozenset({"try", "catch", "finally", "otherwise", "except"})


def function_call(walk: Walk, node: Node) -> Iterable[Step]:
    """A call of a function; its block gets the items of its list, one by one."""
    called = tree.call(node)
    if called is None:
        return node.named_children
    end = partial(_called, walk, node)
    if called.block is None and called.name in BRANCHES and called.arguments:
        # A short block looks like a hash to the parser.
        first, *rest = called.arguments
        return [*caught(walk, first, called.name), *rest, end]
    if called.receiver is not None or called.block is None:
        function = tree.field(node, "function")
        inside = [each for each in node.named_children if not tree.same(each, function)]
        return [*(function.named_children if function is not None else []), *inside, end]
    if called.name in BRANCHES:
        return [*caught(walk, called.block, called.name), *called.arguments, end]

    if walk.symbols.prototypes.get(called.name, "").startswith("&"):
        return [*_block_sub(walk, called.block), *called.arguments, end]

    def begin() -> None:
        walk.bind_each(("$_", "$a", "$b"), blocks.elements(walk, called.arguments))

    return [*called.arguments, *walk.scoped([begin, called.block]), end]


def caught(walk: Walk, block: Node, word: str) -> Iterable[Step]:
    """A block of ``Try::Tiny``: that of ``catch`` gets the error in ``$_`` and ``@_``."""
    if word in ("try", "finally"):
        return [block]

    def begin() -> None:
        sub = walk.enter_sub("")
        if word in ("catch", "otherwise", "except"):
            walk.solver.put(sub.params, 0, walk.symbols.error)
            walk.scopes.bind("$_", walk.symbols.error)

    return [begin, block, walk.leave_sub]


def _block_sub(walk: Walk, block: Node) -> Iterable[Step]:
    """The block that a sub of the project takes is a sub itself."""

    def begin() -> None:
        walk.enter_sub("")

    def end() -> None:
        sub = walk.scopes.sub
        blocks.give(walk, walk.value(block))
        walk.leave_sub()
        if sub is not None:
            walk.keep(block, walk.single(walk.solver.constant(Code(sub.id))))

    return [begin, block, end]


def _called(walk: Walk, node: Node) -> None:
    called = tree.call(node)
    if called is None:
        return
    if called.receiver is not None:
        _method(walk, called)
        return
    prototype = walk.symbols.prototypes.get(called.name, "")
    is_taken = called.block is not None and not prototype.startswith("&")
    if called.name in functions.READERS or is_taken:
        walk.keep(node, functions.call(walk, node))
        return
    function = tree.field(node, "function")
    if function is None or classes.declare(walk, called):
        return
    values = _arguments(walk, called, prototype)
    code = _code(walk, function, called)
    if code is None:
        return
    if not any(each.type == "(" for each in node.children) and tree.text(function)[:1] == "&":
        sub = walk.scopes.sub
        if sub is not None:
            values = Items(walk.solver, [(None, Plural(walk.solver, sub.params, sub.shifts))])
    known = functions.call(walk, node)
    result = expressions.called(walk, code, values)
    walk.keep(node, Either(walk.solver, [result, known]) if known is not None else result)


#: The parts of a prototype: one for each argument.
PROTOTYPE = re.compile(r"\\\[[^\]]*\]|\\?[$@%&*+_]")


def _arguments(walk: Walk, called: tree.Call, prototype: str) -> Items:
    """The arguments as the prototype takes them: ``\\@`` takes an array by reference."""
    nodes = called.arguments
    if called.block is not None:
        nodes = (called.block, *nodes)
    if "\\" not in prototype:
        return walk.items(nodes)
    found: list[tuple[str | None, Value | None]] = []
    parts = PROTOTYPE.findall(prototype)
    for index, node in enumerate(nodes):
        value = walk.value(node)
        if index < len(parts) and parts[index].startswith("\\"):
            value = expressions.referred(walk, value)
        found.append((None, value))
    return Items(walk.solver, found)


def _code(walk: Walk, function: Node | None, called: tree.Call) -> int | None:
    """The slot of the sub that is called: by its name, or by a reference to it."""
    if function is None:
        return None
    inner = next(iter(function.named_children), None)
    if inner is not None and (inner.type == "code_deref_expression" or inner.named_child_count):
        base = walk.one(tree.dereferenced_code(inner))
        return _by_name(walk, base) if base is not None else None
    return named_code(walk, called.name)


def _by_name(walk: Walk, slot: int) -> int:
    """The slot of the subs that a slot holds, or names: ``&$code``, ``&{"name"}``."""
    found = walk.solver.slot()
    package = walk.scopes.package

    def take(type_: Type) -> None:
        if isinstance(type_, Code):
            walk.solver.add(found, type_)
        elif isinstance(type_, Text):
            walk.solver.edge(walk.calls.code(type_.value, package, walk.scopes.main), found)

    walk.solver.watch(slot, take)
    return found


def named_code(walk: Walk, name: str) -> int:
    """The slot of a sub by its name."""
    return walk.calls.code(name, walk.scopes.package, walk.scopes.main)


def function(walk: Walk, node: Node) -> Iterable[Step]:
    r"""``\&f``: the sub itself."""

    def end() -> None:
        text = tree.text(node)
        if not text.startswith("&"):
            return
        inner = next(iter(node.named_children), None)
        if inner is not None and (inner.type != "varname" or inner.named_child_count):
            base = walk.one(tree.dereferenced_code(inner))
            if base is not None:
                walk.keep(node, walk.single(_by_name(walk, base)))
            return
        walk.keep(node, walk.single(named_code(walk, text[1:])))

    return [*node.named_children, end]


def method_call(walk: Walk, node: Node) -> Iterable[Step]:
    def end() -> None:
        called = tree.call(node)
        if called is not None and called.receiver is not None:
            _method(walk, called)

    return [*node.named_children, end]


def _method(walk: Walk, called: tree.Call) -> None:
    receiver = called.receiver
    if receiver is None:
        return
    slot = _receiver(walk, receiver)
    outcome = Outcome(walk.solver)
    walk.keep(called.node, outcome)
    dynamic = None
    if called.is_dynamic:
        dynamic = walk.one(next(iter(called.name_node.named_children), None))
        if dynamic is None:
            return
    call = MethodCall(
        node=called.node,
        name_node=called.name_node,
        name="" if called.is_dynamic else called.name,
        receiver_node=receiver,
        receiver=slot if slot is not None else walk.solver.slot(),
        arguments=called.arguments,
        values=walk.items(called.arguments),
        outcome=outcome,
        package=walk.scopes.package,
        file=walk.file,
        is_in_test=walk.is_test,
        dynamic=dynamic,
    )
    walk.calls.method(call)
    classes.declare_by_method(walk, call)


def _receiver(walk: Walk, node: Node) -> int | None:
    if node.type in ("bareword", "function"):
        name = walk.parsed.text(node).removesuffix("::")
        if (walk.scopes.package, name) not in walk.symbols.defined:
            return walk.solver.constant(Package(walk.scopes.real(name)))
    return walk.one(node)


def coderef_call(walk: Walk, node: Node) -> Iterable[Step]:
    """``$code->(...)``."""

    def end() -> None:
        code = walk.one(node.named_children[0]) if node.named_children else None
        if code is not None:
            walk.keep(node, expressions.called(walk, code, walk.items(tree.arguments(node))))

    return [*node.named_children, end]

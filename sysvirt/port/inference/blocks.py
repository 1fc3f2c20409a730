"""Blocks, subs and loops: what variables they bring, and what they give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tree_sitter import Node

from sysvirt.port.inference import classes, expressions, functions
from sysvirt.port.inference.values import Either, Items, Plural, Value
from sysvirt.port.inference.walk import Step, Walk
from sysvirt.port.parser import tree
from sysvirt.port.types import Code, Foreign

#: What has a block whose last statement may be a value.
BRANCHES = frozenset({"conditional_statement", "elsif", "else", "try_statement", "block_statement"})
#: Statements one after the other; of ``indirect_object`` see ``tree.Call``.
BLOCKS = frozenset({"block", "indirect_object", "block_statement"})
#: Subs that Perl or Moose calls with an object.
OBJECT_SUBS = frozenset({"BUILD", "DEMOLISH", "DESTROY", "AUTOLOAD"})
NO_STATEMENTS = frozenset({"comment", "pod", "heredoc_content"})


def tails(node: Node) -> Iterator[Node]:
    """The expressions that can be the value of a block: those of its last statement."""
    waiting = [node]
    while waiting:
        each = waiting.pop()
        if each.type in BLOCKS or each.type in BRANCHES:
            inside = [one for one in each.named_children if one.type not in NO_STATEMENTS]
            if each.type in BLOCKS:
                inside = inside[-1:]
            waiting.extend(one for one in inside if one.type in BRANCHES or _gives(one))
        elif each.type == "expression_statement":
            waiting.extend(each.named_children[:1])
        else:
            yield each


def _gives(node: Node) -> bool:
    return node.type in ("block", "expression_statement")


def block(walk: Walk, node: Node) -> Iterable[Step]:
    """A block is a scope; its value is that of its last statement."""

    def value() -> None:
        known = [found for each in tails(node) if (found := walk.value(each)) is not None]
        if known:
            walk.keep(node, known[0] if len(known) == 1 else Either(walk.solver, known))

    owner = node.parent
    valued = owner is not None and owner.type not in ("loop_statement", "for_statement")
    return walk.scoped([*node.named_children, value] if valued else node.named_children)


def bare_block(walk: Walk, node: Node) -> Iterable[Step]:
    """The second block of an expression, which has no node of its own; see ``tree.Call``."""
    return block(walk, node) if node.children[0].type == "{" else node.named_children


def scope(walk: Walk, node: Node) -> Iterable[Step]:
    """``if (my $x = ...) {...}``: what is declared in the condition ends with the statement."""
    return walk.scoped(node.named_children)


def sub_(walk: Walk, node: Node) -> Iterable[Step]:
    """``sub name {...}``, ``sub {...}``, ``method name {...}``."""
    name = tree.field(node, "name")
    body = tree.field(node, "body")
    signature = next((each for each in node.named_children if each.type == "signature"), None)

    def begin() -> None:
        short = tree.text(name) if name is not None else ""
        package, _, short = short.rpartition("::")
        sub = walk.enter_sub(short)
        if package:
            sub.package = walk.scopes.real(package)
        code = walk.single(walk.solver.constant(Code(sub.id)))
        walk.keep(node, code)
        if name is not None:
            walk.symbols.define_sub(sub)
        if short in OBJECT_SUBS:
            walk.solver.add(walk.solver.part(sub.params, 0), Foreign(sub.package))
        if name is not None and name.start_byte - 4 in walk.parsed.catches:
            walk.solver.put(sub.params, 0, walk.symbols.error)
        if node.type.startswith(("method", "anonymous_method")):
            own = expressions.declare(walk, "$self")
            own.assign(walk.single(walk.solver.part(sub.params, 0)))
            sub.shifts = 1
        if signature is not None:
            _bind(walk, signature)

    def end() -> None:
        sub = walk.scopes.sub
        if sub is not None and body is not None:
            for each in tails(body):
                give(walk, walk.value(each))
        walk.leave_sub()

    return [begin, *([body] if body is not None else []), end]


def _bind(walk: Walk, signature: Node) -> None:
    """Let the parameters of a signature be those of the sub."""
    sub = walk.scopes.sub
    if sub is None:
        return
    found: list[tuple[str | None, Value | None]] = []
    for each in signature.named_children:
        variable = next(iter(each.named_children), None)
        name = tree.variable(variable) if variable is not None else None
        value = expressions.declare(walk, name) if name is not None else None
        slot = value.one() if value is not None else None
        type_ = walk.parsed.types.get(variable.start_byte) if variable is not None else None
        if slot is not None and type_ is not None:
            classes.typed(walk, slot, type_)
        found.append((None, value))
    Items(walk.solver, found).assign(Plural(walk.solver, sub.params, sub.shifts))


def give(walk: Walk, value: Value | None) -> None:
    """Let a sub return a value."""
    sub = walk.scopes.sub
    if sub is None or value is None:
        return
    slot = value.one()
    if slot is not None:
        walk.solver.edge(slot, sub.one)
    source = value.many()
    if source is not None:
        walk.solver.copy_list(source[0], sub.many, source[1])


def return_(walk: Walk, node: Node) -> Iterable[Step]:
    return [*node.named_children, lambda: give(walk, walk.items(node.named_children))]


def goto(walk: Walk, node: Node) -> Iterable[Step]:
    """``goto &name``: what it gives is what the sub gives."""

    def end() -> None:
        value = walk.value(node.named_children[0]) if node.named_children else None
        give(walk, value)

    return [*node.named_children, end]


# Loops.


def elements(walk: Walk, nodes: Iterable[Node]) -> int:
    """The slot of all elements of a list."""
    cell, _ = walk.items(nodes).many()
    return walk.solver.everything(cell)


def for_(walk: Walk, node: Node) -> Iterable[Step]:
    """``foreach my $x (...) {...}``; without a variable it is ``$_``."""
    listed = node.children_by_field_name("list")
    variables = [
        each
        for name in ("variable", "variables")
        for each in node.children_by_field_name(name)
        if each.is_named
    ]
    is_new = any(each.type in ("my", "our", "state") for each in node.children)
    done = {each.id for each in (*listed, *variables)}
    rest = [each for each in node.named_children if each.id not in done]

    def begin() -> None:
        slot = elements(walk, listed)
        if not variables:
            walk.scopes.bind("$_", slot)
        for each in variables:
            name = tree.variable(each)
            if name is None:
                continue
            value = expressions.declare(walk, name) if is_new else walk.variable(name)
            walk.keep(each, value)
            value.assign(walk.single(slot))

    return [*listed, *walk.scoped([begin, *rest])]


def postfix_for(walk: Walk, node: Node) -> Iterable[Step]:
    """``... for @x``."""
    listed = node.children_by_field_name("list")
    rest = [each for each in node.named_children if not any(tree.same(each, one) for one in listed)]

    def begin() -> None:
        walk.scopes.bind("$_", elements(walk, listed))

    return [*listed, *walk.scoped([begin, *rest])]


def map_(walk: Walk, node: Node) -> Iterable[Step]:
    """``map``, ``grep`` and ``sort``."""
    listed = node.children_by_field_name("list")
    callback = tree.field(node, "callback")
    is_sort = node.type == "sort_expression"

    def begin() -> None:
        walk.bind_each(("$a", "$b") if is_sort else ("$_",), elements(walk, listed))

    def end() -> None:
        if is_sort:
            _sort_by_sub(walk, callback, listed)
            found = walk.solver.cell()
            walk.solver.edge(elements(walk, listed), found.any)
            walk.keep(node, Plural(walk.solver, found))
            return
        inside = list(tails(callback)) if callback is not None else []
        known = [value for each in inside if (value := walk.value(each)) is not None]
        walk.keep(node, functions.map_(walk, node, known))

    inner: list[Step] = [callback] if callback is not None else []
    return [*listed, *walk.scoped([begin, *inner]), end]


def _sort_by_sub(walk: Walk, callback: Node | None, listed: Iterable[Node]) -> None:
    """``sort by_name @x``: the sub reads ``$a`` and ``$b`` of the package."""
    if callback is None or callback.type == "block":
        return
    for name in ("$a", "$b"):
        slot = walk.symbols.variable(walk.scopes.package, name)
        walk.solver.edge(elements(walk, listed), slot)

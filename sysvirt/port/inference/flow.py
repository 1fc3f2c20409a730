"""From a file's tree to what flows where in it: each node is read once, those within it first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from tree_sitter import Node

from sysvirt.port.inference import blocks, classes, expressions, functions, invocations
from sysvirt.port.inference.values import REFERENT, Value
from sysvirt.port.inference.walk import Step, Walk
from sysvirt.port.parser import tree
from sysvirt.port.types import Text, Type


def read(walk: Walk, root: Node) -> None:
    """Read a file."""
    walk.run([root], steps)
    for start, end in walk.parsed.conditions:
        walk.scopes.enter()
        walk.scopes.bind("$_", walk.symbols.error)
        walk.run([walk.part(start, end)], steps)
        walk.scopes.leave()


def steps(walk: Walk, node: Node) -> Iterable[Step]:
    """What is to be done for a node."""
    enter = ENTER.get(node.type)
    if enter is not None:
        return enter(walk, node)
    reader = expressions.READERS.get(node.type)
    if reader is None:
        return node.named_children
    return [*node.named_children, partial(_keep, walk, node, reader)]


def _keep(walk: Walk, node: Node, reader: Callable[[Walk, Node], Value | None]) -> None:
    value = reader(walk, node)
    if value is not None:
        walk.values[node.id] = value


def _package(walk: Walk, node: Node) -> Iterable[Step]:
    name = tree.field(node, "name")
    if name is None:
        return node.named_children
    block = next((each for each in node.named_children if each.type == "block"), None)

    def begin() -> None:
        walk.scopes.package = tree.text(name)
        classes.begin(walk, node)

    if block is None:
        return [begin]
    return walk.scoped([begin, block])


def _eval(walk: Walk, node: Node) -> Iterable[Step]:
    """``eval {...}``, ``do {...}``; a text is read as the Perl that it is."""
    inside = node.named_children
    yield from inside
    for each in inside:
        if node.type == "eval_expression":
            yield from _evaluated(walk, each)

    def end() -> None:
        for each in inside:
            walk.keep(node, walk.value(each))
        if node.type == "eval_expression":
            walk.scopes.error = _error_of(walk, inside)

    yield end


def _error_of(walk: Walk, inside: list[Node]) -> int:
    """What ``$@`` is behind an ``eval``; one that does nothing but die says so itself."""
    block = inside[0] if inside else None
    statements = block.named_children if block is not None and block.type == "block" else []
    if len(statements) == 1 and statements[0].named_children:
        called = tree.call(statements[0].named_children[0])
        if called is not None and called.name == "die" and called.arguments:
            slot = walk.one(called.arguments[0])
            return slot if slot is not None else walk.solver.slot()
    return walk.symbols.error


def _evaluated(walk: Walk, node: Node) -> Iterator[Step]:
    """What a text says that is run, as far as it has no variables in it."""
    content: Node | None = None
    if node.type == "heredoc_token":
        content = tree.heredoc(node)
        end = content.named_children[-1].start_byte if content is not None else 0
        if content is not None and content.named_child_count > 1:
            return
    elif node.type in tree.STRINGS and tree.literal(node) is not None:
        content = tree.field(node, "content")
        end = content.end_byte if content is not None else 0
    else:
        return
    if content is not None:
        yield walk.part(content.start_byte, end)


def _substitution(walk: Walk, node: Node) -> Iterator[Step]:
    """``s/x/.../e``: what stands for the match is Perl."""
    modifiers = tree.field(node, "modifiers")
    is_code = modifiers is not None and "e" in tree.text(modifiers)
    for each in node.named_children:
        if is_code and each.type == "replacement":
            yield walk.part(each.start_byte, each.end_byte)
        else:
            yield each


def _format(walk: Walk, node: Node) -> Iterator[Step]:
    """``format STDOUT =``: below each line with fields stands one of expressions."""
    for content in node.named_children:
        if content.type != "format_content":
            continue
        at = content.start_byte
        is_wanted = False
        for line in walk.data[at : content.end_byte].splitlines(keepends=True):
            if is_wanted and b"$" in line:
                yield walk.part(at, at + len(line.rstrip()))
            is_wanted = b"@" in line or b"^" in line
            at += len(line)


def _try(walk: Walk, node: Node) -> Iterable[Step]:
    """``try {...} catch ($e) {...}``, and without a variable that of ``Try::Tiny``."""
    variable = tree.field(node, "catch_expr")
    for name in ("try_block", "catch_block", "finally_block"):
        block = tree.field(node, name)
        if block is None:
            continue
        if name != "catch_block":
            yield block
        elif variable is None:
            yield from invocations.caught(walk, block, "catch")
        else:
            yield from walk.scoped([partial(_bind_error, walk, variable), block])


def _bind_error(walk: Walk, variable: Node) -> None:
    name = tree.variable(variable)
    if name is not None:
        walk.scopes.bind(name, walk.symbols.error)
        walk.keep(variable, walk.single(walk.symbols.error))


def _assignment(walk: Walk, node: Node) -> Iterable[Step]:
    """The right side first: in ``my $x = $x`` they are two variables."""
    left, right = tree.field(node, "left"), tree.field(node, "right")
    if left is None or right is None:
        return node.named_children

    def end() -> None:
        walk.keep(node, expressions.assignment(walk, node))
        classes.assign(walk, left, right)
        if left.type == "glob":
            _glob(walk, left, right)
        if _is_handler(left):
            functions.caught(walk, right)

    return [right, left, end]


def _is_handler(left: Node) -> bool:
    """``$SIG{__DIE__}``, with or without ``local``."""
    if left.type == "localization_expression" and left.named_children:
        left = left.named_children[0]
    key = tree.field(left, "key")
    return left.type == "hash_element_expression" and tree.literal(key) == "__DIE__"


def _glob(walk: Walk, left: Node, right: Node) -> None:
    """``*name = sub {...}``."""
    code = walk.one(right)
    if code is None:
        return
    name = tree.variable(left)
    if name is not None:
        package, found, short = name[1:].rpartition("::")
        real = walk.scopes.real(package) if found else walk.scopes.package
        walk.symbols.define(real, short, code)
        # It can as well be a reference to a variable.
        loaded = walk.store.load(code, REFERENT)
        walk.solver.edge(loaded, walk.symbols.variable(real, f"${short}"))
        pointed = walk.store.pointed(code)
        walk.solver.copy_list(pointed, walk.symbols.container(real, f"@{short}"))
        walk.solver.copy_hash(pointed, walk.symbols.container(real, f"%{short}"))
        return
    base = walk.one(tree.dereferenced(left))
    current = walk.scopes.package

    def define(type_: Type) -> None:
        if isinstance(type_, Text):
            package, found, short = type_.value.rpartition("::")
            walk.symbols.define(walk.scopes.real(package) if found else current, short, code)

    if base is not None:
        walk.solver.watch(base, define)


def _declaration(walk: Walk, node: Node) -> Iterable[Step]:
    return [partial(_keep, walk, node, expressions.declaration)]


def _use(walk: Walk, node: Node) -> Iterable[Step]:
    return [*node.named_children, partial(classes.use, walk, node)]


def _current_package(walk: Walk, node: Node) -> Iterable[Step]:
    def end() -> None:
        if tree.text(node).startswith("__PACKAGE__"):
            walk.keep(node, walk.package_name(walk.scopes.package))

    return [*node.named_children, end]


ENTER: dict[str, Callable[[Walk, Node], Iterable[Step]]] = {
    "block": blocks.block,
    "indirect_object": blocks.bare_block,
    "block_statement": blocks.scope,
    "substitution_regexp": _substitution,
    "conditional_statement": blocks.scope,
    "loop_statement": blocks.scope,
    "cstyle_for_statement": blocks.scope,
    "for_statement": blocks.for_,
    "postfix_for_expression": blocks.postfix_for,
    "map_grep_expression": blocks.map_,
    "sort_expression": blocks.map_,
    "subroutine_declaration_statement": blocks.sub_,
    "anonymous_subroutine_expression": blocks.sub_,
    "method_declaration_statement": blocks.sub_,
    "anonymous_method_expression": blocks.sub_,
    "return_expression": blocks.return_,
    "goto_expression": blocks.goto,
    "function_call_expression": invocations.function_call,
    "ambiguous_function_call_expression": invocations.function_call,
    "func1op_call_expression": invocations.function_call,
    "func0op_call_expression": _current_package,
    "function": invocations.function,
    "method_call_expression": invocations.method_call,
    "coderef_call_expression": invocations.coderef_call,
    "package_statement": _package,
    "class_statement": _package,
    "role_statement": _package,
    "eval_expression": _eval,
    "do_expression": _eval,
    "try_statement": _try,
    "assignment_expression": _assignment,
    "variable_declaration": _declaration,
    "format_statement": _format,
    "use_statement": _use,
}

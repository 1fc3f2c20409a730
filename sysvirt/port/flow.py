"""From a file's tree to what flows where in it: each node is read once, those within it first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from tree_sitter import Node

from sysvirt.port import classes, expressions, functions, tree
from sysvirt.port.calls import MethodCall
from sysvirt.port.grammar import parse_part
from sysvirt.port.types import Code, Package
from sysvirt.port.values import Either, Items, Outcome, Plural, Value
from sysvirt.port.walk import Step, Walk

#: What has a block whose last statement may be a value.
BRANCHES = frozenset({"conditional_statement", "elsif", "else", "try_statement", "block_statement"})
NO_STATEMENTS = frozenset({"comment", "pod", "heredoc_content"})
SECOND_CATCH = b"catch"


def read(walk: Walk, root: Node) -> None:
    """Read a file."""
    walk.run([root], steps)


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


# Blocks and subs.


def tails(node: Node) -> Iterator[Node]:
    """The expressions that can be the value of a block: those of its last statement."""
    waiting = [node]
    while waiting:
        each = waiting.pop()
        if each.type == "block" or each.type in BRANCHES:
            inside = [one for one in each.named_children if one.type not in NO_STATEMENTS]
            if each.type == "block":
                inside = inside[-1:]
            waiting.extend(one for one in inside if one.type in BRANCHES or _gives(one))
        elif each.type == "expression_statement":
            waiting.extend(each.named_children[:1])
        else:
            yield each


def _gives(node: Node) -> bool:
    return node.type in ("block", "expression_statement")


def _block(walk: Walk, node: Node) -> Iterable[Step]:
    """A block is a scope; its value is that of its last statement."""

    def value() -> None:
        known = [found for each in tails(node) if (found := walk.value(each)) is not None]
        if known:
            walk.keep(node, known[0] if len(known) == 1 else Either(walk.solver, known))

    owner = node.parent
    valued = owner is not None and owner.type not in ("loop_statement", "for_statement")
    return walk.scoped([*node.named_children, value] if valued else node.named_children)


def _scope(walk: Walk, node: Node) -> Iterable[Step]:
    """``if (my $x = ...) {...}``: what is declared in the condition ends with the statement."""
    return walk.scoped(node.named_children)


def _sub(walk: Walk, node: Node) -> Iterable[Step]:
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
        if name is not None and name.start_byte - 4 in walk.catches:
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
                _give(walk, walk.value(each))
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
        found.append((None, expressions.declare(walk, name) if name is not None else None))
    Items(walk.solver, found).assign(Plural(walk.solver, sub.params, sub.shifts))


def _give(walk: Walk, value: Value | None) -> None:
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


def _return(walk: Walk, node: Node) -> Iterable[Step]:
    return [*node.named_children, lambda: _give(walk, walk.items(node.named_children))]


# Loops.


def _elements(walk: Walk, nodes: Iterable[Node]) -> int:
    """The slot of all elements of a list."""
    cell, _ = walk.items(nodes).many()
    return walk.solver.everything(cell)


def _for(walk: Walk, node: Node) -> Iterable[Step]:
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
        slot = _elements(walk, listed)
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


def _postfix_for(walk: Walk, node: Node) -> Iterable[Step]:
    """``... for @x``."""
    listed = node.children_by_field_name("list")
    rest = [each for each in node.named_children if not any(tree.same(each, one) for one in listed)]

    def begin() -> None:
        walk.scopes.bind("$_", _elements(walk, listed))

    return [*listed, *walk.scoped([begin, *rest])]


def _map(walk: Walk, node: Node) -> Iterable[Step]:
    """``map``, ``grep`` and ``sort``."""
    listed = node.children_by_field_name("list")
    callback = tree.field(node, "callback")
    is_sort = node.type == "sort_expression"

    def begin() -> None:
        walk.bind_each(("$a", "$b") if is_sort else ("$_",), _elements(walk, listed))

    def end() -> None:
        if is_sort:
            _sort_by_sub(walk, callback, listed)
            found = walk.solver.cell()
            walk.solver.edge(_elements(walk, listed), found.any)
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
        walk.solver.edge(_elements(walk, listed), slot)


# Calls.


def _function_call(walk: Walk, node: Node) -> Iterable[Step]:
    """A call of a function; its block gets the items of its list, one by one."""
    called = tree.call(node)
    if called is None:
        return node.named_children
    end = partial(_called, walk, node)
    if called.receiver is not None or called.block is None:
        function = tree.field(node, "function")
        inside = [each for each in node.named_children if not tree.same(each, function)]
        return [*(function.named_children if function is not None else []), *inside, end]
    if called.name in ("try", "catch", "finally"):
        return [*_caught(walk, called.block, called.name), *called.arguments, end]

    def begin() -> None:
        walk.bind_each(("$_", "$a", "$b"), _elements(walk, called.arguments))

    return [*called.arguments, *walk.scoped([begin, called.block]), end]


def _caught(walk: Walk, block: Node, word: str) -> Iterable[Step]:
    """A block of ``Try::Tiny``: that of ``catch`` gets the error in ``$_`` and ``@_``."""
    if word == "try":
        return [block]

    def begin() -> None:
        sub = walk.enter_sub("")
        if word == "catch":
            walk.solver.put(sub.params, 0, walk.symbols.error)
            walk.scopes.bind("$_", walk.symbols.error)

    return [begin, block, walk.leave_sub]


def _called(walk: Walk, node: Node) -> None:
    called = tree.call(node)
    if called is None:
        return
    if called.receiver is not None:
        _method(walk, called)
        return
    if called.name in functions.READERS or called.block is not None:
        walk.keep(node, functions.call(walk, node))
        return
    function = tree.field(node, "function")
    if classes.declare(walk, called):
        return
    values = walk.items(called.arguments)
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


def _code(walk: Walk, function: Node | None, called: tree.Call) -> int | None:
    """The slot of the sub that is called: by its name, or by a reference to it."""
    if function is None:
        return None
    inner = next(iter(function.named_children), None)
    if inner is not None and (inner.type == "code_deref_expression" or inner.named_child_count):
        base = tree.dereferenced_code(inner)
        return walk.one(base)
    return named_code(walk, called.name)


def named_code(walk: Walk, name: str) -> int:
    """The slot of a sub by its name."""
    package, found, short = name.rpartition("::")
    real = walk.scopes.real(package) if found else walk.scopes.package
    return walk.symbols.function(real, short)


def _function(walk: Walk, node: Node) -> Iterable[Step]:
    r"""``\&f``: the sub itself."""

    def end() -> None:
        text = tree.text(node)
        if not text.startswith("&"):
            return
        inner = next(iter(node.named_children), None)
        if inner is not None and (inner.type != "varname" or inner.named_child_count):
            base = walk.one(tree.dereferenced_code(inner))
            if base is not None:
                walk.keep(node, walk.single(base))
            return
        walk.keep(node, walk.single(named_code(walk, text[1:])))

    return [*node.named_children, end]


def _method_call(walk: Walk, node: Node) -> Iterable[Step]:
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
        dynamic=dynamic,
    )
    walk.calls.method(call)
    classes.declare_by_method(walk, call)


def _receiver(walk: Walk, node: Node) -> int | None:
    if node.type in ("bareword", "function"):
        name = tree.text(node).removesuffix("::")
        if (walk.scopes.package, name) not in walk.symbols.defined:
            return walk.solver.constant(Package(walk.scopes.real(name)))
    return walk.one(node)


def _coderef_call(walk: Walk, node: Node) -> Iterable[Step]:
    """``$code->(...)``."""

    def end() -> None:
        code = walk.one(node.named_children[0]) if node.named_children else None
        if code is not None:
            walk.keep(node, expressions.called(walk, code, walk.items(tree.arguments(node))))

    return [*node.named_children, end]


# Other statements.


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
        if each.type in tree.STRINGS and node.type == "eval_expression":
            content = tree.field(each, "content")
            if content is not None and tree.literal(each) is not None:
                part = parse_part(walk.data, content.start_byte, content.end_byte)
                walk.parts.append(part)
                yield part

    def end() -> None:
        for each in inside:
            walk.keep(node, walk.value(each))

    yield end


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
            yield from _caught(walk, block, "catch")
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

    return [right, left, end]


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
        return
    base = tree.dereferenced(left)
    literal = tree.literal(base)
    if literal is not None:
        package, found, short = literal.rpartition("::")
        real = walk.scopes.real(package) if found else walk.scopes.package
        walk.symbols.define(real, short, code)


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
    "block": _block,
    "conditional_statement": _scope,
    "loop_statement": _scope,
    "cstyle_for_statement": _scope,
    "for_statement": _for,
    "postfix_for_expression": _postfix_for,
    "map_grep_expression": _map,
    "sort_expression": _map,
    "subroutine_declaration_statement": _sub,
    "anonymous_subroutine_expression": _sub,
    "method_declaration_statement": _sub,
    "anonymous_method_expression": _sub,
    "return_expression": _return,
    "function_call_expression": _function_call,
    "ambiguous_function_call_expression": _function_call,
    "func1op_call_expression": _function_call,
    "func0op_call_expression": _current_package,
    "function": _function,
    "method_call_expression": _method_call,
    "coderef_call_expression": _coderef_call,
    "package_statement": _package,
    "class_statement": _package,
    "role_statement": _package,
    "eval_expression": _eval,
    "do_expression": _eval,
    "try_statement": _try,
    "assignment_expression": _assignment,
    "variable_declaration": _declaration,
    "use_statement": _use,
    "require_expression": _use,
}

"""Subs as functions: what they give, code without a name."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sysvirt.port.draft.expressions import (
    arguments,
    contexts,
    positions,
    shared_topics,
    symbols,
)
from sysvirt.port.draft.known.results import judged, shape_of
from sysvirt.port.draft.parameters import Parameters, expression_of, parameters
from sysvirt.port.draft.statements import ends, localizing
from sysvirt.port.draft.writing.lines import further_in
from sysvirt.port.draft.writing.writer import Frame, Writer
from sysvirt.port.parser import tree
from sysvirt.port.python.refusing import Untranslatable

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.draft.known.outline import Sub
    from sysvirt.port.draft.known.variables import Variable


def named(writer: Writer, sub: Sub) -> list[str]:
    """A named sub."""
    body = sub.node.child_by_field_name("body")
    facts = writer.before.sub(sub.key)
    frame = Frame(
        sub.node,
        gives=sub.gives,
        is_asked=sub.is_asked,
        is_truth=facts.gives == {"truth"},
        is_code=facts.is_passed,
        key=sub.key,
        cls=sub.package if sub.is_method else "",
    )
    is_open = facts.is_open or facts.is_passed
    topics = len(writer.topics)
    inside = statements_of(body)
    writer.frames.append(frame)
    try:
        made = parameters(writer, sub.node, inside, sub)
        is_bare = sub.package != "main" and sub.is_method and not made.names
        if facts.most > len(made.names) or is_open or is_bare:
            made.rest = made.rest or "_"
        frame.arguments = made.arguments
        lines = [*made.lines, *body_of(writer, inside[made.taken :], is_used=True)]
        lines = [*positions.made(writer, body), *lines]
    finally:
        writer.frames.pop()
        writer.pair = None
        del writer.topics[topics:]
    head = _head(sub, made)
    if facts.changes:
        head = f"{head[:-2]}, {arguments.PLACES}=None):"
        lines = [*_own_places(made), *lines[len(made.lines) :]]
    if sub.is_asked:
        comma = "" if head.endswith("():") else ", "
        head = f"{head[:-2]}{comma}{'' if made.rest else '*, '}wantarray=False):"
    borrowed = [f"{word} {name}" for name, word in sorted(frame.borrowed.items())]
    return [*_decorators(sub), head, *further_in([*borrowed, *lines])]


def _own_places(made: Parameters) -> list[str]:
    """The list of arguments is the caller's, who looks at it behind."""
    if not made.arguments:
        raise Untranslatable("an argument that is changed where it comes from")
    copied = f"{made.arguments} = list({made.arguments})"
    own = f"{copied} if {arguments.PLACES} is None else {arguments.PLACES}"
    return [own if each == copied else each for each in made.lines]


def _decorators(sub: Sub) -> list[str]:
    if sub.package == "main":
        return []
    return {"class": ["@classmethod"], "object": []}.get(sub.takes, ["@staticmethod"])


def _head(sub: Sub, made: Parameters) -> str:
    is_bound = sub.package != "main" and sub.is_method
    given = [
        name if is_bound and number == 0 else f"{name}=None"
        for number, name in enumerate(made.names)
    ]
    if made.rest:
        given.append(f"*{made.rest}")
    return f"def {sub.python}({', '.join(given)}):"


def statements_of(body: Node | None) -> list[Node]:
    if body is None:
        return []
    return [each for each in body.named_children if each.type != "pod"]


def body_of(writer: Writer, inside: list[Node], *, is_used: bool) -> list[str]:
    """The statements, of which the last one's value is what the sub gives."""
    if not inside:
        return []
    rest = list(inside)
    while rest and rest[-1].type in tree.APART:
        rest.pop()
    is_local = any(localizing.found(each) is not None for each in rest)
    if not rest or not is_used or not _gives(rest[-1]):
        return writer.sequence(inside)
    if is_local:
        writer.finals.add(rest[-1].id)
        return writer.sequence(inside)
    lines = writer.sequence(inside[: len(rest) - 1])
    return [*lines, *ended(writer, rest[-1]), *writer.sequence(inside[len(rest) :])]


def _gives(node: Node) -> bool:
    """Whether the last statement has a value that somebody may want."""
    inner = expression_of(node)
    if inner is not None:
        return inner.type not in (
            "return_expression",
            "postfix_for_expression",
            "postfix_loop_expression",
            "loopex_expression",
        )
    return node.type in ("conditional_statement", "block_statement")


def ended(writer: Writer, node: Node) -> list[str]:
    """The last statement of a sub: ``return`` is put before its value."""
    if node.type == "conditional_statement":
        return _ended_if(writer, node)
    if node.type == "block_statement":
        writer.ending.add(node.id)
        return writer.statement(node)
    inner = expression_of(node)
    if inner is None:
        return writer.statement(node)
    facts = writer.before.sub(writer.frame.key) if writer.frame.key else None
    is_wanted = facts is None or facts.is_used or facts.is_passed
    is_value = ends.is_logic_of_values(inner) or inner.type == "eval_expression"
    if not writer.frame.key and is_value:
        return writer.returned(node, inner)
    is_used = facts is not None and facts.is_used
    if is_wanted and ends.is_choice(inner, is_used=is_used):
        return writer.chosen(node, inner)
    has_value = inner.type in ends.CHANGING or ends.is_eval_of_value(inner)
    if inner.type in ends.WITHOUT_VALUE and not (is_wanted and has_value):
        return writer.statement(node)
    call = tree.call(inner)
    if call is not None and ends.is_done(inner):
        is_asked = facts.is_used if facts is not None else _is_block(writer)
        is_count = call.name in ("push", "unshift", "delete")
        return writer.returned(node, inner) if is_asked and is_count else writer.statement(node)
    return writer.returned(node, inner)


def _is_block(writer: Writer) -> bool:
    """Whether it is a block that is a function only in Python: of ``map``, of ``do``."""
    node = writer.frame.node
    return node is not None and node.type == "block"


def _ended_if(writer: Writer, node: Node) -> list[str]:
    """``if`` at the end of a sub: each of its blocks gives its last value."""
    waiting = [node]
    while waiting:
        each = waiting.pop()
        block = each.child_by_field_name("block")
        if block is not None:
            writer.ending.add(block.id)
        waiting += [one for one in each.named_children if one.type in ("elsif", "else")]
    return writer.statement(node)


# Without a name ------------------------------------------------------------------------------


def anonymous(writer: Writer, node: Node) -> ast.expr:
    """``sub { … }``."""
    is_block = node.type in ("block", "indirect_object")
    body = node if is_block else node.child_by_field_name("body")
    inside = statements_of(body)
    bound = _bound(writer, node)
    frame = Frame(node, gives=judged(body), is_code=True)
    pair = writer.pair
    writer.frames.append(frame)
    loops_, writer.loops = writer.loops, []
    topics, writer.topics = writer.topics, [*writer.topics]
    ahead, writer.ahead = writer.ahead, []
    topic = _topic(writer, node)
    if shared_topics.is_taken(writer, node):
        topic, writer.topics = "", [(shared_topics.NAME, "")]
    elif kind := shared_topics.of_module(node):
        topic, writer.topics = "", [(shared_topics.NAME, kind)]
    if topic:
        writer.topics = [(topic, "")]
    try:
        made = parameters(writer, node, inside, None)
        frame.arguments = made.arguments
        if topic and not made.names:
            made.names = [topic]
        one = _one_expression(inside[made.taken :]) if not made.lines else None
        if one is not None and not bound:
            simple = _lambda(writer, made, one)
            if simple is not None and not writer.ahead and not frame.borrowed:
                return simple
        writer.ahead = []
        lines = [*made.lines, *body_of(writer, inside[made.taken :], is_used=True)]
        lines = [*positions.made(writer, body), *lines]
    finally:
        writer.frames.pop()
        writer.pair = pair
        writer.loops, writer.topics, writer.ahead = loops_, topics, ahead
    _share_written(writer, node, {*bound} & frame.borrowed.keys())
    if taken := {*made.names, *bound, made.rest} & frame.borrowed.keys():
        raise Untranslatable(f"code writes to {', '.join(sorted(taken))}, which it gets as well")
    name = writer.name("callback")
    given = [f"{each}=None" for each in made.names]
    given.append(f"*{made.rest or '_'}")
    given += [f"{each}={each}" for each in bound]
    borrowed = [f"{word} {each}" for each, word in sorted(frame.borrowed.items())]
    head = f"def {name}({', '.join(given)}):"
    writer.ahead += ["", head, *further_in([*borrowed, *lines]), ""]
    return ast.Name(name)


def _topic(writer: Writer, node: Node) -> str:
    """The name of ``$_`` in code that a function of a module calls for each of its values."""
    if writer.topics or not any(tree.variable(each) == "$_" for each in tree.walk(node)):
        uses_topic = re.search(r"(?<!\w)-[a-zA-Z]\b|\$_(?![\w\[{])", tree.text(node))
        if writer.topics or not uses_topic:
            return ""
    for each in tree.above(node):
        call = tree.call(each)
        if call is not None:
            is_own = writer.outline.sub(call.name, tree.package(node)) is not None
            is_known = call.name in ("find", "finddepth", "first") and not is_own
            return writer.topic_for(node) if is_known else ""
    return ""


def _one_expression(inside: list[Node]) -> Node | None:
    rest = [each for each in inside if each.type not in tree.APART]
    if len(rest) != 1 or rest[0].type != "expression_statement" or not rest[0].named_children:
        return None
    node = rest[0].named_children[0]
    if node.type == "return_expression":
        node = next(iter(node.named_children), node)
    return None if node.type in ends.WITHOUT_VALUE or ends.is_done(node) else node


def _lambda(writer: Writer, made: Parameters, node: Node) -> ast.expr | None:
    if shape_of(node) != "one":
        return None
    of_code = contexts.of_code(writer, node)
    if of_code is not None:
        return ast.Lambda(_of_lambda(made), of_code)
    try:
        typed = symbols.handed_on(writer.kept(node), writer.frame)
    except (Untranslatable, ValueError):
        return None
    if typed.kind == "void" or any(
        isinstance(each, ast.NamedExpr) for each in ast.walk(typed.node)
    ):
        return None
    return ast.Lambda(_of_lambda(made), typed.node)


def _of_lambda(made: Parameters) -> ast.arguments:
    return ast.arguments(
        [],
        [ast.arg(each) for each in made.names],
        ast.arg(made.rest or "_"),
        [],
        [],
        None,
        [ast.Constant(None) for _ in made.names],
    )


def _bound(writer: Writer, node: Node) -> list[str]:
    """Variables of a loop around that have to keep the value of their round."""
    found: list[str] = []
    for each in tree.walk(node):
        variable = writer.variables.of(each)
        if variable is None or variable.scope is None:
            continue
        if tree.same_or_none(variable.function, node) or writer.outline.is_inside(
            variable.scope, node
        ):
            continue
        if not _is_of_loop(variable.scope, variable.function):
            continue
        if writer.before.writes.get(variable, 0) > 1 and variable.name[0] == "$":
            _share(writer, variable)
        if writer.before.writes.get(variable, 0) > 1 and not variable.is_boxed:
            raise Untranslatable(
                f"code keeps {variable.name}, which changes in each round of a loop"
            )
        if variable.python not in found:
            found.append(variable.python)
    return found


def _share(writer: Writer, variable: Variable) -> None:
    """A variable of each round that changes: code and loop keep the same box."""
    if not variable.is_of_loop and variable.node is not None and variable.name[0] == "$":
        declared = variable.node.parent
        if declared is not None and declared.type == "variable_declaration":
            variable.is_boxed = True
            writer.facts.boxed.add(variable)


def _share_written(writer: Writer, node: Node, names: set[str]) -> None:
    for each in tree.walk(node) if names else ():
        variable = writer.variables.of(each)
        if variable is not None and variable.python in names:
            _share(writer, variable)


def _is_of_loop(scope: Node, function: Node | None) -> bool:
    """Whether a scope is that of a loop, or in one, of the same sub."""
    for each in (scope, *tree.above(scope)):
        if function is not None and tree.same(each, function):
            return False
        if each.type in ("for_statement", "cstyle_for_statement", "loop_statement"):
            return True
    return False


def hoisted(
    writer: Writer,
    block: Node,
    name: str,
    gives: str,
    first: Sequence[str] = (),
    given: str = "",
) -> str:
    """A function that does what a block does; it stands ahead."""
    outer = writer.frame
    python = writer.name(name)
    frame = Frame(block, gives="list" if gives == "list" else "one", is_truth=gives == "truth")
    frame.given = outer.given
    frame.arguments = outer.arguments
    frame.self_name, frame.cls = outer.self_name, outer.cls
    writer.frames.append(frame)
    loops_, writer.loops = writer.loops, []
    ahead, writer.ahead = writer.ahead, []
    parameter = writer.topics[-1][0] if name in ("mapped", "is_wanted", "checked") else given
    try:
        lines = body_of(writer, statements_of(block), is_used=gives != "none")
        lines = [*first, *positions.made(writer, block), *lines]
    finally:
        writer.frames.pop()
        writer.loops, writer.ahead = loops_, ahead
    written = _written_outside(writer, block, lines)
    borrowed = [f"{word} {each}" for each, word in sorted({**frame.borrowed, **written}.items())]
    head = f"def {python}({parameter}):"
    writer.ahead += ["", head, *further_in([*borrowed, *lines]), ""]
    return python


def apart(writer: Writer, node: Node, lines: Sequence[str]) -> str:
    """A function that does lines, with a last one that returns; it stands ahead."""
    stored = _stored(lines)
    if stored & {*writer.outline.captures.names.values()}:
        raise Untranslatable("a match that may not be done")
    python = writer.name("computed")
    written = _written_outside(writer, node, [*lines], is_block=False)
    borrowed = [f"{word} {each}" for each, word in sorted(written.items())]
    # What is declared in the expression is known behind it as well.
    declared = {
        variable.python
        for variable in map(writer.variables.of, tree.walk(node))
        if variable is not None
        and variable.node is not None
        and writer.outline.is_inside(variable.node, node)
    }
    empty = [f"{each} = None" for each in sorted(declared & written.keys())]
    writer.ahead += [*empty, "", f"def {python}():", *further_in([*borrowed, *lines]), ""]
    return python


def _stored(lines: Sequence[str]) -> set[str]:
    """The names that lines give values to."""
    return {
        node.id
        for node in ast.walk(_parsed([*lines]))
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    }


def _written_outside(
    writer: Writer, block: Node, lines: list[str], *, is_block: bool = True
) -> dict[str, str]:
    """Names of the sub around that a block writes to, or an expression, which declares for it."""
    found: dict[str, str] = {}
    outer = writer.frame.node
    stored = _stored(lines)
    for each in tree.walk(block):
        variable = writer.variables.of(each)
        if variable is None or variable.python not in stored:
            continue
        place = variable.node if is_block else variable.scope
        if place is not None and writer.outline.is_inside(place, block):
            continue
        found[variable.python] = "global" if outer is None else writer.word_for(variable)
    if "error" in stored and "error" not in found and outer is None:
        found["error"] = "global"
    return found


def _parsed(lines: list[str]) -> ast.AST:
    try:
        return ast.parse("def f():\n" + "\n".join(further_in(lines)).replace("\ue000", "\n"))
    except SyntaxError:
        return ast.Module([], [])

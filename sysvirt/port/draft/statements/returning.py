"""What subs give."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from sysvirt.port.draft.expressions import contexts, operators, symbols, targets
from sysvirt.port.draft.known.results import optional, shape_of
from sysvirt.port.draft.statements import assignments, failing, leaving, loops
from sysvirt.port.draft.writing import conversions
from sysvirt.port.draft.writing.lines import further_in
from sysvirt.port.draft.writing.typed import Typed
from sysvirt.port.draft.writing.written import unparse
from sysvirt.port.parser import tree
from sysvirt.port.python import values
from sysvirt.port.python.refusing import Untranslatable

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.draft.writing.writer import Writer


def returned(writer: Writer, node: Node | None) -> list[str]:
    """What a sub gives, by how it is asked."""
    frame = writer.frame
    if node is not None:
        contexts.note_value(writer, node)
        inner = tree.bare(node)
        if failing.is_eval(inner):
            return _eval(writer, inner)
        if tree.bare(node).type == "stub_expression":
            return returned(writer, None)
    parts = optional(node)
    if parts is not None:
        test = unparse(operators.condition(writer, parts[0]))
        one, other = (returned(writer, each) for each in parts[1:])
        return [f"if {test}:", *further_in(one), *other]
    sides = _sides_that_assign(node)
    if sides is not None:
        test = unparse(operators.condition(writer, sides[0]))
        one, other = (returned(writer, each) for each in sides[1:])
        return [f"if {test}:", *further_in(one), *other]
    if frame.is_asked:
        return _either(writer, node)
    return _nothing(writer) if node is None else _one(writer, node)


def _one(writer: Writer, node: Node) -> list[str]:
    frame = writer.frame
    either = _asking(writer, node) if frame.is_code else None
    if either is not None:
        return either
    is_array = shape_of(node) == "array"
    is_either = frame.is_code and (not frame.key or (frame.gives == "list" and is_array))
    of_code = contexts.of_code(writer, node) if is_either else None
    if of_code is not None:
        return [f"return {unparse(of_code)}"]
    if frame.gives == "list" and frame.is_code:
        return [f"return {unparse(values.call('tuple', [writer.listed(node).node]))}"]
    if frame.gives == "list":
        return [f"return {unparse(_as_new_list(writer.listed(node)))}"]
    _check_leaves(node)
    if tree.bare(node).type == "assignment_expression":
        inner = tree.bare(node)
        lines = writer.simple(inner)
        left = inner.child_by_field_name("left")
        if left is None or assignments.several_targets(left) is not None:
            if frame.key and writer.before.sub(frame.key).is_used:
                raise Untranslatable("an assignment of a list as the value of a sub")
            return [*lines, "return None"]
        made = conversions.kept(writer.value(targets.unwrapped(left)))
        writer.give(made.kind)
        return [*lines, f"return {unparse(made.node)}"]
    if tree.bare(node).type == "undef_expression" and tree.bare(node).named_child_count:
        writer.give("none")
        return [*writer.simple(tree.bare(node)), "return None"]
    made = symbols.handed_on(writer.value(node), frame)
    if made.kind == "void":
        return [unparse(made.node)]
    if not (made.kind == "truth" and frame.is_truth):
        writer.give("truth" if made.kind in ("truth", "match") else made.kind)
        made = conversions.kept(made)
    else:
        writer.give("truth")
    return [f"return {unparse(made.node)}"]


def chosen(writer: Writer, node: Node) -> list[str]:
    """``'big' if $x > 5`` and ``$x > 5 or 'small'`` at the end.

    Where the second side isn't worked out, the first one's value is what the sub gives.
    """
    first, second, is_and = _sides(node)
    name = writer.name("asked")
    asked = conversions.kept(writer.value(first))
    lines = [*writer.ahead, f"{name} = {unparse(asked.node)}"]
    writer.ahead = []
    test = conversions.as_truth(Typed(ast.Name(name), asked.kind))
    test = test if is_and else values.negated(test)
    is_left = leaving.leaves(second)
    given = loops.statement_of(writer, second) if is_left else returned(writer, second)
    given, writer.ahead = [*writer.ahead, *given], []
    return [*lines, f"if {unparse(test)}:", *further_in(given), *_first(writer, name, asked.kind)]


def _sides(node: Node) -> tuple[Node, Node, bool]:
    """What is asked, what stands for it, and whether that is where it is true."""
    condition = node.child_by_field_name("condition")
    if condition is not None:
        is_and = any(each.type == "if" for each in node.children)
        return condition, node.named_children[0], is_and
    first, second = node.child_by_field_name("left"), node.child_by_field_name("right")
    if first is None or second is None or tree.operator(node) == "xor":
        raise Untranslatable(tree.text(node))
    return first, second, tree.operator(node) == "and"


def _first(writer: Writer, name: str, kind: str) -> list[str]:
    frame = writer.frame
    if frame.is_asked:
        return [f"return [{name}] if wantarray else {name}"]
    if frame.gives == "list":
        return [f"return ({name},)" if frame.is_code else f"return [{name}]"]
    writer.give(kind)
    return [f"return {name}"]


def _nothing(writer: Writer) -> list[str]:
    writer.give("none")
    if writer.frame.is_code:
        return ["return ()"]
    return ["return []" if writer.frame.gives == "list" else "return None"]


def _check_leaves(node: Node) -> None:
    """``… or return`` inside of a value can't be written as one."""
    inner = tree.bare(node)
    right = inner.child_by_field_name("right")
    if tree.operator(inner) not in ("||", "or") or right is None:
        return
    if tree.bare(right).type in ("return_expression", "loopex_expression"):
        raise Untranslatable(tree.text(node))


def _as_new_list(made: Typed) -> ast.expr:
    return made.node if made.is_new else values.call("list", [made.node])


def _eval(writer: Writer, node: Node) -> list[str]:
    if writer.frame.is_asked:
        raise Untranslatable("eval in a sub that asks for wantarray")
    if writer.frame.gives == "list":
        return _one(writer, node)
    name = writer.name("result")
    empty = [f"{name} = None"]
    lines = failing.attempt(writer, node, name, empty)
    writer.give("")
    return [*lines, f"return {name}"]


def _asking(writer: Writer, node: Node) -> list[str] | None:
    """``wantarray ? … : …`` in code without a name: who called it takes what it wants."""
    parts = tree.ternary(node)
    if parts is None or not _is_wantarray(parts[0]):
        return None
    one, other = parts[1:]
    if any(_may_do_something(each) for side in (one, other) for each in tree.walk(side)):
        raise Untranslatable("wantarray of code without a name, which does something by it")
    listed = values.call("tuple", [writer.listed(one).node])
    return [f"return {unparse(values.call('PerlEither', [listed, writer.kept(other).node]))}"]


def _may_do_something(node: Node) -> bool:
    call = tree.call(node)
    harmless = ("join", "scalar", "keys", "values", "sort", "reverse", "map", "grep", "lc", "uc")
    return call is not None and (call.receiver is not None or call.name not in harmless)


def _sides_that_assign(node: Node | None) -> tuple[Node, Node, Node] | None:
    """The parts of ``… ? ($x = 1) : $x``; of any other expression none."""
    parts = tree.ternary(node)
    if parts is None:
        return None
    assigns = any(tree.bare(each).type == "assignment_expression" for each in parts[1:])
    return parts if assigns else None


def _is_wantarray(node: Node) -> bool:
    return tree.text(tree.bare(node)) in ("wantarray", "wantarray()")


def _known_to_ask(node: Node) -> bool | None:
    """Whether a list is wanted of ``return … if wantarray``; None where that isn't known."""
    around = next((each for each in tree.above(node) if each.type == "return_expression"), None)
    above = around.parent if around is not None else None
    if above is not None and above.type == "expression_statement":
        block = above.parent
        above = block.parent if block is not None else None
        if above is None or not tree.same(above.child_by_field_name("block"), block):
            return None
    if above is None or above.type not in _CONDITIONS:
        return None
    asked = above.child_by_field_name("condition")
    if asked is None or not _is_wantarray(asked):
        return None
    words = {each.type for each in above.children}
    return True if "if" in words else False if "unless" in words else None


_CONDITIONS = frozenset({"postfix_conditional_expression", "conditional_statement"})


def _either(writer: Writer, node: Node | None) -> list[str]:
    """In a sub that asks for ``wantarray``."""
    if node is None:
        return ["return [] if wantarray else None"]
    known = _known_to_ask(node)
    if known is not None:
        made = _as_new_list(writer.listed(node)) if known else writer.kept(node).node
        return [f"return {unparse(made)}"]
    parts = tree.ternary(node)
    if parts is not None and _is_wantarray(parts[0]):
        listed = _as_new_list(writer.listed(parts[1]))
        single = writer.kept(parts[2]).node
        return ["return " + unparse(ast.IfExp(ast.Name("wantarray"), listed, single))]
    before, writer.ahead = writer.ahead, []
    listed = _as_new_list(writer.listed(node))
    lines, writer.ahead = writer.ahead, []
    single = writer.kept(node).node
    more, writer.ahead = writer.ahead, before
    if not lines and not more:
        return ["return " + unparse(ast.IfExp(ast.Name("wantarray"), listed, single))]
    lines.append(f"return {unparse(listed)}")
    return ["if wantarray:", *further_in(lines), *more, f"return {unparse(single)}"]

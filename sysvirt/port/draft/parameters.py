"""The parameters of functions: what the first statements of a sub take of ``@_``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from sysvirt.port.draft.expressions import (
    arguments,
    own,
)
from sysvirt.port.draft.writing.writer import Writer
from sysvirt.port.draft.writing.written import unparse
from sysvirt.port.parser import tree
from sysvirt.port.python.refusing import Untranslatable

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.draft.known.outline import Sub

_SHIFT = re.compile(r"shift(\s*\(\s*\)|\s*\(?\s*@_\s*\)?)?\Z")


@attrs.define
class Parameters:
    """The parameters of a function."""

    names: list[str] = attrs.field(factory=list)
    rest: str = ""
    #: The first lines of its body.
    lines: list[str] = attrs.field(factory=list)
    #: How many statements of the body they stand for.
    taken: int = 0
    #: The name of the list of what is left of ``@_``.
    arguments: str = ""


def parameters(writer: Writer, node: Node, inside: list[Node], sub: Sub | None) -> Parameters:
    """The parameters, read off the first statements."""
    made = Parameters()
    signature = next((each for each in node.named_children if each.type == "signature"), None)
    if signature is not None:
        _of_signature(writer, signature, made, sub)
        return made
    at = 0
    while at < len(inside):
        if inside[at].type == "comment":
            at += 1
            continue
        if _takes_all_of(inside[at]) and _are_used(writer, inside[at + 1 :]):
            # They are still there.
            break
        if not _take(writer, inside[at], made, sub):
            break
        at += 1
        made.taken = at
        if made.rest:
            break
    is_used = _are_used(writer, inside[made.taken :])
    if is_order(writer, inside) and not made.names:
        made.names = ["a", "b"]
        writer.pair = ("a", "")
    if is_used and not made.rest:
        made.arguments = writer.name("arguments")
        made.rest = made.arguments
        made.lines.insert(0, f"{made.arguments} = list({made.arguments})")
    elif is_used:
        raise Untranslatable("@_ after its parts have names")
    return made


def _takes_all_of(node: Node) -> bool:
    """``my ($x, $y) = @_;``."""
    inner = expression_of(node)
    right = inner.child_by_field_name("right") if inner is not None else None
    return right is not None and right.type == "array" and tree.variable(right) == "@_"


def _are_used(writer: Writer, inside: list[Node]) -> bool:
    """Whether some statements look at ``@_``, or call a sub with it: ``&name;``."""
    if arguments.are_used("\n".join(arguments.text_of(writer, each) for each in inside)):
        return True
    return any(own.is_handing_on(writer, node) for each in inside for node in tree.walk(each))


def is_order(writer: Writer, inside: list[Node]) -> bool:
    """Whether a sub looks at $a and $b, as one that ``sort`` calls."""
    return any(
        tree.variable(node) in ("$a", "$b") and writer.variables.of(node) is None
        for each in inside
        for node in tree.walk(each)
        if not any(above.type == "sort_expression" for above in tree.above(node))
    )


def _take(writer: Writer, node: Node, made: Parameters, sub: Sub | None) -> bool:
    """Whether a statement only gives a name to arguments; then it is a parameter."""
    inner = (
        node.named_children[0]
        if node.type == "expression_statement" and node.named_children
        else None
    )
    if inner is None or inner.type != "assignment_expression" or tree.operator(inner) != "=":
        return False
    left, right = inner.child_by_field_name("left"), inner.child_by_field_name("right")
    if left is None or right is None or left.type != "variable_declaration":
        return False
    several = left.children_by_field_name("variables")
    if several and tree.variable(right) == "@_" and right.type == "array":
        return _take_all(writer, several, made, sub)
    one = left.child_by_field_name("variable")
    if one is None and len(several) == 1:
        one = several[0]
    if one is None:
        return False
    if one.type in ("array", "hash") and tree.variable(right) == "@_":
        return _take_all(writer, [one], made, sub)
    if one.type != "scalar":
        return False
    return _take_one(writer, one, right, made, sub)


def _take_one(writer: Writer, one: Node, right: Node, made: Parameters, sub: Sub | None) -> bool:
    text = tree.text(right)
    if _SHIFT.fullmatch(text.strip()):
        _add(writer, one, made, sub)
        return True
    sign = tree.operator(right)
    first, other = right.child_by_field_name("left"), right.child_by_field_name("right")
    if sign not in ("||", "//") or first is None or other is None:
        return False
    if not _SHIFT.fullmatch(tree.text(first).strip()) or "_" in re.findall(
        r"[@$]_\b", tree.text(other)
    ):
        return False
    call = tree.call(other)
    if other.type == "return_expression" or (
        call is not None and call.name in ("die", "croak", "confess")
    ):
        return False
    name = _add(writer, one, made, sub, "")
    kept = writer.kept(other)
    variable = writer.variables.of(one)
    if variable is not None:
        writer.write_to(variable, kept.kind)
    test = f"{name} is None" if sign == "//" else f"not perl_truth({name})"
    made.lines += [f"if {test}:", f"    {name} = {unparse(kept.node)}"]
    return True


def _add(
    writer: Writer, node: Node, made: Parameters, sub: Sub | None, kind: str | None = None
) -> str:
    variable = writer.variables.of(node)
    if variable is None:
        made.names.append(f"_{len(made.names)}")
        return made.names[-1]
    number = len(made.names)
    if sub is not None and sub.package != "main" and sub.is_method and number == 0:
        writer.frame.self_name = variable.python
        is_array = sub.package in writer.outline.arrays
        kind_of = {"object": "list" if is_array else "dict"}.get(sub.takes, "object")
        is_plain = not writer.outline.overloaded
        writer.write_to(variable, kind_of if is_plain else "")
    elif kind is None:
        shift = 1 if sub is not None and sub.package != "main" and sub.is_method else 0
        facts = writer.before.sub(sub.key) if sub is not None else None
        known = facts.argument(number - shift) if facts is not None else ""
        writer.write_to(variable, known)
    else:
        writer.write_to(variable, kind)
    made.names.append(variable.python)
    return variable.python


def _take_all(writer: Writer, several: list[Node], made: Parameters, sub: Sub | None) -> bool:
    for each in several[:-1]:
        if each.type not in ("scalar", "undef_expression"):
            return False
    for each in several:
        if each.type in ("array", "hash"):
            variable = writer.variables.of(each)
            if variable is None:
                return False
            made.rest = variable.python
            writer.write_to(variable)
            writer.hold(variable, "")
            call = "perl_pairs" if each.type == "hash" else "list"
            made.lines.append(f"{variable.python} = {call}({variable.python})")
        elif each.type == "scalar":
            _add(writer, each, made, sub)
        else:
            made.names.append(f"_{len(made.names)}")
    made.rest = made.rest or ("_" if sub is None else "")
    return True


def _of_signature(writer: Writer, node: Node, made: Parameters, sub: Sub | None) -> None:
    for each in node.named_children:
        variable = next((v for v in each.named_children if v.type in tree.VARIABLES), None)
        if variable is None:
            made.names.append(f"_{len(made.names)}")
        elif variable.type in ("array", "hash"):
            _take_all(writer, [variable], made, sub)
        else:
            name = _add(
                writer, variable, made, sub, None if each.type.startswith("mandatory") else ""
            )
            default = each.child_by_field_name("default")
            if default is not None:
                shown = unparse(writer.kept(default).node)
                made.lines += [f"if {name} is None:", f"    {name} = {shown}"]


def expression_of(node: Node) -> Node | None:
    """What a statement is; the grammar takes a block of ``catch`` for a hash, without one."""
    if node.type == "expression_statement":
        return next(iter(node.named_children), None)
    is_alone = node.parent is not None and node.parent.type == "anonymous_hash_expression"
    return node if is_alone else None

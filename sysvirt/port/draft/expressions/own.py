"""Subs of the script and its project: how they are called."""

from __future__ import annotations

import ast
import itertools
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs

from sysvirt.port.draft.expressions import access, contexts, targets
from sysvirt.port.draft.expressions.arguments import ALL, PLACES, are_used, refuse_earlier
from sysvirt.port.draft.known import kinds
from sysvirt.port.draft.known.outline import Sub
from sysvirt.port.draft.writing import conversions
from sysvirt.port.draft.writing.typed import Typed, constant
from sysvirt.port.draft.writing.writer import Writer
from sysvirt.port.draft.writing.written import unparse
from sysvirt.port.parser import tree
from sysvirt.port.python import values
from sysvirt.port.python.refusing import Untranslatable

if TYPE_CHECKING:
    from tree_sitter import Node


def is_handing_on(writer: Writer, node: Node) -> bool:
    """Whether it is ``&name;``, which calls a sub with the arguments of the one around it."""
    text = tree.text(node)
    if node.type != "function_call_expression" or not text.startswith("&") or "(" in text:
        return False
    sub = writer.outline.sub(text.removeprefix("&"), tree.package(node))
    return sub is not None and are_used(tree.text(sub.node))


def handed_on(writer: Writer, node: Node) -> list[ast.expr]:
    """The arguments of ``&name;``: both subs have the same ones, so none may look at them then."""
    around = tree.sub(node)
    if around is None:
        return []
    behind = (around.text or b"")[node.end_byte - around.start_byte :].decode("utf-8", "replace")
    inside = itertools.takewhile(lambda each: not tree.same(each, around), tree.above(node))
    is_again = any("loop" in each.type or "for_" in each.type for each in inside)
    if not writer.frame.arguments or are_used(behind) or is_again:
        raise Untranslatable("a call that hands its own arguments on")
    return [ast.Starred(ast.Name(writer.frame.arguments))]


def function_of(writer: Writer, sub: Sub) -> ast.expr:
    """A sub as a function: ``Parent::new($class)`` says itself which class it is called on."""
    if sub.package == "main":
        return ast.Name(sub.python)
    made = ast.Attribute(ast.Name(writer.outline.class_name(sub.package)), sub.python)
    return ast.Attribute(made, "__func__") if sub.takes == "class" else made


def called(
    writer: Writer,
    sub: Sub,
    arguments: Sequence[Node],
    function: ast.expr,
    *,
    in_list: bool,
    block: Node | None = None,
    node: Node | None = None,
) -> Typed:
    """A call of a sub, with what Perl makes of its values in that place."""
    is_void, writer.is_void = writer.is_void, False
    if not is_void:
        contexts.note_call(writer, sub, in_list=in_list)
    arguments = [_variable(writer, sub, each) for each in arguments]
    given = arguments_of(writer, sub, arguments, block)
    if node is not None and is_handing_on(writer, node):
        given = handed_on(writer, node)
        writer.facts.sub(sub.key).is_open = True
    if places := _places(writer, sub, arguments, given):
        return _changing(writer, sub, function, given, places, in_list=in_list, is_void=is_void)
    return _of_call(writer, sub, values.call(function, given), in_list=in_list, is_void=is_void)


def told(made: ast.Call, *, in_list: bool) -> Typed:
    """A call of a sub that looks at ``wantarray``."""
    made.keywords.append(ast.keyword("wantarray", ast.Constant(in_list)))
    return Typed(made, "list" if in_list else "")


def _of_call(
    writer: Writer, sub: Sub, made: ast.Call, *, in_list: bool, is_void: bool = False
) -> Typed:
    """What Perl makes of the values of a call."""
    if sub.is_asked:
        return told(made, in_list=in_list)
    facts = writer.before.sub(sub.key)
    writer.facts.sub(sub.key).is_used |= not is_void
    if sub.gives == "list":
        if in_list:
            return Typed(made, "list", is_new=not facts.is_passed)
        if sub.scalar == "count":
            return Typed(values.call("len", [made]), "int")
        if sub.scalar == "last":
            return Typed(values.call("perl_last", [made]))
        raise Untranslatable(f"{sub.name} gives a list, of which one value is wanted")
    if facts.is_passed and sub.is_optional:
        # It gives no value at all where it ends early.
        name = "perl_all_given" if in_list else "perl_one_given"
        return Typed(values.call(name, [made]), "list" if in_list else "")
    kind = kinds.joined(facts.gives) if facts.gives and not sub.is_method else ""
    return Typed(made, kind, is_optional=in_list and sub.is_optional)


def _places(
    writer: Writer, sub: Sub, arguments: Sequence[Node], given: Sequence[ast.expr]
) -> dict[int, targets.Target]:
    """The variables among the arguments that the sub changes, by their numbers."""
    changes = writer.before.sub(sub.key).changes
    found: dict[int, targets.Target] = {}
    is_even = not any(isinstance(each, ast.Starred) for each in given)
    items = [item for each in arguments for item in tree.items(each)]
    for number, each in enumerate(items if changes else ()):
        if changes.isdisjoint({number, ALL}):
            continue
        if each.type == "scalar" and is_even and len(items) == len(given):
            refuse_earlier(writer, each)
            found[number] = targets.target(writer, each)
        elif each.type in _PLACES or not is_even:
            raise Untranslatable(f"{sub.name} changes its arguments where they come from")
    return found


#: What is a place, or may not be changed.
_PLACES = frozenset(
    {
        *("array", "hash", "array_deref_expression", "hash_deref_expression", "number"),
        *("hash_element_expression", "array_element_expression", "slice_expression"),
        *("string_literal", "interpolated_string_literal", "quoted_word_list"),
        *("assignment_expression", "conditional_expression"),
    }
)


def _changing(
    writer: Writer,
    sub: Sub,
    function: ast.expr,
    given: Sequence[ast.expr],
    places: dict[int, targets.Target],
    *,
    in_list: bool,
    is_void: bool,
) -> Typed:
    """A call of a sub that changes its arguments: behind it they get what the sub made of them."""
    listed = writer.name("places")
    call = values.call(function, [])
    call.keywords.append(ast.keyword(PLACES, ast.Name(listed)))
    made = _of_call(writer, sub, call, in_list=in_list, is_void=is_void)
    result = "" if is_void else writer.name("result")
    writer.ahead += [
        f"{listed} = {unparse(ast.List(list(given)))}",
        f"{result} = {unparse(made.node)}" if result else unparse(made.node),
    ]
    for number, each in places.items():
        writer.ahead += each.store(Typed(values.element(ast.Name(listed), ast.Constant(number))))
    return attrs.evolve(made, node=ast.Name(result)) if result else constant(None)


def _variable(writer: Writer, sub: Sub, node: Node) -> Node:
    """``open_it(my $x)``: a variable that is there for the sub to change."""
    if node.type != "variable_declaration" or not writer.before.sub(sub.key).changes:
        return node
    inner = targets.unwrapped(node)
    variable = writer.variables.of(inner)
    if inner.type != "scalar" or variable is None or variable.is_boxed:
        raise Untranslatable(tree.text(node))
    writer.write_to(variable, "none")
    writer.ahead.append(f"{variable.python} = None")
    return inner


def arguments_of(
    writer: Writer, sub: Sub, arguments: Sequence[Node], block: Node | None = None
) -> list[ast.expr]:
    """The arguments, with what is known of their kinds."""
    facts = writer.facts.sub(sub.key)
    made = [Typed(writer.code_of_call(block), "code")] if block is not None else []
    made += _by_prototype(writer, sub, arguments)
    known = [each.kind for each in made if not isinstance(each.node, ast.Starred)]
    facts.is_open |= len(known) < len(made)
    facts.fewest = min(facts.fewest, len(known))
    facts.most = max(facts.most, len(known))
    for number, kind in enumerate(known):
        while len(facts.arguments) <= number:
            facts.arguments.append(set())
        facts.arguments[number].add(kind)
    return [each.node for each in made]


def _by_prototype(writer: Writer, sub: Sub, arguments: Sequence[Node]) -> list[Typed]:
    r"""Arrays and hashes as themselves where a prototype says so: ``(\@)``."""
    letters = re.findall(r"\\?(?:\[[^]]*\]|[$@%&*+_])", sub.prototype.replace(";", ""))
    letters = letters[1:] if letters[:1] == ["&"] and len(letters) > len(arguments) else letters
    if not any(each.startswith(("\\", "+")) for each in letters):
        return writer.items(arguments)
    made: list[Typed] = []
    for at, node in enumerate(arguments):
        letter = letters[at] if at < len(letters) else ""
        is_container = node.type in ("array", "hash")
        if letter.startswith(("\\", "+")) and is_container:
            writer.share(node)
            made.append(access.container(writer, node))
        elif letter == "$":
            made.append(conversions.kept(writer.value(node)))
        else:
            made += writer.items([node])
    return made

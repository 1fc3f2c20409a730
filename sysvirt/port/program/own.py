"""Subs of the script and its project: how they are called."""

from __future__ import annotations

import ast
import itertools
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sysvirt.port.draft import values
from sysvirt.port.draft.refusing import Untranslatable
from sysvirt.port.parser import tree
from sysvirt.port.program import access, contexts, conversions, kinds
from sysvirt.port.program.outline import Sub
from sysvirt.port.program.typed import Typed
from sysvirt.port.program.writer import Writer

if TYPE_CHECKING:
    from tree_sitter import Node


#: What looks at ``@_``.
USES_ARGUMENTS = re.compile(
    r"@_\b|@_(?=\W)|\$_\[|\$#_|\bshift\b(?!\s*\(?\s*@\s*[\w{$])|\bpop\b(?!\s*\(?\s*@)"
)


def is_handing_on(writer: Writer, node: Node) -> bool:
    """Whether it is ``&name;``, which calls a sub with the arguments of the one around it."""
    text = tree.text(node)
    if node.type != "function_call_expression" or not text.startswith("&") or "(" in text:
        return False
    sub = writer.outline.sub(text.removeprefix("&"), tree.package(node))
    return sub is not None and USES_ARGUMENTS.search(tree.text(sub.node)) is not None


def handed_on(writer: Writer, node: Node) -> list[ast.expr]:
    """The arguments of ``&name;``: both subs have the same ones, so none may look at them then."""
    around = tree.sub(node)
    if around is None:
        return []
    behind = (around.text or b"")[node.end_byte - around.start_byte :].decode("utf-8", "replace")
    inside = itertools.takewhile(lambda each: not tree.same(each, around), tree.above(node))
    is_again = any("loop" in each.type or "for_" in each.type for each in inside)
    if not writer.frame.arguments or USES_ARGUMENTS.search(behind) or is_again:
        raise Untranslatable("a call that hands its own arguments on")
    return [ast.Starred(ast.Name(writer.frame.arguments))]


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
    given = arguments_of(writer, sub, arguments, block)
    if node is not None and is_handing_on(writer, node):
        given = handed_on(writer, node)
        writer.facts.sub(sub.key).is_open = True
    if sub.is_asked:
        made = values.call(function, given, wantarray=ast.Constant(in_list))
        return Typed(made, "list" if in_list else "")
    made = values.call(function, given)
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

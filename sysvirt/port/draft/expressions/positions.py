"""Where ``m//g`` goes on: ``pos`` of variables, ``\\G``, matches that ask for one at a time.

Each variable that is looked at so has a ``PerlPosition``, which is made where the variable is.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from sysvirt.port.draft.expressions import access
from sysvirt.port.draft.writing import conversions
from sysvirt.port.draft.writing.typed import Typed
from sysvirt.port.draft.writing.written import unparse
from sysvirt.port.parser import tree
from sysvirt.port.python import values
from sysvirt.port.python.refusing import Untranslatable

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.draft.known.variables import Variable
    from sysvirt.port.draft.patterns.regex import Regex
    from sysvirt.port.draft.writing.writer import Writer

_LOOPS = frozenset({"for_statement", "cstyle_for_statement", "loop_statement"})


def name_of(python: str) -> str:
    """What the position of a variable is called."""
    return f"{python}_place"


def of(writer: Writer, node: Node | None) -> ast.expr:
    """The position of a variable, an element, or ``$_``."""
    node = tree.bare(node) if node is not None else None
    if node is None or tree.variable(node) == "$_":
        return _of_topic(writer)
    if node.type in ("hash_element_expression", "array_element_expression"):
        return _of_element(writer, node)
    variable = writer.variables.of(node) if node.type == "scalar" else None
    if variable is None or variable.is_boxed:
        behind = tree.dereferenced(node)
        if behind is not None:
            return values.call("perl_position", [writer.value(behind).node])
        if variable is None:
            raise Untranslatable("a match that goes on where the last one ended")
        return values.call("perl_position", [ast.Name(variable.python)])
    writer.facts.placed.add(variable)
    _make(writer, variable)
    return ast.Name(name_of(variable.python))


def _of_topic(writer: Writer) -> ast.expr:
    made = access.topic(writer).node
    name = made.id if isinstance(made, ast.Name) else ""
    if not name:
        raise Untranslatable("a match that goes on where the last one ended")
    writer.topic_places.add(name)
    writer.facts.placed.add(name)
    return ast.Name(name_of(name))


def _of_element(writer: Writer, node: Node) -> ast.expr:
    where = access.path(writer, node)
    *outer, key = where.keys
    base = where.base.node
    if outer:
        base = values.call("perl_get", [base, *outer])
    return values.call("perl_position", [base, key])


def _make(writer: Writer, variable: Variable) -> None:
    """Let there be a position: with the file, or at the beginning of the variable's block."""
    scope = variable.scope
    if scope is None or scope.parent is None or variable.is_state:
        line = f"{name_of(variable.python)} = PerlPosition()"
        if line not in writer.first:
            writer.first.append(line)
    elif scope.type == "conditional_statement":
        raise Untranslatable("a match that goes on where the last one ended")
    else:
        writer.places.add(variable)


def made(writer: Writer, node: Node | None) -> list[str]:
    """The lines at the beginning of a block: the positions of its variables."""
    if node is None or not writer.places:
        return []
    scopes = [node]
    if node.parent is not None and node.parent.type in (*_LOOPS, *tree.SUBS):
        scopes.append(node.parent)
    here = [
        each
        for each in writer.places
        if each.scope is not None and any(tree.same(each.scope, scope) for scope in scopes)
    ]
    writer.places.difference_update(here)
    return [f"{name} = PerlPosition()" for name in sorted(name_of(each.python) for each in here)]


def of_topic(writer: Writer, name: str) -> list[str]:
    """The same for ``$_`` of a loop, once its body is written."""
    if name not in writer.topic_places:
        return []
    writer.topic_places.discard(name)
    return [f"{name_of(name)} = PerlPosition()"]


def of_written_topic(writer: Writer, name: str) -> list[str]:
    """Where ``$_`` gets a value outside of such a loop."""
    writer.topic_places.discard(name)
    return [f"{name_of(name)} = PerlPosition()"] if name in writer.before.placed else []


def assert_made(writer: Writer, name: str) -> None:
    """Behind a map: nothing has made a position for its elements."""
    if name in writer.topic_places:
        writer.topic_places.discard(name)
        raise Untranslatable("a match that goes on where the last one ended")


def is_needed(writer: Writer, made: Regex, node: Node | None) -> bool:
    """Whether a match in a list begins where another one ended."""
    if made.from_position:
        return True
    variable = writer.variables.of(node) if node is not None else None
    return "g" in made.operator and variable is not None and variable in writer.before.placed


def forgotten(writer: Writer, variable: Variable) -> list[str]:
    """A variable that gets another value loses its position."""
    if variable not in writer.before.placed:
        return []
    _make(writer, variable)
    return [f"{name_of(variable.python)}.at = None"]


def searched(
    writer: Writer, made: Regex, node: Node | None, text: ast.expr, method: str = "search"
) -> ast.expr:
    """The next match, or all that follow."""
    is_next = "g" in made.operator
    name = method if is_next else "look"
    call = values.call(ast.Attribute(of(writer, node), name), [made.pattern, text])
    if made.flags is not None:
        call.keywords.append(ast.keyword("flags", made.flags))
    for word, is_so in (("here", made.from_position), ("keep", "c" in made.operator)):
        if is_so and is_next:
            call.keywords.append(ast.keyword(word, ast.Constant(True)))
    return call


def moved(made: ast.expr) -> list[str]:
    """A match whose value nobody wants: it moves the position, if there is one."""
    if not isinstance(made, ast.Call) or not isinstance(made.func, ast.Attribute):
        return []
    is_next = made.func.attr == "search" and unparse(made.func) != "re.search"
    return [unparse(made)] if is_next else []


def listed(writer: Writer, made: Regex, node: Node | None, text: ast.expr) -> Typed:
    """What a match finds in a list from its position on."""
    found = searched(writer, made, node, text, "all")
    if "g" not in made.operator:
        return Typed(values.call("perl_groups", [found]), "list")
    return Typed(values.call("perl_all_groups", [found]), "list")


# pos -----------------------------------------------------------------------------------------


def read(writer: Writer, given: tree.Call) -> Typed:
    """``pos $x``."""
    node = given.arguments[0] if given.arguments else None
    text = _text(writer, node)
    return Typed(values.call(ast.Attribute(of(writer, node), "of"), [text]), "int?")


def _text(writer: Writer, node: Node | None) -> ast.expr:
    return writer.text(node) if node is not None else conversions.as_text(access.topic(writer))


def assigned(writer: Writer, left: Node, right: Node) -> list[str] | None:
    """``pos($x) = 0``; of any other assignment none."""
    call = tree.call(left)
    name = call.name if call is not None else tree.text(left)
    if name != "pos" or (call is not None and call.receiver is not None):
        return None
    node = call.arguments[0] if call is not None and call.arguments else None
    made = writer.value(right)
    place = (
        made.node if made.kind in ("int", "none") else values.call("perl_given_place", [made.node])
    )
    set_ = ast.Attribute(of(writer, node), "set")
    return [unparse(values.call(set_, [place, _text(writer, node)]))]

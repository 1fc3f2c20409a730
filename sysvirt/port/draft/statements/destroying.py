"""``DESTROY``: what an object does when nobody has it any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt.port.parser import tree

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.draft.known.outline import Outline, Sub
    from sysvirt.port.draft.known.variables import Variable
    from sysvirt.port.draft.writing.writer import Writer

_NAME = "DESTROY"
#: What leaves a block before its end.
_LEAVING = frozenset({"return_expression", "loopex_expression"})


def lines(writer: Writer, package: str) -> list[str]:
    """What Python calls, in a class that has it."""
    sub = writer.outline.subs.get((package, _NAME))
    if sub is None or not _does_something(sub):
        return []
    message = "Python may call DESTROY later than Perl, where code or an error keeps the object"
    writer.note(sub.node, message)
    return ["", "def __del__(self):", f"    self.{sub.python}()"]


def freed(writer: Writer, block: Node) -> list[str]:
    """Variables of a block have no value behind its end, where an object would still be there."""
    if not any(map(_destroys, (writer.outline, *writer.outline.others))):
        return []
    inside = tree.inside(block)
    if inside and inside[-1].named_children and inside[-1].named_children[0].type in _LEAVING:
        return []
    found = [each for each in writer.variables.all if _ends_with(writer, each, block)]
    return [f"{each.python} = None" for each in found]


def _ends_with(writer: Writer, variable: Variable, block: Node) -> bool:
    is_alone = len(writer.variables.users.get(variable, [])) == 1 and not variable.is_state
    return is_alone and variable.scope is not None and tree.same(variable.scope, block)


def _destroys(outline: Outline) -> bool:
    return any(each.name == _NAME and _does_something(each) for each in outline.subs.values())


def _does_something(sub: Sub) -> bool:
    body = sub.node.child_by_field_name("body")
    return body is not None and bool(tree.inside(body))

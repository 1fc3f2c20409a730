"""Last statements of subs: whether they have a value that somebody may want."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt.port.draft.known.results import last_values
from sysvirt.port.draft.statements import leaving
from sysvirt.port.parser import tree

if TYPE_CHECKING:
    from tree_sitter import Node

#: What is done rather than worked out.
WITHOUT_VALUE = frozenset(
    {
        "return_expression",
        "postfix_conditional_expression",
        "postfix_for_expression",
        "postfix_loop_expression",
        "loopex_expression",
        "assignment_expression",
        "lowprec_logical_expression",
        "localization_expression",
        "variable_declaration",
        "postinc_expression",
        "preinc_expression",
        "eval_expression",
        "substitution_regexp",
    }
)
#: What changes a place, and has its value.
CHANGING = frozenset({"assignment_expression", "postinc_expression", "preinc_expression"})
CALLS_WITHOUT_VALUE = frozenset(
    [
        "print",
        "printf",
        "say",
        "die",
        "croak",
        "confess",
        "warn",
        "carp",
        "exit",
        "push",
        "unshift",
        "chomp",
        "undef",
        "bless_",
        "close",
        "open",
        "system",
        "sleep",
        "try",
        "delete",
    ]
)


def is_done(node: Node) -> bool:
    """Whether it is a call that is made for what it does."""
    call = tree.call(node)
    return call is not None and call.receiver is None and call.name in CALLS_WITHOUT_VALUE


def is_eval_of_value(node: Node) -> bool:
    """``eval { …; 1 }``, whose last value says whether all went well."""
    blocks = [each for each in node.named_children if each.type == "block"]
    if node.type != "eval_expression" or not blocks:
        return False
    final = next(iter(last_values(blocks[0])), None)
    return final is not None and final.type not in WITHOUT_VALUE and not is_done(final)


def is_choice(node: Node, *, is_used: bool) -> bool:
    """``'big' if $x > 5`` and ``$x > 5 or 'small'``, which have a value at the end of a sub.

    ``$x = 1 if …`` and ``… or die`` have one as well, which is rarely meant: only where somebody
    certainly wants it.
    """
    if is_logic_of_values(node):
        return True
    if node.type == "lowprec_logical_expression":
        right = node.child_by_field_name("right")
        return is_used and right is not None and leaving.leaves(right)
    if node.type != "postfix_conditional_expression":
        return False
    given = node.named_children[0]
    if given.type in CHANGING:
        return is_used
    return given.type not in WITHOUT_VALUE and not is_done(given)


def is_logic_of_values(node: Node) -> bool:
    """``$x > 1 and $y``: nothing in it is done, so that its value must be what is wanted."""
    if node.type != "lowprec_logical_expression":
        return False
    for each in tree.walk(node):
        if is_done(each):
            return False
        if each.type in WITHOUT_VALUE and each.type != "lowprec_logical_expression":
            return False
    return True

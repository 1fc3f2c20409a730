"""Regular expressions, as far as both languages read them alike."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from sysvirt.port.parser import tree
from sysvirt.port.python import values
from sysvirt.port.python.refusing import Untranslatable

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.lines.expressions import Expressions

_FLAGS = {"i": "IGNORECASE", "m": "MULTILINE", "s": "DOTALL", "x": "VERBOSE"}
#: What only Perl has: classes of POSIX, recursion, ``\z``, ``\Z``, ``\K``, ``\Q``, variables.
_STRANGE = re.compile(r"\[\[:|\(\?[<P{?R&|+\-\d^]|\\[zZKQEGhHvVRXpPLUgk]|[$@]\w|[$@]\{")


def match(expressions: Expressions, left: Node, right: Node) -> ast.expr:
    """``$x =~ /…/``."""
    if right.type != "match_regexp":
        raise Untranslatable(tree.text(right))
    modifiers = "".join(
        tree.text(each) for each in right.named_children if each.type == "match_regexp_modifiers"
    )
    pattern = tree.between(right)
    if _STRANGE.search(pattern) or set(modifiers) - set(_FLAGS):
        raise Untranslatable(pattern)
    try:
        re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        raise Untranslatable(pattern) from error
    flags = [values.path(f"re.{_FLAGS[each]}") for each in dict.fromkeys(modifiers)]
    arguments = [_raw(pattern), _text(expressions, left)]
    if flags:
        made = flags[0]
        for each in flags[1:]:
            made = ast.BinOp(made, ast.BitOr(), each)
        arguments.append(made)
    return values.call("re.search", arguments)


def _text(expressions: Expressions, node: Node) -> ast.expr:
    value = expressions.value(node)
    is_text = expressions.shapes.of(node) == "str" and not expressions.is_error(node)
    return value if is_text else values.call("str", [value])


def _raw(pattern: str) -> ast.expr:
    """A raw string: ``ast`` has no form for one, and writes a name as it is."""
    quote = next((each for each in ('"', "'") if each not in pattern), None)
    if quote is None or pattern.endswith("\\") or "\n" in pattern:
        raise Untranslatable(pattern)
    return ast.Name(f"r{quote}{pattern}{quote}")

"""Puts ``await`` into the examples of docstrings."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from reference.twins import public_classes

_PROMPT = re.compile(r"^(?P<indent> *)(?:>>>|\.\.\.)(?: (?P<code>.*))?$")
_SHOWN = re.compile(r"<sysvirt\.(?P<name>\w+)")


def await_examples(docstring: str, awaited: AbstractSet[str]) -> str:
    """A docstring as it is written, with ``await`` before each call of a method in ``awaited``.

    >>> await_examples(">>> dom.get_info()", {"get_info"})
    '>>> await dom.get_info()'
    """
    lines = docstring.split("\n")
    for first, last in _find_examples(lines):
        codes = [_read_code(line) for line in lines[first:last]]
        awaited_codes = await_calls("\n".join(codes), awaited).split("\n")
        for at, (before, after) in enumerate(zip(codes, awaited_codes, strict=True), first):
            lines[at] = lines[at].removesuffix(before) + after
    return "\n".join(map(_show_twin, lines))


def _find_examples(lines: list[str]) -> Iterator[tuple[int, int]]:
    """From where to where each example goes."""
    at = 0
    while at < len(lines):
        first = at
        at += 1
        if lines[first].lstrip().startswith(">>> "):
            while at < len(lines) and lines[at].lstrip().startswith("..."):
                at += 1
            yield first, at


def _read_code(line: str) -> str:
    found = _PROMPT.match(line)
    return found["code"] or "" if found else ""


def _show_twin(line: str) -> str:
    """What the twin of an object shows of itself."""
    return _SHOWN.sub(
        lambda found: (
            f"<sysvirt.aio.{found['name']}" if found["name"] in public_classes() else found[0]
        ),
        line,
    )


def await_calls(code: str, awaited: AbstractSet[str]) -> str:
    """The same code, with ``await`` before each call of a method in ``awaited``.

    >>> await_calls("conn.get_domain_by_name('a').get_info()", {"get_domain_by_name", "get_info"})
    "await (await conn.get_domain_by_name('a')).get_info()"
    """
    tree = ast.parse(code)
    holders = (ast.Attribute, ast.Subscript)
    inner = {id(node.value) for node in ast.walk(tree) if isinstance(node, holders)}
    lines = code.split("\n")
    # The last one first, so that the places of the others stay right.
    for (line, column), _, text in sorted(_insertions(tree, inner, awaited), reverse=True):
        at = len(lines[line - 1].encode()[:column].decode())
        lines[line - 1] = lines[line - 1][:at] + text + lines[line - 1][at:]
    return "\n".join(lines)


def _insertions(
    tree: ast.AST, inner: AbstractSet[int], awaited: AbstractSet[str]
) -> Iterator[tuple[tuple[int, int], tuple[int, int], str]]:
    """What is put in: the place, by line and column, a further order, and the text."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and is_awaited(node, awaited):
            end = (node.end_lineno or 0, node.end_col_offset or 0)
            # Of two calls that begin at one place, the longer one is the outer one.
            order = (-end[0], -end[1])
            is_inner = id(node) in inner
            yield (node.lineno, node.col_offset), order, "(await " if is_inner else "await "
            if is_inner:
                yield end, order, ")"


def is_awaited(call: ast.Call, awaited: AbstractSet[str]) -> bool:
    """Whether a call has to be awaited."""
    if not isinstance(call.func, ast.Attribute):
        return False
    function = ast.unparse(call.func)
    is_method = call.func.attr in awaited and not function.startswith("Sys.")
    return is_method or function == "Sys.Virt.new"

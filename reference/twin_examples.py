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
    _refuse_deferred(tree, code, awaited)
    lines = code.split("\n")
    # The last one first, so that the places of the others stay right.
    for (line, column), _, text in sorted(_insertions(tree, awaited), reverse=True):
        at = len(lines[line - 1].encode()[:column].decode())
        lines[line - 1] = lines[line - 1][:at] + text + lines[line - 1][at:]
    result = "\n".join(lines)
    _check(tree, result, awaited)
    return result


def _refuse_deferred(tree: ast.AST, code: str, awaited: AbstractSet[str]) -> None:
    """Refuse what can't wait where it stands: it is to be written in another way."""
    for node in ast.walk(tree):
        parts: list[ast.AST] = []
        if isinstance(node, (ast.Lambda, ast.FunctionDef)):
            parts = [node]
        elif isinstance(node, ast.GeneratorExp):
            # What it goes through first is found before it begins.
            first = node.generators[0]
            parts = [node.elt, first.target, *first.ifs, *node.generators[1:]]
        calls = (each for part in parts for each in ast.walk(part) if isinstance(each, ast.Call))
        if any(is_awaited(call, awaited) for call in calls):
            raise ValueError(f"nothing can be awaited in a {type(node).__name__}: {code}")


def _insertions(
    tree: ast.AST, awaited: AbstractSet[str]
) -> Iterator[tuple[tuple[int, int], tuple[int, int], str]]:
    """What is put in: the place, by line and column, a further order, and the text."""
    inner = {*_held(tree)}
    opened: set[int] = set()
    for node in ast.walk(tree):
        # Walking meets the block before what it opens.
        if isinstance(node, ast.With) and any(map(_is_opening, node.items)):
            if not all(map(_is_opening, node.items)):
                raise ValueError(f"open the connection in a block of its own: {ast.unparse(node)}")
            opened |= {id(item.context_expr) for item in node.items}
            yield (node.lineno, node.col_offset), (0, 0), "async "
        elif isinstance(node, ast.Call) and is_awaited(node, awaited) and id(node) not in opened:
            end = (node.end_lineno or 0, node.end_col_offset or 0)
            # Of two calls that begin at one place, the longer one is the outer one.
            order = (-end[0], -end[1])
            is_inner = id(node) in inner
            yield (node.lineno, node.col_offset), order, "(await " if is_inner else "await "
            if is_inner:
                yield end, order, ")"


def _held(tree: ast.AST) -> Iterator[int]:
    """The expressions that something is taken from, which binds closer than ``await``."""
    for node in ast.walk(tree):
        if isinstance(node, (ast.Attribute, ast.Subscript)):
            yield id(node.value)
        elif isinstance(node, ast.Call):
            yield id(node.func)


def _is_opening(item: ast.withitem) -> bool:
    call = item.context_expr
    return isinstance(call, ast.Call) and ast.unparse(call.func) == "Sys.Virt.new"


def _check(tree: ast.AST, result: str, awaited: AbstractSet[str]) -> None:
    """Calls alone are awaited, and without that it is the same code.

    It might not be: Python before 3.12 doesn't know the places inside of an f-string well.
    """
    changed = ast.parse(result)
    values = [node.value for node in ast.walk(changed) if isinstance(node, ast.Await)]
    right = all(isinstance(each, ast.Call) and is_awaited(each, awaited) for each in values)
    if not right or ast.dump(_Plain().visit(changed)) != ast.dump(tree):
        raise ValueError(f"this means another thing: {result}")


class _Plain(ast.NodeTransformer):
    """Takes out what is awaited."""

    def visit_Await(self, node: ast.Await) -> ast.AST:
        return self.visit(node.value)  # type: ignore[no-any-return]

    def visit_AsyncWith(self, node: ast.AsyncWith) -> ast.AST:
        return self.generic_visit(ast.With(node.items, node.body))


def is_awaited(call: ast.Call, awaited: AbstractSet[str]) -> bool:
    """Whether a call has to be awaited."""
    if not isinstance(call.func, ast.Attribute):
        return False
    function = ast.unparse(call.func)
    # What is called on a class is no call to the daemon.
    is_on_class = function.startswith("Sys.") and "(" not in function
    return function == "Sys.Virt.new" or (call.func.attr in awaited and not is_on_class)

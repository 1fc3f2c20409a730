"""The expressions of tables, with what stands for their places."""

from __future__ import annotations

import ast
import keyword
import re
from functools import cache

_PLACE = re.compile(r"\{(\*\*|\*|self|\d+)\}")
#: What stands for a place while the text is read as Python.
_MARK = "place_"
_WORDS = {"*": "all", "**": "named"}


@cache
def _parsed(text: str) -> str:
    marked = _PLACE.sub(lambda found: _MARK + _WORDS.get(found[1], found[1]), text)
    # Keyword arguments stand as one with two stars before it.
    marked = re.sub(rf"(?<!\*)\b{_MARK}named", f"**{_MARK}named", marked)
    ast.parse(marked, mode="eval")
    return marked


def built(text: str, made: dict[str, ast.expr]) -> ast.expr:
    """An expression with others in its places."""
    tree = ast.parse(_parsed(text), mode="eval").body
    places = {_MARK + _WORDS.get(key, key): node for key, node in made.items()}
    result = _Filling(places).visit(tree)
    assert isinstance(result, ast.expr)  # noqa: S101 - the body of an expression
    return result


class _Filling(ast.NodeTransformer):
    def __init__(self, made: dict[str, ast.expr]) -> None:
        self._made = made

    def visit_Starred(self, node: ast.Starred) -> ast.AST | list[ast.expr]:
        """``f(*{*})`` is ``f(a, b)``."""
        self.generic_visit(node)
        if isinstance(node.value, ast.List):
            return node.value.elts
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        """``f(**{"a": 1})`` is ``f(a=1)``."""
        self.generic_visit(node)
        keywords: list[ast.keyword] = []
        for each in node.keywords:
            named = _names(each.value) if each.arg is None else None
            keywords += named if named is not None else [each]
        node.keywords = keywords
        return node

    def visit_Name(self, node: ast.Name) -> ast.AST:
        return self._made.get(node.id, node)


def _names(node: ast.expr) -> list[ast.keyword] | None:
    if not isinstance(node, ast.Dict):
        return None
    found: list[ast.keyword] = []
    for key, value in zip(node.keys, node.values, strict=True):
        name = key.value if isinstance(key, ast.Constant) else None
        if not isinstance(name, str) or not name.isidentifier() or keyword.iskeyword(name):
            return None
        found.append(ast.keyword(name, value))
    return found

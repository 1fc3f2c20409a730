"""Lines of Python, and what is done with them."""

from __future__ import annotations

import ast
from collections.abc import Iterable

INDENT = "    "


def further_in(lines: Iterable[str]) -> list[str]:
    """The same as the inside of a block; ``pass`` if there are none.

    >>> further_in(["x = 1"]), further_in([])
    (['    x = 1'], ['    pass'])
    """
    made = [f"{INDENT}{line}" if line else line for line in lines]
    if all(not line.strip() or line.lstrip().startswith("#") for line in made):
        made.append(f"{INDENT}pass")
    return made


def do_something(lines: Iterable[str]) -> bool:
    """Whether it makes a difference that lines are done where Perl doesn't.

    >>> do_something(["x.append(1)"]), do_something(["def f():", "    return 1"])
    (True, False)
    >>> do_something(["if x is None:", "    x = []"])
    False
    """
    try:
        statements = ast.parse("\n".join(lines)).body
    except SyntaxError:
        return True
    return not all(isinstance(each, ast.FunctionDef) or _makes_empty(each) for each in statements)


def _makes_empty(node: ast.stmt) -> bool:
    """Whether a container is made where none is yet."""
    inside = node.body[0] if isinstance(node, ast.If) and len(node.body) == 1 else None
    value = inside.value if isinstance(inside, ast.Assign) else None
    return isinstance(value, ast.List | ast.Dict) and not ast.unparse(value)[1:-1]

"""The simplest values: numbers, paths of names, and nodes of ``ast`` by what they mean."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable

from sysvirt.port.python.refusing import Untranslatable

_DECIMAL = re.compile(r"(?:0|[1-9]\d*)\Z")
_FLOAT = re.compile(r"(?:(?:0|[1-9]\d*)(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?\Z")
_OCTAL = re.compile(r"0[0-7]+\Z")

#: What stands for what can't be shown: it parses, and a reader sees that something is left out.
LEFT_OUT = ast.Constant(...)


def number(text: str) -> ast.expr:
    """A number as Perl writes it.

    >>> [number(each).value for each in ("10", "1_000", "0x1f", "017", "1.5", "0")]
    [10, 1000, 31, 15, 1.5, 0]
    """
    text = text.replace("_", "")
    if _OCTAL.match(text):
        return ast.Constant(int(text, 8))
    if _DECIMAL.match(text):
        return ast.Constant(int(text))
    if text[:2].lower() in ("0x", "0b"):
        return ast.Constant(int(text, 0))
    if _FLOAT.match(text):
        value = float(text)
        # Perl's 1.0 is 1.
        return ast.Constant(int(value) if value.is_integer() else value)
    raise Untranslatable(text)


def path(dotted: str) -> ast.expr:
    """Names with dots between them: ``Sys.Virt.Domain``."""
    first, *rest = dotted.split(".")
    made: ast.expr = ast.Name(first)
    for each in rest:
        made = ast.Attribute(made, each)
    return made


def call(
    function: ast.expr | str, arguments: Iterable[ast.expr] = (), **keywords: ast.expr
) -> ast.Call:
    """A call."""
    called = path(function) if isinstance(function, str) else function
    return ast.Call(
        called, list(arguments), [ast.keyword(name, value) for name, value in keywords.items()]
    )


def element(base: ast.expr, key: ast.expr) -> ast.expr:
    """One element: ``base[key]``."""
    return ast.Subscript(base, key)


def negated(value: ast.expr) -> ast.expr:
    """The opposite, in the plainest form."""
    opposite: dict[type[ast.cmpop], ast.cmpop] = {
        ast.Eq: ast.NotEq(),
        ast.NotEq: ast.Eq(),
        ast.In: ast.NotIn(),
        ast.NotIn: ast.In(),
        ast.Is: ast.IsNot(),
        ast.IsNot: ast.Is(),
    }
    if isinstance(value, ast.UnaryOp) and isinstance(value.op, ast.Not):
        return value.operand
    if isinstance(value, ast.Compare) and len(value.ops) == 1 and type(value.ops[0]) in opposite:
        return ast.Compare(value.left, [opposite[type(value.ops[0])]], value.comparators)
    return ast.UnaryOp(ast.Not(), value)


def unparse(node: ast.AST) -> str:
    """The text of a node, with double quotes as ruff has them where that is as good."""
    text = ast.unparse(ast.fix_missing_locations(node))
    return _double(text)


_SINGLE = re.compile(r"(?<![\w\"'])([rb]?)'([^'\"\\\n]*)'")


def _double(text: str) -> str:
    """Texts of ``ast.unparse`` in double quotes, where no f-string and no quote is near."""
    if '"' in text or re.search(r"(?<!\w)f'", text):
        return re.sub(r"(?<!\w)f'([^'\"\\\n]*)'", r'f"\1"', text) if '"' not in text else text
    return _SINGLE.sub(r'\1"\2"', text)

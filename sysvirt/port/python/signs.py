"""Perl's operators by their signs."""

from __future__ import annotations

import ast

COMPARISONS: dict[str, type[ast.cmpop]] = {
    **dict.fromkeys(("==", "eq"), ast.Eq),
    **dict.fromkeys(("!=", "ne"), ast.NotEq),
    **dict.fromkeys(("<", "lt"), ast.Lt),
    **dict.fromkeys((">", "gt"), ast.Gt),
    **dict.fromkeys(("<=", "le"), ast.LtE),
    **dict.fromkeys((">=", "ge"), ast.GtE),
}
ARITHMETIC: dict[str, type[ast.operator]] = {
    "+": ast.Add,
    "-": ast.Sub,
    "*": ast.Mult,
    "**": ast.Pow,
    "|": ast.BitOr,
    "&": ast.BitAnd,
    "^": ast.BitXor,
    "<<": ast.LShift,
    ">>": ast.RShift,
}
AND, OR = frozenset({"&&", "and"}), frozenset({"||", "or"})

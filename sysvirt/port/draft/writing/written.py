"""Nodes of ``ast`` as text."""

from __future__ import annotations

import ast


def unparse(node: ast.AST) -> str:
    """The text of a node."""
    return ast.unparse(ast.fix_missing_locations(node))

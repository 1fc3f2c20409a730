"""Nodes as text."""

from __future__ import annotations

import ast

from sysvirt.port.draft.writing.written import unparse


def test_nodes_without_places_are_written() -> None:
    call = ast.Call(ast.Name("f"), [ast.Constant("a'b"), ast.Lambda(_none(), ast.Constant(1))], [])
    assert unparse(call) == 'f("a\'b", lambda: 1)'


def _none() -> ast.arguments:
    return ast.arguments([], [], None, [], [], None, [])

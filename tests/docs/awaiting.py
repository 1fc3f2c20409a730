"""Runs examples that use ``await`` outside of functions."""

from __future__ import annotations

import ast
import asyncio
import builtins
import doctest
import inspect
from types import CodeType
from typing import Any

from tests.docs.running import FLAGS


class Runner(doctest.DocTestRunner):
    """Runs examples that use `await` outside of functions, each line in one loop."""

    def __init__(self, loop: asyncio.Runner) -> None:
        super().__init__(optionflags=FLAGS, verbose=False)
        self.loop = loop

    def play(self, example: doctest.DocTest) -> str:
        """The complaints about what an example printed."""
        complaints: list[str] = []
        for line in example.examples:
            # doctest compiles without top-level await: each line becomes a call of this runner's.
            line.source = f"_play_({line.source!r})\n"
        example.globs["_play_"] = lambda source: self.run_line(source, example.globs)
        try:
            self.run(example, out=complaints.append, clear_globs=False)
        finally:
            # The last result: it may be an object that keeps a connection open.
            vars(builtins).pop("_", None)
        return "".join(complaints)

    def run_line(self, source: str, world: dict[str, Any]) -> Any:
        flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
        tree = compile(source, "<example>", "single", flags | ast.PyCF_ONLY_AST)
        assert isinstance(tree, ast.Interactive)
        (statement,) = tree.body
        if isinstance(statement, ast.Expr):
            code = compile(ast.Expression(statement.value), "<example>", "eval", flags)
        else:
            code = compile(tree, "<example>", "single", flags)
        return self.loop.run(self.evaluate(code, world))

    @staticmethod
    async def evaluate(code: CodeType, world: dict[str, Any]) -> Any:
        result = eval(code, world)
        return await result if inspect.iscoroutine(result) else result

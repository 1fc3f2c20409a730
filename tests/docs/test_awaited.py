"""The examples of `sysvirt.aio`'s docstrings run, and print what they say."""

from __future__ import annotations

import ast
import asyncio
import doctest
import gc
import inspect
import re
from pathlib import Path
from types import CodeType
from typing import Any

import libvirt
import pytest

import sysvirt.aio
from sysvirt.aio import EventsLost, Hole, Sys
from tests.aio.conftest import still_loop  # noqa: F401 - a fixture
from tests.docs.docstrings import NEWER, awaited_examples
from tests.docs.running import FLAGS
from tests.docs.test_docstrings import VOLUME

#: The examples whose lines the test driver plays; the others are played on hosts, synchronously,
#: and by the tests of `tests/aio`.
PLAYED = [
    example
    for example in awaited_examples()
    if any(doctest.SKIP not in line.options for line in example.examples)
]


def release_of(name: str) -> int:
    """From which libvirt on the test driver has what the example shows."""
    return NEWER.get(name.replace("sysvirt.aio._generated.", "sysvirt.").replace("..", "."), 0)


async def scene() -> dict[str, Any]:
    """What an example may use."""
    gc.collect()
    conn = await Sys.Virt.new(uri="test:///default")
    pool = await conn.get_storage_pool_by_name("default-pool")
    return {
        "Sys": Sys,
        "EventsLost": EventsLost,
        "Hole": Hole,
        "asyncio": asyncio,
        "conn": conn,
        "dom": await conn.get_domain_by_name("test"),
        "net": await conn.get_network_by_name("default"),
        "pool": pool,
        "vol": await pool.create_volume(VOLUME),
        "iface": await conn.get_interface_by_name("eth1"),
        "dev": await conn.get_node_device_by_name("computer"),
    }


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
        self.run(example, out=complaints.append, clear_globs=False)
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


@pytest.mark.parametrize("example", PLAYED, ids=lambda example: example.name)
def test_an_awaited_example(example: doctest.DocTest) -> None:
    release = release_of(example.name)
    if libvirt.getVersion() < release:
        pytest.skip(f"needs libvirt {release // 1_000_000}.{release // 1000 % 1000}")
    with asyncio.Runner() as loop:
        world = loop.run(scene())
        example.globs = {**example.globs, **world}
        try:
            complaints = Runner(loop).play(example)
        finally:
            example.globs.clear()
            loop.run(world["conn"].close())
    assert not complaints, complaints


def test_no_awaited_example_is_overlooked() -> None:
    files = Path(sysvirt.aio.__file__).parent.rglob("*.py")
    sources = "".join(file.read_text("utf-8") for file in files)
    written = len(re.findall(r"^ *>>> ", sources, re.MULTILINE))
    assert sum(len(example.examples) for example in awaited_examples()) == written

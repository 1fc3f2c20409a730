"""What the house promises: imports go downwards, rooms stay small, nothing is a stub."""

from __future__ import annotations

import ast
import graphlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import sysvirt

ROOT = Path(sysvirt.__file__).parent


def source(name: str) -> Path:
    """The file of a module."""
    path = ROOT.parent.joinpath(*name.split("."))
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


def names() -> list[str]:
    """Every module but the generated ones, which stand below all others."""
    found = ["sysvirt", *(each.name for each in pkgutil.walk_packages([str(ROOT)], "sysvirt."))]
    return [name for name in found if not name.startswith("sysvirt.constants")]


def imported(body: list[ast.stmt]) -> Iterator[str]:
    """What a module imports when it is imported itself: not what a method or a checker wants."""
    for node in body:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def graph() -> dict[str, set[str]]:
    """Each module with those that it needs."""
    known = set(names())
    needs = {name: set(imported(ast.parse(source(name).read_text()).body)) for name in known}
    # Every import goes through the packages above it; the roof is no part of what is below.
    return {name: (found & known) - {name, "sysvirt"} for name, found in needs.items()}


def test_there_is_no_circle() -> None:
    order = list(graphlib.TopologicalSorter(graph()).static_order())
    assert order.index("sysvirt.error") < order.index("sysvirt.handle")
    assert order.index("sysvirt.handle") < order.index("sysvirt.domain")
    assert order.index("sysvirt.domain") < order.index("sysvirt.virt")


def test_rooms_are_small() -> None:
    lines = {name: len(source(name).read_text().splitlines()) for name in names()}
    assert {name: number for name, number in lines.items() if number > 700} == {}


def test_nothing_is_a_stub() -> None:
    stubs = [name for name in names() if "NotImplementedError" in source(name).read_text()]
    assert stubs == []

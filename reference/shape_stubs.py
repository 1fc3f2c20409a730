"""Writes what type checkers are told of dicts whose keys vary: ``sysvirt/shapes/*.pyi``.

The shapes are written as ``TypedDict``, which says best what a dict holds. mypy lets nobody read
one by a key that isn't a literal, so that ``for key in params: print(params[key])`` would be an
error. Which typed parameters and statistics there are depends on the hypervisor: they are gone
through in just this way. So checkers see a ``dict`` there, which still knows the types of its keys.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from reference.data import HERE
from reference.twin_writer import COMMAND, tidy

ROOT = HERE.parent
FOLDER = Path("sysvirt/shapes")

#: What scripts write, and no method gives: a key that isn't there is a mistake.
GIVEN = {
    "AnnounceParams",
    "BlockCopyParams",
    "IOThreadParams",
    "Identity",
    "LaunchSecurityState",
    "MigrateParams",
    "SaveParams",
}


class Shape(NamedTuple):
    """A dict: its keys with their types, and whether a hypervisor may leave out each of them."""

    name: str
    keys: dict[str, str]
    is_open: bool
    #: How it is written.
    source: str


def render_stubs() -> dict[Path, str]:
    """The text of each stub, by its path in the checkout; a module without open dicts has none."""
    files = {}
    for path in sorted((ROOT / FOLDER).glob("*.py")):
        text = path.read_text("utf-8")
        if any(shape.is_open for shape in read_shapes(text)):
            stub = FOLDER / f"{path.stem}.pyi"
            files[stub] = tidy("\n".join(_lines(text, path.name)), stub)
    return files


def read_shapes(text: str) -> list[Shape]:
    """The shapes of a module.

    >>> read_shapes("class A(TypedDict, total=False):\\n    x: int")[0][:3]
    ('A', {'x': 'int'}, True)
    """
    return [shape for node in ast.parse(text).body for shape in _of_statement(node, text)]


def _of_statement(node: ast.stmt, text: str) -> Iterator[Shape]:
    source = ast.get_source_segment(text, node) or ""
    if isinstance(node, ast.ClassDef):
        keys = {
            ast.unparse(each.target): ast.unparse(each.annotation)
            for each in node.body
            if isinstance(each, ast.AnnAssign)
        }
        # What rests on another one has keys that are always there.
        is_whole = [ast.unparse(base) for base in node.bases] == ["TypedDict"]
        yield _shape(node.name, keys, node.keywords if is_whole else [], source)
    elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
        fields = node.value.args[1]
        if isinstance(fields, ast.Dict):
            names = [ast.literal_eval(key) for key in fields.keys if key is not None]
            keys = dict(zip(names, map(ast.unparse, fields.values), strict=True))
            yield _shape(ast.unparse(node.targets[0]), keys, node.value.keywords, source)


def _shape(name: str, keys: dict[str, str], options: list[ast.keyword], source: str) -> Shape:
    is_partial = [ast.unparse(option) for option in options] == ["total=False"]
    return Shape(name, keys, is_partial and name not in GIVEN, source)


def _lines(text: str, name: str) -> Iterator[str]:
    yield f"# Made by `{COMMAND}` from {name}: change that, not this."
    yield "from typing import Any, Literal, TypeAlias, TypedDict, TypeVar, overload"
    for block in ast.parse(text).body:
        # What the shapes need of other modules.
        if isinstance(block, ast.If):
            yield from map(ast.unparse, block.body)
    shapes = read_shapes(text)
    if any(shape.is_open and len({*shape.keys.values()}) > 1 for shape in shapes):
        yield '_T = TypeVar("_T")'
    for shape in shapes:
        types = list(dict.fromkeys(shape.keys.values()))
        if not shape.is_open:
            yield shape.source
        elif len(types) == 1:
            yield f"{shape.name}: TypeAlias = dict[str, {types[0]}]"
        else:
            yield from _mixed(shape, types)


def _mixed(shape: Shape, types: list[str]) -> Iterator[str]:
    """A dict with values of several types: a key that is known leads to its own."""
    every = " | ".join(types)
    # Names such as _JobStatsInt for the keys of each type.
    keys = {of: f"_{shape.name}{of.capitalize()}" for of in types}
    for of, name in keys.items():
        own = ", ".join(repr(key) for key in shape.keys if shape.keys[key] == of)
        yield f"{name}: TypeAlias = Literal[{own}]"
    yield f"class {shape.name}(dict[str, {every}]):"
    pairs = [*((name, of) for of, name in keys.items()), ("str", every)]
    for key, of in pairs:
        yield "    @overload"
        yield f"    def __getitem__(self, key: {key}, /) -> {of}: ..."
    # To mypy the defaults of several types together aren't those of the dict's own `get`.
    note = "  # type: ignore[override]"
    for key, of in pairs:
        yield f"    @overload{note}"
        note = ""
        yield f"    def get(self, key: {key}, default: None = None, /) -> {of} | None: ..."
        yield "    @overload"
        yield f"    def get(self, key: {key}, default: _T, /) -> {of} | _T: ..."

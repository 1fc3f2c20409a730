"""Writes the awaited twins of synchronous classes."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from reference.data import read_methods
from reference.twin_examples import await_examples
from reference.twins import ROOT, Class, Function, Module, public_classes, read_modules

FOLDER = Path("sysvirt/aio/_generated")
COMMAND = "python -m reference.generate"

#: The modules of the twins that are put together by hand.
BY_HAND = {
    "Connection": "sysvirt.aio._virt.connection",
    "Domain": "sysvirt.aio.domain",
    "DomainStats": "sysvirt.aio._shapes",
    "StorageVol": "sysvirt.aio.storage_vol",
    "Stream": "sysvirt.aio.stream",
}
#: What an object of the synchronous API rests on; every twin rests on one class.
GROUND = ("Connection", "DomainPart", "Limits", "Resource")

PACKAGES = {
    "sysvirt/aio/_generated/__init__.py": "The twins: one module for each synchronous one.",
    "sysvirt/aio/_generated/domain/__init__.py": "The twins of the parts of ``Sys.Virt.Domain``.",
    "sysvirt/aio/_generated/virt/__init__.py": "The twins of the parts of ``Sys.Virt``.",
}


def render_twins() -> dict[Path, str]:
    """The text of each module of twins, by its path in the checkout."""
    files = {Path(path): f'"""{text}"""\n' for path, text in PACKAGES.items()}
    for module in read_modules():
        if any(has_twin(function) for cls in module.classes for function in cls.functions):
            path = twin_path(module)
            files[path] = tidy(module_text(module), path)
    return files


def twin_path(module: Module) -> Path:
    """Where the twins of a module's classes stand."""
    return FOLDER / module.path.relative_to(
        "sysvirt/_core" if "_core" in module.path.parts else "sysvirt"
    )


def has_twin(function: Function) -> bool:
    """Whether the twin of a method is generated."""
    return function.fate in ("async", "value")


def tidy(text: str, path: Path) -> str:
    """Leave out the imports that aren't needed, and lay it out, as ruff does."""
    ruff = [sys.executable, "-m", "ruff"]
    name = ["--stdin-filename", str(path), "-"]
    select = ["--select", "I,F401,TC", "--unsafe-fixes", "--fix-only"]
    for command in (
        [*ruff, "check", "--quiet", *select, *name],
        [*ruff, "format", "--quiet", *name],
    ):
        # What it complains of is seen.
        done = subprocess.run(
            command, input=text, stdout=subprocess.PIPE, text=True, cwd=ROOT, check=True
        )
        text = done.stdout
    return text


@cache
def awaited_names() -> frozenset[str]:
    """The methods that are awaited, in whichever class."""
    functions = {
        function.name
        for module in read_modules()
        for cls in module.classes
        for function in cls.functions
        if function.fate == "async"
    }
    by_hand = {row.name for row in read_methods().values() if row.in_aio == "hand"}
    # These two mean other things as well.
    return frozenset((functions | by_hand | {"close"}) - {"new", "abort"})


def module_text(module: Module) -> str:
    """The module with the twins of another one's classes."""
    return "\n".join(_module_lines(module))


def _module_lines(module: Module) -> Iterator[str]:
    package, _, own = module.name.rpartition(".")
    yield f"# Made by `{COMMAND}` from {module.path}: change that, not this."
    yield f'"""The awaited twins of :mod:`{module.name}`."""'
    yield "from __future__ import annotations"
    yield "from typing import TYPE_CHECKING"
    yield "from sysvirt.aio._twin import Twin, sync_of, sync_of_all, sync_of_connection"
    yield from _run_imports(module)
    yield "if TYPE_CHECKING:"
    yield f"    from {package} import {own} as sync"
    yield from (f"    {line}" for line in _type_imports(module))
    for cls in module.classes:
        yield from _class_lines(module, cls)


def _run_imports(module: Module) -> Iterator[str]:
    """The imports of the module, of what its twin may need, and of the classes of its results."""
    yield from _import_lines(module.tree.body)
    for name in sorted({*_names_of_results(module)} - {cls.name for cls in module.classes}):
        yield f"from {twin_module(name)} import {name}"


def _type_imports(module: Module) -> Iterator[str]:
    """What stands in the module for type checkers alone: imports, and names for types."""
    for block in module.tree.body:
        if isinstance(block, ast.If) and ast.unparse(block.test) == "TYPE_CHECKING":
            yield from _import_lines(block.body)
            others = (each for each in block.body if not isinstance(each, ast.ImportFrom))
            yield from map(ast.unparse, others)


def _import_lines(nodes: list[ast.stmt]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.ImportFrom):
            lines = (_import(node.module or "", alias.name) for alias in node.names)
            yield from filter(None, lines)


def _names_of_results(module: Module) -> Iterator[str]:
    for cls in module.classes:
        for function in cls.functions:
            if has_twin(function) and function.node.returns is not None:
                names = _names(function.node.returns)
                yield from names & {*public_classes()}
                if "DomainStats" in names:
                    yield "Domain"


def _import(source: str, name: str) -> str | None:
    if source in {"sysvirt", "__future__"} or (source, name) == ("typing", "TYPE_CHECKING"):
        return None
    if name in public_classes() or name in BY_HAND:
        return f"from {twin_module(name)} import {name}"
    if source == "sysvirt._core.properties":
        return f"from sysvirt.aio._generated.properties import {name}"
    return f"from {source} import {name}"


def twin_module(name: str) -> str:
    """The module that the twin of a class is imported from."""
    if name in BY_HAND:
        return BY_HAND[name]
    return public_classes()[name].__module__.replace("sysvirt.", "sysvirt.aio._generated.", 1)


def _class_lines(module: Module, cls: Class) -> Iterator[str]:
    bases = [ast.unparse(base) for base in cls.node.bases]
    twins = ["Twin" if base in GROUND else base for base in bases]
    yield f"class {cls.name}({', '.join(twins)}):"
    yield from _docstring(module, cls.node)
    yield "    __slots__ = ()"
    yield f"    _sync: sync.{cls.name}"
    for function in cls.functions:
        if has_twin(function):
            yield from _function_lines(module, function)


def _docstring(module: Module, node: ast.ClassDef | ast.FunctionDef) -> Iterator[str]:
    """The docstring as it is written, with awaited examples."""
    first = node.body[0]
    lines = module.text.split("\n")[first.lineno - 1 : first.end_lineno]
    yield await_examples("\n".join(lines), awaited_names())


def _function_lines(module: Module, function: Function) -> Iterator[str]:
    method = "call" if function.older_form else f"self._sync.{function.name}"
    for overload in function.overloads:
        yield "    @overload"
        yield f"    async {_header(overload)} ..."
    passed = _passed(function.node, by_name=function.older_form is not None)
    if function.older_form:
        yield f"    @{function.older_form}"
    if function.fate == "async":
        way = "_call_express" if function.is_express else "_call"
        head, call = "async ", f"await self.{way}({', '.join([method, *passed])})"
    else:
        head, call = "", f"{method}({', '.join(passed)})"
    yield f"    {head}{_header(function.node)}"
    yield from _docstring(module, function.node)
    if function.older_form:
        # It has a type for each form, none for both.
        yield f"        call: Any = self._sync.{function.name}"
    yield from (f"        {line}" for line in _result(function.node, call))


def _header(node: ast.FunctionDef) -> str:
    """``def name(…) -> …:``."""
    returns = ast.unparse(node.returns) if node.returns else "None"
    return f"def {node.name}({ast.unparse(node.args)}) -> {returns}:"


def _passed(node: ast.FunctionDef, *, by_name: bool = False) -> list[str]:
    """What is handed on to the synchronous method; if wanted by name, but for the first one."""
    given = [
        f"{argument.arg}={_of_twin(argument)}" if by_name and at else _of_twin(argument)
        for at, argument in enumerate(node.args.args[1:])
    ]
    if node.args.vararg is not None:
        given.append(f"*{node.args.vararg.arg}")
    given += [f"{argument.arg}={_of_twin(argument)}" for argument in node.args.kwonlyargs]
    if node.args.kwarg is not None:
        given.append(f"**{node.args.kwarg.arg}")
    return given


def _of_twin(argument: ast.arg) -> str:
    """A parameter, and where twins are meant, their synchronous objects."""
    annotation = argument.annotation
    objects = _names(annotation) & {*public_classes(), "Connection"}
    if not objects:
        return argument.arg
    if objects == {"Connection"}:
        # What comes of the call belongs to it.
        return f'sync_of_connection({argument.arg}, "{argument.arg}")'
    many = any(isinstance(each, ast.Subscript) for each in ast.walk(annotation or argument))
    return f"sync_of_all({argument.arg})" if many else f"sync_of({argument.arg})"


def _names(annotation: ast.expr | None) -> set[str]:
    """The names in an annotation."""
    nodes = ast.walk(annotation) if annotation else ()
    return {each.id for each in nodes if isinstance(each, ast.Name)}


def _result(node: ast.FunctionDef, call: str) -> Iterator[str]:
    """What is done with what the synchronous method gives."""
    shown = ast.unparse(node.returns) if node.returns else "None"
    owner = "destcon" if "destcon" in {each.arg for each in node.args.args} else "self._conn"
    objects = _names(node.returns) & {*public_classes(), "Self"}
    cls = next(iter(objects), "")
    made = "type(self)" if cls == "Self" else cls
    if shown == "None":
        yield call
    elif shown == "list[DomainStats]":
        yield f"rows = {call}"
        yield 'return [{**row, "dom": Domain(self._conn, row["dom"])} for row in rows]'
    elif not objects:
        yield f"return {call}"
    elif shown == cls:
        yield f"return {made}({owner}, {call})"
    elif shown == f"{cls} | None":
        yield f"found = {call}"
        yield f"return None if found is None else {made}({owner}, found)"
    elif shown == f"list[{cls}]":
        yield f"found = {call}"
        yield f"return [{made}({owner}, each) for each in found]"
    else:
        raise ValueError(f"{node.name}: how is {shown} made of twins?")

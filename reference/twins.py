"""Reads the synchronous classes, of which ``sysvirt.aio`` has awaited twins."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Literal

import attrs

import sysvirt
from reference.data import HERE, Await, read_methods

ROOT = HERE.parent

#: The modules whose classes have generated twins: in each room, or each file.
ROOMS = (
    "sysvirt/_core/properties.py",
    "sysvirt/domain/*.py",
    "sysvirt/virt/*.py",
    "sysvirt/*.py",
)
#: Those that have none: written by hand, or the same for both.
WITHOUT = (
    "sysvirt/__init__.py",
    "sysvirt/bitmap.py",
    "sysvirt/cluster.py",
    "sysvirt/domain/__init__.py",
    "sysvirt/domain/part.py",
    "sysvirt/error.py",
    "sysvirt/error_kinds.py",
    "sysvirt/event.py",
    "sysvirt/event_impl.py",
    "sysvirt/fleet.py",
    "sysvirt/logs.py",
    "sysvirt/names.py",
    "sysvirt/stream.py",
    "sysvirt/virt/__init__.py",
    "sysvirt/virt/borrowing.py",
    "sysvirt/virt/close_callback.py",
    "sysvirt/virt/console.py",
    "sysvirt/virt/events.py",
    "sysvirt/virt/limits.py",
    "sysvirt/virt/streams.py",
)

Fate = Await | Literal["out"]

#: What becomes of the public methods that Perl doesn't have, and why.
BEYOND: Mapping[str, tuple[Fate, str]] = {
    "Domain.get_scheduler_params": ("async", "another word for `get_scheduler_parameters`"),
    "Domain.lookup_snapshot_by_name": ("async", "another word for `get_snapshot_by_name`"),
    "Virt.get_network_by_id": ("async", "another word for `get_network_by_name`"),
    "Virt.list_network_ids": ("async", "another word for `list_network_names`"),
    "Virt.abort": ("hand", "it never waits, so it isn't awaited"),
    "Virt.close": ("hand", "it has a limit of time"),
    "Virt.from_libvirt": ("out", "`Virt.of(sysvirt.Virt.from_libvirt(…))`"),
    "Virt.time_limit": ("out", "`asyncio.timeout` is asyncio's own"),
    "*.connection": ("hand", "the twin's own"),
    "*.handle": ("out", "`sync.handle`"),
}
#: What ends calls that hang, and so passes them.
EXPRESS = ("Domain.destroy", "Domain.abort_job", "Domain.abort_block_job")


@attrs.frozen
class Function:
    """A public method of a synchronous class."""

    node: ast.FunctionDef
    fate: Fate
    is_express: bool
    #: Those that stand above it with ``@overload``.
    overloads: tuple[ast.FunctionDef, ...]
    #: What sorts the arguments of its older form; the twin has it, too.
    older_form: str | None = None

    @property
    def name(self) -> str:
        """Its name, which the twin's has too."""
        return self.node.name


@attrs.frozen
class Class:
    """A synchronous class."""

    node: ast.ClassDef
    functions: tuple[Function, ...]

    @property
    def name(self) -> str:
        """Its name, which the twin has too."""
        return self.node.name


@attrs.frozen
class Module:
    """A module of synchronous classes: its path in the checkout, and what it says."""

    path: Path
    text: str
    tree: ast.Module
    classes: tuple[Class, ...]

    @property
    def name(self) -> str:
        """Its dotted name."""
        return ".".join(self.path.with_suffix("").parts)


def read_modules() -> Iterator[Module]:
    """All modules whose classes have generated twins."""
    for room in ROOMS:
        for path in sorted(ROOT.glob(room)):
            inside = path.relative_to(ROOT)
            if str(inside) not in WITHOUT:
                yield read_module(inside, path.read_text("utf-8"))


def read_module(path: Path, text: str) -> Module:
    """The classes of a module's text."""
    tree = ast.parse(text)
    nodes = (node for node in tree.body if isinstance(node, ast.ClassDef))
    classes = (_read_class(node) for node in nodes if not node.name.startswith("_"))
    return Module(path, text, tree, tuple(classes))


def _read_class(node: ast.ClassDef) -> Class:
    found: list[Function] = []
    overloads: list[ast.FunctionDef] = []
    for each in node.body:
        if not isinstance(each, ast.FunctionDef) or each.name.startswith("_"):
            continue
        decorators = [ast.unparse(decorator) for decorator in each.decorator_list]
        if decorators == ["overload"]:
            overloads.append(each)
            continue
        names = _public_names(node.name, each.name)
        fate = find_fate(names)
        older = decorators[0] if "".join(decorators).startswith("older_form(") else None
        if decorators and not older and fate in ("async", "value"):
            raise ValueError(f"{sorted(names)}: what is decorated has its twin written by hand")
        found.append(Function(each, fate, bool(names & {*EXPRESS}), tuple(overloads), older))
        overloads = []
    return Class(node, tuple(found))


@cache
def public_classes() -> dict[str, type]:
    """The synchronous classes that programs see, by name, but for errors and the event loop."""
    classes = {name: getattr(sysvirt, name) for name in sysvirt.__all__}
    without = ("Sys", "Event", "EventImpl")
    return {
        name: cls
        for name, cls in classes.items()
        if name not in without and not issubclass(cls, Exception)
    }


def _public_names(cls: str, method: str) -> set[str]:
    """What programs call a method of a class: a part of a class is seen through the whole."""
    return {
        f"{name}.{method}"
        for name, public in public_classes().items()
        if any(base.__name__ == cls for base in public.__mro__)
    }


def find_fate(names: set[str]) -> Fate:
    """What becomes of a method in ``sysvirt.aio``, by its public names: all say the same."""
    known = {name: fate for name in names if (fate := fate_of(name)) is not None}
    fates = set(known.values())
    if not fates:
        raise ValueError(f"{sorted(names)}: neither the reference nor BEYOND knows it")
    if len(fates) != 1:
        raise ValueError(f"{sorted(names)}: the reference must say one thing, not {known}")
    return fates.pop()


def fate_of(name: str) -> Fate | None:
    """What becomes of a method, by its public name; ``None`` where nothing says so."""
    cls, _, method = name.partition(".")
    package = "Sys::Virt" if cls == "Virt" else f"Sys::Virt::{cls}"
    if row := read_methods().get((package, method)):
        return row.in_aio
    found = BEYOND.get(name) or BEYOND.get(f"*.{method}")
    return found and found[0]

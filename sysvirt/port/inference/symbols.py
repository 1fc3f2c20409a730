"""What a project has by name: its packages, their subs, fields, parents and what they export."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from sysvirt.port.api import API, read_api
from sysvirt.port.inference.solver import Cell, Solver
from sysvirt.port.inference.values import Store
from sysvirt.port.types import Code, Foreign, Hash, List, Type


class Sub:
    """A sub: its parameters, and what it returns."""

    __slots__ = ("id", "many", "name", "one", "outs", "package", "params", "shifts", "topic")

    def __init__(self, number: int, solver: Solver, package: str, name: str) -> None:
        self.id = number
        self.package = package
        self.name = name
        self.params = solver.cell()
        self.one = solver.slot()
        self.many = solver.cell()
        #: What it writes to its arguments: ``$_[0] = ...``.
        self.outs = solver.cell()
        #: What ``$_`` is where it is called.
        self.topic = solver.slot()
        #: How many parameters ``shift`` has taken so far, in the order of the text.
        self.shifts = 0


@attrs.define(eq=False)
class Package:
    """A package of the project."""

    name: str
    fields: Cell
    parents: list[str] = attrs.field(factory=list)
    #: Accessors, by their names: the names of their fields.
    accessors: dict[str, str] = attrs.field(factory=dict)
    #: The fields that hold lists or hashes, whose accessors take an index.
    containers: set[str] = attrs.field(factory=set)
    #: The slot of what an object of it is as a list.
    as_list: int | None = None
    #: The names that it exports: always, and when it is asked for them.
    exports: set[str] = attrs.field(factory=set)
    exports_ok: set[str] = attrs.field(factory=set)
    #: The modules that it uses, with the names that it asks for; None where it gives no list.
    imports: dict[str, set[str] | None] = attrs.field(factory=dict)
    #: The files that it stands in.
    files: set[int] = attrs.field(factory=set)
    #: Whether the project has it as a package, not only uses its name.
    is_declared: bool = False


class Symbols:
    """The names of a project."""

    def __init__(self) -> None:
        self.api: API = read_api()
        self.solver = Solver()
        self.store = Store(self.solver, self._cell_of, self._as_list)
        self.packages: dict[str, Package] = {}
        self.subs: list[Sub] = []
        self._functions: dict[tuple[str, str], int] = {}
        self.defined: set[tuple[str, str]] = set()
        self._globals: dict[tuple[str, str], int] = {}
        self._global_cells: dict[tuple[str, str], Cell] = {}
        #: What ``$@`` can be.
        self.error = self.solver.slot()
        #: Called with the name of each new sub.
        self.on_define: Callable[[str], None] | None = None
        #: The prototypes of subs, by their short names: how their arguments are read.
        self.prototypes: dict[str, str] = {}
        self._lineages: dict[str, list[str]] = {}
        self._children: dict[str, list[str]] = {}
        #: The packages that have a method, by its name.
        self._having: dict[str, list[str]] = {}

    def _cell_of(self, type_: Type) -> Cell | None:
        if isinstance(type_, List | Hash):
            return self.solver.cells[type_.cell]
        if isinstance(type_, Foreign):
            return self.package(type_.package).fields
        return None

    def _as_list(self, type_: Type) -> int | None:
        if not isinstance(type_, Foreign):
            return None
        found = (
            self.packages[each].as_list
            for each in self.lineage(type_.package)
            if each in self.packages
        )
        return next((slot for slot in found if slot is not None), None)

    def package(self, name: str) -> Package:
        """A package, whether the project has it or not."""
        found = self.packages.get(name)
        if found is None:
            found = self.packages[name] = Package(name, self.solver.cell())
        return found

    def declare(self, name: str) -> Package:
        """A package that the project has."""
        found = self.package(name)
        found.is_declared = True
        return found

    def inherit(self, name: str, parent: str) -> None:
        """Make a package the child of another."""
        child = self.package(name)
        if parent in child.parents or parent == name:
            return
        child.parents.append(parent)
        self._lineages.clear()
        self._children.clear()
        self.solver.copy_hash(self.package(parent).fields, child.fields)

    def lineage(self, name: str) -> list[str]:
        """A package and its parents, in the order of Perl's search."""
        found = self._lineages.get(name)
        if found is not None:
            return found
        found = self._lineages[name] = []
        waiting = [name]
        while waiting:
            each = waiting.pop()
            if each not in found:
                found.append(each)
                known = self.packages.get(each)
                if known is not None:
                    waiting.extend(reversed(known.parents))
        return found

    def children(self, name: str) -> list[str]:
        """The packages that inherit from one."""
        if not self._children:
            self._children[""] = []
            for each in tuple(self.packages):
                for parent in self.lineage(each)[1:]:
                    self._children.setdefault(parent, []).append(each)
        return self._children.get(name, [])

    # Subs.

    def sub(self, package: str, name: str) -> Sub:
        """A new sub."""
        sub = Sub(len(self.subs), self.solver, package, name)
        self.subs.append(sub)
        return sub

    def function(self, package: str, name: str) -> int:
        """The slot that holds the subs of a name."""
        found = self._functions.get((package, name))
        if found is None:
            found = self._functions[package, name] = self.solver.slot()
        return found

    def define(self, package: str, name: str, code: int) -> None:
        """Let a name stand for what a slot holds."""
        self.solver.edge(code, self.function(package, name))
        if (package, name) not in self.defined:
            self.defined.add((package, name))
            self._having.setdefault(name, []).append(package)
            if self.on_define is not None:
                self.on_define(name)

    def define_sub(self, sub: Sub) -> None:
        """Let a sub stand under its name."""
        self.define(sub.package, sub.name, self.solver.constant(Code(sub.id)))

    def having(self, name: str) -> list[str]:
        """The packages that have a sub of a name."""
        return self._having.get(name, [])

    def is_accessor(self, name: str) -> bool:
        """Whether a package has an accessor of a name."""
        return any(name in each.accessors for each in self.packages.values())

    def link_imports(self) -> None:
        """Let the functions that packages call come from where they import them."""
        for package, name in tuple(self._functions):
            if (package, name) in self.defined:
                continue
            known = self.packages.get(package)
            for module, wanted in known.imports.items() if known else ():
                if (module, name) in self.defined and self._is_exported(module, name, wanted):
                    self.solver.edge(self.function(module, name), self.function(package, name))

    def _is_exported(self, module: str, name: str, wanted: set[str] | None) -> bool:
        has = self.packages[module] if module in self.packages else self.package(module)
        if wanted is None:
            return name in has.exports
        if name in wanted:
            return True
        return any(each[:1] in (":", "/", "-") for each in wanted) and (
            name in has.exports or name in has.exports_ok
        )

    # Variables of packages.

    def variable(self, package: str, name: str) -> int:
        """The slot of ``$Package::name``."""
        found = self._globals.get((package, name))
        if found is None:
            found = self._globals[package, name] = self.solver.slot()
        return found

    def container(self, package: str, name: str) -> Cell:
        """The cell of ``@Package::name`` or ``%Package::name``."""
        found = self._global_cells.get((package, name))
        if found is None:
            found = self._global_cells[package, name] = self.solver.cell()
        return found

"""The values of expressions: what each is as one value, and what it is as a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sysvirt.port.inference.solver import Cell, Key, Solver
from sysvirt.port.types import Hash, List, Object, Result, Type

#: The element of a cell that a reference to a scalar points to.
REFERENT = "\\$"


class Value:
    """What an expression is; of this class itself: nothing that is known."""

    #: Whether it is a list of unknown length.
    is_plural = False

    def one(self) -> int | None:
        """The slot of its value as a scalar."""
        return None

    def many(self) -> tuple[Cell, int] | None:
        """The cell of its value as a list, and how many elements of it to leave out."""
        return None

    def assign(self, value: Value) -> None:
        """Write something to it; most can't be written to."""


class Single(Value):
    """One value, or a variable that holds one."""

    def __init__(self, solver: Solver, slot: int) -> None:
        self._solver = solver
        self.slot = slot
        self._cell: Cell | None = None

    def one(self) -> int:
        return self.slot

    def many(self) -> tuple[Cell, int]:
        if self._cell is None:
            self._cell = self._solver.cell()
            self._solver.edge(self.slot, self._solver.part(self._cell, 0))
        return self._cell, 0

    def assign(self, value: Value) -> None:
        source = value.one()
        if source is not None:
            self._solver.edge(source, self.slot)


class Plural(Value):
    """An array, a hash, or a list whose length isn't known."""

    is_plural = True

    def __init__(self, solver: Solver, cell: Cell, skip: int = 0, *, is_hash: bool = False) -> None:
        self._solver = solver
        self.cell = cell
        self.skip = skip
        self.is_hash = is_hash

    def many(self) -> tuple[Cell, int]:
        return self.cell, self.skip

    def assign(self, value: Value) -> None:
        self.take(value, 0)

    def take(self, value: Value, skip: int) -> None:
        """Write what a list has from an index on."""
        source = value.many()
        if source is None:
            return
        cell, first = source
        if self.is_hash:
            self._solver.copy_hash(cell, self.cell, first + skip)
        else:
            self._solver.copy_list(cell, self.cell, first + skip)


class Items(Value):
    """A list as it is written: its items, and the keys before those that have one."""

    def __init__(self, solver: Solver, items: Sequence[tuple[str | None, Value | None]]) -> None:
        self._solver = solver
        self.items = items
        self._cell: Cell | None = None

    def one(self) -> int | None:
        last = self.items[-1][1] if self.items else None
        return last.one() if last is not None else None

    def many(self) -> tuple[Cell, int]:
        if self._cell is None:
            self._cell = self._solver.cell()
            pour(self._solver, self, self._cell)
        return self._cell, 0

    def assign(self, value: Value) -> None:
        """Write the elements of a list to what is listed here."""
        source = value.many()
        if source is None:
            return
        cell, skip = source
        for index, (_, target) in enumerate(self.items):
            if isinstance(target, Plural):
                target.take(value, index)
                return
            if target is not None:
                target.assign(Single(self._solver, self._solver.part(cell, skip + index)))


class Outcome(Value):
    """What a call gives: what each sub that it can reach gives."""

    def __init__(self, solver: Solver) -> None:
        self._solver = solver
        self.slot = solver.slot()
        self._cell: Cell | None = None
        self._sources: list[tuple[int | None, Cell | None]] = []

    def one(self) -> int:
        return self.slot

    def many(self) -> tuple[Cell, int]:
        if self._cell is None:
            self._cell = self._solver.cell()
            for _, many in self._sources:
                self._copy(many, self._cell)
        return self._cell, 0

    def _copy(self, many: Cell | None, cell: Cell) -> None:
        if many is not None:
            self._solver.copy_list(many, cell)

    def link(self, one: int | None, many: Cell | None) -> None:
        """Let what a sub gives come out of the call."""
        if (one, many) in self._sources:
            return
        self._sources.append((one, many))
        if one is not None:
            self._solver.edge(one, self.slot)
        if self._cell is not None:
            self._copy(many, self._cell)


class Either(Value):
    """One of several values: ``$x || $y``."""

    def __init__(self, solver: Solver, values: Sequence[Value]) -> None:
        self._solver = solver
        self._values = list(values)
        self._slot: int | None = None
        self._cell: Cell | None = None

    @property
    def is_plural(self) -> bool:  # type: ignore[override]
        return any(value.is_plural for value in self._values)

    def add(self, value: Value) -> None:
        """One more; so a long chain of choices is one value, and not one in another."""
        self._values.append(value)

    def one(self) -> int:
        if self._slot is None:
            self._slot = self._solver.slot()
            for value in self._values:
                source = value.one()
                if source is not None:
                    self._solver.edge(source, self._slot)
        return self._slot

    def many(self) -> tuple[Cell, int]:
        if self._cell is None:
            self._cell = self._solver.cell()
            for value in self._values:
                source = value.many()
                if source is not None:
                    self._solver.copy_list(source[0], self._cell, source[1])
        return self._cell, 0

    def assign(self, value: Value) -> None:
        for each in self._values:
            each.assign(value)


class Element(Single):
    """An element of a variable: ``$x[0]``, ``$x{"a"}``."""

    def __init__(self, store: Store, cell: Cell, key: Key | None) -> None:
        solver = store.solver
        super().__init__(solver, store.everything(cell) if key is None else solver.part(cell, key))
        self._of = cell
        self._key = key

    def assign(self, value: Value) -> None:
        source = value.one()
        if source is not None:
            self._solver.put(self._of, self._key, source)


class Referenced(Value):
    """An element of what a reference points to: ``$x->[0]``, ``$x->{a}``, ``$$x``."""

    def __init__(self, store: Store, base: int, key: Key | None, *, is_hash: bool) -> None:
        self._store = store
        self.base = base
        self.key = key
        self._is_hash = is_hash
        self._slot: int | None = None
        self._cell: Cell | None = None

    def one(self) -> int:
        if self._slot is None:
            self._slot = self._store.load(self.base, self.key)
        return self._slot

    def many(self) -> tuple[Cell, int]:
        if self._cell is None:
            self._cell = self._store.solver.cell()
            self._store.solver.edge(self.one(), self._store.solver.part(self._cell, 0))
        return self._cell, 0

    def assign(self, value: Value) -> None:
        source = value.one()
        if source is not None:
            self._store.save(self.base, self.key, source, is_hash=self._is_hash)


class Pointed(Plural):
    """All that a reference points to: ``@$x``, ``%{$x->{a}}``."""

    def __init__(self, store: Store, base: int, *, is_hash: bool) -> None:
        super().__init__(store.solver, store.pointed(base), is_hash=is_hash)
        self._store = store
        self.base = base

    def take(self, value: Value, skip: int) -> None:
        source = value.many()
        if source is None:
            return
        cell, first = source
        is_hash = self.is_hash

        def copy(target: Cell) -> None:
            if is_hash:
                self._solver.copy_hash(cell, target, first + skip)
            else:
                self._solver.copy_list(cell, target, first + skip)

        self._store.fill(self.base, copy, is_hash=is_hash)


class Store:
    """What references point to."""

    def __init__(
        self,
        solver: Solver,
        cell_of: Callable[[Type], Cell | None],
        as_list: Callable[[Type], int | None] = lambda _: None,
    ) -> None:
        #: The slot of what an object is as a list, if its class says so.
        self._as_list = as_list
        self.solver = solver
        #: The cell that a type points to.
        self._cell_of = cell_of
        #: Writings: where to, as what, and whether something was there.
        self._writings: list[_Writing] = []
        self._made: dict[int, Cell] = {}
        self._loads: dict[tuple[int, Key | None], int] = {}
        #: Where a slot was read from, so that what Perl makes there gets there.
        self._origins: dict[int, tuple[int, Key | None]] = {}
        self._origin_cells: dict[int, Cell] = {}

    def load(self, base: int, key: Key | None) -> int:
        """The slot of an element of what a slot points to."""
        found = self._loads.get((base, key))
        if found is not None:
            return found
        result = self._loads[base, key] = self.solver.slot()
        self._origins[result] = base, key
        solver = self.solver

        def read(type_: Type) -> None:
            other = self._as_list(type_) if isinstance(key, int) else None
            if other is not None:
                solver.watch(other, read)
                return
            cell = self._cell_of(type_)
            if cell is not None:
                part = solver.everything(cell) if key is None else solver.part(cell, key)
                solver.edge(part, result)
            elif isinstance(type_, Result) and key != REFERENT:
                part_of = _part_of(type_, key)
                if part_of is not None:
                    solver.add(result, part_of)
            elif key == REFERENT and not isinstance(type_, Object):
                return

        solver.watch(base, read)
        return result

    def pointed(self, base: int) -> Cell:
        """A cell with all that a slot points to."""
        result = self.solver.cell()
        solver = self.solver

        def read(type_: Type) -> None:
            other = self._as_list(type_)
            if other is not None:
                solver.watch(other, read)
                return
            cell = self._cell_of(type_)
            if cell is not None:
                solver.copy_list(cell, result)
            elif isinstance(type_, Result):
                part = _part_of(type_, None)
                if part is not None:
                    solver.add(result.any, part)

        solver.watch(base, read)
        return result

    def save(self, base: int, key: Key | None, source: int, *, is_hash: bool) -> None:
        """Write an element of what a slot points to."""
        self.fill(base, lambda cell: self.solver.put(cell, key, source), is_hash=is_hash)

    def fill(self, base: int, write: Callable[[Cell], None], *, is_hash: bool) -> None:
        """Write to what a slot points to."""
        writing = _Writing(base, is_hash=is_hash)
        self._writings.append(writing)

        def found(type_: Type) -> None:
            cell = self._cell_of(type_)
            if cell is not None:
                writing.is_done = True
                write(cell)

        self.solver.watch(base, found)

    def make_missing(self) -> bool:
        """Perl makes what is written to, if there is nothing; tell whether something was made."""
        is_made = False
        for writing in self._writings:
            if writing.is_done:
                continue
            is_made = writing.is_done = True
            cell = self._made.get(writing.base)
            if cell is None:
                cell = self._made[writing.base] = self.solver.cell()
            self._make(writing.base, Hash(cell.id) if writing.is_hash else List(cell.id))
        self._writings = [each for each in self._writings if not each.is_done]
        return is_made

    def _make(self, slot: int, type_: Type) -> None:
        """Put a new list or hash where a slot was read from."""
        self.solver.add(slot, type_)
        made = self.solver.constant(type_)
        if slot in self._origins:
            base, key = self._origins[slot]
            is_hash = isinstance(key, str) or (key is None)
            self.save(base, key, made, is_hash=is_hash)
        elif slot in self._origin_cells:
            self.solver.edge(made, self._origin_cells[slot].any)

    def everything(self, cell: Cell) -> int:
        """The slot of all elements of a variable, from which one is read that isn't known."""
        slot = self.solver.everything(cell)
        self._origin_cells[slot] = cell
        return slot


class _Writing:
    __slots__ = ("base", "is_done", "is_hash")

    def __init__(self, base: int, *, is_hash: bool) -> None:
        self.base = base
        self.is_hash = is_hash
        self.is_done = False


def _part_of(type_: Result, key: Key | None) -> Result | None:
    """What is read from the result of a method."""
    if type_.part not in ("", "[]"):
        return None
    part = key if isinstance(key, str) else "[]"
    return Result(type_.cls, type_.method, part)


def pour(solver: Solver, value: Value | None, cell: Cell, at: int = 0) -> None:
    """Let a value come into a list from an index on."""
    position, is_exact = at, True
    items = value.items if isinstance(value, Items) else [(None, value)]
    for key, item in items:
        if item is not None:
            if key is not None:
                _pour_pair(solver, item, cell, key, position if is_exact else None)
            elif is_exact:
                _pour_at(solver, item, cell, position)
            else:
                _pour_rest(solver, item, cell, position)
            is_exact = is_exact and not item.is_plural
        position += 1


def _pour_pair(solver: Solver, item: Value, cell: Cell, key: str, position: int | None) -> None:
    slot = item.one()
    many = item.many() if slot is None else None
    if many is not None:
        slot = solver.part(many[0], many[1])
    if slot is None:
        return
    solver.edge(slot, solver.part(cell, key))
    if position is not None:
        cell.paired.update((position - 1, position))
        solver.put(cell, position, slot)


def _pour_at(solver: Solver, item: Value, cell: Cell, position: int) -> None:
    if isinstance(item, Single | Referenced):
        solver.put(cell, position, item.one())
        return
    source = item.many()
    if source is not None:
        solver.copy_list(source[0], cell, source[1], position)


def _pour_rest(solver: Solver, item: Value, cell: Cell, position: int) -> None:
    if isinstance(item, Single | Referenced):
        solver.put_rest(cell, position, item.one())
        return
    source = item.many()
    if source is not None:
        rest = solver.cell()
        solver.copy_list(source[0], rest, source[1])
        solver.put_rest(cell, position, solver.everything(rest))
        solver.watch_parts(
            rest,
            lambda key, slot: (
                solver.edge(slot, solver.part(cell, key)) if isinstance(key, str) else None
            ),
        )

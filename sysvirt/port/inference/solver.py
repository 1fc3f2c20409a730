"""What flows where: slots that hold types, edges between them, and what waits for a type.

A slot stands for a place that holds a value: a variable, an element, a result. Types only ever
come in, and each goes once along each edge, so it ends. A cell stands for the elements of a list
or a hash: a slot for each index or key that is known, and one for all others.

>>> solver = Solver()
>>> one, other = solver.slot(), solver.slot()
>>> solver.edge(one, other)
>>> solver.add(one, Object("Domain"))
>>> solver.solve()
>>> solver.types(other)
frozenset({Object(cls='Domain')})
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from functools import partial

from sysvirt.port.types import Object, Type

#: Indexes from here on are not told apart: a sub that calls itself with one more argument.
LAST_INDEX = 24
#: How many types a slot tells apart; where there are more, only objects of Sys::Virt still matter.
MOST = 100

Key = int | str
Watcher = Callable[[Type], None]
PartWatcher = Callable[[Key, int], None]

__all__ = ["Cell", "Key", "Object", "Solver"]


class Cell:
    """The elements of a list, or the values of a hash."""

    __slots__ = (
        "any", "everything", "id", "paired", "parts", "rest_watchers", "rests", "watchers",
    )  # fmt: skip

    def __init__(self, number: int, anything: int) -> None:
        self.id = number
        self.parts: dict[Key, int] = {}
        #: What is written where nobody knows.
        self.any = anything
        #: What is read from where nobody knows; made when it is asked for.
        self.everything: int | None = None
        #: From an index on: what a list in the middle of a list brings.
        self.rests: list[tuple[int, int]] = []
        #: The indexes that are keys and values of pairs.
        self.paired: set[int] = set()
        self.watchers: list[PartWatcher] | None = None
        self.rest_watchers: list[Callable[[int, int], None]] | None = None


class Solver:
    """The slots and cells of a project."""

    def __init__(self) -> None:
        self._masks: list[int] = []
        #: What came into a slot and hasn't gone on from there.
        self._changed: list[int] = []
        self._edges: list[set[int] | None] = []
        self._watchers: list[list[Watcher] | None] = []
        self._waiting: deque[int] = deque()
        #: What is to be told of new elements; at once, it would go as deep as a chain is long.
        self._news: deque[Callable[[], None]] = deque()
        #: The types by their bits, and the other way round.
        self._known: list[Type] = []
        self._bits: dict[Type, int] = {}
        self._objects = 0
        self._constants: dict[Type, int] = {}
        self.cells: list[Cell] = []

    # Slots. A set of types is a number with a bit for each of them.

    def slot(self) -> int:
        """A new one."""
        self._masks.append(0)
        self._changed.append(0)
        self._edges.append(None)
        self._watchers.append(None)
        return len(self._masks) - 1

    def constant(self, type_: Type) -> int:
        """The slot that holds one type and nothing else; nothing may be written to it."""
        found = self._constants.get(type_)
        if found is None:
            found = self._constants[type_] = self.slot()
            self.add(found, type_)
        return found

    def types(self, slot: int) -> frozenset[Type]:
        """What a slot holds."""
        return frozenset(self._in(self._masks[slot]))

    def _in(self, mask: int) -> Iterator[Type]:
        while mask:
            lowest = mask & -mask
            yield self._known[lowest.bit_length() - 1]
            mask ^= lowest

    def add(self, slot: int, type_: Type) -> None:
        """Let a type in."""
        bit = self._bits.get(type_)
        if bit is None:
            bit = self._bits[type_] = 1 << len(self._known)
            self._known.append(type_)
            if isinstance(type_, Object):
                self._objects |= bit
        self._let_in(slot, bit)

    def _let_in(self, slot: int, mask: int) -> None:
        known = self._masks[slot]
        new = mask & ~known
        if not new:
            return
        if known.bit_count() > MOST:
            new &= self._objects
            if not new:
                return
        self._masks[slot] = known | new
        if self._edges[slot] or self._watchers[slot]:
            if not self._changed[slot]:
                self._waiting.append(slot)
            self._changed[slot] |= new

    def edge(self, source: int, target: int) -> None:
        """Let what comes into one slot come into another."""
        if source == target:
            return
        edges = self._edges[source]
        if edges is None:
            self._edges[source] = {target}
        elif target in edges:
            return
        else:
            edges.add(target)
        mask = self._masks[source]
        if mask:
            self._let_in(target, mask)

    def watch(self, slot: int, watcher: Watcher) -> None:
        """Call something with each type of a slot, now and later."""
        watchers = self._watchers[slot]
        if watchers is None:
            watchers = self._watchers[slot] = []
        mask = self._masks[slot] & ~self._changed[slot]
        watchers.append(watcher)
        for type_ in self._in(mask):
            watcher(type_)

    def solve(self) -> None:
        """Go on until nothing changes."""
        waiting, news = self._waiting, self._news
        while waiting or news:
            if news:
                news.popleft()()
                continue
            slot = waiting.popleft()
            mask = self._changed[slot]
            self._changed[slot] = 0
            for target in tuple(self._edges[slot] or ()):
                self._let_in(target, mask)
            watchers = self._watchers[slot]
            if watchers:
                for type_ in tuple(self._in(mask)):
                    for watcher in tuple(watchers):
                        watcher(type_)

    # Cells.

    def cell(self) -> Cell:
        """A new one."""
        cell = Cell(len(self.cells), self.slot())
        self.cells.append(cell)
        return cell

    def part(self, cell: Cell, key: Key) -> int:
        """The slot of an element."""
        if isinstance(key, int) and not 0 <= key < LAST_INDEX:
            return self.everything(cell)
        found = cell.parts.get(key)
        if found is None:
            found = cell.parts[key] = self.slot()
            self.edge(cell.any, found)
            for start, slot in cell.rests:
                if isinstance(key, int) and key >= start:
                    self.edge(slot, found)
            if cell.everything is not None:
                self.edge(found, cell.everything)
            for watcher in cell.watchers or ():
                self._news.append(partial(watcher, key, found))
        return found

    def everything(self, cell: Cell) -> int:
        """The slot of all elements."""
        if cell.everything is None:
            cell.everything = self.slot()
            self.edge(cell.any, cell.everything)
            for slot in tuple(cell.parts.values()):
                self.edge(slot, cell.everything)
            for _, slot in cell.rests:
                self.edge(slot, cell.everything)
        return cell.everything

    def put(self, cell: Cell, key: Key | None, slot: int) -> None:
        """Write an element; without a key, somewhere."""
        if key is None or (isinstance(key, int) and not 0 <= key < LAST_INDEX):
            self.edge(slot, cell.any)
        else:
            self.edge(slot, self.part(cell, key))

    def put_rest(self, cell: Cell, start: int, slot: int) -> None:
        """Write somewhere from an index on."""
        if start <= 0:
            self.edge(slot, cell.any)
            return
        if (start, slot) in cell.rests:
            return
        cell.rests.append((start, slot))
        for key, part in tuple(cell.parts.items()):
            if isinstance(key, int) and key >= start:
                self.edge(slot, part)
        if cell.everything is not None:
            self.edge(slot, cell.everything)
        for watcher in cell.rest_watchers or ():
            self._news.append(partial(watcher, start, slot))

    def watch_rests(self, cell: Cell, watcher: Callable[[int, int], None]) -> None:
        """Call something with what is written from an index on, now and later."""
        if cell.rest_watchers is None:
            cell.rest_watchers = []
        cell.rest_watchers.append(watcher)
        for start, slot in tuple(cell.rests):
            watcher(start, slot)

    def watch_parts(self, cell: Cell, watcher: PartWatcher) -> None:
        """Call something with each known element of a cell, now and later."""
        if cell.watchers is None:
            cell.watchers = []
        cell.watchers.append(watcher)
        for key, slot in tuple(cell.parts.items()):
            watcher(key, slot)

    def copy_list(self, source: Cell, target: Cell, skip: int = 0, at: int = 0) -> None:
        """Let the elements of a list, but for the first ones, come into another."""
        if source is target and skip == at:
            return

        def take(key: Key, slot: int) -> None:
            if isinstance(key, str):
                self.edge(slot, self.part(target, key))
            elif key >= skip:
                index = key - skip + at
                if key in source.paired:
                    target.paired.add(index)
                self.put(target, index, slot)

        def take_rest(start: int, slot: int) -> None:
            self.put_rest(target, min(max(start - skip, 0) + at, LAST_INDEX), slot)

        self.watch_parts(source, take)
        self.watch_rests(source, take_rest)
        self.put_rest(target, at, source.any)

    def copy_hash(self, source: Cell, target: Cell, skip: int = 0) -> None:
        """Let the pairs of a list or hash come into a hash."""

        def take(key: Key, slot: int) -> None:
            if isinstance(key, str):
                self.edge(slot, self.part(target, key))
            elif key >= skip and key not in source.paired:
                self.edge(slot, target.any)

        self.watch_parts(source, take)
        self.watch_rests(source, lambda _, slot: self.edge(slot, target.any))
        self.edge(source.any, target.any)

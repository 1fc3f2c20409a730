"""The state of a walk through a file, which all that reads a kind of node shares."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from tree_sitter import Node

from sysvirt.port.inference.calls import Calls
from sysvirt.port.inference.scopes import Scopes
from sysvirt.port.inference.solver import Cell, Key
from sysvirt.port.inference.symbols import Sub, Symbols
from sysvirt.port.inference.values import Element, Items, Plural, Pointed, Referenced, Single, Value
from sysvirt.port.parser import tree
from sysvirt.port.parser.grammar import Parsed, parse_part
from sysvirt.port.types import Package, Text

#: What can be the name of a method, a key or a package.
NAME = re.compile(r"(?:::)?[A-Za-z_][\w:]{0,80}")

#: Names of the module English.
ENGLISH = {"$ARG": "$_", "@ARG": "@_", "$EVAL_ERROR": "$@"}
#: What is still to be done: a node to be read, or something to be called.
Step = Node | Callable[[], None]


class Walk:
    """The walk through one file."""

    def __init__(
        self, symbols: Symbols, calls: Calls, file: int, main: str, parsed: Parsed, data: bytes
    ) -> None:
        self.symbols = symbols
        self.solver = symbols.solver
        self.store = symbols.store
        self.calls = calls
        self.file = file
        self.is_test = False
        self.is_english = b"English" in data
        self.data = data
        self.parsed = parsed
        self.scopes = Scopes(symbols, main)
        self._errors: list[int] = []
        #: What each expression is, by the id of its node.
        self.values: dict[int, Value] = {}
        #: The trees of what string ``eval`` runs.
        self.parts: list[Node] = []

    # Values.

    def value(self, node: Node | None) -> Value | None:
        """What an expression is."""
        return self.values.get(node.id) if node is not None else None

    def one(self, node: Node | None) -> int | None:
        """The slot of an expression's value as a scalar."""
        value = self.value(node)
        return value.one() if value is not None else None

    def keep(self, node: Node, value: Value | None) -> None:
        """Note what an expression is."""
        if value is not None:
            self.values[node.id] = value

    def single(self, slot: int) -> Single:
        """One value."""
        return Single(self.solver, slot)

    def name(self, text: str) -> Value | None:
        """A text, if it can be a name."""
        if not NAME.fullmatch(text):
            return None
        return self.single(self.solver.constant(Text(text)))

    def package_name(self, name: str) -> Value:
        """A package as a value."""
        return self.single(self.solver.constant(Package(self.scopes.real(name))))

    def variable(self, name: str) -> Value:
        """A variable by its name."""
        if self.is_english:
            name = ENGLISH.get(name, name)
        if name == "@_":
            sub = self.scopes.sub
            if sub is not None and not self.scopes.is_lexical(name):
                return Plural(self.solver, sub.params, sub.shifts)
        return self.of_variable(name, self.scopes.find(name))

    def of_variable(self, name: str, found: int | Cell) -> Value:
        """What a variable is as a value."""
        if isinstance(found, Cell):
            return Plural(self.solver, found, is_hash=name.startswith("%"))
        return self.single(found)

    def pointed(self, base: int | None, *, is_hash: bool) -> Value | None:
        """``@$x``, ``%$x``."""
        return Pointed(self.store, base, is_hash=is_hash) if base is not None else None

    def element(self, container: Value | None, key: Key | None, *, is_hash: bool) -> Value | None:
        """An element of an array or a hash."""
        if isinstance(container, Pointed):
            return Referenced(self.store, container.base, key, is_hash=is_hash)
        if isinstance(container, Plural):
            index = key + container.skip if isinstance(key, int) and key >= 0 else key
            if isinstance(index, int) and index < 0:
                index = None
            return Element(self.store, container.cell, index)
        return None

    def items(self, nodes: Iterable[Node]) -> Items:
        """Expressions as a list, with the keys of those that have one."""
        found: list[tuple[str | None, Value | None]] = []
        key: str | None = None
        for node in nodes:
            value = self.value(node)
            if isinstance(value, Items):
                found.extend(value.items)
                key = None
                continue
            found.append((key, value))
            is_key = tree.is_key(node) or (
                key is None and len(found) % 2 == 1 and node.type in tree.STRINGS
            )
            key = tree.literal(node) if is_key else None
        return Items(self.solver, found)

    def part(self, start: int, end: int) -> Node:
        """The tree of a part of the file that is Perl, though the parser takes it for a text."""
        root = parse_part(self.data, start, end)
        self.parts.append(root)
        return root

    # Steps.

    def run(self, steps: Sequence[Step], read: Callable[[Walk, Node], Iterable[Step]]) -> None:
        """Do all steps; reading a node gives further ones, which come first."""
        waiting = list(reversed(steps))
        while waiting:
            step = waiting.pop()
            if isinstance(step, Node):
                waiting.extend(reversed(list(read(self, step))))
            else:
                step()

    def scoped(self, steps: Iterable[Step]) -> Iterator[Step]:
        """Steps within a scope."""
        yield self.scopes.enter
        yield from steps
        yield self.scopes.leave

    def topic(self) -> int | None:
        """What ``$_`` is here."""
        found = self.scopes.find("$_")
        return found if isinstance(found, int) else None

    def bind_each(self, names: Iterable[str], slot: int) -> None:
        """Let ``$_``, ``$a`` or ``$b`` stand for what is gone through."""
        for name in names:
            self.scopes.bind(name, slot)

    def enter_sub(self, name: str) -> Sub:
        """A sub begins."""
        sub = self.symbols.sub(self.scopes.package, name)
        outer = self.topic()
        if outer is not None:
            self.solver.edge(outer, sub.topic)
        self.scopes.enter()
        self.scopes.subs.append(sub)
        self.scopes.bind("$_", sub.topic)
        self._errors.append(self.scopes.error)
        self.scopes.error = self.symbols.error
        return sub

    def leave_sub(self) -> None:
        """A sub ends."""
        self.scopes.subs.pop()
        self.scopes.error = self._errors.pop()
        self.scopes.leave()

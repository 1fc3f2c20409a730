"""What Perl's own functions and those of well-known modules do with values."""

from __future__ import annotations

from collections.abc import Callable

from tree_sitter import Node

from sysvirt.port.inference.values import (
    Either,
    Items,
    Outcome,
    Plural,
    Pointed,
    Single,
    Value,
    pour,
)
from sysvirt.port.inference.walk import Walk
from sysvirt.port.parser import tree
from sysvirt.port.types import Code, Foreign, Hash, Package, Text, Type

Reader = Callable[[Walk, tree.Call], Value | None]

#: Functions that give what is in their list, in whatever order, or some of it.
PASSING = frozenset(
    {
        "reverse", "uniq", "uniqnum", "uniqstr", "shuffle", "sort_by", "nsort_by", "rev_sort_by",
        "grep", "apply", "natatime", "sample", "head", "tail", "before", "after", "distinct",
        "sorted", "dclone", "clone",
    }
)  # fmt: skip
#: Functions that give one item of their list.
CHOOSING = frozenset(
    {"first", "first_value", "firstval", "last_value", "lastval", "reduce", "max_by", "min_by"}
)
#: Functions that give the values of their block.
MAPPING = frozenset({"map", "pairmap", "apply", "partition_by"})
DYING = frozenset({"die", "croak", "confess", "throw"})


def call(walk: Walk, node: Node) -> Value | None:
    """The call of a function."""
    called = tree.call(node)
    if called is None:
        return None
    if called.receiver is not None:
        return None
    name = called.name.removeprefix("CORE::").removeprefix("CORE::GLOBAL::")
    reader = READERS.get(name) or READERS.get(name.rpartition("::")[2] if "Util" in name else name)
    if reader is not None:
        return reader(walk, called)
    short = name.rpartition("::")[2]
    if called.block is not None or short in PASSING or short in CHOOSING:
        return _with_list(walk, called, short)
    return None


def _with_list(walk: Walk, called: tree.Call, name: str) -> Value | None:
    cell, _ = walk.items(called.arguments).many()
    if name in CHOOSING:
        return walk.single(walk.solver.everything(cell))
    if name in PASSING:
        found = walk.solver.cell()
        walk.solver.edge(walk.solver.everything(cell), found.any)
        return Plural(walk.solver, found)
    return None


def target(walk: Walk, node: Node) -> Value | None:
    """The array that ``push`` and ``shift`` work on; older Perl takes a reference, too."""
    value = walk.value(node)
    if isinstance(value, Plural):
        return value
    if isinstance(value, Items):
        return value.items[0][1] if len(value.items) == 1 else None
    return walk.pointed(value.one(), is_hash=False) if value is not None else None


def push(walk: Walk, called: tree.Call) -> Value | None:
    """``push @x, ...``, ``unshift``."""
    if not called.arguments:
        return None
    into = target(walk, called.arguments[0])
    added = walk.items(called.arguments[1:])
    slot = walk.solver.slot()
    for _, item in added.items:
        source = None if item is None else (None if item.is_plural else item.one())
        if source is not None:
            walk.solver.edge(source, slot)
        many = item.many() if item is not None and not isinstance(item, Single) else None
        if many is not None:
            walk.solver.edge(walk.solver.everything(many[0]), slot)
    _add(walk, into, slot)
    return None


def _add(walk: Walk, into: Value | None, slot: int) -> None:
    if isinstance(into, Pointed):
        walk.store.save(into.base, None, slot, is_hash=False)
    elif isinstance(into, Plural):
        walk.solver.put(into.cell, None, slot)


def splice(walk: Walk, called: tree.Call) -> Value | None:
    """``splice @x, 0, 1, ...``."""
    if not called.arguments:
        return None
    into = target(walk, called.arguments[0])
    for each in called.arguments[3:]:
        slot = walk.one(each)
        if slot is not None:
            _add(walk, into, slot)
    return into


def shift(walk: Walk, called: tree.Call) -> Value | None:
    """``shift``, ``shift @_``, ``shift @x``, ``pop``: of a sub, each takes the next one."""
    sub = walk.scopes.sub
    first = called.arguments[0] if called.arguments else None
    if first is None or tree.variable(first) == "@_":
        if sub is None:
            return None
        if called.name == "pop":
            return walk.single(walk.solver.everything(sub.params))
        slot = walk.solver.part(sub.params, sub.shifts)
        sub.shifts += 1
        return walk.single(slot)
    value = target(walk, first)
    source = value.many() if value is not None else None
    return walk.single(walk.solver.everything(source[0])) if source is not None else None


def values(walk: Walk, called: tree.Call) -> Value | None:
    """``values %x``."""
    return _everything(walk, called, 0)


def each(walk: Walk, called: tree.Call) -> Value | None:
    """``each %x``: a key and a value."""
    return _everything(walk, called, 1)


def _everything(walk: Walk, called: tree.Call, index: int) -> Value | None:
    value = walk.value(called.arguments[0]) if called.arguments else None
    if value is not None and not value.is_plural:
        value = walk.pointed(value.one(), is_hash=True)
    source = value.many() if value is not None else None
    if source is None:
        return None
    found = walk.solver.cell()
    walk.solver.put(found, index or None, walk.solver.everything(source[0]))
    return Plural(walk.solver, found)


def first_argument(walk: Walk, called: tree.Call) -> Value | None:
    """What gives its argument back: ``delete``, ``scalar``, ``local``."""
    return walk.value(called.arguments[0]) if called.arguments else None


def scalar(walk: Walk, called: tree.Call) -> Value | None:
    """``scalar(...)``: one value."""
    slot = walk.one(called.arguments[0]) if called.arguments else None
    return walk.single(slot) if slot is not None else None


def ref(walk: Walk, called: tree.Call) -> Value | None:
    """``ref($x)``: the package of an object."""
    slot = walk.one(called.arguments[0]) if called.arguments else None
    if slot is None:
        return None
    found = walk.solver.slot()

    def name(type_: Type) -> None:
        if isinstance(type_, Foreign):
            walk.solver.add(found, Package(type_.package))

    walk.solver.watch(slot, name)
    return walk.single(found)


def bless(walk: Walk, called: tree.Call) -> Value | None:
    """``bless $self, $class``: the reference becomes an object of the class."""
    slot = walk.one(called.arguments[0]) if called.arguments else None
    if slot is None:
        return None
    held = slot
    if called.arguments[0].type in ("anonymous_hash_expression", "anonymous_array_expression"):
        # A reference that is written here gets a place of its own.
        held = walk.solver.slot()
        walk.solver.edge(slot, held)
    blessing = _Blessing(walk, held)
    walk.solver.watch(slot, blessing.take_reference)
    into = walk.one(called.arguments[1]) if len(called.arguments) > 1 else None
    if into is not None:
        walk.solver.watch(into, blessing.take_class)
    if into is None or not walk.solver.types(into):
        blessing.become(walk.scopes.package)
    return walk.single(held)


class _Blessing:
    """References that become objects of classes."""

    def __init__(self, walk: Walk, held: int) -> None:
        self._walk = walk
        self._held = held
        self._classes: list[str] = []
        self._cells: list[int] = []

    def take_class(self, type_: Type) -> None:
        """The name of a class."""
        if isinstance(type_, Package):
            self.become(type_.name)
        elif isinstance(type_, Text):
            self.become(self._walk.scopes.real(type_.value))

    def take_reference(self, type_: Type) -> None:
        """What is blessed."""
        if isinstance(type_, Hash) and type_.cell not in self._cells:
            self._cells.append(type_.cell)
            for package in self._classes:
                self._merge(type_.cell, package)

    def become(self, package: str) -> None:
        """Be an object of a class, which has its fields."""
        if package not in self._classes:
            self._classes.append(package)
            self._walk.solver.add(self._held, Foreign(package))
            for cell in self._cells:
                self._merge(cell, package)

    def _merge(self, cell: int, package: str) -> None:
        symbols, solver = self._walk.symbols, self._walk.solver
        if symbols.api.find_package(package) is None:
            solver.copy_hash(solver.cells[cell], symbols.package(package).fields)


def die(walk: Walk, called: tree.Call) -> Value | None:
    """``die $object``: it comes out in ``$@``."""
    for argument in called.arguments[:1]:
        slot = walk.one(argument)
        if slot is not None:
            walk.solver.edge(slot, walk.symbols.error)
    return None


def tie(walk: Walk, called: tree.Call) -> Value | None:
    """``tie %h, "Class", ...``: what is read comes from the class."""
    if len(called.arguments) < 2:
        return None
    value, cls = walk.value(called.arguments[0]), walk.one(called.arguments[1])
    if not isinstance(value, Plural) or cls is None:
        return None
    made, fetched = Outcome(walk.solver), Outcome(walk.solver)
    package, nothing = walk.scopes.package, walk.items(())
    values = walk.items(called.arguments[2:])
    name = "TIEHASH" if value.is_hash else "TIEARRAY"
    walk.calls.send(cls, name, made, called.node, package, values)
    walk.calls.send(made.one(), "FETCH", fetched, called.node, package, nothing)
    walk.solver.put(value.cell, None, fetched.one())
    return made


def try_(walk: Walk, called: tree.Call) -> Value | None:
    """``my $x = try { ... } catch { ... };``."""
    values = [walk.value(called.block), *(walk.value(each) for each in called.arguments)]
    known = [value for value in values if value is not None]
    return Either(walk.solver, known) if known else None


def nothing(_: Walk, __: tree.Call) -> Value | None:
    """What gives a text or a number."""
    return None


def caught(walk: Walk, node: Node) -> None:
    """Let the parameters of a sub that gets errors be what ``$@`` can be."""
    slot = walk.one(node)
    if slot is None:
        return

    def hand_over(type_: Type) -> None:
        if isinstance(type_, Code):
            sub = walk.symbols.subs[type_.cell]
            walk.solver.put(sub.params, 0, walk.symbols.error)

    walk.solver.watch(slot, hand_over)


READERS: dict[str, Reader] = {
    "push": push,
    "unshift": push,
    "splice": splice,
    "shift": shift,
    "pop": shift,
    "values": values,
    "each": each,
    "keys": nothing,
    "delete": first_argument,
    "weaken": nothing,
    "scalar": scalar,
    "ref": ref,
    "blessed": ref,
    "bless": bless,
    "die": die,
    "tie": tie,
    "croak": die,
    "confess": die,
    "try": try_,
    "catch": try_,
    "otherwise": try_,
    "except": try_,
    "finally": nothing,
}
for _name in (
    "print", "printf", "say", "sprintf", "join", "open", "close", "defined", "exists", "warn",
    "length", "lc", "uc", "ucfirst", "lcfirst", "substr", "index", "split", "exit", "eof", "chomp",
    "time", "localtime", "gmtime", "sleep", "system", "exec", "binmode", "unlink", "mkdir",
    "undef", "abs", "int", "hex", "oct", "rand", "srand", "sqrt", "pack", "unpack", "stat",
    "chdir", "wait", "waitpid", "kill", "fork", "alarm",
    "select", "carp", "cluck", "opendir", "readdir",
    "closedir", "rmdir", "chr", "ord", "quotemeta", "lock", "local", "wantarray", "caller",
):  # fmt: skip
    READERS[_name] = nothing


def map_(walk: Walk, node: Node, tails: list[Value]) -> Value | None:
    """``map { ... } @x``, ``grep { ... } @x``."""
    word = node.children[0].type
    listed = walk.items(node.children_by_field_name("list"))
    found = walk.solver.cell()
    if word == "grep":
        cell, _ = listed.many()
        walk.solver.edge(walk.solver.everything(cell), found.any)
        return Plural(walk.solver, found)
    for value in tails:
        made = walk.solver.cell()
        pour(walk.solver, value, made)
        walk.solver.edge(walk.solver.everything(made), found.any)
        walk.solver.copy_hash(made, found)
    return Plural(walk.solver, found)

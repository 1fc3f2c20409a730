"""The writer of one file: its state, and how an expression of Perl is asked for.

Perl asks an expression for one value, for a list, or for its truth; so do the methods here:
``value``, ``many`` and ``listed``, ``truth``. ``text`` and ``number`` turn a value into one.
"""

from __future__ import annotations

import ast
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import attrs

from sysvirt.port.draft.known import kinds
from sysvirt.port.draft.known.facts import Facts
from sysvirt.port.draft.writing import conversions
from sysvirt.port.draft.writing.lines import do_something
from sysvirt.port.draft.writing.typed import Typed
from sysvirt.port.draft.writing.written import unparse
from sysvirt.port.parser import tree
from sysvirt.port.python import values
from sysvirt.port.python.names import SINGLE
from sysvirt.port.python.refusing import Untranslatable
from sysvirt.port.python.shapes import Shapes
from sysvirt.port.types import Object

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.draft.known.outline import Outline
    from sysvirt.port.draft.known.variables import Variable, Variables
    from sysvirt.port.sites import Site
    from sysvirt.port.units import Unit

#: So deep an expression is nothing that anybody reads.
DEEPEST = 60
Reader = Callable[["Writer", "Node"], Typed]
#: What writes each kind of node, as one value and in a list.
VALUES: dict[str, Reader] = {}
ListReader = Callable[["Writer", "Node"], "list[Typed] | None"]
LISTS: dict[str, ListReader] = {}


@attrs.define
class Frame:
    """What is being written: the file, or a sub."""

    #: The sub; None for the file.
    node: Node | None = None
    #: The name of the list of arguments, where the sub keeps one.
    arguments: str = ""
    #: How the sub gives its values: ``one`` or ``list``, or as it is asked.
    gives: str = "one"
    is_asked: bool = False
    #: Whether it is called where only the run decides what is called: a list is a tuple then.
    is_code: bool = False
    #: Whether all that it gives is true or false.
    is_truth: bool = False
    #: By which the facts about it are known.
    key: str = ""
    #: Names that it has to declare as another's.
    borrowed: dict[str, str] = attrs.field(factory=dict)
    #: Names given to what has none in Perl.
    given: dict[str, int] = attrs.field(factory=dict)
    #: The name of the first parameter, and the class that it is an object of.
    self_name: str = ""
    cls: str = ""


class Writer(ABC):
    """The writer of one file."""

    def __init__(
        self, unit: Unit, variables: Variables, outline: Outline, before: Facts, facts: Facts
    ) -> None:
        self.unit = unit
        self.variables = variables
        self.outline = outline
        #: What the pass before found out, and what this one does.
        self.before = before
        self.facts = facts
        self.shapes = Shapes(unit)
        self.frames: list[Frame] = [Frame()]
        #: What ``$_`` is called, and its kind; the innermost last.
        self.topics: list[tuple[str, str]] = []
        #: What ``$1`` is taken from: the name of a match, the innermost last.
        self.matches: list[str] = []
        #: Lines that have to stand before the statement that is being written.
        self.ahead: list[str] = []
        self.notes: list[tuple[int, str]] = []
        #: The packages from PyPI.
        self.needs: set[str] = set()
        #: What stands for ``$a`` and ``$b``.
        self.pair: tuple[str, str] | None = None
        #: What ends a line that is read; the innermost last, None for all of a file.
        self.separators: list[ast.expr] = []
        #: Whether nobody wants the value of the call that is written.
        self.is_void = False
        #: Lines that come before all statements: what is done at the end is known at the start.
        self.first: list[str] = []
        #: What Getopt::Long was told.
        self.configured: list[str] = []
        #: Texts that stand at the beginning of the draft, by their names.
        self.texts: dict[str, str] = {}
        #: The blocks whose last value is what a sub gives, by their ids.
        self.ending: set[int] = set()
        #: Statements whose value a sub gives, behind a ``local``.
        self.finals: set[int] = set()
        #: Loops around, by their labels, and the lines that a ``next`` there needs.
        self.loops: list[Loop] = []
        #: Variables of loops, by their names: the element that each of them is.
        self.aliases: dict[str, str] = {}
        #: Those of them that are written back.
        self.aliased: set[str] = set()
        #: Variables whose position has to be made at the beginning of their block, and the same
        #: of names of ``$_``.
        self.places: set[Variable] = set()
        self.topic_places: set[str] = set()
        #: Whether the code that is written is only told of what nobody catches.
        self.is_last_word = False
        self._depth = 0

    # One value ------------------------------------------------------------------------------

    def value(self, node: Node) -> Typed:
        """An expression as one value."""
        node = tree.bare(node)
        node = self.outline.reread.get(node.id, node)
        read = VALUES.get(node.type)
        if read is None:
            raise Untranslatable(f"{node.type.replace('_', ' ')} isn't known here")
        with self._deeper():
            return read(self, node)

    @contextmanager
    def _deeper(self) -> Iterator[None]:
        self._depth += 1
        try:
            if self._depth > DEEPEST:
                raise Untranslatable("an expression that nests so deep")
            yield
        finally:
            self._depth -= 1

    def kept(self, node: Node) -> Typed:
        """A value that is put somewhere where its kind isn't known any more."""
        return conversions.kept(self.value(node))

    def text(self, node: Node) -> ast.expr:
        """A value as a text."""
        return conversions.as_text(self.value(node))

    def number(self, node: Node) -> ast.expr:
        """A value as a number."""
        return conversions.as_number(self.value(node))

    def integer(self, node: Node) -> ast.expr:
        """A value as a whole number."""
        return conversions.as_integer(self.value(node))

    # A list ---------------------------------------------------------------------------------

    def items(self, nodes: Iterable[Node]) -> list[Typed]:
        """What stands in a list, one by one: lists in it with a star."""
        return [made for each in nodes for item in tree.items(each) for made in self._item(item)]

    def _item(self, node: Node) -> list[Typed]:
        if node.id in self.outline.reread:
            node = self.outline.reread[node.id]
            if node.type in tree.LISTS:
                return self.items([node])
        read = LISTS.get(node.type)
        made = read(self, node) if read is not None else None
        return made if made is not None else [self.kept(node)]

    def many(self, nodes: Iterable[Node]) -> list[ast.expr]:
        """The same without their kinds."""
        return [each.node for each in self.items(nodes)]

    def listed(self, nodes: Node | Sequence[Node]) -> Typed:
        """Expressions as one list, or as what is gone through like one."""
        made = spread(self.items([nodes] if not isinstance(nodes, Sequence) else nodes))
        if len(made) == 1 and isinstance(made[0].node, ast.Starred):
            one = made[0].node.value
            return Typed(one, made[0].kind, is_new=_is_new(one))
        held = kinds.joined(_held(each) for each in made) if made else ""
        kind = f"list:{held}" if held else "list"
        return Typed(ast.List([each.node for each in made]), kind, is_new=True)

    def starred(self, typed: Typed) -> list[Typed]:
        """A list as what stands in another."""
        return [Typed(ast.Starred(typed.node), typed.kind)]

    # Truth ----------------------------------------------------------------------------------

    def truth(self, node: Node) -> ast.expr:
        """What is asked for its truth."""
        return conversions.as_truth(self.value(node))

    # What may not be done -------------------------------------------------------------------

    def late(self, node: Node, write: Callable[[Node], Typed] | None = None) -> Typed:
        """A value that is only worked out if what stands before it says so.

        Where it needs statements, they become a function.
        """
        before = len(self.ahead)
        made = (write or self.value)(node)
        new = self.ahead[before:]
        if not do_something(new):
            return made
        del self.ahead[before:]
        function = self.apart(node, [*new, f"return {unparse(made.node)}"])
        return Typed(values.call(function, []), made.kind)

    # Sys::Virt ------------------------------------------------------------------------------

    def site(self, node: Node) -> Site | None:
        """The use of Sys::Virt that an expression is."""
        return self.shapes.site(node)

    def objects(self, node: Node) -> frozenset[str]:
        """The classes of Sys::Virt that an expression can be of, as far as that is known."""
        types = self.unit.types_of(tree.bare(node))
        return frozenset(each.cls for each in types if isinstance(each, Object))

    # Code, which has statements in it -------------------------------------------------------

    @abstractmethod
    def code(self, node: Node) -> ast.expr:
        """``sub { … }`` as a lambda, or as the name of a function that stands ahead."""

    @abstractmethod
    def code_of_block(self, block: Node) -> ast.expr:
        """A block that a function gets, as a function of ``$_``."""

    @abstractmethod
    def code_of_call(self, block: Node) -> ast.expr:
        """A block before the arguments of a sub of the script, as code."""

    @abstractmethod
    def hoisted(
        self,
        block: Node,
        name: str,
        gives: str,
        first: Sequence[str] = (),
        given: str = "",
    ) -> str:
        """The name of a function that stands ahead and does what a block does.

        In a ``map`` it gets ``$_``. ``gives`` is ``one``, ``list`` or ``truth``. ``first`` are
        lines at its beginning, and ``given`` its parameters.
        """

    @abstractmethod
    def apart(self, node: Node, lines: Sequence[str]) -> str:
        """The name of a function that stands ahead and does lines, with a last one that returns."""

    @abstractmethod
    def statement(self, node: Node) -> list[str]:
        """A statement as lines; what can't be written is a TODO."""

    @abstractmethod
    def simple(self, node: Node) -> list[str]:
        """An expression that is a statement, as lines; what can't be written is refused."""

    @abstractmethod
    def returned(self, node: Node, value: Node) -> list[str]:
        """A statement whose value a sub gives."""

    @abstractmethod
    def chosen(self, node: Node, value: Node) -> list[str]:
        """The same of ``… if …`` and ``… or …``."""

    @abstractmethod
    def sequence(self, nodes: Iterable[Node]) -> list[str]:
        """Statements, one behind the other."""

    @abstractmethod
    def block(self, node: Node | None) -> list[str]:
        """The statements of a block, further in; ``pass`` if there are none."""

    # Around ---------------------------------------------------------------------------------

    @property
    def frame(self) -> Frame:
        """The sub, or the file, that is being written."""
        return self.frames[-1]

    def line_of(self, node: Node) -> int:
        """The line of Perl, also of what is read by itself: of ``s/…/…/e``."""
        top = node
        while top.parent is not None:
            top = top.parent
        origin = self.outline.origin(top)
        return node.start_point[0] + (1 if origin is None else self.line_of(origin))

    def note(self, node: Node, message: str) -> None:
        """Tell the user of something to look at."""
        entry = (self.line_of(node), message)
        if entry not in self.notes:
            self.notes.append(entry)

    def name(self, wanted: str) -> str:
        """A name that this sub, or file, hasn't yet."""
        given = self.frame.given
        number = given.get(wanted, 0) + 1
        taken = {each.python for each in self.variables.all}
        while (name := wanted if number == 1 else f"{wanted}_{number}") in taken:
            number += 1
        given[wanted] = number
        return name

    def topic_for(self, node: Node | None, wanted: str = "item") -> str:
        """A name for ``$_`` in a loop: by its class where that is known."""
        if node is not None:
            names = {
                SINGLE.get(cls)
                for each in tree.walk(node)
                if tree.variable(each) == "$_"
                for cls in self.objects(each)
            }
            if len(names) == 1:
                wanted = names.pop() or wanted
        taken = {name for name, _ in self.topics} | {each.python for each in self.variables.all}
        number, name = 1, wanted
        while name in taken:
            number += 1
            name = f"{wanted}_{number}"
        return name

    def write_to(self, variable: Variable, kind: str = "") -> None:
        """Note that a variable gets a value of a kind."""
        function = self.frame.node
        self.facts.written.setdefault(variable, set()).add(function.id if function else 0)
        self.facts.writes[variable] = self.facts.writes.get(variable, 0) + 1
        if variable.name[0] == "$":
            self.facts.kinds.setdefault(variable, set()).add(kind)
        self._borrow(variable)

    def give(self, kind: str) -> None:
        """Note the kind of what the sub gives."""
        if self.frame.key:
            self.facts.sub(self.frame.key).gives.add(kind)

    def spoil_topic(self) -> None:
        """``$_`` got a value of which nothing is known."""
        name, _ = self.topics[-1]
        self.topics[-1] = (name, "")
        self.facts.spoiled.add(name)

    def _borrow(self, variable: Variable) -> None:
        """In Python a sub says which names of others it writes to."""
        function = self.frame.node
        if function is None or tree.same_or_none(variable.function, function):
            return
        if not variable.python.isidentifier():
            # One of a module's, which is an attribute of an object.
            return
        is_inside = variable.node is not None and self.outline.is_inside(variable.node, function)
        if is_inside and not variable.is_state:
            return
        self.frame.borrowed[variable.python] = self.word_for(variable)

    def word_for(self, variable: Variable) -> str:
        """How a function of Python says that it writes to a variable around it."""
        is_global = variable.scope is None or variable.function is None
        if variable.node is not None and is_global and not variable.is_state:
            # A block of a map is a function in Python, too.
            is_global = not any(
                each.node is not None
                and each.node.type not in tree.SUBS
                and self.outline.is_inside(variable.node, each.node)
                for each in self.frames
            )
        return "global" if is_global else "nonlocal"

    def hold(self, variable: Variable | None, kind: str) -> None:
        """Note that an array or a hash holds a value of a kind."""
        if variable is not None and variable.name[0] != "$":
            self.facts.held.setdefault(variable, set()).add(kind)

    def share(self, node: Node) -> None:
        """Note that somebody else may fill an array or a hash."""
        variable = self.variables.of(node)
        if variable is not None:
            self.facts.shared.add(variable)
            if variable.name[0] == "$":
                self.facts.kinds.setdefault(variable, set()).add("")


@attrs.define(eq=False)
class Loop:
    """A loop around a statement."""

    label: str = ""
    #: Lines that come before each ``continue``: the step of a loop with three parts.
    step: list[str] = attrs.field(factory=list)
    #: Names of flags that tell a loop further out to go on (or to end), and that loop.
    flags: dict[str, tuple[bool, Loop]] = attrs.field(factory=dict)
    #: Whether it is a block by itself, which goes on nowhere.
    is_block: bool = False
    #: Whether it only does a round of the loop around once more: ``redo``.
    is_again: bool = False


def _is_new(node: ast.expr) -> bool:
    if isinstance(node, ast.ListComp | ast.List):
        return True
    name = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""
    return name in ("list", "sorted", "perl_split", "perl_flatten")


def reads(*types: str) -> Callable[[Reader], Reader]:
    """Let a function write nodes of these types as one value."""

    def register(function: Reader) -> Reader:
        for each in types:
            VALUES[each] = function
        return function

    return register


def lists(*types: str) -> Callable[[ListReader], ListReader]:
    """Let a function write nodes of these types in a list; None for those that are one value."""

    def register(function: ListReader) -> ListReader:
        for each in types:
            LISTS[each] = function
        return function

    return register


def _held(typed: Typed) -> str:
    return kinds.inside(typed.kind) if isinstance(typed.node, ast.Starred) else typed.kind


def call(name: str, *arguments: ast.expr, kind: str = "") -> Typed:
    """A call of a function by its name."""
    return Typed(values.call(name, arguments), kind)


def spread(items: Iterable[Typed]) -> list[Typed]:
    """Items of a list that is kept: what a sub doesn't give is none of them."""
    return [
        Typed(ast.Starred(values.call("perl_some", [each.node])), f"list:{kinds.sure(each.kind)}")
        if each.is_optional
        else each
        for each in items
    ]


def held(kind: str) -> str:
    """The kind of an element that may not be there."""
    return kinds.maybe(kinds.inside(kind))

"""What one pass over a script finds out for the next: kinds of variables, how subs are used.

The first pass knows nothing and takes everything as unknown; what it sees is sure, so the next one
may rest on it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from sysvirt.port.draft.known import kinds

if TYPE_CHECKING:
    from sysvirt.port.draft.known.variables import Variable


@attrs.define
class SubFacts:
    """How a sub is called, and what it gives."""

    #: The kinds of each argument, of all calls.
    arguments: list[set[str]] = attrs.field(factory=list)
    #: The least number of arguments that a call gives.
    fewest: int = 99
    most: int = 0
    #: Whether some call gives a list of unknown length.
    is_open: bool = False
    #: Whether it is handed on, so that not all calls are known.
    is_passed: bool = False
    is_used: bool = False
    gives: set[str] = attrs.field(factory=set)
    #: The numbers of the arguments that it changes where they come from; -1 stands for all.
    changes: set[int] = attrs.field(factory=set)
    #: Whether its value is another one where a list is wanted, and what its calls want.
    is_many: bool = False
    asked: set[str] = attrs.field(factory=set)

    def argument(self, number: int) -> str:
        """The kind of an argument."""
        if self.is_passed or self.is_open or number >= len(self.arguments):
            return ""
        kind = kinds.joined(self.arguments[number])
        return kind if number < self.fewest else kinds.maybe(kind)


@attrs.define
class Facts:
    """All of it, by what nodes have for ids: they stay from pass to pass."""

    kinds: dict[Variable, set[str]] = attrs.field(factory=dict)
    #: Of arrays and hashes: what they hold.
    held: dict[Variable, set[str]] = attrs.field(factory=dict)
    #: Arrays and hashes that somebody else may fill.
    shared: set[Variable] = attrs.field(factory=set)
    #: Where a variable is written: ids of subs, 0 for the file.
    written: dict[Variable, set[int]] = attrs.field(factory=dict)
    #: How often.
    writes: dict[Variable, int] = attrs.field(factory=dict)
    #: Names of ``$_`` that are written somewhere.
    spoiled: set[str] = attrs.field(factory=set)
    #: Variables, and names of ``$_``, that have a position for ``m//g``.
    placed: set[Variable | str] = attrs.field(factory=set)
    #: Variables of loops that code keeps and somebody changes.
    boxed: set[Variable] = attrs.field(factory=set)
    subs: dict[str, SubFacts] = attrs.field(factory=dict)
    #: The kinds of what ``use constant`` names.
    constants: dict[str, str] = attrs.field(factory=dict)
    #: Those of them that are several values.
    several: set[str] = attrs.field(factory=set)

    def sub(self, name: str) -> SubFacts:
        """The facts about a sub by its name."""
        return self.subs.setdefault(name, SubFacts())

    def kind(self, variable: Variable) -> str:
        """The kind of a variable's value; of an array or a hash that of what it holds."""
        if variable.name[0] != "$":
            if variable in self.shared:
                return ""
            return kinds.joined(self.held.get(variable, ()))
        return kinds.joined(self.kinds.get(variable, ()))

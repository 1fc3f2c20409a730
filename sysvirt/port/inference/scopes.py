"""Which variable a name is: the lexical scopes of a file, and what lies behind them."""

from __future__ import annotations

import attrs

from sysvirt.port.inference.solver import Cell
from sysvirt.port.inference.symbols import Sub, Symbols

#: Variables that are the same in all packages.
EVERYWHERE = frozenset(
    {
        "$_", "@_", "$@", "$!", "$0", "$1", "$2", "$3", "$4", "$5", "$6", "$7", "$8", "$9", "$&",
        "$/", "$\\", "$,", "$;", "$.", "$|", "$$", "$<", "$>", "$(", "$)", "$?", "$^W", "$^T",
        "@ARGV", "%ENV", "@INC", "%INC", "%SIG",
    }
)  # fmt: skip
ERROR = "$@"


@attrs.define(eq=False)
class Scope:
    """A block with its variables."""

    package: str
    names: dict[str, int | Cell] = attrs.field(factory=dict)


class Scopes:
    """The scopes around a place of a file."""

    def __init__(self, symbols: Symbols, main: str) -> None:
        self._symbols = symbols
        #: What stands for the package ``main`` of this file: scripts don't share it.
        self.main = main
        self._open: list[Scope] = [Scope(main)]
        self.subs: list[Sub] = []
        #: What ``$@`` is at this place.
        self.error = symbols.error

    @property
    def package(self) -> str:
        """The package of this place."""
        return self._open[-1].package

    @package.setter
    def package(self, name: str) -> None:
        self._open[-1].package = self.real(name)

    @property
    def sub(self) -> Sub | None:
        """The sub of this place."""
        return self.subs[-1] if self.subs else None

    def real(self, package: str) -> str:
        """What a package is called among the symbols."""
        return self.main if package in ("main", "") else package

    def enter(self) -> None:
        """A block begins."""
        self._open.append(Scope(self.package))

    def leave(self) -> None:
        """A block ends."""
        self._open.pop()

    def declare(self, name: str, *, is_global: bool = False) -> int | Cell:
        """A new variable, by its name with its sign; ``our`` makes one of the package visible."""
        new: int | Cell
        if is_global:
            new = self._global(self.package, name)
        elif name.startswith("$"):
            new = self._symbols.solver.slot()
        else:
            new = self._symbols.solver.cell()
        self._open[-1].names[name] = new
        return new

    def bind(self, name: str, variable: int | Cell) -> None:
        """Let a name stand for a variable that is known."""
        self._open[-1].names[name] = variable

    def find(self, name: str) -> int | Cell:
        """The variable that a name stands for."""
        for scope in reversed(self._open):
            found = scope.names.get(name)
            if found is not None:
                return found
        return self._behind(name)

    def is_lexical(self, name: str) -> bool:
        """Whether a name is one of a scope."""
        return any(name in scope.names for scope in self._open)

    def _behind(self, name: str) -> int | Cell:
        sign, whole = name[:1], name[1:].replace("'", "::")
        if name == ERROR:
            return self.error
        if "::" in whole:
            package, _, short = whole.rpartition("::")
            return self._global(self.real(package), sign + short)
        if name in EVERYWHERE:
            return self._global(self.main, name)
        return self._global(self.package, name)

    def _global(self, package: str, name: str) -> int | Cell:
        if name == ERROR:
            return self._symbols.error
        if name.startswith("$"):
            return self._symbols.variable(package, name)
        return self._symbols.container(package, name)

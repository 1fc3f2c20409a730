"""The writer with its statements: blocks, subs, TODOs."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from sysvirt.port.draft import subs
from sysvirt.port.draft.expressions import going, positions
from sysvirt.port.draft.statements import destroying, localizing, opening, returning
from sysvirt.port.draft.statements import statement as statements
from sysvirt.port.draft.writing.lines import further_in
from sysvirt.port.draft.writing.writer import Writer
from sysvirt.port.parser import tree
from sysvirt.port.python.refusing import Untranslatable

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.draft.known.facts import Facts
    from sysvirt.port.draft.known.outline import Outline, Sub
    from sysvirt.port.draft.known.variables import Variables
    from sysvirt.port.units import Unit

#: What says that something can't be written; texts that nest too deep for quotes are some of it.
REFUSED = (Untranslatable, ValueError, RecursionError, IndexError, KeyError, AttributeError)


class Whole(Writer):
    """A writer of statements, too."""

    def __init__(
        self, unit: Unit, variables: Variables, outline: Outline, before: Facts, facts: Facts
    ) -> None:
        super().__init__(unit, variables, outline, before, facts)
        self.todos: list[tuple[int, str]] = []

    # Statements -----------------------------------------------------------------------------

    def statement(self, node: Node) -> list[str]:
        """A statement as lines; what can't be written is a TODO."""
        return self._tried(node, lambda: statements.write(self, node))

    def returned(self, node: Node, value: Node) -> list[str]:
        """A statement whose value a sub gives."""
        return self._tried(node, lambda: returning.returned(self, value))

    def chosen(self, node: Node, value: Node) -> list[str]:
        """The same of ``… if …`` and ``… or …``."""
        return self._tried(node, lambda: returning.chosen(self, value))

    def _tried(self, node: Node, write: Callable[[], list[str]]) -> list[str]:
        before, self.ahead = self.ahead, []
        try:
            lines = write()
            made = [*self.ahead, *lines]
            _check(made)
        except REFUSED as refused:
            made = self._todo(node, refused)
        finally:
            self.ahead = before
        return made

    def simple(self, node: Node) -> list[str]:
        """An expression that is a statement; what can't be written is refused."""
        return statements.simple(self, node)

    def _todo(self, node: Node, refused: BaseException) -> list[str]:
        reason = str(refused) if isinstance(refused, Untranslatable) else "it can't be written"
        line = self.line_of(node)
        self.todos.append((line, reason))
        place = f"{self.unit.source.path.rpartition('/')[2]}:{line}"
        perl = [f"#     {each}".rstrip() for each in self._source_of(node).splitlines()]
        shown = reason.partition("\n")[0]
        return [f"# TODO {place}: {shown}", *perl, f'raise NotImplementedError("{place}")']

    def _source_of(self, node: Node) -> str:
        """What stands in the script; the tree has other words for ``given`` and its kin."""
        top = node
        while top.parent is not None:
            top = top.parent
        if top.id != self.unit.root.id:
            return tree.text(node)
        data = self.unit.source.data[node.start_byte : node.end_byte]
        return data.decode("utf-8", "replace")

    def block(self, node: Node | None) -> list[str]:
        """The statements of a block, further in."""
        if node is None:
            return further_in([])
        topics = len(self.topics)
        if node.id in self.ending:
            made = further_in(subs.body_of(self, subs.statements_of(node), is_used=True))
        else:
            freed = [*opening.freed(self, node), *destroying.freed(self, node)]
            made = further_in([*self.sequence(node.named_children), *freed])
        del self.topics[topics:]
        places = positions.made(self, node)
        return [*further_in(places), *made] if places else made

    def sequence(self, nodes: Iterable[Node]) -> list[str]:
        """Statements, with the comments between and behind them."""
        lines: list[str] = []
        last_row = -1
        given = [each for each in nodes if each.type != "pod"]
        for number, node in enumerate(given):
            row = node.start_point[0]
            local = localizing.found(node)
            if local is not None:
                return [*lines, *self._localized(node, local, given[number + 1 :])]
            if node.type == "comment":
                self._comment(node, lines, is_behind=row == last_row)
            elif node.type not in tree.APART:
                is_final = node.id in self.finals
                made = subs.ended(self, node) if is_final else self.statement(node)
                if lines and made and row > last_row + 1 and last_row >= 0:
                    lines.append("")
                lines += made
                last_row = node.end_point[0]
                continue
            last_row = node.end_point[0]
        return lines

    def _localized(self, node: Node, local: Node, rest: list[Node]) -> list[str]:
        """``local …;`` and what stands behind it in the block."""
        before, self.ahead = self.ahead, []
        separators = len(self.separators)
        try:
            lines, restored = localizing.write(self, node, local)
            lines = [*self.ahead, *lines]
        except REFUSED as refused:
            lines, restored = self._todo(node, refused), []
        finally:
            self.ahead = before
        behind = self.sequence(rest)
        del self.separators[separators:]
        if not restored:
            return [*lines, *behind]
        return [*lines, "try:", *further_in(behind), "finally:", *further_in(restored)]

    def _comment(self, node: Node, lines: list[str], *, is_behind: bool) -> None:
        text = re.sub(r"^#+\s?", "# ", tree.text(node).rstrip()).rstrip()
        if tree.text(node).startswith("#!"):
            return
        is_open = lines and ("\ue000" in lines[-1] or lines[-1].lstrip().startswith("#"))
        if is_behind and lines and not is_open and lines[-1].strip():
            lines[-1] = f"{lines[-1]}  {text}"
        else:
            lines.append(text)

    # Code -----------------------------------------------------------------------------------

    def code(self, node: Node) -> ast.expr:
        """``sub { … }`` as a lambda, or as the name of a function that stands ahead."""
        return subs.anonymous(self, node)

    def code_of_block(self, block: Node) -> ast.expr:
        """A block that a function gets, as a function of ``$_``."""
        inside = going.only(block)
        if "$a" in tree.text(block) and "$b" in tree.text(block):
            return self._of_pair(block)
        with going.topic(self, block, "") as name:
            before = len(self.ahead)
            made = self.kept(inside).node if inside is not None else None
            if made is None or any(name in each for each in self.ahead[before:]):
                del self.ahead[before:]
                return ast.Name(self.hoisted(block, "checked", "one"))
            return ast.Lambda(going.parameters([name]), made)

    def code_of_call(self, block: Node) -> ast.expr:
        """A block before the arguments of a sub of the script, as code."""
        return subs.anonymous(self, block)

    def _of_pair(self, block: Node) -> ast.expr:
        inside = going.only(block)
        if inside is None:
            raise Untranslatable("a block of several statements that looks at $a and $b")
        self.pair = ("a", "")
        try:
            return ast.Lambda(going.parameters(["a", "b"]), self.kept(inside).node)
        finally:
            self.pair = None

    def hoisted(
        self,
        block: Node,
        name: str,
        gives: str,
        first: Sequence[str] = (),
        given: str = "",
    ) -> str:
        """The name of a function that stands ahead and does what a block does."""
        return subs.hoisted(self, block, name, gives, first, given)

    def apart(self, node: Node, lines: Sequence[str]) -> str:
        """The name of a function that stands ahead and does lines, with a last one that returns."""
        return subs.apart(self, node, lines)

    # Named subs -----------------------------------------------------------------------------

    def sub(self, sub: Sub) -> list[str]:
        """A named sub as a function."""
        if sub.name == "AUTOLOAD" and sub.package != "main":
            # It is called with any names.
            sub.takes = "object"
            self.facts.sub(sub.key).is_passed = True
        return subs.named(self, sub)


def _check(lines: list[str]) -> None:
    """Whether Python reads the lines; a text that can't be, is refused."""
    text = "\n".join(lines).replace("\ue000", "\n")
    wrapped = f"async def f():\n  while True:\n{_inside(text)}\n    pass"
    try:
        ast.parse(wrapped)
    except SyntaxError as error:
        if "break" in str(error) or "continue" in str(error):
            return
        raise Untranslatable("Python would not read it") from error


def _inside(text: str) -> str:
    # Only the first line of each statement stands further in: texts over several lines don't.
    return "\n".join(f"    {line}" for line in text.split("\n"))

"""The variables of a script: which declaration each name stands for, and their names in Python."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import attrs

from sysvirt.port.draft.known import imports
from sysvirt.port.draft.modules.collected import MODULES
from sysvirt.port.parser import tree
from sysvirt.port.python.names import BESIDE, TAKEN
from sysvirt.port.python.refusing import Untranslatable

if TYPE_CHECKING:
    from tree_sitter import Node

#: Names that a draft gives itself.
OWN = frozenset({"argv", "error", "found", "PerlDie"})
_PAIR = re.compile(
    r"\bfor(?:each)?\s+(?:our\s+)?\$[ab]\b|(?<!my )\$[ab]\s*=[^=~]|(?<!my )\(\$a,\s*\$b\)\s*="
)
#: What opens a scope: what is declared in its head is known in its blocks.
_SCOPES = frozenset(
    {
        "block",
        "for_statement",
        "cstyle_for_statement",
        "conditional_statement",
        "loop_statement",
        "do_expression",
        "block_statement",
    }
)
#: The parts of a signature.
_PARAMETERS = frozenset({"mandatory_parameter", "optional_parameter", "slurpy_parameter"})
#: Variables of the language, which no script declares.
_SPECIAL = frozenset("$@%") | {
    "$_",
    "@_",
    "@ARGV",
    "%ENV",
    "$0",
    "%SIG",
    "@INC",
    "%INC",
    "$a",
    "$b",
}


@attrs.define(eq=False)
class Variable:
    """One variable: a declaration, or one of a package."""

    #: With its sign.
    name: str
    #: The package of one that isn't lexical.
    package: str = ""
    #: Where it is known; None for all of the file.
    scope: Node | None = None
    #: The sub that declares it; None for the file.
    function: Node | None = None
    python: str = ""
    #: The loop that gives it a new value each time.
    is_of_loop: bool = False
    #: Where it is declared.
    node: Node | None = None
    #: Whether something points to it.
    is_boxed: bool = False
    #: Whether it keeps its value from call to call.
    is_state: bool = False


class Variables:
    """All variables of one file, by the nodes where their names stand."""

    def __init__(
        self,
        root: Node,
        taken: frozenset[str] = frozenset(),
        evaluated: Mapping[int, Node] | None = None,
    ) -> None:
        self._evaluated = evaluated or {}
        #: Whether $a and $b are variables like others, because the script gives them values.
        self._pair_is_plain = bool(_PAIR.search(tree.text(root)))
        self._root = root
        self._taken = TAKEN | OWN | taken
        self._found: dict[int, Variable] = {}
        self._global: dict[tuple[str, str], Variable] = {}
        self._imported = [(each, names or ()) for each, names in imports.imported(root).items()]
        self._scopes: list[dict[str, Variable]] = [{}]
        self._nodes: list[Node] = [root]
        self._functions: list[Node] = []
        self._packages: list[str] = ["main"]
        self.all: list[Variable] = []
        #: The subs that use a variable, by it; None is the file itself.
        self.users: dict[Variable, list[Node | None]] = {}
        #: Packages of other files, whose variables can't be reached from here.
        self.foreign: frozenset[str] = frozenset()
        self._visits: dict[str, Callable[[Node], None]] = {
            **dict.fromkeys(tree.SUBS, self._sub),
            **dict.fromkeys(_SCOPES, self._in_scope),
            **dict.fromkeys(_PARAMETERS, self._parameter),
            **dict.fromkeys((*tree.VARIABLES, *tree.CONTAINERS), self._use),
            "package_statement": self._package,
            "assignment_expression": self._assignment,
            "variable_declaration": self._declaration,
            "heredoc_token": self._heredoc,
            "refgen_expression": self._refer,
        }
        self._visit(root)
        self._name_all()

    def of(self, node: Node) -> Variable | None:
        """The variable whose name stands at a node; of a special one, none."""
        found = self._found.get(node.id)
        if found is not None and found.package in self.foreign:
            raise Untranslatable(f"{found.name} of {found.package}, which is another file's")
        return found

    # The walk -------------------------------------------------------------------------------

    def _visit(self, node: Node) -> None:
        visit = self._visits.get(node.type)
        if visit is not None:
            visit(node)
        elif node.type == "filehandle" and tree.text(node).startswith("$"):
            self._look_up(node, tree.text(node))
        elif node.type != "heredoc_content":
            if node.id in self._evaluated:
                self._visit(self._evaluated[node.id])
            for each in node.named_children:
                if each.type != "replacement" or node.id not in self._evaluated:
                    self._visit(each)

    def _heredoc(self, node: Node) -> None:
        """Its lines stand elsewhere, perhaps outside of the block where its variables are known."""
        content = tree.heredoc(node)
        if content is not None:
            self._children(content)

    def _refer(self, node: Node) -> None:
        """What ``\\$x`` points to is kept in a box; where a table takes it, it isn't needed."""
        self._children(node)
        inner = tree.bare(node.named_children[0])
        if inner.type == "variable_declaration":
            inner = inner.child_by_field_name("variable") or inner
        variable = self._found.get(inner.id)
        if variable is None or inner.type != "scalar" or _is_filled(node):
            return
        variable.is_boxed = True

    def _children(self, node: Node) -> None:
        for each in node.named_children:
            self._visit(each)

    def _sub(self, node: Node) -> None:
        self._functions.append(node)
        self._enter(node)
        self._children(node)
        self._leave()
        self._functions.pop()

    def _enter(self, node: Node) -> None:
        self._scopes.append({})
        self._nodes.append(node)
        self._packages.append(self._packages[-1])

    def _leave(self) -> None:
        self._scopes.pop()
        self._nodes.pop()
        self._packages.pop()

    def _in_scope(self, node: Node) -> None:
        self._enter(node)
        if node.type == "for_statement":
            self._loop(node)
        else:
            self._children(node)
        self._leave()

    def _loop(self, node: Node) -> None:
        """``foreach my $x (…)``: what is gone through is read before ``$x`` is there."""
        variable = node.child_by_field_name("variable")
        through = node.child_by_field_name("list")
        if through is not None:
            self._visit(through)
        is_own = any(each.type in ("my", "our", "state") for each in node.children)
        several = node.children_by_field_name("variables")
        for each in several:
            self._declare(each, is_of_loop=True)
        if variable is not None and is_own:
            self._declare(variable, is_of_loop=True)
        elif variable is not None:
            self._visit(variable)
        for each in node.named_children:
            is_head = any(tree.same(each, one) for one in (variable, through, *several))
            if not is_head:
                self._visit(each)

    def _package(self, node: Node) -> None:
        name = tree.text(node.child_by_field_name("name") or node)
        block = next((each for each in node.named_children if each.type == "block"), None)
        if block is None:
            self._packages[-1] = name
            return
        self._packages.append(name)
        self._visit(block)
        self._packages.pop()

    def _assignment(self, node: Node) -> None:
        right, left = node.child_by_field_name("right"), node.child_by_field_name("left")
        for each in (right, left):
            if each is not None:
                self._visit(each)

    def _parameter(self, node: Node) -> None:
        """One of a signature."""
        for each in node.named_children:
            if each.type in tree.VARIABLES:
                self._declare(each)
            else:
                self._visit(each)

    def _declaration(self, node: Node) -> None:
        word = node.children[0].type
        declared = node.children_by_field_name("variables")
        one = node.child_by_field_name("variable")
        for each in declared or ([one] if one is not None else []):
            if each.type in tree.VARIABLES:
                self._declare(each, is_our=word == "our", is_state=word == "state")

    def _declare(
        self,
        node: Node,
        *,
        is_our: bool = False,
        is_of_loop: bool = False,
        is_state: bool = False,
    ) -> None:
        name = tree.variable(node)
        if name is None:
            return
        if is_our:
            found = self._of_package(self._packages[-1], name)
        else:
            function = self._functions[-1] if self._functions else None
            # What a sub keeps from call to call is one of the file in Python.
            function = None if is_state else function
            found = Variable(name, "", self._nodes[-1], function, is_of_loop=is_of_loop, node=node)
            found.is_state = is_state
            self.all.append(found)
        self._scopes[-1][name] = found
        self._keep(node, found)

    def _use(self, node: Node) -> None:
        name = tree.variable(node)
        if name is None:
            self._children(node)
            return
        self._look_up(node, name)

    def _look_up(self, node: Node, name: str) -> None:
        is_known = any(name in each for each in self._scopes)
        is_pair = name in ("$a", "$b") and not self._pair_is_plain
        if not is_known and (is_pair or (is_special(name) and name not in ("$a", "$b"))):
            return
        found = next((each[name] for each in reversed(self._scopes) if name in each), None)
        if found is None:
            package, _, short = name[1:].rpartition("::")
            found = self._of_table(package, name[0] + short)
            if found is None:
                found = self._of_package(package or self._packages[-1], name[0] + short)
        self._keep(node, found)

    def _of_table(self, package: str, name: str) -> Variable | None:
        """A variable of a module that a table has, by its full name or because it is imported."""
        package = package or next((each for each, names in self._imported if name in names), "")
        module = MODULES.get(package)
        python = module.variables.get(name) if module is not None else None
        if python is None:
            return None
        return self._global.setdefault((package, name), Variable(name, package, python=python))

    def _of_package(self, package: str, name: str) -> Variable:
        found = self._global.get((package, name))
        if found is None:
            found = self._global[package, name] = Variable(name, package)
            self.all.append(found)
        return found

    def _keep(self, node: Node, variable: Variable) -> None:
        self._found[node.id] = variable
        users = self.users.setdefault(variable, [])
        function = self._functions[-1] if self._functions else None
        if not any(tree.same_or_none(function, each) for each in users):
            users.append(function)

    # Names ----------------------------------------------------------------------------------

    def avoid(self, names: frozenset[str]) -> None:
        """Give other names to the variables that have one of these."""
        self._taken |= names
        self._name_all()

    def _name_all(self) -> None:
        names = {each.name for each in self.all}
        done: list[Variable] = []
        for each in self.all:
            wanted = _plain_name(each.name, names)
            if each.package not in ("", "main"):
                wanted = f"{each.package.replace('::', '_')}_{wanted}"
            while wanted in self._taken:
                wanted += "_"
            number, chosen = 1, wanted
            while any(other.python == chosen and self._meets(each, other) for other in done):
                number += 1
                chosen = f"{wanted}_{number}"
            each.python = chosen
            done.append(each)

    def _meets(self, one: Variable, other: Variable) -> bool:
        """Whether two variables of one name would be one in Python, or hide each other."""
        if one.scope is None or other.scope is None or one.is_state or other.is_state:
            # One of a package is known everywhere.
            return True
        if tree.same_or_none(one.function, other.function):
            return _is_around(other.scope, one.scope) or _is_around(one.scope, other.scope)
        inner, outer = (one, other) if _is_in(one.function, other.function) else (other, one)
        if not _is_in(inner.function, outer.function):
            return False
        used = self.users.get(outer, [])
        return any(each is not None and tree.same(each, inner.function) for each in used)


def _is_filled(node: Node) -> bool:
    """Whether a reference is an argument of what only fills it."""
    for each in tree.above(node):
        call = tree.call(each)
        if call is not None:
            return call.name in ("GetOptions", "GetOptionsFromArray")
    return False


def is_special(name: str) -> bool:
    """Whether a variable is one of the language.

    >>> is_special("$_"), is_special("$1"), is_special("$^O"), is_special("$name")
    (True, True, True, False)
    """
    short = name[1:]
    return name in _SPECIAL or short.isdecimal() or not (short[:1].isalpha() or short[:1] == "_")


def _plain_name(name: str, names: set[str]) -> str:
    sign, short = name[0], name[1:].replace("::", "_").replace("'", "_") or "names"
    if name == "$class":
        return "cls"
    beside = {"@": ("$", "%")[:1], "%": ("$", "@")}.get(sign, ())
    return short + BESIDE[sign] if any(each + short in names for each in beside) else short


def _is_around(outer: Node, inner: Node) -> bool:
    return outer.start_byte <= inner.start_byte and inner.end_byte <= outer.end_byte


def _is_in(function: Node | None, around: Node | None) -> bool:
    """Whether a sub stands in another, or in the file."""
    if function is None or tree.same(function, around):
        return False
    return around is None or _is_around(around, function)

"""What a file has, known before it is written: its subs, its packages, what matches are called."""

from __future__ import annotations

import ast
import keyword
import re
from collections.abc import Iterable
from pathlib import PurePath
from typing import TYPE_CHECKING

import attrs

from sysvirt.port.api import class_name
from sysvirt.port.draft.known import pictures, rereading
from sysvirt.port.draft.known.captures import Captures
from sysvirt.port.draft.known.results import judge
from sysvirt.port.parser import tree
from sysvirt.port.parser.grammar import parse
from sysvirt.port.python import values
from sysvirt.port.python.names import TAKEN
from sysvirt.port.python.refusing import Untranslatable
from sysvirt.port.types import Foreign

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.types import Type

_METHOD_CALL = "method_call_expression"
#: How a sub takes what it was called on.
_SELVES = frozenset({"$self", "$this", "$me", "$obj"})
_CLASSES = frozenset({"$class", "$proto", "$type", "$pkg", "$package"})


@attrs.define(eq=False)
class Sub:
    """A named sub."""

    package: str
    name: str
    node: Node
    #: What its prototype says: ``&@``.
    prototype: str = ""
    #: The file of one of ``main``: each script has its own.
    path: str = ""
    #: Its name in Python.
    python: str = ""
    #: ``one`` or ``list``: what it gives.
    gives: str = "one"
    #: What one value of a list is: ``count`` of an array, ``last`` of several values, else unknown.
    scalar: str = ""
    #: Whether it asks for ``wantarray``.
    is_asked: bool = False
    #: Whether it gives one value at some of its ends and nothing at others.
    is_optional: bool = False
    #: ``object``, ``class`` or nothing: what its first parameter is.
    takes: str = ""
    #: ``gives``, ``scalar`` and ``is_asked`` as its own text has them, whoever calls it.
    judged: tuple[str, str, bool] = ("one", "", False)

    def settle(self, asked: set[str]) -> None:
        """What it gives, by what its calls want of a value that hangs on that."""
        self.gives, self.scalar, self.is_asked = self.judged
        if asked == {"list"}:
            self.gives = "list"
        elif asked == {"list", "one"}:
            self.is_asked = True

    @property
    def key(self) -> str:
        """Its name with its package."""
        return f"{self.path}{self.package}::{self.name}"

    @property
    def is_method(self) -> bool:
        """Whether it is called on something."""
        return bool(self.takes)


class Outline:
    """One file."""

    def __init__(self, root: Node, path: str = "") -> None:
        self.root = root
        self.path = path
        #: The other files of the project.
        self.others: tuple[Outline, ...] = ()
        #: Packages of other files that are used here.
        self.used: dict[str, Outline] = {}
        #: Constants of other files that are used here: their names here, the file, and there.
        self.used_constants: dict[str, tuple[Outline, str]] = {}
        self.captures = Captures(root)
        #: What ``s///e`` puts there: Perl of its own, by the substitution. Its trees have to stay.
        self.evaluated: dict[int, Node] = {}
        #: The keys of ``%SIG`` whose code is told of warnings and errors; the same.
        self.told: frozenset[str] | None = None
        #: Whether the file looks at ``$SIG{INT}``; None if nobody asked yet.
        self.looks_at_signals: bool | None = None
        #: Whether ``END`` asks for ``$?``; None if nobody asked yet.
        self.asks_for_ending: bool | None = None
        #: What of the settings of ``print`` the file changes; None if nobody asked yet.
        self.settings: frozenset[str] | None = None
        #: What the grammar reads in another way than Perl does, read once more.
        self.reread: dict[int, Node] = {}
        self._trees: list[Node] = []
        #: What their roots stand for.
        self._homes: dict[int, Node] = {}
        #: Where the text of each begins in the script.
        self._origins: dict[int, Node] = {}
        self.subs: dict[tuple[str, str], Sub] = {}
        #: The modules that the file uses, with the names that it asks for; None if it names none.
        self.modules: dict[str, list[str] | None] = {}
        #: Packages that use Moo or its like, and those whose objects are arrays.
        self.made: set[str] = set()
        #: Packages whose objects are something else as a text, or in a condition.
        self.overloaded: set[str] = set()
        #: The operators that they overload.
        self.operators: set[str] = set()
        self.arrays: set[str] = set()
        #: What its packages export, by themselves and where they are asked.
        self.exports: set[str] = set()
        self.exports_ok: set[str] = set()
        #: Packages other than main that the file has, in their order.
        self.packages: dict[str, list[str]] = {}
        #: Lists with the names of indexes that are inside of them.
        self.indexes: set[tuple[str, str]] = set()
        #: What ``use constant`` gives names to, and their names in Python.
        self.constants: dict[str, str] = {}
        for node in tree.walk(root):
            if node.type == "subroutine_declaration_statement":
                self._add(node)
            elif node.type == "package_statement":
                name = tree.text(node.child_by_field_name("name") or node)
                if name != "main":
                    self.packages.setdefault(name, [])
            elif node.type == "use_statement":
                self._add_constants(node)
            elif node.type in ("format_statement", "substitution_regexp"):
                self._add_evaluated(node)
            elif node.type == "interpolated_string_literal":
                self._requote(node)
            elif node.type == "binary_expression":
                self._reread(node, rereading.of_range(node))
        self._find_methods()
        #: Whether a sub tells its caller by ``$@``.
        self.shares_error = _shares_error(root)
        #: Whether it asks for more of a file that it looked at: ``-s _``, ``-f -r $x``.
        self.looks_back = any(
            _looks_back(each) for each in tree.walk(root) if each.type == "func1op_call_expression"
        )
        for node in tree.walk(root):
            self._read_again(node)
            self._inherit(node)
            self._export(node)
            self._bless(node)
            if node.type == "use_statement":
                self._use(node)

    def _add(self, node: Node) -> None:
        name = node.child_by_field_name("name")
        if name is None:
            return
        short = tree.text(name)
        package = tree.package(node)
        if "::" in short:
            package, _, short = short.rpartition("::")
        sub = Sub(package, short, node, self.path if package == "main" else "")
        sub.python = _name(short)
        found = next((each for each in node.named_children if each.type == "prototype"), None)
        sub.prototype = tree.text(found).strip("() ") if found is not None else ""
        sub.takes = _receiver(node) if package != "main" else ""
        judge(sub)
        sub.judged = (sub.gives, sub.scalar, sub.is_asked)
        self.subs[package, short] = sub

    def _find_methods(self) -> None:
        """Subs that the file calls as methods, whatever they call what they are called on."""
        waiting = {short for (_, short), sub in self.subs.items() if _may_be_method(sub)}
        if not waiting:
            return
        receivers: dict[str, set[str]] = {}
        plain: set[str] = set()
        is_dynamic = False
        for node in tree.walk(self.root):
            call = tree.call(node)
            is_dynamic |= call is not None and call.is_dynamic and call.receiver is not None
            if call is None or call.name not in waiting:
                continue
            if call.receiver is None:
                plain.add(call.name)
            else:
                receivers.setdefault(call.name, set()).add(call.receiver.type)
        for (_, short), sub in self.subs.items():
            if not _may_be_method(sub) or short in plain:
                continue
            found = receivers.get(short, set())
            if short == "new" or found & {"bareword", "package"}:
                sub.takes = "class"
            elif found or (is_dynamic and self.is_blessed(sub.package)):
                sub.takes = "object"

    def _put_evaluated(self, node: Node, found: Node) -> None:
        self.evaluated[node.id] = found
        self._homes[self._trees[-1].id] = node
        content = (x for x in node.named_children if x.type == "replacement")
        self._origins[self._trees[-1].id] = next(content, node)

    def origin(self, root: Node) -> Node | None:
        """What the tree stands for that was read by itself; none for that of the script."""
        return self._origins.get(root.id)

    def is_inside(self, inner: Node, outer: Node) -> bool:
        """Whether a node is another or stands in it, also one that was read by itself."""
        node: Node | None = inner
        while node is not None:
            if tree.same(node, outer):
                return True
            node = node.parent or self._homes.get(node.id)
        return False

    def _add_evaluated(self, node: Node) -> None:
        if node.type == "format_statement":
            # The grammar leaves its values unread.
            found = self._parsed(pictures.expression(node))
            if found is not None:
                self._put_evaluated(node, found)
            return
        modifiers = [tree.text(x) for x in node.named_children if x.type.endswith("_modifiers")]
        if "e" not in "".join(modifiers):
            return
        content = next((x for x in node.named_children if x.type == "replacement"), None)
        if content is None:
            return
        text = tree.text(content)
        found = self._parsed(text) or self._parsed(f"do {{{text}}}")
        if found is not None:
            self._put_evaluated(node, found)

    def _requote(self, node: Node) -> None:
        """What the grammar doesn't see in a text.

        Between braces that ``$x{y}`` is an element, and anywhere that ``${$x}{y}`` is one.
        """
        text = tree.text(node)
        again = rereading.of_quoted(node)
        if again is not None:
            found = self._parsed(again)
            if found is not None:
                self._put_evaluated(node, found)
                self.captures.adopt(node, found)
            return
        if not re.match(r"qq\s*\{", text) or not re.search(r"[$@][\w$]+\{|[$@]\{|->\{", text):
            return
        inside = text[text.index("{") + 1 : -1]
        quote = next((each for each in "|~!^;%," if each not in inside), None)
        if quote is None:
            return
        found = self._parsed(f"qq{quote}{inside}{quote}")
        if found is not None:
            self._put_evaluated(node, found)

    def _read_again(self, node: Node) -> None:
        """What depends on the script's subs and constants."""
        if node.type == "ambiguous_function_call_expression":
            self._read_call(node)
        elif node.type == "autoquoted_bareword":
            self._reread(node, self._negative(node))
        elif node.type == "await_expression" and any(name == "await" for _, name in self.subs):
            # A sub of the script: the grammar takes it for a word of the language.
            self._reread(node, "&" + tree.text(node))

    def _read_call(self, node: Node) -> None:
        """What a function without parentheses gets, as Perl reads it."""
        call = tree.call(node)
        if call is None or call.receiver is not None:
            return
        sub = self.sub(call.name, tree.package(node))
        prototype = sub.prototype if sub is not None else None
        self._reread(node, rereading.of_product(node))
        if call.name in self.constants:
            self._reread(node, rereading.of_constant(call))
        self._reread(node, rereading.of_one_value(call, prototype))
        if (prototype or "").startswith("&") and call.arguments:
            first = call.arguments[0]
            self._reread(first, rereading.of_block(first))

    def _negative(self, node: Node) -> str | None:
        """``-X``: a text, if X is neither a constant nor a sub."""
        word = tree.text(node).removeprefix("-").strip()
        is_text = word == tree.text(node) or tree.is_key(node)
        is_known = word in self.constants or self.sub(word, tree.package(node)) is not None
        return f"-({word}())" if is_known and not is_text else None

    def _reread(self, node: Node, text: str | None) -> None:
        found = self._parsed(text) if text is not None else None
        if found is not None:
            self._origins[self._trees[-1].id] = node
            self.reread[node.id] = found
            self.captures.adopt(node, found)
            for each in tree.walk(found):
                self._read_again(each)

    def _parsed(self, text: str) -> Node | None:
        """The one expression of a text that is read by itself."""
        root = parse(text.encode()).root
        inside = [each for each in root.named_children if each.type != "comment"]
        is_one = len(inside) == 1 and inside[0].type == "expression_statement"
        if not is_one or not inside[0].named_children or root.has_error:
            return None
        self._trees.append(root)
        return inside[0].named_children[0]

    def _add_constants(self, node: Node) -> None:
        module = node.child_by_field_name("module")
        if module is None or tree.text(module) != "constant":
            return
        given = [each for each in node.named_children if not tree.same(each, module)]
        for each in given:
            items = list(tree.items(each))
            if items and items[0].type == "anonymous_hash_expression":
                inner = [i for child in items[0].named_children for i in tree.items(child)]
                keys = inner[::2]
            else:
                keys = items[:1]
            for key in keys:
                name = tree.literal(key)
                if name is not None and name.isidentifier():
                    self.constants[name] = _name(name)

    def _use(self, node: Node) -> None:
        module = node.child_by_field_name("module")
        if module is None:
            return
        given = tree.asked_for(node)
        if tree.text(module) == "overload":
            self.overloaded.add(tree.package(node))
            self.operators.update(tree.listed_words(given))
        if tree.text(module).partition("::")[0] in ("Moo", "Moose", "Mouse", "Mo", "Role"):
            self.made.add(tree.package(node))
        self.modules[tree.text(module)] = tree.listed_words(given) if given else None

    def _bless(self, node: Node) -> None:
        """``bless [], …``, and ``bless $self`` where that is an array."""
        call = tree.call(node)
        if call is None or call.receiver is not None or call.name != "bless" or not call.arguments:
            return
        first = tree.bare(call.arguments[0])
        name = tree.variable(first)
        sub = tree.sub(node)
        is_array = first.type == "anonymous_array_expression"
        if name is not None and sub is not None:
            is_array = bool(re.search(rf"{re.escape(name)}\s*=\s*\[", tree.text(sub)))
        if is_array:
            self.arrays.add(tree.package(node))

    def _export(self, node: Node) -> None:
        """``our @EXPORT = …``."""
        if node.type != "assignment_expression":
            return
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        name = tree.variable(left) if left is not None else None
        if right is not None and name in ("@EXPORT", "@EXPORT_OK"):
            words = {each.removeprefix("&") for each in tree.listed_words([right])}
            self.exports_ok |= words
            if name == "@EXPORT":
                self.exports |= words

    def _inherit(self, node: Node) -> None:
        """``use parent``, ``use base``, ``our @ISA = …``."""
        if node.type == "use_statement":
            module = node.child_by_field_name("module")
            if module is None or tree.text(module) not in ("parent", "base"):
                return
            listed = tree.listed_words(
                [each for each in node.named_children if not tree.same(each, module)]
            )
        elif node.type == "assignment_expression":
            left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
            if left is None or right is None or tree.variable(left) != "@ISA":
                return
            listed = tree.listed_words([right])
        elif (words := _extended(node)) is not None:
            listed = words
        else:
            return
        parents = self.packages.setdefault(tree.package(node), [])
        parents += [each for each in listed if each != "-norequire" and each not in parents]

    def called_methods(self) -> set[str]:
        """The names of all methods that the file calls."""
        calls = [tree.call(each) for each in tree.walk(self.root) if each.type == _METHOD_CALL]
        found = {each.name.rpartition("::")[2] for each in calls if each is not None}
        if any(each is not None and each.is_dynamic for each in calls):
            # It may be any that nobody calls as a function.
            text = tree.text(self.root)
            found |= {
                each.name
                for each in self.subs.values()
                if not re.search(rf"(?<![>\w:])(?<!sub )&?{re.escape(each.name)}\s*\(", text)
            }
        return found

    def settle(self, names: set[str]) -> None:
        """Subs of a class that the project calls as methods are such, whatever they look at."""
        for sub in self.subs.values():
            if sub.package != "main" and not sub.takes and sub.name in names:
                sub.takes = "object"

    def share_asking(self) -> None:
        """Methods of a name all look at ``wantarray`` if one does: the run decides which it is."""
        for sub in self.subs.values():
            same = self.methods(sub.name) if sub.package != "main" and sub.is_asked else []
            for each in same:
                each.is_asked = True
                each.judged = (each.gives, each.scalar, True)

    # Subs -----------------------------------------------------------------------------------

    def sub(self, name: str, package: str) -> Sub | None:
        """A sub by its name, as a package calls it."""
        where, _, short = name.rpartition("::")
        found = self.subs.get((where or package, short))
        if found is None and not where:
            found = self.subs.get(("main", short))
        return found if found is not None else self._of_others(where, short)

    def _of_others(self, where: str, short: str) -> Sub | None:
        """A sub of another file: by its whole name, or one that a module exports."""
        for each in self.others:
            if where and (where, short) in each.subs:
                return each.subs[where, short]
            if where:
                continue
            for package in each.packages:
                if (package, short) in each.subs and self._imports(each, package, short):
                    return each.subs[package, short]
        return None

    def constant_of_others(self, name: str) -> str | None:
        """What a constant of another file is called here: by its whole name, or exported."""
        where, _, short = name.rpartition("::")
        for each in self.others:
            if short not in each.constants:
                continue
            if where in each.packages if where else self._imports_any(each, short):
                here = f"{where or each.module}::{short}".replace("::", "_").replace(".", "_")
                self.used_constants[here] = each, each.constants[short]
                return here
        return None

    def _imports_any(self, other: Outline, name: str) -> bool:
        return any(self._imports(other, package, name) for package in other.packages)

    def _imports(self, other: Outline, package: str, name: str) -> bool:
        """Whether ``use`` of a module brings a sub here."""
        if package not in self.modules:
            return False
        wanted = self.modules[package]
        if wanted is None:
            return name in other.exports
        is_tag = any(each.startswith(":") for each in wanted)
        return name in wanted or f"&{name}" in wanted or (is_tag and name in other.exports_ok)

    def method(self, package: str, name: str) -> Sub | None:
        """A method by its class, or one that it inherits from."""
        waiting, seen = [package], set[str]()
        while waiting:
            each = waiting.pop(0)
            if each in seen:
                continue
            seen.add(each)
            for outline in (self, *self.others):
                if (each, name) in outline.subs:
                    return outline.subs[each, name]
                waiting += outline.packages.get(each, [])
        return None

    def methods(self, name: str) -> list[Sub]:
        """All methods of a name."""
        return [each for each in self.subs_named(name) if each.is_method]

    def subs_named(self, name: str) -> list[Sub]:
        """All subs of a name, in all packages."""
        return [
            each
            for outline in (self, *self.others)
            for (_, short), each in outline.subs.items()
            if short == name
        ]

    # Classes --------------------------------------------------------------------------------

    def is_class(self, package: str) -> bool:
        """Whether the project has it as a package."""
        return self.home(package) is not None

    def home(self, package: str) -> Outline | None:
        """The file that has a package."""
        return next((each for each in (self, *self.others) if package in each.packages), None)

    @property
    def module(self) -> str:
        """The file as a module of Python: ``My.Host`` of ``lib/My/Host.pm``."""
        parts = list(PurePath(self.path).with_suffix("").parts)
        for package in self.packages:
            names = package.split("::")
            if parts[-len(names) :] == names:
                return ".".join(names)
        return parts[-1] if parts else ""

    def class_name(self, package: str) -> str:
        """A package as the name of a class.

        It is the last part where no other package, and no sub, has that.
        """
        home = self.home(package)
        if home is not None and home is not self:
            self.used[package] = home
            return home.class_name(package)
        last = package.rpartition("::")[2]
        same = [each for each in self.packages if each.rpartition("::")[2] == last]
        is_taken = last in TAKEN or len(same) > 1 or ("main", last) in self.subs
        return package.replace("::", "_") if is_taken else last

    def class_path(self, package: str) -> ast.expr:
        """A class as an expression."""
        if class_name(package):
            return values.path(package.replace("::", "."))
        if self.is_class(package):
            return ast.Name(self.class_name(package))
        raise Untranslatable(f"the class {package} isn't known here")

    def class_of(self, types: Iterable[Type]) -> str:
        """The class of this file that a value is an object of; else an empty text."""
        found = {each.package for each in types if isinstance(each, Foreign)}
        if len(found) != 1:
            return ""
        (one,) = found
        return one if self.is_class(one) else ""

    def is_heir(self, package: str, of: str) -> bool:
        """Whether a class inherits from another."""
        return any(each == of for each in self._line(package)[1:])

    def _line(self, package: str) -> list[str]:
        """A class and all that it inherits from."""
        found = [package]
        for each in found:
            home = self.home(each)
            parents = home.packages[each] if home is not None else []
            found += [parent for parent in parents if parent not in found]
        return found

    def is_whole(self, package: str) -> bool:
        """Whether a class and all that it inherits from are of the project."""
        return all(self.is_class(each) for each in self._line(package))

    def is_of_virt(self, package: str) -> bool:
        """Whether a class inherits from one of Sys::Virt's."""
        line = self._line(package)
        return any(self.home(each) is None and class_name(each) for each in line)

    def is_blessed(self, package: str) -> bool:
        """Whether there are objects of a class."""
        return any(
            sub.package == package and "bless" in tree.text(sub.node) for sub in self.subs.values()
        )


def _shares_error(root: Node) -> bool:
    """Whether ``$@`` is looked at where no ``eval`` of the same sub stands before it."""
    evals: dict[int, int] = {}
    waiting: list[tuple[Node, int]] = [(root, 0)]
    reads: list[tuple[int, int]] = []
    while waiting:
        node, owner = waiting.pop()
        owner = node.id if node.type in tree.SUBS else owner
        if node.type == "eval_expression":
            evals[owner] = min(evals.get(owner, node.start_byte), node.start_byte)
        elif node.type == "scalar" and tree.text(node) in ("$@", "${@}"):
            reads.append((owner, node.start_byte))
        waiting += [(each, owner) for each in node.named_children]
    if not any(owner for owner in evals):
        return False
    return any(
        at < evals.get(owner, at + 1) and not _is_in_handler(root, at) for owner, at in reads
    )


def _is_in_handler(root: Node, at: int) -> bool:
    """Whether a place is in a block of ``catch`` or in a handler of a signal."""
    node = root.descendant_for_byte_range(at, at)
    return node is not None and any(
        each.type in ("try_statement", "localization_expression") for each in tree.above(node)
    )


def _may_be_method(sub: Sub) -> bool:
    return sub.package != "main" and not sub.takes


def _extended(node: Node) -> list[str] | None:
    """``extends 'A', 'B';`` and ``with 'Role';``."""
    call = tree.call(node)
    if call is None or call.receiver is not None or call.name not in ("extends", "with"):
        return None
    return tree.listed_words(list(call.arguments))


def _name(name: str) -> str:
    return f"{name}_" if name in TAKEN or keyword.iskeyword(name) else name


def _receiver(node: Node) -> str:
    """What the first parameter is, by its name and by how it is taken."""
    body = node.child_by_field_name("body")
    if body is None:
        return ""
    in_signature = _first_of_signature(node)
    if in_signature:
        is_class = in_signature in _CLASSES or _blesses_into(body, in_signature)
        return "class" if is_class else "object" if in_signature in _SELVES else ""
    for statement in body.named_children[:3]:
        if statement.type != "expression_statement":
            continue
        inside = statement.named_children[0] if statement.named_children else None
        if inside is None or inside.type != "assignment_expression":
            continue
        left = inside.child_by_field_name("left")
        if left is None or left.type != "variable_declaration":
            continue
        first = next(iter(left.children_by_field_name("variables")), None)
        first = first or left.child_by_field_name("variable")
        name = tree.variable(first) if first is not None else None
        if name in _SELVES:
            return "object"
        if name in _CLASSES:
            return "class"
    given = _first_parameter(body)
    if given and _blesses_into(body, given):
        return "class"
    if re.search(r"\bbless\b[^;]*,\s*shift\b(?!\s*->)", tree.text(body)):
        return "class"
    looks_into = r"\bshift->|\bshift\(\)->|\$_\[0\](?:->)?[\[{]|\$_\[0\]->"
    return "object" if re.search(looks_into, tree.text(body)) else ""


def _first_of_signature(node: Node) -> str:
    """The first name of ``sub new ($class, %given)``."""
    found = next((each for each in node.named_children if each.type == "signature"), None)
    first = next(iter(found.named_children), None) if found is not None else None
    if first is None or not first.type.endswith("_parameter"):
        return ""
    return tree.text(first).partition("=")[0].strip("/ ")


def _blesses_into(body: Node, name: str) -> bool:
    """Whether a parameter is the class of what is blessed."""
    shown = rf"\bbless\b[^;]*,\s*(?:ref\b[^;]*\|\|\s*)?{re.escape(name)}\b"
    return bool(re.search(shown, tree.text(body)))


def _first_parameter(body: Node) -> str:
    """The name that the first argument gets."""
    found = re.search(r"my\s*\(?\s*(\$\w+)[^;]*=\s*(?:@_|shift\b)", tree.text(body))
    return found[1] if found else ""


def _looks_back(node: Node) -> bool:
    """Whether a function asks for a file that was looked at before."""
    call = tree.call(node)
    if call is None or len(call.arguments) != 1:
        return False
    argument = call.arguments[0]
    inner = tree.call(argument)
    is_test = call.name.startswith("-") and inner is not None and inner.name.startswith("-")
    return tree.text(argument) == "_" or is_test

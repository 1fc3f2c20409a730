"""How Perl's classes say what they are: parents, exports, and the accessors of Moose and others."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from tree_sitter import Node

from sysvirt.port.api import class_name
from sysvirt.port.inference.calls import MethodCall
from sysvirt.port.inference.symbols import Package
from sysvirt.port.inference.values import Items, Outcome, Value
from sysvirt.port.inference.walk import Walk
from sysvirt.port.parser import tree
from sysvirt.port.types import Code, Foreign, Hash, List, Object, Type

EXPORTS = {"@EXPORT": "exports", "@EXPORT_OK": "exports_ok", "%EXPORT_TAGS": "exports_ok"}
ACCESSOR_MAKERS = re.compile(r"(?:mk|make|follow)_.*accessors?\Z|mk_classdata\Z|_accessors\Z")
#: Modules whose list of names makes accessors.
ACCESSOR_MODULES = frozenset(
    {"Object::Tiny", "Object::Tiny::RW", "Class::XSAccessor", "Class::Tiny", "Object::Simple"}
)
#: The operator that makes a list of an object.
AS_LIST = "@{}"
PARENTS = frozenset({"parent", "base", "ok"})
#: Moose's types with one in brackets.
PARAMETRIC = re.compile(r"(\w+)\s*\[\s*(.*)\s*\]\Z", re.DOTALL)
CLASS_TEXT = re.compile(r"[A-Za-z_]\w*(?:::\w+)*")


def begin(walk: Walk, node: Node) -> None:
    """A package begins."""
    package = walk.symbols.declare(walk.scopes.package)
    package.files.add(walk.file)
    if node.type == "class_statement":
        for each in tree.walk(node):
            if each.type == "attribute":
                name, value = tree.field(each, "name"), tree.field(each, "value")
                if name is not None and value is not None and tree.text(name) == "isa":
                    walk.symbols.inherit(package.name, tree.text(value).split()[0])
            elif each.type == "block":
                break


# use, require, @ISA.


def use(walk: Walk, node: Node) -> None:
    """``use Module ...``."""
    module = tree.field(node, "module")
    if module is None:
        return
    name = tree.text(module)
    given = [each for each in node.named_children if not tree.same(each, module)]
    listed = tree.listed_words(given)
    if name in PARENTS:
        for each in listed:
            if not each.startswith("-"):
                walk.symbols.inherit(walk.scopes.package, each)
        return
    package = walk.symbols.package(walk.scopes.package)
    if name == "constant":
        _constants(walk, given)
    elif name == "overload":
        _overloads(walk, package, given)
    elif name in ACCESSOR_MODULES:
        for each in listed:
            package.accessors.setdefault(each, each)
    elif given:
        package.imports[name] = set(listed)
    else:
        package.imports.setdefault(name, None)


def _overloads(walk: Walk, package: Package, given: Iterable[Node]) -> None:
    """``use overload "@{}" => sub {...}``: what an object is as a list."""
    nodes = [item for each in given for item in tree.items(each)]
    code = walk.one(dict(tree.pairs(nodes)).get(AS_LIST))
    if code is None:
        return
    outcome = Outcome(walk.solver)
    own = walk.single(walk.solver.constant(Foreign(package.name)))
    walk.calls.function(code, Items(walk.solver, [(None, own)]), outcome)
    package.as_list = outcome.one()


def _constants(walk: Walk, given: Iterable[Node]) -> None:
    """``use constant NAME => ...``, ``use constant { ... }``."""
    nodes = [item for each in given for item in tree.items(each)]
    if len(nodes) == 1 and nodes[0].type == "anonymous_hash_expression":
        inside = [item for each in nodes[0].named_children for item in tree.items(each)]
        for name, value in tree.pairs(inside):
            _constant(walk, name, [value])
    elif nodes:
        only = tree.literal(nodes[0])
        if only is not None:
            _constant(walk, only, nodes[1:])


def _constant(walk: Walk, name: str, values: list[Node]) -> None:
    sub = walk.symbols.sub(walk.scopes.package, name)
    walk.symbols.define_sub(sub)
    value = walk.items(values)
    slot = value.one()
    if slot is not None:
        walk.solver.edge(slot, sub.one)
    cell, skip = value.many()
    walk.solver.copy_list(cell, sub.many, skip)


def assign(walk: Walk, left: Node, right: Node) -> None:
    """``our @ISA = (...)``, ``our @EXPORT = (...)``."""
    name = tree.variable(left)
    if name is None:
        return
    short = name[:1] + name.rpartition("::")[2] if "::" in name else name
    package = walk.scopes.package
    if "::" in name:
        package = walk.scopes.real(name[1:].rpartition("::")[0])
    if short == "@ISA":
        for each in tree.listed_words([right]):
            walk.symbols.inherit(package, each)
    elif short in EXPORTS:
        known: set[str] = getattr(walk.symbols.package(package), EXPORTS[short])
        known.update(each.lstrip("&") for each in tree.listed_words([right]))
    elif short == "$SIG":
        return


# Moose and its relatives.


def declare(walk: Walk, called: tree.Call) -> bool:
    """What a function says of the class: ``has``, ``extends``."""
    if called.name == "has":
        _has(walk, called)
    elif called.name == "struct":
        _struct(walk, called)
    elif called.name in ("extends", "with"):
        for each in tree.listed_words(called.arguments):
            walk.symbols.inherit(walk.scopes.package, each)
    elif called.name in ("around", "before", "after", "override"):
        _modified(walk, called)
    elif called.name in ("use_ok", "require_ok"):
        pass
    else:
        return False
    return True


def _modified(walk: Walk, called: tree.Call) -> None:
    """``around name => sub {...}``: it gets what the method gets."""
    names = tree.listed_words(called.arguments[:1])
    code = walk.one(called.arguments[-1]) if called.arguments else None
    if code is None:
        return
    package = walk.scopes.package
    symbols, solver = walk.symbols, walk.solver
    shift = 1 if called.name == "around" else 0

    for name in names:
        original = symbols.function(package, name)

        def wrap(type_: Type, original: int = original) -> None:
            if not isinstance(type_, Code):
                return
            wrapper = symbols.subs[type_.cell]
            if shift:
                solver.edge(original, solver.part(wrapper.params, 0))
            solver.put(wrapper.params, shift, solver.constant(Foreign(package)))

        solver.watch(code, wrap)
        if called.name in ("around", "override"):
            symbols.define(package, name, code)


def _has(walk: Walk, called: tree.Call) -> None:
    """``has name => (is => "ro", isa => "Sys::Virt", default => sub {...})``."""
    if not called.arguments:
        return
    names = tree.listed_words(called.arguments[:1])
    options = dict(tree.pairs(called.arguments[1:]))
    package = walk.symbols.declare(walk.scopes.package)
    for name in (each.lstrip("+") for each in names):
        package.accessors[name] = name
        field = walk.solver.part(package.fields, name)
        for option, node in options.items():
            _option(walk, package, name, field, option, node)


def _struct(walk: Walk, called: tree.Call) -> None:
    """``struct(Name => { field => "Sys::Virt::Domain", others => "@" })`` of Class::Struct."""
    given = list(called.arguments)
    package = walk.symbols.declare(walk.scopes.package)
    if given and len(given) % 2 == 0 and _is_reference(given[-1]):
        package = walk.symbols.declare(tree.literal(given[0]) or package.name)
        inside = given[-1].named_children
        given = [item for each in inside for item in tree.items(each)]
    for at in range(0, len(given) - 1, 2):
        name, type_ = tree.literal(given[at]), tree.literal(given[at + 1])
        if name is None or type_ is None:
            continue
        package.accessors[name] = name
        if type_.strip("*") in ("@", "%"):
            package.containers.add(name)
        else:
            typed(walk, walk.solver.part(package.fields, name), type_.strip("*"))


def _is_reference(node: Node) -> bool:
    return node.type in ("anonymous_hash_expression", "anonymous_array_expression")


def _option(walk: Walk, package: Package, name: str, field: int, option: str, node: Node) -> None:
    text = tree.literal(node)
    if option == "isa":
        typed(walk, field, text if text is not None else tree.text(node))
    elif option in ("default", "builder", "lazy"):
        _default(walk, field, walk.value(node), text if option == "builder" else None)
        if option == "builder" and text in ("1", None):
            _default(walk, field, None, f"_build_{name}")
    elif option == "lazy_build":
        _default(walk, field, None, f"_build_{name}")
    elif option in ("reader", "writer", "accessor") and text is not None:
        package.accessors[text] = name
    elif option == "trigger":
        _trigger(walk, field, walk.one(node))
    elif option == "handles":
        _delegate(walk, package, field, node)


def typed(walk: Walk, field: int, text: str) -> None:
    """A field of a type: ``Sys::Virt``, ``Maybe[Sys::Virt]``, ``ArrayRef[Sys::Virt::Domain]``."""
    text = text.strip().strip("'\"")
    found = PARAMETRIC.match(text)
    if found is not None:
        _parametric(walk, field, found[1], found[2])
        return
    for each in text.split("|"):
        name = each.strip().strip("'\"")
        cls = class_name(name)
        if cls is not None:
            if cls in walk.symbols.api.classes:
                walk.solver.add(field, Object(cls))
        elif "::" in name and CLASS_TEXT.fullmatch(name):
            walk.solver.add(field, Foreign(name))


def _parametric(walk: Walk, field: int, outer: str, inner: str) -> None:
    if outer in ("ArrayRef", "HashRef"):
        cell = walk.solver.cell()
        typed(walk, cell.any, inner)
        walk.solver.add(field, List(cell.id) if outer == "ArrayRef" else Hash(cell.id))
    else:
        typed(walk, field, inner)


def _default(walk: Walk, field: int, value: Value | None, builder: str | None) -> None:
    outcome = Outcome(walk.solver)
    own = walk.solver.constant(Foreign(walk.scopes.package))
    arguments = Items(walk.solver, [(None, walk.single(own))])
    if builder is not None:
        code: int | None = walk.symbols.function(walk.scopes.package, builder)
    else:
        code = value.one() if value is not None else None
        if code is not None:
            walk.solver.watch(code, _unless_code(walk, field))
    if code is not None:
        walk.calls.function(code, arguments, outcome)
        walk.solver.edge(outcome.one(), field)


def _trigger(walk: Walk, field: int, code: int | None) -> None:
    """A sub that gets the object and the new value."""

    def hand_over(type_: Type) -> None:
        if isinstance(type_, Code):
            sub = walk.symbols.subs[type_.cell]
            walk.solver.put(sub.params, 1, field)
            walk.solver.put(sub.params, 2, field)

    if code is not None:
        walk.solver.watch(code, hand_over)


def _unless_code(walk: Walk, field: int) -> Callable[[Type], None]:
    def take(type_: Type) -> None:
        if not isinstance(type_, Code):
            walk.solver.add(field, type_)

    return take


def _delegate(walk: Walk, package: Package, field: int, node: Node) -> None:
    """``handles => [qw(list_domains)]``: calls that go on to the field."""
    inside = [item for each in node.named_children for item in tree.items(each)]
    if node.type == "anonymous_hash_expression":
        names: list[tuple[str, str | None]] = [
            (name, tree.literal(value)) for name, value in tree.pairs(inside)
        ]
    else:
        names = [(name, name) for name in tree.listed_words([node])]
    for own, other in names:
        if other is None:
            continue
        sub = walk.symbols.sub(package.name, own)
        walk.symbols.define_sub(sub)
        outcome = Outcome(walk.solver)
        nothing = Items(walk.solver, ())
        walk.calls.send(field, other, outcome, node, package.name, nothing)
        walk.solver.edge(outcome.one(), sub.one)
        cell, skip = outcome.many()
        walk.solver.copy_list(cell, sub.many, skip)


def declare_by_method(walk: Walk, call: MethodCall) -> None:
    """``__PACKAGE__->mk_accessors(qw(conn))``."""
    if not ACCESSOR_MAKERS.match(call.name):
        return
    package = walk.symbols.package(walk.scopes.package)
    for each in tree.listed_words(call.arguments):
        package.accessors.setdefault(each, each)

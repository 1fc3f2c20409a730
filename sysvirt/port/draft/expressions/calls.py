"""Calls: of Sys::Virt, of the script's own subs, of Perl's functions and modules, of others."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from sysvirt.port.api import class_name, read_api
from sysvirt.port.draft.expressions import (
    access,
    builtins,
    contexts,
    handles,
    own,
    printing,
    symbols,
    templates,
    virt,
)
from sysvirt.port.draft.known import imports, kinds
from sysvirt.port.draft.modules import assumed
from sysvirt.port.draft.modules.collected import CORE, MODULES, TOPIC
from sysvirt.port.draft.modules.core import ERROR_TESTS
from sysvirt.port.draft.modules.table import Forms
from sysvirt.port.draft.writing import conversions
from sysvirt.port.draft.writing.typed import Typed, constant
from sysvirt.port.draft.writing.writer import Writer, lists, reads
from sysvirt.port.findings import Kind
from sysvirt.port.parser import tree
from sysvirt.port.python import objects, values
from sysvirt.port.python.refusing import Untranslatable

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.draft.known.outline import Sub
    from sysvirt.port.parser.tree import Call
    from sysvirt.port.sites import Site

#: What stands for ``_``.
_LAST_FILE = "PerlLastFile"

CALLS = (
    "method_call_expression",
    "function_call_expression",
    "ambiguous_function_call_expression",
    "func0op_call_expression",
    "func1op_call_expression",
    "function",
    "coderef_call_expression",
    "bareword",
)


@reads(*CALLS)
def single(writer: Writer, node: Node) -> Typed:
    """A call as one value."""
    site = _use(writer, node)
    if site is not None:
        return virt.single(writer, site)
    return _called(writer, node, in_list=False)


@lists(*CALLS)
def several(writer: Writer, node: Node) -> list[Typed] | None:
    """A call in a list; None for one value."""
    site = _use(writer, node)
    if site is not None:
        return virt.in_list(writer, site)
    if node.type == "bareword" and tree.is_key(node):
        return None
    made = _called(writer, node, in_list=True)
    if made.kind.startswith("list!"):
        return [made]
    if kinds.base(made.kind) == "list" and made.kind != "list!":
        return writer.starred(made)
    return [conversions.kept(made)]


def _use(writer: Writer, node: Node) -> Site | None:
    """The use of Sys::Virt that a call is, unless another class has its own idea of it."""
    site, call = writer.site(node), tree.call(node)
    if site is None or call is None:
        return site
    if call.receiver is None:
        # ``use_ok("Sys::Virt")`` is one of Test::More's.
        return None if site.kind is Kind.IMPORT else site
    is_other = _is_of_module(_class_of_variable(writer, call.receiver))
    return None if is_other or _is_own(writer, call, call.receiver) else site


def _is_own(writer: Writer, call: Call, receiver: Node) -> bool:
    """Whether a class of the project has the method itself."""
    inner = tree.bare(receiver)
    package = tree.literal(inner) or tree.text(inner)
    found = writer.outline.is_class(package) and writer.outline.method(package, call.name)
    return bool(found)


def _class_of_variable(writer: Writer, node: Node) -> str:
    """The class of what a variable has, as far as it is known."""
    variable = writer.variables.of(tree.bare(node))
    kind = writer.before.kind(variable) if variable is not None else ""
    return _package(Typed(ast.Constant(None), kind))


def _is_of_module(package: str) -> bool:
    """Whether a class is one of the tables."""
    return any(package in module.methods for module in MODULES.values())


def _called(writer: Writer, node: Node, *, in_list: bool) -> Typed:
    if node.type == "coderef_call_expression":
        return _by_reference(writer, node, in_list=in_list)
    if node.type == "bareword":
        return _word(writer, node, in_list=in_list)
    call = tree.call(node) if node.type != "function" else _plain(node)
    if call is None:
        raise Untranslatable(tree.text(node))
    if call.receiver is not None:
        return _method(writer, call, in_list=in_list)
    return _function(writer, call, in_list=in_list)


def _plain(node: Node) -> tree.Call:
    return tree.Call(node, tree.text(node).removeprefix("&"), node, None, ())


def _word(writer: Writer, node: Node, *, in_list: bool) -> Typed:
    """A word alone: a constant, a sub without arguments, a class, a file test's ``_``."""
    name = tree.text(node)
    if tree.is_key(node):
        return constant(name)
    tag = {"__PACKAGE__": tree.package(node), "__LINE__": writer.line_of(node)}.get(name)
    if tag is not None:
        return constant(tag)
    if name == "__FILE__":
        return Typed(ast.Name("__file__"), "str")
    short = name.rpartition("::")[2]
    if short in writer.outline.constants and (
        short == name or writer.outline.is_class(name.rpartition("::")[0])
    ):
        return _constant(writer, short, in_list=in_list)
    foreign = _constant_of_others(writer, name, in_list=in_list)
    if foreign is not None:
        return foreign
    sub = writer.outline.sub(name, tree.package(node))
    if sub is not None:
        return own.called(writer, sub, (), own.function_of(writer, sub), in_list=in_list)
    found = _word_of_module(writer, node, name, in_list=in_list)
    if found is not None:
        return found
    if writer.outline.is_class(name) or class_name(name):
        return constant(name)
    above = tree.call(node.parent) if node.parent is not None else None
    if name == "_" and above is not None and above.name in (*ERROR_TESTS, "stat", "lstat"):
        return Typed(ast.Name(_LAST_FILE))
    raise Untranslatable(f"the word {name}")


def _word_of_module(writer: Writer, node: Node, name: str, *, in_list: bool) -> Typed | None:
    """A constant, or a function without arguments, of a module that the script uses."""
    package, _, short = name.rpartition("::")
    qualified = MODULES[package].functions.get(short) if package in MODULES else None
    if qualified is not None:
        return templates.filled(writer, name, qualified, (), in_list=in_list)
    for module in imports.used(writer, node):
        made = module.constants.get(short)
        if made is not None:
            value = ast.parse(made, mode="eval").body
            return Typed(value, _kind_of_constant(value))
        forms = module.functions.get(name)
        if forms is not None:
            return templates.filled(writer, name, forms, (), in_list=in_list)
    return None


def _kind_of_constant(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        # ``os.O_RDWR``, ``errno.ENOENT``: whole numbers, all that the tables have.
        return "int" if node.attr.isupper() else ""
    if not isinstance(node, ast.Constant) or isinstance(node.value, bool):
        # JSON's true stays one: it isn't written as 1.
        return ""
    return "none" if node.value is None else type(node.value).__name__


def _constant(writer: Writer, name: str, *, in_list: bool = False) -> Typed:
    """A constant; one of several values is their number where one value is wanted."""
    python = writer.outline.constants[name]
    is_count = python in writer.facts.several and not in_list
    return _of_constant(writer, python, python, is_count=is_count)


def _of_constant(writer: Writer, here: str, there: str, *, is_count: bool) -> Typed:
    """A constant by its names in this file and in its own."""
    made = ast.Name(here)
    if is_count:
        return Typed(values.call("len", [made]), "int")
    return Typed(made, writer.before.constants.get(there, ""))


def _constant_of_others(writer: Writer, name: str, *, in_list: bool) -> Typed | None:
    """A constant of another file of the project."""
    here = writer.outline.constant_of_others(name)
    if here is None:
        return None
    there = writer.outline.used_constants[here][1]
    is_count = there in writer.before.several and not in_list
    return _of_constant(writer, here, there, is_count=is_count)


# Functions -----------------------------------------------------------------------------------


def _function(writer: Writer, call: Call, *, in_list: bool) -> Typed:
    package = tree.package(call.node)
    if call.name.startswith(("$", "{")):
        return _by_code(writer, call, in_list=in_list)
    if call.name in ("__PACKAGE__", "__LINE__", "__FILE__"):
        return _word(writer, call.name_node, in_list=in_list)
    if call.name.rpartition("::")[2] in writer.outline.constants and (
        "::" not in call.name or writer.outline.is_class(call.name.rpartition("::")[0])
    ):
        if call.arguments:
            raise Untranslatable(tree.text(call.node))
        return _constant(writer, call.name.rpartition("::")[2], in_list=in_list)
    foreign = _constant_of_others(writer, call.name, in_list=in_list)
    if foreign is not None and not call.arguments:
        return foreign
    sub = builtins.own(writer, call, package)
    if sub is not None:
        function = own.function_of(writer, sub)
        given, block = call.arguments, call.block
        return own.called(
            writer, sub, given, function, in_list=in_list, block=block, node=call.node
        )
    name = re.sub(r"^(CORE|Carp|Try::Tiny)::", "", call.name)
    if name in ("print", "printf", "say"):
        return printing.value(writer, call)
    special = builtins.LIST_SPECIALS.get(name) if in_list else None
    special = special or builtins.SPECIALS.get(name)
    if special is not None:
        return special(writer, call)
    if _is_stacked(call):
        return _stacked(writer, call)
    return _of_table(writer, call, in_list=in_list)


def _of_table(writer: Writer, call: Call, *, in_list: bool) -> Typed:
    """A function, or a constant with parentheses, that a table has."""
    forms = _forms(writer, call.name.removeprefix("CORE::"), call.node)
    if forms is None:
        made = _word_of_module(writer, call.node, call.name, in_list=in_list)
        if made is None or call.arguments:
            raise Untranslatable(f"the function {call.name}")
        return made
    topic = None
    if not call.arguments and call.name in TOPIC:
        topic = access.topic(writer)
    return templates.filled(
        writer,
        call.name,
        forms,
        call.arguments,
        in_list=in_list,
        block=call.block,
        topic=topic,
    )


def _forms(writer: Writer, name: str, node: Node) -> Forms | None:
    module, _, short = name.rpartition("::")
    if module:
        found = MODULES.get(module)
        return found.functions.get(short) if found is not None else None
    having = [each for each in imports.used(writer, node) if short in each.functions]
    for is_asked in (imports.is_asked_for, imports.is_imported):
        for each in having:
            if is_asked(writer, each, short):
                return each.functions[short]
    if name in ERROR_TESTS and writer.outline.looks_back:
        # The plain forms don't keep what they find.
        return ERROR_TESTS[name]
    return CORE.functions.get(name)


def _is_stacked(call: Call) -> bool:
    """``-f -r $path``: both have to be true of the file."""
    inner = tree.call(call.arguments[0]) if len(call.arguments) == 1 else None
    return call.name in ERROR_TESTS and inner is not None and inner.name in ERROR_TESTS


def _stacked(writer: Writer, call: Call) -> Typed:
    made = writer.value(call.arguments[0])
    last = values.call(
        "perl_file_test", [ast.Constant(call.name.removeprefix("-")), ast.Name(_LAST_FILE)]
    )
    return Typed(ast.BoolOp(ast.And(), [made.node, last]))


def _by_code(writer: Writer, call: Call, *, in_list: bool) -> Typed:
    """``&$f(…)`` and ``&{…}(…)``."""
    code = tree.dereferenced_code(call.name_node)
    if code is None and call.name_node.parent is not None:
        code = tree.dereferenced_code(call.name_node.parent)
    if code is None:
        raise Untranslatable(f"the function {call.name}")
    made = values.call(symbols.code(writer, code), writer.many(call.arguments))
    return _dynamic_result(made, in_list=in_list)


def _by_reference(writer: Writer, node: Node, *, in_list: bool) -> Typed:
    """``$f->(…)`` and ``&$f(…)``."""
    code, *rest = node.named_children
    made = symbols.code(writer, code)
    return _dynamic_result(values.call(made, writer.many(rest)), in_list=in_list)


def _dynamic_result(made: ast.expr, *, in_list: bool) -> Typed:
    """What code gives that is only known when it runs: several values are a tuple."""
    if in_list:
        return Typed(values.call("perl_all_given", [made]), "list")
    return Typed(values.call("perl_one_given", [made]))


# Methods -------------------------------------------------------------------------------------


def _method(writer: Writer, call: Call, *, in_list: bool) -> Typed:
    receiver = call.receiver
    if receiver is None:
        raise Untranslatable(call.name)
    tested = _tested(writer, call)
    if tested is not None:
        return tested
    if call.is_dynamic:
        return _dynamic(writer, call, in_list=in_list)
    name = tree.text(tree.bare(receiver))
    if call.name.startswith("SUPER::"):
        return _of_parent(writer, call, in_list=in_list)
    sub = _own_method(writer, call, name)
    if sub is not None and not _is_alike(writer, sub, call.name):
        return _one_of_several(writer, call, in_list=in_list)
    if sub is not None and not sub.is_method:
        # One that takes what it is called on as any argument.
        arguments = [receiver, *call.arguments]
        return own.called(writer, sub, arguments, own.function_of(writer, sub), in_list=in_list)
    if sub is not None:
        function = ast.Attribute(virt.receiver(writer, receiver, call.name), sub.python)
        return own.called(writer, sub, call.arguments, function, in_list=in_list)
    module = MODULES.get(name)
    if module is not None and call.name in module.class_methods:
        cls = ast.Constant(name)
        forms = module.class_methods[call.name]
        return templates.filled(writer, call.name, forms, call.arguments, cls, in_list=in_list)
    if module is not None:
        raise Untranslatable(f"{name}->{call.name}")
    return _of_value(writer, call, receiver, in_list=in_list)


def _of_value(writer: Writer, call: Call, receiver: Node, *, in_list: bool) -> Typed:
    if tree.text(receiver) in handles.STANDARD:
        made = Typed(handles.handle(writer, receiver), "object:IO::Handle")
        return _of_object(writer, call, made, in_list=in_list)
    is_class = tree.bare(receiver).type in ("bareword", "package")
    made = Typed(virt.receiver(writer, receiver)) if is_class else writer.value(receiver)
    if kinds.base(made.kind) == "str" and not tree.text(receiver).startswith("__"):
        made = Typed(virt.receiver(writer, receiver, call.name))
    return _of_object(writer, call, made, in_list=in_list)


def _of_object(writer: Writer, call: Call, made: Typed, *, in_list: bool) -> Typed:
    package = _package(made)
    forms = _table_method(writer, package, call.name)
    may_be_a_modules = not package and not _is_wholly_own(writer, call.receiver)
    if forms is None and may_be_a_modules and not read_api().having(call.name):
        forms = assumed.forms(imports.used(writer, call.node), call.name)
    if forms is not None:
        return templates.filled(
            writer, call.name, forms, call.arguments, made.node, in_list=in_list
        )
    if not package or not package.startswith("Sys::Virt"):
        cls = _own_class(writer, tree.bare(call.receiver)) if call.receiver is not None else ""
        of = f"{cls}, which has no such sub here" if cls else "an object that isn't known here"
        writer.note(call.node, f"the method {call.name} of {of}")
    function = ast.Attribute(made.node, objects.attribute(call.name))
    called = values.call(function, writer.many(call.arguments))
    if not package and writer.outline.subs_named("AUTOLOAD"):
        return _dynamic_result(called, in_list=in_list)
    return Typed(called)


def _package(made: Typed) -> str:
    """The class of an object, as far as it is known."""
    return kinds.sure(made.kind).partition(":")[2] if kinds.base(made.kind) == "object" else ""


def _table_method(writer: Writer, package: str, name: str) -> Forms | None:
    """The form of a method, by the class or one that it inherits from."""
    cls: str | None = package
    while cls:
        parent = None
        for module in MODULES.values():
            found = module.methods.get(cls, {}).get(name)
            if found is not None:
                writer.needs.update(module.needs)
                return found
            parent = module.parents.get(cls, parent)
        cls = parent
    return _method_of_heirs(package, name)


def _method_of_heirs(package: str, name: str) -> Forms | None:
    """The form of a method that only one of the classes has that inherit from a class."""
    found = [
        module.methods[heir][name]
        for module in MODULES.values()
        for heir, parent in module.parents.items()
        if parent == package and name in module.methods.get(heir, ())
    ]
    return found[0] if len(found) == 1 else None


def _own_method(writer: Writer, call: Call, name: str) -> Sub | None:
    """The sub that a method call reaches, as far as that is known."""
    receiver = tree.bare(call.receiver) if call.receiver is not None else None
    if receiver is None:
        return None
    if writer.outline.is_class(name):
        return writer.outline.method(name, call.name)
    if name in MODULES:
        # A class of a module, also where one of the script has a method of that name: ``new``.
        return None
    if name == "__PACKAGE__":
        return writer.outline.method(tree.package(call.node), call.name)
    cls = _own_class(writer, receiver)
    if cls:
        return writer.outline.method(cls, call.name) or _of_heirs(writer, cls, call.name)
    if receiver.type == "scalar":
        package = _package(writer.value(receiver))
        if package and _table_method(writer, package, call.name) is not None:
            # An object of a module, also where a class of the script has such a method: ``close``.
            return None
    same = writer.outline.methods(call.name)
    if not same or writer.objects(receiver):
        return None
    for each in same[1:]:
        # They are all called so.
        writer.facts.sub(each.key).is_passed = True
    return same[0]


def _own_class(writer: Writer, receiver: Node) -> str:
    """The class of the script that an expression is an object of, as far as that is known."""
    frame = writer.frame
    variable = writer.variables.of(receiver) if receiver.type == "scalar" else None
    if variable is not None and frame.self_name == variable.python and frame.cls:
        return frame.cls
    return writer.outline.class_of(writer.unit.types_of(receiver))


def _is_wholly_own(writer: Writer, receiver: Node | None) -> bool:
    """Whether an object is known to be of a class of the script, with nothing of others in it."""
    cls = _own_class(writer, tree.bare(receiver)) if receiver is not None else ""
    return bool(cls) and writer.outline.is_whole(cls)


def _of_heirs(writer: Writer, cls: str, name: str) -> Sub | None:
    """A method that a class leaves to those that inherit from it."""
    same = [
        each for each in writer.outline.methods(name) if writer.outline.is_heir(each.package, cls)
    ]
    for each in same[1:]:
        # They are all called so.
        writer.facts.sub(each.key).is_passed = True
    return same[0] if same else None


def _is_alike(writer: Writer, sub: Sub, name: str) -> bool:
    """Whether all methods of a name give their values in one way."""
    same = writer.outline.methods(name)
    if all(each.is_asked for each in same):
        return True
    known = {(each.gives, each.is_asked, each.scalar) for each in same}
    return len(known) <= 1 or len(same) <= 1 or sub not in same or _is_known(writer, sub, same)


def _is_known(writer: Writer, sub: Sub, same: list[Sub]) -> bool:
    return sub.package == writer.frame.cls and not any(
        sub.package in writer.outline.packages.get(each.package, []) for each in same
    )


def _one_of_several(writer: Writer, call: Call, *, in_list: bool) -> Typed:
    """A call of a method where only the run decides which: several values are a tuple."""
    same = writer.outline.methods(call.name)
    if any(each.is_asked or (each.scalar == "count" and not in_list) for each in same):
        raise Untranslatable(f"which of the methods {call.name} it is decides what it gives")
    contexts.note_call(writer, same[0], in_list=in_list)
    for each in same:
        writer.facts.sub(each.key).is_passed = True
    if call.receiver is None:
        raise Untranslatable(call.name)
    function = ast.Attribute(virt.receiver(writer, call.receiver, call.name), same[0].python)
    return _dynamic_result(values.call(function, writer.many(call.arguments)), in_list=in_list)


def _of_parent(writer: Writer, call: Call, *, in_list: bool) -> Typed:
    short = call.name.removeprefix("SUPER::")
    sub = _method_of_parents(writer, call, short)
    name = sub.python if sub is not None else objects.attribute(short)
    function = ast.Attribute(values.call("super", []), name)
    if any(each.is_asked for each in writer.outline.methods(short)):
        # One of this name asks what is wanted, so all of them are told.
        return own.told(values.call(function, writer.many(call.arguments)), in_list=in_list)
    if sub is not None:
        return own.called(writer, sub, call.arguments, function, in_list=in_list)
    return Typed(values.call(function, writer.many(call.arguments)))


def _method_of_parents(writer: Writer, call: Call, name: str) -> Sub | None:
    """The method that stands behind ``SUPER::``, if the project has it."""
    package = tree.package(call.node)
    home = writer.outline.home(package)
    parents = home.packages[package] if home is not None else []
    found = (writer.outline.method(each, name) for each in parents)
    return next((each for each in found if each is not None), None)


def _dynamic(writer: Writer, call: Call, *, in_list: bool) -> Typed:
    """``$x->$method(…)``, and ``$x->$code(…)``, which calls it with $x."""
    inner = call.name_node.named_children[0] if call.name_node.named_child_count else None
    if inner is None or call.receiver is None:
        raise Untranslatable(call.name)
    name = writer.value(inner)
    made = virt.receiver(writer, call.receiver)
    for outline in (writer.outline, *writer.outline.others):
        for sub in outline.subs.values():
            # It may be any of them.
            writer.facts.sub(sub.key).is_passed |= sub.is_method
    if class_name(tree.text(tree.bare(call.receiver))):
        # A constant is a value here, and code to Perl.
        found = values.call("perl_can", [made, name.node])
        return _dynamic_result(values.call(found, writer.many(call.arguments)), in_list=in_list)
    if kinds.base(name.kind) != "str":
        called = values.call("perl_call", [made, name.node, *writer.many(call.arguments)])
        return _dynamic_result(called, in_list=in_list)
    method = values.call("getattr", [made, name.node])
    called = values.call(method, writer.many(call.arguments))
    return _dynamic_result(called, in_list=in_list)


def _is_asked(node: Node) -> bool:
    """Whether only the truth of a value counts."""
    outer = tree.outermost(node)
    if outer.parent is None:
        return False
    condition = outer.parent.child_by_field_name("condition")
    is_condition = condition is not None and tree.same(condition, outer)
    return is_condition or tree.operator(outer.parent) in ("!", "not")


def _can(writer: Writer, call: Call, receiver: Node) -> Typed:
    """``$x->can(…)``: the code of a method."""
    wanted = writer.text(call.arguments[0])
    is_class = tree.bare(receiver).type in ("bareword", "package")
    package = "" if is_class else _package(writer.value(receiver))
    if _is_of_module(package):
        # What stands for the object in Python has other methods.
        name = tree.literal(call.arguments[0])
        if name is None or _table_method(writer, package, name) is None:
            raise Untranslatable(f"whether an object of {package} can do that")
        return constant(1)
    made = virt.receiver(writer, receiver, "can")
    if _is_asked(call.node):
        return Typed(values.call("hasattr", [made, wanted]), "truth")
    for sub in writer.outline.subs_named(tree.literal(call.arguments[0]) or ""):
        # It may be called as code, with its object.
        writer.facts.sub(sub.key).is_passed = True
    return Typed(values.call("perl_can", [made, wanted]), "code?")


def _tested(writer: Writer, call: Call) -> Typed | None:
    """``$x->isa(…)``, ``$x->can(…)`` and ``Sys::Virt->VERSION(…)``."""
    if call.name == "VERSION" and call.receiver is not None:
        return _version(writer, call, call.receiver)
    if call.name not in ("isa", "can") or call.receiver is None or len(call.arguments) != 1:
        return None
    if _is_main(call.receiver):
        return _of_main(writer, call)
    if call.name == "can":
        return _can(writer, call, call.receiver)
    made = virt.receiver(writer, call.receiver, call.name)
    name = tree.literal(call.arguments[0])
    if name is None:
        raise Untranslatable("isa of a class that isn't written there")
    cls = writer.outline.class_path(name)
    return Typed(values.call("isinstance", [made, cls]), "truth")


def _is_main(receiver: Node) -> bool:
    word = tree.literal(receiver) or tree.text(tree.bare(receiver))
    return word == "main" or (word == "__PACKAGE__" and tree.package(receiver) == "main")


def _of_main(writer: Writer, call: Call) -> Typed:
    """``main->can(…)``: a sub of the script, by its name."""
    given = call.arguments[0]
    name = tree.literal(given)
    if call.name == "isa":
        raise Untranslatable("isa of the script itself")
    if name in writer.outline.constants:
        return Typed(_constant_as_code(writer, name), "code")
    sub = writer.outline.sub(name, "main") if name is not None else None
    if sub is not None:
        writer.facts.sub(sub.key).is_passed = True
        return Typed(ast.Name(sub.python), "code")
    return Typed(symbols.by_name(writer, writer.text(given), "main"), "code?")


def _constant_as_code(writer: Writer, name: str) -> ast.expr:
    """A constant is a sub, too."""
    python = writer.outline.constants[name]
    if python in writer.facts.several:
        raise Untranslatable(f"{name}, which is several values, as code")
    arguments = ast.arguments([], [], ast.arg("_"), [], [], None, [])
    return ast.Lambda(arguments, ast.Name(python))


def _version(writer: Writer, call: Call, receiver: Node) -> Typed | None:
    """The release of Sys::Virt, which has to be at least the one that is given."""
    if (tree.literal(receiver) or tree.text(receiver)) != "Sys::Virt":
        return None
    has = values.path("Sys.Virt.VERSION")
    if not call.arguments:
        return Typed(has, "str")
    line = ast.Constant(writer.line_of(call.node))
    given = [ast.Constant("Sys::Virt"), has, writer.text(call.arguments[0]), line]
    return Typed(values.call("perl_has_version", given), "str")

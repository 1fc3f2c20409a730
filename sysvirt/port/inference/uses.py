"""What a script uses of Sys::Virt by name: modules, constants, functions, classes in texts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from sysvirt.port.api import ROOT, Class, class_name, read_api
from sysvirt.port.findings import Confidence, Kind
from sysvirt.port.inference.contexts import context
from sysvirt.port.parser import tree
from sysvirt.port.parser.grammar import Parsed, parse_part
from sysvirt.port.sites import Context, Site

#: The name of a class in a text, with what people write instead of ``::``.
IN_TEXT = re.compile(r"Sys::?Virt(?:(?:::?|->|\.)[A-Z]\w*)*")
WHOLE = re.compile(r"Sys:{1,3}Virt(?::{1,3}[A-Z]\w*)*")
#: The name of a constant rather than that of a class.
CONSTANT = re.compile(r"::[A-Z][A-Z0-9]*_?\Z|_")
LOADERS = frozenset({"use_ok", "require_ok", "load_class", "load", "autoload", "require_module"})
PARENTS = frozenset({"parent", "base"})
#: Variables that every package may have.
PACKAGE_VARIABLES = frozenset({"VERSION", "ISA", "AUTOLOAD", "DEBUG", "EXPORT", "EXPORT_OK"})
FILE = re.compile(r"Sys/Virt(?:/\w+)?\.pm")


def named_uses(root: Node, parsed: Parsed) -> Iterator[Site]:
    """All uses by name in a tree."""
    if ROOT.encode() not in parsed.data and b"Sys" not in parsed.data:
        return
    for node in tree.walk(root):
        reader = READERS.get(node.type)
        if reader is not None:
            yield from reader(node, parsed)


def caught_classes(parsed: Parsed, data: bytes) -> Iterator[Site]:
    """The classes of ``catch (Sys::Virt::Error $e)`` and of typed parameters."""
    for start, end in parsed.classes:
        name = data[start:end].decode("latin-1")
        if class_name(name) is not None:
            yield _class(parse_part(data, start, end), name)


def _site(
    kind: Kind,
    cls: str,
    name: str,
    node: Node,
    call: Node,
    *,
    exists: bool,
    arguments: tuple[Node, ...] = (),
    asked: Context | None = None,
) -> Site:
    return Site(
        kind=kind,
        cls=cls,
        name=name,
        confidence=Confidence.CERTAIN,
        node=node,
        call=call,
        arguments=arguments,
        context=context(call) if asked is None else asked,
        exists=exists,
    )


def _class(node: Node, name: str) -> Site:
    cls = class_name(name)
    exists = cls is not None and cls in read_api().classes
    return _site(Kind.CLASS, cls or "", name, node, node, exists=exists, asked=Context.SCALAR)


# Modules.


def _used(node: Node, _: Parsed) -> Iterator[Site]:
    """``use Sys::Virt``, ``use parent "Sys::Virt::Domain"``."""
    module = tree.field(node, "module")
    if module is None:
        return
    name = tree.text(module)
    if class_name(name) is not None:
        yield _import(module, name, node)
    elif name in PARENTS:
        for each in tree.walk(node):
            if each.type in tree.STRINGS and (value := tree.literal(each)):
                if class_name(value) is not None:
                    yield _import(tree.field(each, "content") or each, value, node)
            elif each.type == "quoted_word_list":
                for word in tree.words(each):
                    if class_name(word) is not None:
                        yield _import(tree.field(each, "content") or each, word, node)


def _import(node: Node, name: str, call: Node) -> Site:
    cls = class_name(name) or ""
    exists = cls in read_api().classes
    return _site(Kind.IMPORT, cls, name, node, call, exists=exists, asked=Context.VOID)


def _required(node: Node, _: Parsed) -> Iterator[Site]:
    """``require Sys::Virt``."""
    for each in node.named_children:
        name = tree.text(each)
        if each.type in ("bareword", "package") and class_name(name) is not None:
            yield _import(each, name, node)


# Constants and functions.


def _bareword(node: Node, parsed: Parsed) -> Iterator[Site]:
    """``Sys::Virt::Domain::STATE_RUNNING``."""
    yield from _qualified(node, node, parsed.text(node), ())


def _function(node: Node, parsed: Parsed) -> Iterator[Site]:
    """The name of a call, or ``\\&Sys::Virt::Domain::STATE_RUNNING``."""
    parent = node.parent
    name = next((each for each in node.named_children if each.type == "varname"), node)
    if parent is not None and parent.type in tree.PLAIN_CALLS:
        called = tree.call(parent)
        arguments = called.arguments if called is not None and called.receiver is None else ()
        yield from _qualified(name, parent, parsed.text(name), arguments)
    else:
        yield from _qualified(name, node, parsed.text(name), ())


def _qualified(node: Node, call: Node, text: str, arguments: tuple[Node, ...]) -> Iterator[Site]:
    package, _, name = text.lstrip("&").rpartition("::")
    cls = read_api().find_package(package)
    if cls is None or not name or class_name(text) in read_api().classes:
        return
    parent = call.parent
    if parent is not None and parent.type in ("require_expression", "use_statement"):
        return
    is_receiver = (
        parent is not None
        and parent.type == "method_call_expression"
        and tree.is_field(call, parent, "invocant")
    )
    if is_receiver and name[:1].isupper() and name not in cls.constants:
        return
    yield _named(node, call, cls, name, arguments)


def _named(node: Node, call: Node, cls: Class, name: str, arguments: tuple[Node, ...]) -> Site:
    method = cls.methods.get(name)
    if method is not None:
        kind = Kind.FUNCTION if method.kind == "function" else Kind.METHOD
        return _site(kind, cls.name, name, node, call, exists=True, arguments=arguments)
    kind = Kind.CONSTANT if name.isupper() or name in cls.constants else Kind.FUNCTION
    exists = name in cls.constants
    return _site(kind, cls.name, name, node, call, exists=exists, arguments=arguments)


def _variable(node: Node, _: Parsed) -> Iterator[Site]:
    """``$Sys::Virt::Domain::STATE_RUNNING``, which is nothing."""
    name = tree.variable(node)
    if name is None or "::" not in name:
        return
    package, short = name[1:].rpartition("::")[::2]
    cls = read_api().find_package(package)
    varname = next((each for each in node.named_children if each.type == "varname"), None)
    if cls is None or varname is None or short in PACKAGE_VARIABLES or not short.isupper():
        return
    yield _site(Kind.CONSTANT, cls.name, short, varname, node, exists=False)


# Texts.


def _string(node: Node, _: Parsed) -> Iterator[Site]:
    """A text that is the name of a class."""
    value = tree.literal(node)
    if value is None:
        return
    content = tree.field(node, "content") or node
    parent = node.parent
    if FILE.fullmatch(value) and parent is not None and parent.type == "require_expression":
        yield _import(content, value[:-3].replace("/", "::"), parent)
        return
    if not WHOLE.fullmatch(value) or CONSTANT.search(value) or _is_elsewhere(node):
        return
    owner = next((each for each in tree.above(node) if each.type in tree.PLAIN_CALLS), None)
    called = tree.call(owner) if owner is not None else None
    if called is not None and called.name.rpartition("::")[2] in LOADERS:
        yield _import(content, value, called.node)
        return
    yield _class(content, value)


def _is_elsewhere(node: Node) -> bool:
    """Whether a text is a receiver or a parent class, which have sites of their own."""
    parent = node.parent
    if parent is None:
        return False
    if parent.type == "method_call_expression" and tree.is_field(node, parent, "invocant"):
        return True
    return any(each.type == "use_statement" and _is_parent(each) for each in tree.above(node))


def _is_parent(node: Node) -> bool:
    module = tree.field(node, "module")
    return module is not None and tree.text(module) in PARENTS


def _pattern(node: Node, _: Parsed) -> Iterator[Site]:
    """The name of a class in a regular expression."""
    for found in IN_TEXT.finditer(tree.text(node)):
        name = found[0]
        # Of ``Sys::Virt::Domain=SCALAR(...)``, the text of an object, there is no need to speak.
        if ":" in name and tree.text(node)[found.end() : found.end() + 1] != "=":
            yield _class(node, name)


def _isa(node: Node, parsed: Parsed) -> Iterator[Site]:
    """``$x isa Sys::Virt::Error``, and the word as an argument: ``isa(Sys::Virt::Error)``."""
    name = parsed.text(node).removesuffix("::")
    if class_name(name) not in read_api().classes:
        yield from _bareword(node, parsed)
        return
    parent = node.parent
    if parent is None or parent.type in ("require_expression", "use_statement"):
        return
    if parent.type == "method_call_expression" and tree.is_field(node, parent, "invocant"):
        return
    if parent.type == "ambiguous_function_call_expression":
        called = tree.call(parent)
        if called is not None and tree.same(called.receiver, node):
            return
    yield _class(node, name)


READERS = {
    "use_statement": _used,
    "require_expression": _required,
    "bareword": _isa,
    "function": _function,
    "scalar": _variable,
    "string_literal": _string,
    "interpolated_string_literal": _string,
    "regexp_content": _pattern,
}

"""Uses of Sys::Virt: objects that are opened, methods, functions, constants."""

from __future__ import annotations

import ast
import keyword
from typing import TYPE_CHECKING

from sysvirt.port.api import Method, Parameter, class_name, read_api
from sysvirt.port.draft.expressions import access, operators, targets
from sysvirt.port.draft.known import kinds
from sysvirt.port.draft.writing import conversions
from sysvirt.port.draft.writing.typed import Typed
from sysvirt.port.draft.writing.writer import Writer
from sysvirt.port.findings import Kind
from sysvirt.port.meant import meant_name, nearest_key
from sysvirt.port.parser import tree
from sysvirt.port.python import objects, values
from sysvirt.port.python.refusing import Untranslatable
from sysvirt.port.python.shapes import method_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tree_sitter import Node

    from sysvirt.port.sites import Site


#: Before the name of a method that a class has from the one it inherits from.
OF_PARENT = "SUPER::"
#: Before the kinds of what a method gives as several values.
TUPLE = "tuple="


def use(writer: Writer, site: Site) -> Typed:
    """What becomes of a use in Python, whatever Perl makes of it in its place."""
    method = method_of(site)
    _note_mistake(writer, site)
    match site.kind:
        case Kind.CONSTANT:
            return _constant(site)
        case Kind.NEW:
            return Typed(_new(writer, site, method), f"object:Sys::Virt::{site.cls}")
        case Kind.FUNCTION:
            function: ast.expr = values.path(f"{_class_of(site)}.{_name(site)}")
        case Kind.METHOD:
            function = _method(writer, site)
        case _:
            raise Untranslatable(site.kind.value)
    made = ast.Call(function, _arguments(writer, site, method), [])
    return Typed(made, kinds.returned(method) if method is not None else "")


def single(writer: Writer, site: Site) -> Typed:
    """What Perl makes of a use where one value is wanted."""
    made, method = use(writer, site), method_of(site)
    if method is None or site.kind is Kind.NEW:
        return made
    if method.counts:
        return Typed(values.call("len", [made.node]), "int")
    if method.returns.is_list:
        return Typed(values.call("perl_last", [made.node]), kinds.maybe(kinds.inside(made.kind)))
    if method.returns.shape == "tuple" and not method.is_reference:
        return Typed(
            values.element(made.node, ast.UnaryOp(ast.USub(), ast.Constant(1))),
            kinds.of_shape(method, method.returns.types.get(method.returns.items[-1], "")),
        )
    return made


def in_list(writer: Writer, site: Site) -> list[Typed] | None:
    """What it is in a list; None for one value."""
    method = method_of(site)
    if method is None or site.kind not in (Kind.METHOD, Kind.FUNCTION):
        return None
    made = use(writer, site)
    if method.returns.is_list:
        return writer.starred(made)
    if method.returns.shape == "tuple" and not method.is_reference:
        types = (method.returns.types.get(each, "") for each in method.returns.items)
        parts = ",".join(kinds.of_shape(method, each) for each in types)
        return writer.starred(Typed(made.node, f"{TUPLE}{parts}"))
    return [conversions.kept(made)]


def _constant(site: Site) -> Typed:
    cls = read_api().classes.get(site.cls)
    found = cls.constants.get(site.name) if cls is not None else None
    kind = type(found.value).__name__ if found is not None else ""
    return Typed(values.path(f"{_class_of(site)}.{_name(site)}"), kind)


def _name(site: Site) -> str:
    return objects.attribute(meant_name(read_api(), site) or site.name)


def _note_mistake(writer: Writer, site: Site) -> None:
    """Perl fails where a name doesn't exist; the draft has the one that is meant."""
    meant = meant_name(read_api(), site)
    if meant is not None and meant != site.name:
        writer.note(site.node, f"there is no {site.name}: {meant} stands here")


def _class_of(site: Site) -> str:
    cls = read_api().classes.get(site.cls)
    if cls is None:
        raise Untranslatable(site.cls)
    return cls.python


def receiver(writer: Writer, node: Node, method: str = "") -> ast.expr:
    """What stands before an arrow: a value, or a class, perhaps by a name that is worked out."""
    node = tree.bare(node)
    if node.type == "bareword" and _is_sub(writer, node):
        return writer.value(node).node
    if node.type in ("bareword", "package", "function", "string_literal"):
        return writer.outline.class_path(tree.literal(node) or tree.text(node))
    if tree.text(node) == "__PACKAGE__":
        return writer.outline.class_path(tree.package(node))
    call = tree.call(node)
    if call is not None and call.receiver is None and call.name == "ref" and call.arguments:
        # The class of an object, not its name.
        return values.call("perl_class_of", [writer.value(call.arguments[0]).node])
    made = writer.value(node)
    if method and kinds.base(made.kind) == "str":
        return values.call("perl_package", [made.node, ast.Constant(method)])
    return made.node


def _is_sub(writer: Writer, node: Node) -> bool:
    """Whether a word before an arrow is a call: ``connected->get_uri``."""
    name = tree.text(node)
    if writer.outline.is_class(name) or class_name(name):
        return False
    return writer.outline.sub(name, tree.package(node)) is not None


def _method(writer: Writer, site: Site) -> ast.expr:
    if site.receiver is None:
        # Sys::Virt::Domain::get_name($dom)
        return values.path(f"{_class_of(site)}.{_name(site)}")
    if tree.text(site.node).startswith(OF_PARENT):
        return ast.Attribute(values.call("super", []), _name(site))
    made = receiver(writer, site.receiver)
    if site.name == "level":
        writer.note(site.node, "level of an error is its level here, in Perl its code")
    name = tree.text(site.node)
    if name.startswith("$"):
        inner = site.node.named_children[0] if site.node.named_child_count else site.node
        given = writer.value(inner)
        if kinds.base(given.kind) == "code":
            return values.call(values.path("types.MethodType"), [given.node, made])
        return values.call("getattr", [made, given.node])
    return ast.Attribute(made, _name(site))


def _arguments(writer: Writer, site: Site, method: Method | None) -> list[ast.expr]:
    given = [item for each in site.arguments for item in tree.items(each)]
    if (site.cls, site.name) == ("Stream", "recv") and given:
        _filled(writer, given[0])
    parameters: tuple[Parameter, ...] = ()
    if method is not None and not method.alt_params:
        parameters = method.params
    made: list[ast.expr] = []
    for at, each in enumerate(given):
        if method is not None and at < len(parameters):
            parts = _fitting(writer, each, method, parameters[at])
        else:
            parts = writer.many([each])
        made += parts
        if any(isinstance(part, ast.Starred) for part in parts):
            # How many there are isn't known: the parameters of the others aren't, either.
            parameters = ()
    return made


def _filled(writer: Writer, node: Node) -> None:
    """The variable that ``recv`` puts its data into is a bytearray in Python."""
    place = targets.target(writer, node)
    if place.plain is None:
        raise Untranslatable("data that is received into an element")
    writer.ahead += place.store(Typed(values.call("bytearray", []), "bytes"))


def _fitting(writer: Writer, node: Node, method: Method, parameter: Parameter) -> list[ast.expr]:
    """An argument as its parameter wants it."""
    items = writer.items([node])
    if len(items) != 1 or isinstance(items[0].node, ast.Starred):
        return [each.node for each in items]
    if (method.name, parameter.name) == ("get_all_domain_stats", "doms"):
        # To Perl no domains are all.
        return [ast.BoolOp(ast.Or(), [items[0].node, ast.Constant(None)])]
    if (method.name, parameter.name) in _NUMBERS:
        return [_numbers(items[0])]
    is_text = parameter.types == ("str",)
    if items[0].kind == "none" and is_text and method.name in _NULLS:
        # What is NULL to libvirt is an empty text to Perl's binding.
        return [ast.Constant("")]
    return [_converted(writer, node, items[0], parameter)]


def _converted(writer: Writer, node: Node, typed: Typed, parameter: Parameter) -> ast.expr:
    if typed.kind == "none" or (parameter.null and typed.kind.endswith("?")):
        return typed.node
    match parameter.types:
        case ("bool",):
            made = operators.condition(writer, node)
            return ast.Constant(bool(made.value)) if isinstance(made, ast.Constant) else made
        case ("int",):
            return conversions.as_integer(typed)
        case ("str",):
            known = typed.kind in ("int", "float", "num", "bool", "truth", "str?")
            return conversions.as_text(typed) if known else typed.node
        case ("bytes",):
            return _bytes(typed)
        case _:
            return typed.node


#: Methods to which NULL means something.
_NULLS = frozenset(
    {
        "find_storage_pool_sources",
        "block_commit",
        "block_rebase",
        "fs_trim",
        "announce_interface",
        "get_max_vcpus",
    }
)
#: Lists of numbers among the parameters.
_NUMBERS = frozenset(
    {("node_alloc_pages", "pages"), ("get_node_free_pages", "pagesizes"), ("send_key", "keycodes")}
)


def _numbers(typed: Typed) -> ast.expr:
    if kinds.inside(typed.kind) == "int":
        return typed.node
    return values.call("perl_integers", [typed.node])


def _bytes(typed: Typed) -> ast.expr:
    if isinstance(typed.node, ast.Constant) and isinstance(typed.node.value, str):
        return ast.Constant(typed.node.value.encode())
    if typed.kind == "str":
        return values.call(ast.Attribute(typed.node, "encode"), [])
    return typed.node


def _new(writer: Writer, site: Site, method: Method | None) -> ast.expr:
    if site.receiver is None:
        raise Untranslatable("new of nothing")
    is_of_parent = tree.text(site.node).startswith(OF_PARENT)
    made = values.call("super", []) if is_of_parent else receiver(writer, site.receiver)
    if site.cls != "Virt":
        return ast.Call(made, writer.many(site.arguments), [])
    call = ast.Call(ast.Attribute(made, "new"), [], [])
    if _are_worked_out(site.arguments):
        pairs = values.call("perl_pairs", [writer.listed(site.arguments).node])
        call.keywords.append(ast.keyword(None, pairs))
        return call
    given = [item for each in site.arguments for item in tree.items(each)]
    parameters = {each.name: each for each in method.params} if method is not None else {}
    while given:
        key = given.pop(0)
        if key.type in ("hash", "hash_deref_expression"):
            call.keywords.append(ast.keyword(None, access.dictionary(writer, key).node))
            continue
        name = tree.literal(key)
        if name is None or not given or not name.isidentifier() or keyword.iskeyword(name):
            raise Untranslatable("keys of new that aren't written there")
        value = given.pop(0)
        if name not in parameters:
            name = _meant_key(writer, key, name, parameters)
        if name in parameters:
            (typed,) = writer.items([value])
            node = _converted(writer, value, typed, parameters[name])
        else:
            node = writer.kept(value).node
        call.keywords.append(ast.keyword(name, node))
    return call


def _are_worked_out(arguments: Sequence[Node]) -> bool:
    """Whether names and values are those of an expression: ``new($x ? (uri => $x) : ())``."""
    given = [item for each in arguments for item in tree.items(each)]
    return len(given) == 1 and tree.bare(given[0]).type in (
        "conditional_expression",
        "map_grep_expression",
        "array",
        "array_deref_expression",
    )


def _meant_key(writer: Writer, node: Node, name: str, known: Iterable[str]) -> str:
    """The key in the place of one that Perl takes no notice of."""
    meant = nearest_key(read_api(), name, known)
    if meant is None:
        raise Untranslatable(f"new has no key {name}: Perl takes no notice of it")
    writer.note(node, f"new has no key {name}, of which Perl takes no notice: {meant} stands here")
    return meant

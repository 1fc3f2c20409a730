"""What is written to: variables, elements, fields; and what is read and changed there."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import attrs

from sysvirt.port.draft.expressions import access, arguments, positions, sources
from sysvirt.port.draft.known import changed_settings, imports, kinds, pictures
from sysvirt.port.draft.writing import conversions
from sysvirt.port.draft.writing.typed import Typed
from sysvirt.port.draft.writing.writer import Writer
from sysvirt.port.draft.writing.written import unparse
from sysvirt.port.parser import tree
from sysvirt.port.python import values
from sysvirt.port.python.refusing import Untranslatable

if TYPE_CHECKING:
    from collections.abc import Callable

    from tree_sitter import Node

    from sysvirt.port.draft.known.variables import Variable

#: What a loop's variable is written back to, by its name in Python: the list and the index.
ALIASES = "aliases"
#: The place of a loop's variable that is a copy here, and the element itself in Perl.
COPIED = "copied"


@attrs.frozen
class Target:
    """A place for a value."""

    #: What is there now.
    read: Typed
    #: The lines that put a value there.
    store: Callable[[Typed], list[str]]
    #: The place as an expression that can stand left of ``=``; None where it needs a helper.
    plain: ast.expr | None = None


def unwrapped(node: Node) -> Node:
    """The variable of ``my $x`` and ``local $x``."""
    node = tree.bare(node)
    if node.type == "variable_declaration":
        declared = node.child_by_field_name("variable")
        if declared is None:
            raise Untranslatable(tree.text(node))
        return declared
    return node


def target(writer: Writer, node: Node, *, is_read: bool = False) -> Target:
    """A place by its node; where it is read as well, its keys are worked out once."""
    node = unwrapped(node)
    if node.type == "scalar":
        return _scalar(writer, node)
    if node.type in ("hash_element_expression", "array_element_expression"):
        return _element(writer, node, is_read=is_read)
    if node.type == "localization_expression":
        raise Untranslatable("local of this")
    raise Untranslatable(f"{tree.text(node)} on the left side")


def _scalar(writer: Writer, node: Node) -> Target:
    behind = tree.dereferenced(node)
    if behind is not None:
        made = ast.Attribute(writer.value(behind).node, "value")
        return Target(Typed(made), lambda typed: _plain_store(made, typed), made)
    variable = writer.variables.of(node)
    if variable is None:
        return _special(writer, node)
    if variable.is_boxed:
        return _boxed(variable)
    of_module = imports.variable(writer, variable.package, variable.name)
    if of_module is not None:
        place = ast.parse(of_module, mode="eval").body
        return Target(Typed(place), lambda typed: _plain_store(place, typed), place)
    read = Typed(ast.Name(variable.python), writer.before.kind(variable))

    def store(typed: Typed) -> list[str]:
        made = typed
        if typed.kind not in ("truth", "bool") or read.kind != typed.kind:
            made = conversions.kept(typed)
        # What it was before decides: only if all that it gets is so, may it stay as it is.
        writer.write_to(variable, typed.kind if typed.kind != "match" else "")
        line = f"{variable.python} = {unparse(made.node)}"
        return [line, *_written_back(writer, read), *positions.forgotten(writer, variable)]

    return Target(read, store, read.node)


def _boxed(variable: Variable) -> Target:
    """A variable that something points to."""
    place = ast.Attribute(ast.Name(variable.python), "value")

    def store(typed: Typed) -> list[str]:
        return [f"{unparse(place)} = {unparse(conversions.kept(typed).node)}"]

    return Target(Typed(place), store, place)


def declared(writer: Writer, variable: Variable) -> list[str]:
    """A new one that something points to."""
    writer.write_to(variable)
    return [f"{variable.python} = PerlBox(None)"]


def _special(writer: Writer, node: Node) -> Target:
    name = tree.variable(node) or tree.text(node)
    if name == "$_":
        if not writer.topics:
            # It stays up to the end of the block.
            writer.topics.append((writer.topic_for(None, "topic"), ""))
        return topic_target(writer)
    if name == "$!":
        read = access.special(writer, name)
        return Target(read, lambda typed: [f"perl_status.error = {unparse(typed.node)}"])
    if name == "$@":
        read = Typed(ast.Name("error"))
        return Target(read, lambda typed: _plain_store(read.node, typed), read.node)
    if name == "$0":
        return Target(access.special(writer, name), lambda _typed: [])
    if name == "$?":
        read = Typed(values.path("perl_status.child"), "int")
        return Target(read, lambda typed: [f"perl_status.child = {unparse(typed.node)}"])
    if name in pictures.PLACES:
        shown = ast.parse(pictures.PLACES[name], mode="eval").body
        read = Typed(shown)
        return Target(read, lambda typed: _plain_store(shown, typed), shown)
    if name in changed_settings.PLACES:
        read = Typed(values.path(changed_settings.PLACES[name]))
        return Target(read, lambda typed: _plain_store(read.node, typed), read.node)
    raise Untranslatable(f"{name} is written")


def topic_target(writer: Writer) -> Target:
    """``$_``."""
    read = access.topic(writer)
    made = read.node

    def store(typed: Typed) -> list[str]:
        line = f"{unparse(made)} = {unparse(conversions.kept(typed).node)}"
        writer.spoil_topic()
        name = made.id if isinstance(made, ast.Name) else ""
        return [
            line,
            *_written_back(writer, read),
            *positions.of_written_topic(writer, name),
        ]

    return Target(read, store, made)


def _written_back(writer: Writer, read: Typed) -> list[str]:
    """A loop's variable is the element itself."""
    name = read.node.id if isinstance(read.node, ast.Name) else ""
    place = writer.aliases.get(name)
    if place is None:
        return []
    if place == COPIED:
        writer.aliased.add(name)
        return []
    if not place:
        raise Untranslatable("an element is changed by the variable of a loop")
    writer.aliased.add(name)
    if writer.frame.arguments and place.startswith(f"{writer.frame.arguments}["):
        arguments.change(writer)
    return [f"{place} = {name}"]


def _element(writer: Writer, node: Node, *, is_read: bool) -> Target:
    holder = node.child_by_field_name("hash")
    if holder is not None and tree.variable(holder) == "%ENV":
        return _environment(writer, node)
    if holder is not None and tree.variable(holder) == "%SIG":
        raise Untranslatable("a signal's handler in an expression")
    where = access.path(writer, node)
    if where.base.kind.startswith("object:XML::"):
        raise Untranslatable("an attribute of an element that is written as a field")
    if _is_argument(where) and sources.is_source(writer):
        return _data(writer, node, where)
    change(writer, where)
    variable = writer.variables.of(where.root)
    if is_read and any(map(_may_change, where.keys)):
        where = _worked_out(writer, where)
        read = Typed(values.call("perl_get", [where.base.node, *where.keys]))
    else:
        read = access.element(writer, node)
    base = container(writer, where)

    def store(typed: Typed) -> list[str]:
        value = conversions.kept(typed)
        if len(where.keys) == 1:
            writer.hold(variable, value.kind)
        else:
            writer.hold(variable, kinds.base(where_kind(where)))
        return [_stored(writer, base, where, value)]

    return Target(read, store)


def _data(writer: Writer, node: Node, where: access.Path) -> Target:
    """What a handler of ``send_all`` fills."""

    def store(typed: Typed) -> list[str]:
        given = [where.base.node, *where.keys, conversions.kept(typed).node]
        return [unparse(values.call("perl_fill_data", given))]

    return Target(access.element(writer, node), store)


def _is_argument(where: access.Path) -> bool:
    return len(where.keys) == 1 and tree.variable(where.root) == "@_"


def change(writer: Writer, where: access.Path) -> None:
    """Note what an element that is written is besides: an argument of the sub."""
    if _is_argument(where):
        arguments.change(writer, _number(where.keys[0]))


def _number(key: ast.expr) -> int:
    """Which argument it is, as far as that is known."""
    value = key.value if isinstance(key, ast.Constant) else None
    return value if isinstance(value, int) and value >= 0 else arguments.ALL


#: Methods of texts: what they give is the same each time.
_OF_TEXTS = frozenset(["lower", "upper", "removesuffix", "format", "join", "get", "strip"])


def _may_change(key: ast.expr) -> bool:
    """Whether a key may be another, or do something, when it is worked out once more."""
    for each in ast.walk(key):
        if isinstance(each, ast.NamedExpr):
            return True
        if isinstance(each, ast.Call) and isinstance(each.func, ast.Attribute):
            if each.func.attr not in _OF_TEXTS:
                return True
        elif isinstance(each, ast.Call) and isinstance(each.func, ast.Name):
            name = each.func.id
            is_plain = name.startswith("perl_") and name not in ("perl_added", "perl_counted")
            if not is_plain and name not in ("len", "int", "str", "map", "abs"):
                return True
    return False


def _worked_out(writer: Writer, where: access.Path) -> access.Path:
    keys = []
    for each in where.keys:
        name = writer.name("key")
        writer.ahead.append(f"{name} = {unparse(each)}")
        keys.append(ast.Name(name))
    return attrs.evolve(where, keys=tuple(keys))


def where_kind(where: access.Path) -> str:
    """The kind of what an element of several levels makes at its first."""
    return "list" if where.is_list(1) else "dict"


def container(writer: Writer, where: access.Path) -> Typed:
    """The container; where a variable or a field has none yet, one is made."""
    base, root = where.base, where.root
    if kinds.base(base.kind) in ("list", "dict") and not base.kind.endswith("?"):
        return base
    empty = ast.List([]) if where.is_list(0) else ast.Dict([], [])
    if isinstance(base.node, ast.Name | ast.Attribute):
        name = unparse(base.node)
        variable = writer.variables.of(root)
        if variable is not None and variable.name[0] in "@%":
            # Its kind says what it holds: it is there itself.
            return base
        if variable is not None and variable.name[0] == "$":
            writer.write_to(variable, "list" if where.is_list(0) else "dict")
        writer.ahead.append(f"if {name} is None:")
        writer.ahead.append(f"    {name} = {unparse(empty)}")
    return base


def _stored(writer: Writer, base: Typed, where: access.Path, value: Typed) -> str:
    shown = unparse(value.node)
    if len(where.keys) == 1:
        (key,) = where.keys
        is_dict = kinds.base(base.kind) == "dict" or not where.is_list(0)
        is_inside = where.is_list(0) and access.is_inside(writer, where, key)
        if is_dict or is_inside:
            return f"{unparse(values.element(base.node, key))} = {shown}"
    made = values.call("perl_set", [base.node, *where.keys], value=value.node)
    if not any(map(where.is_list, range(len(where.keys)))):
        *outer, last = where.keys
        plain = base.node
        for each in outer:
            given = [each, ast.Dict([], [])]
            plain = access.method(writer, Typed(plain, "dict"), "setdefault", given)
        if len(outer) == 1 and kinds.base(base.kind) == "dict":
            return f"{unparse(values.element(plain, last))} = {shown}"
    return unparse(made)


def _plain_store(place: ast.expr, typed: Typed) -> list[str]:
    return [f"{unparse(place)} = {unparse(conversions.kept(typed).node)}"]


def _environment(writer: Writer, node: Node) -> Target:
    key = node.child_by_field_name("key")
    if key is None:
        raise Untranslatable(tree.text(node))
    place = values.element(values.path("os.environ"), writer.text(key))
    read = access.element(writer, node)
    return Target(
        read,
        lambda typed: [f"{unparse(place)} = {unparse(conversions.as_text(typed))}"],
    )


def changed(writer: Writer, node: Node) -> Target:
    """A place that is read and changed; of ``(my $x = …)`` it gets its value first."""
    node = tree.bare(node)
    if node.type == "assignment_expression":
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        if left is None or right is None or tree.operator(node) != "=":
            raise Untranslatable(tree.text(node))
        place = target(writer, left)
        writer.ahead += place.store(writer.value(right))
        return attrs.evolve(place, read=Typed(place.read.node, ""))
    return target(writer, node)

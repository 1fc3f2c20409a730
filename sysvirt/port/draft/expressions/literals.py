"""What is written there: numbers, words, references, lists and hashes, code."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from sysvirt.port.api import class_name
from sysvirt.port.draft.expressions import (
    access,
    going,
    handles,
    own,
    quoting,
    symbols,
    targets,
    texts,
)
from sysvirt.port.draft.known import kinds
from sysvirt.port.draft.known.results import last_values, shape_of
from sysvirt.port.draft.writing import conversions
from sysvirt.port.draft.writing.typed import Typed, constant
from sysvirt.port.draft.writing.writer import Writer, lists, reads
from sysvirt.port.parser import tree
from sysvirt.port.python import values
from sysvirt.port.python.refusing import Untranslatable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tree_sitter import Node


@reads("number")
def number(_writer: Writer, node: Node) -> Typed:
    """A number."""
    text = tree.literal(node) or ""
    made = values.number(text)
    if not isinstance(made, ast.Constant):
        return Typed(made, "num")
    value = made.value
    is_float = isinstance(value, int) and (value >= 1 << 64 or _is_float(node, value))
    return constant(float(value) if is_float and isinstance(value, int) else value)


def _is_float(node: Node, value: int) -> bool:
    """Whether a whole number is one with an exponent that Perl shows so, too: ``1e15``."""
    text = tree.text(node).lower()
    return value >= 10**15 and "e" in text and not text.startswith("0x")


@reads("autoquoted_bareword")
def word(_writer: Writer, node: Node) -> Typed:
    """A word that is a text."""
    return constant(tree.text(node))


@reads("undef_expression")
def nothing(_writer: Writer, node: Node) -> Typed:
    """``undef``."""
    if node.named_child_count:
        raise Untranslatable(f"{tree.text(node)} in an expression")
    return constant(None)


@lists("quoted_word_list")
def words(_writer: Writer, node: Node) -> list[Typed]:
    """``qw(a b)``."""
    return [constant(each) for each in tree.words(node)]


@reads("quoted_word_list")
def last_word(_writer: Writer, node: Node) -> Typed:
    """``qw(a b)`` as one value."""
    return constant(tree.words(node)[-1])


@lists("stub_expression")
def empty(_writer: Writer, _node: Node) -> list[Typed]:
    """``()``."""
    return []


@reads("list_expression", "parenthesized_expression")
def last_of(writer: Writer, node: Node) -> Typed:
    """``(1, 2)`` as one value: the last."""
    inside = list(tree.items(node))
    if len(inside) != 1:
        raise Untranslatable("a list as one value")
    return writer.value(inside[0])


@reads("anonymous_array_expression")
def new_list(writer: Writer, node: Node) -> Typed:
    """``[…]``."""
    made = writer.listed(list(node.named_children))
    if made.is_new:
        return made
    return Typed(values.call("list", [made.node]), made.kind, is_new=True)


@reads("anonymous_hash_expression")
def new_dict(writer: Writer, node: Node) -> Typed:
    """``{…}``."""
    return pairs(writer, node.named_children)


def pairs(writer: Writer, nodes: Iterable[Node]) -> Typed:
    """A dict of what stands in a list: keys and values, and other hashes."""
    given = [item for each in nodes for item in tree.items(each)]
    if len(given) == 1 and given[0].type == "map_grep_expression":
        made = going.pairs(writer, given[0])
        if made is not None:
            return made
    items = [made for each in given for made in _pair_items(writer, each)]
    keys: list[ast.expr | None] = []
    found: list[Typed] = []
    at = 0
    while at < len(items):
        if items[at].kind.startswith(_SPREAD):
            keys.append(None)
            found.append(Typed(items[at].node, items[at].kind.removeprefix(_SPREAD)))
            at += 1
            continue
        pair = items[at : at + 2]
        is_plain = len(pair) == 2 and not any(_is_spread(each) for each in pair)
        if not is_plain:
            return _of_list(items)
        keys.append(conversions.as_key(pair[0]))
        found.append(pair[1])
        at += 2
    held = kinds.joined(each.kind for each in found) if found else ""
    made_dict = ast.Dict(keys, [each.node for each in found])
    return Typed(made_dict, f"dict:{held}" if held else "dict", is_new=True)


#: Before the kind of what a hash in a list holds.
_SPREAD = "spread="


def _pair_items(writer: Writer, node: Node) -> list[Typed]:
    if node.type in ("hash", "hash_deref_expression"):
        other = access.dictionary(writer, node)
        return [Typed(other.node, f"{_SPREAD}{kinds.inside(other.kind)}")]
    return writer.items([node])


def _is_spread(typed: Typed) -> bool:
    return isinstance(typed.node, ast.Starred) or typed.kind.startswith(_SPREAD)


def _of_list(items: list[Typed]) -> Typed:
    made: list[ast.expr] = []
    for each in items:
        if each.kind.startswith(_SPREAD):
            made.append(ast.Starred(values.call("perl_flatten", [each.node])))
        else:
            made.append(each.node)
    is_one = len(made) == 1 and isinstance(made[0], ast.Starred)
    listed = made[0].value if is_one and isinstance(made[0], ast.Starred) else ast.List(made)
    return Typed(values.call("perl_pairs", [listed]), "dict", is_new=True)


#: What is a value of its own, which nothing else can change.
_NEW = frozenset(
    {"string_literal", "interpolated_string_literal", "number"}
    | {"anonymous_array_expression", "anonymous_hash_expression"}
)


@reads("refgen_expression")
def reference(writer: Writer, node: Node) -> Typed:
    r"""``\@x``, ``\%x``, ``\&f``, ``\$x``."""
    inner = tree.bare(node.named_children[0])
    if inner.type == "variable_declaration":
        inner = inner.child_by_field_name("variable") or inner
    if inner.type in ("array", "hash"):
        writer.share(inner)
        _declare(writer, node, inner)
        return access.container(writer, inner)
    if inner.type == "anonymous_subroutine_expression":
        return writer.value(inner)
    if inner.type == "glob":
        return Typed(handles.handle(writer, inner), "object:IO::Handle")
    behind = tree.dereferenced_code(inner) if inner.type == "function" else None
    if behind is not None and behind.type == "varname":
        behind = next(iter(behind.named_children), None)
    if behind is not None and tree.text(inner).removeprefix("&").startswith(("$", "{")):
        return Typed(symbols.code(writer, behind), "code?")
    if inner.type == "function":
        return _named(writer, node, tree.text(inner).removeprefix("&"))
    variable = writer.variables.of(inner)
    if variable is not None and variable.is_boxed:
        return Typed(ast.Name(variable.python), "object:PerlBox")
    if tree.dereferenced(inner) is not None and inner.type == "scalar":
        return Typed(writer.value(tree.dereferenced(inner) or inner).node, "object:PerlBox")
    if inner.type == "hash_element_expression":
        return _element(writer, inner)
    if inner.type in _NEW:
        return Typed(values.call("PerlBox", [writer.value(inner).node]), "object:PerlBox")
    raise Untranslatable("a reference to one element")


def _element(writer: Writer, node: Node) -> Typed:
    r"""``\\$h{x}``: the place of a value."""
    where = access.path(writer, node)
    writer.note(node, "a reference to an element is one to its key, also behind delete")
    variable = writer.variables.of(where.root)
    writer.hold(variable, "" if len(where.keys) == 1 else targets.where_kind(where))
    base = targets.container(writer, where)
    return Typed(values.call("PerlElement", [base.node, *where.keys]), "object:PerlBox")


def _declare(writer: Writer, node: Node, inner: Node) -> None:
    r"""``\\my @x``."""
    variable = writer.variables.of(inner)
    if variable is not None and tree.bare(node.named_children[0]).type == "variable_declaration":
        writer.write_to(variable)
        writer.ahead.append(f"{variable.python} = {'[]' if inner.type == 'array' else '{}'}")


def _named(writer: Writer, node: Node, name: str) -> Typed:
    r"""``\\&f``."""
    sub = writer.outline.sub(name, tree.package(node))
    if sub is None and class_name(name.rpartition("::")[0]):
        return Typed(values.path(name.replace("::", ".")), "code")
    if sub is None:
        raise Untranslatable(f"the sub {name}")
    writer.facts.sub(sub.key).is_passed = True
    return Typed(own.function_of(writer, sub), "code")


@reads("anonymous_subroutine_expression")
def code(writer: Writer, node: Node) -> Typed:
    """``sub { … }``."""
    return Typed(writer.code(node), "code")


@reads("do_expression")
def block(writer: Writer, node: Node) -> Typed:
    """``do { … }``."""
    inner = next((each for each in node.named_children if each.type == "block"), None)
    if inner is None:
        raise Untranslatable("do of a file")
    one = going.only(inner)
    if one is not None:
        return writer.value(one)
    slurped = _slurped(writer, inner)
    if slurped is not None:
        return slurped
    return Typed(values.call(writer.hoisted(inner, "computed", "one"), []))


@lists("do_expression")
def block_in_list(writer: Writer, node: Node) -> list[Typed] | None:
    """``do { … }`` in a list."""
    inner = next((each for each in node.named_children if each.type == "block"), None)
    if inner is None:
        raise Untranslatable("do of a file")
    one = going.only(inner)
    if one is not None:
        return writer.items([one])
    slurped = _lines_of(writer, inner)
    if slurped is not None:
        return slurped
    if {shape_of(each) for each in last_values(inner)} <= {"one"}:
        return None
    function = writer.hoisted(inner, "computed", "list")
    return writer.starred(Typed(values.call(function, []), "list", is_new=True))


def _slurped(writer: Writer, block_: Node) -> Typed | None:
    r"""``do { local $/; <$fh> }`` is all that a file has."""
    node = _read_whole(block_)
    if node is None:
        return None
    made = values.call("perl_readline", [handles.handle(writer, node), ast.Constant(None)])
    return Typed(made, "str?")


def _lines_of(writer: Writer, block_: Node) -> list[Typed] | None:
    """The same in a list: one text, and none at the end of the file."""
    node = _read_whole(block_)
    if node is None:
        return None
    made = values.call("perl_readlines", [handles.handle(writer, node), ast.Constant(None)])
    return writer.starred(Typed(made, "list:str"))


def _read_whole(block_: Node) -> Node | None:
    """What a block reads whose first statement is ``local $/``."""
    inside = [each for each in block_.named_children if each.type != "comment"]
    if len(inside) < 2 or "$/" not in tree.text(inside[0]):
        return None
    if not tree.text(inside[0]).replace(" ", "").startswith("local$/"):
        return None
    if len(inside) == 2 and inside[1].type == "expression_statement":
        node = inside[1].named_children[0]
        return node if node.type == "readline_expression" else None
    return None


@reads("filehandle", "glob")
def handle(writer: Writer, node: Node) -> Typed:
    """``STDOUT`` before an arrow."""
    return Typed(handles.handle(writer, node), "object:IO::Handle")


def _reading(writer: Writer, node: Node) -> list[ast.expr]:
    return [handles.handle(writer, node), *writer.separators[-1:]]


@reads("readline_expression", "fileglob_expression")
def line(writer: Writer, node: Node) -> Typed:
    """``<$fh>``: one line, or nothing at the end."""
    return Typed(values.call("perl_readline", _reading(writer, node)), "str?")


@lists("readline_expression")
def all_lines(writer: Writer, node: Node) -> list[Typed]:
    """``<$fh>`` in a list: all lines that are left."""
    return writer.starred(Typed(values.call("perl_readlines", _reading(writer, node)), "list:str"))


@reads("command_string")
def command(writer: Writer, node: Node) -> Typed:
    """Backticks."""
    return Typed(values.call("perl_backticks", [_command(writer, node)]), "str?")


@lists("command_string")
def command_lines(writer: Writer, node: Node) -> list[Typed]:
    """Backticks in a list: the lines."""
    made = values.call("perl_backticks", [_command(writer, node)])
    return writer.starred(Typed(values.call("perl_lines", [made]), "list:str"))


def _command(writer: Writer, node: Node) -> ast.expr:
    return texts.joined(texts.of_quotes(node, lambda each: quoting.in_text(writer, each)))

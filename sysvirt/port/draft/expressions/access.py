"""Variables and elements, read as values."""

from __future__ import annotations

import ast
import errno
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs

from sysvirt.port.draft.expressions import signals
from sysvirt.port.draft.known import captures, changed_settings, imports, kinds, pictures
from sysvirt.port.draft.writing import conversions
from sysvirt.port.draft.writing.typed import Typed
from sysvirt.port.draft.writing.writer import Writer, call, lists, reads
from sysvirt.port.parser import tree
from sysvirt.port.python import objects, values
from sysvirt.port.python.refusing import Untranslatable

if TYPE_CHECKING:
    from tree_sitter import Node

#: Special variables that have a place in Python.
_SPECIAL = {
    "$0": ("sys.argv[0]", "str"),
    "$.": ("perl_status.line", "int?"),
    "$!": ("perl_status.error", "object"),
    "$?": ("perl_status.child", "int"),
    "$$": ("os.getpid()", "int"),
    "$^O": ("sys.platform", "str"),
    "$^T": ("perl_started", "int"),
    "$<": ("os.getuid()", "int"),
    "$>": ("os.geteuid()", "int"),
    "$^X": ("'perl'", "str"),
}


#: What ``$]`` is where no Perl is.
_VERSION = "5.036000"


@reads("scalar")
def scalar(writer: Writer, node: Node) -> Typed:
    """``$x``, ``$_``, ``$1``, ``$$x``."""
    behind = tree.dereferenced(node)
    if behind is not None:
        if _has_key(node):
            raise Untranslatable(f"an element of {tree.text(node)} in a text")
        _refuse_name(writer, behind)
        return _of_reference(writer, behind)
    variable = writer.variables.of(node)
    if variable is not None and variable.is_boxed:
        return Typed(ast.Attribute(ast.Name(variable.python), "value"))
    if variable is not None:
        of_module = imports.variable(writer, variable.package, variable.name)
        if of_module is not None:
            return Typed(ast.parse(of_module, mode="eval").body)
        return Typed(ast.Name(variable.python), writer.before.kind(variable))
    if captures.is_capture(node):
        return _captured(writer, node)
    name = tree.variable(node) or tree.text(node)
    if name == "$]":
        writer.note(node, f"no Perl is here: its version is taken to be {_VERSION}")
        return Typed(ast.Constant(_VERSION), "str")
    return special(writer, name)


def special(writer: Writer, name: str) -> Typed:
    """A variable of the language."""
    short = name[1:].strip("{} ")
    name = f"${short}"
    if name == "$_":
        return topic(writer)
    if name == "$@":
        return Typed(ast.Name("error"))
    if name in ("$a", "$b") and writer.pair is not None:
        return Typed(ast.Name(short), writer.pair[1])
    if name in _SPECIAL:
        text, kind = _SPECIAL[name]
        return Typed(ast.parse(text, mode="eval").body, kind)
    if name == "$^S" and writer.is_last_word:
        return Typed(ast.Constant(0), "int")
    if name in pictures.PLACES:
        return Typed(ast.parse(pictures.PLACES[name], mode="eval").body)
    if name in changed_settings.PLACES:
        return Typed(values.path(changed_settings.PLACES[name]), "")
    raise Untranslatable(f"{name} has no counterpart")


def topic(writer: Writer) -> Typed:
    """``$_``."""
    if not writer.topics:
        raise Untranslatable("$_ comes from somewhere else")
    name, kind = writer.topics[-1]
    return Typed(ast.Name(name), kind)


def _captured(writer: Writer, node: Node) -> Typed:
    """``$1``, ``$&``."""
    short = (tree.variable(node) or tree.text(node))[1:].strip("{}")
    if short in captures.SIDES and not writer.matches:
        return _beside(writer, node, short)
    number = 0 if short == "&" else int(short)
    if writer.matches:
        made = values.element(ast.Name(writer.matches[-1]), ast.Constant(number))
        return Typed(made, "str" if number == 0 else "str?")
    found = writer.outline.captures.of(node)
    if found is None:
        raise Untranslatable(f"it isn't certain which match ${short} comes from")
    if not found.all()[-1].is_sure:
        writer.note(node, f"${short} is nothing where the match fails; Perl keeps an older one")
    made = _of_matches(writer, found, number)
    return Typed(made, "str" if number == 0 and found.is_sure else "str?")


def _of_matches(writer: Writer, found: captures.Capture, number: int) -> ast.expr:
    """A group of the last match that has succeeded."""
    name = ast.Name(writer.outline.captures.names[found.match.id])
    made = values.element(name, ast.Constant(number))
    if found.is_sure:
        return made
    older = found.older
    other = _of_matches(writer, older, number) if older is not None else ast.Constant(None)
    return ast.IfExp(name, made, other)


def _place_of_capture(writer: Writer, node: Node) -> Typed:
    """``$-[1]`` and ``$+[1]``: where a group begins and ends."""
    found = writer.outline.captures.of(node)
    index = node.child_by_field_name("index")
    if found is None or not found.is_sure or index is None:
        raise Untranslatable(f"it isn't certain which match {tree.text(node)} comes from")
    name = ast.Name(writer.outline.captures.names[found.match.id])
    place = ast.Attribute(name, captures.place_word(node))
    return Typed(values.call(place, [writer.integer(index)]), "int")


def _beside(writer: Writer, node: Node, short: str) -> Typed:
    """What stands before a match, and behind it."""
    found = writer.outline.captures.of(node)
    if found is None or not found.is_sure:
        raise Untranslatable(f"it isn't certain which match ${short} comes from")
    name = writer.outline.captures.names[found.match.id]
    text = f"{name}.string[: {name}.start()]" if short == "`" else f"{name}.string[{name}.end() :]"
    return Typed(ast.parse(text, mode="eval").body, "str")


def _named_capture(writer: Writer, node: Node) -> Typed:
    """``$+{name}``."""
    key = node.child_by_field_name("key")
    found = writer.outline.captures.of(node)
    if key is None or found is None:
        raise Untranslatable("it isn't certain which match %+ comes from")
    name = writer.outline.captures.names[found.match.id]
    made = values.element(ast.Name(name), writer.text(key))
    return Typed(made, "str?")


def _all_named(writer: Writer, node: Node) -> Typed:
    """``%+``."""
    found = writer.outline.captures.of(node)
    if found is None:
        raise Untranslatable("it isn't certain which match %+ comes from")
    name = writer.outline.captures.names[found.match.id]
    return call("perl_named", ast.Name(name), kind="dict:str")


def _has_key(node: Node) -> bool:
    """Whether it is the ``${$x}`` of ``"${$x}{key}"``: the grammar takes the key for text."""
    parent = node.parent
    if parent is None or parent.type not in ("string_content", "heredoc_content"):
        return False
    behind = (parent.text or b"")[node.end_byte - parent.start_byte :][:1]
    return behind in (b"{", b"[") and tree.text(node).startswith(("${", "@{"))


def _of_reference(writer: Writer, behind: Node) -> Typed:
    r"""``${\ …}`` and ``$$x``."""
    inner = tree.bare(behind)
    if inner.type == "refgen_expression" and inner.named_child_count == 1:
        return writer.value(inner.named_children[0])
    return Typed(ast.Attribute(writer.value(inner).node, "value"))


def array(writer: Writer, node: Node) -> Typed:
    """``@x``, ``@$x``, ``@{…}`` as the list itself."""
    behind = tree.dereferenced(node)
    if behind is not None:
        if _has_key(node):
            raise Untranslatable(f"a slice of {tree.text(node)} in a text")
        return list_behind(writer, behind)
    name = tree.variable(node)
    if name == "@ARGV":
        return Typed(ast.Name("argv"), "list:str")
    if name == "@_":
        if not writer.frame.arguments:
            raise Untranslatable("@_ as a whole")
        return Typed(ast.Name(writer.frame.arguments), "list")
    if name == "@INC":
        return Typed(values.path("sys.path"), "list:str")
    variable = writer.variables.of(node)
    if variable is None:
        raise Untranslatable(f"{name} has no counterpart")
    held = writer.before.kind(variable)
    return Typed(ast.Name(variable.python), f"list:{held}" if held else "list")


def list_behind(writer: Writer, behind: Node) -> Typed:
    """``@{…}``: a list for certain, or one that may not be there."""
    _refuse_name(writer, behind)
    made = writer.value(behind)
    if kinds.base(made.kind) == "list" and not made.kind.endswith("?"):
        return made
    return Typed(values.call("perl_list", [made.node]), kinds.sure(made.kind) or "list")


_STASH = "the names of a package: vars() of its class, such as vars(Sys.Virt.Domain)"


def _is_stash(text: str) -> bool:
    """``%Package::``, and the name of one in a text."""
    return text.endswith("::")


def _refuse_name(writer: Writer, behind: Node) -> None:
    """``@{"name"}`` is a variable by its name, where the script allows that."""
    node = tree.bare(behind)
    is_text = node.type in ("string_literal", "interpolated_string_literal")
    if is_text and re.search(r"\bno\s+strict\b", tree.text(writer.unit.root)):
        raise Untranslatable(f"a variable by its name, {tree.text(node)}: keep such in a dict")


def dictionary(writer: Writer, node: Node) -> Typed:
    """``%x``, ``%$x``, ``%{…}`` as the dict itself."""
    behind = tree.dereferenced(node)
    if behind is not None:
        if _is_stash(tree.text(behind).strip("\"'")):
            raise Untranslatable(_STASH)
        _refuse_name(writer, behind)
        made = writer.value(behind)
        if kinds.base(made.kind) == "dict" and not made.kind.endswith("?"):
            return made
        return Typed(values.call("perl_dict", [made.node]), kinds.sure(made.kind) or "dict")
    name = tree.variable(node)
    if _is_stash(tree.text(node)):
        raise Untranslatable(_STASH)
    if name == "%ENV":
        return Typed(values.path("os.environ"), "dict:str")
    if captures.is_capture(node):
        return _all_named(writer, node)
    variable = writer.variables.of(node)
    if variable is None:
        raise Untranslatable(f"{name} has no counterpart")
    held = writer.before.kind(variable)
    return Typed(ast.Name(variable.python), f"dict:{held}" if held else "dict")


def container(writer: Writer, node: Node) -> Typed:
    """A container by its node, whichever it is."""
    sign = (tree.variable(node) or tree.text(node))[:1]
    is_list = sign == "@" or node.type in ("array", "array_deref_expression")
    return array(writer, node) if is_list else dictionary(writer, node)


@reads("array", "array_deref_expression")
def length(writer: Writer, node: Node) -> Typed:
    """An array where one value is wanted: how many elements it has."""
    return call("len", array(writer, node).node, kind="int")


@reads("hash", "hash_deref_expression")
def size(writer: Writer, node: Node) -> Typed:
    """A hash where one value is wanted: how many keys it has."""
    return call("len", dictionary(writer, node).node, kind="int")


@reads("arraylen", "arraylen_deref_expression")
def last_index(writer: Writer, node: Node) -> Typed:
    """``$#x`` and ``$#{…}``."""
    made = counted(writer, node)
    return Typed(ast.BinOp(values.call("len", [made.node]), ast.Sub(), ast.Constant(1)), "int")


def counted(writer: Writer, node: Node) -> Typed:
    """The list whose last index is asked for."""
    behind = tree.dereferenced(node)
    if behind is not None:
        return list_behind(writer, behind)
    variable = writer.variables.of(node)
    if tree.text(node) == "$#_" and writer.frame.arguments:
        return Typed(ast.Name(writer.frame.arguments), "list")
    if tree.text(node) == "$#ARGV":
        return Typed(ast.Name("argv"), "list:str")
    if variable is None:
        raise Untranslatable(tree.text(node))
    return Typed(ast.Name(variable.python), "list")


@lists("array", "array_deref_expression")
def _array_in_list(writer: Writer, node: Node) -> list[Typed]:
    return writer.starred(array(writer, node))


@lists("hash", "hash_deref_expression")
def _hash_in_list(writer: Writer, node: Node) -> list[Typed]:
    made = dictionary(writer, node)
    return writer.starred(Typed(values.call("perl_flatten", [made.node]), "list"))


# Elements ------------------------------------------------------------------------------------


_ELEMENTS = frozenset({"hash_element_expression", "array_element_expression"})


@attrs.frozen
class Path:
    """An element by the container that it begins with, and the keys from there."""

    base: Typed
    keys: tuple[ast.expr, ...]
    #: The variable of the container, or the node that it is read from.
    root: Node
    #: The same keys as far as they are texts that are written there.
    words: tuple[str | None, ...] = ()
    #: Of each whether it is the index of a list.
    lists: tuple[bool, ...] = ()

    def is_list(self, number: int) -> bool:
        """Whether a key is the index of a list."""
        return self.lists[number]


def path(writer: Writer, node: Node) -> Path:
    """Where an element is: ``$h{a}[0]{b}``, ``$x->{a}``, ``$_[0]``."""
    keys: list[ast.expr] = []
    words: list[str | None] = []
    lists_: list[bool] = []

    def made_of(base: Typed, root: Node) -> Path:
        kept = tuple(reversed(keys)), root, tuple(reversed(words)), tuple(reversed(lists_))
        return Path(base, *kept)

    while node.type in _ELEMENTS:
        is_hash = node.type == "hash_element_expression"
        key = node.child_by_field_name("key" if is_hash else "index")
        if key is None:
            raise Untranslatable(tree.text(node))
        made = _key(writer, key) if is_hash else _index(writer, key)
        keys.append(made)
        words.append(tree.literal(key) if is_hash else None)
        lists_.append(not is_hash)
        inner = node.child_by_field_name("hash" if is_hash else "array")
        behind = tree.bare(tree.dereferenced(inner) or inner) if inner is not None else None
        if behind is not None and behind.type in _ELEMENTS:
            # ${ $h{a} }{b} is $h{a}->{b}.
            node = behind
            continue
        if inner is not None:
            return made_of(_container_of(writer, inner), inner)
        node = tree.bare(node.named_children[0])
    return made_of(writer.value(node), node)


def _container_of(writer: Writer, inner: Node) -> Typed:
    """The container of ``$x[0]``, ``$x{a}``, ``$$x{a}``, ``${$x}[0]``."""
    behind = tree.dereferenced(inner)
    if behind is not None:
        return writer.value(behind)
    return container(writer, inner)


def _key(writer: Writer, node: Node) -> ast.expr:
    word = tree.literal(node)
    if word is not None and tree.bare(node).type != "number":
        return ast.Constant(word)
    if node.type == "list_expression":
        # They are one text.
        made = writer.listed(node)
        joined = values.call("map", [ast.Name("perl_text"), made.node])
        return values.call(ast.Attribute(values.path("perl_output.keys"), "join"), [joined])
    return conversions.as_key(writer.value(node))


def _index(writer: Writer, node: Node) -> ast.expr:
    literal = tree.literal(node)
    if literal is not None and literal.isdecimal():
        return ast.Constant(int(literal))
    return writer.integer(node)


@reads("hash_element_expression", "array_element_expression")
def element(writer: Writer, node: Node) -> Typed:
    """``$h{a}``, ``$x->{a}{b}``, ``$list[0]``."""
    env = _environment(writer, node)
    if env is not None:
        return env
    if node.type == "array_element_expression" and captures.is_capture(node):
        return _place_of_capture(writer, node)
    if captures.is_capture(node):
        return _named_capture(writer, node)
    holder = node.child_by_field_name("hash")
    if holder is not None and tree.variable(holder) == "%SIG":
        return signals.read(writer, node)
    part = _of_error(writer, node) or _of_status(node)
    if part is not None:
        return part
    where = path(writer, node)
    if len(where.keys) == 1:
        return _one_level(writer, where)
    known = _known(where)
    if known is not None:
        return known
    return call("perl_get", where.base.node, *where.keys)


def _of_status(node: Node) -> Typed | None:
    """``$!{ENOENT}``: whether that is what happened."""
    holder = node.child_by_field_name("hash")
    name = tree.literal(node.child_by_field_name("key"))
    if holder is None or name is None or tree.variable(holder) != "%!":
        return None
    if not hasattr(errno, name):
        raise Untranslatable(f"the error {name}")
    number = values.call("perl_number", [values.path("perl_status.error")])
    return Typed(ast.Compare(number, [ast.Eq()], [values.path(f"errno.{name}")]), "truth")


def _environment(writer: Writer, node: Node) -> Typed | None:
    holder = node.child_by_field_name("hash")
    key = node.child_by_field_name("key")
    if holder is None or key is None or tree.variable(holder) != "%ENV":
        return None
    return Typed(values.call("os.environ.get", [_key(writer, key)]), "str?")


def _of_error(writer: Writer, node: Node) -> Typed | None:
    """``$@->{code}``: the hash of an error of Sys::Virt is none in Python."""
    if node.child_by_field_name("hash") is not None or node.type != "hash_element_expression":
        return None
    base, key = node.named_children[0], tree.literal(node.child_by_field_name("key"))
    if key not in objects.ERROR_PARTS or not objects.is_error(writer.unit, tree.bare(base)):
        return None
    return call("perl_error_part", writer.value(base).node, ast.Constant(key))


def _known(where: Path) -> Typed | None:
    """Keys that what a method of Sys::Virt gave has for certain."""
    kind, node = where.base.kind, where.base.node
    for key, word in zip(where.keys, where.words, strict=True):
        found = kinds.of_key(kind, word) if word is not None else None
        if found is None or kind.endswith("?"):
            return None
        node, kind = values.element(node, key), found
    return Typed(node, kind)


def method(writer: Writer, base: Typed, name: str, given: Sequence[ast.expr]) -> ast.Call:
    """A method of a dict or list: the own one, where a class of the script has the same name."""
    if writer.outline.methods(name):
        return values.call(f"{kinds.base(base.kind)}.{name}", [base.node, *given])
    return values.call(ast.Attribute(base.node, name), list(given))


def _one_level(writer: Writer, where: Path) -> Typed:
    (key,) = where.keys
    base = where.base
    if kinds.OF_METHOD in base.kind:
        known = _known(where)
        if known is not None:
            return known
    is_sure = not base.kind.endswith("?")
    if kinds.OF_METHOD in base.kind and not isinstance(key, ast.Constant):
        return call("perl_get", base.node, key)
    if kinds.base(base.kind) == "dict" and is_sure:
        if is_inside(writer, where, key):
            return Typed(values.element(base.node, key), kinds.inside(base.kind))
        held = kinds.maybe(kinds.inside(base.kind))
        return Typed(method(writer, base, "get", [key]), held)
    if kinds.base(base.kind) == "list" and is_sure:
        held = kinds.inside(base.kind)
        if is_inside(writer, where, key):
            return Typed(values.element(base.node, key), held)
        return call("perl_get", base.node, key, kind=kinds.maybe(held))
    return call("perl_get", base.node, key)


def is_inside(writer: Writer, where: Path, key: ast.expr) -> bool:
    """Whether an index is one of the list for certain: that of a loop over its indexes."""
    if not isinstance(key, ast.Name) or not isinstance(where.base.node, ast.Name):
        return False
    return (key.id, where.base.node.id) in writer.outline.indexes


# Slices --------------------------------------------------------------------------------------


def sliced(writer: Writer, node: Node, base: Typed | None = None) -> Typed:
    """``@h{qw(a b)}``, ``@x[1, 2]``, ``@$x{…}``; ``base`` is the container, if that is known."""
    holder = node.child_by_field_name("hash") or node.child_by_field_name("array")
    is_hash = node.child_by_field_name("hash") is not None
    given = [each for each in node.named_children if not tree.same(each, holder)]
    if holder is None:
        # $x->@{…}, $x->@[…]
        holder, *given = node.named_children
        is_hash = "{" in {each.type for each in node.children} or "@{" in tree.text(node)
        base = writer.value(holder)
    else:
        base = base or _container_of(writer, holder)
    keys = slice_keys(writer, given, is_hash=is_hash)
    return Typed(values.call("perl_slice", [base.node, keys]), "list")


def slice_keys(writer: Writer, nodes: list[Node], *, is_hash: bool) -> ast.expr:
    """The keys of a slice as a list."""
    convert, wanted = ("perl_text", "str") if is_hash else ("perl_integer", "int")
    made: list[ast.expr] = []
    for each in writer.items(nodes):
        if isinstance(each.node, ast.Starred):
            inner = each.node.value
            if kinds.inside(each.kind) != wanted:
                inner = values.call("map", [ast.Name(convert), inner])
            made.append(ast.Starred(inner))
        else:
            made.append(conversions.as_key(each) if is_hash else conversions.as_integer(each))
    if len(made) == 1 and isinstance(made[0], ast.Starred):
        return made[0].value
    return ast.List(made)


@lists("slice_expression")
def _slice_in_list(writer: Writer, node: Node) -> list[Typed]:
    return writer.starred(sliced(writer, node))


@reads("slice_expression")
def _last_of_slice(writer: Writer, node: Node) -> Typed:
    return call("perl_last", sliced(writer, node).node)


@lists("keyval_expression")
def _pairs_in_list(writer: Writer, node: Node) -> list[Typed]:
    holder = node.child_by_field_name("hash") or node.child_by_field_name("array")
    if holder is None:
        raise Untranslatable(tree.text(node))
    is_hash = node.child_by_field_name("hash") is not None
    given = [each for each in node.named_children if not tree.same(each, holder)]
    base = _container_of(writer, holder)
    keys = slice_keys(writer, given, is_hash=is_hash)
    return writer.starred(Typed(values.call("perl_pair_slice", [base.node, keys]), "list"))


def list_slice(writer: Writer, node: Node) -> Typed:
    """``(…)[1, 2]``."""
    listed = node.child_by_field_name("list")
    given = [each for each in node.named_children if not tree.same(each, listed)]
    if listed is None:
        raise Untranslatable(tree.text(node))
    made = writer.listed(listed)
    keys = slice_keys(writer, given, is_hash=False)
    return Typed(values.call("perl_list_slice", [_as_list(made), keys]), "list")


def _as_list(made: Typed) -> ast.expr:
    is_list = made.is_new or isinstance(made.node, ast.Name)
    return made.node if is_list else values.call("list", [made.node])


@lists("anonymous_slice_expression")
def _list_slice_in_list(writer: Writer, node: Node) -> list[Typed]:
    return writer.starred(list_slice(writer, node))


@reads("anonymous_slice_expression")
def _one_of_list(writer: Writer, node: Node) -> Typed:
    """``(…)[0]``: of a list that one element."""
    listed = node.child_by_field_name("list")
    if listed is None:
        raise Untranslatable(tree.text(node))
    given = [each for each in node.named_children if not tree.same(each, listed)]
    if len(given) != 1 or given[0].type in ("list_expression", "quoted_word_list"):
        return call("perl_last", list_slice(writer, node).node)
    made = writer.listed(listed)
    index = _index(writer, given[0])
    known = isinstance(index, ast.Constant) and isinstance(made.node, ast.Tuple | ast.List)
    if known and made.kind.startswith("tuple"):
        return Typed(values.element(made.node, index))
    return call("perl_get", _as_list(made), index, kind=kinds.maybe(kinds.inside(made.kind)))

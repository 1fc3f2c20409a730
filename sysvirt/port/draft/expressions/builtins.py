"""Perl's own functions whose arguments aren't only values: places, containers, blocks."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import TYPE_CHECKING

from sysvirt.port.draft.expressions import (
    access,
    dying,
    ending,
    formats,
    handlers,
    matching,
    overloading,
    positions,
    quoting,
    settings,
    symbols,
    targets,
)
from sysvirt.port.draft.known import kinds
from sysvirt.port.draft.writing import conversions
from sysvirt.port.draft.writing.lines import further_in
from sysvirt.port.draft.writing.typed import Typed, constant
from sysvirt.port.draft.writing.writer import Writer, call, spread
from sysvirt.port.draft.writing.written import unparse
from sysvirt.port.parser import tree
from sysvirt.port.python import values
from sysvirt.port.python.refusing import Untranslatable

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.draft.known.outline import Sub
    from sysvirt.port.parser.tree import Call

    Special = Callable[[Writer, Call], Typed]

#: Functions of the language: what the script has by their names needs ``&``.
_BUILT_IN = frozenset(
    [
        "abs", "accept", "alarm", "atan2", "bind", "binmode", "bless", "chdir", "chmod", "chomp",
        "chop", "chown", "chr", "chroot", "close", "closedir", "connect", "cos", "crypt", "delete",
        "die", "each", "eof", "exec", "exists", "exit", "exp", "fileno", "flock", "fork",
        "getppid", "glob", "gmtime", "grep", "hex", "index", "int", "join", "keys", "kill", "lc",
        "lcfirst", "length", "link", "listen", "localtime", "log", "lstat", "map", "mkdir", "oct",
        "open", "opendir", "ord", "pack", "pipe", "pop", "pos", "print", "printf", "push",
        "quotemeta", "rand", "read", "readdir", "readline", "ref", "rename", "reset", "reverse",
        "rewinddir", "rindex", "rmdir", "seek", "select", "shift", "shutdown", "sin", "sleep",
        "socket", "socketpair", "sort", "splice", "split", "sprintf", "sqrt", "srand", "stat",
        "substr", "symlink", "sysopen", "sysread", "system", "syswrite", "tell", "time",
        "truncate", "uc", "ucfirst", "umask", "undef", "unlink", "unpack", "unshift", "utime",
        "values", "vec", "wait", "waitpid", "wantarray", "warn", "write",
    ]
)  # fmt: skip
_ARRAYS = frozenset({"array", "array_deref_expression"})


def own(writer: Writer, given: Call, package: str) -> Sub | None:
    """The sub of the script that is called; none where the language has a function of that name."""
    if given.name in _BUILT_IN and not tree.text(given.node).startswith("&"):
        return None
    return writer.outline.sub(given.name, package)


def one(given: Call) -> Node:
    """The only argument."""
    if len(given.arguments) != 1:
        raise Untranslatable(f"{given.name} with {len(given.arguments)} arguments")
    return given.arguments[0]


def one_or_topic(writer: Writer, given: Call) -> Typed:
    """The only argument, or ``$_``."""
    return writer.value(one(given)) if given.arguments else access.topic(writer)


# Is it there? --------------------------------------------------------------------------------


def _defined(writer: Writer, given: Call) -> Typed:
    if not given.arguments:
        made = access.topic(writer)
    else:
        node = tree.bare(one(given))
        if node.type in ("array", "hash"):
            made = writer.value(node)
            return Typed(values.call("bool", [made.node]), "truth")
        if tree.text(node).startswith("&"):
            return symbols.defined(writer, node)
        made = writer.value(node)
    return Typed(ast.Compare(made.node, [ast.IsNot()], [ast.Constant(None)]), "truth")


def _exists(writer: Writer, given: Call) -> Typed:
    node = tree.bare(one(given))
    holder = node.child_by_field_name("hash")
    if holder is not None and tree.variable(holder) == "%ENV":
        key = node.child_by_field_name("key")
        if key is not None:
            made = ast.Compare(writer.text(key), [ast.In()], [values.path("os.environ")])
            return Typed(made, "truth")
    if node.type not in ("hash_element_expression", "array_element_expression"):
        raise Untranslatable(f"exists of {tree.text(node)}")
    where = access.path(writer, node)
    is_dict = kinds.base(where.base.kind) == "dict" and not where.base.kind.endswith("?")
    if len(where.keys) == 1 and is_dict:
        return Typed(ast.Compare(where.keys[0], [ast.In()], [where.base.node]), "truth")
    return Typed(values.call("perl_exists", [where.base.node, *where.keys]), "truth")


def _delete(writer: Writer, given: Call) -> Typed:
    node = tree.bare(one(given))
    if node.type == "slice_expression":
        return call("perl_last", _deleted_slice(writer, node).node)
    holder = node.child_by_field_name("hash")
    if holder is not None and tree.variable(holder) == "%ENV":
        key = node.child_by_field_name("key")
        if key is not None:
            return call("os.environ.pop", writer.text(key), ast.Constant(None), kind="str?")
    if node.type not in ("hash_element_expression", "array_element_expression"):
        raise Untranslatable(f"delete of {tree.text(node)}")
    where = access.path(writer, node)
    is_dict = kinds.base(where.base.kind) == "dict" and not where.base.kind.endswith("?")
    if len(where.keys) == 1 and is_dict:
        held = kinds.maybe(kinds.inside(where.base.kind))
        popped = access.method(writer, where.base, "pop", [where.keys[0], ast.Constant(None)])
        return Typed(popped, held)
    return call("perl_delete", where.base.node, *where.keys)


def _deleted_slice(writer: Writer, node: Node) -> Typed:
    made = access.sliced(writer, node).node
    arguments = made.args if isinstance(made, ast.Call) else []
    return Typed(values.call("perl_delete_slice", arguments), "list", is_new=True)


def _deleted(writer: Writer, given: Call) -> Typed:
    """``delete`` in a list, where a slice gives all that was there."""
    node = tree.bare(one(given))
    is_slice = node.type == "slice_expression"
    return _deleted_slice(writer, node) if is_slice else _delete(writer, given)


# Lists ---------------------------------------------------------------------------------------


def mutable(writer: Writer, node: Node) -> Typed:
    """An array that is changed: made where it isn't there yet."""
    node = tree.bare(node)
    behind = tree.dereferenced(node)
    if behind is None:
        return access.array(writer, node)
    return list_of(writer, behind)


def list_of(writer: Writer, behind: Node) -> Typed:
    """The array of a reference, which is made where there is none yet."""
    inner = _made_if_missing(tree.bare(behind))
    if inner.type in ("hash_element_expression", "array_element_expression"):
        return _list_at(writer, inner)
    if inner.type == "scalar" and kinds.base(writer.value(inner).kind) != "list":
        place = targets.target(writer, inner)
        name = unparse(place.read.node)
        writer.share(inner)
        writer.ahead += [f"if {name} is None:", f"    {name} = []"]
        return Typed(place.read.node, "list")
    return access.list_behind(writer, behind)


def mutable_hash(writer: Writer, node: Node) -> Typed:
    """``%{…}`` that is changed: made where it isn't there yet."""
    behind = tree.dereferenced(tree.bare(node))
    return access.dictionary(writer, node) if behind is None else hash_behind(writer, behind)


def hash_behind(writer: Writer, behind: Node) -> Typed:
    """The hash of a reference, which is made where there is none yet."""
    inner = tree.bare(behind)
    if inner.type in ("hash_element_expression", "array_element_expression"):
        where = access.path(writer, inner)
        is_one = len(where.keys) == 1
        variable = writer.variables.of(where.root)
        writer.hold(variable, "dict" if is_one else targets.where_kind(where))
        base = targets.container(writer, where)
        return Typed(values.call("perl_dict_at", [base.node, *where.keys]), "dict")
    made = writer.value(inner)
    if kinds.base(made.kind) == "dict" and not made.kind.endswith("?"):
        return made
    if inner.type == "scalar" and tree.dereferenced(inner) is None:
        place = targets.target(writer, inner)
        name = unparse(place.read.node)
        writer.share(inner)
        new = place.store(Typed(ast.Dict([], []), "dict"))
        writer.ahead += [f"if {name} is None:", *further_in(new)]
        return Typed(place.read.node, "dict")
    return Typed(values.call("perl_dict", [made.node]), "dict")


def _made_if_missing(node: Node) -> Node:
    """The place of ``$h{x} ||= []``: a list is made where none is anyway."""
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    is_given = node.type == "assignment_expression" and tree.operator(node) in ("||=", "//=")
    if not is_given or left is None or right is None or right.named_child_count:
        return node
    return left if right.type == "anonymous_array_expression" else node


def _list_at(writer: Writer, node: Node) -> Typed:
    where = access.path(writer, node)
    variable = writer.variables.of(where.root)
    writer.hold(variable, "list" if len(where.keys) == 1 else targets.where_kind(where))
    is_dict = kinds.base(where.base.kind) == "dict" and not where.base.kind.endswith("?")
    if len(where.keys) == 1 and is_dict:
        given = [where.keys[0], ast.List([])]
        return Typed(access.method(writer, where.base, "setdefault", given), "list")
    base = targets.container(writer, where)
    return Typed(values.call("perl_list_at", [base.node, *where.keys]), "list")


def _pushed(writer: Writer, given: Call) -> Typed:
    made, lines = pushed(writer, given)
    writer.ahead += lines
    return call("len", made.node, kind="int")


def pushed(writer: Writer, given: Call) -> tuple[Typed, list[str]]:
    """The array, and the line that puts something there."""
    array, *rest = given.arguments
    made = mutable(writer, array)
    items = spread(writer.items(rest))
    variable = writer.variables.of(tree.bare(array))
    for each in items:
        is_star = isinstance(each.node, ast.Starred)
        writer.hold(variable, kinds.inside(each.kind) if is_star else each.kind)
    return made, [_push_line(writer, made, items, is_first=given.name.endswith("unshift"))]


def _push_line(writer: Writer, made: Typed, items: list[Typed], *, is_first: bool) -> str:
    if is_first:
        start = ast.Slice(None, ast.Constant(0))
        line = f"{unparse(values.element(made.node, start))} = "
        return line + unparse(ast.List([each.node for each in items]))
    name, given = _put_last([each.node for each in items])
    return unparse(access.method(writer, Typed(made.node, "list"), name, [given]))


def _put_last(nodes: list[ast.expr]) -> tuple[str, ast.expr]:
    """The method of a list that puts values at its end, and what it is given."""
    if len(nodes) != 1:
        return "extend", ast.List(nodes)
    (node,) = nodes
    return ("extend", node.value) if isinstance(node, ast.Starred) else ("append", node)


def _shifted(writer: Writer, given: Call) -> Typed:
    made = _argument_list(writer) if not given.arguments else mutable(writer, one(given))
    kind = kinds.maybe(kinds.inside(made.kind))
    position = [ast.Constant(0)] if given.name == "shift" else []
    taken = access.method(writer, Typed(made.node, "list"), "pop", position)
    return Typed(ast.IfExp(made.node, taken, ast.Constant(None)), kind)


def _argument_list(writer: Writer) -> Typed:
    """What ``shift`` alone takes from."""
    frame = writer.frame
    if frame.node is None and not frame.arguments:
        return Typed(ast.Name("argv"), "list:str")
    if not frame.arguments:
        raise Untranslatable("@_ that was taken apart already")
    return Typed(ast.Name(frame.arguments), "list")


def _spliced(writer: Writer, given: Call) -> Typed:
    array, *rest = given.arguments
    made = mutable(writer, array)
    variable = writer.variables.of(tree.bare(array))
    bounds: list[ast.expr] = [writer.integer(each) for each in rest[:2]]
    items = writer.items(rest[2:])
    for each in items:
        writer.hold(variable, "" if isinstance(each.node, ast.Starred) else each.kind)
    new = [each.node for each in items]
    return Typed(values.call("perl_splice", [made.node, *bounds, *new]), made.kind)


def of_hash(writer: Writer, node: Node) -> Typed:
    """The dict, or the list, that ``keys`` and its like look at."""
    node = tree.bare(node)
    if node.type in _ARRAYS:
        return access.array(writer, node)
    if node.type in ("hash", "hash_deref_expression"):
        return access.dictionary(writer, node)
    made = writer.value(node)
    return Typed(values.call("perl_dict", [made.node]), "dict")


def _keys(writer: Writer, given: Call) -> Typed:
    made = of_hash(writer, one(given))
    if kinds.base(made.kind) == "list":
        length = values.call("len", [made.node])
        return Typed(values.call("list", [values.call("range", [length])]), "list:int")
    return Typed(values.call("list", [made.node]), "list:str", is_new=True)


def _values(writer: Writer, given: Call) -> Typed:
    made = of_hash(writer, one(given))
    held = kinds.inside(made.kind)
    if kinds.base(made.kind) == "list":
        return made
    got = values.call("list", [access.method(writer, made, "values", [])])
    return Typed(got, f"list:{held}" if held else "list", is_new=True)


def _each(writer: Writer, given: Call) -> Typed:
    return Typed(values.call("perl_each", [of_hash(writer, one(given)).node]), "list")


def _reversed(writer: Writer, given: Call) -> Typed:
    made = writer.listed(list(given.arguments))
    turned = values.call("reversed", [_sequence(made)])
    return Typed(values.call("list", [turned]), made.kind, is_new=True)


def _sequence(made: Typed) -> ast.expr:
    is_sequence = isinstance(made.node, ast.Name | ast.List | ast.ListComp) or made.is_new
    is_range = isinstance(made.node, ast.Call) and ast.unparse(made.node.func) == "range"
    return made.node if is_sequence or is_range else values.call("list", [made.node])


def _reversed_text(writer: Writer, given: Call) -> Typed:
    made = writer.listed(list(given.arguments))
    text = quoting.joined_by(ast.Constant(""), made)
    backwards = ast.Slice(None, None, ast.UnaryOp(ast.USub(), ast.Constant(1)))
    return Typed(values.element(text, backwards), "str")


def _scalar(writer: Writer, given: Call) -> Typed:
    return writer.value(one(given))


def _count_of_keys(writer: Writer, given: Call) -> Typed:
    return call("len", of_hash(writer, one(given)).node, kind="int")


def _joined(writer: Writer, given: Call) -> Typed:
    separator, *rest = given.arguments
    made = writer.listed(rest)
    return Typed(quoting.joined_by(writer.text(separator), made), "str")


def _split(writer: Writer, given: Call) -> Typed:
    if not given.arguments:
        return _words(conversions.as_text(access.topic(writer)))
    node, *rest = given.arguments
    text = writer.value(rest[0]) if rest else access.topic(writer)
    arguments = [conversions.as_text(text)]
    arguments += [writer.integer(each) for each in rest[1:]]
    node = tree.bare(node)
    if node.type in ("match_regexp", "quoted_regexp"):
        made = matching.pattern(writer, node, for_split=True)
        whole: ast.expr = made.pattern
        if made.flags is not None:
            whole = values.call("re.compile", [made.pattern, made.flags])
    else:
        literal = tree.literal(node)
        if literal == " " and not rest[1:]:
            return _words(arguments[0])
        whole = writer.value(node).node
    return Typed(values.call("perl_split", [whole, *arguments]), "list:str", is_new=True)


def _words(text: ast.expr) -> Typed:
    """``split ' '``: Python's own split knows more blanks than Perl's, those behind ASCII."""
    is_plain = isinstance(text, ast.Constant) and str(text.value).isascii()
    if is_plain:
        made = values.call(ast.Attribute(text, "split"), [])
    else:
        made = values.call("perl_split", [ast.Constant(" "), text])
    return Typed(made, "list:str", is_new=True)


def _sprintf(writer: Writer, given: Call) -> Typed:
    return Typed(formats.formatted(writer, given.arguments), "str")


# Others --------------------------------------------------------------------------------------


def _packed(writer: Writer, given: Call) -> Typed:
    template, *rest = given.arguments
    made = writer.listed(rest)
    return Typed(values.call("perl_pack", [writer.text(template), made.node]), "bytes")


def _unpacked(writer: Writer, given: Call) -> Typed:
    template, *rest = given.arguments
    data = writer.value(rest[0]) if rest else access.topic(writer)
    return Typed(values.call("perl_unpack", [writer.text(template), data.node]), "list")


def _first_of(made: Typed) -> Typed:
    return Typed(values.call("perl_get", [made.node, ast.Constant(0)]))


def _vec(writer: Writer, given: Call) -> Typed:
    value, offset, bits = given.arguments
    made = [writer.value(value).node, writer.integer(offset), writer.integer(bits)]
    return call("perl_vec", *made, kind="int")


def _ref(writer: Writer, given: Call) -> Typed:
    made = one_or_topic(writer, given)
    return Typed(values.call("perl_ref", [made.node]), "str")


def _undef(writer: Writer, given: Call) -> Typed:
    if not given.arguments:
        return constant(None)
    node = tree.bare(one(given))
    if node.type == "array":
        writer.ahead.append(f"{unparse(access.array(writer, node).node)}.clear()")
    elif node.type == "hash":
        writer.ahead.append(f"{unparse(access.dictionary(writer, node).node)}.clear()")
    else:
        writer.ahead += targets.target(writer, node).store(constant(None))
    return constant(None)


def _wantarray(writer: Writer, _given: Call) -> Typed:
    if not writer.frame.is_asked:
        raise Untranslatable("wantarray of code without a name")
    return Typed(ast.Name("wantarray"), "bool")


def _bless(writer: Writer, given: Call) -> Typed:
    fields, *rest = given.arguments
    package = tree.package(given.node)
    cls = _class(writer, rest[0]) if rest else writer.outline.class_path(package)
    made = writer.value(fields)
    if writer.outline.is_of_virt(package):
        return Typed(values.call("perl_become", [made.node, cls]))
    if _is_kept(writer, fields):
        writer.note(
            given.node, "bless makes a new object here: what has kept the old one keeps that"
        )
    is_array = package in writer.outline.arrays
    kind = "list" if is_array else "dict"
    return Typed(values.call(cls, [made.node]), kind if not writer.outline.overloaded else "")


def _is_kept(writer: Writer, node: Node) -> bool:
    """Whether something else has what a variable stands for, before it is blessed."""
    around = tree.sub(node) or writer.unit.root
    variable = writer.variables.of(tree.bare(node))
    return variable is not None and any(
        each.type == "scalar"
        and each.start_byte < node.start_byte
        and writer.variables.of(each) is variable
        and _is_handed_on(each)
        for each in tree.walk(around)
    )


def _is_handed_on(node: Node) -> bool:
    """Whether a variable is an element of a list, an argument, or what is assigned."""
    outer = tree.outermost(node)
    parent = outer.parent
    if parent is None:
        return False
    if parent.type == "assignment_expression":
        return tree.is_field(outer, parent, "right")
    return parent.type in ("list_expression", "function_call_expression") or (
        parent.type == "method_call_expression" and not tree.is_field(outer, parent, "invocant")
    )


def _class(writer: Writer, node: Node) -> ast.expr:
    node = tree.bare(node)
    name = tree.literal(node)
    if name is not None:
        return writer.outline.class_path(name)
    if tree.text(node) == "__PACKAGE__":
        return writer.outline.class_path(tree.package(node))
    call = tree.call(node)
    if call is not None and call.name == "ref" and len(call.arguments) == 1:
        return values.call("perl_class_of", [writer.value(call.arguments[0]).node])
    if tree.operator(node) in ("||", "or"):
        # ref($class) || $class
        right = node.child_by_field_name("right")
        if right is not None:
            return values.call("perl_class_of", [writer.value(right).node])
    return writer.value(node).node


def _uc(name: str) -> Special:
    def changed(writer: Writer, given: Call) -> Typed:
        text = conversions.as_text(one_or_topic(writer, given))
        return Typed(values.call(ast.Attribute(text, name), []), "str")

    return changed


def _length(writer: Writer, given: Call) -> Typed:
    made = one_or_topic(writer, given)
    if made.kind.endswith("?") or made.kind in ("", "bytes"):
        return Typed(values.call("perl_length", [made.node]), "int?")
    return call("len", conversions.as_text(made), kind="int")


def _abs(writer: Writer, given: Call) -> Typed:
    made = one_or_topic(writer, given)
    overloaded = overloading.of_one(writer, "abs", made)
    if overloaded is not None:
        return overloaded
    kind = made.kind if made.kind in kinds.NUMBERS else "num"
    return call("abs", conversions.as_number(made), kind=kind)


def _int(writer: Writer, given: Call) -> Typed:
    return Typed(conversions.as_integer(one_or_topic(writer, given)), "int")


def _substr(writer: Writer, given: Call) -> Typed:
    if len(given.arguments) == 4:
        return _substr_replaced(writer, given)
    text, *bounds = given.arguments
    made = [writer.text(text), *(writer.integer(each) for each in bounds)]
    start = made[1]
    is_plain = isinstance(start, ast.Constant) and isinstance(start.value, int) and start.value == 0
    end = made[2].value if len(made) == 3 and isinstance(made[2], ast.Constant) else None
    if is_plain and isinstance(end, int) and end >= 0:
        return Typed(values.element(made[0], ast.Slice(None, made[2])), "str")
    return call("perl_substr", *made, kind="str?")


def _substr_replaced(writer: Writer, given: Call) -> Typed:
    """``substr($x, 0, 2, …)`` whose value is used: what was there."""
    place = targets.target(writer, given.arguments[0])
    start, length = (writer.integer(each) for each in given.arguments[1:3])
    text = conversions.as_text(place.read)
    put = writer.text(given.arguments[3])
    name = writer.name("part")
    writer.ahead.append(f"{name} = {unparse(values.call('perl_substr', [text, start, length]))}")
    made = values.call("perl_replaced", [text, start, length, put])
    writer.ahead += place.store(Typed(made, "str"))
    return Typed(ast.Name(name), "str?")


def _died(writer: Writer, given: Call) -> Typed:
    """``die`` inside of an expression."""
    made = dying.died(writer, given)
    return Typed(values.call(handlers.helper(writer, "perl_die"), made.args))


def _exited(writer: Writer, given: Call) -> Typed:
    status = writer.integer(given.arguments[0]) if given.arguments else ast.Constant(0)
    return Typed(values.call("sys.exit", [ending.status(writer, status)]))


def _warned(writer: Writer, given: Call) -> Typed:
    return Typed(
        values.call(
            handlers.helper(writer, "perl_warn"),
            dying.died(writer, given, "Warning: something's wrong").args,
        )
    )


def _caller(_writer: Writer, given: Call) -> Typed:
    """``caller`` at the level of the file: whether another one reads it."""
    if given.arguments or tree.sub(given.node) is not None:
        raise Untranslatable("the function caller")
    made = ast.Compare(ast.Name("__name__"), [ast.NotEq()], [ast.Constant("__main__")])
    return Typed(made, "truth")


#: As one value.
SPECIALS: dict[str, Special] = {
    "abs": _abs,
    "caller": _caller,
    "carp": _warned,
    "confess": _died,
    "croak": _died,
    "die": _died,
    "exit": _exited,
    "warn": _warned,
    "bless": _bless,
    "defined": _defined,
    "pos": positions.read,
    "select": settings.selected,
    "delete": _delete,
    "exists": _exists,
    "int": _int,
    "join": _joined,
    "keys": _count_of_keys,
    "lc": _uc("lower"),
    "length": _length,
    "pop": _shifted,
    "push": _pushed,
    "ref": _ref,
    "reverse": _reversed_text,
    "scalar": _scalar,
    "shift": _shifted,
    "pack": _packed,
    "unpack": lambda writer, given: _first_of(_unpacked(writer, given)),
    "vec": _vec,
    "splice": lambda writer, given: call("perl_last", _spliced(writer, given).node),
    "split": lambda writer, given: call("len", _split(writer, given).node, kind="int"),
    "sprintf": _sprintf,
    "substr": _substr,
    "uc": _uc("upper"),
    "undef": _undef,
    "unshift": _pushed,
    "values": _count_of_keys,
    "wantarray": _wantarray,
}
#: In a list.
LIST_SPECIALS: dict[str, Special] = {
    "delete": _deleted,
    "each": _each,
    "keys": _keys,
    "reverse": _reversed,
    "splice": _spliced,
    "split": _split,
    "unpack": _unpacked,
    "values": _values,
}

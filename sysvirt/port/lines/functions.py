"""Perl's own functions, and those of the script."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from sysvirt.port.parser import tree
from sysvirt.port.python import values
from sysvirt.port.python.names import python_name
from sysvirt.port.python.refusing import Untranslatable

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.lines.expressions import Expressions
    from sysvirt.port.parser.tree import Call

#: What has a meaning of its own in Perl, and no simple counterpart.
_WORDS = """
    accept alarm atan2 bind binmode bless caller chdir chmod chomp chop chown chr chroot close
    closedir connect continue cos crypt dbmclose dbmopen default die do dump each endgrent eof eval
    exec exit exp fcntl fileno flock fork format formline getc getppid getpwnam getpwuid glob gmtime
    goto import ioctl kill last lcfirst link listen local localtime log lstat map mkdir mkfifo my
    next no open opendir ord our pack pipe pop pos print printf prototype push quotemeta rand read
    readdir readline readlink readpipe recv redo ref rename require reset return rewinddir rindex
    rmdir say seek select send setsockopt shift shutdown sin sleep socket sort splice sqrt srand
    stat state study sub substr symlink syscall sysopen sysread sysseek system syswrite tell tie
    tied truncate umask undef unlink unpack unshift untie use utime vec wait waitpid wantarray warn
    write try catch finally first any all none sum sum0 min max reduce shuffle croak confess carp
    cluck Dumper blessed reftype looks_like_number
"""
_OTHERS = frozenset(_WORDS.split())
#: A format that means the same in both languages.
_SIMPLE_FORMAT = re.compile(r"(?:[^%]|%%|%[-+0 #]*\d*(?:\.\d+)?[sdifgexXoc])*\Z", re.DOTALL)
#: The functions that give a list.
LISTS = frozenset({"keys", "reverse", "split", "uniq", "values"})


def own_name(name: str) -> str:
    """The name of a function of the script."""
    return python_name(name)


def write(expressions: Expressions, call: Call) -> ast.expr:
    """A call of a function."""
    if call.block is not None:
        raise Untranslatable(call.name)
    known = _WRITERS.get(call.name)
    if known is not None:
        return known(expressions, call)
    if call.name in _OTHERS or not re.match(r"[A-Za-z_]\w*\Z", call.name, re.ASCII):
        raise Untranslatable(call.name)
    if call.node.type not in ("function_call_expression", "ambiguous_function_call_expression"):
        raise Untranslatable(call.name)
    return values.call(own_name(call.name), expressions.arguments(call.arguments))


def _one(call: Call) -> Node:
    if len(call.arguments) != 1:
        raise Untranslatable(call.name)
    return call.arguments[0]


def _defined(expressions: Expressions, call: Call) -> ast.expr:
    made = _gotten(expressions, _one(call))
    return ast.Compare(made, [ast.IsNot()], [ast.Constant(None)])


def _gotten(expressions: Expressions, node: Node) -> ast.expr:
    """A value that may not be there: ``h.get("k")``."""
    made = expressions.value(node)
    if node.type == "hash_element_expression" and isinstance(made, ast.Subscript):
        return values.call(ast.Attribute(made.value, "get"), [made.slice])
    return made


def _element(expressions: Expressions, call: Call) -> ast.Subscript:
    node = _one(call)
    made = expressions.value(node)
    if node.type != "hash_element_expression" or not isinstance(made, ast.Subscript):
        raise Untranslatable(call.name)
    return made


def _exists(expressions: Expressions, call: Call) -> ast.expr:
    made = _element(expressions, call)
    return ast.Compare(made.slice, [ast.In()], [made.value])


def _delete(expressions: Expressions, call: Call) -> ast.expr:
    made = _element(expressions, call)
    return values.call(ast.Attribute(made.value, "pop"), [made.slice, ast.Constant(None)])


def _join(expressions: Expressions, call: Call) -> ast.expr:
    if len(call.arguments) < 2:
        raise Untranslatable("join")
    separator, *rest = call.arguments
    through = (
        expressions.listed(rest[0]) if len(rest) == 1 else ast.List(expressions.elements(rest))
    )
    if not all(_gives_texts(expressions, each) for each in rest):
        through = values.call("map", [ast.Name("str"), through])
    return values.call(ast.Attribute(expressions.value(separator), "join"), [through])


def _gives_texts(expressions: Expressions, node: Node) -> bool:
    """Whether a list is one of texts for certain."""
    node = tree.bare(node)
    if node.type == "sort_expression":
        through = node.child_by_field_name("list")
        return through is not None and _gives_texts(expressions, through)
    if node.type == "map_grep_expression":
        callback = node.child_by_field_name("callback")
        inside = (
            callback.named_children[0]
            if callback is not None and callback.named_child_count
            else None
        )
        if inside is not None and inside.type == "expression_statement":
            inside = inside.named_children[0]
        return inside is not None and expressions.shapes.of(inside) == "str"
    if node.type == "quoted_word_list":
        return True
    call = tree.call(node)
    if call is not None and call.receiver is None and call.name == "keys":
        return True
    return expressions.shapes.of(node) == "str"


def _sprintf(expressions: Expressions, call: Call) -> ast.expr:
    return formatted(expressions, call.arguments)


def formatted(expressions: Expressions, arguments: tuple[Node, ...]) -> ast.expr:
    """A format with its values: ``"%s" % x``."""
    if not arguments:
        raise Untranslatable("sprintf")
    form = expressions.value(arguments[0])
    if not isinstance(form, ast.Constant) or not isinstance(form.value, str):
        raise Untranslatable("a format that isn't written there")
    if not _SIMPLE_FORMAT.match(form.value):
        raise Untranslatable(form.value)
    given = [_in_format(expressions, each) for each in arguments[1:]]
    if not given:
        return ast.Constant(form.value.replace("%%", "%"))
    one = (
        given[0] if len(given) == 1 and not isinstance(given[0], ast.Starred) else ast.Tuple(given)
    )
    return ast.BinOp(form, ast.Mod(), one)


def _in_format(expressions: Expressions, node: Node) -> ast.expr:
    if expressions.is_many(node):
        return ast.Starred(expressions.listed(node))
    if tree.operator(node) == "/":
        return expressions.quotient(node)
    return expressions.in_text(node)


def _scalar(expressions: Expressions, call: Call) -> ast.expr:
    node = _one(call)
    inner = tree.call(node)
    if inner is not None and inner.receiver is None and inner.name in ("keys", "values"):
        return values.call("len", [expressions.hash(_hash(inner))])
    if node.type in ("map_grep_expression", "sort_expression"):
        return values.call("len", [expressions.listed(node)])
    return expressions.value(node)


def gone_through(expressions: Expressions, node: Node) -> ast.expr:
    """A list that is only gone through: a dict by its keys."""
    call = tree.call(node)
    if call is not None and call.receiver is None and call.name == "keys":
        return expressions.hash(_hash(call))
    return expressions.listed(node)


def is_shift_of_arguments(call: Call) -> bool:
    """Whether it is ``shift`` of the command line."""
    if call.receiver is not None or call.name != "shift" or len(call.arguments) > 1:
        return False
    if call.arguments:
        return tree.text(call.arguments[0]) == "@ARGV"
    return tree.sub(call.node) is None


def _shift(expressions: Expressions, call: Call) -> ast.expr:
    if is_shift_of_arguments(call):
        return values.call("sys.argv.pop", [ast.Constant(1)])
    if len(call.arguments) != 1 or call.arguments[0].type != "array":
        raise Untranslatable(call.name)
    first = [ast.Constant(0)] if call.name == "shift" else []
    return values.call(ast.Attribute(expressions.array(call.arguments[0]), "pop"), [*first])


def _keys(expressions: Expressions, call: Call) -> ast.expr:
    return values.call("list", [expressions.listed(_hash(call))])


def _hash(call: Call) -> Node:
    node = _one(call)
    if node.type != "hash":
        raise Untranslatable(call.name)
    return node


def _values(expressions: Expressions, call: Call) -> ast.expr:
    return values.call(ast.Attribute(expressions.hash(_hash(call)), "values"))


def _reverse(expressions: Expressions, call: Call) -> ast.expr:
    made = expressions.listed(_one(call))
    if isinstance(made, ast.Call) and isinstance(made.func, ast.Name) and made.func.id == "sorted":
        kept = [each for each in made.keywords if each.arg != "reverse"]
        if len(kept) == len(made.keywords):
            made.keywords.append(ast.keyword("reverse", ast.Constant(True)))
        else:
            made.keywords = kept
        return made
    return values.element(made, ast.Slice(None, None, ast.UnaryOp(ast.USub(), ast.Constant(1))))


def _split(expressions: Expressions, call: Call) -> ast.expr:
    if len(call.arguments) != 2 or tree.literal(call.arguments[0]) != " ":
        # Others drop what is empty at the end, or keep it at the beginning.
        raise Untranslatable("split")
    return values.call(ast.Attribute(expressions.value(call.arguments[1]), "split"))


def _uniq(expressions: Expressions, call: Call) -> ast.expr:
    through = values.call("dict.fromkeys", [ast.List(expressions.elements(call.arguments))])
    return values.call("list", [through])


def _method(name: str) -> Callable[[Expressions, Call], ast.expr]:
    """A function that is a method of the text."""

    def method(expressions: Expressions, call: Call) -> ast.expr:
        node = _one(call)
        value = expressions.value(node)
        if expressions.shapes.of(node) not in ("str", ""):
            raise Untranslatable(call.name)
        return values.call(ast.Attribute(value, name))

    return method


def _function(name: str) -> Callable[[Expressions, Call], ast.expr]:
    """A function that Python has by another name or the same."""

    def function(expressions: Expressions, call: Call) -> ast.expr:
        node = _one(call)
        if expressions.shapes.of(node) == "str" and name in ("int", "abs"):
            raise Untranslatable("a text as a number")
        return values.call(name, [expressions.quotient(node)])

    return function


def _length(expressions: Expressions, call: Call) -> ast.expr:
    node = _one(call)
    if expressions.shapes.of(node) not in ("str", "bytes", ""):
        raise Untranslatable("length")
    return values.call("len", [expressions.value(node)])


def _time(_expressions: Expressions, call: Call) -> ast.expr:
    if call.arguments:
        raise Untranslatable("time")
    return values.call("int", [values.call("time.time")])


_WRITERS: dict[str, Callable[[Expressions, Call], ast.expr]] = {
    "abs": _function("abs"),
    "defined": _defined,
    "delete": _delete,
    "exists": _exists,
    "int": _function("int"),
    "join": _join,
    "keys": _keys,
    "lc": _method("lower"),
    "length": _length,
    "pop": _shift,
    "reverse": _reverse,
    "scalar": _scalar,
    "shift": _shift,
    "split": _split,
    "sprintf": _sprintf,
    "time": _time,
    "uc": _method("upper"),
    "uniq": _uniq,
    "values": _values,
}

"""``$SIG{INT}``: what is done at a signal.

Where the script looks at it, or where the name of the signal is only known when it runs,
``PerlSignals`` keeps what it was told.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from sysvirt.port.draft.expressions import handlers
from sysvirt.port.draft.writing.typed import Typed
from sysvirt.port.draft.writing.writer import Writer, call
from sysvirt.port.draft.writing.written import unparse
from sysvirt.port.parser import tree
from sysvirt.port.python import values
from sysvirt.port.python.refusing import Untranslatable

if TYPE_CHECKING:
    from tree_sitter import Node

_KNOWN = {"IGNORE": "signal.SIG_IGN", "DEFAULT": "signal.SIG_DFL", "": "signal.SIG_DFL"}


def assigned(writer: Writer, left: Node, right: Node) -> list[str] | None:
    """A handler that is set; of any other assignment none."""
    inner = left
    if inner.type == "localization_expression":
        inner = inner.named_children[0]
    holder = inner.child_by_field_name("hash")
    if holder is None or tree.variable(holder) != "%SIG":
        return None
    if inner.type == "slice_expression":
        return _of_slice(writer, left, inner, right)
    told = handlers.assigned(writer, inner, right)
    if told is not None:
        if left.type == "localization_expression":
            raise Untranslatable("a handler that is local inside of a statement")
        return told
    names = [inner]
    lines = []
    while right.type == "assignment_expression":
        # $SIG{INT} = $SIG{TERM} = sub { … }
        further, last = right.child_by_field_name("left"), right.child_by_field_name("right")
        if further is None or last is None:
            raise Untranslatable("a handler")
        names.append(further)
        right = last
    handler = None
    for each in names:
        key = key_of(each)
        if is_kept(writer, key):
            lines.append(_told(writer, each, right))
        else:
            handler = handler or _handler(writer, right)
            lines.append(f"signal.signal(signal.SIG{key}, {handler(key)})")
    if left.type == "localization_expression":
        writer.note(left, "the handler stays behind the end of its block")
    return lines


def _of_slice(writer: Writer, left: Node, inner: Node, right: Node) -> list[str]:
    """``@SIG{'INT', 'TERM'} = (sub { … }) x 2``: one handler for all, or one for each."""
    holder = inner.child_by_field_name("hash")
    keys = tree.listed_words([each for each in inner.named_children if not tree.same(each, holder)])
    is_known = all(key.isidentifier() and not key.startswith("__") for key in keys)
    if not is_known or left.type == "localization_expression" or is_kept(writer, keys[0]):
        raise Untranslatable(f"{tree.text(left)}: set one signal after the other")
    times, given = right.child_by_field_name("left"), list(tree.items(right))
    if tree.operator(right) == "x" and times is not None:
        given = list(tree.items(times))
    if len(given) == 1 and tree.operator(right) == "x":
        handler = _handler(writer, given[0])
        made = [handler] * len(keys)
    else:
        made = [_handler(writer, each) for each in given]
    if not keys or len(made) != len(keys):
        raise Untranslatable(f"{tree.text(left)}: set one signal after the other")
    pairs = zip(keys, made, strict=True)
    return [f"signal.signal(signal.SIG{key}, {handler(key)})" for key, handler in pairs]


def key_of(place: Node) -> str:
    """The name of the signal; an empty text where only the run knows it."""
    key = tree.literal(place.child_by_field_name("key")) or ""
    if key.startswith("__"):
        raise Untranslatable(f"a handler of {key}")
    return key


def is_kept(writer: Writer, key: str) -> bool:
    """Whether it is kept what the script says of a signal."""
    known = writer.outline.looks_at_signals
    if known is None:
        known = writer.outline.looks_at_signals = any(
            is_of_signal(each) and (_is_read(each) or not tree.literal(_key(each)))
            for each in tree.walk(writer.unit.root)
        )
    return known or not key


def is_of_signal(node: Node) -> bool:
    """Whether it is ``$SIG{…}``, and not that of warnings and errors."""
    holder = node.child_by_field_name("hash")
    is_signal = holder is not None and tree.variable(holder) == "%SIG"
    if node.type == "slice_expression":
        return False
    return is_signal and not handlers.key_of(node)


def _key(node: Node) -> Node | None:
    return node.child_by_field_name("key")


def _is_read(node: Node) -> bool:
    parent = node.parent
    if parent is not None and parent.type == "localization_expression":
        return False
    left = parent.child_by_field_name("left") if parent is not None else None
    is_written = parent is not None and parent.type == "assignment_expression"
    return not (is_written and tree.same(node, left))


def read(writer: Writer, node: Node) -> Typed:
    """``$SIG{INT}`` as a value: a word, code, or nothing if nobody set it."""
    if not is_of_signal(node):
        raise Untranslatable("the code that is told of warnings or errors, as a value")
    return call("perl_signal", name_of(writer, node))


def name_of(writer: Writer, place: Node) -> ast.expr:
    """The name of the signal as an expression."""
    key = _key(place)
    if key is None:
        raise Untranslatable(tree.text(place))
    return ast.Constant(key_of(place)) if key_of(place) else writer.text(key)


def _told(writer: Writer, place: Node, right: Node) -> str:
    given = [name_of(writer, place)]
    word = tree.literal(right)
    if word is not None and word not in _KNOWN:
        short = word.rpartition("::")[2] if word.startswith("main::") else word
        shown = word if "::" in word else f"main::{word}"
        given += [_named(writer, right, short), ast.Constant(shown)]
    else:
        given.append(writer.value(right).node)
    return unparse(values.call("perl_on_signal", given))


def _named(writer: Writer, node: Node, word: str) -> ast.expr:
    """The code of a handler that is given by its name."""
    sub = writer.outline.sub(word.removeprefix("main::"), tree.package(node))
    if sub is None:
        raise Untranslatable(f"the handler {word}")
    writer.facts.sub(sub.key).is_passed = True
    return ast.Name(sub.python)


def _handler(writer: Writer, node: Node):  # type: ignore[no-untyped-def]
    word = tree.literal(node)
    if node.type == "undef_expression":
        word = "DEFAULT"
    if word is not None and word in _KNOWN:
        return lambda _key: _KNOWN[word]
    made = _named(writer, node, word) if word is not None else writer.value(node).node
    return lambda key: unparse(
        ast.Lambda(
            ast.arguments([], [], ast.arg("_"), [], [], None, []),
            values.call(made, [ast.Constant(key)]),
        )
    )

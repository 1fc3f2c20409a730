"""Matches, substitutions, transliterations."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import attrs

from sysvirt.port.draft.expressions import access, positions, quoting, targets, texts
from sysvirt.port.draft.known import kinds
from sysvirt.port.draft.patterns import escapes, regex
from sysvirt.port.draft.writing import conversions
from sysvirt.port.draft.writing.lines import further_in
from sysvirt.port.draft.writing.typed import Typed
from sysvirt.port.draft.writing.writer import Writer, lists, reads
from sysvirt.port.draft.writing.written import unparse
from sysvirt.port.parser import tree
from sysvirt.port.python import values
from sysvirt.port.python.refusing import Untranslatable
from sysvirt.port.python.strings import escape_at, unescape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tree_sitter import Node

#: A pattern that was compiled.
PATTERN = "object:Regexp"


def _modifiers(node: Node) -> str:
    return "".join(
        tree.text(each) for each in node.named_children if each.type.endswith("_modifiers")
    )


def pattern(writer: Writer, node: Node, *, for_split: bool = False) -> regex.Regex:
    """The pattern of a match, a substitution or ``qr``."""
    content = node.child_by_field_name("content")
    parts = texts.raw_pieces(node, content, lambda each: _in_pattern(writer, each))
    return regex.translate(parts, _modifiers(node), for_split=for_split)


def _in_pattern(writer: Writer, node: Node) -> ast.expr:
    if node.type in ("array", "slice_expression", "array_deref_expression"):
        return quoting.list_in_pattern(writer, node)
    made = writer.value(node)
    if made.kind == "str":
        return made.node
    return values.call("perl_pattern", [made.node])


def _search(writer: Writer, left: Typed, right: Node, place: Node | None) -> ast.expr:
    made = pattern(writer, right)
    if "g" in made.operator or made.from_position:
        return positions.searched(writer, made, place, conversions.as_text(left))
    return _call("re.search", made, conversions.as_text(left))


def _call(name: str, made: regex.Regex, *arguments: ast.expr, count: bool = False) -> ast.expr:
    call = values.call(name, [made.pattern, *arguments])
    if count:
        call.keywords.append(ast.keyword("count", ast.Constant(1)))
    if made.flags is not None:
        call.keywords.append(ast.keyword("flags", made.flags))
    return call


def matched(writer: Writer, node: Node, left: Node, right: Node) -> Typed:
    """``$x =~ /…/``, ``$x !~ /…/``, ``$x =~ s/…/…/``, ``$x =~ $pattern``."""
    is_not = tree.operator(node) == "!~"
    if right.type == "substitution_regexp":
        made = substituted(writer, left, right)
    elif right.type == "transliteration_expression":
        made = transliterated(writer, left, right)
    elif right.type == "match_regexp":
        made = _bound(
            writer, right, _search(writer, writer.value(left), right, left), is_not=is_not
        )
    else:
        text = writer.text(left)
        search = values.call("re.search", [_compiled(writer, right), text])
        made = _bound(writer, node, search)
    if is_not:
        return Typed(values.negated(conversions.as_truth(made)), "truth")
    return made


def _compiled(writer: Writer, node: Node) -> ast.expr:
    made = writer.value(node)
    if kinds.base(made.kind) == "object":
        return made.node
    return values.call("perl_pattern", [made.node])


def _bound(writer: Writer, node: Node, search: ast.expr, *, is_not: bool = False) -> Typed:
    """The match under the name that ``$1`` looks it up by."""
    name = writer.outline.captures.names.get(node.id)
    del is_not
    if name is None:
        return Typed(search, "match")
    return Typed(ast.NamedExpr(ast.Name(name), search), "match")


@reads("match_regexp")
def of_topic(writer: Writer, node: Node) -> Typed:
    """``/…/`` alone looks at ``$_``."""
    return _bound(writer, node, _search(writer, access.topic(writer), node, None))


@lists("match_regexp")
def _topic_in_list(writer: Writer, node: Node) -> list[Typed]:
    return topic_in_list(writer, node)


@reads("substitution_regexp")
def _topic_substituted(writer: Writer, node: Node) -> Typed:
    """``s/…/…/r`` of ``$_``."""
    made = pattern(writer, node)
    if "r" not in made.operator:
        raise Untranslatable("s/// of $_ in an expression")
    return Typed(substitution(writer, conversions.as_text(access.topic(writer)), node), "str")


@reads("quoted_regexp")
def compiled(writer: Writer, node: Node) -> Typed:
    """``qr/…/``."""
    made = pattern(writer, node)
    given = [made.pattern] if made.flags is None else [made.pattern, made.flags]
    return Typed(values.call("re.compile", given), PATTERN)


def in_list(writer: Writer, node: Node) -> list[Typed] | None:
    """``$x =~ /…/`` in a list: what its parentheses have found."""
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    if left is None or right is None:
        return None
    if right.type in ("substitution_regexp", "transliteration_expression"):
        return None
    if right.type != "match_regexp":
        search = values.call("re.search", [_compiled(writer, right), writer.text(left)])
        return writer.starred(Typed(values.call("perl_groups", [search]), "list"))
    return _found(writer, writer.text(left), right, tree.bare(left))


def topic_in_list(writer: Writer, node: Node) -> list[Typed]:
    """``/…/`` in a list."""
    return _found(writer, conversions.as_text(access.topic(writer)), node, None)


def _found(writer: Writer, text: ast.expr, right: Node, place: Node | None) -> list[Typed]:
    made = pattern(writer, right)
    if positions.is_needed(writer, made, place):
        return writer.starred(positions.listed(writer, made, place, text))
    if "g" in made.operator:
        if made.groups == 0:
            return writer.starred(Typed(_call("re.findall", made, text), "list:str"))
        if made.groups == 1 and _always_takes_part(made.pattern):
            return writer.starred(Typed(_call("re.findall", made, text), "list:str"))
        return writer.starred(Typed(_call("perl_match_all", made, text), "list:str?"))
    search = _call("re.search", made, text)
    return writer.starred(Typed(values.call("perl_groups", [search]), "list"))


def _always_takes_part(pattern_: ast.expr) -> bool:
    """Whether the one group of a pattern has found something wherever the pattern has.

    What took no part is nothing in Perl, and an empty text for ``findall``.
    """
    text = pattern_.value if isinstance(pattern_, ast.Constant) else None
    return isinstance(text, str) and "|" not in text and not re.search(r"\)[?*{]", text)


# Substitutions -------------------------------------------------------------------------------


def replacement(writer: Writer, node: Node, made: regex.Regex) -> ast.expr:
    """What ``re.sub`` puts there: a text, or a function of the match."""
    content = node.child_by_field_name("replacement") or next(
        (each for each in node.named_children if each.type == "replacement"), None
    )
    if content is None:
        return ast.Constant(_blanks(node))
    if "ee" in made.operator:
        raise Untranslatable("s///ee")
    if "e" in made.operator:
        return _evaluated(writer, node)
    if texts.CASES.search(tree.text(content)):
        return _function(_with_cases(writer, content))
    parts = _replacement_pieces(writer, node, content)
    simple = _template(parts)
    return simple if simple is not None else _function(texts.joined(parts))


def _blanks(node: Node) -> str:
    """A replacement of blanks alone, which the grammar leaves out."""
    delimiters = [
        each for each in node.children if not each.is_named and each.type not in tree.MARKS
    ]
    if len(delimiters) < 2:
        return ""
    data, start = node.text or b"", node.start_byte
    first, last = delimiters[-2:]
    return data[first.end_byte - start : last.start_byte - start].decode()


def _function(body: ast.expr) -> ast.expr:
    arguments = ast.arguments([], [ast.arg("found")], None, [], [], None, [])
    return ast.Lambda(arguments, body)


def _evaluated(writer: Writer, node: Node) -> ast.expr:
    inside = writer.outline.evaluated.get(node.id)
    if inside is None:
        raise Untranslatable("s///e with more than one expression")
    writer.matches.append("found")
    outer = writer.frame
    frame = attrs.evolve(outer, node=node, borrowed={})
    writer.frames.append(frame)
    ahead, writer.ahead = writer.ahead, []
    try:
        made = writer.text(inside)
        lines = writer.ahead
    finally:
        writer.ahead = ahead
        writer.frames.pop()
        writer.matches.pop()
    if not lines and not frame.borrowed:
        return _function(made)
    name = writer.name("replaced")
    borrowed = [f"{word} {each}" for each, word in sorted(frame.borrowed.items())]
    body = further_in([*borrowed, *lines, f"return {unparse(made)}"])
    writer.ahead += ["", f"def {name}(found):", *body, ""]
    return ast.Name(name)


def _with_cases(writer: Writer, content: Node) -> ast.expr:
    writer.matches.append("found")
    try:
        return escapes.case_escapes(
            texts.raw_parts(content, lambda each: conversions.as_text(writer.value(each)))
        )
    finally:
        writer.matches.pop()


def _replacement_pieces(writer: Writer, node: Node, content: Node) -> list[texts.Piece]:
    data, start, at, end = _around(node, content)
    found: list[texts.Piece] = []
    writer.matches.append("found")
    try:
        for each in content.named_children:
            if each.start_byte - start < at:
                continue
            found.append(data[at : each.start_byte - start].decode("utf-8", "replace"))
            text, at = escape_at(data, each, start)
            if text or each.type == "escaped_delimiter":
                found.append(unescape(text or tree.text(each)))
            else:
                found.append(quoting.in_text(writer, each))
    finally:
        writer.matches.pop()
    found.append(data[at:end].decode("utf-8", "replace"))
    return [each for each in found if each != ""]


def _around(node: Node, content: Node) -> tuple[bytes, int, int, int]:
    """The bytes of a substitution, where they start, and from where to where the replacement goes.

    The grammar leaves out blanks at its beginning.
    """
    data, start = node.text or b"", node.start_byte
    delimiters = [
        each for each in node.children if not each.is_named and each.type not in tree.MARKS
    ]
    before = [each for each in delimiters if each.end_byte <= content.start_byte]
    behind = [each for each in delimiters if each.start_byte >= content.end_byte]
    at = (before[-1].end_byte if before else content.start_byte) - start
    return data, start, at, (behind[0].start_byte if behind else content.end_byte) - start


def _template(parts: Sequence[texts.Piece]) -> ast.expr | None:
    """A text with ``\\g<1>`` in it, where that is all; else none."""
    made = ""
    for each in parts:
        if isinstance(each, str):
            made += each.replace("\\", "\\\\")
            continue
        number = _group_number(each)
        if number is None:
            return None
        made += f"\\g<{number}>"
    if "\\" in made and '"' not in made and made.isprintable():
        return ast.Name(f'r"{made}"')
    return ast.Constant(made)


def _group_number(node: ast.expr) -> int | None:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and len(node.args) == 1:
        if node.func.id == "perl_text":
            return _group_number(node.args[0])
        return None
    is_group = (
        isinstance(node, ast.Subscript)
        and isinstance(node.value, ast.Name)
        and node.value.id == "found"
        and isinstance(node.slice, ast.Constant)
    )
    if is_group and isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
        return int(str(node.slice.value))
    return None


def substitution(writer: Writer, text: ast.expr, node: Node, name: str = "re.sub") -> ast.expr:
    """``re.sub`` with what the substitution says."""
    made = pattern(writer, node)
    put = replacement(writer, node, made)
    if made.from_position:
        raise Untranslatable("\\G")
    return _call(name, made, put, text, count="g" not in made.operator)


def substituted(writer: Writer, left: Node, right: Node) -> Typed:
    """``$x =~ s/…/…/r``, and the others where their count is asked for."""
    made = pattern(writer, right)
    if "r" in made.operator:
        return Typed(substitution(writer, writer.text(left), right), "str")
    target = targets.changed(writer, left)
    count = writer.name("count")
    done = substitution(writer, conversions.as_text(target.read), right, "re.subn")
    pair = writer.name("changed")
    writer.ahead.append(f"{pair}, {count} = {unparse(done)}")
    writer.ahead += target.store(Typed(ast.Name(pair), "str"))
    return Typed(ast.Name(count), "changes")


# Transliterations ----------------------------------------------------------------------------


def _tables(node: Node) -> tuple[list[ast.expr], str]:
    # The grammar has no node for blanks alone, and leaves them out at the beginning of others.
    delimiters = [each for each in node.children if each.type == "'"]
    searched = _between(node, *delimiters[:2])
    replaced = _between(node, *delimiters[-2:])
    modifiers = _modifiers(node)
    given: list[ast.expr] = [ast.Constant(searched), ast.Constant(replaced)]
    if modifiers.replace("r", ""):
        given.append(ast.Constant(modifiers.replace("r", "")))
    return given, modifiers


def _between(node: Node, before: Node, behind: Node) -> str:
    data = node.text or b""
    start, end = before.end_byte - node.start_byte, behind.start_byte - node.start_byte
    return data[start:end].decode("utf-8", "replace")


def changes(node: Node) -> bool:
    """Whether a transliteration changes anything: ``tr/a-z//`` only counts."""
    given, modifiers = _tables(node)
    put = given[1]
    is_empty = isinstance(put, ast.Constant) and put.value == ""
    return not (is_empty and "d" not in modifiers and "s" not in modifiers)


def transliteration(text: ast.expr, node: Node) -> ast.expr:
    """The text and the count."""
    return values.call("perl_tr", [text, *_tables(node)[0]])


@reads("transliteration_expression")
def _topic_transliterated(writer: Writer, node: Node) -> Typed:
    """``tr/…/…/`` of ``$_``."""
    text = conversions.as_text(access.topic(writer))
    if "r" in _tables(node)[1]:
        return Typed(values.element(transliteration(text, node), ast.Constant(0)), "str")
    if changes(node):
        return _changed_by_table(writer, targets.topic_target(writer), node)
    return Typed(values.element(transliteration(text, node), ast.Constant(1)), "int")


def transliterated(writer: Writer, left: Node, right: Node) -> Typed:
    """``$x =~ tr/…/…/r``, and the others where their count is asked for."""
    if "r" in _tables(right)[1]:
        done = transliteration(writer.text(left), right)
        return Typed(values.element(done, ast.Constant(0)), "str")
    if not changes(right):
        done = transliteration(writer.text(left), right)
        return Typed(values.element(done, ast.Constant(1)), "int")
    return _changed_by_table(writer, targets.changed(writer, left), right)


def _changed_by_table(writer: Writer, target: targets.Target, right: Node) -> Typed:
    count, pair = writer.name("count"), writer.name("changed")
    done = transliteration(conversions.as_text(target.read), right)
    writer.ahead.append(f"{pair}, {count} = {unparse(done)}")
    writer.ahead += target.store(Typed(ast.Name(pair), "str"))
    return Typed(ast.Name(count), "int")

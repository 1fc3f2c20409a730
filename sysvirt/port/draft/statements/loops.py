"""Loops, and how they are left."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from sysvirt.port.draft.expressions import (
    access,
    builtins,
    going,
    handles,
    matching,
    operators,
    positions,
    shared_topics,
    targets,
)
from sysvirt.port.draft.known import kinds
from sysvirt.port.draft.statements import elements, shadowing, skipping
from sysvirt.port.draft.statements.leaving import finished, inside
from sysvirt.port.draft.writing import conversions
from sysvirt.port.draft.writing.lines import further_in
from sysvirt.port.draft.writing.typed import Typed
from sysvirt.port.draft.writing.writer import Loop, Writer
from sysvirt.port.draft.writing.written import unparse
from sysvirt.port.parser import tree
from sysvirt.port.python import values
from sysvirt.port.python.refusing import Untranslatable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tree_sitter import Node


def body_of(writer: Writer, block: Node) -> list[str]:
    """The statements of a loop; where ``redo`` is among them, in a loop of their own."""
    if not any(tree.text(each).startswith("redo") for each in _leaving(block)):
        return writer.block(block)
    loop = Loop(writer.loops[-1].label, is_again=True)
    writer.loops.append(loop)
    try:
        lines = writer.block(block)
    finally:
        writer.loops.pop()
    return further_in(finished(writer, loop, ["while True:", *lines, "    break"]))


# foreach -------------------------------------------------------------------------------------


def foreach(writer: Writer, node: Node, label: str = "") -> list[str]:
    """``foreach my $x (…) { … }``."""
    listed = node.child_by_field_name("list")
    variable = node.child_by_field_name("variable")
    block = node.child_by_field_name("block")
    if listed is None or block is None:
        raise Untranslatable("for without a list")
    if several := node.children_by_field_name("variables"):
        return _foreach_several(writer, node, several, label)
    made = going.through(writer, elements.assigned(writer, listed))
    held = kinds.inside(made.kind)
    if variable is None:
        with going.topic(writer, block, held) as name:
            return _written(writer, node, name, made, block, label)
    found = writer.variables.of(variable)
    if found is None:
        raise Untranslatable(f"for with {tree.text(variable)}")
    writer.write_to(found, held)
    known = _index(writer, listed, found.python, block)
    try:
        lines = _written(writer, node, found.python, made, block, label)
    finally:
        writer.outline.indexes -= known
    if shadowing.is_read_elsewhere(writer, found, node):
        saved = writer.name(f"{found.python}_before")
        return [f"{saved} = {found.python}", *lines, f"{found.python} = {saved}"]
    return lines


def _foreach_several(writer: Writer, node: Node, several: list[Node], label: str) -> list[str]:
    """``foreach my ($x, $y) (…) { … }``: some elements in each round."""
    listed, block = node.child_by_field_name("list"), node.child_by_field_name("block")
    found = [writer.variables.of(each) for each in several]
    if listed is None or block is None or None in found:
        raise Untranslatable("for with several variables")
    variables = [each for each in found if each is not None]
    for each in variables:
        if is_written(each.name, block) or _is_edited(each.name, block):
            raise Untranslatable(f"a loop over several at a time that changes {each.name}")
        writer.write_to(each)
    made = writer.listed(listed)
    with inside(writer, label) as loop:
        body = body_of(writer, block)
    names = ", ".join(each.python for each in variables)
    source = values.call("perl_rounds", [made.node, ast.Constant(len(variables))])
    return finished(writer, loop, [f"for {names} in {unparse(source)}:", *body])


def _is_edited(name: str, block: Node) -> bool:
    """Whether something changes a text in its place."""
    shown = re.escape(name)
    edited = rf"{shown}\s*=~\s*(?:s|tr|y)\b|\b(?:chomp|chop)\b[\s(]*{shown}\b"
    return bool(re.search(edited, tree.text(block)))


def _index(writer: Writer, listed: Node, name: str, block: Node) -> set[tuple[str, str]]:
    """``for my $i (0..$#x)``: $i is inside of @x, as long as that stays as it is."""
    inner = tree.bare(listed)
    of_keys = _keys(writer, inner, name, block)
    if of_keys:
        return of_keys
    right = inner.child_by_field_name("right") if tree.is_range(inner) else None
    if right is None or right.type != "arraylen":
        return set()
    variable = writer.variables.of(right)
    short = re.escape(tree.text(right)[2:])
    changed = re.compile(rf"(shift|pop|splice|undef)\b[\s(]*@{short}\b|@{short}\s*=[^=~]")
    if variable is None or changed.search(tree.text(block)):
        return set()
    found = {(name, variable.python)}
    writer.outline.indexes |= found
    return found


def _keys(writer: Writer, node: Node, name: str, block: Node) -> set[tuple[str, str]]:
    """``for my $k (sort keys %h)``: $k is a key of %h, as long as that stays as it is."""
    if node.type == "sort_expression":
        node = tree.bare(node.child_by_field_name("list") or node)
    call = tree.call(node)
    if call is None or call.name != "keys" or len(call.arguments) != 1:
        return set()
    variable = writer.variables.of(call.arguments[0])
    if call.arguments[0].type != "hash" or variable is None:
        return set()
    if re.search(r"\b(delete|undef)\b", tree.text(block)) or is_written(f"${name}", block):
        return set()
    found = {(name, variable.python)}
    writer.outline.indexes |= found
    return found


def _written(
    writer: Writer, node: Node, name: str, made: Typed, block: Node, label: str
) -> list[str]:
    source, again = made.node, node.child_by_field_name("continue")
    is_array = isinstance(source, ast.Name | ast.Attribute)
    index = writer.name("index") if is_array else ""
    head_of, slice_ = "", None
    ahead: list[str] = []
    before = writer.aliases.get(name)
    writer.aliases.pop(name, None)
    if is_array:
        writer.aliases[name] = f"{unparse(source)}[{index}]"
    elif (of_values := _values_of(writer, node)) is not None:
        index = writer.name("key")
        writer.aliases[name] = f"{unparse(of_values.node)}[{index}]"
        pairs = unparse(access.method(writer, of_values, "items", []))
        head_of = f"for {index}, {name} in list({pairs}):"
    elif (places := _places(writer, node)) is not None:
        if again is not None:
            raise Untranslatable("a loop with continue over variables")
        return _over_places(writer, name, places, block, label)
    elif _is_list_call(source):
        kept, index = writer.name("elements"), writer.name("index")
        writer.aliases[name] = f"{kept}[{index}]"
        head_of = f"for {index}, {name} in enumerate({kept}):"
        ahead = [f"{kept} = {unparse(source)}"]
    elif (slice_ := elements.slice_of(writer, node, made)) is not None:
        index = writer.name("key")
        writer.aliases[name] = f"{slice_.container}[{index}]"
        head_of = slice_.head(index, name)
        writer.ahead += slice_.ahead
    elif (place := elements.place(node)) is not None:
        writer.aliases[name] = place
    writer.aliased.discard(name)
    steps = [each.removeprefix("    ") for each in writer.block(again)] if again else []
    with inside(writer, label, steps) as loop:
        body = [*body_of(writer, block), *(further_in(steps) if steps else [])]
    first = [*positions.of_topic(writer, name)]
    if node.child_by_field_name("variable") is None:
        first += shared_topics.of_round(writer, name, block)
    body = [*(further_in(first) if first else []), *body]
    elements.noted(writer, node, name)
    if name in writer.aliased or slice_ is not None:
        head = head_of or f"for {index}, {name} in enumerate({unparse(source)}):"
    else:
        if ahead:
            writer.frame.given["elements"] -= 1
        ahead = []
        head = f"for {name} in {unparse(_gone_through(made, block))}:"
        writer.frame.given["index"] = max(0, writer.frame.given.get("index", 1) - bool(index))
    writer.aliases.pop(name, None)
    if before is not None:
        writer.aliases[name] = before
    return [*ahead, *finished(writer, loop, [head, *body])]


def _is_list_call(node: ast.expr) -> bool:
    """Whether it is the list behind a reference that may not be there."""
    return isinstance(node, ast.Call) and ast.unparse(node.func) == "perl_list"


def _values_of(writer: Writer, node: Node) -> Typed | None:
    """The dict of ``for (values %h)``."""
    listed = node.child_by_field_name("list")
    items = list(tree.items(listed)) if listed is not None else []
    call = tree.call(items[0]) if len(items) == 1 else None
    if call is None or call.receiver is not None or call.name != "values":
        return None
    made = builtins.of_hash(writer, builtins.one(call))
    return made if kinds.base(made.kind) == "dict" else None


def _places(writer: Writer, node: Node) -> list[targets.Target] | None:
    """The variables and elements of ``for ($x, $h{y})``."""
    listed = node.child_by_field_name("list")
    items = list(tree.items(listed)) if listed is not None else []
    known = ("scalar", "hash_element_expression", "array_element_expression")
    if not items or any(each.type not in known for each in items):
        return None
    return [targets.target(writer, each) for each in items]


def _over_places(
    writer: Writer, name: str, places: list[targets.Target], block: Node, label: str
) -> list[str]:
    """One that goes through variables; they get what it does to them."""
    listed = writer.name("places")
    index = writer.name("index")
    writer.aliases[name] = f"{listed}[{index}]"
    writer.aliased.discard(name)
    with inside(writer, label) as loop:
        body = body_of(writer, block)
    new = positions.of_topic(writer, name)
    body = [*further_in(new), *body] if new else body
    del writer.aliases[name]
    shown = ", ".join(unparse(each.read.node) for each in places)
    if name not in writer.aliased:
        comma = "," if len(places) == 1 else ""
        return finished(writer, loop, [f"for {name} in ({shown}{comma}):", *body])
    head = [f"{listed} = [{shown}]"]
    done = finished(writer, loop, [f"for {index}, {name} in enumerate({listed}):", *body])
    back = [
        line
        for number, each in enumerate(places)
        for line in each.store(Typed(ast.parse(f"{listed}[{number}]", mode="eval").body))
    ]
    return [*head, *done, *back]


def _gone_through(made: Typed, block: Node) -> ast.expr:
    """A dict that changes while one goes through it isn't gone through itself."""
    node = made.node
    is_dict = kinds.base(made.kind) == "list" and isinstance(node, ast.Name | ast.Attribute)
    if is_dict and re.search(r"\b(delete|undef)\b", tree.text(block)):
        return values.call("list", [node])
    if is_dict and re.search(r"\b(unshift|shift|pop|splice)\b", tree.text(block)):
        return values.call("list", [node])
    return node


def postfix_for(writer: Writer, node: Node) -> list[str]:
    """``… for @x``."""
    body, listed = node.named_children[0], node.child_by_field_name("list")
    if listed is None:
        raise Untranslatable("for without a list")
    made = going.through(writer, elements.assigned(writer, listed))
    with going.topic(writer, body, kinds.inside(made.kind)) as name:
        special = _postfix_special(writer, node, name, body, made)
        if special is not None:
            return special
        source = made.node
        is_array = isinstance(source, ast.Name | ast.Attribute)
        index = writer.name("index") if is_array else ""
        place = f"{unparse(source)}[{index}]" if is_array else elements.place(node)
        if place is not None:
            writer.aliases[name] = place
        writer.aliased.discard(name)
        with inside(writer) as loop:
            lines = statement_of(writer, body)
        lines = [*positions.of_topic(writer, name), *lines]
        head = f"for {name} in {unparse(source)}:"
        elements.noted(writer, node, name)
        if name in writer.aliased:
            head = f"for {index}, {name} in enumerate({unparse(source)}):"
        writer.aliases.pop(name, None)
        return finished(writer, loop, [head, *further_in(lines)])


def _postfix_special(
    writer: Writer, node: Node, name: str, body: Node, made: Typed
) -> list[str] | None:
    """``s/…// for values %h``, ``… for @h{…}`` and ``… for $x, $y``."""
    slice_ = elements.slice_of(writer, node, made)
    if slice_ is not None:
        key = writer.name("key")
        writer.aliases[name] = f"{slice_.container}[{key}]"
        lines = statement_of(writer, body)
        del writer.aliases[name]
        return [*slice_.ahead, slice_.head(key, name), *further_in(lines)]
    of_values = _values_of(writer, node)
    if of_values is not None:
        key = writer.name("key")
        writer.aliases[name] = f"{unparse(of_values.node)}[{key}]"
        writer.aliased.discard(name)
        lines = statement_of(writer, body)
        del writer.aliases[name]
        is_changed = name in writer.aliased
        wanted, names = ("items", f"{key}, {name}") if is_changed else ("values", name)
        source = unparse(access.method(writer, of_values, wanted, []))
        return [f"for {names} in list({source}):", *further_in(lines)]
    places = _places(writer, node)
    if places is None:
        return None
    listed, index = writer.name("places"), writer.name("index")
    writer.aliases[name] = f"{listed}[{index}]"
    writer.aliased.discard(name)
    lines = statement_of(writer, body)
    del writer.aliases[name]
    shown = ", ".join(unparse(each.read.node) for each in places)
    if name not in writer.aliased:
        comma = "," if len(places) == 1 else ""
        return [f"for {name} in ({shown}{comma}):", *further_in(lines)]
    back = [
        line
        for number, each in enumerate(places)
        for line in each.store(Typed(ast.parse(f"{listed}[{number}]", mode="eval").body))
    ]
    head = [f"{listed} = [{shown}]", f"for {index}, {name} in enumerate({listed}):"]
    return [*head, *further_in(lines), *back]


def statement_of(writer: Writer, node: Node) -> list[str]:
    """A statement inside of another, with the lines that it needs ahead."""
    before, writer.ahead = writer.ahead, []
    try:
        lines = writer.simple(node)
        return [*writer.ahead, *lines]
    finally:
        writer.ahead = before


# while ---------------------------------------------------------------------------------------


def while_(writer: Writer, node: Node, label: str = "") -> list[str]:
    """``while (…) { … }`` and ``until``."""
    condition, block = node.child_by_field_name("condition"), node.child_by_field_name("block")
    word = node.children[0].type
    if condition is None or block is None:
        return _forever(writer, node, label)
    again = node.child_by_field_name("continue")
    if again is not None:
        return _continued(writer, condition, word, block, again, label)
    for special in (_of_lines, _of_pairs, _of_matches):
        if word == "while":
            made = special(writer, condition, block, label)
            if made is not None:
                return made
    return _checked(writer, condition, word, lambda: body_of(writer, block), label)


def _forever(writer: Writer, node: Node, label: str) -> list[str]:
    block = node.child_by_field_name("block")
    if block is None:
        raise Untranslatable("while without a block")
    with inside(writer, label) as loop:
        body = body_of(writer, block)
    return finished(writer, loop, ["while True:", *body])


def _checked(
    writer: Writer, condition: Node, word: str, write_body: Callable[[], list[str]], label: str
) -> list[str]:
    topics = len(writer.topics)
    before, writer.ahead = writer.ahead, []
    try:
        test = _local_topic(writer, condition, word) or test_of(writer, condition, word)
        ahead = writer.ahead
    finally:
        writer.ahead = before
    with inside(writer, label) as loop:
        body = write_body()
    del writer.topics[topics:]
    if ahead:
        stop = [f"if {unparse(values.negated(test))}:", "    break"]
        lines = ["while True:", *further_in([*ahead, *stop]), *body]
    else:
        shown = "True" if is_true(test) else unparse(test)
        lines = [f"while {shown}:", *body]
    return finished(writer, loop, lines)


def _continued(
    writer: Writer, condition: Node, word: str, block: Node, again: Node, label: str
) -> list[str]:
    """``while (…) { … } continue { … }``: what stands there comes before the next round."""
    before, writer.ahead = writer.ahead, []
    try:
        test = test_of(writer, condition, word)
        if writer.ahead:
            raise Untranslatable("a loop with continue whose condition needs statements")
    finally:
        writer.ahead = before
    steps = [line.removeprefix("    ") for line in writer.block(again)]
    with inside(writer, label, steps) as loop:
        body = body_of(writer, block)
    shown = "True" if is_true(test) else unparse(test)
    return finished(writer, loop, [f"while {shown}:", *body, *further_in(steps)])


def is_true(test: ast.expr) -> bool:
    """Whether a condition always holds."""
    return isinstance(test, ast.Constant) and bool(test.value)


def test_of(writer: Writer, condition: Node, word: str) -> ast.expr:
    """A condition, the other way round for ``unless`` and ``until``."""
    made = _read(writer, condition) or operators.condition(writer, condition)
    return values.negated(made) if word in ("unless", "until") else made


def _local_topic(writer: Writer, condition: Node, word: str) -> ast.expr | None:
    """``… while local $_ = shift @queue``."""
    inner = tree.bare(condition)
    left, right = inner.child_by_field_name("left"), inner.child_by_field_name("right")
    is_local = left is not None and left.type == "localization_expression"
    if not is_local or left is None or right is None or tree.operator(inner) != "=":
        return None
    if tree.text(left.named_children[0]) != "$_" or shared_topics.is_given(writer):
        return None
    made = conversions.kept(writer.value(right))
    name = writer.topic_for(None, "topic")
    writer.topics.append((name, "" if name in writer.before.spoiled else made.kind))
    test = conversions.as_truth(Typed(ast.NamedExpr(ast.Name(name), made.node), made.kind))
    return values.negated(test) if word == "until" else test


def _read(writer: Writer, condition: Node) -> ast.expr | None:
    """``while (my $x = readdir $dh)`` goes on until nothing is there."""
    inner = tree.bare(condition)
    right = inner.child_by_field_name("right") if inner.type == "assignment_expression" else inner
    if right is None:
        return None
    call = tree.call(right)
    is_folder = call is not None and call.receiver is None and call.name == "readdir"
    if right.type != "readline_expression" and not is_folder:
        return None
    return ast.Compare(writer.value(inner).node, [ast.IsNot()], [ast.Constant(None)])


def _of_lines(writer: Writer, condition: Node, block: Node, label: str) -> list[str] | None:
    """``while (my $line = <$fh>)``."""
    inner = tree.bare(condition)
    call = tree.call(inner)
    if call is not None and call.receiver is None and call.name == "defined" and call.arguments:
        inner = tree.bare(call.arguments[0])
    right = inner
    if inner.type == "assignment_expression":
        left = inner.child_by_field_name("left")
        right_ = inner.child_by_field_name("right")
        if left is None or right_ is None or left.type != "variable_declaration":
            return None
        if left.child_by_field_name("variable") is None or writer.separators:
            return None
        right = right_
        variable = writer.variables.of(targets.unwrapped(left))
        if variable is None or right.type != "readline_expression":
            return None
        source = handles.handle(writer, right)
        writer.write_to(variable, "str")
        with inside(writer, label) as loop:
            body = body_of(writer, block)
        head = f"for {variable.python} in {unparse(source)}:"
        return finished(writer, loop, [head, *body])
    if right.type != "readline_expression" or writer.separators:
        return None
    source = handles.handle(writer, right)
    name = "line" if not any(n == "line" for n, _ in writer.topics) else "line_2"
    writer.topics.append((name, "" if name in writer.before.spoiled else "str"))
    try:
        with inside(writer, label) as loop:
            body = body_of(writer, block)
    finally:
        writer.topics.pop()
    new = positions.of_topic(writer, name)
    body = [*further_in(new), *body] if new else body
    return finished(writer, loop, [f"for {name} in {unparse(source)}:", *body])


def _of_pairs(writer: Writer, condition: Node, block: Node, label: str) -> list[str] | None:
    """``while (my ($key, $value) = each %h)``."""
    inner = tree.bare(condition)
    left, right = inner.child_by_field_name("left"), inner.child_by_field_name("right")
    if inner.type != "assignment_expression" or left is None or right is None:
        return None
    call = tree.call(right)
    names = left.children_by_field_name("variables") if left.type == "variable_declaration" else []
    if call is None or call.name != "each" or len(names) != 2 or call.receiver is not None:
        return None
    source = builtins.of_hash(writer, builtins.one(call))
    found = [writer.variables.of(each) for each in names]
    if kinds.base(source.kind) == "list" or None in found:
        return None
    for variable, kind in zip(found, ("str", kinds.inside(source.kind)), strict=True):
        if variable is not None:
            writer.write_to(variable, kind)
    with inside(writer, label) as loop:
        body = body_of(writer, block)
    names_ = ", ".join(each.python for each in found if each is not None)
    items = values.call("list", [access.method(writer, source, "items", [])])
    return finished(writer, loop, [f"for {names_} in {unparse(items)}:", *body])


def _of_matches(writer: Writer, condition: Node, block: Node, label: str) -> list[str] | None:
    """``while ($text =~ /…/g)``, around a block or behind a statement."""
    inner = tree.bare(condition)
    if inner.type == "match_regexp":
        left, right = None, inner
    elif tree.operator(inner) == "=~":
        left, right_ = inner.child_by_field_name("left"), inner.child_by_field_name("right")
        if right_ is None or right_.type != "match_regexp":
            return None
        right = right_
    else:
        return None
    made = matching.pattern(writer, right)
    if "g" not in made.operator:
        return None
    node = tree.bare(left) if left is not None else None
    is_placed = positions.is_needed(writer, made, node)
    if is_placed or "c" in made.operator or re.search(r"\bpos\b|\\G", tree.text(block)):
        return None
    text = writer.text(left) if left is not None else conversions.as_text(access.topic(writer))
    name = writer.outline.captures.names.get(right.id) or writer.name("found")
    search = values.call("re.finditer", [made.pattern, text])
    if made.flags is not None:
        search.keywords.append(ast.keyword("flags", made.flags))
    with inside(writer, label) as loop:
        is_block = block.type == "block"
        body = body_of(writer, block) if is_block else further_in(statement_of(writer, block))
    return finished(writer, loop, [f"for {name} in {unparse(search)}:", *body])


def postfix_while(writer: Writer, node: Node) -> list[str]:
    """``… while …`` and ``do { … } while …``."""
    condition, body = node.child_by_field_name("condition"), node.named_children[0]
    word = next((each.type for each in node.children if each.type in ("while", "until")), "")
    if condition is None or not word:
        raise Untranslatable(tree.text(node))
    is_reading = tree.bare(condition).type == "readline_expression" and word == "while"
    if body.type != "do_expression" and is_reading:
        return _each_line(writer, tree.bare(condition), body)
    if body.type != "do_expression":
        of_matches = _of_matches(writer, condition, body, "") if word == "while" else None
        if of_matches is not None:
            return of_matches
        return _checked(writer, condition, word, lambda: further_in(statement_of(writer, body)), "")
    block = next(each for each in body.named_children if each.type == "block")
    before, writer.ahead = writer.ahead, []
    try:
        lines = writer.block(block)
        test = test_of(writer, condition, word)
        stop = [*writer.ahead, f"if {unparse(values.negated(test))}:", "    break"]
    finally:
        writer.ahead = before
    return ["while True:", *lines, *further_in(stop)]


def _each_line(writer: Writer, node: Node, body: Node) -> list[str]:
    """``print while <$fh>;``."""
    source = handles.handle(writer, node)
    name = writer.topic_for(None, "line")
    writer.topics.append((name, "" if name in writer.before.spoiled else "str"))
    try:
        with inside(writer) as loop:
            lines = statement_of(writer, body)
    finally:
        writer.topics.pop()
    return finished(writer, loop, [f"for {name} in {unparse(source)}:", *further_in(lines)])


def is_written(name: str, block: Node) -> bool:
    """Whether a variable of one value is changed in a block."""
    short = re.escape(name[1:])
    text = tree.text(block)
    return bool(
        re.search(
            rf"\${short}\s*([-+*/.|&]|\|\||//)?=[^=~]|\${short}(\+\+|--)|(\+\+|--)\${short}|\\\${short}",
            text,
        )
    )


# A block by itself ---------------------------------------------------------------------------


def bare(writer: Writer, block: Node, label: str = "") -> list[str]:
    """``{ … }``, which ``last`` leaves."""
    inner = (
        block
        if block.type == "block"
        else next((each for each in block.named_children if each.type == "block"), block)
    )
    if not skipping.is_left(inner, label) and not _leaves_itself(inner, label):
        return inside_of(writer, inner)
    with inside(writer, label) as loop:
        loop.is_block = True
        body = [*writer.block(inner), "    break"]
    return finished(writer, loop, ["while True:", *body])


def inside_of(writer: Writer, block: Node) -> list[str]:
    """The statements of a block that is no loop."""
    lines = writer.block(block)
    return [line.removeprefix("    ") for line in lines if line.strip() != "pass"]


def _leaving(block: Node) -> Iterator[Node]:
    """What leaves a block or begins it once more, outside of the loops in it."""
    waiting = list(block.named_children)
    while waiting:
        node = waiting.pop()
        if node.type == "loopex_expression":
            yield node
        elif node.type not in (*tree.SUBS, *_LOOPS):
            waiting.extend(node.named_children)


_LOOPS = frozenset({"for_statement", "cstyle_for_statement", "loop_statement", "block_statement"})


def _leaves_itself(block: Node, label: str) -> bool:
    waiting = list(block.named_children)
    while waiting:
        node = waiting.pop()
        if node.type == "loopex_expression":
            return True
        if node.type in tree.SUBS or node.type in (
            "for_statement",
            "cstyle_for_statement",
            "loop_statement",
        ):
            if label and label in tree.text(node):
                return True
            continue
        waiting.extend(node.named_children)
    return False

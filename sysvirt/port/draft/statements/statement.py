"""Statements as lines."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import TYPE_CHECKING

from sysvirt.port.draft.expressions import (
    access,
    builtins,
    ending,
    matching,
    operators,
    overloading,
    positions,
    printing,
    settings,
    signals,
    targets,
)
from sysvirt.port.draft.known import imports, kinds
from sysvirt.port.draft.statements import (
    assignments,
    choosing,
    counting,
    cutting,
    failing,
    forms,
    keeping,
    leaving,
    loops,
    moo,
    returning,
    skipping,
    using,
)
from sysvirt.port.draft.writing import conversions
from sysvirt.port.draft.writing.lines import further_in
from sysvirt.port.draft.writing.typed import Typed, constant
from sysvirt.port.draft.writing.writer import Writer
from sysvirt.port.draft.writing.written import unparse
from sysvirt.port.parser import tree
from sysvirt.port.python import values
from sysvirt.port.python.refusing import Untranslatable

if TYPE_CHECKING:
    from tree_sitter import Node

    Write = Callable[[Writer, Node], list[str]]

_OR = frozenset({"or", "||", "//"})
_AND = frozenset({"and", "&&"})


def write(writer: Writer, node: Node) -> list[str]:
    """A statement."""
    made = STATEMENTS.get(node.type)
    if made is not None:
        return made(writer, node)
    return simple(writer, node)


def simple(writer: Writer, node: Node) -> list[str]:
    """An expression that is a statement."""
    node = tree.bare(node)
    node = writer.outline.reread.get(node.id, node)
    made = _EXPRESSIONS.get(node.type)
    if made is not None:
        return made(writer, node)
    call = tree.call(node)
    if node.type in ("bareword", "function") and tree.text(node) in _CALLS:
        call = tree.Call(node, tree.text(node), node, None, ())
    if call is not None and call.receiver is None and moo.is_word(writer, call):
        return moo.write(writer, call)
    if call is not None and call.receiver is None:
        special = _CALLS.get(call.name)
        is_own = builtins.own(writer, call, tree.package(node)) is not None
        if special is not None and not is_own:
            return special(writer, call, node)
    return of_value(writer, node)


def of_value(writer: Writer, node: Node) -> list[str]:
    """An expression whose value nobody wants."""
    if node.type in ("number", "string_literal", "scalar", "array", "hash"):
        return []
    if node.type == "bareword" and not _is_function(writer, node):
        return []
    writer.is_void = True
    try:
        items = writer.items([node])
    finally:
        writer.is_void = False
    return [unparse(_unstarred(each.node)) for each in items if _does_something(each.node)]


def _is_function(writer: Writer, node: Node) -> bool:
    """Whether a word alone calls something: ``done_testing;``."""
    name = tree.text(node)
    if writer.outline.sub(name, tree.package(node)) is not None:
        return True
    return any(name in each.functions for each in imports.used(writer, node))


def _unstarred(node: ast.expr) -> ast.expr:
    return node.value if isinstance(node, ast.Starred) else node


def _does_something(node: ast.expr) -> bool:
    return not isinstance(_unstarred(node), ast.Constant | ast.Name)


# if ------------------------------------------------------------------------------------------


def _if(writer: Writer, node: Node) -> list[str]:
    condition, block = node.child_by_field_name("condition"), node.child_by_field_name("block")
    word = node.children[0].type
    if condition is None or block is None:
        raise Untranslatable(word)
    if word == "if" and (chosen := choosing.word_of(writer, node)):
        return choosing.write(writer, node, chosen)
    test = loops.test_of(writer, condition, word)
    lines = [f"if {shown(test)}:", *writer.block(block)]
    return [*lines, *_otherwise(writer, node)]


def shown(test: ast.expr) -> str:
    """A condition; an assignment in it needs no parentheses around all."""
    return unparse(test)


def _otherwise(writer: Writer, node: Node) -> list[str]:
    for each in node.named_children:
        if each.type == "else":
            return ["else:", *writer.block(each.child_by_field_name("block"))]
        if each.type == "elsif":
            return _elsif(writer, each)
    return []


def _elsif(writer: Writer, node: Node) -> list[str]:
    condition, block = node.child_by_field_name("condition"), node.child_by_field_name("block")
    if condition is None or block is None:
        raise Untranslatable("elsif")
    before, writer.ahead = writer.ahead, []
    try:
        test = loops.test_of(writer, condition, "if")
        ahead = writer.ahead
    finally:
        writer.ahead = before
    body = writer.block(block)
    rest = _otherwise(writer, node)
    if ahead:
        return ["else:", *further_in([*ahead, f"if {shown(test)}:", *body, *rest])]
    return [f"elif {shown(test)}:", *body, *rest]


def _postfix_if(writer: Writer, node: Node) -> list[str]:
    condition = node.child_by_field_name("condition")
    word = next((each.type for each in node.children if each.type in ("if", "unless")), "")
    if condition is None or not word:
        raise Untranslatable(tree.text(node))
    if word == "if" and choosing.word_of(writer, node):
        return choosing.behind(writer, node, loops.statement_of(writer, node.named_children[0]))
    test = loops.test_of(writer, condition, word)
    body = loops.statement_of(writer, node.named_children[0])
    return [f"if {shown(test)}:", *further_in(body)]


def _ternary(writer: Writer, node: Node) -> list[str]:
    """``a ? b : c`` whose value nobody wants."""
    parts = tree.ternary(node)
    if parts is None:
        raise Untranslatable(tree.text(node))
    asked, one, other = parts
    test = loops.test_of(writer, asked, "if")
    lines = [f"if {shown(test)}:", *further_in(loops.statement_of(writer, one))]
    return [*lines, "else:", *further_in(loops.statement_of(writer, other))]


def _logical(writer: Writer, node: Node) -> list[str]:
    """``… or …``, ``… and …``, ``$x =~ s/…/…/``."""
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    sign = tree.operator(node)
    if left is None or right is None:
        raise Untranslatable(tree.text(node))
    if sign == "=~":
        return _bound(writer, node, left, right)
    if sign not in _OR and sign not in _AND:
        return of_value(writer, node)
    if failing.is_eval(left) and sign in ("or", "||") and failing.ends_well(left):
        return failing.attempt(writer, tree.bare(left), "", _done(writer, right))
    inner = tree.bare(left)
    if inner.type == "assignment_expression" and sign in ("or", "and", "||", "&&", "//"):
        return _assigned(writer, inner, right, sign)
    test = operators.condition(writer, left)
    if sign == "//":
        made = writer.value(left)
        test = ast.Compare(made.node, [ast.Is()], [ast.Constant(None)])
    elif sign in _OR:
        test = values.negated(test)
    return [f"if {shown(test)}:", *further_in(loops.statement_of(writer, right))]


def _done(writer: Writer, node: Node) -> list[str]:
    """What stands right of ``or``: a block, or one statement."""
    node = tree.bare(node)
    if node.type == "do_expression":
        block = next((each for each in node.named_children if each.type == "block"), None)
        return [line[4:] for line in writer.block(block)]
    return loops.statement_of(writer, node)


def _assigned(writer: Writer, inner: Node, right: Node, sign: str) -> list[str]:
    """``my $x = … or die``."""
    place = inner.child_by_field_name("left")
    source = inner.child_by_field_name("right")
    if place is None:
        raise Untranslatable(tree.text(inner))
    if assignments.several_targets(place) is not None:
        test = writer.value(inner).node
        test = values.negated(test) if sign in _OR else test
        return [f"if {shown(test)}:", *further_in(_done(writer, right))]
    if source is not None and failing.is_eval(source):
        lines = failing.assigned(writer, place, tree.bare(source))
    else:
        lines = assignments.write(writer, inner)
    node = targets.unwrapped(place)
    ahead, writer.ahead = writer.ahead, []
    test = operators.condition(writer, node)
    if sign == "//":
        test = ast.Compare(writer.value(node).node, [ast.Is()], [ast.Constant(None)])
    elif sign in _OR:
        test = values.negated(test)
    made = [*writer.ahead, f"if {shown(test)}:", *further_in(_done(writer, right))]
    writer.ahead = ahead
    return [*lines, *made]


def _bound(writer: Writer, node: Node, left: Node, right: Node) -> list[str]:
    if right.type == "substitution_regexp":
        target = targets.changed(writer, left)
        made = matching.substitution(writer, conversions.as_text(target.read), right)
        return target.store(Typed(made, "str"))
    if right.type == "transliteration_expression":
        if not matching.changes(right):
            return []
        target = targets.changed(writer, left)
        made = matching.transliteration(conversions.as_text(target.read), right)
        return target.store(Typed(values.element(made, ast.Constant(0)), "str"))
    made_match = writer.value(node).node
    if isinstance(made_match, ast.NamedExpr):
        return [f"{unparse(made_match.target)} = {unparse(made_match.value)}"]
    return positions.moved(made_match)


def _topic_matched(writer: Writer, node: Node) -> list[str]:
    """``/…/g;`` of ``$_``."""
    made = writer.value(node).node
    if isinstance(made, ast.NamedExpr):
        return [f"{unparse(made.target)} = {unparse(made.value)}"]
    return positions.moved(made)


def _topic_changed(writer: Writer, node: Node) -> list[str]:
    """``s/…/…/;`` and ``tr/…/…/;`` of ``$_``."""
    read = access.topic(writer)
    if node.type == "substitution_regexp":
        made = matching.substitution(writer, conversions.as_text(read), node)
    else:
        if not matching.changes(node):
            return []
        pair = matching.transliteration(conversions.as_text(read), node)
        made = values.element(pair, ast.Constant(0))
    return targets.topic_target(writer).store(Typed(made, "str"))


# Assignments ---------------------------------------------------------------------------------


def _glob(writer: Writer, left: Node, right: Node) -> list[str] | None:
    """``*{"Class::name"} = sub { … }``: a sub that gets its name while the script runs."""
    if left.type != "glob":
        return None
    inner = next(iter(left.named_children), None)
    behind = tree.dereferenced(left)
    made = writer.value(right).node
    if behind is None and inner is not None and inner.type == "varname":
        name: ast.expr = ast.Constant(f"{tree.package(left)}::{tree.text(inner)}")
    elif behind is not None:
        name = writer.text(behind)
    else:
        raise Untranslatable(tree.text(left))
    package = ast.Constant(tree.package(left))
    return [unparse(values.call("perl_define", [values.call("globals", []), package, name, made]))]


def _assignment(writer: Writer, node: Node) -> list[str]:
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    if left is None or right is None:
        raise Untranslatable(tree.text(node))
    for special in (keeping.state, _glob, signals.assigned, using.assigned, positions.assigned):
        made = special(writer, left, right)
        if made is not None:
            return made
    if tree.operator(node) == "=":
        if failing.is_eval(right) and assignments.several_targets(left) is None:
            return failing.assigned(writer, left, tree.bare(right))
        leaving = _or_leaves(writer, left, right)
        if leaving is not None:
            return leaving
    return assignments.write(writer, node)


def _or_leaves(writer: Writer, left: Node, right: Node) -> list[str] | None:
    """``my $x = shift || die …``."""
    sign = tree.operator(right)
    one, other = right.child_by_field_name("left"), right.child_by_field_name("right")
    if sign not in ("||", "//") or one is None or other is None or not leaving.leaves(other):
        return None
    lines = assignments.plain(writer, left, one)
    node = targets.unwrapped(left)
    if sign == "//":
        test: ast.expr = ast.Compare(writer.value(node).node, [ast.Is()], [ast.Constant(None)])
    else:
        test = values.negated(operators.condition(writer, node))
    return [*lines, f"if {shown(test)}:", *further_in(loops.statement_of(writer, other))]


def _counted(writer: Writer, node: Node) -> list[str]:
    """``$i++``."""
    operand = node.child_by_field_name("operand")
    sign = tree.operator(node)
    if operand is None:
        raise Untranslatable(sign)
    if tree.text(operand) == "$|":
        return using.flushing(writer)
    place = targets.target(writer, operand, is_read=True)
    kind = place.read.kind
    step = "+" if sign == "++" else "-"
    if overloading.is_used(writer) and overloading.may_be_object(place.read):
        given = [ast.Constant(step), place.read.node, ast.Constant(1)]
        return place.store(Typed(values.call("perl_operate", given)))
    made = operators.arithmetic(step, place.read, constant(1))
    is_number = kinds.base(kind) in (*kinds.NUMBERS, "none", "bool")
    if sign == "++" and not is_number and place.plain is not None:
        # What is no text stays none: what else the variable gets, decides.
        return place.store(Typed(values.call("perl_increment", [place.read.node]), "int"))
    lines = place.store(made)
    if place.plain is not None and kind in kinds.NUMBERS and len(lines) == 1:
        return [f"{unparse(place.plain)} {step}= 1"]
    return lines


def _declared(writer: Writer, node: Node) -> list[str]:
    """``my $x;``, ``my @x;``, ``my ($x, %y);``."""
    word = node.children[0].type
    one = node.child_by_field_name("variable")
    given = node.children_by_field_name("variables") or ([one] if one is not None else [])
    if word == "our":
        return []
    if word == "state":
        return keeping.state(writer, node, None) or []
    lines = []
    for each in given:
        variable = writer.variables.of(each)
        if variable is None:
            continue
        if variable.is_boxed:
            lines += targets.declared(writer, variable)
            continue
        empty = {"$": "None", "@": "[]", "%": "{}"}[variable.name[0]]
        writer.write_to(variable, "none")
        lines.append(f"{variable.python} = {empty}")
    return lines


def _local(_writer: Writer, node: Node) -> list[str]:
    """``local $_;``, ``local $| = 1``."""
    text = tree.text(node).removeprefix("local").strip().strip("()")
    if text in ("$_", "$@", "$!", "$?", "$a, $b"):
        return []
    raise Untranslatable(f"local {text}")


# Returning -----------------------------------------------------------------------------------


def _return(writer: Writer, node: Node) -> list[str]:
    if writer.frame.node is None:
        raise Untranslatable("return outside of a sub")
    given = [each for each in node.named_children if each.type != "comment"]
    return returning.returned(writer, given[0] if given else None)


# Calls that are statements -------------------------------------------------------------------


def _exit(writer: Writer, call: tree.Call, node: Node) -> list[str]:  # noqa: ARG001
    if not call.arguments:
        return ["sys.exit(0)"]
    return [f"sys.exit({unparse(ending.status(writer, writer.integer(call.arguments[0])))})"]


def _print(writer: Writer, call: tree.Call, node: Node) -> list[str]:  # noqa: ARG001
    return printing.write(writer, call)


def _die(writer: Writer, call: tree.Call, node: Node) -> list[str]:  # noqa: ARG001
    return failing.die(writer, call)


def _warn(writer: Writer, call: tree.Call, node: Node) -> list[str]:  # noqa: ARG001
    return failing.warn(writer, call)


def _push(writer: Writer, call: tree.Call, node: Node) -> list[str]:  # noqa: ARG001
    return builtins.pushed(writer, call)[1]


def _undef(writer: Writer, call: tree.Call, node: Node) -> list[str]:  # noqa: ARG001
    return _undefined(writer, list(call.arguments))


def _undefined(writer: Writer, given: list[Node]) -> list[str]:
    if not given:
        return []
    node = tree.bare(given[0])
    if node.type in ("array", "array_deref_expression"):
        return [f"{unparse(access.array(writer, node).node)}.clear()"]
    if node.type in ("hash", "hash_deref_expression"):
        return [f"{unparse(access.dictionary(writer, node).node)}.clear()"]
    return targets.target(writer, node).store(constant(None))


def _undef_expression(writer: Writer, node: Node) -> list[str]:
    return _undefined(writer, list(node.named_children))


def _bless(writer: Writer, call: tree.Call, node: Node) -> list[str]:  # noqa: ARG001
    """``bless $self, $class;``: the variable is the object from now on."""
    made = builtins.SPECIALS["bless"](writer, call)
    return targets.target(writer, call.arguments[0]).store(made)


def _try(writer: Writer, call: tree.Call, node: Node) -> list[str]:  # noqa: ARG001
    return failing.try_tiny(writer, node)


def _skip(writer: Writer, call: tree.Call, node: Node) -> list[str]:
    if writer.outline.sub(call.name, tree.package(call.node)) is not None:
        return of_value(writer, node)
    return skipping.written(writer, call)


def _substr(writer: Writer, call: tree.Call, node: Node) -> list[str]:
    if len(call.arguments) != 4:
        return of_value(writer, node)
    place = targets.target(writer, call.arguments[0])
    start, length = (unparse(writer.integer(each)) for each in call.arguments[1:3])
    put = writer.text(call.arguments[3])
    made = values.call(
        "perl_replaced",
        [conversions.as_text(place.read), ast.Name(start), ast.Name(length), put],
    )
    return place.store(Typed(made, "str"))


def _nothing(writer: Writer, node: Node) -> list[str]:  # noqa: ARG001
    return []


def _expression(writer: Writer, node: Node) -> list[str]:
    inside = [each for each in node.named_children if each.type != "comment"]
    return simple(writer, inside[0]) if inside else []


def _eval(writer: Writer, node: Node) -> list[str]:
    return failing.attempt(writer, node)


def _do(writer: Writer, node: Node) -> list[str]:
    block = next((each for each in node.named_children if each.type == "block"), None)
    if block is None:
        raise Untranslatable("do of a file")
    return loops.inside_of(writer, block)


def _labelled(writer: Writer, node: Node) -> list[str]:
    label = node.child_by_field_name("label")
    inner = node.child_by_field_name("statement")
    name = tree.text(label) if label is not None else ""
    if inner is None:
        return []
    looping = {
        "for_statement": loops.foreach,
        "cstyle_for_statement": counting.three_parts,
        "loop_statement": loops.while_,
        "block_statement": loops.bare,
        "block": loops.bare,
    }.get(inner.type)
    if looping is None:
        return write(writer, inner)
    return looping(writer, inner, name)


def _list(writer: Writer, node: Node) -> list[str]:
    """``f(), g();``."""
    return [line for each in tree.items(node) for line in loops.statement_of(writer, each)]


STATEMENTS: dict[str, Write] = {
    "expression_statement": _expression,
    "conditional_statement": _if,
    "for_statement": loops.foreach,
    "cstyle_for_statement": counting.three_parts,
    "loop_statement": loops.while_,
    "block_statement": loops.bare,
    "block": loops.bare,
    "statement_label": _labelled,
    "try_statement": failing.try_statement,
    "use_statement": using.use,
    "phaser_statement": using.phaser,
    "use_version_statement": _nothing,
    "package_statement": using.package,
    "eof_marker": _nothing,
    "data_section": _nothing,
    "heredoc_content": _nothing,
    "pod": _nothing,
    "format_statement": forms.write,
    "subroutine_declaration_statement": using.sub,
}
_EXPRESSIONS: dict[str, Write] = {
    "assignment_expression": _assignment,
    "binary_expression": _logical,
    "conditional_expression": _ternary,
    "do_expression": _do,
    "eval_expression": _eval,
    "list_expression": _list,
    "localization_expression": _local,
    "loopex_expression": leaving.leave,
    "lowprec_logical_expression": _logical,
    "postfix_conditional_expression": _postfix_if,
    "postfix_for_expression": loops.postfix_for,
    "postfix_loop_expression": loops.postfix_while,
    "match_regexp": _topic_matched,
    "postinc_expression": _counted,
    "preinc_expression": _counted,
    "require_expression": using.required,
    "require_version_expression": _nothing,
    "return_expression": _return,
    "stub_expression": _nothing,
    "substitution_regexp": _topic_changed,
    "transliteration_expression": _topic_changed,
    "undef_expression": _undef_expression,
    "variable_declaration": _declared,
}
_CALLS: dict[str, Callable[[Writer, tree.Call, Node], list[str]]] = {
    "bless": _bless,
    "chomp": cutting.chomp,
    "chop": cutting.chomp,
    "confess": _die,
    "croak": _die,
    "carp": _warn,
    "cluck": _warn,
    "die": _die,
    "exit": _exit,
    "push": _push,
    "unshift": _push,
    "print": _print,
    "write": forms.written,
    "select": settings.statement,
    "printf": _print,
    "say": _print,
    "skip": _skip,
    "substr": _substr,
    "todo_skip": _skip,
    "try": _try,
    "undef": _undef,
    "warn": _warn,
}

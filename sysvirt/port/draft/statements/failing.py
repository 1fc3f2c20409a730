"""``die``, ``warn``, ``eval`` and what looks at ``$@``; try and catch."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from sysvirt.port.draft.expressions import arguments, dying, handlers, targets
from sysvirt.port.draft.expressions.builtins import SPECIALS
from sysvirt.port.draft.writing.lines import further_in
from sysvirt.port.draft.writing.typed import Typed, constant
from sysvirt.port.draft.writing.writer import Writer, lists, reads
from sysvirt.port.draft.writing.written import unparse
from sysvirt.port.parser import tree
from sysvirt.port.python import values
from sysvirt.port.python.refusing import Untranslatable

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.parser.tree import Call


def die(writer: Writer, call: Call) -> list[str]:
    """``die …``."""
    given = list(call.arguments)
    if len(given) == 1 and tree.text(given[0]) in ("$@", "${@}"):
        return [f"raise {handlers.helper(writer, 'perl_again')}(error)"]
    made = dying.died(writer, call)
    return [f"raise {unparse(values.call(handlers.helper(writer, 'PerlDie'), made.args))}"]


def warn(writer: Writer, call: Call) -> list[str]:
    """``warn …``."""
    made = dying.died(writer, call, "Warning: something's wrong")
    return [unparse(values.call(handlers.helper(writer, "perl_warn"), made.args))]


# eval ----------------------------------------------------------------------------------------


def _begin(writer: Writer) -> list[str]:
    """``$@`` is empty at first; it is the file's where a sub tells its caller by it."""
    if writer.frame.node is not None and writer.outline.shares_error:
        writer.frame.borrowed["error"] = "global"
    return ['error = ""']


def _well(writer: Writer) -> list[str]:
    """What succeeds leaves it empty, whatever happened meanwhile."""
    return ['    error = ""'] if writer.outline.shares_error else []


def block_of(node: Node) -> Node:
    """The block of ``eval { … }``."""
    found = next((each for each in node.named_children if each.type == "block"), None)
    if found is None:
        raise Untranslatable("eval of a text")
    return found


def attempt(
    writer: Writer, node: Node, last: str = "", otherwise: list[str] | None = None
) -> list[str]:
    """``eval { … }``: ``last`` gets the value, ``otherwise`` is done where it fails."""
    block = block_of(node)
    if _returns(block):
        return _by_function(writer, block, last, otherwise)
    body = _body(writer, block, last)
    handler = ["error = perl_error(err)", *(otherwise or [])]
    return [
        *_begin(writer),
        "try:",
        *body,
        *_well(writer),
        "except Exception as err:",
        *further_in(handler),
    ]


def _returns(block: Node) -> bool:
    waiting = list(block.named_children)
    while waiting:
        node = waiting.pop()
        if node.type == "return_expression":
            return True
        if node.type in tree.SUBS:
            continue
        waiting.extend(node.named_children)
    return False


def _by_function(writer: Writer, block: Node, last: str, otherwise: list[str] | None) -> list[str]:
    """One that ``return`` leaves."""
    name = writer.hoisted(block, "attempt", "one")
    call = f"{last} = {name}()" if last else f"{name}()"
    handler = ["error = perl_error(err)", *(otherwise or [])]
    return [
        *_begin(writer),
        "try:",
        f"    {call}",
        *_well(writer),
        "except Exception as err:",
        *further_in(handler),
    ]


def _body(writer: Writer, block: Node, last: str) -> list[str]:
    lines = writer.block(block)
    inside = tree.inside(block)
    if not last:
        return lines
    final = inside[-1] if inside else None
    if final is None or final.type != "expression_statement":
        raise Untranslatable("eval whose value is that of a statement")
    node = final.named_children[0]
    before, writer.ahead = writer.ahead, []
    try:
        made = writer.value(node) if node.type != "assignment_expression" else None
        extra = writer.ahead
    finally:
        writer.ahead = before
    if made is None:
        raise Untranslatable("eval whose value is an assignment")
    count = len(writer.statement(final))
    kept = (
        lines[: len(lines) - count] if count else [each for each in lines if each.strip() != "pass"]
    )
    return [*kept, *further_in([*extra, f"{last} = {unparse(made.node)}"])]


def assigned(writer: Writer, left: Node, right: Node) -> list[str]:
    """``my $x = eval { … };``."""
    if targets.unwrapped(left).type in ("array", "hash"):
        return _assigned_list(writer, left, right)
    place = targets.target(writer, left)
    name = writer.name("result")
    empty = place.store(constant(None))
    lines = attempt(writer, right, name, empty)
    done = place.store(Typed(ast.Name(name)))
    if done == [f"{unparse(place.plain)} = {name}"] if place.plain is not None else False:
        target = unparse(place.plain) if place.plain is not None else name
        return [line.replace(f"{name} = ", f"{target} = ", 1) for line in lines]
    return [*lines, "else:", *further_in(done)]


def _assigned_list(writer: Writer, left: Node, right: Node) -> list[str]:
    """``my @x = eval { … };``, ``my %x = eval { … };``."""
    variable = writer.variables.of(targets.unwrapped(left))
    if variable is None:
        raise Untranslatable(tree.text(left))
    writer.write_to(variable)
    writer.hold(variable, "")
    name = variable.python
    function = writer.hoisted(block_of(right), "attempt", "list")
    is_hash = variable.name[0] == "%"
    return [
        *_begin(writer),
        "try:",
        f"    {name} = perl_pairs({function}())" if is_hash else f"    {name} = {function}()",
        "except Exception as err:",
        "    error = perl_error(err)",
        f"    {name} = {{}}" if is_hash else f"    {name} = []",
    ]


def is_eval(node: Node | None) -> bool:
    """Whether it is ``eval { … }``."""
    return (
        node is not None
        and tree.bare(node).type == "eval_expression"
        and any(each.type == "block" for each in tree.bare(node).named_children)
    )


def ends_well(node: Node) -> bool:
    """Whether the block of an ``eval`` ends in ``1;``."""
    block = block_of(tree.bare(node))
    inside = tree.inside(block)
    return bool(inside) and tree.text(inside[-1]).rstrip(";").strip() == "1"


# Try::Tiny, and try of the language ----------------------------------------------------------


def try_tiny(writer: Writer, node: Node) -> list[str]:
    """``try { … } catch { … } finally { … };``."""
    blocks = _blocks(node)
    body, caught, final = (blocks.get(each) for each in ("try", "catch", "finally"))
    if body is None:
        raise Untranslatable("try")
    return _tiny(writer, body, caught, final)


def try_value(writer: Writer, call: Call) -> Typed:
    """``my $x = try { … } catch { … };``: its blocks are functions, which ``return`` leaves."""
    blocks = _blocks(call.node)
    if "try" not in blocks:
        raise Untranslatable("try")
    return Typed(_functions(writer, *(blocks.get(each) for each in ("try", "catch", "finally"))))


def _functions(
    writer: Writer, body: Node | None, caught: Node | None, final: Node | None
) -> ast.expr:
    given: list[ast.expr] = []
    if body is not None:
        given.append(ast.Name(_function(writer, body, "attempt", "one", "[]")))
    if caught is not None:
        name = writer.topic_for(None, "caught")
        writer.topics.append((name, ""))
        try:
            given.append(ast.Name(_function(writer, caught, "checked", "one", f"[{name}]")))
        finally:
            writer.topics.pop()
    made = values.call("perl_try", given)
    if final is not None:
        function = _function(writer, final, "at_the_end", "none", "list(failure)", "*failure")
        made.keywords.append(ast.keyword("final", ast.Name(function)))
    return made


def _function(writer: Writer, block: Node, name: str, gives: str, own: str, given: str = "") -> str:
    """A block of ``try`` as a function; ``own`` is what its ``@_`` has."""
    if not arguments.is_of_try(writer, block):
        return writer.hoisted(block, name, gives, given=given)
    first, listed = _own_arguments(writer, block, own)
    with arguments.named(writer, listed):
        return writer.hoisted(block, name, gives, first, given)


def _own_arguments(writer: Writer, block: Node, own: str) -> tuple[list[str], str]:
    """The line that makes a block's own ``@_``, and its name; none where nobody looks at it."""
    inside = "\n".join(arguments.text_of(writer, each) for each in block.named_children)
    if not arguments.are_used(inside):
        return [], ""
    name = writer.name("arguments")
    return [f"{name} = {own}"], name


def _block(writer: Writer, block: Node, own: str) -> list[str]:
    """The lines of a block of ``try``."""
    if not arguments.is_of_try(writer, block):
        return writer.block(block)
    first, listed = _own_arguments(writer, block, own)
    with arguments.named(writer, listed):
        return [*further_in(first), *writer.block(block)]


def _tiny(writer: Writer, body: Node, caught: Node | None, final: Node | None) -> list[str]:
    if any(each is not None and _returns(each) for each in (body, caught)):
        return [unparse(_functions(writer, body, caught, final))]
    name = writer.topic_for(None, "caught")
    told, failure = _failure(writer, final)
    lines = [*told, "try:", *_block(writer, body, "[]")]
    lines += ["except Exception as err:", f"    {name} = perl_error(err)"]
    if failure:
        lines.append(f"    {failure} = [{name}]")
    if caught is not None:
        writer.topics.append((name, ""))
        try:
            lines += _block(writer, caught, f"[{name}]")
        finally:
            writer.topics.pop()
    if final is not None:
        with arguments.named(writer, failure or writer.frame.arguments):
            lines += ["finally:", *writer.block(final)]
    return lines


def _failure(writer: Writer, final: Node | None) -> tuple[list[str], str]:
    """What ``finally`` is told of an error, where it looks at that."""
    if final is None or not arguments.is_of_try(writer, final):
        return [], ""
    first, name = _own_arguments(writer, final, "[]")
    return first, name


def _blocks(node: Node) -> dict[str, Node]:
    """The blocks of try, catch and finally, however the grammar has them in each other."""
    found: dict[str, Node] = {}
    waiting = [node]
    while waiting:
        each = waiting.pop(0)
        call = tree.call(each)
        name = call.name.removeprefix("Try::Tiny::") if call is not None else ""
        code = _code(call) if call is not None and name in ("try", "catch", "finally") else None
        if code is not None and name not in found:
            found[name] = code
        # In a block stands what is tried by itself.
        waiting += [
            inner
            for inner in each.named_children
            if inner.type not in ("block", "indirect_object", *tree.SUBS)
        ]
    return found


def _code(call: Call) -> Node | None:
    """The block of a call, or that of the sub that it is given."""
    if call.block is not None or not call.arguments:
        return call.block
    first = call.arguments[0]
    if first.type == "anonymous_hash_expression":
        # The grammar takes a block of one expression for a hash.
        return first
    if first.type == "anonymous_subroutine_expression":
        return first.child_by_field_name("body")
    return None


def try_statement(writer: Writer, node: Node) -> list[str]:
    """``try { … } catch ($e) { … }`` of the language."""
    body = node.child_by_field_name("try_block")
    caught, name = node.child_by_field_name("catch_block"), node.child_by_field_name("catch_expr")
    final = node.child_by_field_name("finally_block")
    if body is None:
        raise Untranslatable("try")
    if name is None:
        return _tiny(writer, body, caught, final)
    if caught is None:
        raise Untranslatable("try without catch")
    lines = ["try:", *writer.block(body), "except Exception as err:"]
    variable = writer.variables.of(targets.unwrapped(name))
    if variable is None:
        raise Untranslatable("catch without a variable")
    writer.write_to(variable, "")
    lines += [f"    {variable.python} = perl_error(err)", *writer.block(caught)]
    return [*lines, "finally:", *writer.block(final)] if final is not None else lines


@reads("eval_expression")
def in_expression(writer: Writer, node: Node) -> Typed:
    """``eval { … }`` whose value is used."""
    name = writer.name("result")
    lines = attempt(writer, node, name, [f"{name} = None"])
    writer.ahead += lines
    return Typed(ast.Name(name))


@lists("eval_expression")
def in_list(writer: Writer, node: Node) -> list[Typed]:
    """``eval { … }`` in a list: what fails gives no value at all."""
    name = writer.name("results")
    function = writer.hoisted(block_of(node), "attempt", "list")
    writer.ahead += [
        *_begin(writer),
        "try:",
        f"    {name} = {function}()",
        *_well(writer),
        "except Exception as err:",
        "    error = perl_error(err)",
        f"    {name} = []",
    ]
    return writer.starred(Typed(ast.Name(name), "list"))


SPECIALS["try"] = try_value

"""What one asks of the nodes of a tree: names, texts, calls, what stands around them.

Nothing here recurses, however deep a script is. The mends of the grammar stand here, too: what it
reads as something else than Perl does is told as Perl has it.

* ``1..10`` without blanks is to it the number ``1.``, the operator ``.`` and ``10``: ``operator``
  and ``literal`` say what it is.
* It leaves out blanks at the beginning of a string: ``between`` has them.
* ``new Sys::Virt(uri => 1)`` is to it a call of ``new``: ``call`` gives the class as the receiver.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs
from tree_sitter import Node

VARIABLES = frozenset({"scalar", "array", "hash", "arraylen", "glob"})
#: A variable whose sign tells what is taken out of it: ``$x[0]``, ``@x{"a"}``, ``%x{"a"}``.
CONTAINERS = {
    "container_variable": {"array": "@", "hash": "%"},
    "slice_container_variable": {"array": "@", "hash": "%"},
    "keyval_container_variable": {"array": "@", "hash": "%"},
}
STRINGS = frozenset({"string_literal", "interpolated_string_literal", "command_string"})
PLAIN_CALLS = frozenset(
    {
        "function_call_expression",
        "ambiguous_function_call_expression",
        "func0op_call_expression",
        "func1op_call_expression",
    }
)
SUBS = frozenset(
    {
        "subroutine_declaration_statement",
        "anonymous_subroutine_expression",
        "method_declaration_statement",
        "anonymous_method_expression",
    }
)
LISTS = frozenset({"list_expression", "parenthesized_expression", "variable_group"})
#: What stands between statements, and is none: the lines of a heredoc as well.
APART = frozenset({"comment", "pod", "heredoc_content"})
PACKAGES = frozenset({"package_statement", "class_statement", "role_statement"})
BLOCKS = frozenset({"block", "source_file"})
#: What holds statements, those of a block by itself as well.
WRITTEN_IN = BLOCKS | {"block_statement"}
#: What a statement can be; it stands in one of ``BLOCKS``.
STATEMENT = re.compile(r".*_statement(_.*)?\Z|block|yadayada")
ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "0": "\0", "a": "\a", "e": "\x1b", "f": "\f", "b": "\b"}


# Texts.


def text(node: Node) -> str:
    """The Perl of a node."""
    data = node.text or b""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("latin-1")


def between(node: Node) -> str:
    """What stands between the delimiters of a string, a list of words or a regular expression."""
    data = node.text or b""
    delimiters = [each for each in node.children if not each.is_named and each.type not in MARKS]
    if len(delimiters) < 2:
        return ""
    start = delimiters[0].end_byte - node.start_byte
    end = delimiters[1].start_byte - node.start_byte
    part = data[start:end]
    try:
        return part.decode()
    except UnicodeDecodeError:
        return part.decode("latin-1")


#: What stands before the delimiters.
MARKS = frozenset({"q", "qq", "qw", "qx", "qr", "m", "s", "tr", "y"})


def literal(node: Node | None) -> str | None:
    """The value of a string or number that has no variables in it; of anything else, none.

    A word before ``=>`` or between braces is a string, too.
    """
    if node is None:
        return None
    node = bare(node)
    if node.type in ("autoquoted_bareword", "bareword"):
        return text(node)
    if node.type == "number":
        parent = node.parent
        whole = text(node).replace("_", "")
        return (
            whole[:-1] if parent is not None and is_range(parent) and whole[-1:] == "." else whole
        )
    if node.type == "string_literal":
        return re.sub(r"\\([\\'])", r"\1", between(node))
    if node.type == "interpolated_string_literal":
        content = node.child_by_field_name("content")
        if content is not None and any(
            each.is_named and each.type not in ("escape_sequence", "escaped_delimiter")
            for each in content.children
        ):
            return None
        return re.sub(r"\\(.)", lambda found: ESCAPES.get(found[1], found[1]), between(node))
    return None


def words(node: Node) -> list[str]:
    """The words of ``qw(a b)``."""
    return between(node).split()


# Around and below.


def walk(node: Node) -> Iterator[Node]:
    """A node and all named ones below it, in the order of the text."""
    waiting = [node]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(reversed(node.named_children))


def above(node: Node) -> Iterator[Node]:
    """The nodes around a node, the nearest first."""
    parent = node.parent
    while parent is not None:
        yield parent
        parent = parent.parent


def same(one: Node | None, other: Node | None) -> bool:
    """Whether two nodes are the same; a field and a parent give ever new objects."""
    return one is not None and other is not None and one.id == other.id


def same_or_none(one: Node | None, other: Node | None) -> bool:
    """Whether two nodes are the same, or neither is one."""
    return same(one, other) or (one is None and other is None)


def field(node: Node, name: str) -> Node | None:
    """What a node has in a field."""
    return node.child_by_field_name(name)


def is_field(node: Node, parent: Node, name: str) -> bool:
    """Whether a node is what its parent has in a field."""
    return any(each.id == node.id for each in parent.children_by_field_name(name))


def bare(node: Node) -> Node:
    """A node without the parentheses around it."""
    while node.type == "parenthesized_expression" and len(node.named_children) == 1:
        node = node.named_children[0]
    return node


def ternary(node: Node | None) -> tuple[Node, Node, Node] | None:
    """The condition of ``a ? b : c`` and its two sides; of any other expression none."""
    inner = bare(node) if node is not None else None
    if inner is None or inner.type != "conditional_expression":
        return None
    asked, one, other = map(inner.child_by_field_name, ("condition", "consequent", "alternative"))
    return None if asked is None or one is None or other is None else (asked, one, other)


def outermost(node: Node) -> Node:
    """A node with all the parentheses around it."""
    parent = node.parent
    while parent is not None and parent.type == "parenthesized_expression":
        node, parent = parent, parent.parent
    return node


def statement(node: Node) -> Node:
    """The statement that a node is a part of: ``if`` with its blocks, for what is its condition."""
    if _is_statement(node):
        return node
    return next((each for each in above(node) if _is_statement(each)), node)


def _is_statement(node: Node) -> bool:
    parent = node.parent
    return parent is None or (
        parent.type in BLOCKS and node.is_named and node.type not in ("comment", "pod")
    )


def sub(node: Node) -> Node | None:
    """The sub that a node stands in."""
    return next((each for each in above(node) if each.type in SUBS), None)


def package(node: Node) -> str:
    """The package that a node stands in."""
    for each in (node, *above(node)):
        if each.type in PACKAGES and not same(each, node):
            return text(each.child_by_field_name("name") or each)
        before = each.prev_named_sibling
        while before is not None:
            if before.type in PACKAGES and not _has_block(before):
                return text(before.child_by_field_name("name") or before)
            before = before.prev_named_sibling
    return "main"


def _has_block(node: Node) -> bool:
    return any(each.type == "block" for each in node.named_children)


def written_statement(node: Node) -> Node:
    """The statement that a node is written in.

    What stands in a text is a part of the text's, what stands in ``%{…}`` and in the one
    expression of ``map {…}`` a part of theirs; ``elsif`` is one of its own.
    """
    texts = [each for each in above(node) if each.type == "string_content"]
    inner = texts[-1] if texts else node
    for each in above(inner):
        if (each.type in WRITTEN_IN and not _is_in_expression(each)) or inner.type == "elsif":
            break
        inner = each
    return inner


def _is_in_expression(block: Node) -> bool:
    parent = block.parent
    if parent is None or block.type != "block":
        return False
    if parent.type == "varname":
        return True
    is_callback = parent.type in ("map_grep_expression", "sort_expression")
    return is_callback and block.named_child_count == 1


# Variables.


def variable(node: Node) -> str | None:
    """The name of a variable with its own sign: ``$dom``; of ``$doms[0]`` ``@doms`` is asked.

    Of ``$$x`` and ``@{...}``, which have no name, and of what is no variable: none.
    """
    if node.type in VARIABLES or node.type in CONTAINERS:
        name = next((each for each in node.named_children if each.type == "varname"), None)
        if name is None or name.named_child_count:
            return None
        return _sign(node) + text(name)
    if node.type == "variable_declaration":
        declared = node.child_by_field_name("variable")
        return variable(declared) if declared is not None else None
    return None


def _sign(node: Node) -> str:
    if node.type in CONTAINERS:
        parent = node.parent
        if parent is None:
            return "%"
        return "@" if is_field(node, parent, "array") else "%"
    return {"scalar": "$", "array": "@", "hash": "%", "arraylen": "@", "glob": "*"}[node.type]


def dereferenced(node: Node) -> Node | None:
    """What ``$$x``, ``@$x``, ``@{...}``, ``%{...}`` or ``$x->@*`` look behind; else none."""
    if node.type in VARIABLES or node.type in CONTAINERS:
        inner = next(iter(node.named_children), None)
        if inner is not None and inner.type in ("varname", "glob_deref_expression"):
            inner = next(iter(inner.named_children), None)
        if inner is None or inner.type == "varname":
            return None
        return _of_block(inner)
    if node.type in (
        "scalar_deref_expression",
        "array_deref_expression",
        "hash_deref_expression",
        "arraylen_deref_expression",
        "amper_deref_expression",
        "glob_deref_expression",
    ):
        return next(iter(node.named_children), None)
    return None


def _of_block(node: Node) -> Node | None:
    """The one expression of ``{ ... }``."""
    if node.type != "block":
        return node
    found = inside(node)
    if len(found) != 1:
        return None
    return next(iter(found[0].named_children), None)


def inside(block: Node) -> list[Node]:
    """The statements of a block."""
    return [each for each in block.named_children if each.type not in APART]


# Operators.


def is_range(node: Node) -> bool:
    """Whether a node is ``1..10``, however the grammar reads it."""
    if node.type != "binary_expression":
        return False
    operator_ = node.child_by_field_name("operator")
    left = node.child_by_field_name("left")
    if operator_ is None or left is None:
        return False
    if operator_.type in ("..", "..."):
        return True
    return (
        operator_.type == "."
        and left.type == "number"
        and text(left).endswith(".")
        and left.end_byte == operator_.start_byte
    )


def operator(node: Node) -> str:
    """The operator of an expression; of what has none, an empty text."""
    if is_range(node):
        return ".."
    found = node.child_by_field_name("operator")
    return text(found) if found is not None else ""


# Calls.


@attrs.frozen(eq=False)
class Call:
    """A call of a method or a function."""

    #: All of it.
    node: Node
    #: The name, and where it stands; of a method by a variable, ``$m``.
    name: str
    name_node: Node
    #: What stands before the arrow; of ``new Sys::Virt`` the class. A function has none.
    receiver: Node | None
    #: One by one.
    arguments: tuple[Node, ...]
    #: Of ``first { ... } @x`` the block. The grammar has no node for a second one in the same
    #: expression: of ``try {...} catch {...}`` it is the ``indirect_object`` around it.
    block: Node | None = None

    @property
    def is_dynamic(self) -> bool:
        """Whether the name is a variable: ``$dom->$name``."""
        return self.name.startswith(("$", "&$"))

    def pairs(self) -> tuple[tuple[str, Node], ...]:
        """The arguments ``name => value``, as far as the names are literal."""
        return tuple(pairs(self.arguments))


def call(node: Node) -> Call | None:
    """The call that a node is, parentheses aside; else none."""
    node = bare(node)
    if node.type == "method_call_expression":
        method, receiver = field(node, "method"), field(node, "invocant")
        if method is None:
            return None
        return Call(node, text(method), method, receiver, arguments(node))
    if node.type in PLAIN_CALLS:
        return _function_call(node)
    return None


def _function_call(node: Node) -> Call | None:
    function = field(node, "function")
    if function is None:
        return None
    name = next((each for each in function.named_children if each.type == "varname"), function)
    given = arguments(node)
    block = field(node, "block") or _block(node)
    if text(function) == "new" and len(given) >= 1 and block is None:
        indirect = _indirect(node, function, given)
        if indirect is not None:
            return indirect
    return Call(node, text(name).removeprefix("&"), name, None, given, block)


def _block(node: Node) -> Node | None:
    """The block of ``first { ... } @x``."""
    for each in node.named_children:
        if each.type == "indirect_object":
            if each.children[0].type == "{":
                # A second block in the same expression comes without a node of its own.
                return each
            inner = next(iter(each.named_children), None)
            return inner if inner is not None and inner.type == "block" else None
    return None


def _indirect(node: Node, function: Node, given: tuple[Node, ...]) -> Call | None:
    """``new Sys::Virt(...)`` and ``new Sys::Virt``."""
    first = given[0]
    if first.type == "bareword":
        return Call(node, "new", function, first, given[1:])
    if first.type in ("function_call_expression", "ambiguous_function_call_expression"):
        cls = field(first, "function")
        if cls is not None and not text(cls).startswith("&"):
            return Call(node, "new", function, cls, arguments(first))
    return None


def arguments(node: Node) -> tuple[Node, ...]:
    """The arguments of a call, one by one."""
    given = node.children_by_field_name("arguments")
    if not given and node.type == "func1op_call_expression":
        function = field(node, "function")
        given = [each for each in node.named_children if not same(each, function)]
    return tuple(item for each in given if each.is_named for item in items(each))


def items(node: Node) -> Iterator[Node]:
    """The items of a list, one by one, those of lists in it too; a single node is its own item."""
    waiting = [node]
    while waiting:
        each = waiting.pop()
        if each.type in LISTS:
            waiting.extend(reversed(each.named_children))
        elif each.type not in APART and each.type != "stub_expression":
            yield each


def pairs(given: tuple[Node, ...] | list[Node]) -> Iterator[tuple[str, Node]]:
    """The pairs ``name => value`` of a list, as far as the names are literal.

    >>> from sysvirt.port.parser.grammar import parse
    >>> found = next(call(each) for each in walk(parse(b"f(1, a => 2)").root) if call(each))
    >>> [(name, text(value)) for name, value in found.pairs()]
    [('a', '2')]
    """
    at = 0
    while at + 1 < len(given):
        name = literal(given[at]) if is_key(given[at]) else None
        if name is not None:
            yield name, given[at + 1]
            at += 2
        else:
            at += 1


def is_key(node: Node) -> bool:
    """Whether ``=>`` stands behind a node."""
    after = node.next_sibling
    while after is not None and after.type in ("comment", "pod"):
        after = after.next_sibling
    return after is not None and after.type == "=>"


def dereferenced_code(node: Node) -> Node | None:
    """What ``&$x`` and ``&{...}`` look behind; ``node`` is what stands after the sign."""
    inner = next(iter(node.named_children), None)
    if inner is not None and inner.type == "code_deref_expression":
        inner = next(iter(inner.named_children), None)
    return _of_block(inner) if inner is not None else None


def asked_for(node: Node) -> list[Node]:
    """What stands behind the module of a ``use``, and its version."""
    module = node.child_by_field_name("module")
    return [
        each
        for each in node.named_children
        if not same(module, each) and each.type not in ("comment", "version")
    ]


def listed_words(nodes: list[Node] | tuple[Node, ...]) -> list[str]:
    """All literal texts of a list: ``("a", qw(b c), [d => "e"])``."""
    found: list[str] = []
    waiting = list(reversed(nodes))
    while waiting:
        node = waiting.pop()
        if node.type in LISTS or node.type == "anonymous_array_expression":
            waiting.extend(reversed(node.named_children))
        elif node.type == "quoted_word_list":
            found += words(node)
        else:
            value = literal(node)
            if value is not None:
                found.append(value)
    return found


def heredoc(node: Node) -> Node | None:
    """The lines that ``<<EOT`` stands for; they come behind the statement that it stands in.

    If its line has several of them, their lines come in the same order.
    """
    row, before = node.start_point[0], 0
    top = node
    found: dict[int, Node] = {}
    for each in (node, *above(node)):
        after = each.next_named_sibling
        while after is not None:
            if after.type == "heredoc_content":
                found[after.start_byte] = after
            after = after.next_named_sibling
        if each.start_point[0] == row:
            top = each
    for each in (top, *_on_row_before(top, row)):
        before += sum(
            one.type == node.type and one.start_point[0] == row and one.start_byte < node.start_byte
            for one in walk(each)
        )
    contents = [found[at] for at in sorted(found)]
    return contents[before] if before < len(contents) else None


def _on_row_before(node: Node, row: int) -> Iterator[Node]:
    """What ends on a row before a node begins."""
    before = node.prev_named_sibling
    while before is not None and before.end_point[0] == row:
        yield before
        before = before.prev_named_sibling

"""Perl's statements as lines of Python: one each, of those with a block the line that leads it."""

from __future__ import annotations

import ast
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, TypeAlias

from sysvirt.port.api import class_name
from sysvirt.port.findings import Kind
from sysvirt.port.lines import functions, uses
from sysvirt.port.lines.expressions import Expressions
from sysvirt.port.lines.lists import only
from sysvirt.port.parser import tree
from sysvirt.port.python import objects, strings, values
from sysvirt.port.python.names import single
from sysvirt.port.python.refusing import Untranslatable
from sysvirt.port.python.shapes import method_of

if TYPE_CHECKING:
    from tree_sitter import Node

_AUGMENTED: dict[str, type[ast.operator]] = {
    "+=": ast.Add,
    "-=": ast.Sub,
    "*=": ast.Mult,
    "|=": ast.BitOr,
    "&=": ast.BitAnd,
    ".=": ast.Add,
    "x=": ast.Mult,
}
_IMPORT = "from sysvirt import Sys"
_Target: TypeAlias = ast.Name | ast.Subscript | ast.Attribute


def write(expressions: Expressions, node: Node) -> str:
    """A statement as one line; it ends in a colon where a block follows."""
    if node.type == "expression_statement":
        return _expression(expressions, node.named_children[0])
    made = _HEADS.get(node.type)
    if made is None:
        return _expression(expressions, node)
    return made(expressions, node)


def _expression(expressions: Expressions, node: Node) -> str:
    node = tree.bare(node)
    made = _STATEMENTS.get(node.type)
    if made is not None:
        return made(expressions, node)
    call = tree.call(node)
    if call is not None and call.receiver is None:
        special = _CALLS.get(call.name)
        if special is not None:
            return special(expressions, call, node)
    return values.unparse(expressions.whole(node))


# Those with a block --------------------------------------------------------------------------


def _if(expressions: Expressions, node: Node) -> str:
    words = {"if": "if", "unless": "if", "elsif": "elif", "while": "while", "until": "while"}
    word = node.children[0].type
    condition = node.child_by_field_name("condition")
    if condition is None or word not in words:
        raise Untranslatable(word)
    return f"{words[word]} {_condition(expressions, condition, word)}:"


def _condition(expressions: Expressions, node: Node, word: str) -> str:
    made = expressions.condition(node)
    if word in ("unless", "until"):
        made = values.negated(made)
    shown = values.unparse(made)
    return shown[1:-1] if isinstance(made, ast.NamedExpr) else shown


def _for(expressions: Expressions, node: Node) -> str:
    through = node.child_by_field_name("list")
    variable = node.child_by_field_name("variable")
    if through is None:
        raise Untranslatable("for")
    if variable is None:
        name = _topic(expressions, node)
    else:
        name = expressions.names.of(tree.variable(variable) or "")
    return f"for {name} in {values.unparse(_through(expressions, through))}:"


def _topic(expressions: Expressions, node: Node) -> str:
    """What ``$_`` is called in a loop."""
    for each in tree.walk(node):
        if tree.variable(each) == "$_":
            return single(expressions.unit.types_of(each))
    return "item"


def _through(expressions: Expressions, node: Node) -> ast.expr:
    """What a loop goes through: a dict by its keys, no list that was only made for it."""
    inside = list(tree.items(node))
    if len(inside) != 1:
        return ast.Tuple(expressions.elements([node]))
    return functions.gone_through(expressions, inside[0])


# Assignments ---------------------------------------------------------------------------------


def _assignment(expressions: Expressions, node: Node) -> str:
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    sign = tree.operator(node)
    if left is None or right is None:
        raise Untranslatable(tree.text(node))
    if sign == "=":
        return _plain(expressions, left, right)
    target = _target(expressions, left)
    if sign in ("||=", "//="):
        return _defaulted(expressions, target, right, sign)
    if sign not in _AUGMENTED:
        raise Untranslatable(sign)
    is_text = sign == ".="
    made = strings.joined(expressions.text_pieces(right)) if is_text else expressions.value(right)
    return _augmented(left, target, _AUGMENTED[sign](), made, "" if is_text else 0)


def _augmented(
    left: Node, target: _Target, sign: ast.operator, made: ast.expr, nothing: str | int
) -> str:
    """``x += 1``; of a hash whatever isn't there yet counts as nothing."""
    if tree.bare(left).type == "hash_element_expression" and isinstance(target, ast.Subscript):
        get = values.call(ast.Attribute(target.value, "get"), [target.slice, ast.Constant(nothing)])
        return f"{values.unparse(target)} = {values.unparse(ast.BinOp(get, sign, made))}"
    return values.unparse(ast.AugAssign(target, sign, made))


def _defaulted(expressions: Expressions, target: _Target, right: Node, sign: str) -> str:
    made = values.unparse(expressions.value(right))
    shown = values.unparse(target)
    if isinstance(target, ast.Subscript):
        if sign == "//=":
            raise Untranslatable(sign)
        get = values.call(ast.Attribute(target.value, "get"), [target.slice])
        return f"{shown} = {values.unparse(get)} or {made}"
    if sign == "//=":
        return f"if {shown} is None: {shown} = {made}"
    return f"{shown} = {shown} or {made}"


def _plain(expressions: Expressions, left: Node, right: Node) -> str:
    several = _several(left)
    if several is not None:
        return _unpacked(expressions, several, right)
    variable = left.child_by_field_name("variable") if left.type == "variable_declaration" else left
    if variable is not None and variable.type == "array":
        return f"{_shown(expressions, variable)} = {values.unparse(_as_list(expressions, right))}"
    if variable is not None and variable.type == "hash":
        return f"{_shown(expressions, variable)} = {values.unparse(_as_dict(expressions, right))}"
    target = values.unparse(_target(expressions, left))
    if right.type == "assignment_expression":
        return f"{target} = {_expression(expressions, right)}"
    return f"{target} = {values.unparse(expressions.value(right))}"


def _shown(expressions: Expressions, variable: Node) -> str:
    is_array = variable.type == "array"
    made = expressions.array(variable) if is_array else expressions.hash(variable)
    if isinstance(made, ast.Name) and tree.dereferenced(variable) is None:
        return made.id
    if not is_array:
        raise Untranslatable("a hash behind a reference")
    # What others hold, too, has to change in its place.
    return values.unparse(ast.Subscript(made, ast.Slice()))


def _as_list(expressions: Expressions, right: Node) -> ast.expr:
    made, bare = expressions.listed(right), tree.bare(right)
    is_list = isinstance(made, ast.List | ast.ListComp | ast.Call) and bare.type != "array"
    if is_list and not tree.is_range(bare) and expressions.shapes.of(bare) != "tuple":
        return made
    return values.call("list", [made])


def _as_dict(expressions: Expressions, right: Node) -> ast.expr:
    bare = tree.bare(right)
    if bare.type == "hash":
        return values.call("dict", [expressions.hash(bare)])
    site = expressions.site(bare)
    method = method_of(site) if site is not None else None
    if site is not None and method is not None and method.returns.shape == "dict":
        return uses.use(expressions, site)
    if bare.type == "stub_expression":
        return ast.Dict([], [])
    if bare.type == "map_grep_expression":
        return _mapped(expressions, bare)
    return expressions.pairs([right])


def _mapped(expressions: Expressions, node: Node) -> ast.expr:
    """``map { $_->get_name => $_ } …`` as a dict."""
    callback, through = node.child_by_field_name("callback"), node.child_by_field_name("list")
    if node.children[0].type != "map" or callback is None or through is None:
        raise Untranslatable(tree.text(node))
    inside = only(callback)
    pair = list(tree.items(inside)) if inside.type == "list_expression" else []
    if len(pair) != 2 or any(map(expressions.is_many, pair)):
        raise Untranslatable(tree.text(node))
    name = ast.Name(expressions.each(inside))
    loop = ast.comprehension(name, functions.gone_through(expressions, through), [], is_async=0)
    return ast.DictComp(expressions.value(pair[0]), expressions.value(pair[1]), [loop])


def _target(expressions: Expressions, node: Node) -> _Target:
    node = tree.bare(node)
    if node.type == "variable_declaration":
        declared = node.child_by_field_name("variable")
        if declared is None or declared.type != "scalar":
            raise Untranslatable(tree.text(node))
        node = declared
    if node.type not in ("scalar", "hash_element_expression", "array_element_expression"):
        raise Untranslatable(tree.text(node))
    container = node.child_by_field_name("hash")
    if container is not None and tree.variable(container) == "%ENV":
        key = node.child_by_field_name("key")
        if key is not None:
            return ast.Subscript(values.path("os.environ"), expressions.value(key))
    made = expressions.value(node)
    if not isinstance(made, ast.Name | ast.Subscript | ast.Attribute):
        raise Untranslatable(tree.text(node))
    return made


def _several(left: Node) -> list[Node] | None:
    """The targets of ``my ($x, $y)`` and ``($x, $y)``; of one without parentheses none."""
    if left.type == "variable_declaration":
        return left.children_by_field_name("variables") or None
    return (
        list(tree.items(left))
        if left.type in ("parenthesized_expression", "list_expression")
        else None
    )


def _unpacked(expressions: Expressions, targets: list[Node], right: Node) -> str:
    names = [_one_of_several(expressions, each) for each in targets]
    source = tree.bare(right)
    if tree.variable(source) == "@_":
        raise Untranslatable("@_")
    site = expressions.site(source)
    method = method_of(site) if site is not None else None
    if site is None or method is None:
        return _unpacked_list(expressions, names, targets, right)
    made = values.unparse(uses.use(expressions, site))
    if method.returns.is_list:
        if len(names) != 1 or targets[0].type in ("array", "hash"):
            raise Untranslatable("some of a list")
        return f"{names[0]} = next(iter({made}), None)"
    count = len(method.returns.items)
    if method.returns.shape != "tuple" or method.is_reference:
        if len(names) != 1:
            raise Untranslatable("one value for several")
        return f"{names[0]} = {made}"
    if any(each.type in ("array", "hash") for each in targets) or len(names) > count:
        raise Untranslatable("a tuple in a list")
    return f"{', '.join([*names, *['_'] * (count - len(names))])} = {made}"


def _unpacked_list(
    expressions: Expressions, names: list[str], targets: list[Node], right: Node
) -> str:
    inside = list(tree.items(right))
    if any(tree.operator(each) in ("=~", "!~") for each in inside):
        raise Untranslatable("what a match has found")
    scalars = all(each.type not in ("array", "hash") for each in targets)
    if scalars and len(inside) == len(names) and not any(map(expressions.is_many, inside)):
        made = [values.unparse(expressions.value(each)) for each in inside]
        if len(names) == 1:
            return f"{names[0]} = {made[0]}"
        return f"{', '.join(names)} = {', '.join(made)}"
    raise Untranslatable("another number of values")


def _one_of_several(expressions: Expressions, node: Node) -> str:
    if node.type == "undef_expression":
        return "_"
    if node.type in ("array", "hash"):
        return f"*{expressions.names.of(tree.variable(node) or '')}"
    return values.unparse(_target(expressions, node))


# Others --------------------------------------------------------------------------------------


def _postfix_if(expressions: Expressions, node: Node) -> str:
    condition = node.child_by_field_name("condition")
    word = next(each.type for each in node.children if each.type in ("if", "unless"))
    if condition is None:
        raise Untranslatable(word)
    body = _simple(expressions, node.named_children[0])
    return f"if {_condition(expressions, condition, word)}: {body}"


def _postfix_for(expressions: Expressions, node: Node) -> str:
    through = node.child_by_field_name("list")
    if through is None:
        raise Untranslatable("for")
    body = _simple(expressions, node.named_children[0])
    name = _topic(expressions, node.named_children[0])
    return f"for {name} in {values.unparse(_through(expressions, through))}: {body}"


def _return(expressions: Expressions, node: Node) -> str:
    given = list(node.named_children)
    if not given:
        return "return"
    inside = list(tree.items(given[0]))
    if len(inside) == 1:
        return f"return {values.unparse(_returned(expressions, inside[0]))}"
    return f"return {values.unparse(ast.Tuple(expressions.elements(inside)))[1:-1]}"


def _returned(expressions: Expressions, node: Node) -> ast.expr:
    if expressions.is_many(node):
        return expressions.listed(node)
    return expressions.whole(node)


def _logical(expressions: Expressions, node: Node) -> str:
    """``… or …``, ``… and …``; what dies by itself needs no ``or die``."""
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    sign = tree.operator(node)
    if left is None or right is None or sign not in ("or", "||", "and", "&&"):
        return values.unparse(expressions.whole(node))
    call = tree.call(right)
    name = call.name if call is not None else tree.text(right)
    is_or = sign in ("or", "||")
    if is_or and name in ("die", "croak", "confess") and _cannot_fail(expressions, left):
        return _expression(expressions, left)
    if tree.bare(left).type == "assignment_expression":
        raise Untranslatable(tree.text(node))
    word = "unless" if is_or else "if"
    return f"if {_condition(expressions, left, word)}: {_simple(expressions, right)}"


def _cannot_fail(expressions: Expressions, node: Node) -> bool:
    node = tree.bare(node)
    if node.type == "assignment_expression":
        right = node.child_by_field_name("right")
        return right is not None and _cannot_fail(expressions, right)
    site = expressions.site(node)
    if site is None or not site.exists:
        return False
    method = method_of(site)
    return site.kind is Kind.NEW or (
        method is not None
        and method.returns.shape.startswith("object:")
        and not method.returns.null
    )


def _counted(expressions: Expressions, node: Node) -> str:
    operand = node.child_by_field_name("operand")
    sign = tree.operator(node)
    if operand is None:
        raise Untranslatable(sign)
    kind = ast.Add() if sign == "++" else ast.Sub()
    return _augmented(operand, _target(expressions, operand), kind, ast.Constant(1), 0)


def _print(expressions: Expressions, call: tree.Call, node: Node) -> str:
    keywords: dict[str, ast.expr] = {}
    handle = next((each for each in node.named_children if each.type == "indirect_object"), None)
    if handle is not None:
        keywords["file"] = _handle(expressions, handle)
    if call.name == "printf":
        made = functions.formatted(expressions, call.arguments)
        return _printed_format(made, keywords)
    given = [item for each in call.arguments for item in tree.items(each)]
    if any(map(expressions.is_many, given)):
        elements = expressions.elements(given)
        return _printed_list(elements, call.name, keywords)
    parts = [piece for each in given for piece in expressions.text_pieces(each)]
    kept, ends = strings.without_line_end(parts)
    if not ends and call.name != "say":
        keywords["end"] = ast.Constant("")
    elif ends and call.name == "say":
        kept = parts
    return _printed(kept, keywords)


def _printed(parts: list[strings.Piece], keywords: dict[str, ast.expr]) -> str:
    if len(parts) == 1 and isinstance(parts[0], ast.expr):
        return values.unparse(values.call("print", [parts[0]], **keywords))
    made = [strings.joined(parts)] if parts else []
    with suppress(ValueError):
        line = values.unparse(values.call("print", made, **keywords))
        if "\n" not in line:
            return line
    # No quotes are left for a text within one.
    shown = [ast.Constant(each) if isinstance(each, str) else each for each in parts]
    return values.unparse(values.call("print", shown, sep=ast.Constant(""), **keywords))


def _printed_list(elements: list[ast.expr], name: str, keywords: dict[str, ast.expr]) -> str:
    last = elements[-1] if elements else None
    ends = isinstance(last, ast.Constant) and last.value == "\n"
    if ends:
        elements = elements[:-1]
    elif name != "say":
        keywords["end"] = ast.Constant("")
    return values.unparse(values.call("print", elements, sep=ast.Constant(""), **keywords))


def _printed_format(made: ast.expr, keywords: dict[str, ast.expr]) -> str:
    form = made.left if isinstance(made, ast.BinOp) else made
    if isinstance(form, ast.Constant) and isinstance(form.value, str) and form.value.endswith("\n"):
        form.value = form.value[:-1]
    else:
        keywords["end"] = ast.Constant("")
    return values.unparse(values.call("print", [made], **keywords))


def _handle(expressions: Expressions, node: Node) -> ast.expr:
    text = tree.text(node)
    if text in ("STDERR", "STDOUT"):
        return values.path(f"sys.{text.lower()}")
    inner = node.named_children[0]
    if inner.type == "block":
        inner = tree.dereferenced(node) or inner.named_children[0].named_children[0]
    return expressions.value(inner)


def _die(expressions: Expressions, call: tree.Call, node: Node) -> str:  # noqa: ARG001
    given = [item for each in call.arguments for item in tree.items(each)]
    if len(given) == 1 and expressions.is_error(given[0]):
        return "raise"
    if not given or any(each.type == "anonymous_hash_expression" for each in given):
        raise Untranslatable("die")
    parts = [piece for each in given for piece in expressions.text_pieces(each)]
    kept, _ = strings.without_line_end(parts)
    return f"raise {values.unparse(values.call('SystemExit', [strings.joined(kept)]))}"


def _warn(expressions: Expressions, call: tree.Call, node: Node) -> str:  # noqa: ARG001
    given = [item for each in call.arguments for item in tree.items(each)]
    parts = [piece for each in given for piece in expressions.text_pieces(each)]
    kept, ends = strings.without_line_end(parts)
    if not ends:
        # Perl adds where it was.
        raise Untranslatable("warn")
    return _printed(kept, {"file": values.path("sys.stderr")})


def _push(expressions: Expressions, call: tree.Call, node: Node) -> str:  # noqa: ARG001
    if len(call.arguments) < 2 or call.arguments[0].type != "array":
        raise Untranslatable(call.name)
    base = _pushed_into(expressions, call.arguments[0])
    given = call.arguments[1:]
    if len(given) == 1 and expressions.is_many(given[0]):
        return values.unparse(
            values.call(ast.Attribute(base, "extend"), [expressions.listed(given[0])])
        )
    if len(given) == 1:
        return values.unparse(
            values.call(ast.Attribute(base, "append"), [expressions.value(given[0])])
        )
    return values.unparse(
        values.call(ast.Attribute(base, "extend"), [ast.List(expressions.elements(given))])
    )


def _pushed_into(expressions: Expressions, node: Node) -> ast.expr:
    """The list that is pushed into: in a hash it may not be there yet."""
    made = expressions.array(node)
    behind = tree.dereferenced(node)
    is_of_hash = behind is not None and behind.type == "hash_element_expression"
    if is_of_hash and isinstance(made, ast.Subscript):
        return values.call(ast.Attribute(made.value, "setdefault"), [made.slice, ast.List([])])
    return made


def _loop_exit(_expressions: Expressions, node: Node) -> str:
    words = {"next": "continue", "last": "break"}
    word = tree.text(node)
    if word not in words:
        raise Untranslatable(word)
    return words[word]


def _postfix_while(expressions: Expressions, node: Node) -> str:
    condition = node.child_by_field_name("condition")
    word = next(each.type for each in node.children if each.type in ("while", "until"))
    body = node.named_children[0]
    if condition is None or body.type == "do_expression":
        raise Untranslatable(word)
    shown = _simple(expressions, body)
    return f"while {_condition(expressions, condition, word)}: {shown}"


def _simple(expressions: Expressions, node: Node) -> str:
    """A statement that may stand behind a colon on one line."""
    shown = _expression(expressions, node)
    if shown.endswith(":") or shown.startswith(("if ", "for ", "while ")):
        raise Untranslatable("a statement in a statement")
    return shown


def _sleep(expressions: Expressions, call: tree.Call, node: Node) -> str:  # noqa: ARG001
    return values.unparse(values.call("time.sleep", expressions.arguments(call.arguments)))


def _exit(expressions: Expressions, call: tree.Call, node: Node) -> str:  # noqa: ARG001
    return values.unparse(values.call("sys.exit", expressions.arguments(call.arguments)))


# Modules -------------------------------------------------------------------------------------


def _use(_expressions: Expressions, node: Node) -> str:
    module = node.child_by_field_name("module")
    name = tree.text(module) if module is not None else ""
    if class_name(name):
        return _IMPORT
    if name not in ("parent", "base"):
        raise Untranslatable(name)
    listed = tree.listed_words(
        [each for each in node.named_children if not tree.same(each, module)]
    )
    parents = [values.unparse(objects.class_path(each)) for each in listed if each != "-norequire"]
    own = tree.package(node).rpartition("::")[2]
    return f"class {own}({', '.join(parents)}):"


def _require(_expressions: Expressions, node: Node) -> str:
    if not class_name(tree.text(node.named_children[0])):
        raise Untranslatable(tree.text(node))
    return _IMPORT


_HEADS: dict[str, Callable[[Expressions, Node], str]] = {
    "conditional_statement": _if,
    "elsif": _if,
    "for_statement": _for,
    "loop_statement": _if,
    "use_statement": _use,
}
_STATEMENTS: dict[str, Callable[[Expressions, Node], str]] = {
    "assignment_expression": _assignment,
    "binary_expression": _logical,
    "loopex_expression": _loop_exit,
    "lowprec_logical_expression": _logical,
    "postfix_conditional_expression": _postfix_if,
    "postfix_for_expression": _postfix_for,
    "postfix_loop_expression": _postfix_while,
    "postinc_expression": _counted,
    "preinc_expression": _counted,
    "require_expression": _require,
    "return_expression": _return,
}
_CALLS: dict[str, Callable[[Expressions, tree.Call, Node], str]] = {
    "croak": _die,
    "die": _die,
    "exit": _exit,
    "print": _print,
    "printf": _print,
    "push": _push,
    "say": _print,
    "sleep": _sleep,
    "warn": _warn,
}

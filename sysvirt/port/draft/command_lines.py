"""GetOptions, getopts and pod2usage."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from sysvirt.port.draft.expressions import access
from sysvirt.port.draft.expressions.builtins import SPECIALS
from sysvirt.port.draft.known import kinds
from sysvirt.port.draft.modules import getopt, pod_usage
from sysvirt.port.draft.pod import text as pod
from sysvirt.port.draft.writing.typed import Typed
from sysvirt.port.draft.writing.writer import Writer
from sysvirt.port.draft.writing.written import unparse
from sysvirt.port.parser import tree
from sysvirt.port.python import values
from sysvirt.port.python.refusing import Untranslatable

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.parser.tree import Call

#: What the lines of a parser leave, for the condition that they stand in.
_DONE = Typed(ast.Name("options_ok"), "truth")


def _configured(writer: Writer) -> list[str]:
    wanted = writer.outline.modules.get("Getopt::Long") or []
    found = [each for each in wanted if not each.startswith((":", "GetOptions"))]
    return [*found, *writer.configured]


def _configure(writer: Writer, given: Call) -> Typed:
    words = tree.listed_words(list(given.arguments))
    for each in words:
        if each not in writer.configured:
            writer.configured.append(each)
    return Typed(ast.Constant(None), "none")


def _get_options(writer: Writer, given: Call) -> Typed:
    items = [item for each in given.arguments for item in tree.items(each)]
    where = "argv"
    if given.name == "GetOptionsFromArray":
        where = _array(writer, items.pop(0))
    target = ""
    if items and tree.literal(items[0]) is None:
        target = _hash(writer, items.pop(0))
    specs: list[getopt.Filling] = []
    while items:
        key = tree.literal(items.pop(0))
        if key is None:
            raise Untranslatable("an option that isn't written there")
        if items and tree.literal(items[0]) is None:
            specs.append((key, *_filled(writer, items.pop(0), key)))
        elif target:
            specs.append((key, "", ""))
        else:
            specs.append((key, *_of_name(writer, key)))
    configured = _configured(writer)
    if target:
        lines = getopt.options_into(target, specs, configured, where, _version(writer))
    else:
        lines = getopt.options(specs, configured, where, _version(writer))
    writer.ahead += lines
    return _DONE


def _global(writer: Writer, name: str, package: str = "main") -> str | None:
    """A variable of a package, where the script has it."""
    found = (v for v in writer.variables.all if v.scope is None and v.name == name)
    return next((v.python for v in found if (v.package or "main") == package), None)


def _version(writer: Writer) -> str:
    """``$VERSION`` of the script, which ``--version`` prints."""
    return _global(writer, "$VERSION") or "None"


def _array(writer: Writer, node: Node) -> str:
    inner = tree.bare(node)
    if inner.type == "refgen_expression":
        inner = tree.bare(inner.named_children[0])
        return unparse(access.array(writer, inner).node)
    return unparse(writer.value(inner).node)


def _of_name(writer: Writer, key: str) -> tuple[str, str]:
    """Without a place it is ``$opt_name``."""
    name = f"opt_{getopt.spec(key).names[0]}"
    variable = next((v for v in writer.variables.all if v.name == f"${name}"), None)
    if variable is None:
        raise Untranslatable(f"the option {key} fills nothing")
    writer.write_to(variable, "")
    return "scalar", variable.python


def _hash(writer: Writer, node: Node) -> str:
    inner = tree.bare(node)
    if inner.type == "refgen_expression":
        inner = tree.bare(inner.named_children[0])
        if inner.type == "variable_declaration":
            inner = inner.child_by_field_name("variable") or inner
        writer.share(inner)
        return unparse(access.dictionary(writer, inner).node)
    return unparse(writer.value(inner).node)


def _filled(writer: Writer, node: Node, key: str) -> tuple[str, str]:
    """The kind of thing that an option fills, and its Python."""
    inner = tree.bare(node)
    if inner.type == "anonymous_subroutine_expression":
        return "code", unparse(writer.code(inner))
    if inner.type != "refgen_expression":
        raise Untranslatable(f"what the option {key} fills")
    place = tree.bare(inner.named_children[0])
    if place.type == "assignment_expression":
        # ``\\(my $x = 'default')``
        writer.ahead += writer.simple(place)
        place = tree.bare(place.child_by_field_name("left") or place)
    if place.type == "variable_declaration":
        place = place.child_by_field_name("variable") or place
    if place.type == "function":
        return "code", unparse(writer.value(inner).node)
    if place.type in ("hash_element_expression", "array_element_expression"):
        where = access.path(writer, place)
        node_ = where.base.node
        for each in where.keys:
            node_ = values.element(node_, each)
        writer.hold(writer.variables.of(where.root), "")
        return "scalar", unparse(node_)
    variable = writer.variables.of(place)
    if variable is None:
        raise Untranslatable(f"what the option {key} fills")
    kind = {"$": "scalar", "@": "array", "%": "hash"}[variable.name[0]]
    given = getopt.kind(key, kind)
    writer.write_to(variable, given if kind == "scalar" else "")
    writer.hold(variable, kinds.inside(given))
    is_declared = tree.bare(inner.named_children[0]).type == "variable_declaration"
    if is_declared:
        empty = {"scalar": "None", "array": "[]", "hash": "{}"}[kind]
        writer.ahead.append(f"{variable.python} = {empty}")
        writer.write_to(variable, "none")
    return kind, variable.python


def _told(writer: Writer) -> dict[str, str]:
    """What ``--help`` and ``--version`` of getopts print, and whether the program ends there."""
    if _global(writer, "$OUTPUT_HELP_VERSION", "Getopt::Std"):
        raise Untranslatable("$OUTPUT_HELP_VERSION: argparse has --help and --version")
    found = {
        "version": _global(writer, "$VERSION"),
        "is_standard": _global(writer, "$STANDARD_HELP_VERSION", "Getopt::Std"),
        "say_help": _sub(writer, "HELP_MESSAGE"),
        "say_version": _sub(writer, "VERSION_MESSAGE"),
    }
    return {name: value for name, value in found.items() if value is not None}


def _sub(writer: Writer, name: str) -> str | None:
    """A sub of the script, which is called as code."""
    sub = writer.outline.sub(name, "main")
    if sub is None:
        return None
    writer.facts.sub(sub.key).is_passed = True
    return sub.python


def _getopt(writer: Writer, given: Call) -> Typed:
    """``getopt``, which takes all letters: the named ones have a value."""
    letters = writer.text(given.arguments[0])
    if len(given.arguments) < 2:
        raise Untranslatable("getopt without a hash: give it one, getopt('f', \\%options)")
    target = ast.Name(_hash(writer, given.arguments[1]))
    made = values.call("perl_getopt", [letters, target])
    writer.ahead += _with_arguments([unparse(made)])
    return Typed(ast.Constant(None), "none")


def _getopts(writer: Writer, given: Call) -> Typed:
    letters = tree.literal(given.arguments[0])
    if letters is None:
        raise Untranslatable("letters that aren't written there")
    told = _told(writer)
    if len(given.arguments) > 1:
        target = ast.Name(_hash(writer, given.arguments[1]))
        made = values.call("perl_getopts", [ast.Constant(letters), target])
        made.keywords = [ast.keyword(name, ast.Name(value)) for name, value in told.items()]
        writer.ahead += _with_arguments([f"options_ok = {unparse(made)}"])
        return _DONE
    variables = {
        each.name[5:]: each.python for each in writer.variables.all if each.name[:5] == "$opt_"
    }
    for each in writer.variables.all:
        if each.name[:5] == "$opt_":
            writer.write_to(each, "")
    lines = getopt.std_options(letters, variables, told)
    writer.ahead += _with_arguments(lines)
    return _DONE


def _with_arguments(lines: list[str]) -> list[str]:
    return ["sys.argv[1:] = argv", *lines, "argv[:] = sys.argv[1:]"]


def _pod2usage(writer: Writer, given: Call) -> Typed:
    items = [item for each in given.arguments for item in tree.items(each)]
    if len(items) == 1 and items[0].type == "anonymous_hash_expression":
        items = [item for each in items[0].named_children for item in tree.items(each)]
    if len(items) <= 1:
        made = writer.value(items[0]) if items else None
        is_number = made is not None and kinds.base(made.kind) in kinds.NUMBERS
        call = pod_usage.pod2usage_with(unparse(made.node) if made else None, is_number)
    else:
        pairs = {}
        for key, value in zip(items[::2], items[1::2], strict=True):
            name = tree.literal(key) or tree.text(key)
            pairs[name] = unparse(writer.value(value).node)
        call = pod_usage.pod2usage(pairs)
    text = "\n".join(tree.text(each) for each in tree.walk(writer.unit.root) if each.type == "pod")
    for name, (level, sections) in call.texts.items():
        writer.texts[name] = pod.usage(text, level, sections)
    return Typed(ast.parse(call.python, mode="eval").body, "void")


SPECIALS.update(
    {
        "GetOptions": _get_options,
        "GetOptionsFromArray": _get_options,
        "Getopt::Long::Configure": _configure,
        "Getopt::Long::GetOptions": _get_options,
        "getopts": _getopts,
        "getopt": _getopt,
        "pod2usage": _pod2usage,
        "Pod::Usage::pod2usage": _pod2usage,
    }
)

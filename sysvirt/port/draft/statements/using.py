"""``use``, ``package``, BEGIN and END, and settings that are assigned."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from sysvirt.port.api import class_name
from sysvirt.port.draft.expressions import ending, literals, overloading, templates
from sysvirt.port.draft.known import imports, kinds
from sysvirt.port.draft.known.changed_settings import changed
from sysvirt.port.draft.modules.collected import MODULES
from sysvirt.port.draft.statements import moo
from sysvirt.port.draft.writing import conversions
from sysvirt.port.draft.writing.typed import Typed
from sysvirt.port.draft.writing.writer import Writer, reads
from sysvirt.port.draft.writing.written import unparse
from sysvirt.port.parser import tree
from sysvirt.port.python import values
from sysvirt.port.python.refusing import Untranslatable

if TYPE_CHECKING:
    from tree_sitter import Node

    from sysvirt.port.draft.modules.table import Module

#: Settings that mean nothing here.
_WITHOUT_MEANING = ("$VERSION", "@EXPORT", "@EXPORT_OK", "%EXPORT_TAGS", "@ISA", "$AUTOLOAD")


def use(writer: Writer, node: Node) -> list[str]:
    """``use …``."""
    module = node.child_by_field_name("module")
    if module is None or node.children[0].type == "no":
        return []
    name = tree.text(module)
    if name == "constant":
        return _constants(writer, node)
    if name == "overload":
        return _overload(writer, node)
    if name == "English":
        raise Untranslatable("the long names of English: write $@ for $EVAL_ERROR, and so on")
    if name in imports.SILENT or name in moo.MODULES or class_name(name) or name in MODULES:
        if name in MODULES:
            writer.needs.update(MODULES[name].needs)
            if MODULES[name].todo:
                writer.note(node, MODULES[name].todo)
            return _brought(writer, node, MODULES[name])
        return []
    if name == "lib":
        return []
    if writer.outline.is_class(name):
        return []
    writer.note(node, f"what the module {name} does isn't known here")
    return []


def _brought(writer: Writer, node: Node, table: Module) -> list[str]:
    """What ``use`` does with its arguments: ``use Test::More tests => 3``."""
    given = tree.asked_for(node)
    if not given or "import" not in table.class_methods:
        return []
    cls = ast.Constant(table.name)
    made = templates.filled(writer, "import", table.class_methods["import"], given, cls)
    return [unparse(made.node)]


def _overload(writer: Writer, node: Node) -> list[str]:
    """``use overload '""' => …``: what objects are as texts, as numbers and in conditions."""
    given = [item for each in tree.asked_for(node) for item in tree.items(each)]
    names = [tree.literal(each) for each in given[::2]]
    if not set(names) <= overloading.KNOWN:
        raise Untranslatable(f"overload of {', '.join(str(each) for each in names)}")
    cls = unparse(writer.outline.class_path(tree.package(node)))
    made = unparse(literals.pairs(writer, given).node)
    writer.first += [*writer.ahead, f"{cls}.perl_operators = {made}"]
    writer.ahead.clear()
    return []


def required(writer: Writer, node: Node) -> list[str]:
    """``require …;``."""
    made = _required(writer, node)
    return [unparse(made.node)] if made is not None else []


@reads("require_expression")
def required_value(writer: Writer, node: Node) -> Typed:
    """``require …`` whose value is asked for."""
    made = _required(writer, node)
    return made if made is not None else Typed(ast.Constant(1), "int")


def _required(writer: Writer, node: Node) -> Typed | None:
    """The module of a file that is required; None of what needs nothing here."""
    given = node.named_children[0] if node.named_children else node
    name = tree.literal(given)
    if given.type in ("bareword", "package", "version"):
        return None
    shown = name if name is not None else tree.text(given).strip("\"'")
    if shown.endswith(".pl") or (name is not None and not name.endswith(".pm")):
        raise Untranslatable(f"require of {shown}, which is no module")
    package = (name or "").removesuffix(".pm").replace("/", "::")
    if package in MODULES or package in imports.SILENT or class_name(package):
        return None
    line = ast.Constant(writer.line_of(node))
    return Typed(values.call("perl_require", [writer.text(given), line]), "int")


def paths(writer: Writer, node: Node) -> list[str]:
    """``use lib …``: where modules are looked for."""
    module = node.child_by_field_name("module") if node.type == "use_statement" else None
    if module is None or tree.text(module) != "lib" or node.children[0].type == "no":
        return []
    given = [each for each in node.named_children if not tree.same(each, module)]
    made = writer.items(given)
    return [f"sys.path.insert(0, {unparse(conversions.as_text(each))})" for each in reversed(made)]


def _constants(writer: Writer, node: Node) -> list[str]:
    """``use constant X => 1;`` and ``use constant { … };``."""
    given = [item for each in tree.asked_for(node) for item in tree.items(each)]
    if len(given) == 1 and given[0].type == "anonymous_hash_expression":
        given = [item for each in given[0].named_children for item in tree.items(each)]
        pairs = list(zip(given[::2], given[1::2], strict=True))
    elif given:
        if len(given) != 2 or given[1].type == "quoted_word_list":
            made = writer.listed(given[1:])
            name = _constant(writer, given[0])
            writer.facts.constants[name] = kinds.base(made.kind) and made.kind
            writer.facts.several.add(name)
            return [f"{name} = {unparse(made.node)}"]
        pairs = [(given[0], given[1])]
    else:
        pairs = []
    return [_given(writer, key, value) for key, value in pairs]


def _given(writer: Writer, key: Node, value: Node) -> str:
    made = writer.kept(value)
    name = _constant(writer, key)
    writer.facts.constants[name] = made.kind
    return f"{name} = {unparse(made.node)}"


def _constant(writer: Writer, node: Node) -> str:
    name = tree.literal(node)
    if name is None or not name.isidentifier():
        raise Untranslatable("a constant")
    return writer.outline.constants[name]


def phaser(writer: Writer, node: Node) -> list[str]:
    """``BEGIN { … }`` and ``END { … }``."""
    phase = tree.text(node.child_by_field_name("phase") or node.children[0])
    block = next((each for each in node.named_children if each.type == "block"), None)
    if block is None:
        return []
    if phase != "END":
        return _begun(writer, node, block)
    ahead, writer.ahead = writer.ahead, []
    first = ending.begun(writer, block)
    writer.first += ending.before(writer, block)
    name = writer.hoisted(block, "at_the_end", "none", first)
    writer.first += [*writer.ahead, f"atexit.register({name})"]
    writer.ahead = ahead
    return []


def _begun(writer: Writer, node: Node, block: Node) -> list[str]:
    """``BEGIN``: where something is done before, it comes before that."""
    lines = [line[4:] for line in writer.block(block) if line.strip() != "pass"]
    before = node.prev_named_sibling
    while before is not None:
        if before.type not in _WITHOUT_EFFECT and "variable_declaration" not in _kind(before):
            break
        before = before.prev_named_sibling
    if before is None:
        return lines
    if any(tree.operator(each) == "=" for each in tree.walk(block)):
        raise Untranslatable("BEGIN that sets something, behind other statements")
    writer.first += lines
    return []


#: Statements before which nothing has been done yet.
_WITHOUT_EFFECT = frozenset(
    {
        *("use_statement", "use_version_statement", "package_statement", "comment", "pod"),
        *("subroutine_declaration_statement", "phaser_statement"),
    }
)


def _kind(node: Node) -> str:
    return node.named_children[0].type if node.named_children else ""


def package(writer: Writer, node: Node) -> list[str]:
    """``package Foo;``, ``package Foo { … }``."""
    block = next((each for each in node.named_children if each.type == "block"), None)
    if block is None:
        return []
    return [line[4:] for line in writer.block(block) if line.strip() != "pass"]


def sub(_writer: Writer, _node: Node) -> list[str]:
    """A named sub stands before all statements."""
    return []


def flushing(writer: Writer) -> list[str]:
    """``$| = 1``: of what ``select`` named, where the script does that."""
    if "select" in changed(writer):
        return ["perl_autoflush(perl_selected())"]
    return ["sys.stdout.reconfigure(line_buffering=True)"]


def _is_read(writer: Writer, node: Node) -> bool:
    """Whether a variable stands anywhere else."""
    variable = writer.variables.of(node)
    scalars = (each for each in tree.walk(writer.unit.root) if each.type == "scalar")
    return variable is not None and any(
        writer.variables.of(each) is variable and not tree.same(each, node) for each in scalars
    )


#: What prints or compares $VERSION without naming it.
_ASKS_VERSION = re.compile(r"auto_?version|Getopt::Std|:config[^;]*\bversion|->\s*VERSION")


def _is_wanted(writer: Writer, node: Node) -> bool:
    """Whether anything looks at ``$VERSION``."""
    asks = _ASKS_VERSION.search(tree.text(writer.unit.root))
    return bool(asks) or _is_read(writer, node)


def assigned(writer: Writer, left: Node, right: Node) -> list[str] | None:
    """Settings of the language; of any other assignment none."""
    inner = left
    if inner.type == "localization_expression":
        inner = inner.named_children[0]
    if inner.type == "variable_declaration":
        inner = inner.child_by_field_name("variable") or inner
    name = tree.variable(inner) or tree.text(inner)
    if name == "$|":
        return flushing(writer)
    if name in _WITHOUT_MEANING and not (name == "$VERSION" and _is_wanted(writer, inner)):
        return []
    if name == "$_" and left.type == "localization_expression":
        made = writer.value(right)
        topic = writer.name("topic")
        writer.topics.append((topic, ""))
        return [f"{topic} = {unparse(made.node)}"]
    return None

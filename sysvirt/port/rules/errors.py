"""``eval`` and ``$@``, and what a script does with an error."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sysvirt.port.api import ROOT
from sysvirt.port.findings import Confidence, Finding, Severity
from sysvirt.port.rules import nodes
from sysvirt.port.rules.family import Family
from sysvirt.port.rules.rule import Rule
from sysvirt.port.rules.script import Script

if TYPE_CHECKING:
    from tree_sitter import Node

EVAL = Rule(
    id="eval",
    severity=Severity.INFO,
    title="eval and $@ become try and except.",
    text=(
        "The block of 'eval' is the block of 'try'; what 'if ($@)' does stands in 'except"
        " Sys.Virt.Error as err:'. There is no $@: the error is the name after 'as', which ends"
        " with the clause.\n\n"
        "A value out of 'eval' is undef after a failure; in Python set it to None in the clause."
        " 'die $@' is 'raise'."
    ),
    perl="""\
eval { $conn->get_domain_by_name("nobody") };
if ($@) {
    print "failed: $@";
}
my $net = eval { $conn->get_network_by_name("lab") };
print defined $net ? "there\\n" : "not there\\n";
""",
    python="""\
try:
    conn.get_domain_by_name("nobody")
except Sys.Virt.Error as err:
    print(f"failed: {err}", end="")
try:
    net = conn.get_network_by_name("lab")
except Sys.Virt.Error:
    net = None
print("there" if net is not None else "not there")
""",
    place="errors.md#eval",
)
TEXT = Rule(
    id="error-text",
    severity=Severity.INFO,
    title="An error is told by its text.",
    text=(
        "A pattern that matches \"$@\" matches 'str(err)', and 'err.message()' is its message"
        " alone. A code says it better and doesn't change with the language: 'err.code() =="
        " Sys.Virt.Error.ERR_NO_DOMAIN'.\n\n"
        "'err == \"text\"' is False and raises nothing: an error isn't its text."
    ),
    perl="""\
eval { $conn->get_domain_by_name("nobody") };
print "no such domain\\n" if $@ =~ /libvirt error code: 42,/;
""",
    python="""\
try:
    conn.get_domain_by_name("nobody")
except Sys.Virt.Error as err:
    if err.code() == Sys.Virt.Error.ERR_NO_DOMAIN:
        print("no such domain")
""",
    place="errors.md#matching-an-errors-text",
)
CLASS = Rule(
    id="error-class",
    severity=Severity.WARNING,
    title="An error is told by its class.",
    text=(
        "What compares the class becomes the 'except' clause, or 'isinstance(err,"
        " Sys.Virt.Error)'. Never 'type(err) is Sys.Virt.Error': many errors are of a subclass, as"
        " Sys.Virt.NotFoundError is.\n\n"
        "'ref($@)' alone tells an object from a text: two 'except' clauses do that."
    ),
    perl="""\
eval { $conn->get_domain_by_name("nobody") };
print "libvirt's\\n" if ref($@) eq "Sys::Virt::Error";
""",
    python="""\
try:
    conn.get_domain_by_name("nobody")
except Sys.Virt.Error:
    print("libvirt's")
""",
    place="errors.md#what-the-error-says",
)
_CODE = re.compile(r"(?:error )?code: (\d+)")
_MATCHES = frozenset({"=~", "!~"})
_COMPARES = frozenset({"eq", "ne", "cmp"})
_CONDITIONS = frozenset(
    {"conditional_statement", "postfix_conditional_expression", "conditional_expression", "elsif"}
)
_LOGIC = frozenset(
    {
        "binary_expression",
        "logical_not_expression",
        "lowprec_logical_expression",
        "unary_expression",
    }
)
_DYING = frozenset({"confess", "croak", "die"})


def find(script: Script) -> Iterator[Finding]:
    """All that handles errors."""
    if not script.sure_sites:
        return
    for node in script.nodes("eval_expression"):
        yield from _eval(script, node)
    for node in script.nodes("try_statement"):
        yield from _try(script, node)
    for node in script.nodes("scalar"):
        if nodes.words(node) == "$@":
            yield from _use(script, node)
    yield from _texts(script)
    yield from _classes(script)


def _eval(script: Script, node: Node) -> Iterator[Finding]:
    keyword, body = node.children[0], node.named_children[-1] if node.named_children else None
    if body is None:
        return
    if body.type in nodes.STRINGS:
        if "Sys::Virt" in nodes.words(body):
            yield script.code(EVAL, keyword, "a text as code: write the Python that it stands for")
        return
    sites = script.sites_in(body)
    if sites:
        sure = max(site.confidence for site in sites)
        yield script.code(EVAL, keyword, _eval_said(node), confidence=sure)
        if _dies(script, body):
            said = "it also dies by itself, which is no Sys.Virt.Error: except Exception as err:"
            yield script.code(EVAL, keyword, said, severity=Severity.WARNING, confidence=sure)


def _dies(script: Script, body: Node) -> bool:
    """Whether a block has a ``die`` of its own; one that stands in a sub in it isn't."""
    calls = script.nodes_in(body, *nodes.CALLS)
    own = [each for each in calls if nodes.function_name(each) in _DYING]
    return any(nodes.scope(each) == nodes.scope(body) and _is_new(each) for each in own)


def _is_new(call: Node) -> bool:
    """Whether what dies isn't the error that came: ``die $@`` passes it on."""
    given = nodes.arguments(call)
    return not (len(given) == 1 and nodes.is_error_variable(given[0]))


def _eval_said(node: Node) -> str:
    parent = nodes.holder(node)
    operator = parent.child_by_field_name("operator") if parent is not None else None
    word = nodes.words(operator) if operator is not None else ""
    if word in {"or", "||"}:
        return f"try: what stands behind '{word}' is the except clause"
    if word in {"=", "//"}:
        return "try: … except Sys.Virt.Error: with None for the value after a failure"
    return "try: … except Sys.Virt.Error as err:"


def _try(script: Script, node: Node) -> Iterator[Finding]:
    block = node.child_by_field_name("try_block")
    keyword = next((each for each in node.children if each.type == "catch"), None)
    sites = script.sites_in(block) if block is not None else []
    if keyword is not None and sites:
        sure = max(site.confidence for site in sites)
        yield script.code(EVAL, keyword, "except Sys.Virt.Error as err:", confidence=sure)


def _use(script: Script, node: Node) -> Iterator[Finding]:
    """What is said of a ``$@`` that no other rule speaks of."""
    said = _use_said(node)
    if said:
        yield script.code(EVAL, node, said, confidence=Confidence.LIKELY)


def _use_said(node: Node) -> str:
    parent = nodes.holder(node)
    if parent is None:
        return ""
    if parent.type == "string_content":
        return "str(err)" if not nodes.is_error_variable(parent.parent or parent) else ""
    if parent.type in _CONDITIONS:
        is_unless = any(each.type == "unless" for each in parent.children)
        return f"the {'else' if is_unless else 'except'} clause: there is no $@"
    if parent.type == "assignment_expression":
        copied = nodes.is_at(node, parent, "right")
        return "the name after 'as', which ends with the except clause" if copied else ""
    if nodes.function_name(parent) in _DYING:
        return "raise, which passes the same error on"
    operator = parent.child_by_field_name("operator")
    is_tested = operator is not None and nodes.words(operator) in {"&&", "||", "and", "or", "!"}
    if parent.type in _LOGIC and is_tested:
        return "the except clause: there is no $@"
    return ""


def _texts(script: Script) -> Iterator[Finding]:
    for node in script.nodes("binary_expression", "equality_expression"):
        operator, left = node.child_by_field_name("operator"), nodes.field(node, "left")
        right = nodes.field(node, "right")
        if operator is None or left is None or right is None:
            continue
        word = nodes.words(operator)
        if word in _MATCHES and _is_text(script, left):
            code = _CODE.search(nodes.words(right))
            yield _text(script, left, _constant(script, code[1]) if code else "")
        elif word in _COMPARES and _is_text(script, left) and nodes.literal(right) != "":
            said = "an error is never equal to a text in Python: str(err), or its code"
            milder = None if script.site(left) is not None else Severity.WARNING
            yield _text(script, left, "", said=said, severity=milder)
    for node in script.nodes(*nodes.CALLS):
        given = nodes.arguments(node) if nodes.function_name(node) == "index" else []
        if given and _is_text(script, given[0]):
            yield _text(script, given[0], "")


def _is_text(script: Script, node: Node) -> bool:
    """Whether an expression is an error as a text, or its message."""
    site = script.site(node)
    if site is not None:
        return site.cls == "Error" and site.name in {"message", "stringify"}
    if node.type == "func1op_call_expression":
        return False
    return script.is_error(node)


def _text(
    script: Script, node: Node, constant: str, said: str = "", severity: Severity | None = None
) -> Finding:
    better = f"err.code() == Sys.Virt.Error.{constant}" if constant else "a code says it better"
    said = said or f"the error's text is str(err); {better}"
    site = script.site(node)
    if site is not None:
        return script.about(TEXT, site, said.replace("str(err)", "err.message()"))
    return script.code(TEXT, node, said, severity=severity, confidence=Confidence.LIKELY)


def _constant(script: Script, code: str) -> str:
    """The constant that is an error's code."""
    constants = script.api.classes["Error"].constants.values()
    of_codes = (each for each in constants if each.group == "virErrorNumber")
    return next((each.name for each in of_codes if str(each.value) == code), "")


def _classes(script: Script) -> Iterator[Finding]:
    for node in script.nodes(*nodes.CALLS):
        name, given = nodes.function_name(node), nodes.arguments(node)
        if not given or not script.is_error(given[0]):
            continue
        if name in {"ref", "blessed", "UNIVERSAL::isa"}:
            said, severity = _class_said(node)
            yield script.code(CLASS, node, said, severity=severity)
    for node in script.nodes("method_call_expression"):
        method, receiver = node.child_by_field_name("method"), nodes.field(node, "invocant")
        if method is None or receiver is None or nodes.words(method) != "isa":
            continue
        if script.is_error(receiver) and "Sys::Virt" in nodes.words(node):
            said = "isinstance(err, Sys.Virt.Error), or the except clause"
            yield script.code(CLASS, method, said, severity=Severity.INFO)


def _class_said(node: Node) -> tuple[str, Severity]:
    """What is said of ``ref($@)``, by what it is compared with."""
    parent = nodes.holder(node)
    if parent is None or parent.type != "equality_expression":
        said = "an object is a Sys.Virt.Error, a text any other: two except clauses"
        return said, Severity.INFO
    sides = [nodes.field(parent, "left"), nodes.field(parent, "right")]
    named = [text for text in map(nodes.literal, sides) if text]
    if named and not named[0].startswith(ROOT):
        return f"an except clause of its own for {named[0]}", Severity.INFO
    return "isinstance(err, Sys.Virt.Error): many errors are of a subclass", Severity.WARNING


FAMILY = Family("eval", (EVAL, TEXT, CLASS), find)

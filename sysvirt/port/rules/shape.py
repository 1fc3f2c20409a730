"""What a call gives: a tuple, a list, a dict, bytes, or None."""

from __future__ import annotations

from collections.abc import Iterator

from sysvirt.port.api import Method, Returns, class_name
from sysvirt.port.findings import Finding, Kind, Severity
from sysvirt.port.rules import nodes, parameters
from sysvirt.port.rules.family import Family
from sysvirt.port.rules.rule import Rule
from sysvirt.port.rules.script import Script
from sysvirt.port.sites import Context, Site

#: How many keys of a hash a message names.
KEYS = 4

SEVERAL = Rule(
    id="several-results",
    severity=Severity.INFO,
    title="A fixed list of different things is a tuple.",
    text=(
        "Where Perl gives a list of different things, Python gives a tuple in the same order. Take"
        " all its items: 'state, reason = dom.get_state()'.\n\n"
        "A tuple is never equal to a number, and nothing raises: 'dom.get_state() == 1' is False."
    ),
    perl="""\
my ($state, $reason) = $dom->get_state;
print "$state $reason\\n";
my ($only) = $dom->get_state;
print "$only\\n";
""",
    python="""\
state, reason = dom.get_state()
print(state, reason)
only, _ = dom.get_state()
print(only)
""",
    place="lists.md#several-results-at-once",
)
LIST = Rule(
    id="list",
    severity=Severity.INFO,
    title="A list of many of the same is one list.",
    text=(
        "What Perl pushes into an array is one list in Python. Lists that are joined, '(@x, @y)',"
        " are '[*x, *y]'."
    ),
    perl="""\
my @doms = ($conn->list_domains, $conn->list_defined_domains);
print $_->get_name, "\\n" foreach @doms;
""",
    python="""\
doms = [*conn.list_domains(), *conn.list_defined_domains()]
for dom in doms:
    print(dom.get_name())
""",
    place="lists.md#lists",
)
HASH = Rule(
    id="hash",
    severity=Severity.INFO,
    title="A hash reference is a dict.",
    text=(
        "The keys are the same, and stand in brackets and quotes. A key that isn't there gives"
        " undef in Perl and raises KeyError in Python; use 'get' where it may be missing."
    ),
    perl="""\
my $info = $dom->get_info;
print "$info->{state}\\n";
print defined $info->{colour} ? "coloured\\n" : "plain\\n";
""",
    python="""\
info = dom.get_info()
print(info["state"])
print("coloured" if info.get("colour") is not None else "plain")
""",
    place="hashes.md#hashes",
)
BYTES = Rule(
    id="bytes",
    severity=Severity.INFO,
    title="Binary data is bytes, not text.",
    text=(
        "A raw UUID, a CPU map, a secret's value, memory and the data of a stream are bytes. A text"
        " that is given for one has to be encoded, 'text.encode()', and 'unpack(\"H*\", …)' is"
        " '.hex()'. An element of bytes is a number."
    ),
    perl="""\
my $raw = $dom->get_uuid;
print unpack("H*", $raw), "\\n";
""",
    python="""\
raw = dom.get_uuid()
print(raw.hex())
""",
    place="bytes.md#bytes",
)
UNDEF = Rule(
    id="undef",
    severity=Severity.INFO,
    title="What may be undef may be None.",
    text=(
        "undef is None, both ways. Ask with 'is None' and 'is not None'.\n\n"
        "In a text undef is nothing, and None is the word 'None'."
    ),
    perl="""\
my $xml = $dom->get_xml_description(undef);
print defined $xml ? "described\\n" : "nothing\\n";
""",
    python="""\
xml = dom.get_xml_description(None)
print("described" if xml is not None else "nothing")
""",
    place="truth.md#undef",
)


def rule_of(script: Script, site: Site) -> Rule | None:
    """The rule that speaks of what a call gives; of what is used as it is, none."""
    method = script.method(site)
    if method is None or site.kind is Kind.NEW or site.context is Context.VOID:
        return None
    returns = method.returns
    if returns.shape == "tuple":
        return SEVERAL
    if returns.is_list:
        return LIST
    by_shape = {"dict": HASH, "bytes": BYTES}
    return by_shape.get(returns.shape, UNDEF if returns.null else None)


def find(script: Script) -> Iterator[Finding]:
    """The calls whose result has another shape, and the texts that have to be bytes."""
    for site in script.unit.sites:
        rule, method = rule_of(script, site), script.method(site)
        if method is None:
            continue
        if rule is not None:
            said = _message(rule, method)
            yield script.about(rule, site, said, python=script.python(site))
            if method.returns.null and rule is not UNDEF:
                yield script.about(UNDEF, site, f"None where {site.name} gives undef")
        yield from _texts_for_bytes(script, site, method)


def _message(rule: Rule, method: Method) -> str:
    returns = method.returns
    if rule is SEVERAL and method.is_reference:
        return f"tuple ({', '.join(method.returns.items)}): Perl's reference to a list"
    if rule is SEVERAL:
        return f"tuple: Perl's list of {len(returns.items)} ({', '.join(returns.items)})"
    if rule is LIST:
        return f"list: Perl's list of {_elements(returns)}"
    if rule is HASH:
        return f"dict: Perl's hash reference{_keys(returns)}"
    if rule is BYTES:
        return "bytes: Perl's binary text"
    return f"None where {method.name} gives undef"


def _elements(returns: Returns) -> str:
    element = returns.shape.partition(":")[2]
    package = element.removeprefix("object:")
    if package != element:
        return f"{class_name(package)} objects"
    return {"str": "texts", "int": "numbers", "dict": "hash references"}.get(element, element)


def _keys(returns: Returns) -> str:
    keys = [*returns.keys, *returns.optional_keys]
    if not keys:
        return ""
    return f" ({', '.join(keys[:KEYS])}{', …' if len(keys) > KEYS else ''})"


def _texts_for_bytes(script: Script, site: Site, method: Method) -> Iterator[Finding]:
    for parameter, argument in parameters.given(method, site):
        if parameter.types == ("bytes",) and nodes.literal(argument):
            said = f"{parameter.name} of {method.name} takes bytes: b{nodes.words(argument)}"
            yield script.about(BYTES, site, said, severity=Severity.WARNING)


FAMILY = Family("shape", (SEVERAL, LIST, HASH, BYTES, UNDEF), find)

"""What XML::XPath gives, and what stands for it on lxml: the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

pytest.importorskip("lxml.etree", reason="lxml isn't installed: drafts need it that read XML")

from sysvirt.port.draft.modules import xml_xpath
from tests.port import forms
from tests.port.helpers import HELPERS, texts
from tests.port.perl_process import PerlProcess

MODULES = forms.by_name(xml_xpath.MODULES)
MODULE = MODULES["XML::XPath"]

XML = """\
<domain type='kvm' id="7"><name>vm &amp; 1</name>
  <uuid/>
  <devices>
    <disk type='file' x="a&lt;'&quot;&gt;"><source file='/a'/><target dev="vda"/></disk>
    <disk type='block'><source dev='/dev/sda'/> text <!-- note --><target dev="vdb"/>end</disk>
    <?run me?>
  </devices>
</domain>
"""
VARIABLES = {
    "root": "/domain",
    "name": "/domain/name",
    "disk": "//disk[2]",
    "first": "//disk[1]",
    "text": "//disk[2]/text()[1]",
    "attr": "//disk[1]/@x",
    "note": "//comment()",
    "uuid": "/domain/uuid",
}
_SET = "my $xp = XML::XPath->new(xml => shift);" + "".join(
    f"my (${name}) = $xp->findnodes(q{{{path}}});" for name, path in VARIABLES.items()
)


@pytest.fixture(scope="module")
def perl() -> Iterator[PerlProcess]:
    process = PerlProcess("XML::XPath", "XML::XPath::XMLParser")
    yield process
    process.close()


def names() -> dict[str, Any]:
    """The variables of Python's side."""
    found: dict[str, Any] = {**HELPERS, "xml": XML}
    found["xp"] = forms.value_of(forms.class_method(MODULE, "new", "'xml'", "xml"), found)
    for name, path in VARIABLES.items():
        found[name] = found["xp"].xpath(path)[0]
    return found


def shown(value: Any, kind: str) -> Any:
    """A value as a text; nodes as XML."""
    if kind == "bool":
        return "1" if value else "0"
    if kind.endswith("NodeSet"):
        return HELPERS["perl_xpath_value"](value)
    if isinstance(value, list):
        several: list[Any] = [*value]
        return [shown(one, kind.removeprefix("list:")) for one in several]
    if value is not None and kind.startswith("object"):
        return HELPERS["perl_xpath_source"](value)
    return texts(value)


def compare(perl: PerlProcess, call: forms.Call) -> None:
    """Run both, and look at the document afterwards."""
    told = f"({call.perl} ? 1 : 0)" if call.form.gives == "bool" else call.perl
    if call.form.gives.startswith(("object", "list:object")) and "NodeSet" not in call.form.gives:
        told = f"map {{ defined $_ ? $_->toString : undef }} {told}"
    code = f"{_SET} my @found = {told}; (\\@found, $xp->findnodes_as_string('/'))"
    answer = perl.run(code, XML)
    assert answer.died is None, answer.died
    found = names()
    given = shown(forms.value_of(call, found), call.form.gives.removesuffix("?"))
    wanted, after = answer.values
    if wanted == [] and call.form.gives.endswith("?"):
        # It gives an empty list for nothing.
        wanted = [None]
    if call.form.gives:
        assert (given if isinstance(given, list) else [given]) == wanted, call.python
    assert HELPERS["perl_xpath_source"](found["xp"]) == after, call.python


PATHS = [
    *("/domain/name", "//disk", "//disk/@type", "//name/text()", "domain/name", "name", "/"),
    *("//disk[source/@file]", "//none", "//comment()", "//disk[last()]/target/@dev", "//disk/.."),
]
VALUES = [*PATHS, "count(//disk)", "string(//name)", "1 div 3", "1=1", "1=2", "concat('a', 'b')"]


@pytest.mark.parametrize("path", VALUES)
@pytest.mark.parametrize("method", ["find", "findvalue", "findnodes_as_string", "getNodeText"])
def test_what_a_path_gives(perl: PerlProcess, method: str, path: str) -> None:
    compare(perl, forms.method(MODULE, "XML::XPath", method, "xp", f'"{path}"'))


@pytest.mark.parametrize("path", PATHS)
def test_nodes(perl: PerlProcess, path: str) -> None:
    compare(perl, forms.method(MODULE, "XML::XPath", "findnodes", "xp", f'"{path}"'))
    compare(perl, forms.method(MODULE, "XML::XPath", "exists", "xp", f'"{path}"'))


@pytest.mark.parametrize("path", ["source", "@type", "target/@dev", "//name", "none", "."])
@pytest.mark.parametrize("method", ["findnodes", "findvalue", "exists", "findnodes_as_string"])
def test_a_path_may_begin_at_a_node(perl: PerlProcess, method: str, path: str) -> None:
    compare(perl, forms.method(MODULE, "XML::XPath", method, "xp", f'"{path}"', "disk"))
    if method.startswith("findnodes"):
        compare(perl, forms.method(MODULE, "XML::XPath::Node", "findnodes", "disk", f'"{path}"'))
        compare(perl, forms.method(MODULE, "XML::XPath::Node", "findvalue", "disk", f'"{path}"'))


PLAIN = [
    *("getName", "getNodeType", "string_value", "toString", "getChildNodes", "getParentNode"),
    *("getNextSibling", "getPreviousSibling", "getAttributes", "getNodeValue"),
]


@pytest.mark.parametrize("method", PLAIN)
@pytest.mark.parametrize("variable", VARIABLES)
def test_what_a_node_says(perl: PerlProcess, variable: str, method: str) -> None:
    inner = ("getChildNodes", "getAttributes")
    if variable in ("text", "attr", "note") and method in inner:
        return
    if variable == "attr" and "ibling" in method:
        return
    compare(perl, forms.method(MODULE, "XML::XPath::Node", method, variable))


@pytest.mark.parametrize(
    "told",
    [
        ["getAttribute", "disk", "'type'"],
        ["getAttribute", "disk", "'none'"],
        ["getAttributeNode", "disk", "'type'"],
        ["getLocalName", "disk"],
        ["getFirstChild", "root"],
        ["getLastChild", "disk"],
        ["getChildNode", "disk", "1"],
        ["setNodeValue", "text", "'a<b'"],
        ["removeChild", "root", "name"],
    ],
    ids=" ".join,
)
def test_one_call(perl: PerlProcess, told: list[str]) -> None:
    name, variable, *arguments = told
    compare(perl, forms.method(MODULE, "XML::XPath::Node", name, variable, *arguments))


@pytest.mark.parametrize("path", ["/domain/name", "//disk[2]/@type", "//disk/@new", "/none"])
def test_a_text_is_set(perl: PerlProcess, path: str) -> None:
    compare(perl, forms.method(MODULE, "XML::XPath", "setNodeText", "xp", f'"{path}"', "'a<b'"))


@pytest.mark.parametrize("path", ["//disk", "//none", "//disk/@type"])
@pytest.mark.parametrize(
    "told", [["size"], ["get_nodelist"], ["to_literal"], ["string_value"], ["get_node", "1"]]
)
def test_lists(perl: PerlProcess, path: str, told: list[str]) -> None:
    name, *arguments = told
    call = forms.method(MODULE, "XML::XPath::NodeSet", name, "list", *arguments)
    code = f"""
        {_SET} my $list = $xp->find(q{{{path}}});
        map {{ !ref $_ ? $_ : $_->can('toString') ? $_->toString : "$_" }} {call.perl}
    """
    found = names()
    value = eval(call.python, {**found, "list": found["xp"].xpath(path)})
    given = shown(value, call.form.gives.removesuffix("?"))
    assert (given if isinstance(given, list) else [given]) == perl.run(code, XML).values


@pytest.mark.parametrize("path", ["//disk", "//none", "//uuid", "count(//disk)", "count(//none)"])
def test_what_was_found_may_be_asked_for_its_truth(perl: PerlProcess, path: str) -> None:
    truth = MODULE.truths["XML::XPath::NodeSet"].replace("{self}", "found")
    value = HELPERS["perl_xml_find"](names()["xp"], path)
    wanted = perl.run(f"{_SET} $xp->find(q{{{path}}}) ? 1 : 0", XML).values
    assert [str(int(eval(truth, {**HELPERS, "found": value})))] == wanted


def test_a_node_is_written(perl: PerlProcess) -> None:
    call = forms.function(MODULES["XML::XPath::XMLParser"], "as_string", "first")
    assert [forms.value_of(call, names())] == perl.run(
        f"{_SET} XML::XPath::XMLParser::{call.perl}", XML
    ).values

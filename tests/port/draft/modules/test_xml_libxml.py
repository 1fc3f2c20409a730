"""What XML::LibXML gives, and what stands for it on lxml: the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

pytest.importorskip("lxml.etree", reason="lxml isn't installed: drafts need it that read XML")

from sysvirt.port.draft.modules import xml_libxml
from tests.port import forms
from tests.port.helpers import HELPERS, texts
from tests.port.perl_process import PerlProcess

MODULES = forms.by_name(xml_libxml.MODULES)
MODULE = MODULES["XML::LibXML"]

XML = """\
<domain type='kvm' id="7" xmlns:q="urn:q"><name>vm &amp; 1</name>
  <uuid/>
  <devices>
    <disk type='file' q:x="1"><source file='/a&lt;b'/><target dev="vda"/></disk>
    <disk type='block'><source dev='/dev/sda'/> text <!-- note --><target dev="vdb"/>end</disk>
    <?run me?>
  </devices>
  <q:more q:a="b" c="d"><q:in/><![CDATA[x<y]]></q:more>
</domain>
"""
#: What stands in the variables of both sides.
VARIABLES = {
    "doc": "",
    "root": "/domain",
    "name": "/domain/name",
    "disk": "//disk[2]",
    "first": "//disk[1]",
    "more": "/domain/*[local-name()='more']",
    "text": "//disk[2]/text()[1]",
    "attr": "//disk[1]/@type",
    "note": "//comment()",
    "uuid": "/domain/uuid",
}
_SET = "my $doc = XML::LibXML->new->parse_string(shift);" + "".join(
    f"my (${name}) = $doc->findnodes(q{{{path}}});" for name, path in VARIABLES.items() if path
)


@pytest.fixture(scope="module")
def perl() -> Iterator[PerlProcess]:
    process = PerlProcess("XML::LibXML", "XML::LibXML::XPathContext")
    yield process
    process.close()


def names() -> dict[str, Any]:
    """The variables of Python's side."""
    found: dict[str, Any] = {**HELPERS, "doc": HELPERS["perl_parse_xml"](XML)}
    for name, path in VARIABLES.items():
        if path:
            found[name] = HELPERS["perl_xml_first"](found["doc"].xpath(path))
    return found


def shown(value: Any, kind: str) -> Any:
    """A value as a text; nodes as XML."""
    if kind == "bool":
        return "1" if value else "0"
    if isinstance(value, list):
        several: list[Any] = [*value]
        each = kind.removeprefix("list:")
        if kind.startswith("object") and "NodeList" in kind:
            return HELPERS["perl_xml_value"](several)
        return [shown(one, each) for one in several]
    if value is not None and kind.startswith("object"):
        return HELPERS["perl_xml_source"](value)
    return texts(value)


def compare(perl: PerlProcess, call: forms.Call, scalar: bool = False) -> None:
    """Run both, and look at the document afterwards."""
    context = f"scalar({call.perl})" if scalar else call.perl
    if call.form.gives == "bool":
        context = f"({call.perl} ? 1 : 0)"
    answer = perl.run(f"{_SET} my @found = {context}; return (\\@found, $doc->toString)", XML)
    assert answer.died is None, answer.died
    found = names()
    value = forms.value_of(call, found)
    given: Any = shown(value, call.form.gives.removesuffix("?"))
    wanted, after = answer.values
    if not (isinstance(given, list) and not scalar):
        given = [given]
    if call.form.gives:
        assert given == wanted, call.python
    assert found["doc"].source() == after, call.python


PATHS = [
    *("/domain/name", "//disk", "//disk/@type", "//disk/target/@dev", "//name/text()", "name"),
    *("devices/disk[@type='file']", "//disk[source/@file]", ".", "..", "/", "@id", "@none", "*"),
    *(
        "//q:in",
        "//@q:x",
        "//none",
        "//disk[2]/node()",
        "//comment()",
        "//processing-instruction()",
    ),
    *("/domain/devices/disk[1]/source/@file", "./devices/disk", "//disk[last()]", "name | uuid"),
    *("//target[@dev='vda']/..", "/domain/@*", ".//source", "//*[@dev]", "descendant::disk"),
]
VALUES = [
    *PATHS,
    *("count(//disk)", "string(//name)", "1 div 3", "1=1", "name(/*)", "sum(//disk/@none)"),
    *("not(//none)", "concat(//name, '!')", "count(domain)", "number('x')", "2 * 1000000000"),
]


@pytest.mark.parametrize("scalar", [False, True])
@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("variable", ["doc", "root", "disk"])
def test_findnodes(perl: PerlProcess, variable: str, path: str, scalar: bool) -> None:
    class_ = "XML::LibXML::Document" if variable == "doc" else "XML::LibXML::Element"
    arguments = [f'"{path}"']
    call = forms.method(MODULE, class_, "findnodes", variable, *arguments, scalar=scalar)
    compare(perl, call, scalar)


@pytest.mark.parametrize("path", VALUES)
@pytest.mark.parametrize("variable", ["doc", "root", "disk"])
def test_findvalue_and_exists(perl: PerlProcess, variable: str, path: str) -> None:
    for name in ("findvalue", "exists"):
        compare(perl, forms.method(MODULE, "XML::LibXML::Element", name, variable, f'"{path}"'))


@pytest.mark.parametrize("path", [".", "..", "../target", "/domain/name"])
def test_a_path_may_begin_at_an_attribute(perl: PerlProcess, path: str) -> None:
    for variable in ("attr", "text"):
        compare(perl, forms.method(MODULE, "XML::LibXML::Node", "findvalue", variable, f'"{path}"'))


PLAIN = [
    *("nodeName", "localname", "namespaceURI", "prefix", "nodeType", "textContent", "nodeValue"),
    *("toString", "parentNode", "childNodes", "nonBlankChildNodes", "hasChildNodes", "firstChild"),
    *("lastChild", "firstNonBlankChild", "nextSibling", "previousSibling", "nextNonBlankSibling"),
    *("previousNonBlankSibling", "ownerDocument", "cloneNode", "getName", "to_literal"),
]
CLASSES = {"text": "Text", "attr": "Attr", "note": "Comment", "doc": "Document"}
#: What isn't asked of these.
LEFT_OUT = {
    *((name, method) for name in ("doc", "text", "note") for method in ("namespaceURI", "prefix")),
    *((name, "localname") for name in ("doc", "text", "note")),
    *((name, method) for name in ("attr",) for method in PLAIN if "hild" in method),
    ("attr", "cloneNode"),
    ("attr", "parentNode"),
    *(("attr", method) for method in PLAIN if "ibling" in method),
    # Text in CDATA is a text as others.
    *(("more", method) for method in ("childNodes", "nonBlankChildNodes", "lastChild")),
    ("doc", "cloneNode"),
}


@pytest.mark.parametrize("method", PLAIN)
@pytest.mark.parametrize("variable", VARIABLES)
def test_what_a_node_says(perl: PerlProcess, variable: str, method: str) -> None:
    if (variable, method) not in LEFT_OUT:
        class_ = f"XML::LibXML::{CLASSES.get(variable, 'Element')}"
        compare(perl, forms.method(MODULE, class_, method, variable))
        compare(perl, forms.method(MODULE, "XML::LibXML::Node", method, variable))


CALLS = [
    ("Element", "getAttribute", "root", "'type'"),
    ("Element", "getAttribute", "root", "'none'"),
    ("Element", "getAttribute", "more", "'q:a'"),
    ("Element", "getAttribute", "first", "'q:x'"),
    ("Element", "hasAttribute", "root", "'type'"),
    ("Element", "hasAttribute", "root", "'none'"),
    ("Element", "hasAttribute", "more", "'q:a'"),
    ("Element", "setAttribute", "root", "'type'", "'a<\"b'"),
    ("Element", "setAttribute", "more", "'q:a'", "'n'"),
    ("Element", "setAttribute", "root", "'new'", "'x'"),
    ("Element", "removeAttribute", "root", "'type'"),
    ("Element", "removeAttribute", "root", "'none'"),
    ("Element", "removeAttribute", "more", "'q:a'"),
    ("Element", "getAttributeNode", "root", "'type'"),
    ("Element", "getAttributeNode", "root", "'none'"),
    ("Element", "getAttributeNode", "more", "'q:a'"),
    ("Element", "hasAttributes", "root"),
    ("Element", "hasAttributes", "uuid"),
    ("Element", "attributes", "disk"),
    ("Element", "attributes", "more"),
    ("Element", "getElementsByTagName", "root", "'disk'"),
    ("Element", "getElementsByTagName", "root", "'q:in'"),
    ("Element", "getElementsByTagName", "root", "'domain'"),
    ("Element", "getElementsByTagName", "root", "'*'"),
    ("Document", "getElementsByTagName", "doc", "'domain'"),
    ("Element", "getChildrenByTagName", "root", "'name'"),
    ("Element", "getChildrenByTagName", "root", "'disk'"),
    ("Element", "getChildrenByTagName", "root", "'*'"),
    ("Element", "getElementsByLocalName", "root", "'in'"),
    ("Element", "getChildrenByLocalName", "root", "'more'"),
    ("Element", "appendText", "disk", "' & '"),
    ("Element", "appendText", "uuid", "'u'"),
    ("Element", "appendTextNode", "uuid", "'u'"),
    ("Element", "appendTextChild", "disk", "'serial'", "'1<2'"),
    ("Element", "addNewChild", "disk", "''", "'serial'"),
    ("Element", "removeChildNodes", "disk"),
    ("Element", "setNodeName", "disk", "'floppy'"),
    ("Element", "appendWellBalancedChunk", "disk", "'<a/>b<c>d</c>'"),
    ("Element", "tagName", "more"),
    ("Element", "appendChild", "uuid", "name"),
    ("Element", "appendChild", "uuid", "disk"),
    ("Element", "addChild", "disk", "uuid"),
    ("Element", "insertBefore", "root", "disk", "uuid"),
    ("Element", "insertBefore", "disk", "uuid", "text"),
    ("Element", "insertBefore", "disk", "uuid", "None"),
    ("Element", "insertAfter", "root", "disk", "name"),
    ("Element", "insertAfter", "disk", "uuid", "text"),
    ("Element", "insertAfter", "disk", "uuid", "note"),
    ("Element", "insertAfter", "disk", "uuid", "None"),
    ("Element", "removeChild", "root", "name"),
    ("Element", "removeChild", "disk", "note"),
    ("Element", "removeChild", "disk", "text"),
    ("Element", "replaceChild", "root", "disk", "name"),
    ("Element", "replaceNode", "name", "disk"),
    ("Element", "unbindNode", "name"),
    ("Element", "unbindNode", "disk"),
    ("Text", "unbindNode", "text"),
    ("Comment", "unbindNode", "note"),
    ("Element", "cloneNode", "disk", "1"),
    ("Element", "cloneNode", "disk", "0"),
    ("Element", "toString", "disk", "1"),
    ("Element", "toString", "root", "1"),
    ("Document", "toString", "doc", "1"),
    ("Document", "serialize", "doc"),
    ("Element", "toStringC14N", "disk"),
    ("Element", "isSameNode", "disk", "disk"),
    ("Element", "isSameNode", "disk", "name"),
    ("Element", "nodePath", "disk"),
    ("Text", "setData", "text", "'new'"),
    ("Attr", "setValue", "attr", "'new'"),
    ("Comment", "setData", "note", "'new'"),
    ("Attr", "value", "attr"),
    ("Attr", "getValue", "attr"),
    ("Attr", "name", "attr"),
    ("Text", "data", "text"),
    ("Text", "getData", "text"),
    ("Document", "documentElement", "doc"),
    ("Document", "version", "doc"),
    ("Document", "encoding", "doc"),
    ("Document", "setEncoding", "doc", "'UTF-8'"),
    ("Document", "createElement", "doc", "'x'"),
    ("Document", "createTextNode", "doc", "'x<'"),
    ("Document", "createComment", "doc", "'x'"),
    ("Document", "setDocumentElement", "doc", "disk"),
]


@pytest.mark.parametrize("told", CALLS, ids=" ".join)
def test_one_call(perl: PerlProcess, told: tuple[str, ...]) -> None:
    class_, method, variable, *arguments = told
    compare(perl, forms.method(MODULE, f"XML::LibXML::{class_}", method, variable, *arguments))


LISTS = ["size", "get_nodelist", "to_literal", "string_value", "to_literal_list", "shift", "pop"]


@pytest.mark.parametrize("path", ["//disk", "//none", "//disk/@type"])
@pytest.mark.parametrize(
    "told", [*([name] for name in LISTS), ["get_node", "1"], ["get_node", "3"], ["item", "0"]]
)
def test_lists(perl: PerlProcess, path: str, told: list[str]) -> None:
    name, *arguments = told
    call = forms.method(MODULE, "XML::LibXML::NodeList", name, "list", *arguments)
    answer = perl.run(f"{_SET} my $list = $doc->findnodes(q{{{path}}}); return {call.perl}", XML)
    found = names()
    value = eval(call.python, {**found, "list": found["doc"].xpath(path)})
    given = shown(value, call.form.gives.removesuffix("?"))
    assert (given if isinstance(given, list) else [given]) == answer.values


def test_a_context_has_namespaces(perl: PerlProcess) -> None:
    context = MODULES["XML::LibXML::XPathContext"]
    new = forms.class_method(context, "new", "doc")
    ask = [
        forms.method(MODULE, "XML::LibXML::XPathContext", *told)
        for told in [
            ("registerNs", "xc", "'z'", "'urn:q'"),
            ("findnodes", "xc", "'//z:in'"),
            ("findnodes", "xc", "'target'", "disk"),
            ("findvalue", "xc", "'@type'", "disk"),
            ("findvalue", "xc", "'//z:more/@z:a'"),
            ("exists", "xc", "'//z:none'"),
        ]
    ]
    calls = "; ".join(f'push @all, map {{ "$_" }} {call.perl}' for call in ask[1:])
    answer = perl.run(f"{_SET} my $xc = {new.perl}; {ask[0].perl}; my @all; {calls}; @all", XML)
    found = names()
    found["xc"] = forms.value_of(new, found)
    forms.value_of(ask[0], found)
    given: list[Any] = []
    for call in ask[1:]:
        value = shown(forms.value_of(call, found), call.form.gives)
        given += value if isinstance(value, list) else [value]
    assert given == answer.values


DOCUMENTS = [
    "<a/>",
    "<a>\u00e9\u263a</a>",
    '<?xml version="1.0"?>\n<a>b</a>\n',
    "<?xml version='1.0' encoding='UTF-8'?><a>\u00e9</a>",
    '<?xml version="1.0" encoding="utf-8" standalone="yes"?><!-- x --><a/><!-- y --><?z?>',
    "<!DOCTYPE a><a><b>x</b> <c/></a>",
    '<!DOCTYPE a [<!ENTITY e "f">]><a>&e;</a>',
    "<a>\n  <b>\n    <c/>\n  </b>\n</a>",
    "<a><b><c/></b><d>e</d></a>",
    "<a x='\n\t'>&#13;&quot;&apos;&gt;</a>",
    "<a xmlns='urn:a' xmlns:b='urn:b'><b:c b:d='e'/><f xmlns='urn:f'/></a>",
]


@pytest.mark.parametrize("layout", [0, 1])
@pytest.mark.parametrize("text", DOCUMENTS)
def test_a_document_is_written(perl: PerlProcess, text: str, layout: int) -> None:
    code = """
        my ($text, $layout) = @_;
        utf8::encode($text);
        my $doc = XML::LibXML->load_xml(string => $text);
        my $all = $doc->toString($layout);
        utf8::decode($all);
        return ($all, map { $_->toString($layout) } $doc->findnodes('//*'));
    """
    answer = perl.run(code, text, layout)
    doc = forms.value_of(
        forms.class_method(MODULE, "load_xml", "'string'", "text"), {**HELPERS, "text": text}
    )
    source = HELPERS["perl_xml_source"]
    given = [doc.source(layout), *(source(node, layout) for node in doc.xpath("//*"))]
    assert given == answer.values


def test_a_document_is_built(perl: PerlProcess) -> None:
    code = """
        my $doc = XML::LibXML::Document->new('1.0', 'UTF-8');
        my $empty = $doc->toString;
        my $root = $doc->createElement('pool');
        $doc->setDocumentElement($root);
        $root->setAttribute('type', 'dir');
        $root->appendTextChild('name', 'a & b');
        my $target = XML::LibXML::Element->new('target');
        $target->appendText('x');
        $target->appendChild($doc->createElement('path'));
        $target->appendChild($doc->createTextNode('y'));
        $root->appendChild($target);
        return ($empty, $doc->toString(1));
    """
    new = forms.class_method(MODULES["XML::LibXML::Document"], "new", "'1.0'", "'UTF-8'")
    found: dict[str, Any] = {**HELPERS}
    found["doc"] = forms.value_of(new, found)
    empty = found["doc"].source()

    def call(class_: str, name: str, variable: str, *arguments: str) -> Any:
        told = forms.method(MODULE, f"XML::LibXML::{class_}", name, variable, *arguments)
        return forms.value_of(told, found)

    found["root"] = call("Document", "createElement", "doc", "'pool'")
    call("Document", "setDocumentElement", "doc", "root")
    call("Element", "setAttribute", "root", "'type'", "'dir'")
    call("Element", "appendTextChild", "root", "'name'", "'a & b'")
    new = forms.class_method(MODULES["XML::LibXML::Element"], "new", "'target'")
    found["target"] = forms.value_of(new, found)
    call("Element", "appendText", "target", "'x'")
    found["path"] = call("Document", "createElement", "doc", "'path'")
    call("Element", "appendChild", "target", "path")
    found["y"] = call("Document", "createTextNode", "doc", "'y'")
    call("Element", "appendChild", "target", "y")
    call("Element", "appendChild", "root", "target")
    assert [empty, found["doc"].source(1)] == perl.run(code).values


def test_a_parser_may_leave_blanks_out(perl: PerlProcess) -> None:
    code = "XML::LibXML->new(no_blanks => 1)->parse_string(shift)->toString(1)"
    new = forms.class_method(MODULE, "new", "'no_blanks'", "1")
    found = {**HELPERS, "text": XML}
    found["parser"] = forms.value_of(new, found)
    call = forms.method(MODULE, "XML::LibXML", "parse_string", "parser", "text")
    assert forms.value_of(call, found).source(1) == perl.run(code, XML).values[0]


@pytest.mark.parametrize("text", ["", "<a", "<a></b>", "no", "<a/><b/>"])
def test_what_isnt_xml_dies(perl: PerlProcess, text: str) -> None:
    assert perl.run("XML::LibXML->new->parse_string(shift); 1", text).died
    with pytest.raises(Exception, match="."):
        HELPERS["perl_parse_xml"](text)

"""XML::LibXML: lxml, with helpers where Perl's nodes are more than lxml's."""

from __future__ import annotations

from collections.abc import Mapping

from sysvirt.port.draft.modules.table import Form, Forms, Module

_NODE = "object:XML::LibXML::Node"
_ELEMENT = "object:XML::LibXML::Element"
_TEXT = "object:XML::LibXML::Text"
_ATTRIBUTE = "object:XML::LibXML::Attr"
_DOCUMENT = "object:XML::LibXML::Document"
_NODES = "object:XML::LibXML::NodeList"

#: Paths of plain steps, without a prefix: what they lead to is seen at their end.
_STEP = r"(?:[\w-]+|\*)(?:\[[^:\[\]]*\])?"
_STEPS = rf"(?:\.?/{{1,2}})?{_STEP}(?://?(?:{_STEP}|\.\.))*"
_TO_ELEMENTS = _STEPS
_TO_ATTRIBUTES = rf"(?:{_STEPS}/{{1,2}}|\.?/{{0,2}})@(?:[\w.-]+|\*)"
_TO_TEXTS = rf"(?:{_STEPS}/{{1,2}}|\.?/{{0,2}})text\(\)"


def _nodes(python: str, kind: str, only: str = "", takes: str = "s") -> Form:
    """A form for nodes: a list, or one value that holds it."""
    return Form(python, takes, f"list:{kind}", python, _NODES, only=only)


def _finding(object_: str = "{self}") -> tuple[Form, ...]:
    """The forms of findnodes."""
    plain = f"{object_}.xpath({{0}})"
    return (
        _nodes(plain, _ELEMENT, _TO_ELEMENTS),
        _nodes(plain, _ATTRIBUTE, _TO_ATTRIBUTES),
        _nodes(plain, _TEXT, _TO_TEXTS),
        _nodes(f"perl_xml_find({object_}, {{0}})", _NODE),
    )


def _both(forms: Forms, *names: str) -> dict[str, Forms]:
    """The same under several names."""
    return dict.fromkeys(names, forms)


_NODE_METHODS: Mapping[str, Forms] = {
    "findnodes": _finding(),
    "find": Form("perl_xml_find({self}, {0})", "s", _NODES),
    "findvalue": Form("perl_find_value({self}, {0})", "s", "str"),
    "exists": Form("perl_xpath_found(perl_xml_find({self}, {0}))", "s", "bool"),
    **_both(Form("perl_node_name({self})", "", "str"), "nodeName", "getName"),
    **_both(Form("perl_local_name({self})", "", "str"), "localname", "getLocalName"),
    **_both(Form("perl_namespace({self})", "", "str?"), "namespaceURI", "getNamespaceURI"),
    **_both(Form("perl_prefix({self})", "", "str?"), "prefix", "getPrefix"),
    **_both(Form("perl_node_type({self})", "", "int"), "nodeType", "getType"),
    **_both(Form("perl_node_text({self})", "", "str"), "textContent", "to_literal", "string_value"),
    **_both(
        Form("perl_node_value({self})", "", "str?"), "nodeValue", "getValue", "getData", "data"
    ),
    **_both(
        (
            Form("perl_xml_source({self})", "", "str"),
            Form("perl_xml_source({self}, {0})", "i", "str"),
        ),
        "toString",
        "serialize",
    ),
    "toStringC14N": Form(
        'lxml.etree.tostring({self}, method="c14n", with_comments=False).decode()', "", "str"
    ),
    **_both(Form("perl_parent_node({self})", "", f"{_NODE}?"), "parentNode", "getParentNode"),
    **_both(_nodes("perl_children({self})", _NODE, takes=""), "childNodes", "getChildnodes"),
    "nonBlankChildNodes": _nodes(
        "[each for each in perl_children({self}) if not perl_is_blank(each)]", _NODE, takes=""
    ),
    "hasChildNodes": Form("perl_children({self})", "", "bool"),
    **_both(Form("perl_nth(perl_children({self}), 1)", "", f"{_NODE}?"), "firstChild"),
    **_both(Form("perl_xml_first(perl_children({self})[-1:])", "", f"{_NODE}?"), "lastChild"),
    "firstNonBlankChild": Form(
        "perl_xml_first([each for each in perl_children({self}) if not perl_is_blank(each)])",
        "",
        f"{_NODE}?",
    ),
    **_both(Form("perl_sibling({self}, 1)", "", f"{_NODE}?"), "nextSibling", "getNextSibling"),
    **_both(
        Form("perl_sibling({self}, -1)", "", f"{_NODE}?"), "previousSibling", "getPreviousSibling"
    ),
    "nextNonBlankSibling": Form("perl_sibling({self}, 1, False)", "", f"{_NODE}?"),
    "previousNonBlankSibling": Form("perl_sibling({self}, -1, False)", "", f"{_NODE}?"),
    **_both(Form("perl_document({self})", "", _DOCUMENT), "ownerDocument", "getOwnerDocument"),
    "isSameNode": Form("{self} is {0}", "v", "bool"),
    **_both(Form("perl_append({self}, {0})", "v", _NODE), "appendChild", "addChild"),
    "insertBefore": Form("perl_insert({self}, {0}, {1})", "vv", _NODE),
    "insertAfter": Form("perl_insert({self}, {0}, {1}, behind=True)", "vv", _NODE),
    "removeChild": Form("perl_remove({0})", "v", _NODE),
    "replaceChild": Form("perl_replace({0}, {1})", "vv", _NODE),
    "replaceNode": Form("perl_replace({0}, {self})", "v", _NODE),
    **_both(Form("perl_remove({self})"), "unbindNode", "unlinkNode"),
    **_both(
        (Form("perl_clone({self})", "", _NODE), Form("perl_clone({self}, {0})", "i", _NODE)),
        "cloneNode",
    ),
    "nodePath": Form("{self}.getroottree().getpath({self})", "", "str"),
    **_both(Form("perl_set_text({self}, {0})", "s"), "setData", "setValue"),
}

_ELEMENT_METHODS: Mapping[str, Forms] = {
    "getAttribute": (
        Form("{self}.get({0})", "s", "str?", only=r"[\w.-]+"),
        Form("{self}.get(perl_attribute_name({self}, {0}))", "s", "str?"),
    ),
    "setAttribute": (
        Form("{self}.set({0}, {1})", "ss", only=r"[\w.-]+"),
        Form("{self}.set(perl_attribute_name({self}, {0}), {1})", "ss"),
    ),
    "hasAttribute": (
        Form("{0} in {self}.attrib", "s", "bool", only=r"[\w.-]+"),
        Form("perl_attribute_name({self}, {0}) in {self}.attrib", "s", "bool"),
    ),
    "removeAttribute": Form("{self}.attrib.pop(perl_attribute_name({self}, {0}), None)", "s"),
    "getAttributeNode": Form("perl_attribute_node({self}, {0})", "s", f"{_ATTRIBUTE}?"),
    "hasAttributes": Form("{self}.attrib", "", "bool"),
    **_both(_nodes('{self}.xpath("@*")', _ATTRIBUTE, takes=""), "attributes", "getAttributes"),
    **_both(Form("perl_node_name({self})", "", "str"), "tagName"),
    **_both(Form('{self}.xpath("string()")', "", "str"), "textContent", "to_literal"),
    "getElementsByTagName": _nodes("perl_descendants({self}, {0})", _ELEMENT),
    "getChildrenByTagName": _nodes("perl_by_name({self}, {0})", _ELEMENT),
    "getElementsByLocalName": _nodes("perl_descendants({self}, {0}, perl_local_name)", _ELEMENT),
    "getChildrenByLocalName": _nodes("perl_by_name({self}, {0}, perl_local_name)", _ELEMENT),
    **_both(Form('perl_append({self}, {0} or "")', "s"), "appendText", "appendTextNode"),
    "appendTextChild": Form("perl_append_text({self}, {0}, {1})", "ss"),
    "addNewChild": Form("lxml.etree.SubElement({self}, {1})", "vs", _ELEMENT),
    "removeChildNodes": Form("perl_clear({self})"),
    "setNodeName": Form("perl_rename({self}, {0})", "s"),
    "appendWellBalancedChunk": Form("perl_append_source({self}, {0})", "s"),
}

_DOCUMENT_METHODS: Mapping[str, Forms] = {
    **_both(Form("{self}.root", "", f"{_ELEMENT}?"), "documentElement", "getDocumentElement"),
    "setDocumentElement": Form("perl_append({self}, {0})", "v"),
    "createElement": Form("lxml.etree.Element({0})", "s", _ELEMENT),
    "createTextNode": Form("{0}", "s", _TEXT),
    "createCDATASection": Form("{0}", "s", _TEXT, note="a plain text, without CDATA around it"),
    "createComment": Form("lxml.etree.Comment({0})", "s", "object:XML::LibXML::Comment"),
    **_both(Form("{self}.encoding", "", "str?"), "encoding", "getEncoding", "actualEncoding"),
    **_both(Form("{self}.version", "", "str"), "version", "getVersion"),
    "setEncoding": Form("{self}.declare({0})", "s"),
    **_both(
        (
            Form("{self}.source()", "", "str"),
            Form("{self}.source({0})", "i", "str"),
        ),
        "toString",
        "serialize",
    ),
    "toFile": (
        Form("perl_write_xml({self}, {0})", "s", "bool"),
        Form("perl_write_xml({self}, {0}, {1})", "si", "bool"),
    ),
    "toFH": (
        Form("{0}.write({self}.source())", "f"),
        Form("{0}.write({self}.source({1}))", "fi"),
    ),
    **_both(_nodes("perl_descendants({self}, {0})", _ELEMENT), "getElementsByTagName"),
    "ownerDocument": Form("{self}", "", _DOCUMENT),
}

_LIST_METHODS: Mapping[str, Forms] = {
    "size": Form("len({self})", "", "int"),
    "get_node": Form("perl_nth({self}, {0})", "i", f"{_NODE}?"),
    "item": Form("perl_nth({self}, {0} + 1)", "i", f"{_NODE}?"),
    "get_nodelist": _nodes("{self}", _NODE, takes=""),
    "shift": Form("({self}.pop(0) if {self} else None)", "", f"{_NODE}?"),
    "pop": Form("({self}.pop() if {self} else None)", "", f"{_NODE}?"),
    "push": Form("{self}.extend({*})", "*v"),
    "reverse": Form("{self}[::-1]", "", _NODES),
    "to_literal": Form("perl_xml_value({self})", "", "str"),
    **_both(Form("perl_xml_value({self}[:1])", "", "str"), "string_value", "value"),
    "to_literal_delimited": Form("{0}.join(map(perl_node_text, {self}))", "s", "str"),
    "to_literal_list": Form("[perl_node_text(each) for each in {self}]", "", "list:str"),
    "to_boolean": Form("perl_xpath_found({self})", "", "bool"),
}

_CONTEXT_METHODS: Mapping[str, Forms] = {
    "registerNs": Form("{self}.register({0}, {1})", "ss"),
    "getContextNode": Form("{self}.node", "", f"{_NODE}?"),
    "findnodes": (
        _nodes("{self}.find({0})", _NODE),
        _nodes("{self}.find({0}, {1})", _NODE, takes="sv"),
    ),
    "find": (
        Form("{self}.find({0})", "s", _NODES),
        Form("{self}.find({0}, {1})", "sv", _NODES),
    ),
    "findvalue": (
        Form("perl_xml_value({self}.find({0}))", "s", "str"),
        Form("perl_xml_value({self}.find({0}, {1}))", "sv", "str"),
    ),
    "exists": (
        Form("perl_xpath_found({self}.find({0}))", "s", "bool"),
        Form("perl_xpath_found({self}.find({0}, {1}))", "sv", "bool"),
    ),
}

#: Of the class; a parser that was made by ``new`` may leave out blanks.
_PARSER_METHODS: Mapping[str, Forms] = {
    "parse_string": Form("perl_parse_xml({0})", "s", _DOCUMENT),
    "parse_file": Form("perl_load_xml(location={0})", "s", _DOCUMENT),
    "parse_fh": Form("perl_load_xml(IO={0})", "f", _DOCUMENT),
    "load_xml": Form("perl_load_xml({**})", "**", _DOCUMENT),
}
_OWN_PARSER_METHODS: Mapping[str, Forms] = {
    "parse_string": Form("{self}.load(string={0})", "s", _DOCUMENT),
    "parse_file": Form("{self}.load(location={0})", "s", _DOCUMENT),
    "parse_fh": Form("{self}.load(IO={0})", "f", _DOCUMENT),
    "load_xml": Form("{self}.load({**})", "**", _DOCUMENT),
    "keep_blanks": Form("{self}.keep_blanks({0})", "t"),
    "parse_balanced_chunk": Form("perl_parse_pieces({0})", "s", _NODES),
}

_TYPES = {
    "XML_ELEMENT_NODE": "1",
    "XML_ATTRIBUTE_NODE": "2",
    "XML_TEXT_NODE": "3",
    "XML_CDATA_SECTION_NODE": "4",
    "XML_PI_NODE": "7",
    "XML_COMMENT_NODE": "8",
    "XML_DOCUMENT_NODE": "9",
}

MODULES: tuple[Module, ...] = (
    Module(
        "XML::LibXML",
        exports=frozenset(_TYPES),
        constants=_TYPES,
        class_methods={
            "new": Form("PerlXmlParser({**})", "**", "object:XML::LibXML"),
            **_PARSER_METHODS,
            "createDocument": (
                Form("PerlDocument()", "", _DOCUMENT),
                Form("PerlDocument(None, {0})", "s", _DOCUMENT),
                Form("PerlDocument(None, {0}, {1})", "ss", _DOCUMENT),
            ),
        },
        methods={
            "XML::LibXML": _OWN_PARSER_METHODS,
            "XML::LibXML::Node": _NODE_METHODS,
            "XML::LibXML::Element": _ELEMENT_METHODS,
            "XML::LibXML::Document": _DOCUMENT_METHODS,
            "XML::LibXML::Attr": {
                **_both(Form("str({self})", "", "str"), "value", "getValue", "nodeValue"),
                "name": Form("perl_node_name({self})", "", "str"),
            },
            "XML::LibXML::Text": _both(
                Form("str({self})", "", "str"), "data", "getData", "nodeValue", "getValue"
            ),
            "XML::LibXML::NodeList": _LIST_METHODS,
            "XML::LibXML::XPathContext": _CONTEXT_METHODS,
        },
        parents={
            "XML::LibXML::Element": "XML::LibXML::Node",
            "XML::LibXML::Document": "XML::LibXML::Node",
            "XML::LibXML::Attr": "XML::LibXML::Node",
            "XML::LibXML::Text": "XML::LibXML::Node",
            "XML::LibXML::Comment": "XML::LibXML::Node",
        },
        assumed=tuple(
            f"XML::LibXML::{name}"
            for name in ("Node", "Element", "Attr", "NodeList", "Document", "XPathContext")
        ),
        texts={
            "XML::LibXML::NodeList": "perl_xml_value({self})",
            "XML::LibXML::Node": "perl_xml_source({self})",
        },
        # What is there is true, also a list without nodes.
        truths={
            f"XML::LibXML::{name}": "({self} is not None)"
            for name in ("NodeList", "Node", "Element", "Attr", "Text", "Comment")
        },
        needs=("lxml",),
    ),
    Module(
        "XML::LibXML::Document",
        class_methods={
            "new": (
                Form("PerlDocument()", "", _DOCUMENT),
                Form("PerlDocument(None, {0})", "s", _DOCUMENT),
                Form("PerlDocument(None, {0}, {1})", "ss", _DOCUMENT),
            )
        },
        needs=("lxml",),
    ),
    Module(
        "XML::LibXML::Element",
        class_methods={"new": Form("lxml.etree.Element({0})", "s", _ELEMENT)},
        needs=("lxml",),
    ),
    Module("XML::LibXML::Text", class_methods={"new": Form("{0}", "s", _TEXT)}, needs=("lxml",)),
    Module(
        "XML::LibXML::XPathContext",
        class_methods={
            "new": (
                Form("PerlXPath()", "", "object:XML::LibXML::XPathContext"),
                Form("PerlXPath({0})", "v", "object:XML::LibXML::XPathContext"),
            )
        },
        needs=("lxml",),
    ),
)

"""XML::XPath: lxml, with helpers where Perl's nodes are more than lxml's."""

from __future__ import annotations

from collections.abc import Mapping

from sysvirt.port.draft.modules.table import Form, Forms, Module

_SET = "object:XML::XPath::NodeSet"
_NODE = "object:XML::XPath::Node"


def _found(python: str, takes: str) -> Form:
    """A form for nodes: a list, or one value that holds it."""
    return Form(python, takes, f"list:{_NODE}", python, _SET)


_FINDING: Mapping[str, Forms] = {
    "findnodes": (
        _found("perl_xml_find({self}, {0})", "s"),
        _found("perl_xml_find({1}, {0})", "sv"),
    ),
    "find": (
        Form("perl_xml_find({self}, {0})", "s", _SET),
        Form("perl_xml_find({1}, {0})", "sv", _SET),
    ),
    "findvalue": (
        Form("perl_xpath_value(perl_xml_find({self}, {0}))", "s", "str"),
        Form("perl_xpath_value(perl_xml_find({1}, {0}))", "sv", "str"),
    ),
    "findnodes_as_string": (
        Form("perl_xpath_source(perl_xml_find({self}, {0}))", "s", "str"),
        Form("perl_xpath_source(perl_xml_find({1}, {0}))", "sv", "str"),
    ),
    "exists": (
        Form(
            "perl_xpath_exists({self}, {0})",
            "s",
            "bool",
        ),
        Form(
            "perl_xpath_exists({1}, {0})",
            "sv",
            "bool",
        ),
    ),
    "matches": Form("{0} in perl_xml_find({self}, {1})", "vs", "bool"),
}
_NAME = Form("perl_xpath_name({self})", "", "str?")
_CHILDREN = _found("perl_children({self})", "")

_NODE_METHODS: Mapping[str, Forms] = {
    **_FINDING,
    "getName": _NAME,
    "getLocalName": Form('(perl_xpath_name({self}) or "").rpartition(":")[2]', "", "str"),
    "getNodeType": Form("perl_node_type({self})", "", "int"),
    "string_value": Form("perl_node_text({self})", "", "str"),
    "getValue": Form("perl_node_value({self})", "", "str?"),
    "getNodeValue": Form("perl_node_value({self})", "", "str?"),
    "getData": Form("perl_node_value({self})", "", "str?"),
    "toString": Form("perl_xpath_source({self})", "", "str"),
    "getParentNode": Form("perl_parent_node({self})", "", f"{_NODE}?"),
    "getChildNodes": _CHILDREN,
    "getFirstChild": Form("perl_xml_first(perl_children({self}))", "", f"{_NODE}?"),
    "getLastChild": Form("perl_xml_first(perl_children({self})[-1:])", "", f"{_NODE}?"),
    "getChildNode": Form("perl_nth(perl_children({self}), {0})", "i", f"{_NODE}?"),
    "getNextSibling": Form("perl_sibling({self}, 1)", "", f"{_NODE}?"),
    "getPreviousSibling": Form("perl_sibling({self}, -1)", "", f"{_NODE}?"),
    "getAttribute": (
        Form("{self}.get({0})", "s", "str?", only=r"[\w.-]+"),
        Form("{self}.get(perl_attribute_name({self}, {0}))", "s", "str?"),
    ),
    "getAttributeNode": Form("perl_attribute_node({self}, {0})", "s", f"{_NODE}?"),
    "getAttributes": _found('{self}.xpath("@*")', ""),
    "setNodeValue": Form("perl_set_text({self}, {0})", "s"),
    "appendChild": Form("perl_append({self}, {0})", "v"),
    "removeChild": Form("perl_remove({0})", "v"),
    "insertBefore": Form("perl_insert({self}, {0}, {1})", "vv"),
    "insertAfter": Form("perl_insert({self}, {0}, {1}, behind=True)", "vv"),
}

MODULES: tuple[Module, ...] = (
    Module(
        "XML::XPath",
        class_methods={
            "new": (
                Form("perl_load_xpath({0})", "s", "object:XML::XPath"),
                Form("perl_load_xpath({**})", "**", "object:XML::XPath"),
            )
        },
        methods={
            "XML::XPath": {
                **_FINDING,
                "getNodeText": Form("perl_xpath_value(perl_xml_find({self}, {0}))", "s", "str"),
                "getNodeAsXML": Form("perl_xpath_source(perl_xml_find({self}, {0}))", "s", "str"),
                "setNodeText": Form("perl_set_xpath_text({self}, {0}, {1})", "ss"),
            },
            _NODE.removeprefix("object:"): _NODE_METHODS,
            _SET.removeprefix("object:"): {
                "size": Form("len({self})", "", "int"),
                "get_node": Form("perl_nth({self}, {0})", "i", f"{_NODE}?"),
                "get_nodelist": Form("{self}", "", f"list:{_NODE}", "len({self})", "int"),
                "shift": Form("({self}.pop(0) if {self} else None)", "", f"{_NODE}?"),
                "pop": Form("({self}.pop() if {self} else None)", "", f"{_NODE}?"),
                "string_value": Form("perl_xml_value({self}[:1])", "", "str"),
                "to_literal": Form("perl_xml_value({self})", "", "str"),
                # Of what isn't a set of nodes.
                "value": Form("perl_xpath_value({self})", "", "str"),
            },
        },
        assumed=("XML::XPath", *(each.removeprefix("object:") for each in (_NODE, _SET))),
        texts={_SET.removeprefix("object:"): "perl_xpath_value({self})"},
        truths={_SET.removeprefix("object:"): "perl_xpath_found({self})"},
        needs=("lxml",),
    ),
    Module(
        "XML::XPath::XMLParser",
        functions={"as_string": Form("perl_xpath_source({0})", "v", "str")},
        needs=("lxml",),
    ),
)

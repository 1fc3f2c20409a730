"""XML as Perl's XML::XPath has it, on top of lxml; see ``xml_nodes``."""

from __future__ import annotations

import re

from .xml_nodes import (
    PerlDocument,
    perl_children,
    perl_load_xml,
    perl_node_name,
    perl_node_type,
    perl_set_text,
    perl_xml_find,
    perl_xml_value,
)


def perl_load_xpath(source=None, xml=None, filename=None, ioref=None, **_):
    """Read a document from a text, a file by its name, or an open file."""
    if source is not None:
        xml, filename = (source, None) if re.match(r"\s*<", source) else (None, source)
    return perl_load_xml(string=xml, location=filename, IO=ioref)


def perl_xpath_value(found):
    """The text of what was found: of nodes all texts in one, of truth values 1 or 0."""
    if isinstance(found, bool):
        return "1" if found else "0"
    return perl_xml_value(found)


def perl_xpath_source(node):
    """A node, or what else was found, as XML::XPath writes it."""
    if isinstance(node, list):
        return "".join(perl_xpath_source(each) for each in node)
    if isinstance(node, bool | float) or (isinstance(node, str) and node.getparent() is None):
        return perl_xpath_value(node)
    if isinstance(node, PerlDocument):
        return "".join(perl_xpath_source(each) for each in perl_children(node))
    kind = perl_node_type(node)
    if kind == 2:
        text = node.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        text = text.replace('"', "&quot;")
        return f' {perl_node_name(node)}="{text}"'
    if kind == 3:
        return node.replace("&", "&amp;").replace("<", "&lt;").replace("]]>", "]]&gt;")
    if kind == 8:
        return f"<!--{node.text}-->"
    if kind == 7:
        text = (node.text or "").replace(">", "&gt;")
        return f"<?{node.target} {text}?>"
    return perl_xpath_element(node)


def perl_xpath_element(node):
    """An element as XML::XPath writes it."""
    name = perl_node_name(node)
    above = node.getparent()
    known = {} if above is None else above.nsmap
    start = "<" + name
    for prefix, uri in node.nsmap.items():
        if known.get(prefix) != uri:
            start += f' xmlns:{prefix}="{uri}"' if prefix else f' xmlns="{uri}"'
    start += "".join(perl_xpath_source(each) for each in node.xpath("@*"))
    inside = "".join(perl_xpath_source(each) for each in perl_children(node))
    return f"{start}>{inside}</{name}>" if perl_children(node) else f"{start} />"


def perl_xpath_name(node):
    """The name of an element or attribute; other nodes have none."""
    if isinstance(node, PerlDocument) or perl_node_type(node) not in (1, 2):
        return None
    return perl_node_name(node)


def perl_xpath_exists(node, path):
    """Whether a path leads to any node."""
    found = perl_xml_find(node, path)
    return isinstance(found, list) and bool(found)


def perl_set_xpath_text(document, path, text):
    """Give all that a path leads to another text; an attribute that isn't there is made."""
    found = perl_xml_find(document, path)
    name = re.search(r"/@([\w.-]+)$", path)
    if not found and name:
        for node in perl_xml_find(document, path[: name.start()]):
            node.set(name[1], text)
    for node in found:
        if not isinstance(node, str):
            node[:] = []
        perl_set_text(node, text)

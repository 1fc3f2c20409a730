"""XML as Perl's XML::LibXML has it, on top of lxml.

Elements, comments and instructions are lxml's. Attributes and pieces of text are the texts that its
``xpath`` gives, which know where they are from; a document has a class of its own.
"""

from __future__ import annotations

import copy
import re

import lxml.etree

from .scalars import perl_float_text


class PerlDocument:
    """A document: its root, and what stands in its first line."""

    def __init__(self, root=None, version="1.0", encoding=None, standalone=None):
        self.root = root
        self.version = version
        self.encoding = encoding
        self.standalone = standalone

    def declare(self, encoding):
        """Set the encoding that is told in the first line."""
        self.encoding = encoding

    def xpath(self, path, **named):
        """What a path leads to, from the top."""
        if self.root is None:
            return []
        path = perl_from_top(path)
        return [self] if path == "/" else lxml.etree.ElementTree(self.root).xpath(path, **named)

    def source(self, layout=0):
        """The text of the whole document; with a layout other than 0 indented."""
        line = f'<?xml version="{self.version}"'
        line += f' encoding="{self.encoding}"' if self.encoding else ""
        line += f' standalone="{self.standalone}"' if self.standalone else ""
        if self.root is None:
            return f"{line}?>\n"
        own = perl_xml_source(self.root, layout)
        whole = lxml.etree.tostring(lxml.etree.ElementTree(self.root), encoding="unicode")
        plain = lxml.etree.tostring(self.root, encoding="unicode", with_tail=False)
        before, _, after = whole.partition(plain)
        around = [
            re.sub(r"(?<=-->)(?=<)|(?<=\?>)(?=<)", "\n", each.strip()) for each in (before, after)
        ]
        text = (
            "\n".join(each for each in (f"{line}?>", around[0], own, around[1], "") if each) + "\n"
        )
        if self.encoding:
            return text.encode(self.encoding, "xmlcharrefreplace").decode(self.encoding)
        text = text.replace("&#13;", "&#xD;")
        return re.sub(r"[^\0-\x7f]", lambda found: f"&#x{ord(found[0]):X};", text)


def perl_parse_xml(text, blanks=True):
    """Read a document; without ``blanks`` what is only there for the layout is left out."""
    if not text:
        raise ValueError("Empty String")
    shown = text if isinstance(text, str) else text.decode("latin-1")
    head = re.match(r"\s*<\?xml\s[^>]*>", shown)
    told = dict(re.findall(r"""(\w+)\s*=\s*["']([^"']*)["']""", head[0] if head else ""))
    if isinstance(text, str):
        text = text.encode(told.get("encoding", "utf-8"), "xmlcharrefreplace")
    parser = lxml.etree.XMLParser(strip_cdata=False, remove_blank_text=not blanks)
    root = lxml.etree.fromstring(text, parser)
    return PerlDocument(
        root, told.get("version", "1.0"), told.get("encoding"), told.get("standalone")
    )


def perl_load_xml(string=None, location=None, IO=None, no_blanks=0, **_):
    """Read a document from a text, a file by its name, or an open file."""
    if location is not None:
        with open(location, "rb") as file:
            string = file.read()
    elif IO is not None:
        string = IO.read()
    return perl_parse_xml(string, not no_blanks)


class PerlXmlParser:
    """A parser that may leave out what is only there for the layout."""

    def __init__(self, no_blanks=0, **_):
        self.no_blanks = no_blanks

    def keep_blanks(self, kept):
        """Say whether blanks between elements are kept."""
        self.no_blanks = not kept

    def load(self, **source):
        """Read a document."""
        return perl_load_xml(**{"no_blanks": self.no_blanks, **source})


def perl_parse_pieces(text):
    """The nodes of a text that is the content of an element."""
    return perl_children(perl_parse_xml(f"<x>{text}</x>").root)


def perl_write_xml(document, path, layout=0):
    """Write a document to a file."""
    with open(path, "wb") as file:
        file.write(document.source(layout).encode(document.encoding or "utf-8"))
    return True


def perl_xml_source(node, layout=0):
    """A node as it is written in XML."""
    if isinstance(node, PerlDocument):
        return node.source(layout)
    if isinstance(node, str):
        text = node.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        if getattr(node, "is_attribute", False):
            text = text.replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
            return f' {perl_node_name(node)}="{text}"'
        return text.replace("\r", "&#13;")
    text = lxml.etree.tostring(node, encoding="unicode", with_tail=False, pretty_print=bool(layout))
    above = node.getparent()
    if above is not None and isinstance(node.tag, str):
        # lxml repeats the namespaces that are declared further up.
        start, end, rest = text.partition(">")
        for prefix, uri in above.nsmap.items():
            if node.nsmap.get(prefix) == uri:
                name = f"xmlns:{prefix}" if prefix else "xmlns"
                start = start.replace(f' {name}="{uri}"', "", 1)
        text = start + end + rest
    return text.rstrip("\n") if layout else text


# Looking for nodes


def perl_xml_find(node, path, namespaces=None):
    """What a path leads to: nodes in a list, or a number, a text or a truth value."""
    if isinstance(node, str):
        above = perl_parent_node(node)
        if path == ".":
            return [node]
        if path == "..":
            return [above]
        return perl_xml_find(above, path.removeprefix("../"), namespaces)
    if isinstance(node, PerlXPath):
        return node.find(path)
    top = isinstance(node, PerlDocument)
    element = node.root if top else node
    if path == "/" or (path == ".." and not top and element.getparent() is None):
        return [node if top else perl_document(node)]
    if element is None:
        return []
    known = {prefix: uri for prefix, uri in element.nsmap.items() if prefix}
    known.update(namespaces or {})
    return node.xpath(path, namespaces=known)


def perl_from_top(path):
    """A path that begins at the document: lxml begins at the document's root."""
    parts = re.findall(r"'[^']*'|\"[^\"]*\"|[\w-]+|\.+|\s+|.", path)
    written, begins, depth = [], True, 0
    for at, part in enumerate(parts):
        depth += {"[": 1, "]": -1}.get(part, 0)
        behind = "".join(parts[at + 1 :]).lstrip()
        step = re.fullmatch(r"[A-Za-z_][\w-]*|[@*.]|\.\.", part) and begins and depth == 0
        if step and re.match(r"\((?!\))", behind):
            step = False
        if step and part == ".":
            written.append("" if behind.startswith("/") else "/")
        else:
            written.append(f"/{part}" if step else part)
        if part.strip():
            begins = bool(re.fullmatch(r"[|(,=<>+!-]", part)) or (
                part in ("and", "or", "div", "mod") and not begins
            )
    return "".join(written)


def perl_find_value(node, path, namespaces=None):
    """The text of what a path leads to."""
    return perl_xml_value(perl_xml_find(node, path, namespaces))


def perl_xml_value(found):
    """The text of what was found: of nodes all texts in one."""
    if isinstance(found, list):
        return "".join(perl_node_text(each) for each in found)
    if isinstance(found, bool):
        return "true" if found else "false"
    if isinstance(found, float):
        return perl_float_text(found).replace("Inf", "Infinity")
    return perl_node_text(found)


def perl_xpath_found(found):
    """Whether what was found is anything."""
    return bool(found) if not isinstance(found, float) else found == found and found != 0


class PerlXPath:
    """A place to start from and namespaces by prefixes, as XML::LibXML::XPathContext has them."""

    def __init__(self, node=None):
        self.node = node
        self.namespaces = {}

    def register(self, prefix, uri):
        """Let a prefix stand for a namespace."""
        self.namespaces[prefix] = uri

    def find(self, path, node=None):
        """What a path leads to."""
        return perl_xml_find(self.node if node is None else node, path, self.namespaces)


# What a node says of itself


def perl_document(node):
    """The document of a node."""
    if isinstance(node, PerlDocument):
        return node
    element = node.getparent() if isinstance(node, str) else node
    return PerlDocument([element, *element.iterancestors()][-1])


def perl_prefix(node):
    """The prefix of a name, or nothing."""
    return perl_node_name(node).rpartition(":")[0] or None


def perl_node_name(node):
    """The name of a node, with its prefix."""
    if isinstance(node, PerlDocument):
        return "#document"
    if isinstance(node, str):
        if not getattr(node, "is_attribute", False):
            return "#text"
        name = lxml.etree.QName(node.attrname)
        prefixes = {"http://www.w3.org/XML/1998/namespace": "xml"}
        prefixes.update({uri: prefix for prefix, uri in node.getparent().nsmap.items() if prefix})
        prefix = prefixes.get(name.namespace)
        return f"{prefix}:{name.localname}" if prefix else name.localname
    if node.tag is lxml.etree.Comment:
        return "#comment"
    if node.tag is lxml.etree.ProcessingInstruction:
        return node.target
    name = lxml.etree.QName(node).localname
    return f"{node.prefix}:{name}" if node.prefix else name


def perl_local_name(node):
    """The name of an element or attribute without its prefix."""
    return perl_node_name(node).rpartition(":")[2]


def perl_namespace(node):
    """The namespace of an element or attribute, or nothing."""
    name = node.attrname if isinstance(node, str) else node.tag
    return lxml.etree.QName(name).namespace


def perl_node_type(node):
    """The number of a node's kind."""
    if isinstance(node, PerlDocument):
        return 9
    if isinstance(node, str):
        return 2 if getattr(node, "is_attribute", False) else 3
    return {lxml.etree.Comment: 8, lxml.etree.ProcessingInstruction: 7}.get(node.tag, 1)


def perl_node_text(node):
    """All text inside a node."""
    if isinstance(node, PerlDocument):
        return "" if node.root is None else node.root.xpath("string()")
    if isinstance(node, str):
        return str(node)
    return node.xpath("string()") if isinstance(node.tag, str) else node.text or ""


def perl_node_value(node):
    """The value of an attribute, a text or a comment; elements and documents have none."""
    return None if perl_node_type(node) in (1, 9) else perl_node_text(node)


# Attributes


def perl_attribute_name(node, name):
    """An attribute's name as lxml has it."""
    prefix, _, local = name.rpartition(":")
    if prefix == "xml":
        return f"{{http://www.w3.org/XML/1998/namespace}}{local}"
    return f"{{{node.nsmap[prefix]}}}{local}" if prefix in node.nsmap else name


def perl_attribute_node(node, name):
    """An attribute as a node, or nothing."""
    for each in node.xpath("@*"):
        if perl_node_name(each) == name:
            return each
    return None


# Around a node


def perl_parent_node(node):
    """The element or document that a node stands in."""
    if isinstance(node, PerlDocument):
        return None
    if isinstance(node, str):
        above = node.getparent()
        return above.getparent() if getattr(node, "is_tail", False) else above
    above = node.getparent()
    return perl_document(node) if above is None else above


def perl_children(node):
    """The nodes inside a node."""
    if isinstance(node, PerlDocument):
        return node.xpath("/node()")
    return [] if isinstance(node, str) else node.xpath("node()")


def perl_xml_place(nodes, node):
    """Where a node stands among others; None: nowhere."""
    for at, each in enumerate(nodes):
        if each is node:
            return at
        both = isinstance(node, str) and isinstance(each, str) and hasattr(node, "getparent")
        if both and each.getparent() is node.getparent() and each.is_tail == node.is_tail:
            return at
    return None


def perl_sibling(node, step, blanks=True):
    """The node that stands ``step`` places behind a node, or nothing."""
    above = perl_parent_node(node)
    if above is None or getattr(node, "is_attribute", False):
        return None
    nodes = perl_children(above)
    at = perl_xml_place(nodes, node) + step
    while not blanks and 0 <= at < len(nodes) and perl_is_blank(nodes[at]):
        at += step
    return nodes[at] if 0 <= at < len(nodes) else None


def perl_is_blank(node):
    """Whether a node is a text of blanks."""
    return isinstance(node, str) and not node.strip()


def perl_by_name(nodes, name, name_of=perl_node_name):
    """Those elements that have a name, with its prefix; ``*`` is all."""
    elements = [node for node in nodes if isinstance(getattr(node, "tag", None), str)]
    return [node for node in elements if name in ("*", name_of(node))]


def perl_descendants(node, name, name_of=perl_node_name):
    """The elements inside a node that have a name."""
    if isinstance(node, PerlDocument):
        return perl_by_name([] if node.root is None else node.root.iter(), name, name_of)
    return perl_by_name(node.iterdescendants(), name, name_of)


# Changing a document


def perl_detach(node):
    """Take a node out of where it is; the text behind it stays there."""
    above = node.getparent()
    if above is None:
        return node
    tail, node.tail = node.tail, None
    if tail:
        perl_add_text(above, node.getprevious(), tail)
    above.remove(node)
    return node


def perl_add_text(above, before, text):
    """Put a text behind one of an element's children, or first."""
    if before is None:
        above.text = (above.text or "") + text
    else:
        before.tail = (before.tail or "") + text


def perl_append(node, child):
    """Put a node behind all others in a node."""
    if isinstance(node, PerlDocument):
        node.root = perl_detach(child)
    elif isinstance(child, str):
        perl_add_text(node, node[-1] if len(node) else None, child)
    else:
        node.append(perl_detach(child))
    return child


def perl_append_text(node, name, text):
    """Put an element with a text behind all others in an element."""
    child = lxml.etree.SubElement(node, name)
    child.text = text


def perl_insert(node, child, place=None, behind=False):
    """Put a node before or behind one that is there; without one behind all."""
    if not isinstance(child, str):
        perl_detach(child)
    nodes = perl_children(node)
    at = perl_xml_place(nodes, place)
    at = len(nodes) if at is None else at + behind
    nodes.insert(at, child)
    node.text = before = None
    for each in nodes:
        if isinstance(each, str):
            perl_add_text(node, before, each)
        else:
            each.tail = None
            node.append(each)
            before = each
    return child


def perl_remove(node):
    """Take a node out of where it is."""
    if not isinstance(node, str):
        return perl_detach(node)
    above = node.getparent()
    if getattr(node, "is_attribute", False):
        del above.attrib[node.attrname]
    elif node.is_tail:
        above.tail = None
    else:
        above.text = None
    return node


def perl_replace(new, old):
    """Put a node in the place of another one."""
    perl_insert(perl_parent_node(old), new, old)
    return perl_remove(old)


def perl_clear(node):
    """Take all nodes out of an element."""
    node.text = None
    node[:] = []


def perl_rename(node, name):
    """Give an element another name."""
    node.tag = name


def perl_append_source(node, text):
    """Put what a text says in XML behind all that is in an element."""
    for child in perl_parse_pieces(text):
        perl_append(node, child)


def perl_clone(node, deep=0):
    """A node once more; with ``deep`` all that is in it, too."""
    if isinstance(node, str):
        return str(node)
    if isinstance(node, PerlDocument):
        root = copy.deepcopy(node.root) if deep else None
        return PerlDocument(root, node.version, node.encoding, node.standalone)
    twin = copy.deepcopy(node)
    twin.tail = None
    if not deep and isinstance(node.tag, str):
        twin.text = None
        twin[:] = []
    return twin


def perl_set_text(node, text):
    """Give a text, an attribute or a comment another value."""
    if not isinstance(node, str):
        node.text = text
    elif getattr(node, "is_attribute", False):
        node.getparent().set(node.attrname, text)
    elif node.is_tail:
        node.getparent().tail = text
    else:
        node.getparent().text = text

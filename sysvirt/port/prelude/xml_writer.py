"""XML that is written tag by tag, as Perl's XML::Writer does."""

from __future__ import annotations

import sys


class PerlXmlWriter:
    """Writes to an open file, to standard output, or with ``self`` to a text of its own."""

    def __init__(
        self,
        OUTPUT=None,
        DATA_MODE=0,
        DATA_INDENT=0,
        NEWLINES=0,
        UNSAFE=0,
        ENCODING="",
        NAMESPACES=0,
        **_,
    ):
        if NAMESPACES:
            raise ValueError("namespaces are not written here")
        self.parts = [] if OUTPUT == "self" else None
        self.output = sys.stdout if OUTPUT is None else OUTPUT
        self.data_mode = DATA_MODE
        blank = isinstance(DATA_INDENT, str) and not DATA_INDENT.strip()
        self.indent = DATA_INDENT if blank else " " * int(DATA_INDENT)
        self.line = "\n" if NEWLINES else ""
        self.safe = not UNSAFE
        self.encoding = ENCODING
        #: The open elements; for each whether it has text and elements.
        self.open = []
        self.state = [[False, False]]
        self.heading = self.begun = self.element_seen = False
        self.type = None

    def write(self, text):
        """Write a text as it is."""
        if hasattr(self.output, "value"):
            # A reference to a text.
            self.output.value = (self.output.value or "") + text
        elif self.parts is None:
            self.output.write(text)
        else:
            self.parts.append(text)

    def to_string(self):
        """All that was written to the text of its own."""
        return "".join(self.parts) if self.parts else None

    def check(self, wrong, message):
        """Die where the XML would be wrong."""
        if self.safe and wrong:
            raise ValueError(message)

    def xml_decl(self, encoding=None, standalone=None):
        """Write the first line."""
        self.check(self.begun, "The XML declaration is not the first thing in the document")
        encoding = self.encoding if encoding is None else encoding
        text = '<?xml version="1.0"' + (f' encoding="{encoding}"' if encoding else "")
        if standalone and standalone != "0":
            text += f' standalone="{"no" if standalone == "no" else "yes"}"'
        self.write(f"{text}?>\n")
        self.heading = self.begun = True

    def doctype(self, name, public=None, system=None):
        """Write the type of the document."""
        self.check(self.type, "Attempt to insert second DOCTYPE declaration")
        message = "The DOCTYPE declaration must come before the first start tag"
        self.check(self.element_seen, message)
        self.type = name
        text = f"<!DOCTYPE {name}"
        if public:
            text += f' PUBLIC "{public}" "{system}"'
        elif system is not None:
            text += f' SYSTEM "{system}"'
        self.write(f"{text}>\n")
        self.heading = self.begun = True

    def pi(self, target, data=None):
        """Write an instruction."""
        self.write(f"<?{target} {data}?>" if data else f"<?{target}?>")
        self.begun = True
        if not self.open:
            self.write("\n")
            self.heading = True

    def comment(self, text):
        """Write a comment."""
        self.check("-->" in text, "Comment may not contain '-->'")
        if self.data_mode and self.open:
            self.write("\n" + self.indent * len(self.open))
            self.state[-1][1] = True
        self.write(f"<!-- {text} -->")
        self.begun = True
        if not self.open:
            self.write("\n")
            self.heading = True

    def tag(self, name, attributes, end):
        """Write a tag that begins an element, or is one."""
        message = "Attempt to insert start tag after close of document element"
        self.check(self.element_seen and not self.open, message)
        message = f'Document element is "{name}", but DOCTYPE is "{self.type}"'
        self.check(not self.open and self.type not in (None, name), message)
        message = f"Mixed content not allowed in data mode: element {name}"
        self.check(self.data_mode and self.state[-1][0], message)
        if self.data_mode and (self.heading or self.open):
            self.write("\n" + self.indent * len(self.open))
        text = f"<{name}"
        for key, value in zip(attributes[::2], attributes[1::2], strict=False):
            shown = str(value).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
            shown = shown.replace('"', "&quot;").replace("\n", "&#10;").replace("\r", "&#13;")
            text += ' {}="{}"'.format(key, shown.replace("\t", "&#9;"))
        self.write(text + self.line + end)
        self.begun = self.element_seen = True
        self.state[-1][1] = True

    def start_tag(self, name, *attributes):
        """Begin an element."""
        self.tag(name, attributes, ">")
        self.open.append(name)
        self.state.append([False, False])

    def empty_tag(self, name, *attributes):
        """Write an element without content."""
        self.tag(name, attributes, " />")

    def end_tag(self, name=None):
        """End the element that is open."""
        self.check(not self.open, f'End tag "{name}" does not close any open element')
        current = self.open[-1]
        wrong = name and name != current
        self.check(wrong, f'Attempt to end element "{current}" with "{name}" tag')
        self.open.pop()
        if self.state.pop()[1] and self.data_mode:
            self.write("\n" + self.indent * len(self.open))
        self.write(f"</{name or current}{self.line}>")

    def characters(self, text):
        """Write a text."""
        text = str(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        self.content(text)

    def cdata(self, text):
        """Write a text in CDATA."""
        self.content("<![CDATA[" + str(text).replace("]]>", "]]]]><![CDATA[>") + "]]>")

    def content(self, text):
        """Write what is inside an element."""
        self.check(not self.open, "Attempt to insert characters outside of document element")
        message = "Mixed content not allowed in data mode: characters"
        self.check(self.data_mode and self.state[-1][1], message)
        self.write(text)
        self.state[-1][0] = True

    def data_element(self, name, text, *attributes):
        """Write an element with a text."""
        self.start_tag(name, *attributes)
        self.characters(text)
        self.end_tag(name)

    def cdata_element(self, name, text, *attributes):
        """Write an element with a text in CDATA."""
        self.start_tag(name, *attributes)
        self.cdata(text)
        self.end_tag(name)

    def raw(self, text):
        """Write XML as it is."""
        self.check(True, "raw() is only available when UNSAFE is set")
        self.write(text)

    def end(self):
        """End the document."""
        self.check(not self.element_seen, "Document cannot end without a document element")
        message = f"Document ended with unmatched start tag(s): {' '.join(self.open)}"
        self.check(self.open, message)
        if self.safe:
            # Another document may follow.
            self.begun = self.element_seen = False
            self.type = None
        self.write("\n")
        return None if self.parts is None else self.to_string()

"""``format`` and ``write``: reports with heads, lines and pages."""

from __future__ import annotations

import re

from sysvirt.port.prelude.outputs import perl_put_text, perl_selected
from sysvirt.port.prelude.scalars import perl_number, perl_text


class PerlForm:
    """A text that is filled in line by line."""

    #: A field for a number, or for a text, of some width.
    field = re.compile(r"[@^](?:\*|0?#*(?:\.#+)|0?#+|<+|>+|\|+)?")

    def __init__(self):
        self.text = ""
        self.rests = []

    def line(self, picture, values=()):
        """Add a line; with a `~` in it only if there is something in its fields."""
        fields = iter(values)
        self.rests = []
        self.is_filled = False
        shown = self.field.sub(lambda found: self.fill(found[0], next(fields, None)), picture)
        if "~" in picture:
            if not self.is_filled:
                return False
            shown = shown.replace("~", " ")
        self.text += shown.rstrip(" ") + "\n"
        return True

    def fill(self, field, value):
        """A value in a field; what is left of it is kept for the next line."""
        width = len(field)
        text = perl_text(value)
        if "*" in field:
            self.rests.append("")
            self.is_filled |= bool(text)
            return text.removesuffix("\n")
        if "#" in field:
            self.rests.append(value)
            self.is_filled |= value is not None
            if value is None and field[0] == "^":
                return " " * width
            digits = len(field.partition(".")[2])
            zero = "0" if field[1] == "0" else ""
            shown = f"{perl_number(value):{zero}{width}.{digits}f}"
            return shown if len(shown) <= width else "#" * width
        if field[0] == "^":
            item, rest = self.chopped(text, width)
            self.rests.append(rest)
        else:
            item = re.split(r"[\x00-\x1f]", text, maxsplit=1)[0][:width]
            self.rests.append(value)
        self.is_filled |= bool(item)
        if ">" in field:
            return item.rjust(width)
        if "|" in field:
            return (" " * ((width - len(item)) // 2) + item).ljust(width)
        return item.ljust(width)

    def chopped(self, text, width):
        """As many words as have room, and the rest."""
        end = None
        at = 0
        while at < len(text):
            if text[at].isspace():
                end = at
            elif text[at] == "-" and at + 1 < len(text):
                end = at + 1
            if at == width:
                break
            at += 1
        if end is None or at == len(text):
            end = at
        return re.sub(r"[\x00-\x1f]", " ", text[:end]), text[end:].lstrip()


class PerlPage:
    """What `write` knows of a handle: its format, the one of its heads, and how much fits."""

    #: The formats by their names, and the pages by the numbers of their handles.
    forms = {}
    pages = {}

    def __init__(self, name):
        #: `$~`, `$^`, `$=`, `$-` and `$%`.
        self.name = name
        self.top = f"{name}_TOP"
        self.length = 60
        self.left = 0
        self.number = 0


def perl_page(handle=None, name="STDOUT"):
    """What is known of a handle; without one, of the selected one."""
    handle = perl_selected() if handle is None else handle
    return PerlPage.pages.setdefault(id(handle), PerlPage(name))


def perl_write(handle=None, name="STDOUT"):
    """`write`: a record by its format, with a head where a page begins."""
    page = perl_page(handle, name)
    text = PerlPage.forms[page.name]()
    lines = text.count("\n")
    if page.left < lines:
        head = PerlPage.forms.get(page.top) or PerlPage.forms.get("top")
        if head is None:
            page.left = 100_000_000
        else:
            feed = "\f" if page.number > 0 else ""
            page.number += 1
            shown = head()
            perl_put_text(handle, feed + shown)
            page.left = page.length - shown.count("\n")
    page.left -= lines
    return perl_put_text(handle, text)

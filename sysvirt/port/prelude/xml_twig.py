"""XML as Perl's XML::Twig has it: a tree of elements, where pieces of text are elements, too.

What has a name of Perl's does what Perl's does.
"""

from __future__ import annotations

import re
from xml.parsers import expat

from sysvirt.port.prelude.boxes import perl_topic


class PerlElt:
    """An element, or a piece of text whose name is ``#PCDATA`` or ``#CDATA``."""

    #: How all are written: Perl has one setting as well.
    layout = "none"

    def __init__(self, gi, atts=None, *content):
        self.gi = gi
        self.atts = {} if atts is None else atts
        self.parent = None
        self.data = None
        #: Whether it was written as one tag; comments and instructions before it and at its end.
        self.empty = False
        self.extra = self.extra_end = ""
        self.content = []
        for each in content:
            self.add(each if isinstance(each, PerlElt) else perl_elt_of_text(each))

    def add(self, elt):
        """Put an element behind all others; a text beside a text becomes one with it."""
        last = self.content[-1] if self.content else None
        if last is not None and last.gi == elt.gi == "#PCDATA" and not elt.extra:
            last.data += elt.data
            return
        elt.parent = self
        self.content.append(elt)

    # What it is

    def is_text(self):
        """Whether it is a piece of text."""
        return self.gi in ("#PCDATA", "#CDATA")

    def att(self, name):
        """An attribute, or nothing."""
        return self.atts.get(name)

    def text(self):
        """All text inside."""
        return self.data if self.is_text() else "".join(each.text() for each in self.content)

    def text_only(self):
        """The text that is directly inside."""
        return "".join(each.text() for each in self.content if each.is_text())

    def trimmed_text(self):
        """All text inside, with single blanks."""
        return " ".join(self.text().split())

    def fits(self, condition):
        """Whether a condition is true: a name, perhaps with tests in brackets, or a function."""
        return perl_twig_fits(self, condition)

    # Others around it

    def children(self, condition=None):
        """The elements and texts inside."""
        return [each for each in self.content if each.fits(condition)]

    def first_child(self, condition=None):
        """The first child, or nothing."""
        return next(iter(self.children(condition)), None)

    def last_child(self, condition=None):
        """The last child, or nothing."""
        return next(iter(self.children(condition)[::-1]), None)

    def field(self, condition=None):
        """The text of the first child; without one an empty text."""
        child = self.first_child(condition)
        return "" if child is None else child.text()

    def siblings(self, condition=None):
        """All that are in the same element, and the own place."""
        if self.parent is None:
            return []
        return [each for each in self.parent.content if each is not self and each.fits(condition)]

    def next_sibling(self, condition=None):
        """The next one in the same element, or nothing."""
        here = self.parent.content.index(self) if self.parent else 0
        behind = self.parent.content[here + 1 :] if self.parent else []
        return next((each for each in behind if each.fits(condition)), None)

    def prev_sibling(self, condition=None):
        """The one before in the same element, or nothing."""
        here = self.parent.content.index(self) if self.parent else 0
        before = self.parent.content[:here] if self.parent else []
        return next((each for each in before[::-1] if each.fits(condition)), None)

    def ancestors(self, condition=None):
        """The elements around it, the nearest first."""
        found, each = [], self.parent
        while each is not None:
            found += [each] if each.fits(condition) else []
            each = each.parent
        return found

    def descendants(self, condition=None):
        """All inside, in the order of the text."""
        found = []
        for each in self.content:
            found += [each] if each.fits(condition) else []
            found += each.descendants(condition)
        return found

    def descendants_or_self(self, condition=None):
        """The same, and itself first."""
        return ([self] if self.fits(condition) else []) + self.descendants(condition)

    def path(self):
        """The names from the root to it: ``/domain/name``."""
        return "/" + "/".join([*(each.gi for each in self.ancestors()[::-1]), self.gi])

    def get_xpath(self, path, at=None):
        """The elements that a path leads to; or one of them, by its number."""
        found = perl_twig_find(self, path)
        if at is None:
            return found
        return found[at] if -len(found) <= at < len(found) else None

    # Changes

    def set_text(self, text):
        """Have this text, and nothing else."""
        if self.is_text():
            self.data = text
        else:
            self.content = []
            self.empty = False
            self.add(perl_elt_of_text(text))

    def cut(self):
        """Take it out of where it is."""
        if self.parent is not None:
            self.parent.content.remove(self)
            self.parent = None
        return self

    def paste(self, *place):
        """Put it first or last in an element, or before or behind one."""
        position, other = place if len(place) > 1 else ("first_child", place[0])
        self.cut()
        if position in ("before", "after"):
            home = other.parent
            home.content.insert(home.content.index(other) + (position == "after"), self)
        else:
            home = other
            home.content.insert(len(home.content) if position == "last_child" else 0, self)
        self.parent = home
        home.empty = False
        return self

    def insert_new_elt(self, *told):
        """Put a new element somewhere: first, if it isn't told where."""
        positions = ("first_child", "last_child", "before", "after")
        position, *rest = told if told[0] in positions else ("first_child", *told)
        return perl_new_elt(*rest).paste(position, self)

    # As a text

    def sprint(self):
        """The element in XML."""
        return perl_twig_source(self)


def perl_elt_of_text(text):
    """A piece of text."""
    elt = PerlElt("#PCDATA")
    elt.data = str(text)
    return elt


def perl_new_elt(gi, *told):
    """An element: its name, perhaps a dict of attributes, and what is inside."""
    atts = told[0] if told and isinstance(told[0], dict) else None
    content = told[1:] if atts is not None else told
    elt = PerlElt(gi, atts, *content)
    elt.empty = not content
    return elt


def perl_twig_source(elt):
    """An element in XML."""
    if elt.gi == "#CDATA":
        return f"{elt.extra}<![CDATA[{elt.data}]]>"
    if elt.is_text():
        text = elt.data.replace("&", "&amp;").replace("<", "&lt;").replace("]]>", "]]&gt;")
        return elt.extra + text
    above = elt.ancestors()
    mixed = any(each.is_text() for outer in above for each in outer.content)
    line = "\n" + "  " * len(above) if elt.layout == "indented" and not mixed else ""
    begin = line if above else ""
    start = begin + (elt.extra.strip() + begin if begin and elt.extra else elt.extra)
    start += f"<{elt.gi}"
    for name in sorted(elt.atts):
        value = str(elt.atts[name]).replace("&", "&amp;").replace("<", "&lt;")
        start += ' {}="{}"'.format(name, value.replace('"', "&quot;"))
    if elt.empty and not elt.content and not elt.extra_end:
        return f"{start}/>"
    inside = "".join(perl_twig_source(each) for each in elt.content)
    texts = not elt.content or any(each.is_text() for each in elt.content)
    end = "\n" if line and elt.parent is None else ""
    return f"{start}>{inside}{'' if texts else line}{elt.extra_end}</{elt.gi}>{end}"


def perl_twig_fits(elt, condition):
    """Whether a condition is true of an element."""
    if condition is None:
        return True
    if callable(condition):
        return bool(condition(elt))
    if isinstance(condition, re.Pattern):
        return condition.search(elt.gi) is not None
    if condition in ("#ELT", "*", "_all_"):
        return not elt.is_text()
    if condition == "#TEXT":
        return elt.is_text()
    if "|" in condition and "[" not in condition:
        return any(perl_twig_fits(elt, each.strip()) for each in condition.split("|"))
    name, tests = re.fullmatch(r"([^\[]*)((?:\[.*\])?)", condition).groups()
    if name not in ("", "*", elt.gi):
        return False
    return all(perl_twig_test(elt, each) for each in re.findall(r"\[(.*?)\]", tests))


def perl_twig_test(elt, test):
    """Whether a test in brackets is true of an element."""
    for word, joined in ((" or ", any), (" and ", all)):
        if word in test:
            return joined(perl_twig_test(elt, each) for each in test.split(word))
    form = r"\s*(@[\w:.-]+|string\(\)|text\(\)|[\w:.-]+)\s*(?:(=~|!=|=|<=?|>=?)\s*(.+?)\s*)?"
    name, sign, wanted = re.fullmatch(form, test).groups()
    if name[0] == "@":
        value = elt.att(name[1:])
    elif name.endswith("()"):
        value = elt.text()
    else:
        child = elt.first_child(name)
        value = None if child is None else child.text()
    if sign is None:
        return value is not None
    if sign == "=~":
        body, flags = re.fullmatch(r"/(.*)/(\w*)", wanted).groups()
        return value is not None and re.search(f"(?{flags}){body}" if flags else body, value)
    wanted = wanted.strip("'\"")
    if sign in ("=", "!="):
        return (value == wanted) is (sign == "=")
    number, limit = float(value or 0), float(wanted)
    return {"<": number < limit, "<=": number <= limit, ">": number > limit}.get(
        sign, number >= limit
    )


def perl_twig_find(elt, path):
    """The elements that a path leads to."""
    if path.startswith("/"):
        top = PerlElt("#DOC")
        top.content = [([elt, *elt.ancestors()])[-1]]
        found = [top]
    else:
        found = [elt]
    steps = re.findall(r"(//?|^)((?:\[[^\]]*\]|[^/\[])+)", path)
    for sign, step in steps:
        name, tests = re.fullmatch(r"([^\[]*)(.*)", step).groups()
        nodes = []
        for each in found:
            if name in (".", ".."):
                some = [each] if name == "." else [each.parent]
            else:
                some = (
                    each.descendants(name or None) if sign == "//" else each.children(name or None)
                )
            for test in re.findall(r"\[(.*?)\]", tests):
                if re.fullmatch(r"\s*-?\d+\s*", test):
                    at = int(test) - 1 if int(test) > 0 else int(test)
                    some = some[at : at + 1 or None]
                else:
                    some = [one for one in some if perl_twig_test(one, test)]
            nodes += [one for one in some if not any(one is known for known in nodes)]
        found = nodes
    return found


class PerlTwig:
    """A document, and what is called while it is read."""

    def __init__(
        self,
        twig_handlers=None,
        start_tag_handlers=None,
        twig_roots=None,
        pretty_print=None,
        keep_spaces=0,
        **_,
    ):
        self.handlers = {**(twig_handlers or {}), **(twig_roots or {})}
        self.start_handlers = start_tag_handlers or {}
        self.roots = list(twig_roots or [])
        if pretty_print is not None:
            PerlElt.layout = "indented" if pretty_print.startswith("indented") else "none"
        self.keep_spaces = keep_spaces
        self.head = ""
        self.root = None
        self.open = []
        #: Blanks that may be part of a text, and comments and instructions that were seen.
        self.blanks = self.extra = ""
        self.kept = 0

    def parse(self, source):
        """Read a text, or an open file."""
        text = source if isinstance(source, str | bytes) else source.read()
        given = "utf-8" if isinstance(text, str) else None
        self.source = text.encode() if isinstance(text, str) else text
        self.head = ""
        self.root, self.open = None, []
        self.parser = expat.ParserCreate(given)
        self.parser.buffer_text = True
        self.parser.XmlDeclHandler = self.declaration
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.characters
        self.parser.StartCdataSectionHandler = lambda: self.cdata(True)
        self.parser.EndCdataSectionHandler = lambda: self.cdata(False)
        self.parser.CommentHandler = lambda comment: self.other(f"<!--{comment}-->")
        self.parser.ProcessingInstructionHandler = lambda name, data: self.other(
            f"<?{name} {data}?>" if data else f"<?{name}?>"
        )
        self.in_cdata = False
        self.parser.Parse(self.source, True)
        return self

    def parsefile(self, path):
        """Read a file."""
        with open(path, "rb") as file:
            return self.parse(file)

    def safe_parse(self, source):
        """Read a text; nothing, if it is no XML."""
        try:
            return self.parse(source)
        except expat.ExpatError:
            return None

    # While it is read

    def declaration(self, version, encoding, standalone):
        """The first line."""
        self.head = f'<?xml version="{version}"'
        self.head += f' encoding="{encoding}"' if encoding else ""
        self.head += f' standalone="{"yes" if standalone else "no"}"' if standalone >= 0 else ""
        self.head += "?>\n"

    def start(self, name, atts):
        """A tag begins an element."""
        elt = PerlElt(name, dict(atts))
        if self.open and not self.extra:
            self.take_blanks()
        elt.extra, self.extra, self.blanks = self.extra, "", ""
        if self.root is None:
            self.root = elt
        elif not self.roots or self.kept or any(self.matches(elt, each) for each in self.roots):
            self.kept += 1 if self.roots else 0
            (self.root if self.kept == 1 else self.open[-1]).add(elt)
        self.open.append(elt)
        for condition, code in self.start_handlers.items():
            if self.matches(elt, condition):
                self.tell(code, elt)

    def end(self, _):
        """A tag ends an element."""
        elt = self.open[-1]
        at = self.parser.CurrentByteIndex
        elt.empty = not elt.content and self.source[at - 2 : at] == b"/>"
        if not self.extra:
            self.take_blanks()
        elt.extra_end, self.extra, self.blanks = self.extra, "", ""
        attached = elt.parent is not None or elt is self.root
        ordered = sorted(self.handlers, key=perl_twig_rank)
        for condition in ordered if attached else []:
            code = self.handlers[condition]
            if callable(code) and self.matches(elt, condition) and not self.tell(code, elt):
                break
        self.open.pop()
        self.kept -= 1 if self.kept else 0

    def tell(self, code, elt):
        """Call a handler for an element, which it finds in `$_` as well."""
        before, perl_topic.value = perl_topic.value, elt
        try:
            return code(self, elt)
        finally:
            perl_topic.value = before

    def matches(self, elt, condition):
        """Whether a handler is for an element: by its name, or by a path."""
        if "/" not in re.sub(r"\[.*?\]", "", condition):
            return elt.fits(condition)
        *above, last = [each for each in condition.split("/") if each]
        names = [each.gi for each in self.open if each is not elt]
        near = names[-len(above) :] if above else []
        whole = not condition.startswith("/") or condition.startswith("//") or names == above
        return elt.fits(last) and near == above and whole

    def characters(self, text):
        """Text goes on."""
        if not text.strip() and not self.in_cdata and not self.keep_spaces:
            self.blanks += text
            if self.extra:
                self.extra += text
            return
        if not self.extra:
            text, self.blanks = self.blanks + text, ""
        self.text(text)

    def text(self, text):
        """Put a text into the element that is open."""
        if self.in_cdata:
            self.open[-1].content[-1].data += text
            return
        elt = perl_elt_of_text(text)
        elt.extra, self.extra = self.extra, ""
        self.open[-1].add(elt)

    def take_blanks(self):
        """Blanks are a text unless they are there for the layout."""
        if self.blanks and ("\n" not in self.blanks or self.keep_spaces):
            self.text(self.blanks)
        self.blanks = ""

    def cdata(self, begins):
        """A section of CDATA begins or ends."""
        if begins:
            self.take_blanks()
            elt = PerlElt("#CDATA")
            elt.data = ""
            self.open[-1].add(elt)
        self.in_cdata = begins

    def other(self, source):
        """A comment or an instruction is kept for what follows it."""
        self.extra += ("" if self.extra else self.blanks) + source
        self.blanks = ""

    # Afterwards

    def get_xpath(self, path, at=None):
        """The elements that a path leads to; or one of them, by its number."""
        return self.root.get_xpath(path if path.startswith("/") else f"//{path}", at)

    def sprint(self):
        """The document in XML."""
        return self.head + self.root.sprint()

    def purge(self):
        """Nothing: Perl's frees memory here."""


def perl_twig_rank(condition):
    """Which of several handlers comes first: those that ask for more."""
    if condition in ("_all_", "_default_"):
        return (2, 0)
    return (0 if "[" in condition or "/" in condition else 1, -len(condition))

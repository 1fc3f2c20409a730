"""Values as Perl source: Data::Dumper."""

from __future__ import annotations

import re

from sysvirt.port.prelude.references import perl_class
from sysvirt.port.prelude.scalars import perl_integer, perl_text, perl_truth


class PerlDumper:
    """How Data::Dumper writes values; the attributes are its settings."""

    perl_class = "Data::Dumper"

    def __init__(self, settings=None):
        self.Indent = 2
        self.Terse = self.Sortkeys = self.Useqq = self.Deepcopy = self.Maxdepth = 0
        self.Trailingcomma = 0
        self.Quotekeys = 1
        self.Pad = ""
        self.Pair = " => "
        self.Varname = "VAR"
        self.values = self.names = ()
        vars(self).update(settings or {})

    def set(self, name, value):
        """Change a setting; gives the object, for the next change."""
        setattr(self, name, value)
        return self

    def dump(self):
        """All values as Perl source."""
        shown = [self.dump_one(at, value) for at, value in enumerate(self.values)]
        return "".join(shown)

    def dump_one(self, at, value):
        """One value with its name."""
        given = perl_text(self.names[at]) if at < len(self.names) else ""
        name = given or f"{self.Varname}{at + 1}"
        sigil = "$"
        if name[0] in "*$":
            if name[0] == "*" and isinstance(value, list | dict):
                sigil = "@" if isinstance(value, list) else "%"
            name = name[1:]
        indent, terse = perl_integer(self.Indent), perl_truth(self.Terse)
        name = sigil + name
        # Lines that follow stand below the value, behind "$VAR1 = ".
        below = " " * (len(name) + 3) if indent >= 2 and not terse else ""
        self.seen = {}
        text = self.source(value, name, 1, below)
        if not terse:
            text = f"{name} = {text};"
        return self.Pad + text + ("\n" if indent >= 1 else "")

    def source(self, value, name, level, below):
        """A value as Perl source; below is what its next lines begin with."""
        kind = perl_class(value)
        if not isinstance(value, list | dict) and not callable(value) and kind is None:
            return self.scalar(value)
        if id(value) in self.seen:
            return self.seen[id(value)]
        self.seen[id(value)] = name if name[0] == "$" else "\\" + name
        if kind == "Regexp":
            return self.pattern(value)
        maximum = perl_integer(self.Maxdepth)
        if maximum and level > maximum:
            return f"'{perl_text(value)}'"
        if kind is None:
            return self.container(value, name, level, below)
        if perl_integer(self.Indent) >= 2:
            below += " " * len("bless( ")
        # An object of the script is a dict or a list itself, others have attributes.
        inside = value if isinstance(value, list | dict) else vars(value)
        return f"bless( {self.container(inside, name, level, below)}, '{kind}' )"

    def container(self, value, name, level, below):
        """A list or a dict as Perl source."""
        if callable(value):
            return 'sub { "DUMMY" }'
        indent = perl_integer(self.Indent)
        newline, step = ("\n" + self.Pad + below, "  ") if indent else ("", "")
        if isinstance(value, list):
            parts = self.elements(value, name, level, below, newline)
            first, last = "()" if name[0] == "@" else "[]"
        else:
            parts = self.pairs(value, name, level, below)
            first, last = "()" if name[0] == "%" else "{}"
        if not parts:
            return first + last
        between = newline + step * level
        end = "," if perl_truth(self.Trailingcomma) and indent else ""
        inner = ",".join(between + part for part in parts)
        return first + inner + end + newline + step * (level - 1) + last

    def elements(self, values, name, level, below, newline):
        """The elements of a list."""
        path = "$" + name[1:] if name[0] == "@" else self.arrow(name)
        parts = []
        for at, each in enumerate(values):
            number = f"#{at}{newline}{'  ' * level}" if perl_integer(self.Indent) >= 3 else ""
            parts.append(number + self.source(each, f"{path}[{at}]", level + 1, below))
        return parts

    def pairs(self, values, name, level, below):
        """The pairs of a dict."""
        path = "$" + name[1:] if name[0] == "%" else self.arrow(name)
        parts = []
        for key in self.keys(values):
            shown = self.key(perl_text(key))
            inner = below
            if perl_integer(self.Indent) >= 2:
                inner += " " * (len(shown) + 4)
            text = self.source(values[key], f"{path}{{{shown}}}", level + 1, inner)
            parts.append(shown + self.Pair + text)
        return parts

    def keys(self, values):
        """The keys in their order: sorted, as code says, or as they came."""
        if callable(self.Sortkeys):
            return self.Sortkeys(values)
        return sorted(values, key=perl_text) if perl_truth(self.Sortkeys) else list(values)

    def key(self, key):
        """A key, in quotes where it needs them."""
        is_plain = re.fullmatch(r"(?:[A-Za-z_]\w*(?:::\w+)*|0|-?[1-9]\d{0,8})", key, re.ASCII)
        if is_plain and not perl_truth(self.Quotekeys):
            return key
        return self.quoted(key)

    @staticmethod
    def arrow(name):
        """A name before "[" or "{": the first of them needs an arrow."""
        return name if name[-1] in "]}" else name + "->"

    def scalar(self, value):
        """A text, number or nothing as Perl source."""
        if value is None:
            return "undef"
        if isinstance(value, int):
            text = perl_text(value)
            return text if len(text) <= 10 else f"'{text}'"
        text = perl_text(value)
        if perl_truth(self.Useqq) and re.fullmatch(r"0|-?[1-9]\d{0,8}", text, re.ASCII):
            return text
        return self.quoted(text)

    def quoted(self, text):
        """A text in quotes."""
        if not perl_truth(self.Useqq):
            return "'" + re.sub(r"(['\\])", r"\\\1", text) + "'"
        names = {"\n": "\\n", "\t": "\\t", "\r": "\\r", "\f": "\\f", "\b": "\\b", "\a": "\\a"}
        names["\x1b"] = "\\e"
        text = re.sub(r'([\\"$@])', r"\\\1", text)
        text = re.sub(r"[\n\t\r\f\b\a\x1b]", lambda found: names[found[0]], text)
        # A digit behind it would be one of the number.
        text = re.sub(r"[\0-\x1f\x7f](?=\d)", lambda found: f"\\{ord(found[0]):03o}", text)
        text = re.sub(r"[\0-\x1f\x7f]", lambda found: f"\\{ord(found[0]):o}", text)
        # Perl has bytes of what isn't decoded.
        data = text.encode("utf-8", "surrogateescape")
        return '"' + "".join(chr(each) if each < 128 else f"\\{each:o}" for each in data) + '"'

    @staticmethod
    def pattern(value):
        """A pattern as Perl source."""
        letters = {re.IGNORECASE: "i", re.MULTILINE: "m", re.DOTALL: "s", re.VERBOSE: "x"}
        flags = "".join(letter for flag, letter in letters.items() if value.flags & flag)
        return f"qr/{value.pattern}/{''.join(sorted(flags, key='msix'.index))}"


#: The settings, as scripts set them: $Data::Dumper::Sortkeys.
perl_dumping = PerlDumper()


def perl_new_dumper(values, names=None):
    """An object that writes values, with the settings of all at first."""
    return PerlDumper({**vars(perl_dumping), "values": values, "names": names or ()})


def perl_dumper(values, names=None):
    """Values as Perl source, by the settings of all."""
    return perl_new_dumper(values, names).dump()

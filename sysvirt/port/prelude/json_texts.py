"""JSON, written and read as Perl's modules do."""

from __future__ import annotations

import json
import re

from sysvirt.port.prelude.boxes import PerlBox
from sysvirt.port.prelude.references import perl_class
from sysvirt.port.prelude.scalars import perl_text, perl_truth


class PerlJson:
    """How JSON is written and read; the methods that set something give the object itself."""

    perl_class = "JSON::PP"

    def __init__(self, options=None):
        self.options = {}
        #: Of one level.
        self.width = 3
        for name, value in (options or {}).items():
            self.set(perl_text(name), value)

    def set(self, name, value=1):
        """Set an option, by its name in Perl."""
        for each in ("indent", "space_before", "space_after") if name == "pretty" else (name,):
            self.options[each] = perl_truth(value)
        return self

    def set_width(self, blanks):
        """How many blanks a level is further in; what JSON::PP doesn't take leaves it."""
        self.width = blanks if 0 <= blanks <= 15 else self.width
        return self

    def has(self, name):
        """Whether an option is set."""
        return self.options.get(name, False)

    def encode(self, value):
        """A value as JSON."""
        text = self.written(value, 0)
        return text + "\n" if self.has("indent") else text

    def decode(self, text):
        """The value of a text in JSON."""
        text = perl_text(text)
        if self.has("relaxed"):
            # Comments, and commas behind the last value.
            outside = r'("(?:[^"\\]|\\.)*")'
            text = re.sub(outside + r"|#[^\n]*", lambda found: found[1] or "", text)
            text = re.sub(outside + r"|,(?=\s*[\]}])", lambda found: found[1] or "", text)
        return json.loads(text)

    def written(self, value, level):
        """A value as JSON, at a level of indentation."""
        if value is None:
            return "null"
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, int | float):
            return perl_text(value)
        if isinstance(value, str | bytes):
            return self.quoted(perl_text(value))
        if isinstance(value, list | tuple):
            return self.enclosed("[]", [self.written(each, level + 1) for each in value], level)
        if isinstance(value, dict):
            return self.enclosed("{}", self.pairs(value, level), level)
        if isinstance(value, PerlBox) and perl_text(value.value) in ("0", "1"):
            # `\1` and `\0` are how scripts write them.
            return "true" if perl_truth(value.value) else "false"
        if self.has("convert_blessed") and hasattr(value, "TO_JSON"):
            return self.written(value.TO_JSON(), level)
        if self.has("allow_blessed") or self.has("allow_unknown"):
            return "null"
        kind = perl_class(value)
        if kind is None:
            raise TypeError("cannot encode reference to scalar 'CODE' unless the scalar is 0 or 1")
        raise TypeError(
            f"encountered object '{kind}', but neither allow_blessed, convert_blessed nor"
            " allow_tags settings are enabled (or TO_JSON/FREEZE method missing)"
        )

    def pairs(self, values, level):
        """The pairs of a dict."""
        names = sorted(values, key=perl_text) if self.has("canonical") else values
        before, after = (" " * self.has(each) for each in ("space_before", "space_after"))
        return [
            f"{self.quoted(perl_text(name))}{before}:{after}{self.written(values[name], level + 1)}"
            for name in names
        ]

    def enclosed(self, signs, parts, level):
        """Values between brackets, each on a line of its own where it is indented."""
        first, last = signs
        if not parts:
            return signs
        if not self.has("indent"):
            return first + (", " if self.has("space_behind_commas") else ",").join(parts) + last
        step = " " * self.width
        inside = "\n" + step * (level + 1)
        return first + inside + ("," + inside).join(parts) + "\n" + step * level + last

    def quoted(self, text):
        """A text in quotes."""
        names = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\f": "\\f"}
        names["\b"] = "\\b"

        def escaped(found):
            return names.get(found[0]) or f"\\u{ord(found[0]):04x}"

        text = re.sub(r'["\\\x00-\x1f]', escaped, text)
        if self.has("ascii"):
            text = re.sub(r"[^\0-\x7f]+", lambda found: perl_json_units(found[0]), text)
        if self.has("latin1"):
            text = re.sub(r"[^\0-\xff]+", lambda found: perl_json_units(found[0]), text)
        return f'"{text}"'


def perl_json_units(text):
    """Characters as the numbers that JSON has for them: two for those past \\uffff."""
    data = text.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{data[at : at + 2].hex()}" for at in range(0, len(data), 2))


def perl_encode_json(value, options=None):
    """A value as JSON."""
    return PerlJson(options).encode(value)


def perl_decode_json(text, options=None):
    """The value of a text in JSON."""
    return PerlJson(options).decode(text)

"""XML as dicts and lists, as Perl's XML::Simple has it."""

from __future__ import annotations

import os
import re
import sys
from xml.parsers import expat


def perl_xml_in(source=None, **options):
    """The dict of a text of XML, or of a file by its name; XML::Simple's XMLin."""
    return PerlSimple().read(source, **options)


def perl_xml_out(value, **options):
    """The text of XML for a dict; XML::Simple's XMLout."""
    return PerlSimple().write(value, **options)


def perl_xml_tree(text):
    """The root of a text: its name, and its attributes, names, contents and texts in a list."""
    lists = [[]]

    def start(name, attributes):
        inside = [dict(attributes)]
        lists[-1] += [name, inside]
        lists.append(inside)

    def characters(data):
        if len(lists[-1]) > 1 and lists[-1][-2] == "0":
            lists[-1][-1] += data
        elif len(lists) > 1:
            lists[-1] += ["0", data]

    parser = expat.ParserCreate("utf-8" if isinstance(text, str) else None)
    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _: lists.pop()
    parser.CharacterDataHandler = characters
    parser.Parse(text, True)
    return lists[0]


class PerlSimple:
    """Options, which hold for all that is read and written with them."""

    usual_keys = ("name", "key", "id")

    def __init__(self, **options):
        self.usual = self.plain(options)

    def plain(self, options):
        """Options by small letters."""
        return {name.lower().replace("_", ""): value for name, value in options.items()}

    def set(self, options):
        """Take options for one call."""
        self.options = told = {**self.usual, **self.plain(options)}
        self.content = told.get("contentkey", "content")
        self.again = self.content.startswith("-")
        self.content = self.content.removeprefix("-")
        self.suppress = told.get("suppressempty")
        self.spaces = int(told.get("normalisespace", told.get("normalizespace")) or 0)
        self.variables = dict(told.get("variables") or {})
        self.groups = told.get("grouptags") or {}
        keys = told.get("keyattr", list(self.usual_keys))
        if isinstance(keys, dict):
            self.keys = {}
            for name, key in keys.items():
                flag = key[0] if key[:1] in ("+", "-") else ""
                self.keys[name] = (key.removeprefix(flag), flag)
        else:
            self.keys = [keys] if isinstance(keys, str) else keys or None
        forced = told.get("forcearray", 0)
        self.forced = [forced] if isinstance(forced, re.Pattern) else forced

    # Reading

    def read(self, source=None, **options):
        """The dict of a text of XML, of a file by its name, or of an open file."""
        self.set(options)
        name, inside = perl_xml_tree(self.text_of(source))
        if self.options.get("keeproot"):
            return self.collapse([{}, name, inside])
        return self.collapse(inside)

    def text_of(self, source):
        """The text that is meant by what is given."""
        if source is None:
            source = re.sub(r"\.[^.]+$", "", sys.argv[0]) + ".xml"
        if hasattr(source, "read"):
            return source.read()
        if re.search(r"<.+?>", source, re.DOTALL):
            return source
        if source == "-":
            return sys.stdin.read()
        places = self.options.get("searchpath") or []
        for place in [places] if isinstance(places, str) else places:
            path = os.path.join(place, source)
            if os.path.dirname(source) == "" and os.path.exists(path):
                source = path
                break
        if not os.path.exists(source):
            raise FileNotFoundError(f"File does not exist: {source}")
        with open(source, "rb") as file:
            return file.read()

    def collapse(self, inside):
        """An element's attributes and contents as a dict, or what is simpler."""
        found, *rest = inside
        found = {} if self.options.get("noattr") else found
        for key, value in found.items():
            found[key] = self.replaced(self.trimmed(value, 2), r"[\w.]+")
        values = self.options.get("valueattr")
        if not rest and len(found) == 1 and isinstance(values, list):
            ((key, value),) = found.items()
            if key in values:
                return value
        for at in range(0, len(rest), 2):
            key, value = rest[at : at + 2]
            if isinstance(value, list):
                value = self.collapse(value)
                if value is None and self.suppress:
                    continue
            elif not value.strip():
                continue
            else:
                value = self.replaced(self.trimmed(value, 2), r"\w+")
                if self.options.get("varattr") in found:
                    self.variables[found[self.options["varattr"]]] = value
                if not found and at + 2 == len(rest):
                    return {self.content: value} if self.options.get("forcecontent") else value
                key = self.content
            self.add(found, key, value)
        return self.simpler(found)

    def add(self, found, key, value):
        """Add a content: the second one of a name makes a list."""
        if key in found:
            if not isinstance(found[key], list):
                found[key] = [found[key]]
            found[key].append(value)
        elif isinstance(value, list) or (key != self.content and self.is_forced(key)):
            found[key] = [value]
        else:
            found[key] = value

    def is_forced(self, name):
        """Whether elements of a name are always in a list."""
        if not isinstance(self.forced, list):
            return bool(self.forced) and self.forced != "0"
        return any(
            each.search(name) if isinstance(each, re.Pattern) else each == name
            for each in self.forced
        )

    def simpler(self, found):
        """What becomes of a dict when all is in it."""
        if self.keys:
            for key, value in found.items():
                if isinstance(value, list):
                    found[key] = self.keyed(key, value)
        for key, value in found.items():
            if isinstance(value, dict) and [*value] == [self.groups.get(key)]:
                found[key] = value[self.groups[key]]
        if [*found] == ["anon"] and isinstance(found["anon"], list):
            return found["anon"]
        if not found and "suppressempty" in self.options:
            return "" if self.suppress == "" else None
        values = self.options.get("valueattr")
        for key, value in found.items() if isinstance(values, dict) else ():
            if isinstance(value, dict) and [*value] == [values.get(key)]:
                found[key] = value[values[key]]
        return found

    def keyed(self, name, several):
        """A list of dicts as a dict, by a key that each of them has."""
        if isinstance(self.keys, dict) and name not in self.keys:
            return several
        keyed = {}
        for each in several:
            if not isinstance(each, dict):
                return several
            if isinstance(self.keys, dict):
                key, flag = self.keys[name]
                if key not in each:
                    return several
            else:
                key = next((key for key in self.keys if each.get(key) is not None), None)
                flag = ""
                if key is None:
                    return several
            value = each[key]
            if isinstance(value, list | dict):
                return several
            value = self.trimmed(value, 1)
            one = keyed[value] = dict(each)
            if flag == "-":
                one[f"-{key}"] = one[key]
            if flag != "+":
                del one[key]
        contents = [[*one] == [self.content] for one in keyed.values()]
        if self.again and all(contents):
            return {value: one[self.content] for value, one in keyed.items()}
        return keyed

    def trimmed(self, text, level):
        """A text without blanks around it, where that is asked for."""
        return re.sub(r"\s\s+", " ", text.strip()) if self.spaces == level else text

    def replaced(self, text, names):
        """A text with the values of variables."""
        if not self.variables and not self.options.get("varattr"):
            return text
        return re.sub(
            rf"\$\{{({names})\}}", lambda found: self.variables.get(found[1], found[0]), text
        )

    # Writing

    def write(self, value, **options):
        """The text of XML for a dict; into a file, if one is told."""
        self.set(options)
        root = self.options.get("rootname", "opt") or ""
        if isinstance(value, list):
            value = {"anon": value}
        if self.options.get("keeproot") and len(value) == 1:
            ((root, value),) = value.items()
        elif root == "" and isinstance(value, dict):
            value = {
                key: each if isinstance(each, list | dict) else [each]
                for key, each in value.items()
            }
        text = self.source(value, root, "")
        head = self.options.get("xmldecl")
        if head:
            usual = "<?xml version='1.0' standalone='yes'?>"
            text = f"{usual if head in (1, '1') else head}\n{text}"
        file = self.options.get("outputfile")
        if file is None:
            return text
        if hasattr(file, "write"):
            file.write(text)
        else:
            with open(file, "w", encoding="utf-8") as opened:
                opened.write(text)
        return 1

    def source(self, value, name, indent):
        """The text of a value under a name."""
        root, line = indent == "", "" if self.options.get("noindent") else "\n"
        indent = indent if line else ""
        if not isinstance(value, list | dict):
            if name == "":
                return f"{self.shown(value)}{line}"
            return f"{indent}<{name}>{self.escaped(value)}</{name}>{line}"
        if isinstance(value, dict) and value and self.keys and not root:
            value = self.unkeyed(name, value)
        if isinstance(value, list):
            return "".join(self.item(each, name, indent, line) for each in value)
        return self.element(value, name, indent, line)

    def item(self, value, name, indent, line):
        """The text of one of a list."""
        if value is None and self.suppress:
            return ""
        if isinstance(value, list):
            inside = self.source(value, "anon", indent + "  ")
            return f"{indent}<{name}>{line}{inside}{indent}</{name}>{line}"
        if isinstance(value, dict):
            return self.source(value, name, indent)
        return f"{indent}<{name}>{self.escaped(value)}</{name}>{line}"

    def element(self, value, name, indent, line):
        """The text of a dict: plain values are attributes, others elements."""
        value = {
            key: {self.groups[key]: each} if self.groups.get(key) else each
            for key, each in value.items()
        }
        start, content, nested = f"{indent}<{name}" if name else "", None, []
        first = True
        for key in self.ordered(name, value):
            each = value[key]
            if key.startswith("-") or (each is None and self.suppress):
                continue
            if each is None and key == self.content:
                content, each = "", ""
            elif each is None:
                each = {} if "suppressempty" in self.options else ""
            values = self.options.get("valueattr")
            plain = not isinstance(each, list | dict)
            if plain and isinstance(values, dict) and values.get(key):
                each, plain = {values[key]: each}, False
            if not plain or self.options.get("noattr"):
                nested.append(self.source(each, key, indent + "  "))
            elif key == self.content:
                content = self.escaped(each)
            else:
                if self.options.get("attrindent") and not first:
                    start += f"\n{indent} " + " " * len(name)
                start += f' {key}="{self.escaped(each)}"'
                first = False
        if not value:
            content = ""
        if not nested and content is None:
            return f"{start} />{line}"
        inside = "".join(nested)
        if not name:
            return inside
        if content is None:
            return f"{start}>{line}{inside}{indent}</{name}>{line}"
        inside = content + (inside.lstrip() + indent if nested else "")
        return f"{start}>{inside}</{name}>{line}"

    def unkeyed(self, name, value):
        """A dict of dicts as a list again, each with its key."""
        several = []
        for key in value if self.options.get("nosort") else sorted(value):
            one = value[key]
            if not isinstance(one, dict) or (isinstance(self.keys, dict) and name not in self.keys):
                return value
            told = self.keys[name][0] if isinstance(self.keys, dict) else self.keys[0]
            several.append({told: key, **one})
        return several

    def ordered(self, name, value):
        """The keys of a dict in the order in which they are written."""
        if self.options.get("nosort"):
            return list(value)
        first = []
        if isinstance(self.keys, dict):
            first = [self.keys[name][0]] if name in self.keys else []
        elif self.keys:
            first = [key for key in self.keys if key in value][:1]
        first = [key for key in first if key in value]
        return first + sorted(key for key in value if key not in first)

    def shown(self, value):
        """A plain value as a text."""
        if isinstance(value, float) and value.is_integer():
            return str(int(value))
        return "" if value is None else str(int(value) if isinstance(value, bool) else value)

    def escaped(self, value):
        """A plain value as a text of XML."""
        text = self.shown(value)
        if self.options.get("noescape"):
            return text
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        text = text.replace('"', "&quot;")
        level = str(self.options.get("numericescape") or "0")
        if level == "0":
            return text
        limit = r"[^\0-\x7f]" if level == "2" else r"[^\0-\xff]"
        return re.sub(limit, lambda found: f"&#{ord(found[0])};", text)

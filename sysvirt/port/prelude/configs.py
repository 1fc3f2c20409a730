"""Files of settings as Perl's Config::Tiny, Config::IniFiles and Config::General read them."""

from __future__ import annotations

import re


class PerlIni(dict):
    """Sections of settings, those without a section under ``_``: Config::Tiny."""

    #: What was wrong last.
    error = ""


def perl_read_ini(path):
    """The settings of a file; nothing, if it is wrong."""
    try:
        with open(path, encoding="utf-8") as file:
            return perl_read_ini_text(file.read())
    except OSError as error:
        PerlIni.error = f"Failed to open file '{path}' for reading: {error.strerror}"
        return None


def perl_read_ini_text(text):
    """The settings of a text; nothing, if it is wrong."""
    found, section = PerlIni(), "_"
    for number, line in enumerate(re.split(r"\r{1,2}\n|\r|\n", text), 1):
        if re.match(r"\s*(?:[#;]|$)", line):
            continue
        said = re.sub(r"\s;\s.+$", "", line)
        head = re.fullmatch(r"\s*\[\s*(.+?)\s*\]\s*", said)
        pair = re.fullmatch(r"\s*([^=]+?)\s*=\s*(.*?)\s*", said)
        if head:
            section = head[1]
            found.setdefault(section, {})
        elif pair:
            found.setdefault(section, {})[pair[1]] = pair[2]
        else:
            PerlIni.error = f"Syntax error at line {number}: '{said}'"
            return None
    return found


def perl_write_ini_text(settings):
    """The text of settings."""
    parts = []
    for section in sorted(settings, key=lambda name: (name != "_", name)):
        pairs = [f"{name}={settings[section][name]}\n" for name in sorted(settings[section])]
        parts.append(("" if section == "_" else f"[{section}]\n") + "".join(pairs))
    return "\n".join(parts)


def perl_write_ini(settings, path):
    """Write settings to a file."""
    with open(path, "w", encoding="utf-8") as file:
        file.write(perl_write_ini_text(settings))
    return 1


class PerlIniFile:
    """Sections of settings, each with one value or several: Config::IniFiles."""

    def __init__(self, path=None, default=None, nocase=False, **_):
        self.path = path
        self.nocase = nocase
        self.default = default
        self.sections = {}

    def name(self, text):
        """A name as it is looked for."""
        return text.lower() if self.nocase else text

    def read(self, text):
        """Read settings; whether all was right."""
        section, lines = "", text.splitlines()
        while lines:
            line = lines.pop(0)
            if re.match(r"\s*(?:[#;]|$)", line):
                continue
            head = re.fullmatch(r"\s*\[\s*(\S|\S.*\S)\s*\]\s*", line)
            if head:
                section = self.name(head[1])
                self.sections.setdefault(section, {})
                continue
            pair = re.fullmatch(r"\s*([^=]*?[^=\s])\s*=\s*(.*?)\s*", line)
            if pair is None or section == "":
                return False
            values = [pair[2]]
            here = re.fullmatch(r"<<\s*(.*)", pair[2])
            if here:
                values = []
                while lines and lines[0] != here[1]:
                    values.append(lines.pop(0))
                lines = lines[1:]
            self.sections[section].setdefault(self.name(pair[1]), []).extend(values)
        return True

    def values(self, section, name, default=None):
        """All values of a setting."""
        told = self.sections.get(self.name(section), {}).get(self.name(name))
        if told is None and self.default is not None:
            told = self.sections.get(self.name(self.default), {}).get(self.name(name))
        return told or ([] if default is None else [default])

    def val(self, section, name, default=None):
        """The value of a setting; several with line ends between them."""
        told = self.values(section, name, default)
        return "\n".join(map(str, told)) if told else None

    def exists(self, section, name):
        """Whether a setting is there."""
        return self.name(name) in self.sections.get(self.name(section), {})

    def set(self, section, name, *values):
        """Set a setting that is there; nothing, if it isn't."""
        if not self.exists(section, name):
            return None
        self.sections[self.name(section)][self.name(name)] = list(values)
        return 1

    def add(self, section, name, *values):
        """Set a setting, and make it if need be."""
        self.sections.setdefault(self.name(section), {})[self.name(name)] = list(values)
        return 1

    def remove(self, section, name=None):
        """Take a setting or a section away."""
        if name is None:
            return 1 if self.sections.pop(self.name(section), None) is not None else None
        inner = self.sections.get(self.name(section), {})
        return 1 if inner.pop(self.name(name), None) is not None else None

    def write(self, path=None):
        """Write all settings to a file."""
        parts = []
        for section, settings in self.sections.items():
            lines = [f"[{section}]"]
            for name, values in settings.items():
                if len(values) > 1:
                    lines += [f"{name}= <<EOT", *map(str, values), "EOT"]
                else:
                    lines += [f"{name}={value}" for value in values]
            parts.append("\n".join(lines) + "\n")
        with open(path or self.path, "w", encoding="utf-8") as file:
            file.write("\n".join(parts))
        return 1


def perl_ini_file(*told):
    """The settings of a file; nothing, if it is wrong."""
    pairs = zip(told[::2], told[1::2], strict=False)
    options = {str(name).lstrip("-").lower(): value for name, value in pairs}
    path = options.get("file")
    found = PerlIniFile(path, options.get("default"), bool(options.get("nocase")))
    if path is None:
        return found
    try:
        if hasattr(path, "read"):
            text = path.read()
        else:
            with open(path, encoding="utf-8") as file:
                text = file.read()
    except OSError:
        return None
    return found if found.read(text) else None


# Config::General


def perl_general(*told):
    """The settings of a file or a text with blocks."""
    if len(told) == 1:
        told = ["-ConfigFile", told[0]] if isinstance(told[0], str) else list(told[0].items())
        told = [each for pair in told for each in (pair if isinstance(pair, tuple) else (pair,))]
    pairs = zip(told[::2], told[1::2], strict=True)
    options = {str(name).lstrip("-").lower(): value for name, value in pairs}
    known = {"configfile", "file", "string", "lowercasenames", "forcearray", "autotrue", "utf8"}
    others = sorted(set(options) - known)
    if others:
        raise ValueError(f"Config::General with -{others[0]} is not read here")
    text = options.get("string")
    if text is None:
        with open(options.get("configfile") or options["file"], encoding="utf-8") as file:
            text = file.read()
    lines = text if isinstance(text, list) else text.split("\n")
    return perl_general_block(perl_general_lines(lines), options)


def perl_general_lines(lines):
    """The lines that say something: those that go on are one."""
    found, waiting, lines = [], "", [*lines]
    while lines:
        line = lines.pop(0).rstrip("\r\n")
        if re.match(r"\s*/\*", line):
            while lines and "*/" not in line:
                line = lines.pop(0)
            continue
        here = re.fullmatch(r"\s*(\S+?)\s*(?:=\s*|\s+)<<\s*(\S+)\s*", line)
        if here and not waiting:
            inside = []
            while lines and lines[0].strip() != here[2]:
                inside.append(lines.pop(0))
            lines = lines[1:]
            found.append((here[1], "\n".join(inside)))
            continue
        line = re.sub(r"(?<!\\)#.*$", "", line).replace("\\#", "#").strip()
        if line.endswith("\\"):
            waiting += line[:-1]
            continue
        line, waiting = (waiting + line).strip(), ""
        if line:
            found.append((line, None))
    return found


def perl_general_block(lines, options):
    """The settings of lines, up to the end of the block."""
    found = {}
    while lines:
        line, text = lines.pop(0)
        if text is not None:
            perl_general_add(found, line, text, options)
            continue
        if line.startswith("</"):
            return found
        block = re.fullmatch(r"<\s*([^\s/>]+)(?:\s+(.*?))?\s*>", line)
        if block is None:
            parts = re.split(r"\s*=\s*|\s+", line, maxsplit=1)
            value = parts[1].strip() if len(parts) > 1 else None
            if value is not None and re.fullmatch(r'"[^"]*"', value):
                value = value[1:-1]
            perl_general_add(found, parts[0], value, options)
            continue
        name, key = (part and part.strip("\"'") for part in block.groups())
        if options.get("lowercasenames"):
            name = name.lower()
        inside = perl_general_block(lines, options)
        if key is None:
            perl_general_put(found, name, inside)
        else:
            perl_general_put(found.setdefault(name, {}), key, inside)
    return found


def perl_general_add(found, name, value, options):
    """Add a setting."""
    if options.get("lowercasenames"):
        name = name.lower()
    if options.get("forcearray") and value and re.fullmatch(r"\[.*\]", value):
        value = [value[1:-1].strip()]
    if options.get("autotrue") and isinstance(value, str):
        if re.fullmatch("on|y|yes|true|1", value, re.IGNORECASE):
            value = 1
        elif re.fullmatch("off|n|no|false|0", value, re.IGNORECASE):
            value = 0
    perl_general_put(found, name, value)


def perl_general_put(found, name, value):
    """Put a value under a name: the second one makes a list."""
    if name not in found:
        found[name] = value
    elif isinstance(found[name], list):
        found[name].append(value)
    else:
        found[name] = [found[name], value]

"""Texts in lines and words: Text::Wrap, Text::Tabs and Text::ParseWords."""

from __future__ import annotations

import re

from sysvirt.port.prelude.scalars import perl_integer, perl_text, perl_truth


class PerlWrapping:
    """The settings of Text::Wrap and Text::Tabs."""

    def __init__(self):
        self.columns = 76
        self.break_ = r"(?=\s)\s"
        self.huge = "wrap"
        self.separator = "\n"
        self.separator2 = None
        self.tabstop = 8
        self.unexpand = 1


perl_wrapping = PerlWrapping()


def perl_expand(text):
    """A text with blanks in the place of tabs."""
    return "\n".join(
        line.expandtabs(perl_integer(perl_wrapping.tabstop)) for line in text.split("\n")
    )


def perl_unexpand(text):
    """A text with tabs in the place of blanks, where a column of tabs begins."""
    size = perl_integer(perl_wrapping.tabstop)
    lines = []
    for line in perl_expand(text).split("\n"):
        parts = [line[at : at + size] for at in range(0, len(line), size)]
        for at, part in enumerate(parts):
            if len(part) == size and (
                at < len(parts) - 1 or part == " " * size or len(line) % size == 0
            ):
                parts[at] = re.sub(r"  +\Z", "\t", part) if part != " " * size else "\t"
        lines.append("".join(parts))
    return "\n".join(lines)


def perl_wrap(first, other, texts):
    """Texts as one paragraph of lines that aren't too long; each line has a text before it."""
    texts = [perl_text(each) for each in texts]
    last = texts.pop() if texts else ""
    text = perl_expand(
        "".join(each if each[-1:].isspace() else each + " " for each in texts) + last
    )
    settings = perl_wrapping
    width = max(perl_integer(settings.columns) - len(perl_expand(first)) - 1, 0)
    next_width = perl_integer(settings.columns) - len(perl_expand(other)) - 1
    if next_width <= 0 and other:
        settings.columns, next_width = len(perl_expand(other)) + 2, 1
    end = settings.break_.pattern if hasattr(settings.break_, "pattern") else settings.break_
    made, before, lead, rest, at = "", "", first, "", 0
    only_breaks = re.compile(rf"(?:{end})*(?=\n?\Z)")
    while not only_breaks.match(text, at):
        found = re.compile(rf"([^\n]{{0,{max(width, 0)}}})({end}|\n+|\Z)").match(text, at)
        if not found and settings.huge == "overflow":
            found = re.compile(rf"([^\n]*?)({end}|\n+|\Z)").match(text, at)
        if found:
            part, rest, at = found[1], found[2], found.end()
        elif settings.huge == "wrap" and width > 0:
            part, at = text[at : at + width], at + width
            rest = perl_line_end("")
        else:
            raise ValueError(f"couldn't wrap '{text}'")
        line = before + lead + part
        made += perl_unexpand(line) if perl_truth(settings.unexpand) else line
        lead, width, before = other, next_width, perl_line_end(rest)
    at = only_breaks.match(text, at).end()
    return made + rest + (lead + text[at:] if at != len(text) else "")


def perl_line_end(rest):
    """What stands between two lines; rest is what was there before."""
    if perl_wrapping.separator2 is None:
        return perl_wrapping.separator
    return "\n" if rest == "\n" else perl_wrapping.separator2


def perl_fill(first, other, texts):
    """Texts as paragraphs, which begin where a line does so with a blank."""
    paragraphs = re.split(r"\n\s+", "\n".join(map(perl_text, texts)))
    while paragraphs and not paragraphs[-1]:
        paragraphs.pop()
    wrapped = [perl_wrap(first, other, [re.sub(r"\s+", " ", each)]) for each in paragraphs]
    return ("\n\n" if first == other else "\n").join(wrapped)


def perl_parse_line(delimiter, keep, line):
    """The parts of a line: quotes keep what is in them together. Nothing if a quote is missing."""
    end = delimiter.pattern if hasattr(delimiter, "pattern") else delimiter
    pattern = re.compile(
        rf"""(?:"((?:[^\\"]|\\.)*)"|'((?:[^\\']|\\.)*)'|((?:\\.|[^\\"'])*?)(\Z|(?:{end})|(?!^)(?=["'])))""",
        re.DOTALL,
    )
    pieces, word = [], None
    while line:
        found = pattern.match(line)
        if not found or (not found[0] and not line.startswith(('"', "'"))):
            return []
        double, single, plain, delimiter_found = found.groups()
        line = line[found.end() :]
        if double is not None or single is not None:
            quote, inside = ('"', double) if double is not None else ("'", single)
            if perl_truth(keep):
                part = quote + inside + quote
            else:
                part = re.sub(r"\\(.)", r"\1", inside, flags=re.DOTALL) if quote == '"' else inside
        else:
            part = plain if perl_truth(keep) else re.sub(r"\\(.)", r"\1", plain, flags=re.DOTALL)
        word = (word or "") + part
        if delimiter_found:
            pieces.append(word)
            if keep == "delimiters":
                pieces.append(delimiter_found)
            word = None
        if not line:
            pieces.append(word)
    return pieces


def perl_quotewords(delimiter, keep, lines):
    """The parts of all lines; nothing if a quote is missing."""
    found = []
    for line in lines:
        parts = perl_parse_line(delimiter, keep, line)
        if line and not parts:
            return []
        found += parts
    return found


def perl_shellwords(lines):
    """The words of all lines, as a shell has them; nothing if a quote is missing."""
    found = []
    for each in lines:
        line = each.lstrip()
        parts = perl_parse_line(r"\s+", 0, line)
        if parts and parts[-1] is None:
            parts.pop()
        if line and not parts:
            return []
        found += parts
    return found

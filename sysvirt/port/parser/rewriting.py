"""What is rewritten before the parser reads: Perl that would make it lose a whole file.

Each rewriting keeps the length, and what has a meaning stays where it stands, so that the places
in the tree are places in the script. Names and calls are never touched.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

import attrs

#: What is no code: POD, comments, texts of one line, and the end of the program.
NO_CODE = re.compile(
    rb"""
    ^=[a-zA-Z].*?(?:^=cut\b[^\n]*$|\Z)
    | (?:(?<=\s)|^)\#[^\n]*$
    | (?<!\w)'(?:[^'\\\n]|\\.)*'
    | "(?:[^"\\\n]|\\.)*"
    | ^__(?:END|DATA)__\b.*\Z
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)

#: What can stand behind ``case`` without parentheses.
VALUE = rb"""(?:'(?:[^'\\\n]|\\.)*' | "(?:[^"\\\n]|\\.)*" | \[[^\]\n]*\] | /[^/\n]+/\w*
    | [-\w:$&.]+(?:\(\))? | \\[%@]\w+)"""

SWITCH = re.compile(rb"\bswitch\b(?=\s*\()")
CASE = re.compile(rb"\bcase\b(?=\s*\()")
BARE_CASE = re.compile(rb"\bcase\s(\s*" + VALUE + rb"\s*)\s(?=\{)", re.VERBOSE)
GIVEN = re.compile(rb"\bgiven\b(?=\s*\()")
WHEN = re.compile(rb"\bwhen\b(?=[\s(])")
#: In a loop, without ``given``.
WHEN_ALONE = re.compile(rb"[{};]\s*when\s*\(")
DEFAULT = re.compile(rb"\bdefault\b(?=\s*\{)")
WORDS = re.compile(
    rb"(?P<head>\bfor(?:each)?\s+(?:(?:my|our)\s+)?\$\w+\s*)"
    rb"qw\s*(?:\((?P<a>[^()]*)\)|\[(?P<b>[^\[\]]*)\]|/(?P<c>[^/]*)/|\{(?P<d>[^{}]*)\})"
)
#: Packages as Perl 4 wrote them, which the parser takes for the beginning of a string.
OLD_NAME = re.compile(rb"\bSys'Virt(?:'\w+)*")
SUB_WORD = re.compile(rb"\b(?:fun|func)\b(?=\s*\w*\s*[({])")
SIGNATURE = re.compile(
    rb"\b(?:method|fun|func|sub|before|after|around|override|augment)\s*\w*\s*"
    rb"\((?P<inside>[^(){};]*[$@%]\w+[^(){};]*)\)(?=\s*(?:[:{]|returns\b))"
)
TYPE = re.compile(rb"(?:\b[A-Z][\w:]*(?:\[[^\[\]]*\])?(?:\s*\|\s*)?)+\s*(?=:?[$@%])")
PARAMETER_MARK = re.compile(rb":(?=[$@%])|(?<=\w)[!]|(?<=\w)\?|\b(?:is|does)\s+\w+|:(?=\s*,|\s*$)")
#: ``@`` or ``%`` for all that may still come.
NAMELESS = re.compile(rb"[@%](?=\s*\Z)")
EXTENDS = re.compile(
    rb"(?P<head>\b(?:class|role)\s+[\w:]+\s+)(?P<what>(?:(?:extends|with)\s+[\w:]+\s*)+)"
)
CATCH = re.compile(
    rb"(?P<word>\bcatch)\s*\(\s*(?P<type>[A-Z][\w:]*(?:\s*\|\s*[A-Z][\w:]*)*)?\s*"
    rb"(?P<name>\$\w+)(?P<where>\s+where\s*\{[^{}]*\})?\s*\)(?=\s*\{)"
)
#: ``catch Sys::Virt::Error with {`` of Error.pm.
WITH = re.compile(rb"(?P<word>\bcatch)\s+(?P<type>[A-Z][\w:]*)\s+with(?=\s*\{)")
#: The end of a ``catch`` before a next one.
AFTER_CATCH = re.compile(rb"\}\s*\Z")


@attrs.frozen
class Rewritten:
    """A script after the rewritings."""

    data: bytes
    #: Where names of classes stood that the parser doesn't see: ``catch (Sys::Virt::Error $e)``.
    classes: tuple[tuple[int, int], ...] = ()
    #: The types of parameters, by where their variables stand.
    types: Mapping[int, str] = attrs.field(factory=dict[int, str])
    #: The names of packages that were written with ``'``, by where they stand.
    names: Mapping[int, str] = attrs.field(factory=dict[int, str])
    #: What stands in the braces of ``where { ... }``.
    conditions: tuple[tuple[int, int], ...] = ()
    #: Where the word of a second ``catch`` stood, which is now ``sub c``.
    catches: frozenset[int] = frozenset()


def rewrite(data: bytes) -> Rewritten:
    """Rewrite what the parser can't read."""
    work = _Rewriting(data)
    work.old_names()
    work.change(SWITCH, lambda found: _pad(b"if", found[0]))
    work.change(BARE_CASE, lambda found: b"if  (" + found[1] + b")")
    work.change(CASE, lambda found: _pad(b"if", found[0]))
    if GIVEN.search(data) or (WHEN_ALONE.search(data) and b"sub when" not in data):
        work.change(GIVEN, lambda found: _pad(b"if", found[0]))
        work.change(WHEN, lambda found: _pad(b"if", found[0]))
        work.change(DEFAULT, lambda found: _pad(b"", found[0]))
    work.change(WORDS, _listed)
    work.types()
    work.change(SUB_WORD, lambda found: _pad(b"sub", found[0]))
    work.change(EXTENDS, _inherited)
    work.catch_with()
    return work.catch()


class _Rewriting:
    """The text on its way."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        #: Changes never make code of what is none, so one look is enough.
        self._classes: list[tuple[int, int]] = []
        self._types: dict[int, str] = {}
        self._names: dict[int, str] = {}
        self._no_code = [found.span() for found in NO_CODE.finditer(data)]

    def _matches(self, pattern: re.Pattern[bytes]) -> Iterator[re.Match[bytes]]:
        skipped = iter(self._no_code)
        start, end = next(skipped, (len(self.data), len(self.data)))
        for found in pattern.finditer(self.data):
            while end <= found.start() and end < len(self.data):
                start, end = next(skipped, (len(self.data), len(self.data)))
            if not start <= found.start() < end:
                yield found

    def change(
        self, pattern: re.Pattern[bytes], new: Callable[[re.Match[bytes]], bytes | None]
    ) -> None:
        """Change what a pattern finds in code; None leaves it as it is."""
        parts: list[bytes] = []
        at = 0
        for found in self._matches(pattern):
            text = new(found)
            if text is not None and len(text) == len(found[0]):
                parts += [self.data[at : found.start()], text]
                at = found.end()
        self.data = b"".join([*parts, self.data[at:]])

    def types(self) -> None:
        """Take the types and marks out of signatures."""
        for found in self._matches(SIGNATURE):
            start = found.start("inside")
            for each in TYPE.finditer(found["inside"]):
                after = re.compile(rb":?").match(found["inside"], each.end())
                at = after.end() if after is not None else each.end()
                self._types[start + at] = each[0].decode("latin-1").strip()
                self._note_classes(each[0], start + each.start())
        self.change(SIGNATURE, _untyped)

    def old_names(self) -> None:
        """``Sys'Virt`` becomes ``Sys_Virt``; what it was is told beside."""
        for found in self._matches(OLD_NAME):
            self._names[found.start()] = found[0].decode("latin-1").replace("'", "::")
        self.change(OLD_NAME, lambda found: found[0].replace(b"'", b"_"))

    def catch_with(self) -> None:
        """Make ``catch Class with`` a ``catch`` that the parser knows."""
        for found in self._matches(WITH):
            self._note_classes(found["type"], found.start("type"))
        self.change(WITH, lambda found: b"catch" + _blank(found[0][5:]))

    def _note_classes(self, text: bytes, start: int) -> None:
        """Names of classes that the tree will lack."""
        for each in re.finditer(rb"[\w:]+", text):
            self._classes.append((start + each.start(), start + each.end()))

    def catch(self) -> Rewritten:
        """Take the types out of ``catch (Class $e)``, and make subs of the later ones."""
        conditions: list[tuple[int, int]] = []
        catches: set[int] = set()
        parts: list[bytes] = []
        at = last = 0
        for found in self._matches(CATCH):
            text = bytearray(found[0])
            begin = found.start()
            for group in ("type", "where"):
                if found[group]:
                    start, end = found.span(group)
                    text[start - begin : end - begin] = _blank(found[group])
            if found["type"]:
                self._note_classes(found["type"], found.start("type"))
            if found["where"]:
                inside = found.start("where") + found["where"].index(b"{") + 1
                conditions.append((inside, found.end("where") - 1))
            if last and _follows(self.data, last, begin):
                text[:5] = b"sub c"
                catches.add(begin)
            last = found.end()
            parts += [self.data[at:begin], bytes(text)]
            at = found.end()
        return Rewritten(
            b"".join([*parts, self.data[at:]]),
            tuple(self._classes),
            self._types,
            self._names,
            tuple(conditions),
            frozenset(catches),
        )


def _follows(data: bytes, last: int, begin: int) -> bool:
    """Whether a ``catch`` follows the block of another one: no more closes than was opened."""
    depth = 0
    for each in re.finditer(rb"[{}]", data[last:begin]):
        depth += 1 if each[0] == b"{" else -1
        if depth < 0:
            return False
    return (
        depth == 0
        and bool(AFTER_CATCH.search(data[last:begin]))
        and b"try" not in (data[last:begin].split())
    )


def _pad(word: bytes, old: bytes) -> bytes:
    return word + b" " * (len(old) - len(word))


def _blank(text: bytes) -> bytes:
    """Blanks instead of a text, with its line breaks."""
    return re.sub(rb"[^\n\r]", b" ", text)


def _listed(found: re.Match[bytes]) -> bytes | None:
    """``qw(a b)`` as ``(a,b)``: the names stay where they stand."""
    words = next(found[each] for each in "abcd" if found[each] is not None)
    if not re.fullmatch(rb"[\w\s]*", words):
        return None
    listed = re.sub(rb"(?<=\w)\s(?=\s*\w)", b",", words)
    before = found[0][len(found["head"]) : -len(words) - 1]
    return found["head"] + _blank(before[:-1]) + b"(" + listed + b")"


def _untyped(found: re.Match[bytes]) -> bytes:
    """A signature without types and marks."""
    start, end = found.start("inside") - found.start(), found.end("inside") - found.start()
    inside = TYPE.sub(lambda each: _blank(each[0]), found["inside"])
    inside = PARAMETER_MARK.sub(lambda each: _blank(each[0]), inside)
    inside = NAMELESS.sub(lambda each: _blank(each[0]), inside)
    return found[0][:start] + inside + found[0][end:]


def _inherited(found: re.Match[bytes]) -> bytes:
    """``extends Base`` as the attribute that the parser knows; roles are left out."""
    base = re.search(rb"extends\s+([\w:]+)", found["what"])
    words = b":isa(" + base[1] + b")" if base else b""
    return found["head"] + _pad(words, found["what"])

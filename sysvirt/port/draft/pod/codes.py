"""POD's formatting codes (``B<…>``, ``L<…>``) as plain text, as Pod::Text shows them."""

from __future__ import annotations

import html.entities
import re
from collections.abc import Sequence

import attrs

#: A blank that no line is broken at; it is printed as a blank.
HARD_BLANK = "\N{NO-BREAK SPACE}"
#: What Perl's names of characters have besides HTML's.
_ESCAPES = {"sol": "/", "verbar": "|", "lchevron": "«", "rchevron": "»"}

_START = re.compile(r"([A-Z])<(?:(<+)\s+)?")
_END = re.compile(r"\s*(>+)")
_URL = re.compile(r"(?:([^|]*)\|)?(\w+:[^:\s]\S*)", re.DOTALL)
_MAN = re.compile(r"[^/|]+\([-a-zA-Z0-9]+\)")
#: What stands in ``C<…>`` without quotes: what has some, variables, calls, numbers.
_INDEX = r"(?:\[.*\]|\{.*\})?"
_UNQUOTED = re.compile(
    rf"""\s*(?:
        (['`"]).*\1 | `.*'
        | \$+[\#^]?\S{_INDEX}
        | [$@%&*]+\#?[:'\w]+{_INDEX}
        | [$@%&*]*[:'\w]+(?:->)?\(\s*[^\s,]\s*\)
        | [+-]?(?:\d[\d.]*|\.\d+)(?:[eE][+-]?\d+)?
        | 0x[a-fA-F\d]+
    )\s*""",
    re.VERBOSE,
)


@attrs.frozen
class Code:
    """A code and what it holds."""

    letter: str
    inside: list[str | Code]


def plain(text: str) -> str:
    """A paragraph without its codes.

    >>> plain("Use B<--uri> I<URI>, see L<virsh(1)> or C<the source>")
    'Use --uri URI, see virsh(1) or "the source"'
    """
    return _shown(_read(text))


def _read(text: str) -> list[str | Code]:
    """The codes of a text, and what stands between them."""
    top: list[str | Code] = []
    # What is open: where its content goes, and how many brackets end it.
    stack: list[tuple[list[str | Code], int]] = [(top, 0)]
    at = 0
    while at < len(text):
        start = _START.match(text, at)
        end = None if start else _END.match(text, at)
        if start:
            code = Code(start[1], [])
            stack[-1][0].append(code)
            stack.append((code.inside, len(start[2] or "") + 1))
            at = start.end()
        elif end and len(stack) > 1 and (closed := _closed(stack[-1][1], end, text)):
            blanks, at = closed
            stack.pop()[0].append(blanks)
        else:
            # Blanks before brackets that end nothing are a text as well.
            stack[-1][0].append(text[at])
            at += 1
    return _joined(top)


def _closed(brackets: int, end: re.Match[str], text: str) -> tuple[str, int] | None:
    """The blanks that belong to what is closed, and where the text goes on; None: nothing is."""
    if brackets == 1:
        return text[end.start() : end.start(1)], end.start(1) + 1
    if len(end[1]) < brackets:
        return None
    # Several brackets have a blank before them, or one that was behind those that open.
    if end.start() == end.start(1) and not text[: end.start()].endswith(("  ", "\n")):
        return None
    return "", end.start(1) + brackets


def _joined(inside: Sequence[str | Code]) -> list[str | Code]:
    """The same with texts in one piece."""
    joined: list[str | Code] = []
    for each in inside:
        if isinstance(each, Code):
            joined.append(Code(each.letter, _joined(each.inside)))
        elif joined and isinstance(joined[-1], str):
            joined[-1] += each
        elif each:
            joined.append(each)
    return joined


def _shown(inside: Sequence[str | Code], hard: bool = False) -> str:
    """What is printed of it; ``hard``: no line is broken here."""
    return "".join(
        _of_code(each, hard) if isinstance(each, Code) else _blanks(each, hard) for each in inside
    )


def _blanks(text: str, hard: bool) -> str:
    return re.sub(r"\s", HARD_BLANK, text) if hard else text


def _of_code(code: Code, hard: bool) -> str:
    """What is printed of a code."""
    if code.letter in "XZ":
        return ""
    if code.letter == "E":
        return _character(_shown(code.inside))
    if code.letter == "L":
        return _link(code.inside, hard)
    text = _shown(code.inside, hard or code.letter == "S")
    if code.letter == "C" and not _UNQUOTED.fullmatch(text):
        return f'"{text}"'
    return text


def _character(name: str) -> str:
    """The character of ``E<name>``."""
    number = re.fullmatch(r"0x([0-9a-fA-F]+)|(0[0-7]*)|([1-9]\d*)", name)
    if number:
        base = 16 if number[1] else 8 if number[2] else 10
        return chr(int(number[1] or number[2] or number[3], base))
    if name in _ESCAPES:
        return _ESCAPES[name]
    found = html.entities.html5.get(f"{name};") or html.entities.html5.get(name)
    return found or f"E<{name}>"


# Links ----------------------------------------------------------------------------------------


def _link(inside: list[str | Code], hard: bool) -> str:
    """What is printed of ``L<text|name/section>``."""
    if not inside:
        return "L<>"
    if len(inside) == 1 and isinstance(inside[0], str) and inside[0].strip() == "/":
        return "L</>"
    for at, each in enumerate(inside):
        url = _URL.fullmatch(each) if isinstance(each, str) else None
        if url:
            told = [*inside[:at], *([url[1]] if url[1] is not None else [])]
            target = _shown([url[2], *inside[at + 1 :]])
            text = _shown(told, hard) if told else target
            return f"<{text}>" if text == target else f"{text} <{target}>"
    given, rest = _split(inside, "|")
    if given is not None:
        return _shown(given, hard)
    return _shown(_named(rest), hard)


def _named(inside: list[str | Code]) -> list[str | Code]:
    """What is printed of a link without a text: ``"section" in name``."""
    if len(inside) == 1 and isinstance(inside[0], str) and _MAN.fullmatch(inside[0]):
        return inside
    name, section = _split(inside, "/")
    if name is None:
        quoted = len(section) == 1 and isinstance(section[0], str) and re.match('".+"$', section[0])
        if not quoted and not any(isinstance(each, str) and " " in each for each in section):
            return section
        name = []
    return ['"', *_unquoted(section), '" in ' if name else '"', *name]


def _unquoted(inside: list[str | Code]) -> list[str | Code]:
    """The same without quotes around it."""
    first, last = (inside or [""])[0], (inside or [""])[-1]
    if isinstance(first, Code) or isinstance(last, Code) or inside == ['"']:
        return inside
    if not (first.startswith('"') and last.endswith('"')):
        return inside
    return [first[1:-1]] if len(inside) == 1 else [first[1:], *inside[1:-1], last[:-1]]


def _split(inside: list[str | Code], mark: str) -> tuple[list[str | Code] | None, list[str | Code]]:
    """What stands before a mark (None: there is none), and behind it."""
    for at, each in enumerate(inside):
        if isinstance(each, str) and mark in each:
            before, _, behind = each.partition(mark)
            return (
                [*inside[:at], *([before] if before else [])],
                [*([behind] if behind else []), *inside[at + 1 :]],
            )
    return None, inside

"""The paragraphs and lists of a POD."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

_COMMAND = re.compile(r"=([a-zA-Z][a-zA-Z0-9]*)(?:\s+|$)(.*)", re.DOTALL)
#: What is read of ``=begin`` and ``=for``.
_ACCEPTED = {"text", "TEXT", "*"}
#: What stands for a paragraph that is left out: it is still what follows another one.
_NOTHING = ("", "")


@attrs.frozen
class Block:
    """A heading (``head1`` … ``head4``), ``para``, ``verbatim``, ``data``, or a part of a list.

    ``over`` and ``back`` are around a list of ``bullet``, ``number`` or ``item``; of one that is
    ``lost`` nothing is shown.
    """

    kind: str
    text: str = ""
    #: The number of an item as it stands there.
    mark: str = ""


def blocks(pod: str) -> Iterator[Block]:
    """What a POD consists of; other text is left out.

    >>> [each.kind for each in blocks("=over\\n\\n=item * one\\n\\n=back\\n\\nEnd.\\n")]
    ['over', 'bullet', 'back', 'para']
    """
    yield from _Lists(list(_heeded(list(_paragraphs(pod)))))


class _Lists:
    """Makes blocks of paragraphs: it knows which lists are open."""

    def __init__(self, paragraphs: list[tuple[str, str]]) -> None:
        self._paragraphs = paragraphs
        #: The kinds of the lists that are open.
        self._open: list[str] = []

    def __iter__(self) -> Iterator[Block]:
        waiting = self._paragraphs
        while waiting:
            kind, text = waiting.pop(0)
            if kind == "over":
                yield from self._over(text)
            elif kind == "back":
                yield from self._back()
            elif kind == "item":
                yield from self._item(text)
            elif kind.startswith("head") and self._open:
                yield from self._back()
                waiting.insert(0, (kind, text))
            elif kind:
                yield Block(kind, text)
        while self._open:
            yield from self._back()

    def _back(self) -> Iterator[Block]:
        if self._open:
            self._open.pop()
            yield Block("back")

    def _over(self, text: str) -> Iterator[Block]:
        following, words = self._paragraphs[0] if self._paragraphs else ("", "")
        if following == "back":
            del self._paragraphs[0]
        elif following == "item":
            kind, mark, _ = _item(words)
            # A list that doesn't begin with 1 is none of numbers.
            self._open.append("item" if kind == "number" and mark.strip(" .") != "1" else kind)
            yield Block("over", text)
        elif self._paragraphs:
            self._open.append("block")
            yield Block("over", text)

    def _item(self, text: str) -> Iterator[Block]:
        if not self._open:
            self._paragraphs.insert(0, ("item", text))
            yield from self._over("")
            self._paragraphs.pop(0)
        wanted = self._open[-1]
        if wanted == "block":
            yield Block("para", text)
            return
        if wanted == "item":
            yield Block("item", text)
            return
        kind, mark, body = _item(text)
        if (wanted, kind) == ("number", "item"):
            # It has no number, and Pod::Text leaves it out.
            yield Block("lost")
            return
        if kind not in (wanted, "item"):
            body = mark
        elif not body and self._paragraphs and self._paragraphs[0][0] == "para":
            body = self._paragraphs.pop(0)[1]
        yield Block(wanted, body, mark if kind == "number" else text)


def _item(text: str) -> tuple[str, str, str]:
    """The kind of an item, its mark, and what is said behind a bullet."""
    if not text.strip(" \t\n*") and text.count("*") < 2:
        return "bullet", text, ""
    bullet = re.match(r"\s*\*\s+(.+)", text, re.DOTALL)
    if bullet:
        return "bullet", text, bullet[1]
    if re.fullmatch(r"\s*\d+\.?\s*", text):
        return "number", text, ""
    return "item", text, text


def _paragraphs(pod: str) -> Iterator[tuple[str, str]]:
    """Paragraphs: a command and its text, ``para`` or ``verbatim``."""
    inside = False
    lines: list[str] = []
    for line in [*pod.split("\n"), "=cut"]:
        command = _COMMAND.match(line)
        if not inside:
            inside = command is not None and command[1] != "cut"
            if inside:
                lines = [line]
            continue
        if command and command[1] == "cut":
            yield from _gathered(lines)
            inside, lines = False, []
            continue
        lines.append(line)


def _gathered(lines: list[str]) -> Iterator[tuple[str, str]]:
    """The paragraphs of lines that are all POD."""
    kind = ""
    held: list[str] = []
    blank = True
    for line in lines:
        if not line.strip():
            if kind == "verbatim":
                held.append(line)
            blank = True
            continue
        resumes = blank and kind == "verbatim" and line[0].isspace()
        if blank and not resumes:
            if kind:
                yield kind, "\n".join(held)
            command = _COMMAND.match(line)
            kind = command[1] if command else "verbatim" if line[0].isspace() else "para"
            held = [command[2] if command else line]
        else:
            held.append(line)
        blank = False
    if kind:
        yield kind, "\n".join(held)


def _heeded(paragraphs: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Those that a formatter of texts heeds: ``=begin`` and ``=for`` tell who should."""
    #: The open regions: whether they are left out, and whether they are read as POD.
    regions: list[tuple[str, bool, bool]] = []
    for kind, text in paragraphs:
        if kind == "for":
            target, words = (*text.split(None, 1), "", "")[:2]
            heeded, read = _target(target)
            if heeded and all(each for _, each, _ in regions):
                yield ("para" if read else "data"), words
            else:
                yield _NOTHING
        elif kind == "begin" and text.split():
            target = text.split()[0]
            regions.append((target, *_target(target)))
            yield _NOTHING
        elif kind == "end":
            if regions and regions[-1][0] == text.strip():
                regions.pop()
            yield _NOTHING
        elif all(heeded for _, heeded, _ in regions) and _known(kind):
            data = bool(regions) and not regions[-1][2] and kind in ("para", "verbatim")
            yield ("data" if data else kind), text
        else:
            yield _NOTHING


def _known(kind: str) -> bool:
    return kind in ("para", "verbatim", "over", "item", "back") or bool(
        re.fullmatch("head[1-4]", kind)
    )


def _target(word: str) -> tuple[bool, bool]:
    """Whether what is meant for somebody is heeded, and whether it is POD as well."""
    names = word.lstrip(":!")
    marks = word[: len(word) - len(names)]
    return bool(set(names.split(",")) & _ACCEPTED) != ("!" in marks), ":" in marks

"""What pod2usage prints of a script's POD."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sysvirt.port.draft.pod.blocks import Block, blocks
from sysvirt.port.draft.pod.codes import HARD_BLANK, plain

_WIDTH = 76
_INDENT = 4
_SYNOPSIS = (r"(?:SYNOPSIS|USAGE)\s*",)
_OPTIONS = r"(?i:(?:OPTIONS|ARGUMENTS)(?:\s*(?:AND|/)\s*(?:OPTIONS|ARGUMENTS))?)"
#: What is shown, by how much is wanted: expressions for the headings of the first levels.
_SECTIONS: tuple[Sequence[Sequence[str]], ...] = (
    (_SYNOPSIS,),
    (_SYNOPSIS, (_OPTIONS,), ("DESCRIPTION", _OPTIONS)),
)


def usage(pod: str, verbose: int = 0, sections: Sequence[str] = ()) -> str:
    """What pod2usage prints: the synopsis; with ``verbose`` 1 the options, too; with 2 all.

    ``sections`` are those of ``-sections``, which ``-verbose => 99`` asks for. ``pod`` is a whole
    script, or what of it is POD. With 2 it is what ``-noperldoc`` prints: else perldoc makes a page
    of a manual of it.
    """
    if sections:
        wanted: Sequence[Sequence[str]] = [_levels(each) for each in sections]
    else:
        wanted = _SECTIONS[verbose] if verbose < len(_SECTIONS) else ()
    formatter = _Formatter(wanted, headings=bool(sections) or verbose < len(_SECTIONS))
    for block in blocks(pod):
        formatter.block(block)
    return formatter.text()


def _levels(section: str) -> list[str]:
    """The expressions of a text such as ``DESCRIPTION/Details``."""
    kept = section.replace("\\\\", "\1").replace("\\/", "\2").split("/", 2)
    return [each.replace("\1", "\\\\").replace("\2", "/") for each in kept]


class _Formatter:
    """Lays out blocks, as Pod::Text does."""

    def __init__(self, wanted: Sequence[Sequence[str]], headings: bool) -> None:
        self._wanted = wanted
        #: Whether headings become words of a usage: "Options:".
        self._headings = headings
        self._names: list[str] = []
        self._skipping = False
        self._margin = _INDENT
        self._indents: list[int] = []
        #: The mark of an item whose text has not come yet.
        self._item: str | None = None
        self._parts: list[str] = []

    def text(self) -> str:
        """All that was laid out."""
        return "".join(self._parts).replace(HARD_BLANK, " ").replace("\N{SOFT HYPHEN}", "")

    def block(self, block: Block) -> None:
        """Lay out one more."""
        if block.kind.startswith("head"):
            self._heading(int(block.kind[4:]), plain(block.text))
        elif block.kind == "over":
            self._over(block.text)
        elif block.kind == "back":
            self._finish_item()
            self._margin = self._indents.pop()
        elif not self._skipping:
            self._content(block)

    def _content(self, block: Block) -> None:
        if block.kind == "para":
            text = re.sub(r"\s+\Z", "\n", plain(block.text)) + "\n"
            if self._item is not None:
                self._item_with(text)
            else:
                self._parts.append(self._laid_out(text))
        elif block.kind == "verbatim":
            self._verbatim(block.text)
        elif block.kind == "data":
            text = re.sub(r"\n{0,2}\Z", "\n", block.text.lstrip("\n"), count=1)
            self._parts.append(text)
        else:
            self._new_item(block)

    # Headings -----------------------------------------------------------------------------------

    def _heading(self, level: int, text: str) -> None:
        self._names = [*self._names[: level - 1], *[""] * (level - 1 - len(self._names)), text]
        self._skipping = bool(self._wanted) and not any(map(self._matches, self._wanted))
        if self._skipping:
            return
        self._finish_item()
        if self._headings:
            text = _as_usage(re.sub(r"^\s*SYNOPSIS\s*$", "USAGE", text) if level == 1 else text)
        blanks = (0, _INDENT / 2, _INDENT * 2 / 3 + 0.5, _INDENT * 3 / 4 + 0.5)[level - 1]
        self._parts.append(" " * int(blanks) + text.rstrip() + "\n")

    def _matches(self, expressions: Sequence[str]) -> bool:
        """Whether the headings of this place are wanted."""
        names = [*self._names, "", "", ""]
        for name, expression in zip(names, expressions, strict=False):
            negated = expression.startswith("!")
            found = re.search(f"^{expression.removeprefix('!') or '.*'}$", name)
            if (found is None) is not negated:
                return False
        return True

    # Lists --------------------------------------------------------------------------------------

    def _over(self, text: str) -> None:
        self._finish_item()
        self._indents.append(self._margin)
        indent = re.fullmatch(r"\s*(\d{1,4})\s*", text)
        self._margin += int(indent[1]) if indent and int(indent[1]) else _INDENT

    def _new_item(self, block: Block) -> None:
        if self._item is not None:
            self._item_with("")
        if block.kind == "lost":
            return
        body = plain(block.text).rstrip()
        if block.kind == "item":
            self._item = re.sub(r"\s*\n\s*", " ", body)
            return
        self._item = "*" if block.kind == "bullet" else block.mark
        if body:
            self._item_with(body + "\n")

    def _finish_item(self) -> None:
        if self._item is not None:
            self._item_with("\n\n")

    def _item_with(self, text: str) -> None:
        """An item and its first paragraph: beside it, if there is room."""
        mark, self._item = self._item or "", None
        indent = self._indents[-1] if self._indents else _INDENT
        if text.strip() and self._margin - indent >= len(mark) + 1:
            laid_out = self._laid_out(text)
            self._parts.append(laid_out[:indent] + mark + laid_out[indent + len(mark) :])
            return
        margin, self._margin = self._margin, indent
        shown = self._laid_out(mark).rstrip("\n") + "\n"
        self._margin = margin
        if text.strip():
            shown += self._laid_out(text)
        elif text:
            shown += "\n"
        self._parts.append(shown)

    # Paragraphs ---------------------------------------------------------------------------------

    def _verbatim(self, text: str) -> None:
        if self._item is not None:
            self._item_with("")
        if not text.strip():
            return
        lines = [line.expandtabs(8) for line in text.split("\n")]
        laid_out = "\n".join(" " * self._margin + each if each.strip() else each for each in lines)
        self._parts.append(laid_out.rstrip() + "\n\n")

    def _laid_out(self, text: str) -> str:
        """A paragraph in lines, at the margin."""
        text = re.sub(r"[ \t\n]+", " ", text)
        width = _WIDTH - self._margin
        blanks = " " * self._margin
        lines: list[str] = []
        while len(text) > width:
            found = re.match(rf"([^\n]{{0,{width}}})[ \t\n]+", text)
            line = found or re.match(rf"([^\n]{{{width}}})", text)
            if line is None:
                break
            lines.append(blanks + line[1] + "\n")
            text = text[line.end() :]
        return re.sub(r"\s+\Z", "\n\n", "".join(lines) + blanks + text)


def _as_usage(heading: str) -> str:
    """A heading in small letters, with a colon."""

    def small(found: re.Match[str]) -> str:
        first = found[1] if len(found[2]) > 2 else found[1].lower()
        return first + found[2].lower()

    text = re.sub("([A-Z])([A-Z]+)", small, heading).rstrip()
    return text if text.endswith(":") else f"{text}:"

"""How texts look on a terminal: their colours and their width."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
from rich.cells import cell_len

#: What has a colour, and which: numbers of ANSI's "select graphic rendition".
COLOURS = {
    "place": "1",
    "title": "1;36",
    "quiet": "2",
    "perl": "",
    "python": "32",
    "note": "2",
    "warning": "33",
    "error": "1;31",
    "heading": "1",
}


@attrs.frozen(kw_only=True)
class Look:
    """A way to write for people."""

    width: int = 80
    colour: bool = False

    def paint(self, role: str, text: str) -> str:
        """A text in the colour of its role.

        >>> Look(colour=True).paint("error", "no")
        '\\x1b[1;31mno\\x1b[0m'
        """
        code = COLOURS[role] if self.colour and text else ""
        return f"\x1b[{code}m{text}\x1b[0m" if code else text

    def wrap(self, text: str, indent: int, hanging: int | None = None) -> list[str]:
        """Words in lines of the width, all but the first by ``hanging`` columns to the right.

        A word that is too long stands on a line of its own, whole: it may be copied.

        >>> Look(width=16).wrap("one two three four", 2, 4)
        ['  one two three', '    four']
        """
        after = " " * (indent if hanging is None else hanging)
        lines = [" " * indent]
        empty = True
        for word in text.split():
            joint = "" if empty else " "
            if not empty and cell_len(f"{lines[-1]}{joint}{word}") > self.width:
                lines.append(after)
                joint = ""
            lines[-1] += f"{joint}{word}"
            empty = False
        return lines

    def code(self, text: str, indent: int, mark: str = "") -> Iterator[str]:
        """Lines of code as they are, behind a mark; those that are too wide go on below."""
        for line in text.split("\n"):
            yield from self._code_line(line, indent, mark)
            mark = " " * cell_len(mark)

    def _code_line(self, line: str, indent: int, mark: str) -> Iterator[str]:
        room = max(20, self.width - indent - cell_len(mark))
        before = " " * indent + mark
        own = len(line) - len(line.lstrip())
        while cell_len(line) > room:
            cut = self._cut(line, room, own)
            yield f"{before}{line[:cut].rstrip()}"
            line = " " * (own + 4) + line[cut:].lstrip()
            before = " " * (indent + cell_len(mark))
        yield f"{before}{line}"

    def _cut(self, line: str, room: int, own: int) -> int:
        """Where a line is cut: at the last blank that leaves enough, else where the room ends."""
        end = len(line)
        while cell_len(line[:end]) > room:
            end -= 1
        blank = line.rfind(" ", 0, end + 1)
        return blank if blank > own + 4 + room // 3 else max(end, own + 5)

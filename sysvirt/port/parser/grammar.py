"""From the bytes of a script to its tree.

The parser is tree-sitter's, with mends: what would make it lose a whole file is rewritten first
(``rewriting``), and what it reads as something else is told right by ``tree``.

>>> parsed = parse(b"my $x = 1;")
>>> parsed.root.type, parsed.unparsed
('source_file', ())
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from time import monotonic

import attrs
import tree_sitter_perl
from tree_sitter import Language, Node, Parser, Point, Range

from sysvirt.port.parser import tree
from sysvirt.port.parser.rewriting import Rewritten, rewrite

UNSEEN = re.compile(rb"\bcatch\s*\(\s*[A-Z][\w:]*\s+\$|\bSys'Virt")
#: How many brackets a statement has before the parser's time is looked at.
HEAVY = 1000
#: How long the parser may then take, in seconds; a megabyte of Perl takes a third of one.
LONGEST = 5.0
#: What begins lines of text: if the file ends in them, without a line break, the parser never ends.
HEREDOC = b"<<"
#: How much of such a text it gets at once.
CHUNK = 65536


@attrs.frozen
class Parsed:
    """A script as a tree."""

    root: Node
    #: The lines that weren't understood, first and last.
    unparsed: tuple[tuple[int, int], ...]
    #: What was parsed: as long as the script, and equal but for the rewritings.
    data: bytes
    #: Where names of classes stand that were taken out: ``catch (Sys::Virt::Error $e)``.
    classes: tuple[tuple[int, int], ...] = ()
    #: The types of parameters, by where their variables stand.
    types: Mapping[int, str] = attrs.field(factory=dict[int, str])
    #: The names of packages that were written with ``'``, by where they stand.
    names: Mapping[int, str] = attrs.field(factory=dict[int, str])
    #: What stands in the braces of ``catch ($e where { ... })``.
    conditions: tuple[tuple[int, int], ...] = ()
    #: Where a second ``catch`` begins; it stands in the tree as a sub.
    catches: frozenset[int] = frozenset()

    def text(self, node: Node) -> str:
        """The Perl of a node, or the name that it stands for."""
        return self.names.get(node.start_byte) or tree.text(node)


@cache
def language() -> Language:
    """The grammar."""
    with warnings.catch_warnings():
        # It comes as a number, and tree-sitter would like it better in a capsule.
        warnings.simplefilter("ignore", DeprecationWarning)
        return Language(tree_sitter_perl.language())  # type: ignore[deprecated]  # pyright: ignore[reportDeprecated]


def parse(data: bytes) -> Parsed:
    """Parse a script; the rewritings are tried only where the parser doesn't get on without.

    Some of what is rewritten it takes for something else, without a word.
    """
    plain = _parsed(Rewritten(data))
    if not plain.unparsed and not UNSEEN.search(data):
        return plain
    other = rewrite(data)
    if other.data == data:
        return plain
    mended = _parsed(other)
    return mended if _size(mended.unparsed) <= _size(plain.unparsed) else plain


def parse_part(data: bytes, start: int, end: int) -> Node:
    """Parse a part of a script, with its nodes at their places in the whole.

    >>> node = parse_part(b'eval "use Sys::Virt;"', 6, 20)
    >>> node.children[0].start_byte
    6
    """
    if HEREDOC in data[start:end] and not data[:end].endswith(b"\n"):
        # What stands behind the part is none of it: a line break does no harm there.
        data = data[:end] + b"\n" + data[end + 1 :]
        end += 1
    place = Range(_point(data, start), _point(data, end), start, end)
    return Parser(language(), included_ranges=[place]).parse(data).root_node


def _parsed(text: Rewritten) -> Parsed:
    if _is_heavy(text.data) and not _ends_in_time(text.data):
        nothing = Parser(language()).parse(b"").root_node
        return Parsed(nothing, ((1, max(1, len(text.data.splitlines()))),), text.data)
    data = text.data
    if HEREDOC in data and not data.endswith(b"\n"):
        data += b"\n"
    root = Parser(language()).parse(data).root_node
    return Parsed(
        root,
        tuple(_merged(_faults(root))) if root.has_error else (),
        text.data,
        text.classes,
        text.types,
        text.names,
        text.conditions,
        text.catches,
    )


def _is_heavy(data: bytes) -> bool:
    """Whether the parser could need very long: its time grows with the square of the depth.

    One statement with so many brackets is no script that a person wrote, but it may be data.
    """
    depth = brackets = 0
    for found in re.finditer(rb"[;({\[\])}]", data):
        if found[0] == b";":
            brackets = 0
        elif found[0] in b"({[":
            depth, brackets = depth + 1, brackets + 1
        else:
            depth = max(0, depth - 1)
        if max(depth, brackets) > HEAVY:
            return True
    return False


def _ends_in_time(data: bytes) -> bool:
    """Try it with a limit of time; such a tree can't be kept, as it has no text."""
    end = monotonic() + LONGEST

    def read(offset: int, _: object) -> bytes:
        return data[offset : offset + CHUNK]

    def is_over(_: int, __: bool) -> bool:
        return monotonic() > end

    try:
        Parser(language()).parse(read, progress_callback=is_over)
    except ValueError:
        return False
    return True


def _faults(root: Node) -> Iterator[tuple[int, int]]:
    """The lines of the nodes that stand for what the parser didn't understand."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.is_error or node.is_missing:
            yield _line(node.start_point.row), _line(_last_row(node))
        elif node.has_error:
            waiting.extend(node.children)


def _line(row: int) -> int:
    return row + 1


def _last_row(node: Node) -> int:
    """The last row that a node has a character on."""
    start, end = node.start_point, node.end_point
    return end.row - 1 if end.column == 0 and end.row > start.row else end.row


def _merged(ranges: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Ranges in their order, those that touch as one."""
    current: tuple[int, int] | None = None
    for first, last in sorted(ranges):
        if current is None:
            current = first, last
        elif first <= current[1] + 1:
            current = current[0], max(current[1], last)
        else:
            yield current
            current = first, last
    if current is not None:
        yield current


def _size(ranges: Iterable[tuple[int, int]]) -> int:
    return sum(last - first + 1 for first, last in ranges)


def _point(data: bytes, offset: int) -> Point:
    row = data.count(b"\n", 0, offset)
    return Point(row, offset - (data.rfind(b"\n", 0, offset) + 1))

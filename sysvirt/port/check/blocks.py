"""``exec { … } @words``, which Perl doesn't read where exec is another one, as the guard's is.

Perl knows the block only before its own exec and system. The guard refuses both, whatever they are
given, so in the copy that is run blanks stand for the block.
"""

from __future__ import annotations

import re
from pathlib import Path

from sysvirt.port.files import SUFFIXES
from sysvirt.port.parser import tree
from sysvirt.port.parser.grammar import parse

_MAY_HAVE = re.compile(rb"\b(?:exec|system)\b[\s(]*[{$]")


def take_out(folder: Path, script: Path) -> None:
    """Change the scripts and modules in a private folder."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and (path == script or not path.suffix or path.suffix in SUFFIXES):
            data = path.read_bytes()
            made = without(data)
            if made != data:
                path.write_bytes(made)


def without(data: bytes) -> bytes:
    """A script of the same length, with blanks for such blocks.

    >>> without(b"exec { $words[0] } @words;")
    b'exec                @words;'
    """
    if not _MAY_HAVE.search(data):
        return data
    made = bytearray(data)
    for node in tree.walk(parse(data).root):
        function = node.child_by_field_name("function")
        if function is None or tree.text(function) not in ("exec", "system"):
            continue
        for each in node.named_children:
            if each.type == "indirect_object":
                span = data[each.start_byte : each.end_byte]
                made[each.start_byte : each.end_byte] = re.sub(rb"[^\n]", b" ", span)
    return bytes(made)

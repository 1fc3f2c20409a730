"""Heredocs with ``~``: their lines without what the last one is indented by."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from sysvirt.port.draft.refusing import Untranslatable

Piece = str | ast.expr


def unindented(pieces: Sequence[Piece], indentation: str) -> list[Piece]:
    r"""The pieces of a heredoc whose end is indented by some blanks.

    A text is as it stands in the script: an end of line in it is one of the script, ``\n`` isn't.
    Perl refuses a line that doesn't begin with these blanks, unless it is empty.
    """
    found: list[Piece] = []
    at_start = True
    for piece in pieces:
        if not isinstance(piece, str):
            if at_start and indentation:
                raise Untranslatable("a line of a heredoc that is indented less than its end")
            at_start = False
            found.append(piece)
            continue
        first, *others = piece.split("\n")
        cut = [_cut(first, indentation) if at_start else first]
        cut += [_cut(line, indentation) for line in others]
        # What begins a line may be in the next piece.
        at_start = not others[-1] if others else at_start and not first
        found.append("\n".join(cut))
    return [each for each in found if each != ""]


def _cut(line: str, indentation: str) -> str:
    if line and not line.startswith(indentation):
        raise Untranslatable("a line of a heredoc that is indented less than its end")
    return line[len(indentation) :]

"""New streams on a connection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt._core.objects import Connection
from sysvirt.stream import Stream

if TYPE_CHECKING:
    from sysvirt._core.arguments import Flags


class Streams(Connection):
    """Where streams come from."""

    __slots__ = ()

    def new_stream(self, flags: Flags = 0) -> Stream:
        """A stream that nothing flows through yet.

        ``flags``: ``Stream.NONBLOCK`` for one that never waits.

        >>> st = conn.new_stream(Sys.Virt.Stream.NONBLOCK)

        Rests on: ``virStreamNew``. Perl: ``new_stream``.
        """
        return Stream.new(self, flags)

"""New streams on an awaited connection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt.aio._virt.connection import Connection
from sysvirt.aio.stream import Stream

if TYPE_CHECKING:
    from sysvirt._core.arguments import Flags


class Streams(Connection):
    """Where streams come from."""

    __slots__ = ()

    async def new_stream(self, flags: Flags = 0) -> Stream:
        """A stream that nothing flows through yet.

        ``flags``: ``Stream.NONBLOCK`` for one that never waits.

        >>> st = await conn.new_stream()

        Rests on: ``virStreamNew``. Perl: ``new_stream``.
        """
        return Stream(self, await self._call(self._sync.new_stream, flags))

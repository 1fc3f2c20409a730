"""``Sys.Virt.Stream``: data on its way to or from the host."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt.constants import StreamConstants
from sysvirt.handle import Resource

if TYPE_CHECKING:
    from sysvirt.binding import virStream


class Stream(Resource, StreamConstants):
    """A flow of data on a connection, which a method such as ``StorageVol.download`` starts.

    >>> st = conn.new_stream()

    Perl: ``Sys::Virt::Stream``.
    """

    __slots__ = ()

    if TYPE_CHECKING:
        _handle: virStream

    def abort(self) -> None:
        """Break the transfer off.

        Rests on: ``virStreamAbort``. Perl: ``abort``.
        """
        self._handle.abort()

    def finish(self) -> None:
        """End the transfer, and learn whether all of it went well.

        Rests on: ``virStreamFinish``. Perl: ``finish``.
        """
        self._handle.finish()

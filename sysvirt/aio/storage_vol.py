"""``sysvirt.aio.StorageVol``: a disk image, partition or the like, awaited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt._core import arguments
from sysvirt.aio._generated.storage_vol import StorageVol as Generated
from sysvirt.aio._transfers.reader import AHEAD, SEGMENT, Reader
from sysvirt.aio._transfers.writer import Writer

if TYPE_CHECKING:
    import sysvirt


class StorageVol(Generated):
    """What a guest may have as a disk.

    >>> await pool.get_volume_by_name(vol.get_name())
    <sysvirt.aio.StorageVol 'example.img'>

    Perl: ``Sys::Virt::StorageVol``.
    """

    __slots__ = ()

    _sync: sysvirt.StorageVol

    def reader(
        self,
        offset: int = 0,
        length: int | None = None,
        *,
        segment: int = SEGMENT,
        ahead: int = AHEAD,
        sparse: bool = False,
    ) -> Reader:
        """The content from ``offset`` on, ``length`` bytes or all: ``async with vol.reader()``.

        ``await reader.read(n)`` gives at most ``n`` bytes, ``b""`` at the end; ``async for``
        gives the pieces as they come. It is fetched in ranges of ``segment`` bytes (16 MiB), at
        most ``ahead`` of them before they are read: who reads slowly holds no more. With ``sparse``
        the iteration gives a :class:`Hole` for what isn't stored.

        >>> async with vol.reader() as reader:  # doctest: +SKIP
        ...     await reader.read(5)
        b'hello'

        Rests on: ``virStorageVolDownload``. Perl: ``download``, with a stream.
        """
        return Reader(
            self._conn,
            self._sync,
            (
                arguments.ullong(offset, "offset"),
                None if length is None else arguments.ullong(length, "length"),
            ),
            segment=arguments.at_least_one(segment, "segment"),
            ahead=arguments.at_least_one(ahead, "ahead"),
            sparse=bool(sparse),
        )

    def writer(
        self, offset: int = 0, length: int | None = None, *, segment: int = SEGMENT
    ) -> Writer:
        """New content from ``offset`` on: ``async with vol.writer() as writer``.

        ``await writer.write(data)`` waits until there is room; leaving the block waits until all
        is there. It is sent in ranges of ``segment`` bytes (16 MiB). More than ``length`` bytes
        are a ``ValueError``. An exception that leaves the block leaves the rest unwritten.

        >>> async with vol.writer() as writer:  # doctest: +SKIP
        ...     await writer.write(b"HELLO")
        5

        Rests on: ``virStorageVolUpload``. Perl: ``upload``, with a stream.
        """
        return Writer(
            self._conn,
            self._sync,
            arguments.ullong(offset, "offset"),
            None if length is None else arguments.ullong(length, "length"),
            segment=arguments.at_least_one(segment, "segment"),
        )

# Made by `python -m reference.generate` from sysvirt/storage_vol.py: change that, not this.
"""The awaited twins of :mod:`sysvirt.storage_vol`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt.aio._generated.properties import Described, Named
from sysvirt.aio._twin import sync_of
from sysvirt.constants import StorageVolConstants

if TYPE_CHECKING:
    from sysvirt import storage_vol as sync
    from sysvirt._core.arguments import Flags
    from sysvirt.aio.stream import Stream
    from sysvirt.shapes.storage import StorageVolInfo


class StorageVol(Named, Described, StorageVolConstants):
    """What a guest may have as a disk.

    >>> await pool.get_volume_by_name(vol.get_name())
    <sysvirt.aio.StorageVol 'example.img'>

    Perl: ``Sys::Virt::StorageVol``.
    """

    __slots__ = ()
    _sync: sync.StorageVol

    def get_key(self) -> str:
        """What tells the volume from all others, wherever it is looked at from.

        >>> vol.get_key()
        '/default-pool/example.img'

        Rests on: ``virStorageVolGetKey``. Perl: ``get_key``.
        """
        return self._sync.get_key()

    async def get_path(self) -> str:
        """Where the volume is found on the host: a file or a device.

        >>> await vol.get_path()
        '/default-pool/example.img'

        Rests on: ``virStorageVolGetPath``. Perl: ``get_path``.
        """
        return await self._call(self._sync.get_path)

    async def delete(self, flags: Flags = 0) -> None:
        """Delete the volume with its data.

        ``flags`` are ``DELETE_*``: whether to overwrite the data, whether snapshots go too.

        >>> await vol.delete()
        >>> await pool.list_all_volumes()
        []

        Rests on: ``virStorageVolDelete``. Perl: ``delete``.
        """
        await self._call(self._sync.delete, flags)

    async def resize(self, newcapacity: int, flags: Flags = 0) -> None:
        """Change the capacity, in bytes.

        ``flags`` are ``RESIZE_*``: with ``RESIZE_DELTA`` it is what comes to the present one,
        and only ``RESIZE_SHRINK`` lets it get smaller.

        >>> await vol.resize(2 * 1024 * 1024)  # doctest: +SKIP
        >>> (await vol.get_info())["capacity"]  # doctest: +SKIP
        2097152

        Rests on: ``virStorageVolResize``. Perl: ``resize``.
        """
        await self._call(self._sync.resize, newcapacity, flags)

    async def wipe(self, flags: Flags = 0) -> None:
        """Overwrite the data with zeros, so that nobody can read it later. No ``flags`` yet.

        >>> await vol.wipe()  # doctest: +SKIP

        Rests on: ``virStorageVolWipe``. Perl: ``wipe``.
        """
        await self._call(self._sync.wipe, flags)

    async def wipe_pattern(self, algorithm: int, flags: Flags = 0) -> None:
        """Overwrite the data as ``algorithm``, one of ``WIPE_ALG_*``, says. No ``flags`` yet.

        >>> await vol.wipe_pattern(Sys.Virt.StorageVol.WIPE_ALG_ZERO)  # doctest: +SKIP

        Rests on: ``virStorageVolWipePattern``. Perl: ``wipe_pattern``.
        """
        await self._call(self._sync.wipe_pattern, algorithm, flags)

    async def get_info(self, flags: Flags = 0) -> StorageVolInfo:
        """Kind and sizes at once.

        ``type`` is one of ``TYPE_*``; ``capacity`` and ``allocation`` are bytes. With
        ``GET_PHYSICAL`` in ``flags``, ``allocation`` is the size of the file or device.

        >>> info = await vol.get_info()
        >>> info["type"] == Sys.Virt.StorageVol.TYPE_FILE, info["capacity"]
        (True, 1048576)

        Rests on: ``virStorageVolGetInfo``, ``virStorageVolGetInfoFlags``. Perl: ``get_info``.
        """
        return await self._call(self._sync.get_info, flags)

    async def download(self, st: Stream, offset: int, length: int, flags: Flags = 0) -> None:
        """Let the volume's data flow into a stream, from which it is then received.

        ``offset`` and ``length`` are bytes; a length of 0 means all up to the end. ``flags``:
        ``VOL_DOWNLOAD_SPARSE_STREAM``, so that holes come as holes.

        >>> st, data = await conn.new_stream(), bytearray()  # doctest: +SKIP
        >>> await vol.download(st, 0, 5)  # doctest: +SKIP
        >>> await st.recv(data, 1024), bytes(data)  # doctest: +SKIP
        (5, b'hello')
        >>> await st.finish()  # doctest: +SKIP

        Rests on: ``virStorageVolDownload``. Perl: ``download``.
        """
        await self._call(self._sync.download, sync_of(st), offset, length, flags)

    async def upload(self, st: Stream, offset: int, length: int, flags: Flags = 0) -> None:
        """Let what is then sent into a stream become the volume's data.

        ``offset`` and ``length`` are bytes; a length of 0 means as much as is sent. ``flags``:
        ``VOL_UPLOAD_SPARSE_STREAM``, so that holes stay holes.

        >>> st = await conn.new_stream()  # doctest: +SKIP
        >>> await vol.upload(st, 0, 5)  # doctest: +SKIP
        >>> await st.send(b"HELLO", 5)  # doctest: +SKIP
        5
        >>> await st.finish()  # doctest: +SKIP

        Rests on: ``virStorageVolUpload``. Perl: ``upload``.
        """
        await self._call(self._sync.upload, sync_of(st), offset, length, flags)

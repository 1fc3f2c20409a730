# Made by `python -m reference.generate` from sysvirt/storage_pool.py: change that, not this.
"""The awaited twins of :mod:`sysvirt.storage_pool`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt.aio._generated.properties import (
    Activatable,
    Autostartable,
    Described,
    Identified,
    Named,
    Persistable,
)
from sysvirt.aio._twin import sync_of
from sysvirt.aio.storage_vol import StorageVol
from sysvirt.constants import StoragePoolConstants

if TYPE_CHECKING:
    from sysvirt import storage_pool as sync
    from sysvirt._core.arguments import Flags
    from sysvirt.shapes.storage import StoragePoolInfo


class StoragePool(
    Identified, Named, Described, Activatable, Persistable, Autostartable, StoragePoolConstants
):
    """A directory, file system, volume group or the like whose volumes libvirt manages.

    >>> pool = await conn.get_storage_pool_by_name("default-pool")
    >>> pool
    <sysvirt.aio.StoragePool 'default-pool'>

    Perl: ``Sys::Virt::StoragePool``.
    """

    __slots__ = ()
    _sync: sync.StoragePool

    async def create(self, flags: Flags = 0) -> None:
        """Start a pool that is configured and not running.

        ``flags`` are ``CREATE_*``: whether to build it first. Perl can't pass them.

        >>> await pool.destroy()
        >>> await pool.create()
        >>> await pool.is_active()
        True

        Rests on: ``virStoragePoolCreate``. Perl: ``create``.
        """
        await self._call(self._sync.create, flags)

    async def undefine(self) -> None:
        """Forget the configuration of a pool that isn't running; its data stays.

        >>> await pool.destroy()
        >>> await pool.undefine()
        >>> await conn.num_of_defined_storage_pools()
        0

        Rests on: ``virStoragePoolUndefine``. Perl: ``undefine``.
        """
        await self._call(self._sync.undefine)

    async def destroy(self) -> None:
        """Stop the pool; its data stays, and so does this object.

        >>> await pool.destroy()
        >>> await pool.is_active()
        False

        Rests on: ``virStoragePoolDestroy``. Perl: ``destroy``.
        """
        await self._call(self._sync.destroy)

    async def refresh(self, flags: Flags = 0) -> None:
        """Look anew at what the pool holds. There are no ``flags`` yet.

        >>> await pool.refresh()

        Rests on: ``virStoragePoolRefresh``. Perl: ``refresh``.
        """
        await self._call(self._sync.refresh, flags)

    async def build(self, flags: Flags = 0) -> None:
        """Make what the pool lives in: the directory, the file system, the volume group.

        ``flags`` are ``BUILD_*``: whether something that is there may be overwritten.

        >>> await pool.destroy()
        >>> await pool.build(Sys.Virt.StoragePool.BUILD_NEW)

        Rests on: ``virStoragePoolBuild``. Perl: ``build``.
        """
        await self._call(self._sync.build, flags)

    async def delete(self, flags: Flags = 0) -> None:
        """Delete what the pool lives in; it can't be brought back.

        ``flags`` are ``DELETE_*``: whether to overwrite the data. The configuration stays.

        >>> await pool.destroy()
        >>> await pool.delete()

        Rests on: ``virStoragePoolDelete``. Perl: ``delete``.
        """
        await self._call(self._sync.delete, flags)

    async def get_info(self) -> StoragePoolInfo:
        """State and sizes at once.

        ``state`` is one of ``STATE_*``; ``capacity``, ``allocation`` and ``available`` are
        bytes.

        >>> info = await pool.get_info()
        >>> info["state"] == Sys.Virt.StoragePool.STATE_RUNNING, info["capacity"]
        (True, 107374182400)

        Rests on: ``virStoragePoolGetInfo``. Perl: ``get_info``.
        """
        return await self._call(self._sync.get_info)

    async def num_of_storage_volumes(self) -> int:
        """How many volumes the pool has.

        >>> vol.get_name(), await pool.num_of_storage_volumes()
        ('example.img', 1)

        Rests on: ``virStoragePoolNumOfVolumes``. Perl: ``num_of_storage_volumes``.
        """
        return await self._call(self._sync.num_of_storage_volumes)

    async def list_storage_vol_names(self, maxnames: int) -> list[str]:
        """The names of the volumes, at most ``maxnames`` of them.

        >>> vol.get_name(), await pool.list_storage_vol_names(10)
        ('example.img', ['example.img'])

        Rests on: ``virStoragePoolListVolumes``. Perl: ``list_storage_vol_names``.
        """
        return await self._call(self._sync.list_storage_vol_names, maxnames)

    async def list_volumes(self) -> list[StorageVol]:
        """The volumes of the pool.

        >>> vol in await pool.list_volumes()
        True

        Rests on: ``virStoragePoolListAllVolumes``. Perl: ``list_volumes``.
        """
        found = await self._call(self._sync.list_volumes)
        return [StorageVol(self._conn, each) for each in found]

    async def list_all_volumes(self, flags: Flags = 0) -> list[StorageVol]:
        """The volumes of the pool. There are no ``flags`` yet.

        >>> vol.get_name(), await pool.list_all_volumes()
        ('example.img', [<sysvirt.aio.StorageVol 'example.img'>])

        Rests on: ``virStoragePoolListAllVolumes``. Perl: ``list_all_volumes``.
        """
        found = await self._call(self._sync.list_all_volumes, flags)
        return [StorageVol(self._conn, each) for each in found]

    async def get_volume_by_name(self, name: str) -> StorageVol:
        """The volume of a name; ``Error`` with ``ERR_NO_STORAGE_VOL`` when there is none.

        >>> await pool.get_volume_by_name(vol.get_name())
        <sysvirt.aio.StorageVol 'example.img'>

        Rests on: ``virStorageVolLookupByName``. Perl: ``get_volume_by_name``.
        """
        return StorageVol(self._conn, await self._call(self._sync.get_volume_by_name, name))

    async def create_volume(
        self, xml: str, clonevol: StorageVol | Flags = None, flags: Flags = 0
    ) -> StorageVol:
        """Make a volume after an XML description, with the data of ``clonevol`` if one is given.

        ``flags`` are ``StorageVol.CREATE_*``; they may stand in the place of ``clonevol`` too.
        Perl takes neither, though its manual speaks of ``clonevol``.

        >>> xml = "<volume><name>new.img</name><capacity>4096</capacity></volume>"
        >>> await pool.create_volume(xml)
        <sysvirt.aio.StorageVol 'new.img'>

        Rests on: ``virStorageVolCreateXML``, ``virStorageVolCreateXMLFrom``.
        Perl: ``create_volume``.
        """
        return StorageVol(
            self._conn, await self._call(self._sync.create_volume, xml, sync_of(clonevol), flags)
        )

    async def clone_volume(
        self, xml: str, clonevol: StorageVol | None, flags: Flags = 0
    ) -> StorageVol:
        """Make a volume after an XML description, with the data of another one.

        ``clonevol`` may be of another pool; ``None`` is refused by libvirt. ``flags`` are
        ``StorageVol.CREATE_*``; Perl can't pass them.

        >>> xml = "<volume><name>copy.img</name><capacity>1048576</capacity></volume>"
        >>> await pool.clone_volume(xml, vol)
        <sysvirt.aio.StorageVol 'copy.img'>

        Rests on: ``virStorageVolCreateXMLFrom``. Perl: ``clone_volume``.
        """
        return StorageVol(
            self._conn, await self._call(self._sync.clone_volume, xml, sync_of(clonevol), flags)
        )

# Made by `python -m reference.generate` from sysvirt/virt/storage.py: change that, not this.
"""The awaited twins of :mod:`sysvirt.virt.storage`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt.aio._generated.storage_pool import StoragePool
from sysvirt.aio._twin import Twin, sync_of
from sysvirt.aio.storage_vol import StorageVol

if TYPE_CHECKING:
    import os

    from sysvirt._core.arguments import Flags, UUIDLike
    from sysvirt.virt import storage as sync


class Storage(Twin):
    """What a connection does with storage as a whole."""

    __slots__ = ()
    _sync: sync.Storage

    async def create_storage_pool(self, xml: str, flags: Flags = 0) -> StoragePool:
        """Start a pool that is forgotten when it stops, after an XML description.

        ``flags`` are ``StoragePool.CREATE_*``: whether to build it first. Perl can't pass them.

        >>> xml = '''<pool type="dir"><name>images</name>
        ... <target><path>/images</path></target></pool>'''
        >>> await (await conn.create_storage_pool(xml)).is_persistent()
        False

        Rests on: ``virStoragePoolCreateXML``. Perl: ``create_storage_pool``.
        """
        return StoragePool(self._conn, await self._call(self._sync.create_storage_pool, xml, flags))

    async def define_storage_pool(self, xml: str, flags: Flags = 0) -> StoragePool:
        """Store the configuration of a pool; ``create()`` of the result starts it.

        ``flags``: ``StoragePool.DEFINE_VALIDATE``.

        >>> xml = '''<pool type="dir"><name>images</name>
        ... <target><path>/images</path></target></pool>'''
        >>> await (await conn.define_storage_pool(xml)).is_active()
        False

        Rests on: ``virStoragePoolDefineXML``. Perl: ``define_storage_pool``.
        """
        return StoragePool(self._conn, await self._call(self._sync.define_storage_pool, xml, flags))

    async def list_storage_pools(self) -> list[StoragePool]:
        """The running pools.

        >>> await conn.list_storage_pools()
        [<sysvirt.aio.StoragePool 'default-pool'>]

        Rests on: ``virConnectListAllStoragePools``. Perl: ``list_storage_pools``.
        """
        found = await self._call(self._sync.list_storage_pools)
        return [StoragePool(self._conn, each) for each in found]

    async def num_of_storage_pools(self) -> int:
        """How many pools are running.

        >>> await conn.num_of_storage_pools()
        1

        Rests on: ``virConnectNumOfStoragePools``. Perl: ``num_of_storage_pools``.
        """
        return await self._call(self._sync.num_of_storage_pools)

    async def list_storage_pool_names(self, maxnames: int) -> list[str]:
        """The names of the running pools, at most ``maxnames`` of them.

        >>> await conn.list_storage_pool_names(10)
        ['default-pool']

        Rests on: ``virConnectListStoragePools``. Perl: ``list_storage_pool_names``.
        """
        return await self._call(self._sync.list_storage_pool_names, maxnames)

    async def list_defined_storage_pools(self) -> list[StoragePool]:
        """The pools that are configured and not running.

        >>> await conn.list_defined_storage_pools()
        []

        Rests on: ``virConnectListAllStoragePools``. Perl: ``list_defined_storage_pools``.
        """
        found = await self._call(self._sync.list_defined_storage_pools)
        return [StoragePool(self._conn, each) for each in found]

    async def num_of_defined_storage_pools(self) -> int:
        """How many pools are configured and not running.

        >>> await conn.num_of_defined_storage_pools()
        0

        Rests on: ``virConnectNumOfDefinedStoragePools``. Perl: ``num_of_defined_storage_pools``.
        """
        return await self._call(self._sync.num_of_defined_storage_pools)

    async def list_defined_storage_pool_names(self, maxnames: int) -> list[str]:
        """The names of the pools that aren't running, at most ``maxnames`` of them.

        >>> await conn.list_defined_storage_pool_names(10)
        []

        Rests on: ``virConnectListDefinedStoragePools``.
        Perl: ``list_defined_storage_pool_names``.
        """
        return await self._call(self._sync.list_defined_storage_pool_names, maxnames)

    async def list_all_storage_pools(self, flags: Flags = 0) -> list[StoragePool]:
        """All pools, or those that ``flags``, some of ``StoragePool.LIST_*``, choose.

        >>> await conn.list_all_storage_pools(Sys.Virt.StoragePool.LIST_DIR)
        [<sysvirt.aio.StoragePool 'default-pool'>]

        Rests on: ``virConnectListAllStoragePools``. Perl: ``list_all_storage_pools``.
        """
        found = await self._call(self._sync.list_all_storage_pools, flags)
        return [StoragePool(self._conn, each) for each in found]

    async def get_storage_pool_by_name(self, name: str) -> StoragePool:
        """The pool of a name; ``Error`` with ``ERR_NO_STORAGE_POOL`` when there is none.

        >>> await conn.get_storage_pool_by_name("default-pool")
        <sysvirt.aio.StoragePool 'default-pool'>

        Rests on: ``virStoragePoolLookupByName``. Perl: ``get_storage_pool_by_name``.
        """
        return StoragePool(self._conn, await self._call(self._sync.get_storage_pool_by_name, name))

    async def get_storage_pool_by_uuid(self, uuid: UUIDLike) -> StoragePool:
        """The pool of a UUID: 16 bytes, 32 or 36 digits, or a ``uuid.UUID``.

        >>> await conn.get_storage_pool_by_uuid(pool.get_uuid()) == pool
        True

        Rests on: ``virStoragePoolLookupByUUID``, ``virStoragePoolLookupByUUIDString``.
        Perl: ``get_storage_pool_by_uuid``.
        """
        return StoragePool(self._conn, await self._call(self._sync.get_storage_pool_by_uuid, uuid))

    async def get_storage_pool_by_volume(self, vol: StorageVol) -> StoragePool:
        """The pool that a volume is in.

        >>> await conn.get_storage_pool_by_volume(vol)
        <sysvirt.aio.StoragePool 'default-pool'>

        Rests on: ``virStoragePoolLookupByVolume``. Perl: ``get_storage_pool_by_volume``.
        """
        return StoragePool(
            self._conn, await self._call(self._sync.get_storage_pool_by_volume, sync_of(vol))
        )

    async def get_storage_pool_by_target_path(self, path: str | os.PathLike[str]) -> StoragePool:
        """The pool whose volumes appear in a directory.

        >>> await conn.get_storage_pool_by_target_path("/var/lib/libvirt/images")  # doctest: +SKIP
        <sysvirt.aio.StoragePool 'images'>

        Rests on: ``virStoragePoolLookupByTargetPath``.
        Perl: ``get_storage_pool_by_target_path``.
        """
        return StoragePool(
            self._conn, await self._call(self._sync.get_storage_pool_by_target_path, path)
        )

    async def get_storage_volume_by_path(self, path: str | os.PathLike[str]) -> StorageVol:
        """The volume that is found at a path on the host.

        >>> await conn.get_storage_volume_by_path(await vol.get_path())
        <sysvirt.aio.StorageVol 'example.img'>

        Rests on: ``virStorageVolLookupByPath``. Perl: ``get_storage_volume_by_path``.
        """
        return StorageVol(self._conn, await self._call(self._sync.get_storage_volume_by_path, path))

    async def get_storage_volume_by_key(self, key: str) -> StorageVol:
        """The volume of a key.

        >>> await conn.get_storage_volume_by_key(vol.get_key())
        <sysvirt.aio.StorageVol 'example.img'>

        Rests on: ``virStorageVolLookupByKey``. Perl: ``get_storage_volume_by_key``.
        """
        return StorageVol(self._conn, await self._call(self._sync.get_storage_volume_by_key, key))

    async def find_storage_pool_sources(
        self, type: str, srcspec: str | None, flags: Flags = 0
    ) -> str:
        """What could be made a pool of a type, as XML.

        ``srcspec`` is XML that says where to look, ``None`` where the type needs none. There are
        no ``flags`` yet.

        >>> (await conn.find_storage_pool_sources("logical", None)).split()[0]
        '<sources>'

        Rests on: ``virConnectFindStoragePoolSources``. Perl: ``find_storage_pool_sources``.
        """
        return await self._call(self._sync.find_storage_pool_sources, type, srcspec, flags)

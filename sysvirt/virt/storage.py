"""Storage pools and volumes of a connection: listing, counting, finding, making them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt._core import arguments
from sysvirt._core.arguments import count, flag_bits, optional_text, text
from sysvirt._core.arguments import path as file_name
from sysvirt._core.objects import Connection
from sysvirt.storage_pool import StoragePool
from sysvirt.storage_vol import StorageVol

if TYPE_CHECKING:
    import os

    from sysvirt._core.arguments import Flags, UUIDLike


class Storage(Connection):
    """What a connection does with storage as a whole."""

    __slots__ = ()

    def create_storage_pool(self, xml: str, flags: Flags = 0) -> StoragePool:
        """Start a pool that is forgotten when it stops, after an XML description.

        ``flags`` are ``StoragePool.CREATE_*``: whether to build it first. Perl can't pass them.

        >>> xml = '''<pool type="dir"><name>images</name>
        ... <target><path>/images</path></target></pool>'''
        >>> conn.create_storage_pool(xml).is_persistent()
        False

        Rests on: ``virStoragePoolCreateXML``. Perl: ``create_storage_pool``.
        """
        made = self._handle.storagePoolCreateXML(text(xml, "xml"), flag_bits(flags))
        return StoragePool(self, made)

    def define_storage_pool(self, xml: str, flags: Flags = 0) -> StoragePool:
        """Store the configuration of a pool; ``create()`` of the result starts it.

        ``flags``: ``StoragePool.DEFINE_VALIDATE``.

        >>> xml = '''<pool type="dir"><name>images</name>
        ... <target><path>/images</path></target></pool>'''
        >>> conn.define_storage_pool(xml).is_active()
        False

        Rests on: ``virStoragePoolDefineXML``. Perl: ``define_storage_pool``.
        """
        made = self._handle.storagePoolDefineXML(text(xml, "xml"), flag_bits(flags))
        return StoragePool(self, made)

    def list_storage_pools(self) -> list[StoragePool]:
        """The running pools.

        >>> conn.list_storage_pools()
        [<sysvirt.StoragePool 'default-pool'>]

        Rests on: ``virConnectListAllStoragePools``. Perl: ``list_storage_pools``.
        """
        found = self._handle.listAllStoragePools(StoragePool.LIST_ACTIVE)
        return StoragePool._wrap(self, found)

    def num_of_storage_pools(self) -> int:
        """How many pools are running.

        >>> conn.num_of_storage_pools()
        1

        Rests on: ``virConnectNumOfStoragePools``. Perl: ``num_of_storage_pools``.
        """
        return self._handle.numOfStoragePools()

    def list_storage_pool_names(self, maxnames: int) -> list[str]:
        """The names of the running pools, at most ``maxnames`` of them.

        >>> conn.list_storage_pool_names(10)
        ['default-pool']

        Rests on: ``virConnectListStoragePools``. Perl: ``list_storage_pool_names``.
        """
        return self._handle.listStoragePools()[: count(maxnames, "maxnames")]

    def list_defined_storage_pools(self) -> list[StoragePool]:
        """The pools that are configured and not running.

        >>> conn.list_defined_storage_pools()
        []

        Rests on: ``virConnectListAllStoragePools``. Perl: ``list_defined_storage_pools``.
        """
        found = self._handle.listAllStoragePools(StoragePool.LIST_INACTIVE)
        return StoragePool._wrap(self, found)

    def num_of_defined_storage_pools(self) -> int:
        """How many pools are configured and not running.

        >>> conn.num_of_defined_storage_pools()
        0

        Rests on: ``virConnectNumOfDefinedStoragePools``. Perl: ``num_of_defined_storage_pools``.
        """
        return self._handle.numOfDefinedStoragePools()

    def list_defined_storage_pool_names(self, maxnames: int) -> list[str]:
        """The names of the pools that aren't running, at most ``maxnames`` of them.

        >>> conn.list_defined_storage_pool_names(10)
        []

        Rests on: ``virConnectListDefinedStoragePools``.
        Perl: ``list_defined_storage_pool_names``.
        """
        return self._handle.listDefinedStoragePools()[: count(maxnames, "maxnames")]

    def list_all_storage_pools(self, flags: Flags = 0) -> list[StoragePool]:
        """All pools, or those that ``flags``, some of ``StoragePool.LIST_*``, choose.

        >>> conn.list_all_storage_pools(Sys.Virt.StoragePool.LIST_DIR)
        [<sysvirt.StoragePool 'default-pool'>]

        Rests on: ``virConnectListAllStoragePools``. Perl: ``list_all_storage_pools``.
        """
        return StoragePool._wrap(self, self._handle.listAllStoragePools(flag_bits(flags)))

    def get_storage_pool_by_name(self, name: str) -> StoragePool:
        """The pool of a name; ``Error`` with ``ERR_NO_STORAGE_POOL`` when there is none.

        >>> conn.get_storage_pool_by_name("default-pool")
        <sysvirt.StoragePool 'default-pool'>

        Rests on: ``virStoragePoolLookupByName``. Perl: ``get_storage_pool_by_name``.
        """
        return StoragePool(self, self._handle.storagePoolLookupByName(text(name, "name")))

    def get_storage_pool_by_uuid(self, uuid: UUIDLike) -> StoragePool:
        """The pool of a UUID: 16 bytes, 32 or 36 digits, or a ``uuid.UUID``.

        >>> conn.get_storage_pool_by_uuid(pool.get_uuid()) == pool
        True

        Rests on: ``virStoragePoolLookupByUUID``, ``virStoragePoolLookupByUUIDString``.
        Perl: ``get_storage_pool_by_uuid``.
        """
        found = arguments.uuid(uuid)
        if isinstance(found, str):
            return StoragePool(self, self._handle.storagePoolLookupByUUIDString(found))
        return StoragePool(self, self._handle.storagePoolLookupByUUID(found))

    def get_storage_pool_by_volume(self, vol: StorageVol) -> StoragePool:
        """The pool that a volume is in.

        >>> conn.get_storage_pool_by_volume(vol)
        <sysvirt.StoragePool 'default-pool'>

        Rests on: ``virStoragePoolLookupByVolume``. Perl: ``get_storage_pool_by_volume``.
        """
        volume = arguments.handle(vol, StorageVol, "vol")
        # The pool is the volume's connection's, whichever connection was asked.
        return StoragePool(vol.connection, volume.storagePoolLookupByVolume())

    def get_storage_pool_by_target_path(self, path: str | os.PathLike[str]) -> StoragePool:
        """The pool whose volumes appear in a directory.

        >>> conn.get_storage_pool_by_target_path("/var/lib/libvirt/images")  # doctest: +SKIP
        <sysvirt.StoragePool 'images'>

        Rests on: ``virStoragePoolLookupByTargetPath``.
        Perl: ``get_storage_pool_by_target_path``.
        """
        found = self._handle.storagePoolLookupByTargetPath(file_name(path, "path"))
        return StoragePool(self, found)

    def get_storage_volume_by_path(self, path: str | os.PathLike[str]) -> StorageVol:
        """The volume that is found at a path on the host.

        >>> conn.get_storage_volume_by_path(vol.get_path())
        <sysvirt.StorageVol 'example.img'>

        Rests on: ``virStorageVolLookupByPath``. Perl: ``get_storage_volume_by_path``.
        """
        return StorageVol(self, self._handle.storageVolLookupByPath(file_name(path, "path")))

    def get_storage_volume_by_key(self, key: str) -> StorageVol:
        """The volume of a key.

        >>> conn.get_storage_volume_by_key(vol.get_key())
        <sysvirt.StorageVol 'example.img'>

        Rests on: ``virStorageVolLookupByKey``. Perl: ``get_storage_volume_by_key``.
        """
        return StorageVol(self, self._handle.storageVolLookupByKey(text(key, "key")))

    def find_storage_pool_sources(self, type: str, srcspec: str | None, flags: Flags = 0) -> str:
        """What could be made a pool of a type, as XML.

        ``srcspec`` is XML that says where to look, ``None`` where the type needs none. There are
        no ``flags`` yet.

        >>> conn.find_storage_pool_sources("logical", None).split()[0]
        '<sources>'

        Rests on: ``virConnectFindStoragePoolSources``. Perl: ``find_storage_pool_sources``.
        """
        return self._handle.findStoragePoolSources(
            text(type, "type"), optional_text(srcspec, "srcspec"), flag_bits(flags)
        )

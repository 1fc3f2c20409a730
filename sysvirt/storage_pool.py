"""``Sys.Virt.StoragePool``: a place where volumes are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt._core import arguments
from sysvirt._core.arguments import count, flag_bits, text
from sysvirt._core.binding import libvirtmod, virStoragePool
from sysvirt._core.properties import (
    Activatable,
    Autostartable,
    Described,
    Identified,
    Named,
    Persistable,
)
from sysvirt._libvirt.errors import failed
from sysvirt.constants import StoragePoolConstants
from sysvirt.storage_vol import StorageVol

if TYPE_CHECKING:
    from sysvirt._core.arguments import Flags
    from sysvirt.shapes.storage import StoragePoolInfo


class StoragePool(
    Identified,
    Named,
    Described,
    Activatable,
    Persistable,
    Autostartable,
    StoragePoolConstants,
):
    """A directory, file system, volume group or the like whose volumes libvirt manages.

    >>> pool = conn.get_storage_pool_by_name("default-pool")
    >>> pool
    <sysvirt.StoragePool 'default-pool'>

    Perl: ``Sys::Virt::StoragePool``.
    """

    __slots__ = ()

    _KIND = virStoragePool

    _handle: virStoragePool

    def create(self, flags: Flags = 0) -> None:
        """Start a pool that is configured and not running.

        ``flags`` are ``CREATE_*``: whether to build it first. Perl can't pass them.

        >>> pool.destroy()
        >>> pool.create()
        >>> pool.is_active()
        True

        Rests on: ``virStoragePoolCreate``. Perl: ``create``.
        """
        self._handle.create(flag_bits(flags))

    def undefine(self) -> None:
        """Forget the configuration of a pool that isn't running; its data stays.

        >>> pool.destroy()
        >>> pool.undefine()
        >>> conn.num_of_defined_storage_pools()
        0

        Rests on: ``virStoragePoolUndefine``. Perl: ``undefine``.
        """
        self._handle.undefine()

    def destroy(self) -> None:
        """Stop the pool; its data stays, and so does this object.

        >>> pool.destroy()
        >>> pool.is_active()
        False

        Rests on: ``virStoragePoolDestroy``. Perl: ``destroy``.
        """
        self._handle.destroy()

    def refresh(self, flags: Flags = 0) -> None:
        """Look anew at what the pool holds. There are no ``flags`` yet.

        >>> pool.refresh()

        Rests on: ``virStoragePoolRefresh``. Perl: ``refresh``.
        """
        self._handle.refresh(flag_bits(flags))

    def build(self, flags: Flags = 0) -> None:
        """Make what the pool lives in: the directory, the file system, the volume group.

        ``flags`` are ``BUILD_*``: whether something that is there may be overwritten.

        >>> pool.destroy()
        >>> pool.build(Sys.Virt.StoragePool.BUILD_NEW)

        Rests on: ``virStoragePoolBuild``. Perl: ``build``.
        """
        self._handle.build(flag_bits(flags))

    def delete(self, flags: Flags = 0) -> None:
        """Delete what the pool lives in; it can't be brought back.

        ``flags`` are ``DELETE_*``: whether to overwrite the data. The configuration stays.

        >>> pool.destroy()
        >>> pool.delete()

        Rests on: ``virStoragePoolDelete``. Perl: ``delete``.
        """
        self._handle.delete(flag_bits(flags))

    def get_info(self) -> StoragePoolInfo:
        """State and sizes at once.

        ``state`` is one of ``STATE_*``; ``capacity``, ``allocation`` and ``available`` are
        bytes.

        >>> info = pool.get_info()
        >>> info["state"] == Sys.Virt.StoragePool.STATE_RUNNING, info["capacity"]
        (True, 107374182400)

        Rests on: ``virStoragePoolGetInfo``. Perl: ``get_info``.
        """
        handle = self._handle
        info = libvirtmod.virStoragePoolGetInfo(handle._o)
        if info is None:
            raise failed("virStoragePoolGetInfo() failed")
        state, capacity, allocation, available = info
        return {
            "state": state,
            "capacity": capacity,
            "allocation": allocation,
            "available": available,
        }

    def num_of_storage_volumes(self) -> int:
        """How many volumes the pool has.

        >>> vol.get_name(), pool.num_of_storage_volumes()
        ('example.img', 1)

        Rests on: ``virStoragePoolNumOfVolumes``. Perl: ``num_of_storage_volumes``.
        """
        return self._handle.numOfVolumes()

    def list_storage_vol_names(self, maxnames: int) -> list[str]:
        """The names of the volumes, at most ``maxnames`` of them.

        >>> vol.get_name(), pool.list_storage_vol_names(10)
        ('example.img', ['example.img'])

        Rests on: ``virStoragePoolListVolumes``. Perl: ``list_storage_vol_names``.
        """
        most = count(maxnames, "maxnames")
        try:
            names = self._handle.listVolumes()
        except UnicodeDecodeError:
            # libvirt-python gives all up for one that isn't UTF-8.
            names = [vol.get_name() for vol in self.list_volumes()]
        return names[:most]

    def list_volumes(self) -> list[StorageVol]:
        """The volumes of the pool.

        >>> vol in pool.list_volumes()
        True

        Rests on: ``virStoragePoolListAllVolumes``. Perl: ``list_volumes``.
        """
        return StorageVol._wrap(self._conn, self._handle.listAllVolumes())

    def list_all_volumes(self, flags: Flags = 0) -> list[StorageVol]:
        """The volumes of the pool. There are no ``flags`` yet.

        >>> vol.get_name(), pool.list_all_volumes()
        ('example.img', [<sysvirt.StorageVol 'example.img'>])

        Rests on: ``virStoragePoolListAllVolumes``. Perl: ``list_all_volumes``.
        """
        return StorageVol._wrap(self._conn, self._handle.listAllVolumes(flag_bits(flags)))

    def get_volume_by_name(self, name: str) -> StorageVol:
        """The volume of a name; ``Error`` with ``ERR_NO_STORAGE_VOL`` when there is none.

        >>> pool.get_volume_by_name(vol.get_name())
        <sysvirt.StorageVol 'example.img'>

        Rests on: ``virStorageVolLookupByName``. Perl: ``get_volume_by_name``.
        """
        return StorageVol(self._conn, self._handle.storageVolLookupByName(text(name, "name")))

    def create_volume(
        self, xml: str, clonevol: StorageVol | Flags = None, flags: Flags = 0
    ) -> StorageVol:
        """Make a volume after an XML description, with the data of ``clonevol`` if one is given.

        ``flags`` are ``StorageVol.CREATE_*``; they may stand in the place of ``clonevol`` too.
        Perl takes neither, though its manual speaks of ``clonevol``.

        >>> xml = "<volume><name>new.img</name><capacity>4096</capacity></volume>"
        >>> pool.create_volume(xml)
        <sysvirt.StorageVol 'new.img'>

        Rests on: ``virStorageVolCreateXML``, ``virStorageVolCreateXMLFrom``.
        Perl: ``create_volume``.
        """
        if isinstance(clonevol, StorageVol):
            return self.clone_volume(xml, clonevol, flags)
        bits = flag_bits(clonevol, "clonevol") | flag_bits(flags)
        return StorageVol(self._conn, self._handle.createXML(text(xml, "xml"), bits))

    def clone_volume(self, xml: str, clonevol: StorageVol | None, flags: Flags = 0) -> StorageVol:
        """Make a volume after an XML description, with the data of another one.

        ``clonevol`` may be of another pool; ``None`` is refused by libvirt. ``flags`` are
        ``StorageVol.CREATE_*``; Perl can't pass them.

        >>> xml = "<volume><name>copy.img</name><capacity>1048576</capacity></volume>"
        >>> pool.clone_volume(xml, vol)
        <sysvirt.StorageVol 'copy.img'>

        Rests on: ``virStorageVolCreateXMLFrom``. Perl: ``clone_volume``.
        """
        source = arguments.optional_handle(clonevol, StorageVol, "clonevol")
        made = self._handle.createXMLFrom(text(xml, "xml"), source, flag_bits(flags))
        return StorageVol(self._conn, made)

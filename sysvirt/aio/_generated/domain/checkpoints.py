# Made by `python -m reference.generate` from sysvirt/domain/checkpoints.py: change that, not this.
"""The awaited twins of :mod:`sysvirt.domain.checkpoints`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt.aio._generated.domain_checkpoint import DomainCheckpoint
from sysvirt.aio._twin import Twin

if TYPE_CHECKING:
    from sysvirt._core.arguments import Flags
    from sysvirt.domain import checkpoints as sync


class Checkpoints(Twin):
    """The checkpoint and backup part of ``Sys::Virt::Domain``."""

    __slots__ = ()
    _sync: sync.Checkpoints

    async def list_all_checkpoints(self, flags: Flags = 0) -> list[DomainCheckpoint]:
        """All checkpoints, or those that ``flags``, some of ``DomainCheckpoint.LIST_*``, choose.

        >>> await dom.list_all_checkpoints()
        []

        Rests on: ``virDomainListAllCheckpoints``. Perl: ``list_all_checkpoints``.
        """
        found = await self._call(self._sync.list_all_checkpoints, flags)
        return [DomainCheckpoint(self._conn, each) for each in found]

    async def get_checkpoint_by_name(self, name: str, flags: Flags = 0) -> DomainCheckpoint:
        """The checkpoint of a name; ``Error`` with ``ERR_NO_DOMAIN_CHECKPOINT`` without one.

        There are no ``flags`` yet.

        >>> chk = await dom.create_checkpoint("<domaincheckpoint><name>one</name></domaincheckpoint>")
        >>> await dom.get_checkpoint_by_name("one")
        <sysvirt.aio.DomainCheckpoint 'one'>

        Rests on: ``virDomainCheckpointLookupByName``. Perl: ``get_checkpoint_by_name``.
        """
        return DomainCheckpoint(
            self._conn, await self._call(self._sync.get_checkpoint_by_name, name, flags)
        )

    async def create_checkpoint(self, xml: str, flags: Flags = 0) -> DomainCheckpoint:
        """Note what the disks hold now, so that a later backup can take the changes only.

        ``flags`` are ``DomainCheckpoint.CREATE_*``.

        >>> await dom.create_checkpoint("<domaincheckpoint><name>one</name></domaincheckpoint>")
        <sysvirt.aio.DomainCheckpoint 'one'>

        Rests on: ``virDomainCheckpointCreateXML``. Perl: ``create_checkpoint``.
        """
        return DomainCheckpoint(
            self._conn, await self._call(self._sync.create_checkpoint, xml, flags)
        )

    async def backup_begin(
        self, backupxml: str | None, checkpointxml: str | None = None, flags: Flags = 0
    ) -> None:
        """Begin a backup of the disks as they are now; it goes on when the method returns.

        ``backupxml`` says which disks and where to, ``checkpointxml``, if given, makes a
        checkpoint of the same moment. ``flags`` are ``BACKUP_BEGIN_*``.

        >>> file = "/var/lib/libvirt/images/backup.qcow2"
        >>> disk = f"<disk name='vda' type='file'><target file='{file}'/></disk>"
        >>> xml = f"<domainbackup><disks>{disk}</disks></domainbackup>"
        >>> await dom.backup_begin(xml)  # doctest: +SKIP

        Rests on: ``virDomainBackupBegin``. Perl: ``backup_begin``.
        """
        await self._call(self._sync.backup_begin, backupxml, checkpointxml, flags)

    async def backup_get_xml_description(self, flags: Flags = 0) -> str:
        """The backup that is under way, as XML. There are no ``flags`` yet.

        >>> xml = await dom.backup_get_xml_description()  # doctest: +SKIP
        >>> xml.partition(">")[0]  # doctest: +SKIP
        "<domainbackup mode='pull'"

        Rests on: ``virDomainBackupGetXMLDesc``. Perl: ``backup_get_xml_description``.
        """
        return await self._call(self._sync.backup_get_xml_description, flags)

"""The checkpoints of a domain, and the backups that begin at them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt._core.arguments import flag_bits, optional_text, text
from sysvirt.domain.part import DomainPart
from sysvirt.domain_checkpoint import DomainCheckpoint

if TYPE_CHECKING:
    from sysvirt._core.arguments import Flags


class Checkpoints(DomainPart):
    """The checkpoint and backup part of ``Sys::Virt::Domain``."""

    __slots__ = ()

    def list_all_checkpoints(self, flags: Flags = 0) -> list[DomainCheckpoint]:
        """All checkpoints, or those that ``flags``, some of ``DomainCheckpoint.LIST_*``, choose.

        >>> dom.list_all_checkpoints()
        []

        Rests on: ``virDomainListAllCheckpoints``. Perl: ``list_all_checkpoints``.
        """
        return DomainCheckpoint._wrap(self._conn, self._handle.listAllCheckpoints(flag_bits(flags)))

    def get_checkpoint_by_name(self, name: str, flags: Flags = 0) -> DomainCheckpoint:
        """The checkpoint of a name; ``Error`` with ``ERR_NO_DOMAIN_CHECKPOINT`` without one.

        There are no ``flags`` yet.

        >>> chk = dom.create_checkpoint("<domaincheckpoint><name>one</name></domaincheckpoint>")
        >>> dom.get_checkpoint_by_name("one")
        <sysvirt.DomainCheckpoint 'one'>

        Rests on: ``virDomainCheckpointLookupByName``. Perl: ``get_checkpoint_by_name``.
        """
        found = self._handle.checkpointLookupByName(text(name, "name"), flag_bits(flags))
        return DomainCheckpoint(self._conn, found)

    def create_checkpoint(self, xml: str, flags: Flags = 0) -> DomainCheckpoint:
        """Note what the disks hold now, so that a later backup can take the changes only.

        ``flags`` are ``DomainCheckpoint.CREATE_*``.

        >>> dom.create_checkpoint("<domaincheckpoint><name>one</name></domaincheckpoint>")
        <sysvirt.DomainCheckpoint 'one'>

        Rests on: ``virDomainCheckpointCreateXML``. Perl: ``create_checkpoint``.
        """
        made = self._handle.checkpointCreateXML(text(xml, "xml"), flag_bits(flags))
        return DomainCheckpoint(self._conn, made)

    def backup_begin(
        self, backupxml: str | None, checkpointxml: str | None = None, flags: Flags = 0
    ) -> None:
        """Begin a backup of the disks as they are now; it goes on when the method returns.

        ``backupxml`` says which disks and where to, ``checkpointxml``, if given, makes a
        checkpoint of the same moment. ``flags`` are ``BACKUP_BEGIN_*``.

        >>> file = "/var/lib/libvirt/images/backup.qcow2"
        >>> disk = f"<disk name='vda' type='file'><target file='{file}'/></disk>"
        >>> xml = f"<domainbackup><disks>{disk}</disks></domainbackup>"
        >>> dom.backup_begin(xml)  # doctest: +SKIP

        Rests on: ``virDomainBackupBegin``. Perl: ``backup_begin``.
        """
        self._handle.backupBegin(
            optional_text(backupxml, "backupxml"),
            optional_text(checkpointxml, "checkpointxml"),
            flag_bits(flags),
        )

    def backup_get_xml_description(self, flags: Flags = 0) -> str:
        """The backup that is under way, as XML. There are no ``flags`` yet.

        >>> xml = dom.backup_get_xml_description()  # doctest: +SKIP
        >>> xml.partition(">")[0]  # doctest: +SKIP
        "<domainbackup mode='pull'"

        Rests on: ``virDomainBackupGetXMLDesc``. Perl: ``backup_get_xml_description``.
        """
        return self._handle.backupGetXMLDesc(flag_bits(flags))

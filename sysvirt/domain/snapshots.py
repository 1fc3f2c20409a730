"""The snapshots of a domain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt._core.arguments import count, flag_bits, text
from sysvirt.domain.part import DomainPart
from sysvirt.domain_snapshot import DomainSnapshot

if TYPE_CHECKING:
    from sysvirt._core.arguments import Flags


class Snapshots(DomainPart):
    """The snapshot part of ``Sys::Virt::Domain``; ``flags`` choose by ``DomainSnapshot.LIST_*``."""

    __slots__ = ()

    def num_of_snapshots(self, flags: Flags = 0) -> int:
        """How many snapshots there are.

        >>> dom.num_of_snapshots()
        0

        Rests on: ``virDomainSnapshotNum``. Perl: ``num_of_snapshots``.
        """
        return self._handle.snapshotNum(flag_bits(flags))

    def list_snapshot_names(self, maxnames: int | None = None, flags: Flags = 0) -> list[str]:
        """The names of the snapshots, at most ``maxnames`` of them.

        Perl wants ``maxnames``, which its manual doesn't have; without it these are all.

        >>> snap = dom.create_snapshot("<domainsnapshot><name>clean</name></domainsnapshot>")
        >>> dom.list_snapshot_names(10)
        ['clean']

        Rests on: ``virDomainSnapshotListNames``. Perl: ``list_snapshot_names``.
        """
        most = None if maxnames is None else count(maxnames, "maxnames")
        return self._handle.snapshotListNames(flag_bits(flags))[:most]

    def list_snapshots(self) -> list[DomainSnapshot]:
        """The snapshots.

        >>> snap = dom.create_snapshot("<domainsnapshot><name>clean</name></domainsnapshot>")
        >>> dom.list_snapshots()
        [<sysvirt.DomainSnapshot 'clean'>]

        Rests on: ``virDomainListAllSnapshots``. Perl: ``list_snapshots``.
        """
        return self.list_all_snapshots()

    def list_all_snapshots(self, flags: Flags = 0) -> list[DomainSnapshot]:
        """All snapshots, or those that ``flags`` choose.

        >>> snap = dom.create_snapshot("<domainsnapshot><name>clean</name></domainsnapshot>")
        >>> dom.list_all_snapshots(Sys.Virt.DomainSnapshot.LIST_NO_LEAVES)
        []

        Rests on: ``virDomainListAllSnapshots``. Perl: ``list_all_snapshots``.
        """
        return DomainSnapshot._wrap(self._conn, self._handle.listAllSnapshots(flag_bits(flags)))

    def get_snapshot_by_name(self, name: str, flags: Flags = 0) -> DomainSnapshot:
        """The snapshot of a name; ``Error`` with ``ERR_NO_DOMAIN_SNAPSHOT`` when there is none.

        There are no ``flags`` yet.

        >>> snapshot = dom.create_snapshot("<domainsnapshot><name>clean</name></domainsnapshot>")
        >>> dom.get_snapshot_by_name("clean") == snapshot
        True

        Rests on: ``virDomainSnapshotLookupByName``. Perl: ``get_snapshot_by_name``.
        """
        found = self._handle.snapshotLookupByName(text(name, "name"), flag_bits(flags))
        return DomainSnapshot(self._conn, found)

    def lookup_snapshot_by_name(self, name: str, flags: Flags = 0) -> DomainSnapshot:
        """Another word for :meth:`get_snapshot_by_name`.

        Perl's manual sends the names of ``list_snapshot_names`` there, and Perl hasn't got it.

        >>> snap = dom.create_snapshot("<domainsnapshot><name>clean</name></domainsnapshot>")
        >>> dom.lookup_snapshot_by_name("clean") == snap
        True

        Rests on: ``virDomainSnapshotLookupByName``. Perl: only in its manual.
        """
        return self.get_snapshot_by_name(name, flags)

    def has_current_snapshot(self, flags: Flags = 0) -> bool:
        """Whether one of the snapshots is what the domain came from. There are no ``flags`` yet.

        >>> dom.has_current_snapshot()
        False

        Rests on: ``virDomainHasCurrentSnapshot``. Perl: ``has_current_snapshot``.
        """
        return self._handle.hasCurrentSnapshot(flag_bits(flags)) == 1

    def current_snapshot(self, flags: Flags = 0) -> DomainSnapshot:
        """The snapshot that the domain came from. There are no ``flags`` yet.

        ``Error`` with ``ERR_NO_DOMAIN_SNAPSHOT`` when there is none.

        >>> snap = dom.create_snapshot("<domainsnapshot><name>clean</name></domainsnapshot>")
        >>> dom.current_snapshot() == snap
        True

        Rests on: ``virDomainSnapshotCurrent``. Perl: ``current_snapshot``.
        """
        return DomainSnapshot(self._conn, self._handle.snapshotCurrent(flag_bits(flags)))

    def create_snapshot(self, xml: str, flags: Flags = 0) -> DomainSnapshot:
        """Take a snapshot as ``xml`` describes it; ``flags`` are ``DomainSnapshot.CREATE_*``.

        >>> dom.create_snapshot("<domainsnapshot><name>clean</name></domainsnapshot>")
        <sysvirt.DomainSnapshot 'clean'>

        Rests on: ``virDomainSnapshotCreateXML``. Perl: ``create_snapshot``.
        """
        snapshot = self._handle.snapshotCreateXML(text(xml, "xml"), flag_bits(flags))
        return DomainSnapshot(self._conn, snapshot)

# Made by `python -m reference.generate` from sysvirt/domain/snapshots.py: change that, not this.
"""The awaited twins of :mod:`sysvirt.domain.snapshots`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt.aio._generated.domain_snapshot import DomainSnapshot
from sysvirt.aio._twin import Twin

if TYPE_CHECKING:
    from sysvirt._core.arguments import Flags
    from sysvirt.domain import snapshots as sync


class Snapshots(Twin):
    """The snapshot part of ``Sys::Virt::Domain``; ``flags`` choose by ``DomainSnapshot.LIST_*``."""

    __slots__ = ()
    _sync: sync.Snapshots

    async def num_of_snapshots(self, flags: Flags = 0) -> int:
        """How many snapshots there are.

        >>> await dom.num_of_snapshots()
        0

        Rests on: ``virDomainSnapshotNum``. Perl: ``num_of_snapshots``.
        """
        return await self._call(self._sync.num_of_snapshots, flags)

    async def list_snapshot_names(self, maxnames: int | None = None, flags: Flags = 0) -> list[str]:
        """The names of the snapshots, at most ``maxnames`` of them.

        Perl wants ``maxnames``, which its manual doesn't have; without it these are all.

        >>> snap = await dom.create_snapshot("<domainsnapshot><name>clean</name></domainsnapshot>")
        >>> await dom.list_snapshot_names(10)
        ['clean']

        Rests on: ``virDomainSnapshotListNames``. Perl: ``list_snapshot_names``.
        """
        return await self._call(self._sync.list_snapshot_names, maxnames, flags)

    async def list_snapshots(self) -> list[DomainSnapshot]:
        """The snapshots.

        >>> snap = await dom.create_snapshot("<domainsnapshot><name>clean</name></domainsnapshot>")
        >>> await dom.list_snapshots()
        [<sysvirt.aio.DomainSnapshot 'clean'>]

        Rests on: ``virDomainListAllSnapshots``. Perl: ``list_snapshots``.
        """
        found = await self._call(self._sync.list_snapshots)
        return [DomainSnapshot(self._conn, each) for each in found]

    async def list_all_snapshots(self, flags: Flags = 0) -> list[DomainSnapshot]:
        """All snapshots, or those that ``flags`` choose.

        >>> snap = await dom.create_snapshot("<domainsnapshot><name>clean</name></domainsnapshot>")
        >>> await dom.list_all_snapshots(Sys.Virt.DomainSnapshot.LIST_NO_LEAVES)
        []

        Rests on: ``virDomainListAllSnapshots``. Perl: ``list_all_snapshots``.
        """
        found = await self._call(self._sync.list_all_snapshots, flags)
        return [DomainSnapshot(self._conn, each) for each in found]

    async def get_snapshot_by_name(self, name: str, flags: Flags = 0) -> DomainSnapshot:
        """The snapshot of a name; ``Error`` with ``ERR_NO_DOMAIN_SNAPSHOT`` when there is none.

        There are no ``flags`` yet.

        >>> snapshot = await dom.create_snapshot("<domainsnapshot><name>clean</name></domainsnapshot>")
        >>> await dom.get_snapshot_by_name("clean") == snapshot
        True

        Rests on: ``virDomainSnapshotLookupByName``. Perl: ``get_snapshot_by_name``.
        """
        return DomainSnapshot(
            self._conn, await self._call(self._sync.get_snapshot_by_name, name, flags)
        )

    async def lookup_snapshot_by_name(self, name: str, flags: Flags = 0) -> DomainSnapshot:
        """Another word for :meth:`get_snapshot_by_name`.

        Perl's manual sends the names of ``list_snapshot_names`` there, and Perl hasn't got it.

        >>> snap = await dom.create_snapshot("<domainsnapshot><name>clean</name></domainsnapshot>")
        >>> await dom.lookup_snapshot_by_name("clean") == snap
        True

        Rests on: ``virDomainSnapshotLookupByName``. Perl: only in its manual.
        """
        return DomainSnapshot(
            self._conn, await self._call(self._sync.lookup_snapshot_by_name, name, flags)
        )

    async def has_current_snapshot(self, flags: Flags = 0) -> bool:
        """Whether one of the snapshots is what the domain came from. There are no ``flags`` yet.

        >>> await dom.has_current_snapshot()
        False

        Rests on: ``virDomainHasCurrentSnapshot``. Perl: ``has_current_snapshot``.
        """
        return await self._call(self._sync.has_current_snapshot, flags)

    async def current_snapshot(self, flags: Flags = 0) -> DomainSnapshot:
        """The snapshot that the domain came from. There are no ``flags`` yet.

        ``Error`` with ``ERR_NO_DOMAIN_SNAPSHOT`` when there is none.

        >>> snap = await dom.create_snapshot("<domainsnapshot><name>clean</name></domainsnapshot>")
        >>> await dom.current_snapshot() == snap
        True

        Rests on: ``virDomainSnapshotCurrent``. Perl: ``current_snapshot``.
        """
        return DomainSnapshot(self._conn, await self._call(self._sync.current_snapshot, flags))

    async def create_snapshot(self, xml: str, flags: Flags = 0) -> DomainSnapshot:
        """Take a snapshot as ``xml`` describes it; ``flags`` are ``DomainSnapshot.CREATE_*``.

        >>> await dom.create_snapshot("<domainsnapshot><name>clean</name></domainsnapshot>")
        <sysvirt.aio.DomainSnapshot 'clean'>

        Rests on: ``virDomainSnapshotCreateXML``. Perl: ``create_snapshot``.
        """
        return DomainSnapshot(self._conn, await self._call(self._sync.create_snapshot, xml, flags))

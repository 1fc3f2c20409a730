# Made by `python -m reference.generate` from sysvirt/domain_snapshot.py: change that, not this.
"""The awaited twins of :mod:`sysvirt.domain_snapshot`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from sysvirt.aio._twin import Twin
from sysvirt.constants import DomainSnapshotConstants

if TYPE_CHECKING:
    from sysvirt import domain_snapshot as sync
    from sysvirt._core.arguments import Flags


class DomainSnapshot(Twin, DomainSnapshotConstants):
    """A snapshot of a domain.

    >>> snap = await dom.create_snapshot("<domainsnapshot><name>clean</name></domainsnapshot>")
    >>> snap
    <sysvirt.aio.DomainSnapshot 'clean'>
    >>> await snap.revert_to()

    Perl: ``Sys::Virt::DomainSnapshot``.
    """

    __slots__ = ()
    _sync: sync.DomainSnapshot

    def get_name(self) -> str:
        """The name, unique among the snapshots of one domain.

        >>> (await dom.create_snapshot("<domainsnapshot><name>clean</name></domainsnapshot>")).get_name()
        'clean'

        Rests on: ``virDomainSnapshotGetName``. Perl: ``get_name``.
        """
        return self._sync.get_name()

    async def get_xml_description(self, flags: Flags = 0) -> str:
        """The XML document that describes it; ``flags`` are ``XML_*``.

        >>> snap = await dom.create_snapshot("<domainsnapshot/>")
        >>> "<state>running</state>" in await snap.get_xml_description()
        True

        Rests on: ``virDomainSnapshotGetXMLDesc``. Perl: ``get_xml_description``.
        """
        return await self._call(self._sync.get_xml_description, flags)

    async def delete(self, flags: Flags = 0) -> None:
        """Delete the snapshot; ``flags`` are ``DELETE_*``.

        >>> await (await dom.create_snapshot("<domainsnapshot/>")).delete()
        >>> await dom.num_of_snapshots()
        0

        Rests on: ``virDomainSnapshotDelete``. Perl: ``delete``.
        """
        await self._call(self._sync.delete, flags)

    async def revert_to(self, flags: Flags = 0) -> None:
        """Take the domain back to this snapshot; ``flags`` are ``REVERT_*``.

        >>> snap = await dom.create_snapshot("<domainsnapshot/>")
        >>> await snap.revert_to(Sys.Virt.DomainSnapshot.REVERT_PAUSED)
        >>> (await dom.get_info())["state"] == Sys.Virt.Domain.STATE_PAUSED
        True

        Rests on: ``virDomainRevertToSnapshot``. Perl: ``revert_to``.
        """
        await self._call(self._sync.revert_to, flags)

    async def get_parent(self, flags: Flags = 0) -> Self:
        """The snapshot that the domain had come from when this was taken.

        ``Error`` with ``ERR_NO_DOMAIN_SNAPSHOT`` when there is none. There are no ``flags`` yet.

        >>> first = await dom.create_snapshot("<domainsnapshot><name>first</name></domainsnapshot>")
        >>> await (await dom.create_snapshot("<domainsnapshot/>")).get_parent()
        <sysvirt.aio.DomainSnapshot 'first'>

        Rests on: ``virDomainSnapshotGetParent``. Perl: ``get_parent``.
        """
        return type(self)(self._conn, await self._call(self._sync.get_parent, flags))

    async def is_current(self, flags: Flags = 0) -> bool:
        """Whether it is what the domain came from. There are no ``flags`` yet.

        >>> await (await dom.create_snapshot("<domainsnapshot/>")).is_current()
        True

        Rests on: ``virDomainSnapshotIsCurrent``. Perl: ``is_current``.
        """
        return await self._call(self._sync.is_current, flags)

    async def has_metadata(self, flags: Flags = 0) -> bool:
        """Whether libvirt keeps data of its own about it, which keep a domain from being undefined.

        There are no ``flags`` yet.

        >>> await (await dom.create_snapshot("<domainsnapshot/>")).has_metadata()
        True

        Rests on: ``virDomainSnapshotHasMetadata``. Perl: ``has_metadata``.
        """
        return await self._call(self._sync.has_metadata, flags)

    async def num_of_child_snapshots(self, flags: Flags = 0) -> int:
        """How many snapshots were taken after this one; ``flags`` are ``LIST_*``.

        Without ``LIST_DESCENDANTS`` only those directly after it count.

        >>> await (await dom.create_snapshot("<domainsnapshot/>")).num_of_child_snapshots()
        0

        Rests on: ``virDomainSnapshotNumChildren``. Perl: ``num_of_child_snapshots``.
        """
        return await self._call(self._sync.num_of_child_snapshots, flags)

    async def list_child_snapshot_names(
        self, maxnames: int | None = None, flags: Flags = 0
    ) -> list[str]:
        """The names of the snapshots after this one, at most ``maxnames``; ``flags`` ``LIST_*``.

        Perl wants ``maxnames``, which its manual doesn't have; without it these are all.

        >>> snap = await dom.create_snapshot("<domainsnapshot/>")
        >>> _ = await dom.create_snapshot("<domainsnapshot><name>next</name></domainsnapshot>")
        >>> await snap.list_child_snapshot_names(10)
        ['next']

        Rests on: ``virDomainSnapshotListChildrenNames``. Perl: ``list_child_snapshot_names``.
        """
        return await self._call(self._sync.list_child_snapshot_names, maxnames, flags)

    async def list_child_snapshots(self) -> list[Self]:
        """The snapshots directly after this one. In Perl the list is always empty.

        >>> snap = await dom.create_snapshot("<domainsnapshot/>")
        >>> _ = await dom.create_snapshot("<domainsnapshot><name>next</name></domainsnapshot>")
        >>> await snap.list_child_snapshots()
        [<sysvirt.aio.DomainSnapshot 'next'>]

        Rests on: ``virDomainSnapshotListAllChildren``. Perl: ``list_child_snapshots``.
        """
        found = await self._call(self._sync.list_child_snapshots)
        return [type(self)(self._conn, each) for each in found]

    async def list_all_children(self, flags: Flags = 0) -> list[Self]:
        """The snapshots after this one, those directly after it or as ``flags``, ``LIST_*``, say.

        >>> snap = await dom.create_snapshot("<domainsnapshot/>")
        >>> _ = await dom.create_snapshot("<domainsnapshot><name>next</name></domainsnapshot>")
        >>> await snap.list_all_children(Sys.Virt.DomainSnapshot.LIST_DESCENDANTS)
        [<sysvirt.aio.DomainSnapshot 'next'>]

        Rests on: ``virDomainSnapshotListAllChildren``. Perl: ``list_all_children``.
        """
        found = await self._call(self._sync.list_all_children, flags)
        return [type(self)(self._conn, each) for each in found]

"""``Sys.Virt.DomainSnapshot``: a state of a domain that it can be taken back to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from sysvirt._core.arguments import count, flag_bits
from sysvirt._core.binding import virDomainSnapshot
from sysvirt._core.objects import Resource
from sysvirt.constants import DomainSnapshotConstants

if TYPE_CHECKING:
    from sysvirt._core.arguments import Flags


class DomainSnapshot(Resource, DomainSnapshotConstants):
    """A snapshot of a domain.

    >>> snap = dom.create_snapshot("<domainsnapshot><name>clean</name></domainsnapshot>")
    >>> snap
    <sysvirt.DomainSnapshot 'clean'>
    >>> snap.revert_to()

    Perl: ``Sys::Virt::DomainSnapshot``.
    """

    __slots__ = ()

    _KIND = virDomainSnapshot

    _handle: virDomainSnapshot

    def _key(self) -> object:
        # The name first: it is what a closed one raises at.
        return self.get_name(), self._handle.getDomain().UUIDString()

    def _label(self) -> object:
        return self.get_name()

    def get_name(self) -> str:
        """The name, unique among the snapshots of one domain.

        >>> dom.create_snapshot("<domainsnapshot><name>clean</name></domainsnapshot>").get_name()
        'clean'

        Rests on: ``virDomainSnapshotGetName``. Perl: ``get_name``.
        """
        return self._handle.getName()

    def get_xml_description(self, flags: Flags = 0) -> str:
        """The XML document that describes it; ``flags`` are ``XML_*``.

        >>> snap = dom.create_snapshot("<domainsnapshot/>")
        >>> "<state>running</state>" in snap.get_xml_description()
        True

        Rests on: ``virDomainSnapshotGetXMLDesc``. Perl: ``get_xml_description``.
        """
        return self._handle.getXMLDesc(flag_bits(flags))

    def delete(self, flags: Flags = 0) -> None:
        """Delete the snapshot; ``flags`` are ``DELETE_*``.

        >>> dom.create_snapshot("<domainsnapshot/>").delete()
        >>> dom.num_of_snapshots()
        0

        Rests on: ``virDomainSnapshotDelete``. Perl: ``delete``.
        """
        self._handle.delete(flag_bits(flags))

    def revert_to(self, flags: Flags = 0) -> None:
        """Take the domain back to this snapshot; ``flags`` are ``REVERT_*``.

        >>> snap = dom.create_snapshot("<domainsnapshot/>")
        >>> snap.revert_to(Sys.Virt.DomainSnapshot.REVERT_PAUSED)
        >>> dom.get_info()["state"] == Sys.Virt.Domain.STATE_PAUSED
        True

        Rests on: ``virDomainRevertToSnapshot``. Perl: ``revert_to``.
        """
        bits = flag_bits(flags)
        # A closed snapshot has no domain any more; asked for its name, it raises.
        self.get_name()
        self._handle.getDomain().revertToSnapshot(self._handle, bits)

    def get_parent(self, flags: Flags = 0) -> Self:
        """The snapshot that the domain had come from when this was taken.

        ``Error`` with ``ERR_NO_DOMAIN_SNAPSHOT`` when there is none. There are no ``flags`` yet.

        >>> first = dom.create_snapshot("<domainsnapshot><name>first</name></domainsnapshot>")
        >>> dom.create_snapshot("<domainsnapshot/>").get_parent()
        <sysvirt.DomainSnapshot 'first'>

        Rests on: ``virDomainSnapshotGetParent``. Perl: ``get_parent``.
        """
        return type(self)(self._conn, self._handle.getParent(flag_bits(flags)))

    def is_current(self, flags: Flags = 0) -> bool:
        """Whether it is what the domain came from. There are no ``flags`` yet.

        >>> dom.create_snapshot("<domainsnapshot/>").is_current()
        True

        Rests on: ``virDomainSnapshotIsCurrent``. Perl: ``is_current``.
        """
        return self._handle.isCurrent(flag_bits(flags)) == 1

    def has_metadata(self, flags: Flags = 0) -> bool:
        """Whether libvirt keeps data of its own about it, which keep a domain from being undefined.

        There are no ``flags`` yet.

        >>> dom.create_snapshot("<domainsnapshot/>").has_metadata()
        True

        Rests on: ``virDomainSnapshotHasMetadata``. Perl: ``has_metadata``.
        """
        return self._handle.hasMetadata(flag_bits(flags)) == 1

    def num_of_child_snapshots(self, flags: Flags = 0) -> int:
        """How many snapshots were taken after this one; ``flags`` are ``LIST_*``.

        Without ``LIST_DESCENDANTS`` only those directly after it count.

        >>> dom.create_snapshot("<domainsnapshot/>").num_of_child_snapshots()
        0

        Rests on: ``virDomainSnapshotNumChildren``. Perl: ``num_of_child_snapshots``.
        """
        return self._handle.numChildren(flag_bits(flags))

    def list_child_snapshot_names(self, maxnames: int | None = None, flags: Flags = 0) -> list[str]:
        """The names of the snapshots after this one, at most ``maxnames``; ``flags`` ``LIST_*``.

        Perl wants ``maxnames``, which its manual doesn't have; without it these are all.

        >>> snap = dom.create_snapshot("<domainsnapshot/>")
        >>> _ = dom.create_snapshot("<domainsnapshot><name>next</name></domainsnapshot>")
        >>> snap.list_child_snapshot_names(10)
        ['next']

        Rests on: ``virDomainSnapshotListChildrenNames``. Perl: ``list_child_snapshot_names``.
        """
        most = None if maxnames is None else count(maxnames, "maxnames")
        return self._handle.listChildrenNames(flag_bits(flags))[:most]

    def list_child_snapshots(self) -> list[Self]:
        """The snapshots directly after this one. In Perl the list is always empty.

        >>> snap = dom.create_snapshot("<domainsnapshot/>")
        >>> _ = dom.create_snapshot("<domainsnapshot><name>next</name></domainsnapshot>")
        >>> snap.list_child_snapshots()
        [<sysvirt.DomainSnapshot 'next'>]

        Rests on: ``virDomainSnapshotListAllChildren``. Perl: ``list_child_snapshots``.
        """
        return self.list_all_children()

    def list_all_children(self, flags: Flags = 0) -> list[Self]:
        """The snapshots after this one, those directly after it or as ``flags``, ``LIST_*``, say.

        >>> snap = dom.create_snapshot("<domainsnapshot/>")
        >>> _ = dom.create_snapshot("<domainsnapshot><name>next</name></domainsnapshot>")
        >>> snap.list_all_children(Sys.Virt.DomainSnapshot.LIST_DESCENDANTS)
        [<sysvirt.DomainSnapshot 'next'>]

        Rests on: ``virDomainSnapshotListAllChildren``. Perl: ``list_all_children``.
        """
        return self._wrap(self._conn, self._handle.listAllChildren(flag_bits(flags)))

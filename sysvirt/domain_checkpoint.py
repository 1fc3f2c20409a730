"""``Sys.Virt.DomainCheckpoint``: a moment of a domain that incremental backups begin at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from sysvirt._core.arguments import flag_bits
from sysvirt._core.binding import virDomainCheckpoint
from sysvirt._core.objects import Resource
from sysvirt.constants import DomainCheckpointConstants

if TYPE_CHECKING:
    from sysvirt._core.arguments import Flags


class DomainCheckpoint(Resource, DomainCheckpointConstants):
    """A checkpoint of a domain.

    >>> dom.create_checkpoint("<domaincheckpoint><name>one</name></domaincheckpoint>")
    <sysvirt.DomainCheckpoint 'one'>

    Perl: ``Sys::Virt::DomainCheckpoint``.
    """

    __slots__ = ()

    _KIND = virDomainCheckpoint

    _handle: virDomainCheckpoint

    def _key(self) -> object:
        # The name first: it is what a closed one raises at.
        return self.get_name(), self._handle.getDomain().UUIDString()

    def _label(self) -> object:
        return self.get_name()

    def get_name(self) -> str:
        """The name, unique among the checkpoints of one domain.

        >>> xml = "<domaincheckpoint><name>one</name></domaincheckpoint>"
        >>> dom.create_checkpoint(xml).get_name()
        'one'

        Rests on: ``virDomainCheckpointGetName``. Perl: ``get_name``.
        """
        return self._handle.getName()

    def get_xml_description(self, flags: Flags = 0) -> str:
        """The XML document that describes it; ``flags`` are ``XML_*``.

        >>> chk = dom.create_checkpoint("<domaincheckpoint/>")
        >>> "<disk name='vda'" in chk.get_xml_description(chk.XML_NO_DOMAIN)
        True

        Rests on: ``virDomainCheckpointGetXMLDesc``. Perl: ``get_xml_description``.
        """
        return self._handle.getXMLDesc(flag_bits(flags))

    def delete(self, flags: Flags = 0) -> None:
        """Delete the checkpoint; ``flags`` are ``DELETE_*``.

        >>> dom.create_checkpoint("<domaincheckpoint/>").delete()
        >>> dom.list_all_checkpoints()
        []

        Rests on: ``virDomainCheckpointDelete``. Perl: ``delete``.
        """
        self._handle.delete(flag_bits(flags))

    def get_parent(self, flags: Flags = 0) -> Self:
        """The checkpoint before this one.

        ``Error`` with ``ERR_NO_DOMAIN_CHECKPOINT`` when there is none. There are no ``flags`` yet.

        >>> _ = dom.create_checkpoint("<domaincheckpoint><name>one</name></domaincheckpoint>")
        >>> dom.create_checkpoint("<domaincheckpoint/>").get_parent()
        <sysvirt.DomainCheckpoint 'one'>

        Rests on: ``virDomainCheckpointGetParent``. Perl: ``get_parent``.
        """
        return type(self)(self._conn, self._handle.getParent(flag_bits(flags)))

    def list_all_children(self, flags: Flags = 0) -> list[Self]:
        """The checkpoints after this one, those directly after it or as ``flags``, ``LIST_*``, say.

        >>> first = dom.create_checkpoint("<domaincheckpoint/>")
        >>> second = dom.create_checkpoint("<domaincheckpoint><name>two</name></domaincheckpoint>")
        >>> first.list_all_children()
        [<sysvirt.DomainCheckpoint 'two'>]

        Rests on: ``virDomainCheckpointListAllChildren``. Perl: ``list_all_children``.
        """
        return self._wrap(self._conn, self._handle.listAllChildren(flag_bits(flags)))

# Made by `python -m reference.generate` from sysvirt/domain_checkpoint.py: change that, not this.
"""The awaited twins of :mod:`sysvirt.domain_checkpoint`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from sysvirt.aio._twin import Twin
from sysvirt.constants import DomainCheckpointConstants

if TYPE_CHECKING:
    from sysvirt import domain_checkpoint as sync
    from sysvirt._core.arguments import Flags


class DomainCheckpoint(Twin, DomainCheckpointConstants):
    """A checkpoint of a domain.

    >>> await dom.create_checkpoint("<domaincheckpoint><name>one</name></domaincheckpoint>")
    <sysvirt.aio.DomainCheckpoint 'one'>

    Perl: ``Sys::Virt::DomainCheckpoint``.
    """

    __slots__ = ()
    _sync: sync.DomainCheckpoint

    def get_name(self) -> str:
        """The name, unique among the checkpoints of one domain.

        >>> xml = "<domaincheckpoint><name>one</name></domaincheckpoint>"
        >>> (await dom.create_checkpoint(xml)).get_name()
        'one'

        Rests on: ``virDomainCheckpointGetName``. Perl: ``get_name``.
        """
        return self._sync.get_name()

    async def get_xml_description(self, flags: Flags = 0) -> str:
        """The XML document that describes it; ``flags`` are ``XML_*``.

        >>> chk = await dom.create_checkpoint("<domaincheckpoint/>")
        >>> "<disk name='vda'" in await chk.get_xml_description(chk.XML_NO_DOMAIN)
        True

        Rests on: ``virDomainCheckpointGetXMLDesc``. Perl: ``get_xml_description``.
        """
        return await self._call(self._sync.get_xml_description, flags)

    async def delete(self, flags: Flags = 0) -> None:
        """Delete the checkpoint; ``flags`` are ``DELETE_*``.

        >>> await (await dom.create_checkpoint("<domaincheckpoint/>")).delete()
        >>> await dom.list_all_checkpoints()
        []

        Rests on: ``virDomainCheckpointDelete``. Perl: ``delete``.
        """
        await self._call(self._sync.delete, flags)

    async def get_parent(self, flags: Flags = 0) -> Self:
        """The checkpoint before this one.

        ``Error`` with ``ERR_NO_DOMAIN_CHECKPOINT`` when there is none. There are no ``flags`` yet.

        >>> _ = await dom.create_checkpoint("<domaincheckpoint><name>one</name></domaincheckpoint>")
        >>> await (await dom.create_checkpoint("<domaincheckpoint/>")).get_parent()
        <sysvirt.aio.DomainCheckpoint 'one'>

        Rests on: ``virDomainCheckpointGetParent``. Perl: ``get_parent``.
        """
        return type(self)(self._conn, await self._call(self._sync.get_parent, flags))

    async def list_all_children(self, flags: Flags = 0) -> list[Self]:
        """The checkpoints after this one, those directly after it or as ``flags``, ``LIST_*``, say.

        >>> first = await dom.create_checkpoint("<domaincheckpoint/>")
        >>> second = await dom.create_checkpoint("<domaincheckpoint><name>two</name></domaincheckpoint>")
        >>> await first.list_all_children()
        [<sysvirt.aio.DomainCheckpoint 'two'>]

        Rests on: ``virDomainCheckpointListAllChildren``. Perl: ``list_all_children``.
        """
        found = await self._call(self._sync.list_all_children, flags)
        return [type(self)(self._conn, each) for each in found]

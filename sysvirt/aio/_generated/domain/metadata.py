# Made by `python -m reference.generate` from sysvirt/domain/metadata.py: change that, not this.
"""The awaited twins of :mod:`sysvirt.domain.metadata`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt.aio._twin import Twin

if TYPE_CHECKING:
    from sysvirt._core.arguments import Flags
    from sysvirt.domain import metadata as sync


class Metadata(Twin):
    """Metadata of the configuration, and libvirt's own messages."""

    __slots__ = ()
    _sync: sync.Metadata

    async def get_metadata(self, type: int, uri: str | None = None, flags: Flags = 0) -> str:
        """A note about the domain; ``Error`` with ``ERR_NO_DOMAIN_METADATA`` if there is none.

        ``type`` is ``METADATA_DESCRIPTION``, ``METADATA_TITLE``, or ``METADATA_ELEMENT`` for the
        XML element that a program keeps under the namespace ``uri``. ``flags`` are ``AFFECT_*``.

        >>> await dom.set_metadata(Sys.Virt.Domain.METADATA_TITLE, "The mail server")
        >>> await dom.get_metadata(Sys.Virt.Domain.METADATA_TITLE)
        'The mail server'

        Rests on: ``virDomainGetMetadata``. Perl: ``get_metadata``.
        """
        return await self._call(self._sync.get_metadata, type, uri, flags)

    async def set_metadata(
        self,
        type: int,
        val: str | None = None,
        key: str | None = None,
        uri: str | None = None,
        flags: Flags = 0,
    ) -> None:
        """Note something about the domain; ``None`` for ``val`` removes it.

        ``type`` is ``METADATA_DESCRIPTION``, ``METADATA_TITLE``, or ``METADATA_ELEMENT`` for an
        XML element, which is then kept under the namespace ``uri`` with ``key`` as its prefix.
        ``flags`` are ``AFFECT_*``.

        >>> kind = Sys.Virt.Domain.METADATA_ELEMENT
        >>> await dom.set_metadata(kind, "<owner>fred</owner>", "shop", "http://example.com/shop")
        >>> await dom.get_metadata(kind, "http://example.com/shop")
        '<owner>fred</owner>'

        Rests on: ``virDomainSetMetadata``. Perl: ``set_metadata``.
        """
        await self._call(self._sync.set_metadata, type, val, key, uri, flags)

    async def get_messages(self, flags: Flags = 0) -> list[str]:
        """libvirt's warnings about the domain.

        ``flags`` are ``MESSAGE_*``: of which kinds, 0 is all.

        >>> await dom.get_messages(Sys.Virt.Domain.MESSAGE_TAINTING)
        []

        Rests on: ``virDomainGetMessages``. Perl: ``get_messages``.
        """
        return await self._call(self._sync.get_messages, flags)

"""What is noted about a domain: its title, description, notes of programs, warnings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt import _libvirt
from sysvirt._core.arguments import cint, flag_bits, optional_text
from sysvirt.domain.part import DomainPart

if TYPE_CHECKING:
    from sysvirt._core.arguments import Flags


class Metadata(DomainPart):
    """Metadata of the configuration, and libvirt's own messages."""

    __slots__ = ()

    def get_metadata(self, type: int, uri: str | None = None, flags: Flags = 0) -> str:
        """A note about the domain; ``Error`` with ``ERR_NO_DOMAIN_METADATA`` if there is none.

        ``type`` is ``METADATA_DESCRIPTION``, ``METADATA_TITLE``, or ``METADATA_ELEMENT`` for the
        XML element that a program keeps under the namespace ``uri``. ``flags`` are ``AFFECT_*``.

        >>> dom.set_metadata(Sys.Virt.Domain.METADATA_TITLE, "The mail server")
        >>> dom.get_metadata(Sys.Virt.Domain.METADATA_TITLE)
        'The mail server'

        Rests on: ``virDomainGetMetadata``. Perl: ``get_metadata``.
        """
        return self._handle.metadata(
            cint(type, "type"), optional_text(uri, "uri"), flag_bits(flags)
        )

    def set_metadata(
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
        >>> dom.set_metadata(kind, "<owner>fred</owner>", "shop", "http://example.com/shop")
        >>> dom.get_metadata(kind, "http://example.com/shop")
        '<owner>fred</owner>'

        Rests on: ``virDomainSetMetadata``. Perl: ``set_metadata``.
        """
        self._handle.setMetadata(
            cint(type, "type"),
            optional_text(val, "val"),
            optional_text(key, "key"),
            optional_text(uri, "uri"),
            flag_bits(flags),
        )

    def get_messages(self, flags: Flags = 0) -> list[str]:
        """libvirt's warnings about the domain.

        ``flags`` are ``MESSAGE_*``: of which kinds, 0 is all.

        >>> dom.get_messages(Sys.Virt.Domain.MESSAGE_TAINTING)
        []

        Rests on: ``virDomainGetMessages``. Perl: ``get_messages``.
        """
        bits = flag_bits(flags)
        try:
            return self._handle.messages(bits)
        except UnicodeDecodeError:
            return _libvirt.guest.get_messages(self._handle, bits)

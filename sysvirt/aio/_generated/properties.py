# Made by `python -m reference.generate` from sysvirt/_core/properties.py: change that, not this.
"""The awaited twins of :mod:`sysvirt._core.properties`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt.aio._twin import Twin

if TYPE_CHECKING:
    from sysvirt._core import properties as sync
    from sysvirt._core.arguments import Flags, Truth


class Named(Twin):
    """An object with a name."""

    __slots__ = ()
    _sync: sync.Named

    def get_name(self) -> str:
        """The name, unique among the objects of its kind on one host.

        >>> dom.get_name()
        'test'

        Rests on: ``virDomainGetName`` and its like for each kind. Perl: ``get_name``.
        """
        return self._sync.get_name()


class Identified(Twin):
    """An object with a UUID."""

    __slots__ = ()
    _sync: sync.Identified

    def get_uuid(self) -> bytes:
        """The UUID as 16 bytes.

        >>> len(dom.get_uuid())
        16

        Rests on: ``virDomainGetUUID`` and its like for each kind. Perl: ``get_uuid``.
        """
        return self._sync.get_uuid()

    def get_uuid_string(self) -> str:
        """The UUID as text, 36 characters in lower case.

        >>> dom.get_uuid_string()
        '6695eb01-f6a4-8304-79aa-97f2502e193f'

        Rests on: ``virDomainGetUUIDString`` and its like for each kind. Perl: ``get_uuid_string``.
        """
        return self._sync.get_uuid_string()


class Described(Twin):
    """An object that an XML document describes."""

    __slots__ = ()
    _sync: sync.Described

    async def get_xml_description(self, flags: Flags = 0) -> str:
        """The XML document that describes it; ``flags`` are the kind's ``XML_*``.

        >>> (await dom.get_xml_description()).startswith("<domain ")
        True

        Rests on: ``virDomainGetXMLDesc`` and its like for each kind. Perl: ``get_xml_description``.
        """
        return await self._call(self._sync.get_xml_description, flags)


class Activatable(Twin):
    """An object that is there or running, or is not."""

    __slots__ = ()
    _sync: sync.Activatable

    async def is_active(self) -> bool:
        """Whether it is running.

        >>> await dom.is_active()
        True

        Rests on: ``virDomainIsActive`` and its like for each kind. Perl: ``is_active``.
        """
        return await self._call(self._sync.is_active)


class Persistable(Twin):
    """An object whose configuration may outlast it."""

    __slots__ = ()
    _sync: sync.Persistable

    async def is_persistent(self) -> bool:
        """Whether there is a stored configuration, so that it is still known when stopped.

        >>> await dom.is_persistent()
        True

        Rests on: ``virDomainIsPersistent`` and its like for each kind. Perl: ``is_persistent``.
        """
        return await self._call(self._sync.is_persistent)


class Autostartable(Twin):
    """An object that can be started with its host."""

    __slots__ = ()
    _sync: sync.Autostartable

    async def get_autostart(self) -> bool:
        """Whether it is started when the host starts.

        >>> await dom.get_autostart()
        False

        Rests on: ``virDomainGetAutostart`` and its like for each kind. Perl: ``get_autostart``.
        """
        return await self._call(self._sync.get_autostart)

    async def set_autostart(self, flag: Truth) -> None:
        """Say whether it is to be started when the host starts.

        >>> await dom.set_autostart(True)
        >>> await dom.get_autostart()
        True

        Rests on: ``virDomainSetAutostart`` and its like for each kind. Perl: ``set_autostart``.
        """
        await self._call(self._sync.set_autostart, flag)

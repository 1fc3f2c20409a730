# Made by `python -m reference.generate` from sysvirt/virt/defining.py: change that, not this.
"""The awaited twins of :mod:`sysvirt.virt.defining`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt.aio._twin import Twin
from sysvirt.aio.domain import Domain

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import SupportsIndex

    from sysvirt._core.arguments import Flags
    from sysvirt.domain.saving import FileName
    from sysvirt.shapes.domain import SaveParams
    from sysvirt.virt import defining as sync


class Defining(Twin):
    """Creating, defining and restoring domains."""

    __slots__ = ()
    _sync: sync.Defining

    async def create_domain(self, xml: str, flags: Flags = 0) -> Domain:
        """Start a domain that is gone when it stops.

        ``flags`` are ``Domain.START_*``.

        >>> xml = '''<domain type="test">
        ...   <name>guest</name><memory>1024</memory><os><type>hvm</type></os>
        ... </domain>'''
        >>> guest = await conn.create_domain(xml)
        >>> await guest.is_active(), await guest.is_persistent()
        (True, False)

        Rests on: ``virDomainCreateXML``. Perl: ``create_domain``.
        """
        return Domain(self._conn, await self._call(self._sync.create_domain, xml, flags))

    async def create_domain_with_files(
        self, xml: str, fds: Iterable[int], flags: Flags = 0
    ) -> Domain:
        """Start a container that is gone when it stops, and hand open files to its first process.

        ``fds`` are file descriptor numbers, ``flags`` are ``Domain.START_*``.

        >>> import sys
        >>> xml = '''<domain type="test">
        ...   <name>guest</name><memory>1024</memory><os><type>hvm</type></os>
        ... </domain>'''
        >>> await conn.create_domain_with_files(xml, [sys.__stdout__.fileno()])
        <sysvirt.aio.Domain 'guest'>

        Rests on: ``virDomainCreateXMLWithFiles``. Perl: ``create_domain_with_files``.
        """
        return Domain(
            self._conn, await self._call(self._sync.create_domain_with_files, xml, fds, flags)
        )

    async def define_domain(self, xml: str, flags: Flags = 0) -> Domain:
        """Store the configuration of a domain, without starting it.

        One of that name and UUID is changed. ``flags`` may be ``Domain.DEFINE_VALIDATE``.

        >>> xml = '''<domain type="test">
        ...   <name>guest</name><memory>1024</memory><os><type>hvm</type></os>
        ... </domain>'''
        >>> guest = await conn.define_domain(xml)
        >>> await guest.is_active(), await guest.is_persistent()
        (False, True)

        Rests on: ``virDomainDefineXML``, ``virDomainDefineXMLFlags``. Perl: ``define_domain``.
        """
        return Domain(self._conn, await self._call(self._sync.define_domain, xml, flags))

    async def restore_domain(
        self,
        savefile: FileName | None = None,
        dxml: str | None = None,
        params: SaveParams | SupportsIndex | None = None,
        flags: Flags = 0,
    ) -> None:
        """Let a domain go on from a file that ``Domain.save`` wrote.

        ``dxml`` is an XML description that changes some of it. ``params`` is a dict with keys
        ``Domain.SAVE_PARAM_*``, which can give the file and the XML too; an unknown key is a
        ``ValueError``. ``flags`` are ``Domain.SAVE_*``; a number in the place of ``params``, the
        form of older releases, is the flags. Perl crashes on that form, and writes into
        ``params``.

        >>> import tempfile
        >>> with tempfile.NamedTemporaryFile() as file:
        ...     await dom.save(file.name)
        ...     await conn.restore_domain(file.name)
        >>> await conn.list_domains()
        [<sysvirt.aio.Domain 'test'>]

        Rests on: ``virDomainRestore``, ``virDomainRestoreFlags``, ``virDomainRestoreParams``.
        Perl: ``restore_domain``.
        """
        await self._call(self._sync.restore_domain, savefile, dxml, params, flags)

    async def get_save_image_xml_description(self, file: FileName, flags: Flags = 0) -> str:
        """The XML description in a file that ``Domain.save`` wrote.

        ``flags`` may be ``Domain.SAVE_IMAGE_XML_SECURE``, to have passwords in it. Perl's manual
        has a default of 1; what it does is 0.

        >>> import tempfile
        >>> with tempfile.NamedTemporaryFile() as file:
        ...     await dom.save(file.name)
        ...     "<name>test</name>" in await conn.get_save_image_xml_description(file.name)
        True

        Rests on: ``virDomainSaveImageGetXMLDesc``. Perl: ``get_save_image_xml_description``.
        """
        return await self._call(self._sync.get_save_image_xml_description, file, flags)

    async def define_save_image_xml(self, file: FileName, dxml: str, flags: Flags = 0) -> None:
        """Change the XML description in a file that ``Domain.save`` wrote.

        ``flags`` may be ``Domain.SAVE_RUNNING`` or ``Domain.SAVE_PAUSED``: how it is to go on.

        >>> import tempfile
        >>> with tempfile.NamedTemporaryFile() as file:
        ...     await dom.save(file.name)
        ...     xml = await conn.get_save_image_xml_description(file.name)
        ...     changed = xml.replace("<on_crash>destroy", "<on_crash>preserve")
        ...     await conn.define_save_image_xml(file.name, changed)
        ...     await conn.restore_domain(file.name)
        >>> "<on_crash>preserve" in await (await conn.get_domain_by_name("test")).get_xml_description()
        True

        Rests on: ``virDomainSaveImageDefineXML``. Perl: ``define_save_image_xml``.
        """
        await self._call(self._sync.define_save_image_xml, file, dxml, flags)

# Made by `python -m reference.generate` from sysvirt/domain/saving.py: change that, not this.
"""The awaited twins of :mod:`sysvirt.domain.saving`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt.aio._twin import Twin

if TYPE_CHECKING:
    import os
    from typing import SupportsIndex

    from sysvirt._core.arguments import Flags
    from sysvirt.domain import saving as sync
    from sysvirt.shapes.domain import SaveParams

    FileName = str | os.PathLike[str]


class Saving(Twin):
    """Saving, managed saving and core dumps."""

    __slots__ = ()
    _sync: sync.Saving

    async def save(
        self,
        filename: FileName | None = None,
        dxml: str | None = None,
        params: SaveParams | SupportsIndex | None = None,
        flags: Flags = 0,
    ) -> None:
        """Stop the domain and write its memory to a file, from which it can go on.

        ``conn.restore_domain`` starts it again from there. ``dxml`` is an XML description that
        changes some of what it is restored with. ``params`` is a dict with keys
        ``SAVE_PARAM_*``, which can give the file and the XML too; an unknown key is a
        ``ValueError``. ``flags`` are ``SAVE_*``; a number in the place of ``params``, the form
        of older releases, is the flags. Perl crashes on that form, and writes into ``params``.

        >>> import tempfile
        >>> with tempfile.NamedTemporaryFile() as file:
        ...     await dom.save(file.name)
        ...     await conn.restore_domain(file.name)
        >>> [dom.get_name() for dom in await conn.list_domains()]
        ['test']

        Rests on: ``virDomainSave``, ``virDomainSaveFlags``, ``virDomainSaveParams``.
        Perl: ``save``.
        """
        await self._call(self._sync.save, filename, dxml, params, flags)

    async def managed_save(self, flags: Flags = 0) -> None:
        """Stop the domain and keep its memory where libvirt likes; ``create`` goes on from it.

        ``flags`` are ``SAVE_*``.

        >>> await dom.managed_save()
        >>> await dom.has_managed_save_image()
        True

        Rests on: ``virDomainManagedSave``. Perl: ``managed_save``.
        """
        await self._call(self._sync.managed_save, flags)

    async def has_managed_save_image(self, flags: Flags = 0) -> bool:
        """Whether the next start will go on from a managed save.

        >>> await dom.has_managed_save_image()
        False

        Rests on: ``virDomainHasManagedSaveImage``. Perl: ``has_managed_save_image``.
        """
        return await self._call(self._sync.has_managed_save_image, flags)

    async def managed_save_remove(self, flags: Flags = 0) -> None:
        """Remove the managed save, so that the next start is a fresh one.

        >>> await dom.managed_save()
        >>> await dom.managed_save_remove()
        >>> await dom.has_managed_save_image()
        False

        Rests on: ``virDomainManagedSaveRemove``. Perl: ``managed_save_remove``.
        """
        await self._call(self._sync.managed_save_remove, flags)

    async def managed_save_define_xml(self, xml: str, flags: Flags = 0) -> None:
        """Change the XML description in the managed save.

        ``flags`` are ``SAVE_RUNNING`` or ``SAVE_PAUSED``: how it is to go on.

        >>> xml = await dom.managed_save_get_xml_description()  # doctest: +SKIP
        >>> await dom.managed_save_define_xml(xml, Sys.Virt.Domain.SAVE_PAUSED)  # doctest: +SKIP

        Rests on: ``virDomainManagedSaveDefineXML``. Perl: ``managed_save_define_xml``.
        """
        await self._call(self._sync.managed_save_define_xml, xml, flags)

    async def managed_save_get_xml_description(self, flags: Flags = 0) -> str:
        """The XML description in the managed save.

        ``flags`` may be ``SAVE_IMAGE_XML_SECURE``, to have passwords in it.

        >>> "<name>test</name>" in await dom.managed_save_get_xml_description()  # doctest: +SKIP
        True

        Rests on: ``virDomainManagedSaveGetXMLDesc``.
        Perl: ``managed_save_get_xml_description``.
        """
        return await self._call(self._sync.managed_save_get_xml_description, flags)

    async def core_dump(self, filename: FileName, flags: Flags = 0) -> None:
        """Write the guest's memory to a file for a debugger.

        ``flags`` are ``DUMP_*``: what is to become of the domain, and how much to write.

        >>> import tempfile
        >>> with tempfile.NamedTemporaryFile() as file:
        ...     await dom.core_dump(file.name)
        >>> await dom.is_active()
        True

        Rests on: ``virDomainCoreDump``. Perl: ``core_dump``.
        """
        await self._call(self._sync.core_dump, filename, flags)

    async def core_dump_format(self, filename: FileName, format: int, flags: Flags = 0) -> None:
        """``core_dump`` in a format of one's choice: one of ``CORE_DUMP_FORMAT_*``.

        Other formats than ``CORE_DUMP_FORMAT_RAW`` want ``DUMP_MEMORY_ONLY`` in ``flags``.

        >>> import tempfile
        >>> with tempfile.NamedTemporaryFile() as file:
        ...     await dom.core_dump_format(file.name, Sys.Virt.Domain.CORE_DUMP_FORMAT_RAW)

        Rests on: ``virDomainCoreDumpWithFormat``. Perl: ``core_dump_format``.
        """
        await self._call(self._sync.core_dump_format, filename, format, flags)

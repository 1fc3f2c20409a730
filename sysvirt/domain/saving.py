"""A domain's memory in files: saved to go on later, or dumped to be looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sysvirt._core.arguments import cint, flag_bits, optional_text, path, text, uint
from sysvirt._core.parameters import check_options
from sysvirt.constants import DomainConstants
from sysvirt.domain.part import DomainPart

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Mapping
    from typing import SupportsIndex

    from sysvirt._core.arguments import Flags
    from sysvirt.shapes.domain import SaveParams

    FileName = str | os.PathLike[str]

#: The keys of ``save`` and ``restore_domain``, and how each value is checked.
SAVE_PARAMS: dict[str, Callable[[Any, str], Any]] = {
    DomainConstants.SAVE_PARAM_FILE: path,
    DomainConstants.SAVE_PARAM_DXML: text,
    DomainConstants.SAVE_PARAM_IMAGE_FORMAT: text,
    DomainConstants.SAVE_PARAM_PARALLEL_CHANNELS: cint,
}


def save_arguments(
    file: FileName | None,
    name: str,
    dxml: str | None,
    params: Mapping[str, Any] | SupportsIndex | None,
    flags: Flags,
) -> tuple[str | None, str | None, dict[str, Any] | None, int]:
    """The checked arguments of ``save`` and ``restore_domain``: file, XML, parameters, flags.

    Older releases took the flags in the place of the parameters, so a number there is them.
    """
    where = None if file is None else path(file, name)
    xml = optional_text(dxml, "dxml")
    if params is None:
        if where is None:
            raise TypeError(f"{name} or params must be given")
        return where, xml, None, flag_bits(flags)
    if hasattr(params, "__index__"):
        if flag_bits(flags):
            raise TypeError("params must be a dict where flags are given as well, not an int")
        return save_arguments(file, name, dxml, None, params)
    wanted = check_options(params, SAVE_PARAMS)
    # A file or an XML of its own wins over the dict's; the caller's dict stays as it is.
    if where is not None:
        wanted[DomainConstants.SAVE_PARAM_FILE] = where
    if xml is not None:
        wanted[DomainConstants.SAVE_PARAM_DXML] = xml
    return where, xml, wanted, flag_bits(flags)


class Saving(DomainPart):
    """Saving, managed saving and core dumps."""

    __slots__ = ()

    def save(
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
        ...     dom.save(file.name)
        ...     conn.restore_domain(file.name)
        >>> [dom.get_name() for dom in conn.list_domains()]
        ['test']

        Rests on: ``virDomainSave``, ``virDomainSaveFlags``, ``virDomainSaveParams``.
        Perl: ``save``.
        """
        where, xml, wanted, bits = save_arguments(filename, "filename", dxml, params, flags)
        if wanted is not None:
            self._handle.saveParams(wanted, bits)
        elif xml is not None or bits:
            self._handle.saveFlags(where, xml, bits)
        else:
            self._handle.save(where)

    def managed_save(self, flags: Flags = 0) -> None:
        """Stop the domain and keep its memory where libvirt likes; ``create`` goes on from it.

        ``flags`` are ``SAVE_*``.

        >>> dom.managed_save()
        >>> dom.has_managed_save_image()
        True

        Rests on: ``virDomainManagedSave``. Perl: ``managed_save``.
        """
        self._handle.managedSave(flag_bits(flags))

    def has_managed_save_image(self, flags: Flags = 0) -> bool:
        """Whether the next start will go on from a managed save.

        >>> dom.has_managed_save_image()
        False

        Rests on: ``virDomainHasManagedSaveImage``. Perl: ``has_managed_save_image``.
        """
        return self._handle.hasManagedSaveImage(flag_bits(flags)) == 1

    def managed_save_remove(self, flags: Flags = 0) -> None:
        """Remove the managed save, so that the next start is a fresh one.

        >>> dom.managed_save()
        >>> dom.managed_save_remove()
        >>> dom.has_managed_save_image()
        False

        Rests on: ``virDomainManagedSaveRemove``. Perl: ``managed_save_remove``.
        """
        self._handle.managedSaveRemove(flag_bits(flags))

    def managed_save_define_xml(self, xml: str, flags: Flags = 0) -> None:
        """Change the XML description in the managed save.

        ``flags`` are ``SAVE_RUNNING`` or ``SAVE_PAUSED``: how it is to go on.

        >>> xml = dom.managed_save_get_xml_description()  # doctest: +SKIP
        >>> dom.managed_save_define_xml(xml, Sys.Virt.Domain.SAVE_PAUSED)  # doctest: +SKIP

        Rests on: ``virDomainManagedSaveDefineXML``. Perl: ``managed_save_define_xml``.
        """
        self._handle.managedSaveDefineXML(text(xml, "xml"), flag_bits(flags))

    def managed_save_get_xml_description(self, flags: Flags = 0) -> str:
        """The XML description in the managed save.

        ``flags`` may be ``SAVE_IMAGE_XML_SECURE``, to have passwords in it.

        >>> "<name>test</name>" in dom.managed_save_get_xml_description()  # doctest: +SKIP
        True

        Rests on: ``virDomainManagedSaveGetXMLDesc``.
        Perl: ``managed_save_get_xml_description``.
        """
        return self._handle.managedSaveGetXMLDesc(flag_bits(flags))

    def core_dump(self, filename: FileName, flags: Flags = 0) -> None:
        """Write the guest's memory to a file for a debugger.

        ``flags`` are ``DUMP_*``: what is to become of the domain, and how much to write.

        >>> import tempfile
        >>> with tempfile.NamedTemporaryFile() as file:
        ...     dom.core_dump(file.name)
        >>> dom.is_active()
        True

        Rests on: ``virDomainCoreDump``. Perl: ``core_dump``.
        """
        self._handle.coreDump(path(filename, "filename"), flag_bits(flags))

    def core_dump_format(self, filename: FileName, format: int, flags: Flags = 0) -> None:
        """``core_dump`` in a format of one's choice: one of ``CORE_DUMP_FORMAT_*``.

        Other formats than ``CORE_DUMP_FORMAT_RAW`` want ``DUMP_MEMORY_ONLY`` in ``flags``.

        >>> import tempfile
        >>> with tempfile.NamedTemporaryFile() as file:
        ...     dom.core_dump_format(file.name, Sys.Virt.Domain.CORE_DUMP_FORMAT_RAW)

        Rests on: ``virDomainCoreDumpWithFormat``. Perl: ``core_dump_format``.
        """
        self._handle.coreDumpWithFormat(
            path(filename, "filename"), uint(format, "format"), flag_bits(flags)
        )

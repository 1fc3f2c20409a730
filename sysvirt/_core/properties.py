"""What many kinds of objects share: a name, a UUID, an XML description, an autostart flag.

libvirt has one C function for each kind (``virDomainGetName``, ``virNetworkGetName``, …) and
libvirt-python one method name for all, so they need to stand here only once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt._core.arguments import flag_bits, truth
from sysvirt._core.objects import Resource

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, Self

    from sysvirt._core.arguments import Flags, Truth
    from sysvirt._core.objects import Connection


class Named(Resource):
    """An object with a name."""

    __slots__ = ()

    @classmethod
    def _pick(cls, conn: Connection, handles: Iterable[Any], names: Iterable[str]) -> list[Self]:
        """An object of this class for each name that one of libvirt-python's has."""
        by_name = {handle.name(): handle for handle in handles}
        return cls._wrap(conn, [by_name[name] for name in names if name in by_name])

    def _key(self) -> object:
        return self.get_name()

    def _label(self) -> object:
        return self.get_name()

    def get_name(self) -> str:
        """The name, unique among the objects of its kind on one host.

        >>> dom.get_name()
        'test'

        Rests on: ``virDomainGetName`` and its like for each kind. Perl: ``get_name``.
        """
        return self._handle.name()  # type: ignore[no-any-return]


class Identified(Resource):
    """An object with a UUID."""

    __slots__ = ()

    def _key(self) -> object:
        return self.get_uuid_string()

    def get_uuid(self) -> bytes:
        """The UUID as 16 bytes.

        >>> len(dom.get_uuid())
        16

        Rests on: ``virDomainGetUUID`` and its like for each kind. Perl: ``get_uuid``.
        """
        return self._handle.UUID()  # type: ignore[no-any-return]

    def get_uuid_string(self) -> str:
        """The UUID as text, 36 characters in lower case.

        >>> dom.get_uuid_string()
        '6695eb01-f6a4-8304-79aa-97f2502e193f'

        Rests on: ``virDomainGetUUIDString`` and its like for each kind. Perl: ``get_uuid_string``.
        """
        return self._handle.UUIDString()  # type: ignore[no-any-return]


class Described(Resource):
    """An object that an XML document describes."""

    __slots__ = ()

    def get_xml_description(self, flags: Flags = 0) -> str:
        """The XML document that describes it; ``flags`` are the kind's ``XML_*``.

        >>> dom.get_xml_description().startswith("<domain ")
        True

        Rests on: ``virDomainGetXMLDesc`` and its like for each kind. Perl: ``get_xml_description``.
        """
        return self._handle.XMLDesc(flag_bits(flags))  # type: ignore[no-any-return]


class Activatable(Resource):
    """An object that is there or running, or is not."""

    __slots__ = ()

    def is_active(self) -> bool:
        """Whether it is running.

        >>> dom.is_active()
        True

        Rests on: ``virDomainIsActive`` and its like for each kind. Perl: ``is_active``.
        """
        active: int = self._handle.isActive()
        return active == 1


class Persistable(Resource):
    """An object whose configuration may outlast it."""

    __slots__ = ()

    def is_persistent(self) -> bool:
        """Whether there is a stored configuration, so that it is still known when stopped.

        >>> dom.is_persistent()
        True

        Rests on: ``virDomainIsPersistent`` and its like for each kind. Perl: ``is_persistent``.
        """
        persistent: int = self._handle.isPersistent()
        return persistent == 1


class Autostartable(Resource):
    """An object that can be started with its host."""

    __slots__ = ()

    def get_autostart(self) -> bool:
        """Whether it is started when the host starts.

        >>> dom.get_autostart()
        False

        Rests on: ``virDomainGetAutostart`` and its like for each kind. Perl: ``get_autostart``.
        """
        autostart: int = self._handle.autostart()
        return autostart == 1

    def set_autostart(self, flag: Truth) -> None:
        """Say whether it is to be started when the host starts.

        >>> dom.set_autostart(True)
        >>> dom.get_autostart()
        True

        Rests on: ``virDomainSetAutostart`` and its like for each kind. Perl: ``set_autostart``.
        """
        self._handle.setAutostart(truth(flag, "flag"))

"""Taking a running domain to another host."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self, TypeVar, cast, overload

from sysvirt._core import parameters
from sysvirt._core.arguments import (
    ULLONG_MAX,
    cint,
    flag_bits,
    optional_text,
    text,
    texts,
    ullong,
    ulong,
    wrong_type,
)
from sysvirt._core.binding import libvirtmod
from sysvirt._core.forms import older_form
from sysvirt._core.objects import Connection
from sysvirt._libvirt.errors import call_checked, failed
from sysvirt.constants import DomainConstants
from sysvirt.domain.part import DomainPart

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sysvirt._core.arguments import Flags
    from sysvirt.shapes.domain_job import MigrateParams

    _M = TypeVar("_M", bound="Migration")
    Params = MigrateParams | Mapping[str, Any]

PARAMS: dict[str, Callable[[Any, str], Any]] = {
    DomainConstants.MIGRATE_PARAM_URI: text,
    DomainConstants.MIGRATE_PARAM_DEST_NAME: text,
    DomainConstants.MIGRATE_PARAM_DEST_XML: text,
    DomainConstants.MIGRATE_PARAM_GRAPHICS_URI: text,
    DomainConstants.MIGRATE_PARAM_BANDWIDTH: ullong,
    DomainConstants.MIGRATE_PARAM_LISTEN_ADDRESS: text,
    DomainConstants.MIGRATE_PARAM_DISK_PORT: cint,
    DomainConstants.MIGRATE_PARAM_COMPRESSION: text,
    DomainConstants.MIGRATE_PARAM_COMPRESSION_MT_DTHREADS: cint,
    DomainConstants.MIGRATE_PARAM_COMPRESSION_MT_LEVEL: cint,
    DomainConstants.MIGRATE_PARAM_COMPRESSION_MT_THREADS: cint,
    DomainConstants.MIGRATE_PARAM_COMPRESSION_XBZRLE_CACHE: ullong,
    DomainConstants.MIGRATE_PARAM_PERSIST_XML: text,
    DomainConstants.MIGRATE_PARAM_AUTO_CONVERGE_INITIAL: cint,
    DomainConstants.MIGRATE_PARAM_AUTO_CONVERGE_INCREMENT: cint,
    DomainConstants.MIGRATE_PARAM_BANDWIDTH_POSTCOPY: ullong,
    DomainConstants.MIGRATE_PARAM_PARALLEL_CONNECTIONS: cint,
    DomainConstants.MIGRATE_PARAM_TLS_DESTINATION: text,
    DomainConstants.MIGRATE_PARAM_DISKS_URI: text,
    DomainConstants.MIGRATE_PARAM_ZLIB_LEVEL: cint,
    DomainConstants.MIGRATE_PARAM_ZSTD_LEVEL: cint,
    DomainConstants.MIGRATE_PARAM_BANDWIDTH_AVAIL_SWITCHOVER: ullong,
    DomainConstants.MIGRATE_PARAM_MIGRATE_DISKS: texts,
    DomainConstants.MIGRATE_PARAM_DISKS_DETECT_ZEROES: texts,
    DomainConstants.MIGRATE_PARAM_MIGRATE_DISKS_TARGET_ZERO: texts,
}


class Migration(DomainPart):
    """The migration part of ``Sys::Virt::Domain``.

    Keys of ``params`` are the values of ``MIGRATE_PARAM_*``: bandwidths in MiB a second, the
    cache in bytes, throttling in per cent, and a list of targets such as ``["vda"]`` for each of
    ``MIGRATE_PARAM_MIGRATE_DISKS``, ``MIGRATE_PARAM_DISKS_DETECT_ZEROES`` and
    ``MIGRATE_PARAM_MIGRATE_DISKS_TARGET_ZERO``. An unknown key is a ``ValueError``. All
    ``flags`` are ``MIGRATE_*``.

    Where a method has an older form without ``params``, ``dname`` is the domain's new name,
    ``uri`` where its memory goes, ``dxml`` its configuration there, and ``bandwidth`` MiB a
    second; ``None`` leaves each of them to the hypervisor.
    """

    __slots__ = ()

    @overload
    def migrate(self: _M, destcon: Connection, params: Params, flags: Flags = 0) -> _M: ...
    @overload
    def migrate(
        self: _M,
        destcon: Connection,
        flags: Flags = 0,
        dname: str | None = None,
        uri: str | None = None,
        bandwidth: int | None = None,
    ) -> _M: ...
    @older_form("flags", "dname", "uri", "bandwidth")
    def migrate(
        self,
        destcon: Connection,
        params: Params | None = None,
        flags: Flags = 0,
        *,
        dname: str | None = None,
        uri: str | None = None,
        bandwidth: int | None = None,
    ) -> Self:
        """Take the domain to the host of another connection; the domain there is returned.

        ``migrate(destcon, params, flags=0)``, or the older form
        ``migrate(destcon, flags=0, dname=None, uri=None, bandwidth=None)``.

        >>> there = Sys.Virt.new(uri=other)  # doctest: +SKIP
        >>> params = {Sys.Virt.Domain.MIGRATE_PARAM_BANDWIDTH: 100}
        >>> dom.migrate(there, params, Sys.Virt.Domain.MIGRATE_LIVE)  # doctest: +SKIP
        <sysvirt.Domain 'test'>

        Rests on: ``virDomainMigrate3``, which does what ``virDomainMigrate`` and
        ``virDomainMigrate2`` did. Perl: ``migrate``.
        """
        older = {"dname": dname, "uri": uri, "bandwidth": bandwidth}
        return self._migrate(destcon, *_read(params, flags, older))

    def migrate2(
        self,
        destcon: Connection,
        dxml: str | Params | None = None,
        flags: Flags = 0,
        dname: str | None = None,
        uri: str | None = None,
        bandwidth: int | None = None,
    ) -> Self:
        """The same as :meth:`migrate`, with the configuration for the other host.

        A dict in the place of ``dxml`` is the ``params`` of :meth:`migrate`.

        >>> there = Sys.Virt.new(uri=other)  # doctest: +SKIP
        >>> xml = dom.get_xml_description(Sys.Virt.Domain.XML_MIGRATABLE)
        >>> dom.migrate2(there, xml, Sys.Virt.Domain.MIGRATE_LIVE)  # doctest: +SKIP
        <sysvirt.Domain 'test'>

        Rests on: ``virDomainMigrate3``. Perl: ``migrate2``.
        """
        older = {"dname": dname, "uri": uri, "bandwidth": bandwidth}
        if hasattr(dxml, "keys"):
            return self._migrate(destcon, *_read(cast("Params", dxml), flags, older))
        return self._migrate(destcon, *_read(None, flags, {"dxml": dxml, **older}))

    def _migrate(self, destcon: Connection, params: dict[str, Any], flags: int) -> Self:
        if not isinstance(destcon, Connection):
            raise wrong_type(destcon, "destcon", "a Virt")
        there = self._handle.migrate3(destcon._handle, params, flags)
        # libvirt-python gives it the connection that it came from.
        there._conn = destcon._handle
        return type(self)(destcon, there)

    @overload
    def migrate_to_uri(self, desturi: str | None, params: Params, flags: Flags = 0) -> None: ...
    @overload
    def migrate_to_uri(
        self,
        desturi: str | None,
        flags: Flags = 0,
        dname: str | None = None,
        uri: str | int | None = None,
        bandwidth: int | None = None,
    ) -> None: ...
    @older_form("flags", "dname", "uri", "bandwidth")
    def migrate_to_uri(
        self,
        desturi: str | None,
        params: Params | None = None,
        flags: Flags = 0,
        *,
        dname: str | None = None,
        uri: str | int | None = None,
        bandwidth: int | None = None,
    ) -> None:
        """Take the domain to another host, which the two hosts do between them.

        ``migrate_to_uri(desturi, params, flags=0)``, or the older form
        ``migrate_to_uri(desturi, flags=0, dname=None, uri=None, bandwidth=None)``. Perl's manual
        has no ``uri`` there; a number in its place is the ``bandwidth``.

        With ``MIGRATE_PEER2PEER`` in ``flags`` ``desturi`` is the libvirt URI by which this
        domain's host reaches the other's; without it it is ``None`` and the hypervisors are on
        their own, as far as they can be.

        >>> flags = Sys.Virt.Domain.MIGRATE_LIVE | Sys.Virt.Domain.MIGRATE_PEER2PEER
        >>> dom.migrate_to_uri(other, {}, flags)  # doctest: +SKIP

        Rests on: ``virDomainMigrateToURI3``, which does what ``virDomainMigrateToURI`` and
        ``virDomainMigrateToURI2`` did. Perl: ``migrate_to_uri``.
        """
        if bandwidth is None and hasattr(uri, "__index__"):
            uri, bandwidth = None, uri
        older = {"dname": dname, "uri": uri, "bandwidth": bandwidth}
        self._migrate_to_uri(desturi, "desturi", *_read(params, flags, older))

    @overload
    def migrate_to_uri2(self, dconnuri: str | None, params: Params, flags: Flags = 0) -> None: ...
    @overload
    def migrate_to_uri2(
        self,
        dconnuri: str | None,
        miguri: str | None = None,
        dxml: str | None = None,
        flags: Flags = 0,
        dname: str | None = None,
        bandwidth: int | None = None,
    ) -> None: ...
    @older_form("miguri", "dxml", "flags", "dname", "bandwidth")
    def migrate_to_uri2(
        self,
        dconnuri: str | None,
        params: Params | None = None,
        flags: Flags = 0,
        *,
        miguri: str | None = None,
        dxml: str | None = None,
        dname: str | None = None,
        bandwidth: int | None = None,
    ) -> None:
        """The same as :meth:`migrate_to_uri`, with the configuration for the other host.

        ``migrate_to_uri2(dconnuri, params, flags=0)``, or the older form
        ``migrate_to_uri2(dconnuri, miguri=None, dxml=None, flags=0, dname=None, bandwidth=None)``.
        ``miguri`` is where the memory goes. In Perl no call of it succeeds, whatever the
        arguments; the older form is what its manual says.

        >>> flags = Sys.Virt.Domain.MIGRATE_LIVE | Sys.Virt.Domain.MIGRATE_PEER2PEER
        >>> dom.migrate_to_uri2(other, "tcp://10.77.0.2", None, flags)  # doctest: +SKIP

        Rests on: ``virDomainMigrateToURI3``. Perl: ``migrate_to_uri2``.
        """
        older = {"miguri": miguri, "dxml": dxml, "dname": dname, "bandwidth": bandwidth}
        self._migrate_to_uri(dconnuri, "dconnuri", *_read(params, flags, older))

    def _migrate_to_uri(
        self, uri: str | None, name: str, params: dict[str, Any], flags: int
    ) -> None:
        self._handle.migrateToURI3(optional_text(uri, name), params, flags)

    def migrate_set_max_downtime(self, downtime: int, flags: Flags = 0) -> None:
        """Set how many milliseconds the guest may stand still at the end of a migration.

        There are no ``flags`` yet.

        >>> dom.migrate_set_max_downtime(500)  # doctest: +SKIP
        >>> dom.migrate_get_max_downtime()  # doctest: +SKIP
        500

        Rests on: ``virDomainMigrateSetMaxDowntime``. Perl: ``migrate_set_max_downtime``.
        """
        time = ulong(downtime, "downtime")
        self._handle.migrateSetMaxDowntime(time, flag_bits(flags))

    def migrate_get_max_downtime(self, flags: Flags = 0) -> int:
        """How many milliseconds the guest may stand still. There are no ``flags`` yet.

        >>> dom.migrate_get_max_downtime()  # doctest: +SKIP
        300

        Rests on: ``virDomainMigrateGetMaxDowntime``. Perl: ``migrate_get_max_downtime``.
        """
        handle = self._handle
        # libvirt-python's method doesn't look whether it failed.
        downtime: int | None = libvirtmod.virDomainMigrateGetMaxDowntime(
            handle._o, flag_bits(flags)
        )
        if downtime is None:
            raise failed("virDomainMigrateGetMaxDowntime() failed")
        return downtime

    def migrate_set_max_speed(self, bandwidth: int, flags: Flags = 0) -> None:
        """Set how many MiB a second a migration may send.

        With ``MIGRATE_MAX_SPEED_POSTCOPY`` in ``flags`` that holds for its post-copy phase.

        >>> dom.migrate_set_max_speed(100)  # doctest: +SKIP
        >>> dom.migrate_get_max_speed()  # doctest: +SKIP
        100

        Rests on: ``virDomainMigrateSetMaxSpeed``. Perl: ``migrate_set_max_speed``.
        """
        speed = ulong(bandwidth, "bandwidth")
        self._handle.migrateSetMaxSpeed(speed, flag_bits(flags))

    def migrate_get_max_speed(self, flags: Flags = 0) -> int:
        """How many MiB a second a migration may send; ``flags`` as for the setter.

        >>> postcopy = Sys.Virt.Domain.MIGRATE_MAX_SPEED_POSTCOPY
        >>> dom.migrate_set_max_speed(60, postcopy)  # doctest: +SKIP
        >>> dom.migrate_get_max_speed(postcopy)  # doctest: +SKIP
        60

        Rests on: ``virDomainMigrateGetMaxSpeed``. Perl: ``migrate_get_max_speed``.
        """
        handle = self._handle
        # libvirt-python takes it for a signed number, and -1 for a failure.
        speed: int = call_checked(
            libvirtmod.virDomainMigrateGetMaxSpeed, handle._o, flag_bits(flags)
        )
        return speed & ULLONG_MAX

    def migrate_set_compression_cache(self, cacheSize: int, flags: Flags = 0) -> None:
        """Set the bytes that XBZRLE compression may keep. There are no ``flags`` yet.

        >>> dom.migrate_set_compression_cache(32 * 1024**2)  # doctest: +SKIP
        >>> dom.migrate_get_compression_cache()  # doctest: +SKIP
        33554432

        Rests on: ``virDomainMigrateSetCompressionCache``. Perl: ``migrate_set_compression_cache``.
        """
        size = ulong(cacheSize, "cacheSize")
        self._handle.migrateSetCompressionCache(size, flag_bits(flags))

    def migrate_get_compression_cache(self, flags: Flags = 0) -> int:
        """The bytes that XBZRLE compression may keep. There are no ``flags`` yet.

        >>> dom.migrate_get_compression_cache()  # doctest: +SKIP
        67108864

        Rests on: ``virDomainMigrateGetCompressionCache``. Perl: ``migrate_get_compression_cache``.
        """
        handle = self._handle
        # libvirt-python's method doesn't look whether it failed.
        size: int | None = libvirtmod.virDomainMigrateGetCompressionCache(
            handle._o, flag_bits(flags)
        )
        if size is None:
            raise failed("virDomainMigrateGetCompressionCache() failed")
        return size

    def migrate_start_post_copy(self, flags: Flags = 0) -> None:
        """Let the guest run on the other host before all of its memory is there.

        A migration must be under way that was begun with ``MIGRATE_POSTCOPY``. There are no
        ``flags`` yet.

        >>> dom.migrate_start_post_copy()  # doctest: +SKIP

        Rests on: ``virDomainMigrateStartPostCopy``. Perl: ``migrate_start_post_copy``.
        """
        self._handle.migrateStartPostCopy(flag_bits(flags))


#: What the older forms call the parameters.
OLDER = {
    "dname": DomainConstants.MIGRATE_PARAM_DEST_NAME,
    "uri": DomainConstants.MIGRATE_PARAM_URI,
    "miguri": DomainConstants.MIGRATE_PARAM_URI,
    "dxml": DomainConstants.MIGRATE_PARAM_DEST_XML,
    "bandwidth": DomainConstants.MIGRATE_PARAM_BANDWIDTH,
}


def _read(params: Params | None, flags: Flags, older: dict[str, Any]) -> tuple[dict[str, Any], int]:
    """The parameters and flags, in whichever form they come; ``None`` is one that isn't given."""
    given = {name: value for name, value in older.items() if value is not None}
    if params is None:
        checked = {OLDER[name]: PARAMS[OLDER[name]](value, name) for name, value in given.items()}
    elif given:
        raise TypeError(f"{next(iter(given))} is one of the keys where params is given")
    else:
        checked = parameters.check_options(params, PARAMS)
    return checked, flag_bits(flags)

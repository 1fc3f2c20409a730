# Made by `python -m reference.generate` from sysvirt/domain/migration.py: change that, not this.
"""The awaited twins of :mod:`sysvirt.domain.migration`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self, TypeVar, overload

from sysvirt._core.forms import older_form
from sysvirt.aio._twin import Twin, sync_of_connection

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sysvirt._core.arguments import Flags
    from sysvirt.aio._virt.connection import Connection
    from sysvirt.domain import migration as sync
    from sysvirt.shapes.domain_job import MigrateParams

    _M = TypeVar("_M", bound="Migration")
    Params = MigrateParams | Mapping[str, Any]


class Migration(Twin):
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
    _sync: sync.Migration

    @overload
    async def migrate(self: _M, destcon: Connection, params: Params, flags: Flags = 0) -> _M: ...
    @overload
    async def migrate(
        self: _M,
        destcon: Connection,
        flags: Flags = 0,
        dname: str | None = None,
        uri: str | None = None,
        bandwidth: int | None = None,
    ) -> _M: ...
    @older_form("flags", "dname", "uri", "bandwidth")
    async def migrate(
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

        >>> there = await Sys.Virt.new(uri=other)  # doctest: +SKIP
        >>> params = {Sys.Virt.Domain.MIGRATE_PARAM_BANDWIDTH: 100}
        >>> await dom.migrate(there, params, Sys.Virt.Domain.MIGRATE_LIVE)  # doctest: +SKIP
        <sysvirt.aio.Domain 'test'>

        Rests on: ``virDomainMigrate3``, which does what ``virDomainMigrate`` and
        ``virDomainMigrate2`` did. Perl: ``migrate``.
        """
        call: Any = self._sync.migrate
        return type(self)(
            destcon,
            await self._call(
                call,
                sync_of_connection(destcon, "destcon"),
                params=params,
                flags=flags,
                dname=dname,
                uri=uri,
                bandwidth=bandwidth,
            ),
        )

    async def migrate2(
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

        >>> there = await Sys.Virt.new(uri=other)  # doctest: +SKIP
        >>> xml = await dom.get_xml_description(Sys.Virt.Domain.XML_MIGRATABLE)
        >>> await dom.migrate2(there, xml, Sys.Virt.Domain.MIGRATE_LIVE)  # doctest: +SKIP
        <sysvirt.aio.Domain 'test'>

        Rests on: ``virDomainMigrate3``. Perl: ``migrate2``.
        """
        return type(self)(
            destcon,
            await self._call(
                self._sync.migrate2,
                sync_of_connection(destcon, "destcon"),
                dxml,
                flags,
                dname,
                uri,
                bandwidth,
            ),
        )

    @overload
    async def migrate_to_uri(
        self, desturi: str | None, params: Params, flags: Flags = 0
    ) -> None: ...
    @overload
    async def migrate_to_uri(
        self,
        desturi: str | None,
        flags: Flags = 0,
        dname: str | None = None,
        uri: str | int | None = None,
        bandwidth: int | None = None,
    ) -> None: ...
    @older_form("flags", "dname", "uri", "bandwidth")
    async def migrate_to_uri(
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
        >>> await dom.migrate_to_uri(other, {}, flags)  # doctest: +SKIP

        Rests on: ``virDomainMigrateToURI3``, which does what ``virDomainMigrateToURI`` and
        ``virDomainMigrateToURI2`` did. Perl: ``migrate_to_uri``.
        """
        call: Any = self._sync.migrate_to_uri
        await self._call(
            call, desturi, params=params, flags=flags, dname=dname, uri=uri, bandwidth=bandwidth
        )

    @overload
    async def migrate_to_uri2(
        self, dconnuri: str | None, params: Params, flags: Flags = 0
    ) -> None: ...
    @overload
    async def migrate_to_uri2(
        self,
        dconnuri: str | None,
        miguri: str | None = None,
        dxml: str | None = None,
        flags: Flags = 0,
        dname: str | None = None,
        bandwidth: int | None = None,
    ) -> None: ...
    @older_form("miguri", "dxml", "flags", "dname", "bandwidth")
    async def migrate_to_uri2(
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
        >>> await dom.migrate_to_uri2(other, "tcp://10.77.0.2", None, flags)  # doctest: +SKIP

        Rests on: ``virDomainMigrateToURI3``. Perl: ``migrate_to_uri2``.
        """
        call: Any = self._sync.migrate_to_uri2
        await self._call(
            call,
            dconnuri,
            params=params,
            flags=flags,
            miguri=miguri,
            dxml=dxml,
            dname=dname,
            bandwidth=bandwidth,
        )

    async def migrate_set_max_downtime(self, downtime: int, flags: Flags = 0) -> None:
        """Set how many milliseconds the guest may stand still at the end of a migration.

        There are no ``flags`` yet.

        >>> await dom.migrate_set_max_downtime(500)  # doctest: +SKIP
        >>> await dom.migrate_get_max_downtime()  # doctest: +SKIP
        500

        Rests on: ``virDomainMigrateSetMaxDowntime``. Perl: ``migrate_set_max_downtime``.
        """
        await self._call(self._sync.migrate_set_max_downtime, downtime, flags)

    async def migrate_get_max_downtime(self, flags: Flags = 0) -> int:
        """How many milliseconds the guest may stand still. There are no ``flags`` yet.

        >>> await dom.migrate_get_max_downtime()  # doctest: +SKIP
        300

        Rests on: ``virDomainMigrateGetMaxDowntime``. Perl: ``migrate_get_max_downtime``.
        """
        return await self._call(self._sync.migrate_get_max_downtime, flags)

    async def migrate_set_max_speed(self, bandwidth: int, flags: Flags = 0) -> None:
        """Set how many MiB a second a migration may send.

        With ``MIGRATE_MAX_SPEED_POSTCOPY`` in ``flags`` that holds for its post-copy phase.

        >>> await dom.migrate_set_max_speed(100)  # doctest: +SKIP
        >>> await dom.migrate_get_max_speed()  # doctest: +SKIP
        100

        Rests on: ``virDomainMigrateSetMaxSpeed``. Perl: ``migrate_set_max_speed``.
        """
        await self._call(self._sync.migrate_set_max_speed, bandwidth, flags)

    async def migrate_get_max_speed(self, flags: Flags = 0) -> int:
        """How many MiB a second a migration may send; ``flags`` as for the setter.

        >>> postcopy = Sys.Virt.Domain.MIGRATE_MAX_SPEED_POSTCOPY
        >>> await dom.migrate_set_max_speed(60, postcopy)  # doctest: +SKIP
        >>> await dom.migrate_get_max_speed(postcopy)  # doctest: +SKIP
        60

        Rests on: ``virDomainMigrateGetMaxSpeed``. Perl: ``migrate_get_max_speed``.
        """
        return await self._call(self._sync.migrate_get_max_speed, flags)

    async def migrate_set_compression_cache(self, cacheSize: int, flags: Flags = 0) -> None:
        """Set the bytes that XBZRLE compression may keep. There are no ``flags`` yet.

        >>> await dom.migrate_set_compression_cache(32 * 1024**2)  # doctest: +SKIP
        >>> await dom.migrate_get_compression_cache()  # doctest: +SKIP
        33554432

        Rests on: ``virDomainMigrateSetCompressionCache``. Perl: ``migrate_set_compression_cache``.
        """
        await self._call(self._sync.migrate_set_compression_cache, cacheSize, flags)

    async def migrate_get_compression_cache(self, flags: Flags = 0) -> int:
        """The bytes that XBZRLE compression may keep. There are no ``flags`` yet.

        >>> await dom.migrate_get_compression_cache()  # doctest: +SKIP
        67108864

        Rests on: ``virDomainMigrateGetCompressionCache``. Perl: ``migrate_get_compression_cache``.
        """
        return await self._call(self._sync.migrate_get_compression_cache, flags)

    async def migrate_start_post_copy(self, flags: Flags = 0) -> None:
        """Let the guest run on the other host before all of its memory is there.

        A migration must be under way that was begun with ``MIGRATE_POSTCOPY``. There are no
        ``flags`` yet.

        >>> await dom.migrate_start_post_copy()  # doctest: +SKIP

        Rests on: ``virDomainMigrateStartPostCopy``. Perl: ``migrate_start_post_copy``.
        """
        await self._call(self._sync.migrate_start_post_copy, flags)

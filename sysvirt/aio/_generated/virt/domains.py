# Made by `python -m reference.generate` from sysvirt/virt/domains.py: change that, not this.
"""The awaited twins of :mod:`sysvirt.virt.domains`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sysvirt.aio._twin import Twin, sync_of_all
from sysvirt.aio.domain import Domain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sysvirt._core.arguments import Flags, UUIDLike
    from sysvirt.aio._shapes import DomainStats
    from sysvirt.virt import domains as sync


class Domains(Twin):
    """What a connection does with domains as a whole."""

    __slots__ = ()
    _sync: sync.Domains

    async def list_domains(self) -> list[Domain]:
        """The running domains.

        >>> [dom.get_name() for dom in await conn.list_domains()]
        ['test']

        Rests on: ``virConnectListAllDomains``. Perl: ``list_domains``.
        """
        found = await self._call(self._sync.list_domains)
        return [Domain(self._conn, each) for each in found]

    async def num_of_domains(self) -> int:
        """How many domains are running.

        >>> await conn.num_of_domains()
        1

        Rests on: ``virConnectNumOfDomains``. Perl: ``num_of_domains``.
        """
        return await self._call(self._sync.num_of_domains)

    async def list_domain_ids(self, maxids: int) -> list[int]:
        """The numbers of the running domains, at most ``maxids`` of them.

        >>> await conn.list_domain_ids(10)
        [1]

        Rests on: ``virConnectListDomains``. Perl: ``list_domain_ids``.
        """
        return await self._call(self._sync.list_domain_ids, maxids)

    async def list_defined_domains(self) -> list[Domain]:
        """The domains that are configured and not running.

        >>> await conn.list_defined_domains()
        []

        Rests on: ``virConnectListAllDomains``. Perl: ``list_defined_domains``.
        """
        found = await self._call(self._sync.list_defined_domains)
        return [Domain(self._conn, each) for each in found]

    async def num_of_defined_domains(self) -> int:
        """How many domains are configured and not running.

        >>> await conn.num_of_defined_domains()
        0

        Rests on: ``virConnectNumOfDefinedDomains``. Perl: ``num_of_defined_domains``.
        """
        return await self._call(self._sync.num_of_defined_domains)

    async def list_defined_domain_names(self, maxnames: int) -> list[str]:
        """The names of the domains that aren't running, at most ``maxnames`` of them.

        >>> await conn.list_defined_domain_names(10)
        []

        Rests on: ``virConnectListDefinedDomains``. Perl: ``list_defined_domain_names``.
        """
        return await self._call(self._sync.list_defined_domain_names, maxnames)

    async def list_all_domains(self, flags: Flags = 0) -> list[Domain]:
        """All domains, or those that ``flags``, some of ``Domain.LIST_*``, choose.

        >>> await conn.list_all_domains(Sys.Virt.Domain.LIST_PERSISTENT)
        [<sysvirt.aio.Domain 'test'>]

        Rests on: ``virConnectListAllDomains``. Perl: ``list_all_domains``.
        """
        found = await self._call(self._sync.list_all_domains, flags)
        return [Domain(self._conn, each) for each in found]

    async def get_domain_by_name(self, name: str) -> Domain:
        """The domain of a name; ``Error`` with ``ERR_NO_DOMAIN`` when there is none.

        >>> await conn.get_domain_by_name("test")
        <sysvirt.aio.Domain 'test'>

        Rests on: ``virDomainLookupByName``. Perl: ``get_domain_by_name``.
        """
        return Domain(self._conn, await self._call(self._sync.get_domain_by_name, name))

    async def get_domain_by_id(self, id: int) -> Domain:
        """The running domain of a number; ``Error`` with ``ERR_NO_DOMAIN`` when there is none.

        >>> await conn.get_domain_by_id(1)
        <sysvirt.aio.Domain 'test'>

        Rests on: ``virDomainLookupByID``. Perl: ``get_domain_by_id``.
        """
        return Domain(self._conn, await self._call(self._sync.get_domain_by_id, id))

    async def get_domain_by_uuid(self, uuid: UUIDLike) -> Domain:
        """The domain of a UUID: 16 bytes, 32 or 36 digits, or a ``uuid.UUID``.

        >>> await conn.get_domain_by_uuid(dom.get_uuid()) == dom
        True

        Rests on: ``virDomainLookupByUUID``, ``virDomainLookupByUUIDString``.
        Perl: ``get_domain_by_uuid``.
        """
        return Domain(self._conn, await self._call(self._sync.get_domain_by_uuid, uuid))

    async def get_all_domain_stats(
        self, stats: int, doms: Iterable[Domain] | None = None, flags: Flags = 0
    ) -> list[DomainStats]:
        """Statistics of many domains in one round trip.

        ``stats`` are ``Domain.STATS_*`` (0: all that the driver has), ``doms`` the domains
        (``None``: all that ``flags``, some of ``Domain.GET_ALL_STATS_*``, choose). ``data`` of
        each element has libvirt's names such as ``state.state`` and ``vcpu.0.time``.

        >>> stats = await conn.get_all_domain_stats(Sys.Virt.Domain.STATS_STATE)
        >>> stats[0]["dom"].get_name(), stats[0]["data"]
        ('test', {'state.state': 1, 'state.reason': 0})

        Rests on: ``virConnectGetAllDomainStats``, ``virDomainListGetStats``.
        Perl: ``get_all_domain_stats``.
        """
        rows = await self._call(self._sync.get_all_domain_stats, stats, sync_of_all(doms), flags)
        return [{**row, "dom": Domain(self._conn, row["dom"])} for row in rows]

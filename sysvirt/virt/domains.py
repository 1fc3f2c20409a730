"""Domains of a connection: listing, counting, finding them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sysvirt import _libvirt
from sysvirt._core import arguments
from sysvirt._core.arguments import cint, count, flag_bits, text
from sysvirt._core.binding import libvirtmod
from sysvirt._core.objects import Connection
from sysvirt._libvirt.errors import failed
from sysvirt.domain import Domain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sysvirt._core.arguments import Flags, UUIDLike
    from sysvirt.shapes.virt import DomainStats


class Domains(Connection):
    """What a connection does with domains as a whole."""

    __slots__ = ()

    def list_domains(self) -> list[Domain]:
        """The running domains.

        >>> [dom.get_name() for dom in conn.list_domains()]
        ['test']

        Rests on: ``virConnectListAllDomains``. Perl: ``list_domains``.
        """
        return Domain._list(self, libvirtmod.virConnectListAllDomains, Domain.LIST_ACTIVE)

    def num_of_domains(self) -> int:
        """How many domains are running.

        >>> conn.num_of_domains()
        1

        Rests on: ``virConnectNumOfDomains``. Perl: ``num_of_domains``.
        """
        return self._handle.numOfDomains()

    def list_domain_ids(self, maxids: int) -> list[int]:
        """The numbers of the running domains, at most ``maxids`` of them.

        >>> conn.list_domain_ids(10)
        [1]

        Rests on: ``virConnectListDomains``. Perl: ``list_domain_ids``.
        """
        most = count(maxids, "maxids")
        return self._handle.listDomainsID()[:most]

    def list_defined_domains(self) -> list[Domain]:
        """The domains that are configured and not running.

        >>> conn.list_defined_domains()
        []

        Rests on: ``virConnectListAllDomains``. Perl: ``list_defined_domains``.
        """
        return Domain._list(self, libvirtmod.virConnectListAllDomains, Domain.LIST_INACTIVE)

    def num_of_defined_domains(self) -> int:
        """How many domains are configured and not running.

        >>> conn.num_of_defined_domains()
        0

        Rests on: ``virConnectNumOfDefinedDomains``. Perl: ``num_of_defined_domains``.
        """
        return self._handle.numOfDefinedDomains()

    def list_defined_domain_names(self, maxnames: int) -> list[str]:
        """The names of the domains that aren't running, at most ``maxnames`` of them.

        >>> conn.list_defined_domain_names(10)
        []

        Rests on: ``virConnectListDefinedDomains``. Perl: ``list_defined_domain_names``.
        """
        most = count(maxnames, "maxnames")
        return self._handle.listDefinedDomains()[:most]

    def list_all_domains(self, flags: Flags = 0) -> list[Domain]:
        """All domains, or those that ``flags``, some of ``Domain.LIST_*``, choose.

        >>> conn.list_all_domains(Sys.Virt.Domain.LIST_PERSISTENT)
        [<sysvirt.Domain 'test'>]

        Rests on: ``virConnectListAllDomains``. Perl: ``list_all_domains``.
        """
        return Domain._list(self, libvirtmod.virConnectListAllDomains, flag_bits(flags))

    def get_domain_by_name(self, name: str) -> Domain:
        """The domain of a name; ``Error`` with ``ERR_NO_DOMAIN`` when there is none.

        >>> conn.get_domain_by_name("test")
        <sysvirt.Domain 'test'>

        Rests on: ``virDomainLookupByName``. Perl: ``get_domain_by_name``.
        """
        handle = self._handle
        capsule = libvirtmod.virDomainLookupByName(handle._o, text(name, "name"))
        if capsule is None:
            raise failed("virDomainLookupByName() failed")
        return Domain._of_capsule(self, capsule)

    def get_domain_by_id(self, id: int) -> Domain:
        """The running domain of a number; ``Error`` with ``ERR_NO_DOMAIN`` when there is none.

        >>> conn.get_domain_by_id(1)
        <sysvirt.Domain 'test'>

        Rests on: ``virDomainLookupByID``. Perl: ``get_domain_by_id``.
        """
        handle = self._handle
        capsule = libvirtmod.virDomainLookupByID(handle._o, cint(id, "id"))
        if capsule is None:
            raise failed("virDomainLookupByID() failed")
        return Domain._of_capsule(self, capsule)

    def get_domain_by_uuid(self, uuid: UUIDLike) -> Domain:
        """The domain of a UUID: 16 bytes, 32 or 36 digits, or a ``uuid.UUID``.

        >>> conn.get_domain_by_uuid(dom.get_uuid()) == dom
        True

        Rests on: ``virDomainLookupByUUID``, ``virDomainLookupByUUIDString``.
        Perl: ``get_domain_by_uuid``.
        """
        found = arguments.uuid(uuid)
        if isinstance(found, str):
            return Domain(self, self._handle.lookupByUUIDString(found))
        return Domain(self, self._handle.lookupByUUID(found))

    def get_all_domain_stats(
        self, stats: int, doms: Iterable[Domain] | None = None, flags: Flags = 0
    ) -> list[DomainStats]:
        """Statistics of many domains in one round trip.

        ``stats`` are ``Domain.STATS_*`` (0: all that the driver has), ``doms`` the domains
        (``None``: all that ``flags``, some of ``Domain.GET_ALL_STATS_*``, choose). ``data`` of
        each element has libvirt's names such as ``state.state`` and ``vcpu.0.time``.

        >>> stats = conn.get_all_domain_stats(Sys.Virt.Domain.STATS_STATE)
        >>> stats[0]["dom"].get_name(), stats[0]["data"]
        ('test', {'state.state': 1, 'state.reason': 0})

        Rests on: ``virConnectGetAllDomainStats``, ``virDomainListGetStats``.
        Perl: ``get_all_domain_stats``.
        """
        bits, chosen = flag_bits(flags), flag_bits(stats, "stats")
        if doms is None:
            rows = self._get_stats(chosen, bits)
        else:
            handles = [
                arguments.handle(dom, Domain, f"doms[{at}]")
                for at, dom in enumerate(arguments.items(doms, "doms"))
            ]
            # Perl takes no domains for all of them.
            rows = self._list_stats(handles, chosen, bits) if handles else []
        return [{"dom": Domain._of_capsule(self, capsule), "data": data} for capsule, data in rows]

    def _get_stats(self, stats: int, flags: int) -> list[tuple[Any, dict[str, Any]]]:
        handle = self._handle
        try:
            rows: Any = libvirtmod.virConnectGetAllDomainStats(handle._o, stats, flags)
        except UnicodeDecodeError:
            return _libvirt.statistics.get_all_domain_stats(handle, stats, flags)
        if rows is None:
            raise failed("virConnectGetAllDomainStats() failed")
        return rows  # type: ignore[no-any-return]

    def _list_stats(
        self, doms: list[Any], stats: int, flags: int
    ) -> list[tuple[Any, dict[str, Any]]]:
        handle, capsules = self._handle, [each._o for each in doms]
        try:
            rows: Any = libvirtmod.virDomainListGetStats(handle._o, capsules, stats, flags)
        except UnicodeDecodeError:
            return _libvirt.statistics.list_get_stats(capsules, stats, flags)
        if rows is None:
            raise failed("virDomainListGetStats() failed")
        return rows  # type: ignore[no-any-return]

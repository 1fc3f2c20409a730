"""A real daemon behind its socket: two hundred defined guests, twenty of them running."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import libvirt

from benchmarks.contender import Scene, Work
from tests.hosts import Guest, Host, remove

RUNNING = "guest000"


@contextmanager
def scene(defined: int, running: int) -> Iterator[Scene]:
    """A libvirtd of its own with guests on it, for as long as the `with` lasts."""
    with Host() as host:
        connection = libvirt.open(host.uri)
        guests = [Guest(name=f"guest{at:03}", kvm=host.kvm, memory=32) for at in range(defined)]
        try:
            for at, guest in enumerate(guests):
                domain = connection.defineXML(guest.xml())
                if at < running:
                    domain.create()
            yield _scene(host.uri)
        finally:
            for guest in guests[:running]:
                remove(connection, guest.name)
            connection.close()


def _scene(uri: str) -> Scene:
    return Scene(
        uri,
        {
            "sysvirt": f"dom = conn.get_domain_by_name('{RUNNING}')",
            "libvirt-python": f"dom = conn.lookupByName('{RUNNING}')",
            "Perl": f"$dom = $conn->get_domain_by_name('{RUNNING}')",
            "C": f'dom = virDomainLookupByName(conn, "{RUNNING}");',
        },
    )


def _work(name: str, sysvirt: str, libvirt_python: str, perl: str, c: str) -> Work:
    statements = (sysvirt, libvirt_python, perl, c)
    return Work(
        name, dict(zip(("sysvirt", "libvirt-python", "Perl", "C"), statements, strict=True))
    )


WORKS = [
    _work(
        "get_state",
        "dom.get_state()",
        "dom.state()",
        "$dom->get_state()",
        "int state, why; virDomainGetState(dom, &state, &why, 0);",
    ),
    _work(
        "get_info",
        "dom.get_info()",
        "dom.info()",
        "$dom->get_info()",
        "virDomainInfo info; virDomainGetInfo(dom, &info);",
    ),
    _work(
        "get_domain_by_name",
        f"conn.get_domain_by_name('{RUNNING}')",
        f"conn.lookupByName('{RUNNING}')",
        f"$conn->get_domain_by_name('{RUNNING}')",
        f'virDomainFree(virDomainLookupByName(conn, "{RUNNING}"));',
    ),
    _work(
        "get_xml_description",
        "dom.get_xml_description()",
        "dom.XMLDesc()",
        "$dom->get_xml_description()",
        "free(virDomainGetXMLDesc(dom, 0));",
    ),
    _work(
        "list_all_domains (200)",
        "conn.list_all_domains()",
        "conn.listAllDomains()",
        "my @all = $conn->list_all_domains()",
        "virDomainPtr *all; int many = virConnectListAllDomains(conn, &all, 0); drop(all, many);",
    ),
    _work(
        "info of the 20 that run",
        "for dom in conn.list_domains(): dom.get_info()",
        "for dom in conn.listAllDomains(1): dom.info()",
        "$_->get_info() for $conn->list_domains()",
        "virDomainPtr *all; int many = virConnectListAllDomains(conn, &all, 1);"
        "for (int at = 0; at < many; at++) {"
        "virDomainInfo info; virDomainGetInfo(all[at], &info); }"
        "drop(all, many);",
    ),
    _work(
        "state and vCPU statistics of all, in bulk",
        "conn.get_all_domain_stats(9)",
        "conn.getAllDomainStats(9)",
        "my @all = $conn->get_all_domain_stats(9)",
        "virDomainStatsRecordPtr *all; virConnectGetAllDomainStats(conn, 9, &all, 0);"
        "virDomainStatsRecordListFree(all);",
    ),
]

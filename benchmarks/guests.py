"""Many guests: what a monitoring script does with ten thousand of them."""

from __future__ import annotations

from pathlib import Path

from benchmarks.contender import Scene, Work

_DOMAIN = """\
<domain type='test'><name>guest{number:05}</name><memory>262144</memory><vcpu>1</vcpu>
<os><type>hvm</type></os></domain>
"""


def scene(directory: Path, number: int) -> Scene:
    """A test driver's host with so many running guests."""
    path = directory / "node.xml"
    domains = "".join(_DOMAIN.format(number=at) for at in range(number))
    path.write_text(f"<node>{domains}</node>")
    return Scene(
        f"test://{path}",
        {
            "sysvirt": "doms = conn.list_all_domains()",
            "libvirt-python": "doms = conn.listAllDomains()",
            "Perl": "@doms = $conn->list_all_domains();",
            "C": "count = virConnectListAllDomains(conn, &doms, 0);",
        },
    )


WORKS = [
    Work(
        "list, info and state of each",
        {
            "sysvirt": "for dom in conn.list_all_domains():\n    dom.get_info(); dom.get_state()",
            "libvirt-python": "for dom in conn.listAllDomains():\n    dom.info(); dom.state()",
            "Perl": "for ($conn->list_all_domains()) { $_->get_info(); $_->get_state() }",
            "C": "virDomainPtr *all; int many = virConnectListAllDomains(conn, &all, 0);"
            "for (int at = 0; at < many; at++) { virDomainInfo info; int state, why;"
            "virDomainGetInfo(all[at], &info); virDomainGetState(all[at], &state, &why, 0); }"
            "drop(all, many);",
        },
    ),
    Work(
        "list",
        {
            "sysvirt": "conn.list_all_domains()",
            "libvirt-python": "conn.listAllDomains()",
            "Perl": "my @all = $conn->list_all_domains()",
            "C": "virDomainPtr *all; int many = virConnectListAllDomains(conn, &all, 0);"
            "drop(all, many);",
        },
    ),
    Work(
        "info of each",
        {
            "sysvirt": "for dom in doms: dom.get_info()",
            "libvirt-python": "for dom in doms: dom.info()",
            "Perl": "$_->get_info() for @doms",
            "C": "for (int at = 0; at < count; at++) { virDomainInfo info;"
            "virDomainGetInfo(doms[at], &info); }",
        },
    ),
    Work(
        "state of each",
        {
            "sysvirt": "for dom in doms: dom.get_state()",
            "libvirt-python": "for dom in doms: dom.state()",
            "Perl": "$_->get_state() for @doms",
            "C": "for (int at = 0; at < count; at++) { int state, why;"
            "virDomainGetState(doms[at], &state, &why, 0); }",
        },
    ),
    Work(
        "names, sorted",
        {
            "sysvirt": "sorted(dom.get_name() for dom in doms)",
            "libvirt-python": "sorted(dom.name() for dom in doms)",
            "Perl": "my @sorted = sort map { $_->get_name() } @doms",
        },
    ),
    Work(
        "statistics in bulk",
        {
            "sysvirt": "conn.get_all_domain_stats(0)",
            "libvirt-python": "conn.getAllDomainStats(0)",
            "Perl": "my @all = $conn->get_all_domain_stats(0)",
            "C": "virDomainStatsRecordPtr *all; virConnectGetAllDomainStats(conn, 0, &all, 0);"
            "virDomainStatsRecordListFree(all);",
        },
    ),
]

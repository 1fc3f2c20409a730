"""The twenty calls: the same one written for sysvirt, libvirt-python and Perl."""

from __future__ import annotations

from attrs import frozen


@frozen
class Call:
    """One call in three languages, on ``conn`` and ``dom`` of ``test:///default``."""

    name: str
    sysvirt: str
    libvirt: str
    perl: str


def _call(target: str, method: str, libvirt: str, *args: str) -> Call:
    listed = ", ".join(args)
    return Call(
        method,
        f"{target}.{method}({listed})",
        f"{target}.{libvirt}",
        f"${target}->{method}({listed})",
    )


CALLS = [
    _call("dom", "get_name", "name()"),
    _call("dom", "get_id", "ID()"),
    _call("dom", "get_uuid", "UUID()"),
    _call("dom", "get_uuid_string", "UUIDString()"),
    _call("dom", "is_active", "isActive()"),
    _call("dom", "get_info", "info()"),
    _call("dom", "get_state", "state()"),
    _call("dom", "get_os_type", "OSType()"),
    _call("dom", "get_autostart", "autostart()"),
    _call("dom", "set_autostart", "setAutostart(1)", "1"),
    _call("dom", "get_xml_description", "XMLDesc()"),
    _call("conn", "get_hostname", "getHostname()"),
    _call("conn", "list_domains", "listAllDomains(1)"),
    _call("conn", "get_capabilities", "getCapabilities()"),
    _call("conn", "num_of_domains", "numOfDomains()"),
    _call("conn", "list_all_domains", "listAllDomains()"),
    _call("conn", "get_domain_by_name", "lookupByName('test')", "'test'"),
    _call("conn", "get_domain_by_id", "lookupByID(1)", "1"),
    _call("conn", "get_all_domain_stats", "getAllDomainStats(0)", "0"),
    Call(
        "error raised",
        "try:\n    conn.get_domain_by_name('nobody')\nexcept Error: pass",
        "try:\n    conn.lookupByName('nobody')\nexcept Error: pass",
        "eval { $conn->get_domain_by_name('nobody') }",
    ),
]

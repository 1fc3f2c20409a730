"""Thirty calls of every kind, each in four languages."""

from __future__ import annotations

from benchmarks.contender import Scene, Work

SCENE = Scene(
    "test:///default",
    {
        "sysvirt": """
dom = conn.get_domain_by_name("test")
pool = conn.get_storage_pool_by_name("default-pool")
net = conn.get_network_by_name("default")
""",
        "libvirt-python": """
dom = conn.lookupByName("test")
pool = conn.storagePoolLookupByName("default-pool")
net = conn.networkLookupByName("default")
""",
        "Perl": """
$dom = $conn->get_domain_by_name("test");
$pool = $conn->get_storage_pool_by_name("default-pool");
$net = $conn->get_network_by_name("default");
""",
        "C": """
dom = virDomainLookupByName(conn, "test");
pool = virStoragePoolLookupByName(conn, "default-pool");
net = virNetworkLookupByName(conn, "default");
""",
    },
)


def _call(target: str, method: str, libvirt: str, c: str, *args: str) -> Work:
    """A method whose arguments are written alike in Perl and Python."""
    listed = ", ".join(args)
    return Work(
        method if target == "dom" else f"{target}: {method}",
        {
            "sysvirt": f"{target}.{method}({listed})",
            "libvirt-python": f"{target}.{libvirt}",
            "Perl": f"${target}->{method}({listed})",
            "C": c,
        },
    )


_LOOKED_UP = "virDomainFree({});"

CALLS = [
    # Numbers and truth values.
    _call("dom", "get_id", "ID()", "virDomainGetID(dom);"),
    _call("dom", "get_max_memory", "maxMemory()", "virDomainGetMaxMemory(dom);"),
    _call("dom", "is_active", "isActive()", "virDomainIsActive(dom);"),
    _call("dom", "get_autostart", "autostart()", "int on; virDomainGetAutostart(dom, &on);"),
    _call("conn", "num_of_domains", "numOfDomains()", "virConnectNumOfDomains(conn);"),
    # Texts and bytes.
    _call("dom", "get_name", "name()", "virDomainGetName(dom);"),
    _call(
        "dom",
        "get_uuid",
        "UUID()",
        "unsigned char raw[VIR_UUID_BUFLEN]; virDomainGetUUID(dom, raw);",
    ),
    _call(
        "dom",
        "get_uuid_string",
        "UUIDString()",
        "char text[VIR_UUID_STRING_BUFLEN]; virDomainGetUUIDString(dom, text);",
    ),
    _call("dom", "get_os_type", "OSType()", "free(virDomainGetOSType(dom));"),
    _call("conn", "get_hostname", "getHostname()", "free(virConnectGetHostname(conn));"),
    # Several values: fixed lists, hashes, lists of hashes.
    _call(
        "dom", "get_state", "state()", "int state, why; virDomainGetState(dom, &state, &why, 0);"
    ),
    _call("dom", "get_info", "info()", "virDomainInfo info; virDomainGetInfo(dom, &info);"),
    _call(
        "dom",
        "memory_stats",
        "memoryStats()",
        "virDomainMemoryStatStruct stats[VIR_DOMAIN_MEMORY_STAT_NR];"
        "virDomainMemoryStats(dom, stats, VIR_DOMAIN_MEMORY_STAT_NR, 0);",
    ),
    _call(
        "dom",
        "get_scheduler_parameters",
        "schedulerParameters()",
        "int many; free(virDomainGetSchedulerType(dom, &many)); virTypedParameter all[1];"
        "many = 1; virDomainGetSchedulerParameters(dom, all, &many);",
    ),
    _call(
        "dom",
        "get_vcpu_info",
        "vcpus()",
        "virDomainInfo info; virDomainGetInfo(dom, &info); virNodeInfo node;"
        "virNodeGetInfo(conn, &node); virVcpuInfo cpus[2]; unsigned char maps[4];"
        "virDomainGetVcpus(dom, cpus, 2, maps, 2);",
    ),
    _call(
        "pool", "get_info", "info()", "virStoragePoolInfo info; virStoragePoolGetInfo(pool, &info);"
    ),
    _call("conn", "get_node_info", "getInfo()", "virNodeInfo node; virNodeGetInfo(conn, &node);"),
    # Objects.
    _call(
        "conn",
        "get_domain_by_id",
        "lookupByID(1)",
        _LOOKED_UP.format("virDomainLookupByID(conn, 1)"),
        "1",
    ),
    _call(
        "conn",
        "get_domain_by_name",
        "lookupByName('test')",
        _LOOKED_UP.format('virDomainLookupByName(conn, "test")'),
        "'test'",
    ),
    _call(
        "conn",
        "list_domains",
        "listAllDomains(1)",
        "virDomainPtr *all; drop(all, virConnectListAllDomains(conn, &all, 1));",
    ),
    _call(
        "conn",
        "list_all_domains",
        "listAllDomains()",
        "virDomainPtr *all; drop(all, virConnectListAllDomains(conn, &all, 0));",
    ),
    _call(
        "conn",
        "list_all_networks",
        "listAllNetworks()",
        "virNetworkPtr *all; int many = virConnectListAllNetworks(conn, &all, 0);"
        "while (many > 0) virNetworkFree(all[--many]); free(all);",
    ),
    _call(
        "conn",
        "get_all_domain_stats",
        "getAllDomainStats(0)",
        "virDomainStatsRecordPtr *all; virConnectGetAllDomainStats(conn, 0, &all, 0);"
        "virDomainStatsRecordListFree(all);",
        "0",
    ),
    # XML.
    _call("dom", "get_xml_description", "XMLDesc()", "free(virDomainGetXMLDesc(dom, 0));"),
    _call("net", "get_xml_description", "XMLDesc()", "free(virNetworkGetXMLDesc(net, 0));"),
    _call(
        "conn", "get_capabilities", "getCapabilities()", "free(virConnectGetCapabilities(conn));"
    ),
    # Setters.
    _call("dom", "set_autostart", "setAutostart(1)", "virDomainSetAutostart(dom, 1);", "1"),
    _call(
        "dom", "set_memory", "setMemory(1048576)", "virDomainSetMemory(dom, 1048576);", "1048576"
    ),
    _call(
        "dom",
        "set_metadata",
        "setMetadata(0, 'text', None, None)",
        'virDomainSetMetadata(dom, 0, "text", NULL, NULL, 0);',
        "0",
        "'text'",
    ),
    # An error raised and caught.
    Work(
        "error raised",
        {
            "sysvirt": "try:\n    conn.get_domain_by_name('nobody')\nexcept Error: pass",
            "libvirt-python": "try:\n    conn.lookupByName('nobody')\nexcept Error: pass",
            "Perl": "eval { $conn->get_domain_by_name('nobody') }",
            "C": 'virDomainLookupByName(conn, "nobody"); virGetLastError();',
        },
    ),
]

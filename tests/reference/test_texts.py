"""A text that isn't UTF-8, in whatever a method gives: nothing is lost, and nothing raises.

Names of files, of what is in a guest, and what a hypervisor says may be in any encoding. A proxy
puts a byte that isn't UTF-8 into what a daemon says.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sysvirt import Domain, Virt
from tests.hosts.proxy import Proxy
from tests.hosts.wire import STRING, ULLONG, chars, pack

#: A text that the daemon says, and the method that gives it.
SAID: dict[str, tuple[str, Callable[[Domain], Any]]] = {
    "statistics of all domains": (
        "state.state",
        lambda dom: dom.connection.get_all_domain_stats(Domain.STATS_STATE)[0]["data"],
    ),
    "statistics of some domains": (
        "state.state",
        lambda dom: dom.connection.get_all_domain_stats(Domain.STATS_STATE, [dom])[0]["data"],
    ),
    "scheduler parameters": ("weight", lambda dom: dom.get_scheduler_parameters()),
    "memory parameters": ("hard_limit", lambda dom: dom.get_memory_parameters()),
    "the name of a blkio parameter": ("device_weight", lambda dom: dom.get_blkio_parameters()),
    "the value of a blkio parameter": ("/dev/sda,500", lambda dom: dom.get_blkio_parameters()),
    "NUMA parameters": ("0-1", lambda dom: dom.get_numa_parameters()),
    "the name of an iotune parameter": ("read_iops_sec", lambda dom: dom.get_block_iotune("vda")),
    "the value of an iotune parameter": ("group of disks", lambda dom: dom.get_block_iotune("vda")),
    "parameters of an interface": (
        "inbound.average",
        lambda dom: dom.get_interface_parameters("testnet0"),
    ),
    "perf events": ("cpu_cycles", lambda dom: dom.get_perf_events()),
    "CPU statistics": ("vcpu_time", lambda dom: dom.get_cpu_stats(0, 1)),
    "all CPUs together": ("user_time", lambda dom: dom.get_cpu_stats(-1, 1)),
    "CPU statistics of the host": ("iowait", lambda dom: dom.connection.get_node_cpu_stats()),
    "file systems": ("/boot", lambda dom: dom.get_fs_info()),
    "the disks of a file system": ("ext4", lambda dom: dom.get_fs_info()),
    "addresses of interfaces": ("testnet0", lambda dom: dom.get_interface_addresses(0)),
    "disks with errors": ("vda", lambda dom: dom.get_disk_errors()),
    "the host name of a guest": ("testhost", lambda dom: dom.get_hostname()),
    "a title": ("a title of mine", lambda dom: dom.get_metadata(Domain.METADATA_TITLE)),
    "the type of a system": ("linux", lambda dom: dom.get_os_type()),
}


@pytest.mark.parametrize("what", SAID)
def test_what_a_daemon_says(far_dom: Domain, proxy: Proxy, what: str) -> None:
    far_dom.set_blkio_parameters({"device_weight": "/dev/sda,500"})
    far_dom.set_numa_parameters({"numa_nodeset": "0-1"})
    far_dom.set_block_iotune(
        "vda", {"group_name": "group of disks", "read_iops_sec": 10, "read_iops_sec_max": 20}
    )
    far_dom.set_metadata(Domain.METADATA_TITLE, "a title of mine")
    text, method = SAID[what]
    whole = method(far_dom)
    proxy.replace(text.encode(), text[:-1].encode() + b"\xe4")
    wanted = exchange(whole, text, text[:-1] + "\udce4")
    assert wanted != whole
    assert method(far_dom) == wanted


def exchange(data: Any, old: str, new: str) -> Any:
    """Some data with another text in it, wherever that is."""
    if isinstance(data, dict):
        return {exchange(key, old, new): exchange(value, old, new) for key, value in data.items()}
    if isinstance(data, list):
        return [exchange(each, old, new) for each in data]
    return data.replace(old, new) if isinstance(data, str) else data


def test_what_the_test_driver_never_says(far: Virt, far_dom: Domain, proxy: Proxy) -> None:
    rows = {"na\udce4me": (STRING, b"\xff"), "more": (STRING, "grün")}
    packed = {name.encode("utf-8", "surrogateescape"): row for name, row in rows.items()}
    found = {"na\udce4me": "\udcff", "more": "grün"}

    def tell(room: int, *_: int) -> bytes:
        return pack("Pi", packed if room else {}, len(packed))

    proxy.answer("CONNECT_SUPPORTS_FEATURE", "i", 1)
    proxy.answer("DOMAIN_GET_GUEST_INFO", "P", packed)
    proxy.answer("DOMAIN_GET_JOB_STATS", "iP", 1, packed)
    proxy.answer("DOMAIN_GET_LAUNCH_SECURITY_INFO", "P", packed)
    proxy.answer_by("NODE_GET_MEMORY_PARAMETERS", tell)
    proxy.answer_by("NODE_GET_SEV_INFO", lambda *_: pack("Pi", packed, len(packed)))
    assert far_dom.get_guest_info() == found
    assert far_dom.get_job_stats() == (1, found)
    assert far_dom.get_launch_security_info() == found
    parameters: object = far.get_node_memory_parameters()
    assert parameters == found
    assert far.get_node_sev_info() == found


def test_statistics_of_a_hosts_memory(far: Virt, proxy: Proxy) -> None:
    def tell(room: int, _cell: int, _flags: int) -> bytes:
        return pack("[sL]i", [(b"tot\xe4l", 5)] if room else [], 1)

    proxy.answer_by("NODE_GET_MEMORY_STATS", tell)
    assert far.get_node_memory_stats() == {"tot\udce4l": 5}


def test_counters_of_a_disk(far_dom: Domain, proxy: Proxy) -> None:
    def tell(_dom: str, _path: str, room: int, _flags: int) -> bytes:
        return pack("Pi", {b"cache\xe4": (ULLONG, 5)} if room else {}, 1)

    proxy.answer("CONNECT_SUPPORTS_FEATURE", "i", 1)
    proxy.answer_by("DOMAIN_BLOCK_STATS_FLAGS", tell)
    assert far_dom.block_stats("vda") == {"cache\udce4": 5}


def test_what_c_has_as_an_array(far: Virt, far_dom: Domain, proxy: Proxy) -> None:
    info = [3145728, 16, 1400, 2, 2, 2, 2]
    proxy.answer("NODE_GET_INFO", "i" * 32 + "Liiiiii", *chars(b"i6\xe46", 32), *info)
    assert far.get_node_info()["model"] == "i6\udce46"
    proxy.answer("NODE_GET_SECURITY_MODEL", "[i][i]", chars(b"selinu\xff\0"), chars(b"\xfe0\0"))
    assert far.get_node_security_model() == {"model": "selinu\udcff", "doi": "\udcfe0"}
    proxy.answer("DOMAIN_GET_SECURITY_LABEL", "[i]i", chars(b"system_u:\xe4\0"), 1)
    assert far_dom.get_security_label() == {
        "model": "selinu\udcff",
        "label": "system_u:\udce4",
        "enforcing": 1,
    }


def test_virtual_cpus_as_the_guest_has_them(far_dom: Domain, proxy: Proxy) -> None:
    proxy.answer("DOMAIN_GET_GUEST_VCPUS", "P", {"vcpus": (STRING, b"0-\xe4")})
    assert far_dom.get_guest_vcpus() == {"vcpus": "0-\udce4"}


def test_an_interface_without_an_address(far_dom: Domain, proxy: Proxy) -> None:
    proxy.answer("DOMAIN_INTERFACE_ADDRESSES", "[so[isu]]", [(b"eth\xe4", None, [])])
    nics: list[Any] = [*far_dom.get_interface_addresses(0)]
    assert nics == [{"name": "eth\udce4", "addrs": []}]


def test_messages(far_dom: Domain, proxy: Proxy) -> None:
    proxy.answer("DOMAIN_GET_MESSAGES", "[s]", [b"t\xe4inted: x"])
    assert far_dom.get_messages() == ["t\udce4inted: x"]


def test_leases(far: Virt, proxy: Proxy) -> None:
    # Interface, end, type, MAC address, IAID, address, prefix, host name, client ID.
    lease = ("virbr0", 0, 0, None, None, "192.168.122.5", 24, b"h\xf6st", None)
    proxy.answer("NETWORK_GET_DHCP_LEASES", "[slioosuoo]u", [lease], 1)
    assert far.get_network_by_name("default").get_dhcp_leases("52:54:00:00:00:01", 3) == [
        {
            "iface": "virbr0",
            "expirytime": 0,
            "type": 0,
            "mac": None,
            "iaid": None,
            "ipaddr": "192.168.122.5",
            "prefix": 24,
            "hostname": "h\udcf6st",
            "clientid": None,
        }
    ]
    assert proxy.calls[:1] == [("NETWORK_GET_DHCP_LEASES", "default", "52:54:00:00:00:01", 1, 3)]


def test_the_keys_of_a_user(far_dom: Domain, proxy: Proxy) -> None:
    proxy.answer("DOMAIN_AUTHORIZED_SSH_KEYS_GET", "[s]", [b"ssh-rsa AAAA j\xfcrgen"])
    assert far_dom.authorized_ssh_keys_get("root") == ["ssh-rsa AAAA j\udcfcrgen"]

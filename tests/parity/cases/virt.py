"""The connection: opening, the host, CPU models, domains."""

from __future__ import annotations

from typing import Any

from tests.parity.case import Case, Differs, Step, call, callback, const, noted, raw, ref

UUID = bytes.fromhex("6695eb01f6a4830479aa97f2502e193f")
CPU = "<cpu><arch>x86_64</arch><model>qemu64</model></cpu>"
BIG_NODE = """
<node>
  <cpu><mhz>2400</mhz><model>big</model><active>64</active><nodes>2</nodes><sockets>2</sockets>
    <cores>8</cores><threads>2</threads></cpu>
  <memory>8589934597</memory>
</node>
"""
AUTH_NODE = """
<node>
  <domain type='test'><name>fc4</name><memory>1</memory><os><type>hvm</type></os></domain>
  <auth><user password='123456'>bill</user></auth>
</node>
"""


def guarded(asked: Any, keep: str | None = None) -> Step:
    """Open the test driver that wants a user and a password."""
    named = {
        "uri": "test://{tmp}/node.xml",
        "auth": True,
        "credlist": [const("CRED_AUTHNAME"), const("CRED_PASSPHRASE")],
        "callback": asked,
    }
    return call("Sys::Virt", "new", named=named, keep=keep)


CASES = [
    Case(
        "virt: opening in every form",
        [
            call("Sys::Virt", "new", named={"uri": "test:///default"}, keep="a"),
            call("a", "get_uri"),
            call("Sys::Virt", "new", named={"address": "test:///default"}, keep="b"),
            call("b", "get_uri"),
            call(
                "Sys::Virt", "new", named={"uri": "test:///nowhere", "address": "test:///default"}
            ),
            call("Sys::Virt", "new", named={"uri": "test:///default", "readonly": True}, keep="c"),
            call("c", "define_domain", "<domain/>"),
            call(
                "Sys::Virt",
                "new",
                named={"uri": "test:///default", "readonly": None, "auth": None, "flags": None},
                keep="d",
            ),
            call("d", "define_domain", "<domain/>"),
            call(
                "Sys::Virt", "new", named={"uri": "test:///default", "flags": const("CONNECT_RO")}
            ),
            call(
                "Sys::Virt",
                "new",
                named={
                    "uri": "test:///default",
                    "auth": True,
                    "credlist": [const("CRED_AUTHNAME"), const("CRED_PASSPHRASE")],
                    "callback": callback("asked"),
                },
            ),
            call("Sys::Virt", "new", named={"uri": "nobody:///serves"}),
            call("Sys::Virt", "new", named={"uri": "test:///no/such/file"}),
        ],
        uri=None,
    ),
    Case(
        "virt: credentials",
        [
            guarded(callback("gives up", returns=-1)),
            guarded(callback("is wrong", answers={"2": "bill", "5": "guess"})),
            guarded(callback("is right", answers={"2": "bill", "5": "123456"}), keep="conn"),
            call("conn", "list_domains"),
            guarded(callback("returns", answers={"2": "bill", "5": "123456"}, returns=None)),
            *[noted(name) for name in ("gives up", "is wrong", "is right", "returns")],
            call("Sys::Virt", "new", named={"uri": "test://{tmp}/node.xml"}),
            call("Sys::Virt", "new", named={"uri": "test://{tmp}/node.xml", "readonly": True}),
        ],
        uri=None,
        node=AUTH_NODE,
    ),
    Case(
        "virt: what it says about itself",
        [
            call("conn", "get_type"),
            call("conn", "get_uri"),
            call("conn", "get_hostname"),
            call("conn", "get_version"),
            call("conn", "get_major_version"),
            call("conn", "get_minor_version"),
            call("conn", "get_micro_version"),
            call("conn", "get_library_version"),
            call("conn", "is_secure"),
            call("conn", "is_encrypted"),
            call("conn", "is_alive"),
            call("conn", "get_max_vcpus", "test"),
            call("conn", "get_capabilities"),
            call("conn", "get_storage_pool_capabilities"),
            call("conn", "get_domain_capabilities", None, "i686", None, "test"),
            call("conn", "set_keep_alive", 5, 3),
            call("conn", "set_identity", {"user-name": "fred", "process-id": 7}),
            call("conn", "domain_xml_from_native", "qemu-argv", "qemu"),
            call("conn", "domain_xml_to_native", "qemu-argv", "<domain/>"),
            call("conn", "get_sysinfo"),
        ],
    ),
    Case(
        "virt: the host",
        [
            call("conn", "get_node_info"),
            call("conn", "get_node_cpu_map"),
            call("conn", "get_node_cpu_stats"),
            call("conn", "get_node_cpu_stats", 1),
            call("conn", "get_node_memory_stats"),
            call("conn", "get_node_memory_parameters"),
            call("conn", "set_node_memory_parameters", {"shm_pages_to_scan": 200}),
            call("conn", "get_node_sev_info"),
            call("conn", "node_suspend_for_duration", 0, 60),
            call("conn", "get_node_security_model"),
            call("conn", "get_node_free_memory"),
            call("conn", "get_node_cells_free_memory", 0, 1),
            call("conn", "get_node_cells_free_memory", 1, 1),
            call("conn", "get_node_cells_free_memory", 7, 7),
            call("conn", "get_node_free_pages", [4, 2048], 0, 1, compare="type"),
            call("conn", "get_node_free_pages", [4], 0, 9),
            call("conn", "node_alloc_pages", [[2048, 1]], 0, 0),
        ],
    ),
    Case("virt: a host of one's own", [call("conn", "get_node_info")], node=BIG_NODE),
    Case(
        "virt: CPU models",
        [
            call("conn", "get_cpu_model_names", "x86_64"),
            call("conn", "get_cpu_model_names", "no such"),
            call("conn", "compare_cpu", CPU),
            call("conn", "compare_hypervisor_cpu", None, None, None, None, CPU),
            call("conn", "baseline_cpu", [CPU]),
            call("conn", "baseline_cpu", ["<cpu/>"]),
            call("conn", "baseline_cpu", []),
            call("conn", "baseline_hypervisor_cpu", None, None, None, None, [CPU]),
        ],
    ),
    Case(
        "virt: domains",
        [
            call("conn", "list_domains"),
            call("conn", "num_of_domains"),
            call("conn", "list_domain_ids", 10),
            call("conn", "list_domain_ids", 0),
            call("conn", "list_defined_domains"),
            call("conn", "num_of_defined_domains"),
            call("conn", "list_defined_domain_names", 10),
            call("conn", "list_all_domains"),
            call("conn", "list_all_domains", const("Domain::LIST_INACTIVE")),
            call("conn", "get_domain_by_name", "test", keep="dom"),
            call("conn", "get_domain_by_name", "nobody"),
            call("conn", "get_domain_by_id", 1),
            call("conn", "get_domain_by_id", 99),
            call("conn", "get_domain_by_uuid", raw(UUID)),
            call("conn", "get_domain_by_uuid", UUID.hex()),
            call("conn", "get_domain_by_uuid", "6695eb01-f6a4-8304-79aa-97f2502e193f"),
            call("conn", "get_domain_by_uuid", "6695eb01-f6a4-8304-79aa-97f2502e1930"),
            call("conn", "get_domain_by_uuid", "too short"),
            call("conn", "get_all_domain_stats", 0, volatile=("cpu.time",)),
            call("conn", "get_all_domain_stats", const("Domain::STATS_STATE"), [ref("dom")]),
        ],
    ),
    Case(
        "virt: identity, state and information of a domain",
        [
            call("conn", "get_domain_by_name", "test", keep="dom"),
            call("dom", "get_id"),
            call("dom", "get_name"),
            call("dom", "get_uuid"),
            call("dom", "get_uuid_string"),
            call("dom", "get_hostname"),
            call("dom", "is_active"),
            call("dom", "is_persistent"),
            call("dom", "is_updated"),
            call("dom", "get_os_type"),
            call("dom", "get_xml_description"),
            call("dom", "get_xml_description", const("Domain::XML_INACTIVE")),
            call("dom", "get_info", volatile=("cpuTime",)),
            call("dom", "get_state"),
            call("dom", "get_control_info"),
            call("dom", "get_autostart"),
            call("dom", "set_autostart", True),
            call("dom", "get_autostart"),
        ],
    ),
    Case(
        "virt: an error",
        [
            call("conn", "get_domain_by_name", "nobody", catch="err"),
            call("err", "stringify"),
            call("err", "code"),
            call("err", "domain"),
            call("err", "message"),
            call(
                "err",
                "level",
                differs=Differs("Perl gives the code", {"value": [{"n": "2"}]}),
            ),
        ],
    ),
    Case(
        "virt: close callback",
        [
            call("conn", "register_close_callback", callback("closed")),
            call("conn", "unregister_close_callback"),
        ],
    ),
    Case(
        "virt: a real host",
        [
            call("conn", "get_sysinfo"),
            # A virtual machine that runs the tests may get and lose memory meanwhile.
            call("conn", "get_node_info", volatile=("memory",)),
            call("conn", "get_node_cpu_map"),
            call("conn", "get_node_cpu_stats", compare="type"),
            call("conn", "get_node_cpu_stats", 0, compare="type"),
            call("conn", "get_node_memory_stats", compare="type"),
            call("conn", "get_node_security_model"),
            call("conn", "get_node_free_memory", compare="type"),
            call("conn", "get_node_memory_parameters"),
            call("conn", "get_node_free_pages", [4], 0, 0, compare="type"),
            call("conn", "get_node_sev_info"),
            call("conn", "node_alloc_pages", [[2048, 0]], 0, 0),
            call("conn", "get_capabilities", compare="type"),
            call("conn", "get_domain_capabilities", None, "x86_64", None, "qemu"),
            call("conn", "compare_cpu", CPU),
            call("conn", "compare_hypervisor_cpu", None, None, None, None, CPU),
            call("conn", "baseline_cpu", [CPU, CPU]),
            call("conn", "baseline_hypervisor_cpu", None, None, None, None, [CPU, CPU]),
            call("conn", "set_keep_alive", 5, 3),
            call("conn", "set_identity", {"user-name": "fred", "unix-user-id": 1000}),
            call("conn", "get_max_vcpus", "qemu"),
        ],
        uri="{host}",
    ),
    Case(
        "virt: a real host's settings",
        [
            call("conn", "get_node_memory_parameters"),
            call(
                "conn",
                "set_node_memory_parameters",
                {"shm_pages_to_scan": 101},
            ),
            call("conn", "get_node_memory_parameters"),
            call("conn", "set_node_memory_parameters", {"shm_sleep_millisecs": 2**32 - 1}),
            call(
                "conn",
                "get_node_memory_parameters",
                differs=Differs("Perl gives a negative number; tests/hypervisor/test_tuning.py"),
            ),
        ],
        uri="{host}",
        cleanup=[
            call(
                "conn",
                "set_node_memory_parameters",
                {"shm_pages_to_scan": 100, "shm_sleep_millisecs": 20},
            )
        ],
    ),
]

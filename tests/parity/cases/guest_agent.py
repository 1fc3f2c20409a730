"""What goes on inside a guest."""

from tests.parity.case import Case, Differs, call, const

PAIR = "a pair is a tuple, not a reference to a list"
ALL = Differs("the manual's NULL, which Perl can't say", {"value": []})
NO_LIST = Differs("no list means all; Perl crashes", {"value": []})
KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI{} somebody@example"
# Libvirt tells them from 11.2 on, where the agent does.
LOADS = ("load.1m", "load.5m", "load.15m")


def pair(secs: int, nsecs: int) -> Differs:
    """The answer of ``get_time``."""
    return Differs(PAIR, {"value": [{"n": str(secs)}, {"n": str(nsecs)}]})


CASES = [
    Case(
        "guest agent: the clock",
        [
            call("conn", "get_domain_by_name", "test", keep="dom"),
            call("dom", "get_time", differs=pair(627319920, 0)),
            call("dom", "set_time", 1700000000, 500000000),
            call("dom", "get_time", differs=pair(1700000000, 500000000)),
            call("dom", "set_time", 2**40, 4294967295),
            call("dom", "get_time", differs=pair(2**40, 4294967295)),
            call("dom", "set_time", -5, 1),
            call("dom", "get_time", differs=pair(-5, 1)),
            call("dom", "set_time", 7, 0, const("Domain::TIME_SYNC")),
            call("dom", "get_time", differs=pair(7, 0)),
            call("dom", "set_time", 0, 0, 4096),
            call("dom", "get_time", 4096),
        ],
    ),
    Case(
        "guest agent: as the test driver plays it",
        [
            call("conn", "get_domain_by_name", "test", keep="dom"),
            call("dom", "set_user_password", "root", "sesame"),
            call("dom", "set_user_password", "root", "x", const("Domain::PASSWORD_ENCRYPTED")),
            call("dom", "set_user_password", "root", "x", 4096),
            call("dom", "fs_trim", "/", 0),
            call("dom", "fs_trim", "/nowhere", 0),
            call("dom", "fs_trim", "/boot", 2**63),
            call("dom", "fs_trim", "/", 0, 4096),
            call("dom", "fs_trim", None, 0, differs=ALL),
            call("dom", "fs_freeze", ["/boot"]),
            call("dom", "fs_thaw", ["/boot"]),
            call("dom", "fs_freeze", []),
            call("dom", "fs_thaw", []),
            call("dom", "fs_freeze", ["/nowhere"]),
            call("dom", "fs_freeze", [], 4096),
            call("dom", "fs_thaw", [], 4096),
            call("dom", "get_fs_info"),
            call("dom", "get_fs_info", 4096),
            call("dom", "get_interface_addresses", const("Domain::INTERFACE_ADDRESSES_SRC_LEASE")),
            call("dom", "get_interface_addresses", const("Domain::INTERFACE_ADDRESSES_SRC_AGENT")),
            call("dom", "get_interface_addresses", 0, 4096),
            call("dom", "get_interface_addresses", 77),
            call("dom", "get_guest_info"),
            call("dom", "set_agent_response_timeout", 5),
            call("dom", "authorized_ssh_keys_get", "root"),
            call("dom", "authorized_ssh_keys_set", "root", []),
        ],
    ),
    Case(
        "guest agent: no list",
        [
            call("conn", "get_domain_by_name", "test", keep="dom"),
            call("dom", "fs_freeze", None, differs=NO_LIST),
        ],
    ),
    Case(
        "guest agent: the clock of a guest",
        [
            call("conn", "get_domain_by_name", "{agent}", keep="dom"),
            call("dom", "set_time", 1900000000, 0),
            call("dom", "get_time", differs=Differs(PAIR)),
            call("dom", "set_time", -5, 0),
            call("dom", "set_time", 0, 0, const("Domain::TIME_SYNC")),
            call("dom", "get_time", differs=Differs(PAIR)),
        ],
        uri="{host}",
    ),
    Case(
        "guest agent: the file systems of a guest",
        [
            call("conn", "get_domain_by_name", "{agent}", keep="dom"),
            call("dom", "get_fs_info"),
            call("dom", "fs_trim", "/mnt", 0),
            call("dom", "fs_trim", None, 0, differs=ALL),
            call("dom", "fs_freeze", ["/mnt"]),
            call("dom", "get_fs_info"),
            call("dom", "fs_thaw", ["/mnt"]),
            call("dom", "fs_thaw", []),
            call("dom", "fs_freeze", []),
            call("dom", "fs_thaw", []),
            call("dom", "fs_freeze", ["/nowhere"]),
            call("dom", "fs_thaw", []),
            call("dom", "get_fs_info"),
        ],
        uri="{host}",
    ),
    Case(
        "guest agent: the addresses of a guest",
        [
            call("conn", "get_domain_by_name", "{agent}", keep="dom"),
            call("dom", "get_interface_addresses", const("Domain::INTERFACE_ADDRESSES_SRC_LEASE")),
            call("dom", "get_interface_addresses", const("Domain::INTERFACE_ADDRESSES_SRC_AGENT")),
            call("dom", "get_interface_addresses", const("Domain::INTERFACE_ADDRESSES_SRC_ARP")),
            call("dom", "get_interface_addresses", 77),
            call("conn", "get_network_by_name", "default", keep="net"),
            call("net", "get_dhcp_leases", volatile=("expirytime",)),
            call("net", "list_all_ports", keep="port"),
            call("port", "get_xml_description"),
            call("port", "get_parameters"),
            call("conn", "list_all_nwfilter_bindings"),
        ],
        uri="{host}",
    ),
    Case(
        "guest agent: what it tells of a guest",
        [
            call("conn", "get_domain_by_name", "{agent}", keep="dom"),
            call("dom", "get_guest_info", volatile=("fs.0.used-bytes", *LOADS)),
            call("dom", "get_guest_info", const("Domain::GUEST_INFO_USERS")),
            call("dom", "get_guest_info", const("Domain::GUEST_INFO_OS")),
            call("dom", "get_guest_info", const("Domain::GUEST_INFO_TIMEZONE")),
            call("dom", "get_guest_info", const("Domain::GUEST_INFO_DISKS")),
            call("dom", "get_guest_info", 4096),
            call("dom", "get_guest_info", 0, 4096),
        ],
        uri="{host}",
    ),
    Case(
        "guest agent: the users of a guest",
        [
            call("conn", "get_domain_by_name", "{agent}", keep="dom"),
            call("dom", "set_user_password", "root", "sesame"),
            call("dom", "set_user_password", "nobodyatall", "x"),
            call("dom", "authorized_ssh_keys_set", "fred", []),
            call("dom", "authorized_ssh_keys_get", "fred"),
            call("dom", "authorized_ssh_keys_set", "fred", [KEY.format(1), KEY.format(2)]),
            call("dom", "authorized_ssh_keys_get", "fred"),
            call(
                "dom",
                "authorized_ssh_keys_set",
                "fred",
                [KEY.format(3)],
                const("Domain::AUTHORIZED_SSH_KEYS_SET_APPEND"),
            ),
            call("dom", "authorized_ssh_keys_get", "fred"),
            call(
                "dom",
                "authorized_ssh_keys_set",
                "fred",
                [KEY.format(1)],
                const("Domain::AUTHORIZED_SSH_KEYS_SET_REMOVE"),
            ),
            call("dom", "authorized_ssh_keys_get", "fred"),
            call("dom", "authorized_ssh_keys_set", "fred", [KEY.format(4)]),
            call("dom", "authorized_ssh_keys_get", "fred"),
            call("dom", "authorized_ssh_keys_set", "fred", [], 1),
            call("dom", "authorized_ssh_keys_set", "fred", []),
            call("dom", "authorized_ssh_keys_get", "fred"),
            call("dom", "authorized_ssh_keys_get", "nobodyatall"),
            call("dom", "set_agent_response_timeout", 7),
            call("dom", "set_agent_response_timeout", -7),
            call(
                "dom", "set_agent_response_timeout", const("Domain::AGENT_RESPONSE_TIMEOUT_BLOCK")
            ),
            call(
                "dom", "set_agent_response_timeout", const("Domain::AGENT_RESPONSE_TIMEOUT_DEFAULT")
            ),
        ],
        uri="{host}",
    ),
]

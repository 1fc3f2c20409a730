"""The host's network interfaces."""

from tests.parity.case import Case, Differs, call, const

MAC = "aa:bb:cc:dd:ee:ff"
ETH2 = "<interface type='ethernet' name='eth2'><mac address='aa:bb:cc:dd:ee:02'/></interface>"
SAME_MAC = f"<interface type='ethernet' name='eth3'><mac address='{MAC}'/></interface>"

CASES = [
    Case(
        "interface: what it is",
        [
            call("conn", "get_interface_by_name", "eth1", keep="iface"),
            call("iface", "get_name"),
            call("iface", "get_mac"),
            call("iface", "is_active"),
            call("iface", "get_xml_description"),
            call("iface", "get_xml_description", const("Interface::XML_INACTIVE")),
            call("conn", "get_interface_by_name", "nobody"),
            call("conn", "get_interface_by_mac", MAC),
            call("conn", "get_interface_by_mac", MAC.upper()),
            call("conn", "get_interface_by_mac", "nobody"),
            call("conn", "define_interface", SAME_MAC),
            call("conn", "get_interface_by_mac", MAC),
        ],
    ),
    Case(
        "interface: from up to gone",
        [
            call("conn", "get_interface_by_name", "eth1", keep="iface"),
            call("conn", "num_of_interfaces"),
            call("conn", "list_interfaces"),
            call("conn", "list_interface_names", 10),
            call("conn", "list_interface_names", 0),
            call("conn", "num_of_defined_interfaces"),
            call("conn", "list_defined_interfaces"),
            call("iface", "create"),
            call("iface", "destroy", 4096),
            call("iface", "destroy"),
            call("iface", "destroy"),
            call("iface", "is_active"),
            call("conn", "num_of_interfaces"),
            call("conn", "list_interfaces"),
            call("conn", "num_of_defined_interfaces"),
            call("conn", "list_defined_interfaces"),
            call("conn", "list_defined_interface_names", 10),
            call("conn", "list_defined_interface_names", 0),
            call("conn", "list_all_interfaces"),
            call("conn", "list_all_interfaces", const("Interface::LIST_ACTIVE")),
            call("conn", "list_all_interfaces", const("Interface::LIST_INACTIVE")),
            call("conn", "list_all_interfaces", 4096),
            call("iface", "create", 4096),
            call("iface", "create"),
            call("iface", "is_active"),
            call("iface", "undefine"),
            call("iface", "undefine"),
            call("iface", "get_name"),
            call("iface", "get_mac"),
            call("iface", "is_active"),
            call("iface", "get_xml_description"),
            call("conn", "list_all_interfaces"),
        ],
    ),
    Case(
        "interface: making",
        [
            call("conn", "define_interface", ETH2, keep="iface"),
            call("iface", "is_active"),
            call("iface", "get_mac"),
            call(
                "conn", "define_interface", "<interface type='ethernet' name='eth4'/>", keep="four"
            ),
            call("four", "get_mac"),
            call("conn", "define_interface", "<interface/>"),
            call("conn", "define_interface", "no XML"),
            call("conn", "define_interface", ETH2, 4096),
            call("conn", "create_interface", "<interface/>"),
            call("conn", "create_interface", ETH2, keep="iface"),
            call(
                "iface",
                "is_active",
                differs=Differs(
                    "what is created is up, as with every other create_", {"value": [{"n": "1"}]}
                ),
            ),
        ],
    ),
    Case(
        "interface: a change and its end",
        [
            call("conn", "interface_change_commit"),
            call("conn", "interface_change_rollback"),
            call("conn", "interface_change_begin", 4096),
            call("conn", "interface_change_begin"),
            call("conn", "interface_change_begin"),
            call("conn", "get_interface_by_name", "eth1", keep="iface"),
            call("iface", "undefine"),
            call("conn", "list_all_interfaces"),
            call("conn", "interface_change_rollback"),
            call("conn", "list_all_interfaces"),
            call("conn", "interface_change_begin"),
            call("iface", "undefine"),
            call("conn", "interface_change_commit"),
            call("conn", "list_all_interfaces"),
        ],
    ),
    Case(
        "interface: of a real host",
        [
            call("conn", "get_interface_by_name", "lo", keep="iface"),
            call("iface", "get_name"),
            call("iface", "get_mac"),
            call("iface", "is_active"),
            call("iface", "get_xml_description"),
            call("conn", "list_all_interfaces"),
            call("conn", "list_interfaces"),
            call("conn", "list_defined_interfaces"),
            call("conn", "num_of_interfaces"),
            call("conn", "num_of_defined_interfaces"),
            call("conn", "list_interface_names", 100),
            call("conn", "list_defined_interface_names", 100),
            call("conn", "get_interface_by_mac", "00:00:00:00:00:00"),
            call("iface", "destroy"),
            call("conn", "interface_change_begin"),
        ],
        uri="{host}",
    ),
]

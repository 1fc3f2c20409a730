"""Networks and their ports."""

from tests.parity.case import Case, Differs, call, const, raw

UUID = "dd8fe884-6c02-601e-7551-cca97df1c5df"
NOBODY = "00000000-1111-2222-3333-444444444444"
PORT = "6695eb01-f6a4-8304-79aa-97f2502e193f"
LEASE = "<host mac='52:54:00:00:00:01' name='one' ip='192.168.122.10'/>"


def described(name: str, number: int) -> str:
    """A small isolated network with addresses of its own."""
    return (
        f"<network><name>{name}</name><uuid>5b1c5c86-0000-4000-8000-00000000000{number}</uuid>"
        f"<bridge name='{name}'/><mac address='52:54:00:00:55:0{number}'/>"
        f"<ip address='10.55.{number}.1' netmask='255.255.255.0'>"
        f"<dhcp><range start='10.55.{number}.2' end='10.55.{number}.9'/></dhcp></ip></network>"
    )


def port(bandwidth: str = "") -> str:
    """A port for a card of nobody's."""
    return (
        f"<networkport><uuid>{PORT}</uuid><owner><name>guest</name><uuid>{UUID}</uuid></owner>"
        f"<mac address='52:54:00:00:00:01'/>{bandwidth}</networkport>"
    )


INBOUND = "<bandwidth><inbound average='1000' peak='2000' burst='100'/></bandwidth>"

CASES = [
    Case(
        "network: what it is",
        [
            call("conn", "get_network_by_name", "default", keep="net"),
            call("net", "get_name"),
            call("net", "get_uuid"),
            call("net", "get_uuid_string"),
            call("net", "get_xml_description"),
            call("net", "get_xml_description", const("Network::XML_INACTIVE")),
            call("net", "get_xml_description", 64),
            call("net", "get_bridge_name"),
            call("net", "is_active"),
            call("net", "is_persistent"),
            call("net", "get_autostart"),
            call("net", "set_autostart", 1),
            call("net", "get_autostart"),
            call("net", "set_autostart", False),
            call("net", "get_autostart"),
        ],
    ),
    Case(
        "network: finding",
        [
            call("conn", "get_network_by_name", "default"),
            call("conn", "get_network_by_name", "nobody"),
            call("conn", "get_network_by_name", "ä"),
            call("conn", "get_network_by_uuid", UUID),
            call("conn", "get_network_by_uuid", UUID.replace("-", "")),
            call("conn", "get_network_by_uuid", raw(bytes.fromhex(UUID.replace("-", "")))),
            call("conn", "get_network_by_uuid", NOBODY),
            call("conn", "get_network_by_uuid", "x" * 36),
            call("conn", "get_network_by_uuid", "too short"),
        ],
    ),
    Case(
        "network: from running to gone",
        [
            call("conn", "num_of_networks"),
            call("conn", "list_networks"),
            call("conn", "list_network_names", 10),
            call("conn", "list_network_names", 0),
            call("conn", "num_of_defined_networks"),
            call("conn", "list_defined_networks"),
            call("conn", "get_network_by_name", "default", keep="net"),
            call("net", "create"),
            call("net", "destroy"),
            call("net", "destroy"),
            call("net", "is_active"),
            call("conn", "num_of_networks"),
            call("conn", "list_networks"),
            call("conn", "num_of_defined_networks"),
            call("conn", "list_defined_networks"),
            call("conn", "list_defined_network_names", 10),
            call("conn", "list_defined_network_names", 0),
            call("conn", "list_all_networks"),
            call("conn", "list_all_networks", const("Network::LIST_ACTIVE")),
            call("conn", "list_all_networks", const("Network::LIST_INACTIVE")),
            call("conn", "list_all_networks", const("Network::LIST_TRANSIENT")),
            call("conn", "list_all_networks", 4096),
            call("net", "create"),
            call("net", "is_active"),
            call("net", "destroy"),
            call("net", "undefine"),
            call("net", "get_name"),
            call("net", "is_persistent"),
            call("net", "get_xml_description"),
            call("conn", "list_all_networks"),
        ],
    ),
    Case(
        "network: making",
        [
            call("conn", "define_network", described("one", 1), keep="net"),
            call("net", "is_active"),
            call("net", "is_persistent"),
            call("net", "create"),
            call("net", "get_bridge_name"),
            call("conn", "create_network", described("two", 2), keep="two"),
            call("two", "is_active"),
            call("two", "is_persistent"),
            call("two", "set_autostart", True),
            call("two", "destroy"),
            call("two", "is_active"),
            call("conn", "define_network", described("two", 2), keep="two"),
            call("two", "destroy"),
            call("conn", "create_network", described("one", 4)),
            call("conn", "define_network", "<network/>"),
            call("conn", "define_network", "no XML"),
            call("conn", "create_network", "<network/>"),
            call(
                "conn",
                "define_network",
                "<network><name>x</name><strange/></network>",
                const("Network::DEFINE_VALIDATE"),
                compare="type",
            ),
            call(
                "conn", "create_network", "<x/>", const("Network::CREATE_VALIDATE"), compare="type"
            ),
            call("conn", "define_network", described("three", 5), 4096),
            call("conn", "create_network", described("three", 5), 4096),
        ],
    ),
    Case(
        "network: changing a part",
        [
            call("conn", "get_network_by_name", "default", keep="net"),
            call(
                "net",
                "update",
                const("Network::UPDATE_COMMAND_ADD_LAST"),
                const("Network::SECTION_IP_DHCP_HOST"),
                -1,
                LEASE,
            ),
            call("net", "get_xml_description"),
            call(
                "net",
                "update",
                const("Network::UPDATE_COMMAND_DELETE"),
                const("Network::SECTION_IP_DHCP_HOST"),
                0,
                LEASE,
                const("Network::UPDATE_AFFECT_LIVE"),
            ),
            call("net", "get_xml_description"),
            call("net", "update", 2, 4, 0, LEASE),
            call("net", "update", 77, 4, 0, LEASE),
            call("net", "update", 2, 77, 0, LEASE),
            call("net", "update", 2, 4, 0, "no XML"),
            call("net", "update", 2, 4, 0, LEASE, 4096),
        ],
    ),
    Case(
        "network: what the test driver lacks",
        [
            call("conn", "get_network_by_name", "default", keep="net"),
            call("net", "get_dhcp_leases"),
            call("net", "list_all_ports"),
            call("net", "create_port", port()),
            call("net", "get_port_by_uuid", PORT),
        ],
    ),
    Case(
        "network: its words",
        [
            call("conn", "get_network_by_name", "default", keep="net"),
            call("net", "get_metadata", const("Network::METADATA_TITLE")),
            call("net", "set_metadata", const("Network::METADATA_TITLE"), "Guests"),
            call("net", "get_metadata", const("Network::METADATA_TITLE")),
            call("net", "set_metadata", const("Network::METADATA_TITLE"), None, None, None, 0),
            call("net", "get_metadata", const("Network::METADATA_TITLE")),
            call(
                "net",
                "set_metadata",
                const("Network::METADATA_ELEMENT"),
                "<note/>",
                "n",
                "http://example.org/note",
            ),
            call(
                "net", "get_metadata", const("Network::METADATA_ELEMENT"), "http://example.org/note"
            ),
            call("net", "get_metadata", 77),
        ],
        since="9.7.0",
    ),
    Case(
        "network: many on a host",
        [
            *[
                call("conn", "define_network", described(f"sv{at}", at), keep=f"net{at}")
                for at in range(6)
            ],
            *[call(f"net{at}", "create") for at in range(3)],
            call("conn", "list_networks"),
            call("conn", "list_network_names", 100),
            call("conn", "list_network_names", 2, compare="type"),
            call("conn", "list_defined_networks"),
            call("conn", "list_defined_network_names", 100),
            call("conn", "num_of_networks"),
            call("conn", "num_of_defined_networks"),
            call("conn", "list_all_networks"),
            call("conn", "list_all_networks", const("Network::LIST_INACTIVE")),
            call("net5", "set_autostart", True),
            call("conn", "list_all_networks", const("Network::LIST_AUTOSTART")),
            call("net0", "undefine"),
            call("net0", "is_persistent"),
            call("conn", "list_all_networks", const("Network::LIST_TRANSIENT")),
            call("net0", "destroy"),
            call("net0", "is_active"),
            call("net1", "get_bridge_name"),
            call("net1", "get_dhcp_leases"),
            call("net1", "get_dhcp_leases", "52:54:00:00:00:01"),
            call("net1", "get_dhcp_leases", "nonsense"),
            call("net1", "get_dhcp_leases", None, 4096),
            call("net5", "get_dhcp_leases"),
        ],
        uri="{host}",
        cleanup=[
            *[call(f"net{at}", "destroy") for at in range(6)],
            *[call(f"net{at}", "undefine") for at in range(6)],
        ],
    ),
    Case(
        "network port: from made to gone",
        [
            call("conn", "create_network", described("svports", 7), keep="net"),
            call("net", "list_all_ports"),
            call("net", "create_port", port(INBOUND), keep="port"),
            call("port", "get_uuid"),
            call("port", "get_uuid_string"),
            call("port", "get_xml_description"),
            call("port", "get_xml_description", 4096),
            call("net", "list_all_ports"),
            call("net", "list_all_ports", 4096),
            call("net", "get_port_by_uuid", PORT),
            call("net", "get_port_by_uuid", PORT.replace("-", "")),
            call("net", "get_port_by_uuid", raw(bytes.fromhex(PORT.replace("-", "")))),
            call("net", "get_port_by_uuid", NOBODY),
            call("net", "get_port_by_uuid", "too short"),
            call("net", "create_port", port()),
            call("net", "create_port", "<networkport/>"),
            call(
                "net", "create_port", "<x/>", const("NetworkPort::CREATE_VALIDATE"), compare="type"
            ),
            call("port", "delete", 4096),
            call("port", "delete"),
            call("port", "delete"),
            call("port", "get_uuid_string"),
            call("port", "get_xml_description"),
            call("net", "list_all_ports"),
        ],
        uri="{host}",
        cleanup=[call("net", "destroy")],
    ),
    Case(
        "network port: bandwidth",
        [
            call("conn", "create_network", described("svports", 7), keep="net"),
            call("net", "create_port", port(INBOUND), keep="port"),
            call("port", "get_parameters"),
            call("port", "set_parameters", {"inbound.average": 500, "inbound.peak": 600}),
            call("port", "get_parameters"),
            call("port", "set_parameters", {"inbound.average": 2**31 - 1}),
            call("port", "get_parameters"),
            call("port", "set_parameters", {"inbound.average": 500}, 4096),
            call("port", "get_parameters", 4096),
            call("port", "set_parameters", {"inbound.average": 3 * 10**9}),
            call(
                "port",
                "get_parameters",
                differs=Differs(
                    "an unsigned number is unsigned",
                    {
                        "value": [
                            {
                                "hash": {
                                    "inbound.average": {"n": "3000000000"},
                                    "inbound.peak": {"n": "0"},
                                    "inbound.floor": {"n": "0"},
                                    "inbound.burst": {"n": "0"},
                                }
                            }
                        ]
                    },
                ),
            ),
            call(
                "port",
                "set_parameters",
                {"outbound.average": 500},
            ),
            call(
                "port",
                "get_parameters",
                differs=Differs(
                    "a key without a value yet is set, not dropped",
                    {
                        "value": [
                            {
                                "hash": {
                                    "outbound.average": {"n": "500"},
                                    "outbound.peak": {"n": "0"},
                                    "outbound.burst": {"n": "0"},
                                }
                            }
                        ]
                    },
                ),
            ),
            call(
                "port",
                "set_parameters",
                {"sideways": 1},
                differs=Differs("an unknown key is an error that names it"),
            ),
        ],
        uri="{host}",
        cleanup=[call("port", "delete"), call("net", "destroy")],
    ),
]

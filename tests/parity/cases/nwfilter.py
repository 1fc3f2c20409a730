"""Network filters and their bindings."""

from tests.parity.case import Case, call, const, raw

UUID = "fb57c546-76dc-a372-513f-e8179011b48a"
NOBODY = "00000000-1111-2222-3333-444444444444"
FILTER = (
    f"<filter name='sv-no-mail' chain='root'><uuid>{UUID}</uuid>"
    "<rule action='drop' direction='out' priority='500'><tcp dstportstart='25'/></rule></filter>"
)
BINDING = (
    "<filterbinding><owner><name>guest</name>"
    "<uuid>6695eb01-f6a4-8304-79aa-97f2502e193f</uuid></owner>"
    "<portdev name='lo'/><mac address='52:54:00:00:00:01'/>"
    "<filterref filter='sv-no-mail'/></filterbinding>"
)

CASES = [
    Case(
        "nwfilter: what the test driver lacks",
        [
            call("conn", "define_nwfilter", FILTER),
            call("conn", "define_nwfilter", FILTER, const("NWFilter::DEFINE_VALIDATE")),
            call("conn", "create_nwfilter_binding", BINDING),
            # The refusal names the first C function, which is another one.
            call("conn", "list_nwfilters", compare="type"),
            call("conn", "num_of_nwfilters"),
            call("conn", "list_nwfilter_names", 10, compare="type"),
            call("conn", "list_all_nwfilters"),
            call("conn", "list_all_nwfilter_bindings"),
            call("conn", "get_nwfilter_by_name", "x"),
            call("conn", "get_nwfilter_by_uuid", UUID),
            call("conn", "get_nwfilter_binding_by_port_dev", "lo"),
        ],
    ),
    Case(
        "nwfilter: from made to gone",
        [
            call("conn", "define_nwfilter", FILTER, keep="filter"),
            call("filter", "get_name"),
            call("filter", "get_uuid"),
            call("filter", "get_uuid_string"),
            call("filter", "get_xml_description"),
            call("filter", "get_xml_description", 4096),
            call("conn", "get_nwfilter_by_name", "sv-no-mail"),
            call("conn", "get_nwfilter_by_name", "nobody"),
            call("conn", "get_nwfilter_by_uuid", UUID),
            call("conn", "get_nwfilter_by_uuid", UUID.replace("-", "")),
            call("conn", "get_nwfilter_by_uuid", raw(bytes.fromhex(UUID.replace("-", "")))),
            call("conn", "get_nwfilter_by_uuid", NOBODY),
            call("conn", "get_nwfilter_by_uuid", "too short"),
            call("conn", "num_of_nwfilters"),
            call("conn", "list_nwfilters"),
            call("conn", "list_nwfilter_names", 1000),
            call("conn", "list_nwfilter_names", 3, compare="type"),
            call("conn", "list_nwfilter_names", 0),
            call("conn", "list_all_nwfilters"),
            call("conn", "list_all_nwfilters", 4096),
            call("conn", "define_nwfilter", FILTER, const("NWFilter::DEFINE_VALIDATE")),
            call(
                "conn",
                "define_nwfilter",
                "<filter name='x'><strange/></filter>",
                const("NWFilter::DEFINE_VALIDATE"),
                compare="type",
            ),
            call("conn", "define_nwfilter", "<filter/>"),
            call("conn", "define_nwfilter", "no XML"),
            call("filter", "undefine"),
            call("filter", "undefine"),
            call("filter", "get_name"),
            call("conn", "get_nwfilter_by_name", "sv-no-mail"),
        ],
        uri="{host}",
        cleanup=[call("filter", "undefine")],
    ),
    Case(
        "nwfilter binding: from made to gone",
        [
            call("conn", "define_nwfilter", FILTER, keep="filter"),
            call("conn", "list_all_nwfilter_bindings"),
            call("conn", "create_nwfilter_binding", BINDING, keep="binding"),
            call("binding", "get_port_dev"),
            call("binding", "get_filter_name"),
            call("binding", "get_xml_description"),
            call("binding", "get_xml_description", 4096),
            call("conn", "list_all_nwfilter_bindings"),
            call("conn", "list_all_nwfilter_bindings", 4096),
            call("conn", "get_nwfilter_binding_by_port_dev", "lo"),
            call("conn", "get_nwfilter_binding_by_port_dev", "nobody"),
            call("conn", "create_nwfilter_binding", BINDING),
            call("conn", "create_nwfilter_binding", "<filterbinding/>"),
            call(
                "conn",
                "create_nwfilter_binding",
                "<filterbinding/>",
                const("NWFilterBinding::CREATE_VALIDATE"),
                compare="type",
            ),
            call("filter", "undefine"),
            call("binding", "delete"),
            call("binding", "delete"),
            call("binding", "get_port_dev"),
            call("binding", "get_filter_name"),
            call("binding", "get_xml_description"),
            call("conn", "list_all_nwfilter_bindings"),
        ],
        uri="{host}",
        cleanup=[call("binding", "delete"), call("filter", "undefine")],
    ),
]

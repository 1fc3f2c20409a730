"""Domains saved to files, restored from them, and dumped."""

from tests.parity.case import Case, Differs, call, const
from tests.parity.guests import gone, guest, small

CRASHES = "Perl takes the third argument for a hash without looking, and the process crashes"
DROPPED = "Perl drops a key that it doesn't know without a word"


def unknown(key: str, name: str = "params") -> dict[str, str]:
    """How sysvirt refuses a key of ``save`` and ``restore_domain``."""
    known = "['dxml', 'file', 'image_format', 'parallel.channels']"
    return {"died": f"ValueError: {name} has an unknown key {key!r}; known are: {known}"}


def flags(number: int, function: str) -> dict[str, dict[str, object]]:
    """How the test driver refuses flags."""
    message = f"unsupported flags ({number:#x}) in function {function}"
    return {"error": {"code": 8, "domain": 12, "message": message}}


CASES = [
    Case(
        "saving: to a file and back",
        [
            call("conn", "define_domain", small(), keep="dom"),
            call("dom", "save", "{tmp}/save"),
            call("dom", "create"),
            call("dom", "save", "{tmp}/save"),
            call("dom", "get_state"),
            call("conn", "get_save_image_xml_description", "{tmp}/save"),
            call("conn", "get_save_image_xml_description", "{tmp}/save", 1),
            call("conn", "get_save_image_xml_description", "{tmp}/save", 2),
            call("conn", "get_save_image_xml_description", "{tmp}/none"),
            call(
                "conn",
                "define_save_image_xml",
                "{tmp}/save",
                small(more="<on_crash>preserve</on_crash>"),
            ),
            call("conn", "get_save_image_xml_description", "{tmp}/save"),
            call("conn", "define_save_image_xml", "{tmp}/save", "no XML"),
            call("conn", "define_save_image_xml", "{tmp}/none", small()),
            call("conn", "restore_domain", "{tmp}/save"),
            call("dom", "get_state"),
            call("conn", "restore_domain", "{tmp}/save"),
            call("conn", "define_save_image_xml", "{tmp}/save", small("other")),
            call("conn", "restore_domain", "{tmp}/save"),
            call("conn", "restore_domain", "{tmp}/none"),
            call("dom", "save", "{tmp}/save", small(more="<on_crash>preserve</on_crash>")),
            call("dom", "save", "{tmp}/save", None, None, const("Domain::SAVE_BYPASS_CACHE")),
            call("dom", "save", "/nowhere/at/all"),
            call("dom", "save"),
            call("dom", "save", None, small()),
            call("conn", "restore_domain"),
            call("conn", "restore_domain", "{tmp}/save", small(), None, 1),
            call("conn", "restore_domain", "{tmp}/save", small("third")),
        ],
    ),
    Case(
        "saving: the dict of parameters",
        [
            call("conn", "get_domain_by_name", "test", keep="dom"),
            call("dom", "save", None, None, {"file": "{tmp}/save"}),
            call("dom", "save", None, None, {}),
            call("conn", "restore_domain", None, None, {}),
            call("dom", "save", None, None, {"file": "{tmp}/save", "image_format": "raw"}, 1),
            call("conn", "restore_domain", None, None, {"file": "{tmp}/save"}),
        ],
    ),
    Case(
        "saving: an unknown parameter",
        [
            call("conn", "get_domain_by_name", "test", keep="dom"),
            call(
                "dom",
                "save",
                "{tmp}/save",
                None,
                {"fiel": "x"},
                differs=Differs(DROPPED, unknown("fiel")),
            ),
            call(
                "conn",
                "restore_domain",
                "{tmp}/save",
                None,
                {"fiel": "x"},
                differs=Differs(DROPPED, unknown("fiel")),
            ),
        ],
    ),
    # The older form: flags in the third place. 0 does no harm in Perl.
    Case(
        "saving: no flags in the place of the parameters",
        [
            call("conn", "get_domain_by_name", "test", keep="dom"),
            call("dom", "save", "{tmp}/save", None, 0),
            call("conn", "restore_domain", "{tmp}/save", None, 0),
            call("dom", "get_name"),
        ],
    ),
    Case(
        "saving: flags in the place of the parameters",
        [
            call("conn", "get_domain_by_name", "test", keep="dom"),
            call(
                "dom",
                "save",
                "{tmp}/save",
                None,
                1,
                differs=Differs(CRASHES, flags(1, "testDomainSaveFlags")),
            ),
        ],
    ),
    Case(
        "restoring: flags in the place of the parameters",
        [
            call(
                "conn",
                "restore_domain",
                "{tmp}/save",
                None,
                1,
                differs=Differs(CRASHES, flags(1, "testDomainRestoreFlags")),
            ),
        ],
    ),
    Case(
        "saving: managed",
        [
            call("conn", "get_domain_by_name", "test", keep="dom"),
            call("dom", "has_managed_save_image"),
            call("dom", "managed_save"),
            call("dom", "get_state"),
            call("dom", "has_managed_save_image"),
            call("dom", "managed_save"),
            call("dom", "managed_save_get_xml_description"),
            call("dom", "managed_save_define_xml", small()),
            call("dom", "undefine"),
            call("dom", "managed_save_remove"),
            call("dom", "has_managed_save_image", 0),
            call("dom", "has_managed_save_image", 1),
            call("dom", "managed_save_remove", 1),
            call("dom", "create"),
            call("dom", "managed_save", const("Domain::SAVE_RUNNING")),
            call("dom", "create"),
            call("dom", "managed_save", 1 << 20),
        ],
    ),
    Case(
        "saving: core dumps",
        [
            call("conn", "get_domain_by_name", "test", keep="dom"),
            call("dom", "core_dump", "{tmp}/core"),
            call("dom", "core_dump", "/nowhere/at/all"),
            call("dom", "core_dump_format", "{tmp}/core", const("Domain::CORE_DUMP_FORMAT_RAW")),
            call(
                "dom", "core_dump_format", "{tmp}/core", const("Domain::CORE_DUMP_FORMAT_KDUMP_LZO")
            ),
            call("dom", "core_dump_format", "{tmp}/core", 17),
            call("dom", "core_dump", "{tmp}/core", const("Domain::DUMP_CRASH")),
            call("dom", "get_state"),
            call("dom", "core_dump", "{tmp}/core"),
        ],
    ),
    Case(
        "qemu: saving",
        [
            call("conn", "define_domain", guest("saved"), keep="dom"),
            call("dom", "create"),
            call("dom", "save", "{tmp}/save"),
            call("dom", "get_state"),
            call("conn", "get_save_image_xml_description", "{tmp}/save"),
            call(
                "conn",
                "define_save_image_xml",
                "{tmp}/save",
                guest("saved", title="Changed"),
                const("Domain::SAVE_PAUSED"),
            ),
            call("conn", "restore_domain", "{tmp}/save"),
            call("dom", "get_state"),
            call("dom", "get_metadata", const("Domain::METADATA_TITLE"), None, 1),
            call("dom", "save", "{tmp}/save", guest("saved", title="Other")),
            call("conn", "restore_domain", "{tmp}/save", guest("saved", title="Third")),
            call("dom", "get_metadata", const("Domain::METADATA_TITLE"), None, 1),
            call("dom", "save", "{tmp}/save", None, None, const("Domain::SAVE_PAUSED")),
            call("conn", "restore_domain", "{tmp}/save", None, None, const("Domain::SAVE_RUNNING")),
            call("dom", "get_state"),
            call(
                "dom", "save", None, None, {"file": "{tmp}/save", "dxml": guest("saved", title="4")}
            ),
            call("conn", "restore_domain", None, None, {"file": "{tmp}/save"}),
            call("dom", "get_metadata", const("Domain::METADATA_TITLE"), None, 1),
            call("dom", "save", None, None, {"file": "{tmp}/save"}, const("Domain::SAVE_PAUSED")),
            call(
                "conn",
                "restore_domain",
                None,
                None,
                {"file": "{tmp}/save", "dxml": guest("saved", title="5")},
                const("Domain::SAVE_RUNNING"),
            ),
            call("dom", "get_state"),
            call("dom", "get_metadata", const("Domain::METADATA_TITLE"), None, 1),
        ],
        uri="{host}",
        cleanup=gone("saved"),
        timeout=1200,
    ),
    Case(
        "qemu: managed saving",
        [
            call("conn", "define_domain", guest("kept"), keep="dom"),
            call("dom", "managed_save_get_xml_description"),
            call("dom", "managed_save"),
            call("dom", "create"),
            call("dom", "managed_save", const("Domain::SAVE_PAUSED")),
            call("dom", "has_managed_save_image"),
            call("dom", "managed_save_get_xml_description"),
            call("dom", "managed_save_get_xml_description", const("Domain::SAVE_IMAGE_XML_SECURE")),
            call("dom", "managed_save_define_xml", guest("kept", title="Changed")),
            call("dom", "managed_save_define_xml", guest("other")),
            call("dom", "undefine"),
            call("dom", "create"),
            call("dom", "get_state"),
            call("dom", "get_metadata", const("Domain::METADATA_TITLE"), None, 1),
            call("dom", "has_managed_save_image"),
            call("dom", "managed_save"),
            call("dom", "managed_save_remove"),
            call("dom", "has_managed_save_image"),
            call("dom", "managed_save_remove"),
            call("dom", "create", const("Domain::START_FORCE_BOOT")),
        ],
        uri="{host}",
        cleanup=gone("kept"),
        timeout=1200,
    ),
    Case(
        "qemu: core dumps",
        [
            call("conn", "create_domain", guest("dumped"), keep="dom"),
            call("dom", "core_dump", "{tmp}/core"),
            call("dom", "get_state"),
            call("dom", "core_dump", "{tmp}/core", const("Domain::DUMP_MEMORY_ONLY")),
            call(
                "dom",
                "core_dump_format",
                "{tmp}/core",
                const("Domain::CORE_DUMP_FORMAT_KDUMP_ZLIB"),
                const("Domain::DUMP_MEMORY_ONLY"),
            ),
            call(
                "dom",
                "core_dump_format",
                "{tmp}/core",
                const("Domain::CORE_DUMP_FORMAT_KDUMP_ZLIB"),
            ),
            call(
                "dom",
                "core_dump_format",
                "{tmp}/core",
                const("Domain::CORE_DUMP_FORMAT_WIN_DMP"),
                const("Domain::DUMP_MEMORY_ONLY"),
            ),
            call("dom", "core_dump", "{tmp}/core", const("Domain::DUMP_CRASH")),
            call("conn", "get_domain_by_name", "dumped"),
        ],
        uri="{host}",
        cleanup=gone("dumped"),
        timeout=1200,
    ),
]

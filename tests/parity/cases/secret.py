"""Secrets."""

from tests.parity.case import Case, Differs, call, const, raw

UUID = "6f1d3d0e-5e1c-4a8e-9f25-3f6a86a8a4c"
NOBODY = "00000000-1111-2222-3333-444444444444"
NO_VALUE = Differs("the manual says undef, Perl raises", {"value": [None]})


def described(number: int, usage: str, private: str = "no", ephemeral: str = "yes") -> str:
    """A secret for something."""
    return (
        f"<secret ephemeral='{ephemeral}' private='{private}'>"
        f"<uuid>{UUID}{number}</uuid><description>for a test</description>{usage}</secret>"
    )


VOLUME = "<usage type='volume'><volume>/sv/disk ä.img</volume></usage>"
CEPH = "<usage type='ceph'><name>sv ceph</name></usage>"
TLS = "<usage type='tls'><name>sv-tls</name></usage>"

CASES = [
    Case(
        "secret: what the test driver lacks",
        [
            call("conn", "define_secret", described(1, VOLUME)),
            # The refusal names the first C function, which is another one.
            call("conn", "list_secrets", compare="type"),
            call("conn", "num_of_secrets"),
            call("conn", "list_secret_uuids", 10, compare="type"),
            call("conn", "list_all_secrets"),
            call("conn", "get_secret_by_uuid", NOBODY),
            call("conn", "get_secret_by_usage", const("Secret::USAGE_TYPE_VOLUME"), "/x"),
        ],
    ),
    Case(
        "secret: from made to gone",
        [
            call("conn", "define_secret", described(1, VOLUME), keep="secret"),
            call("secret", "get_uuid"),
            call("secret", "get_uuid_string"),
            call("secret", "get_usage_type"),
            call("secret", "get_usage_id"),
            call("secret", "get_xml_description"),
            call("secret", "get_xml_description", 4096),
            call("secret", "get_value", differs=NO_VALUE),
            call("secret", "set_value", raw(b"se\0same\xff")),
            call("secret", "get_value"),
            call("secret", "get_value", 4096),
            call("secret", "set_value", raw(b"x"), 4096),
            call("secret", "set_value", raw(b"")),
            call("secret", "set_value", raw(bytes(range(256)) * 4)),
            call("secret", "get_value"),
            call("conn", "get_secret_by_uuid", f"{UUID}1"),
            call("conn", "get_secret_by_uuid", f"{UUID}1".replace("-", "")),
            call("conn", "get_secret_by_uuid", raw(bytes.fromhex(f"{UUID}1".replace("-", "")))),
            call("conn", "get_secret_by_uuid", NOBODY),
            call("conn", "get_secret_by_uuid", "too short"),
            call(
                "conn", "get_secret_by_usage", const("Secret::USAGE_TYPE_VOLUME"), "/sv/disk ä.img"
            ),
            call("conn", "get_secret_by_usage", const("Secret::USAGE_TYPE_CEPH"), "/sv/disk ä.img"),
            call("conn", "get_secret_by_usage", 77, "x"),
            call("conn", "define_secret", described(2, VOLUME)),
            call("conn", "define_secret", "<secret/>", 4096),
            call("conn", "define_secret", "no XML"),
            call(
                "conn",
                "define_secret",
                "<secret><strange/></secret>",
                const("Secret::DEFINE_VALIDATE"),
                compare="type",
            ),
            call("secret", "undefine"),
            call("secret", "undefine"),
            call("secret", "get_value"),
            call("secret", "get_usage_id"),
            call("secret", "get_usage_type"),
        ],
        uri="{host}",
        cleanup=[call("secret", "undefine")],
    ),
    Case(
        "secret: one that is kept private",
        [
            call("conn", "define_secret", described(1, TLS, private="yes"), keep="secret"),
            call("secret", "get_value"),
            call("secret", "set_value", raw(b"sesame")),
            call("secret", "get_value"),
        ],
        uri="{host}",
        cleanup=[call("secret", "undefine")],
    ),
    Case(
        "secret: one for nothing",
        [
            call("conn", "define_secret", described(1, ""), keep="secret"),
            call(
                "secret",
                "get_usage_type",
                differs=Differs("USAGE_TYPE_NONE is no failure", {"value": [{"n": "0"}]}),
            ),
            call("secret", "get_usage_id"),
        ],
        uri="{host}",
        cleanup=[call("secret", "undefine")],
    ),
    Case(
        "secret: many",
        [
            call("conn", "define_secret", described(1, VOLUME), keep="one"),
            call("conn", "define_secret", described(2, CEPH, private="yes"), keep="two"),
            call("conn", "define_secret", described(3, TLS, ephemeral="no"), keep="three"),
            call("conn", "define_secret", described(4, ""), keep="four"),
            call("two", "get_usage_type"),
            call("three", "get_usage_type"),
            call("conn", "num_of_secrets"),
            call("conn", "list_secrets"),
            call("conn", "list_secret_uuids", 10),
            call("conn", "list_secret_uuids", 2, compare="type"),
            call("conn", "list_secret_uuids", 0),
            call("conn", "list_all_secrets"),
            call("conn", "list_all_secrets", const("Secret::LIST_EPHEMERAL")),
            call("conn", "list_all_secrets", const("Secret::LIST_NO_EPHEMERAL")),
            call("conn", "list_all_secrets", const("Secret::LIST_PRIVATE")),
            call("conn", "list_all_secrets", 4096),
        ],
        uri="{host}",
        cleanup=[call(name, "undefine") for name in ("one", "two", "three", "four")],
    ),
]

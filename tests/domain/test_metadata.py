"""Notes about domains, and the labels they run under."""

from __future__ import annotations

from typing import Any

import pytest

from sysvirt import Domain, Error, Virt
from tests.fakes import Fake, Underneath

SHOP = "http://example.com/shop"


def test_a_note_is_kept_and_removed(dom: Domain) -> None:
    for kind in (Domain.METADATA_TITLE, Domain.METADATA_DESCRIPTION):
        with pytest.raises(Error) as caught:
            dom.get_metadata(kind)
        assert caught.value.code() == Error.ERR_NO_DOMAIN_METADATA
        dom.set_metadata(kind, "Grüße <&>")
        assert dom.get_metadata(kind) == dom.get_metadata(kind, None, 0) == "Grüße <&>"
        dom.set_metadata(kind, None)
        with pytest.raises(Error, match="Requested metadata element is not present"):
            dom.get_metadata(kind)


def test_a_programs_element_has_a_namespace(dom: Domain) -> None:
    dom.set_metadata(Domain.METADATA_ELEMENT, '<order no="1"/>', "shop", SHOP)
    assert dom.get_metadata(Domain.METADATA_ELEMENT, SHOP) == '<order no="1"/>'
    assert f'<shop:order xmlns:shop="{SHOP}" no="1"/>' in dom.get_xml_description()
    dom.set_metadata(type=Domain.METADATA_ELEMENT, uri=SHOP)
    with pytest.raises(Error, match="Requested metadata element is not present"):
        dom.get_metadata(Domain.METADATA_ELEMENT, SHOP)


def test_a_note_belongs_to_the_running_or_the_stored_domain(dom: Domain) -> None:
    title = Domain.METADATA_TITLE
    dom.set_metadata(title, "now", None, None, Domain.AFFECT_LIVE)
    dom.set_metadata(title, "then", None, None, Domain.AFFECT_CONFIG)
    assert dom.get_metadata(title) == "now"
    assert dom.get_metadata(title, None, Domain.AFFECT_CONFIG) == "then"


def test_messages(dom: Domain) -> None:
    assert dom.get_messages() == []
    with pytest.raises(Error, match=r"unsupported flags \(0x100000\)"):
        dom.get_messages(1 << 20)


def test_a_security_label_is_plain_data(conn: Virt, dom: Domain) -> None:
    label = dom.get_security_label()
    assert label == {"model": "testSecurity", "label": "libvirt-test", "enforcing": 1}
    assert label["model"] == conn.get_node_security_model()["model"]
    assert type(label["enforcing"]) is int

    class Labelled(Underneath):
        """A libvirt-python object with two labels."""

        def securityLabelList(self) -> list[list[Any]]:  # noqa: N802
            return [["system_u:x", True], ["+0:+0", False]]

    labels = Domain(conn, Labelled()).get_security_label_list()
    assert labels == [{"label": "system_u:x", "enforcing": 1}, {"label": "+0:+0", "enforcing": 0}]
    assert {type(found["enforcing"]) for found in labels} == {int}


def test_launch_security(conn: Virt, dom: Domain) -> None:
    told = []

    class Encrypted:
        """A libvirt-python object that isn't closed, and notes what it is told."""

        _o = object()

        def setLaunchSecurityState(self, params: Any, flags: int) -> None:  # noqa: N802
            told.append((params, flags))

    params = {"sev-secret": "a", "sev-secret-header": "b", "sev-secret-set-address": 2**64 - 1}
    Domain(conn, Encrypted()).set_launch_security_state(params, 3)  # type: ignore[arg-type]
    assert told == [(params, 3)]
    # libvirt-python takes an unsigned number of 32 bits for a signed one.
    found = {"sev-policy": -1, "sev-api": 1}
    guest = Domain(conn, Fake(_o=object(), launchSecurityInfo=lambda _flags: found))
    assert guest.get_launch_security_info() == {"sev-policy": 2**32 - 1, "sev-api": 1}
    with pytest.raises(Error, match="virDomainSetLaunchSecurityState"):
        dom.set_launch_security_state({"sev-secret": "a"})


@pytest.mark.parametrize(
    ("method", "arguments", "error", "message"),
    [
        ("get_metadata", ["0"], TypeError, "type must be an int"),
        ("get_metadata", [2**31], ValueError, "type must be between"),
        ("get_metadata", [0, 5], TypeError, "uri must be a str"),
        ("get_metadata", [0, None, "x"], TypeError, "flags must be an int"),
        ("set_metadata", [0, 5], TypeError, "val must be a str"),
        ("set_metadata", [2, "<a/>", b"k"], TypeError, "key must be a str, not bytes"),
        ("set_metadata", [2, "<a/>", "k", 5], TypeError, "uri must be a str"),
        ("set_metadata", [0, "a\0b"], ValueError, "val must not contain NUL"),
        ("get_messages", [-1], ValueError, "flags must be between"),
        ("get_launch_security_info", [-1], ValueError, "flags must be between"),
        ("set_launch_security_state", [[]], TypeError, "params must be a dict, not list"),
        (
            "set_launch_security_state",
            [{"secret": "x"}],
            ValueError,
            "params has an unknown key 'secret'; known are: ",
        ),
        (
            "set_launch_security_state",
            [{"sev-secret": 5}],
            TypeError,
            r"params\['sev-secret'\] must be a str",
        ),
    ],
)
def test_bad_input_is_refused_by_name(
    dom: Domain, method: str, arguments: list[Any], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=f"^{message}"):
        getattr(dom, method)(*arguments)

"""Security labels, and encrypted memory."""

from __future__ import annotations

from typing import Any

import pytest

from sysvirt import Domain, Error, Virt
from tests.hosts.proxy import Proxy
from tests.hosts.wire import STRING, UINT, chars


def test_a_security_label_is_plain_data(conn: Virt, dom: Domain) -> None:
    label = dom.get_security_label()
    assert label == {"model": "testSecurity", "label": "libvirt-test", "enforcing": 1}
    assert label["model"] == conn.get_node_security_model()["model"]
    assert type(label["enforcing"]) is int


def test_all_labels(far_dom: Domain, proxy: Proxy) -> None:
    rows = [(chars(b"system_u:\xe4\0"), 1), (chars(b"+0:+0\0"), 0)]
    proxy.answer("DOMAIN_GET_SECURITY_LABEL_LIST", "[[i]i]i", rows, 2)
    labels = far_dom.get_security_label_list()
    assert labels == [
        {"label": "system_u:\udce4", "enforcing": 1},
        {"label": "+0:+0", "enforcing": 0},
    ]
    assert {type(label["enforcing"]) for label in labels} == {int}


def test_a_secret_for_an_encrypted_guest(far_dom: Domain, proxy: Proxy) -> None:
    proxy.answer("CONNECT_SUPPORTS_FEATURE", "i", 1)
    proxy.answer("DOMAIN_SET_LAUNCH_SECURITY_STATE")
    params = {"sev-secret": "a", "sev-secret-header": "b", "sev-secret-set-address": 2**64 - 1}
    far_dom.set_launch_security_state(params, 3)  # type: ignore[arg-type]
    assert proxy.calls[-1] == ("DOMAIN_SET_LAUNCH_SECURITY_STATE", "test", params, 3)


def test_how_a_guest_is_encrypted(far_dom: Domain, proxy: Proxy) -> None:
    # libvirt-python takes an unsigned number of 32 bits for a signed one.
    rows = {"sev-policy": (UINT, 2**32 - 1), "sev-measurement": (STRING, b"\xff=")}
    proxy.answer("DOMAIN_GET_LAUNCH_SECURITY_INFO", "P", rows)
    assert far_dom.get_launch_security_info() == {
        "sev-policy": 2**32 - 1,
        "sev-measurement": "\udcff=",
    }


def test_a_driver_without_encryption(dom: Domain) -> None:
    with pytest.raises(Error, match="virDomainSetLaunchSecurityState"):
        dom.set_launch_security_state({"sev-secret": "a"})


@pytest.mark.parametrize(
    ("method", "arguments", "error", "message"),
    [
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

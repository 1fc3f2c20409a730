"""What goes on inside a guest, as the test driver plays it."""

from __future__ import annotations

from typing import Any

import pytest

from sysvirt import Domain, Error, Virt
from tests.hosts.proxy import Proxy
from tests.hosts.wire import STRING


@pytest.mark.parametrize("time", [(0, 0), (1700000000, 999999999), (-5, 1), (2**40, 2**32 - 1)])
def test_the_clock(dom: Domain, time: tuple[int, int]) -> None:
    dom.set_time(*time)
    assert dom.get_time() == time


@pytest.mark.parametrize(
    ("arguments", "error", "words"),
    [
        ((None, 0), TypeError, "secs must be an int"),
        ((1.5, 0), TypeError, "secs must be an int"),
        ((2**63, 0), ValueError, "secs must be between"),
        ((0, -1), ValueError, "nsecs must be between"),
        ((0, 2**32), ValueError, "nsecs must be between"),
    ],
)
def test_a_wrong_time(dom: Domain, arguments: Any, error: type[Exception], words: str) -> None:
    dom.set_time(7, 8)
    with pytest.raises(error, match=f"^{words}"):
        dom.set_time(*arguments)
    assert dom.get_time() == (7, 8)


def test_file_systems(dom: Domain) -> None:
    assert dom.get_fs_info() == [
        {"mountpoint": "/", "name": "vda1", "fstype": "ext4", "devalias": ["vda"]},
        {"mountpoint": "/boot", "name": "vda2", "fstype": "ext4", "devalias": ["vda"]},
    ]


def test_which_file_systems(far_dom: Domain, proxy: Proxy) -> None:
    # How many were frozen or thawed isn't returned: Perl's manual has no result.
    proxy.answer("DOMAIN_FSFREEZE", "i", 2)
    proxy.answer("DOMAIN_FSTHAW", "i", 2)
    for chosen in ([], None, ["/"], ("/", "/boot")):
        assert far_dom.fs_freeze(chosen) is None  # type: ignore[func-returns-value]
        assert far_dom.fs_thaw(mountPoints=chosen, flags=3) is None  # type: ignore[func-returns-value]
    assert proxy.calls == [
        ("DOMAIN_FSFREEZE", "test", [], 0),
        ("DOMAIN_FSTHAW", "test", [], 3),
        ("DOMAIN_FSFREEZE", "test", [], 0),
        ("DOMAIN_FSTHAW", "test", [], 3),
        ("DOMAIN_FSFREEZE", "test", ["/"], 0),
        ("DOMAIN_FSTHAW", "test", ["/"], 3),
        ("DOMAIN_FSFREEZE", "test", ["/", "/boot"], 0),
        ("DOMAIN_FSTHAW", "test", ["/", "/boot"], 3),
    ]


def test_freezing_and_thawing(dom: Domain) -> None:
    dom.fs_freeze(["/boot"])
    dom.fs_thaw([])
    for call in (dom.fs_freeze, dom.fs_thaw):
        with pytest.raises(TypeError, match="mountPoints must be a list, not str"):
            call("/boot")
        with pytest.raises(TypeError, match=r"mountPoints\[1\] must be a str"):
            call(["/boot", 5])  # type: ignore[list-item]
        with pytest.raises(Error, match="unsupported flags"):
            call([], 4096)


def test_trimming(dom: Domain) -> None:
    dom.fs_trim("/boot", 0)
    dom.fs_trim(None, 2**64 - 1)
    with pytest.raises(Error, match="mount point not found"):
        dom.fs_trim("/nowhere", 0)
    with pytest.raises(ValueError, match="minimum must be between 0"):
        dom.fs_trim("/", -1)
    with pytest.raises(TypeError, match="mountPoint must be a str"):
        dom.fs_trim(5, 0)  # type: ignore[arg-type]


def test_a_length_of_64_bits_keeps_its_bits(far_dom: Domain, proxy: Proxy) -> None:
    proxy.answer("DOMAIN_FSTRIM")
    far_dom.fs_trim("/", 2**63)
    assert proxy.calls == [("DOMAIN_FSTRIM", "test", "/", 2**63, 0)]


def test_addresses(dom: Domain) -> None:
    for source in (dom.INTERFACE_ADDRESSES_SRC_LEASE, dom.INTERFACE_ADDRESSES_SRC_AGENT):
        (nic,) = dom.get_interface_addresses(source)
        assert nic == {
            "name": "testnet0",
            "hwaddr": "aa:bb:cc:dd:ee:ff",
            "addrs": [{"type": Virt.IP_ADDR_TYPE_IPV4, "addr": "192.168.122.3", "prefix": 24}],
        }
    with pytest.raises(TypeError, match="src must be an int"):
        dom.get_interface_addresses(None)  # type: ignore[arg-type]


def test_an_interface_without_an_address(far_dom: Domain, proxy: Proxy) -> None:
    # A name, a MAC address that may be missing, and addresses: none here.
    found: list[Any] = [("lo", None, []), ("eth0", "52:54:00:00:00:01", [])]
    proxy.answer("DOMAIN_INTERFACE_ADDRESSES", "[so[isu]]", found)
    nics: list[Any] = [*far_dom.get_interface_addresses(1, 2)]
    assert nics == [
        {"name": "lo", "addrs": []},
        {"name": "eth0", "addrs": [], "hwaddr": "52:54:00:00:00:01"},
    ]
    assert proxy.calls == [("DOMAIN_INTERFACE_ADDRESSES", "test", 1, 2)]


def test_passwords(dom: Domain) -> None:
    dom.set_user_password("root", "sesame")
    dom.set_user_password("root", "$6$x", dom.PASSWORD_ENCRYPTED)
    with pytest.raises(Error, match="unsupported flags"):
        dom.set_user_password("root", "x", 4096)
    with pytest.raises(TypeError, match="username must be a str"):
        dom.set_user_password(None, "x")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="password must be a str"):
        dom.set_user_password("root", None)  # type: ignore[arg-type]


def test_what_the_agent_is_asked(far_dom: Domain, proxy: Proxy) -> None:
    proxy.answer("DOMAIN_GET_GUEST_INFO", "P", {"os.name": (STRING, b"\xc4\xff")})
    proxy.answer("DOMAIN_AGENT_SET_RESPONSE_TIMEOUT", "i", 0)
    proxy.answer("DOMAIN_AUTHORIZED_SSH_KEYS_GET", "[s]", ["ssh-rsa x"])
    proxy.answer("DOMAIN_AUTHORIZED_SSH_KEYS_SET")
    dom = far_dom
    assert dom.get_guest_info() == {"os.name": "\udcc4\udcff"}
    dom.get_guest_info(dom.GUEST_INFO_OS, 3)
    dom.get_guest_info(types=None)
    dom.set_agent_response_timeout(dom.AGENT_RESPONSE_TIMEOUT_BLOCK)
    assert dom.authorized_ssh_keys_get("root", 3) == ["ssh-rsa x"]
    dom.set_agent_response_timeout(5, 3)
    dom.authorized_ssh_keys_set("root", [])
    dom.authorized_ssh_keys_set("root", ("a", "b"), dom.AUTHORIZED_SSH_KEYS_SET_REMOVE)
    assert proxy.calls == [
        ("DOMAIN_GET_GUEST_INFO", "test", 0, 0),
        ("DOMAIN_GET_GUEST_INFO", "test", 2, 3),
        ("DOMAIN_GET_GUEST_INFO", "test", 0, 0),
        ("DOMAIN_AGENT_SET_RESPONSE_TIMEOUT", "test", -2, 0),
        ("DOMAIN_AUTHORIZED_SSH_KEYS_GET", "test", "root", 3),
        ("DOMAIN_AGENT_SET_RESPONSE_TIMEOUT", "test", 5, 3),
        ("DOMAIN_AUTHORIZED_SSH_KEYS_SET", "test", "root", [], 0),
        ("DOMAIN_AUTHORIZED_SSH_KEYS_SET", "test", "root", ["a", "b"], 2),
    ]


@pytest.mark.parametrize(
    ("method", "arguments"),
    [
        ("get_time", ()),
        ("set_time", (0, 0)),
        ("set_user_password", ("root", "x")),
        ("fs_trim", ("/", 0)),
        ("fs_freeze", ([],)),
        ("fs_thaw", ([],)),
        ("get_fs_info", ()),
        ("get_interface_addresses", (0,)),
    ],
)
def test_flags_reach_libvirt(dom: Domain, method: str, arguments: Any) -> None:
    with pytest.raises(Error, match="unsupported flags"):
        getattr(dom, method)(*arguments, 4096)


@pytest.mark.parametrize(
    ("method", "arguments", "words"),
    [
        ("get_guest_info", ("os",), "types must be an int"),
        ("set_agent_response_timeout", (None,), "timeout must be an int"),
        ("authorized_ssh_keys_get", (None,), "user must be a str"),
        ("authorized_ssh_keys_set", (None, []), "user must be a str"),
        ("authorized_ssh_keys_set", ("root", None), "keys must be a list"),
        ("authorized_ssh_keys_set", ("root", "ssh-rsa x"), "keys must be a list"),
        ("authorized_ssh_keys_set", ("root", [5]), r"keys\[0\] must be a str"),
    ],
)
def test_wrong_arguments_are_named(dom: Domain, method: str, arguments: Any, words: str) -> None:
    with pytest.raises(TypeError, match=f"^{words}"):
        getattr(dom, method)(*arguments)


def test_the_test_driver_has_no_agent(dom: Domain) -> None:
    for call in (
        dom.get_guest_info,
        lambda: dom.set_agent_response_timeout(5),
        lambda: dom.authorized_ssh_keys_get("root"),
        lambda: dom.authorized_ssh_keys_set("root", []),
    ):
        with pytest.raises(Error) as caught:
            call()
        assert caught.value.code() == Error.ERR_NO_SUPPORT

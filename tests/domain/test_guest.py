"""What goes on inside a guest, as the test driver plays it."""

from __future__ import annotations

from typing import Any

import pytest

from sysvirt import Domain, Error, Virt
from tests.fakes import Recorder


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


def test_which_file_systems(conn: Virt) -> None:
    handle = Recorder()
    dom = Domain(conn, handle)
    for chosen in ([], None, ["/"], ("/", "/boot")):
        dom.fs_freeze(chosen)
        dom.fs_thaw(mountPoints=chosen, flags=3)
    assert handle.calls == [
        ("fsFreeze", None, 0),
        ("fsThaw", None, 3),
        ("fsFreeze", None, 0),
        ("fsThaw", None, 3),
        ("fsFreeze", ["/"], 0),
        ("fsThaw", ["/"], 3),
        ("fsFreeze", ["/", "/boot"], 0),
        ("fsThaw", ["/", "/boot"], 3),
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


def test_a_length_of_64_bits_keeps_its_bits(conn: Virt) -> None:
    handle = Recorder()
    Domain(conn, handle).fs_trim("/", 2**63)
    assert handle.calls == [("fSTrim", "/", -(2**63), 0)]


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


def test_what_is_not_known_of_an_interface(conn: Virt) -> None:
    found = {"lo": {"hwaddr": None, "addrs": None}, "eth0": {"hwaddr": "x", "addrs": []}}
    nics: list[Any] = [*Domain(conn, Recorder(found)).get_interface_addresses(1)]
    assert nics == [
        {"name": "lo", "addrs": []},
        {"name": "eth0", "addrs": [], "hwaddr": "x"},
    ]


def test_passwords(dom: Domain) -> None:
    dom.set_user_password("root", "sesame")
    dom.set_user_password("root", "$6$x", dom.PASSWORD_ENCRYPTED)
    with pytest.raises(Error, match="unsupported flags"):
        dom.set_user_password("root", "x", 4096)
    with pytest.raises(TypeError, match="username must be a str"):
        dom.set_user_password(None, "x")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="password must be a str"):
        dom.set_user_password("root", None)  # type: ignore[arg-type]


def test_what_is_asked_of_the_agent(conn: Virt) -> None:
    handle = Recorder()
    dom = Domain(conn, handle)
    dom.get_guest_info()
    dom.get_guest_info(dom.GUEST_INFO_OS, 3)
    dom.get_guest_info(types=None)
    dom.set_agent_response_timeout(dom.AGENT_RESPONSE_TIMEOUT_BLOCK)
    dom.authorized_ssh_keys_get("root", 3)
    dom.set_agent_response_timeout(5, 3)
    dom.authorized_ssh_keys_set("root", [])
    dom.authorized_ssh_keys_set("root", ("a", "b"), dom.AUTHORIZED_SSH_KEYS_SET_REMOVE)
    assert handle.calls == [
        ("guestInfo", 0, 0),
        ("guestInfo", 2, 3),
        ("guestInfo", 0, 0),
        ("agentSetResponseTimeout", -2, 0),
        ("authorizedSSHKeysGet", "root", 3),
        ("agentSetResponseTimeout", 5, 3),
        ("authorizedSSHKeysSet", "root", None, 0),
        ("authorizedSSHKeysSet", "root", ["a", "b"], 2),
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

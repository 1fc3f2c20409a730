"""What a guest says of itself: structures that are filled as libvirt fills them."""

from __future__ import annotations

from collections.abc import Callable
from ctypes import (
    POINTER,
    addressof,
    c_char_p,
    c_void_p,
    cast,
    create_string_buffer,
    pointer,
)
from typing import Any

import pytest

from sysvirt import Domain, Error
from sysvirt._libvirt import guest
from tests.fakes import Fake

HANDLE = Fake(c_pointer=lambda: 5)


class Libvirt:
    """Stands in for libvirt: it hands structures out, and notes what is freed."""

    def __init__(self, rows: list[Any]) -> None:
        self.rows = rows
        self.calls: list[tuple[Any, ...]] = []
        self.freed: list[str] = []

    def call(self, name: str, handle: int, *arguments: Any) -> int:
        """Fill the pointer that an argument refers to."""
        self.calls.append(
            (name, handle, *(each for each in arguments if not hasattr(each, "_obj")))
        )
        (result,) = (each._obj for each in arguments if hasattr(each, "_obj"))
        kind = type(result)._type_
        self.array = (kind * len(self.rows))(*self.rows)
        cast(pointer(result), POINTER(c_void_p))[0] = addressof(self.array)
        return len(self.rows)

    def function(self, name: str) -> Callable[[Any], None]:
        """The function that frees a structure."""
        return lambda _: self.freed.append(name)

    def free(self, _: Any) -> None:
        """C's own."""
        self.freed.append("free")


@pytest.fixture
def play(monkeypatch: pytest.MonkeyPatch) -> Callable[[list[Any]], Libvirt]:
    def start(rows: list[Any]) -> Libvirt:
        libvirt = Libvirt(rows)
        for name in ("call", "function", "free"):
            monkeypatch.setattr(guest, name, getattr(libvirt, name))
        return libvirt

    return start


Play = Callable[[list[Any]], Libvirt]


def test_file_systems_are_read_and_freed(play: Play) -> None:
    aliases = (c_char_p * 2)(b"vda", b"vd\xff")
    one = guest.FSInfo(b"/mnt\xff", b"vda1", b"ext4", 2, aliases)
    two = guest.FSInfo(b"/", b"vdb", b"xfs", 0, None)
    libvirt = play([pointer(one), pointer(two)])
    assert guest.get_fs_info(HANDLE, 0) == [
        ("/mnt\udcff", "vda1", "ext4", ["vda", "vd\udcff"]),
        ("/", "vdb", "xfs", []),
    ]
    assert libvirt.calls == [("virDomainGetFSInfo", 5, 0)]
    assert libvirt.freed == ["virDomainFSInfoFree"] * 2 + ["free"]


def test_interfaces_are_read_and_freed(play: Play) -> None:
    addresses = (guest.IPAddress * 2)(
        guest.IPAddress(0, b"10.0.0.1", 24), guest.IPAddress(1, b"::1", 128)
    )
    one = guest.Interface(b"eth\xff", b"52:54:00:00:00:01", 2, addresses)
    two = guest.Interface(b"lo", None, 0, None)
    libvirt = play([pointer(one), pointer(two)])
    assert guest.get_interface_addresses(HANDLE, 1, 0) == {
        "eth\udcff": {
            "hwaddr": "52:54:00:00:00:01",
            "addrs": [
                {"type": 0, "addr": "10.0.0.1", "prefix": 24},
                {"type": 1, "addr": "::1", "prefix": 128},
            ],
        },
        "lo": {"hwaddr": None, "addrs": []},
    }
    assert libvirt.calls == [("virDomainInterfaceAddresses", 5, 1, 0)]
    assert libvirt.freed == ["virDomainInterfaceFree"] * 2 + ["free"]


def test_leases_are_read_and_freed(play: Play) -> None:
    lease = guest.DHCPLease(b"virbr0", 2**40, 0, b"52:54", None, b"10.0.0.2", 24, b"host\xff", None)
    libvirt = play([pointer(lease)])
    assert guest.get_dhcp_leases(HANDLE, "52:54", 0) == [
        {
            "iface": "virbr0",
            "expirytime": 2**40,
            "type": 0,
            "mac": "52:54",
            "iaid": None,
            "ipaddr": "10.0.0.2",
            "prefix": 24,
            "hostname": "host\udcff",
            "clientid": None,
        }
    ]
    assert libvirt.calls == [("virNetworkGetDHCPLeases", 5, b"52:54", 0)]
    assert libvirt.freed == ["virNetworkDHCPLeaseFree", "free"]


@pytest.mark.parametrize(
    ("read", "call"),
    [
        (lambda: guest.get_ssh_keys(HANDLE, "größe", 0), ("virDomainAuthorizedSSHKeysGet", 5)),
        (lambda: guest.get_messages(HANDLE, 0), ("virDomainGetMessages", 5)),
    ],
)
def test_texts_are_read_and_freed(play: Play, read: Any, call: tuple[Any, ...]) -> None:
    buffers = [create_string_buffer(b"one"), create_string_buffer(b"tw\xff")]
    libvirt = play([addressof(each) for each in buffers])
    assert read() == ["one", "tw\udcff"]
    assert libvirt.calls[0][:2] == call
    assert libvirt.freed == ["free"] * 3


def test_a_refusal_raises(dom: Domain) -> None:
    with pytest.raises(Error):
        guest.get_messages(dom.handle, 1 << 20)
    with pytest.raises(Error):
        guest.get_fs_info(dom.handle, 1 << 20)

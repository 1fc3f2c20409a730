"""What a guest says of itself, in texts that aren't UTF-8, which libvirt-python can't decode.

The results have the forms that libvirt-python gives them.
"""

from __future__ import annotations

import ctypes
from ctypes import (
    POINTER,
    byref,
    c_char_p,
    c_int,
    c_longlong,
    c_size_t,
    c_uint,
    c_void_p,
    cast,
    string_at,
)
from typing import TYPE_CHECKING, Any

from sysvirt._libvirt.functions import call, free, function, pointer
from sysvirt._libvirt.texts import decode, encode

if TYPE_CHECKING:
    from collections.abc import Callable


class FSInfo(ctypes.Structure):
    """``virDomainFSInfo``."""

    _fields_ = (
        ("mountpoint", c_char_p),
        ("name", c_char_p),
        ("fstype", c_char_p),
        ("ndevAlias", c_size_t),
        ("devAlias", POINTER(c_char_p)),
    )


class IPAddress(ctypes.Structure):
    """``virDomainIPAddress``."""

    _fields_ = (("type", c_int), ("addr", c_char_p), ("prefix", c_uint))


class Interface(ctypes.Structure):
    """``virDomainInterface``."""

    _fields_ = (
        ("name", c_char_p),
        ("hwaddr", c_char_p),
        ("naddrs", c_uint),
        ("addrs", POINTER(IPAddress)),
    )


class DHCPLease(ctypes.Structure):
    """``virNetworkDHCPLease``."""

    _fields_ = (
        ("iface", c_char_p),
        ("expirytime", c_longlong),
        ("type", c_int),
        ("mac", c_char_p),
        ("iaid", c_char_p),
        ("ipaddr", c_char_p),
        ("prefix", c_uint),
        ("hostname", c_char_p),
        ("clientid", c_char_p),
    )


def get_fs_info(dom: Any, flags: int) -> list[tuple[str, str, str, list[str]]]:
    """``virDomainGetFSInfo``: mount point, name, type and disks of each file system."""
    infos = POINTER(POINTER(FSInfo))()
    number = call("virDomainGetFSInfo", pointer(dom), byref(infos), flags)

    def read(info: Any) -> tuple[str, str, str, list[str]]:
        disks = [decode(each) for each in info.devAlias[: info.ndevAlias]]
        return decode(info.mountpoint), decode(info.name), decode(info.fstype), disks

    return _read_all(infos, number, read, "virDomainFSInfoFree")


def get_interface_addresses(dom: Any, source: int, flags: int) -> dict[str, dict[str, Any]]:
    """``virDomainInterfaceAddresses``: the MAC address and the addresses of each interface."""
    infos = POINTER(POINTER(Interface))()
    number = call("virDomainInterfaceAddresses", pointer(dom), byref(infos), source, flags)

    def read(info: Any) -> tuple[str, dict[str, Any]]:
        addresses = [
            {"type": each.type, "addr": decode(each.addr), "prefix": each.prefix}
            for each in info.addrs[: info.naddrs]
        ]
        return decode(info.name), {"hwaddr": decode(info.hwaddr), "addrs": addresses}

    return dict(_read_all(infos, number, read, "virDomainInterfaceFree"))


def get_dhcp_leases(net: Any, mac: str | None, flags: int) -> list[dict[str, Any]]:
    """``virNetworkGetDHCPLeases``."""
    infos = POINTER(POINTER(DHCPLease))()
    number = call("virNetworkGetDHCPLeases", pointer(net), encode(mac), byref(infos), flags)

    def read(info: Any) -> dict[str, Any]:
        values = {name: getattr(info, name) for name, _ in DHCPLease._fields_}
        return {
            name: decode(value) if isinstance(value, bytes) else value
            for name, value in values.items()
        }

    return _read_all(infos, number, read, "virNetworkDHCPLeaseFree")


def get_ssh_keys(dom: Any, user: str, flags: int) -> list[str]:
    """``virDomainAuthorizedSSHKeysGet``."""
    keys = POINTER(c_void_p)()
    arguments = (encode(user), byref(keys), flags)
    number = call("virDomainAuthorizedSSHKeysGet", pointer(dom), *arguments)
    return _read_texts(keys, number)


def get_messages(dom: Any, flags: int) -> list[str]:
    """``virDomainGetMessages``."""
    messages = POINTER(c_void_p)()
    number = call("virDomainGetMessages", pointer(dom), byref(messages), flags)
    return _read_texts(messages, number)


def _read_all(infos: Any, number: int, read: Callable[[Any], Any], release: str) -> list[Any]:
    """Read structures that libvirt allocated, and free them."""
    found = [read(infos[at].contents) for at in range(number)]
    for at in range(number):
        function(release)(infos[at])
    free(infos)
    return found


def _read_texts(pointers: Any, number: int) -> list[str]:
    found = [decode(string_at(each)) for each in pointers[:number]]
    for each in pointers[:number]:
        free(each)
    free(cast(pointers, c_void_p))
    return found

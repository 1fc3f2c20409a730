"""Devices that come and go."""

from __future__ import annotations

from typing import Any

import pytest

from sysvirt import Domain, Error, Virt
from tests.hosts.proxy import Proxy

DISK = "<disk type='file'><source file='/x'/><target dev='vdz'/></disk>"


def test_devices_come_change_and_go(far_dom: Domain, proxy: Proxy) -> None:
    for function in ("ATTACH_DEVICE", "DETACH_DEVICE", "UPDATE_DEVICE"):
        proxy.answer(f"DOMAIN_{function}_FLAGS")
    proxy.answer("DOMAIN_ATTACH_DEVICE")
    proxy.answer("DOMAIN_DETACH_DEVICE")
    proxy.answer("DOMAIN_DETACH_DEVICE_ALIAS")
    far_dom.attach_device(DISK)
    far_dom.attach_device(DISK, Domain.DEVICE_MODIFY_CONFIG)
    far_dom.detach_device(DISK, None)
    far_dom.detach_device(DISK, Domain.DEVICE_MODIFY_LIVE)
    far_dom.detach_device_alias("net0", 3)
    far_dom.update_device(DISK)
    assert proxy.calls == [
        ("DOMAIN_ATTACH_DEVICE", "test", DISK),
        ("DOMAIN_ATTACH_DEVICE_FLAGS", "test", DISK, 2),
        ("DOMAIN_DETACH_DEVICE", "test", DISK),
        ("DOMAIN_DETACH_DEVICE_FLAGS", "test", DISK, 1),
        ("DOMAIN_DETACH_DEVICE_ALIAS", "test", "net0", 3),
        ("DOMAIN_UPDATE_DEVICE_FLAGS", "test", DISK, 0),
    ]


def test_a_driver_that_takes_no_files(dom: Domain) -> None:
    with pytest.raises(Error, match="virDomainFDAssociate"):
        dom.fd_associate("image", (0, 1), Domain.FD_ASSOCIATE_SECLABEL_WRITABLE)


@pytest.mark.skipif(Virt.get_version() >= 10002000, reason="the installed libvirt has them")
def test_a_method_that_libvirt_is_too_old_for_names_the_release(dom: Domain) -> None:
    with pytest.raises(Error, match=r"graphicsReload needs libvirt 10\.2\.0, here is"):
        dom.graphics_reload(0)
    with pytest.raises(Error, match=r"announceInterface needs libvirt 12\.5\.0, here is"):
        dom.announce_interface("x", {})


@pytest.mark.parametrize(
    ("method", "arguments", "error", "message"),
    [
        ("attach_device", [None], TypeError, "xml must be a str, not NoneType"),
        ("attach_device", [DISK, -1], ValueError, "flags must be between"),
        ("detach_device", [b"<x/>"], TypeError, "xml must be a str, not bytes"),
        ("detach_device_alias", [5], TypeError, "alias must be a str"),
        ("update_device", ["a\0"], ValueError, "xml must not contain NUL"),
        ("fd_associate", [None, []], TypeError, "name must be a str"),
        ("fd_associate", ["x", 3], TypeError, "fds must be a list, not int"),
        ("fd_associate", ["x", [None]], TypeError, r"fds\[0\] must be an int"),
    ],
)
def test_bad_input_is_refused_by_name(
    dom: Domain, method: str, arguments: list[Any], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=f"^{message}"):
        getattr(dom, method)(*arguments)


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ((5, {}), TypeError, "device must be a str"),
        ((None, None), TypeError, "params must be a dict"),
        ((None, {"round": 3}), ValueError, "params has an unknown key 'round'; known are: "),
        ((None, {"step": -1}), ValueError, r"params\['step'\] must be between"),
    ],
)
def test_bad_announcements_are_refused_by_name(
    dom: Domain, arguments: Any, error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=f"^{message}"):
        dom.announce_interface(*arguments)
    with pytest.raises(TypeError, match="^type must be an int"):
        dom.graphics_reload("vnc")  # type: ignore[arg-type]

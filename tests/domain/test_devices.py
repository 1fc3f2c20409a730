"""Devices, consoles, keyboard and screen of domains."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Any

import pytest

from sysvirt import Domain, Error, Virt

DISK = "<disk type='file'><source file='/x'/><target dev='vdz'/></disk>"


class Recorder:
    """A libvirt-python object that notes what it is told."""

    def __init__(self) -> None:
        self.told: list[tuple[Any, ...]] = []

    def __getattr__(self, name: str) -> Any:
        return lambda *arguments: self.told.append((name, *arguments))


@pytest.fixture
def recorder(conn: Virt) -> tuple[Recorder, Domain]:
    """A domain, and what libvirt-python gets from it."""
    handle = Recorder()
    return handle, Domain(conn, handle)


def test_devices_come_change_and_go(recorder: tuple[Recorder, Domain]) -> None:
    handle, dom = recorder
    dom.attach_device(DISK)
    dom.attach_device(DISK, Domain.DEVICE_MODIFY_CONFIG)
    dom.detach_device(DISK, None)
    dom.detach_device(DISK, Domain.DEVICE_MODIFY_LIVE)
    dom.detach_device_alias("net0", 3)
    dom.update_device(DISK)
    dom.fd_associate("image", (3, 4), Domain.FD_ASSOCIATE_SECLABEL_WRITABLE)
    dom.graphics_reload(Domain.GRAPHICS_RELOAD_TYPE_VNC)
    dom.announce_interface(None, {"rounds": 3, "initial": 50}, 1)
    dom.announce_interface("vnet0", {})
    assert handle.told == [
        ("attachDevice", DISK),
        ("attachDeviceFlags", DISK, 2),
        ("detachDevice", DISK),
        ("detachDeviceFlags", DISK, 1),
        ("detachDeviceAlias", "net0", 3),
        ("updateDeviceFlags", DISK, 0),
        ("FDAssociate", "image", [3, 4], 2),
        ("graphicsReload", 1, 0),
        ("announceInterface", None, {"rounds": 3, "initial": 50}, 1),
        ("announceInterface", "vnet0", {}, 0),
    ]


@pytest.mark.skipif(Virt.get_version() >= 10002000, reason="the installed libvirt has them")
def test_a_method_that_libvirt_is_too_old_for_names_the_release(dom: Domain) -> None:
    with pytest.raises(Error, match=r"graphicsReload needs libvirt 10\.2\.0, here is"):
        dom.graphics_reload(0)
    with pytest.raises(Error, match=r"announceInterface needs libvirt 12\.5\.0, here is"):
        dom.announce_interface("x", {})


def test_a_stream_is_connected(recorder: tuple[Recorder, Domain], conn: Virt) -> None:
    handle, dom = recorder
    st = conn.new_stream()
    dom.open_console(st, None)
    dom.open_console(st, "serial0", Domain.OPEN_CONSOLE_FORCE)
    dom.open_channel(st, "org.example.one", Domain.OPEN_CHANNEL_FORCE)
    dom.screenshot(st, 1)
    assert handle.told == [
        ("openConsole", None, st.handle, 0),
        ("openConsole", "serial0", st.handle, 1),
        ("openChannel", "org.example.one", st.handle, 1),
        ("screenshot", st.handle, 1, 0),
    ]


def test_a_screenshot_has_a_type(conn: Virt, dom: Domain) -> None:
    assert dom.screenshot(conn.new_stream(), 0) == "image/png"


def test_graphics(dom: Domain, tmp_path: Path) -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs, pytest.raises(Error) as caught:
        dom.open_graphics(0, theirs.fileno())
    assert caught.value.code() == Error.ERR_NO_SUPPORT
    with (tmp_path / "x").open("w") as file, pytest.raises(Error, match="must be a socket"):
        dom.open_graphics(0, file.fileno())
    with pytest.raises(Error, match="virDomainOpenGraphicsFD"):
        dom.open_graphics_fd(0)


def test_keys(dom: Domain) -> None:
    dom.send_key(Domain.KEYCODE_SET_LINUX, 100, [29, 56, 111])
    dom.send_key(Domain.KEYCODE_SET_LINUX, 2**32 - 1, range(1, 1 + Domain.SEND_KEY_MAX_KEYS))
    for keys, message in [
        (range(Domain.SEND_KEY_MAX_KEYS + 1), "nkeycodes must be <= 16"),
        ([], "nkeycodes in virDomainSendKey must be greater than zero"),
    ]:
        with pytest.raises(Error, match=message):
            dom.send_key(Domain.KEYCODE_SET_LINUX, 100, keys)
    with pytest.raises(Error, match=r"unsupported flags \(0x1\) in function testDomainSendKey"):
        dom.send_key(Domain.KEYCODE_SET_LINUX, 100, [1], 1)
    dom.destroy()
    with pytest.raises(Error, match="domain is not running"):
        dom.send_key(Domain.KEYCODE_SET_LINUX, 100, [1])


def test_signals(dom: Domain) -> None:
    dom.inject_nmi()
    dom.send_process_signal(1, Domain.PROCESS_SIGNAL_TERM)
    with pytest.raises(Error, match="only sending a signal to pid 1 is supported"):
        dom.send_process_signal(-2, Domain.PROCESS_SIGNAL_TERM)
    with pytest.raises(Error, match=r"unsupported flags \(0x1\) in function testDomainInjectNMI"):
        dom.inject_nmi(1)


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
        ("open_console", [None, None], TypeError, "st must be a Stream, not NoneType"),
        ("open_console", ["st", None], TypeError, "st must be a Stream, not str"),
        ("open_channel", [None, None], TypeError, "st must be a Stream"),
        ("screenshot", [None, 0], TypeError, "st must be a Stream"),
        ("open_graphics", [-1, 0], ValueError, "idx must be between"),
        ("open_graphics", [0, None], TypeError, "fd must be an int"),
        ("open_graphics_fd", ["0"], TypeError, "idx must be an int"),
        ("send_key", [-1, 0, [1]], ValueError, "keycodeset must be between"),
        ("send_key", [0, -1, [1]], ValueError, "holdtime must be between"),
        ("send_key", [0, 0, 30], TypeError, "keycodes must be a list, not int"),
        ("send_key", [0, 0, "30"], TypeError, "keycodes must be a list, not str"),
        ("send_key", [0, 0, [-1]], ValueError, r"keycodes\[0\] must be between"),
        ("send_process_signal", ["1", 0], TypeError, "pid must be an int"),
        ("send_process_signal", [2**63, 0], ValueError, "pid must be between"),
        ("send_process_signal", [1, -1], ValueError, "signum must be between"),
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
    recorder: tuple[Recorder, Domain], arguments: Any, error: type[Exception], message: str
) -> None:
    handle, dom = recorder
    with pytest.raises(error, match=f"^{message}"):
        dom.announce_interface(*arguments)
    with pytest.raises(TypeError, match="^type must be an int"):
        dom.graphics_reload("vnc")  # type: ignore[arg-type]
    assert handle.told == []


def test_a_foreign_stream_is_a_type_error(conn: Virt, dom: Domain) -> None:
    with pytest.raises(TypeError, match="^st must be a Stream, not virStream"):
        dom.screenshot(conn.new_stream().handle, 0)

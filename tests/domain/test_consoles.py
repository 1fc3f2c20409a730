"""Consoles, keyboard and screen of domains."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Any

import pytest

from sysvirt import Domain, Error, Virt
from tests.hosts.proxy import Proxy


def test_a_stream_is_connected(far_dom: Domain, far: Virt, proxy: Proxy) -> None:
    proxy.answer("DOMAIN_OPEN_CONSOLE")
    proxy.answer("DOMAIN_OPEN_CHANNEL")
    proxy.answer("DOMAIN_SCREENSHOT", "o", "image/png")
    far_dom.open_console(far.new_stream(), None)
    far_dom.open_console(far.new_stream(), "serial0", Domain.OPEN_CONSOLE_FORCE)
    far_dom.open_channel(far.new_stream(), "org.example.one", Domain.OPEN_CHANNEL_FORCE)
    assert far_dom.screenshot(far.new_stream(), 1) == "image/png"
    assert proxy.calls == [
        ("DOMAIN_OPEN_CONSOLE", "test", None, 0),
        ("DOMAIN_OPEN_CONSOLE", "test", "serial0", 1),
        ("DOMAIN_OPEN_CHANNEL", "test", "org.example.one", 1),
        ("DOMAIN_SCREENSHOT", "test", 1, 0),
    ]


def test_a_screenshot_has_a_type(conn: Virt, dom: Domain) -> None:
    assert dom.screenshot(conn.new_stream(), 0) == "image/png"


def test_a_type_that_is_no_utf8(far_dom: Domain, far: Virt, proxy: Proxy) -> None:
    proxy.replace(b"image/png", b"image/\xffng")
    stream = far.new_stream()
    assert far_dom.screenshot(stream, 0) == "image/\udcffng"
    # It has begun, and once.
    stream.recv_all(lambda _st, _data, nbytes: nbytes)
    stream.finish()


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


def test_a_foreign_stream_is_a_type_error(conn: Virt, dom: Domain) -> None:
    with pytest.raises(TypeError, match="^st must be a Stream, not virStream"):
        dom.screenshot(conn.new_stream().handle, 0)

"""What the programs say where a host can't be opened: what is missing, and how to get it."""

from __future__ import annotations

import os
import platform
import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from support.trouble import explain
from sysvirt import Sys, Virt
from tests.examples.programs import port
from tests.hosts.daemon import Daemon

#: What is asked for by each distribution, as /etc/os-release has it.
RELEASES = {
    "debian": {"ID": "debian"},
    "ubuntu": {"ID": "ubuntu", "ID_LIKE": "debian"},
    "fedora": {"ID": "fedora"},
    "rocky": {"ID": "rocky", "ID_LIKE": "rhel centos fedora"},
    "arch": {"ID": "arch"},
    "gentoo": {"ID": "gentoo"},
}


def refused(uri: str) -> Sys.Virt.Error:
    """The error of a URI that can't be opened."""
    with pytest.raises(Sys.Virt.Error) as caught:
        Sys.Virt.new(uri=uri, readonly=True)
    return caught.value


def at(path: Path, driver: str = "qemu") -> str:
    """The URI of the driver by way of a socket."""
    return f"{driver}+unix:///system?socket={path}"


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A Debian without a daemon, used by somebody who isn't root."""
    monkeypatch.setattr(platform, "freedesktop_os_release", lambda: RELEASES["debian"])
    monkeypatch.setattr(shutil, "which", lambda *_, **__: None)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    return monkeypatch


@pytest.mark.parametrize(
    ("system", "command"),
    [
        ("debian", "\n    sudo apt install libvirt-daemon-system\n"),
        ("ubuntu", "\n    sudo apt install libvirt-daemon-system\n"),
        ("fedora", "\n    sudo dnf install libvirt-daemon-kvm\n"),
        ("rocky", "\n    sudo dnf install libvirt-daemon-kvm\n"),
        ("arch", "\n    sudo pacman -S libvirt qemu-base dnsmasq\n"),
        ("gentoo", "its package is called libvirt-daemon or libvirt."),
    ],
)
def test_daemon_missing(
    bare: pytest.MonkeyPatch, tmp_path: Path, system: str, command: str
) -> None:
    bare.setattr(platform, "freedesktop_os_release", lambda: RELEASES[system])
    uri = at(tmp_path / "libvirt-sock")
    text = explain(refused(uri), [uri])
    first, *_, last = text.splitlines()
    assert first.startswith(f"{uri} needs libvirt's daemon, which isn't installed here")
    assert command in text
    assert "test:///default needs no" in text
    assert last.startswith("libvirt says: Failed to connect socket to ")


def test_unknown_system(bare: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def no_file() -> dict[str, str]:
        raise OSError

    bare.setattr(platform, "freedesktop_os_release", no_file)
    uri = at(tmp_path / "libvirt-sock")
    assert "its package is called libvirt-daemon or libvirt" in explain(refused(uri), [uri])


@pytest.mark.usefixtures("bare")
def test_driver_of_its_own(tmp_path: Path) -> None:
    uri = at(tmp_path / "libvirt-sock", "lxc")
    wanted = "sudo apt install libvirt-daemon-system libvirt-daemon-driver-lxc\n"
    assert wanted in explain(refused(uri), [uri])


@pytest.mark.usefixtures("bare")
def test_several_uris(tmp_path: Path) -> None:
    uri = at(tmp_path / "libvirt-sock")
    text = explain(refused(uri), [uri, "test:///default"])
    assert text.startswith("one of the hosts needs libvirt's daemon")


@pytest.mark.usefixtures("bare")
def test_default_uri(tmp_path: Path) -> None:
    text = explain(refused(at(tmp_path / "libvirt-sock")), [""])
    assert text.startswith("libvirt's default URI needs libvirt's daemon")


@pytest.mark.parametrize("program", ["libvirtd", "virtqemud"])
def test_daemon_ended(bare: pytest.MonkeyPatch, tmp_path: Path, program: str) -> None:
    bare.setattr(shutil, "which", lambda name, **_: f"/usr/sbin/{name}" * (name == program))
    left = tmp_path / "libvirt-sock"
    with socket.socket(socket.AF_UNIX) as ended:
        ended.bind(str(left))
    uri = at(left)
    text = explain(refused(uri), [uri])
    assert "which doesn't run, or listens on another socket. To start it:" in text
    systemd = Path("/run/systemd/system").is_dir()
    how = f"systemctl start {program}.socket" if systemd else f"{program} --daemon"
    assert text.splitlines()[1] == f"    sudo {how}"


@contextmanager
def nobody() -> Iterator[None]:
    """Without root's right to open every file."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


def test_not_allowed(tmp_path: Path) -> None:
    closed = tmp_path / "libvirt-sock"
    uri = at(closed)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(closed))
        listening.listen()
        closed.chmod(0)
        with nobody():
            err = refused(uri)
            text = explain(err, [uri])
    first, second, last = text.splitlines()
    assert first == f"{uri}: you may not use its daemon. Be in its group, then log in again:"
    assert second == '    sudo usermod -aG libvirt "$USER"'
    assert last == f"libvirt says: {err.message()}"


@pytest.mark.parametrize("uri", ["foo:///bar", "kvm:///system", "QEMUU+tcp://127.0.0.1:1/system"])
def test_unknown_scheme(uri: str) -> None:
    assert port("dump_info", uri, status=1) == (
        f"dump_info.py: {uri}: its scheme is unknown to libvirt, which knows qemu, test, lxc, xen, "
        "ch, vbox, bhyve, vz, openvz and some more\n"
    )


def test_unknown_scheme_of_the_other_host() -> None:
    text = port("aio_migrate", "test:///default", "foo://host/system", "test", status=1)
    assert text.startswith("aio_migrate.py: foo://host/system: its scheme is unknown to libvirt")


def test_unknown_scheme_as_an_option() -> None:
    text = port("node_ksm", "--connect", "foo:///", status=1)
    assert text.startswith("node_ksm.py: foo:///: its scheme is unknown to libvirt")


def test_no_scheme() -> None:
    first, second = port("dump_info", "/run/libvirt", status=1).splitlines()
    wanted = "'/run/libvirt' is no URI: one begins with a scheme, as in qemu:///system"
    assert first == f"dump_info.py: {wanted}"
    assert second.startswith("libvirt says: no connection driver available")


# The daemon starts before there is none any more.
@pytest.mark.usefixtures("daemon", "bare")
@pytest.mark.parametrize(
    ("driver", "rest"),
    [
        (
            "xen",
            (
                ". To get it (then restart the daemon):\n"
                "    sudo apt install libvirt-daemon-driver-xen"
            ),
        ),
        ("bhyve", ""),
    ],
)
def test_daemon_without_the_driver(daemon: Daemon, driver: str, rest: str) -> None:
    uri = at(daemon.socket, driver)
    err = refused(uri)
    wanted = f"libvirt has no driver for {driver!r} here{rest}\nlibvirt says: {err.message()}"
    assert explain(err, [uri]) == wanted


@pytest.mark.parametrize(
    "uri", ["test:///nowhere.xml", "qemu+tcp://127.0.0.1:1/system", "qemu+tls://127.0.0.1/system"]
)
def test_other_errors_speak_for_themselves(uri: str) -> None:
    err = refused(uri)
    assert explain(err, [uri]) == err.message()


def test_errors_of_calls_speak_for_themselves(conn: Virt) -> None:
    with pytest.raises(Sys.Virt.Error) as caught:
        conn.get_domain_by_name("nobody")
    assert explain(caught.value, ["test:///default"]) == "Domain not found"

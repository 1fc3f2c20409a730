"""Which daemon a URI names."""

from __future__ import annotations

from pathlib import Path

import pytest

from sysvirt.port.check.reach import find_reach, is_harmless


@pytest.mark.parametrize(
    ("uri", "harmless"),
    [
        ("test:///default", True),
        ("test:///path/of/a.xml", True),
        ("test+unix:///default?socket=/x", False),
        ("test://host/default", False),
        ("test+tcp://host/default", False),
        ("qemu:///system", False),
        ("test", False),
        ("", False),
    ],
)
def test_harmless(uri: str, *, harmless: bool) -> None:
    assert is_harmless(uri) == harmless
    assert find_reach(uri, {}, Path("/none")).connects != harmless


def test_a_named_socket_is_kept_and_no_other(tmp_path: Path) -> None:
    reach = find_reach("qemu+unix:///system?socket=/a/sock", {}, tmp_path)
    assert reach.keep == ("/a/sock",)
    assert not reach.network


def test_the_system_and_the_session(tmp_path: Path) -> None:
    system = find_reach("qemu:///system", {}, tmp_path)
    assert "/run/libvirt/virtqemud-sock" in system.keep
    session = find_reach("qemu:///session", {"XDG_RUNTIME_DIR": "/r"}, tmp_path)
    assert "/r/libvirt/libvirt-sock" in session.keep
    assert not any(path.startswith("/run/libvirt") for path in session.keep)


def test_another_host_needs_the_network(tmp_path: Path) -> None:
    assert find_reach("qemu+ssh://host/system", {}, tmp_path).network
    assert find_reach("qemu://host/system", {}, tmp_path).network


def test_folders_are_covered(tmp_path: Path) -> None:
    (tmp_path / "libvirt").mkdir()
    reach = find_reach("test:///default", {"XDG_RUNTIME_DIR": str(tmp_path)}, tmp_path)
    assert str(tmp_path / "libvirt") in reach.cover

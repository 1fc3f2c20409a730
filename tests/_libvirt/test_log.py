"""The settings of libvirt's log, read and changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import libvirt
import pytest

from sysvirt import Error
from sysvirt._libvirt import log
from sysvirt._libvirt.log import Change, Settings


@pytest.fixture(autouse=True)
def former() -> Iterator[Settings]:
    """What it was, and is again afterwards."""
    settings = log.read_settings()
    yield settings
    Change(settings).make()
    assert log.read_settings() == settings


def test_this_libvirt_has_it() -> None:
    assert log.is_there()


def test_what_is_changed_is_read(tmp_path: Path) -> None:
    outputs = f"2:file:{tmp_path}/log 3:stderr".encode()
    Change(Settings(outputs, b"1:rpc 4:util", 1)).make()
    assert log.read_settings() == (outputs, b"1:*rpc* 4:*util* ", 1)
    Change(Settings(b"", b"", 3)).make()
    assert log.read_settings() == (b"", b"", 3)


def test_it_says_what_it_lets_through(tmp_path: Path) -> None:
    file = tmp_path / "log"
    Change(Settings(f"1:file:{file}".encode(), b"", 1)).make()
    libvirt.open("test:///default").close()
    assert "debug : virConnectOpen" in file.read_text()


@pytest.mark.parametrize(
    ("outputs", "filters"),
    [(b"1:file:/nowhere/log", b""), (b"7:stderr", b""), (b"", b"1"), (b"1:stderr", b"9:rpc")],
)
def test_what_cannot_be_is_an_error_and_changes_nothing(
    former: Settings, outputs: bytes, filters: bytes
) -> None:
    with pytest.raises(Error) as caught:
        Change(Settings(outputs, filters, 1))
    assert caught.value.code() in (Error.ERR_INVALID_ARG, Error.ERR_SYSTEM_ERROR)
    assert log.read_settings() == former


def test_what_is_given_up_changes_nothing_and_closes_its_file(
    former: Settings, tmp_path: Path
) -> None:
    change = Change(Settings(f"1:file:{tmp_path}/log".encode(), b"1:rpc", 1))
    change.give_up()
    assert log.read_settings() == former
    links = [link for link in Path("/proc/self/fd").iterdir() if link.is_symlink()]
    assert str(tmp_path / "log") not in {str(link.readlink()) for link in links if link.exists()}

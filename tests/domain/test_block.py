"""Disks of domains."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sysvirt import Domain, Error, Virt
from tests.hosts.proxy import Proxy

#: libvirt-python takes a signed number for it.
BEYOND = 2**64 - 1


def test_how_large_a_disk_is(dom: Domain) -> None:
    size = {"capacity": 1099506450432, "allocation": 1099511627776, "physical": 1099511627776}
    assert dom.get_block_info("vda") == size
    assert dom.get_block_info(Path("/guest/diskimage1"), None) == size
    with pytest.raises(Error, match="invalid path vdz not assigned"):
        dom.get_block_info("vdz")
    with pytest.raises(Error, match="unsupported flags"):
        dom.get_block_info("vda", 1)


def test_disks_that_have_failed(dom: Domain) -> None:
    wrong = [{"path": "vda", "error": Domain.DISK_ERROR_UNSPEC}]
    assert dom.get_disk_errors() == dom.get_disk_errors(None) == wrong
    # libvirt-python would take any flags.
    with pytest.raises(Error, match=r"unsupported flags \(0x1\)"):
        dom.get_disk_errors(1)
    dom.destroy()
    with pytest.raises(Error, match="domain is not running"):
        dom.get_disk_errors()


def test_every_disk_that_has_failed(conn: Virt) -> None:
    disks = "".join(
        f"<disk type='file'><source file='/x/{name}'/><target dev='{name}' bus='virtio'/></disk>"
        for name in ("vda", "vdb", "vdc")
    )
    dom = conn.create_domain(
        "<domain type='test'><name>d</name><memory>65536</memory><os><type>hvm</type></os>"
        f"<devices>{disks}</devices></domain>"
    )
    found = [(disk["path"], disk["error"]) for disk in dom.get_disk_errors()]
    assert found == [("vda", 1), ("vdb", 2), ("vdc", 1)]


@pytest.mark.parametrize(
    ("method", "arguments", "expected"),
    [
        ("block_resize", ("vda", 1024), ("DOMAIN_BLOCK_RESIZE", "vda", 1024, 0)),
        ("block_resize", (Path("/a"), BEYOND, 2), ("DOMAIN_BLOCK_RESIZE", "/a", BEYOND, 2)),
        ("set_block_threshold", ("vda[1]", 5), ("DOMAIN_SET_BLOCK_THRESHOLD", "vda[1]", 5, 0)),
        (
            "set_block_threshold",
            ("vda", 2**63, 1),
            ("DOMAIN_SET_BLOCK_THRESHOLD", "vda", 2**63, 1),
        ),
    ],
)
def test_what_reaches_the_daemon(
    far_dom: Domain,
    proxy: Proxy,
    method: str,
    arguments: tuple[Any, ...],
    expected: tuple[Any, ...],
) -> None:
    function, *passed = expected
    proxy.answer(function)
    assert getattr(far_dom, method)(*arguments) is None
    assert proxy.calls == [(function, "test", *passed)]


@pytest.mark.parametrize(
    ("method", "arguments", "error", "message"),
    [
        ("get_block_info", (5,), TypeError, "dev must be a str"),
        ("block_peek", (5, 0, 0), TypeError, "path must be a str"),
        ("block_peek", ("vda", -1, 0), ValueError, "offset must be between 0"),
        ("block_peek", ("vda", 0, 1.5), TypeError, "size must be an int"),
        ("block_resize", ("vda", -1), ValueError, "newsize must be between 0"),
        ("block_resize", (None, 1), TypeError, "disk must be a str"),
        ("set_block_threshold", ("vda", 2**64), ValueError, "threshold must be between"),
        ("set_block_threshold", (b"vda", 1), TypeError, "dev must be a str"),
        ("get_disk_errors", (-1,), ValueError, "flags must be between"),
    ],
)
def test_a_wrong_argument_never_reaches_the_daemon(
    far_dom: Domain,
    proxy: Proxy,
    method: str,
    arguments: tuple[Any, ...],
    error: type[Exception],
    message: str,
) -> None:
    with pytest.raises(error, match=f"^{message}"):
        getattr(far_dom, method)(*arguments)
    assert proxy.functions == []


def test_the_bytes_of_a_disk(far_dom: Domain, proxy: Proxy) -> None:
    proxy.answer("DOMAIN_BLOCK_PEEK", "b", b"a\0\xff")
    assert far_dom.block_peek("vda", 0, 3) == b"a\0\xff"
    assert far_dom.block_peek(Path("/a"), BEYOND, 3, 1) == b"a\0\xff"
    assert proxy.calls == [
        ("DOMAIN_BLOCK_PEEK", "test", "vda", 0, 3, 0),
        ("DOMAIN_BLOCK_PEEK", "test", "/a", BEYOND, 3, 1),
    ]

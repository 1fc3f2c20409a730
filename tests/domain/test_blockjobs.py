"""Jobs on the disks of domains."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sysvirt import Domain
from tests.hosts.proxy import Proxy

#: libvirt-python takes a signed number for it.
BEYOND = 2**64 - 1


def test_how_far_a_job_is(far_dom: Domain, proxy: Proxy) -> None:
    proxy.answer("DOMAIN_GET_BLOCK_JOB_INFO", "iiLLL", 1, 2, BEYOND, 10, BEYOND)
    info = {"type": 2, "bandwidth": BEYOND, "cur": 10, "end": BEYOND}
    assert far_dom.get_block_job_info("vda", 1) == info
    assert proxy.calls == [("DOMAIN_GET_BLOCK_JOB_INFO", "test", "vda", 1)]


def test_a_disk_without_a_job_has_zeros(far_dom: Domain, proxy: Proxy) -> None:
    proxy.answer("DOMAIN_GET_BLOCK_JOB_INFO", "iiLLL", 0, 0, 0, 0, 0)
    nothing = {"type": 0, "bandwidth": 0, "cur": 0, "end": 0}
    assert far_dom.get_block_job_info(Path("/a")) == nothing


COPY = {"bandwidth": BEYOND, "granularity": 2**32 - 1, "buf-size": BEYOND}


@pytest.mark.parametrize(
    ("method", "arguments", "expected"),
    [
        ("set_block_job_speed", ("vda", 5), ("DOMAIN_BLOCK_JOB_SET_SPEED", "vda", 5, 0)),
        (
            "set_block_job_speed",
            ("vda", BEYOND, 1),
            ("DOMAIN_BLOCK_JOB_SET_SPEED", "vda", BEYOND, 1),
        ),
        ("abort_block_job", (Path("/a"),), ("DOMAIN_BLOCK_JOB_ABORT", "/a", 0)),
        ("abort_block_job", ("vda", 2), ("DOMAIN_BLOCK_JOB_ABORT", "vda", 2)),
        ("block_pull", ("vda", 5), ("DOMAIN_BLOCK_PULL", "vda", 5, 0)),
        ("block_pull", ("vda", 2**63, 64), ("DOMAIN_BLOCK_PULL", "vda", 2**63, 64)),
        ("block_rebase", ("vda", "vda[1]", 5), ("DOMAIN_BLOCK_REBASE", "vda", "vda[1]", 5, 0)),
        ("block_rebase", ("vda", None, 0, 64), ("DOMAIN_BLOCK_REBASE", "vda", None, 0, 64)),
        ("block_copy", ("vda", "<disk/>", {}), ("DOMAIN_BLOCK_COPY", "vda", "<disk/>", {}, 0)),
        (
            "block_copy",
            ("vda", "<disk/>", COPY, 1),
            ("DOMAIN_BLOCK_COPY", "vda", "<disk/>", COPY, 1),
        ),
        ("block_commit", ("vda", "a", "b", 5), ("DOMAIN_BLOCK_COMMIT", "vda", "a", "b", 5, 0)),
        ("block_commit", ("a", None, None, 0, 4), ("DOMAIN_BLOCK_COMMIT", "a", None, None, 0, 4)),
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
        ("get_block_job_info", (5,), TypeError, "path must be a str"),
        ("set_block_job_speed", ("vda", -1), ValueError, "bandwidth must be between 0"),
        ("abort_block_job", ("a\0",), ValueError, "path must not contain NUL"),
        ("block_pull", ("vda", "5"), TypeError, "bandwidth must be an int"),
        ("block_pull", ("vda", 2**64), ValueError, "bandwidth must be between 0"),
        ("block_rebase", ("vda", 5, 0), TypeError, "base must be a str"),
        ("block_commit", ("vda", 5, None, 0), TypeError, "base must be a str"),
        ("block_commit", ("vda", None, 5, 0), TypeError, "top must be a str"),
        ("block_copy", ("vda", None, {}), TypeError, "destxml must be a str"),
        ("block_copy", ("vda", "<disk/>", None), TypeError, "params must be a dict"),
        (
            "block_copy",
            ("vda", "<disk/>", {"speed": 5}),
            ValueError,
            "params has an unknown key 'speed'",
        ),
        (
            "block_copy",
            ("vda", "<disk/>", {"granularity": 2**32}),
            ValueError,
            r"params\['granularity'\] must be between 0 and 4294967295",
        ),
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

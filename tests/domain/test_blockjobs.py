"""Jobs on the disks of domains."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sysvirt import Domain, Error, Virt
from tests.fakes import Recorder


def test_how_far_a_job_is(conn: Virt) -> None:
    info = {"type": 1, "bandwidth": 5, "cur": 10, "end": 20}
    handle = Recorder(info)
    assert Domain(conn, handle).get_block_job_info("vda", 1) == info
    assert handle.calls == [("blockJobInfo", "vda", 1)]


@pytest.mark.parametrize("answer", [{}, None])
def test_no_job_is_told_by_zeros(conn: Virt, answer: Any) -> None:
    nothing = {"type": 0, "bandwidth": 0, "cur": 0, "end": 0}
    assert Domain(conn, Recorder(answer)).get_block_job_info(Path("/a")) == nothing


COPY = {"bandwidth": 2**64 - 1, "granularity": 2**32 - 1, "buf-size": 2**64 - 1}


@pytest.mark.parametrize(
    ("method", "arguments", "expected"),
    [
        ("set_block_job_speed", ("vda", 5), ("blockJobSetSpeed", "vda", 5, 0)),
        ("set_block_job_speed", ("vda", 2**64 - 1, 1), ("blockJobSetSpeed", "vda", -1, 1)),
        ("abort_block_job", (Path("/a"),), ("blockJobAbort", "/a", 0)),
        ("abort_block_job", ("vda", 2), ("blockJobAbort", "vda", 2)),
        ("block_pull", ("vda", 5), ("blockPull", "vda", 5, 0)),
        ("block_pull", ("vda", 2**63, 64), ("blockPull", "vda", -(2**63), 64)),
        ("block_rebase", ("vda", "vda[1]", 5), ("blockRebase", "vda", "vda[1]", 5, 0)),
        ("block_rebase", ("vda", None, 0, 64), ("blockRebase", "vda", None, 0, 64)),
        ("block_copy", ("vda", "<disk/>", {}), ("blockCopy", "vda", "<disk/>", {}, 0)),
        ("block_copy", ("vda", "<disk/>", COPY, 1), ("blockCopy", "vda", "<disk/>", COPY, 1)),
        ("block_commit", ("vda", "a", "b", 5), ("blockCommit", "vda", "a", "b", 5, 0)),
        ("block_commit", ("a", None, None, 0, 4), ("blockCommit", "a", None, None, 0, 4)),
    ],
)
def test_what_libvirt_is_told(
    conn: Virt, method: str, arguments: tuple[Any, ...], expected: tuple[Any, ...]
) -> None:
    handle = Recorder()
    assert getattr(Domain(conn, handle), method)(*arguments) is None
    assert handle.calls == [expected]


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
        ("block_copy", ("vda", "<disk/>", {"speed": 5}), ValueError, "unknown key 'speed'"),
        (
            "block_copy",
            ("vda", "<disk/>", {"granularity": 2**32}),
            ValueError,
            r"params\['granularity'\] must be between 0 and 4294967295",
        ),
    ],
)
def test_what_is_refused(
    conn: Virt, method: str, arguments: tuple[Any, ...], error: type[Exception], message: str
) -> None:
    handle = Recorder()
    with pytest.raises(error, match=message):
        getattr(Domain(conn, handle), method)(*arguments)
    assert handle.calls == []


def test_every_number_gets_to_libvirt(dom: Domain) -> None:
    most = 2**64 - 1
    calls: list[Callable[[], None]] = [
        lambda: dom.set_block_job_speed("vda", most),
        lambda: dom.block_pull("vda", most),
        lambda: dom.block_rebase("vda", None, most),
        lambda: dom.block_copy("vda", "<disk/>", COPY),
        lambda: dom.block_commit("vda", None, None, most),
    ]
    for call in calls:
        with pytest.raises(Error, match="not supported by the connection driver"):
            call()

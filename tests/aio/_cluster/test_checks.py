"""Whether there is a cluster."""

from __future__ import annotations

import sys

import pytest

from sysvirt.aio._cluster.checks import check_client


def test_without_dask_it_says_how_it_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ModuleNotFoundError) as caught:
        check_client(None)
    assert caught.value.__notes__ == [
        "spread needs the extra cluster: pip install 'sysvirt[cluster]'"
    ]


def test_what_is_no_client_is_refused() -> None:
    pytest.importorskip("distributed", reason="dask's distributed is not installed")
    with pytest.raises(TypeError, match=r"client must be a distributed\.Client, not str"):
        check_client("tcp://127.0.0.1:8786")

"""What a wrong name probably means."""

from __future__ import annotations

import pytest

from sysvirt.port.api import read_api
from sysvirt.port.meant import meant_name, nearest_key, nearest_name
from tests.port.lines.reading import PRELUDE, unit_of

API = read_api()


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("get_nam", "get_name"),
        ("GET_NAME", "get_name"),
        ("STATE_CRUSHED", "STATE_CRASHED"),
        ("state_running", "STATE_RUNNING"),
        ("frobnicate", None),
    ],
)
def test_names(name: str, near: str | None) -> None:
    assert nearest_name(API, API.classes["Domain"], name) == near


@pytest.mark.parametrize(
    ("key", "near"), [("addr", "address"), ("url", "uri"), ("URI", "uri"), ("colour", None)]
)
def test_keys(key: str, near: str | None) -> None:
    assert nearest_key(API, key, ["address", "auth", "readonly", "uri"]) == near


@pytest.mark.parametrize(
    ("perl", "near"),
    [
        ("$dom->get_nam", "get_name"),
        ("Sys::Virt::Domain::STATE_RUNING", "STATE_RUNNING"),
        ("$dom->get_name", None),
        ("$dom->_private", None),
        ("$dom->frobnicate", None),
    ],
)
def test_what_a_use_means(perl: str, near: str | None) -> None:
    site = unit_of(f"{PRELUDE}f({perl});").sites[-1]
    assert meant_name(API, site) == near

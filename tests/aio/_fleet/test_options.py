"""What a fleet is told, and what of it makes no sense."""

from __future__ import annotations

from typing import Any

import pytest

from sysvirt.aio import Fleet
from sysvirt.aio._fleet.options import check_hosts


def test_hosts_by_name_and_by_uri_alone() -> None:
    assert check_hosts({"a": "test:///default"}) == {"a": {"uri": "test:///default"}}
    assert check_hosts(["x:///", "y:///"]) == {"x:///": {"uri": "x:///"}, "y:///": {"uri": "y:///"}}
    assert check_hosts({"a": {"uri": "x:///", "readonly": True}}) == {
        "a": {"uri": "x:///", "readonly": True}
    }
    assert check_hosts({}) == {}


@pytest.mark.parametrize(
    ("hosts", "error", "words"),
    [
        ("test:///default", TypeError, "hosts"),
        (5, TypeError, "hosts"),
        ({5: "test:///default"}, TypeError, "host"),
        ([5], TypeError, "hosts"),
        ({"a": 5}, TypeError, r"hosts\['a'\]"),
        ({"a": None}, TypeError, r"hosts\['a'\]"),
        ({"a": "test:\0"}, ValueError, r"hosts\['a'\]"),
        ({"a": {"uri": 5}}, TypeError, r"hosts\['a'\]: uri"),
        ({"a": {"address": 5}}, TypeError, r"hosts\['a'\]: address"),
        ({"a": {"flags": "ro"}}, TypeError, r"hosts\['a'\]: flags"),
        ({"a": {"readonly": "yes"}}, TypeError, r"hosts\['a'\]: readonly"),
        ({"a": {"auth": "yes"}}, TypeError, r"hosts\['a'\]: auth"),
        ({"a": {"credlist": 5}}, TypeError, r"hosts\['a'\]: credlist"),
        ({"a": {"credlist": ["x"]}}, TypeError, r"hosts\['a'\]: credlist"),
        ({"a": {"callback": 5}}, TypeError, r"hosts\['a'\]: callback"),
        ({"a": {"auth": True, "credlist": [2]}}, ValueError, r"hosts\['a'\]: credlist"),
        ({"a": {"width": 0}}, ValueError, r"hosts\['a'\]: width"),
        ({"a": {5: "x:///"}}, ValueError, r"hosts\['a'\]: .* not 5"),
        (["x:///", "x:///"], ValueError, "'x:///' twice"),
        ({"a": {"uri": "x:///", "url": "y:///"}}, ValueError, "'url'"),
        ({"a": {"uri": "x:///", "keep_alive": None}}, ValueError, "'keep_alive'"),
    ],
)
def test_hosts_that_make_no_sense(hosts: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        Fleet(hosts)


@pytest.mark.parametrize(
    ("option", "value", "error"),
    [
        ("readonly", "yes", TypeError),
        ("at_once", 0, ValueError),
        ("at_once", 1.5, TypeError),
        ("timeout", 0, ValueError),
        ("timeout", float("inf"), ValueError),
        ("timeout", "30", TypeError),
        ("open_timeout", -1, ValueError),
        ("keep_alive", 5, TypeError),
        ("keep_alive", (5, -1), ValueError),
        ("backoff", 5, TypeError),
        ("backoff", (1,), TypeError),
        ("backoff", (0, 60), ValueError),
        ("backoff", (60, 1), ValueError),
    ],
)
def test_options_that_make_no_sense(option: str, value: Any, error: type[Exception]) -> None:
    with pytest.raises(error, match=option.removeprefix("open_") + "|interval|count"):
        Fleet({}, **{option: value})

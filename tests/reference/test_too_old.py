"""Each method that came after libvirt 9.0 says so where the installed one is older."""

from __future__ import annotations

from typing import Any

import pytest

from constants.table import version
from reference.data import read_methods
from sysvirt import Error, Virt
from tests.fakes import Fake
from tests.reference.test_completeness import show, target

PLAIN = {"int": 0, "bool": False, "str": "x", "dict": {}}


def newer() -> list[tuple[str, str]]:
    """The methods that libvirt 9.0 lacks."""
    return [
        pair
        for pair, method in read_methods().items()
        if method.since and version(method.since) > (9, 0, 0)
    ]


def arguments(pair: tuple[str, str]) -> dict[str, Any]:
    """Arguments that pass each check."""
    return {each.name: PLAIN[each.type[0]] for each in read_methods()[pair].params}


def old(pair: tuple[str, str], conn: Virt) -> Any:
    """The method of an object whose libvirt-python has none of it."""
    return getattr(target(pair[0])(conn, Fake()), pair[1])


def test_they_are_what_the_reference_counts() -> None:
    assert sorted({name for _, name in newer()}) == [
        "announce_interface",
        "del_throttle_group",
        "get_autostart_once",
        "get_metadata",
        "graphics_reload",
        "set_autostart_once",
        "set_metadata",
        "set_throttle_group",
        "update",
    ]


@pytest.mark.parametrize("pair", newer(), ids=show)
def test_the_release_is_named(pair: tuple[str, str], conn: Virt) -> None:
    since = read_methods()[pair].since
    with pytest.raises(Error, match=rf"needs libvirt {since}, here is \d+\.\d+\.\d+") as caught:
        old(pair, conn)(**arguments(pair))
    assert caught.value.code() == Error.ERR_NO_SUPPORT


@pytest.mark.parametrize("pair", newer(), ids=show)
def test_a_wrong_argument_comes_first(pair: tuple[str, str], conn: Virt) -> None:
    given = arguments(pair)
    for name in given:
        with pytest.raises(TypeError, match=f"^{name} must be"):
            old(pair, conn)(**{**given, name: object()})

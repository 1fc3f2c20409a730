"""Each method that came after libvirt 9.0 says so where the installed one is older."""

from __future__ import annotations

from typing import Any

import pytest

from constants.table import version
from reference.data import read_methods
from sysvirt import Error, Virt
from tests.reference.test_completeness import show

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


def method(pair: tuple[str, str], conn: Virt) -> Any:
    """The method of an object."""
    objects: dict[str, Any] = {
        "Sys::Virt::Domain": conn.get_domain_by_name("test"),
        "Sys::Virt::Network": conn.get_network_by_name("default"),
        "Sys::Virt::NodeDevice": conn.get_node_device_by_name("computer"),
    }
    return getattr(objects[pair[0]], pair[1])


def is_old(pair: tuple[str, str]) -> bool:
    """Whether the installed libvirt has none of it."""
    since = read_methods()[pair].since
    return since is not None and Virt.get_version() < int(
        "".join(f"{part:03}" for part in version(since))
    )


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
    if not is_old(pair):
        pytest.skip("the installed libvirt has it")
    since = read_methods()[pair].since
    with pytest.raises(Error, match=rf"needs libvirt {since}, here is \d+\.\d+\.\d+") as caught:
        method(pair, conn)(**arguments(pair))
    assert caught.value.code() == Error.ERR_NO_SUPPORT


@pytest.mark.parametrize("pair", newer(), ids=show)
def test_a_wrong_argument_comes_first(pair: tuple[str, str], conn: Virt) -> None:
    given = arguments(pair)
    for name in given:
        with pytest.raises(TypeError, match=f"^{name} must be"):
            method(pair, conn)(**{**given, name: object()})

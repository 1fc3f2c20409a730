"""Getters that only pass a call on are as short as libvirt-python's, and fail as loudly."""

from __future__ import annotations

from typing import Any

import pytest

from sysvirt import Domain, Error, Network, Virt, binding


def is_short(method: Any) -> bool:
    """Whether a method calls the C module by itself."""
    return "function" in method.__code__.co_freevars


@pytest.mark.parametrize(
    "method",
    [
        Domain.get_name,
        Domain.get_uuid_string,
        Domain.get_max_memory,
        Network.get_name,
        Virt.get_hostname,
        Virt.num_of_domains,
    ],
)
def test_what_is_short(method: Any) -> None:
    assert is_short(method)
    assert method.__doc__.count("Rests on") == 1
    assert method.__module__.startswith("sysvirt.")


def test_what_is_not() -> None:
    # It takes flags, which libvirt-python's would take without a check.
    assert not is_short(Domain.get_hostname)


@pytest.mark.parametrize("name", ["get_name", "get_max_memory", "get_max_vcpus", "get_os_type"])
def test_a_failure_of_each_kind_is_raised(conn: Virt, name: str) -> None:
    shell = object.__new__(binding.virDomain)
    shell._o = shell._conn = None  # type: ignore[assignment]
    with pytest.raises(Error, match="invalid domain pointer in virDomain") as caught:
        getattr(Domain(conn, shell), name)()
    assert caught.value.origin().endswith("() failed")

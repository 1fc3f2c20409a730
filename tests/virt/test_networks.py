"""What the connection does with networks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from sysvirt import Error, Network, Virt

DEFAULT = "dd8fe884-6c02-601e-7551-cca97df1c5df"


def described(name: str, number: int) -> str:
    """A small network."""
    return (
        f"<network><name>{name}</name><bridge name='virbr{number}'/>"
        f"<ip address='10.55.{number}.1' netmask='255.255.255.0'/></network>"
    )


def names(networks: list[Network]) -> list[str]:
    return sorted(network.get_name() for network in networks)


def test_listing_by_state(conn: Virt) -> None:
    one = conn.define_network(described("one", 1))
    conn.define_network(described("two", 2)).create()
    conn.create_network(described("three", 3))
    assert names(conn.list_networks()) == ["default", "three", "two"]
    assert sorted(conn.list_network_names(10)) == ["default", "three", "two"]
    assert conn.num_of_networks() == 3
    assert conn.list_defined_networks() == [one]
    assert conn.list_defined_network_names(10) == ["one"]
    assert conn.num_of_defined_networks() == 1
    assert names(conn.list_all_networks()) == ["default", "one", "three", "two"]
    assert names(conn.list_all_networks(Network.LIST_TRANSIENT)) == ["three"]
    assert names(conn.list_all_networks(flags=Network.LIST_INACTIVE)) == ["one"]


def test_names_and_objects_come_in_one_order(conn: Virt) -> None:
    for number in range(1, 8):
        conn.create_network(described(f"net{number}", number))
        conn.define_network(described(f"off{number}", number + 10))
    running, off = conn.list_networks(), conn.list_defined_networks()
    assert [network.get_name() for network in running] == conn.list_network_names(100)
    assert [network.get_name() for network in off] == conn.list_defined_network_names(100)


def test_a_bound_cuts_the_names(conn: Virt) -> None:
    conn.create_network(described("one", 1))
    assert len(conn.list_network_names(1)) == 1
    assert conn.list_network_names(0) == []
    conn.define_network(described("two", 2))
    assert conn.list_defined_network_names(0) == []
    for call in (conn.list_network_names, conn.list_defined_network_names):
        with pytest.raises(ValueError, match="maxnames must be between 0"):
            call(-1)
        with pytest.raises(TypeError, match="maxnames must be an int"):
            call(None)  # type: ignore[arg-type]


def test_what_the_manual_calls_ids_are_names(conn: Virt) -> None:
    one = conn.create_network(described("one", 1))
    assert sorted(conn.list_network_ids(conn.num_of_networks())) == ["default", "one"]
    assert len(conn.list_network_ids(maxids=1)) == 1
    assert conn.get_network_by_id("one") == conn.get_network_by_id(id="one") == one
    with pytest.raises(ValueError, match="maxids must be between 0"):
        conn.list_network_ids(-1)
    with pytest.raises(TypeError, match="id must be a str, not int"):
        conn.get_network_by_id(1)  # type: ignore[arg-type]


def test_created_or_defined(conn: Virt) -> None:
    created = conn.create_network(described("one", 1))
    assert (created.is_active(), created.is_persistent()) == (True, False)
    defined = conn.define_network(described("two", 2))
    assert (defined.is_active(), defined.is_persistent()) == (False, True)
    assert created.connection is defined.connection is conn


@pytest.mark.parametrize("make", [Virt.create_network, Virt.define_network])
def test_flags_reach_libvirt(conn: Virt, make: Callable[..., Network]) -> None:
    # Only the functions that take flags can complain about them.
    with pytest.raises(Error, match="unsupported flags"):
        make(conn, described("one", 1), 4096)
    assert make(conn, described("one", 1), None).get_name() == "one"
    with pytest.raises(TypeError, match="xml must be a str"):
        make(conn, None)


@pytest.mark.parametrize(
    "uuid", [DEFAULT, DEFAULT.replace("-", ""), UUID(DEFAULT).bytes, UUID(DEFAULT)]
)
def test_every_form_of_a_uuid(conn: Virt, uuid: Any) -> None:
    assert conn.get_network_by_uuid(uuid).get_name() == "default"


def test_nobody_is_found(conn: Virt) -> None:
    calls: list[Callable[[], Network]] = [
        lambda: conn.get_network_by_name("nobody"),
        lambda: conn.get_network_by_uuid(b"x" * 16),
        lambda: conn.get_network_by_uuid(DEFAULT.replace("d", "e")),
    ]
    for call in calls:
        with pytest.raises(Error) as caught:
            call()
        assert caught.value.code() == Error.ERR_NO_NETWORK
    with pytest.raises(TypeError, match="name must be a str"):
        conn.get_network_by_name(None)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="uuid must have 32 or 36"):
        conn.get_network_by_uuid("nobody")

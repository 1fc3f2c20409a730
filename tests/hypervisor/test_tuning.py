"""Limits and shares of running guests: the running one's and the stored ones at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import pytest

from sysvirt import Domain, Error, Sys, Virt
from tests.hosts import Connection, Disk, Guest, Host, make_disk, running

LIVE, CONFIG = Domain.AFFECT_LIVE, Domain.AFFECT_CONFIG
CARD = "<interface type='user'><target dev='card'/></interface>"


@pytest.fixture(scope="module")
def dom(host: Host, libvirt_host: Connection) -> Iterator[Domain]:
    """A running guest whose configuration is stored."""
    disk = make_disk(host.root / "tuned.raw")
    guest = Guest(name="tuned", kvm=host.kvm, disks=(Disk(disk),), devices=CARD)
    with running(libvirt_host, guest, persistent=True), Sys.Virt.new(uri=host.uri) as conn:
        yield conn.get_domain_by_name("tuned")
    disk.unlink()


@pytest.mark.parametrize(
    ("kind", "device", "params"),
    [
        ("scheduler_parameters", (), {"cpu_shares": 512}),
        ("scheduler_parameters", (), {"vcpu_period": 50000, "vcpu_quota": -1}),
        ("memory_parameters", (), {"soft_limit": 786432}),
        ("blkio_parameters", (), {"weight": 400}),
        ("perf_events", (), {"cpu_clock": False, "page_faults": False}),
        ("block_iotune", ("vda",), {"total_bytes_sec": 5 * 2**20, "total_iops_sec": 50}),
        ("block_iotune", ("vda",), {"group_name": "slow", "total_iops_sec": 50}),
    ],
)
def test_both_at_once(
    dom: Domain, kind: str, device: tuple[str, ...], params: dict[str, Any]
) -> None:
    try:
        getattr(dom, f"set_{kind}")(*device, params, LIVE | CONFIG)
    except Error as error:
        if "cgroup" in error.message():
            pytest.skip(f"this machine can't: {error.message()}")
        raise
    for flags in (LIVE, CONFIG):
        now = getattr(dom, f"get_{kind}")(*device, flags)
        assert params.items() <= now.items()


def test_one_of_them(dom: Domain) -> None:
    dom.set_memory_parameters({"hard_limit": 2**21}, LIVE)
    dom.set_memory_parameters({"hard_limit": 2**22}, CONFIG)
    assert dom.get_memory_parameters(LIVE)["hard_limit"] == 2**21
    assert dom.get_memory_parameters(CONFIG)["hard_limit"] == 2**22
    assert dom.get_memory_parameters()["hard_limit"] == 2**21
    with pytest.raises(Error, match="mutually exclusive"):
        dom.get_memory_parameters(LIVE | CONFIG)


def test_numa_nodes(dom: Domain) -> None:
    dom.set_numa_parameters({"numa_mode": 1, "numa_nodeset": "0"}, CONFIG)
    assert dom.get_numa_parameters(CONFIG) == {"numa_mode": 1, "numa_nodeset": "0"}
    assert dom.get_numa_parameters(LIVE) == {"numa_mode": 0, "numa_nodeset": ""}


def test_an_interface_says_why_not(dom: Domain) -> None:
    assert dom.get_interface_parameters("card")["inbound.average"] == 0
    with pytest.raises(Error, match="interfaces of type 'user'"):
        dom.set_interface_parameters("card", {"inbound.average": 100}, LIVE | CONFIG)
    with pytest.raises(ValueError, match="unknown key 'inbound'"):
        dom.set_interface_parameters("card", {"inbound": 100}, LIVE | CONFIG)


def test_nothing_is_changed_by_half(dom: Domain) -> None:
    before = dom.get_scheduler_parameters()
    with pytest.raises(ValueError, match="unknown key 'shares'"):
        dom.set_scheduler_parameters({"cpu_shares": 300, "shares": 5})
    with pytest.raises(ValueError, match=r"params\['cpu_shares'\]"):
        dom.set_scheduler_parameters({"vcpu_period": 20000, "cpu_shares": -300})
    assert dom.get_scheduler_parameters() == before


def test_a_connection_that_only_reads(host: Host, dom: Domain) -> None:
    with Virt.new(uri=host.uri, readonly=True) as conn:
        mine = conn.get_domain_by_name(dom.get_name())
        assert mine.get_memory_parameters().keys() == dom.get_memory_parameters().keys()
        with pytest.raises(Error, match="read only access"):
            mine.set_memory_parameters({"soft_limit": 786432})


@pytest.mark.usefixtures("machine")
def test_a_host_takes_numbers_as_they_are(conn: Virt) -> None:
    before = conn.get_node_memory_parameters()
    pause: Final = Virt.NODE_MEMORY_SHARED_SLEEP_MILLISECS
    with pytest.raises(ValueError, match=r"params\['shm_sleep_millisecs'\] must be between 0 and"):
        conn.set_node_memory_parameters({pause: 2**32})
    with pytest.raises(ValueError, match="unknown key 'sleep'; known here: .*'shm_full_scans'"):
        conn.set_node_memory_parameters({pause: 30, "sleep": 30})
    assert conn.get_node_memory_parameters()[pause] == before[pause]
    try:
        conn.set_node_memory_parameters({pause: 2**32 - 1})
        # Beyond 2**31, where Perl and libvirt-python see a negative number.
        assert conn.get_node_memory_parameters()[pause] == 2**32 - 1
    finally:
        conn.set_node_memory_parameters({pause: before[pause]})

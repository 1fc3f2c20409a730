"""Virtual CPUs, pins, keys, IOThreads and disks, as libvirt has them."""

from __future__ import annotations

import pytest

from sysvirt import Domain, Error, Virt
from sysvirt._libvirt import domain

XML = """
<domain type='test'>
  <name>wide</name><memory>1024</memory><vcpu>{vcpus}</vcpu><os><type>hvm</type></os>
</domain>
"""


@pytest.fixture
def wide(conn: Virt) -> Domain:
    """A domain with more virtual CPUs than there is room for at first."""
    return conn.create_domain(XML.format(vcpus=domain.VCPUS_AT_FIRST + 4))


def test_a_map_has_room_for_all_cpus_of_the_host(conn: Virt) -> None:
    info = conn.get_node_info()
    cpus = info["nodes"] * info["sockets"] * info["cores"] * info["threads"]
    assert cpus == 16
    assert domain.get_map_length(conn.handle) == 2


def test_each_virtual_cpu_has_its_row(dom: Domain) -> None:
    dom.pin_vcpu(1, b"\x06\x00")
    rows = domain.get_vcpus(dom.handle, 2)
    assert [row["number"] for row in rows] == [0, 1]
    assert {row["state"] for row in rows} == {Domain.VCPU_RUNNING}
    assert [row["affinity"] for row in rows] == [b"\xff\xff", b"\x06\x00"]
    assert all(row["cpuTime"] > 0 for row in rows)


def test_there_is_room_for_any_number_of_virtual_cpus(wide: Domain) -> None:
    rows = domain.get_vcpus(wide.handle, 2)
    assert [row["number"] for row in rows] == list(range(domain.VCPUS_AT_FIRST + 4))


@pytest.mark.parametrize("length", [1, 2, 9])
def test_a_map_is_as_long_as_it_is_asked_for(dom: Domain, length: int) -> None:
    assert {len(row["affinity"]) for row in domain.get_vcpus(dom.handle, length)} == {length}
    assert [len(pin) for pin in domain.get_vcpu_pins(dom.handle, 2, length, 0)] == [length] * 2


def test_a_pin_goes_to_libvirt_as_it_is(dom: Domain) -> None:
    domain.pin("virDomainPinVcpu", dom.handle, b"\x05\x00", 0)
    domain.pin("virDomainPinVcpuFlags", dom.handle, b"\x02\x00", 1, flags=Domain.AFFECT_CURRENT)
    assert domain.get_vcpu_pins(dom.handle, 2, 2, 0) == [b"\x05\x00", b"\x02\x00"]


def test_a_refusal_raises(dom: Domain) -> None:
    with pytest.raises(Error) as caught:
        domain.pin("virDomainPinVcpu", dom.handle, b"\x01", 99)
    assert caught.value.code() == Error.ERR_INVALID_ARG
    dom.destroy()
    with pytest.raises(Error):
        domain.get_vcpus(dom.handle, 2)


def test_the_pins_of_the_emulator_are_as_wide_as_they_are_asked_for(dom: Domain) -> None:
    assert len(domain.get_emulator_pins(dom.handle, 2, 0)) == 2
    assert (
        domain.get_emulator_pins(dom.handle, 1, 0)[:1]
        == domain.get_emulator_pins(dom.handle, 2, 0)[:1]
    )


def test_what_the_test_driver_lacks_is_refused_by_libvirt(dom: Domain) -> None:
    for call in (
        lambda: domain.get_iothreads(dom.handle, 1 << 20),
        lambda: domain.send_key(dom.handle, 0, 0, [10**9], 1 << 20),
        lambda: domain.get_disk_errors(dom.handle, 1 << 20),
    ):
        with pytest.raises(Error) as caught:
            call()
        assert caught.value.code() in (Error.ERR_NO_SUPPORT, Error.ERR_INVALID_ARG)

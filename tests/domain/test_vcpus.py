"""Virtual CPUs of domains."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sysvirt import Domain, Error, Sys, Virt, bitmap
from tests.hosts.proxy import Proxy
from tests.hosts.wire import chars

#: A host with nine CPUs in three cores of three threads.
NINE = """<node><cpu><mhz>1000</mhz><model>x</model><nodes>1</nodes><sockets>1</sockets>
<cores>3</cores><threads>3</threads><active>9</active></cpu><memory>1048576</memory>
<domain type='test'><name>nine</name><memory>65536</memory><vcpu>3</vcpu>
<os><type>hvm</type></os></domain></node>"""


def affinities(dom: Domain, flags: int = 0) -> list[bytes]:
    return [vcpu["affinity"] for vcpu in dom.get_vcpu_info(flags)]


def test_how_many_there_are(dom: Domain) -> None:
    assert dom.get_vcpus() == dom.get_vcpus(Domain.VCPU_MAXIMUM) == dom.get_max_vcpus() == 2
    dom.set_vcpus(1)
    assert dom.get_vcpus() == 1
    dom.set_vcpus(2, Domain.VCPU_LIVE)
    assert dom.get_vcpus(Domain.VCPU_LIVE) == 2
    with pytest.raises(Error, match="nvcpus in virDomainSetVcpus must not be zero"):
        dom.set_vcpus(0)


def test_the_maximum_of_a_domain_that_is_not_running_is_an_error(dom: Domain) -> None:
    dom.destroy()
    with pytest.raises(Error, match="domain is not running") as caught:
        dom.get_max_vcpus()
    assert caught.value.code() == Error.ERR_OPERATION_INVALID


def test_what_each_does(dom: Domain) -> None:
    first, second = dom.get_vcpu_info()
    assert list(first) == ["number", "state", "cpuTime", "cpu", "affinity"]
    assert (first["number"], second["number"]) == (0, 1)
    assert first["state"] == Domain.VCPU_RUNNING
    assert first["cpuTime"] > 10**12
    assert first["affinity"] == b"\xff\xff"
    idle = {"state": 0, "cpuTime": 0, "cpu": 0, "affinity": b"\xff\xff"}
    stored = [{"number": 0, **idle}, {"number": 1, **idle}]
    assert dom.get_vcpu_info(Domain.AFFECT_LIVE) == stored
    dom.destroy()
    assert dom.get_vcpu_info() == stored


def test_the_number_is_that_of_the_virtual_cpu(far_dom: Domain, proxy: Proxy) -> None:
    rows = [(0, 1, 5, 3), (2, 2, 2**64 - 1, -1)]
    proxy.answer("DOMAIN_GET_VCPUS", "[uiLi]b", rows, b"\1\0\2\0")
    assert far_dom.get_vcpu_info() == [
        {"number": 0, "state": 1, "cpuTime": 5, "cpu": 3, "affinity": b"\1\0"},
        {"number": 2, "state": 2, "cpuTime": 2**64 - 1, "cpu": -1, "affinity": b"\2\0"},
    ]


@pytest.mark.parametrize("number", [15, 16, 17, 32])
def test_as_many_as_there_are(conn: Virt, number: int) -> None:
    xml = f"<domain type='test'><name>many</name><memory>1</memory><vcpu>{number}</vcpu>"
    dom = conn.create_domain(xml + "<os><type>hvm</type></os></domain>")
    dom.pin_vcpu(number - 1, b"\x01\x02")
    found = dom.get_vcpu_info()
    assert [row["number"] for row in found] == list(range(number))
    assert [row["affinity"] for row in found] == [b"\xff\xff"] * (number - 1) + [b"\x01\x02"]


@pytest.mark.parametrize(("nodes", "message"), [(1, None), (2**31 - 1, "exceeds maximum")])
def test_a_host_that_says_odd_things(
    far_dom: Domain, proxy: Proxy, nodes: int, message: str | None
) -> None:
    # The model isn't UTF-8; the CPUs may be more than any machine has.
    numbers = [16, 1400, nodes, 2, 2, 4]
    proxy.answer("NODE_GET_INFO", "i" * 32 + "Liiiiii", *chars(b"i6\xe4", 32), 2**20, *numbers)
    if message is None:
        assert [len(row["affinity"]) for row in far_dom.get_vcpu_info()] == [2, 2]
    else:
        with pytest.raises(Error, match=message):
            far_dom.get_vcpu_info()


def test_another_failure_is_no_reason_to_ask_again(far_dom: Domain, proxy: Proxy) -> None:
    proxy.refuse("DOMAIN_GET_VCPUS", Error.ERR_OPERATION_FAILED, "not today")
    with pytest.raises(Error, match="not today") as caught:
        far_dom.get_vcpu_info()
    assert caught.value.code() == Error.ERR_OPERATION_FAILED
    assert len(proxy.calls) == 1


@pytest.mark.parametrize("form", [bytes, bytearray, memoryview])
def test_pinning_hands_the_map_over_as_it_is(dom: Domain, form: Any) -> None:
    # libvirt-python counts eight CPUs on this host, which has room for sixteen.
    dom.pin_vcpu(1, form(b"\x01\x80"))
    assert affinities(dom) == [b"\xff\xff", b"\x01\x80"]
    assert bitmap.unpack(affinities(dom)[1]) == [0, 15]
    assert dom.get_vcpu_info()[1]["cpu"] == 15
    dom.pin_emulator(form(b"\x02\x40"))
    assert dom.get_emulator_pin_info() == b"\x02\x40"


def test_pinning_nothing_is_an_error(dom: Domain) -> None:
    calls: list[Callable[[], object]] = [
        lambda: dom.pin_vcpu(0, b""),
        lambda: dom.pin_emulator(b""),
    ]
    for call in calls:
        with pytest.raises(Error, match="maplen in virDomainPin.* must be greater than zero"):
            call()


def test_flags_arrive(dom: Domain) -> None:
    calls: list[tuple[Callable[[int], object], int, str]] = [
        (dom.get_vcpus, 1 << 20, "testDomainGetVcpusFlags"),
        (lambda flags: dom.set_vcpus(1, flags), 1 << 20, "testDomainSetVcpusFlags"),
        (lambda flags: dom.pin_vcpu(0, b"\1", flags), 1, "testDomainPinVcpuFlags"),
        (lambda flags: dom.pin_emulator(b"\1", flags), 1 << 20, "testDomainPinEmulator"),
        (dom.get_emulator_pin_info, 1 << 20, "testDomainGetEmulatorPinInfo"),
    ]
    for call, bits, function in calls:
        with pytest.raises(Error, match=rf"unsupported flags \({bits:#x}\) in function {function}"):
            call(bits)


def test_a_map_covers_all_the_cpus_of_the_host(tmp_path: Path) -> None:
    file = tmp_path / "node.xml"
    file.write_text(NINE)
    with Sys.Virt(uri=f"test://{file}") as conn:
        dom = conn.get_domain_by_name("nine")
        assert [len(affinity) for affinity in affinities(dom)] == [2, 2, 2]
        assert len(dom.get_emulator_pin_info()) == 2
        dom.pin_vcpu(2, bitmap.pack([8], 9))
        assert affinities(dom)[2] == b"\x00\x01"


def test_a_guests_own_virtual_cpus(dom: Domain) -> None:
    with pytest.raises(Error, match="virDomainGetGuestVcpus") as caught:
        dom.get_guest_vcpus()
    assert caught.value.code() == Error.ERR_NO_SUPPORT
    with pytest.raises(Error, match="virDomainSetGuestVcpus"):
        dom.set_guest_vcpus("0-1", 1)
    with pytest.raises(Error, match="virDomainSetVcpu"):
        dom.set_vcpu("1", 0)


@pytest.mark.parametrize(
    ("method", "arguments", "error", "message"),
    [
        ("get_vcpus", ["x"], TypeError, "flags must be an int"),
        ("set_vcpus", [-1], ValueError, "count must be between 0 and 4294967295"),
        ("set_vcpus", ["2"], TypeError, "count must be an int"),
        ("set_vcpu", [1, 1], TypeError, "cpumap must be a str, not int"),
        ("set_vcpu", ["1", "on"], TypeError, "state must be an int"),
        ("set_guest_vcpus", [b"1", 1], TypeError, "cpumap must be a str, not bytes"),
        ("set_guest_vcpus", ["1", 2**31], ValueError, "state must be between"),
        ("get_guest_vcpus", [-1], ValueError, "flags must be between"),
        ("get_vcpu_info", ["x"], TypeError, "flags must be an int"),
        ("pin_vcpu", [-1, b"\1"], ValueError, "vcpu must be between"),
        ("pin_vcpu", [0, "\1"], TypeError, "mask must be bytes, not str"),
        ("pin_vcpu", [0, [0, 1]], TypeError, "mask must be bytes, not list"),
        ("pin_vcpu", [0, b"\1", -1], ValueError, "flags must be between"),
        ("pin_emulator", ["\1"], TypeError, "newmask must be bytes, not str"),
        ("get_emulator_pin_info", [-1], ValueError, "flags must be between"),
    ],
)
def test_bad_input_is_refused_by_name(
    dom: Domain, method: str, arguments: list[Any], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=f"^{message}"):
        getattr(dom, method)(*arguments)


def test_a_closed_connection_is_an_error_here_too(conn: Virt, dom: Domain) -> None:
    conn.close()
    for call in (
        dom.get_vcpu_info,
        dom.get_emulator_pin_info,
        lambda: dom.pin_vcpu(0, b"\1"),
    ):
        with pytest.raises(Error, match="invalid (domain|connection) pointer: the connection"):
            call()

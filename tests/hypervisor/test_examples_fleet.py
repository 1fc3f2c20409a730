"""The programs about a fleet on real hosts: what QEMU's driver counts comes out right."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest

from sysvirt import Domain, Virt
from tests.examples.programs import LONG, port
from tests.examples.terminal import ours, started
from tests.hosts import Booted, Guest, Host

GROUPS = (
    Domain.STATS_STATE
    | Domain.STATS_CPU_TOTAL
    | Domain.STATS_BALLOON
    | Domain.STATS_VCPU
    | Domain.STATS_INTERFACE
    | Domain.STATS_BLOCK
)


def scrape(uri: str) -> dict[str, dict[tuple[str, ...], float]]:
    """What the exporter says of a host."""
    pytest.importorskip("prometheus_client", reason="prometheus_client is not installed")
    from prometheus_client.parser import text_string_to_metric_families as parse

    command = ours("exporter", "--listen", "127.0.0.1:0", f"real={uri}")
    with started(*command, stdout=subprocess.PIPE) as program:
        assert program.stdout
        with urlopen(program.stdout.readline().decode().strip(), timeout=LONG) as answer:
            text = answer.read().decode()
    page: dict[str, dict[tuple[str, ...], float]] = {}
    for family in parse(text):
        for sample in family.samples:
            labels = tuple(sample.labels.get(name, "") for name in ("host", "domain", "device"))
            page.setdefault(sample.name, {})[labels] = sample.value
    return page


def statistics(uri: str, name: str) -> dict[str, Any]:
    with Virt(uri=uri) as conn:
        dom = conn.get_domain_by_name(name)
        (found,) = conn.get_all_domain_stats(GROUPS, [dom])
        return found["data"]


def test_what_a_guest_that_has_booted_uses(agent_guest: Booted) -> None:
    uri, name = agent_guest.host.uri, agent_guest.name
    before = statistics(uri, name)
    page = scrape(uri)
    after = statistics(uri, name)

    def value(metric: str, device: str = "") -> float:
        return page[f"libvirt_domain_{metric}"]["real", name, device]

    # Between the two.
    for metric, key, scale in (
        ("cpu_seconds_total", "cpu.time", 1e9),
        ("cpu_user_seconds_total", "cpu.user", 1e9),
        ("cpu_system_seconds_total", "cpu.system", 1e9),
    ):
        assert before[key] <= round(value(metric) * scale) <= after[key]
    for metric, key, scale in (
        ("disk_read_bytes_total", "rd.bytes", 1.0),
        ("disk_writes_total", "wr.reqs", 1.0),
        ("disk_read_seconds_total", "rd.times", 1e9),
    ):
        device = before["block.0.name"]
        old, new = (each[f"block.0.{key}"] for each in (before, after))
        assert old <= round(value(metric, device) * scale) <= new
    assert value("disk_read_bytes_total", before["block.0.name"]) > 0
    card = before["net.0.name"]
    assert before["net.0.rx.bytes"] <= value("network_receive_bytes_total", card)
    assert value("network_transmit_packets_total", card) <= after["net.0.tx.pkts"]
    assert value("memory_bytes") == before["balloon.current"] * 1024
    assert value("memory_resident_bytes") > 2**20
    assert value("vcpus") == before["vcpu.current"]
    assert value("disk_capacity_bytes", before["block.0.name"]) == before["block.0.capacity"]
    assert value("state") == Domain.STATE_RUNNING
    assert page["libvirt_up"]["real", "", ""] == 1
    assert page["libvirt_host_cpus"]["real", "", ""] == os.cpu_count()


def test_a_guest_that_is_off_has_a_state_alone(host: Host) -> None:
    with Virt(uri=host.uri) as conn:
        off = conn.define_domain(Guest(name="off", kvm=host.kvm).xml())
        try:
            page = scrape(host.uri)
        finally:
            off.undefine()
    found = {name for name, values in page.items() if ("real", "off", "") in values}
    assert found == {"libvirt_domain_state"}
    assert page["libvirt_domain_state"]["real", "off", ""] == Domain.STATE_SHUTOFF


def test_pictures_of_it(agent_guest: Booted, tmp_path: Path) -> None:
    given = ("--interval", "1", f"real={agent_guest.host.uri}")
    text = port("fleet_top", "--once", *given)
    figures = r"running +\d+\.\d% +\d+ MiB +\d\S* \w+ +\d\S* \w+"
    assert re.search(rf"^  {agent_guest.name} +{figures}$", text, re.MULTILINE)
    pytest.importorskip("matplotlib", reason="matplotlib is not installed")
    file = tmp_path / "fleet.html"
    port("fleet_report", "--output", str(file), *given)
    assert f"{agent_guest.name}</td>" in file.read_text()

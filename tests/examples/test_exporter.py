"""The exporter, scraped over HTTP, on hosts that hang, die and return; and what it counts."""

from __future__ import annotations

import asyncio
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

import pytest

from tests.examples.programs import LONG, port
from tests.examples.terminal import error_of, ours, started, without
from tests.hosts import wait_until
from tests.hosts.crowd import Crowd

pytest.importorskip("prometheus_client", reason="prometheus_client is not installed")

from exporter import Collector
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.openmetrics import parser as openmetrics
from prometheus_client.parser import text_string_to_metric_families as parse

from support.looks import Guest, Look, Lookout, Seen
from support.metrics import families
from sysvirt import Domain, Error
from sysvirt.aio import Fleet

TEST = "test:///default"
#: `make ready-test` gets it.
PROMTOOL = shutil.which("promtool") or shutil.which("promtool", path=str(Path(sys.prefix, "bin")))
#: By the name of a metric: its labels' values and its value.
Page = dict[str, dict[tuple[str, ...], float]]


def scrape(url: str, kind: str = "text/plain") -> str:
    """The page of an exporter."""
    with urlopen(Request(url, headers={"Accept": kind}), timeout=LONG) as answer:
        return str(answer.read().decode())


def read(text: str) -> Page:
    """What a page says."""
    page: Page = {}
    for family in parse(text):
        for sample in family.samples:
            values = page.setdefault(sample.name, {})
            labels = tuple(sample.labels.get(name, "") for name in ("host", "domain", "device"))
            values[tuple(each for each in labels if each)] = sample.value
    return page


def up(url: str) -> dict[str, float]:
    """Which hosts are up."""
    return {host: value for (host,), value in read(scrape(url))["libvirt_up"].items()}


Exporter = tuple[subprocess.Popen[bytes], str]


@pytest.fixture
def exporter() -> Iterator[Callable[..., Exporter]]:
    """Starts an exporter; its process, and where its page is."""
    with ExitStack() as stack:

        def start(*arguments: str) -> Exporter:
            command = ours("exporter", "--listen", "127.0.0.1:0", *arguments)
            program = stack.enter_context(started(*command, stdout=subprocess.PIPE))
            assert program.stdout
            url = program.stdout.readline().decode().strip()
            assert re.fullmatch(r"http://127\.0\.0\.1:\d+/metrics", url), url
            return program, url

        yield start


# Errors ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--listen", "here"), "argument --listen: must be ADDRESS:PORT"),
        (("--listen", ":65536"), "argument --listen: must be ADDRESS:PORT"),
        (("--limit", "0"), "argument --limit: must be more than 0 seconds"),
        (("--limit", "soon"), "argument --limit: must be seconds"),
        (("",), "must be NAME=URI or a URI, not empty"),
    ],
)
def test_wrong_arguments(arguments: tuple[str, ...], message: str) -> None:
    assert message in port("exporter", *arguments, status=2)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, "No such file or directory"),
        ("# nobody\n\n", "no host is in it"),
        ("a test:///default and more", "hosts:1: a line is a name and a URI, not 'a test:///def"),
        ("a test:///default\na test:///other", "a is the name of two hosts: test:///default and"),
    ],
)
def test_wrong_files(tmp_path: Path, text: str | None, message: str) -> None:
    file = tmp_path / "hosts"
    if text is not None:
        file.write_text(text)
    error = port("exporter", "--listen", "127.0.0.1:0", "--hosts", str(file), status=1)
    assert message in error
    assert len(error.splitlines()) == 1


def test_a_port_that_is_taken() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        error = port("exporter", "--listen", str(taken.getsockname()[1]), TEST, status=1)
    assert error.startswith("exporter.py: [Errno ")
    assert len(error.splitlines()) == 1


def test_without_the_client() -> None:
    done = subprocess.run(without("prometheus_client", "exporter", TEST), stderr=subprocess.PIPE)
    said = b"exporter.py: needs prometheus_client: pip install 'sysvirt[examples]'\n"
    assert (done.returncode, done.stderr) == (1, said)


# Scrapes -----------------------------------------------------------------------------------


def test_hosts_by_name_by_uri_and_from_a_file(
    exporter: Callable[..., Exporter], tmp_path: Path
) -> None:
    file = tmp_path / "hosts"
    file.write_text(f"# name URI\nlisted {TEST}\n\n{TEST}?a=b # its own name\n")
    _, url = exporter("--hosts", str(file), f"named={TEST}", TEST)
    assert up(url) == {"named": 1, TEST: 1, "listed": 1, f"{TEST}?a=b": 1}


def test_some_hosts_hang_and_some_are_dead(
    exporter: Callable[..., Exporter], crowd: Crowd, hosts: list[str]
) -> None:
    crowd.hang("host001")
    crowd.kill("host002")
    program, url = exporter("--limit", "2", *hosts)
    bad = {"host001", "host002"}
    page = read(scrape(url))
    # On a busy machine others may be late as well, and then aren't.
    while page["libvirt_up"] != {(host,): host not in bad for host in crowd.names}:
        assert not any(page["libvirt_up"][host,] for host in bad)
        page = read(scrape(url))
    # Of the others all is there, and of those nothing that was once so.
    well = {(host, "test") for host in crowd.names if host not in bad}
    for name in ("state", "cpu_seconds_total", "vcpus", "memory_bytes"):
        assert page[f"libvirt_domain_{name}"].keys() == well
    assert page["libvirt_host_memory_bytes"]["host000",] == 3 * 2**30
    assert page["libvirt_domain_memory_bytes"]["host000", "test"] == 2 * 2**30
    assert page["libvirt_domain_state"]["host000", "test"] == Domain.STATE_RUNNING
    assert page["libvirt_scrape_duration_seconds"].keys() == {(host,) for host in crowd.names}
    # They come back.
    crowd.release("host001")
    crowd.revive("host002")
    wait_until(lambda: all(up(url).values()), "all are up")
    program.send_signal(signal.SIGTERM)
    said = error_of(program, 0)
    assert about("host001", said)[:2] == ["host001: no answer within 2 s", "host001: up"]
    refused, revived, *_ = about("host002", said)
    assert refused.startswith("host002: Failed to connect socket to ")
    assert revived == "host002: up"


def about(host: str, said: str) -> list[str]:
    """The lines about a host; on a busy machine there may be some about any."""
    return [line for line in said.splitlines() if line.startswith(f"{host}: ")]


def test_a_host_that_begins_to_hang_later(
    exporter: Callable[..., Exporter], crowd: Crowd, hosts: list[str]
) -> None:
    _, url = exporter("--limit", "2", *hosts)
    wait_until(lambda: all(up(url).values()), "all are up")
    crowd.hang("host004")
    wanted = {host: host != "host004" for host in crowd.names}
    for _ in range(3):
        wait_until(lambda: up(url) == wanted, "all others are up")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_end(
    exporter: Callable[..., Exporter], crowd: Crowd, hosts: list[str], number: int
) -> None:
    program, url = exporter("--limit", "2", *hosts)
    wait_until(lambda: all(up(url).values()), "all are up")
    crowd.hang("host003")
    assert not up(url)["host003"]
    program.send_signal(number)
    said = error_of(program, 0)
    assert about("host003", said)[-1] == "host003: no answer within 2 s"
    assert all(line.partition(": ")[0] in crowd.names for line in said.splitlines())


def test_the_end_while_somebody_waits_for_a_host_that_hangs(
    exporter: Callable[..., Exporter], crowd: Crowd, hosts: list[str]
) -> None:
    program, url = exporter("--limit", "3600", *hosts)
    assert all(up(url).values())
    crowd.hang("host003")
    where = urlsplit(url)
    address = (where.hostname, where.port)
    with ExitStack() as stack:
        waiting = [stack.enter_context(socket.create_connection(address)) for _ in range(8)]
        for each in waiting[:4]:
            each.sendall(b"GET /metrics HTTP/1.0\r\n\r\n")
        # Scrapes have begun, and others come: for none of them the hour is waited for.
        program.send_signal(signal.SIGTERM)
        for each in waiting[4:]:
            with suppress(OSError):
                each.sendall(b"GET /metrics HTTP/1.0\r\n\r\n")
        assert "Traceback" not in error_of(program, 0)


def test_a_page_after_the_end_has_no_hosts() -> None:
    async def begin() -> Collector:
        async with Fleet({"a": TEST}) as fleet, Lookout(fleet, 1) as lookout:
            return Collector(lookout)

    collector = asyncio.run(begin())
    # Its loop is closed, which is a fault as long as the program runs.
    with pytest.raises(RuntimeError, match="closed"):
        collector.collect()
    collector.end()
    assert [family for family in collector.collect() if family.samples] == []


def test_both_formats(exporter: Callable[..., Exporter]) -> None:
    _, url = exporter(f"a={TEST}")
    # The parser of OpenMetrics refuses what isn't right.
    strictly: Any = openmetrics.text_string_to_metric_families
    found = strictly(scrape(url, "application/openmetrics-text; version=1.0.0"))
    assert {family.name for family in found} >= {"libvirt_up", "libvirt_domain_cpu_seconds"}
    assert "process_cpu_seconds_total" in read(scrape(url))


def test_promtool_has_nothing_to_say(
    exporter: Callable[..., Exporter], crowd: Crowd, hosts: list[str]
) -> None:
    if not PROMTOOL:
        pytest.skip("promtool is not installed: it comes with Prometheus, or by make ready-test")
    crowd.kill("host000")
    crowd.hang("host001")
    _, url = exporter("--limit", "1", *hosts)
    for page in (scrape(url), text({"a": QEMU})):
        done = subprocess.run(
            [PROMTOOL, "check", "metrics"], input=page, capture_output=True, text=True
        )
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    # It does find something where there is something.
    bad = "# TYPE libvirt_read_kilobytes counter\nlibvirt_read_kilobytes 1\n"
    done = subprocess.run([PROMTOOL, "check", "metrics"], input=bad, capture_output=True, text=True)
    assert done.returncode != 0


def test_promtool_takes_the_settings_of_the_page() -> None:
    if not PROMTOOL:
        pytest.skip("promtool is not installed: it comes with Prometheus, or by make ready-test")
    pages = (Path(__file__).parents[2] / "docs/fleets.md").read_text()
    for kind, begin in (("config", "scrape_configs:"), ("rules", "groups:")):
        (content,) = re.findall(rf"```yaml\n({begin}\n.*?)```", pages, re.DOTALL)
        done = subprocess.run(
            [PROMTOOL, "check", kind, "/dev/stdin"], input=content, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stdout + done.stderr


# Values ------------------------------------------------------------------------------------

#: What QEMU's driver says of a guest with two disks and a card.
STATS: dict[str, Any] = {
    "state.state": 1,
    "cpu.time": 12_500_000_000,
    "cpu.user": 1_500_000_000,
    "cpu.system": 500_000_000,
    "vcpu.current": 2,
    "balloon.current": 1024,
    "balloon.maximum": 2048,
    "balloon.rss": 512,
    "balloon.unused": 256,
    "balloon.swap_in": 3,
    "balloon.major_fault": 7,
    "block.count": 2,
    "block.0.name": "vda",
    "block.0.rd.bytes": 4096,
    "block.0.rd.reqs": 2,
    "block.0.rd.times": 250_000_000,
    "block.0.capacity": 10**9,
    "block.1.name": 'sd"a\\',
    "block.1.wr.bytes": 512,
    # A card without a name comes first.
    "net.count": 2,
    "net.1.name": "vnet0",
    "net.1.rx.bytes": 100,
    "net.1.tx.pkts": 5,
    "net.1.tx.drop": 1,
}


def qemu(**more: Any) -> Look:
    """A look at such a host: what is given differs."""
    data = {**STATS, **{name.replace("__", "."): value for name, value in more.items()}}
    off = Guest("2", "off", False, {"state.state": 5, "cpu.time": 9, "balloon.current": 1024})
    return Look("a", 0.25, Seen(1.0, 8, 4096, [Guest("1", "web", True, data), off]))


QEMU = qemu()


def text(looks: dict[str, Look]) -> str:
    """The page of looks."""

    class Collector:
        def collect(self) -> Any:
            return families(looks)

    registry = CollectorRegistry()
    registry.register(Collector())
    return generate_latest(registry).decode()


def test_base_units_and_devices() -> None:
    page = read(text({"a": QEMU, "b": Look("b", 0.0, error=ConnectionError("gone"))}))
    web = ("a", "web")
    assert {name: values for name, values in page.items() if values} == {
        "libvirt_up": {("a",): 1, ("b",): 0},
        "libvirt_scrape_duration_seconds": {("a",): 0.25, ("b",): 0},
        "libvirt_host_cpus": {("a",): 8},
        "libvirt_host_memory_bytes": {("a",): 4096 * 1024},
        # What is off has a state and nothing else.
        "libvirt_domain_state": {web: 1, ("a", "off"): 5},
        "libvirt_domain_cpu_seconds_total": {web: 12.5},
        "libvirt_domain_cpu_user_seconds_total": {web: 1.5},
        "libvirt_domain_cpu_system_seconds_total": {web: 0.5},
        "libvirt_domain_vcpus": {web: 2},
        "libvirt_domain_memory_bytes": {web: 2**20},
        "libvirt_domain_memory_maximum_bytes": {web: 2**21},
        "libvirt_domain_memory_resident_bytes": {web: 2**19},
        "libvirt_domain_memory_unused_bytes": {web: 2**18},
        "libvirt_domain_memory_swap_in_bytes_total": {web: 3072},
        "libvirt_domain_memory_major_faults_total": {web: 7},
        "libvirt_domain_disk_read_bytes_total": {(*web, "vda"): 4096},
        "libvirt_domain_disk_reads_total": {(*web, "vda"): 2},
        "libvirt_domain_disk_read_seconds_total": {(*web, "vda"): 0.25},
        "libvirt_domain_disk_capacity_bytes": {(*web, "vda"): 10**9},
        "libvirt_domain_disk_written_bytes_total": {(*web, 'sd"a\\'): 512},
        "libvirt_domain_network_receive_bytes_total": {(*web, "vnet0"): 100},
        "libvirt_domain_network_transmit_packets_total": {(*web, "vnet0"): 5},
        "libvirt_domain_network_transmit_dropped_total": {(*web, "vnet0"): 1},
    }


def test_a_counter_that_falls_back_stays_one() -> None:
    values = []
    for look in (QEMU, qemu(cpu__time=10**9)):
        (family,) = (each for each in parse(text({"a": look})) if "cpu_seconds" in each.name)
        values.append((family.type, [sample.value for sample in family.samples]))
    assert values == [("counter", [12.5]), ("counter", [1.0])]


def test_what_counts_is_a_counter_and_labels_are_few() -> None:
    for family in parse(text({"a": QEMU})):
        kinds = {sample.name.endswith("_total") for sample in family.samples}
        assert kinds <= {family.type == "counter"}
        for sample in family.samples:
            assert sample.labels.keys() <= {"host", "domain", "device"}


def test_the_reason_of_an_error_is_one_line() -> None:
    error = Error._own(1, "one\n two", origin="here", domain=0, number=0)
    assert Look("a", 0.0, error=error).reason == "one two"
    assert Look("a", 0.0, error=TimeoutError()).reason == "TimeoutError"

"""What libvirt counts of guests, as Prometheus wants it: base units, and names that say them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from support.looks import Guest, Look

if TYPE_CHECKING:
    from prometheus_client.metrics_core import CounterMetricFamily, GaugeMetricFamily, Metric

#: What a number of libvirt's is multiplied by: KiB and nanoseconds.
KIB, NANOSECOND = 1024, 1e-9


class Kind(NamedTuple):
    """A metric: its name, its key in the bulk statistics, its text, and its unit there.

    A name that ends with `_total` is that of a counter. It falls back to 0 when a guest starts
    anew, which Prometheus knows of counters.
    """

    name: str
    key: str
    text: str
    scale: float = 1


GUEST = (
    Kind("cpu_seconds_total", "cpu.time", "CPU time of a guest.", NANOSECOND),
    Kind("cpu_user_seconds_total", "cpu.user", "CPU time in user mode.", NANOSECOND),
    Kind("cpu_system_seconds_total", "cpu.system", "CPU time in the kernel.", NANOSECOND),
    Kind("vcpus", "vcpu.current", "Virtual CPUs of a guest."),
    Kind("memory_bytes", "balloon.current", "Memory that a guest has.", KIB),
    Kind("memory_maximum_bytes", "balloon.maximum", "Memory that it may have.", KIB),
    Kind("memory_resident_bytes", "balloon.rss", "Memory of the host that it takes.", KIB),
    Kind("memory_available_bytes", "balloon.available", "Memory that its system sees.", KIB),
    Kind("memory_unused_bytes", "balloon.unused", "Memory that its system has no use for.", KIB),
    Kind("memory_usable_bytes", "balloon.usable", "What it could use without swapping.", KIB),
    Kind("memory_swap_in_bytes_total", "balloon.swap_in", "What it read from swap.", KIB),
    Kind("memory_swap_out_bytes_total", "balloon.swap_out", "What it wrote to swap.", KIB),
    Kind("memory_major_faults_total", "balloon.major_fault", "Page faults that took a disk."),
    Kind("memory_minor_faults_total", "balloon.minor_fault", "Page faults that took none."),
)
DISK = (
    Kind("disk_read_bytes_total", "rd.bytes", "Bytes read from a disk."),
    Kind("disk_written_bytes_total", "wr.bytes", "Bytes written to a disk."),
    Kind("disk_reads_total", "rd.reqs", "Reads of a disk."),
    Kind("disk_writes_total", "wr.reqs", "Writes to a disk."),
    Kind("disk_flushes_total", "fl.reqs", "Flushes of a disk."),
    Kind("disk_read_seconds_total", "rd.times", "Time of the reads.", NANOSECOND),
    Kind("disk_write_seconds_total", "wr.times", "Time of the writes.", NANOSECOND),
    Kind("disk_flush_seconds_total", "fl.times", "Time of the flushes.", NANOSECOND),
    Kind("disk_capacity_bytes", "capacity", "What a disk can hold."),
    Kind("disk_allocation_bytes", "allocation", "How far it has been written."),
    Kind("disk_physical_bytes", "physical", "What it takes on the host."),
)
NETWORK = (
    Kind("network_receive_bytes_total", "rx.bytes", "Bytes received."),
    Kind("network_receive_packets_total", "rx.pkts", "Packets received."),
    Kind("network_receive_errors_total", "rx.errs", "Errors in receiving."),
    Kind("network_receive_dropped_total", "rx.drop", "Packets dropped in receiving."),
    Kind("network_transmit_bytes_total", "tx.bytes", "Bytes sent."),
    Kind("network_transmit_packets_total", "tx.pkts", "Packets sent."),
    Kind("network_transmit_errors_total", "tx.errs", "Errors in sending."),
    Kind("network_transmit_dropped_total", "tx.drop", "Packets dropped in sending."),
)
#: The metrics of devices, by the group of the statistics that they are in.
DEVICES = {"block": DISK, "net": NETWORK}
STATE = (
    "0 no state, 1 running, 2 blocked, 3 paused, 4 in shutdown, 5 shut off, 6 crashed, 7 suspended."
)


def families(looks: Mapping[str, Look]) -> Iterator[Metric]:
    """The metrics of all hosts; of those that gave no answer that they are down."""
    yield from _hosts(looks)
    seen = [(host, look.seen.guests) for host, look in looks.items() if look.seen is not None]
    state = _family("libvirt_domain_state", f"State of a guest: {STATE}", ["host", "domain"])
    for host, guests in seen:
        for guest in guests:
            state.add_metric([host, guest.name], guest.state)
    yield state
    # A guest that is off uses nothing, though QEMU's driver has a CPU time for it: its own.
    running = [(host, guest) for host, guests in seen for guest in guests if guest.active]
    for kind in GUEST:
        family = _family(f"libvirt_domain_{kind.name}", kind.text, ["host", "domain"])
        for host, guest in running:
            if kind.key in guest.data:
                family.add_metric([host, guest.name], guest.data[kind.key] * kind.scale)
        yield family
    for group, kinds in DEVICES.items():
        found = [(host, guest, devices(guest, group)) for host, guest in running]
        for kind in kinds:
            labels = ["host", "domain", "device"]
            family = _family(f"libvirt_domain_{kind.name}", kind.text, labels)
            for host, guest, named in found:
                for device, prefix in named.items():
                    value = guest.data.get(f"{prefix}.{kind.key}")
                    if value is not None:
                        family.add_metric([host, guest.name, device], value * kind.scale)
            yield family


def _hosts(looks: Mapping[str, Look]) -> Iterator[Metric]:
    up = _family("libvirt_up", "Whether a host has answered within the limit.", ["host"])
    seconds = _family("libvirt_scrape_duration_seconds", "How long it took.", ["host"])
    cpus = _family("libvirt_host_cpus", "CPUs of a host.", ["host"])
    memory = _family("libvirt_host_memory_bytes", "Memory of a host.", ["host"])
    for host, look in looks.items():
        up.add_metric([host], look.seen is not None)
        seconds.add_metric([host], look.seconds)
        if look.seen is not None:
            cpus.add_metric([host], look.seen.cpus)
            memory.add_metric([host], look.seen.memory * KIB)
    yield from (up, seconds, cpus, memory)


def devices(guest: Guest, group: str) -> dict[str, str]:
    """The devices of a group by their names, and what the names of their statistics begin with."""
    found: dict[str, str] = {}
    for number in range(guest.data.get(f"{group}.count", 0)):
        # One without a name has no statistics either.
        if name := guest.data.get(f"{group}.{number}.name"):
            found[name] = f"{group}.{number}"
    return found


def _family(name: str, text: str, labels: list[str]) -> CounterMetricFamily | GaugeMetricFamily:
    from prometheus_client.metrics_core import CounterMetricFamily, GaugeMetricFamily

    made = CounterMetricFamily if name.endswith("_total") else GaugeMetricFamily
    return made(name, text, labels=labels)

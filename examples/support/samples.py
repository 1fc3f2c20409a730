"""What guests have used so far, looked at again and again, and the rates that follow from it."""

from __future__ import annotations

import contextlib
import math
import time
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from sysvirt import Domain, Error, Virt

#: What is counted: nanoseconds of CPU time, and bytes.
CPU, READ, WRITTEN, RECEIVED, SENT = "cpu", "read", "written", "received", "sent"
QUANTITIES = (CPU, READ, WRITTEN, RECEIVED, SENT)

#: What a rate in a second is multiplied by, so that people can read it.
SCALES = {CPU: 100 / 1e9}

#: The counters of a guest by quantity and device.
Counters = dict[tuple[str, str], int]

GROUPS = Domain.STATS_STATE | Domain.STATS_CPU_TOTAL | Domain.STATS_BLOCK | Domain.STATS_INTERFACE


class Sample(NamedTuple):
    """One look: when it was, in seconds, and each guest's counters."""

    time: float
    guests: Mapping[str, Counters]


def take(conn: Virt, doms: Sequence[Domain] | None, number: int, interval: float) -> list[Sample]:
    """Look so many times at these guests, or at all of them."""
    samples = []
    for i in range(number):
        if i:
            time.sleep(interval)
        samples.append(look(conn, doms))
    return samples


def look(conn: Virt, doms: Sequence[Domain] | None) -> Sample:
    """Look once. What a driver doesn't give in groups, older calls may tell."""
    try:
        found = conn.get_all_domain_stats(GROUPS, doms)
    except Error as err:
        if err.code() != Error.ERR_NO_SUPPORT:
            raise
        every = conn.list_all_domains() if doms is None else doms
        found = [{"dom": dom, "data": {}} for dom in every]
    # As near as can be to the moment that the counters are of.
    now = time.monotonic()
    guests = {
        stats["dom"].get_name(): counters(stats["data"]) or asked(stats["dom"]) for stats in found
    }
    return Sample(now, guests)


def counters(data: Mapping[str, Any]) -> Counters:
    """The counters in a guest's statistics; devices by name, as their numbers may change hands."""
    counters: Counters = {}
    if data.get("state.state") == Domain.STATE_SHUTOFF:
        # QEMU's driver has a CPU time even then: its own.
        return counters
    if "cpu.time" in data:
        counters[CPU, ""] = data["cpu.time"]
    for group, names in (
        ("block", {READ: "rd.bytes", WRITTEN: "wr.bytes"}),
        ("net", {RECEIVED: "rx.bytes", SENT: "tx.bytes"}),
    ):
        for at in range(data.get(f"{group}.count", 0)):
            device = data.get(f"{group}.{at}.name", str(at))
            for quantity, name in names.items():
                value = data.get(f"{group}.{at}.{name}")
                if value is not None:
                    counters[quantity, device] = value
    return counters


def asked(dom: Domain) -> Counters:
    """The same, one call for each device."""
    counters: Counters = {}
    # Each driver lacks something else, and a guest may end at any moment.
    with contextlib.suppress(Error):
        if not dom.is_active():
            return counters
        counters[CPU, ""] = dom.get_info()["cpuTime"]
        for disk in _targets(dom, "disk"):
            with contextlib.suppress(Error):
                block = dom.block_stats(disk)
                counters[READ, disk], counters[WRITTEN, disk] = block["rd_bytes"], block["wr_bytes"]
        for card in _targets(dom, "interface"):
            with contextlib.suppress(Error):
                net = dom.interface_stats(card)
                counters[RECEIVED, card], counters[SENT, card] = net["rx_bytes"], net["tx_bytes"]
    # libvirt's -1 is a value that isn't known.
    return {key: value for key, value in counters.items() if value >= 0}


def _targets(dom: Domain, kind: str) -> Iterator[str]:
    # The XML comes from libvirt, which has to be trusted anyway.
    tree = ET.fromstring(dom.get_xml_description())  # noqa: S314
    return (target.get("dev", "") for target in tree.findall(f"devices/{kind}/target"))


def rates(samples: Sequence[Sample]) -> dict[str, dict[str, list[float]]]:
    """How fast each guest used each quantity, from each sample to the next.

    CPU is in per cent of one CPU, the rest in bytes a second.
    NaN stands where nothing can be said: the guest or its devices weren't there both times, or a
    counter went back, as it does when a guest starts anew or the counter has run over.
    """
    names = dict.fromkeys(name for sample in samples for name in sample.guests)
    return {
        name: {
            quantity: [_rate(name, quantity, before, after) for before, after in pairwise(samples)]
            for quantity in QUANTITIES
        }
        for name in names
    }


def _rate(name: str, quantity: str, before: Sample, after: Sample) -> float:
    old, new = before.guests.get(name, {}), after.guests.get(name, {})
    used = [new[key] - old[key] for key in old.keys() & new.keys() if key[0] == quantity]
    passed = after.time - before.time
    if not used or min(used) < 0 or passed <= 0:
        return math.nan
    return sum(used) / passed * SCALES.get(quantity, 1)


def known(values: Sequence[float]) -> bool:
    """Whether there is anything but NaN."""
    return not all(map(math.isnan, values))

"""Closing: what it costs beside a large heap, and for each object, beside dropping them."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

from benchmarks.table import ALONE, DROPPED, OURS
from sysvirt import Domain, Virt

URI = "test:///default"
#: So many objects of one connection are closed, or dropped.
OBJECTS = 10_000
#: So many containers of the program's own are there meanwhile.
CONTAINERS = 3_000_000

Samples = dict[str, list[float]]


def _open() -> tuple[Virt, list[Domain]]:
    conn = Virt(uri=URI)
    return conn, [conn.get_domain_by_name("test") for _ in range(OBJECTS)]


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def each_object(rounds: int) -> Samples:
    """Seconds to close an object of a connection, and to drop one."""
    samples: Samples = {OURS: [], DROPPED: []}
    gc.disable()
    try:
        for turn in range(rounds + 1):
            conn, doms = _open()
            closed = _timed(conn.close) / OBJECTS
            doms.clear()
            conn, doms = _open()
            dropped = _timed(doms.clear) / OBJECTS
            conn.close()
            if turn:  # the first only warms the caches
                samples[OURS].append(closed)
                samples[DROPPED].append(dropped)
    finally:
        gc.enable()
    return samples


def large_heap(rounds: int) -> Samples:
    """Seconds to close a connection with one object, alone and beside many containers."""
    samples: Samples = {OURS: [], ALONE: []}
    for turn in range(rounds + 1):
        for name, number in ((OURS, CONTAINERS), (ALONE, 0)):
            others: list[list[int]] = [[] for _ in range(number)]
            conn = Virt(uri=URI)
            dom = conn.get_domain_by_name("test")
            seconds = _timed(conn.close)
            if turn:
                samples[name].append(seconds)
            assert repr(dom) == "<sysvirt.Domain (closed)>"
            others.clear()
    return samples

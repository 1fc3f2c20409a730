"""Which worker holds which host."""

from __future__ import annotations

from collections import Counter

from sysvirt.aio._cluster.placing import place

HOSTS = [f"host{at:03}" for at in range(400)]
WORKERS = [f"tcp://10.0.0.{at}:40000" for at in range(8)]


def test_each_has_about_the_same() -> None:
    shares = Counter(place(host, WORKERS) for host in HOSTS)
    assert set(shares) == {*WORKERS}
    assert min(shares.values()) > 25
    assert max(shares.values()) < 80


def test_the_order_of_the_workers_says_nothing() -> None:
    assert [place(host, WORKERS) for host in HOSTS] == [place(h, WORKERS[::-1]) for h in HOSTS]


def test_only_the_hosts_of_a_worker_that_goes_move() -> None:
    left = WORKERS[1:]
    for host in HOSTS:
        before = place(host, WORKERS)
        assert place(host, left) == before or before == WORKERS[0]


def test_hosts_move_to_a_worker_that_comes_and_nowhere_else() -> None:
    new = "tcp://10.0.1.1:40000"
    moved = [host for host in HOSTS if place(host, [*WORKERS, new]) != place(host, WORKERS)]
    assert 0 < len(moved) < 100
    assert {place(host, [*WORKERS, new]) for host in moved} == {new}

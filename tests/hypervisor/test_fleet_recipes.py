"""The recipes that move guests, on two hosts with guests that run."""

from __future__ import annotations

import csv
import io
import re
import signal
from collections.abc import Iterator
from typing import Any

import pytest

from sysvirt import Domain, Error, Virt
from tests.examples.recipes import Running, recipe, running
from tests.hosts import Disk, Guest, Pair, busy_kernel, remove, wait_until, wait_until_busy

NAMES = ("first", "second", "third")
DISK = "only-here.raw"


@pytest.fixture
def clean(pair: Pair, here: Virt, there: Virt) -> Iterator[None]:
    """Wherever the guests go, they are removed, and so is a disk."""
    yield
    for conn in (here, there):
        for name in (*NAMES, "busy"):
            remove(conn.handle, name)
    (pair.source.images / DISK).unlink(missing_ok=True)


def guest(pair: Pair, name: str, **more: Any) -> Guest:
    return Guest(name=name, kvm=pair.source.kvm, balloon=False, **more)


def on(conn: Virt) -> list[str]:
    """The guests that run there, of those that are these tests' own."""
    found = {dom.get_name() for dom in conn.list_all_domains(Domain.LIST_RUNNING)}
    return [name for name in (*NAMES, "busy") if name in found]


def stuck(pair: Pair, name: str) -> Guest:
    """A guest that can't be moved: its disk is on its own host alone."""
    (pair.source.images / DISK).write_bytes(bytes(1 << 20))
    return guest(pair, name, disks=(Disk(f"/var/lib/libvirt/images/{DISK}"),))


@pytest.fixture
def busy(pair: Pair, here: Virt) -> Domain:
    """A guest whose migration doesn't end by itself."""
    dom = here.create_domain(guest(pair, "busy", image=busy_kernel(pair.shared / "busy")).xml())
    wait_until_busy(dom.handle)
    dom.migrate_set_max_speed(1)
    return dom


def begun(dom: Domain) -> None:
    wait_until(lambda: dom.get_job_info()["type"] == Domain.JOB_UNBOUNDED, "it has begun")


# rolling_migration -------------------------------------------------------------------------


@pytest.mark.usefixtures("clean")
def test_rolling_migration(pair: Pair, here: Virt, there: Virt) -> None:
    here.define_domain(guest(pair, "first").xml()).create()
    here.create_domain(guest(pair, "second").xml())
    done = recipe("rolling_migration", pair.source.uri, pair.target.uri, "second", "first")
    lines = done.stdout.splitlines()
    assert re.fullmatch(r"1/2 second: moved in \d+\.\d s", lines[0])
    assert re.fullmatch(r"2/2 first: moved in \d+\.\d s", lines[1])
    assert on(here) == []
    assert on(there) == ["first", "second"]
    # What was defined is so there, and no longer here.
    assert there.get_domain_by_name("first").is_persistent()
    assert not there.get_domain_by_name("second").is_persistent()
    with pytest.raises(Error, match="Domain not found"):
        here.get_domain_by_name("first")
    there.get_domain_by_name("first").undefine()


@pytest.mark.usefixtures("clean")
def test_rolling_migration_stops_at_the_first_failure(pair: Pair, here: Virt, there: Virt) -> None:
    for each in (guest(pair, "first"), stuck(pair, "second"), guest(pair, "third")):
        here.create_domain(each.xml())
    done = recipe("rolling_migration", pair.source.uri, pair.target.uri, *NAMES, status=1)
    assert done.stdout.startswith("1/3 first: moved in ")
    assert done.stdout.count("\n") == 1
    reason, *_, left = done.stderr.splitlines()
    assert reason.startswith("second: ")
    assert left == "stopped; not tried: third"
    assert (on(here), on(there)) == (["second", "third"], ["first"])


@pytest.mark.usefixtures("clean")
def test_rolling_migration_gives_up_what_takes_too_long(
    pair: Pair, here: Virt, there: Virt, busy: Domain
) -> None:
    here.create_domain(guest(pair, "first").xml())
    hosts = (pair.source.uri, pair.target.uri)
    done = recipe("rolling_migration", "--limit", "1", *hosts, "busy", "first", status=1)
    assert done.stderr == "busy: not there after 1 s\nstopped; not tried: first\n"
    # At once: the program has waited for it.
    assert busy.get_job_info()["type"] == Domain.JOB_NONE
    assert (on(here), on(there)) == (["first", "busy"], [])


@pytest.mark.usefixtures("clean")
def test_an_interrupted_rolling_migration_leaves_all_where_they_are(
    pair: Pair, here: Virt, there: Virt, busy: Domain
) -> None:
    here.create_domain(guest(pair, "first").xml())
    hosts = (pair.source.uri, pair.target.uri)
    with running("rolling_migration", *hosts, "busy", "first") as program:
        begun(busy)
        assert program.end(signal.SIGINT) == 130
    assert program.lines == ["busy: interrupted", "stopped; not tried: first"]
    assert busy.get_job_info()["type"] == Domain.JOB_NONE
    assert (on(here), on(there)) == (["first", "busy"], [])


# evacuate_host -----------------------------------------------------------------------------


def hosts_of(pair: Pair) -> tuple[str, str]:
    return f"a={pair.source.uri}", f"b={pair.target.uri}"


@pytest.mark.usefixtures("clean")
def test_evacuation_moves_all_but_what_can_not_go(pair: Pair, here: Virt, there: Virt) -> None:
    for each in (guest(pair, "first"), stuck(pair, "second"), guest(pair, "third")):
        here.create_domain(each.xml())
    nowhere = "c=test+unix:///default?socket=/no/such/socket"
    done = recipe("evacuate_host", "--at-once", "3", *hosts_of(pair), nowhere, status=1)
    assert sorted(done.stdout.splitlines()) == ["first: on b", "third: on b"]
    assert done.stderr.startswith("c takes nothing: Failed to connect socket")
    assert "\nsecond stays: b: " in done.stderr
    assert (on(here), on(there)) == (["second"], ["first", "third"])


@pytest.mark.usefixtures("clean")
def test_an_interrupted_evacuation_ends_its_jobs(
    pair: Pair, here: Virt, there: Virt, busy: Domain
) -> None:
    here.create_domain(guest(pair, "first").xml())
    with running("evacuate_host", *hosts_of(pair)) as program:
        begun(busy)
        wait_until(lambda: on(there) == ["first"], "the other one has gone")
        assert program.end(signal.SIGINT) == 130
    no_traceback(program)
    assert busy.get_job_info()["type"] == Domain.JOB_NONE
    assert (on(here), on(there)) == (["busy"], ["first"])


def no_traceback(program: Running) -> None:
    assert not any("Traceback" in line or "exception" in line for line in program.lines)


# The others --------------------------------------------------------------------------------


@pytest.mark.usefixtures("clean")
def test_sweep_and_inventory_of_real_hosts(pair: Pair, here: Virt) -> None:
    here.create_domain(guest(pair, "first").xml())
    limit = ("--timeout", 120)
    swept = recipe("fleet_sweep", *limit, *hosts_of(pair)).stdout.splitlines()
    assert {line.split(":")[0] for line in swept} == {"a", "b"}
    text = recipe("fleet_inventory", *limit, *hosts_of(pair)).stdout
    (row,) = (each for each in csv.DictReader(io.StringIO(text)) if each["guest"] == "first")
    assert (row["host"], row["state"], row["memory_mib"]) == ("a", "running", "64")


@pytest.mark.usefixtures("clean")
def test_watch_fleet_sees_a_guest_go_from_host_to_host(pair: Pair, here: Virt, there: Virt) -> None:
    dom = here.create_domain(guest(pair, "first").xml())
    with running("watch_fleet", *hosts_of(pair)) as program:
        for _ in range(2):
            program.until(": up, ")
        dom.migrate(there, {}, Domain.MIGRATE_LIVE)
        wanted = {"INFO a: first: stopped", "INFO b: first: resumed"}
        while wanted:
            wanted.discard(program.until("first: "))
        assert program.end() == 0

"""The recipes for fleets on the test driver, and on hosts that hang, die and come back."""

from __future__ import annotations

import contextlib
import csv
import io
import os
import pty
import re
import signal
import stat
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from sysvirt import Domain, Virt
from tests.examples.recipes import command, recipe, running
from tests.hosts import wait_until
from tests.hosts.crowd import Crowd
from tests.hosts.daemon import Daemon, uri_at
from tests.patience import LONG

TEST = "test:///default"
NOWHERE = uri_at(Path("/no/such/socket"))
REFUSED = "this function is not supported by the connection driver: virDomainMigrate3"

NODE = """
<node>
  <domain type='test'><name>web</name><memory unit='KiB'>512</memory>
    <os><type>hvm</type></os></domain>
  <domain type='test'><name>db</name><memory unit='KiB'>512</memory>
    <os><type>hvm</type></os></domain>
  <domain type='test'><name>off</name><memory unit='KiB'>512</memory>
    <os><type>hvm</type></os><test:runstate xmlns:test=
    'http://libvirt.org/schemas/domain/test/1.0'>5</test:runstate></domain>
</node>
"""


@pytest.fixture
def node(tmp_path: Path) -> str:
    """A test driver with two small guests that run, and one that doesn't."""
    file = tmp_path / "node.xml"
    file.write_text(NODE)
    return f"test://{file}"


@pytest.fixture
def crowd(daemon: Daemon) -> Iterator[Crowd]:
    with Crowd(daemon.socket, 3) as made:
        yield made


# fleet_sweep -------------------------------------------------------------------------------

FULL = "1 of 1 guests run, 2 vCPUs on 16 CPUs, 2.0 of 3.0 GiB"


def test_sweep(node: str) -> None:
    done = recipe("fleet_sweep", f"a={TEST}", f"b={node}")
    assert sorted(done.stdout.splitlines()) == [
        f"a: {FULL}",
        "b: 2 of 3 guests run, 2 vCPUs on 16 CPUs, 0.0 of 3.0 GiB",
    ]
    assert done.stderr == ""


def test_sweep_of_hosts_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "hosts.txt"
    file.write_text(f"# ours\n\na={TEST}  # the first\n{TEST}\n")
    done = recipe("fleet_sweep", f"@{file}")
    assert sorted(done.stdout.splitlines()) == [f"a: {FULL}", f"{TEST}: {FULL}"]


def test_sweep_of_hosts_that_hang_or_are_down(crowd: Crowd) -> None:
    crowd.hang("host001")
    crowd.kill("host002")
    hosts = [f"{name}={uri}" for name, uri in crowd.uris.items()]
    done = recipe("fleet_sweep", "--timeout", "10", *hosts, status=1)
    assert done.stdout == f"host000: {FULL}\n"
    down, hung = done.stderr.splitlines()
    assert down.startswith("fleet_sweep: host002: Failed to connect socket")
    assert hung == "fleet_sweep: host001: host001 could not be opened within 10 seconds"


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        ((f"a={TEST}", f"a={TEST}"), "each host must have a name of its own"),
        ((), "HOST"),
        (("@/no/such/file",), "No such file or directory: '/no/such/file'"),
    ],
)
@pytest.mark.parametrize("name", ["fleet_sweep", "fleet_inventory"])
def test_a_wrong_command_line(name: str, arguments: tuple[str, ...], text: str) -> None:
    assert text in recipe(name, *arguments, status=2).stderr


def test_ctrl_c_ends_a_sweep_whose_hosts_hang(crowd: Crowd) -> None:
    crowd.hang("host001")
    hosts = [f"{name}={uri}" for name, uri in crowd.uris.items()]
    with subprocess.Popen(
        command("fleet_sweep", "--timeout", "3600", *hosts),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as program:
        assert program.stdout is not None
        assert {program.stdout.readline() for _ in range(2)} == {
            f"host000: {FULL}\n",
            f"host002: {FULL}\n",
        }
        program.send_signal(signal.SIGINT)
        _, error = program.communicate(timeout=LONG)
    assert program.returncode == 130
    assert error == ""


# fleet_inventory ---------------------------------------------------------------------------


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_fleet_inventory(node: str) -> None:
    rows = table(recipe("fleet_inventory", f"b={node}", f"a={TEST}").stdout)
    assert [(row["host"], row["guest"], row["state"]) for row in rows] == [
        ("b", "db", "running"),
        ("b", "off", "shutoff"),
        ("b", "web", "running"),
        ("a", "test", "running"),
    ]
    last = rows[-1]
    assert last["uuid"] == "6695eb01-f6a4-8304-79aa-97f2502e193f"
    assert (last["vcpus"], last["memory_mib"]) == ("2", "8192")
    assert (last["disks"], last["networks"], last["title"]) == ("vda", "default", "")


def test_fleet_inventory_of_hosts_that_can_not_be_asked(crowd: Crowd, tmp_path: Path) -> None:
    crowd.hang("host000")
    crowd.kill("host002")
    file = tmp_path / "table.csv"
    file.write_text("older")
    hosts = [f"{name}={uri}" for name, uri in crowd.uris.items()]
    done = recipe("fleet_inventory", "-o", file, "--timeout", "10", *hosts, status=1)
    assert done.stdout == ""
    hung, down = done.stderr.splitlines()
    assert hung == "fleet_inventory: host000: host000 could not be opened within 10 seconds"
    assert down.startswith("fleet_inventory: host002: Failed to connect socket")
    assert [(row["host"], row["guest"]) for row in table(file.read_text())] == [("host001", "test")]
    assert stat.S_IMODE(file.stat().st_mode) == 0o644
    assert list(tmp_path.iterdir()) == [file]


def test_fleet_inventory_that_can_not_be_written_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    done = recipe("fleet_inventory", "-o", tmp_path / "folder", f"a={TEST}", status=1)
    assert "Is a directory" in done.stderr
    assert list(tmp_path.iterdir()) == [tmp_path / "folder"]


def test_fleet_inventory_shows_how_far_it_is_where_somebody_watches(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    arguments = ("-o", tmp_path / "table.csv", f"a={TEST}", f"b={TEST}")
    called = command("fleet_inventory", *arguments)
    subprocess.run(called, stderr=theirs, check=True, timeout=LONG)
    os.close(theirs)
    shown = b""
    # What was written may come in pieces; the end of a terminal is an error.
    with contextlib.suppress(OSError):
        while data := os.read(ours, 1000):
            shown += data
    os.close(ours)
    assert shown.decode() == "\r1 of 2 hosts\r2 of 2 hosts\r\n"


# rolling_migration -------------------------------------------------------------------------


def test_rolling_migration_stops_at_the_first_failure(node: str) -> None:
    done = recipe("rolling_migration", node, TEST, status=1)
    assert done.stderr == f"db: {REFUSED}\nstopped; not tried: web\n"
    assert done.stdout == ""
    done = recipe("rolling_migration", node, TEST, "web", "nobody", "db", status=1)
    assert done.stderr == f"web: {REFUSED}\nstopped; not tried: nobody db\n"
    done = recipe("rolling_migration", node, TEST, "nobody", status=1)
    assert done.stderr == "nobody: Domain not found\n"


def test_rolling_migration_where_a_host_is_down(node: str) -> None:
    done = recipe("rolling_migration", node, NOWHERE, status=1)
    first, second = done.stderr.splitlines()
    assert first.startswith("db: Failed to connect socket to '/no/such/socket'")
    assert second == "stopped; not tried: web"
    done = recipe("rolling_migration", NOWHERE, node, status=1)
    assert done.stderr.startswith("rolling_migration.py: Failed to connect socket")
    assert done.stderr.count("\n") == 1


# evacuate_host -----------------------------------------------------------------------------


def test_evacuation_lists_what_stays(node: str) -> None:
    hosts = (f"a={node}", f"b={TEST}", f"c={NOWHERE}")
    done = recipe("evacuate_host", *hosts, status=1)
    away, db, web = done.stderr.splitlines()
    assert away.startswith("c takes nothing: Failed to connect socket")
    assert db == f"db stays: b: {REFUSED}"
    assert web == f"web stays: b: {REFUSED}"
    assert done.stdout == ""


def test_evacuation_offers_a_guest_to_all_that_have_room(node: str) -> None:
    done = recipe("evacuate_host", f"a={node}", f"b={TEST}", f"c={TEST}", status=1)
    for line, name in zip(done.stderr.splitlines(), ("db", "web"), strict=True):
        assert re.fullmatch(rf"{name} stays: (b: .*; c: .*|c: .*; b: .*)", line)
    # The test driver's host has not as much memory free as its guest has.
    done = recipe("evacuate_host", f"a={TEST}", f"b={TEST}", status=1)
    assert done.stderr == "test stays: no host has so much memory free\n"


def test_evacuation_of_a_host_that_is_down() -> None:
    done = recipe("evacuate_host", f"a={NOWHERE}", f"b={TEST}", status=1)
    assert done.stderr.startswith("evacuate_host.py: Failed to connect socket")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        ((f"a={TEST}",), "at least two hosts"),
        ((f"a={TEST}", f"a={TEST}"), "at least two hosts, each with a name of its own"),
        ((TEST, TEST), f"'{TEST}' is not NAME=URI"),
        ((f"a={TEST}", f"b={TEST}", "--at-once", "9"), "--at-once"),
    ],
)
def test_evacuation_that_makes_no_sense(arguments: tuple[str, ...], text: str) -> None:
    assert text in recipe("evacuate_host", *arguments, status=2).stderr


# watch_fleet -------------------------------------------------------------------------------


def change(daemon: Daemon) -> str:
    """One event, at all hosts of a crowd; what became of the guest."""
    with Virt.new(uri=daemon.uri()) as conn:
        dom = conn.get_domain_by_name("test")
        if dom.get_state()[0] == Domain.STATE_RUNNING:
            dom.suspend()
            return "suspended"
        dom.resume()
        return "resumed"


def test_watch_fleet_tells_of_hosts_that_die_and_come_back(crowd: Crowd, daemon: Daemon) -> None:
    hosts = [f"{name}={uri}" for name, uri in crowd.uris.items()]
    with running("watch_fleet", "--longest", "0.1", *hosts) as program:
        for _ in crowd.names:
            program.until("up, 1 guests")
        became = change(daemon)
        for _ in crowd.names:
            program.until(f"test: {became}")
        crowd.kill("host001")
        program.until("WARNING host001: down: the connection to host001 is broken")
        program.until("WARNING host001: down: Failed to connect socket")
        # Nobody tells it of this one.
        becomes = change(daemon)
        for _ in crowd.names[1:]:
            assert "host001" not in program.until(f"test: {becomes}")
        crowd.revive("host001")
        # What it was is not known where the host went down before it could be asked.
        was, now = ("running", "paused") if becomes == "suspended" else ("paused", "running")
        line = program.until("host001: test: was ")
        assert re.search(rf"was (unknown|{was}), is {now}$", line)
        program.until("host001: up, 1 guests")
        again = change(daemon)
        assert {program.until(f": {again}").split(":")[0] for _ in crowd.names} == {
            f"INFO {name}" for name in crowd.names
        }
        assert program.end() == 0
    # The same reason is told once.
    assert sum("host001: down: Failed to connect" in line for line in program.lines) == 1


def test_watch_fleet_is_not_delayed_by_a_host_that_hangs(crowd: Crowd, daemon: Daemon) -> None:
    hosts = [f"{name}={uri}" for name, uri in crowd.uris.items()]
    with running("watch_fleet", "--keepalive", "3600", *hosts) as program:
        for _ in crowd.names:
            program.until("up, 1 guests")
        crowd.hang("host000")
        became = change(daemon)
        for _ in crowd.names[1:]:
            assert "host000" not in program.until(f"test: {became}")
        assert program.end(signal.SIGINT) == 0
    assert not any("Traceback" in line for line in program.lines)


def test_watch_fleet_loses_nothing_when_hosts_come_and_go(crowd: Crowd) -> None:
    hosts = [f"{name}={uri}" for name, uri in crowd.uris.items()]
    with running("watch_fleet", "--longest", "0.1", *hosts) as program:
        for _ in crowd.names:
            program.until("up, 1 guests")
        before = program.descriptors()
        for _ in range(4):
            crowd.kill(*crowd.names)
            for _ in crowd.names:
                program.until("is broken")
            crowd.revive(*crowd.names)
            for _ in crowd.names:
                program.until("up, 1 guests")
        wait_until(lambda: program.descriptors() <= before, "no more is open than before")
        assert program.end() == 0


def test_watch_fleet_ends_while_all_hosts_are_away() -> None:
    with running("watch_fleet", f"a={NOWHERE}") as program:
        program.until("a: down: Failed to connect socket")
        assert program.end() == 0

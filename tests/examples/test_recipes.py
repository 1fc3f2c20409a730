"""The recipes on the test driver, and on daemons that are stopped, killed and started again."""

from __future__ import annotations

import csv
import io
import os
import re
import signal
import stat
from collections import Counter
from pathlib import Path

import pytest

from sysvirt import Virt
from tests.examples.recipes import RECIPES, Running, recipe, running
from tests.hosts import wait_until
from tests.hosts.daemon import Daemon, uri_at
from tests.hosts.proxy import Proxy

TEST = "test:///default"
NAMES = sorted(path.stem for path in RECIPES.glob("*.py"))
#: A URI that stays wrong.
NO_SUCH = "test+nonsense:///default"
NOWHERE = uri_at(Path("/no/such/socket"))

NODE = """
<node>
  <domain type='test'><name>web</name><memory unit='MiB'>512</memory><vcpu>2</vcpu>
    <os><type>hvm</type></os></domain>
  <domain type='test'><name>lost|found</name><memory unit='MiB'>64</memory>
    <os><type>hvm</type></os><test:runstate xmlns:test=
    'http://libvirt.org/schemas/domain/test/1.0'>5</test:runstate></domain>
  <domain type='test'><name>rest</name><title>one, "two"</title><memory unit='MiB'>64</memory>
    <os><type>hvm</type></os><test:runstate xmlns:test=
    'http://libvirt.org/schemas/domain/test/1.0'>3</test:runstate></domain>
</node>
"""


@pytest.fixture
def node(tmp_path: Path) -> str:
    """A test driver with a guest that runs, one that is off and one that is paused."""
    file = tmp_path / "node.xml"
    file.write_text(NODE)
    return f"test://{file}"


@pytest.mark.parametrize("name", NAMES)
def test_help(name: str) -> None:
    text = recipe(name, "--help").stdout
    assert text.startswith(f"usage: {name}.py")
    assert "python " + name + ".py" in text


@pytest.mark.parametrize("name", NAMES)
def test_a_recipe_is_short_and_stands_alone(name: str) -> None:
    text = (RECIPES / f"{name}.py").read_text()
    assert 40 <= len(text.splitlines()) <= 150
    assert "import support" not in text
    assert "from support" not in text


# check_guests ------------------------------------------------------------------------------

FIGURES = r" time=\d+\.\d{3}s;;;0;10"


@pytest.mark.parametrize(
    ("guests", "status", "text"),
    [
        (["web"], 0, r"OK - 1 of 1 run \| running=1;;;0;1"),
        (["web", "rest"], 1, r"WARNING - rest is paused \| running=1;;;0;2"),
        (
            ["rest", "lost|found", "web"],
            2,
            r"CRITICAL - lost/found does not run, rest is paused \| running=1;;;0;3",
        ),
        (["nobody"], 2, r"CRITICAL - there is no nobody \| running=0;;;0;1"),
        ([], 0, r"OK - 0 of 0 run \| running=0;;;0;0"),
    ],
)
def test_check(node: str, guests: list[str], status: int, text: str) -> None:
    done = recipe("check_guests", "-c", node, *guests, status=status)
    assert re.fullmatch(f"GUESTS {text}{FIGURES}\n", done.stdout), done.stdout
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("arguments", "status", "text"),
    [
        (["--no-such"], 3, "UNKNOWN - unrecognized arguments: --no-such"),
        (["-t", "soon"], 3, "UNKNOWN - argument -t/--timeout: invalid float value: 'soon'"),
        (["-c", NOWHERE], 2, f"CRITICAL - {NOWHERE}: Failed to connect socket to "),
        (["-c", NO_SUCH], 3, f"UNKNOWN - {NO_SUCH}: "),
    ],
)
def test_check_that_can_not_look(arguments: list[str], status: int, text: str) -> None:
    done = recipe("check_guests", *arguments, status=status)
    assert done.stdout.startswith(f"GUESTS {text}")
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


def test_check_looks_at_what_starts_with_the_host(daemon: Daemon) -> None:
    with Virt.new(uri=daemon.uri()) as conn:
        conn.get_domain_by_name("test").set_autostart(True)
        done = recipe("check_guests", "-c", daemon.uri())
        assert done.stdout.startswith("GUESTS OK - 1 of 1 run | running=1;;;0;1 time=")
        conn.get_domain_by_name("test").destroy()
        done = recipe("check_guests", "-c", daemon.uri(), status=2)
    assert done.stdout.startswith("GUESTS CRITICAL - test does not run | running=0;;;0;1 time=")


def test_check_of_a_daemon_that_hangs_comes_in_time(daemon: Daemon) -> None:
    daemon.signal(signal.SIGSTOP)
    # The daemon stays stopped: without a limit there would be no answer at all.
    done = recipe("check_guests", "-c", daemon.uri(), "-t", "1", status=2)
    assert done.stdout == f"GUESTS CRITICAL - {daemon.uri()}: no answer within 1 s\n"
    daemon.signal(signal.SIGCONT)
    assert "OK" in recipe("check_guests", "-c", daemon.uri(), "-t", "600", "test").stdout


def test_check_whose_connection_hangs_comes_in_time(proxy: Proxy) -> None:
    proxy.hold("DOMAIN_GET_STATE")
    done = recipe("check_guests", "-c", proxy.uri(), "-t", "1", "test", status=2)
    assert done.stdout == f"GUESTS CRITICAL - {proxy.uri()}: no answer within 1 s\n"
    assert done.stderr == ""
    proxy.release()


# event_daemon ------------------------------------------------------------------------------


def settled(program: Running, before: Counter[str]) -> None:
    """Wait until the program has no more descriptors open than before."""
    what = "what a closed connection had open is closed"
    wait_until(lambda: program.descriptors() <= before, what)


def test_event_daemon_connects_again_and_loses_nothing(daemon: Daemon) -> None:
    with running("event_daemon", daemon.uri(), "--longest", "0.1") as program:
        program.until("INFO connected, 1 guests")
        before = program.descriptors()
        for _ in range(4):
            daemon.kill()
            program.until("WARNING lost: CLOSE_REASON_EOF")
            program.until("Failed to connect socket")
            daemon.start()
            program.until("INFO connected, 1 guests")
            settled(program, before)
        with Virt.new(uri=daemon.uri()) as conn:
            conn.get_domain_by_name("test").suspend()
            assert program.until("test: ") == "INFO test: suspended"
        assert program.end() == 0
    assert program.lines[-1] == "INFO ends by SIGTERM"


def test_event_daemon_tells_what_changed_meanwhile(daemon: Daemon) -> None:
    with running("event_daemon", daemon.uri(), "--longest", "0.1") as program:
        assert program.until("test: ") == "INFO test: was unknown, is running"
        program.until("connected")
        with Virt.new(uri=daemon.uri()) as conn:
            conn.get_domain_by_name("test").suspend()
        program.until("INFO test: suspended")
        # The test driver's world begins anew, so the guest is no longer paused.
        daemon.kill()
        daemon.start()
        assert program.until("test: ") == "INFO test: was paused, is running"


def test_event_daemon_leaves_a_daemon_that_hangs(daemon: Daemon) -> None:
    arguments = ("--longest", "0.1", "--keepalive", "1", "--limit", "2")
    with running("event_daemon", daemon.uri(), *arguments) as program:
        program.until("connected")
        before = program.descriptors()
        daemon.signal(signal.SIGSTOP)
        program.until("WARNING lost: CLOSE_REASON_KEEPALIVE")
        for _ in range(2):
            program.until("opening took longer than 2.0 s")
        daemon.signal(signal.SIGCONT)
        program.until("connected")
        settled(program, before)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_event_daemon_ends_while_its_daemon_is_away(number: int) -> None:
    with running("event_daemon", NOWHERE) as program:
        program.until("Failed to connect socket")
        assert program.end(number) == 0


def test_event_daemon_ends_while_its_daemon_hangs(daemon: Daemon) -> None:
    with running("event_daemon", daemon.uri()) as program:
        program.until("connected")
        daemon.signal(signal.SIGSTOP)
        assert program.end() == 0


def test_event_daemon_does_not_try_what_stays_wrong() -> None:
    done = recipe("event_daemon", NO_SUCH, "--limit", "0", status=1)
    assert done.stderr.startswith("event_daemon.py: ")
    assert done.stderr.count("\n") == 1


# rotate_screenshots ------------------------------------------------------------------------

PICTURE = r"test\.\d{8}-\d{6}\.png"


def test_screenshots_rotate(tmp_path: Path) -> None:
    folder = tmp_path / "screens"
    folder.mkdir()
    others = ["test.old.20260101-000000.png", "test.txt", "testing.20260101-000000.png"]
    olds = [f"test.2026010{day}-000000.png" for day in range(1, 6)]
    for name in [*others, *olds]:
        (folder / name).write_text("older")
    assert recipe("rotate_screenshots", TEST, folder, "--keep", "3").stderr == ""
    (new,) = [path for path in folder.iterdir() if path.read_bytes() != b"older"]
    assert re.fullmatch(PICTURE, new.name)
    assert new.read_bytes() == Path("/usr/share/libvirt/test-screenshot.png").read_bytes()
    assert stat.S_IMODE(new.stat().st_mode) == 0o600
    left = {path.name for path in folder.iterdir()}
    assert left == {*others, *olds[-2:], new.name}


def test_screenshots_of_names_that_lead_elsewhere(tmp_path: Path) -> None:
    node = tmp_path / "node.xml"
    node.write_text(
        "<node><domain type='test'><name>a b*</name><memory>1024</memory>"
        "<os><type>hvm</type></os></domain></node>"
    )
    recipe("rotate_screenshots", f"test://{node}", tmp_path / "deep" / "er")
    (picture,) = (tmp_path / "deep" / "er").iterdir()
    assert re.fullmatch(r"a%20b%2A\.\d{8}-\d{6}\.png", picture.name)


@pytest.mark.parametrize(
    ("arguments", "status", "text"),
    [
        ([TEST, "{}", "nobody"], 1, "rotate_screenshots.py: Domain not found"),
        ([TEST, "/dev/null/x"], 1, "rotate_screenshots.py: [Errno 20] Not a directory"),
        ([NOWHERE, "{}"], 1, "rotate_screenshots.py: Failed to connect socket"),
        ([TEST, "{}", "--keep", "0"], 2, "must be a number from 1 on, not '0'"),
    ],
)
def test_screenshots_that_fail(
    tmp_path: Path, arguments: list[str], status: int, text: str
) -> None:
    given = [each.format(tmp_path) for each in arguments]
    assert text in recipe("rotate_screenshots", *given, status=status).stderr
    assert list(tmp_path.iterdir()) == []


# inventory ---------------------------------------------------------------------------------


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_inventory(node: str) -> None:
    first, second, third, fourth = table(recipe("inventory", node, TEST).stdout)
    assert [each["guest"] for each in (first, second, third, fourth)] == [
        "lost|found",
        "rest",
        "web",
        "test",
    ]
    assert [each["state"] for each in (first, second, third)] == ["shutoff", "paused", "running"]
    assert second["title"] == 'one, "two"'
    assert (third["vcpus"], third["memory_mib"], third["disks"]) == ("2", "512", "")
    assert fourth["uuid"] == "6695eb01-f6a4-8304-79aa-97f2502e193f"
    assert (fourth["disks"], fourth["networks"]) == ("vda", "default")
    assert (fourth["macs"], fourth["memory_mib"]) == ("aa:bb:cc:dd:ee:ff", "8192")
    assert fourth["host"] == os.uname().nodename


def test_inventory_of_hosts_that_can_not_be_asked(daemon: Daemon) -> None:
    with Daemon() as stopped:
        stopped.signal(signal.SIGSTOP)
        hosts = (stopped.uri(), NOWHERE, daemon.uri())
        done = recipe("inventory", *hosts, "--limit", "10", status=1)
    assert [each["guest"] for each in table(done.stdout)] == ["test"]
    hangs, away = done.stderr.splitlines()
    assert hangs == f"inventory: {stopped.uri()}: opening took longer than 10.0 s"
    assert away.startswith(f"inventory: {NOWHERE}: Failed to connect socket")


# provision ---------------------------------------------------------------------------------

LAB = f"test://{RECIPES / 'lab.xml'}"


def lab(*more: object) -> tuple[object, ...]:
    """The arguments for a new guest on the test driver, with more of them."""
    template = RECIPES / "lab-guest.xml"
    return (LAB, "web1", "--template", template, "--base", "debian.qcow2", *more)


def test_provision_prints_an_address() -> None:
    done = recipe("provision", *lab("-v"))
    assert re.fullmatch(r"192\.168\.122\.\d+\n", done.stdout)
    assert "volume /var/lib/libvirt/images/web1.qcow2" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (lab("--base", "none"), "Storage volume not found: no storage vol with matching name"),
        (lab("--pool", "none"), "Storage pool not found"),
        (lab("--template", "/no/such"), "[Errno 2] No such file or directory: '/no/such'"),
        ((TEST, "test", "--template", "x", "--base", "x"), "there is a guest test"),
    ],
)
def test_provision_that_makes_nothing(arguments: tuple[object, ...], text: str) -> None:
    done = recipe("provision", *arguments, "-v", status=1)
    assert done.stderr.startswith(f"provision.py: {text}")
    assert done.stderr.count("\n") == 1


def test_provision_undoes_when_the_template_is_wrong(tmp_path: Path) -> None:
    template = tmp_path / "guest.xml"
    template.write_text("<domain><name>$nmae</name></domain>")
    done = recipe("provision", *lab("--template", template, "-v"), status=1)
    assert done.stderr.splitlines()[-2:] == [
        "provision: removed the volume",
        f"provision.py: {template} wants $nmae, which is unknown",
    ]


# backup_guest ------------------------------------------------------------------------------


def test_backup_that_can_not_be_made_leaves_nothing(tmp_path: Path) -> None:
    done = recipe("backup_guest", TEST, "test", tmp_path, status=1)
    assert done.stderr.startswith("backup_guest.py: this function is not supported")
    done = recipe("backup_guest", TEST, "nobody", tmp_path, status=1)
    assert done.stderr == "backup_guest.py: Domain not found\n"
    assert list(tmp_path.iterdir()) == []
    done = recipe("backup_guest", TEST, "test", tmp_path / "none", status=1)
    assert "No such file or directory" in done.stderr

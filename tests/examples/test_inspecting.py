"""Examples that look at a host or a guest, or do one thing to it, on the test driver."""

from __future__ import annotations

import math
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from sysvirt import Domain, Virt
from tests.examples.programs import EXAMPLES, LONG, original, port
from tests.examples.terminal import started
from tests.hosts import wait_until

TEST = "test:///default"

#: Where no daemon listens, and what libvirt says then.
GONE = "qemu+unix:///system?socket=/none"
NO_DAEMON = "Failed to connect socket to '/none': No such file or directory"

#: A world in which the guest is that emulator-pin.pl has written into it, and isn't running.
VM1 = """
<node>
  <cpu><mhz>6000</mhz><model>x86_64</model><active>6</active><nodes>1</nodes>
    <sockets>1</sockets><cores>6</cores><threads>1</threads></cpu>
  <memory>16777216</memory>
  <domain type='test' xmlns:test='http://libvirt.org/schemas/domain/test/1.0'>
    <test:runstate>5</test:runstate>
    <name>vm1</name><uuid>01234567-89ab-cdef-0123-456789abcdef</uuid><memory>1024</memory>
    <vcpu>2</vcpu><iothreads>2</iothreads><os><type>hvm</type></os>
    <cputune>
      <vcpupin vcpu='1' cpuset='0,3'/><emulatorpin cpuset='{cpus}'/>
      <iothreadpin iothread='2' cpuset='1'/>
    </cputune>
  </domain>
</node>
"""

SLEEPS = """
import pathlib, time
really_sleep = time.sleep
def sleep(seconds):
    pathlib.Path({mark!r}).touch()
    really_sleep(seconds)
time.sleep = sleep
"""


def world(place: Path, cpus: str = "0-1,4") -> str:
    """The URI of one that only exists while a program runs."""
    file = place / "node.xml"
    file.write_text(VM1.format(cpus=cpus))
    return f"test://{file}"


# As the originals --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "call",
    [
        ["auth", TEST],
        ["devices", TEST],
        ["dom_fsinfo", TEST, "test"],
        ["dom_ifinfo", TEST, "test"],
        ["dom_stats", TEST],
        ["dom_stats", TEST, "test"],
        ["dump_xml", TEST, "test"],
        ["fs_freeze", TEST, "test"],
        ["fs_freeze", TEST, "test", "/", "/boot"],
        ["iothreadinfo", TEST],
        ["node_cpu", TEST],
        ["node_cpu", TEST, "0", "3"],
        ["send_key", TEST, "test"],
        ["vcpuinfo", TEST],
    ],
    ids=" ".join,
)
def test_prints_the_same(call: list[str]) -> None:
    assert port(*call) == original(*call)


@pytest.mark.parametrize(
    "call",
    [
        ["auth"],
        ["devices"],
        ["dom_stats"],
        ["dump_xml", "test"],
        ["iothreadinfo"],
        ["node_cpu"],
        ["vcpuinfo"],
    ],
    ids=" ".join,
)
def test_without_a_uri_it_is_libvirts_default(call: list[str]) -> None:
    env = {**os.environ, "LIBVIRT_DEFAULT_URI": TEST}
    assert port(*call, env=env) == original(*call, env=env)


@pytest.mark.parametrize("name", ["emulator_pin", "iothreadinfo", "vcpuinfo"])
def test_cpu_maps(name: str, tmp_path: Path) -> None:
    uri = world(tmp_path)
    assert port(name, uri) == original(name, uri)


def test_what_the_maps_say(tmp_path: Path) -> None:
    uri = world(tmp_path)
    assert port("emulator_pin", uri).splitlines() == [
        "1:1:0:0:1:0:0:0",
        "0:1:0:0:1:0:0:0",
        "0:1:0:0:1:0:0:0",
        "1:1:0:0:1:0:0:0",
    ]
    assert re.findall("affinity: (.*)", port("vcpuinfo", uri)) == ["111111", "100100"]
    assert re.findall("affinity: (.*)", port("iothreadinfo", uri))[1] == "010000"


def test_an_emulator_that_has_one_of_two_cpus_is_left_alone(tmp_path: Path) -> None:
    uri = world(tmp_path, cpus="0,2")
    assert port("emulator_pin", uri) == original("emulator_pin", uri) == "1:0:1:0:0:0:0:0\n"


def test_devices_and_their_parents(conn: Virt) -> None:
    # Perl's get_parent raises for the one that has none, on the test driver.
    lines = port("node_devlist", "--connect", TEST).splitlines()
    assert {"computer: < ", "scsi_host2: < computer"} <= set(lines)
    assert len(lines) == len(conn.list_all_node_devices())


# What the originals have no words for ------------------------------------------------------


def test_another_guest_than_the_originals() -> None:
    every = ":".join("1" * 16)
    without = ":".join("0" + "1" * 15)
    assert port("emulator_pin", TEST, "--domain", "test").splitlines() == [
        every,
        without,
        without,
        every,
    ]


def test_thawing() -> None:
    assert port("fs_freeze", TEST, "test", "/boot", "--thaw") == f"Addr {TEST}\n"


def test_bits() -> None:
    from support.words import bits

    assert bits(b"\x05\x01") == list("1010000010000000")
    assert bits(b"\x05", 3) == ["1", "0", "1"]
    # Perl's unpack gives no more than there is, either.
    assert bits(b"\x05", 20) == list("10100000")


def test_pool_types() -> None:
    import node_info

    xml = """<storagepoolCapabilities>
      <pool type='dir' supported='yes'/><pool type='rbd' supported='no'/>
      <pool type='netfs' supported='yes'/>
    </storagepoolCapabilities>"""
    assert node_info.supported(xml) == ["dir", "netfs"]


# How they end ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (["dhcp_leases", "-c", TEST], "this function is not supported by the connection driver: "),
        (["dhcp_leases", "-c", TEST, "--network", "lab"], "Network not found: "),
        (["dom_fsinfo", TEST, "nobody"], "Domain not found"),
        (["dom_ifinfo", TEST, "nobody"], "Domain not found"),
        (["dom_stats", TEST, "test", "nobody"], "Domain not found"),
        (["dom_stats", TEST, "--plot", "/none/a.png"], "[Errno 2] No such file or directory: "),
        (["dump_xml", TEST, "nobody"], "Domain not found"),
        (["emulator_pin", TEST], "Domain not found"),
        (["fs_freeze", TEST, "nobody"], "Domain not found"),
        (["node_alloc", TEST, "2048=0"], "this function is not supported by the connection driver"),
        (["node_info", TEST], "this function is not supported by the connection driver: "),
        (["node_ksm", "-c", TEST], "this function is not supported by the connection driver: "),
        (["send_key", TEST, "nobody"], "Domain not found"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_an_error_is_one_line(call: list[str], message: str) -> None:
    said = port(*call, status=1)
    assert said.startswith(f"{call[0]}.py: {message}")
    assert said.count("\n") == 1


@pytest.mark.parametrize(
    "call",
    [
        ["auth", GONE],
        ["devices", GONE],
        ["iothreadinfo", GONE],
        ["node_cpu", GONE],
        ["node_devlist", "-c", GONE],
        ["vcpuinfo", GONE],
    ],
    ids=lambda call: call[0],
)
def test_without_a_daemon_it_says_what_is_missing(call: list[str]) -> None:
    first, *_, last = port(*call, status=1).splitlines()
    assert first.startswith(f"{call[0]}.py: {GONE} needs libvirt's daemon, which ")
    assert last == f"libvirt says: {NO_DAEMON}"


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (["dom_fsinfo", TEST], "the following arguments are required: DOMAIN-NAME"),
        (["dom_ifinfo"], "the following arguments are required: URI, DOMAIN-NAME"),
        (["dom_stats", "--samples", "1"], "argument --samples: must be 2 or more, not '1'"),
        (["dom_stats", "--interval", "-1"], "argument --interval: must be seconds"),
        (["dump_xml"], "the following arguments are required: DOMAIN-NAME"),
        (["dump_xml", TEST, "test", "more"], "unrecognized arguments: more"),
        (["fs_freeze", TEST], "the following arguments are required: DOMAIN-NAME"),
        (["node_alloc", TEST], "the following arguments are required: SIZE=COUNT"),
        (["node_alloc", TEST, "2048"], "argument SIZE=COUNT: must be SIZE=COUNT, not '2048'"),
        (["node_alloc", TEST, "2048=-1"], "argument SIZE=COUNT: must be a number from 0 to "),
        (["node_alloc", TEST, "2M=1"], "argument SIZE=COUNT: must be a number from 0 to "),
        (["node_cpu", TEST, "soon"], "argument INTERVAL: must be seconds"),
        (["node_cpu", TEST, "1", "1.5"], "argument ITERATIONS: must be a number from 0 to "),
        (["node_ksm", "many"], "argument PAGES: must be a number from 0 to "),
        (["send_key", TEST], "the following arguments are required: DOMAIN-NAME"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_wrong_argument_is_explained(call: list[str], message: str) -> None:
    said = port(*call, status=2)
    assert said.startswith(f"usage: {call[0]}.py")
    assert said.splitlines()[-1].startswith(f"{call[0]}.py: error: {message}")


# The chart ---------------------------------------------------------------------------------


def seen(cpu: int, **bytes_by_quantity: dict[str, int]) -> dict[tuple[str, str], int]:
    """Counters, with nanoseconds of CPU time."""
    devices = {
        (quantity, device): value
        for quantity, values in bytes_by_quantity.items()
        for device, value in values.items()
    }
    return {("cpu", ""): cpu, **devices}


def test_rates() -> None:
    from support.samples import Sample, rates

    taken = [
        Sample(10.0, {"a": seen(0, read={"vda": 100, "vdb": 0}, sent={"eth": 7})}),
        Sample(12.0, {"a": seen(1_000_000_000, read={"vda": 300, "vdb": 600}, sent={"eth": 7})}),
        Sample(12.5, {"a": seen(1_750_000_000, read={"vda": 310, "vdb": 600}, sent={"eth": 8})}),
    ]
    series = rates(taken)["a"]
    assert series["cpu"] == [50.0, 150.0]
    assert series["read"] == [400.0, 20.0]
    assert series["sent"] == [0.0, 2.0]
    assert all(map(math.isnan, series["received"]))
    assert [len(values) for values in series.values()] == [2] * 5


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # It has run over, or the guest has started anew: nobody can tell which.
        ({"vda": 2**64 - 100}, {"vda": 50}),
        ({"vda": 100, "vdb": 2**64 - 1}, {"vda": 200, "vdb": 3}),
        ({"vda": 100}, {"vdb": 900}),
        ({}, {"vda": 900}),
        ({"vda": 100}, {}),
    ],
)
def test_a_rate_that_nobody_knows(before: dict[str, int], after: dict[str, int]) -> None:
    from support.samples import Sample, rates

    series = rates([Sample(0, {"a": seen(0, read=before)}), Sample(1, {"a": seen(0, read=after)})])
    assert math.isnan(series["a"]["read"][0])
    assert series["a"]["cpu"] == [0.0]


def test_a_device_counts_from_its_second_sample_on() -> None:
    from support.samples import Sample, rates

    disks = [{"vda": 100}, {"vda": 150, "vdb": 10**6}, {"vda": 150, "vdb": 10**6 + 5}]
    taken = [Sample(at, {"a": seen(0, read=disk)}) for at, disk in enumerate(disks)]
    assert rates(taken)["a"]["read"] == [50.0, 5.0]


def test_a_guest_that_comes_and_goes() -> None:
    from support.samples import Sample, rates

    guests = [{}, {"a": seen(0)}, {"a": seen(5 * 10**8)}, {}]
    series = rates([Sample(at, guest) for at, guest in enumerate(guests)])["a"]["cpu"]
    assert series[1] == 50.0
    assert [math.isnan(value) for value in series] == [True, False, True]


def test_no_time_has_passed() -> None:
    from support.samples import Sample, rates

    assert math.isnan(rates([Sample(1, {"a": seen(0)}), Sample(1, {"a": seen(9)})])["a"]["cpu"][0])
    assert rates([Sample(1, {"a": seen(0)})])["a"]["cpu"] == []
    assert rates([]) == {}


def test_counters_in_statistics() -> None:
    from support.samples import counters

    data = {
        "cpu.time": 5,
        "block.count": 2,
        "block.0.name": "vda",
        "block.0.rd.bytes": 10,
        "block.0.wr.bytes": 0,
        "block.1.name": "hda",
        "net.count": 1,
        "net.0.rx.bytes": 7,
        "state.state": 1,
    }
    told = {("cpu", ""): 5, ("read", "vda"): 10, ("written", "vda"): 0, ("received", "0"): 7}
    assert counters(data) == told
    assert counters({}) == {}
    # The time that QEMU's driver gives for a guest that is off isn't the guest's.
    assert counters({"state.state": Domain.STATE_SHUTOFF, "cpu.time": 5}) == {}


def test_counters_that_are_asked_for(conn: Virt, dom: Domain) -> None:
    from support.samples import asked, look

    told = asked(dom)
    quantities = {("cpu", ""), ("read", "vda"), ("written", "vda")}
    assert told.keys() == quantities | {("received", "testnet0"), ("sent", "testnet0")}
    assert told["read", "vda"] <= dom.block_stats("vda")["rd_bytes"] < told["read", "vda"] * 1.001
    # The test driver has only the state in groups, so this is the way there.
    assert look(conn, None).guests["test"].keys() == told.keys()
    dom.destroy()
    assert asked(dom) == {}


@pytest.mark.parametrize("chosen", [True, False])
def test_a_driver_without_groups(
    conn: Virt, dom: Domain, monkeypatch: pytest.MonkeyPatch, chosen: bool
) -> None:
    from support.samples import look

    # This one it lacks.
    monkeypatch.setattr(Virt, "get_all_domain_stats", lambda *_: conn.get_node_memory_stats())
    assert ("cpu", "") in look(conn, [dom] if chosen else None).guests["test"]


def test_other_errors_come_out(conn: Virt, monkeypatch: pytest.MonkeyPatch) -> None:
    from support.samples import look

    monkeypatch.setattr(Virt, "get_all_domain_stats", lambda *_: conn.get_domain_by_name("x"))
    with pytest.raises(Virt.Error, match="Domain not found"):
        look(conn, None)


def ink(picture: Path) -> list[tuple[int, int]]:
    """How wide and how high the first guest's blue spreads in each third, so panel, of a chart."""
    with Image.open(picture) as image:
        assert image.format == "PNG"
        red, _, blue = image.convert("RGB").split()
    points = ImageChops.subtract(blue, red).point(lambda value: 255 * (value > 64))
    # Not the legend at the bottom.
    high = (points.height - 60) // 3
    panels = [points.crop((0, at * high, points.width, (at + 1) * high)) for at in range(3)]
    boxes = [panel.getbbox() or (0, 0, 0, 0) for panel in panels]
    return [(right - left, lower - upper) for left, upper, right, lower in boxes]


@pytest.mark.long  # matplotlib is
def test_a_chart(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    picture = tmp_path / "out.png"
    program = [sys.executable, "-W", "error", str(EXAMPLES / "dom_stats.py"), TEST]
    env = {key: value for key, value in os.environ.items() if key != "MPLCONFIGDIR"}
    done = subprocess.run(
        [*program, "--plot", str(picture), "--samples", "4", "--interval", "2"],
        capture_output=True,
        text=True,
        timeout=LONG,
        env={**env, "HOME": str(home), "TMPDIR": str(tmp_path)},
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"Saved {picture}\n"
    with Image.open(picture) as image:
        assert image.size == (900, 795)
        assert image.getpixel((3, 3)) == (255, 255, 255, 255)
    # Three rates over most of the width; the test driver's guest is as busy all the time.
    (cpu, flat), disk, network = ink(picture)
    assert all(300 < width < 800 for width in (cpu, disk[0], network[0]))
    assert flat < 20
    # It sends and writes half of what it receives and reads.
    assert all(60 < height < 120 for _, height in (disk, network))
    # Neither in the home nor in the folder for temporary files is anything left.
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["home", "out.png"]


@pytest.mark.long  # matplotlib is
def test_a_chart_of_what_there_is(tmp_path: Path) -> None:
    from support import chart

    nothing = [math.nan, math.nan]
    series = {
        "cpu": [20.0, 30.0],
        "read": nothing,
        "written": nothing,
        "received": [0.0, 0.0],
        "sent": [math.nan, 5.0],
    }
    # Names that matplotlib would make something else of, or leave out.
    rates = {"_x$^2$": series, "雪": dict.fromkeys(series, nothing)}
    picture = tmp_path / "some.png"
    with chart.Canvas(), picture.open("wb") as file:
        chart.draw(file, "Some", [1.0, 2.0], rates)
    cpu, disk, network = ink(picture)
    # From one to two seconds and from 20 to 30 %.
    assert 300 < cpu[0] < 500
    assert 40 < cpu[1] < 100
    assert disk == (0, 0)
    # From nothing to the dot at the end.
    assert 300 < network[0] < 500
    assert network[1] > 130
    assert chart.lacking(rates) == {"CPU": ["雪"], "Disk": ["_x$^2$", "雪"], "Network": ["雪"]}


@pytest.mark.long  # matplotlib is
def test_a_chart_says_what_there_is_not(tmp_path: Path) -> None:
    program = [sys.executable, str(EXAMPLES / "dom_stats.py"), world(tmp_path)]
    done = subprocess.run(
        [*program, "--plot", str(tmp_path / "off.png"), "--samples", "2", "--interval", "0"],
        capture_output=True,
        text=True,
        timeout=LONG,
    )
    # The guest isn't running.
    kinds = ("CPU", "Disk", "Network")
    assert done.stderr.splitlines() == [f"No data: {kind} of vm1" for kind in kinds]
    assert done.returncode == 0


@pytest.mark.long  # matplotlib is
def test_a_chart_that_is_given_up(tmp_path: Path) -> None:
    place, hook = tmp_path / "place", tmp_path / "hook"
    place.mkdir()
    hook.mkdir()
    # Python starts with this: it tells when the program waits between two samples.
    (hook / "sitecustomize.py").write_text(SLEEPS.format(mark=str(hook / "sleeps")))
    env = {key: value for key, value in os.environ.items() if key != "MPLCONFIGDIR"}
    env = {**env, "TMPDIR": str(place), "PYTHONPATH": f"{hook}:{env.get('PYTHONPATH', '')}"}
    program = [sys.executable, str(EXAMPLES / "dom_stats.py"), TEST, "--interval", "100"]
    command = [*program, "--plot", str(place / "out.png")]
    with started(*command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=env) as doing:
        wait_until((hook / "sleeps").exists, "it waits")
        assert len(list(place.glob("out.png.*.part"))) == 1
        doing.send_signal(signal.SIGINT)
        assert doing.communicate(timeout=LONG)[0] == b""
    assert doing.returncode == 130
    assert list(place.iterdir()) == []


def test_without_matplotlib(tmp_path: Path) -> None:
    (tmp_path / "matplotlib.py").write_text("raise ModuleNotFoundError(name='matplotlib')")
    env = {**os.environ, "PYTHONPATH": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"}
    picture = tmp_path / "out.png"
    said = port("dom_stats", TEST, "--plot", str(picture), status=1, env=env)
    assert said == "dom_stats.py: needs matplotlib: pip install 'sysvirt[examples]'\n"
    assert [path.name for path in tmp_path.iterdir()] == ["matplotlib.py"]
    assert port("dom_stats", TEST, env=env) == "Guest test\n  State: 1\n"

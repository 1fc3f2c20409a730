"""The examples that the test driver can't play: they run on a host that has what they show."""

from __future__ import annotations

import contextlib
import doctest
from collections.abc import Callable, Iterator

import pytest

from sysvirt import Domain, Error, Sys, Virt
from tests.docs.docstrings import on_a_host
from tests.docs.running import play
from tests.hosts import Disk, Host, Pair, busy_kernel, make_disk, wait_until, wait_until_busy
from tests.hypervisor.disk_scenes import (  # noqa: F401 - fixtures
    backup_under_way,
    copied_disk,
    given_disk,
    layered_disk,
    raw_disk,
)
from tests.hypervisor.endless import Endless
from tests.hypervisor.guest_scenes import (  # noqa: F401 - fixtures
    guest_that_may_run_there,
    guest_with_agent,
    plain_guest,
    saved_guest,
    sleeping_guest,
    talking_guest,
)
from tests.hypervisor.guests import World, connection, guest_on, traveller
from tests.hypervisor.host_scenes import (  # noqa: F401 - fixtures
    card,
    detached_card,
    devices,
    part_of_a_card,
    plain_host,
    volume_of_a_pool,
)

OWNER = "<owner><name>guest</name><uuid>6695eb01-f6a4-8304-79aa-97f2502e193f</uuid></owner>"
NETWORK = """
<network><name>lab</name><bridge name='virbr7'/><ip address='10.77.7.1' netmask='255.255.255.0'/>
</network>
"""
PORT = f"""
<networkport><uuid>e33f60d0-77c9-4dae-ac0a-f2d53440cb2f</uuid>{OWNER}
  <mac address='52:54:00:00:00:01'/><bandwidth><inbound average='1000'/></bandwidth></networkport>
"""
SECRET = """
<secret ephemeral='yes'><uuid>6f1d3d0e-5e1c-4a8e-9f25-3f6a86a8a4c5</uuid>
  <usage type='volume'><volume>/disk.img</volume></usage></secret>
"""
FILTER = """
<filter name='no-mail' chain='root'>
  <rule action='drop' direction='out' priority='500'><tcp dstportstart='25'/></rule></filter>
"""
BINDING = f"""
<filterbinding>{OWNER}<portdev name='vnet0'/><mac address='52:54:00:00:00:01'/>
  <filterref filter='no-mac-spoofing'/></filterbinding>
"""
USB_CARD = """
<interface type='user'><model type='usb-net'/><address type='usb' bus='0' port='2'/></interface>
"""


# A laboratory of networks, filters and secrets ---------------------------------------------------


@pytest.fixture(scope="module")
def laboratory(host: Host) -> Iterator[Host]:
    """A host with two network devices for filters."""
    taps = ("vnet0", "tap0")
    for device in taps:
        host.run("ip", "tuntap", "add", device, "mode", "tap")
    yield host
    for device in taps:
        host.run("ip", "link", "del", device)


@pytest.fixture
def lab(laboratory: Host) -> Iterator[World]:
    with connection(laboratory) as conn:
        net = conn.create_network(NETWORK)
        net.create_port(PORT)
        secret = conn.define_secret(SECRET)
        secret.set_value(b"sesame")
        nwfilter = conn.define_nwfilter(FILTER)
        conn.create_nwfilter_binding(BINDING)
        yield {"conn": conn, "net": net, "secret": secret, "nwfilter": nwfilter}
        net.destroy()
        for binding in conn.list_all_nwfilter_bindings():
            binding.delete()
        for name in ("no-mail", "no-news"):
            with contextlib.suppress(Error):
                conn.get_nwfilter_by_name(name).undefine()
        for left in conn.list_secrets():
            left.undefine()


# Guests on one host -------------------------------------------------------------------------------


@pytest.fixture
def equipped_guest(host: Host) -> Iterator[World]:
    """It has what can go without being asked, as it has no system: USB devices and a CD."""
    cd = Disk(make_disk(host.root / "cd.iso"), target="sda", bus="sata", cdrom=True)
    stick = Disk(make_disk(host.root / "stick.img"), target="sdb", bus="usb")
    with guest_on(host, disks=(cd, stick), devices=USB_CARD) as dom:
        net = dom.connection.get_network_by_name("default")
        net.create()
        yield {"conn": dom.connection, "dom": dom}
        net.destroy()
    for disk in (cd, stick):
        (host.root / str(disk.path)).unlink()


@pytest.fixture
def losing_a_card(equipped_guest: World) -> Iterator[World]:
    """It goes when QEMU has said so, which a detaching by alias doesn't wait for."""
    yield equipped_guest
    dom = equipped_guest["dom"]
    wait_until(lambda: "<interface" not in dom.get_xml_description(), "the card is gone")


# Guests on their way to another host --------------------------------------------------------------


def has_moved(dom: Domain, there: Virt) -> bool:
    here = [left.get_name() for left in dom.connection.list_domains()]
    return "test" not in here and there.get_domain_by_name("test").is_active()


@pytest.fixture
def two_hosts(pair: Pair) -> Iterator[World]:
    with traveller(pair) as (dom, there):
        yield {"dom": dom, "other": pair.target.uri}
        assert has_moved(dom, there)


@pytest.fixture
def two_peers(pair: Pair) -> Iterator[World]:
    """As two hosts; `other` is the address that the one host knows the other by."""
    with traveller(pair) as (dom, there):
        yield {"dom": dom, "other": pair.target_uri}
        assert has_moved(dom, there)


@pytest.fixture
def arrived_guest(pair: Pair) -> Iterator[World]:
    with traveller(pair) as (dom, there):
        yield {"dom": dom.migrate(there, {}, Domain.MIGRATE_LIVE)}


@pytest.fixture
def leaving_guest(pair: Pair) -> Iterator[World]:
    """Its migration doesn't end, as it writes its memory faster than that is sent."""
    with traveller(pair, image=busy_kernel(pair.shared / "busy")) as (dom, there):
        wait_until_busy(dom.handle)
        migration = Endless(dom, there)
        yield {"dom": dom}
        dom.abort_job()
        migration.ended()
        assert migration.error is not None
        assert migration.error.code() == Error.ERR_OPERATION_ABORTED


@pytest.mark.parametrize(
    ("scene", "example"),
    [pytest.param(scene, example, id=example.name) for scene, example in on_a_host()],
)
def test_example(
    scene: str,
    example: doctest.DocTest,
    request: pytest.FixtureRequest,
    record_property: Callable[[str, object], None],
) -> None:
    example.globs = {**example.globs, "Sys": Sys, **request.getfixturevalue(scene)}
    try:
        complaints = play(example)
    finally:
        example.globs.clear()
    assert not complaints, complaints
    record_property("example lines", len(example.examples))

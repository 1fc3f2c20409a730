"""Scenes of examples about guests that run, talk, sleep and are saved."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import pytest

from sysvirt import Domain, Error, Virt
from tests.hosts import Booted, Guest, Host, Pair, busy_kernel, remove, wait_until, wait_until_busy
from tests.hypervisor.endless import Endless
from tests.hypervisor.guests import World, connection, guest_on, traveller

KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI fred@example"


@pytest.fixture
def plain_guest(host: Host) -> Iterator[World]:
    """It has room for more virtual CPUs than the one that it has."""
    with guest_on(host, max_vcpus=4) as dom:
        yield {"conn": dom.connection, "dom": dom}


@pytest.fixture
def talking_guest(host: Host) -> Iterator[World]:
    """It has a console, a channel and a screen."""
    channels = ("org.example.backup",)
    with guest_on(host, console=True, channels=channels, vnc="socket") as dom:
        yield {"conn": dom.connection, "dom": dom}


@pytest.fixture
def saved_guest(host: Host) -> Iterator[World]:
    """It is to go on from where it was when it is started again."""
    with connection(host) as conn:
        guest = Guest(name="test", kvm=host.kvm, balloon=False)
        try:
            dom = conn.define_domain(guest.xml())
            dom.create()
            dom.managed_save()
            yield {"dom": dom}
            dom.managed_save_remove()
        finally:
            remove(conn.handle, guest.name)


@pytest.fixture
def guest_with_agent(source: Host, agent_guest: Booted) -> Iterator[World]:
    """It answers by its agent, a user of it may log in by a key, and it has an address."""
    with connection(source) as conn:
        dom = conn.get_domain_by_name(agent_guest.name)
        dom.authorized_ssh_keys_set("fred", [KEY])
        yield {"dom": dom, "net": conn.get_network_by_name("default")}
        wake(dom)
        dom.set_agent_response_timeout(Domain.AGENT_RESPONSE_TIMEOUT_DEFAULT)
        dom.set_guest_vcpus("0-1", 1)
        dom.authorized_ssh_keys_set("fred", [])


@pytest.fixture
def sleeping_guest(guest_with_agent: World) -> World:
    """It sleeps."""
    dom = guest_with_agent["dom"]
    dom.pm_suspend_for_duration(Virt.NODE_SUSPEND_TARGET_MEM, 0)
    wait_until(lambda: dom.get_state()[0] == Domain.STATE_PMSUSPENDED, "the guest sleeps")
    return guest_with_agent


def wake(dom: Domain) -> None:
    """Have a guest that was told to sleep awake again."""

    def is_awake() -> bool:
        with contextlib.suppress(Error):
            dom.pm_wakeup()
        try:
            dom.get_guest_info(Domain.GUEST_INFO_HOSTNAME)
        except Error:
            # Its agent takes a while as well.
            return False
        return dom.get_state()[0] == Domain.STATE_RUNNING

    wait_until(is_awake, "the guest is awake")


@pytest.fixture
def guest_that_may_run_there(pair: Pair) -> Iterator[World]:
    """Its migration doesn't end by itself, but it may run on the other host before."""
    with traveller(pair, image=busy_kernel(pair.shared / "busy")) as (dom, there):
        wait_until_busy(dom.handle)
        migration = Endless(dom, there, Domain.MIGRATE_LIVE | Domain.MIGRATE_POSTCOPY)
        yield {"dom": dom}
        migration.ended()
        assert migration.error is None

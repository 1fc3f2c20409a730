"""Hosts and guests for the tests here; see `tests.hosts` for what they are.

Hosts and the booted guest live as long as the session, so a test puts back what it
changed. `nullguest` is new for each test. Where something is missing, what needs it is
skipped and says what; with SYSVIRT_TEST_REQUIRE_HOSTS=1 it fails instead.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import libvirt
import pytest

from sysvirt import Virt
from tests import hosts
from tests.hosts import (
    Booted,
    Connection,
    Guarded,
    Guest,
    Host,
    ImageError,
    Pair,
    devices,
    programs,
)
from tests.hosts.listener import heard
from tests.hosts.machine import alone

_HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark all tests of this folder, so that they can be left out by name."""
    for item in items:
        if _HERE in item.path.parents:
            item.add_marker(pytest.mark.hypervisor)


def _lacking(reason: str) -> None:
    if os.environ.get("SYSVIRT_TEST_REQUIRE_HOSTS"):
        pytest.fail(reason)
    pytest.skip(reason)


def _need(*names: str) -> None:
    missing = programs.missing(names)
    if missing:
        _lacking("needs " + ", ".join(missing))


@pytest.fixture
def machine() -> Iterator[None]:
    """For what changes settings of the machine itself, which all hosts on it share."""
    with alone():
        yield


@pytest.fixture(scope="session")
def room() -> None:
    """For a test that starts hosts by itself: all that they need is there."""
    _need(*programs.HOST, *programs.NETWORK, *programs.PAIR)


@pytest.fixture(scope="session")
def host() -> Iterator[Host]:
    """A host of its own, with the network `default` defined but not started."""
    _need(*programs.HOST, *programs.NETWORK)
    with Host() as started, heard(started.uri):
        yield started


@pytest.fixture
def own_host() -> Iterator[Host]:
    """A host for one test alone, which may restart its daemons or change its networks."""
    _need(*programs.HOST, *programs.NETWORK)
    with Host() as started:
        yield started


@pytest.fixture(scope="session")
def pair() -> Iterator[Pair]:
    """Two joined hosts."""
    _need(*programs.HOST, *programs.PAIR)
    with Pair() as started, heard(started.source.uri, started.target.uri):
        yield started


@pytest.fixture(scope="session")
def source(pair: Pair) -> Host:
    """The host that guests migrate from."""
    return pair.source


@pytest.fixture(scope="session")
def target(pair: Pair) -> Host:
    """The host that guests migrate to."""
    return pair.target


@pytest.fixture
def conn(host: Host) -> Iterator[Virt]:
    """A connection to `host`."""
    with Virt(uri=host.uri) as connection:
        yield connection


@pytest.fixture
def here(source: Host) -> Iterator[Virt]:
    """A connection to `source`."""
    with Virt(uri=source.uri) as connection:
        yield connection


@pytest.fixture
def there(target: Host) -> Iterator[Virt]:
    """A connection to `target`."""
    with Virt(uri=target.uri) as connection:
        yield connection


@pytest.fixture(scope="session")
def equipped() -> Iterator[Host]:
    """A host with devices that this machine needn't have."""
    _need(*programs.HOST)
    with devices.equipped() as started, heard(started.uri):
        yield started


@pytest.fixture(scope="session")
def guarded() -> Iterator[Guarded]:
    """A host that asks for a password over TCP and for certificates over TLS."""
    _need(*programs.HOST, *programs.GUARDED)
    with hosts.guarded() as started:
        yield started


@pytest.fixture(scope="session")
def libvirt_host(host: Host) -> Iterator[Connection]:
    """A plain libvirt connection to `host`, for what a test only prepares."""
    connection = libvirt.open(host.uri)
    yield connection
    connection.close()


@pytest.fixture
def nullguest(host: Host, libvirt_host: Connection) -> Iterator[Guest]:
    """A running guest without a system, on `host`; find it by its `name` or `uuid`."""
    guest = Guest(kvm=host.kvm)
    with hosts.running(libvirt_host, guest):
        yield guest


@pytest.fixture(scope="session")
def agent_guest(source: Host) -> Iterator[Booted]:
    """A booted guest whose agent answers, on `source`, in the network `default`."""
    _need(*programs.AGENT, *programs.NETWORK)
    try:
        guest = hosts.agent_guest(source)
    except ImageError as error:
        _lacking(f"the bootable guest can't be built: {error}")
        raise
    connection = libvirt.open(source.uri)
    with hosts.booted(source, connection, guest) as started:
        yield started
    connection.close()


@pytest.fixture(scope="session")
def agent_on_pair(agent_guest: Booted) -> Booted:
    """The same guest, for tests that need it to be where `pair` is."""
    return agent_guest

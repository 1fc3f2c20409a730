"""What cases need besides the test driver: hosts, two of them joined, a guest with an agent."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator

import libvirt

from tests.hosts import Booted, Host, Pair, booted, programs
from tests.hosts.devices import equipped

ALL = (*programs.HOST, *programs.NETWORK, *programs.PAIR, *programs.AGENT)


def missing() -> str | None:
    """Why there can be no stage here, or ``None``."""
    if os.geteuid() != 0:
        return "real hypervisors are run by root"
    lacking = programs.missing(ALL)
    return f"needs {', '.join(lacking)}" if lacking else None


def given_by(pair: Pair) -> dict[str, str]:
    """What two hosts give to cases, by the ``{names}`` that they use."""
    return {
        "host": pair.source.uri,
        "host_root": str(pair.source.root),
        "source": pair.source.uri,
        "target": pair.target.uri,
        "source_peer": pair.source_uri,
        "target_peer": pair.target_uri,
        "domtype": "kvm" if pair.source.kvm else "qemu",
    }


def given_by_agent(agent: Booted) -> dict[str, str]:
    """What a guest with an agent gives to cases."""
    return {"agent": agent.name}


def given_by_devices(host: Host) -> dict[str, str]:
    """What a host with devices gives to cases."""
    return {"devices": host.uri}


@contextlib.contextmanager
def stage() -> Iterator[dict[str, str]]:
    """All of it, for the length of a ``with``."""
    with (
        Pair() as pair,
        equipped() as host,
        _connected(pair.source) as connection,
        booted(pair.source, connection) as agent,
    ):
        yield given_by(pair) | given_by_agent(agent) | given_by_devices(host)


@contextlib.contextmanager
def _connected(host: Host) -> Iterator[libvirt.virConnect]:
    connection = libvirt.open(host.uri)
    try:
        yield connection
    finally:
        connection.close()

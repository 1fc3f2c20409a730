"""Objects of each class, for the gates that call every method."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from sysvirt import Virt
from tests.hosts import programs
from tests.hosts.daemon import NEEDS, Daemon
from tests.hosts.proxy import Proxy

UUID = "6f1d3d0e-5e1c-4a8e-9f25-3f6a86a8a4c5"


@contextmanager
def _make_rare() -> Iterator[dict[str, Any]]:
    """What the test driver in this process hasn't: a proxy makes it up, for a daemon to refuse.

    Secrets are those of the daemon. Where none can be started there is nothing.
    """
    if programs.missing(NEEDS, root=False):
        yield {}
        return
    with (
        Daemon() as daemon,
        Proxy(daemon.socket) as proxy,
        Virt(uri=proxy.uri()) as far,
        Virt(uri=daemon.uri("secret", "/session")) as store,
    ):
        net = far.get_network_by_name("default")
        proxy.answer("NETWORK_PORT_LOOKUP_BY_UUID", "p", (("default", net.get_uuid_string()), UUID))
        proxy.answer("NWFILTER_LOOKUP_BY_NAME", "f", ("clean", UUID))
        proxy.answer("NWFILTER_BINDING_LOOKUP_BY_PORT_DEV", "r", ("vnet0", "clean"))
        yield {
            "Sys::Virt::NetworkPort": net.get_port_by_uuid(UUID),
            "Sys::Virt::NWFilter": far.get_nwfilter_by_name("clean"),
            "Sys::Virt::NWFilterBinding": far.get_nwfilter_binding_by_port_dev("vnet0"),
            "Sys::Virt::Secret": store.define_secret("<secret ephemeral='yes'/>"),
        }


@pytest.fixture(scope="session")
def rare() -> Iterator[dict[str, Any]]:
    """Objects by their packages."""
    with _make_rare() as objects:
        yield objects


@pytest.fixture(scope="session")
def closed_rare() -> dict[str, Any]:
    """The same, closed."""
    with _make_rare() as objects:
        return objects

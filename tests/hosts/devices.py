"""A host with devices that this machine needn't have."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from tests.hosts import programs
from tests.hosts.host import Host

_STANDINS = Path(__file__).with_name("standins")

_ENVIRONMENT = {
    # For its mdevctl.
    "PATH": f"{_STANDINS}{os.pathsep}{programs.SEARCH}",
    # libudev takes a device only from a real sysfs otherwise.
    "SYSTEMD_DEVICE_VERIFY_SYSFS": "0",
}


@contextlib.contextmanager
def equipped() -> Iterator[Host]:
    """A host whose nodedev driver sees made-up devices.

    `pci_0000_00_1f_0` is a network card that can be detached, reset and given back, and divided
    into mediated devices (`type id='card-1'`); `pci_host9` a Fibre Channel adapter with the
    world wide names 2000000012341234 (node) and 1000000012341234 (port).
    """
    with Host(name="equipped", environment=_ENVIRONMENT) as host:
        host.run(str(_STANDINS / "plug-in"), str(host.root))
        # The devices that there are, it looks for when it starts.
        host.restart_daemon()
        yield host

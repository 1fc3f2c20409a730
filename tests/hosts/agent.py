"""The guest that boots, with its agent: starting it, waiting for it, talking to it."""

from __future__ import annotations

import base64
import contextlib
import json
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import attrs
import libvirt
import libvirt_qemu

from tests.hosts.guests import AGENT_CHANNEL, Connection, Disk, Domain, Guest, make_disk, running
from tests.hosts.host import Host
from tests.hosts.image import image
from tests.patience import LONG

# What the guest's shell shows when it waits for a command on the serial console.
PROMPT = b"guest# "

# Where the data disk is mounted in the guest: the only file system on a disk there.
MOUNT_POINT = "/mnt"

# Emulated on a busy machine the guest takes its time; normal is some ten seconds.
BOOT_PATIENCE = 1200.0


class Late(TimeoutError):
    """A condition that didn't come true within its deadline."""


def wait_until(condition: Callable[[], object], what: str, *, patience: float = LONG) -> None:
    """Wait for a condition that nothing announces, looking at short intervals."""
    end = time.monotonic() + patience
    while not condition():
        if time.monotonic() > end:
            raise Late(f"not within {patience:g} s: {what}")
        time.sleep(0.02)


def agent_connected(domain: Domain) -> bool:
    """Whether the guest has opened the channel of its agent."""
    tree = ET.fromstring(domain.XMLDesc())
    target = tree.find(f".//channel/target[@name='{AGENT_CHANNEL}']")
    return target is not None and target.get("state") == "connected"


def wait_for_agent(domain: Domain, patience: float = BOOT_PATIENCE) -> None:
    """Wait until the agent in the guest answers."""
    name = domain.name()
    connected = f"the agent of {name} has connected"
    wait_until(lambda: agent_connected(domain), connected, patience=patience)
    # libvirt says so a moment before its own connection to the agent stands.
    wait_until(lambda: _answers(domain, patience), f"the agent of {name} answers")


def _answers(domain: Domain, patience: float) -> bool:
    ping = '{"execute": "guest-ping"}'
    try:
        libvirt_qemu.qemuAgentCommand(domain, ping, int(patience), 0)
    except libvirt.libvirtError as error:
        if error.get_error_code() != libvirt.VIR_ERR_AGENT_UNRESPONSIVE:
            raise
        return False
    return True


def leases(domain: Domain) -> list[str]:
    """The addresses that the host's network has lent to the guest."""
    return _addresses(domain, libvirt.VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LEASE)


def _addresses(domain: Domain, source: int) -> list[str]:
    found = domain.interfaceAddresses(source, 0)
    return [each["addr"] for card in found.values() for each in card["addrs"] or []]


def has_address(domain: Domain) -> bool:
    """Whether the guest has taken the address that was lent to it, which is a moment later."""
    lent = leases(domain)
    try:
        taken = _addresses(domain, libvirt.VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_AGENT)
    except libvirt.libvirtError as error:
        if error.get_error_code() != libvirt.VIR_ERR_AGENT_UNRESPONSIVE:
            raise
        return False
    return bool(lent) and {*lent} <= {*taken}


def wait_for_boot(domain: Domain) -> None:
    """Wait until the guest's agent answers and it has its address."""
    wait_for_agent(domain)
    wait_until(lambda: has_address(domain), f"{domain.name()} has an address")


def agent_guest(host: Host, name: str = "agentguest") -> Guest:
    """The guest that boots; its data disk is made below the host's directory."""
    disk = host.root / f"{name}.img"
    if not disk.exists():
        make_disk(disk, mebibytes=32, filesystem=True)
    return Guest(
        name=name,
        memory=192,
        vcpus=2,
        disks=(Disk(disk, serial="data"),),
        networks=("default",),
        console=True,
        console_log=host.root / "log" / f"{name}-console.log",
        channels=(AGENT_CHANNEL,),
        vnc="socket",
        image=image(),
    )


@attrs.frozen
class Booted:
    """A guest whose agent answers."""

    host: Host
    domain: Domain
    guest: Guest
    console_log: Path

    @property
    def name(self) -> str:
        """Its name, for looking it up."""
        return self.guest.name

    def agent(self, command: str, **arguments: Any) -> Any:
        """One command of the agent's own protocol, and its answer."""
        order = json.dumps({"execute": command, "arguments": arguments})
        answer = libvirt_qemu.qemuAgentCommand(self.domain, order, 60, 0)
        return json.loads(answer)["return"]

    def shell(self, script: str) -> str:
        """Run a script in the guest by its agent; what it printed."""
        argv = {"path": "/bin/sh", "arg": ["-c", script], "capture-output": True}
        pid = self.agent("guest-exec", **argv)["pid"]
        status: dict[str, Any] = {}

        def ended() -> bool:
            status.update(self.agent("guest-exec-status", pid=pid))
            return bool(status["exited"])

        wait_until(ended, f"the guest has run {script!r}")
        output = base64.b64decode(status.get("out-data", "")).decode()
        if status.get("exitcode") != 0:
            errors = base64.b64decode(status.get("err-data", "")).decode()
            raise RuntimeError(f"{script!r} in the guest: {status} {output} {errors}")
        return output


@contextlib.contextmanager
def booted(host: Host, connection: Connection, guest: Guest | None = None) -> Iterator[Booted]:
    """Boot a guest for the length of a `with`: its agent answers, it has an address."""
    guest = guest or agent_guest(host)
    for name in guest.networks:
        network = connection.networkLookupByName(name)
        if not network.isActive():
            network.create()
    log = host.root / "log" / f"{guest.name}-console.log"
    with running(connection, guest) as domain:
        try:
            wait_for_boot(domain)
        except Late as late:
            said = log.read_text(errors="replace")[-4000:] if log.exists() else ""
            raise Late(f"{late}\nIts console:\n{said}\n{host.log()}") from None
        yield Booted(host, domain, guest, log)

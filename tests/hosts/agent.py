"""The booted guest with its agent, and waiting for it."""

from __future__ import annotations

import contextlib
import json
import os
import select
import time
from collections.abc import Callable, Iterator
from typing import Any

import attrs
import libvirt  # type: ignore[import-untyped]
import libvirt_qemu  # type: ignore[import-untyped]

from tests.hosts.guests import AGENT_CHANNEL, Disk, Guest, make_disk, remove
from tests.hosts.host import Host
from tests.hosts.image import image

PROMPT = b"guest# "


class Late(TimeoutError):
    """A condition that didn't come true within its deadline."""


def wait_until(
    condition: Callable[[], bool], what: str, *, patience: float = 60.0
) -> None:
    """Wait for a condition that nothing announces, looking at short intervals."""
    end = time.monotonic() + patience
    while not condition():
        if time.monotonic() > end:
            raise Late(f"not within {patience:g} s: {what}")
        time.sleep(0.02)


def agent_guest(host: Host, name: str = "agentguest") -> Guest:
    """The guest that boots, its data disk made below the host's directory."""
    disk = make_disk(host.root / f"{name}.img", mebibytes=32, filesystem=True)
    return Guest(
        name=name,
        memory=192,
        vcpus=2,
        max_vcpus=3,
        disks=(Disk(disk, serial="data"),),
        networks=("default",),
        console=True,
        channels=(AGENT_CHANNEL,),
        vnc="socket",
        image=image(),
    )


@attrs.frozen
class Booted:
    """A guest whose agent answers."""

    domain: libvirt.virDomain
    guest: Guest

    def agent(self, command: str, **arguments: Any) -> Any:
        """One command of the agent's own protocol, and its answer."""
        order = json.dumps({"execute": command, "arguments": arguments})
        answer = libvirt_qemu.qemuAgentCommand(self.domain, order, 30, 0)
        return json.loads(answer)["return"]

    def shell(self, script: str) -> str:
        """Run a script in the guest, by its agent; what it printed."""
        argv = {"path": "/bin/sh", "arg": ["-c", script], "capture-output": True}
        pid = self.agent("guest-exec", **argv)["pid"]
        status: dict[str, Any] = {}

        def ended() -> bool:
            status.update(self.agent("guest-exec-status", pid=pid))
            return bool(status["exited"])

        wait_until(ended, f"the guest has run {script!r}")
        if status.get("exitcode"):
            raise RuntimeError(f"{script!r} ended with {status['exitcode']}: {status}")
        return _text(status.get("out-data", ""))


def _text(encoded: str) -> str:
    return __import__("base64").b64decode(encoded).decode()

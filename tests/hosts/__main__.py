"""Bring up a host, run a command with its addresses in the environment, tear down.

    python -m tests.hosts [--pair] [--guarded] [--guest] [--agent] -- COMMAND...

Always set: SYSVIRT_HOST_URI, SYSVIRT_HOST_ROOT (a directory that is the same inside and
outside: put images there), SYSVIRT_HOST_ENTER and SYSVIRT_HOST_NET (command prefixes:
inside the host, and only inside its network), SYSVIRT_HOST_KVM (1 or 0).

--pair       two hosts: the host is the source; SYSVIRT_TARGET_* are the same for the
             target, SYSVIRT_TARGET_P2P is the URI for the source's daemon,
             SYSVIRT_SHARED a directory that is shared storage to both
--guarded    the host wants credentials: SYSVIRT_TCP_URI with SYSVIRT_USER and
             SYSVIRT_PASSWORD, SYSVIRT_TLS_URI, SYSVIRT_FOREIGN_URI (wrong certificates)
--guest      a running guest without a system: SYSVIRT_GUEST is its name
--agent      a booted guest with an agent: SYSVIRT_AGENT_GUEST is its name

The exit status is the command's.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import signal
import subprocess
import sys
from types import FrameType
from typing import NoReturn

import libvirt

from tests.hosts import Guest, Host, Pair, booted, guarded, running


def describe(host: Host, prefix: str) -> dict[str, str]:
    """What a command needs to know of a host."""
    return {
        f"{prefix}_URI": host.uri,
        f"{prefix}_ROOT": str(host.root),
        f"{prefix}_ENTER": " ".join(host.command([])),
        f"{prefix}_NET": " ".join(host.command([], only=["--net"])),
        f"{prefix}_KVM": str(int(host.kvm)),
    }


def _hosts(options: argparse.Namespace, stack: contextlib.ExitStack) -> tuple[Host, dict[str, str]]:
    if options.pair:
        pair = stack.enter_context(Pair())
        more = describe(pair.target, "SYSVIRT_TARGET")
        more["SYSVIRT_TARGET_P2P"] = pair.target_uri
        more["SYSVIRT_SHARED"] = str(pair.shared)
        return pair.source, more
    if options.guarded:
        door = stack.enter_context(guarded())
        return door.host, {
            "SYSVIRT_TCP_URI": door.tcp_uri,
            "SYSVIRT_TLS_URI": door.tls_uri,
            "SYSVIRT_FOREIGN_URI": door.foreign_uri,
            "SYSVIRT_USER": door.user,
            "SYSVIRT_PASSWORD": door.password,
        }
    return stack.enter_context(Host()), {}


def _terminated(_signal: int, _frame: FrameType | None) -> NoReturn:
    sys.exit(143)


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(
        prog="tests.hosts",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--pair", action="store_true")
    kind.add_argument("--guarded", action="store_true")
    parser.add_argument("--guest", action="store_true")
    parser.add_argument("--agent", action="store_true")
    parser.add_argument("command", nargs="+")
    options = parser.parse_args()
    # SIGTERM must unwind like any exit, or the host would outlive its command.
    signal.signal(signal.SIGTERM, _terminated)
    with contextlib.ExitStack() as stack:
        host, more = _hosts(options, stack)
        environment = {**os.environ, **describe(host, "SYSVIRT_HOST"), **more}
        connection = libvirt.open(host.uri)
        stack.callback(connection.close)
        if options.guest:
            guest = Guest(kvm=host.kvm)
            stack.enter_context(running(connection, guest))
            environment["SYSVIRT_GUEST"] = guest.name
        if options.agent:
            agent = stack.enter_context(booted(host, connection))
            environment["SYSVIRT_AGENT_GUEST"] = agent.guest.name
        return subprocess.call(options.command, env=environment)


if __name__ == "__main__":
    sys.exit(main())

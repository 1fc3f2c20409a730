"""Bring up a host, run a command with its addresses in the environment, tear down.

    python -m tests.hosts [--pair] [--guest] [--agent] -- COMMAND...

The command finds SYSVIRT_HOST_URI and SYSVIRT_HOST_ROOT, and SYSVIRT_HOST_ENTER (a
prefix that runs a command inside). The exit status is the command's.
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

from tests.hosts import Host


def describe(host: Host, prefix: str) -> dict[str, str]:
    """What a command needs to know of a host."""
    return {
        f"{prefix}_URI": host.uri,
        f"{prefix}_ROOT": str(host.root),
        f"{prefix}_ENTER": " ".join(host.command([])),
    }


def _terminated(_signal: int, _frame: FrameType | None) -> NoReturn:
    sys.exit(143)


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(prog="tests.hosts", description=__doc__)
    parser.add_argument("command", nargs="+", help="the command to run, after --")
    options = parser.parse_args()
    # SIGTERM must unwind like any exit, or the host would outlive its command.
    signal.signal(signal.SIGTERM, _terminated)
    environment = dict(os.environ)
    with contextlib.ExitStack() as stack:
        host = stack.enter_context(Host())
        environment.update(describe(host, "SYSVIRT_HOST"))
        return subprocess.call(options.command, env=environment)


if __name__ == "__main__":
    sys.exit(main())

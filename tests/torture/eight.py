"""Eight threads on one connection, each with a limit of two seconds, and a daemon that is stopped.

Besides, connections that threads share are cut by hand (`cuts`).

On the libvirt of this machine, and with the newest client, in the root that ``make test-newest``
has made: it reaches the same daemon by TCP.
"""

from __future__ import annotations

import os
import signal
import threading
import time
from pathlib import Path

import libvirt

from sysvirt import Virt
from tests.campaign import often
from tests.hosts.daemon import Daemon
from tests.hosts.forward import Forward
from tests.torture import cuts
from tests.torture.child import collect, in_process, program
from tests.torture.result import SLACK, Result

#: The limit of each thread, in seconds.
LIMIT = 2.0


def attack(seed: int) -> Result:
    """The older libvirt, then the newest."""
    result = Result()
    limit = float(often(1, 2))
    for _ in range(often(1, 3)):
        with Daemon() as daemon:
            result.add(in_process(eight_threads, daemon.uri(), daemon.pid, limit))
            result.add(cuts.attack(daemon.uri(), seed))
    if not often(0, 1):
        return result
    root = newest()
    if root is None:
        result.lacking.append("the newest libvirt: as root, after `make test-newest`")
        return result
    with Daemon() as daemon, Forward(daemon.socket) as forward:
        run = ["sh", "scripts/newest.sh", "--run"]
        command = [*run, *program(eight_threads, forward.uri(), daemon.pid, limit)]
        result.add(collect(command, "eight threads on the newest libvirt", 300))
        result.add(cuts.attack_newest(run, forward.uri(), seed))
    return result


def newest() -> Path | None:
    """The root with the newest libvirt, where there is one."""
    cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    root = Path(os.environ.get("SYSVIRT_NEWEST") or Path(cache) / "sysvirt-newest")
    return root if os.geteuid() == 0 and (root / "made").exists() else None


def eight_threads(uri: str, pid: int, limit: float) -> Result:
    """Eight calls to a daemon that is stopped, from one connection."""
    result = Result()
    conn = Virt(uri=uri, time_limit=60)
    ended: list[tuple[float, str]] = []

    def call() -> None:
        begun = time.monotonic()
        how = "an answer"
        try:
            with conn.time_limit(limit):
                conn.get_hostname()
        except BaseException as error:  # noqa: BLE001 - looked at below
            how = type(error).__name__
        ended.append((time.monotonic() - begun, how))

    threads = [threading.Thread(target=call, daemon=True) for _ in range(8)]
    os.kill(pid, signal.SIGSTOP)
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(limit + 2 * SLACK)
    os.kill(pid, signal.SIGCONT)
    result.tries = 8
    result.check(len(ended) == 8, f"{8 - len(ended)} of eight threads hang")
    for seconds, how in ended:
        result.took(seconds, "eight threads on one connection", limit + SLACK)
        result.check(how == "TimeoutError", f"eight threads on one connection: {how}")
    number = libvirt.getVersion()
    release = f"{number // 1000000}.{number // 1000 % 1000}.{number % 1000}"
    slowest = max((seconds for seconds, _ in ended), default=0)
    result.figures[f"eight threads, a limit of {limit:g} s, libvirt {release}"] = f"{slowest:.2f} s"
    conn.close()
    return result

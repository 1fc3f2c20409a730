"""The two processes that stand around a test host. Standard library only.

`python warden.py PLAN` is the warden. It stays outside the namespaces, starts the
keeper inside them, waits for it, and then removes what the kernel doesn't remove by
itself: the control groups and the directory.

`python warden.py --inside PLAN` is the keeper, process 1 of its own PID namespace. It
makes the mounts, starts and stops daemons as it is told on its standard input (a JSON
object a line, answered by one), and reaps orphans. When its input ends it exits, and
with process 1 the kernel ends every process of the namespace. So a test process that
is killed outright leaves nothing behind either: its end of the pipe closes.
"""

from __future__ import annotations

import json
import os
import select
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, NoReturn

# Enters each named control group, then becomes the command after "--". It has to be
# another process than the warden, which must stay out of what it will remove.
_JOIN = 'while [ "$1" != -- ]; do echo 0 > "$1" || exit 9; shift; done; shift; exec "$@"'


def _join(groups: list[str]) -> list[str]:
    files = [f"{group}/cgroup.procs" for group in groups]
    return ["sh", "-c", _JOIN, "sh", *files, "--"]


def outside(plan_file: str) -> int:
    """Run the keeper in its namespaces; clean up when it has gone."""
    with open(plan_file, encoding="utf-8") as file:
        plan: dict[str, Any] = json.load(file)
    # Two steps, as a cgroup v2 namespace begins where its first process stands, but
    # only a group without processes may hand its controllers to groups below.
    command = [
        *_join(plan["join"]),
        *(["unshare", "--cgroup"] if plan["join"] else []),
        *_join(plan["settle"]),
        *["unshare", "--mount", "--net", "--uts", "--ipc", "--pid", "--fork"],
        *["--mount-proc", "--kill-child", "--"],
        *[sys.executable, "-I", "-S", __file__, "--inside", plan_file],
    ]
    try:
        return subprocess.call(command)
    finally:
        # If the keeper ended before it was told to, somebody wants to know, and why.
        os.close(1)
        while os.read(0, 4096):
            pass
        for group in plan["groups"]:
            remove_group(group)
        shutil.rmtree(plan["root"], ignore_errors=True)


def remove_group(top: str) -> None:
    """Remove a control group and those below it, deepest first."""
    for directory, _, _ in os.walk(top, topdown=False):
        # The kernel lets go of the last process a moment after its parent saw it end.
        for _ in range(100):
            try:
                Path(directory).rmdir()
            except FileNotFoundError:
                break
            except OSError:
                time.sleep(0.02)
            else:
                break


class Keeper:
    """Process 1 of a test host: mounts, daemons, orphans."""

    def __init__(self, plan: dict[str, Any]) -> None:
        self.plan = plan
        self.running: dict[int, str] = {}
        self.pids: dict[str, int] = {}
        self.ended: dict[str, int] = {}

    def furnish(self) -> None:
        """Make the mounts, the name and the loopback of this host."""
        for step in self.plan["commands"]:
            subprocess.run(step, check=True, stdin=subprocess.DEVNULL)

    def reap(self) -> None:
        """Take the exit status of every child that has ended, orphans included."""
        while True:
            try:
                pid, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if pid == 0:
                return
            name = self.running.pop(pid, None)
            if name is not None:
                self.ended[name] = os.waitstatus_to_exitcode(status)
                del self.pids[name]

    def start(self, name: str, argv: list[str], env: dict[str, str]) -> int:
        """Start a daemon in the foreground, its output going to a log of its name."""
        log = f"{self.plan['logs']}/{name}.out"
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
        pid = os.posix_spawn(
            argv[0],
            argv,
            {**os.environ, **env},
            file_actions=[
                (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
                (os.POSIX_SPAWN_OPEN, 1, log, flags, 0o600),
                (os.POSIX_SPAWN_DUP2, 1, 2),
            ],
            setsid=True,
            setsigmask=[],
        )
        self.ended.pop(name, None)
        self.running[pid] = name
        self.pids[name] = pid
        return pid

    def answer(self, order: dict[str, Any]) -> dict[str, Any]:
        """Carry out one order."""
        what = order["do"]
        if what == "start":
            self.start(order["name"], order["argv"], order["env"])
        elif what == "signal":
            # By the name of what was started here, or any process by its id.
            pid = self.pids.get(order["name"], order["pid"])
            if pid:
                os.kill(pid, order["signal"])
        elif what != "status":
            return {"error": f"unknown order {what!r}"}
        self.reap()
        return {"pids": self.pids, "ended": self.ended}

    def serve(self) -> None:
        """Answer orders until the input ends or says so."""
        wake_read, wake_write = os.pipe()
        os.set_blocking(wake_write, False)
        signal.set_wakeup_fd(wake_write)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        pending = b""
        while True:
            ready, _, _ = select.select([0, wake_read], [], [])
            if wake_read in ready:
                os.read(wake_read, 4096)
                self.reap()
            if 0 not in ready:
                continue
            chunk = os.read(0, 65536)
            if not chunk:
                return
            *lines, pending = (pending + chunk).split(b"\n")
            for line in lines:
                order = json.loads(line)
                if order["do"] == "end":
                    return
                self.say(self.answer(order))

    @staticmethod
    def say(message: dict[str, Any]) -> None:
        """Write one answer."""
        sys.stdout.write(json.dumps(message) + "\n")
        sys.stdout.flush()


def inside(plan_file: str) -> NoReturn:
    """Be the keeper."""
    with open(plan_file, encoding="utf-8") as file:
        keeper = Keeper(json.load(file))
    # Ctrl-C at a terminal is for the tests; they end the keeper in their own order.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        keeper.furnish()
    except (OSError, subprocess.CalledProcessError) as error:
        keeper.say({"error": str(error)})
        sys.exit(1)
    keeper.say({"ready": True})
    keeper.serve()
    sys.exit(0)


if __name__ == "__main__":
    if sys.argv[1] == "--inside":
        inside(sys.argv[2])
    sys.exit(outside(sys.argv[1]))

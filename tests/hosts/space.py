"""The namespaces of one host, and the process that holds them, seen from outside."""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import select
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, Any

import attrs

from tests.hosts import cgroups, programs
from tests.patience import LONG

_WARDEN = Path(__file__).with_name("warden.py")
_CLONE_NEWNET = 0x40000000
# What nsenter is told to enter; the root, as the tests themselves may run in a chroot.
NAMESPACES = ("--mount", "--net", "--uts", "--ipc", "--pid", "--cgroup", "--root", "--wd")


class SpaceError(RuntimeError):
    """The process that holds the namespaces failed, or doesn't answer."""


@attrs.define(eq=False)
class Space:
    """Mount, network, UTS, IPC, PID and cgroup namespaces below one directory.

    `root` is removed at the end. `patience` bounds every wait.
    """

    root: Path
    patience: float = LONG
    pid: int = attrs.field(init=False, default=0)
    _warden: subprocess.Popen[bytes] | None = attrs.field(init=False, default=None)
    _owner: int = attrs.field(init=False, factory=os.getpid)
    _lock: threading.Lock = attrs.field(init=False, factory=threading.Lock)
    _answers: bytes = attrs.field(init=False, default=b"")

    def open(self, name: str, binds: Mapping[str, str]) -> None:
        """Make the namespaces; `binds` maps names below the root to absolute paths."""
        logs = self.root / "logs"
        logs.mkdir(exist_ok=True)
        groups = cgroups.make(self.root.name)
        plan = {
            "root": str(self.root),
            "logs": str(logs),
            "join": groups.join,
            "settle": groups.settle,
            "groups": groups.made,
            "commands": self._commands(name, binds, groups),
        }
        plan_file = self.root / "plan.json"
        plan_file.write_text(json.dumps(plan))
        with (logs / "keeper.out").open("wb") as log:
            self._warden = subprocess.Popen(
                [sys.executable, "-I", "-S", str(_WARDEN), str(plan_file)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                start_new_session=True,
            )
        self._answer()
        self.pid = self._keeper(self._warden.pid)

    def close(self) -> None:
        """End every process inside and wait until all traces are gone."""
        warden = self._warden
        if os.getpid() != self._owner:
            return  # a forked child of the tests has no say in it
        if warden is None:
            shutil.rmtree(self.root, ignore_errors=True)
            return
        orders, answers = self._pipes()
        with contextlib.suppress(BrokenPipeError):
            orders.write(b'{"do": "end"}\n')
            orders.flush()
        with contextlib.suppress(BrokenPipeError):
            orders.close()
        answers.close()
        try:
            warden.wait(self.patience)
        except subprocess.TimeoutExpired:
            # With process 1 the kernel ends all others inside; the warden cleans up.
            os.kill(self.pid or warden.pid, signal.SIGKILL)
            warden.wait(self.patience)
        self._warden = None
        self.pid = 0

    def _commands(
        self, name: str, binds: Mapping[str, str], groups: cgroups.Groups
    ) -> list[list[str]]:
        mounts = [
            ["mount", "--bind", str(self.root / inside), outside]
            for inside, outside in binds.items()
        ]
        # A fresh sysfs shows the devices of this network namespace, not the machine's.
        sysfs = [
            ["umount", "-R", "-l", "/sys"],
            ["mount", "-t", "sysfs", "sys", "/sys"],
        ]
        loopback = [programs.need("ip"), "link", "set", "lo", "up"]
        hierarchies = cgroups.mount_commands(groups)
        return [*mounts, *sysfs, *hierarchies, ["hostname", name], loopback]

    # The keeper -------------------------------------------------------------------

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        """Where the keeper takes orders, and where it answers."""
        warden = self._warden
        if warden is None or warden.stdin is None or warden.stdout is None:
            raise SpaceError("these namespaces are not open")
        return warden.stdin, warden.stdout

    def _answer(self) -> dict[str, Any]:
        _, output = self._pipes()
        end = time.monotonic() + self.patience
        while b"\n" not in self._answers:
            left = max(end - time.monotonic(), 0)
            if not select.select([output], [], [], left)[0]:
                raise SpaceError("the first process does not answer")
            chunk = os.read(output.fileno(), 65536)
            if not chunk:
                raise SpaceError("the first process has ended")
            self._answers += chunk
        line, _, self._answers = self._answers.partition(b"\n")
        answer: dict[str, Any] = json.loads(line)
        if "error" in answer:
            raise SpaceError(answer["error"])
        return answer

    def _order(self, **order: Any) -> dict[str, Any]:
        orders, _ = self._pipes()
        with self._lock:
            orders.write(json.dumps(order).encode() + b"\n")
            orders.flush()
            return self._answer()

    @staticmethod
    def _keeper(pid: int) -> int:
        """Process 1 inside, as the machine counts: at the end of the warden's line."""
        here = Path("/proc/self/ns/pid").readlink()
        while Path(f"/proc/{pid}/ns/pid").readlink() == here:
            pid = int(Path(f"/proc/{pid}/task/{pid}/children").read_text().split()[0])
        return pid

    def start(self, name: str, argv: Sequence[str], env: Mapping[str, str]) -> None:
        """Start a program that stays; its output goes to `logs/NAME.out`."""
        self._order(do="start", name=name, argv=list(argv), env=dict(env))

    def signal(self, name: str, number: int) -> None:
        """Send a signal to a program that was started here, if it still runs."""
        self._order(do="signal", name=name, pid=0, signal=int(number))

    def kill(self, pid: int) -> None:
        """Kill a process outright; its id is as counted inside."""
        self._order(do="signal", name="", pid=pid, signal=int(signal.SIGKILL))

    def status(self) -> tuple[dict[str, int], dict[str, int]]:
        """Process ids (as counted inside) of what runs, exit statuses of what ended."""
        answer = self._order(do="status")
        return answer["pids"], answer["ended"]

    def until(self, what: str) -> Iterator[None]:
        """Yield until the caller leaves the loop; past the deadline, SpaceError."""
        end = time.monotonic() + self.patience
        while time.monotonic() < end:
            yield
            time.sleep(0.01)
        raise SpaceError(f"not within {self.patience:g} s: {what}")

    # Doing things inside ----------------------------------------------------------

    def command(self, argv: Sequence[str], only: Sequence[str] = NAMESPACES) -> list[str]:
        """The command that runs `argv` inside, or inside `only` some namespaces."""
        enter = [programs.need("nsenter"), "-t", str(self.pid), *only, "--"]
        return [*enter, *argv]

    def run(self, *argv: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Run a command inside, wait for it, and return what it printed."""
        return subprocess.run(
            self.command(argv),
            check=check,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=self.patience,
        )

    @contextlib.contextmanager
    def network(self) -> Iterator[None]:
        """Let the calling thread make its sockets in the network of this host.

        Only the calling thread moves, and a socket stays where it was made: open a
        connection by `qemu+tcp://…` here, and use it anywhere.
        """
        libc = ctypes.CDLL(None, use_errno=True)
        with contextlib.ExitStack() as stack:
            home = os.open("/proc/thread-self/ns/net", os.O_RDONLY | os.O_CLOEXEC)
            stack.callback(os.close, home)
            there = os.open(f"/proc/{self.pid}/ns/net", os.O_RDONLY | os.O_CLOEXEC)
            stack.callback(os.close, there)
            if libc.setns(there, _CLONE_NEWNET):
                raise OSError(ctypes.get_errno(), "setns")
            stack.callback(libc.setns, home, _CLONE_NEWNET)
            yield

"""The namespaces of one host, and the process that holds them, seen from outside."""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

from tests.hosts import cgroups, programs

_WARDEN = Path(__file__).with_name("warden.py")
_CLONE_NEWNET = 0x40000000
_FLAGS = ("--mount", "--net", "--uts", "--ipc", "--pid")


class SpaceError(RuntimeError):
    """The process that holds the namespaces failed, or doesn't answer."""


@attrs.define(eq=False)
class Space:
    """Mount, network, UTS, IPC, PID and cgroup namespaces below one directory.

    `root` is removed at the end. `patience` bounds every wait.
    """

    root: Path
    patience: float = 60.0
    pid: int = attrs.field(init=False, default=0)
    _warden: subprocess.Popen[bytes] | None = attrs.field(init=False, default=None)
    _owner: int = attrs.field(init=False, factory=os.getpid)
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
        self.pid = self._find_keeper(self._warden.pid)

    def close(self) -> None:
        """End every process inside and wait until all traces are gone."""
        warden = self._warden
        if os.getpid() != self._owner:
            return  # a forked child of the tests has no say in it
        if warden is None:
            shutil.rmtree(self.root, ignore_errors=True)
            return
        assert warden.stdin is not None and warden.stdout is not None
        with contextlib.suppress(BrokenPipeError):
            warden.stdin.write(b'{"do": "end"}\n')
            warden.stdin.flush()
        with contextlib.suppress(BrokenPipeError):
            warden.stdin.close()
        warden.stdout.close()
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

    def _answer(self) -> dict[str, Any]:
        assert self._warden is not None and self._warden.stdout is not None
        output = self._warden.stdout
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
        if self._warden is None or self._warden.stdin is None:
            raise SpaceError("these namespaces are not open")
        self._warden.stdin.write(json.dumps(order).encode() + b"\n")
        self._warden.stdin.flush()
        return self._answer()

    @staticmethod
    def _find_keeper(pid: int) -> int:
        """Process 1 of the PID namespace as the machine counts: down from the warden."""
        here = os.stat("/proc/self/ns/pid").st_ino
        while os.stat(f"/proc/{pid}/ns/pid").st_ino == here:
            pid = int(Path(f"/proc/{pid}/task/{pid}/children").read_text().split()[0])
        return pid

    def start(self, name: str, argv: Sequence[str], env: Mapping[str, str]) -> None:
        """Start a program that stays; its output goes to `logs/NAME.out`."""
        self._order(do="start", name=name, argv=list(argv), env=dict(env))

    def signal(self, name: str, number: int) -> None:
        """Send a signal to a program that was started here, if it still runs."""
        self._order(do="signal", name=name, signal=int(number))

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

    def command(self, argv: Sequence[str]) -> list[str]:
        """The command that runs `argv` inside."""
        return [
            *[programs.need("nsenter"), "-t", str(self.pid), *_FLAGS, "--"],
            *argv,
        ]

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

    def pids(self) -> list[int]:
        """Every process inside, as the machine counts."""
        space = os.stat(f"/proc/{self.pid}/ns/pid").st_ino
        found = []
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit():
                with contextlib.suppress(OSError):
                    if (entry / "ns" / "pid").stat().st_ino == space:
                        found.append(int(entry.name))
        return sorted(found)

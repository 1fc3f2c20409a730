"""What a host leaves on the machine, which must be nothing once it has stopped."""

from __future__ import annotations

import contextlib
import json
import subprocess
from pathlib import Path

import attrs

from tests.hosts import programs

_NAMESPACES = ("mnt", "net", "uts", "ipc", "pid", "cgroup")


@attrs.frozen
class Traces:
    """Everything by which a running host could be found, to be looked for later."""

    root: Path
    processes: frozenset[tuple[int, str]]
    namespaces: frozenset[str]
    groups: tuple[Path, ...]

    @classmethod
    def of(cls, root: Path, pid: int) -> Traces:
        """The traces of a host that runs: its directory, its first process."""
        plan = json.loads((root / "plan.json").read_text())
        pids = [*_inside(pid), *_guards(root, pid)]
        return cls(
            root=root,
            processes=frozenset((one, _begun(one)) for one in pids),
            namespaces=frozenset(_namespaces(pid)),
            groups=tuple(Path(group) for group in plan["groups"]),
        )

    def left(self) -> list[str]:
        """What is still there, one line each."""
        found = []
        for pid, begun in self.processes:
            if begun and _begun(pid) == begun:
                found.append(f"process {pid}")
        for entry in Path("/proc").glob("[0-9]*"):
            same = self.namespaces & set(_namespaces(int(entry.name)))
            found.extend(f"process {entry.name} in {name}" for name in sorted(same))
        if str(self.root) in Path("/proc/self/mountinfo").read_text():
            found.append(f"a mount below {self.root}")
        found += [f"{path}" for path in (self.root, *self.groups) if path.exists()]
        return found


def _inside(pid: int) -> list[int]:
    """Every process in the PID namespace of the one given."""
    space = Path(f"/proc/{pid}/ns/pid").readlink()
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if (entry / "ns/pid").readlink() == space:
                found.append(int(entry.name))
    return found


def _guards(root: Path, pid: int) -> list[int]:
    """The processes above it that belong to the host: they name its directory."""
    found: list[int] = []
    while True:
        status = Path(f"/proc/{pid}/status").read_text()
        pid = int(status.partition("PPid:")[2].split()[0])
        if pid == 0 or str(root) not in Path(f"/proc/{pid}/cmdline").read_text():
            return found
        found.append(pid)


def _begun(pid: int) -> str:
    """When a process began: with its id this names it, though ids are used again."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[19]
    except OSError:
        return ""


def _namespaces(pid: int) -> list[str]:
    """The namespaces of a process that aren't those of this one."""
    found = []
    for kind in _NAMESPACES:
        with contextlib.suppress(OSError):
            name = str(Path(f"/proc/{pid}/ns/{kind}").readlink())
            if name != str(Path(f"/proc/self/ns/{kind}").readlink()):
                found.append(name)
    return found


def links() -> set[str]:
    """The names of the machine's own network links."""
    command = [programs.need("ip"), "-json", "link", "show"]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return {link["ifname"] for link in json.loads(text)}


def mounts() -> set[str]:
    """Where something is mounted on the machine itself."""
    lines = Path("/proc/self/mountinfo").read_text().splitlines()
    return {line.split()[4] for line in lines}

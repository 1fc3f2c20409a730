"""Control groups of a host's own, so that libvirt finds controllers without systemd.

Each host gets a group below the one that the tests run in (so their limits still hold)
and a cgroup namespace that begins there. Inside, libvirt sees what looks like a whole
hierarchy and builds its `/machine` in it; outside, everything of a host is under one
directory per hierarchy, named after the host, and is removed with it. Both layouts are
served: one hierarchy per controller (v1), and the unified one (v2).
"""

from __future__ import annotations

import os
from pathlib import Path

import attrs

# What libvirt's QEMU driver can make use of.
CONTROLLERS = frozenset(
    {"cpu", "cpuacct", "cpuset", "memory", "devices", "freezer", "blkio"}
    | {"net_cls", "perf_event"}
)


@attrs.frozen
class Mount:
    """A mounted cgroup hierarchy: where, from which group, with which options."""

    point: Path
    group: str
    kind: str
    options: frozenset[str]


@attrs.define
class Groups:
    """The groups made for one host.

    `join` are the groups that its first process enters before it makes the cgroup
    namespace, `settle` those that it enters after it, `made` those to remove.
    `mounts` are the hierarchies to mount inside: type, options, name of the directory.
    """

    join: list[str] = attrs.Factory(list)
    settle: list[str] = attrs.Factory(list)
    made: list[str] = attrs.Factory(list)
    mounts: list[tuple[str, str, str]] = attrs.Factory(list)


def _mounts() -> list[Mount]:
    found = []
    for line in Path("/proc/self/mountinfo").read_text().splitlines():
        fields, _, rest = line.partition(" - ")
        kind, _, options = rest.split()[:3]
        if kind in {"cgroup", "cgroup2"}:
            _, _, _, group, point = fields.split()[:5]
            found.append(Mount(Path(point), group, kind, frozenset(options.split(","))))
    return found


def _own_groups() -> dict[str, str]:
    """The group of this process in each hierarchy; the unified one's key is ''."""
    own = {}
    for line in Path("/proc/self/cgroup").read_text().splitlines():
        _, controllers, group = line.split(":", 2)
        for controller in controllers.split(","):
            own[controller] = group
    return own


def _directory(mount: Mount, group: str) -> Path:
    return mount.point / os.path.relpath(group, mount.group)


def _make_v1(name: str, mount: Mount, own: dict[str, str], groups: Groups) -> None:
    controllers = sorted(mount.options & CONTROLLERS)
    if not controllers or controllers[0] not in own:
        return
    directory = _directory(mount, own[controllers[0]]) / name
    directory.mkdir()
    groups.made.append(str(directory))
    if "cpuset" in controllers:
        # A cpuset group starts empty and takes no process until it is filled.
        for file in ("cpuset.cpus", "cpuset.mems"):
            (directory / file).write_text((directory.parent / file).read_text())
    groups.join.append(str(directory))
    together = ",".join(controllers)
    groups.mounts.append(("cgroup", together, mount.point.name))


def _make_v2(name: str, mount: Mount, own: dict[str, str], groups: Groups) -> None:
    parent = _directory(mount, own.get("", "/"))
    # A group with processes in it can't delegate controllers, so one above is taken:
    # the nearest that already does, which at worst is the top.
    while parent != mount.point and not _delegated(parent):
        parent = parent.parent
    directory = parent / name
    directory.mkdir()
    groups.made.append(str(directory))
    daemons = directory / "daemons"
    daemons.mkdir()
    groups.join.append(str(directory))
    groups.settle.append(str(daemons))
    groups.mounts.append(("cgroup2", "", "."))


def _delegated(directory: Path) -> set[str]:
    return set((directory / "cgroup.subtree_control").read_text().split())


def make(name: str) -> Groups:
    """Make the groups called `name`; none where no hierarchy can be written to."""
    groups = Groups()
    own = _own_groups()
    mounts = _mounts()
    old = [mount for mount in mounts if mount.options & {"cpu", "memory"}]
    # Beside controllers in v1 the unified tree only confuses libvirt's detection.
    for mount in [mount for mount in mounts if not old or mount.kind == "cgroup"]:
        try:
            if mount.kind == "cgroup":
                _make_v1(name, mount, own, groups)
            else:
                _make_v2(name, mount, own, groups)
        except OSError:
            continue  # a read-only hierarchy: the host runs without its controllers
    return groups


def mount_commands(groups: Groups) -> list[list[str]]:
    """The commands that mount the groups under /sys/fs/cgroup in a fresh sysfs."""
    top = "/sys/fs/cgroup"
    if not groups.mounts:
        return []
    if groups.mounts[0][0] == "cgroup2":
        # By now all processes have settled below, so controllers may be handed down;
        # one that the kernel keeps to itself is done without.
        hand_down = f"for one in $(cat {top}/cgroup.controllers); do "
        hand_down += f'echo "+$one" > {top}/cgroup.subtree_control || :; done'
        return [["mount", "-t", "cgroup2", "cgroup2", top], ["sh", "-c", hand_down]]
    commands = [["mount", "-t", "tmpfs", "-o", "mode=755", "cgroup", top]]
    for kind, options, point in groups.mounts:
        commands.append(["mkdir", f"{top}/{point}"])
        commands.append(["mount", "-t", kind, "-o", options, kind, f"{top}/{point}"])
    return commands

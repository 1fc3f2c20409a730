#!/usr/bin/env python3
"""Run a command, as root, where all that real hypervisors need is mounted.

    python scripts/furnish.py COMMAND...

A bare chroot or container lacks some of it: /sys, control groups, /dev/kvm; and the root of a
chroot is no mount, so that no mount below it could be kept from the machine around it. The command
gets these in a mount namespace of its own, and with its last process they are gone. On an ordinary
system it just runs.
"""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path
from typing import Any

NEWNS = 0x20000
BIND, REC, PRIVATE = 0x1000, 0x4000, 0x40000

SHM = Path("/dev/shm")  # noqa: S108
CGROUP = Path("/sys/fs/cgroup")


def call(name: str, *arguments: Any) -> None:
    """A function of the C library, its failure raised."""
    libc = ctypes.CDLL(None, use_errno=True)
    given = (os.fsencode(one) if isinstance(one, (str, Path)) else one for one in arguments)
    if getattr(libc, name)(*given) != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{name}{arguments}: {os.strerror(number)}")


def mount(kind: str, where: Path, options: str | None = None) -> None:
    """Mount a file system of the kernel's; what isn't allowed here stays away."""
    try:
        call("mount", kind, where, kind, 0, options)
    except OSError as error:
        print(f"sysvirt: {error}", file=sys.stderr)


def root_is_mount() -> bool:
    """Whether / is the root of a mount, as it is everywhere but in a chroot."""
    try:
        mounts = Path("/proc/self/mountinfo").read_text()
    except OSError:
        return False
    return any(line.split()[4] == "/" for line in mounts.splitlines())


def complete() -> bool:
    """Whether nothing is missing."""
    return root_is_mount() and Path("/dev").is_mount() and any(CGROUP.glob("*"))


def seclude() -> None:
    """Enter a mount namespace from which no mount gets out."""
    in_chroot = not root_is_mount()
    call("unshare", NEWNS)
    if not in_chroot:
        call("mount", None, "/", None, REC | PRIVATE, None)
        return
    # Only a mount can be made private, and this root is a directory in one that can't be named
    # from here. Who enters a mount namespace stands at its real root, even if he was in it all
    # along: there that mount can be named, and the chroot can be made a mount as well.
    root = os.open("/", os.O_PATH | os.O_DIRECTORY)
    process = os.pidfd_open(os.getpid())
    call("setns", process, NEWNS)
    call("mount", None, "/", None, REC | PRIVATE, None)
    path = Path(f"/proc/self/fd/{root}").readlink()
    call("mount", path, path, None, BIND | REC, None)
    os.chroot(path)
    os.close(process)
    os.close(root)


def furnish() -> None:
    """Mount what is missing."""
    if not Path("/proc/self").exists():
        mount("proc", Path("/proc"))
    if not Path("/dev").is_mount():
        mount("devtmpfs", Path("/dev"))
        mount("devpts", Path("/dev/pts"), "newinstance,ptmxmode=0666,mode=620,gid=5")
        mount("tmpfs", SHM, "mode=1777")
    if not Path("/sys").is_mount():
        mount("sysfs", Path("/sys"))
    if not any(CGROUP.glob("*")):
        control_groups()


def control_groups() -> None:
    """Mount the control groups, by the version that this kernel has put to use."""
    own = [line.split(":", 2)[1] for line in Path("/proc/self/cgroup").read_text().splitlines()]
    old = [controllers for controllers in own if controllers]
    if not old:
        mount("cgroup2", CGROUP)
        return
    mount("tmpfs", CGROUP, "mode=755")
    for controllers in old:
        where = CGROUP / controllers.removeprefix("name=")
        where.mkdir()
        named = controllers.startswith("name=")
        mount("cgroup", where, f"none,{controllers}" if named else controllers)


def main(command: list[str]) -> None:
    """Become the command."""
    if not complete():
        here = Path.cwd()
        try:
            seclude()
        except OSError as error:
            # A container that may not mount; the tests then say what they can't do.
            print(f"sysvirt: no mounts can be made here: {error}", file=sys.stderr)
        else:
            furnish()
        os.chdir(here)
    os.execvp(command[0], command)  # noqa: S606


if __name__ == "__main__":
    main(sys.argv[1:])

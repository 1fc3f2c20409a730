"""Runs one program where it can reach no daemon, and ends all that it leaves behind.

A program of its own, for it changes the process that it runs in: ``python confine.py PLAN REPORT``.
PLAN and REPORT are JSON files; the exit status is that of the program that was run, 128 more than
the number of a signal, or 125 if it was not run.

Two layers, each of which is enough by itself:

* Namespaces: folders and sockets of daemons are covered, there is no network, and no process of
  the outside can be seen. They take root, or a kernel that gives them to everybody.
* A filter of system calls: no socket can be connected, and no program started unless that is
  allowed. It takes Linux on x86-64 or ARM64.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import json
import mmap
import os
import platform
import resource
import signal
import struct
import sys
from pathlib import Path
from typing import Any, NoReturn

NOT_RUN = 125

CLONE_NEWNS, CLONE_NEWIPC, CLONE_NEWUSER = 0x20000, 0x8000000, 0x10000000
CLONE_NEWPID, CLONE_NEWNET = 0x20000000, 0x40000000
MS_NOSUID, MS_NODEV, MS_NOEXEC, MS_BIND, MS_REC, MS_PRIVATE = 2, 4, 8, 4096, 16384, 1 << 18
PR_SET_PDEATHSIG, PR_SET_SECCOMP, PR_CAPBSET_DROP = 1, 22, 24
PR_SET_CHILD_SUBREAPER, PR_SET_NO_NEW_PRIVS = 36, 38
#: What a program of root could undo the layers with: to mount, trace, load modules and such.
CAPABILITIES = (12, 16, 17, 19, 21, 22)

#: By machine: its number for the filter, and those of connect, ptrace, setns, pidfd_getfd,
#: io_uring_setup; then those of sendto, sendmsg, sendmmsg with the place of their flags.
CALLS = {
    "x86_64": (0xC000003E, (42, 101, 308, 438, 425), ((44, 3), (46, 2), (307, 3))),
    "aarch64": (0xC00000B7, (203, 117, 268, 438, 425), ((206, 3), (211, 2), (269, 3))),
}
EXECS = {"x86_64": (59, 322), "aarch64": (221, 281)}
#: Data that goes out while the connection is made.
MSG_FASTOPEN = 0x20000000
#: On x86-64 calls above this are those of another set of numbers.
X32 = 0x40000000

_libc = ctypes.CDLL(None, use_errno=True)


def call(name: str, *arguments: Any) -> None:
    """Call a function of C that gives -1 when it fails."""
    if getattr(_libc, name)(*arguments) == -1:
        number = ctypes.get_errno()
        raise OSError(number, f"{name}: {os.strerror(number)}")


def prctl(option: int, *arguments: int) -> None:
    """``prctl`` with numbers alone."""
    padded = [ctypes.c_ulong(each) for each in (*arguments, 0, 0, 0, 0)[:4]]
    call("prctl", option, *padded)


# The filter -------------------------------------------------------------------------------------


def make_filter(machine: str, allowed: int | None = None) -> bytes:
    """The program that the kernel asks before each system call.

    With ``allowed`` a program is started only if its path stands at that address in memory. That
    lets this process become the script's interpreter, where nothing stands at the address.
    """
    number, denied, senders = CALLS[machine]
    load, equal, at_least, any_bit, end = 0x20, 0x15, 0x35, 0x45, 0x06
    deny = (end, 0, 0, 0x50000 | errno.EACCES)
    allow = (end, 0, 0, 0x7FFF0000)
    rows = [(load, 0, 0, 4), (equal, 1, 0, number), deny, (load, 0, 0, 0)]
    if machine == "x86_64":
        rows += [(at_least, 0, 1, X32), deny]
    for each in denied:
        rows += [(equal, 0, 1, each), deny]
    for each, place in senders:
        # The flags: the lower half of that argument.
        rows += [(equal, 0, 4, each), (load, 0, 0, 16 + 8 * place)]
        rows += [(any_bit, 0, 1, MSG_FASTOPEN), deny, allow]
    if allowed is not None:
        execve, execveat = EXECS[machine]
        rows += [(equal, 0, 1, execveat), deny, (equal, 0, 5, execve)]
        rows += [(load, 0, 0, 16), (equal, 0, 2, allowed & 0xFFFFFFFF)]
        rows += [(load, 0, 0, 20), (equal, 1, 0, allowed >> 32), deny]
    rows.append(allow)
    return b"".join(struct.pack("=HBBI", *row) for row in rows)


def filter_calls(allowed: int | None = None) -> None:
    """From here on, this process and its children connect to nothing."""
    program = ctypes.create_string_buffer(make_filter(platform.machine(), allowed))
    head = struct.pack("HxxxxxxP", (len(program) - 1) // 8, ctypes.addressof(program))
    buffer = ctypes.create_string_buffer(head)
    prctl(PR_SET_NO_NEW_PRIVS, 1)
    prctl(PR_SET_SECCOMP, 2, ctypes.addressof(buffer))


def can_filter() -> str:
    """Why calls can't be filtered, or nothing; tried in a child process."""
    if sys.platform != "linux" or platform.machine() not in CALLS:
        return f"not on {sys.platform} {platform.machine()}"
    child = os.fork()
    if child == 0:
        try:
            filter_calls()
        except OSError as error:
            os._exit(error.errno or 1)
        os._exit(0)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return os.strerror(status) if status else ""


# Namespaces -------------------------------------------------------------------------------------


def leave(plan: dict[str, Any]) -> str:
    """Enter namespaces of our own; why that isn't possible, or nothing."""
    user, group = os.geteuid(), os.getegid()
    flags = CLONE_NEWNS | CLONE_NEWPID | CLONE_NEWIPC
    flags |= 0 if plan["network"] else CLONE_NEWNET
    try:
        if user != 0:
            call("unshare", CLONE_NEWUSER | flags)
            Path("/proc/self/setgroups").write_text("deny")
            Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
            Path("/proc/self/gid_map").write_text(f"{group} {group} 1")
        else:
            call("unshare", flags)
    except OSError as error:
        return str(error)
    return ""


def can_leave(plan: dict[str, Any]) -> str:
    """Why there are no namespaces for us, or nothing; tried in a child process."""
    if sys.platform != "linux":
        return f"not on {sys.platform}"
    read, write = os.pipe()
    sockets = listening()
    child = os.fork()
    if child == 0:
        said = leave(plan)
        if not said:
            inner = os.fork()
            if inner == 0:
                said = cover_all(plan, sockets)
                os.write(write, said.encode())
                os._exit(0)
            os.waitpid(inner, 0)
        os.write(write, said.encode())
        os._exit(0)
    os.close(write)
    os.waitpid(child, 0)
    with os.fdopen(read) as pipe:
        return pipe.read()


def listening() -> list[str]:
    """The sockets in the file system at which somebody listens."""
    found: list[str] = []
    for line in Path("/proc/net/unix").read_text(errors="surrogateescape").splitlines()[1:]:
        fields = line.split(None, 7)
        # The flag 0x10000 is on where connections are accepted.
        if len(fields) == 8 and int(fields[3], 16) & 0x10000 and fields[7].startswith("/"):
            found.append(fields[7])
    return found


def is_there(path: str) -> bool:
    """Whether a path is there for us: what we can't look at, the script can't reach either."""
    try:
        return Path(path).exists()
    except OSError:
        return False


def cover_all(plan: dict[str, Any], sockets: list[str]) -> str:
    """Cover what leads to daemons; why that failed, or nothing."""
    try:
        call("mount", b"none", b"/", None, MS_REC | MS_PRIVATE, None)
        kept = [(path, os.open(path, os.O_PATH)) for path in plan["keep"] if is_there(path)]
        names = {str(Path(path).resolve()) for path, _ in kept}
        for path in sockets:
            if path not in names and is_there(path):
                call("mount", b"/dev/null", os.fsencode(path), None, MS_BIND, None)
        for folder in plan["cover"]:
            if Path(folder).is_dir():
                options = MS_NOSUID | MS_NODEV
                call("mount", b"tmpfs", os.fsencode(folder), b"tmpfs", options, b"mode=755")
        for path, handle in kept:
            _uncover(Path(path), handle)
        # Processes of the outside lead to its files.
        call("mount", b"proc", b"/proc", b"proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, None)
    except OSError as error:
        return str(error)
    return ""


def _uncover(path: Path, handle: int) -> None:
    """Let a socket or folder be seen in spite of a cover."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        if Path(f"/proc/self/fd/{handle}").is_dir():
            path.mkdir()
        else:
            path.touch()
    call("mount", b"/proc/self/fd/%d" % handle, os.fsencode(path), None, MS_BIND | MS_REC, None)
    os.close(handle)


# Running ----------------------------------------------------------------------------------------


def be_ended_with_parent(parent: int) -> None:
    """Whoever ends the process above ends this one."""
    if sys.platform == "linux":
        prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        if parent and os.getppid() != parent:
            os._exit(NOT_RUN)


def children() -> list[int]:
    """The processes directly below this one."""
    own = os.getpid()
    found: list[int] = []
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if int((folder / "stat").read_text().rpartition(")")[2].split()[1]) == own:
                found.append(int(folder.name))
    return found


def end_children() -> None:
    """End all below: whose parent ends becomes a child of this process, and is next."""
    while left := children():
        for pid in left:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        for pid in left:
            with contextlib.suppress(ChildProcessError):
                os.waitpid(pid, 0)


def run(plan: dict[str, Any], *, filtered: bool) -> NoReturn:
    """Become the program."""
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGPIPE, signal.SIGXFSZ):
        signal.signal(number, signal.SIG_DFL)
    try:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (plan["file_size"], plan["file_size"]))
        if sys.platform == "linux" and (filtered or plan["namespaces"]):
            prctl(PR_SET_NO_NEW_PRIVS, 1)
        if sys.platform == "linux" and os.geteuid() == 0:
            for each in CAPABILITIES:
                with contextlib.suppress(OSError):
                    prctl(PR_CAPBSET_DROP, each)
        os.chdir(plan["folder"])
        become(plan, filtered=filtered)
    except OSError as error:
        os.write(2, f"check: {plan['argv'][0]}: {error.strerror}\n".encode())
    os._exit(NOT_RUN)


def become(plan: dict[str, Any], *, filtered: bool) -> None:
    """Start the program in the place of this one."""
    words = [os.fsencode(word) for word in plan["argv"]]
    pairs = [os.fsencode(f"{name}={value}") for name, value in plan["environment"].items()]
    argv = (ctypes.c_char_p * (len(words) + 1))(*words, None)
    environment = (ctypes.c_char_p * (len(pairs) + 1))(*pairs, None)
    # A mapping of its own: what comes next has other things, or nothing, at its address.
    memory = mmap.mmap(-1, len(words[0]) + 1)
    memory.write(words[0] + b"\0")
    address = ctypes.addressof(ctypes.c_char.from_buffer(memory))
    if filtered:
        filter_calls(None if plan["commands"] else address)
    call("execve", ctypes.c_void_p(address), argv, environment)


def watch(child: int) -> int:
    """Wait for a child, take in all others that end; its exit status."""
    while True:
        pid, status = os.waitpid(-1, 0)
        if pid == child:
            code = os.waitstatus_to_exitcode(status)
            return 128 - code if code < 0 else code


def start_program(plan: dict[str, Any], *, filtered: bool) -> int:
    """Start the program, wait for it, end what it left; its exit status."""
    own = os.getpid()
    child = os.fork()
    if child == 0:
        os.setpgid(0, 0)
        be_ended_with_parent(own)
        run(plan, filtered=filtered)
    status = watch(child)
    end_children()
    return status


def start_inside(plan: dict[str, Any], *, filtered: bool) -> int:
    """The same within namespaces: the first process inside watches, its end ends all others."""
    # The list is that of a network: of another one after the next step.
    sockets = listening()
    if failed := leave(plan):
        os.write(2, f"check: {failed}\n".encode())
        return NOT_RUN
    # New rights make the kernel forget it.
    be_ended_with_parent(plan["parent"])
    child = os.fork()
    if child == 0:
        be_ended_with_parent(0)
        status = NOT_RUN
        with contextlib.suppress(BaseException):
            if failed := cover_all(plan, sockets):
                os.write(2, f"check: {failed}\n".encode())
            else:
                status = start_program(plan, filtered=filtered)
        os._exit(status)
    return watch(child)


def _end(_number: int, _frame: object) -> None:
    end_children()
    os._exit(NOT_RUN)


def main() -> int:
    """Do what the plan says, and report which layers there are."""
    plan: dict[str, Any] = json.loads(Path(sys.argv[1]).read_bytes())
    signal.signal(signal.SIGTERM, _end)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    be_ended_with_parent(plan["parent"])
    if sys.platform == "linux":
        prctl(PR_SET_CHILD_SUBREAPER, 1)
    without = {
        "namespaces": can_leave(plan) if plan["namespaces"] else "left out",
        "filter": can_filter() if plan["filter"] else "left out",
    }
    bare = all(without.values())
    run_it = not (bare and plan["needs_layer"])
    Path(sys.argv[2]).write_text(json.dumps({"without": without, "run": run_it}))
    if not run_it:
        return NOT_RUN
    start = start_program if without["namespaces"] else start_inside
    return start(plan, filtered=not without["filter"])


if __name__ == "__main__":
    sys.exit(main())

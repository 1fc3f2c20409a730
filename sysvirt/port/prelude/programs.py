"""Other programs and processes."""

from __future__ import annotations

import os
import signal
import socket
import subprocess

from sysvirt.port.prelude.files import perl_command, perl_flush
from sysvirt.port.prelude.scalars import perl_integer, perl_text
from sysvirt.port.prelude.signals import perl_signal_number
from sysvirt.port.prelude.status import perl_did, perl_status, perl_wait_status


def perl_system(words):
    """Run a program and wait for it; its status as in $?, -1 if it doesn't start."""
    perl_flush()
    # Ctrl-C is for the program that runs: there it does what it always does.
    before = {each: signal.getsignal(each) for each in (signal.SIGINT, signal.SIGQUIT)}
    for each, handler in before.items():
        if handler != signal.SIG_IGN:
            signal.signal(each, lambda *_: None)
    try:
        process = subprocess.Popen(perl_command(list(map(perl_text, words))))
        perl_status.child = perl_wait_status(process.wait())
    except (OSError, ValueError) as error:
        perl_status.failed(error)
        perl_status.child = -1
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
    return perl_status.child


def perl_backticks(command):
    """What a program prints; None if it doesn't start."""
    perl_flush()
    try:
        process = subprocess.run(perl_command([command]), stdout=subprocess.PIPE, check=False)
    except (OSError, ValueError) as error:
        perl_status.failed(error)
        perl_status.child = -1
        return None
    perl_status.child = perl_wait_status(process.returncode)
    return process.stdout.decode("utf-8", "surrogateescape")


def perl_exec(words):
    """Become another program; 0 if that can't be started."""
    perl_flush()
    words = perl_command(list(map(perl_text, words)))
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    return perl_did(os.execvp, words[0], words)


def perl_fork():
    """Split into two: the child gets 0, the parent its number; None if that fails."""
    perl_flush()
    try:
        return os.fork()
    except OSError as error:
        perl_status.failed(error)
        return None


def perl_waitpid(process, flags=0):
    """Wait for a child: its number, 0 if it is still there, -1 if there is none."""
    try:
        found, status = os.waitpid(process, flags)
    except OSError as error:
        perl_status.failed(error)
        perl_status.child = -1
        return -1
    if found:
        perl_status.child = status
    return found


def perl_kill(name, processes):
    """Send a signal, by its name or number, to processes; to how many that works."""
    name = perl_text(name)
    is_group = name.startswith("-")
    name = name.removeprefix("-").removeprefix("SIG")
    number = int(name) if name.isdigit() else 0 if name == "ZERO" else perl_signal_number(name)
    send = os.killpg if is_group else os.kill
    return sum(perl_did(send, perl_integer(each), number) for each in processes)


def perl_gethostbyname(name):
    """What is known of a host: name, others, 2, 4, its addresses as 4 characters; or nothing."""
    try:
        found, others, addresses = socket.gethostbyname_ex(name)
    except OSError:
        return []
    packed = [socket.inet_aton(each).decode("latin-1") for each in addresses]
    return [found, " ".join(others), 2, 4, *packed]


def perl_setsid():
    """Become the leader of a session of one's own; its number, None if that fails."""
    return os.getpid() if perl_did(os.setsid) else None

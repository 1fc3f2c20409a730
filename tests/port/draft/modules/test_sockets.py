"""Socket and IO::Socket by the tables, beside Perl."""

from __future__ import annotations

import subprocess
import threading
from pathlib import Path
from typing import Any

import pytest

from sysvirt.port.draft.modules.io_handle import IO_SELECT
from sysvirt.port.draft.modules.sockets import (
    IO_SOCKET,
    IO_SOCKET_INET,
    IO_SOCKET_IP,
    IO_SOCKET_UNIX,
    SOCKET,
)
from sysvirt.port.prelude.files import perl_readline
from sysvirt.port.prelude.handles import perl_close, perl_print
from sysvirt.port.prelude.status import perl_status
from tests.port.both_sides import assert_calls, assert_same, constant, literal, made, method


def test_addresses() -> None:
    calls: list[tuple[object, ...]] = [
        ("inet_aton", "127.0.0.1"), ("inet_aton", "localhost"), ("inet_aton", "no.such.invalid"),
        ("inet_aton", "255.1.2.3"), ("inet_ntoa", "\x7f\x00\x00\x01"),
        ("inet_ntoa", "\xff\x01\x02\x03"),
    ]  # fmt: skip
    assert_calls(SOCKET, calls, "use Socket ();", package="Socket::")
    cases: list[tuple[str, object]] = []
    for name in SOCKET.constants:
        number = "" if name.startswith("INADDR") else " + 0"
        cases.append((f"Socket::{name}(){number}", constant(SOCKET, name)))
    assert_same(cases, "use Socket ();")


def serving(opened: Any, owner: Any) -> threading.Thread:
    """A thread that answers one line in capitals."""

    def serve() -> None:
        caller = method(owner, owner.name, "accept", opened)
        line = perl_readline(caller)
        perl_print(caller, line.upper())
        perl_close(caller)

    thread = threading.Thread(target=serve)
    thread.start()
    return thread


@pytest.mark.parametrize("module", [IO_SOCKET, IO_SOCKET_INET, IO_SOCKET_IP], ids=lambda m: m.name)
def test_perl_and_python_talk(module: Any) -> None:
    waiting = made(
        module, "new", "LocalAddr", "127.0.0.1", "Listen", 5, "ReuseAddr", 1, "Proto", "tcp"
    )
    port = method(module, module.name, "sockport", waiting)
    thread = serving(waiting, module)
    script = f"""
        use IO::Socket::INET; my $s = IO::Socket::INET->new("127.0.0.1:{port}") or die $@;
        print $s "hello\\n"; print scalar <$s>;
    """
    done = subprocess.run(["perl", "-e", script], capture_output=True, timeout=60)
    thread.join()
    assert (done.stdout, done.stderr) == (b"HELLO\n", b"")
    thread = serving(waiting, module)
    caller = made(module, "new", "PeerAddr", "127.0.0.1", "PeerPort", port, "Timeout", 5)
    selected = made(IO_SELECT, "new", caller)
    assert method(IO_SELECT, "IO::Select", "can_read", selected, 0) == []
    assert method(IO_SELECT, "IO::Select", "can_write", selected, 0) == [caller]
    ends = [
        method(module, module.name, each, caller) for each in ("peerhost", "peerport", "sockhost")
    ]
    assert ends == ["127.0.0.1", port, "127.0.0.1"]
    assert method(module, module.name, "connected", caller) == 1
    assert method(module, module.name, "peeraddr", caller) == "\x7f\x00\x00\x01"
    method(module, module.name, "timeout", caller, 5)
    assert method(module, module.name, "send", caller, "ä\n") == 3
    assert method(module, module.name, "shutdown", caller, 1) == 1
    assert perl_readline(caller) == "Ä\n"
    assert perl_readline(caller) is None
    perl_close(caller)
    perl_close(waiting)
    thread.join()
    assert made(module, "new", f"127.0.0.1:{port}") is None
    assert perl_status.error == "Connection refused"


def test_local_sockets(tmp_path: Path) -> None:
    path = str(tmp_path / "socket")
    waiting = made(IO_SOCKET_UNIX, "new", "Local", path, "Listen", 1)
    assert method(IO_SOCKET_UNIX, "IO::Socket::UNIX", "hostpath", waiting) == path
    thread = serving(waiting, IO_SOCKET_UNIX)
    script = f"""
        use IO::Socket::UNIX; my $s = IO::Socket::UNIX->new(Peer => {literal(path)}) or die $@;
        print $s "hello\\n"; print scalar <$s>;
    """
    done = subprocess.run(["perl", "-e", script], capture_output=True, timeout=60)
    thread.join()
    assert done.stdout == b"HELLO\n"
    thread = serving(waiting, IO_SOCKET_UNIX)
    caller = made(IO_SOCKET_UNIX, "new", path)
    assert method(IO_SOCKET_UNIX, "IO::Socket::UNIX", "peerpath", caller) == path
    assert method(IO_SOCKET_UNIX, "IO::Socket::UNIX", "send", caller, "x\n") == 2
    assert method(IO_SOCKET_UNIX, "IO::Socket::UNIX", "shutdown", caller, 1) == 1
    assert perl_readline(caller) == "X\n"
    thread.join()
    perl_close(caller)
    perl_close(waiting)
    assert made(IO_SOCKET_UNIX, "new", "Peer", "/none") is None
    assert perl_status.error == "No such file or directory"

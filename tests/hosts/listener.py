"""A client that hears all events of hosts, for as long as tests run there.

In libvirt an event that is queued in the moment in which the last callback goes stays in the queue,
and stops all that come: the next client gets none, until its own callbacks are gone. While one
client has callbacks all the time, none is the last.
"""

from __future__ import annotations

import contextlib
import subprocess
import sys
import threading
from collections.abc import Iterator

import libvirt

KINDS = ("domain", "network", "storagePool", "nodeDevice", "secret")


@contextlib.contextmanager
def heard(*uris: str) -> Iterator[None]:
    """Have such a client at these hosts."""
    command = [sys.executable, "-m", "tests.hosts.listener", *uris]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as client:
        assert client.stdout
        if client.stdout.readline() != "ready\n":
            raise RuntimeError(f"nobody hears what {', '.join(uris)} say")
        # The end of its input, which comes as this is left, is its own end.
        yield


def _hear(conn: libvirt.virConnect) -> None:
    for kind in KINDS:
        with contextlib.suppress(libvirt.libvirtError):
            getattr(conn, f"{kind}EventRegisterAny")(None, 0, lambda *_: None, None)


def _turn() -> None:
    while True:
        libvirt.virEventRunDefaultImpl()


def main(uris: list[str]) -> None:
    """Hear all of them until the input ends."""
    # What a host hasn't got is no error here.
    libvirt.registerErrorHandler(lambda *_: None, None)
    libvirt.virEventRegisterDefaultImpl()
    connections = [libvirt.open(uri) for uri in uris]
    for each in connections:
        _hear(each)
    threading.Thread(target=_turn, daemon=True).start()
    print("ready", flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main(sys.argv[1:])

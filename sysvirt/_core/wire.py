"""The socket of a connection to a daemon, found while it is opened.

libvirt gives no access to it, and has no way to end a call that gets no answer. Cutting the socket
ends all calls at once. So it is looked for: the socket that is new in the process, and whose peer
is the one that the URI names. Where more than one comes into question, none is taken.
"""

from __future__ import annotations

import os
import re
from _thread import LockType, allocate_lock
from contextlib import suppress
from typing import TYPE_CHECKING, Self

from sysvirt._core.deadlines import Deadline

if TYPE_CHECKING:
    from collections.abc import Iterator
    from socket import socket

#: Drivers that work inside the process: some unless another host is named, some always.
_LOCAL_DRIVERS = frozenset({"test", "openvz"})
_WEB_DRIVERS = frozenset(
    {"esx", "gsx", "hyperv", "vmwarefusion", "vmwareplayer", "vmwarews", "vpx"}
)
_PORTS = {"tcp": 16509, "tls": 16514}

_URI = re.compile(
    r"(?P<driver>[^:/?#+]+)(?:\+(?P<transport>[^:/?#]+))?:"
    r"(?://(?:[^@/?#]*@)?(?P<host>\[[^\]]*\]|[^:/?#]*)(?::(?P<port>\d+))?)?"
    r"(?P<path>[^?#]*)(?:\?(?P<query>[^#]*))?"
)
_SOCKET_PARAMETER = re.compile(r"(?:^|[&;])socket=([^&;]*)")
#: What the sockets of libvirt's daemons are called.
_SOCKET_NAME = re.compile(r"/(?:libvirt|virt\w+d)-sock(?:-ro)?$")


class Peer:
    """The other end that a URI names: a UNIX socket, or a host and a port."""

    __slots__ = ("host", "path", "port")

    def __init__(self, path: str | None, host: str | None = None, port: int = 0) -> None:
        self.path = path
        self.host = host
        self.port = port

    def fits(self, candidate: socket) -> bool:
        """Whether a socket is connected with it."""
        import socket as sockets

        try:
            address = candidate.getpeername()
        except OSError:
            return False
        if self.host is None:
            return candidate.family == sockets.AF_UNIX and self._is_at(address)
        if candidate.family not in (sockets.AF_INET, sockets.AF_INET6):
            return False
        found = sockets.getaddrinfo(self.host, self.port, type=sockets.SOCK_STREAM)
        return address[:2] in {each[4][:2] for each in found}

    def _is_at(self, address: object) -> bool:
        if not isinstance(address, str) or not address:
            return False
        if self.path is not None:
            return os.path.realpath(address) == os.path.realpath(self.path)
        return _SOCKET_NAME.search(address) is not None


def find_peer(uri: str) -> Peer | None:
    """Whom a URI leads to by a socket of the process; ``None`` where no socket does, or another's.

    A program in between (``ssh``, ``ext``) has the socket for itself.
    """
    found = _URI.fullmatch(uri)
    if found is None or found["driver"] in _WEB_DRIVERS or found["path"] == "/embed":
        return None
    host = (found["host"] or "").strip("[]")
    if not found["transport"] and not host and found["driver"] in _LOCAL_DRIVERS:
        return None
    transport = found["transport"] or ("tls" if host else "unix")
    if transport == "unix":
        from urllib.parse import unquote

        path = _SOCKET_PARAMETER.search(found["query"] or "")
        return Peer(unquote(path[1]) if path else None)
    if transport not in _PORTS:
        return None
    return Peer(None, host or "localhost", int(found["port"] or _PORTS[transport]))


def _list_sockets() -> Iterator[tuple[int, int]]:
    """The sockets of the process: the inode and the descriptor of each.

    A number may be given to another socket at any time, an inode is not.
    """
    for name in os.listdir("/proc/self/fd"):  # noqa: PTH208 - pathlib takes its time to import
        with suppress(OSError):
            target = os.readlink(f"/proc/self/fd/{name}")  # noqa: PTH115
            if target.startswith("socket:["):
                yield int(target[8:-1]), int(name)


class Wire:
    """A socket of libvirt's, by a descriptor of our own that leads to the same one."""

    __slots__ = ("_descriptor", "inode", "timed_out")

    def __init__(self, descriptor: int, inode: int) -> None:
        self._descriptor = descriptor
        self.inode = inode
        #: Whether it was cut since a time limit had passed.
        self.timed_out = False

    def cut(self) -> None:
        """End all calls over it, and all that come. It never waits."""
        import socket as sockets

        copy = sockets.socket(fileno=self._descriptor)
        try:
            with suppress(OSError):
                # Cut before, by us or by the daemon, it is no longer connected.
                copy.shutdown(sockets.SHUT_RDWR)
        finally:
            copy.detach()

    def replace(self) -> None:
        """Put a dead socket in its place: in a child process, which has got it from its parent.

        Whatever libvirt still does there, it doesn't reach the parent's socket.
        """
        import socket as sockets

        dead, other = sockets.socketpair()
        other.close()
        for inode, descriptor in _list_sockets():
            if inode == self.inode:
                os.dup2(dead.fileno(), descriptor, inheritable=False)
        dead.close()

    def __del__(self) -> None:
        os.close(self._descriptor)


#: Opens of one URI take turns, so that the new socket is that of the one whose turn it is.
_turns: dict[str, LockType] = {}


class Search:
    """A search for the socket of a connection that is opened: ``with Search(…) as search: …``.

    With ``seconds``, what takes longer is ended: the socket is cut as soon as it is found.
    """

    def __init__(self, peer: Peer, uri: str, seconds: float | None = None) -> None:
        self._peer = peer
        self._turn = _turns.setdefault(uri, allocate_lock())
        self._before: set[int] = set()
        self._seconds = seconds
        self._deadline = None if seconds is None else Deadline(seconds, self._cut)
        self._cuts: list[int] = []

    def __enter__(self) -> Self:
        if not self._turn.acquire(timeout=-1 if self._seconds is None else self._seconds):
            raise TimeoutError(f"opening took longer than {self._seconds} s")
        self._before = {inode for inode, _ in _list_sockets()}
        if self._deadline is not None:
            self._deadline.start()
        return self

    def __exit__(self, *exception: object) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
        self._turn.release()

    @property
    def has_timed_out(self) -> bool:
        """Whether it took too long."""
        return self._deadline is not None and self._deadline.has_passed

    def find(self) -> Wire | None:
        """The socket, if there is one, and no doubt about it."""
        found = [wire for wire in self._candidates() if wire.inode not in self._cuts]
        return found[0] if len(found) == 1 else None

    def _cut(self) -> bool:
        """Cut the socket; libvirt may try another address then, so this is never the last time."""
        if wire := self.find():
            self._cuts.append(wire.inode)
            wire.cut()
        return False

    def _candidates(self) -> Iterator[Wire]:
        import socket as sockets

        # All are listed first: the copies that are made here would be seen, too.
        for inode, descriptor in dict(_list_sockets()).items():
            if inode in self._before:
                continue
            try:
                copy = sockets.socket(fileno=os.dup(descriptor))
            except OSError:
                # Closed meanwhile.
                continue
            # What was copied may be another one that has got the number meanwhile.
            if os.fstat(copy.fileno()).st_ino == inode and self._peer.fits(copy):
                yield Wire(copy.detach(), inode)
            else:
                copy.close()

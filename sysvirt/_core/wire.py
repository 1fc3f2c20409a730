"""The socket of a connection to a daemon, found while it is opened.

libvirt gives no access to it, and has no way to end a call that gets no answer. Cutting the socket
ends all calls at once. So it is looked for: the socket that is new in the process, and whose peer
is the one that the URI names. Where more than one comes into question, none is taken.
"""

from __future__ import annotations

import errno
import os
import re
import sys
from _thread import TIMEOUT_MAX, RLock, allocate_lock
from collections import deque
from contextlib import suppress
from functools import partial
from operator import methodcaller
from typing import TYPE_CHECKING, Self, TypeVar

from sysvirt._libvirt.finalizers import add_finalizer

if TYPE_CHECKING:
    from _socket import socket
    from collections.abc import Callable, Iterable, Iterator

    from sysvirt._core.deadlines import Deadline

    _R = TypeVar("_R")

#: Drivers that work inside the process: some unless another host is named, some always.
_LOCAL_DRIVERS = frozenset({"test", "openvz"})
_WEB_DRIVERS = frozenset(
    {"esx", "gsx", "hyperv", "vmwarefusion", "vmwareplayer", "vmwarews", "vpx"}
)
_PORTS = {"tcp": 16509, "tls": 16514}

_URI = re.compile(
    r"(?P<driver>[^:/?#+]+)(?:\+(?P<transport>[^:/?#]+))?:"
    r"(?://(?:[^@/?#]*@)?(?P<host>\[[^\]]*\]|[^:/?#[]*)(?::(?P<port>\d+))?)?"
    r"(?P<path>(?:/(?!/)[^?#]*)?)(?:\?(?P<query>[^#]*))?"
)
_SOCKET_PARAMETER = re.compile(r"(?:^|[&;])socket=([^&;]*)")
#: What the sockets of libvirt's daemons are called.
_SOCKET_NAME = re.compile(r"/(?:libvirt|virt\w+d)-sock(?:-ro)?$")


class Peer:
    """The other end that a URI names: a UNIX socket, or a host and a port."""

    __slots__ = ("_addresses", "host", "path", "port")

    def __init__(self, path: str | None, host: str | None = None, port: int = 0) -> None:
        self.path = path
        self.host = host
        self.port = port
        self._addresses: set[tuple[str, int]] = set()

    def resolve(self) -> None:
        """Look the host up. That may take its time, so nobody else does it later."""
        import socket as sockets

        if self.host is not None:
            with suppress(OSError):
                found = sockets.getaddrinfo(self.host, self.port, type=sockets.SOCK_STREAM)
                self._addresses = {(str(each[4][0]), self.port) for each in found}

    def is_of_kind(self, candidate: socket) -> bool:
        """Whether a socket might lead to it at all."""
        import socket as sockets

        local = self.host is None
        families = (sockets.AF_UNIX,) if local else (sockets.AF_INET, sockets.AF_INET6)
        return candidate.family in families and candidate.type == sockets.SOCK_STREAM

    def fits(self, candidate: socket, inode: int) -> bool | None:
        """Whether a socket of the kind leads to it; ``None`` where there is no telling."""
        local = self.host is None
        try:
            address = candidate.getpeername()
        except OSError:
            # It isn't connected yet.
            remote = None if local else _find_remote(inode)
            return None if remote is None else remote in self._addresses
        return self._is_at(address) if local else address[:2] in self._addresses

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


def _find_remote(inode: int) -> tuple[str, int] | None:
    """Where a TCP socket that waits for an answer is being connected to."""
    import socket as sockets

    for name, family in (("tcp", sockets.AF_INET), ("tcp6", sockets.AF_INET6)):
        with suppress(OSError), open(f"/proc/thread-self/net/{name}") as table:
            for line in table:
                columns = line.split()
                if columns[9] == str(inode):
                    host, port = columns[2].split(":")
                    # Words of 32 bits, as they are in memory.
                    words = [int(host[at : at + 8], 16) for at in range(0, len(host), 8)]
                    packed = b"".join(word.to_bytes(4, sys.byteorder) for word in words)
                    return sockets.inet_ntop(family, packed), int(port, 16)
    return None


def can_find() -> bool:
    """Whether the system tells which sockets a process has."""
    return os.path.isdir("/proc/self/fd")  # noqa: PTH112 - pathlib takes its time to import


def _choose(candidates: list[tuple[Wire, bool | None]]) -> Wire | None:
    """The one that leads to the peer, where no other one may do so."""
    found = [each for each in candidates if each[1] is not False]
    return found[0][0] if len(found) == 1 and found[0][1] else None


class Wire:
    """A socket of libvirt's, by a descriptor of our own that leads to the same one."""

    #: What closes it, as it is read.
    _closing: Iterable[None] = ()

    def __init__(self, descriptor: int, inode: int) -> None:
        self.inode = inode
        #: The time limit that had passed when it was cut, in seconds.
        self.limit: float | None = None
        # The copy is kept within C, before a signal handler can run, and is closed with this.
        copies: list[int] = []
        self._closing = map(os.close, copies)
        copies.extend(map(os.dup, (descriptor,)))
        (self.descriptor,) = copies

    def cut(self) -> None:
        """End all calls over it, and all that come. It never waits."""
        with suppress(OSError):
            # Cut before, by us or by the daemon, it is no longer connected.
            self.ask(methodcaller("shutdown", 2))  # SHUT_RDWR

    def ask(self, function: Callable[[socket], _R]) -> _R:
        """Call a function with the socket, in Python's form."""
        import _socket

        # That form would close the descriptor, which isn't its own, if a signal handler raised
        # before it is told not to. So C makes it, and none runs until the function is called.
        for form in map(partial(_socket.socket, -1, -1, -1), (self.descriptor,)):
            try:
                return function(form)
            finally:
                form.detach()
        raise AssertionError  # for type checkers: there is one descriptor

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


#: To read what closes the copies does so.
add_finalizer(Wire, deque[None](maxlen=0).extend, "_closing")


#: Opens that lead to one peer take turns, so that the new socket belongs to whose turn it is.
#: A signal handler may open one in the middle of another, and must not wait for itself.
_turns: dict[object, RLock] = {}

# A thread that has its turn stays with the parent.
os.register_at_fork(after_in_child=_turns.clear)


class Search:
    """A search for the socket of a connection that is opened: ``Search(…).run(open_it)``.

    With ``seconds``, what takes longer is ended: the socket is cut as soon as it is found.
    """

    def __init__(self, peer: Peer, uri: str, seconds: float | None = None) -> None:
        self._peer = peer
        # Without a path, only the URI tells which daemon of the machine it is.
        key = (peer.path, peer.host, peer.port, "" if peer.path or peer.host else uri)
        self._turn = _turns.setdefault(key, RLock())
        self._before: set[int] = set()
        self._seconds = seconds
        self._deadline = None if seconds is None else self._make_deadline(seconds)
        self._cuts: set[int] = set()
        self._cutting = allocate_lock()
        self._is_over = False

    def run(self, action: Callable[[Self], _R]) -> _R:
        """Do what opens the connection when it is this search's turn."""
        seconds = -1 if self._seconds is None else min(self._seconds, TIMEOUT_MAX)
        taken: list[bool] = []
        try:
            # The answer is kept within C, before a signal handler can run: else one that raises
            # would leave a turn that nobody gives back.
            taken.extend(map(self._turn.acquire, (True,), (seconds,)))
            if not taken[0]:
                raise self.late()
            self._peer.resolve()
            self._before = {inode for inode, _ in _list_sockets()}
            if self._deadline is not None:
                self._deadline.start()
            return action(self)
        finally:
            # Neither of these is a step at which a signal handler runs, up to the end of the last.
            self._is_over = True
            if taken == [True]:
                self._turn.release()
            self.end()

    def _make_deadline(self, seconds: float) -> Deadline:
        # Few programs have limits, and the import takes its time.
        from sysvirt._core.deadlines import Deadline

        return Deadline(seconds, self._cut)

    def give_up(self) -> None:
        """End the opening that has begun, from another thread; it never waits."""
        self._make_deadline(0).start()

    def end(self) -> bool:
        """Cut nothing from now on; whether it took too long."""
        with self._cutting:
            self._is_over = True
        return self._deadline is not None and self._deadline.cancel()

    def late(self) -> TimeoutError:
        """The error for what took too long."""
        return TimeoutError(f"opening took longer than {self._seconds} s")

    def find(self, peer: Peer) -> Wire | None:
        """The socket of the connection that was opened, if there is no doubt about it.

        ``peer`` is whom the connection has turned out to lead to.
        """
        found = self._list_candidates(peer)
        # One of them is the connection's. The address of a socket may be another one than that
        # which leads to it, where it was mounted into a container, say.
        if len(found) == 1:
            return found[0][0]
        # Opened, it is connected; those that aren't yet belong to others who are opening.
        return _choose([each for each in found if each[1] is not None])

    def _cut(self) -> bool:
        """Cut the socket; libvirt may try another address then, so this is never the last time."""
        with self._cutting:
            if not self._is_over and (wire := _choose(self._list_candidates(self._peer))):
                self._cuts.add(wire.inode)
                wire.cut()
        return self._is_over

    def _list_candidates(self, peer: Peer) -> list[tuple[Wire, bool | None]]:
        try:
            return list(self._candidates(peer))
        except OSError:
            # Not all could be looked at.
            return []

    def _candidates(self, peer: Peer) -> Iterator[tuple[Wire, bool | None]]:
        """The new sockets of the peer's kind, and whether they lead to it."""
        # All are listed first: the copies that are made here would be seen, too.
        descriptors: dict[int, list[int]] = {}
        for inode, descriptor in _list_sockets():
            descriptors.setdefault(inode, []).append(descriptor)
        for inode, same in descriptors.items():
            if inode in self._before or inode in self._cuts:
                continue
            wire = _copy(inode, same)
            if wire is not None and wire.ask(peer.is_of_kind):
                yield wire, wire.ask(partial(peer.fits, inode=inode))


def _copy(inode: int, descriptors: Iterable[int]) -> Wire | None:
    """A copy of a socket by one of its descriptors; ``None`` when it was closed meanwhile.

    Some of them are copies, too: those that searches of other threads make, and soon close.
    """
    for descriptor in descriptors:
        try:
            wire = Wire(descriptor, inode)
        except OSError as error:
            if error.errno != errno.EBADF:
                raise
            continue
        # What was copied may be another one that has got the number meanwhile.
        if os.fstat(wire.descriptor).st_ino == inode:
            return wire
    return None

"""Sockets, as IO::Socket has them, and waiting for several handles."""

from __future__ import annotations

import os
import re
import select
import socket

from sysvirt.port.prelude.files import PerlFile, PerlPair
from sysvirt.port.prelude.packing import perl_raw
from sysvirt.port.prelude.scalars import perl_integer, perl_number, perl_text, perl_truth
from sysvirt.port.prelude.status import perl_did, perl_result, perl_status


class PerlSocket(PerlFile):
    """A socket that is read and written as a file is; what is printed goes out at once."""

    perl_class = "IO::Socket::INET"

    def __init__(self, opened):
        super().__init__(PerlPair(opened.makefile("rwb", buffering=0)))
        self.socket = opened
        self.autoflush = True

    def close(self):
        """Close it, for the other side as well."""
        super().close()
        self.socket.close()

    def accept(self):
        """Wait for somebody to connect; None if that fails."""
        found = perl_result(self.socket.accept)
        return None if found is None else type(self)(found[0])

    def address(self, is_peer):
        """The address and the port of one end."""
        found = perl_result(self.socket.getpeername if is_peer else self.socket.getsockname)
        if found is None or isinstance(found, str | bytes):
            return [None, None]
        return [found[0], found[1]]

    def path(self, is_peer):
        """The path of one end of a local socket."""
        found = perl_result(self.socket.getpeername if is_peer else self.socket.getsockname)
        return None if found is None else os.fsdecode(found)

    def send(self, data):
        """Send bytes; how many went, None if that fails."""
        self.flush()
        return perl_result(self.socket.send, data)

    def receive(self, size):
        """The bytes that come next, at most so many; None if that fails."""
        return perl_result(self.socket.recv, size)

    def shut(self, how):
        """End one direction, or both; 1 if that works."""
        self.flush()
        return perl_did(self.socket.shutdown, how)


class PerlLocalSocket(PerlSocket):
    """A socket by a path."""

    perl_class = "IO::Socket::UNIX"


class PerlSocketOfPair(PerlSocket):
    """One of two that are connected to each other."""

    perl_class = "IO::Socket"


class PerlSocketHandle(PerlSocket):
    """The same as a plain handle; what is printed is kept for a while."""

    perl_class = "GLOB"

    def __init__(self, opened):
        super().__init__(opened)
        self.autoflush = False


def perl_socketpair(family, kind, protocol, made=PerlSocketHandle):
    """Two sockets that are connected to each other; none if that fails."""
    found = perl_result(socket.socketpair, family, kind, protocol)
    return [] if found is None else [made(each) for each in found]


def perl_socket_options(arguments):
    """The names and values of an IO::Socket in a dict; a single value is the peer."""
    if len(arguments) == 1:
        return {"PeerAddr": arguments[0]}
    return {perl_text(arguments[at]): arguments[at + 1] for at in range(0, len(arguments), 2)}


def perl_host_and_port(host, port):
    """A host and a port: a port may stand behind the host, and be a name."""
    host, port = perl_text(host), perl_text(port)
    found = re.fullmatch(r"\[?(.*?)\]?:([\w-]+)(?:\(\d+\))?", host)
    if found and (not port or host.count(":") == 1):
        host, port = found[1], port or found[2]
    port = re.sub(r"\(\d+\)\Z", "", port)
    if port and not port.isdigit():
        port = socket.getservbyname(port)
    return host, int(port or 0)


def perl_socket(arguments):
    """A socket to another host, or one that waits for others; None if that fails."""
    options = perl_socket_options(arguments)
    opened = None
    try:
        there = perl_host_and_port(
            options.get("PeerAddr", options.get("PeerHost")), options.get("PeerPort")
        )
        here = perl_host_and_port(
            options.get("LocalAddr", options.get("LocalHost")), options.get("LocalPort")
        )
        is_datagram = perl_text(options.get("Proto")) == "udp"
        kind = socket.SOCK_DGRAM if is_datagram else socket.SOCK_STREAM
        family = socket.AF_INET6 if ":" in (there[0] or here[0]) else socket.AF_INET
        opened = socket.socket(family, kind)
        perl_connect(opened, here, there, options)
    except (OSError, ValueError) as error:
        if opened is not None:
            opened.close()
        perl_status.failed(error)
        return None
    return PerlSocket(opened)


def perl_connect(opened, here, there, options):
    """Let a socket wait for others, or connect it."""
    waits = perl_truth(options.get("Listen"))
    if perl_truth(options.get("ReuseAddr")) or perl_truth(options.get("Reuse")):
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if any(here) or waits:
        opened.bind(here)
    if waits:
        opened.listen(perl_integer(options["Listen"]))
    elif any(there):
        opened.settimeout(perl_number(options.get("Timeout")) or None)
        opened.connect(there)
        opened.settimeout(None)


def perl_local_socket(arguments):
    """A socket by a path: to another program, or one that waits for others; None if that fails."""
    options = perl_socket_options(arguments)
    options.setdefault("Peer", options.pop("PeerAddr", None))
    kind = perl_integer(options.get("Type") or socket.SOCK_STREAM)
    opened = socket.socket(socket.AF_UNIX, kind)
    try:
        if options.get("Local") is not None:
            opened.bind(perl_text(options["Local"]))
        if perl_truth(options.get("Listen")):
            opened.listen(perl_integer(options["Listen"]))
        elif options.get("Peer") is not None:
            opened.connect(perl_text(options["Peer"]))
    except OSError as error:
        opened.close()
        perl_status.failed(error)
        return None
    return PerlLocalSocket(opened)


def perl_inet_aton(name):
    """The address of a host as 4 characters; None if there is none."""
    try:
        return socket.inet_aton(socket.gethostbyname(name)).decode("latin-1")
    except OSError:
        return None


def perl_inet_ntoa(packed):
    """An address of 4 characters as a text."""
    return socket.inet_ntoa(perl_raw(packed))


class PerlSelect:
    """Several handles, to learn which of them is ready."""

    perl_class = "IO::Select"

    def __init__(self, handles):
        self.handles = [*handles]

    def add(self, handles):
        """Take more handles in."""
        self.handles += [each for each in handles if each not in self.handles]

    def remove(self, handles):
        """Leave handles out."""
        self.handles = [each for each in self.handles if each not in handles]

    def can_read(self, seconds=None):
        """The handles from which something can be read, or that are at their end."""
        return select.select(self.handles, [], [], seconds)[0]

    def can_write(self, seconds=None):
        """The handles into which something can be written."""
        return select.select([], self.handles, [], seconds)[1]

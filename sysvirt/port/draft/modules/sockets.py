"""Socket and IO::Socket in their commonest forms: TCP, UDP and local sockets."""

from __future__ import annotations

from sysvirt.port.draft.modules.table import Form, Forms, Module

_CONSTANTS = {
    name: f"socket.{name}"
    for name in [
        "AF_INET",
        "AF_INET6",
        "AF_UNIX",
        "AF_UNSPEC",
        "INADDR_ANY",
        "IPPROTO_TCP",
        "IPPROTO_UDP",
        "PF_INET",
        "PF_UNIX",
        "PF_UNSPEC",
        "SHUT_RD",
        "SHUT_RDWR",
        "SHUT_WR",
        "SOCK_DGRAM",
        "SOCK_STREAM",
        "SOL_SOCKET",
        "SOMAXCONN",
        "SO_BROADCAST",
        "SO_KEEPALIVE",
        "SO_RCVBUF",
        "SO_REUSEADDR",
        "SO_SNDBUF",
        "TCP_NODELAY",
    ]
}
_CONSTANTS |= {
    "INADDR_ANY": '"\\0\\0\\0\\0"',
    "INADDR_LOOPBACK": '"\\x7f\\0\\0\\x01"',
    "PF_INET": "socket.AF_INET",
    "PF_UNIX": "socket.AF_UNIX",
    "PF_UNSPEC": "socket.AF_UNSPEC",
}

SOCKET = Module(
    "Socket",
    functions={
        "inet_aton": Form("perl_inet_aton({0})", "s", "str?"),
        "inet_ntoa": Form("perl_inet_ntoa({0})", "s", "str"),
    },
    exports=frozenset({"inet_aton", "inet_ntoa", *_CONSTANTS}) - {"IPPROTO_UDP"},
    constants=_CONSTANTS,
)

#: IO::Socket alone sets ``$@``.
_WHY = "why a socket can't be opened is in $!, not in $@"

_METHODS: dict[str, Forms] = {
    "accept": Form("{self}.accept()", "", "object:IO::Socket::INET?"),
    "connected": Form("({self}.address(True)[0] is not None)", "", "truth"),
    "peeraddr": Form("perl_inet_aton({self}.address(True)[0])", "", "str?"),
    "peerhost": Form("{self}.address(True)[0]", "", "str?"),
    "peerport": Form("{self}.address(True)[1]", "", "int?"),
    "send": Form("{self}.send(perl_bytes({0}))", "v", "int?"),
    "shutdown": Form("{self}.shut({0})", "i", "int"),
    "sockhost": Form("{self}.address(False)[0]", "", "str?"),
    "sockport": Form("{self}.address(False)[1]", "", "int?"),
    "timeout": Form("{self}.socket.settimeout({0} or None)", "n"),
}


def _pair(owner: str, cls: str) -> Forms:
    """Two sockets that are connected to each other."""
    return Form(f"perl_socketpair({{0}}, {{1}}, {{2}}, {cls})", "iii", f"list:object:{owner}")


def _internet(name: str) -> Module:
    new: dict[str, Forms] = {"new": Form("perl_socket({*})", "*v", f"object:{name}?", note=_WHY)}
    # The others make pairs of their own families, which the system has none of.
    pair = {"socketpair": _pair(name, "PerlSocketOfPair")} if name == "IO::Socket" else {}
    return Module(
        name,
        class_methods={**new, **pair},
        functions=SOCKET.functions,
        constants=_CONSTANTS,
        exports=SOCKET.exports,
        methods={name: _METHODS},
        parents={name: "IO::Handle"},
    )


IO_SOCKET = _internet("IO::Socket")
IO_SOCKET_INET = _internet("IO::Socket::INET")
IO_SOCKET_IP = _internet("IO::Socket::IP")
_NEW_LOCAL = Form("perl_local_socket({*})", "*v", "object:IO::Socket::UNIX?", note=_WHY)
IO_SOCKET_UNIX = Module(
    "IO::Socket::UNIX",
    class_methods={
        "new": _NEW_LOCAL,
        "socketpair": _pair("IO::Socket::UNIX", "PerlLocalSocket"),
    },
    functions=SOCKET.functions,
    constants=_CONSTANTS,
    exports=SOCKET.exports,
    methods={
        "IO::Socket::UNIX": {
            "accept": Form("{self}.accept()", "", "object:IO::Socket::UNIX?"),
            "hostpath": Form("{self}.path(False)", "", "str?"),
            "peerpath": Form("{self}.path(True)", "", "str?"),
            "send": _METHODS["send"],
            "shutdown": _METHODS["shutdown"],
        }
    },
    parents={"IO::Socket::UNIX": "IO::Handle"},
)

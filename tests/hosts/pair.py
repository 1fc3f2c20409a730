"""Two hosts joined by a wire of their own: what live migration needs.

The wire is a veth pair whose ends are made inside the two network namespaces, so the
machine's own network never sees it. A client outside reaches both hosts by their unix
sockets, which is all that managed migration needs: the hosts' daemons and QEMUs talk
over the wire. For peer to peer migration the source's libvirtd connects to
`target_uri` itself.

`shared` is a directory that both hosts see at the same path (and the tests too), and
that libvirt takes for a shared file system: on each host a bindfs stands over it that
calls itself glusterfs. (From 10.8 on libvirt can also be told, and is.) Disks in it
migrate without being copied; disks in /var/lib/libvirt/images are others on each host.
"""

from __future__ import annotations

import contextlib
import subprocess
from pathlib import Path
from types import TracebackType
from typing import final

import attrs

from tests.hosts import programs
from tests.hosts.host import Host, HostError

SOURCE_ADDRESS = "10.77.0.1"
TARGET_ADDRESS = "10.77.0.2"
_NAMES = {SOURCE_ADDRESS: "hosta", TARGET_ADDRESS: "hostb"}


_SHARED = 'shared_filesystems = ["{}"]\n'


def _share(root: Path) -> None:
    (root / "shared").mkdir()


def _host(name: str) -> Host:
    return Host(name, tcp="none", names=_NAMES)


@final
@attrs.define(eq=False)
class Pair:
    """A source and a target host, from `start` to `stop`."""

    source: Host = attrs.field(factory=lambda: _host("hosta"))
    target: Host = attrs.field(factory=lambda: _host("hostb"))
    _stack: contextlib.ExitStack = attrs.field(init=False, factory=contextlib.ExitStack)

    @property
    def shared(self) -> Path:
        """A directory that is shared storage to both hosts."""
        return self.source.root / "shared"

    @property
    def source_uri(self) -> str:
        """How the target's libvirtd reaches the source (for migrating back)."""
        return f"qemu+tcp://{SOURCE_ADDRESS}/system"

    @property
    def target_uri(self) -> str:
        """How the source's libvirtd reaches the target: for peer to peer migration."""
        return f"qemu+tcp://{TARGET_ADDRESS}/system"

    def __enter__(self) -> Pair:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Start both hosts, join them, and put the shared directory on both."""
        with contextlib.ExitStack() as stack:
            # On both hosts it is a path below the source's directory, and goes with it.
            self.source.prepare = _share
            self.source.qemu_conf = _SHARED.format("{root}/shared")
            stack.enter_context(self.source)
            self.target.qemu_conf = _SHARED.format(self.shared)
            stack.enter_context(self.target)
            self._join()
            for host in (self.source, self.target):
                self._cover(host)
            self._stack = stack.pop_all()

    def stop(self) -> None:
        """Stop both hosts; the wire goes with them."""
        self._stack.close()

    def _join(self) -> None:
        ip = programs.need("ip")
        # The target's id is the machine's: only the network of the source is entered.
        peer = ["peer", "name", "wire", "netns", str(self.target.pid)]
        wire = [ip, "link", "add", "wire", "type", "veth", *peer]
        command = self.source.command(wire, only=["--net"])
        subprocess.run(command, check=True, capture_output=True)
        ends = ((self.source, SOURCE_ADDRESS), (self.target, TARGET_ADDRESS))
        for host, address in ends:
            host.run(ip, "address", "add", f"{address}/24", "dev", "wire")
            host.run(ip, "link", "set", "wire", "up")

    def _cover(self, host: Host) -> None:
        shared = str(self.shared)
        options = ["-f", "-o", "subtype=glusterfs"]
        argv = [programs.need("bindfs"), *options, shared, shared]
        host.space.start("bindfs", argv, {})
        mounts = Path(f"/proc/{host.pid}/mountinfo")
        for _ in host.space.until(f"bindfs covers {shared}"):
            if f" {shared} " in mounts.read_text():
                return
            if "bindfs" in host.space.status()[1]:
                raise HostError(f"bindfs ended at once\n{host.log()}")

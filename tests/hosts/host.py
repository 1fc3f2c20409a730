"""A libvirt host of its own: daemons in private namespaces, reached by a socket."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import tempfile
import uuid as uuids
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import final

import attrs
import libvirt

from tests.hosts import cache, config, programs
from tests.hosts.space import NAMESPACES, Space, SpaceError
from tests.patience import LONG

_DAEMONS = ("virtlogd", "virtlockd", "libvirtd")

# What of the machine a host replaces by its own.
_BINDS = {
    "etc/libvirt": "/etc/libvirt",
    "etc/hosts": "/etc/hosts",
    "etc/resolv.conf": "/etc/resolv.conf",
    "run": "/run",
    "lib": "/var/lib/libvirt",
    "log": "/var/log/libvirt",
    "cache": "/var/cache/libvirt",
}


class HostError(RuntimeError):
    """A host that didn't start or didn't do as told; the message holds its log."""


_FAULTS = (OSError, SpaceError, HostError, libvirt.libvirtError)


@final
@attrs.define(eq=False)
class Host:
    """A private virtlogd, virtlockd and libvirtd, from `start` to `stop`.

    `tcp` makes libvirtd listen for TCP inside the host's own network: "none" without
    authentication, "sasl" with it. `tls` does the same for TLS, `pki` being the
    directory of its certificates. `environment` is added to that of the daemons,
    `names` (address to name) to /etc/hosts, `qemu_conf` (lines) to qemu.conf. In all
    these texts {root} stands for the host's directory, which `prepare` is called with
    before anything starts.
    """

    name: str = "hosta"
    tcp: str | None = None
    tls: str | None = None
    pki: str = ""
    environment: Mapping[str, str] = attrs.Factory(dict)
    names: Mapping[str, str] = attrs.Factory(dict)
    qemu_conf: str = ""
    prepare: Callable[[Path], None] | None = None
    patience: float = LONG
    uuid: str = attrs.field(factory=lambda: str(uuids.uuid4()))

    kvm: bool = attrs.field(init=False, factory=programs.kvm_works)
    _space: Space | None = attrs.field(init=False, default=None)

    # Where it is ------------------------------------------------------------------

    @property
    def space(self) -> Space:
        """The namespaces of this host while it runs."""
        if self._space is None:
            raise HostError(f"{self.name} is not running")
        return self._space

    @property
    def root(self) -> Path:
        """Its directory: the same path inside and outside, so the place for images."""
        return self.space.root

    @property
    def images(self) -> Path:
        """What is /var/lib/libvirt/images on this host: other files on each host."""
        return self.root / "lib" / "images"

    @property
    def pid(self) -> int:
        """The process, as the machine counts, that holds its namespaces."""
        return self.space.pid

    @property
    def uri(self) -> str:
        """The URI of its QEMU driver, for a client outside its namespaces."""
        return self.uri_for("qemu")

    def uri_for(self, driver: str, *, readonly: bool = False) -> str:
        """The URI of one of its drivers: qemu, network, storage, secret, nodedev, …"""
        name = "libvirt-sock-ro" if readonly else "libvirt-sock"
        return f"{driver}+unix:///system?socket={self.root}/run/libvirt/{name}"

    # Beginning and end ------------------------------------------------------------

    def __enter__(self) -> Host:
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
        """Make the namespaces, start the daemons, wait until they answer."""
        reasons = programs.missing()
        if reasons:
            raise HostError("no host can start here: missing " + ", ".join(reasons))
        top = os.environ.get("SYSVIRT_TEST_TMP")
        root = Path(tempfile.mkdtemp(prefix=f"sv-{self.name}-", dir=top))
        self._space = Space(root, self.patience)
        try:
            self._furnish(root)
            self._space.open(self.name, self._binds())
            for daemon in _DAEMONS:
                self.start_daemon(daemon)
        except BaseException as error:
            log = self.log()
            self.stop()
            if isinstance(error, _FAULTS):
                raise HostError(f"{self.name} did not start: {error}\n{log}") from error
            raise

    def stop(self) -> None:
        """End every process of this host, guests too; nothing of it remains."""
        if self._space is not None:
            cache.keep_capabilities(self.root / "cache")
            self._space.close()
            self._space = None

    def _furnish(self, root: Path) -> None:
        root.chmod(0o711)
        for name in ("run/libvirt", "run/lock", "lib/images", "log", "cache", "etc"):
            (root / name).mkdir(parents=True)
        etc = root / "etc"
        pki = self._filled(self.pki)
        conf = config.libvirtd_conf(self.uuid, tcp=self.tcp, tls=self.tls, pki=pki)
        config.furnish(etc / "libvirt", conf, self._filled(self.qemu_conf))
        config.furnish_tools(root / "bin")
        cache.give_capabilities(root / "cache")
        names = {"127.0.0.1": f"localhost {self.name}", **self.names}
        lines = [f"{address} {name}\n" for address, name in names.items()]
        (etc / "hosts").write_text("".join(lines))
        (etc / "resolv.conf").write_text("")
        if self.prepare is not None:
            self.prepare(root)

    def _filled(self, text: str) -> str:
        return text.replace("{root}", str(self.root))

    @staticmethod
    def _binds() -> dict[str, str]:
        """What there is to be covered: a libvirt built otherwise may lack a part."""
        dmidecode = programs.find("dmidecode")
        binds = {**_BINDS, **({"bin/dmidecode": dmidecode} if dmidecode else {})}
        return {source: target for source, target in binds.items() if Path(target).exists()}

    # Its daemons ------------------------------------------------------------------

    def start_daemon(self, name: str) -> None:
        """Start one of virtlogd, virtlockd, libvirtd, and wait until it answers."""
        argv = [programs.need(name)]
        if name == "libvirtd" and (self.tcp is not None or self.tls is not None):
            argv.append("--listen")
        more = {key: self._filled(value) for key, value in self.environment.items()}
        env = {"HOME": "/root", "PATH": programs.SEARCH, **more}
        file = "libvirt-sock" if name == "libvirtd" else f"{name}-sock"
        path = self.root / "run" / "libvirt" / file
        path.unlink(missing_ok=True)
        self.space.start(name, argv, env)
        for _ in self.space.until(f"{name} listens at {path}"):
            if _listens(path):
                break
            if name in self.space.status()[1]:
                raise HostError(f"{name} ended at once\n{self.log()}")
        if name == "libvirtd":
            # It listens early, but takes a client only when all its drivers are up.
            libvirt.open(self.uri).close()

    def stop_daemon(self, name: str, number: int = signal.SIGTERM) -> int:
        """End one of the daemons and wait for it; its exit status."""
        self.space.signal(name, number)
        for _ in self.space.until(f"{name} has ended"):
            ended = self.space.status()[1]
            if name in ended:
                return ended[name]
        raise AssertionError("until() ends by an exception")

    def restart_daemon(self, name: str = "libvirtd") -> None:
        """Stop and start a daemon: guests live on, connections break."""
        self.stop_daemon(name)
        self.start_daemon(name)

    # Doing things inside ----------------------------------------------------------

    def command(self, argv: Sequence[str], only: Sequence[str] = NAMESPACES) -> list[str]:
        """The command that runs `argv` inside this host (see Space)."""
        return self.space.command(argv, only)

    def run(self, *argv: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Run a command inside this host and wait for it."""
        return self.space.run(*argv, check=check)

    def network(self) -> contextlib.AbstractContextManager[None]:
        """Let the calling thread make its sockets in this host's network; see Space."""
        return self.space.network()

    def guest_pid(self, name: str) -> int:
        """The QEMU process of a running guest, as this host counts."""
        return int((self.root / "run/libvirt/qemu" / f"{name}.pid").read_text())

    def kill_guest(self, name: str) -> None:
        """Let a guest crash: its QEMU process is killed outright."""
        self.space.kill(self.guest_pid(name))

    def log(self, lines: int = 60) -> str:
        """The ends of all logs of this host, for diagnosis."""
        parts = []
        for pattern in ("logs/*.out", "log/**/*.log"):
            for file in sorted(self.root.glob(pattern)):
                text = file.read_text(errors="replace").splitlines()[-lines:]
                if text:
                    parts += [f"--- {file.relative_to(self.root)}", *text]
        return "\n".join(parts)


def _listens(path: Path) -> bool:
    """Whether a daemon takes connections: the file alone is there a moment too early."""
    with socket.socket(socket.AF_UNIX) as client:
        return client.connect_ex(str(path)) == 0

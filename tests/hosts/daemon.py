"""A libvirtd of an ordinary user, private to the tests: it needs neither root nor namespaces.

It starts within a twentieth of a second, has the drivers that libvirtd has for an ordinary user
(test, qemu, storage, secret and others), and listens at a socket in a directory of its own.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Self

import attrs
import libvirt

from tests.hosts import programs
from tests.patience import LONG

#: The programs without which there is no such daemon.
NEEDS = ("libvirtd", "setpriv")

_CONF = """\
unix_sock_dir = "{root}"
auth_unix_rw = "none"
# A client with an event loop that doesn't turn for a while, as in most tests, isn't dead.
keepalive_interval = -1
max_client_requests = 40
log_outputs = "3:file:{root}/log"
"""


class DaemonError(RuntimeError):
    """A daemon that didn't start; the message holds its log."""


@attrs.define(eq=False)
class Daemon:
    """A private libvirtd, from `start` to `stop`."""

    patience: float = LONG
    root: Path = attrs.field(init=False)
    _process: subprocess.Popen[bytes] | None = attrs.field(init=False, default=None)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    @property
    def socket(self) -> Path:
        """Where it listens."""
        return self.root / "libvirt-sock"

    @property
    def pid(self) -> int:
        """Its process, as long as that runs."""
        if self._process is None:
            raise DaemonError("this daemon is not running")
        return self._process.pid

    def uri(self, driver: str = "test", path: str = "/default") -> str:
        """The URI of one of its drivers: `test`; with the path `/session` qemu, storage, secret."""
        return uri_at(self.socket, driver, path)

    def start(self) -> None:
        """Start it and wait until it answers; a directory is made for it at the first time."""
        if not hasattr(self, "root"):
            self.root = Path(tempfile.mkdtemp(prefix="sv-daemon-"))
            self.root.chmod(0o755)
            (self.root / "libvirtd.conf").write_text(_CONF.format(root=self.root))
            if os.getuid() == 0:
                shutil.chown(self.root, "nobody")
        self.socket.unlink(missing_ok=True)
        with (self.root / "output").open("ab") as output:
            self._process = subprocess.Popen(
                [*_as_user(), programs.need("libvirtd"), "-f", str(self.root / "libvirtd.conf")],
                env={**_directories(self.root), "PATH": programs.SEARCH},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
            )
        try:
            self._wait()
        except BaseException:
            self.stop()
            raise

    def _wait(self) -> None:
        end = time.monotonic() + self.patience
        while True:
            try:
                libvirt.open(self.uri()).close()
            except libvirt.libvirtError as error:
                if self._ended() or time.monotonic() > end:
                    raise DaemonError(f"libvirtd did not start: {error}\n{self.log()}") from error
            else:
                return
            time.sleep(0.01)

    def _ended(self) -> bool:
        return self._process is None or self._process.poll() is not None

    def log(self) -> str:
        """What it has to say."""
        files = (self.root / "output", self.root / "log")
        return "\n".join(file.read_text(errors="replace") for file in files if file.exists())

    def signal(self, number: int) -> None:
        """Send it a signal: SIGSTOP and SIGCONT make it pause."""
        if not self._ended():
            os.kill(self.pid, number)

    def kill(self) -> None:
        """End it outright, and wait until it is gone; `start` begins anew."""
        self.signal(signal.SIGKILL)
        if self._process is not None:
            self._process.wait(self.patience)
            self._process = None

    def stop(self) -> None:
        """End it; nothing of it remains."""
        self.kill()
        shutil.rmtree(self.root, ignore_errors=True)


def uri_at(socket: Path, driver: str = "test", path: str = "/default") -> str:
    """The URI of a driver of the daemon, or of the proxy, behind a socket."""
    return f"{driver}+unix://{path}?socket={socket}"


def _as_user() -> list[str]:
    """A command that runs another one as an ordinary user, and ends it when the tests end."""
    command = [programs.need("setpriv"), "--pdeathsig", "KILL"]
    if os.getuid() == 0:
        group = pwd.getpwnam("nobody").pw_gid
        command += ["--reuid", "nobody", "--regid", str(group), "--clear-groups"]
    return [*command, "--"]


def _directories(root: Path) -> dict[str, str]:
    """Where the daemon finds and puts what is its user's."""
    names = {"HOME": "", "XDG_RUNTIME_DIR": "run", "XDG_CONFIG_HOME": "config"}
    names.update({"XDG_CACHE_HOME": "cache", "XDG_DATA_HOME": "data"})
    return {name: str(root / directory) for name, directory in names.items()}

"""What to do when a host can't be opened: what is missing, and how to get it."""

from __future__ import annotations

import errno
import os
import platform
import re
import shutil
from collections.abc import Sequence
from pathlib import Path

from sysvirt import Sys

#: The schemes of libvirt's drivers, with the words for those that a host may have.
SCHEMES = ("qemu", "test", "lxc", "xen", "ch", "vbox", "bhyve", "vz", "openvz")
#: Those of other hosts' management, of VMware's products, and of the parts of a host.
OTHER_SCHEMES = (
    *("esx", "vpx", "gsx", "hyperv", "vmwareplayer", "vmwarews", "vmwarefusion", "parallels"),
    *("network", "interface", "storage", "nodedev", "nwfilter", "secret", "remote"),
)
#: By distribution, how the daemon is installed, and the package of a driver that isn't with it.
INSTALL = {
    "debian": ("apt install libvirt-daemon-system", "libvirt-daemon-driver-"),
    "fedora": ("dnf install libvirt-daemon-kvm", "libvirt-daemon-driver-"),
    "arch": ("pacman -S libvirt qemu-base dnsmasq", ""),
}
#: The drivers that Debian and Fedora have in packages of their own.
APART = ("lxc", "xen", "vbox")
#: A path in a message of libvirt's, in whatever quotes its language has.
PATH = re.compile(r"/[\w./@+-]+")


def explain(err: Sys.Virt.Error, uris: Sequence[str]) -> str:
    """What the error means and what helps; its own message where there is nothing better to say.

    `uris` are those that the program was called with.
    """
    for uri in uris:
        if _scheme(uri) not in ("", *SCHEMES, *OTHER_SCHEMES):
            known = ", ".join(SCHEMES)
            return f"{uri}: its scheme is unknown to libvirt, which knows {known} and some more"
    if err.code() == Sys.Virt.Error.ERR_NO_CONNECT:
        reason = _no_driver(_only(uris))
    else:
        reason = _no_daemon(err, uris)
    return f"{reason}\nlibvirt says: {err.message()}" if reason else err.message()


def _only(uris: Sequence[str]) -> str:
    """The URI; with two of them it can't be told which of them it was."""
    return uris[0] if len(uris) == 1 else ""


def _scheme(uri: str) -> str:
    """The driver's name, without what is behind a plus: how it is reached."""
    before, colon, _ = uri.partition(":")
    return before.partition("+")[0].lower() if colon else ""


def _no_daemon(err: Sys.Virt.Error, uris: Sequence[str]) -> str:
    """Why nothing answered on a socket, and what helps; empty for another error."""
    *_, number, _ = err.err
    path = PATH.search(err.message())
    if err.domain() != Sys.Virt.Error.FROM_RPC or not path or path[0].endswith(".pem"):
        return ""
    scheme = _scheme(_only(uris))
    who = _only(uris) or ("one of the hosts" if len(uris) > 1 else "libvirt's default URI")
    if number in {errno.EACCES, errno.EPERM}:
        command = _as_root('usermod -aG libvirt "$USER"')
        return (
            f"{who}: you may not use its daemon. Be in its group, then log in again:\n    {command}"
        )
    if number not in {errno.ENOENT, errno.ECONNREFUSED}:
        return ""
    if daemon := _installed(scheme):
        start = f"systemctl start {daemon}.socket" if _systemd() else f"{daemon} --daemon"
        return (
            f"{who} needs libvirt's daemon, which doesn't run, or listens on another socket. "
            f"To start it:\n    {_as_root(start)}"
        )
    return _missing(who, scheme)


def _missing(who: str, scheme: str) -> str:
    """How the daemon is installed here."""
    need = f"{who} needs libvirt's daemon, which isn't installed here"
    if not (distribution := _distribution()):
        return (
            f"{need}: its package is called libvirt-daemon or libvirt. test:///default needs none"
        )
    command, prefix = INSTALL[distribution]
    more = f" {prefix}{scheme}" if prefix and scheme in APART else ""
    start = "" if distribution == "debian" else "\n    systemctl enable --now libvirtd.socket"
    return (
        f"{need}. To get it:\n    {_as_root(command + more)}{start}\n"
        "In a container the host's socket can be mounted instead. test:///default needs no daemon."
    )


def _no_driver(uri: str) -> str:
    """The library or the daemon is there, but has no driver for this URI."""
    if not (scheme := _scheme(uri)):
        return f"{uri!r} is no URI: one begins with a scheme, as in qemu:///system" if uri else ""
    lack = f"libvirt has no driver for {scheme!r} here"
    distribution = _distribution()
    if distribution not in {"debian", "fedora"} or scheme not in ("qemu", *APART):
        return lack
    command, prefix = INSTALL[distribution]
    command = _as_root(f"{command.rpartition(' ')[0]} {prefix}{scheme}")
    return f"{lack}. To get it (then restart the daemon):\n    {command}"


def _distribution() -> str | None:
    """The one among those of `INSTALL` that this system is, or is like."""
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return None
    names = [release["ID"], *release.get("ID_LIKE", "").split()]
    return next((name for name in names if name in INSTALL), None)


def _installed(scheme: str) -> str | None:
    """The daemon's program that is here: the one for all, or the one of this driver."""
    names = [f"virt{scheme or 'qemu'}d", "libvirtd"]
    places = os.pathsep.join([os.environ.get("PATH", os.defpath), "/usr/sbin", "/usr/local/sbin"])
    return next((name for name in names if shutil.which(name, path=places)), None)


def _systemd() -> bool:
    return Path("/run/systemd/system").is_dir()


def _as_root(command: str) -> str:
    return command if os.geteuid() == 0 else f"sudo {command}"

"""Which programs the test hosts need, where they are, and what Debian calls them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable

# A program and the Debian package that brings it.
PACKAGES = {
    "libvirtd": "libvirt-daemon",
    "virtlogd": "libvirt-daemon",
    "virtlockd": "libvirt-daemon",
    "qemu-system-x86_64": "qemu-system-x86",
    "qemu-img": "qemu-utils",
    "qemu-nbd": "qemu-utils",
    "unshare": "util-linux",
    "nsenter": "util-linux",
    "setpriv": "util-linux",
    "mount": "mount",
    "ip": "iproute2",
    "dnsmasq": "dnsmasq-base",
    "iptables": "iptables",
    "ebtables": "iptables",
    "bindfs": "bindfs",
    "saslpasswd2": "sasl2-bin",
    "certtool": "gnutls-bin",
    "busybox": "busybox-static",
    "cpio": "cpio",
    "zstd": "zstd",
    "apt-get": "apt",
    "apt-cache": "apt",
    "dpkg-deb": "dpkg",
    "mkfs.ext4": "e2fsprogs",
}

HOST = (
    "libvirtd",
    "virtlogd",
    "virtlockd",
    "qemu-system-x86_64",
    "qemu-img",
    "unshare",
    "nsenter",
    "mount",
    "ip",
)
NETWORK = ("dnsmasq", "iptables", "ebtables")
PAIR = ("bindfs",)
GUARDED = ("saslpasswd2", "certtool")
AGENT = ("busybox", "cpio", "zstd", "apt-get", "apt-cache", "dpkg-deb", "mkfs.ext4")

# Daemons live in sbin, which a user's PATH often leaves out.
SEARCH = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/sbin"])


def find(name: str) -> str | None:
    """The absolute path of a program, or None."""
    return shutil.which(name, path=SEARCH)


def need(name: str) -> str:
    """The absolute path of a program; its absence names the package to install."""
    path = find(name)
    if path is None:
        package = PACKAGES.get(name, "?")
        raise FileNotFoundError(f"{name} is not installed (Debian package {package})")
    return path


def missing(names: Iterable[str] = HOST, *, root: bool = True) -> list[str]:
    """What keeps a host from starting here: one short reason each, empty if nothing."""
    reasons = [
        f"{name} (package {PACKAGES.get(name, '?')})" for name in names if find(name) is None
    ]
    if root and os.geteuid() != 0:
        reasons.insert(0, "root (namespaces and mounts are made)")
    return reasons


def kvm_works() -> bool:
    """Whether /dev/kvm can really be opened; its being listed is not enough."""
    try:
        os.close(os.open("/dev/kvm", os.O_RDWR | os.O_CLOEXEC))
    except OSError:
        return False
    return True

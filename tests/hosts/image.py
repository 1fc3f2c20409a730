"""The guest that really boots: a kernel of Debian's or Ubuntu's and an initrd built here.

The initrd is its whole system: busybox, the QEMU guest agent with its libraries, the
virtio drivers, and the files below `guestroot/`. Building takes the packages of the
kernel and the agent from their archive, once; the result is kept in the cache
directory under a name made from all that goes into it, and any later run finds it
there. The guest runs as type='qemu'.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import lzma
import os
import re
import shutil
import struct
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import attrs

from tests.hosts import cache, programs

_GUESTROOT = Path(__file__).with_name("guestroot")
# The kernel for guests, by Debian's name and by Ubuntu's.
_KERNELS = ("linux-image-cloud-amd64", "linux-image-virtual")
_AGENT = "qemu-guest-agent"

# Drivers that this guest needs and a stock kernel has as modules. The agent's channel
# comes last: once it is there, the guest is complete.
_MODULES = (
    *("virtio_pci", "virtio_blk", "virtio_net", "virtio_balloon", "button", "evdev"),
    *("pvpanic-pci", "virtio_console"),
)

# The time at which fred logged in on tty1, if one believes the guest's utmp.
LOGIN_TIME = 1_700_000_000


class ImageError(RuntimeError):
    """The bootable guest can't be built here; the message says what is missing."""


@attrs.frozen
class Image:
    """What QEMU boots."""

    kernel: Path
    initrd: Path | None = None


def image() -> Image:
    """The image, from the cache or built now."""
    reasons = programs.missing(programs.AGENT)
    if reasons:
        raise ImageError("missing " + ", ".join(reasons))
    top = cache.directory()
    directory = top / f"guest-{_key()}"
    top.mkdir(parents=True, exist_ok=True)
    # Two runs at once build one image: the second waits, and then finds it.
    with _locked(top / "guest.lock"):
        if not directory.is_dir():
            with tempfile.TemporaryDirectory(dir=top, prefix="build-") as work:
                built = _build(Path(work))
                built.rename(directory)
    return Image(directory / "vmlinuz", directory / "initrd")


def _key() -> str:
    """A name for everything on this machine that goes into the image."""
    digest = hashlib.sha256()
    own = [path for path in sorted(_GUESTROOT.rglob("*")) if path.is_file()]
    for file in (Path(__file__), Path(programs.need("busybox")), *own):
        digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()[:16]


@contextlib.contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _build(work: Path) -> Path:
    """Make the image's directory below `work`."""
    debs, tree, done = work / "debs", work / "tree", work / "image"
    for directory in (debs, tree, done):
        directory.mkdir()
    kernel = _kernel()
    # Newer releases of Debian have the kernel and its modules in packages of their own.
    parts = _depends(kernel, "binary|modules")
    _download(debs, kernel, *parts, _AGENT)
    for deb in debs.glob("*.deb"):
        _call("dpkg-deb", "-x", str(deb), str(work / "unpacked"))
    unpacked = work / "unpacked"
    shutil.copytree(_GUESTROOT, tree, dirs_exist_ok=True)
    _busybox(tree)
    _agent(tree, unpacked / "usr/sbin/qemu-ga")
    _modules(tree, unpacked)
    _users(tree)
    found = [path for path in unpacked.glob("**/vmlinuz*") if path.is_file()]
    shutil.copy(found[0], done / "vmlinuz")
    _pack(tree, done / "initrd")
    return done


def _call(program: str, *arguments: str, cwd: Path | None = None) -> str:
    try:
        return subprocess.run(
            [programs.need(program), *arguments],
            check=True,
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
        ).stdout
    except subprocess.CalledProcessError as error:
        raise ImageError(f"{program} {' '.join(arguments)}: {error.stderr}") from error


def _kernel() -> str:
    """The package of the newest kernel for guests."""
    known = _call("apt-cache", "pkgnames", "linux-image-").split()
    for package in _KERNELS:
        found = _depends(package, "image") if package in known else []
        if found:
            return found[0]
    raise ImageError(f"no kernel by {' or '.join(_KERNELS)}; is the package list there?")


def _depends(package: str, kinds: str) -> list[str]:
    """The packages of a kernel of one version that the named one depends on."""
    text = _call("apt-cache", "depends", "--important", package)
    return re.findall(rf"Depends: (linux-(?:{kinds})-\d\S*)", text)


def _download(directory: Path, *packages: str) -> None:
    # As root apt would step down to a user who can't write here.
    _call(
        *["apt-get", "-q", "-o", "APT::Sandbox::User=root", "download", *packages],
        cwd=directory,
    )


def _busybox(tree: Path) -> None:
    target = tree / "bin" / "busybox"
    target.parent.mkdir()
    shutil.copy(programs.need("busybox"), target)
    for applet in _call("busybox", "--list-full").split():
        link = tree / applet
        link.parent.mkdir(parents=True, exist_ok=True)
        if not link.exists():
            link.symlink_to("/bin/busybox")
    (tree / "init").symlink_to("/bin/busybox")
    for name in ("proc", "sys", "dev", "mnt", "run", "tmp", "var"):
        (tree / name).mkdir()
    (tree / "var/run").symlink_to("/run")


def _agent(tree: Path, agent: Path) -> None:
    shutil.copy(agent, tree / "usr/sbin/qemu-ga")
    listing = subprocess.run(["ldd", str(agent)], capture_output=True, text=True)
    if "not found" in listing.stdout:
        raise ImageError(f"libraries of qemu-ga are missing here:\n{listing.stdout}")
    for found in re.findall(r"(/\S+) \(0x", listing.stdout):
        target = tree / found.lstrip("/")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(found, target)


def _modules(tree: Path, unpacked: Path) -> None:
    """Copy the drivers and what they depend on, and write the order to load them."""
    files = {
        file.name.partition(".ko")[0].replace("-", "_"): file
        for file in unpacked.glob("**/lib/modules/**/*.ko*")
    }
    order: list[str] = []

    def add(name: str) -> None:
        name = name.replace("-", "_")
        if name in order or name not in files:
            return  # built into the kernel, or not made for it
        file = files[name]
        code = _module(file)
        found = re.search(rb"\0depends=([^\0]*)\0", code)
        for dependency in (found[1].decode() if found else "").split(","):
            add(dependency)
        target.joinpath(f"{name}.ko").write_bytes(code)
        order.append(name)

    target = tree / "lib/modules"
    target.mkdir(parents=True)
    for module in _MODULES:
        add(module)
    (target / "order").write_text("".join(f"{name}.ko\n" for name in order))


def _module(file: Path) -> bytes:
    """A driver, which Debian packs with xz and Ubuntu with zstd."""
    if file.suffix == ".zst":
        zstd = [programs.need("zstd"), "-dcq", str(file)]
        return subprocess.run(zstd, check=True, stdout=subprocess.PIPE).stdout
    code = file.read_bytes()
    return lzma.decompress(code) if file.suffix == ".xz" else code


def _users(tree: Path) -> None:
    for home in ("root", "home/fred"):
        (tree / home).mkdir(parents=True)
    os.chown(tree / "home/fred", 1000, 1000)
    (tree / "etc/shadow").chmod(0o600)
    # One login for guest-get-users to find, in the layout of struct utmp.
    user_process = 7
    login = struct.pack(
        "=hxxi32s4s32s256shhiii16s20x",
        *(user_process, 1, b"tty1", b"1", b"fred", b"", 0, 0, 0, LOGIN_TIME, 0, b""),
    )
    (tree / "run/utmp").write_bytes(login)


def _pack(tree: Path, target: Path) -> None:
    names = sorted(str(path.relative_to(tree)) for path in tree.rglob("*"))
    with target.open("wb") as file:
        subprocess.run(
            [programs.need("cpio"), "--quiet", "-o", "-H", "newc"],
            input="\n".join([".", *names, ""]).encode(),
            stdout=file,
            cwd=tree,
            check=True,
        )

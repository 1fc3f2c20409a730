"""Clean roots of a Debian or Ubuntu release: no compiler, nothing but make and Python.

A release is made by debootstrap once and kept in the cache directory; each root is a copy of it.
Only root can do that, and it takes the release's archive.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from pathlib import Path

import attrs
import pytest

from tests.hosts import cache, programs

CHECKOUT = Path(__file__).parents[2]
#: What somebody has who got the project with git.
INCLUDED = "make,python3,ca-certificates"
CERTIFICATES = Path("etc/ssl/certs/ca-certificates.crt")
#: Far more than any step takes, on a busy machine too.
LONG = 1200.0
#: Mounts what programs expect, in a namespace that ends with them.
ENTER = """
mount --make-rprivate / 2>/dev/null || :
mount -t proc proc "$1/proc"
mount --bind /dev "$1/dev"
exec chroot "$@"
"""


@attrs.frozen
class Root:
    """A system of its own; the checkout is in /checkout."""

    path: Path

    def run(self, *command: str, status: int = 0) -> subprocess.CompletedProcess[str]:
        """Run a command in /checkout; it has to end with the status."""
        inside = ["sh", "-c", 'cd /checkout && exec "$@"', "inside", *command]
        enter = ["unshare", "--mount", "--propagation", "unchanged", "sh", "-euc", ENTER, "enter"]
        done = subprocess.run(
            [*enter, str(self.path), *inside],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=LONG,
            env={
                **{name: value for name, value in os.environ.items() if name.endswith("_proxy")},
                "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
                "HOME": "/root",
                "LANG": "C.UTF-8",
                "PIP_CERT": f"/{CERTIFICATES}",
                "PIP_DEFAULT_TIMEOUT": "180",
            },
        )
        assert done.returncode == status, done.stderr + done.stdout
        return done

    def has(self, program: str) -> bool:
        """Whether a program can be called."""
        return shutil.which(program, path=str(self.path / "usr/bin")) is not None


def clean(where: Path) -> Root:
    """A root of this machine's own release, with a copy of the checkout."""
    base = _base(_release())
    subprocess.run(["cp", "--archive", "--reflink=auto", base, where], check=True)
    # Whom this machine trusts, and where it asks for names.
    for name in (CERTIFICATES, Path("etc/resolv.conf")):
        if (Path("/") / name).exists():
            shutil.copy(Path("/") / name, where / name)
    checkout = where / "checkout"
    checkout.mkdir()
    subprocess.run(["sh", "scripts/source.sh", checkout], cwd=CHECKOUT, check=True)
    return Root(where)


def _release() -> str:
    """The name of this machine's release; the test is skipped where there can't be a root of it."""
    needed = ("debootstrap", "unshare", "mount", "chroot")
    if missing := [name for name in needed if programs.find(name) is None]:
        pytest.skip(f"needs {', '.join(missing)}")
    if os.geteuid() != 0:
        pytest.skip("a root is made by root")
    release = platform.freedesktop_os_release()
    if release["ID"] not in {"debian", "ubuntu"}:
        pytest.skip(f"no roots are made of {release['ID']}")
    return release["VERSION_CODENAME"]


def _base(release: str) -> Path:
    """The release as debootstrap leaves it, from the cache or made now."""
    kept = cache.directory() / f"clean-{release}"
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        making = kept.with_name(f"{kept.name}.{os.getpid()}")
        command = [
            "debootstrap",
            "--variant=minbase",
            f"--include={INCLUDED}",
            release,
            str(making),
        ]
        done = subprocess.run(command, capture_output=True, text=True, timeout=LONG)
        if done.returncode != 0:
            shutil.rmtree(making, ignore_errors=True)
            pytest.skip(f"debootstrap can't make a {release}: {done.stdout.splitlines()[-1:]}")
        making.rename(kept)
    return kept

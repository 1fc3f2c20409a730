"""What may be kept from one run to the next: it only saves time, never decides."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

# Where libvirt keeps them, below /var/cache/libvirt.
_CAPABILITIES = Path("qemu", "capabilities")


def directory() -> Path:
    """SYSVIRT_TEST_CACHE, or sysvirt-tests in the user's cache directory."""
    named = os.environ.get("SYSVIRT_TEST_CACHE")
    if named:
        return Path(named)
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home) / "sysvirt-tests"


def give_capabilities(cache: Path) -> None:
    """Spare a new host the probing of QEMU, which takes libvirtd several seconds.

    libvirt itself checks that what it finds fits the QEMU, kernel and processor.
    """
    source = directory() / "capabilities"
    if source.is_dir():
        shutil.copytree(source, cache / _CAPABILITIES)


def keep_capabilities(cache: Path) -> None:
    """Put what a host has probed where the next one looks."""
    target = directory() / "capabilities"
    for file in (cache / _CAPABILITIES).glob("*.xml"):
        kept = target / file.name
        if not kept.exists() or kept.read_bytes() != file.read_bytes():
            target.mkdir(parents=True, exist_ok=True)
            half = target / f"{file.name}.{os.getpid()}"
            shutil.copy2(file, half)
            half.replace(kept)

"""Which daemon a URI names, and what has to stay open for it.

>>> is_harmless("test:///default"), is_harmless("qemu:///system"), is_harmless("test+unix:///x")
(True, False, False)
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import attrs

#: Where daemons of the system listen; the second is what the first one is in /run.
SYSTEM = "/run/libvirt"


@attrs.frozen(kw_only=True)
class Reach:
    """What a script may reach."""

    #: Folders that are covered.
    cover: tuple[str, ...]
    #: Sockets and folders that are there all the same.
    keep: tuple[str, ...] = ()
    #: Whether the network is there.
    network: bool = False
    #: Whether sockets can be connected at all.
    connects: bool = False


def is_harmless(uri: str) -> bool:
    """Whether a URI names the test driver within the process: no daemon at all."""
    parts = urlsplit(uri)
    return parts.scheme == "test" and not parts.netloc and parts.path.startswith("/")


def folders_of_daemons(environment: Mapping[str, str], home: Path) -> tuple[str, ...]:
    """The folders in which daemons listen, of those that exist."""
    # A daemon that starts a moment later would make the folder: then all of /run is covered.
    system = SYSTEM if Path(SYSTEM).is_dir() else "/run"
    runtime = environment.get("XDG_RUNTIME_DIR", f"/run/user/{os.getuid()}")
    cache = environment.get("XDG_CACHE_HOME", str(home / ".cache"))
    candidates = (system, f"{runtime}/libvirt", f"{cache}/libvirt")
    return tuple(each for each in candidates if Path(each).is_dir())


def find_reach(uri: str, environment: Mapping[str, str], home: Path) -> Reach:
    """What is open for a URI: nothing, one daemon's sockets, or the network."""
    cover = folders_of_daemons(environment, home)
    if is_harmless(uri):
        return Reach(cover=cover)
    parts = urlsplit(uri)
    driver, _, transport = parts.scheme.partition("+")
    if transport not in {"", "unix"} or (parts.netloc and not transport):
        return Reach(cover=cover, network=True, connects=True)
    given = parse_qs(parts.query).get("socket")
    keep = tuple(given) if given else _usual_sockets(driver, parts.path, environment, home)
    return Reach(cover=cover, keep=keep, connects=True)


def _usual_sockets(
    driver: str, path: str, environment: Mapping[str, str], home: Path
) -> tuple[str, ...]:
    names = [
        f"{daemon}-sock{kind}" for daemon in ("libvirt", f"virt{driver}d") for kind in ("", "-ro")
    ]
    if path == "/session":
        runtime = environment.get("XDG_RUNTIME_DIR", f"/run/user/{os.getuid()}")
        cache = environment.get("XDG_CACHE_HOME", str(home / ".cache"))
        folders = [f"{runtime}/libvirt", f"{cache}/libvirt"]
    else:
        folders = [SYSTEM]
    return tuple(f"{folder}/{name}" for folder in folders for name in names)

"""Asking for credentials on the console, for ``Sys.Virt.new(auth=True)``."""

from __future__ import annotations

import getpass
import sys
from typing import TYPE_CHECKING

from sysvirt.constants import VirtConstants

if TYPE_CHECKING:
    from sysvirt.shapes.virt import Credential

#: What a person at a terminal can be asked for.
CREDLIST = [
    VirtConstants.CRED_AUTHNAME,
    VirtConstants.CRED_ECHOPROMPT,
    VirtConstants.CRED_REALM,
    VirtConstants.CRED_PASSPHRASE,
    VirtConstants.CRED_NOECHOPROMPT,
    VirtConstants.CRED_EXTERNAL,
]
HIDDEN = (VirtConstants.CRED_PASSPHRASE, VirtConstants.CRED_NOECHOPROMPT)


def ask(credentials: list[Credential]) -> int:
    """Ask for each on standard output and input, the secret ones without echo."""
    for credential in credentials:
        if credential["type"] == VirtConstants.CRED_EXTERNAL:
            # Something outside the program provides it (a ticket, an agent): nothing to ask.
            continue
        answer = _read(credential["prompt"], credential["type"] in HIDDEN)
        if answer is None:
            return -1
        credential["result"] = answer or credential["result"] or ""
    return 0


def _read(prompt: str, hidden: bool) -> str | None:
    """A line from the user, ``None`` at the end of input."""
    if hidden and sys.stdin.isatty():
        return getpass.getpass(f"{prompt}: ")
    print(f"{prompt}: ", end="", flush=True)
    line = sys.stdin.readline()
    return line.rstrip("\n") if line else None

"""Which worker holds which host."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def place(host: str, workers: Iterable[str]) -> str:
    """The worker for a host, by rendezvous hashing.

    Each worker draws a number for the host, and the highest wins. So the host stays where it is
    until that worker goes, or one comes that draws a higher number.
    """
    return max(workers, key=lambda worker: (_draw(host, worker), worker))


def _draw(host: str, worker: str) -> bytes:
    return blake2b(f"{host}\0{worker}".encode(), digest_size=8).digest()

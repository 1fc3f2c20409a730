"""Dicts of ``Sys.Virt.StoragePool`` and ``Sys.Virt.StorageVol``.

The dicts are plain ones; these classes exist for type checkers and readers, and nothing
imports them at run time.
"""

from __future__ import annotations

from typing import TypedDict


class StoragePoolInfo(TypedDict):
    """``StoragePool.get_info``: sizes in bytes."""

    state: int
    capacity: int
    allocation: int
    available: int


class StorageVolInfo(TypedDict):
    """``StorageVol.get_info``: sizes in bytes."""

    type: int
    capacity: int
    allocation: int

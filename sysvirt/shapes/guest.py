"""Dicts of ``Sys.Virt.Domain`` about what is inside a guest.

The dicts are plain ones; these classes exist for type checkers and readers, and nothing
imports them at run time.
"""

from __future__ import annotations

from typing import TypedDict


class FilesystemInfo(TypedDict):
    """An element of ``Domain.get_fs_info``: ``devalias`` are the targets of the disks in it."""

    mountpoint: str
    name: str
    fstype: str
    devalias: list[str]


class GuestAddress(TypedDict):
    """One of the ``addrs`` of a guest's interface."""

    type: int
    addr: str
    prefix: int


class _GuestInterface(TypedDict):
    name: str
    addrs: list[GuestAddress]


class GuestInterface(_GuestInterface, total=False):
    """An element of ``Domain.get_interface_addresses``: ``hwaddr`` only where it is known."""

    hwaddr: str

"""The door to libvirt for what libvirt-python loses: the C functions themselves.

libvirt-python cuts numbers and CPU maps, takes unsigned numbers for signed ones, refuses texts that
aren't UTF-8 and knows only the events of its own release. Such things are asked of the libvirt
library directly, and no other room does so. What it rests on is libvirt's public interface,
which is frozen: structures and functions are only ever added.

ctypes takes a while to import and few programs need it, so the modules of this room are imported
when something of them is first used: ``_libvirt.node.node_info(...)``.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sysvirt._libvirt import (
        connection,
        domain,
        event_loop,
        events,
        glib,
        guest,
        log,
        memory,
        node,
        parameters,
        python_loop,
        references,
        security,
        statistics,
        stream,
        texts,
    )

#: What is imported at its first use.
LAZY = (
    "connection",
    "domain",
    "event_loop",
    "events",
    "glib",
    "guest",
    "log",
    "memory",
    "node",
    "parameters",
    "python_loop",
    "references",
    "security",
    "statistics",
    "stream",
    "texts",
)

__all__ = [
    "connection",
    "domain",
    "event_loop",
    "events",
    "glib",
    "guest",
    "log",
    "memory",
    "node",
    "parameters",
    "python_loop",
    "references",
    "security",
    "statistics",
    "stream",
    "texts",
]


def __getattr__(name: str) -> Any:
    # Importing a module makes it an attribute here, so this is asked once for each.
    if name in LAZY:
        return import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

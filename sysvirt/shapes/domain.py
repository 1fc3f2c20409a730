"""Dicts of ``Sys.Virt.Domain``.

The dicts are plain ones; these classes exist for type checkers and readers, and nothing
imports them at run time.
"""

from __future__ import annotations

from typing import TypedDict


class DomainInfo(TypedDict):
    """``Domain.get_info``: memory in KiB, ``cpuTime`` in nanoseconds."""

    state: int
    maxMem: int
    memory: int
    nrVirtCpu: int
    cpuTime: int


class DomainControlInfo(TypedDict):
    """``Domain.get_control_info``: ``stateTime`` in milliseconds."""

    state: int
    details: int
    stateTime: int

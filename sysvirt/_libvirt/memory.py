"""A domain's memory statistics with flags, which libvirt-python doesn't take."""

from __future__ import annotations

import ctypes
from ctypes import c_int, c_ulonglong
from typing import TYPE_CHECKING, Any

from sysvirt._libvirt.functions import call, pointer
from sysvirt.constants import DomainConstants

if TYPE_CHECKING:
    from sysvirt.shapes.domain import MemoryStats


class MemoryStat(ctypes.Structure):
    """``virDomainMemoryStatStruct``."""

    _fields_ = (("tag", c_int), ("val", c_ulonglong))


#: What the tags are called in Perl.
NAMES = {
    DomainConstants.MEMORY_STAT_SWAP_IN: "swap_in",
    DomainConstants.MEMORY_STAT_SWAP_OUT: "swap_out",
    DomainConstants.MEMORY_STAT_MAJOR_FAULT: "major_fault",
    DomainConstants.MEMORY_STAT_MINOR_FAULT: "minor_fault",
    DomainConstants.MEMORY_STAT_UNUSED: "unused",
    DomainConstants.MEMORY_STAT_AVAILABLE: "available",
    DomainConstants.MEMORY_STAT_ACTUAL_BALLOON: "actual_balloon",
    DomainConstants.MEMORY_STAT_RSS: "rss",
    DomainConstants.MEMORY_STAT_USABLE: "usable",
    DomainConstants.MEMORY_STAT_LAST_UPDATE: "last_update",
    DomainConstants.MEMORY_STAT_DISK_CACHES: "disk_caches",
    DomainConstants.MEMORY_STAT_HUGETLB_PGALLOC: "hugetlb_pgalloc",
    DomainConstants.MEMORY_STAT_HUGETLB_PGFAIL: "hugetlb_pgfail",
}


def get_stats(dom: Any, flags: int) -> MemoryStats:
    """``virDomainMemoryStats``, without what has no name here."""
    rows = (MemoryStat * len(NAMES))()
    filled = call("virDomainMemoryStats", pointer(dom), rows, len(rows), flags)
    return {NAMES[row.tag]: row.val for row in rows[:filled] if row.tag in NAMES}

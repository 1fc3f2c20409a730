"""Statistics of domains, where libvirt-python loses what libvirt knows.

It always asks for all CPUs of the host, and fails on a text that isn't UTF-8.
"""

from __future__ import annotations

import ctypes
from ctypes import POINTER, byref, c_int, c_void_p
from typing import Any

from sysvirt._libvirt.functions import call, function, pointer
from sysvirt._libvirt.parameters import Row, read_rows
from sysvirt._libvirt.references import address, capsule

#: The statistics of so many CPUs a daemon tells at once.
CPUS_AT_ONCE = 128


class DomainStatsRecord(ctypes.Structure):
    """``virDomainStatsRecord``."""

    _fields_ = (("dom", c_void_p), ("params", POINTER(Row)), ("nparams", c_int))


def get_cpu_stats(dom: Any, start: int, number: int, flags: int) -> list[dict[str, int]]:
    """``virDomainGetCPUStats``: all statistics of each CPU, or the totals where ``start`` is -1."""
    if start != -1 or not number:
        all_cpus = _get_cpu_stats(dom, None, 0, 0, 0, flags)
        number = number or all_cpus
        if 0 <= start < all_cpus:
            number = min(number, all_cpus - start)
    width = _get_cpu_stats(dom, None, 0, -1 if start == -1 else 0, 1, flags)
    found: list[dict[str, int]] = []
    for first in range(start, start + number, CPUS_AT_ONCE):
        cpus = min(start + number - first, CPUS_AT_ONCE)
        rows = (Row * (width * cpus))()
        _get_cpu_stats(dom, rows, width, first, cpus, flags)
        found += [read_rows(rows[at * width : (at + 1) * width], width) for at in range(cpus)]
        function("virTypedParamsClear")(rows, len(rows))
    return found


def _get_cpu_stats(dom: Any, rows: Any, width: int, start: int, number: int, flags: int) -> int:
    return call("virDomainGetCPUStats", pointer(dom), rows, width, start, number, flags)


def get_all_domain_stats(conn: Any, stats: int, flags: int) -> list[tuple[Any, dict[str, Any]]]:
    """``virConnectGetAllDomainStats``: the C object of each domain, and its statistics."""
    records = POINTER(POINTER(DomainStatsRecord))()
    number = call("virConnectGetAllDomainStats", pointer(conn), stats, byref(records), flags)
    return _read_records(records, number)


def list_get_stats(doms: list[Any], stats: int, flags: int) -> list[tuple[Any, dict[str, Any]]]:
    """``virDomainListGetStats``: the same for some domains, given as their capsules."""
    chosen = (c_void_p * (len(doms) + 1))(*(address(each) for each in doms), None)
    records = POINTER(POINTER(DomainStatsRecord))()
    number = call("virDomainListGetStats", chosen, stats, byref(records), flags)
    return _read_records(records, number)


def _read_records(records: Any, number: int) -> list[tuple[Any, dict[str, Any]]]:
    found = []
    for at in range(number):
        record = records[at].contents
        data = read_rows(record.params, record.nparams)
        found.append((capsule("virDomain", record.dom), data))
    function("virDomainStatsRecordListFree")(records)
    return found

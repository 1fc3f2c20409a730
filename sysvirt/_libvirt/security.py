"""Security labels that aren't UTF-8."""

from __future__ import annotations

import ctypes
from ctypes import POINTER, byref, c_char, c_int
from typing import Any

from sysvirt._libvirt.functions import call, free, pointer
from sysvirt._libvirt.texts import decode


class SecurityLabelStruct(ctypes.Structure):
    """``virSecurityLabel``."""

    _fields_ = (("label", c_char * 4097), ("enforcing", c_int))


def get_label(dom: Any) -> tuple[str, int]:
    """``virDomainGetSecurityLabel``: the label, and whether it is enforced."""
    found = SecurityLabelStruct()
    call("virDomainGetSecurityLabel", pointer(dom), byref(found))
    return decode(found.label), found.enforcing


def get_labels(dom: Any) -> list[tuple[str, int]]:
    """``virDomainGetSecurityLabelList``."""
    rows = POINTER(SecurityLabelStruct)()
    number = call("virDomainGetSecurityLabelList", pointer(dom), byref(rows))
    labels = [(decode(row.label), row.enforcing) for row in rows[:number]]
    free(rows)
    return labels

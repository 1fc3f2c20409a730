"""Scalar::Util. Python frees what refers to itself, so ``weaken`` has nothing to do."""

from __future__ import annotations

from sysvirt.port.draft.modules.table import Form, Module

SCALAR_UTIL = Module(
    "Scalar::Util",
    functions={
        "blessed": Form("perl_class({0})", "v", "str?"),
        "dualvar": Form("PerlDual({1}, {0})", "ns", "str"),
        "isdual": Form("isinstance({0}, PerlDual)", "v", "truth"),
        "isvstring": Form("False", "v", "truth"),
        "isweak": Form("False", "v", "truth"),
        "looks_like_number": Form("perl_looks_like_number({0})", "v", "truth"),
        "openhandle": Form("perl_open_handle({0})", "f"),
        "readonly": Form("0", "v", "int", note="whether a value may be changed isn't known"),
        "refaddr": Form("perl_refaddr({0})", "v", "int?"),
        "reftype": Form("perl_reftype({0})", "v", "str?"),
        "tainted": Form("False", "v", "truth"),
        "unweaken": Form("None", "v"),
        "weaken": Form("None", "v"),
    },
)

"""Time::Local: it fails where there is no such day or hour."""

from __future__ import annotations

from sysvirt.port.draft.modules.table import Form, Module

TIME_LOCAL = Module(
    "Time::Local",
    functions={
        "timegm": Form("perl_timegm({*})", "*n", "int"),
        "timegm_modern": Form("perl_timegm({*}, 0)", "*n", "int"),
        "timegm_nocheck": Form("perl_any_time({*}, False)", "*n", "int"),
        "timegm_posix": Form("perl_timegm({*}, 1900)", "*n", "int"),
        "timelocal": Form("perl_timelocal({*})", "*n", "int"),
        "timelocal_modern": Form("perl_timelocal({*}, 0)", "*n", "int"),
        "timelocal_nocheck": Form("perl_any_time({*}, True)", "*n", "int"),
        "timelocal_posix": Form("perl_timelocal({*}, 1900)", "*n", "int"),
    },
    exports=frozenset({"timegm", "timelocal"}),
)

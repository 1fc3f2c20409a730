"""Data::Dumper: hashes are in the order in which their keys came, unless they are sorted."""

from __future__ import annotations

from sysvirt.port.draft.modules.table import Form, Forms, Module

_SETTINGS = (
    "Deepcopy",
    "Indent",
    "Maxdepth",
    "Pad",
    "Pair",
    "Quotekeys",
    "Sortkeys",
    "Terse",
    "Trailingcomma",
    "Useqq",
    "Varname",
)


def _setting(name: str) -> Forms:
    return (
        Form(f"{{self}}.{name}", ""),
        Form(f'{{self}}.set("{name}", {{0}})', "v", "object:Data::Dumper"),
    )


_DUMP = Form("{self}.dump()", "", "str")

DATA_DUMPER = Module(
    "Data::Dumper",
    functions={"Dumper": Form("perl_dumper({*})", "*v", "str")},
    exports=frozenset({"Dumper"}),
    variables={f"${name}": f"perl_dumping.{name}" for name in _SETTINGS},
    class_methods={
        "Dump": (
            Form("perl_dumper({0})", "a", "str"),
            Form("perl_dumper({0}, {1})", "aa", "str"),
        ),
        "new": (
            Form("perl_new_dumper({0})", "a", "object:Data::Dumper"),
            Form("perl_new_dumper({0}, {1})", "aa", "object:Data::Dumper"),
        ),
    },
    methods={
        "Data::Dumper": {
            **{name: _setting(name) for name in _SETTINGS},
            "Dump": _DUMP,
            "Dumpxs": _DUMP,
        }
    },
)

"""Config::Tiny, Config::IniFiles and Config::General: settings as dicts."""

from __future__ import annotations

from sysvirt.port.draft.modules.table import Form, Module

_TINY = "object:Config::Tiny"
_INI = "object:Config::IniFiles"
_GENERAL = "object:Config::General"

MODULES: tuple[Module, ...] = (
    Module(
        "Config::Tiny",
        class_methods={
            "new": (Form("PerlIni()", "", _TINY), Form("PerlIni({0})", "v", _TINY)),
            "read": Form("perl_read_ini({0})", "s*v", f"{_TINY}?"),
            "read_string": Form("perl_read_ini_text({0})", "s", f"{_TINY}?"),
            "errstr": Form("PerlIni.error", "", "str"),
        },
        methods={
            "Config::Tiny": {
                "write": Form("perl_write_ini({self}, {0})", "s*v", "int"),
                "write_string": Form("perl_write_ini_text({self})", "", "str"),
                "errstr": Form("PerlIni.error", "", "str"),
            }
        },
        assumed=("Config::Tiny",),
    ),
    Module(
        "Config::IniFiles",
        class_methods={"new": Form("perl_ini_file(*{*})", "*v", f"{_INI}?")},
        methods={
            "Config::IniFiles": {
                "val": (
                    Form("{self}.values({0}, {1})", "ss", "list", "{self}.val({0}, {1})", "str?"),
                    Form(
                        "{self}.values({0}, {1}, {2})",
                        "ssv",
                        "list",
                        "{self}.val({0}, {1}, {2})",
                        "str?",
                    ),
                ),
                "Sections": Form("list({self}.sections)", "", "list:str"),
                "Parameters": Form(
                    "list({self}.sections.get({self}.name({0}), dict()))", "s", "list:str"
                ),
                "exists": Form("{self}.exists({0}, {1})", "ss", "bool"),
                "SectionExists": Form("{self}.name({0}) in {self}.sections", "s", "bool"),
                "setval": Form("{self}.set({0}, {1}, *{*})", "ss*v"),
                "newval": Form("{self}.add({0}, {1}, *{*})", "ss*v"),
                "delval": Form("{self}.remove({0}, {1})", "ss"),
                "AddSection": Form("{self}.sections.setdefault({self}.name({0}), dict())", "s"),
                "DeleteSection": Form("{self}.remove({0})", "s"),
                "RewriteConfig": Form("{self}.write()", "", "int"),
                "WriteConfig": Form("{self}.write({0})", "s", "int"),
            }
        },
        assumed=("Config::IniFiles",),
    ),
    Module(
        "Config::General",
        functions={"ParseConfig": Form("perl_flatten(perl_general(*{*}))", "*v", "list")},
        class_methods={"new": Form("perl_general(*{*})", "*v", _GENERAL)},
        methods={"Config::General": {"getall": Form("perl_flatten({self})", "", "list")}},
        assumed=("Config::General",),
    ),
)

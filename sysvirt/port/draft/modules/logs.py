"""Log::Log4perl after ``easy_init``: logging."""

from __future__ import annotations

from collections.abc import Mapping

from sysvirt.port.draft.modules.table import Form, Forms, Module

_LOG = "object:Log::Log4perl::Logger"
_LEVELS = ("TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL")
_BY_FILE = "a configuration of its own: logging.config.dictConfig, or easy_init's levels"

_LOGGER: Mapping[str, Forms] = {
    **{
        name.lower(): Form(f'{{self}}.log("{name}", *{{*}})', "*v") for name in (*_LEVELS, "ALWAYS")
    },
    "always": Form('{self}.log("OFF", *{*})', "*v"),
    **{f"is_{name.lower()}": Form(f'{{self}}.enabled("{name}")', "", "bool") for name in _LEVELS},
    "level": (Form("{self}.level()", "", "int"), Form("{self}.level({0})", "i", "int")),
    "logdie": Form("{self}.die(*{*})", "*v"),
    "logwarn": Form("{self}.warn(*{*})", "*v"),
    "error_die": Form("{self}.die(*{*})", "*v"),
}
_GET: Forms = (Form("PerlLog()", "", _LOG), Form("PerlLog({0})", "s", _LOG))
_FUNCTIONS: Mapping[str, Forms] = {
    **{name: Form(f'perl_log("{name}", *{{*}})', "*v") for name in _LEVELS},
    "ALWAYS": Form('perl_log("OFF", *{*})', "*v"),
    "LOGDIE": Form("PerlLog().die(*{*})", "*v"),
    "LOGWARN": Form("PerlLog().warn(*{*})", "*v"),
    "get_logger": _GET,
}

MODULES: tuple[Module, ...] = (
    Module(
        "Log::Log4perl",
        # With ``:easy``.
        functions=_FUNCTIONS,
        variables={f"${name}": f'PerlLog.levels["{name}"]' for name in ("ALL", *_LEVELS, "OFF")},
        class_methods={
            "easy_init": Form("perl_log_init(*{*})", "*v"),
            "get_logger": _GET,
            "init": Form("", "*v", todo=_BY_FILE),
            "init_once": Form("", "*v", todo=_BY_FILE),
            "init_and_watch": Form("", "*v", todo=_BY_FILE),
        },
        methods={"Log::Log4perl::Logger": _LOGGER},
        assumed=("Log::Log4perl::Logger",),
    ),
)

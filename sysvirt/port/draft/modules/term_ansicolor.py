"""Term::ANSIColor."""

from __future__ import annotations

from sysvirt.port.draft.modules.table import Form, Forms, Module

_COLORS = ("BLACK", "RED", "GREEN", "YELLOW", "BLUE", "MAGENTA", "CYAN", "WHITE")
_STYLES = "CLEAR RESET BOLD DARK FAINT ITALIC UNDERLINE UNDERSCORE BLINK REVERSE CONCEALED"
_NAMES = (
    *_STYLES.split(),
    *(prefix + each for prefix in ("", "ON_", "BRIGHT_", "ON_BRIGHT_") for each in _COLORS),
)
_BY_NAME: dict[str, Forms] = {
    name: Form(f'perl_color_of_name("{name}", {{*}})', "*v", "str") for name in _NAMES
}
_FUNCTIONS: dict[str, Forms] = {
    "color": Form("perl_color({*})", "*s", "str"),
    "colored": Form("perl_colored({0}, {*})", "v*v", "str"),
    "colorstrip": Form(
        "perl_colorstrip({*})", "*s", "list:str", '"".join(perl_colorstrip({*}))', "str"
    ),
    "colorvalid": Form("perl_color_valid({*})", "*s", "truth"),
}

TERM_ANSICOLOR = Module(
    "Term::ANSIColor",
    functions={**_FUNCTIONS, **_BY_NAME},
    exports=frozenset({"color", "colored"}),
    variables={f"${name}": f"perl_colors.{name}" for name in ("AUTORESET", "EACHLINE")},
)

"""Text::Wrap, Text::Tabs and Text::ParseWords."""

from __future__ import annotations

from sysvirt.port.draft.modules.table import Form, Forms, Module

_WRAPPING = ("columns", "huge", "separator", "separator2", "tabstop", "unexpand")

TEXT_WRAP = Module(
    "Text::Wrap",
    functions={
        "fill": Form("perl_fill({0}, {1}, {*})", "ss*v", "str"),
        "wrap": Form("perl_wrap({0}, {1}, {*})", "ss*v", "str"),
    },
    exports=frozenset({"fill", "wrap"}),
    variables={
        "$break": "perl_wrapping.break_",
        **{f"${name}": f"perl_wrapping.{name}" for name in _WRAPPING},
    },
)

TEXT_TABS = Module(
    "Text::Tabs",
    functions={
        "expand": Form(
            "[perl_expand(each) for each in {*}]", "*s", "list:str", "perl_expand({*}[0])", "str"
        ),
        "unexpand": Form(
            "[perl_unexpand(each) for each in {*}]",
            "*s",
            "list:str",
            "perl_unexpand({*}[0])",
            "str",
        ),
    },
    exports=frozenset({"expand", "unexpand"}),
    variables={"$tabstop": "perl_wrapping.tabstop"},
)

_WORDS: dict[str, Forms] = {
    "nested_quotewords": Form(
        "[perl_parse_line({0}, {1}, each) for each in {*}]", "vv*s", "list:list:str"
    ),
    "parse_line": Form("perl_parse_line({0}, {1}, {2})", "vvs", "list"),
    "quotewords": Form("perl_quotewords({0}, {1}, {*})", "vv*s", "list"),
    "shellwords": Form("perl_shellwords({*})", "*s", "list:str"),
}

TEXT_PARSEWORDS = Module("Text::ParseWords", functions=_WORDS, exports=frozenset(_WORDS))

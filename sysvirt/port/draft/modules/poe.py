"""POE: sessions and a kernel of the draft's own."""

from __future__ import annotations

from sysvirt.port.draft.modules.table import Form, Forms, Module

_KERNEL = "object:POE::Kernel"
_SESSION = "object:POE::Session"
#: Perl tells the others first, and ends with the message.
_NOTE = "code of a session that dies ends the program at once, before the others are told"
_METHODS_OF = "events that are methods: inline_states, with code that calls them"
_SIGNALS = "signals come to sessions: signal.signal with perl_kernel.post, or asyncio"

#: Where the values stand in what code gets.
_PLACES = ("OBJECT", "SESSION", "KERNEL", "HEAP", "STATE", "SENDER")
_CONSTANTS = {name: str(at) for at, name in enumerate(_PLACES)}
_CONSTANTS |= {"CALLER_STATE": "9", **{f"ARG{at}": str(10 + at) for at in range(10)}}

_GIVES = {
    "alarm_set": "int",
    "alias_resolve": f"{_SESSION}?",
    "call": "",
    "delay_set": "int",
    "get_active_session": _SESSION,
    "post": "int",
}
_SAME = (
    "alarm alarm_add alarm_remove alarm_remove_all alarm_set alias_remove alias_resolve alias_set"
    " call delay delay_add delay_adjust delay_set get_active_session post refcount_decrement"
    " refcount_increment run select_read select_write state stop"
)
_METHODS: dict[str, Forms] = {
    **{
        name: Form(f"{{self}}.{name}(*{{*}})", "*v", _GIVES.get(name, "")) for name in _SAME.split()
    },
    "yield": Form("{self}.yield_(*{*})", "*v"),
    "sig": Form("", "*v", todo=_SIGNALS),
    "sig_child": Form("", "*v", todo=_SIGNALS),
    "sig_handled": Form("", "*v", todo=_SIGNALS),
}

_CLASS_METHODS: dict[str, Forms] = {
    name: Form(form.python.replace("{self}", "perl_kernel"), "*v", form.gives, todo=form.todo)
    for name, form in _METHODS.items()
    if isinstance(form, Form)
}

MODULES: tuple[Module, ...] = (
    Module(
        "POE",
        constants=_CONSTANTS,
        exports=frozenset({*_CONSTANTS, "$poe_kernel"}),
        variables={"$poe_kernel": "perl_kernel"},
        assumed=("POE::Kernel", "POE::Session"),
        methods={
            "POE::Kernel": _METHODS,
            "POE::Session": {
                "ID": Form("{self}.ID()", "", "int"),
                "get_heap": Form("{self}.get_heap()", ""),
            },
        },
    ),
    Module("POE::Kernel", class_methods=_CLASS_METHODS, constants={}),
    Module(
        "POE::Session",
        class_methods={
            "create": (
                Form("", "**", only="(object|package)_states", todo=_METHODS_OF),
                Form("PerlSession({**})", "**", _SESSION, note=_NOTE),
            )
        },
        constants=_CONSTANTS,
    ),
)

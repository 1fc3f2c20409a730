"""AnyEvent: a loop of the draft's own."""

from __future__ import annotations

from sysvirt.port.draft.modules.table import Form, Forms, Module

_WATCHER = "object:AnyEvent::Watcher"
_CONDITION = "object:AnyEvent::CondVar"
#: Perl lets go of it where its variable's block ends, Python where the sub does.
_NOTE = "a watcher lives as long as something refers to it: a variable of Python until its sub ends"

_NOW: Forms = Form("time.time()", "", "float")

_SEND = Form("{self}.send(*{*})", "*v")
_RECEIVE = Form("{self}.received()", "", "list", "{self}.recv()")


def _watcher(name: str) -> Forms:
    return Form(f"{name}({{**}})", "**", _WATCHER, note=_NOTE)


ANY_EVENT = Module(
    "AnyEvent",
    class_methods={
        "child": _watcher("PerlChildWatcher"),
        "condvar": Form("PerlCondition({**})", "**", _CONDITION),
        "idle": _watcher("PerlIdle"),
        "io": _watcher("PerlFileWatcher"),
        "now": _NOW,
        "now_update": Form("None", ""),
        "signal": _watcher("PerlSignalWatcher"),
        "time": _NOW,
        "timer": _watcher("PerlTimer"),
    },
    methods={
        "AnyEvent::CondVar": {
            "begin": (Form("{self}.begin()"), Form("{self}.begin({0})", "c")),
            "broadcast": _SEND,
            "cb": Form("{self}.cb({0})", "c"),
            "croak": Form("{self}.croak({0})", "v"),
            "end": Form("{self}.end()"),
            "ready": Form("{self}.ready()", "", "truth"),
            "recv": _RECEIVE,
            "send": _SEND,
            "wait": _RECEIVE,
        },
        "AnyEvent::Watcher": {},
    },
    assumed=("AnyEvent::CondVar",),
)

AE = Module(
    "AE",
    functions={
        "cv": (
            Form("PerlCondition()", "", _CONDITION),
            Form("PerlCondition({0})", "c", _CONDITION),
        ),
        "idle": Form("PerlIdle({0})", "c", _WATCHER, note=_NOTE),
        "io": Form('PerlFileWatcher({0}, "rw"[{1}], {2})', "fic", _WATCHER, note=_NOTE),
        "now": _NOW,
        "signal": Form("PerlSignalWatcher({0}, {1})", "sc", _WATCHER, note=_NOTE),
        "time": _NOW,
        "timer": Form("PerlTimer({0}, {1}, {2})", "nnc", _WATCHER, note=_NOTE),
        "child": Form("PerlChildWatcher({0}, {1})", "ic", _WATCHER, note=_NOTE),
    },
)

"""Test::More: functions that print TAP; the status comes at the end of the program.

``use Test::More tests => 3`` is the call ``plan(tests => 3)``.
"""

from __future__ import annotations

from collections.abc import Mapping

from sysvirt.port.draft.modules.table import Form, Forms, Module


def _test(name: str, takes: str) -> Forms:
    """The forms of a test: with a name, and without."""
    places = ", ".join(f"{{{number}}}" for number in range(len(takes)))
    called = f"{name}({places}"
    return Form(f"{called})", takes, "bool"), Form(
        f"{called}, {{{len(takes)}}})", f"{takes}s", "bool"
    )


#: What is said of tests that are skipped, before the block is left.
SKIPPING: Mapping[str, Forms] = {
    "skip": (Form("perl_skip({0})", "s"), Form("perl_skip({0}, {1})", "si")),
    "todo_skip": (Form("perl_todo_skip({0})", "s"), Form("perl_todo_skip({0}, {1})", "si")),
}
_FUNCTIONS: Mapping[str, Forms] = {
    "plan": (Form("perl_plan({0})", "s"), Form("perl_plan({**})", "**")),
    "ok": _test("perl_ok", "t"),
    "is": _test("perl_is", "vv"),
    "isnt": _test("perl_isnt", "vv"),
    "like": _test("perl_like", "vv"),
    "unlike": _test("perl_unlike", "vv"),
    "cmp_ok": _test("perl_cmp_ok", "vsv"),
    "is_deeply": _test("perl_is_deeply", "vv"),
    "isa_ok": _test("perl_isa_ok", "vs"),
    "can_ok": Form("perl_can_ok({0}, *{*})", "v*s", "bool"),
    "pass": (Form("perl_ok(True)", "", "bool"), Form("perl_ok(True, {0})", "s", "bool")),
    "fail": (Form("perl_ok(False)", "", "bool"), Form("perl_ok(False, {0})", "s", "bool")),
    "diag": Form("perl_diag(*{*})", "*v", "bool"),
    "note": Form("perl_note(*{*})", "*v", "bool"),
    # As statements they leave a block: see ``SKIPPING``.
    "skip": Form("", "*v", todo="skip outside of a block SKIP"),
    "todo_skip": Form("", "*v", todo="todo_skip outside of a block TODO"),
    "subtest": (
        Form("perl_subtest({0}, {1})", "sc", "bool"),
        Form("perl_subtest({0}, {1}, *{*})", "sc*v", "bool"),
    ),
    "done_testing": (Form("perl_done_testing()"), Form("perl_done_testing({0})", "i")),
    "BAIL_OUT": (Form("perl_bail_out()"), Form("perl_bail_out({0})", "s")),
    "use_ok": Form('perl_ok(True, "use " + {0} + ";")', "s", "bool"),
    "require_ok": Form('perl_ok(True, "require " + {0} + ";")', "s", "bool"),
}

MODULES: tuple[Module, ...] = (
    Module(
        "Test::More",
        functions=_FUNCTIONS,
        exports=frozenset({*_FUNCTIONS, "$TODO"}),
        variables={"$TODO": "PerlTests.todo"},
        # With ``use Test::More tests => 3``.
        class_methods={"import": _FUNCTIONS["plan"]},
    ),
    Module(
        "Test::Simple",
        functions={"ok": _FUNCTIONS["ok"]},
        exports=frozenset({"ok"}),
        class_methods={"import": _FUNCTIONS["plan"]},
    ),
)

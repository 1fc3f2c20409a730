"""The kernel behind POE; test_poe.py of the tables compares it to Perl's."""

from __future__ import annotations

from typing import Any

from sysvirt.port.prelude.sessions import PerlSession, perl_kernel

KERNEL, HEAP, ARG0 = 2, 3, 10


def test_a_session_ends_when_nothing_can_come() -> None:
    seen: list[object] = []

    def start(*given: Any) -> None:
        given[KERNEL].yield_("next", 5)
        given[KERNEL].delay_set("late", 0.01)

    PerlSession(
        inline_states={
            "_start": start,
            "next": lambda *given: seen.append(given[ARG0]),
            "late": lambda *given: seen.append(given[HEAP]),
            "_stop": lambda *_: seen.append("stop"),
        },
        heap="heap",
    )
    perl_kernel.run()
    assert seen == [5, "heap", "stop"]
    assert perl_kernel.sessions == []


def test_a_count_keeps_a_session() -> None:
    seen: list[object] = []

    def start(*given: Any) -> None:
        kernel, session = given[KERNEL], given[1]
        assert kernel.refcount_increment(session.ID(), "own") == 1
        kernel.yield_("let_go")

    def let_go(*given: Any) -> None:
        seen.append(given[KERNEL].refcount_decrement(given[1].ID(), "own"))

    PerlSession(inline_states={"_start": start, "let_go": let_go})
    perl_kernel.run()
    assert seen == [0]


def test_nobody_has_an_unknown_name() -> None:
    assert perl_kernel.post("nobody", "x") == 0
    assert perl_kernel.alias_resolve("nobody") is None

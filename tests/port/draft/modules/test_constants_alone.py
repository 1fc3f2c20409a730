"""Fcntl and Errno by the tables, beside Perl."""

from __future__ import annotations

from sysvirt.port.draft.modules.constants_alone import ERRNO, FCNTL
from tests.port.both_sides import assert_calls, assert_same, constant


def test_numbers() -> None:
    cases: list[tuple[str, object]] = []
    for module in (FCNTL, ERRNO):
        cases += [
            (f"{module.name}::{name}() + 0", constant(module, name)) for name in module.constants
        ]
    assert_same(cases, "use Fcntl (); use Errno ();")


def test_kinds_of_files() -> None:
    modes = [0o40755, 0o100644, 0o120777, 0o20666, 0o10600, 0o140777, 0o60660]
    calls = [(name, mode) for name in FCNTL.functions for mode in modes]
    assert_calls(FCNTL, [*calls, ("S_IFMT",)], "use Fcntl ':mode';", package="")


def test_what_use_alone_brings() -> None:
    names = sorted(FCNTL.exports)
    cases: list[tuple[str, object]] = [(f"exists(&main::{each}) ? 1 : 0", 1) for each in names]
    assert_same(cases, "use Fcntl;")

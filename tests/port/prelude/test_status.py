"""``$!`` and ``$?``, beside Perl."""

from __future__ import annotations

import errno
import os

from sysvirt.port.prelude.scalars import PerlDual, perl_number, perl_text, perl_truth
from sysvirt.port.prelude.status import (
    perl_did,
    perl_result,
    perl_status,
    perl_wait_status,
)
from tests.port.both_sides import assert_same, literal


def test_the_error_is_a_text_and_a_number() -> None:
    cases: list[tuple[str, object]] = []
    for number in (0, 1, 2, 13, 17, 22, 28, 111, "4", 5.0):
        perl_status.error = number
        error = perl_status.error
        found = [perl_text(error), perl_number(error), 1 if perl_truth(error) else 0]
        cases.append((f"do {{ $! = {literal(number)}; [qq($!), $! + 0, $! ? 1 : 0] }}", found))
    assert_same(cases)


def test_an_error_that_was_kept_is_set_again() -> None:
    perl_status.error = 13
    kept = perl_status.error
    perl_status.error = 0
    perl_status.error = kept
    assert (perl_status.error, perl_status.error.number) == ("Permission denied", 13)


def test_calls_that_fail() -> None:
    assert perl_did(os.rmdir, "/none/such") == 0
    assert perl_status.error.number == errno.ENOENT
    assert perl_result(os.readlink, "/") is None
    assert perl_status.error.number == errno.EINVAL
    assert perl_did(os.stat, "a\0b") == 0
    assert perl_status.error.number == errno.ENOENT
    assert perl_did(os.stat, "/") == 1
    assert perl_result(len, "abc") == 3


def test_how_a_program_ended() -> None:
    assert [perl_wait_status(each) for each in (0, 1, 255, -9)] == [0, 256, 65280, 9]


def test_a_text_that_is_another_number() -> None:
    both = PerlDual("text", 7)
    assert (both, perl_number(both), perl_text(both), both + "!") == ("text", 7, "text", "text!")

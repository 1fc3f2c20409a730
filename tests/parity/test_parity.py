"""Every case that the test driver can play comes out equal; those that need a host are in
``tests/hypervisor``."""

from __future__ import annotations

import functools

import pytest

from tests.parity.case import Case, call
from tests.parity.judge import Report, all_cases, judge, needs, perl_missing

pytestmark = pytest.mark.skipif(perl_missing() is not None, reason=str(perl_missing()))


@functools.cache
def report() -> Report:
    """One run of all of them: a start of Perl for each would take its time."""
    return judge([case for case in all_cases() if not needs(case)], {})


@pytest.mark.parametrize("case", [case.name for case in all_cases() if not needs(case)])
def test_both_sides_answer_alike(case: str) -> None:
    if why := report().left_out.get(case):
        pytest.skip(why)
    mine = [verdict for verdict in report().verdicts if verdict.case == case]
    assert mine
    wrong = [f"step {v.step} ({v.method}): {v.detail}" for v in mine if v.outcome == "wrong"]
    assert not wrong, "\n".join(wrong)


def test_a_difference_is_found() -> None:
    steps = [
        call("conn", "get_domain_by_name", "test", keep="dom"),
        # Its key for the model stands only in Perl's manual.
        call("dom", "get_security_label"),
    ]
    *_, verdict = judge([Case("a difference", steps)], {}).verdicts
    assert verdict.outcome == "wrong"
    assert "Perl" in verdict.detail


def test_a_side_that_dies_loses_only_its_case() -> None:
    crash = Case("a crash", [call("conn", "baseline_cpu", None)])
    after = Case("after it", [call("conn", "get_type")])
    outcomes = {v.case: v.outcome for v in judge([crash, after], {}).verdicts}
    assert outcomes["after it"] == "equal"

"""The parity cases that need real hosts; the others are in ``tests/parity``."""

from __future__ import annotations

import pytest

from tests.hosts import Booted, Host, Pair
from tests.hosts.machine import alone
from tests.parity.judge import Report, all_cases, judge, needs, perl_missing
from tests.parity.stage import given_by, given_by_agent, given_by_devices

pytestmark = pytest.mark.skipif(perl_missing() is not None, reason=str(perl_missing()))

CASES = [case for case in all_cases() if needs(case)]


@pytest.fixture(scope="module")
def report(pair: Pair, agent_on_pair: Booted, equipped: Host) -> Report:
    """One run of all of them, with both sides of a host's story."""
    given = given_by(pair) | given_by_agent(agent_on_pair) | given_by_devices(equipped)
    # Some of them change settings of the machine.
    with alone():
        return judge(CASES, given)


@pytest.mark.parametrize("case", [case.name for case in CASES])
def test_both_sides_answer_alike(case: str, report: Report) -> None:
    if why := report.left_out.get(case):
        pytest.skip(why)
    mine = [verdict for verdict in report.verdicts if verdict.case == case]
    assert mine
    wrong = [f"step {v.step} ({v.method}): {v.detail}" for v in mine if v.outcome == "wrong"]
    assert not wrong, "\n".join(wrong)

"""Drafts of all that runs: each compiles, none differs in silence, what was the same stays so.

``python -m tests.port.measure --list`` says what differs where, and ``--keep`` writes the names of
all that print the same to ``runnable/same.txt``.
"""

from __future__ import annotations

from functools import cache

import attrs
import pytest

from tests.port import cases, outcomes
from tests.port.cases import Case
from tests.port.drafting_figures import KNOWN, known
from tests.port.outcomes import Came, Ran, Written

RUNNABLE = [*cases.runnable()]
#: With their first arguments alone: the measure runs them with all.
LABELLED = [attrs.evolve(each, arguments=each.arguments[:1]) for each in cases.labelled()]
CASES = {each.name: each for each in (*RUNNABLE, *LABELLED, *cases.guide())}


@cache
def written(case: Case) -> Written:
    return outcomes.write(case)


@pytest.fixture(scope="module")
def ran() -> dict[str, Ran]:
    """What came of each, by its name."""
    if why := outcomes.why_not():
        pytest.skip(why)
    results = outcomes.run_all([written(each) for each in CASES.values()])
    return {each.case.name: each for each in results}


def result(ran: dict[str, Ran], name: str) -> Ran:
    """What came of a case that could be run."""
    found = ran[name]
    if found.came in (Came.MISSING, Came.UNSTABLE):
        pytest.skip(f"{name}: {found.told.splitlines()[0]}")
    return found


@pytest.mark.parametrize("name", CASES)
def test_a_draft_compiles(name: str) -> None:
    assert written(CASES[name]).faults == ()


@pytest.mark.parametrize("name", CASES)
def test_a_draft_does_nothing_else_in_silence(name: str, ran: dict[str, Ran]) -> None:
    found = result(ran, name)
    assert found.came is not Came.SILENT, found.told


@pytest.mark.parametrize("name", sorted(known()))
def test_what_was_the_same_is_the_same(name: str, ran: dict[str, Ran]) -> None:
    assert name in CASES, f"{KNOWN.name} names a script that isn't there"
    found = result(ran, name)
    assert found.came is Came.SAME, found.told


# The corpus --------------------------------------------------------------------------------------


def test_there_are_scripts_of_all_sizes() -> None:
    sizes = [each.size for each in RUNNABLE]
    assert len(RUNNABLE) >= 60
    assert all(sizes.count(size) >= len(RUNNABLE) // 4 for size in ("small", "medium", "large"))
    like = [each for each in RUNNABLE if each.name.startswith(cases.ORIGINAL_LIKE)]
    assert len(like) == 30


@pytest.mark.parametrize("case", RUNNABLE, ids=lambda case: case.name)
def test_a_script_ends_as_it_says(case: Case, ran: dict[str, Ran]) -> None:
    found = result(ran, case.name)
    assert found.statuses
    assert case.status in found.statuses
    if case.status == 0:
        assert set(found.statuses) == {0}


def test_the_names_of_cases_are_their_own() -> None:
    assert len(CASES) == len(RUNNABLE) + len(LABELLED) + len([*cases.guide()])

"""Gives the tests of `tables` what the tables of their file have."""

from __future__ import annotations

import pytest

from tests.port.draft import snippets, tables
from tests.port.draft.snippets import Ran

#: By the argument of a test.
TABLES = {"name": "SNIPPETS", "loud": "LOUD", "plain": "FORMS"}
#: By the name of a table.
TESTS = {
    "SNIPPETS": tables.test_the_draft_prints_the_same,
    "LOUD": tables.test_what_cannot_be_written_is_loud,
    "FORMS": tables.test_the_python_is_plain,
}


def pytest_pycollect_makeitem(collector: pytest.Module, name: str, obj: object) -> object:
    """A file that has a table has its test: no file needs to name it."""
    test = TESTS.get(name)
    if test is None or not isinstance(obj, dict):
        return None
    setattr(collector.obj, test.__name__, test)
    return collector.ihook.pytest_pycollect_makeitem(
        collector=collector, name=test.__name__, obj=test
    )


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Each piece of Perl is a test of its own."""
    if metafunc.function.__module__ == tables.__name__:
        for argument in metafunc.fixturenames:
            if argument in TABLES:
                metafunc.parametrize(argument, getattr(metafunc.module, TABLES[argument]))


@pytest.fixture(scope="module")
def ran(request: pytest.FixtureRequest) -> dict[str, Ran]:
    """What the snippets of a file print: all are run by one process."""
    return snippets.run(request.module.SNIPPETS)

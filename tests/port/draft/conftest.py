"""Gives the tests of `tables` what the tables of their file have."""

from __future__ import annotations

import pytest

from tests.port.draft import snippets, tables
from tests.port.draft.snippets import Ran

#: By the argument of a test.
TABLES = {"name": "SNIPPETS", "loud": "LOUD", "plain": "FORMS"}


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

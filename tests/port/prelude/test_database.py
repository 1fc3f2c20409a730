"""Statements of databases; test_dbi.py compares them to Perl's."""

from __future__ import annotations

from typing import Any

import pytest

from tests.port.helpers import HELPERS


@pytest.mark.parametrize(
    ("sql", "number"), [("SELECT ?", 1), ("SELECT '?', ?, \"?\"", 1), ("SELECT 1 -- ?\n, ?", 1)]
)
def test_question_marks_in_texts_ask_for_nothing(sql: str, number: int) -> None:
    assert HELPERS["perl_marks"](sql) == number


class Other:
    """A connection and cursor of another driver, which has ``%s`` for a value."""

    description = (("a",),)
    rowcount = 2

    def __init__(self) -> None:
        self.told: list[Any] = []

    def cursor(self) -> Other:
        """Itself."""
        return self

    def execute(self, sql: str, values: list[Any]) -> None:
        """Keep what is executed."""
        self.told = [sql, values]


def test_other_drivers_have_their_own_marks() -> None:
    connection = Other()
    dbh = HELPERS["PerlDatabase"](connection, "mysql")
    assert dbh.do("UPDATE t SET a = ?, b = '?' WHERE c LIKE 'x%'", None, 5) == 2
    assert connection.told == ["UPDATE t SET a = %s, b = '?' WHERE c LIKE 'x%%'", [5]]


def test_a_driver_that_isnt_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert HELPERS["perl_db_connect"]("dbi:None:x", "me") is None
    assert capsys.readouterr().err.startswith("DBI connect('x','me',...) failed: no driver")
    with pytest.raises(RuntimeError, match="no driver"):
        HELPERS["perl_db_connect"]("dbi:None:x", "me", "", {"RaiseError": 1})

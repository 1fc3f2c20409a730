"""Which rows are told, and when."""

from __future__ import annotations

from sysvirt.port.api import read_api
from sysvirt.port.rules.difference_rows import ROWS

#: A table of what is the same in both languages.
THE_SAME = "What looks odd and stays"


def test_every_row_stands_on_the_page() -> None:
    assert set(ROWS) <= {each.what for each in read_api().differences}


def test_no_row_is_told_that_is_the_same_in_both() -> None:
    odd = {each.what for each in read_api().differences if each.table == THE_SAME}
    assert odd
    assert not odd & set(ROWS)


def test_the_classes_of_a_row_are_there() -> None:
    classes = read_api().classes
    assert {name for row in ROWS.values() for name in row.classes} <= set(classes)

"""What counts as a difference, and which row names it."""

from __future__ import annotations

import pytest

from sysvirt.port.check.compare import (
    Manner,
    Verdict,
    compare,
    last_error,
    mask_times,
    rows_of_script,
)
from sysvirt.port.check.run import Outcome


def verdict(left: str, right: str, manner: Manner | None = None, errors: str = "") -> Verdict:
    """Compare two outputs."""
    return compare(
        Outcome(output=left, errors=errors, status=0),
        Outcome(output=right, errors="", status=0),
        manner or Manner(),
        ("a.pl", "a.py"),
    )


def test_the_same() -> None:
    assert verdict("a\nb\n", "a\nb\n").same


def test_own_names_are_the_same() -> None:
    assert verdict("usage: a.pl NAME\n", "usage: a.py NAME\n").same


def test_an_end_of_line_counts() -> None:
    assert not verdict("a\n", "a").same


def test_order() -> None:
    assert not verdict("a\nb\n", "b\na\n").same
    assert verdict("a\nb\n", "b\na\n", Manner(ignore_order=True)).same
    assert not verdict("a\na\nb\n", "a\nb\nb\n", Manner(ignore_order=True)).same


def test_times() -> None:
    manner = Manner(ignore_times=True)
    assert verdict("12:00 1700000000 x\n", "13:30 1700000001 x\n", manner).same
    assert not verdict("12 guests\n", "13 guests\n", manner).same
    assert mask_times("took 3 s") == "took # s"


@pytest.mark.parametrize(
    ("left", "right", "what"),
    [
        ("alive: 1", "alive: True", "a truth value"),
        ("alive: 0", "alive: False", "a truth value"),
        ("alive: ", "alive: False", "a truth value"),
        ("availabl=4", "available=4", "`get_node_memory_stats`"),
        ("-1", "4294967295", "typed parameters of 32 unsigned bits"),
    ],
)
def test_rows(left: str, right: str, what: str) -> None:
    (row,) = verdict(f"x\n{left}\n", f"x\n{right}\n").rows
    assert row.what.startswith(what)


def test_no_row_for_another_difference() -> None:
    found = verdict("alive: 1 2\n", "alive: True 3\n")
    assert found.rows == ()
    assert not found.same


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("", ""),
        ("oops at a.pl line 3.\n", "oops"),
        ("oops at a b.pl line 3, <STDIN> line 4.\n", "oops"),
        ("one\ntwo\n\n", "two"),
        ("oops\nUse of uninitialized value $x in print at a.pl line 1.\n", "oops"),
        ("oops\nToo late to run CHECK block at EV.pm line 1.\n", "oops"),
        ("Traceback (most recent call last):\n  x\nsysvirt.NotFoundError: no such\n", "no such"),
        ("ValueError: mine\n", "ValueError: mine"),
    ],
)
def test_last_error(text: str, last: str) -> None:
    assert last_error(text) == last


def test_errors_count() -> None:
    assert not verdict("", "", errors="oops at a.pl line 1.\n").same


def test_rows_of_a_script() -> None:
    assert any("get_time" in row.names for row in rows_of_script("$dom->get_time;"))
    assert rows_of_script("Sys::Virt->new(); $x->nothing") == ()
    assert rows_of_script("$dom->create;") == ()
    assert rows_of_script("my $pool = $conn->get_storage_pool_by_name('x'); $pool->create;") != ()

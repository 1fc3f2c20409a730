"""Tests in drafts; test_testing.py of the tables compares them to Perl's."""

from __future__ import annotations

from typing import Any

import pytest

from tests.port.helpers import HELPERS


@pytest.mark.parametrize(
    ("got", "expected", "path"),
    [
        ([1, [2]], [1, [2]], None),
        ([1, [2]], [1, [3]], "[1][0]"),
        ({"a": [1]}, {"a": []}, "{a}[0]"),
        ({}, {"b": 1, "a": 2}, "{a}"),
        (1, "1", None),
        (None, "", ""),
    ],
)
def test_where_structures_differ(got: Any, expected: Any, path: str | None) -> None:
    found = HELPERS["perl_difference"](got, expected)
    assert (found and found[0]) == path


@pytest.mark.parametrize(
    ("ran", "failed", "planned", "status"),
    [
        (2, 0, 2, 0),
        (2, 1, 2, 1),
        (2, 0, 3, 255),
        (300, 300, 300, 254),
        (1, 0, None, 254),
        (0, 0, 1, 255),
    ],
)
def test_the_status_tells_what_failed(
    ran: int, failed: int, planned: int | None, status: int
) -> None:
    tests = HELPERS["PerlTests"]()
    tests.ran, tests.failed, tests.planned = ran, failed, planned
    assert tests.status()[1] == status

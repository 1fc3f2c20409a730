"""What the tables of a file are asked: `conftest.py` makes them tests of the file.

``SNIPPETS`` are pieces of Perl, by their names, whose drafts print the same and leave nothing to do
by hand; ``LOUD`` those that can't be written, and a part of the reason; ``FORMS`` what stands in
the draft of others. The tests get their arguments from ``conftest.py``.
"""

from __future__ import annotations

import pytest

from tests.port.draft import snippets
from tests.port.draft.snippets import Ran


def test_the_draft_prints_the_same(name: str, ran: dict[str, Ran]) -> None:
    ran[name].assert_same()


def test_what_cannot_be_written_is_loud(loud: str, request: pytest.FixtureRequest) -> None:
    snippets.assert_loud(loud, request.module.LOUD[loud])


def test_the_python_is_plain(plain: str, request: pytest.FixtureRequest) -> None:
    made = snippets.draft(plain).text
    assert [each for each in request.module.FORMS[plain] if each not in made] == [], made

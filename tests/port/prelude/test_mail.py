"""Mail; test_mail.py of the tables compares it to Perl's."""

from __future__ import annotations

import pytest

from tests.port.helpers import HELPERS


@pytest.mark.parametrize(
    ("text", "address"), [("me@x", "me@x"), ("Me <me@x>", "me@x"), (" me@x ", "me@x"), ("<>", "")]
)
def test_an_address_stands_in_brackets(text: str, address: str) -> None:
    assert HELPERS["PerlSmtp"](None).address(text) == address

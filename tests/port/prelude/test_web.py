"""Requests and answers; test_web.py of the tables compares them to Perl's."""

from __future__ import annotations

from typing import Any

import pytest

from tests.port.helpers import HELPERS


@pytest.mark.parametrize(
    ("content", "sent"),
    [
        ({"b": "1 &", "a": ["x", "y"]}, "a=x&a=y&b=1+%26"),
        (["b", "1", "a", "2"], "b=1&a=2"),
        ("as it is", "as it is"),
    ],
)
def test_a_form_is_encoded(content: Any, sent: str) -> None:
    assert HELPERS["perl_form"](content) == sent


def test_names_of_headers_have_no_case() -> None:
    headers = HELPERS["PerlHeaders"]([("X-A", "1"), ("x-a", "2")])
    assert (headers.get("x_a"), headers.get("b")) == ("1, 2", None)
    headers.set("X_A", "3")
    assert headers.pairs == [("X-A", "3")]


@pytest.mark.parametrize(
    ("kind", "body", "text"),
    [
        ("text/plain", b"\xe9", "\u00e9"),
        ("text/plain; charset=UTF-8", "\u263a".encode(), "\u263a"),
        ("application/json", "\u263a".encode(), "\u263a"),
        ("text/plain", "\u263a".encode(), "\u263a"),
        (
            "text/html",
            "<meta charset='latin1'>\xe9".encode("latin-1"),
            "<meta charset='latin1'>\xe9",
        ),
        ("application/xml", b"<?xml version='1.0' encoding='latin1'?>\xc3\xa9", None),
        ("image/png", b"\xff", "\xff"),
    ],
)
def test_a_text_has_its_charset(kind: str, body: bytes, text: str | None) -> None:
    response = HELPERS["PerlResponse"](200, "OK", [("Content-Type", kind)], body)
    assert response.decoded_content() == (body.decode("latin-1") if text is None else text)
